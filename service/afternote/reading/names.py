"""Finds what is spelt like a name: of a person, or of something else.

Shape and place decide, never a list of the world's names: capitals, particles,
initials, forms of address; in text without capitals, words that are not ordinary
English. What a name *is of* is decided by who calls.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from afternote.reading.words import (
    DAYS,
    FUNCTION,
    GIVEN,
    HONORIFICS,
    JOBS,
    ORGS,
    PARTICLES,
    TITLES,
    ordinary,
)
from afternote.text import fold


class Name(NamedTuple):
    """A name in the notes: *start* to *end* without the form of address."""

    text: str
    start: int
    end: int
    honorific: str | None
    begins: int


_TOKEN = re.compile(
    r"[^\W\d_]+(?:['’.\-‑](?=[^\W\d_])[^\W\d_]+)*\.?|[\"“(][^\W\d_]{2,12}\.?[\"”)]"
)
_GAP = re.compile(r"[ \t]{1,2}")
_FORMS = (
    frozenset(HONORIFICS) - GIVEN - {"father", "major", "bishop", "deacon", "young"}
)
_MAX = 4
_SHORTENED = frozenset({"ve", "d", "m", "ll", "re", "t"})
_POST_NOMINAL = frozenset(
    "SC KC QC PhD MD MBE OBE CBE MSc BSc RN MP CPA CFA MBA PE JD Esq Jr Sr".split()
)


def tokens(text: str, start: int = 0, end: int | None = None) -> list[re.Match[str]]:
    """Return the words of *text* between the offsets."""
    stop = len(text) if end is None else end
    return list(_TOKEN.finditer(text, start, stop))


def name_at(
    text: str, at: int, end: int, *, lower: bool = False, strong: bool = True
) -> Name | None:
    """Return the person's name that begins at *at*, or None.

    *strong*: the place calls for a person, so that words like "Rose" may be names.
    *lower*: the notes are written without capitals; ordinary words end the name.
    """
    at_token = _TOKEN.match(text, at, end)
    honorific: str | None = None
    words: list[re.Match[str]] = []
    nick = False
    titles = 0
    while at_token and titles <= _MAX:
        raw = at_token[0]
        bare = raw.rstrip(".")
        word = fold(bare) if bare.isascii() else bare.lower()
        if not words and word in HONORIFICS and _more(text, at_token.end(), end, lower):
            titles += 1
            if HONORIFICS[word]:
                honorific = honorific or HONORIFICS[word]
        elif words and _short_day(bare, word, text, at_token.end(), end):
            words.append(at_token)
        elif raw[0] == "(" and not words and fold(raw.strip("().")) in HONORIFICS:
            titles += 1
        elif raw[0] in '"“(':
            if (
                not words
                or raw[0] == "("
                or not _more(text, at_token.end(), end, lower)
            ):
                break
            nick = True
        elif _names(
            raw, word, words, lower=lower, strong=strong or bool(honorific)
        ) or (
            word in PARTICLES
            and _more(text, at_token.end(), end, lower)
            and (words or bare[0].isupper() or not lower)
        ):
            words.append(at_token)
        else:
            break
        owns = bare.endswith(("'s", "’s")) and words
        if len(words) >= _MAX + nick or owns:
            break
        if raw.endswith(".") and not _abbreviates(raw):
            break
        gap = _GAP.match(text, at_token.end(), end)
        at_token = _TOKEN.match(text, gap.end(), end) if gap else None
    while words and fold(words[-1][0].rstrip(".")) in PARTICLES and len(words) > 1:
        words.pop()
    while len(words) > 1 and words[-1][0].rstrip(".") in _POST_NOMINAL:
        words.pop()
    if len(words) > 2 and words[-1][0].isupper() and len(words[-1][0]) > 2:
        words = words if words[0][0].isupper() else words[:-1]
    if not words or (
        len(words) == 1 and fold(words[0][0]).rstrip(".") in PARTICLES | _FORMS
    ):
        return None
    if not any(len(w[0].rstrip(".")) > 1 and w[0][:1].isalpha() for w in words):
        return None
    stop = words[-1].end()
    if words[-1][0].endswith(".") and len(words[-1][0]) > 2:
        stop -= 1
    if text[words[0].start() : stop].endswith(("'s", "’s")):
        stop -= 2
    return Name(text[words[0].start() : stop], words[0].start(), stop, honorific, at)


def _short_day(bare: str, word: str, text: str, at: int, end: int) -> bool:
    """Return whether "Thu" or "Sat" stands inside a name: "Trần Thu Hà"."""
    return (
        word in DAYS
        and len(bare) == 3
        and bare[0].isupper()
        and text[at : at + 1] == " "
        and text[at + 1 : min(at + 2, end)].isupper()
    )


def _abbreviates(raw: str) -> bool:
    bare = raw[:-1]
    return len(bare) == 1 or fold(bare) in HONORIFICS


def _more(text: str, at: int, end: int, lower: bool) -> bool:
    """Return whether a word that may be part of a name follows."""
    gap = _GAP.match(text, at, end)
    token = _TOKEN.match(text, gap.end(), end) if gap else None
    if token is None:
        return False
    word = fold(token[0].rstrip("."))
    if lower:
        return word not in FUNCTION and (
            word not in ordinary() or word in HONORIFICS or word in GIVEN
        )
    return token[0][0].isupper() or word in PARTICLES or token[0][0] in '"“('


def _names(
    raw: str, word: str, words: list[re.Match[str]], *, lower: bool, strong: bool
) -> bool:
    """Return whether *raw* can be part of a person's name here."""
    bare = raw.rstrip(".")
    if word in FUNCTION and not (word in GIVEN and bare[0].isupper()):
        return False
    head, mark, tail = word.partition("'")
    if mark and (tail in _SHORTENED or tail == "s") and (head in FUNCTION or not head):
        return False
    if len(bare) == 1:
        return bare.isupper() and (bool(words) or raw.endswith("."))
    if lower and bare.islower():
        known = all(p in ordinary() for p in word.split("-")) or any(
            word in s for s in (JOBS, TITLES, DAYS, ORGS)
        )
        return not (known or _english(word))
    if not bare[0].isupper():
        return False
    short = bare.removesuffix("'s").removesuffix("’s")
    if short.isupper() and 1 < len(short) <= 4 and not words:
        return False
    if word in DAYS and word not in GIVEN:
        return False
    if word in JOBS or word in ORGS:
        return word in GIVEN and (bool(words) or strong)
    if strong or words or word in GIVEN:
        return True
    return not all(part in ordinary() for part in word.split("-"))


_ENDS = re.compile(
    r"[a-z]{3,}(?:ing|tion|sion|ment|ness|ful|able|ible|ously|ally|less)$"
)
_ENDS_ED = re.compile(r"[a-z]{4,}ed$")
_NAMES_ALIKE = frozenset("mohamed mohammed muhammed ahamed winifred wilfred".split())


def _english(word: str) -> bool:
    """Return whether a small word is plainly English by its ending: "braking"."""
    return bool(_ENDS.match(word)) or (
        bool(_ENDS_ED.match(word)) and word not in _NAMES_ALIKE
    )


def candidates(text: str, at: int = 0, end: int | None = None) -> Iterator[Name]:
    """Yield what is spelt like a person's name in *text* from *at* on, in order."""
    stop = len(text) if end is None else end
    while token := _TOKEN.search(text, at, stop):
        at = token.end()
        raw = token[0]
        title = raw.rstrip(".") in HONORIFICS and _more(text, at, stop, False)
        if not (raw[0].isupper() or title):
            continue
        found = name_at(
            text, token.start(), stop, strong=not opens(text, token.start())
        )
        if found:
            yield found
            at = max(at, found.end)


def opens(text: str, at: int) -> bool:
    """Return whether a capital is due at *at* anyway: at the start of a sentence."""
    before = text[max(0, at - 12) : at].rstrip(' \t*_-–—•·>#"“(')
    return not before or before[-1] in ".!?:\n;)|…/="


def is_person(value: str) -> bool:
    """Return whether *value*, on its own, is spelt like a person's name and no more."""
    inner = value.strip()
    lower = inner.islower()
    found = name_at(inner, 0, len(inner), lower=lower)
    return found is not None and found.end >= len(inner.rstrip("."))


def capitals(name: str) -> str:
    """Return a name of notes without capitals as a note writes it: "Eleanor Briggs"."""
    if name != name.lower():
        return name
    words = name.split()
    return " ".join(
        w
        if i and w in PARTICLES | {"and", "of", "the", "&"} and len(w) > 1
        else "-".join(p[:1].upper() + p[1:] for p in w.split("-"))
        for i, w in enumerate(words)
    )
