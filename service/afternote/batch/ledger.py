"""The embedded engine: one SQLite file, leases, nothing to install.

Any number of processes on one machine may open the file; not over a network, where
SQLite's locks do not hold. Statements run in the event loop: each takes some 50 µs, and
a thread would cost more than it saves.
"""

import asyncio
import os
import secrets
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from afternote.batch.engine import LEASE, Claimed, GiveBack, Handler, Outcome
from afternote.batch.owned import Owned
from afternote.batch.tables import TABLES, Row, Tx
from afternote.batch.worked import CLAIMED, End, Worked, claimed_of
from afternote.errors import StoreError

PATIENCE = 30.0
"""Seconds to wait for another process's transaction; ours take milliseconds."""

LOOK = 0.1
"""Seconds between two looks at `stop`, and for new items when there were none."""

_VERSION = 1
_SCHEMA = TABLES.format(
    serial="INTEGER PRIMARY KEY",
    integer="INTEGER",
    real="REAL",
    bytes="BLOB",
    empty="x''",
)


class Ledger(Owned, Worked):
    """Batches in the SQLite file at *path*, made where there is none, for its owner.

    *lease*: seconds without a sign of life after which a worker counts as dead.
    """

    def __init__(self, path: Path, *, lease: float = LEASE) -> None:
        self._path = path
        self._lease = lease
        try:
            # Never opened by hand again: to close it would drop this process's locks.
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except FileExistsError:
            pass
        except OSError as error:
            raise StoreError(f"{path}: cannot be opened ({error.strerror})") from None
        with self._told():
            self._db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
            # A commit survives kill -9; the last few may not survive a power cut, and
            # are then done again.
            self._db.execute("PRAGMA synchronous = NORMAL")
            self._db.execute("PRAGMA secure_delete = ON")
            if self._db.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
                self._found()

    def _found(self) -> None:
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("BEGIN IMMEDIATE")
        if self._db.execute("PRAGMA user_version").fetchone()[0] > _VERSION:
            raise StoreError(f"{self._path}: is of a newer afternote")
        for statement in _SCHEMA.split(";"):
            self._db.execute(statement)
        self._db.execute(f"PRAGMA user_version = {_VERSION}")
        self._db.execute("COMMIT")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(f"{self._path}: {error}") from error

    @asynccontextmanager
    async def _begin(self, *, write: bool = True) -> AsyncIterator[Tx]:
        with self._told():
            self._db.execute("BEGIN IMMEDIATE" if write else "BEGIN")
            try:
                yield self
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    async def run(self, sql: str, **values: object) -> list[Row]:
        """See `Tx`: this object is its own transaction."""
        values["now"] = time.time()
        return self._db.execute(sql, values).fetchall()

    async def many(self, sql: str, rows: Sequence[Mapping[str, object]]) -> None:
        """See `Tx`."""
        self._db.executemany(sql, rows)

    async def _queue(self, tx: Tx, ids: Sequence[int], wait: float = 0.0) -> None:
        """Do nothing: workers look for themselves."""

    async def aclose(self) -> None:
        """Close the file."""
        self._db.close()

    async def work(
        self,
        handle: Handler,
        *,
        jobs: int,
        stop: Callable[[], bool] = lambda: False,
        drain: bool = False,
    ) -> None:
        """See `BatchEngine`."""
        worker = secrets.token_hex(8)
        running: dict[asyncio.Task[Outcome | GiveBack], int] = {}
        ended: list[tuple[int, End]] = []
        beat = looked = 0.0
        stopping = False
        try:
            while True:
                now = time.monotonic()
                if now - looked > LOOK:
                    looked, stopping = now, stop()
                alive = now - beat > self._lease / 4
                beat = now if alive else beat
                wanted = 0 if stopping else jobs - len(running)
                claimed = await self._turn(worker, ended, wanted, alive=alive)
                ended = []
                for row in claimed:
                    task = asyncio.create_task(_handled(handle, claimed_of(row)))
                    running[task] = row[0]
                if not running:
                    if stopping or (drain and await self._drained()):
                        return
                    await asyncio.sleep(LOOK)
                    continue
                done, _ = await asyncio.wait(
                    running,
                    timeout=LOOK,
                    return_when=asyncio.FIRST_COMPLETED,
                )
                ended = [(running.pop(task), _end(task)) for task in done]
        finally:
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)
            ended += [(item, _end(task)) for task, item in running.items()]
            await self._turn(worker, ended, 0, alive=False)

    async def _turn(
        self,
        worker: str,
        ended: Sequence[tuple[int, End]],
        wanted: int,
        *,
        alive: bool,
    ) -> list[Row]:
        """Keep what ended, show a sign of life, and claim: one transaction."""
        if not ended and not alive and wanted <= 0:
            return []
        async with self._begin() as tx:
            for id_, end in ended:
                await self._ended(tx, worker, id_, end)
            if alive:
                await tx.run(
                    "UPDATE afternote_items SET until = :now + :lease"
                    " WHERE state = 1 AND worker = :worker",
                    lease=self._lease,
                    worker=worker,
                )
                await self._rescue(tx)
            if wanted <= 0:
                return []
            rows = await tx.run(
                "UPDATE afternote_items SET state = 1, worker = :worker,"
                " until = :now + :lease, tries = tries + 1 WHERE id IN"
                " (SELECT id FROM afternote_items WHERE state = 0 AND due <= :now"
                " ORDER BY due, id LIMIT :wanted)" + CLAIMED,
                worker=worker,
                lease=self._lease,
                wanted=wanted,
            )
        return sorted(rows, key=lambda row: int(row[0]))

    async def _drained(self) -> bool:
        async with self._begin(write=False) as tx:
            return not await tx.run(
                "SELECT 1 FROM afternote_items WHERE state < 2 LIMIT 1"
            )


async def _handled(handle: Handler, claimed: Claimed) -> Outcome | GiveBack:
    return await handle(claimed)


def _end(task: "asyncio.Task[Outcome | GiveBack]") -> End:
    return None if task.cancelled() else task.exception() or task.result()
