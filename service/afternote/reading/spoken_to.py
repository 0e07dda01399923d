"""Turns they, she and he of the notes into the reader: "your team", "you"."""

import re

from afternote.reading import grammar

THEY = re.compile(
    r"\bthey(?P<short>'re|'ve|'d|'ll)?\b(?P<rest>(?: [\w'-]+){0,3})", re.I
)
SHE = re.compile(
    r"\b(?:she|he)(?P<short>'s|'d|'ll)?\b(?P<rest>(?: [\w'-]+){0,3})", re.I
)
SINGLE = re.compile(r"\b(?:she|he|her|his|him|hers|herself|himself)\b", re.I)


_ALIKE = frozenset("read put let set cut".split())
"""Past as present: which of the two, a word such as "every" tells."""
_OFTEN = re.compile(
    r"\b(?:every|each|always|never|[a-z]+days|weekly|monthly|"
    r"daily)\b",
    re.I,
)


def team(match: re.Match[str]) -> str:
    """Write "your team" for "they", and bend the verb."""
    short = {"'re": "is", "'ve": "has", "'d": "would", "'ll": "will"}.get(
        match["short"] or ""
    )
    words = match["rest"].split()
    if short:
        return " ".join(["your team", short, *words])
    if words[:1] and words[0] in {"all", "both", "each"}:
        words.pop(0)
    for i, word in enumerate(words):
        if not grammar.is_adverb(word):
            always = _OFTEN.search(match.string)
            words[i] = word + "s" if word in _ALIKE and always else grammar.third(word)
            break
    return " ".join(["your team", *words])


def to_you(text: str) -> tuple[str | None, bool]:
    """Turn he and she into "you"; None where the verb cannot be bent surely."""
    if not SINGLE.search(text):
        return text, False
    unsure = False

    def bend(match: re.Match[str]) -> str:
        nonlocal unsure
        short = {"'s": "are", "'d": "would", "'ll": "will"}.get(match["short"] or "")
        words = match["rest"].split()
        if short:
            return " ".join(["you", short, *words])
        for i, word in enumerate(words):
            if not grammar.is_adverb(word):
                bent = grammar.second(word)
                unsure = unsure or bent is None
                words[i] = bent or word
                break
        return " ".join(["you", *words])

    text = SHE.sub(bend, text)
    text = re.sub(r"\b(?:herself|himself)\b", "yourself", text, flags=re.I)
    text = re.sub(r"\bhis\b", "your", text, flags=re.I)
    text = re.sub(
        r"\bhim\b|\bher(?=$|,| (?:to|in|on|at|and|a|the|for|with)\b)", "you", text
    )
    text = re.sub(r"\bhers?\b", "your", text, flags=re.I)
    return (None if unsure else text), True
