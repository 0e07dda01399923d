"""Reads the weights and adds them up.

The file: one line of JSON, the features one a line (deflated), then a byte a weight,
a feature's weights for all labels side by side. A byte stands for (byte - 128) times
the label's scale. A row is read as one big integer of 32-bit fields, so that one
addition adds the weights of every label.
"""

import json
import math
import struct
import zlib
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from afternote.errors import ConfigError
from afternote.scoring.features import features

FILE = Path(__file__).with_name("weights.bin")
FIELD = 4
MIDDLE = 128
Whole = Literal["beside", "alone"]
"""A note is judged beside its notes, or alone."""


class Label(NamedTuple):
    """One linear model: the *scale* of a step of a byte, *bias*, *threshold*, *slope*.

    The probability is the logistic of slope * (score - threshold): a score at the
    threshold is 0.5. Clean text scores *middle*, give or take *spread*.
    """

    name: str
    scale: float
    bias: float
    threshold: float
    slope: float
    middle: float = 0.0
    spread: float = 1.0


class Judged(NamedTuple):
    """What is thought of one sentence."""

    probabilities: dict[str, float]
    margins: dict[str, float]
    flagged: frozenset[str]


class Weights:
    """All models at once; made by `load`.

    *within* holds what the signs of a sentence weigh in a note (`rules/base`).
    """

    def __init__(
        self,
        labels: list[Label],
        vocabulary: list[str],
        rows: bytes,
        within: dict[Whole, tuple[float, ...]],
    ) -> None:
        self.labels = labels
        self.within = within
        self._index = dict(zip(vocabulary, range(len(vocabulary)), strict=True))
        self._rows = rows
        self._wide: dict[int, int] = {}
        self._unpack = struct.Struct(f"<{len(labels)}I").unpack

    def _row(self, index: int) -> int:
        wide = self._wide.get(index)
        if wide is None:
            size = len(self.labels)
            spread = bytearray(FIELD * size)
            spread[::FIELD] = self._rows[index * size : (index + 1) * size]
            wide = self._wide[index] = int.from_bytes(spread, "little")
        return wide

    def totals(self, sentence: str) -> list[float]:
        """Return each label's score for *sentence*, in the order of `labels`.

        The sum of the weights is divided by the root of the number of features that
        are known, so that long sentences do not shout.
        """
        index = self._index
        rows = [self._row(index[seen]) for seen in features(sentence) if seen in index]
        size = FIELD * len(self.labels)
        fields = self._unpack(sum(rows).to_bytes(size, "little"))
        norm = 1 / math.sqrt(len(rows)) if rows else 0.0
        middle = MIDDLE * len(rows)
        return [
            label.bias + (field - middle) * label.scale * norm
            for label, field in zip(self.labels, fields, strict=True)
        ]

    def judge(self, sentence: str) -> Judged:
        """Return probabilities, margins and flagged labels of *sentence*."""
        probabilities: dict[str, float] = {}
        margins: dict[str, float] = {}
        flagged: list[str] = []
        for label, total in zip(self.labels, self.totals(sentence), strict=True):
            above = total - label.threshold
            probabilities[label.name] = _logistic(label.slope * above)
            margins[label.name] = (total - label.middle) / label.spread
            if above >= 0:
                flagged.append(label.name)
        return Judged(probabilities, margins, frozenset(flagged))


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, value))))


@cache
def load(path: Path = FILE) -> Weights:
    """Return the weights of the file at *path*; ConfigError when it is broken."""
    try:
        return unpack(path.read_bytes())
    except (OSError, ValueError, KeyError, TypeError, zlib.error) as error:
        raise ConfigError(
            f"{path.name}: the weights cannot be read ({type(error).__name__}); "
            "reinstall afternote, or run `make train`"
        ) from error


def unpack(data: bytes) -> Weights:
    """Return the weights that *data* holds; ValueError when it holds none."""
    line, _, rest = data.partition(b"\n")
    header = json.loads(line)
    if header["crc32"] != zlib.crc32(rest):
        raise ValueError("checksum")
    labels = [Label(**row) for row in header["labels"]]
    size = header["bytes"]
    vocabulary = zlib.decompress(rest[:size]).decode().split("\n")
    rows = rest[size:]
    if len(rows) != len(vocabulary) * len(labels):
        raise ValueError("length")
    within = {name: tuple(values) for name, values in header["within"].items()}
    return Weights(labels, vocabulary, rows, within)


def pack(
    labels: list[Label],
    vocabulary: list[str],
    rows: bytes,
    within: dict[Whole, tuple[float, ...]],
) -> bytes:
    """Return the file that `unpack` reads."""
    words = zlib.compress("\n".join(vocabulary).encode(), 9)
    header = {
        "crc32": zlib.crc32(words + rows),
        "bytes": len(words),
        "labels": [label._asdict() for label in labels],
        "within": within,
    }
    line = json.dumps(header, sort_keys=True, separators=(",", ":"))
    return line.encode() + b"\n" + words + rows
