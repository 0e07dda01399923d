"""Learns the scorer's weights from the labelled text; the same bytes every time.

    python evals/rules/train.py [-o FILE] [--labels FOLDER]

Prints what the thresholds do to text that the models had not seen: each author of
the train set is held out once, the tune set by the final models.
"""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import get_args

import labelled
import numpy as np
import weigh
from calibrate import Threshold, thresholds
from labelled import Sample
from linear import Models, fit, target
from threadpoolctl import threadpool_limits

from afternote.rules.base.weighing import SIGNS, Margins
from afternote.scoring import FAULTS, LABELS, MOVES
from afternote.scoring.weights import FILE, MIDDLE, Label, Whole, pack

STEPS = 127
"""A weight is one of 2 * STEPS + 1 steps: it must fit into a byte."""
SURE = -1.0
"""What the likeliest sentence of a good note must score to be taken for its move."""


def with_moves(samples: Sequence[Sample], models: Models) -> list[Sample]:
    """Return *samples*, those of whole notes with moves where *models* are sure.

    A note that lacks nothing makes each move somewhere: its likeliest sentence is
    taken for it, if likely enough. No sentence of a note that lacks a move makes it.
    """
    scores = models.scores([sample.text for sample in samples])
    notes: dict[str, list[int]] = {}
    for row, sample in enumerate(samples):
        if sample.note is not None:
            notes.setdefault(f"{sample.author} {sample.note}", []).append(row)
    found = list(samples)
    for rows in notes.values():
        best: dict[int, set[str]] = {}
        for move in MOVES:
            column = MOVES.index(move)
            top = max(rows, key=lambda row: (scores[row, column], row))
            if scores[top, column] >= SURE and samples[top].lacks != move:
                best.setdefault(top, set()).add(move)
        for row, moves in best.items():
            if len(moves) == 1 or all(
                scores[row, MOVES.index(move)] >= 0 for move in moves
            ):
                found[row] = samples[row]._replace(moves=frozenset(moves))
    return found


def learn(samples: Sequence[Sample]) -> Models:
    """Return the models of *samples*: a first pass, then one with the notes' moves."""
    return fit(with_moves(samples, fit(samples, MOVES)))


def packed(
    models: Models,
    bars: dict[str, Threshold],
    within: dict[Whole, tuple[float, ...]],
) -> bytes:
    """Return the weights file of *models*."""
    top = np.abs(models.weights).max(axis=1)
    top[top == 0] = 1.0
    steps = np.rint(models.weights / top[:, None] * STEPS).astype(np.int16)
    rows = (steps + MIDDLE).astype(np.uint8).T.tobytes()
    labels = [
        Label(
            name=name,
            scale=_short(top[row] / STEPS),
            bias=_short(models.bias[row]),
            threshold=_short(bars[name].score),
            slope=_short(bars[name].slope),
            middle=_short(bars[name].middle),
            spread=_short(bars[name].spread),
        )
        for row, name in enumerate(LABELS)
    ]
    return pack(labels, list(models.columns), rows, within)


def _short(value: float) -> float:
    return float(f"{value:.5g}")


def margins(models: Models, bars: dict[str, Threshold]) -> Callable[..., list[Margins]]:
    """Return what `scoring.margins` will be, for several sentences at once."""
    middle = np.array([bars[name].middle for name in LABELS])
    spread = np.array([bars[name].spread for name in LABELS])

    def score(texts: Sequence[str]) -> list[Margins]:
        rows = (models.scores(texts) - middle) / spread
        return [dict(zip(LABELS, row.tolist(), strict=True)) for row in rows]

    return score


def report(
    held: Sequence[Sample], scores: np.ndarray, bars: dict[str, Threshold]
) -> None:
    """Print, a label a line, how much is caught and how often it is wrong."""
    hits = scores >= np.array([bars[name].score for name in LABELS])
    for column, name in enumerate(LABELS):
        truth = [target(sample, name) for sample in held]
        known = np.array([value is not None for value in truth])
        goal = np.array([bool(value) for value in truth])
        caught = hits[goal, column].mean() if goal.any() else 0.0
        wrong = hits[known & ~goal, column].mean()
        print(f"{name:20} caught {caught:6.1%} of {goal.sum():4}  wrong {wrong:7.2%}")
    any_fault = hits[:, [LABELS.index(name) for name in FAULTS]].any(axis=1)
    faulty = np.array([sample.fault is not None for sample in held])
    near = np.array([sample.near is not None for sample in held])
    for author in sorted({sample.author for sample in held}):
        own = np.array([sample.author == author for sample in held])
        print(
            f"{author:12} any fault: caught {any_fault[own & faulty].mean():6.1%}"
            f"  clean flagged {any_fault[own & ~faulty & ~near].mean():6.2%}"
            f"  near misses flagged {any_fault[own & near].mean():6.2%}"
        )


def main() -> None:
    """Train, print the figures, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-o", "--output", type=Path, default=FILE)
    parser.add_argument("--labels", type=Path, default=labelled.LABELS)
    given = parser.parse_args()
    with threadpool_limits(1):  # sums over several threads differ in their last bits
        data = trained(given.labels)
    given.output.write_bytes(data)


def trained(labels: Path) -> bytes:
    """Return the weights file of the text under *labels*; print its figures."""
    kinds = frozenset(FAULTS)
    train = labelled.authors(labelled.TRAIN, labels)
    tune = labelled.samples(labelled.authors(labelled.TUNE, labels), kinds, labels)
    samples = labelled.samples(train, kinds, labels)
    judges = [name for name in train if name not in labelled.TAUGHT_ONLY]
    held = [s for name in judges for s in samples if s.author == name] + tune
    models = learn(samples)
    strangers = {
        name: learn([sample for sample in samples if sample.author != name])
        for name in judges
    }
    strangers |= dict.fromkeys(labelled.authors(labelled.TUNE, labels), models)
    scores = np.vstack(
        [strangers[sample.author].scores([sample.text]) for sample in held]
    )
    bars = thresholds(held, scores)
    report(held, scores, bars)
    within: dict[Whole, tuple[float, ...]] = {}
    for whole in get_args(Whole):
        rows = [
            row
            for name, known in strangers.items()
            for row in weigh.of_notes(name, margins(known, bars), whole, labels)
        ]
        within[whole] = weigh.weights(rows)
        bad, good = weigh.caught(rows)
        print(f"whole notes, {whole}: caught {bad:6.1%}, good ones flagged {good:6.2%}")
        for sign, weight in zip(("bar", *SIGNS), within[whole], strict=True):
            print(f"  {sign:14} {weight:+8.3f}")
    data = packed(models, bars, within)
    print(
        f"{len(samples)} sentences, {len(models.columns)} features, {len(data)} bytes"
    )
    return data


if __name__ == "__main__":
    main()
