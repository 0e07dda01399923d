"""Thresholds: what a fault or a move must score, by text its models never saw."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from labelled import Sample
from linear import target
from sklearn.linear_model import LogisticRegression

from afternote.scoring import FAULTS, LABELS

FALSE_ALARMS = 0.003
"""Share of clean sentences that any fault may flag: one clean note in a hundred."""
FORM = ("shouting", "placeholder", "markup")
"""Faults that show in the marks, where the rules look for themselves."""
STRICTER = 1.25
"""How much higher the bar of these is."""


class Threshold(NamedTuple):
    """What a label must score, and how steeply its probability rises there.

    *middle* and *spread* tell where clean text lies.
    """

    score: float
    slope: float
    middle: float = 0.0
    spread: float = 1.0


def thresholds(held: Sequence[Sample], scores: np.ndarray) -> dict[str, Threshold]:
    """Return each label's threshold from out-of-fold *scores*, a row a sample.

    Faults share one bar in units of each fault's own spread on clean sentences, set
    so that all together flag `FALSE_ALARMS` of them; there a probability of 0.5 is a
    near certainty. Of the others 0.5 is where they err least (best F1).
    """
    column = {label: index for index, label in enumerate(LABELS)}
    clean = np.array([s.fault is None and s.near is None for s in held])
    faults = scores[:, [column[name] for name in FAULTS]]
    mean, spread = faults[clean].mean(0), faults[clean].std(0)
    height = np.array([_height(name) for name in FAULTS])
    highest = ((faults[clean] - mean) / (spread * height)).max(1)
    bar = float(np.quantile(highest, 1 - FALSE_ALARMS))
    found = {
        name: Threshold(float(m + bar * s), 3 / float(s), float(m), float(s))
        for name, m, s in zip(FAULTS, mean, spread * height, strict=True)
    }
    for name in LABELS:
        if name not in found:
            found[name] = _of_best(held, scores[:, column[name]], name)
    return found


def _height(fault: str) -> float:
    return STRICTER if fault in FORM else 1.0


def _of_best(held: Sequence[Sample], scores: np.ndarray, label: str) -> Threshold:
    truth = [target(sample, label) for sample in held]
    known = np.array([value is not None for value in truth])
    goal = np.array([bool(value) for value in truth])[known]
    got = scores[known]

    def f1(bar: float) -> float:
        flagged = got >= bar
        return float(2 * (flagged & goal).sum() / max(flagged.sum() + goal.sum(), 1))

    best = float(max(np.arange(-4, 3, 0.05), key=f1))
    model = LogisticRegression(C=1e3, fit_intercept=False, solver="liblinear")
    model.fit((got - best)[:, None], goal)
    return Threshold(best, float(model.coef_[0, 0]))
