"""Learns which words of rough notes name people, firm, role, writer and titles.

    python evals/reading/train_tags.py [--without AUTHOR] [-o FILE]

A linear chain over the clues of each word (conditional random field). Only clues
that two authors share count. Frozen authors are never read; the same text gives the
same bytes.
"""

import argparse
import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from afternote.reading.clues import clues, tokens
from afternote.reading.page import Page
from afternote.reading.tagging import FILE, TAGS
from afternote.reading.words import GIVEN, ordinary
from afternote.text import fold

HERE = Path(__file__).parent
AUTHORS = ("iris", "juniper", "kauri", "larch", "rush", "sedge")
RIDGE = 1.0
STEPS = 127
LEAST = 3
"""Steps that a clue must be worth for one of the tags to be kept."""
ROUNDS = 90
COPIES = 2
SHARE = 0.5
"""What a copy with other names in it weighs beside the note."""

Floats = NDArray[np.float64]


class Sample(NamedTuple):
    """A note's clues, a list a word, the number of each word's tag, its weight."""

    author: str
    rows: list[list[str]]
    tags: list[int]
    weight: float = 1.0


class Spot(NamedTuple):
    """Where a gold fact stands in a text, and its tag."""

    start: int
    end: int
    tag: str


def notes_of(author: str) -> list[dict[str, Any]]:
    """Return an author's rows."""
    path = HERE / author / "rough.jsonl"
    return [json.loads(x) for x in path.read_text("utf-8").splitlines() if x.strip()]


def sample(author: str, text: str, spots: list[Spot], weight: float = 1.0) -> Sample:
    """Return the clues of a text, and each word's tag."""
    page = Page(text, ())
    known = tokens(text)
    rows = clues(text, page.lines, known, uncased=page.uncased)
    tags = []
    for token in known:
        tag = next((s.tag for s in spots if s.start <= token.start < s.end), "O")
        tags.append(TAGS.index(tag))
    return Sample(author, rows, tags, weight)


def samples(authors: Sequence[str], copies: int = 0) -> list[Sample]:
    """Return the notes of *authors*, and copies with names and posts exchanged."""
    rows = [
        (a, r["text"], spots(r["text"], r["gold"]))
        for a in authors
        for r in notes_of(a)
    ]
    found = [sample(*row) for row in rows]
    pool = _pool(rows)
    chance = random.Random(7)
    for author, text, known in rows:
        copied = (_exchanged(text, known, pool, chance) for _ in range(copies))
        found += [sample(author, *copy, SHARE) for copy in copied]
    return found


def _pool(rows: list[tuple[str, str, list[Spot]]]) -> dict[str, list[str]]:
    """Return what the notes call people (first, last), firms and posts."""
    pool: dict[str, set[str]] = defaultdict(set)
    for _, text, known in rows:
        for spot in known:
            raw = text[spot.start : spot.end]
            if spot.tag in "CR":
                pool[spot.tag].add(raw)
            elif spot.tag in "PXW" and raw != raw.lower():
                words = raw.split()
                if len(words) > 1 and all(w[0].isupper() for w in words):
                    pool["first"].add(words[0])
                    pool["last"].add(words[-1])
    return {key: sorted(values) for key, values in pool.items()}


def _exchanged(
    text: str, known: list[Spot], pool: dict[str, list[str]], chance: random.Random
) -> tuple[str, list[Spot]]:
    """Return the text with other names in it, and where its facts stand then."""
    given: dict[str, str] = {}
    made, moved, at = "", [], 0
    for spot in sorted(known, key=lambda s: (s.tag not in "PXW", s.start - s.end)):
        raw = text[spot.start : spot.end]
        if spot.tag in "CR":
            given.setdefault(f"{spot.tag}{raw.lower()}", chance.choice(pool[spot.tag]))
        elif spot.tag in "PXW":
            words = raw.split()
            for i, word in enumerate(words):
                kind = "last" if i and i == len(words) - 1 else "first"
                given.setdefault(word.lower(), chance.choice(pool[kind]))
    for spot in sorted(known):
        raw = text[spot.start : spot.end]
        new = raw
        if spot.tag in "CR":
            new = given[f"{spot.tag}{raw.lower()}"]
        elif spot.tag in "PXW":
            new = " ".join(given[w.lower()] for w in raw.split())
        if raw == raw.lower():
            new = new.lower()
        made += text[at : spot.start]
        moved.append(Spot(len(made), len(made) + len(new), spot.tag))
        made += new
        at = spot.end
    return made + text[at:], moved


def spots(text: str, gold: dict[str, Any]) -> list[Spot]:
    """Return where the gold facts stand, longest facts first where they overlap."""
    ranked: list[tuple[int, Spot]] = []
    for person in gold["people"]:
        tag = "X" if person["part"] == "other" else "P"
        ranked += _named(text, person["name"], tag)
        if person["title"]:
            at = _nearest(text, person["title"], person["name"])
            if at is not None:
                ranked.append((3, Spot(at, at + len(person["title"]), "T")))
    for value in gold["company"] or ():
        ranked += [(0, Spot(*s, "C")) for s in _all(text, value)]
    for value in gold["role"] or ():
        ranked += [(2, Spot(*s, "R")) for s in _all(text, value)]
    if gold["writer"]:
        ranked += _named(text, gold["writer"], "W")
    found: list[Spot] = []
    for _, spot in sorted(ranked, key=lambda x: (x[0], x[1].start - x[1].end, x[1])):
        if all(spot.end <= s.start or s.end <= spot.start for s in found):
            found.append(spot)
    return found


def _all(text: str, value: str) -> list[tuple[int, int]]:
    pattern = re.compile(rf"(?<!\w){re.escape(value)}(?!\w)", re.I)
    return [m.span() for m in pattern.finditer(text)]


def _named(text: str, name: str, tag: str) -> list[tuple[int, Spot]]:
    found = [(0, Spot(*s, tag)) for s in _all(text, name)]
    for word in name.replace(",", " ").split():
        if len(word.strip(".")) < 2:
            continue
        plain = fold(word)
        for start, end in _all(text, word):
            raw = text[start:end]
            common = plain in ordinary() or plain in GIVEN or len(plain) < 4
            if raw == word or (not common and raw[0].islower()):
                found.append((1, Spot(start, end, tag)))
    return found


def _nearest(text: str, title: str, name: str) -> int | None:
    places = [s for s, _ in _all(text, name)]
    titles = [s for s, _ in _all(text, title)]
    pairs = [(abs(t - p), t) for p in places for t in titles if abs(t - p) < 120]
    return min(pairs)[1] if pairs else None


class Batch(NamedTuple):
    """Notes side by side: the clues of all words, and who follows whom."""

    data: Any
    tags: NDArray[np.int64]
    lengths: list[int]


def vocabulary(notes: Sequence[Sample]) -> dict[str, int]:
    """Number the clues that at least two authors share, and two notes."""
    authors: dict[str, set[str]] = defaultdict(set)
    for note in notes:
        for row in note.rows:
            for clue in row:
                authors[clue].add(note.author)
    kept = sorted(clue for clue, who in authors.items() if len(who) > 1)
    return {clue: i for i, clue in enumerate(kept)}


def matrix(notes: Sequence[Sample], columns: dict[str, int]) -> Batch:
    starts, indices = [0], []
    for note in notes:
        for row in note.rows:
            indices += sorted({columns[c] for c in row if c in columns})
            starts.append(len(indices))
    data = csr_matrix(
        (np.ones(len(indices)), indices, starts), (len(starts) - 1, len(columns))
    )
    tags = np.array([t for note in notes for t in note.tags])
    return Batch(data, tags, [len(note.rows) for note in notes])


def learn(notes: Sequence[Sample]) -> tuple[dict[str, int], Floats, Floats]:
    """Return the columns, what each clue is worth for each tag, and the steps."""
    columns = vocabulary(notes)
    batch = matrix(notes, columns)
    many, count = len(columns), len(TAGS)
    order = np.argsort([-n for n in batch.lengths], kind="stable")
    offsets = np.concatenate([[0], np.cumsum(batch.lengths)])[:-1]
    longest = max(batch.lengths)
    at_time = [
        np.array([offsets[i] + t for i in order if batch.lengths[i] > t])
        for t in range(longest)
    ]
    observed = np.zeros((len(batch.tags), count))
    observed[np.arange(len(batch.tags)), batch.tags] = 1
    each = np.array([note.weight for note in notes])
    heavy = np.repeat(each, batch.lengths)[:, None]
    steps_seen = np.zeros((count, count))
    for note in notes:
        for one, two in zip(note.tags, note.tags[1:], strict=False):
            steps_seen[one, two] += note.weight

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat[: many * count].reshape(many, count)
        steps = flat[many * count :].reshape(count, count)
        scores = batch.data @ weights
        forward = np.zeros_like(scores)
        total = 0.0
        expected_steps = np.zeros((count, count))
        forward[at_time[0]] = scores[at_time[0]]
        for t in range(1, longest):
            here = at_time[t]
            past = forward[here - 1]
            top = past.max(1, keepdims=True)
            forward[here] = (
                scores[here] + top + np.log(np.exp(past - top) @ np.exp(steps))
            )
        backward = np.zeros_like(scores)
        for t in range(longest - 2, -1, -1):
            here = at_time[t + 1]
            after = scores[here] + backward[here]
            top = after.max(1, keepdims=True)
            backward[here - 1] = top + np.log(np.exp(after - top) @ np.exp(steps).T)
        ends = offsets + np.array(batch.lengths) - 1
        last = forward[ends]
        top = last.max(1, keepdims=True)
        whole = (top + np.log(np.exp(last - top).sum(1, keepdims=True)))[:, 0]
        norm = np.repeat(whole, batch.lengths)[:, None]
        share = np.exp(forward + backward - norm)
        inner = np.concatenate(at_time[1:])
        peak = forward[inner - 1].max(1, keepdims=True)
        left = np.exp(forward[inner - 1] - peak) * heavy[inner]
        right = np.exp(scores[inner] + backward[inner] - norm[inner] + peak)
        expected_steps = (left.T @ right) * np.exp(steps)
        total = (whole * each).sum()
        total -= (scores * observed * heavy).sum() + (steps * steps_seen).sum()
        total += RIDGE / 2 * (flat @ flat)
        grad_w = batch.data.T @ ((share - observed) * heavy) + RIDGE * weights
        grad_s = expected_steps - steps_seen + RIDGE * steps
        return float(total), np.concatenate([grad_w.ravel(), grad_s.ravel()])

    made = minimize(
        loss,
        np.zeros(many * count + count * count),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": ROUNDS},
    )
    weights = made.x[: many * count].reshape(many, count)
    return columns, weights, made.x[many * count :].reshape(count, count)


def packed(columns: dict[str, int], weights: Floats, steps: Floats) -> dict[str, Any]:
    """Return the model as whole numbers, without what is worth nothing."""
    scale = float(max(abs(weights).max(), abs(steps).max()) / STEPS)
    clues_ = {}
    for clue, i in columns.items():
        row = [round(float(v) / scale) for v in weights[i]]
        if max(map(abs, row)) >= LEAST:
            clues_[clue] = row
    return {
        "clues": clues_,
        "scale": round(scale, 8),
        "steps": [[round(float(v) / scale) for v in row] for row in steps],
    }


def main() -> None:
    """Train on all authors but those left out, and write the file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--without", action="append", default=[])
    parser.add_argument("-o", type=Path, default=FILE)
    options = parser.parse_args()
    notes = samples([a for a in AUTHORS if a not in options.without], COPIES)
    made = packed(*learn(notes))
    text = json.dumps(made, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    options.o.write_text(text + "\n", "utf-8")
    sys.stdout.write(f"{len(made['clues'])} clues, {len(text) // 1024} KiB\n")


if __name__ == "__main__":
    main()
