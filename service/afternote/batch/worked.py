"""What a worker asks: to keep an outcome, to try again, to settle, to announce."""

import secrets
from collections.abc import Sequence

from afternote.batch.engine import (
    TRIES,
    Batch,
    Claimed,
    GiveBack,
    Known,
    Outcome,
    Settled,
    Spent,
    Unsettled,
)
from afternote.batch.tables import BATCH, Row, Tables, Tx, batch_of

SETTLING = 60.0
"""Seconds for which drafted items are left to one caller of `unsettled`."""

CLAIMED = (
    " RETURNING id, (SELECT b.id FROM afternote_batches b WHERE b.key = batch),"
    " position, payload, tries"
)
"""Ends a statement that puts items into a worker's hands: see `claimed_of`."""

End = Outcome | GiveBack | BaseException | None
"""What became of a try: an outcome, another turn, what was raised; None: not begun."""

_AFTER_A_TRY = f"""
    state = CASE
        WHEN (SELECT cancelled FROM afternote_batches WHERE key = batch) = 1 THEN 5
        WHEN tries >= {TRIES} THEN 4 ELSE 0 END"""


def claimed_of(row: Row) -> Claimed:
    """Return a row of `CLAIMED` as what a handler gets."""
    _, batch, position, payload, tries = row
    return Claimed(batch or "", position, bytes(payload or b""), tries)


class Worked(Tables):
    """The workers' part of `BatchEngine`, documented there."""

    async def _ended(
        self,
        tx: Tx,
        worker: str,
        item: int,
        end: End,
    ) -> None:
        """Keep an outcome if it is the first, whoever has the item meanwhile."""
        if isinstance(end, Outcome):
            await tx.run(
                "UPDATE afternote_items SET state = 2, result = :result, ok = :ok,"
                " origin = :origin, calls = :calls, input_tokens = :read,"
                " output_tokens = :written, cost = :cost, payload = NULL, worker = '',"
                " error = NULL WHERE id = :id AND state IN (0, 1)",
                id=item,
                **_columns(end),
            )
            return
        wait = end.wait if isinstance(end, GiveBack) else 0.0
        rows = await tx.run(
            f"UPDATE afternote_items SET {_AFTER_A_TRY}, due = :now + :wait,"
            " tries = tries - :untried, worker = '', error = :error"
            " WHERE id = :id AND state = 1 AND worker = :worker RETURNING id, state",
            id=item,
            worker=worker,
            wait=wait,
            untried=int(end is None),
            error=type(end).__name__ if isinstance(end, BaseException) else None,
        )
        await self._queue(tx, [row[0] for row in rows if row[1] == 0], wait)

    async def _rescue(self, tx: Tx) -> list[int]:
        """Let what dead workers had in hand wait again, or call it dead.

        Returns the items that wait.
        """
        rows = await tx.run(
            f"UPDATE afternote_items SET {_AFTER_A_TRY}, worker = '',"
            " error = 'WorkerDied' WHERE state = 1 AND until < :now RETURNING id, state"
        )
        return [row[0] for row in rows if row[1] == 0]

    async def unsettled(self, *, limit: int = 200) -> Unsettled | None:
        """See `BatchEngine`."""
        token = secrets.token_hex(8)
        async with self._begin(write=False) as tx:
            waiting = await tx.run(
                "SELECT key FROM afternote_batches b WHERE settling < :now"
                " AND EXISTS (SELECT 1 FROM afternote_items"
                " WHERE batch = b.key AND state = 2)"
            )
        for (key,) in waiting:
            async with self._begin() as tx:
                taken = await self._take(tx, key, token, limit)
            if taken is not None:
                return taken
        return None

    async def _take(self, tx: Tx, key: int, token: str, limit: int) -> Unsettled | None:
        rows = await tx.run(
            "SELECT position, result, ok, origin, calls, input_tokens, output_tokens,"
            " cost FROM afternote_items WHERE batch = :key AND state = 2"
            " AND position < CASE WHEN (SELECT ordered FROM afternote_batches"
            " WHERE key = :key) = 0 THEN 2147483647 ELSE"
            " COALESCE((SELECT MIN(position) FROM afternote_items"
            " WHERE batch = :key AND state < 2), 2147483647) END"
            " ORDER BY position LIMIT :limit",
            key=key,
            limit=limit,
        )
        if not rows:
            return None
        mine = await tx.run(
            "UPDATE afternote_batches SET settler = :token, settling = :now + :seconds"
            " WHERE key = :key AND settling < :now RETURNING id",
            key=key,
            token=token,
            seconds=SETTLING,
        )
        if not mine:
            return None
        items = tuple((row[0], _outcome(row[1:])) for row in rows)
        return Unsettled(mine[0][0], items, token)

    async def known(self, id: str, prints: Sequence[int]) -> list[Known]:
        """See `BatchEngine`."""
        if not prints:
            return []
        listed = ", ".join(str(int(one)) for one in prints)
        async with self._begin(write=False) as tx:
            key, _ = await self._open(tx, id)
            rows = await tx.run(
                "SELECT p.print, p.position, i.sketch FROM afternote_prints p"
                " JOIN afternote_items i ON i.batch = p.batch"
                " AND i.position = p.position"
                f" WHERE p.batch = :key AND p.print IN ({listed})"
                " ORDER BY p.position",
                key=key,
            )
        return [Known(row[0], row[1], bytes(row[2] or b"")) for row in rows]

    async def settle(self, taken: Unsettled, settled: Sequence[Settled]) -> bool:
        """See `BatchEngine`."""
        async with self._begin() as tx:
            mine = await tx.run(
                "UPDATE afternote_batches SET settler = '', settling = 0"
                " WHERE id = :id AND settler = :token RETURNING key",
                id=taken.batch,
                token=taken.token,
            )
            if not mine:
                return False
            key = mine[0][0]
            await tx.many(
                "UPDATE afternote_items SET state = 3, result = :result, ok = :ok,"
                " origin = :origin, calls = :calls, input_tokens = :read,"
                " output_tokens = :written, cost = :cost, sketch = :sketch,"
                " varied = :varied"
                " WHERE batch = :key AND position = :position AND state = 2",
                [
                    {
                        "key": key,
                        "position": one.position,
                        "sketch": one.sketch,
                        "varied": int(one.varied),
                        **_columns(one.outcome),
                    }
                    for one in settled
                ],
            )
            await tx.many(
                "INSERT INTO afternote_prints (batch, print, position)"
                " VALUES (:key, :print, :position)",
                [
                    {"key": key, "print": print_, "position": one.position}
                    for one in settled
                    for print_ in one.prints
                ],
            )
        return True

    async def announcing(self, *, seconds: float) -> list[Batch]:
        """See `BatchEngine`."""
        async with self._begin() as tx:
            rows = await tx.run(
                "UPDATE afternote_batches SET announced = :now + :seconds"
                " WHERE announced >= 0 AND announced < :now"
                " AND (sealed = 1 OR cancelled = 1)"
                " AND NOT EXISTS (SELECT 1 FROM afternote_items"
                " WHERE batch = afternote_batches.key AND state < 3)"
                f" RETURNING {BATCH.partition(' FROM')[0]}",
                seconds=seconds,
            )
        return [batch_of(row) for row in rows]

    async def announced(self, id: str) -> None:
        """See `BatchEngine`."""
        async with self._begin() as tx:
            await tx.run(
                "UPDATE afternote_batches SET announced = -1 WHERE id = :id", id=id
            )


def _columns(outcome: Outcome) -> dict[str, object]:
    return {
        "result": outcome.result,
        "ok": int(outcome.ok),
        "origin": outcome.origin,
        "calls": outcome.spent.calls,
        "read": outcome.spent.input_tokens,
        "written": outcome.spent.output_tokens,
        "cost": outcome.spent.cost_usd,
    }


def _outcome(row: Row) -> Outcome:
    result, ok, origin, calls, read, written, cost = row
    return Outcome(bytes(result), bool(ok), origin, Spent(calls, read, written, cost))
