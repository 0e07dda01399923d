"""Says whether more people were met than have been found, and who merely looked in."""

import re

from afternote.reading.page import Page

_MANY = re.compile(
    r"\b(?:two|three|four|five|six|2|3|4|5) (?:of (?:em|them|us)|people|persons|"
    r"interviewers|on the panel|panell?ists|folk|partners|assessors)\b|"
    r"\bpanel of (?:two|three|four|five|six|\d)\b|"
    r"\b(?:a|the) (?:third|second|other) (?:guy|one|bloke|woman|man|lady|person|"
    r"interviewer|chap|lass|lad|panell?ist)\b|\binterviewer (?:two|2)\b"
)
"""Words that count more people than one."""
_ANOTHER = re.compile(r"(?:another|second|other|first|third) $")
_PARTNER = re.compile(
    r"[*_]{0,3} ?(?:\+|&|and|plus) ?(?:the )?(?:another |a |her |his )?[*_]{0,3}"
    r"(?=[^\W\d_a-z]\w)"
)
_POPPED = re.compile(
    r"[^.\n;/]{0,24}\b(?:popped in|dropped in|looked in|ducked in|stuck (?:his|her|"
    r"their) head|came in (?:late|at the end)|said hello|waved|popped (?:his|her) head)"
)


def may_be_more(page: Page, name: str) -> bool:
    """Return whether the notes speak of more people than the one of *name*."""
    if any(_MANY.search(page.low, line.start, line.end) for line in page.own):
        return True
    return any(
        _PARTNER.match(page.text, found.end())
        or _ANOTHER.search(page.low, max(0, found.start() - 9), found.start())
        for found in re.finditer(re.escape(name), page.text)
    )


def popped_in(page: Page, places: list[int], name: str) -> bool:
    """Return whether the person at *places* only looked in: "(ceo, popped in)"."""
    return any(_POPPED.match(page.low, place + len(name)) for place in places)
