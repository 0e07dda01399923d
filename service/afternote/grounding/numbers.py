"""Numbers and dates: which ones the brief holds."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from afternote.grounding.fault import Fault
from afternote.grounding.lexicon import courtesy
from afternote.grounding.support import Support, number
from afternote.grounding.tokens import Text, Token
from afternote.grounding.words import DAYS, FUNCTION, MONTHS, ORDINALS
from afternote.text import fold

_SMALL = frozenset("zero one two first second once".split())
"""Words that count nothing in particular: "a second look", "one of the"."""

_SOFT_AFTER = frozenset("thought thoughts of hand hands or and".split())
_RELATIVE = frozenset("yesterday today tonight tomorrow".split())
_YESTERDAY = frozenset("yday yest yesterdays y'day yestd ystrday y".split())
_UNITS = frozenset("week month year weekend term".split())
_PARTS = frozenset("morning afternoon evening night".split())


def _is_date_number(sentence: Sequence[Token], at: int) -> bool:
    near = (*sentence[max(0, at - 2) : at], *sentence[at + 1 : at + 3])
    return any(t.plain in MONTHS and t.text[0].isupper() for t in near)


def numbers(text: Text, held: Support) -> Iterator[Fault]:
    """Yield numbers, in digits or words, whose value no fact holds."""
    for sentence in text.sentences:
        if sentence[0].part in ("greeting", "sign_off") or not counting(sentence):
            continue
        values = figures(sentence)
        for at, (token, value) in enumerate(zip(sentence, values, strict=True)):
            if value is None or value in held.numbers:
                continue
            if _harmless(sentence, at) and not _doubled(sentence, at, held):
                continue
            if _is_date_number(sentence, at):
                continue
            if not token.numeric and not _counts(sentence, at, held):
                continue
            yield Fault(
                "number-unsupported",
                f"the notes do not hold the number {token.text!r}",
                token.start,
                token.end,
            )


def _doubled(sentence: Sequence[Token], at: int, held: Support) -> bool:
    """Tell whether "two ponds" are made of what the notes hold one of."""
    if sentence[at].plain != "two" or at + 1 >= len(sentence):
        return False
    noun = sentence[at + 1].plain
    if not noun.endswith("s") or len(noun) < 4 or not held.plains.isdisjoint(_PAIRS):
        return False
    if courtesy(sentence[at + 1].stem):
        return False
    return noun not in held.plains and noun[:-1] in held.plains


_PAIRS = frozenset("two both pair couple twin twins 2nd second another".split())
LONGEST = 12
"""Digits of a figure at most: "hundred hundred …" is a word game, no number."""
_PERIODS = {
    form: forms.split()[0]
    for forms in (
        "day daily days nightly night nights",
        "week weekly weeks wk",
        "month monthly months",
        "year yearly years yr yrs annual annually",
    )
    for form in forms.split()
}
_ROUTINE = frozenset("work life grind routine practice business".split())
_ADVERBS = frozenset("daily nightly weekly monthly yearly annually".split())


def periods(text: Text, held: Support) -> Iterator[Fault]:
    """Yield "every week" where the brief says another period, and not this one."""
    known = {_PERIODS[p] for p in held.plains if p in _PERIODS}
    if not known:
        return
    for sentence in text.sentences:
        if sentence[0].part in ("greeting", "sign_off"):
            continue
        for at, token in enumerate(sentence):
            said = _PERIODS.get(token.plain)
            if said is None or said in known:
                continue
            before = sentence[at - 1].plain if at else ""
            after = sentence[at + 1].plain if at + 1 < len(sentence) else ""
            if "not" in {t.plain for t in sentence[max(0, at - 3) : at]}:
                continue
            figure = after in _ROUTINE or (at and "'" in fold(sentence[at - 1].text))
            adverb = token.plain in _ADVERBS and not figure
            if before in ("every", "each") or adverb:
                yield Fault(
                    "number-unsupported",
                    f"the notes do not say {before + ' ' + token.text!r}",
                    sentence[max(0, at - 1)].start,
                    token.end,
                )


def counting(sentence: Sequence[Token]) -> bool:
    """Tell whether any word of the sentence is a number."""
    return any(number(t.plain) is not None for t in sentence)


def figures(sentence: Sequence[Token]) -> list[str | None]:
    """Return each word's value; all words of "two hundred" have the value 200."""
    found = _values(sentence)
    _multiply(found)
    return found


def _values(sentence: Sequence[Token]) -> list[str | None]:
    """Return each token's value; "forty" in "forty two" takes the value 42."""
    found: list[str | None] = []
    for at, token in enumerate(sentence):
        value = number(token.plain)
        if value is not None and found and found[-1] is not None and at:
            before = found[-1]
            tens = (
                before.isdigit() and 20 <= int(before) <= 90 and int(before) % 10 == 0
            )
            gap = token.start - sentence[at - 1].end
            if tens and gap == 1 and value.isdigit() and 0 < int(value) < 10:
                value = str(int(before) + int(value))
                found[-1] = value
        found.append(value)
    return found


def _counts(sentence: Sequence[Token], at: int, held: Support) -> bool:
    """Tell whether a number word counts something that the brief holds.

    "Thirty pages", "when I was six" are often a manner of speaking; "sixty phones" is
    not where there were phones.
    """
    after = [t for t in sentence[at + 1 : at + 8] if t.plain not in FUNCTION][:3]
    before = [t for t in sentence[max(0, at - 3) : at] if t.plain not in FUNCTION][-1:]
    return any(held.holds(t) for t in (*after, *before))


def _multiply(values: list[str | None]) -> None:
    """Give both words of "nine hundred" the value 900."""
    for at in range(1, len(values)):
        before, value = values[at - 1], values[at]
        if value not in ("100", "1000", "1000000"):
            continue
        if before and before.isdigit() and len(before) <= LONGEST:
            values[at - 1] = values[at] = str(int(before) * int(value))


def _harmless(sentence: Sequence[Token], at: int) -> bool:
    token = sentence[at]
    if token.numeric:
        return False
    if token.plain in _SMALL:
        return True
    after = sentence[at + 1].plain if at + 1 < len(sentence) else ""
    before = sentence[at - 1].plain if at else ""
    if token.plain in ("hundred", "thousand", "million") and before in ("a", "the"):
        return True
    if token.plain in ("couple", "pair", "twice", "double"):
        return True
    if token.plain in ORDINALS and before in ("a", "an", "another"):
        return True
    if {"quarter", "past", "half"} & {t.plain for t in sentence[max(0, at - 3) : at]}:
        return True
    if token.plain == "two" and (after in _SOFT_AFTER or before in ("or", "and")):
        return True
    return token.plain in ORDINALS and token.plain in ("third",) and after == "time"


_DAY_OF = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?")


def dates(text: Text, held: Support) -> Iterator[Fault]:
    """Yield days, months and dates that no fact holds."""
    days = {DAYS[p] for p in held.plains if p in DAYS}
    months = {MONTHS[p] for p in held.plains if p in MONTHS}
    dated = held.brief.decision.date is not None
    relative = _relative_known(held)
    for sentence in text.sentences:
        if sentence[0].part in ("greeting", "sign_off"):
            continue
        for at, token in enumerate(sentence):
            plain = token.plain
            if plain in DAYS and token.text[0].isupper():
                if DAYS[plain] not in days:
                    certain = bool(days) and dated
                    yield _date(token, token, text, certain=certain)
            elif plain in MONTHS and token.text[0].isupper():
                near = _near_day(sentence, at)
                if plain in ("may", "march", "mar") and near is None and token.first:
                    continue
                wrong = MONTHS[plain] not in months and not _numeric(held, plain)
                wrong_day = near is not None and number(near.plain) not in held.numbers
                if wrong or wrong_day:
                    first = min(near or token, token, key=lambda t: t.start)
                    last = max(near or token, token, key=lambda t: t.start)
                    yield _date(first, last, text, certain=dated and bool(months))
                elif sentence[at - 1].plain == "last" and _dated(plain, held) and at:
                    yield _date(sentence[at - 1], token, text, certain=False)
            elif plain in ("yesterday", "tonight") and plain not in relative:
                yield _date(token, token, text, certain=False)
            elif plain in ("last", "next", "this") and at + 1 < len(sentence):
                after = sentence[at + 1]
                if plain == "last" and _vague_past(after) and not held.holds(after):
                    yield _date(token, after, text, certain=False)


def _dated(month: str, held: Support) -> bool:
    """Tell whether the notes give the month a year ("Nov 2019")."""
    return any(
        MONTHS.get(one.plain) == MONTHS[month]
        and other.numeric
        and len(other.plain) == 4
        and other.plain.isdigit()
        for one, other in pairwise(held.tokens)
    )


def _vague_past(token: Token) -> bool:
    return token.plain in _UNITS or token.plain in ("night", "evening", "weekend")


def _relative_known(held: Support) -> frozenset[str]:
    found = {p for p in held.plains if p in _RELATIVE}
    return frozenset(found | {"yesterday" for p in held.plains if p in _YESTERDAY})


def _numeric(held: Support, month: str) -> bool:
    """Tell whether a numeric date of the brief ("10/14", "5/2") may name *month*."""
    wanted = MONTHS[month]
    for token in held.tokens:
        parts = re.split(r"[/.:]", token.plain) if token.numeric else []
        if len(parts) > 1 and str(wanted) in [p.lstrip("0") for p in parts[:3]]:
            return True
    return False


def _near_day(sentence: Sequence[Token], at: int) -> Token | None:
    for index in (at + 1, at - 1, at - 2):
        if 0 <= index < len(sentence):
            token = sentence[index]
            if token.numeric and _DAY_OF.fullmatch(token.plain):
                return token
            if token.plain in ORDINALS and index != at + 1:
                return token
    return None


def _date(first: Token, last: Token, text: Text, *, certain: bool) -> Fault:
    words = text.text[first.start : last.end]
    return Fault(
        "date-unsupported",
        f"the notes do not hold the date {words!r}",
        first.start,
        last.end,
        certain,
    )
