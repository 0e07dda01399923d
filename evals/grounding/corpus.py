"""The labelled notes that grounding is trained and measured on."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, get_args

from afternote import reading
from afternote.check import parse
from afternote.schema import (
    Brief,
    Channel,
    Draft,
    Fact,
    Options,
    Person,
    To,
)
from afternote.text import sentences
from afternote.wordings import Kind, load

HERE = Path(__file__).parent
LABELS = HERE.parent / "rules" / "labels"
PAIRS = HERE / "pairs"
GOLD = HERE / "gold.txt"

TRAIN = ("ash", "birch", "cedar")
TUNE = ("dogwood", "hazel", "olive", "sorrel")
NOTES = (*TRAIN, *TUNE)
WRITERS = (*TRAIN, "hazel", "linden", "nutmeg")
TALKERS = (*WRITERS, "dogwood", "founder", "pear", "quince", "rowan", "wordings")
"""Authors of single sentences, from which the weights of words are learnt."""


class Row(NamedTuple):
    """Rough notes, a whole note written from them, and the invention in it, if any.

    *kind* is None for a faithful note. *span* is the words of the note that carry the
    invention.
    """

    id: str
    author: str
    to: To
    channel: Channel
    notes: str
    note: str
    kind: str | None
    span: str
    subtle: bool


def lines(path: Path) -> list[str]:
    """Return the lines of a file that hold something; none without a file."""
    if not path.exists():
        return []
    return [x for x in path.read_text(encoding="utf-8").split("\n") if x]


def rows(authors: tuple[str, ...], labels: Path = LABELS) -> list[Row]:
    """Return the faithful and the invented notes of *authors*, in file order."""
    found = []
    for author in authors:
        for line in lines(labels / author / "notes.jsonl"):
            data = json.loads(line)
            if data["family"] not in (None, "F"):
                continue
            found.append(
                Row(
                    data["id"],
                    author,
                    data["to"],
                    data["channel"],
                    data["notes"],
                    data["note"],
                    data["fault"],
                    data["span"],
                    data["subtle"],
                )
            )
    return found


def pairs(folder: Path = PAIRS) -> list[Row]:
    """Return the pairs of the founding author: short notes, three paragraphs each."""
    found = []
    for path in sorted(folder.glob("grounding_*.jsonl")):
        for line in lines(path):
            data = json.loads(line)
            good = data["label"] == "faithful"
            found.append(
                Row(
                    data["id"],
                    path.stem,
                    "manager",
                    "email",
                    data["notes"],
                    data["draft"],
                    None if good else data["kind"],
                    data["planted"] or "",
                    False,
                )
            )
    return found


def good_sentences(
    authors: tuple[str, ...], labels: Path = LABELS
) -> Iterator[tuple[str, str]]:
    """Yield author and text of the sentences that present no particular.

    Those are the sentences without a fault that appreciate nothing.
    """
    for author in authors:
        for line in lines(labels / author / "sentences.jsonl"):
            data = json.loads(line)
            if data["fault"] is None and "appreciate" not in data["moves"]:
                yield author, data["text"]


def all_texts(
    authors: tuple[str, ...], labels: Path = LABELS
) -> Iterator[tuple[str, str]]:
    """Yield author and text of all that *authors* wrote, sentences and whole notes."""
    for author in authors:
        for path in sorted((labels / author).glob("*.jsonl")):
            for line in lines(path):
                data = json.loads(line)
                yield author, data["note"] if "note" in data else data["text"]


def bare_wordings() -> Iterator[str]:
    """Yield the wordings of the templates that need no fact of the notes."""
    for to in get_args(To):
        for channel in get_args(Channel):
            for kind in get_args(Kind):
                if kind != "subject" or channel == "email":
                    for wording in load(to, channel, kind):
                        if not wording.needs:
                            yield wording.text


def draft(row: Row) -> Draft:
    """Return the row's note as the check of a person's own text sees it."""
    return parse(row.note, Options(to=row.to, channel=row.channel))


def read_brief(row: Row) -> Brief:
    """Return what reading by rules finds, narrowed to the row's reader."""
    return reading.briefs_for(reading.read(row.notes), row.to)[0][1]


def notes_brief(row: Row) -> Brief:
    """Return a brief of the bare notes, which no change in reading changes."""
    return Brief(
        rest=tuple(_fact(s.text, row.notes, s.start) for s in sentences(row.notes))
    )


def whole_brief(row: Row, gold: dict[str, str]) -> Brief:
    """Return what reading finds, with the names of gold.txt in place of its own.

    Measures grounding apart from reading: reader, company, role, channel and people are
    those of gold.txt, where the notes stand there.
    """
    brief = read_brief(row)
    line = gold.get(row.notes)
    if line is None:
        return brief
    _, name, company, role, channel, others = line.split("|")
    reader = _person(name, row.notes)
    came = _fact(channel, row.notes, word=channel) if channel else None
    people = [_person(other, row.notes) for other in others.split(";") if other]
    return brief.model_copy(
        update={
            "reader": reader,
            "company": _fact(company, row.notes) if company else None,
            "role": _fact(role, row.notes) if role else None,
            "people": (reader, *people),
            "decision": brief.decision.model_copy(update={"channel": came}),
        }
    )


def _fact(quote: str, notes: str, at: int = 0, word: str | None = None) -> Fact:
    start = max(0, notes.find(quote, at))
    found = "" if word else quote
    return Fact(
        value=word or quote,
        quote=found,
        start=start,
        end=start + len(found),
        how="stated",
    )


_HONORIFIC = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Rev|Sr|Smt)\b\.?", re.I)


def _person(name: str, notes: str) -> Person:
    """Return the person called *name*, with the form of address apart."""
    honorific = _HONORIFIC.match(name)
    value = name[honorific.end() :].strip() if honorific else name
    fact = _fact(name, notes).model_dump() | {"value": re.sub(r"[()]", "", value)}
    return Person(**fact, honorific=honorific[0] if honorific else None)


def gold(found: list[Row]) -> dict[str, str]:
    """Return the lines of gold.txt by the notes they describe."""
    known = {
        line.split("|")[0]: line for line in lines(GOLD) if not line.startswith("#")
    }
    return {row.notes: known[row.id] for row in found if row.id in known}
