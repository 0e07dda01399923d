"""The caller's file as lines, by where each stands: never more than one in memory."""

import csv
import io
import struct
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import IO, NamedTuple

from afternote.batch import rows
from afternote.errors import InputError

LONGEST = 1024 * 1024
"""Bytes of a line; notes of 32 KiB, a draft and a corrected brief stay below."""

_PLACE = struct.Struct(">IQI")


class Place(NamedTuple):
    """Where a line stands: its number from 1, its first byte and how many it has."""

    number: int
    start: int
    length: int

    def packed(self) -> bytes:
        """Return the place as 16 bytes."""
        return _PLACE.pack(*self)

    @classmethod
    def of(cls, packed: bytes) -> "Place":
        """Return the place that was `packed`."""
        return cls(*_PLACE.unpack(packed))


class Source:
    """The file at *path*: JSON Lines, or CSV where its name ends so.

    Raises InputError where it cannot be read, or a CSV file names no columns of ours.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._csv = path.suffix.casefold() == ".csv"
        try:
            self._file: IO[bytes] = path.open("rb")
            if not self._file.seekable():
                raise InputError(f"{path}: is no file; only a file can be resumed")
        except OSError as error:
            raise InputError(f"{path}: cannot be read ({error.strerror})") from None
        csv.field_size_limit(LONGEST)
        self._header: tuple[str, ...] = ()
        if self._csv:
            try:
                self._header = self._columns()
            except InputError:
                self.close()
                raise

    def _columns(self) -> tuple[str, ...]:
        record = next(self._records(), None)
        cells = self._cells(record) if record else rows.Bad("is empty")
        if isinstance(cells, rows.Bad):
            raise InputError(f"{self._path}: line 1 {cells.why}")
        header = tuple(cell.strip().lstrip("\ufeff") for cell in cells)
        known = rows.Line.model_fields
        odd = [place for place, name in enumerate(header, 1) if name not in known]
        if odd:
            raise InputError(
                f"{self._path}: column {odd[0]} has a name that is not known; "
                f"known are {', '.join(known)}"
            )
        return header

    def fingerprint(self) -> str:
        """Return a hash of the whole file."""
        digest = sha256()
        self._file.seek(0)
        while chunk := self._file.read(LONGEST):
            digest.update(chunk)
        return digest.hexdigest()

    def places(self) -> Iterator[Place]:
        """Yield where each line stands; blank lines are none."""
        found = self._records() if self._csv else self._lines()
        if self._csv:
            next(found)
        return found

    def _lines(self) -> Iterator[Place]:
        start = number = 0
        with self._path.open("rb") as file:
            while raw := file.readline(LONGEST + 1):
                number += 1
                length = len(raw)
                rest = raw
                while not rest.endswith(b"\n") and len(rest) > LONGEST:
                    rest = file.readline(LONGEST + 1)
                    length += len(rest)
                if raw.strip(b" \t\r\n\xef\xbb\xbf"):
                    yield Place(number, start, length)
                start += length

    def _records(self) -> Iterator[Place]:
        start = number = after = 0
        with self._path.open("rb") as file:

            def lines() -> Iterator[str]:
                nonlocal number, after
                while raw := file.readline(LONGEST + 1):
                    number += 1
                    after += len(raw)
                    yield raw.decode("utf-8", "surrogateescape")

            reader = csv.reader(lines())
            while True:
                first = number + 1
                try:
                    cells = next(reader, None)
                except csv.Error:  # `line` says what is wrong with this stretch
                    cells, reader = ["?"], csv.reader(lines())
                if cells is None:
                    return
                if any(cell.strip() for cell in cells):
                    yield Place(first, start, after - start)
                start = after

    def line(self, place: Place) -> rows.Line | rows.Bad:
        """Return what the line at *place* asks for."""
        if place.length > LONGEST:
            return rows.Bad(f"is longer than {LONGEST // 1024} KiB")
        if self._csv:
            cells = self._cells(place)
            if isinstance(cells, rows.Bad):
                return cells
            return rows.of_cells(self._header, cells)
        return rows.of_json(self._raw(place).removeprefix(b"\xef\xbb\xbf"))

    def _cells(self, place: Place) -> list[str] | rows.Bad:
        try:
            text = self._raw(place).decode("utf-8")
            return next(csv.reader(io.StringIO(text, newline="")), [])
        except UnicodeDecodeError:
            return rows.Bad("is not UTF-8")
        except csv.Error:
            return rows.Bad("is no CSV record: is a quote left open?")

    def _raw(self, place: Place) -> bytes:
        self._file.seek(place.start)
        return self._file.read(place.length)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
