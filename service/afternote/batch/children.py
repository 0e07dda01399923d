"""The processes that draft beside the one that reads and writes the files."""

import contextlib
import multiprocessing
import os
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from typing import Self

from afternote.batch.child import Task, main
from afternote.errors import StoreError

DEATHS = 20
"""Children that may die while no row is written: a poisonous line kills four."""

GRACE = 5.0
"""Seconds in which a child told to stop has ended and stored what it had in hand."""


@dataclass
class _Child:
    process: ForkServerProcess
    told: Connection


class Children:
    """As many processes as *task* is worth; use as a context manager.

    Forked from a clean server, not from here: a process must not inherit an open
    ledger. One dies: another takes its place.
    """

    def __init__(self, task: Task, *, processes: int | None = None) -> None:
        self._task = task
        self._count = processes or len(os.sched_getaffinity(0))
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["afternote.batch.child"])
        self._children: list[_Child] = []
        self._deaths = self._written = 0

    def __enter__(self) -> Self:
        self._children = [self._born() for _ in range(self._count)]
        return self

    def _born(self) -> _Child:
        told, tells = self._context.Pipe(duplex=False)
        process = self._context.Process(target=main, args=(self._task, tells))
        process.daemon = True
        process.start()
        tells.close()
        return _Child(process, told)

    def look(self, written: int) -> None:
        """Replace who died; *written* rows are there by now.

        Raises what a child could not help (a wrong setting, a full disk), and
        StoreError when one after the other dies.
        """
        if written > self._written:
            self._written, self._deaths = written, 0
        for place, child in enumerate(self._children):
            if child.process.exitcode is None:
                continue
            with contextlib.suppress(EOFError):
                if child.told.poll():
                    raise child.told.recv()
            self._deaths += 1
            if self._deaths > DEATHS:
                raise StoreError(
                    f"{DEATHS} processes died one after the other "
                    f"(the last with {child.process.exitcode}); is there memory enough?"
                )
            self._children[place] = self._born()

    def __exit__(self, *_: object) -> None:
        for child in self._children:
            child.process.terminate()
        for child in self._children:
            child.process.join(GRACE)
            child.process.kill()
            child.process.join()
            child.told.close()
