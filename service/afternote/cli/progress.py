"""A progress bar on stderr: how far, how fast, how long still. Nothing for a pipe."""

import sys
import time
from types import TracebackType
from typing import Self

from afternote.evaluate.record import Sample

WIDTH = 24
EVERY = 0.1
"""Seconds between two drawings; a terminal is slower than the offline target."""


class Bar:
    """Draws on stderr while samples come in; use as a context manager."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._started = time.monotonic()
        self._first: int | None = None
        self._drawn = 0.0
        self._failed = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()

    def tell(self, sample: Sample, done: int, total: int) -> None:
        """Draw that *done* of *total* samples are there."""
        if self._first is None:
            self._first = done - 1
        self._failed += sample.error is not None
        now = time.monotonic()
        if not self._shown or (now - self._drawn < EVERY and done < total):
            return
        self._drawn = now
        sys.stderr.write("\r\033[K" + self.line(done, total, now - self._started))
        sys.stderr.flush()

    def line(self, done: int, total: int, seconds: float) -> str:
        """Return the bar after *seconds* (resumed samples took none)."""
        rate = (done - (self._first or 0)) / seconds if seconds else 0.0
        failed = f", {self._failed} errors" if self._failed else ""
        return (
            f"{bar(done, total)} {done}/{total}  {rate:.1f}/s  "
            f"{left(total - done, rate)} left{failed}"
        )


def bar(done: int, total: int) -> str:
    """Return the bar itself."""
    filled = WIDTH * done // max(1, total)
    return f"{'━' * filled}{'╌' * (WIDTH - filled)}"


def left(count: int, rate: float) -> str:
    """Return how long *count* more take at *rate* a second: 1:05."""
    seconds = int(count / rate) if rate else 0
    return f"{seconds // 60}:{seconds % 60:02d}"
