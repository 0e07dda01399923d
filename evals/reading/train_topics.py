"""Learns which stretches of rough notes are worth a sentence of a note.

    python evals/reading/train_topics.py [--without AUTHOR] [-o FILE]

A stretch is a particular when it is a topic of the gold, or lies in what impressed or
was learnt, near enough. Frozen authors are never read; the same text gives the same
bytes. Each author is held out once; `CLEAN` is the share of what the limit lets
through that lies on something the gold offers.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import NamedTuple

from train import AUTHORS, HERE, PARTICULARS, Sample, learn

from afternote.reading.leaning import Weights, score
from afternote.reading.page import Page
from afternote.reading.particulars import FILE, stretches
from afternote.reading.phrases import fit

CLEAN = 0.9
ALONE = 0.72
"""The same share, of the best stretches of notes that have none above the limit."""
FREE = 0.1
LIKE = 0.6
"""The share of both that a stretch and a topic have in common where they are one."""
PARTLY = 0.3
"""What a stretch weighs that lies on something offered, but is not the topic."""


class Row(NamedTuple):
    """A note's stretches: where they stand, what they are, and whether offered."""

    sample: Sample
    start: int
    end: int
    note: str
    fits: bool


def rough(author: str) -> list[Row]:
    """Return the stretches of an author's notes."""
    found: list[Row] = []
    path = HERE / author / "rough.jsonl"
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        text, gold = row["text"], row["gold"]
        topics = [_span(text, quote) for quote in gold["topics"]]
        offers = [_span(text, q) for field in PARTICULARS for q in gold[field]]
        page = Page(text, ())
        for part in page.lines:
            if part.heading:
                continue
            for s in stretches(page, part):
                best = max((_like(s.start, s.end, *t) for t in topics), default=0.0)
                on = any(s.start < e and b < s.end for b, e in offers)
                good = best >= LIKE
                weight = 1.0 if good or not on else PARTLY
                sample = Sample(s.features, good, on, weight)
                fits = fit(text[s.start : s.end], "discussed") is not None
                found.append(Row(sample, s.start, s.end, f"{author} {row['id']}", fits))
    return found


def _span(text: str, quote: str) -> tuple[int, int]:
    start = text.find(quote)
    return start, start + len(quote)


def _like(start: int, end: int, begin: int, stop: int) -> float:
    common = min(end, stop) - max(start, begin)
    return max(0, common) / max(end - start, stop - begin)


def chosen(model: Weights, rows: list[Row]) -> list[tuple[float, Row]]:
    """Return the best stretches of each note that do not overlap, with their score."""
    found: list[tuple[float, Row]] = []
    taken: dict[str, list[tuple[int, int]]] = {}
    scored = [(score(model, row.sample.features), row) for row in rows if row.fits]
    for value, row in sorted(scored, key=lambda pair: (-pair[0], pair[1].start)):
        spans = taken.setdefault(row.note, [])
        if all(row.end <= b or e <= row.start for b, e in spans):
            spans.append((row.start, row.end))
            found.append((value, row))
    return found


def limit_of(found: list[tuple[float, Row]], clean: float) -> float:
    """Return the lowest score from which *clean* of what is *found* is offered."""
    right, best = 0, float("inf")
    for i, (value, row) in enumerate(sorted(found, key=lambda pair: -pair[0])):
        right += row.sample.useful
        if right >= clean * (i + 1):
            best = value
    return round(best, 4)


def alone(found: list[tuple[float, Row]], limit: float) -> list[tuple[float, Row]]:
    """Return the best stretch of each note that has none above *limit*."""
    best: dict[str, tuple[float, Row]] = {}
    for value, row in sorted(found, key=lambda pair: -pair[0]):
        best.setdefault(row.note, (value, row))
    return [pair for pair in best.values() if pair[0] < limit]


def main() -> None:
    """Train, print what the limit does to unseen authors, and write the file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--without", default="")
    parser.add_argument("-o", type=Path, default=FILE)
    options = parser.parse_args()
    notes = {a: rough(a) for a in AUTHORS if a != options.without}
    unseen: dict[str, list[tuple[float, Row]]] = {}
    for author, theirs in notes.items():
        others = [r.sample for a, rows in notes.items() if a != author for r in rows]
        unseen[author] = chosen(learn(others, FREE), theirs)
    every = [pair for rows in unseen.values() for pair in rows]
    limit = limit_of(every, CLEAN)
    near = limit_of(alone(every, limit), ALONE)
    for author, found in unseen.items():
        kept = [row for value, row in found if value >= limit]
        right = sum(row.sample.useful for row in kept)
        topics = sum(row.sample.private for row in kept)
        whole = len({row.note for row in kept if row.sample.useful})
        sys.stdout.write(
            f"{author:8} {len(kept)} kept, {right / len(kept):.1%} offered, "
            f"{topics} whole topics, in {whole} notes\n"
        )
    final = learn([r.sample for rows in notes.values() for r in rows], FREE)
    made = final._replace(limit=limit, near=near)._asdict()
    text = json.dumps(made, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    options.o.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
