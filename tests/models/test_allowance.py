"""Retries, deadline, call budget and breaker of one draft."""

import asyncio
import time
from collections.abc import Callable

import pytest
from tests.fault_server import FaultServer

from afternote.errors import (
    ModelBusy,
    ModelError,
    ModelReplied,
    ModelUnavailable,
    Reason,
)
from afternote.models import Answer, Message
from afternote.models.allowance import JITTER, TRIES, Allowance
from afternote.models.breaker import Breaker
from afternote.models.openai import OpenAIModel
from afternote.models.scripted import Script, Scripted
from afternote.schema import Moves, Usage
from afternote.settings import Settings

pytestmark = pytest.mark.anyio

ASKED = (Message("user", "The note goes to Dana.\n- the role: Data Engineer"),)
MOVES = Moves(subject="a", acknowledge="b", appreciate="c", keep_in_touch="d")
GOOD = Answer(MOVES.model_dump_json(), "real-name", 10, 5)


def busy(wait: float | None = None) -> ModelBusy:
    return ModelBusy("503 from host.example", wait=wait)


def gone(reason: Reason = "rejected") -> ModelUnavailable:
    return ModelUnavailable("401 from host.example", reason=reason)


class Time:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 100.0
        self.waits: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds


class Kit:
    """A scripted model and its allowance of ten seconds on a clock of its own."""

    def __init__(
        self, script: Script, *, max_calls: int = 6, breaker: Breaker | None = None
    ) -> None:
        self.time = Time()
        self.model = Scripted(script)
        self.allowance = Allowance(
            self.model,
            ends=110.0,
            max_calls=max_calls,
            breaker=breaker,
            clock=self.time,
            sleep=self.time.sleep,
        )

    async def ask(self, until: float | None = None) -> Moves:
        return await self.allowance.ask(ASKED, Moves, until=until)

    async def reason(self, until: float | None = None) -> str:
        with pytest.raises(ModelUnavailable) as caught:
            await self.ask(until)
        assert not isinstance(caught.value, ModelBusy), "nobody may retry it again"
        return caught.value.reason


async def test_a_reply_comes_with_its_cost_and_the_name_of_who_answered() -> None:
    kit = Kit([GOOD])
    assert kit.allowance.answered_by == "scripted"
    assert await kit.ask() == MOVES
    assert kit.allowance.usage == Usage(calls=1, input_tokens=10, output_tokens=5)
    assert kit.allowance.answered_by == "real-name"
    assert kit.time.waits == []


async def test_a_busy_model_is_asked_again_after_a_wait() -> None:
    kit = Kit([busy(), busy(), GOOD])
    assert await kit.ask() == MOVES
    assert kit.allowance.usage.calls == 3
    assert len(kit.time.waits) == 2
    assert 0 <= kit.time.waits[0] <= 0.5
    assert 0 <= kit.time.waits[1] <= 1.0


async def test_a_model_that_stays_busy_is_unavailable_after_three_tries() -> None:
    kit = Kit(lambda _: busy())
    assert await kit.reason() == "unavailable"
    assert kit.allowance.usage.calls == TRIES == 3


async def test_full_jitter_spreads_the_waits() -> None:
    waits = []
    for _ in range(40):
        kit = Kit([busy(), GOOD])
        await kit.ask()
        waits += kit.time.waits
    assert len(set(waits)) == 40
    assert min(waits) < 0.15 < 0.35 < max(waits) <= 0.5


async def test_the_wait_a_server_asks_for_is_a_floor() -> None:
    for _ in range(20):
        kit = Kit([busy(2.0), GOOD])
        await kit.ask()
        assert 2.0 <= kit.time.waits[0] <= 2.0 + JITTER


async def test_a_wait_past_the_deadline_is_not_begun() -> None:
    kit = Kit([busy(10.0)])
    assert await kit.reason() == "unavailable"
    assert kit.time.waits == []
    kit = Kit([busy(5.0)])
    assert await kit.reason(until=104.0) == "unavailable"
    assert kit.time.waits == []


async def test_another_form_is_asked_for_at_once_and_is_a_call_but_no_try() -> None:
    kit = Kit([busy(0), busy(0), busy(), busy(), GOOD])
    assert await kit.ask() == MOVES
    assert kit.time.waits[:2] == [0, 0]
    assert len(kit.time.waits) == 4
    assert kit.allowance.usage.calls == 5


async def test_endless_changes_of_form_end_with_the_calls() -> None:
    kit = Kit(lambda _: busy(0))
    assert await kit.reason() == "calls"
    assert kit.allowance.usage.calls == 6


@pytest.mark.parametrize("error", [gone(), gone("refused"), gone("unavailable")])
async def test_what_is_not_busy_is_not_asked_again(error: ModelUnavailable) -> None:
    kit = Kit([error])
    assert await kit.reason() == error.reason
    assert kit.allowance.usage.calls == 1


async def test_calls_are_counted_over_all_questions_and_failures() -> None:
    kit = Kit([busy(), GOOD, "no JSON", GOOD], max_calls=4)
    await kit.ask()
    with pytest.raises(ModelReplied):
        await kit.ask()
    await kit.ask()
    assert await kit.reason() == "calls"
    assert kit.allowance.usage == Usage(calls=4, input_tokens=20, output_tokens=10)
    assert len(kit.model.seen) == 4


async def test_without_calls_left_nobody_waits_for_a_retry() -> None:
    kit = Kit([busy(), busy()], max_calls=2)
    assert await kit.reason() == "calls"
    assert len(kit.time.waits) == 1


async def test_with_no_calls_at_all_the_model_is_not_asked() -> None:
    kit = Kit([], max_calls=0)
    assert await kit.reason() == "calls"
    assert kit.model.seen == []


async def test_tokens_of_useless_answers_count_too() -> None:
    useless = ModelReplied("cut off", reason="unreadable", tokens=(7, 3))
    kit = Kit([useless, GOOD])
    with pytest.raises(ModelReplied):
        await kit.ask()
    await kit.ask()
    assert kit.allowance.usage == Usage(calls=2, input_tokens=17, output_tokens=8)


async def test_a_reply_that_is_none_is_not_retried() -> None:
    kit = Kit(["not JSON"])
    with pytest.raises(ModelReplied) as caught:
        await kit.ask()
    assert caught.value.reason == "unreadable"
    assert kit.allowance.usage.calls == 1


async def test_after_the_deadline_the_model_is_not_asked() -> None:
    kit = Kit([])
    kit.time.now = 110.0
    assert await kit.reason() == "deadline"
    assert (kit.model.seen, kit.allowance.usage.calls) == ([], 0)


async def test_one_question_may_have_less_time_than_the_whole() -> None:
    kit = Kit([GOOD])
    assert await kit.reason(until=99.0) == "deadline"
    assert await kit.ask(until=500.0) == MOVES


class Silent:
    """A model that never answers."""

    name = "silent"

    async def ask(self, *_: object, **__: object) -> Answer:
        await asyncio.sleep(60)
        raise AssertionError


async def test_the_deadline_ends_a_silent_model() -> None:
    breaker = Breaker(failures=2)
    started = time.monotonic()
    for _ in range(2):
        allowance = Allowance(
            Silent(), ends=time.monotonic() + 0.1, max_calls=3, breaker=breaker
        )
        with pytest.raises(ModelUnavailable) as caught:
            await allowance.ask(ASKED, Moves)
        assert caught.value.reason == "deadline"
        assert allowance.usage.calls == 1
    assert time.monotonic() - started < 30  # the model would take 60 s a call
    assert breaker.state == "open", "silence is a failure"


async def test_cancellation_passes_through_and_says_nothing_of_the_model() -> None:
    breaker = Breaker(failures=1)
    allowance = Allowance(
        Silent(), ends=time.monotonic() + 30, max_calls=3, breaker=breaker
    )
    task = asyncio.create_task(allowance.ask(ASKED, Moves))
    await asyncio.sleep(0.05)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert breaker.state == "closed"


async def test_a_mistake_of_ours_is_not_taken_for_a_model_that_is_gone() -> None:
    breaker = Breaker(failures=1)
    with pytest.raises(LookupError):
        await Kit([], breaker=breaker).ask()
    assert breaker.state == "closed"


async def test_an_open_breaker_refuses_without_a_call() -> None:
    breaker = Breaker(failures=3)
    assert await Kit(lambda _: busy(), breaker=breaker).reason() == "unavailable"
    assert breaker.state == "open"
    kit = Kit([], breaker=breaker)
    assert await kit.reason() == "circuit"
    assert (kit.model.seen, kit.allowance.usage.calls) == ([], 0)


async def test_a_breaker_that_opens_meanwhile_ends_the_retries() -> None:
    kit = Kit(lambda _: busy(), breaker=Breaker(failures=2))
    assert await kit.reason() == "unavailable"
    assert kit.allowance.usage.calls == 2
    assert len(kit.time.waits) == 1


@pytest.mark.parametrize(
    "answers",
    [
        lambda: gone("rejected"),
        lambda: gone("refused"),
        lambda: busy(0),
        lambda: "not JSON",
        lambda: ModelReplied("empty", reason="unreadable"),
    ],
)
async def test_an_endpoint_that_answers_no_is_alive(
    answers: Callable[[], str | ModelError],
) -> None:
    breaker = Breaker(failures=2)
    for _ in range(4):
        with pytest.raises(ModelError):
            await Kit(lambda _: answers(), breaker=breaker).ask()
    assert breaker.state == "closed"


async def test_one_probe_closes_the_breaker_for_all() -> None:
    clock = Time()
    breaker = Breaker(failures=1, cool_down=30, clock=clock)
    await Kit([gone("unavailable")], breaker=breaker).reason()
    assert await Kit([], breaker=breaker).reason() == "circuit"
    clock.now += 30
    assert await Kit([GOOD], breaker=breaker).ask() == MOVES
    assert breaker.state == "closed"


# ---- against the fault server, over real sockets ----------------------------------


def real(
    server: FaultServer, mode: str, seconds: float
) -> tuple[OpenAIModel, Allowance]:
    model = OpenAIModel(Settings(base_url=server.url(mode), deadline=seconds))
    return model, Allowance(model, ends=time.monotonic() + seconds, max_calls=6)


@pytest.mark.parametrize("mode", ["hang", "drip", "drip-head"])
async def test_the_deadline_holds_against_a_server_that_never_ends(
    fault_server: FaultServer, mode: str
) -> None:
    model, allowance = real(fault_server, mode, 0.6)
    started = time.monotonic()
    async with model:
        with pytest.raises(ModelUnavailable) as caught:
            await allowance.ask(ASKED, Moves)
    assert caught.value.reason == "deadline"
    assert 0.5 < time.monotonic() - started < 10  # the server would never end


async def test_a_wait_of_an_hour_falls_back_at_once(fault_server: FaultServer) -> None:
    model, allowance = real(fault_server, "429-long", 5)
    started = time.monotonic()
    async with model:
        with pytest.raises(ModelUnavailable, match="asks to wait 3600 s"):
            await allowance.ask(ASKED, Moves)
    assert time.monotonic() - started < 4  # nor is the deadline waited for
    assert len(fault_server.calls) == allowance.usage.calls == 1


@pytest.mark.parametrize(
    ("mode", "calls"),
    [
        ("good", 1), ("fenced", 1), ("thoughts", 1), ("wrapped", 1), ("key-case", 1),
        ("once-429", 2), ("once-500", 2), ("once-dropped", 2), ("format-400", 2),
        ("format-500", 2), ("format-422", 3), ("max-tokens", 2), ("picky", 4),
        ("long-thoughts", 2),
    ],
)  # fmt: skip
async def test_what_can_be_mended_ends_with_a_reply(
    fault_server: FaultServer, mode: str, calls: int
) -> None:
    model, allowance = real(fault_server, mode, 5)
    async with model:
        moves = await allowance.ask(ASKED, Moves)
    assert "Data Engineer" in moves.acknowledge
    assert len(fault_server.calls) == allowance.usage.calls == calls
    assert allowance.answered_by == "faulty"
