"""How much a clause sounds like a private remark: a small linear n-gram model.

The weights beside this file are learnt by evals/reading/train.py from the clauses of
rough notes, held back or not. Pure Python; asked only where the patterns are silent.
"""

import json
import math
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from afternote.errors import ConfigError
from afternote.text import fold

FILE = Path(__file__).with_name("leaning.json")
LIMIT = 400
"""Characters of a clause that are considered."""
_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[^\w\s]")
_DIGITS = re.compile(r"\d")
_ME = frozenset("i me my mine myself i'm im i'd id i've ive i'll".split())
_PERSON = frozenset("he she her his him they their them he's she's hes shes".split())
_NOT = frozenset("not no never nothing nobody none without".split())


class Weights(NamedTuple):
    """*limit* is the score from which a clause counts as private."""

    limit: float
    bias: float
    scale: float
    steps: dict[str, int]


def features(clause: str) -> list[str]:
    """Return the words, pairs of neighbours and marks of shape of *clause*."""
    found = _TOKEN.findall(_DIGITS.sub("0", fold(clause[:LIMIT])))
    known = set(found)
    marks = [f"#long{min(len(found) // 4, 4)}"]
    marks += ["#me"] if known & _ME else []
    marks += ["#person"] if known & _PERSON else []
    if known & _NOT or any(token.endswith("n't") for token in found):
        marks.append("#not")
    pairs = [f"{one} {two}" for one, two in pairwise(["^", *found, "$"])]
    return [*found, *pairs, *marks]


def leans(clause: str) -> bool:
    """Tell whether *clause* sounds private. ConfigError when the file is broken."""
    weights = load()
    known = [weights.steps[f] for f in features(clause) if f in weights.steps]
    if not known:
        return False
    total = sum(known) * weights.scale / math.sqrt(len(known))
    return total + weights.bias >= weights.limit


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
