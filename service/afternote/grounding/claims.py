"""What a draft says somebody said, promised, praised or gave as a reason.

Such a claim needs one fact that holds most of what is claimed: words found here and
there in the brief do not make a sentence that somebody spoke.
"""

import re
from collections.abc import Iterator, Sequence

from afternote.grounding import phrases
from afternote.grounding.fault import Fault, Kind
from afternote.grounding.lexicon import courtesy
from afternote.grounding.support import Support, number
from afternote.grounding.tokens import Text, Token, index_at
from afternote.grounding.words import FUNCTION
from afternote.schema import Draft
from afternote.text import stem

ENOUGH = 0.5
"""Share of a claim's content words that one fact must hold."""


_CATEGORY = (
    ("paused", re.compile(r"hold|frozen|paus|freeze|shelv|restructur", re.I)),
    ("budget", re.compile(r"budget|funding|cut\b", re.I)),
    ("internal", re.compile(r"internal|within|inside|colleague|already", re.I)),
    ("close_second", re.compile(r"close|second|runner", re.I)),
    (
        "experience",
        re.compile(
            r"experience|\bexp\b|background|history|knowledge|years|skills|qualified|senior|"
            r"training|fit|match|\bw(?:ith|/) more\b",
            re.I,
        ),
    ),
)


def claims(draft: Draft, text: Text, held: Support) -> Iterator[Fault]:
    """Yield promises, praise, reported speech and reasons that no fact holds."""
    for sentence in text.sentences:
        if sentence[0].part in ("greeting", "sign_off"):
            continue
        start, end = sentence[0].start, sentence[-1].end
        words = draft.text[start:end]
        stems = {t.stem for t in sentence}
        if not stems.isdisjoint(phrases.REASONING):
            yield from _grounds(words, start, sentence, held)
        if any(t.plain in phrases.DECIDING for t in sentence):
            yield from _reasons(words, start, sentence, held)
        if not stems.isdisjoint(phrases.PRAISING):
            yield from _praise(words, start, sentence, held)
        if not stems.isdisjoint(phrases.PROMISING):
            yield from _promises(words, start, sentence, held)
        if not stems.isdisjoint(phrases.TELLING):
            yield from _speech(words, start, sentence, held)


_HOPED = re.compile(r"\b(?:hope|if|whether|whatever|what|as|when)\s*$", re.I)


def _praise(
    words: str, start: int, sentence: Sequence[Token], held: Support
) -> Iterator[Fault]:
    patterns = (
        phrases.PRAISE,
        phrases.MORE_PRAISE,
        phrases.PASSING_PRAISE,
        phrases.THEIR_PRAISE,
    )
    for match in _each(words, *patterns):
        if _HOPED.search(words[max(0, match.start() - 20) : match.start()]):
            continue
        said = _within(sentence, start + match.start(), start + match.end())
        if not backed(said, held, needed=_PRAISING):
            yield _fault("compliment-unsupported", match, start, "praises the writer")


def _promises(
    words: str, start: int, sentence: Sequence[Token], held: Support
) -> Iterator[Fault]:
    for match in _each(words, phrases.PROMISE, phrases.MORE_PROMISE):
        if _FUTURE.match(match[0]) and phrases.ASKED.search(
            words[max(0, match.start() - phrases.NEAR) : match.start()]
        ):
            continue
        said = _within(sentence, start + match.start(), start + match.end())
        needed = _PROMISING if _PROMISED.search(match[0]) else None
        if not backed(said, held, needed=needed):
            yield _fault("promise-unsupported", match, start, "speaks of a promise")


_PROMISED = re.compile(r"promis|offer|invit|you(?: would|['’]d|['’]ll| will)", re.I)
_FUTURE = re.compile(r"you(?: would|['’]d|['’]ll| will)|look", re.I)


def _speech(
    words: str, start: int, sentence: Sequence[Token], held: Support
) -> Iterator[Fault]:
    patterns = (phrases.SPEECH, phrases.MORE_SPEECH, phrases.TRAILING)
    for match in _each(words, *patterns):
        if match.re is phrases.TRAILING:
            begin, end = max(0, match.start() - phrases.NEAR), match.start()
        else:
            begin, end = match.span("what" if match["what"] else "as")
        if phrases.OUTCOME.match(words[begin : begin + 40]):
            continue
        if phrases.REFUSED.search(words[begin:end]):
            continue
        if match.re is not phrases.TRAILING:
            after = phrases.ASIDE.search(words, begin + 12, end)
            end = after.start() if after else end
        said = _within(sentence, start + begin, start + end)
        count = len([t for t in said if telling(t)])
        if count >= 2 and not backed(said, held, least=2):
            yield _fault("reported-speech-unsupported", match, start, "reports words")


def _reasons(
    words: str, start: int, sentence: Sequence[Token], held: Support
) -> Iterator[Fault]:
    known = held.brief.decision.reason
    for match in _each(words, phrases.MORE_REASON, phrases.REASON):
        said = _within(sentence, start + match.start(), start + match.end())
        kind = next((k for k, p in _CATEGORY if p.search(match[0])), "other")
        strange = [t for t in said if telling(t) and not held.holds(t)]
        strange = [t for t in strange if t.stem not in _REASON_WORDS]
        pattern = dict(_CATEGORY).get(kind)
        if pattern is not None:
            strange = [t for t in strange if not pattern.search(t.text)]
        if known is not None and known.value in (kind, "other") and not strange:
            continue
        if known is None and (
            backed(said, held) or (not strange and _held(kind, held))
        ):
            continue
        yield _fault(
            "reason-unsupported",
            match,
            start,
            "gives a reason",
            certain=known is not None and known.value not in (kind, "other"),
        )


STRANGE = 2
"""So many words that no fact holds make a reason of what "I understand that" opens."""


def _grounds(
    words: str, start: int, sentence: Sequence[Token], held: Support
) -> Iterator[Fault]:
    """Yield what the writer understands or sees of the reasons, and no fact holds."""
    for match in phrases.CAUSE.finditer(words):
        said = _within(sentence, start + match.start(), start + match.end())
        if not backed(said, held):
            yield _fault("reason-unsupported", match, start, "gives a reason")
    for match in phrases.GROUNDS.finditer(words):
        begin, end = match.span("why" if match["why"] else "what")
        said = _within(sentence, start + begin, start + end)
        strange = [
            t
            for t in said
            if telling(t)
            and not held.holds(t)
            and not courtesy(t.stem)
            and t.stem not in _REASON_WORDS
        ]
        after = phrases.AFTER.search(match[0]) and not backed(said, held)
        if len(strange) >= STRANGE or after:
            yield _fault("reason-unsupported", match, start, "gives a reason")


def _held(kind: str, held: Support) -> bool:
    """Tell whether some topic gives a reason of that kind."""
    pattern = dict(_CATEGORY).get(kind)
    return pattern is not None and any(
        pattern.search(fact.quote) for fact, _ in held.claims
    )


_REASON_WORDS = frozenset(
    """chos choos pick need want requir prefer look went gon put ice was mor experienc
    background candidat person someon somebody anoth str clos fit match long history
    year knowledg skil deep great internal applicant colleagu""".split()
)


def _each(words: str, *patterns: re.Pattern[str]) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        yield from pattern.finditer(words)


def telling(token: Token) -> bool:
    """Tell whether the word carries content."""
    return token.plain not in FUNCTION and (len(token.plain) > 2 or token.numeric)


def backed(
    said: Sequence[Token],
    held: Support,
    *,
    needed: frozenset[str] | None = None,
    least: int = 1,
) -> bool:
    """Tell whether one fact holds enough of what is *said*.

    The fact must also hold one of the words *needed*: of liking for praise, of will
    for a promise.
    """
    wanted = {number(t.plain) or t.stem for t in said if telling(t)}
    wanted -= _CUES
    if not wanted:
        if needed is _PROMISING:
            return any(_VOWED.search(fact.quote) for fact, _ in held.claims)
        return needed is not _PRAISING and len(said) < 4
    for fact, stems in held.claims:
        hits = sum(1 for w in wanted if w in stems or held.other_form(w, stems))
        if needed is not None and not stems & needed:
            continue
        if hits >= max(least, ENOUGH * len(wanted)) or hits >= 3:
            return True
        del fact
    return False


_CUES = frozenset(
    stem(w)
    for w in """said say told tell mention mentioned promise promised agreed offer
    offered thank thanks kind kindly generous words word thing things like liked love
    loved thought found enjoy look looking forward nice warm glad grateful come
    next pleased happy""".split()
)
_PRAISING = frozenset(
    stem(w)
    for w in """said say told like liked love loved praise praised compliment
    complimented impressed kind nice good great enjoy enjoyed thought well feedback
    rated positive strong wonderful laughed impressive ate clapped""".split()
)
_VOWED = re.compile(r"\bI (?:said|told|will|owe)\b|promis|offer|agreed|arrang", re.I)
_PROMISING = frozenset(
    stem(w)
    for w in """promise promised offer offered said say says told will ll agreed
    invited invite keep kept send again back plan planned next arranged owe
    pass""".split()
)


def _within(sentence: Sequence[Token], start: int, end: int) -> list[Token]:
    return list(sentence[index_at(sentence, start) : index_at(sentence, end)])


def _fault(
    kind: Kind, match: re.Match[str], start: int, what: str, *, certain: bool = False
) -> Fault:
    words = match[0].strip()
    return Fault(
        kind,
        f"{what} that the notes do not hold: {words!r}",
        start + match.start(),
        start + match.start() + len(match[0].rstrip()),
        certain,
    )
