"""Splits the object of "talked about" into its items, each a stretch of the notes."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from afternote.reading import grammar
from afternote.reading.page import Page

Kind = Literal["discussed", "impressed", "learnt", "kindness"]


class Found(NamedTuple):
    """A stretch of the notes that may become a topic."""

    start: int
    end: int
    kind: Kind


_ITEM = re.compile(
    r"\s*(?:,\s+(?:and |& |then |plus |also )?|;\s*|\s[/•·|]\s|(?<!w)/ | /|\s[–—]\s|"
    r"\s-\s|"
    r"\s\+\s?|\.\s+|(?<=\w)\.\s|"
    r"\n|\s&\s)\s*"
)


STOP = re.compile(
    r"[.!?](?=\s|$|\x00)|\n|\x00|;|…|\.\.|\s[-–—]\s|\s=\s|\s(?:but|anyhow|anyway|"
    r"which|because|cos|so that|"
    r"though|although|and then|then|and (?:i|she|he|they|we|it|that|the one|asked|"
    r"said|told|was|gave|let|made|sent|took|showed|lent|drove|also|even)|"
    r"(?:i|we|she|he|they) (?:was|am|said|think|thought|loved|liked|got|also|asked|"
    r"told|met|spoke|"
    r"really|rang|called|emailed|phoned|showed|gave)|who was|she's|he's|shes|hes|um|"
    r"uh|no by|rejected|"
    r"for (?:ages|an hour|a while|most of)|at the end|after that|afterwards|with "
    r"(?:her|him|them)|"
    r"(?:and )?(?:liked|loved|enjoyed) )\b"
)


def items(page: Page, start: int, end: int, kind: Kind) -> Iterator[Found]:
    """Split a list into its items; "and" splits only what is certainly two things."""
    at = start
    spans: list[tuple[int, int]] = []
    for mark in _ITEM.finditer(page.low, start, end):
        if page.low.count("(", at, mark.start()) > page.low.count(
            ")", at, mark.start()
        ):
            continue
        spans.append((at, mark.start()))
        at = mark.end()
    spans.append((at, end))
    for first, last in spans:
        for begin, stop in _and_split(page, first, last):
            if page.low[begin:stop].strip():
                yield Found(begin, stop, kind)


_AND = re.compile(
    r"\s(?:and|&|\+|plus)\s(?=(?:also )?(?:the|their|how|why|what|a|an|your|some)\s)|"
    r"\s\+\s"
)


def _and_split(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for mark in _AND.finditer(page.low, start, end):
        yield at, mark.start()
        at = mark.end()
    pieces = page.low[at:end].split()
    if len(pieces) >= 3 and pieces.count("and") == 1 and pieces[0] not in grammar.WH:
        i = pieces.index("and")
        if 0 < i < len(pieces) - 1 and (i >= 2 or len(pieces) - i > 2):
            middle = page.low.index(" and ", at, end)
            yield at, middle
            yield middle + 5, end
            return
    yield at, end
