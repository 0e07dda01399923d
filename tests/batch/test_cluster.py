"""procrastinate on a real Postgres keeps what every engine keeps, and tells nothing."""

import asyncio
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from tests.batch import postgres
from tests.batch.conformance import *  # noqa: F403 - the suite
from tests.batch.conformance import LEASE, echo, payloads, run, spec_of

psycopg = pytest.importorskip("psycopg")

from afternote.batch.cluster import Cluster  # noqa: E402
from afternote.batch.engine import Batch, BatchEngine, Claimed, Outcome  # noqa: E402
from afternote.errors import StoreError  # noqa: E402

FULL = """
CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
RAISE EXCEPTION 'No space left on device' USING ERRCODE = '53100';
END $$;
CREATE TRIGGER full_disk BEFORE UPDATE ON afternote_items
FOR EACH ROW WHEN (NEW.state = 2) EXECUTE FUNCTION full_disk();
"""


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.Server]:
    with postgres.running("fsync=off") as running:
        yield running


class _Database:
    def __init__(self, url: str) -> None:
        self.url = url
        self.spec = spec_of("cluster", url)

    def open(self) -> BatchEngine:
        return Cluster(self.url, lease=LEASE)

    def sql(self, statement: str) -> list[Any]:
        with psycopg.connect(self.url, autocommit=True) as connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def fill(self) -> None:
        self.sql(FULL)

    def empty(self) -> None:
        self.sql("DROP TRIGGER full_disk ON afternote_items")

    def rows(self) -> int:
        tables = ("batches", "items", "prints")
        return sum(
            self.sql(f"SELECT COUNT(*) FROM afternote_{table}")[0][0]  # noqa: S608
            for table in tables
        )


@pytest.fixture
def store(server: postgres.Server) -> _Database:
    return _Database(server.new())


def test_the_queue_and_the_logs_hold_numbers_and_nothing_else(
    store: _Database, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    async def fails(claimed: object) -> Any:
        raise ValueError("SECRET in the handler")

    async def work(engine: BatchEngine) -> None:
        await engine.submit(Batch("b"), [b"SECRET notes"] * 3)
        args = store.sql("SELECT args FROM procrastinate_jobs")
        assert all(set(row[0]) == {"item"} for row in args)
        assert all(isinstance(row[0]["item"], int) for row in args)
        await engine.work(fails, jobs=2, drain=True)

    run(store, work)
    assert "SECRET" not in caplog.text
    assert store.sql("SELECT COUNT(*) FROM procrastinate_jobs") == [(0,)]


def test_a_job_that_died_with_its_worker_before_it_claimed_is_rescued(
    store: _Database,
) -> None:
    async def work(engine: BatchEngine) -> None:
        await engine.submit(Batch("b"), payloads(2))
        store.sql(
            "INSERT INTO procrastinate_workers (last_heartbeat)"
            " VALUES (now() - interval '1 hour')"
        )
        store.sql(
            "UPDATE procrastinate_jobs SET status = 'doing',"
            " worker_id = (SELECT MIN(id) FROM procrastinate_workers)"
        )
        await asyncio.wait_for(engine.work(echo, jobs=2, drain=True), 30)
        assert (await engine.progress("b")).states["drafted"] == 2

    run(store, work)


def test_jobs_whose_worker_was_pruned_by_another_are_rescued(store: _Database) -> None:
    async def work(engine: BatchEngine) -> None:
        await engine.submit(Batch("b"), payloads(2))
        store.sql("UPDATE procrastinate_jobs SET status = 'doing', worker_id = NULL")
        await asyncio.wait_for(engine.work(echo, jobs=2, drain=True), 30)
        assert (await engine.progress("b")).states["drafted"] == 2

    run(store, work)


def test_a_worker_that_others_took_for_dead_goes_on(store: _Database) -> None:
    async def pruned(claimed: Claimed) -> Outcome:
        if claimed.position in (3, 11):
            store.sql("DELETE FROM procrastinate_workers")
        return await echo(claimed)

    async def work(engine: BatchEngine) -> None:
        await engine.submit(Batch("b"), payloads(20))
        await asyncio.wait_for(engine.work(pruned, jobs=2, drain=True), 60)
        assert (await engine.progress("b")).states["drafted"] == 20

    run(store, work)


def test_items_whose_job_is_gone_come_back(store: _Database) -> None:
    async def work(engine: BatchEngine) -> None:
        await engine.submit(Batch("b"), payloads(2))
        store.sql("DELETE FROM procrastinate_jobs")
        store.sql("UPDATE afternote_items SET state = 1, until = 1, worker = 'dead'")
        await asyncio.wait_for(engine.work(echo, jobs=2, drain=True), 30)
        assert (await engine.progress("b")).states["drafted"] == 2

    run(store, work)


def test_many_may_start_at_once_on_an_empty_database(store: _Database) -> None:
    async def start() -> None:
        engines = [Cluster(store.url) for _ in range(4)]
        found = await asyncio.gather(*(engine.batches("o") for engine in engines))
        assert found == [[]] * 4
        for engine in engines:
            await engine.aclose()

    asyncio.run(start())


def test_a_server_that_crashes_is_said_and_nothing_it_acknowledged_is_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("afternote.batch.postgres.PATIENCE", 2.0)

    async def slow(claimed: Claimed) -> Outcome:
        await asyncio.sleep(0.05)
        return await echo(claimed)

    async def work(server: postgres.Server, store: _Database) -> None:
        engine = store.open()
        await engine.submit(Batch("b"), payloads(150))
        working = asyncio.create_task(engine.work(slow, jobs=5))
        while (await engine.progress("b")).states["drafted"] < 20:
            await asyncio.sleep(0.05)
        await asyncio.to_thread(server.crash)
        with pytest.raises(StoreError) as told:
            await asyncio.wait_for(working, 60)
        assert "item" not in str(told.value)
        await engine.aclose()

        monkeypatch.undo()
        await asyncio.to_thread(server.start)
        engine = store.open()
        assert (await engine.progress("b")).total == 150
        await asyncio.wait_for(engine.work(echo, jobs=5, drain=True), 60)
        assert (await engine.progress("b")).states["drafted"] == 150
        await engine.aclose()

    with postgres.running() as server:
        asyncio.run(work(server, _Database(server.new())))


def test_a_server_that_is_not_there_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("afternote.batch.postgres.PATIENCE", 0.5)

    async def work() -> None:
        engine = Cluster("host=/nonexistent dbname=x", lease=LEASE)
        try:
            with pytest.raises(StoreError) as told:
                await engine.batches("o")
            assert "\n" not in str(told.value)
        finally:
            await engine.aclose()

    asyncio.run(work())
