"""Learns what a private remark sounds like from the rough notes of several authors.

    python evals/reading/train.py [--without AUTHOR] [-o FILE]

A clause is private when half of it is held back in the gold; the private kinds of the
labelled sentences help. Frozen authors are never read. The same text gives the same
bytes. Each author is held out once; the limit is the score that `CLEAN` of the
clauses of unseen authors that are not private stay under.
"""

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from afternote.reading.clauses import clauses
from afternote.reading.leaning import FILE, Weights, features
from afternote.reading.span import flat
from afternote.reading.wrapped import whole

HERE = Path(__file__).parent
LABELS = HERE.parent / "rules" / "labels"
AUTHORS = ("iris", "juniper", "kauri", "larch")
HELPING = ("ash", "birch", "cedar", "hazel", "linden", "nutmeg")
KINDS = frozenset(
    "pay hired_person personal other_employer contact_data confidence "
    "self_deprecating".split()
)
HELP = 0.4
"""What a labelled sentence weighs beside a clause of rough notes."""
FREE = 0.5
"""How freely the model follows the data (C of the logistic regression)."""
CLEAN = 0.965
STEPS = 127


class Sample(NamedTuple):
    """A clause, whether it is private, and what it weighs."""

    text: str
    private: bool
    weight: float = 1.0


def rough(author: str) -> list[Sample]:
    """Return the clauses of an author's notes; what is half private is left out."""
    found: list[Sample] = []
    path = HERE / author / "rough.jsonl"
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        text, low = row["text"], flat(whole(row["text"]))
        private: set[int] = set()
        for item in row["gold"]["held_back"]:
            start = text.find(item["quote"])
            private.update(range(start, start + len(item["quote"])))
        for clause in clauses(low):
            inside = range(clause.start, clause.end)
            share = sum(i in private for i in inside) / len(inside)
            if share >= HELP or share == 0:
                found.append(Sample(low[clause.start : clause.end], share > 0))
    return found


def helping() -> list[Sample]:
    """Return the labelled sentences that are private, and those without a fault."""
    found: list[Sample] = []
    for author in HELPING:
        path = LABELS / author / "sentences.jsonl"
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["fault"] is None or row["fault"] in KINDS:
                text = row["text"].lower()
                found.append(Sample(text, row["fault"] is not None, HELP))
    return found


def learn(samples: Sequence[Sample]) -> Weights:
    """Return the model of *samples*, without a limit yet."""
    met = Counter(f for sample in samples for f in set(features(sample.text)))
    kept = sorted(f for f, times in met.items() if times > 1)
    columns = {f: i for i, f in enumerate(kept)}
    rarity = np.array([1 + math.log(len(samples) / met[f]) for f in kept])
    starts, indices, values = [0], [], []
    for sample in samples:
        known = Counter(columns[f] for f in features(sample.text) if f in columns)
        norm = sum(known.values()) ** -0.5 if known else 0.0
        for column in sorted(known):
            indices.append(column)
            values.append(known[column] * norm * rarity[column])
        starts.append(len(indices))
    data = csr_matrix((values, indices, starts), (len(samples), len(columns)))
    model = LogisticRegression(
        C=FREE, solver="liblinear", class_weight="balanced", tol=1e-5, random_state=0
    )
    model.fit(data, [s.private for s in samples], [s.weight for s in samples])
    weights = model.coef_[0] * rarity
    scale = float(abs(weights).max() / STEPS)
    steps = {f: round(w / scale) for f, w in zip(kept, weights, strict=True)}
    steps = {f: step for f, step in steps.items() if step}
    return Weights(0.0, round(float(model.intercept_[0]), 6), round(scale, 8), steps)


def score(model: Weights, text: str) -> float:
    """Return what `leaning.leans` compares with the limit."""
    known = [model.steps[f] for f in features(text) if f in model.steps]
    total = sum(known) * model.scale / math.sqrt(len(known)) if known else 0.0
    return total + model.bias


def main() -> None:
    """Train, print what the limit does to unseen authors, and write the file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--without", default="")
    parser.add_argument("-o", type=Path, default=FILE)
    options = parser.parse_args()
    notes = {a: rough(a) for a in AUTHORS if a != options.without}
    more = helping()
    unseen: dict[str, list[tuple[float, bool]]] = {}
    for author, theirs in notes.items():
        others = [s for a, rows in notes.items() if a != author for s in rows]
        model = learn(others + more)
        unseen[author] = [(score(model, s.text), s.private) for s in theirs]
    clean = [v for rows in unseen.values() for v, private in rows if not private]
    limit = round(float(np.quantile(clean, CLEAN)), 4)
    for author, rows in unseen.items():
        found = np.mean([v >= limit for v, private in rows if private])
        wrong = np.mean([v >= limit for v, private in rows if not private])
        sys.stdout.write(f"{author:8} private {found:.1%}, not private {wrong:.1%}\n")
    final = learn([s for rows in notes.values() for s in rows] + more)
    made = final._replace(limit=limit)._asdict()
    text = json.dumps(made, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    options.o.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
