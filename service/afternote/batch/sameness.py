"""Compares each note with the rest of its batch, and writes those anew that repeat it.

Two notes to the same reader or company share nothing but courtesy: no sentence that
says a particular. Two notes of one batch, whoever gets them, are not nearly the same
text. What repeats an earlier note is written anew from its brief, by template, with
other wordings. Which note was earlier is the order of settling: with an ordered batch,
that of submission, so that the same batch gives the same notes.
"""

import asyncio
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from afternote import reading
from afternote.batch import rows
from afternote.batch.engine import BatchEngine, Known, Outcome, Settled
from afternote.batch.likeness import SIZE, bands, key, likeness, sketch
from afternote.batch.sealing import Open, Sealing
from afternote.job import Job, note
from afternote.pipeline import fall_back
from afternote.schema import MOVES, Brief, Note, Options
from afternote.templates import candidates
from afternote.text import fold, sentences

NEAR = 0.8
"""Share of three-word shingles from which two notes are nearly the same: two of three
moves in common make about a half."""

ROUNDS = 30
"""Wordings tried for one that says nothing a note to the same reader says: there are
about as many for a topic."""

SEEDS = 4
"""Other seeds tried for a note that is not nearly another."""

CHUNK = 100
"""Notes settled in one transaction."""


class Marks(NamedTuple):
    """What a note is found by: its particulars as in `_Told`, and its whole body."""

    whole: dict[int, str]
    frames: dict[int, str]
    sketch: bytes
    bands: frozenset[int]

    @property
    def prints(self) -> tuple[int, ...]:
        """All of them, sorted."""
        return tuple(sorted({*self.whole, *self.frames, *self.bands}))


class Clash(NamedTuple):
    """What a note shares: sentences, their frames; and is it nearly another?"""

    shared: frozenset[str]
    framed: frozenset[str]
    near: bool


@dataclass
class Seen:
    """The notes of one batch that were settled before, and those of this chunk.

    Nobody without *salt* can try guesses on their marks."""

    engine: BatchEngine
    batch: str
    salt: str = ""
    here: dict[int, list[Known]] = field(default_factory=dict)

    async def clash(self, marks: Marks) -> Clash:
        """Return what *marks* have in common with them."""
        found = await self.engine.known(self.batch, marks.prints)
        found += [k for one in marks.prints for k in self.here.get(one, ())]
        known = {k.print for k in found}
        near = any(
            likeness(marks.sketch, k.sketch[at : at + SIZE]) >= NEAR
            for k in found
            if k.print in marks.bands
            for at in range(0, len(k.sketch), SIZE)
        )
        return Clash(
            frozenset(s for p, s in marks.whole.items() if p in known),
            frozenset(s for p, s in marks.frames.items() if p in known),
            near,
        )

    def add(self, position: int, marks: Marks) -> None:
        """Count a note as settled."""
        for one in marks.prints:
            self.here.setdefault(one, []).append(Known(one, position, marks.sketch))


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
        told = _told(seen.salt, moves, evidence, given["brief"])
        marks = _marks(seen.salt, moves, told)
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


class _Told(NamedTuple):
    """Sentences that say a particular, by their prints: whole, and their frames."""

    whole: dict[int, str]
    frames: dict[int, str]


def _repeats(clash: Clash, origin: str) -> bool:
    """Tell whether a note should be written anew: not for a frame, where a model wrote
    it, and never where the candidate did."""
    if origin in ("own", "mixed"):
        return False
    framed = bool(clash.framed) and origin == "template"
    return bool(clash.shared) or clash.near or framed


def _told(
    salt: str,
    moves: Mapping[Any, str],
    evidence: Iterable[dict[str, Any]],
    brief: dict[str, Any],
) -> _Told:
    topics = brief["topics"]
    spans = [(t["start"], t["end"]) for t in topics if t["quote"]]
    said = {fold(t["value"]).rstrip(".") for t in topics}
    said |= {
        fold(e["said"])
        for e in evidence
        if any(start <= e["start"] < end for start, end in spans)
    }
    reader, company = brief["reader"], brief["company"]
    groups = [
        f"{kind} {fold(fact['value'])}"
        for kind, fact in (("reader", reader), ("company", company))
        if fact
    ]
    told = _Told({}, {})
    for move in MOVES:
        for sentence in sentences(moves[move]):
            plain = fold(sentence.text)
            particulars = [one for one in said if one and one in plain]
            if not particulars:
                continue
            for group in groups or [""]:
                told.whole[key(salt, "told", group, plain)] = plain
            frame = plain
            for one in sorted(particulars, key=len, reverse=True):
                frame = frame.replace(one, "…")
            if reader:
                told.frames[key(salt, "frame", groups[0], frame)] = plain
    return told


def _marks(salt: str, moves: Mapping[Any, str], told: _Told) -> Marks:
    drawn = sketch(" ".join(moves[move] for move in MOVES), salt)
    met = frozenset(key(salt, "band", band.hex()) for band in bands(drawn))
    return Marks(told.whole, told.frames, drawn, met)


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
    salt = case.seen.salt
    avoid = {
        fold(sentence.text)
        for moves in case.others
        for move in MOVES
        for sentence in sentences(moves[move])
    }

    async def free(told: _Told) -> bool:
        clash = await case.seen.clash(Marks(*told, b"", frozenset()))
        taken = clash.shared | clash.framed if strict else clash.shared
        avoid.update(taken)
        return not taken

    for _ in range(ROUNDS):
        await asyncio.sleep(0)
        first = next(candidates(brief, options, frozenset(avoid)))
        told = _told(salt, first.moves.model_dump(), (), case.brief)
        if brief.topics and not told.whole:
            return None
        if not await free(told):
            continue
        job = Job(brief, options, avoid=frozenset(avoid))
        made = note(job, fall_back(job, written["origin"]["reason"] or "repairs"))
        evidence = [one.model_dump() for one in made.evidence]
        told = _told(salt, made.moves, evidence, case.brief)
        if brief.topics and not told.whole:
            return None
        if await free(told):
            before = Note.model_validate(written)
            cost = {"attempts": before.attempts, "usage": before.usage}
            return made.model_copy(update=cost), _marks(salt, made.moves, told)
    return None
