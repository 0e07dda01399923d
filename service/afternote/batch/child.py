"""A process that works on a ledger beside the one that reads and writes the files."""

import asyncio
import multiprocessing
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from afternote.batch import rows
from afternote.batch.drafting import Drafting
from afternote.batch.engine import Claimed
from afternote.batch.ledger import Ledger
from afternote.batch.pace import Pace
from afternote.batch.purse import Price, Purse
from afternote.batch.source import Place, Source
from afternote.errors import AfternoteError
from afternote.models.opened import opened
from afternote.rules import all_rules
from afternote.settings import Settings


@dataclass(frozen=True)
class Task:
    """What a child needs to know. *jobs* notes at once; *calls*, *tokens* a minute."""

    ledger: Path
    source: Path
    settings: Settings
    jobs: int
    calls: int | None = None
    tokens: int | None = None
    price: Price | None = None
    budget: float | None = None


def main(task: Task, tells: Connection) -> None:
    """Work until told to stop, or until the parent is gone.

    What a person must mend is sent through *tells*, to be said once, by the parent.
    """
    stopped: list[int] = []
    # Ctrl-C is the parent's to answer: it ends its children when it has what they did.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda number, _: stopped.append(number))
    all_rules()
    parent = multiprocessing.parent_process()

    def stop() -> bool:
        return bool(stopped) or parent is None or not parent.is_alive()

    try:
        asyncio.run(_work(task, stop))
    except AfternoteError as error:
        tells.send(error)


async def _work(task: Task, stop: Callable[[], bool]) -> None:
    engine = Ledger(task.ledger)
    source = Source(task.source)
    purse: dict[str, Purse] = {}

    def read(claimed: Claimed) -> tuple[rows.Line | rows.Bad, int]:
        place = Place.of(claimed.payload)
        return source.line(place), place.number

    async def purse_of(batch: str) -> Purse | None:
        if task.budget is None:
            return None
        if batch not in purse:

            async def stored() -> float:
                return (await engine.progress(batch)).spent.cost_usd

            purse[batch] = Purse(task.budget, stored)
        return purse[batch]

    async with opened(task.settings) as model:
        drafting = Drafting(
            settings=task.settings,
            read=read,
            model=model,
            pace=Pace(most=task.jobs, calls=task.calls, tokens=task.tokens),
            price=task.price,
            purse=purse_of,
        )
        await engine.work(drafting, jobs=task.jobs, stop=stop)
    await engine.aclose()
    source.close()
