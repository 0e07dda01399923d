"""Compares each note with the rest of its batch, and writes those anew that repeat it.

Two notes to the same reader or company share nothing but courtesy: no sentence that
says a particular. Two notes of one batch, whoever gets them, are not nearly the same
text. What repeats an earlier note is written anew from its brief, by template, with
other wordings. Which note was earlier is the order of settling: with an ordered batch,
that of submission, so that the same batch gives the same notes.
"""

import asyncio
import itertools
import json
from typing import Any, NamedTuple

from afternote import reading
from afternote.batch import rows
from afternote.batch.engine import BatchEngine, Outcome, Settled
from afternote.batch.marks import (
    Clash,
    Marks,
    Seen,
    Told,
    marks_of,
    sentences_of,
    told_in,
)
from afternote.batch.sealing import Open, Sealing
from afternote.job import Job, note
from afternote.pipeline import fall_back
from afternote.schema import Brief, Note, Options
from afternote.templates import sayings

ROUNDS = 5
"""Notes written for one that repeats none; the first is free of what is known, and more
are needed only where a rule turned its wording away."""

SEEDS = 4
"""Other seeds tried for a note that is not nearly another."""

CHUNK = 100
"""Notes settled in one transaction."""


async def settle(engine: BatchEngine, sealing: Sealing | None = None) -> int:
    """Settle some drafted items; return how many, 0 when there is nothing to do."""
    sealing = sealing or Open()
    taken = await engine.unsettled(limit=CHUNK)
    if taken is None:
        return 0
    seen = Seen(engine, taken.batch, taken.batch + sealing.salt)
    settled = []
    for position, outcome in taken.items:
        settled.append(await _settled(seen, position, outcome, sealing))
        await asyncio.sleep(0)
    await engine.settle(taken, settled)
    return len(settled)


async def _settled(
    seen: Seen, position: int, outcome: Outcome, sealing: Sealing
) -> Settled:
    head, _, row = sealing.open(outcome.result).partition(b"\n")
    asked, given = json.loads(head), json.loads(row)
    anew: dict[int, Note] = {}
    prints: set[int] = set()
    sketches = b""
    for place, written in enumerate(given.get("notes", ())):
        moves, evidence = written["moves"], written["evidence"]
        told = told_in(seen.salt, sentences_of(moves), evidence, given["brief"])
        marks = marks_of(seen.salt, moves, told)
        clash = await seen.clash(marks)
        if _repeats(clash, written["origin"]["kind"]):
            others = [n["moves"] for i, n in enumerate(given["notes"]) if i != place]
            found = await _anew(
                _Case(seen, given["brief"], asked, position, others), place, written
            )
            if found is not None:
                anew[place], marks = found
        prints |= {*marks.prints}
        sketches += marks.sketch
        seen.add(position, marks)
    if anew:
        row = rows.changed(row, anew)
    first = anew.get(0)
    return Settled(
        position,
        Outcome(
            sealing.seal(row),
            outcome.ok,
            first.origin.kind if first else outcome.origin,
            outcome.spent,
        ),
        tuple(sorted(prints)),
        sketches,
        bool(anew),
    )


def _repeats(clash: Clash, origin: str) -> bool:
    """Tell whether a note should be written anew: not for a frame, where a model wrote
    it, and never where the candidate did."""
    if origin in ("own", "mixed"):
        return False
    framed = bool(clash.framed) and origin == "template"
    return bool(clash.shared) or clash.near or framed


class _Case(NamedTuple):
    """A note that repeats another, and all that is needed to write it anew."""

    seen: Seen
    brief: dict[str, Any]
    asked: dict[str, Any]
    position: int
    others: list[dict[str, str]]


async def _anew(
    case: _Case, place: int, written: dict[str, Any]
) -> tuple[Note, Marks] | None:
    """Return a note in place of *written* that repeats none, as far as there is one.

    First with other words for a particular, then with the words another note has for
    another particular, then without: what is said twice to one reader is no particular.
    """
    to, brief = reading.briefs_for(Brief.model_validate(case.brief), case.asked["to"])[
        place
    ]
    options = Options.model_validate({**case.asked, "to": to})
    bare = brief.model_copy(update={"topics": ()})
    ways = (
        ((brief, True), (brief, False), (bare, False))
        if brief.topics
        else ((bare, False),)
    )
    best = None
    for seed in range(SEEDS):
        # Two equal lines would else go on to be equal with every other seed, too.
        drawn = options.seed + 1 + case.position * SEEDS + seed
        varied = options.model_copy(update={"seed": drawn})
        for offered, strict in ways:
            found = await _free(case, offered, varied, written, strict=strict)
            if found is not None:
                break
        best = found or best
        if found is not None and not (await case.seen.clash(found[1])).near:
            return found
    return best


async def _free(
    case: _Case,
    brief: Brief,
    options: Options,
    written: dict[str, Any],
    *,
    strict: bool,
) -> tuple[Note, Marks] | None:
    """Return the first note whose particular sentences are free.

    None where there is none that says a particular of *brief*. *strict*: free, too, of
    the words in which another note to the same reader says another particular.
    """
    salt, avoid = case.seen.salt, sentences_of(*case.others)
    if brief.topics:
        ways = list(sayings(brief, options))
        told = told_in(salt, itertools.chain(*ways), (), case.brief)
        avoid |= await _taken(case.seen, told, strict=strict)
        if not any(avoid.isdisjoint(way) for way in ways):
            return None
    for _ in range(ROUNDS):
        await asyncio.sleep(0)
        job = Job(brief, options, avoid=frozenset(avoid))
        made = note(job, fall_back(job, written["origin"]["reason"] or "repairs"))
        evidence = [one.model_dump() for one in made.evidence]
        told = told_in(salt, sentences_of(made.moves), evidence, case.brief)
        if brief.topics and not told.whole:
            return None
        taken = await _taken(case.seen, told, strict=strict)
        if not taken:
            before = Note.model_validate(written)
            cost = {"attempts": before.attempts, "usage": before.usage}
            return made.model_copy(update=cost), marks_of(salt, made.moves, told)
        avoid |= taken
    return None


async def _taken(seen: Seen, told: Told, *, strict: bool) -> set[str]:
    """Return which sentences of *told* are another note's, or with *strict* nearly."""
    clash = await seen.clash(Marks(*told, b"", frozenset()))
    return {*clash.shared, *clash.framed} if strict else {*clash.shared}
