"""What the signs of a sentence weigh in its note: learnt from notes by strangers.

The second stage of the scorer (`rules/base/weighing.py`). Its rows are the sentences
of whole notes, beside their notes and alone; a sentence was scored by models that
never saw its author.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import labelled
import numpy as np
from sklearn.linear_model import LogisticRegression

from afternote.check import parse
from afternote.reading import read
from afternote.rules.base.weighing import LEAST, SIGNS, Margins, signs
from afternote.schema import Brief, Options
from afternote.scoring.weights import Whole

FALSE_ALARMS = 0.01
"""Share of strangers' good notes that may be flagged."""
SEEN = ("T", "P", "L")
"""Families whose faults the scorer can see; the sentences of others are clean."""
Score = Callable[[Sequence[str]], list[Margins]]


class Row(NamedTuple):
    """A note: is it good, and a row of signs a sentence with what is wrong there."""

    author: str
    good: bool
    seen: np.ndarray
    faulty: np.ndarray


def of_notes(author: str, score: Score, whole: Whole, root: Any) -> list[Row]:
    """Return the notes of *author*, their sentences scored by *score*."""
    return [
        found
        for row in labelled.rows(author, "notes", root)
        if (found := _of_note(author, row, score, whole)) is not None
    ]


def _of_note(
    author: str, row: dict[str, Any], score: Score, whole: Whole
) -> Row | None:
    draft = parse(row["note"], Options(to=row["to"], channel=row["channel"]))
    brief = read(row["notes"]) if whole == "beside" else Brief()
    at = row["note"].find(row["span"]) if row["span"] else -1
    under = np.array(
        [at >= 0 and s.start < at + len(row["span"]) and at < s.end
         for s in draft.sentences]
    )  # fmt: skip
    if not len(under):
        return None
    seen = np.array(signs(draft, brief, score([s.text for s in draft.sentences])))
    known = ~under if row["family"] not in SEEN else np.ones(len(under), bool)
    faulty = under & (row["label"] == "bad")
    return Row(author, row["label"] == "good", seen[known], faulty[known])


def weights(rows: Sequence[Row]) -> tuple[float, ...]:
    """Return the constant and a weight for each of `SIGNS`; 0 is the bar.

    The bar is set by leaving each author out: `FALSE_ALARMS` of good notes pass it.
    """
    authors = sorted({row.author for row in rows})
    highest = [
        float(_judged(row, fitted).max())
        for author in authors
        for fitted in [_fit([r for r in rows if r.author != author])]
        for row in rows
        if row.author == author and row.good
    ]
    bar = float(np.quantile(highest, 1 - FALSE_ALARMS)) if highest else 4.0
    fitted = _fit(rows)
    return tuple(float(f"{v:.4g}") for v in (fitted[0] - bar, *fitted[1:]))


def caught(rows: Sequence[Row]) -> tuple[float, float]:
    """Return how many faulty and how many good notes a stranger's weights flag."""
    authors = sorted({row.author for row in rows})
    bad, good = [], []
    for author in authors:
        fitted = np.array(weights([r for r in rows if r.author != author]))
        for row in rows:
            if row.author == author and (row.good or row.faulty.any()):
                (good if row.good else bad).append(_judged(row, fitted).max() >= 0)
    return float(np.mean(bad)), float(np.mean(good))


def _judged(row: Row, fitted: np.ndarray) -> np.ndarray:
    total = fitted[0] + row.seen @ fitted[1:]
    return np.where(row.seen[:, 0] >= LEAST, total, -9.0)


def _fit(rows: Sequence[Row]) -> np.ndarray:
    seen = np.vstack([row.seen for row in rows])
    faulty = np.concatenate([row.faulty for row in rows])
    if not faulty.any():
        return np.array([0.0, 1.0] + [0.0] * (len(SIGNS) - 1))
    mean, spread = seen.mean(0), seen.std(0)
    spread[spread < 1e-9] = 1.0
    model = LogisticRegression(C=1.0, max_iter=1000, tol=1e-6)
    model.fit((seen - mean) / spread, faulty)
    own = model.coef_[0] / spread
    return np.array([model.intercept_[0] - own @ mean, *own])
