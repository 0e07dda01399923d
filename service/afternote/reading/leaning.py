"""How much a clause sounds like a private remark: a small linear n-gram model.

It hears the words of the clause, its neighbours, the label of its line and how far
into the notes it stands: grumbles come last. The weights beside this file are learnt
by evals/reading/train.py from the clauses of rough notes, held back or not. Pure
Python; asked only where the patterns are silent.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from afternote.errors import ConfigError
from afternote.reading.clauses import Clause
from afternote.reading.contacts import unaddressed
from afternote.reading.sources import pasted
from afternote.reading.span import Stretch, overlaps
from afternote.text import fold

FILE = Path(__file__).with_name("leaning.json")
LIMIT = 400
"""Characters of a clause that are considered."""
_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[^\w\s]")
_DIGITS = re.compile(r"\d")
_ME = frozenset("i me my mine myself i'm im i'd id i've ive i'll".split())
_PERSON = frozenset("he she her his him they their them he's she's hes shes".split())
_NOT = frozenset("not no never nothing nobody none without".split())
_LABEL = re.compile(r"[a-z']+(?=[^\n]*(?:[:|=]|\.\.))")
_BEFORE = 25
"""Characters of a line's start in which its label is looked for."""
_FEW = 4
"""Clauses below which notes have no beginning and no end."""
_TENTHS = 10
_SHORT = 3
"""Words below which a clause says too little by itself."""
_SPOKEN = 40
"""Words of a sentence from which it is dictation."""


class Weights(NamedTuple):
    """*limit* is the score from which a clause counts as private.

    *near* is that of a clause beside one which is private, in the same sentence.
    """

    limit: float
    near: float
    bias: float
    scale: float
    steps: dict[str, int]


def features(clause: str, place: Sequence[str] = ()) -> list[str]:
    """Return the words, neighbours and marks of *clause*, and those of its *place*."""
    found = _TOKEN.findall(_DIGITS.sub("0", fold(clause[:LIMIT])))
    known = set(found)
    marks = [f"#long{min(len(found) // 4, 4)}"]
    marks += ["#me"] if known & _ME else []
    marks += ["#person"] if known & _PERSON else []
    if known & _NOT or any(token.endswith("n't") for token in found):
        marks.append("#not")
    pairs = [f"{one} {two}" for one, two in pairwise(["^", *found, "$"])]
    return [*found, *pairs, *marks, *place]


def heard(notes: str, low: str, parts: Sequence[Clause]) -> list[list[str]]:
    """Return the features of each clause in its place; addresses are not heard."""
    plain = unaddressed(low)
    return [
        features(plain[c.start : c.end], place)
        for c, place in zip(parts, _places(notes, plain, parts), strict=True)
    ]


def _places(notes: str, low: str, parts: Sequence[Clause]) -> list[list[str]]:
    """Return the marks of each clause's place; *low* are *notes*, made flat."""
    theirs = [Stretch(*span) for span in pasted(low)]
    found: list[list[str]] = []
    for i, clause in enumerate(parts):
        first = i == 0 or parts[i - 1].sentence != clause.sentence
        before = parts[i - 1] if i else Clause(0, 0, 0)
        after = parts[i + 1] if i + 1 < len(parts) else Clause(0, 0, 0)
        inner = notes[clause.start + 1 : clause.end]
        begin = low.rfind("\n", 0, clause.start) + 1
        label = low[begin : clause.start][:_BEFORE]
        marks = ["#first" if first else "#inside"]
        marks.append("#low" if inner == inner.lower() else "#names")
        marks.append(
            f"#after{low[max(0, clause.start - 2) : clause.start].strip()[-1:]}"
        )
        marks += [f"label {word}" for word in _LABEL.findall(label)[:4]]
        marks += [
            f"< {word}" for word in _TOKEN.findall(low[before.start : before.end])[-1:]
        ]
        marks += [
            f"> {word}" for word in _TOKEN.findall(low[after.start : after.end])[:1]
        ]
        marks += ["#mail"] if overlaps(clause, theirs) else []
        if len(parts) >= _FEW:
            marks.append(f"#at{clause.start * _TENTHS // len(low)}")
            marks += ["#last"] if i + 1 == len(parts) else []
        found.append(marks)
    return found


def scores(notes: str, low: str, parts: Sequence[Clause]) -> list[float]:
    """Return how private each of *parts* sounds; ConfigError for a broken file."""
    weights = load()
    return [score(weights, found) for found in heard(notes, low, parts)]


def leans(
    low: str, parts: Sequence[Clause], known: Sequence[bool], scores: Sequence[float]
) -> list[bool]:
    """Return which of *parts* sound private, by themselves or beside one that is.

    *known* are those which a pattern calls private. In a long sentence, which is
    dictation, what stands beside says little.
    """
    weights = load()
    length = Counter[int]()
    words = [len(low[c.start : c.end].split()) for c in parts]
    alone = [
        s >= weights.limit and n >= _SHORT for s, n in zip(scores, words, strict=True)
    ]
    sure = [a or b for a, b in zip(alone, known, strict=True)]
    for clause, count in zip(parts, words, strict=True):
        length[clause.sentence] += count
    found: list[bool] = []
    for i, clause in enumerate(parts):
        beside = any(
            sure[j] and parts[j].sentence == clause.sentence
            for j in (i - 1, i + 1)
            if 0 <= j < len(parts)
        )
        near = scores[i] >= weights.near and length[clause.sentence] < _SPOKEN
        found.append(alone[i] or (near and beside and words[i] > 1))
    return found


def score(weights: Weights, found: Sequence[str]) -> float:
    """Return how private the features *found* sound, to be held against the limits."""
    known = [weights.steps[f] for f in found if f in weights.steps]
    total = sum(known) * weights.scale / math.sqrt(len(known)) if known else 0.0
    return total + weights.bias


@cache
def load(path: Path = FILE) -> Weights:
    """Return the weights of the file at *path*; ConfigError when it is broken."""
    try:
        return Weights(**json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise ConfigError(
            f"{path.name}: the weights cannot be read ({type(error).__name__}); "
            "reinstall afternote, or run evals/reading/train.py"
        ) from error
