"""The engine for several machines: procrastinate's queue and our tables, in Postgres.

The queue carries numbers of items and nothing else, since it logs what it carries. An
item belongs to who claimed its row, for as long as that worker shows signs of life;
the job that led there may be lost, doubled or late without harm.
"""

import asyncio
import logging
import secrets
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import procrastinate
import psycopg
from procrastinate.exceptions import ConnectorException
from procrastinate.retry import BaseRetryStrategy, RetryDecision
from procrastinate.types import JSONDict
from procrastinate.worker import Worker

from afternote.batch.engine import CHUNK, LEASE, Handler
from afternote.batch.owned import Owned
from afternote.batch.postgres import Postgres, PostgresTx, told
from afternote.batch.tables import Tx
from afternote.batch.worked import CLAIMED, End, Worked, claimed_of
from afternote.errors import StoreError

log = logging.getLogger(__name__)

QUEUE = "afternote"
LOOK = 0.25
"""Seconds between two looks at `stop` and at whether all is drained."""

POLL = 1.0
"""Seconds between two looks at what has become due, of which nobody tells."""


class _Again(BaseRetryStrategy):
    """A job fails only where the store does: then it is tried again, for ever."""

    def get_retry_decision(
        self,
        *,
        exception: BaseException,  # noqa: ARG002 - the signature is procrastinate's
        job: procrastinate.jobs.Job,  # noqa: ARG002
    ) -> RetryDecision:
        """Return when."""
        return RetryDecision(retry_in={"seconds": 2})


class Cluster(Owned, Worked):
    """Batches in the Postgres database at *url*; its tables are made where missing.

    *lease*: seconds without a sign of life after which a worker counts as dead.
    """

    def __init__(self, url: str, *, lease: float = LEASE) -> None:
        self._lease = lease
        self._worker = secrets.token_hex(8)
        self._handle: Handler | None = None
        self._broken: BaseException | None = None
        self._app = procrastinate.App(connector=procrastinate.PsycopgConnector())
        self._db = Postgres(url, self._app)
        self._task = self._app.task(name="afternote.item", queue=QUEUE, retry=_Again())(
            self._item
        )

    def _begin(self, *, write: bool = True) -> AbstractAsyncContextManager[Tx]:
        return self._db.begin(write=write)

    async def _insert(
        self, tx: Tx, key: int, first: int, payloads: Sequence[bytes]
    ) -> None:
        rows = await tx.run(
            "INSERT INTO afternote_items (batch, position, payload)"
            " SELECT :key, :first + n - 1, payload"
            " FROM unnest(:payloads::bytea[]) WITH ORDINALITY AS given (payload, n)"
            " RETURNING id",
            key=key,
            first=first,
            payloads=list(payloads),
        )
        await self._queue(tx, sorted(row[0] for row in rows))
        chunks = first // CHUNK
        if chunks and not chunks & (chunks - 1):
            # Whenever a batch has doubled. Left to autovacuum for a minute, Postgres
            # takes the queue for empty and sorts all of it to find the next job:
            # 56 ms an item with 200,000 waiting, where it is 1.4 ms.
            await tx.run("ANALYZE procrastinate_jobs, afternote_items")

    async def _queue(self, tx: Tx, ids: Sequence[int], wait: float = 0.0) -> None:
        """Put numbers of items into the queue, in the transaction of *tx*."""
        connection = cast(PostgresTx, tx).connection
        for at in range(0, len(ids), CHUNK):
            due = datetime.now(UTC) + timedelta(seconds=wait) if wait else None
            task = self._task.configure(connection=connection, schedule_at=due)
            jobs: list[JSONDict] = [{"item": item} for item in ids[at : at + CHUNK]]
            await task.batch_defer_async(*jobs)

    async def _item(self, item: int) -> None:
        """Work on one item, if it still waits: what a job of the queue does."""
        handle = self._handle
        if handle is None:
            return
        async with self._db.alone() as tx:
            rows = await tx.run(
                "UPDATE afternote_items SET state = 1, worker = :worker,"
                " until = :now + :lease, tries = tries + 1"
                " WHERE id = :item AND state = 0" + CLAIMED,
                worker=self._worker,
                lease=self._lease,
                item=item,
            )
        if not rows:
            return
        handling = asyncio.ensure_future(handle(claimed_of(rows[0])))
        try:
            await asyncio.wait({handling})
        finally:
            if not handling.done():
                handling.cancel()
                await asyncio.wait({handling})
            cut = handling.cancelled()
            end: End = None if cut else handling.exception() or handling.result()
            await self._keep(item, end)

    async def _keep(self, item: int, end: End) -> None:
        try:
            async with self._db.alone() as tx:
                await self._ended(tx, self._worker, item, end)
        except StoreError as error:
            self._broken = error
            raise

    async def work(
        self,
        handle: Handler,
        *,
        jobs: int,
        stop: Callable[[], bool] = lambda: False,
        drain: bool = False,
    ) -> None:
        """See `BatchEngine`."""
        self._handle, self._broken = handle, None
        while not await self._shift(jobs, stop, drain=drain):
            log.warning("was taken for dead, and begins anew")
        self._handle = None
        if self._broken is not None:
            raise self._broken

    async def _shift(self, jobs: int, stop: Callable[[], bool], *, drain: bool) -> bool:
        """Work until it is time to stop; False: until others took this one for dead.

        One that froze for long has its registration taken away; what it had in hand
        ends as it does elsewhere, and it registers again.
        """
        async with self._db.lent():
            pass
        worker = Worker(
            self._app,
            queues=[QUEUE],
            concurrency=jobs,
            fetch_job_polling_interval=POLL,
            delete_jobs="always",
            install_signal_handlers=False,
            update_heartbeat_interval=self._lease / 4,
            stalled_worker_timeout=self._lease,
        )
        working = asyncio.create_task(worker.run())  # type: ignore[no-untyped-call]
        try:
            await self._watch(working, stop, drain=drain)
            worker.stop()  # type: ignore[no-untyped-call]
            await working
        except (psycopg.Error, ConnectorException) as error:
            if isinstance(error.__cause__, psycopg.errors.ForeignKeyViolation):
                return False
            raise told(error) from error
        finally:
            # Nothing to do after a stop; after a failure what runs is given back.
            worker.shutdown_graceful_timeout = 0
            worker.stop()  # type: ignore[no-untyped-call]
            await asyncio.gather(working, return_exceptions=True)
        return True

    async def _watch(
        self, working: "asyncio.Task[Any]", stop: Callable[[], bool], *, drain: bool
    ) -> None:
        """Show signs of life and rescue, beside the queue, until it is time to stop."""
        beat = 0.0
        while not (working.done() or self._broken is not None or stop()):
            if time.monotonic() - beat > self._lease / 4:
                beat = time.monotonic()
                await self._alive()
                await self._rescued()
            if drain and await self._drained():
                return
            await asyncio.wait({working}, timeout=LOOK)

    async def _alive(self) -> None:
        async with self._db.alone() as tx:
            await tx.run(
                "UPDATE afternote_items SET until = :now + :lease"
                " WHERE state = 1 AND worker = :worker",
                lease=self._lease,
                worker=self._worker,
            )

    async def _rescued(self) -> None:
        """Bring back what dead workers had in hand, and forget their jobs."""
        async with self._begin() as tx:
            waiting = await self._rescue(tx)
            await self._queue(tx, waiting)
        manager = self._app.job_manager
        for job in await manager.get_stalled_jobs(
            queue=QUEUE, seconds_since_heartbeat=self._lease
        ):
            # It may have died between taking the job and claiming the item.
            await manager.retry_job(job)
        await manager.prune_stalled_workers(self._lease)

    async def _drained(self) -> bool:
        async with self._db.alone() as tx:
            return not await tx.run(
                "SELECT 1 FROM afternote_items WHERE state < 2 LIMIT 1"
            )

    async def aclose(self) -> None:
        """Close the connections."""
        await self._db.aclose()
