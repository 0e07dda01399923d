"""What a note of a batch is found by: the particulars it says, and the whole of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from afternote.batch.engine import BatchEngine, Known
from afternote.batch.likeness import SIZE, bands, key, likeness, sketch
from afternote.schema import MOVES
from afternote.text import fold, sentences

NEAR = 0.8
"""Share of three-word shingles from which two notes are nearly the same: two of three
moves in common make about a half."""


class Told(NamedTuple):
    """Sentences that say a particular, by their prints: whole, and their frames."""

    whole: dict[int, str]
    frames: dict[int, str]


class Marks(NamedTuple):
    """What a note is found by: its particulars as in `Told`, and its whole body."""

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


def told_in(
    salt: str,
    said: Iterable[str],
    evidence: Iterable[dict[str, Any]],
    brief: dict[str, Any],
) -> Told:
    """Return which of the sentences *said* say a particular of *brief*."""
    topics = brief["topics"]
    spans = [(t["start"], t["end"]) for t in topics if t["quote"]]
    named = {fold(t["value"]).rstrip(".") for t in topics}
    named |= {
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
    told = Told({}, {})
    for sentence in said:
        particulars = [one for one in named if one and one in sentence]
        if not particulars:
            continue
        for group in groups or [""]:
            told.whole[key(salt, "told", group, sentence)] = sentence
        frame = sentence
        for one in sorted(particulars, key=len, reverse=True):
            frame = frame.replace(one, "…")
        if reader:
            told.frames[key(salt, "frame", groups[0], frame)] = sentence
    return told


def marks_of(salt: str, moves: Mapping[Any, str], told: Told) -> Marks:
    """Return the marks of a note with these *moves*, that says what is *told*."""
    drawn = sketch(" ".join(moves[move] for move in MOVES), salt)
    met = frozenset(key(salt, "band", band.hex()) for band in bands(drawn))
    return Marks(told.whole, told.frames, drawn, met)


def sentences_of(*each: Mapping[Any, str]) -> set[str]:
    """Return the folded sentences of *each* note's moves."""
    return {
        fold(sentence.text)
        for moves in each
        for move in MOVES
        for sentence in sentences(moves[move])
    }
