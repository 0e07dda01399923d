"""What both engines share: every statement once, in the SQL that both stores speak.

Values are named `:so`; `:now` is the store's own clock, seconds since 1970, since the
clocks of several machines differ.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol

from afternote.batch.engine import Batch, Item, Progress, Spent, State

STATES: tuple[State, ...] = (
    "waiting",
    "running",
    "drafted",
    "done",
    "dead",
    "cancelled",
)
"""As they are stored: by their place here. From the fourth on they are final."""

TABLES = """
CREATE TABLE IF NOT EXISTS afternote_batches (
    key {serial}, id TEXT NOT NULL UNIQUE, owner TEXT NOT NULL, about {bytes} NOT NULL,
    ordered INTEGER NOT NULL, created {real} NOT NULL, expires {real} NOT NULL,
    sealed INTEGER NOT NULL DEFAULT 0, cancelled INTEGER NOT NULL DEFAULT 0,
    announced {real} NOT NULL DEFAULT 0, settler TEXT NOT NULL DEFAULT '',
    settling {real} NOT NULL DEFAULT 0, mark {bytes} NOT NULL DEFAULT {empty}
);
CREATE TABLE IF NOT EXISTS afternote_items (
    id {serial}, batch {integer} NOT NULL, position INTEGER NOT NULL,
    state INTEGER NOT NULL DEFAULT 0, due {real} NOT NULL DEFAULT 0,
    tries INTEGER NOT NULL DEFAULT 0, worker TEXT NOT NULL DEFAULT '',
    until {real} NOT NULL DEFAULT 0, collected INTEGER NOT NULL DEFAULT 0,
    ok INTEGER NOT NULL DEFAULT 1, varied INTEGER NOT NULL DEFAULT 0,
    origin TEXT NOT NULL DEFAULT '', calls INTEGER NOT NULL DEFAULT 0,
    input_tokens {integer} NOT NULL DEFAULT 0,
    output_tokens {integer} NOT NULL DEFAULT 0, cost {real} NOT NULL DEFAULT 0,
    error TEXT, sketch {bytes}, payload {bytes}, result {bytes},
    UNIQUE (batch, position)
);
CREATE INDEX IF NOT EXISTS afternote_waiting ON afternote_items (due, id)
    WHERE state = 0;
CREATE INDEX IF NOT EXISTS afternote_running ON afternote_items (until)
    WHERE state = 1;
CREATE INDEX IF NOT EXISTS afternote_undrafted ON afternote_items (batch, position)
    WHERE state < 2;
CREATE INDEX IF NOT EXISTS afternote_drafted ON afternote_items (batch, position)
    WHERE state = 2;
CREATE INDEX IF NOT EXISTS afternote_open ON afternote_items (batch, position)
    WHERE state < 3;
CREATE INDEX IF NOT EXISTS afternote_ready ON afternote_items (batch, position)
    WHERE state >= 3 AND collected = 0;
CREATE TABLE IF NOT EXISTS afternote_prints (
    batch {integer} NOT NULL, print {integer} NOT NULL, position INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS afternote_print ON afternote_prints (batch, print);
"""

BATCH = (
    "id, owner, about, ordered, created, expires, sealed, cancelled, mark"
    " FROM afternote_batches"
)
ITEM = (
    "position, state, tries, ok, result, error,"
    " CASE WHEN state >= 4 THEN payload END FROM afternote_items"
)

Row = tuple[Any, ...]


class Tx(Protocol):
    """One transaction: all of it happens, or nothing."""

    async def run(self, sql: str, **values: object) -> list[Row]:
        """Run one statement; return its rows."""

    async def many(self, sql: str, rows: Sequence[Mapping[str, object]]) -> None:
        """Run one statement for each of *rows*."""


class Tables(ABC):
    """What holds the tables."""

    @abstractmethod
    def _begin(self, *, write: bool = True) -> AbstractAsyncContextManager[Tx]:
        """Begin a transaction; inside, nothing is awaited but what it gives."""

    @abstractmethod
    async def _queue(self, tx: Tx, ids: Sequence[int], wait: float = 0.0) -> None:
        """Bring waiting items to the workers, where they do not look for themselves."""

    async def _open(self, tx: Tx, id: str) -> tuple[int, bool]:
        """Return the key of a batch, and whether it takes no more items."""
        rows = await tx.run(
            "SELECT key, sealed, cancelled FROM afternote_batches WHERE id = :id", id=id
        )
        if not rows:
            raise LookupError("there is no such batch")
        return rows[0][0], bool(rows[0][1] or rows[0][2])


def batch_of(row: Row) -> Batch:
    """Return a row of `BATCH` as a batch."""
    ident, owner, about, ordered, created, expires, sealed, cancelled, mark = row
    return Batch(
        id=ident,
        owner=owner,
        about=bytes(about),
        ordered=bool(ordered),
        created=created,
        expires=expires,
        sealed=bool(sealed),
        cancelled=bool(cancelled),
        mark=bytes(mark),
    )


def item_of(row: Row) -> Item:
    """Return a row of `ITEM` as an item."""
    position, state, tries, ok, result, error, payload = row
    done = bytes(result) if STATES[state] == "done" and result is not None else None
    kept = None if payload is None else bytes(payload)
    return Item(position, STATES[state], tries, bool(ok), done, error, kept)


def progress_of(rows: Iterable[Row], shut: bool) -> Progress:
    """Sum up *rows* of state, ok, origin, count, what was spent, and varied."""
    states: dict[State, int] = dict.fromkeys(STATES, 0)
    origins: dict[str, int] = {}
    failed = varied = 0
    spent = Spent()
    for state, ok, origin, count, calls, read, written, cost, anew in rows:
        states[STATES[state]] += count
        if origin:
            origins[origin] = origins.get(origin, 0) + count
        failed += 0 if ok or STATES[state] != "done" else count
        varied += int(anew)
        spent = Spent(
            spent.calls + int(calls),
            spent.input_tokens + int(read),
            spent.output_tokens + int(written),
            spent.cost_usd + float(cost),
        )
    open_ = states["waiting"] + states["running"] + states["drafted"]
    return Progress(
        total=sum(states.values()),
        states=states,
        failed=failed,
        origins=origins,
        spent=spent,
        varied=varied,
        finished=shut and not open_,
    )
