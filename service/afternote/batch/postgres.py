"""The connections of an engine to its Postgres: opened late, founded once, told apart.

Statements are those of `tables`, with their values named as psycopg has it.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from functools import lru_cache
from typing import LiteralString

import procrastinate
import psycopg
from procrastinate.exceptions import ConnectorException
from psycopg_pool import AsyncConnectionPool

from afternote.batch.tables import TABLES, Row
from afternote.errors import StoreError

CONNECTIONS = 8
"""To the server, for one process; statements are short, and more would only queue."""

PATIENCE = 30.0
"""Seconds for a connection."""

_FOUNDING = 0x61667465726E6F74
"""Of the lock under which tables are made: several processes may start at once."""

_SCHEMA = TABLES.format(
    serial="BIGSERIAL PRIMARY KEY",
    integer="BIGINT",
    real="DOUBLE PRECISION",
    bytes="BYTEA",
    empty="''",
)
_NAMED = re.compile(r"(?<!:):(\w+)")
_NOW = "extract(epoch from clock_timestamp())"


@lru_cache(maxsize=256)
def _translated(sql: str) -> LiteralString:
    """Return *sql* with its values named as psycopg has it, and the server's clock."""
    plain = sql.replace("%", "%%").replace(":now", _NOW)
    named: LiteralString = _NAMED.sub(r"%(\1)s", plain)
    return named


class PostgresTx:
    """Statements on one connection; a `Tx`."""

    def __init__(self, connection: psycopg.AsyncConnection[Row]) -> None:
        self.connection = connection

    async def run(self, sql: str, **values: object) -> list[Row]:
        """See `Tx`."""
        cursor = await self.connection.execute(_translated(sql), values)
        return await cursor.fetchall() if cursor.description else []

    async def many(self, sql: str, rows: Sequence[Mapping[str, object]]) -> None:
        """See `Tx`."""
        async with self.connection.cursor() as cursor:
            await cursor.executemany(_translated(sql), rows)


class Postgres:
    """The database at *url* and the queue in it, both made where they are missing.

    *app* is whose queue it is.
    """

    def __init__(self, url: str, app: procrastinate.App) -> None:
        self._app = app
        self._pool = AsyncConnectionPool(
            url,
            min_size=1,
            max_size=CONNECTIONS,
            timeout=PATIENCE,
            configure=_configured,
            open=False,
        )
        self._opening = asyncio.Lock()
        self._open_now = False

    async def _connected(self) -> None:
        async with self._opening:
            if self._open_now:
                return
            await self._pool.open(wait=True, timeout=PATIENCE)
            await self._app.open_async(self._pool)
            async with self._pool.connection() as connection, connection.transaction():
                tx = PostgresTx(connection)
                await tx.run("SELECT pg_advisory_xact_lock(:key)", key=_FOUNDING)
                there = await tx.run("SELECT to_regclass('procrastinate_jobs')")
                if there[0][0] is None:
                    schema = procrastinate.schema.SchemaManager.get_schema()
                    await connection.execute(schema)
                await connection.execute(_SCHEMA)
            self._open_now = True

    @asynccontextmanager
    async def lent(self) -> AsyncIterator[psycopg.AsyncConnection[Row]]:
        """Lend a connection; what fails on it is a StoreError."""
        try:
            await self._connected()
            async with self._pool.connection() as connection:
                yield connection
        except (psycopg.Error, ConnectorException) as error:
            raise told(error) from error

    @asynccontextmanager
    async def begin(self, *, write: bool = True) -> AsyncIterator[PostgresTx]:
        """Begin a transaction; one that writes waits for the disk at its end."""
        async with self.lent() as connection, connection.transaction():
            if write:
                await connection.execute("SET LOCAL synchronous_commit = on")
            yield PostgresTx(connection)

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[PostgresTx]:
        """Give what runs a single statement without the cost of a transaction."""
        async with self.lent() as connection:
            yield PostgresTx(connection)

    async def aclose(self) -> None:
        """Close the connections."""
        if self._open_now:
            await self._app.close_async()
        await self._pool.close()


async def _configured(connection: psycopg.AsyncConnection[Row]) -> None:
    """Wait for the disk only where an owner is told that something is kept.

    Should the server itself crash, the last half second of drafting is done again: what
    is in the log comes back in its order, so that nothing of it contradicts itself.
    """
    await connection.set_autocommit(True)
    await connection.execute("SET synchronous_commit = off")


def told(error: Exception) -> StoreError:
    """Return *error* as ours: the server's own words, without the values of a row."""
    cause = error.__cause__ if isinstance(error, ConnectorException) else error
    said = cause.diag.message_primary if isinstance(cause, psycopg.Error) else None
    first = str(cause).strip().splitlines()[:1] if said is None else [said]
    return StoreError(f"postgres: {''.join(first) or type(cause).__name__}")
