"""The leaky buckets: so many in a row, refilled evenly; told in header fields."""

import asyncio
import contextlib
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient
from tests.api.conftest import NOTES, Clock, Serve
from tests.fault_server import FaultServer

from afternote.api.keys import Keys
from afternote.api.limits import DAY, FIRST, Counted, Limits
from afternote.api.state import BUCKETS, Memory, Rule
from afternote.cli import run
from afternote.errors import ModelBusy
from afternote.models import Answer, Message
from afternote.models.scripted import Scripted

pytestmark = pytest.mark.anyio
RULE = Rule(4, 60)


async def test_the_quota_may_be_used_in_a_row_and_fills_up_evenly(clock: Clock) -> None:
    memory = Memory(clock=clock)

    first = [await memory.take("a", RULE) for _ in range(5)]
    clock.now += 15
    later = [(await memory.take("a", RULE)).admitted for _ in range(2)]

    assert [v.admitted for v in first] == [True, True, True, True, False]
    assert [v.left for v in first] == [3, 2, 1, 0, 0]
    assert first[-1].wait == pytest.approx(15)
    assert later == [True, False]


async def test_callers_do_not_share(clock: Clock) -> None:
    limits = Limits(Memory(clock=clock), rate=1)

    assert (await limits.ask("a")).admitted
    assert (await limits.ask("b")).admitted
    assert not (await limits.ask("a")).admitted


async def test_the_memory_for_callers_is_bounded(clock: Clock) -> None:
    memory = Memory(clock=clock)
    for n in range(BUCKETS + 50):
        await memory.take(str(n), Rule(1, 60))

    assert len(memory._full_at) <= BUCKETS
    assert not (await memory.take(str(BUCKETS + 49), Rule(1, 60))).admitted


@given(st.integers(1, 40), st.lists(st.floats(0, 30), max_size=150))
def test_no_window_ever_lets_twice_the_quota_through(
    quota: int, waits: list[float]
) -> None:
    clock = Clock()
    memory = Memory(clock=clock)
    rule = Rule(quota, 60)
    admitted: list[float] = []

    async def ask() -> None:
        for wait in waits:
            clock.now += wait
            if (await memory.take("a", rule)).admitted:
                admitted.append(clock.now)

    asyncio.run(ask())

    windows = [sum(t <= u < t + rule.window for u in admitted) for t in admitted]
    assert max(windows, default=0) <= 2 * quota


async def test_tokens_are_taken_first_and_settled_after(clock: Clock) -> None:
    purse = Limits(Memory(clock=clock), rate=1, tokens=10_000).purse("a")
    assert purse is not None

    opened = [await purse.open() for _ in range(6)]
    await purse.close(500)
    again = await purse.open()

    assert opened == [True] * 5 + [False]
    assert again
    assert purse.verdict is not None
    assert purse.verdict.left == 0


async def test_a_debt_of_tokens_is_paid_before_more_are_given(clock: Clock) -> None:
    purse = Limits(Memory(clock=clock), rate=1, tokens=10_000).purse("a")
    assert purse is not None
    await purse.open()
    await purse.close(20_000)

    refused = await purse.open()
    clock.now += DAY * 0.9
    still = await purse.open()
    clock.now += DAY * 0.2

    assert (refused, still, await purse.open()) == (False, False, True)


def silent(_: tuple[Message, ...]) -> Answer:
    return Answer("x" * 400, "m", 0, 0)


def telling(_: tuple[Message, ...]) -> Answer:
    return Answer("x" * 400, "m", 70, 30)


def busy(_: tuple[Message, ...]) -> ModelBusy:
    return ModelBusy("busy")


def failed(_: tuple[Message, ...]) -> ModelBusy:
    return ModelBusy("thinks", tokens=(70, 30))


@pytest.mark.parametrize(
    ("script", "spent"), [(silent, 200), (telling, 100), (busy, 0), (failed, 100)]
)
async def test_what_a_request_costs_is_told_or_guessed(script: Any, spent: int) -> None:
    counted = Counted(Scripted(script))
    with contextlib.suppress(ModelBusy):
        await counted.ask((Message("user", "x" * 400),), schema={}, name="n")

    assert counted.spent == spent


async def test_a_request_that_is_broken_off_costs_what_was_sent() -> None:
    class Hanging(Scripted):
        async def ask(self, *_: Any, **__: Any) -> Answer:
            await asyncio.sleep(60)
            raise AssertionError

    counted = Counted(Hanging([]))
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await counted.ask((Message("user", "x" * 400),), schema={}, name="n")

    assert counted.spent == 100


def drafted(client: TestClient, secret: str = "", **asked: Any) -> Any:
    headers = {"Authorization": f"Bearer {secret}"} if secret else {}
    return client.post("/v1/notes", json={"notes": NOTES, **asked}, headers=headers)


def test_without_tokens_left_the_note_comes_from_a_template(
    serve: Serve, fault_server: FaultServer, clock: Clock
) -> None:
    client = serve(base_url=fault_server.url("good"), model="m", tokens=FIRST)
    first = drafted(client)
    # The stand-in says what an answer costs; a key with less than that is in debt.
    asked = len(fault_server.calls)
    answers = [drafted(client) for _ in range(40)]
    spent = next(a for a in answers if a.json()["notes"][0]["origin"]["reason"])

    origin = spent.json()["notes"][0]["origin"]
    assert first.json()["notes"][0]["origin"]["reason"] is None
    assert asked > 0
    assert (origin["kind"], origin["reason"]) == ("template", "budget")
    assert spent.json()["notes"][0]["usage"]["calls"] == 0
    assert '"tokens";q=2000;w=86400' in spent.headers["ratelimit-policy"]
    assert re.search(r'"tokens";r=0;t=\d+', spent.headers["ratelimit"])

    clock.now += DAY
    assert drafted(client).json()["notes"][0]["origin"]["reason"] is None


def test_without_tokens_left_a_required_model_is_not_there(
    serve: Serve, fault_server: FaultServer
) -> None:
    client = serve(base_url=fault_server.url("good"), model="m", tokens=1)
    drafted(client)

    refused = drafted(client, require_model=True)

    assert refused.status_code == 503
    assert refused.json()["reason"] == "budget"


def test_a_key_has_tokens_of_its_own(
    serve: Serve, keys: Keys, fault_server: FaultServer
) -> None:
    poor = keys.new("poor", tokens=1).secret
    rich = keys.new("rich").secret
    client = serve(base_url=fault_server.url("good"), model="m", tokens=10**9)

    reasons = [
        drafted(client, key).json()["notes"][0]["origin"]["reason"]
        for key in (poor, poor, rich, rich)
    ]

    assert reasons == [None, "budget", None, None]


def test_offline_and_checks_cost_no_tokens(
    serve: Serve, fault_server: FaultServer
) -> None:
    client = serve(base_url=fault_server.url("good"), model="m", tokens=1)

    offline = drafted(client, offline=True)
    client.post("/v1/checks", json={"note": "Hi Dana, thank you.", "notes": NOTES})

    assert "tokens" not in offline.headers["ratelimit"]
    assert drafted(client).json()["notes"][0]["origin"]["reason"] is None


def test_a_key_with_tokens_is_made_and_listed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setenv("AFTERNOTE_KEYS", str(tmp_path / "keys.json"))

    assert run(["keys", "new", "acme", "--tokens", "5000"]) == 0
    assert run(["keys", "list"]) == 0

    assert "5000 tokens/day  acme" in capsys.readouterr().out
