"""Learns what makes a named person the one who led, an interviewer, a recruiter.

    python evals/reading/train_parts.py [-o FILE]

Nothing is held back here, so that the weights do not hang on what policy holds. The
tags that the clues lean on come from models that have not seen the author: two
authors are left out at a time. Frozen authors are never read; the same text gives
the same bytes.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from measure import is_name
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from train_tags import AUTHORS, COPIES, STEPS, learn, notes_of, packed, samples

from afternote.reading import parts, standing, who
from afternote.reading.page import Page
from afternote.reading.tagging import Weights
from afternote.schema import Part

FOLDS = (("iris", "juniper"), ("kauri", "larch"), ("rush", "sedge"))
FREE = 0.1
"""How freely the model follows the data (C of the logistic regression)."""
NEWER = 2
"""What a note weighs of the authors by whom no rule was written."""
UNSEEN = ("rush", "sedge")


class Sample(NamedTuple):
    """A person found in an author's notes, the clues, and the part in the gold."""

    author: str
    clues: list[str]
    part: Part | None


def samples_of(author: str, weights: Weights) -> Iterator[Sample]:
    """Yield who is found in an author's notes."""
    for row in notes_of(author):
        page = Page(row["text"], ())
        cast = who.find(page, weights)
        ruled = parts.ruled(page, cast.known, cast.role)
        rows = standing.clues(page, cast.tags, cast.known, ruled)
        for someone, clues in zip(cast.known, rows, strict=True):
            gold = [
                person["part"]
                for person in row["gold"]["people"]
                if is_name(someone.name, [person["name"]])
            ]
            yield Sample(author, clues, gold[0] if gold else None)


def fitted(found: Sequence[Sample]) -> dict[str, Any]:
    """Return the weights as whole numbers; clues of one author alone do not count."""
    authors: dict[str, set[str]] = defaultdict(set)
    for sample in found:
        for clue in sample.clues:
            authors[clue].add(sample.author)
    kept = sorted(clue for clue, seen in authors.items() if len(seen) > 1)
    columns = {clue: i for i, clue in enumerate(kept)}
    starts, indices = [0], []
    for sample in found:
        indices += sorted({columns[c] for c in sample.clues if c in columns})
        starts.append(len(indices))
    data = csr_matrix(
        (np.ones(len(indices)), indices, starts), (len(found), len(columns))
    )
    model = LogisticRegression(C=FREE, max_iter=1000)
    model.fit(
        data,
        [standing.PARTS.index(s.part) for s in found],
        [NEWER if s.author in UNSEEN else 1 for s in found],
    )
    weights = np.zeros((len(columns), len(standing.PARTS)))
    weights[:, model.classes_] = model.coef_.T
    weights[columns["b"], model.classes_] += model.intercept_
    scale = float(abs(weights).max() / STEPS)
    rows = {
        c: [round(float(v) / scale) for v in weights[i]] for c, i in columns.items()
    }
    return {
        "clues": {c: row for c, row in rows.items() if any(row)},
        "scale": round(scale, 8),
    }


def main() -> None:
    """Train and write the file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("-o", type=Path, default=standing.FILE)
    options = parser.parse_args()
    found: list[Sample] = []
    for fold in FOLDS:
        others = [a for a in AUTHORS if a not in fold]
        weights = Weights(**packed(*learn(samples(others, COPIES))))
        for author in fold:
            found += samples_of(author, weights)
    made = fitted(found)
    text = json.dumps(made, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    options.o.write_text(text + "\n", "utf-8")
    sys.stdout.write(f"{len(found)} people, {len(made['clues'])} clues\n")


if __name__ == "__main__":
    main()
