"""Finds the candidate's own name where the notes close with it: "cheers, Tom Bale"."""

import re

from afternote.reading.layout import Line
from afternote.reading.names import Name, name_at
from afternote.reading.page import Page, Seen

_BYE = re.compile(
    r"(?:^|(?<=[.!?\n)]))[ \t]*(?:(?:cheers|thanks|thank you|many thanks|ta|best|"
    r"regards|kind "
    r"regards|best wishes|yours|love|signed|sign off|sign as|sign|from|i am|i'm|my "
    r"name is|"
    r"me)\b[ \t]*[,:–—-]?|[–—-]{1,2})[ \t]*(?=[^\W\d_])",
    re.I,
)
_LAST = 60


_TOLD = re.compile(
    r"\b(?:no|nope|rejected|rejection|declined|unsuccessful|turned down|knocked back|"
    r"not (?:me|this time|successful))\b[^.!?\n]{0,60}[.!?]+[ \t]+$"
)


def closing_name(page: Page, *, met: bool) -> Seen | None:
    """Return the name that closes the notes; None when it may be somebody met.

    A parting word or a dash stands before it, or it is a full name alone on the last
    line, or behind the sentence that tells the no where somebody else was *met*; it
    stands nowhere else in the notes.
    """
    if not page.own or page.own[-1] is not page.lines[-1]:
        return None
    last = page.own[-1]
    if last.key not in (None, "writer") or last.heading:
        return None
    for bye in _BYE.finditer(page.text, max(last.start, last.end - _LAST), last.end):
        name = name_at(page.text, bye.end(), last.end)
        if name and _ends(page, name, last.end) and not name.honorific:
            return page.seen(name.start, name.end, "stated", name.text)
    behind = _behind_the_no(page, last) if met else None
    if behind or len(page.own) < 2:
        return behind
    before = page.own[-2]
    name = name_at(page.text, last.start, last.end)
    if name is None or name.honorific or not _ends(page, name, last.end):
        return None
    alone = name.begins == last.start and " " in name.text
    listed = last.bullet and (before.heading or before.key is not None)
    beside = name_at(page.text, before.start, before.end)
    if (
        not (alone and last.bullet)
        or listed
        or (beside and _ends(page, beside, before.end))
    ):
        return None
    return page.seen(name.start, name.end, "stated", name.text)


def _behind_the_no(page: Page, last: Line) -> Seen | None:
    """Find the full name alone behind the no: "no by phone thurs. Pete Marsh"."""
    end = last.start + len(page.text[last.start : last.end].rstrip(" .!\t"))
    cut = max(page.text.rfind(mark, last.start, end) for mark in (". ", "! ", "? "))
    if cut < 0 or not _TOLD.search(page.low, last.start, cut + 2):
        return None
    name = name_at(page.text, cut + 2, end)
    if name is None or name.honorific or " " not in name.text or name.end < end:
        return None
    if not _ends(page, name, last.end) or name.text.islower():
        return None
    return page.seen(name.start, name.end, "stated", name.text)


def _ends(page: Page, name: Name, end: int) -> bool:
    rest = page.text[name.end : end].strip(" .!x\t")
    return not rest and page.text.count(name.text) == 1
