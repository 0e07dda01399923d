"""Figures and days that the notes hold, but of another thing than the draft says."""

from collections.abc import Iterator, Sequence
from itertools import islice

from afternote.grounding.fault import Fault
from afternote.grounding.kept import Kept
from afternote.grounding.numbers import figures
from afternote.grounding.support import Support, number
from afternote.grounding.tokens import Text, Token, tokens
from afternote.grounding.words import DAYS, FUNCTION, MONTHS
from afternote.schema import Brief

MANY = 100
"""So many sentences of notes are compared; more are pasted text, not jottings."""
LONG = 60
"""So many words of a sentence, and so many of its figures, count as beside."""
Values = list[str | None]
NEAR = 4
"""So many words after a figure may be the thing that it counts."""
_VAGUE = frozenset("one first second once couple pair double".split())
_UNCOUNTED = frozenset("time times one way bit part thing things am pm".split())
_ANSWER = frozenset(
    """no message mail email letter news answer note call reply voicemail text card
    outcome decision result rejection rejected emailed mailed rang phoned wrote
    messaged texted answered replied sorry unsuccessful negative regret msg sms
    lines word""".split()
)
_NOTED = frozenset("no sorry regret negative unsuccessful".split())
_MEETING = frozenset(
    """interview interviewed chat chatted met meet meeting panel hour visit visited
    tour trial spoke speaking talk conversation session demo round shift zoom""".split()
)


def moved(text: Text, held: Support) -> Iterator[Fault]:
    """Yield figures and days that the notes give to something else."""
    if not held.brief.rest:
        return
    known: _Figures | None = None
    facts: list[tuple[Token, ...]] = []
    for sentence in text.sentences:
        if sentence[0].part in ("greeting", "sign_off"):
            continue
        if any(number(t.plain) is not None for t in sentence):
            known = known or _kept.get(held.brief, lambda _: _Figures(held))
            values = figures(sentence)
            yield from _figures(sentence, values, known, held)
            yield from _others(sentence, values, known.parts, held)
            yield from _dated(sentence, values, known, held)
        if any(t.numeric or t.plain in DAYS for t in sentence):
            facts = facts or [tokens(f.quote)[:LONG] for f, _ in held.claims[:MANY]]
            yield from _days(sentence, facts)


class _Figures:
    """The figures of the notes: before which words, in which sentences, as what."""

    def __init__(self, held: Support) -> None:
        facts = [tokens(fact.quote) for fact, _ in held.claims[:MANY]]
        found = (part for words in facts for part in _parts(words))
        self.parts = list(islice(found, MANY * 4))
        self.before: dict[str, set[str]] = {}
        self.counts: set[str] = set()
        self.together: set[tuple[str, str]] = set()
        for words in facts:
            values = {v for t in words if (v := number(t.plain)) is not None}
            for at, word in enumerate(words):
                value = number(word.plain)
                if value is not None and not _in_date(words, at):
                    self.counts.add(value)
                near = (number(t.plain) for t in reversed(words[max(0, at - 2) : at]))
                last = next((v for v in near if v is not None), None)
                if last is not None:
                    self.before.setdefault(word.stem, set()).add(last)
            stems = {t.stem for t in words[:LONG]}
            few = sorted(values)[:LONG]
            self.together.update((v, stem) for v in few for stem in stems)


_kept: Kept[Brief, _Figures] = Kept()


def _figures(
    sentence: Sequence[Token], values: Values, known: _Figures, held: Support
) -> Iterator[Fault]:
    for at, (token, value) in enumerate(zip(sentence, values, strict=True)):
        if value is None or value not in held.numbers or token.plain in _VAGUE:
            continue
        noun = _counted(sentence, at)
        if noun is None:
            continue
        given = known.before.get(noun.stem) or set()
        beside = (value, noun.stem) in known.together
        if given and value not in given and not beside:
            yield Fault(
                "number-unsupported",
                f"the notes give another number of {noun.text!r} than {token.text!r}",
                token.start,
                noun.end,
            )


def _parts(words: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the stretches between commas: "26 coaches" and "5 are electric"."""
    part: list[Token] = []
    for token in words:
        if part and token.start - part[-1].end > 1:
            yield part
            part = []
        part.append(token)
    if part:
        yield part


def _others(
    sentence: Sequence[Token],
    values: Values,
    parts: list[list[Token]],
    held: Support,
) -> Iterator[Fault]:
    """Yield a figure whose words stand with another figure, and not with this one.

    "Forty-one boxes for a piano" where the notes count 15 boxes for it.
    """
    for at, (token, value) in enumerate(zip(sentence, values, strict=True)):
        if value is None or value not in held.numbers or token.plain in _VAGUE:
            continue
        after = [t for t in sentence[at + 1 : at + 4] if number(t.plain) is None]
        if not after or after[0].plain in FUNCTION or after[0].plain in _UNCOUNTED:
            continue
        near = {
            t.stem
            for t in sentence[max(0, at - 6) : at + 7]
            if t.plain not in FUNCTION and len(t.plain) > 2
        } - {token.stem}
        noun = after[0]
        theirs, others = 0, 0
        for part in parts:
            stems = {t.stem for t in part}
            if noun.stem not in stems:
                continue
            given = {number(t.plain) for t in part} - {None}
            if value in given:
                theirs = max(theirs, len(near & stems))
            elif given - _SMALL_VALUES:
                others = max(others, len(near & stems))
        alone = noun.stem not in _UNITS and not theirs
        if others > max(theirs, 1) or (others and alone and _adjective(after)):
            yield Fault(
                "number-unsupported",
                f"the notes give another number of {noun.text!r} than {token.text!r}",
                token.start,
                noun.end,
            )


def _adjective(after: Sequence[Token]) -> bool:
    """Tell whether the first word goes with a counted noun ("electric coaches")."""
    return (
        len(after) > 1
        and not after[0].plain.endswith("s")
        and (after[1].plain.endswith("s") and after[1].plain not in FUNCTION)
    )


_SMALL_VALUES = frozenset(("0", "1"))
_UNITS = frozenset("minut hour day week month year min hr yr pm am".split())


def _dated(
    sentence: Sequence[Token], values: Values, known: _Figures, held: Support
) -> Iterator[Fault]:
    """Yield a count whose figure is only the day of a date in the notes."""
    for at, (token, value) in enumerate(zip(sentence, values, strict=True)):
        if value is None or value not in held.numbers or token.plain in _VAGUE:
            continue
        if not value.isdigit() or not 2 < int(value) <= 31:
            continue
        after = [t for t in sentence[at + 1 : at + 4] if number(t.plain) is None]
        plural = [t for t in after[:2] if t.plain.endswith("s") and len(t.plain) > 4]
        if not plural or plural[0].stem in _UNITS or after[0].plain in FUNCTION:
            continue
        if value not in known.counts:
            yield Fault(
                "number-unsupported",
                f"the notes count no {token.text!r} {plural[0].text!r}",
                token.start,
                plural[0].end,
            )


def _in_date(words: Sequence[Token], at: int) -> bool:
    near = (*words[max(0, at - 2) : at], *words[at + 1 : at + 2])
    return words[at].numeric and any(t.plain in MONTHS for t in near)


def _counted(sentence: Sequence[Token], at: int) -> Token | None:
    """Return the noun that a figure counts: the first word of content after it."""
    for token in sentence[at + 1 : at + 3]:
        if token.plain in FUNCTION or number(token.plain) is not None:
            return None
        if token.plain in _UNCOUNTED or token.plain in MONTHS:
            return None
        if token.plain.endswith("s") or token.plain in ("people", "children", "men"):
            return token
    return None


def _days(sentence: Sequence[Token], facts: list[tuple[Token, ...]]) -> Iterator[Fault]:
    """Yield the day of the answer given to the meeting, and the other way round."""
    for at, token in enumerate(sentence):
        day = _day(sentence, at)
        if day is None:
            continue
        before = sentence[max(0, at - 8) : at]
        said = _kind(before) or _kind(sentence[at + 1 : at + 5])
        if said is None:
            continue
        given: dict[str, set[str]] = {"answer": set(), "meeting": set(), "": set()}
        for words in facts:
            for place in range(len(words)):
                one = _day(words, place)
                if one is not None and one.isdigit() == day.isdigit():
                    given[_place(words, place)].add(one)
        anywhere = set().union(*given.values())
        if given[said] and day in anywhere and day not in given[said]:
            yield Fault(
                "date-unsupported",
                f"the notes give another day for the {said} than {token.text!r}",
                token.start,
                token.end,
            )


def _day(words: Sequence[Token], at: int) -> str | None:
    """Return a weekday's number as a letter, a day of the month as digits."""
    token = words[at]
    if not token.numeric and token.plain not in DAYS:
        return None
    if token.plain in DAYS and (token.text[0].isupper() or len(token.plain) > 3):
        return "abcdefgh"[DAYS[token.plain]]
    if not token.numeric:
        return None
    digits = token.plain.rstrip("stndrh")
    if not digits.isdigit() or not 1 <= int(digits) <= 31:
        return None
    near = (*words[max(0, at - 2) : at], *words[at + 1 : at + 3])
    ordinal = digits != token.plain
    return digits if ordinal or any(t.plain in MONTHS for t in near) else None


def _kind(words: Sequence[Token], *, noted: bool = False) -> str | None:
    """Tell by the last telling word whether it is of the answer or of the meeting."""
    for token in reversed(words):
        if token.plain in _ANSWER and (noted or token.plain not in _NOTED):
            return "answer"
        if token.plain in _MEETING or (token.plain == "with"):
            return "meeting"
    return None


def _place(words: Sequence[Token], at: int) -> str:
    """Tell what a day of the notes is the day of, by its own sentence."""
    plains = {t.plain for t in words}
    answer, meeting = plains & _ANSWER, plains & _MEETING
    if answer and meeting:
        before = _kind(words[max(0, at - 5) : at], noted=True)
        return before or _kind(words[at + 1 : at + 4], noted=True) or ""
    return "answer" if answer else "meeting" if meeting else ""
