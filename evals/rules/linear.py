"""Sentences to numbers, numbers to linear models: what `train` learns with.

scikit-learn is needed here and nowhere in the service.
"""

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from labelled import Sample
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from afternote.scoring import ASKS, FAULTS, LABELS, MOVES
from afternote.scoring.features import APART, features

RARE, RARE_APART = 2, 3
"""Features of fewer training sentences are left out, pairs of words apart sooner."""
FREE = {"fault": 4.0, "gate": 4.0, "other": 4.0}
"""How freely each kind of model follows the data (C of the logistic regression)."""
APART_WEIGHS = 0.5
"""What a pair of words apart counts against a word or a pair of neighbours."""
SHARE = 0.25
"""How much of "something is wrong here" is added to each fault's own score."""
GATE = "any_fault"


class Models(NamedTuple):
    """One column of *weights* a feature, one row a label of `LABELS`."""

    columns: dict[str, int]
    weights: np.ndarray
    bias: np.ndarray

    def scores(self, texts: Sequence[str]) -> np.ndarray:
        """Return a row a text, a column a label."""
        return _matrix(texts, self.columns) @ self.weights.T + self.bias


def target(sample: Sample, label: str) -> bool | None:
    """Tell whether *sample* has *label*; None where nobody knows."""
    if label == GATE:
        return sample.fault is not None
    if label in FAULTS:
        return sample.fault == label
    if label in MOVES:
        return None if sample.moves is None else label in sample.moves
    if label in ASKS:
        return None if sample.asks is None else label in sample.asks
    return sample.disappointment


def fit(samples: Sequence[Sample], labels: Sequence[str] = LABELS) -> Models:
    """Learn *labels* from *samples*; the same samples give the same models.

    A feature counts by its rarity (one plus the log of the inverse frequency). Each
    fault is learnt against everything else, then `SHARE` of the model that tells any
    fault from none is added.
    """
    texts = [sample.text for sample in samples]
    met = Counter(seen for text in texts for seen in set(features(text)))
    kept = sorted(
        seen
        for seen, times in met.items()
        if times >= (RARE_APART if APART in seen else RARE)
    )
    columns = {seen: column for column, seen in enumerate(kept)}
    rarity = np.array(
        [
            (1 + math.log(len(texts) / met[seen]))
            * (APART_WEIGHS if APART in seen else 1.0)
            for seen in kept
        ]
    )
    data = _matrix(texts, columns).multiply(rarity).tocsr()
    shared, offset = _learn(data, samples, GATE)
    weights, bias = [], []
    for label in labels:
        own, own_bias = _learn(data, samples, label)
        share = SHARE if label in FAULTS else 0.0
        weights.append((own + share * shared) * rarity)
        bias.append(own_bias + share * offset)
    return Models(columns, np.array(weights), np.array(bias))


def _learn(
    data: csr_matrix, samples: Sequence[Sample], label: str
) -> tuple[np.ndarray, float]:
    truth = [target(sample, label) for sample in samples]
    rows = [row for row, value in enumerate(truth) if value is not None]
    goal = np.array([truth[row] for row in rows])
    if not goal.any():
        return np.zeros(data.shape[1]), -10.0
    kind = "gate" if label == GATE else "fault" if label in FAULTS else "other"
    model = LogisticRegression(
        C=FREE[kind],
        solver="liblinear",
        class_weight=None if label == GATE else "balanced",
        tol=1e-5,
        max_iter=1000,
        random_state=0,
    )
    model.fit(data[rows], goal)
    return model.coef_[0], float(model.intercept_[0])


def _matrix(texts: Sequence[str], columns: dict[str, int]) -> csr_matrix:
    starts, indices, values = [0], [], []
    for text in texts:
        known = Counter(columns[seen] for seen in features(text) if seen in columns)
        norm = sum(known.values()) ** -0.5 if known else 0.0
        for column in sorted(known):
            indices.append(column)
            values.append(known[column] * norm)
        starts.append(len(indices))
    return csr_matrix((values, indices, starts), (len(texts), len(columns)))
