"""The notes as the reader sees them: masked, split into lines, ready to be asked."""

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from afternote.reading.layout import Line, lines
from afternote.reading.span import HOLE, blank, flat, overlaps
from afternote.reading.wrapped import whole
from afternote.schema import Held, How


class Seen(NamedTuple):
    """A value found at a place, and how it is known."""

    value: str
    start: int
    end: int
    how: How


def _begins(line: Line) -> int:
    return line.start


class Page:
    """Masked notes with their lines. *text* and *low* are as long as the notes."""

    def __init__(self, notes: str, held: tuple[Held, ...]) -> None:
        self.notes = notes
        self.held = held
        self.text = blank(whole(notes), held, HOLE)
        self.low = flat(self.text)
        self.lines: list[Line] = lines(self.text)

    @cached_property
    def own(self) -> list[Line]:
        """The candidate's own lines."""
        return [line for line in self.lines if line.source == "own"]

    @cached_property
    def mails(self) -> list[list[Line]]:
        """The lines of each pasted mail."""
        found: dict[int, list[Line]] = {}
        for line in self.lines:
            if line.mail:
                found.setdefault(line.mail, []).append(line)
        return list(found.values())

    @cached_property
    def uncased(self) -> bool:
        """Whether the own lines are written without capitals, as dictation is."""
        own = "".join(self.notes[line.start : line.end] for line in self.own)
        words = re.findall(r"[^\W\d_]{3,}", own)
        capitals = sum(not w[0].islower() for w in words)
        return len(words) > 3 and capitals * 25 < len(words)

    def line_at(self, at: int) -> Line | None:
        """Return the line whose content holds the offset, if any."""
        i = bisect_right(self.lines, at, key=_begins) - 1
        return self.lines[i] if i >= 0 and at < self.lines[i].end else None

    def is_held(self, start: int, end: int) -> bool:
        """Return whether the stretch shares a character with what is held back."""
        return overlaps(Seen("", start, end, "stated"), self.held)

    def seen(self, start: int, end: int, how: How, value: str | None = None) -> Seen:
        """Return the stretch as a find, its value with single spaces."""
        shown = self.notes[start:end] if value is None else value
        return Seen(" ".join(shown.split()), start, end, how)
