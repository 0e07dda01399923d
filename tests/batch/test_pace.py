"""The pace finds what an endpoint bears, and money is not overspent."""

import asyncio

import pytest

from afternote.batch.pace import AT_ONCE, FIRST, PATIENCE, Bucket, Pace, Paced
from afternote.batch.purse import Price, Purse
from afternote.errors import ConfigError, ModelBusy
from afternote.models import Answer
from afternote.models.scripted import Scripted

pytestmark = pytest.mark.anyio


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_each_answer_widens_the_window_and_a_refusal_halves_it() -> None:
    clock = Clock()
    pace = Pace(most=64, clock=clock)
    for _ in range(400):
        pace.answered(10)
    assert FIRST < pace.window <= 64

    wide = pace.window
    for _ in range(10):
        pace.refused(None)
    assert pace.window == wide // 2, "those refused together count once"
    clock.now += AT_ONCE + 0.1
    pace.refused(None)
    assert pace.window == wide // 4


def test_the_window_never_closes_and_never_passes_the_most() -> None:
    clock = Clock()
    pace = Pace(most=3, clock=clock)
    for _ in range(100):
        pace.answered(1)
    assert pace.window == 3
    for _ in range(10):
        clock.now += 2
        pace.refused(None)
    assert pace.window == 1


async def test_nothing_begins_before_the_endpoint_says_so() -> None:
    clock = Clock()
    pace = Pace(most=4, clock=clock)
    pace.refused(30.0)

    async def turn() -> None:
        async with pace.turn():
            pass

    waiting = asyncio.create_task(turn())
    await asyncio.sleep(0.15)
    assert not waiting.done()
    clock.now += 31
    await asyncio.wait_for(waiting, 2)


async def test_nobody_waits_for_ever_for_an_endpoint_that_is_gone() -> None:
    clock = Clock()
    pace = Pace(most=4, clock=clock)
    pace.refused(3600.0)
    clock.now += PATIENCE + 1

    assert not pace.hopeful
    async with asyncio.timeout(2), pace.turn():
        pass


def test_a_bucket_lets_its_rate_through_and_makes_good_what_it_overdrew() -> None:
    clock = Clock()
    bucket = Bucket(60, clock)
    assert bucket.open
    bucket.take(5)
    clock.now += 3.9
    assert not bucket.open
    clock.now += 0.2
    assert bucket.open
    assert Bucket(None, clock).open


async def test_the_paced_model_counts_calls_tokens_and_refusals() -> None:
    clock = Clock()
    pace = Pace(most=8, calls=60, tokens=600, clock=clock)
    script = [Answer("a", "m", 40, 20), ModelBusy("429"), ModelBusy("form", wait=0)]
    model = Paced(Scripted(script), pace)

    await model.ask((), schema={}, name="x")
    before = pace.window
    with pytest.raises(ModelBusy):
        await model.ask((), schema={}, name="x")
    assert pace.window == before // 2
    with pytest.raises(ModelBusy):
        await model.ask((), schema={}, name="x")
    assert pace.window == before // 2
    assert not pace._may_begin()
    clock.now += 6
    assert pace._may_begin()


async def test_a_purse_buys_no_note_it_cannot_pay_whatever_is_under_way() -> None:
    bought = 0
    purse = Purse(1.0, _nothing)

    async def buy() -> None:
        nonlocal bought
        if await purse.opens(0.25):
            with purse.buying() as paid:
                await asyncio.sleep(0.01)
                paid(0.2)
                bought += 1

    await asyncio.gather(*(buy() for _ in range(20)))
    assert bought == 5


async def test_a_purse_knows_what_was_spent_before_it_was_opened() -> None:
    async def most() -> float:
        return 0.9

    assert not await Purse(1.0, most).opens(0.2)
    assert await Purse(1.0, most).opens(0.1)


async def _nothing() -> float:
    return 0.0


@pytest.mark.parametrize("stated", ["", "1", "a/b", "1/2/3", "-1/2", "nan/1", "1/inf"])
def test_what_is_no_price_is_said(stated: str) -> None:
    with pytest.raises(ConfigError, match="like 0"):
        Price.of(stated)


def test_a_price_is_dollars_a_million_tokens() -> None:
    price = Price.of("0.15/0.60")
    assert price is not None
    assert price.cost(1_000_000, 500_000) == pytest.approx(0.45)
    assert Price.of(None) is None
