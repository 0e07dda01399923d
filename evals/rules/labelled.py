"""Reads the labelled text of this folder: one sub-folder of labels/ an author."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from afternote.text import Piece, sentences

LABELS = Path(__file__).parent / "labels"
TRAIN = (
    "ash",
    "birch",
    "cedar",
    "hazel",
    "linden",
    "nutmeg",
    "olive",
    "pear",
    "quince",
    "sorrel",
    "thyme",
    "vetch",
    "yarrow",
    "founder",
    "rowan",
    "wordings",
)
TUNE = ("dogwood",)
TEST = ("elm", "fir", "gum", "ivy")
TAUGHT_ONLY = (
    "founder", "linden", "nutmeg", "olive", "pear", "quince", "rowan", "thyme",
    "vetch", "wordings", "yarrow",
)  # fmt: skip
"""Folders whose clean text is too little or too plain: learnt from, never a measure."""

_GREETING = re.compile(r"[^.!?\n]{0,60},?\s*\n")
_CLOSING = re.compile(r"[^\n]{0,60}")


class Sample(NamedTuple):
    """A sentence with what is known about it.

    *moves*, *asks* and *disappointment* are None where nobody labelled them (the
    sentences of whole notes). *near* names the fault that a clean sentence resembles.
    *note* is the id of the note it is from, *lacks* the move which that note lacks.
    """

    text: str
    author: str
    fault: str | None
    near: str | None = None
    moves: frozenset[str] | None = None
    asks: frozenset[str] | None = None
    disappointment: bool | None = None
    note: str | None = None
    lacks: str | None = None


def authors(wanted: tuple[str, ...], root: Path = LABELS) -> tuple[str, ...]:
    """Return those of *wanted* who have a folder."""
    return tuple(name for name in wanted if (root / name).is_dir())


def rows(author: str, kind: str, root: Path = LABELS) -> list[dict[str, Any]]:
    """Return the rows of labels/<author>/<kind>.jsonl; none without such a file."""
    path = root / author / f"{kind}.jsonl"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def body(note: str) -> list[Piece]:
    """Return the sentences of *note* without its greeting and sign-off lines."""
    greeting = _GREETING.match(note)
    start = greeting.end() if greeting else 0
    end = len(note)
    while (at := note.rfind("\n", start, end)) > start:
        last = note[at + 1 : end].strip()
        if len(last) > 45 or last.endswith((".", "?", "!")):
            break
        end = at
    return sentences(note[start:end], start)


def of_sentences(author: str, root: Path = LABELS) -> list[Sample]:
    """Return the single sentences of *author*."""
    return [
        Sample(
            text=row["text"],
            author=author,
            fault=row["fault"],
            near=row["near_miss"],
            moves=frozenset(row["moves"]),
            asks=frozenset({f"ask_{row['ask']}"} if row["ask"] else ()),
            disappointment=row["disappointment"],
        )
        for row in rows(author, "sentences", root)
    ]


def of_notes(author: str, faults: frozenset[str], root: Path = LABELS) -> list[Sample]:
    """Return the sentences of the notes of *author*, as far as their fault is known.

    Good notes are free of faults. Of a bad one the sentence under the span has the
    fault, the others have none. What is wrong with an invention or a leak shows only
    beside the brief, so the sentence under such a span is left out.
    """
    found: list[Sample] = []
    for row in rows(author, "notes", root):
        at = row["note"].find(row["span"]) if row["span"] else -1
        end = at + len(row["span"])
        for piece in body(row["note"]):
            under = at >= 0 and piece.start < end and at < piece.end
            if under and row["fault"] not in faults:
                continue
            fault = row["fault"] if under else None
            found.append(
                Sample(piece.text, author, fault, note=row["id"], lacks=_lacking(row))
            )
    return found


def _lacking(row: dict[str, Any]) -> str | None:
    fault: str = row["fault"] or ""
    return fault.removeprefix("missing_") if fault.startswith("missing_") else None


def samples(
    names: Iterable[str], faults: frozenset[str], root: Path = LABELS
) -> list[Sample]:
    """Return all sentences of the authors *names*, each text once."""
    found: dict[str, Sample] = {}
    for name in names:
        for sample in (*of_sentences(name, root), *of_notes(name, faults, root)):
            found.setdefault(sample.text, sample)
    return list(found.values())
