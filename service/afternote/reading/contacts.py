"""Finds mail and web addresses and telephone numbers: held back by themselves."""

import re
from collections.abc import Iterator

from afternote.reading.span import Stretch, blank

_ADDRESS = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|\b(?:https?://|"
    r"www\.)[^\s<>\"')\]]+|"
    r"(?<![\w.,/:£$€-])(?:\+|\(0|0|\()?\d(?:[\s().x-]{0,2}[\dx]){7,14}(?![\w/:])|"
    r"\b\d{2}[x\d]{2}[ -]?\d{3,4}\b"
)
_DATE_LIKE = re.compile(
    r"^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|^(?:19|20)\d\d[ -](?:19|20)\d\d$"
)


def contacts(low: str) -> Iterator[Stretch]:
    """Yield where an address or number stands in *low*."""
    for match in _ADDRESS.finditer(low):
        if not _DATE_LIKE.match(match[0]):
            yield Stretch(match.start(), match.end())


def unaddressed(low: str) -> str:
    """Return *low* with spaces for every address and number; offsets stay."""
    return blank(low, contacts(low), " ")
