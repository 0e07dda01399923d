"""Splits notes into lines, and says of each where it comes from and what it is for.

A line is the candidate's own, or of a pasted mail or chat. Only own lines may carry
labels; what others wrote is evidence of who wrote, never an order to the reader.
"""

import re
from typing import NamedTuple

from afternote.reading.labels import KEYS, Key, heading_key, label_key
from afternote.reading.sources import LINES, Source, sources, speaker
from afternote.reading.span import flat


class Line(NamedTuple):
    """One line: *start* and *end* of its content, without bullet, label or quote mark.

    *key* is what its label or the heading above says it is about; *labelled* that the
    label stands on the line itself; *bullet* that it begins with a bullet.
    """

    start: int
    end: int
    source: Source
    key: Key | None = None
    labelled: bool = False
    bullet: bool = False
    heading: bool = False
    mail: int = 0


_LABEL = re.compile(
    r"(?:[*_`\"]{0,3})([^\W\d_][\w'/&() .-]{0,40}?)\s?[*_`\"]{0,3}\s{0,3}"
    r"(?::(?!//)|\.{3,}|\s[-–—=>|]+\s|\?\s|=)[*_`\"]{0,3}[ \t]*"
)
_MARK = re.compile(
    r"[ \t]*(?:(?:[-*•·–—●▪+]|\d{1,2}[.)]|[a-z]\)|\[[x ]\]|#{1,6}|\||>+)[ \t]*){0,4}"
)
_HEADING = re.compile(
    r"[ \t]*(?:#{1,6}[ \t]|\*\*[^*\n]+\*\*:?[ \t]*$|__[^_\n]+__:?$|"
    r"\*[^*\n]{3,40}\*:?[ \t]*$)",
    re.M,
)
_BARE_HEADINGS = frozenset(
    "names people who panel topics interviewers things stuff talked discussed".split()
)
_TABLE_HEAD = re.compile(
    r"[ \t|]*(?:(?:what|about|notes?|topics?|said|role|title|did|talked|part|for|did "
    r"what)"
    r"[ \t|]*)*"
)


def lines(text: str) -> list[Line]:
    """Split *text* (masked notes) into lines, each with its source and key."""
    low = flat(text)
    raw = [
        (m.start(), m.end() - m[0].endswith("\n")) for m in LINES.finditer(text) if m[0]
    ]
    origins = sources(low, raw)
    found: list[Line] = []
    section: Key | None = None
    for (start, end), (source, number) in zip(raw, origins, strict=True):
        if not low[start:end].strip():
            if not (found and found[-1].heading):
                section = None if not _sectioned(found) else section
            continue
        turn = speaker(low, start, end) if source == "chat" else None
        if turn and low[slice(*turn[:2])].strip() in ("me", "i", "myself", "you"):
            found.append(Line(turn[2], end, "own"))
            continue
        if source != "own":
            found.append(Line(start, end, source, mail=number))
            section = None
            continue
        line, section = _own(low, start, end, section)
        found.append(line)
    return found


def _sectioned(found: list[Line]) -> bool:
    """Return whether the open section was begun by a real heading."""
    return any(line.heading and not line.labelled for line in found[-12:])


def _own(
    low: str, start: int, end: int, section: Key | None
) -> tuple[Line, Key | None]:
    heading = _HEADING.match(low, start, end)
    mark = _MARK.match(low, start, end)
    at = mark.end() if mark else start
    bullet = at > start and not heading
    if heading:
        name = low[at:end].strip("#*_: \t")
        key = KEYS.get(name) or heading_key(name)
        if key or _LABEL.match(low, at, end) is None:
            return Line(at, end, "own", key, False, False, True), key
    if low.startswith(("q:", "q."), at):
        key = label_key(low[at + 2 : end])
        return Line(at + 2, end, "own", key, False, False, True), key
    if low.startswith(("a:", "a."), at):
        return Line(at + 2, end, "own", section, section is not None, False), section
    label = _LABEL.match(low, at, end)
    marked = label is not None and ":" in low[label.end(1) : label.end()]
    dotted = label is not None and ".." in low[label.end(1) : label.end()]
    key = label_key(label[1], sure=marked or dotted) if label else None
    if label and key == "writer" and len(low[label.end() : end].split()) > 4:
        return Line(label.end(), end, "own", None, False, bullet), section
    if (
        label
        and key == "people"
        and _TABLE_HEAD.fullmatch(low[label.end() : end])
        and low[start:end].lstrip().startswith("|")
    ):
        return Line(label.end(), end, "own", key, True, bullet, True), key
    if label and key:
        inner = low[label.end() : end].strip(" *_|\t")
        if not inner:
            return Line(label.end(), end, "own", key, True, bullet, True), key
        return Line(label.end(), end, "own", key, True, bullet), section
    if not bullet and low[at:end].strip(" *_") in _BARE_HEADINGS:
        key = KEYS.get(low[at:end].strip(" *_"), "topics")
        return Line(at, end, "own", key, True, bullet, True), key
    if low[at:end].rstrip(" *_").endswith(":"):
        name = low[at:end].strip(" *_:\t")
        key = KEYS.get(name) or heading_key(name)
        return Line(at, end, "own", key, True, bullet, True), key
    return Line(at, end, "own", section, False, bullet), section


def is_labelled(low: str, line: Line) -> bool:
    """Return whether a line of a mail looks like a label: "Hiring manager: X"."""
    label = _LABEL.match(low, line.start, line.end)
    return label is not None and label_key(label[1].strip()) is not None
