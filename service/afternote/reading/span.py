"""Small helpers on stretches of the notes: flat text, stretches, overlap."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

HOLE = "\x00"
"""Stands for a held-back character inside the reader: neither a word nor a space, so
no pattern reaches over it."""

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


class Stretch(NamedTuple):
    """Offsets of a piece of the notes: code points, end exclusive."""

    start: int
    end: int


class Spanned(Protocol):
    """Anything that says where in the notes it stands."""

    @property
    def start(self) -> int:
        """Return the first code point."""

    @property
    def end(self) -> int:
        """Return the code point after the last."""


def flat(text: str) -> str:
    """Return *text* in lower case with straight quotes, exactly as long as it was."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
    return low.translate(_QUOTES)


def _end(span: Spanned) -> int:
    return span.end


def overlaps(one: Spanned, others: Sequence[Spanned]) -> bool:
    """Return whether *one* shares a character with any of *others*.

    *others* stand in order and do not overlap, as held-back stretches and lines do.
    """
    at = bisect_left(others, one.start + 1, key=_end)
    return at < len(others) and others[at].start < one.end


def trimmed(text: str, start: int, end: int, strip: str = " \t\r\n") -> Stretch:
    """Return the stretch without the characters of *strip* at its ends."""
    while start < end and text[start] in strip:
        start += 1
    while end > start and text[end - 1] in strip:
        end -= 1
    return Stretch(start, end)


def blank(text: str, spans: Iterable[Spanned], mark: str) -> str:
    """Return *text* with *spans* overwritten by *mark*; line breaks stay."""
    pieces: list[str] = []
    at = 0
    for span in sorted(spans, key=lambda s: s.start):
        if span.end <= at:
            continue
        start = max(at, span.start)
        pieces.append(text[at:start])
        pieces.append(
            "".join(c if c in "\r\n" else mark for c in text[start : span.end])
        )
        at = span.end
    return "".join(pieces) + text[at:]
