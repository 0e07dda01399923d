"""A whole batch from one file into another, on one machine, whatever happens meanwhile.

This process reads the lines in, settles what was drafted and writes the rows; children
draft (`child.py`). Killed at any moment, all of them, the same call goes on: places of
lines and finished rows are in a ledger beside the output until they are written.
"""

import asyncio
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from afternote.batch import rows
from afternote.batch.child import Task
from afternote.batch.children import Children
from afternote.batch.engine import Batch, BatchEngine, Item
from afternote.batch.ledger import Ledger
from afternote.batch.output import Output
from afternote.batch.purse import Price
from afternote.batch.sameness import settle
from afternote.batch.source import Place, Source
from afternote.errors import InputError
from afternote.settings import Settings

ID = "batch"
"""A ledger beside an output holds one batch."""

ROWS = 500
"""Rows written at once, with one wait for the disk."""

IN_FLIGHT = 32
"""Notes at once at a model, unless told otherwise; the pace finds what it bears."""

AT_ONCE = 8
"""Items a child without a model has in hand: one transaction for them all."""

LOOK = 0.05
"""Seconds between two looks when there was nothing to do."""


@dataclass(frozen=True)
class Plan:
    """What is to be done: *source* into *out*.

    *jobs*: notes at once at a model, processes offline; None for what suits. *calls*
    and *tokens* a minute, *budget* in dollars, by *price*.
    """

    source: Path
    out: Path
    settings: Settings
    jobs: int | None = None
    ordered: bool = False
    calls: int | None = None
    tokens: int | None = None
    price: Price | None = None
    budget: float | None = None

    @property
    def ledger(self) -> Path:
        """Where the ledger is."""
        return self.out.with_name(self.out.name + ".ledger")

    def identity(self, fingerprint: str) -> dict[str, object]:
        """Return what must be the same for a batch to go on."""
        ours = self.settings
        return {
            "input": fingerprint,
            "endpoint": ours.endpoint,
            "model": ours.model if ours.endpoint else None,
            "private": ours.private,
            "require_model": ours.require_model,
        }


@dataclass
class Summary:
    """What was written so far. *size* is the output's in bytes."""

    total: int = 0
    written: int = 0
    failed: int = 0
    varied: int = 0
    origins: dict[str, int] = field(default_factory=dict)
    reasons: dict[str, int] = field(default_factory=dict)
    calls: int = 0
    cost_usd: float | None = None
    size: int = 0
    bad: int = 0
    whole: bool = False
    resumed: int = 0
    """Rows that were there when this run began."""

    def count(self, row: bytes) -> None:
        """Count a row that was written."""
        given = json.loads(row)
        self.written += 1
        self.failed += "error" in given
        for note in given.get("notes", ()):
            origin, usage = note["origin"], note["usage"]
            self.origins[origin["kind"]] = self.origins.get(origin["kind"], 0) + 1
            if origin["reason"]:
                reason = origin["reason"]
                self.reasons[reason] = self.reasons.get(reason, 0) + 1
            self.calls += usage["calls"]
            if usage["cost_usd"] is not None:
                self.cost_usd = (self.cost_usd or 0.0) + usage["cost_usd"]


Tell = Callable[[Summary], None]


def run(plan: Plan, tell: Tell = lambda _: None) -> Summary:
    """Do *plan*, or what is left of it; *tell* is given the state of things as it goes.

    Raises InputError (files that cannot be used, another run at it) and StoreError (the
    disk): the same call goes on afterwards. Ctrl-C ends it the same way.
    """
    if plan.out.exists() and not plan.ledger.exists():
        raise InputError(f"{plan.out}: is there already; remove it, or name another")
    source = Source(plan.source)
    output = Output(plan.out)
    try:
        identity = json.dumps(plan.identity(source.fingerprint()))
        return asyncio.run(_run(plan, source, output, identity.encode(), tell))
    finally:
        source.close()
        output.close()


async def _run(
    plan: Plan, source: Source, output: Output, identity: bytes, tell: Tell
) -> Summary:
    engine = Ledger(plan.ledger)
    try:
        batch = await _batch(engine, plan, identity)
        summary = Summary(**json.loads(batch.mark)) if batch.mark else Summary()
        summary.resumed = summary.written
        if not summary.whole:
            output.go_on(summary.size)
            with _children(plan) as children:
                await _drive(
                    engine, batch, source, output, summary, children.look, tell
                )
            summary.varied = (await engine.progress(ID)).varied
            summary.whole = True
            await engine.collected(ID, (), mark=_mark(summary))
    finally:
        await engine.aclose()
    if not plan.out.exists():
        output.go_on(summary.size)
        output.finish()
    output.part.unlink(missing_ok=True)
    await _receipt(plan, batch, summary)
    return summary


async def _batch(engine: BatchEngine, plan: Plan, identity: bytes) -> Batch:
    """Return the batch of the ledger, begun where there is none."""
    try:
        batch = await engine.batch(ID)
    except LookupError:
        ordered = plan.ordered or plan.settings.endpoint is None
        return Batch(ID, about=identity, ordered=ordered, created=time.time())
    if batch.about != identity:
        raise InputError(
            f"{plan.out}: was begun from another input, or for another model; remove "
            f"{plan.ledger.name} and what is beside it to start afresh"
        )
    return batch


def _children(plan: Plan) -> Children:
    """Return one process for a model, which waits; one a core for templates."""
    offline = plan.settings.endpoint is None
    task = Task(
        ledger=plan.ledger,
        source=plan.source,
        settings=plan.settings,
        jobs=AT_ONCE if offline else plan.jobs or IN_FLIGHT,
        calls=plan.calls,
        tokens=plan.tokens,
        price=plan.price,
        budget=plan.budget,
    )
    return Children(task, processes=plan.jobs if offline else 1)


async def _drive(
    engine: BatchEngine,
    batch: Batch,
    source: Source,
    output: Output,
    summary: Summary,
    look: Callable[[int], None],
    tell: Tell,
) -> None:
    """Submit, settle and write side by side until every line has its row."""
    submitting = asyncio.create_task(_submit(engine, batch, source, summary))
    try:
        while not (submitting.done() and summary.written == summary.total):
            if submitting.done():
                submitting.result()
            settled = await settle(engine) if summary.total else 0
            found = await engine.ready(ID, limit=ROWS) if summary.total else []
            await _write(engine, source, output, summary, found)
            tell(summary)
            look(summary.written)
            await asyncio.sleep(0 if settled or found else LOOK)
    finally:
        submitting.cancel()
        await asyncio.gather(submitting, return_exceptions=True)


async def _submit(
    engine: BatchEngine, batch: Batch, source: Source, summary: Summary
) -> None:
    def places() -> Iterator[bytes]:
        summary.total = summary.bad = 0
        for place in source.places():
            summary.total += 1
            summary.bad += isinstance(source.line(place), rows.Bad)
            yield place.packed()

    progress = await engine.submit(batch, places())
    summary.total = progress.total


async def _write(
    engine: BatchEngine,
    source: Source,
    output: Output,
    summary: Summary,
    found: list[Item],
) -> None:
    if not found:
        return
    made = [item.result or _dead(source, item) for item in found]
    output.add(made)
    for row in made:
        summary.count(row)
    summary.size = output.size
    await engine.collected(ID, [i.position for i in found], mark=_mark(summary))


def _dead(source: Source, item: Item) -> bytes:
    place = Place.of(item.payload or b"")
    line = source.line(place)
    named = place.number if line.id is None else line.id
    detail = f"could not be drafted in {item.tries} tries ({item.error})"
    return rows.failed(named, place.number, "broken", detail)


def _mark(summary: Summary) -> bytes:
    return json.dumps(asdict(summary)).encode()


async def _receipt(plan: Plan, batch: Batch, summary: Summary) -> None:
    """Put a small ledger in place of the whole one: it says that all is done."""
    if plan.ledger.with_name(plan.ledger.name + "-wal").exists():
        return  # another process has it open: it stays as it is
    small = plan.ledger.with_name(plan.ledger.name + ".new")
    small.unlink(missing_ok=True)
    engine = Ledger(small)
    await engine.submit(batch, ())
    await engine.collected(ID, (), mark=_mark(summary))
    await engine.aclose()
    small.replace(plan.ledger)
