"""What the owner of a batch asks of it: submit, look, collect, cancel, delete."""

import asyncio
from collections.abc import Iterable, Sequence
from itertools import islice

from afternote.batch.engine import CHUNK, Batch, Item, Progress
from afternote.batch.tables import (
    BATCH,
    ITEM,
    Tables,
    Tx,
    batch_of,
    item_of,
    progress_of,
)


class Owned(Tables):
    """The owner's part of `BatchEngine`, documented there."""

    async def _insert(
        self, tx: Tx, key: int, first: int, payloads: Sequence[bytes]
    ) -> None:
        await tx.many(
            "INSERT INTO afternote_items (batch, position, payload)"
            " VALUES (:batch, :position, :payload)",
            [
                {"batch": key, "position": first + i, "payload": payload}
                for i, payload in enumerate(payloads)
            ],
        )

    async def submit(self, batch: Batch, payloads: Iterable[bytes]) -> Progress:
        """See `BatchEngine`."""
        async with self._begin() as tx:
            await tx.run(
                "INSERT INTO afternote_batches"
                " (id, owner, about, ordered, created, expires)"
                " VALUES (:id, :owner, :about, :ordered, :created, :expires)"
                " ON CONFLICT (id) DO NOTHING",
                id=batch.id,
                owner=batch.owner,
                about=batch.about,
                ordered=int(batch.ordered),
                created=batch.created,
                expires=batch.expires,
            )
            key, shut = await self._open(tx, batch.id)
            total = await self._count(tx, key)
        waiting = islice(payloads, 0 if shut else total, 0 if shut else None)
        while chunk := list(islice(waiting, CHUNK)):
            async with self._begin() as tx:
                key, shut = await self._open(tx, batch.id)
                if shut:
                    break
                await self._insert(tx, key, total, chunk)
            total += len(chunk)
            await asyncio.sleep(0)
        async with self._begin() as tx:
            await tx.run(
                "UPDATE afternote_batches SET sealed = 1"
                " WHERE key = :key AND cancelled = 0",
                key=key,
            )
        return await self.progress(batch.id)

    async def _count(self, tx: Tx, key: int) -> int:
        rows = await tx.run(
            "SELECT COALESCE(MAX(position), -1) + 1 FROM afternote_items"
            " WHERE batch = :key",
            key=key,
        )
        return int(rows[0][0])

    async def batch(self, id: str) -> Batch:
        """See `BatchEngine`."""
        async with self._begin(write=False) as tx:
            rows = await tx.run(f"SELECT {BATCH} WHERE id = :id", id=id)
        if not rows:
            raise LookupError("there is no such batch")
        return batch_of(rows[0])

    async def batches(
        self, owner: str, *, before: float | None = None, limit: int = 100
    ) -> list[Batch]:
        """See `BatchEngine`."""
        async with self._begin(write=False) as tx:
            rows = await tx.run(
                f"SELECT {BATCH} WHERE owner = :owner AND created < :before"
                " ORDER BY created DESC, id LIMIT :limit",
                owner=owner,
                before=float("inf") if before is None else before,
                limit=limit,
            )
        return [batch_of(row) for row in rows]

    async def progress(self, id: str) -> Progress:
        """See `BatchEngine`."""
        async with self._begin(write=False) as tx:
            key, shut = await self._open(tx, id)
            rows = await tx.run(
                "SELECT state, ok, origin, COUNT(*), SUM(calls), SUM(input_tokens),"
                " SUM(output_tokens), SUM(cost), SUM(varied) FROM afternote_items"
                " WHERE batch = :key GROUP BY state, ok, origin",
                key=key,
            )
        return progress_of(rows, shut)

    async def items(
        self,
        id: str,
        *,
        after: int = -1,
        limit: int = 100,
    ) -> list[Item]:
        """See `BatchEngine`."""
        async with self._begin(write=False) as tx:
            key, _ = await self._open(tx, id)
            rows = await tx.run(
                f"SELECT {ITEM} WHERE batch = :key AND position > :after"
                " ORDER BY position LIMIT :limit",
                key=key,
                after=after,
                limit=limit,
            )
        return [item_of(row) for row in rows]

    async def ready(self, id: str, *, limit: int = 100) -> list[Item]:
        """See `BatchEngine`."""
        async with self._begin(write=False) as tx:
            key, _ = await self._open(tx, id)
            rows = await tx.run(
                f"SELECT {ITEM} WHERE batch = :key AND state >= 3 AND collected = 0"
                " AND position < CASE WHEN (SELECT ordered FROM afternote_batches"
                " WHERE key = :key) = 0 THEN 2147483647 ELSE"
                " COALESCE((SELECT MIN(position) FROM afternote_items"
                " WHERE batch = :key AND state < 3), 2147483647) END"
                " ORDER BY position LIMIT :limit",
                key=key,
                limit=limit,
            )
        return [item_of(row) for row in rows]

    async def collected(
        self,
        id: str,
        positions: Sequence[int],
        *,
        mark: bytes = b"",
    ) -> None:
        """See `BatchEngine`."""
        async with self._begin() as tx:
            key, _ = await self._open(tx, id)
            await tx.many(
                "UPDATE afternote_items SET collected = 1, result = NULL"
                " WHERE batch = :key AND position = :position AND state >= 3",
                [{"key": key, "position": position} for position in positions],
            )
            await tx.run(
                "UPDATE afternote_batches SET mark = :mark WHERE key = :key",
                key=key,
                mark=mark,
            )

    async def cancel(self, id: str) -> Progress:
        """See `BatchEngine`."""
        async with self._begin() as tx:
            key, _ = await self._open(tx, id)
            await tx.run(
                "UPDATE afternote_batches SET cancelled = 1 WHERE key = :key", key=key
            )
            await tx.run(
                "UPDATE afternote_items SET state = 5 WHERE batch = :key AND state = 0",
                key=key,
            )
        return await self.progress(id)

    async def resume(self, id: str) -> Progress:
        """See `BatchEngine`."""
        async with self._begin() as tx:
            key, _ = await self._open(tx, id)
            await tx.run(
                "UPDATE afternote_batches SET cancelled = 0, announced = 0"
                " WHERE key = :key",
                key=key,
            )
            rows = await tx.run(
                "UPDATE afternote_items SET state = 0, tries = 0, due = 0, error = NULL"
                " WHERE batch = :key AND state IN (4, 5) AND collected = 0"
                " RETURNING id",
                key=key,
            )
            await self._queue(tx, [row[0] for row in rows])
        return await self.progress(id)

    async def delete(self, id: str) -> None:
        """See `BatchEngine`."""
        async with self._begin() as tx:
            await self._remove(tx, "id = :id", id=id)

    async def expire(self, now: float) -> int:
        """See `BatchEngine`."""
        async with self._begin() as tx:
            return await self._remove(tx, "expires > 0 AND expires <= :then", then=now)

    async def _remove(self, tx: Tx, which: str, **values: object) -> int:
        rows = await tx.run(
            f"DELETE FROM afternote_batches WHERE {which} RETURNING key",
            **values,
        )
        for (key,) in rows:
            for table in ("afternote_prints", "afternote_items"):
                await tx.run(f"DELETE FROM {table} WHERE batch = :key", key=key)
        return len(rows)
