"""Learns what a private remark sounds like from the rough notes of several authors.

    python evals/reading/train.py [--without AUTHOR] [-o FILE]

A clause is private when enough of it is held back in the gold; the private kinds of
the labelled sentences help. A clause that offers something to a note (a topic, what
only looks private, a name) teaches more than one that offers nothing. Frozen authors
are never read. The same text gives the same bytes. Each author is held out once; the
limits are the scores that `CLEAN` and `NEAR` of the useful clauses of unseen authors
stay under.
"""

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from afternote.reading.clauses import clauses
from afternote.reading.leaning import FILE, Weights, features, heard, score
from afternote.reading.span import flat
from afternote.reading.wrapped import whole

HERE = Path(__file__).parent
LABELS = HERE.parent / "rules" / "labels"
AUTHORS = ("iris", "juniper", "kauri", "larch", "rush", "sedge")
HELPING = ("ash", "birch", "cedar", "hazel", "linden", "nutmeg")
KINDS = frozenset(
    "pay hired_person personal other_employer contact_data confidence "
    "self_deprecating".split()
)
PARTICULARS = ("topics", "impressed", "learnt", "kindness")
PRIVATE = 0.4
"""The share of a clause that is held back where the clause counts as private."""
USEFUL = 0.3
"""The share of a clause that offers a particular where holding it back is a loss."""
HELP = 0.4
"""What a labelled sentence weighs beside a clause of rough notes."""
IDLE = 0.25
"""What a clause weighs that is neither private nor useful."""
FREE = 0.5
"""How freely the model follows the data (C of the logistic regression)."""
CLEAN = 0.98
NEAR = 0.93
STEPS = 127


class Sample(NamedTuple):
    """The features of a clause, whether it is private or useful, what it weighs."""

    features: list[str]
    private: bool
    useful: bool = False
    weight: float = 1.0


def rough(author: str) -> list[Sample]:
    """Return the clauses of an author's notes; what is a little private is left out."""
    found: list[Sample] = []
    path = HERE / author / "rough.jsonl"
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        text, gold = row["text"], row["gold"]
        low = flat(whole(text))
        private = _covered(text, _kept(gold))
        offers = _covered(text, [q for f in (*PARTICULARS, "fine") for q in gold[f]])
        facts = [name.lower() for name in _facts(gold)]
        parts = clauses(low)
        for clause, shape in zip(parts, heard(text, low, parts), strict=True):
            inside = range(clause.start, clause.end)
            inner = low[clause.start : clause.end]
            share = sum(i in private for i in inside) / len(inside)
            if 0 < share < PRIVATE:
                continue
            gives = sum(i in offers for i in inside) / len(inside)
            useful = gives > USEFUL or any(fact in inner for fact in facts)
            weight = 1.0 if useful or share else IDLE
            found.append(Sample(shape, share > 0, useful, weight))
    return found


def _covered(text: str, quotes: Sequence[str]) -> set[int]:
    found: set[int] = set()
    for quote in quotes:
        start = text.find(quote)
        found.update(range(start, start + len(quote)))
    return found


def _kept(gold: dict[str, Any]) -> list[str]:
    """Return what is held back, but for addresses, which have their own pattern."""
    return [h["quote"] for h in gold["held_back"] if h["why"] != "contact"]


def _facts(gold: dict[str, Any]) -> list[str]:
    """Return the names and words that a note would miss, were they held back."""
    met = [p["name"] for p in gold["people"] if p["part"] != "other"]
    writer = [gold["writer"]] if gold["writer"] else []
    return [*met, *(gold["company"] or ()), *(gold["role"] or ()), *writer]


def helping() -> list[Sample]:
    """Return the labelled sentences that are private, and those without a fault."""
    found: list[Sample] = []
    for author in HELPING:
        path = LABELS / author / "sentences.jsonl"
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["fault"] is None or row["fault"] in KINDS:
                shape = features(row["text"].lower())
                found.append(Sample(shape, row["fault"] is not None, weight=HELP))
    return found


def learn(samples: Sequence[Sample], free: float = FREE) -> Weights:
    """Return the model of *samples*, without limits yet; *free* is the C it has."""
    met = Counter(f for sample in samples for f in set(sample.features))
    kept = sorted(f for f, times in met.items() if times > 1)
    columns = {f: i for i, f in enumerate(kept)}
    rarity = np.array([1 + math.log(len(samples) / met[f]) for f in kept])
    starts, indices, values = [0], [], []
    for sample in samples:
        known = Counter(columns[f] for f in sample.features if f in columns)
        norm = sum(known.values()) ** -0.5 if known else 0.0
        for column in sorted(known):
            indices.append(column)
            values.append(known[column] * norm * rarity[column])
        starts.append(len(indices))
    data = csr_matrix((values, indices, starts), (len(samples), len(columns)))
    model = LogisticRegression(
        C=free, solver="liblinear", class_weight="balanced", tol=1e-5, random_state=0
    )
    model.fit(data, [s.private for s in samples], [s.weight for s in samples])
    weights = model.coef_[0] * rarity
    scale = float(abs(weights).max() / STEPS)
    steps = {f: round(w / scale) for f, w in zip(kept, weights, strict=True)}
    steps = {f: step for f, step in steps.items() if step}
    bias = round(float(model.intercept_[0]), 6)
    return Weights(0.0, 0.0, bias, round(scale, 8), steps)


def main() -> None:
    """Train, print what the limit does to unseen authors, and write the file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--without", default="")
    parser.add_argument("-o", type=Path, default=FILE)
    options = parser.parse_args()
    notes = {a: rough(a) for a in AUTHORS if a != options.without}
    more = helping()
    unseen: dict[str, list[tuple[float, Sample]]] = {}
    for author, theirs in notes.items():
        others = [s for a, rows in notes.items() if a != author for s in rows]
        model = learn(others + more)
        unseen[author] = [(score(model, s.features), s) for s in theirs]
    every = [pair for rows in unseen.values() for pair in rows]
    clean = [v for v, s in every if s.useful and not s.private]
    limit, near = (round(float(np.quantile(clean, q)), 4) for q in (CLEAN, NEAR))
    for author, rows in unseen.items():
        found = np.mean([v >= limit for v, s in rows if s.private])
        wrong = np.mean([v >= limit for v, s in rows if not s.private])
        lost = np.mean([v >= limit for v, s in rows if s.useful and not s.private])
        sys.stdout.write(
            f"{author:8} private {found:.1%}, not private {wrong:.1%}, "
            f"useful {lost:.1%}\n"
        )
    final = learn([s for rows in notes.values() for s in rows] + more)
    made = final._replace(limit=limit, near=near)._asdict()
    text = json.dumps(made, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    options.o.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
