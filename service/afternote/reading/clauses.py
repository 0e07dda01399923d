"""Splits notes into clauses: the unit that is held back, or read as one remark."""

import re
from typing import NamedTuple

from afternote.reading.span import trimmed
from afternote.text import sentences


class Clause(NamedTuple):
    """A remark: offsets in the notes, and the sentence it stands in."""

    start: int
    end: int
    sentence: int


_BREAK = re.compile(
    r"\s*(?:;|,(?=\s)|\.\.+|…|[()]|\[\[?|\]\]?|\s[-–—/+>]+\s|—|\*\*|[\"”](?=\s)|"
    r"(?<=\w):\s(?!\d))\s*"
)
_SUBJECT = (
    r"(?:i|i'm|im|i've|ive|i'd|id|we|we'd|she|he|they|it|it's|its|she's|shes|he's|hes|"
    r"they're|my|the|that|there|you|her|his|their|our|this|who|to|don't|dont|please)"
)
_RUN_ON = re.compile(
    r"\s(?:and|but|so|then|because|cos|anyhow|anyway|although|though|while|except|"
    r"since|which|also|plus|&)\s(?=(?:also |then |so |now |again |i |even |that |"
    rf"apparently )?{_SUBJECT}\b)"
)
_BARE = re.compile(
    r"(?<=\w)\s(?=(?:i|i'm|im|i've|my \w+ (?:is|was|are|were|has|keeps)|it was|it is|"
    r"there was|she|he|they|we|she's|"
    r"shes|he's|hes|dont|don't)\s\w)"
)
_ACTOR = re.compile(
    r"(?<=\w)\s(?=[\w'-]+ (?:said|asked|told|rang|phoned|called|emailed|gave|showed|"
    r"let|brought|made|"
    r"drove|explained|lent|says|took|took|opened|knows|had|at|is)\s)"
)
_LOOSE = re.compile(
    r"(?<=\w)\s(?=(?:anyway|anyhow|which|but|cos|because|so|then|and (?:then |so |"
    r"also )?(?:i|we|she|he|they|somebody|someone|nobody|there|my|\w+ (?:said|told|"
    r"asked|rang|gave|showed|slipped)))\s)"
)
"""Where dictation, which has no marks, goes on to the next thing."""
_BIND = frozenset(
    "that how what when if where as than which who and but or to of for with about "
    "because so since while before after until said says say think thought know like "
    "the a an my her his their our why did do does was were is are can could would "
    "cos whom whether think wish hope sure although though then also me him us".split()
)
_LONG = 9
"""Words without any mark after which a clause is a dictated run-on and is cut."""


def clauses(low: str, start: int = 0, end: int | None = None) -> list[Clause]:
    """Split the flat text *low* between *start* and *end* into clauses."""
    found: list[Clause] = []
    inner = low[start:end]
    for number, sentence in enumerate(sentences(inner, start)):
        at = sentence.start
        for mark in _BREAK.finditer(low, sentence.start, sentence.end):
            _cut(low, at, mark.start(), number, found)
            at = mark.end()
        _cut(low, at, sentence.end, number, found)
    return found


def _cut(low: str, start: int, end: int, number: int, found: list[Clause]) -> None:
    """Cut at joining words too, and at bare subjects where the clause runs on."""
    at = start
    for mark in _RUN_ON.finditer(low, start, end):
        _cut_bare(low, at, mark.start(), number, found)
        at = mark.start()
    _cut_bare(low, at, end, number, found)


def _cut_bare(low: str, start: int, end: int, number: int, found: list[Clause]) -> None:
    at = start
    if len(low[start:end].split()) > _LONG:
        marks = [*_BARE.finditer(low, start, end)]
        if len(low[start:end].split()) > 2 * _LONG:
            marks += [*_LOOSE.finditer(low, start, end)]
            marks = sorted(marks or _ACTOR.finditer(low, start, end), key=_begins)
        for mark in marks:
            before = low[max(at, mark.start() - 12) : mark.start()].split()
            if before and before[-1].strip("'\"") in _BIND:
                continue
            _add(low, at, mark.start(), number, found)
            at = mark.end()
    _add(low, at, end, number, found)


def _begins(mark: re.Match[str]) -> int:
    return mark.start()


def _add(low: str, start: int, end: int, number: int, found: list[Clause]) -> None:
    inner = trimmed(low, start, end, " \t\r\n,.;:-–—*_>#•·\"'")
    if inner.start < inner.end:
        found.append(Clause(inner.start, inner.end, number))
