"""What every engine keeps, whatever it stands on; see `afternote.batch.engine`.

A module of tests takes these in with `from tests.batch.conformance import *` and
supplies `store`: how an engine is opened, here and in a process of its own.
"""

import asyncio
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest

from afternote.batch.engine import (
    TRIES,
    Batch,
    BatchEngine,
    Claimed,
    GiveBack,
    Outcome,
    Progress,
    Settled,
    Spent,
)
from afternote.errors import StoreError

ROOT = Path(__file__).parents[2]
LEASE = 2.0


class Store(Protocol):
    """One store that a test has to itself."""

    spec: str

    def open(self) -> BatchEngine: ...
    def fill(self) -> None: ...
    def empty(self) -> None: ...
    def rows(self) -> int: ...


def payloads(count: int) -> list[bytes]:
    return [b"item %d" % i for i in range(count)]


async def echo(claimed: Claimed) -> Outcome:
    return Outcome(b"made of " + claimed.payload, origin="template")


async def settled(engine: BatchEngine) -> int:
    """Settle everything that can be, as it is."""
    count = 0
    while taken := await engine.unsettled():
        kept = [Settled(position, outcome) for position, outcome in taken.items]
        assert await engine.settle(taken, kept)
        count += len(kept)
    return count


async def finished(engine: BatchEngine, batch: str = "b") -> Progress:
    await engine.work(echo, jobs=4, drain=True)
    await settled(engine)
    return await engine.progress(batch)


def run(store: Store, work: Callable[[BatchEngine], object]) -> None:
    """Open an engine, do *work*, close it."""

    async def all_of_it() -> None:
        engine = store.open()
        try:
            await work(engine)  # type: ignore[misc]
        finally:
            await engine.aclose()

    asyncio.run(all_of_it())


def test_what_is_submitted_waits_then_is_drafted_settled_and_done(store: Store) -> None:
    async def work(engine: BatchEngine) -> None:
        progress = await engine.submit(Batch("b"), payloads(30))
        assert (progress.total, progress.states["waiting"]) == (30, 30)

        await engine.work(echo, jobs=4, drain=True)
        assert (await engine.progress("b")).states["drafted"] == 30
        assert not (await engine.progress("b")).finished
        assert await engine.ready("b") == []

        assert await settled(engine) == 30
        progress = await engine.progress("b")
        assert progress.finished
        assert progress.origins == {"template": 30}
        found = await engine.items("b")
        assert [i.position for i in found] == list(range(30))
        assert found[7].result == b"made of item 7"
        assert (found[7].tries, found[7].payload) == (1, None)

    run(store, work)


def test_submitting_again_after_a_crash_goes_on_where_it_was(store: Store) -> None:
    def torn() -> Iterator[bytes]:
        yield from payloads(1500)
        raise KeyError("killed")

    async def work(engine: BatchEngine) -> None:
        with pytest.raises(KeyError):
            await engine.submit(Batch("b"), torn())
        assert not (await engine.batch("b")).sealed
        assert (await engine.progress("b")).total == 1000

        for _ in range(2):
            progress = await engine.submit(Batch("b"), payloads(1700))
            assert progress.total == 1700
        assert (await engine.batch("b")).sealed
        assert [i.position for i in await engine.items("b", limit=2000)] == list(
            range(1700)
        )

    run(store, work)


def test_items_are_begun_once_and_in_their_order(store: Store) -> None:
    begun: list[int] = []

    async def slow(claimed: Claimed) -> Outcome:
        begun.append(claimed.position)
        await asyncio.sleep(0.01)
        return Outcome(b"")

    async def work(engine: BatchEngine) -> None:
        await engine.submit(Batch("b"), payloads(60))
        other = store.open()
        await asyncio.gather(
            engine.work(slow, jobs=5, drain=True), other.work(slow, jobs=5, drain=True)
        )
        await other.aclose()
        assert sorted(begun) == list(range(60))
        assert begun[:5] != sorted(begun)[-5:]
        assert (await engine.progress("b")).states["drafted"] == 60

    run(store, work)


def test_at_most_so_many_jobs_are_under_way(store: Store) -> None:
    running = peak = 0

    async def slow(claimed: Claimed) -> Outcome:
        nonlocal running, peak
        running += 1
        peak = max(peak, running)
        await asyncio.sleep(0.02)
        running -= 1
        return Outcome(b"")

    async def work(engine: BatchEngine) -> None:
        await engine.submit(Batch("b"), payloads(30))
        await engine.work(slow, jobs=6, drain=True)
        assert 2 <= peak <= 6

    run(store, work)


def test_what_always_raises_is_a_dead_letter_that_can_be_resumed(store: Store) -> None:
    tries: Counter[int] = Counter()
    healed = False

    async def poisoned(claimed: Claimed) -> Outcome:
        tries[claimed.position] += 1
        assert claimed.tries == tries[claimed.position] or healed
        if claimed.position % 10 == 3 and not healed:
            raise ValueError("the notes of somebody")
        return await echo(claimed)

    async def work(engine: BatchEngine) -> None:
        nonlocal healed
        await engine.submit(Batch("b"), payloads(20))
        await engine.work(poisoned, jobs=4, drain=True)
        await settled(engine)
        progress = await engine.progress("b")
        assert (progress.states["done"], progress.states["dead"]) == (18, 2)
        assert progress.finished
        assert tries[3] == tries[13] == TRIES
        dead = (await engine.items("b"))[3]
        assert (dead.state, dead.error, dead.payload) == (
            "dead",
            "ValueError",
            b"item 3",
        )
        assert dead in await engine.ready("b")

        healed = True
        assert (await engine.resume("b")).states["waiting"] == 2
        await engine.work(poisoned, jobs=4, drain=True)
        await settled(engine)
        assert (await engine.progress("b")).states["done"] == 20

    run(store, work)


def test_what_is_given_back_is_tried_again_later(store: Store) -> None:
    async def shy(claimed: Claimed) -> Outcome | GiveBack:
        return GiveBack(0.3) if claimed.tries == 1 else Outcome(b"%d" % claimed.tries)

    async def work(engine: BatchEngine) -> None:
        await engine.submit(Batch("b"), payloads(3))
        started = time.monotonic()
        await engine.work(shy, jobs=4, drain=True)
        assert time.monotonic() - started >= 0.3
        await settled(engine)
        assert [i.result for i in await engine.ready("b")] == [b"2"] * 3

    run(store, work)


def test_cancelled_begins_nothing_more_and_can_be_resumed(store: Store) -> None:
    async def work(engine: BatchEngine) -> None:
        await engine.submit(Batch("b"), payloads(40))

        async def cancels(claimed: Claimed) -> Outcome:
            if claimed.position == 5:
                await engine.cancel("b")
            return await echo(claimed)

        await engine.work(cancels, jobs=1, drain=True)
        await settled(engine)
        progress = await engine.progress("b")
        assert (progress.states["done"], progress.states["cancelled"]) == (6, 34)
        assert progress.finished
        assert (await engine.batch("b")).cancelled
        assert (await engine.items("b", after=5))[0].payload == b"item 6"

        await engine.resume("b")
        assert (await finished(engine)).states["done"] == 40

    run(store, work)


def test_a_cancelled_batch_takes_no_more_items(store: Store) -> None:
    async def work(engine: BatchEngine) -> None:
        with pytest.raises(KeyError):
            await engine.submit(Batch("b"), _then_fails(1000))
        await engine.cancel("b")
        progress = await engine.submit(Batch("b"), payloads(3000))
        assert (progress.total, progress.finished) == (1000, True)

    run(store, work)


def _then_fails(count: int) -> Iterator[bytes]:
    yield from payloads(count)
    raise KeyError


def test_deleted_is_gone_and_what_was_under_way_is_thrown_away(store: Store) -> None:
    async def work(engine: BatchEngine) -> None:
        await engine.submit(Batch("b"), payloads(20))
        await engine.submit(Batch("other"), payloads(2))

        async def deletes(claimed: Claimed) -> Outcome:
            if claimed.batch == "b" and claimed.position == 5:
                await engine.delete("b")
            return await echo(claimed)

        await engine.work(deletes, jobs=3, drain=True)
        await settled(engine)
        with pytest.raises(LookupError):
            await engine.progress("b")
        await engine.delete("b")
        assert (await engine.progress("other")).states["done"] == 2
        await engine.delete("other")

    run(store, work)
    assert store.rows() == 0


def test_what_is_over_its_time_is_deleted(store: Store) -> None:
    async def work(engine: BatchEngine) -> None:
        for name, expires in (("old", 100.0), ("young", 1e12), ("for ever", 0.0)):
            await engine.submit(Batch(name, owner="o", expires=expires), payloads(2))
        assert await engine.expire(time.time()) == 1
        assert {b.id for b in await engine.batches("o")} == {"young", "for ever"}

    run(store, work)


def test_batches_are_listed_to_their_owner_alone(store: Store) -> None:
    async def work(engine: BatchEngine) -> None:
        for at in range(5):
            batch = Batch(f"b{at}", owner="ann", about=b"\x00about", created=float(at))
            await engine.submit(batch, [])
        await engine.submit(Batch("x", owner="bob"), [])

        first = await engine.batches("ann", limit=2)
        assert [b.id for b in first] == ["b4", "b3"]
        assert first[0].about == b"\x00about"
        more = await engine.batches("ann", before=first[-1].created)
        assert [b.id for b in more] == ["b2", "b1", "b0"]
        assert (await engine.progress("b0")).finished

    run(store, work)


def test_collected_results_are_forgotten_with_the_mark_kept(store: Store) -> None:
    async def work(engine: BatchEngine) -> None:
        await engine.submit(Batch("b"), payloads(10))
        await finished(engine)
        found = await engine.ready("b", limit=4)
        assert [i.position for i in found] == [0, 1, 2, 3]
        await engine.collected("b", [i.position for i in found], mark=b"so far")

        assert (await engine.batch("b")).mark == b"so far"
        assert [i.position for i in await engine.ready("b")] == [4, 5, 6, 7, 8, 9]
        assert [i.result is None for i in await engine.items("b", limit=5)] == [
            True,
            True,
            True,
            True,
            False,
        ]
        assert (await engine.progress("b")).states["done"] == 10

    run(store, work)


@pytest.mark.parametrize("ordered", [True, False])
def test_an_ordered_batch_is_ready_without_a_gap(store: Store, ordered: bool) -> None:
    async def late(claimed: Claimed) -> Outcome | GiveBack:
        if claimed.position == 2 and claimed.tries == 1:
            return GiveBack(3600)
        return await echo(claimed)

    async def work(engine: BatchEngine) -> None:
        await engine.submit(Batch("b", ordered=ordered), payloads(6))
        states = Counter[str]()
        stop = asyncio.create_task(engine.work(late, jobs=1, stop=lambda: _all(states)))
        while not _all(states):
            await asyncio.sleep(0.05)
            states = Counter((await engine.progress("b")).states)
        await stop
        await settled(engine)
        ready = [i.position for i in await engine.ready("b")]
        assert ready == ([0, 1] if ordered else [0, 1, 3, 4, 5])

    run(store, work)


def _all(states: Counter[str]) -> bool:
    return states["drafted"] == 5


def test_drafted_items_are_left_to_one_settler(store: Store) -> None:
    async def work(engine: BatchEngine) -> None:
        await engine.submit(Batch("b"), payloads(6))
        await engine.work(echo, jobs=4, drain=True)
        taken = await engine.unsettled(limit=4)
        assert taken is not None
        assert [position for position, _ in taken.items] == [0, 1, 2, 3]
        assert await engine.unsettled() is None

        kept = [
            Settled(position, outcome, (7, -position), b"sketch", position == 1)
            for position, outcome in taken.items
        ]
        assert await engine.settle(taken, kept)
        assert not await engine.settle(taken, kept)
        found = await engine.known("b", [7, -3, 99])
        assert [(k.print, k.position) for k in found if k.print == -3] == [(-3, 3)]
        assert [k.position for k in found if k.print == 7] == [0, 1, 2, 3]
        assert found[0].sketch == b"sketch"
        assert (await engine.progress("b")).varied == 1

    run(store, work)


def test_what_was_spent_is_added_up(store: Store) -> None:
    async def dear(claimed: Claimed) -> Outcome:
        return Outcome(b"", claimed.position > 0, "model", Spent(2, 30, 40, 0.5))

    async def work(engine: BatchEngine) -> None:
        await engine.submit(Batch("b"), payloads(4))
        await engine.work(dear, jobs=4, drain=True)
        assert (await engine.progress("b")).failed == 0
        await settled(engine)
        progress = await engine.progress("b")
        assert progress.spent == Spent(8, 120, 160, 2.0)
        assert progress.failed == 1

    run(store, work)


def test_the_end_of_a_batch_is_announced_by_one(store: Store) -> None:
    async def work(engine: BatchEngine) -> None:
        await engine.submit(Batch("b"), payloads(2))
        assert await engine.announcing(seconds=0.2) == []
        await finished(engine)
        assert [b.id for b in await engine.announcing(seconds=0.2)] == ["b"]
        assert await engine.announcing(seconds=0.2) == []
        await asyncio.sleep(0.25)
        assert [b.id for b in await engine.announcing(seconds=60)] == ["b"]
        await engine.announced("b")
        assert await engine.announcing(seconds=0.0) == []

    run(store, work)


def test_a_worker_that_is_stopped_gives_back_what_it_did_not_end(store: Store) -> None:
    async def work(engine: BatchEngine) -> None:
        async def endless(claimed: Claimed) -> Outcome:
            await asyncio.sleep(3600)
            raise AssertionError

        await engine.submit(Batch("b"), payloads(3))
        working = asyncio.create_task(engine.work(endless, jobs=2))
        while (await engine.progress("b")).states["running"] < 2:
            await asyncio.sleep(0.02)
        working.cancel()
        with pytest.raises(asyncio.CancelledError):
            await working
        progress = await engine.progress("b")
        assert progress.states["waiting"] == 3
        assert {i.tries for i in await engine.items("b")} == {0}
        assert (await finished(engine)).states["done"] == 3

    run(store, work)


def test_a_worker_told_to_stop_ends_what_it_has_in_hand(store: Store) -> None:
    begun: list[int] = []

    async def slow(claimed: Claimed) -> Outcome:
        begun.append(claimed.position)
        await asyncio.sleep(0.4)
        return await echo(claimed)

    async def work(engine: BatchEngine) -> None:
        await engine.submit(Batch("b"), payloads(50))
        await engine.work(slow, jobs=2, stop=lambda: bool(begun))
        states = (await engine.progress("b")).states
        assert states["drafted"] == len(begun) < 50
        assert states["running"] == 0

    run(store, work)


# ---- processes that are killed ----


class Worker:
    """`tests/batch/worker.py` in a process of its own."""

    def __init__(self, store: Store, log: Path, *, poison: int = -1) -> None:
        command = [sys.executable, "-m", "tests.batch.worker", store.spec, str(log)]
        self.process = subprocess.Popen([*command, str(poison)], cwd=ROOT)

    def signal(self, number: int) -> None:
        self.process.send_signal(number)

    def end(self) -> None:
        self.process.kill()
        self.process.wait()


def _lines(log: Path) -> list[list[str]]:
    text = log.read_text() if log.exists() else ""
    return [line.split() for line in text.splitlines()]


def _until(true: Callable[[], bool], seconds: float = 60.0) -> None:
    ends = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < ends, "it did not happen"
        time.sleep(0.02)


def _states(store: Store) -> Counter[str]:
    found: Counter[str] = Counter()

    async def work(engine: BatchEngine) -> None:
        found.update((await engine.progress("b")).states)

    run(store, work)
    return found


def _submit(store: Store, count: int) -> None:
    async def work(engine: BatchEngine) -> None:
        await engine.submit(Batch("b"), payloads(count))

    run(store, work)


def _whole(store: Store, count: int) -> None:
    """Nothing is lost, and every result is that of its own item, once."""

    async def work(engine: BatchEngine) -> None:
        await settled(engine)
        found = await engine.items("b", limit=count + 1)
        assert [i.position for i in found] == list(range(count))
        assert [i.result for i in found] == [
            b"made of item %d" % i for i in range(count)
        ]

    run(store, work)


@pytest.mark.parametrize("all_of_them", [False, True])
def test_kill_9_loses_nothing_and_stores_nothing_twice(
    store: Store, tmp_path: Path, all_of_them: bool
) -> None:
    count, log = 120, tmp_path / "log"
    _submit(store, count)
    workers = [Worker(store, log) for _ in range(2)]
    try:
        _until(lambda: len(_lines(log)) > 30)
        for worker in workers if all_of_them else workers[:1]:
            worker.signal(signal.SIGKILL)
        if all_of_them:
            workers += [Worker(store, log)]
        _until(lambda: _states(store)["drafted"] == count)
    finally:
        for worker in workers:
            worker.end()
    _whole(store, count)
    begun = Counter(line[1] for line in _lines(log) if line[0] == "begun")
    assert set(begun) == {str(i) for i in range(count)}
    assert sum(begun.values()) <= count + 16, "no more is repeated than was under way"


def test_an_item_that_kills_its_worker_is_a_dead_letter_in_the_end(
    store: Store, tmp_path: Path
) -> None:
    count, log = 12, tmp_path / "log"
    _submit(store, count)
    worker = Worker(store, log, poison=5)
    try:

        def over() -> bool:
            nonlocal worker
            if worker.process.poll() is not None:
                worker = Worker(store, log, poison=5)
            states = _states(store)
            return states["dead"] >= 1 and not (states["waiting"] + states["running"])

        _until(over, 120)
    finally:
        worker.end()
    begun = Counter(line[1] for line in _lines(log) if line[0] == "begun")
    assert begun["5"] == TRIES
    assert _states(store)["drafted"] + _states(store)["dead"] == count


def test_a_worker_that_froze_and_wakes_up_stores_nothing_a_second_time(
    store: Store, tmp_path: Path
) -> None:
    count, log = 10, tmp_path / "log"
    _submit(store, count)
    frozen = Worker(store, log)
    workers = [frozen]
    try:
        _until(lambda: bool(_lines(log)))
        frozen.signal(signal.SIGSTOP)
        workers.append(Worker(store, log))
        _until(lambda: _states(store)["drafted"] == count)
        frozen.signal(signal.SIGCONT)
        time.sleep(0.5)
    finally:
        for worker in workers:
            worker.end()
    _whole(store, count)


def test_a_full_disk_is_said_and_nothing_is_lost(store: Store) -> None:
    async def large(claimed: Claimed) -> Outcome:
        if claimed.position == 10:
            store.fill()
        return Outcome(b"x" * 100_000)

    async def work(engine: BatchEngine) -> None:
        await engine.submit(Batch("b"), payloads(60))
        with pytest.raises(StoreError) as told:
            await engine.work(large, jobs=1, drain=True)
        assert "item" not in str(told.value)

    async def again(engine: BatchEngine) -> None:
        await asyncio.sleep(LEASE)
        await engine.work(echo, jobs=4, drain=True)
        states = (await engine.progress("b")).states
        assert states["drafted"] == 60

    run(store, work)
    store.empty()
    run(store, again)


def spec_of(kind: str, place: str) -> str:
    return f"{kind}={place}"
