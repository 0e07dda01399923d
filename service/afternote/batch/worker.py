"""What a worker does all day: draft, settle, and let go of what is over its time.

`afternote worker` runs it on a cluster; a server may run it beside its own requests.
"""

import asyncio
import json
import time
from collections.abc import Callable

from afternote.batch import rows
from afternote.batch.drafting import Drafting
from afternote.batch.engine import BatchEngine, Claimed
from afternote.batch.pace import Pace
from afternote.batch.purse import Price, Purse
from afternote.batch.sameness import settle
from afternote.batch.sealing import Sealing
from afternote.errors import ConfigError
from afternote.models import Model
from afternote.settings import Settings

LOOK = 0.5
"""Seconds between two looks for something to settle, when there was nothing."""

EXPIRY = 60.0
"""Seconds between two looks at what is over its time."""


async def work(
    engine: BatchEngine,
    sealing: Sealing,
    settings: Settings,
    model: Model | None,
    *,
    jobs: int,
    pace: Pace | None = None,
    price: Price | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> None:
    """Draft *jobs* notes at once and settle, until *stop* says so.

    A payload is a sealed line (`rows.Line` as JSON); what a batch is `about`, where it
    is sealed JSON, may hold its `budget_usd`. Raises StoreError and, where a payload
    was sealed with a key that is not there, ConfigError.
    """
    broken: list[ConfigError] = []
    purses: dict[str, Purse] = {}
    budgets: dict[str, float | None] = {}

    def read(claimed: Claimed) -> tuple[rows.Line | rows.Bad, int]:
        try:
            line = rows.of_json(sealing.open(claimed.payload))
        except ConfigError as error:
            broken.append(error)
            raise
        return line, claimed.position + 1

    async def purse(batch: str) -> Purse | None:
        if batch not in budgets:
            budgets[batch] = _budget(sealing, (await engine.batch(batch)).about)
        limit = budgets[batch]
        if limit is None:
            return None

        async def stored() -> float:
            return (await engine.progress(batch)).spent.cost_usd

        return purses.setdefault(batch, Purse(limit, stored))

    drafting = Drafting(
        settings=settings,
        read=read,
        seal=sealing.seal,
        model=model,
        pace=pace or Pace(most=jobs),
        price=price,
        purse=purse,
    )
    settling = asyncio.create_task(_settle(engine, sealing))
    working = asyncio.create_task(
        engine.work(
            drafting,
            jobs=jobs,
            stop=lambda: stop() or bool(broken) or settling.done(),
        )
    )
    try:
        await asyncio.wait({working, settling}, return_when=asyncio.FIRST_COMPLETED)
        await working
    finally:
        for task in (working, settling):
            task.cancel()
        ended = await asyncio.gather(working, settling, return_exceptions=True)
    for error in (*broken, *ended):
        if isinstance(error, Exception):
            raise error


async def _settle(engine: BatchEngine, sealing: Sealing) -> None:
    looked = 0.0
    while True:
        if time.monotonic() - looked > EXPIRY:
            looked = time.monotonic()
            await engine.expire(time.time())
        if not await settle(engine, sealing):
            await asyncio.sleep(LOOK)


def _budget(sealing: Sealing, about: bytes) -> float | None:
    """Return the budget that is stated in what a batch is about, if one is."""
    if not about:
        return None
    stated = json.loads(sealing.open(about)).get("budget_usd")
    return None if stated is None else float(stated)
