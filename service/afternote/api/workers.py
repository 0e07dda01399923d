"""Several processes that are one server: kept alive, stopped and counted together.

They are forked from one that has loaded everything, each listening for itself at the
same port, so that the kernel deals connections out evenly.
"""

import asyncio
import logging
import mmap
import multiprocessing
import signal
import struct
import time
import zlib
from collections.abc import Callable, Iterator
from multiprocessing.connection import wait
from types import FrameType

from afternote.api.health import Health
from afternote.errors import ConfigError

log = logging.getLogger(__name__)

ROOM = 256 * 1024
"""Bytes for what one worker has counted; labels are few."""

OFTEN = 1.0
"""Seconds between two times that a worker tells what it has counted."""

SOON = 1.0
"""Seconds before a worker that died is started anew, lest it die in a circle."""

_HEAD = struct.Struct("<II")


class Slots:
    """Memory that *count* workers share, a slot for each to write in."""

    def __init__(self, count: int) -> None:
        self._slots = [mmap.mmap(-1, ROOM) for _ in range(count)]

    def write(self, number: int, told: bytes) -> None:
        """Tell what worker *number* has counted."""
        if len(told) <= ROOM - _HEAD.size:
            head = _HEAD.pack(len(told), zlib.crc32(told))
            self._slots[number][: _HEAD.size + len(told)] = head + told

    def read(self, number: int) -> bytes | None:
        """Return what worker *number* has told; None for nothing, or half of it."""
        slot = self._slots[number]
        length, checked = _HEAD.unpack(slot[: _HEAD.size])
        told = bytes(slot[_HEAD.size : _HEAD.size + length])
        return told if length and zlib.crc32(told) == checked else None


class Mates:
    """The other workers, as worker *number* sees them."""

    def __init__(self, slots: Slots, number: int, count: int) -> None:
        self._slots = slots
        self._number = number
        self._count = count

    def told(self) -> Iterator[bytes | None]:
        """Yield what each of the others has counted."""
        others = (n for n in range(self._count) if n != self._number)
        return (self._slots.read(n) for n in others)

    def inherit(self, health: Health) -> None:
        """Go on from what was counted here before a restart."""
        health.counted.lay_on(self._slots.read(self._number))

    async def tell(self, health: Health) -> None:
        """Tell what is counted here, again and again, until cancelled."""
        try:
            while True:
                self._slots.write(self._number, health.dump())
                await asyncio.sleep(OFTEN)
        finally:
            self._slots.write(self._number, health.dump())


def supervise(count: int, work: Callable[[int], None]) -> None:
    """Run `work(number)` in *count* processes; return when told to stop and all have.

    One that dies is started anew. Raises ConfigError where processes cannot be forked.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        raise ConfigError("this system knows no fork: serve with one worker")
    forking = multiprocessing.get_context("fork")
    stopping = False
    running: dict[int, multiprocessing.process.BaseProcess] = {}

    def stop(sig: int, frame: FrameType | None) -> None:  # noqa: ARG001
        nonlocal stopping
        stopping = True
        for process in running.values():
            if process.is_alive():
                process.terminate()

    def start(number: int) -> None:
        process = forking.Process(target=_begin, args=(work, number))
        process.start()
        running[number] = process

    for number in range(count):
        start(number)
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, stop)
    while running:
        wait([process.sentinel for process in running.values()], timeout=1)
        for number, process in list(running.items()):
            if process.is_alive():
                continue
            process.join()
            del running[number]
            if not stopping:
                log.error("worker %d ended (%s)", number, process.exitcode)
                time.sleep(SOON)
            if not stopping:
                start(number)


def _begin(work: Callable[[int], None], number: int) -> None:
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, signal.SIG_DFL)
    work(number)
