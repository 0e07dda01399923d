"""The output file: written beside its name, whole lines only, exactly once each.

What was written is known from the ledger's mark, kept in the same transaction in which
results are forgotten. Whatever a crash left beyond the mark is cut off and written
again. The file gets its name when its last line is there.
"""

import fcntl
import os
from pathlib import Path

from afternote.batch import rows
from afternote.errors import InputError, StoreError


class Output:
    """Writes rows for *path* to `path.part`, from *size* bytes on.

    Raises InputError where it cannot be written or another process is at it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.part = path.with_name(path.name + ".part")
        self._csv = path.suffix.casefold() == ".csv"
        self.size = 0
        try:
            self._file = os.open(self.part, os.O_CREAT | os.O_RDWR, 0o600)
        except OSError as error:
            raise InputError(f"{path}: cannot be written ({error.strerror})") from None
        try:
            fcntl.lockf(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(self._file)
            raise InputError(f"{path}: another batch is writing it") from None

    def go_on(self, size: int) -> None:
        """Cut off everything after *size* bytes; StoreError where there are fewer."""
        if os.fstat(self._file).st_size < size:
            raise StoreError(
                f"{self.part}: is shorter than it was; remove it and the ledger beside "
                "it to start afresh"
            )
        with _told(self.part):
            os.ftruncate(self._file, size)
            os.lseek(self._file, size, os.SEEK_SET)
        self.size = size
        if self._csv and not size:
            self._write(rows.record(rows.COLUMNS))

    def add(self, found: list[bytes]) -> None:
        """Write *found* and see to it that they are on the disk."""
        make = rows.as_record if self._csv else rows.as_line
        self._write(b"".join(make(row) for row in found))
        with _told(self.part):
            os.fsync(self._file)

    def _write(self, raw: bytes) -> None:
        left = memoryview(raw)
        with _told(self.part):
            while left:
                left = left[os.write(self._file, left) :]
        self.size += len(raw)

    def finish(self) -> None:
        """Give the file its name."""
        with _told(self.path):
            os.fsync(self._file)
            os.replace(self.part, self.path)  # noqa: PTH105 - atomic, and said so
            folder = os.open(self.path.parent, os.O_RDONLY)
            os.fsync(folder)
            os.close(folder)

    def close(self) -> None:
        """Let go of the file, and of the right to write it."""
        os.close(self._file)


class _told:  # noqa: N801 - used as a statement
    """Turns OSError into StoreError that names *path*."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if isinstance(error, OSError):
            raise StoreError(
                f"{self._path}: cannot be written ({error.strerror}); run the same "
                "command again to go on"
            ) from None
