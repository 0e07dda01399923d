"""Finds the candidate's own name where the notes close with it: "cheers, Tom Bale"."""

import re

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


def closing_name(page: Page) -> Seen | None:
    """Return the name that closes the notes; None when it may be somebody met.

    A parting word or a dash stands before it, or it is a full name alone on the last
    line; it stands nowhere else in the notes.
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
    if len(page.own) < 2:
        return None
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


def _ends(page: Page, name: Name, end: int) -> bool:
    rest = page.text[name.end : end].strip(" .!x\t")
    return not rest and page.text.count(name.text) == 1
