"""Tags the words of the notes: people, firm, role, writer, titles, each how surely.

A linear chain over the clues of each word, learnt by evals/reading/train_tags.py from
rough notes of several authors. Pure Python, linear in the length of the notes.
"""

import json
import math
from bisect import bisect_left
from functools import cache
from operator import mul
from pathlib import Path
from typing import NamedTuple

from afternote.errors import ConfigError
from afternote.reading.clues import Token, clues, tokens
from afternote.reading.page import Page

FILE = Path(__file__).with_name("tagging.json")
TAGS = "OPXCRWT"
"""Nothing, person met, bystander, company, role, writer, title."""


class Weights(NamedTuple):
    """What each clue is worth for each tag, and each step from tag to tag."""

    clues: dict[str, list[int]]
    scale: float
    steps: list[list[int]]


class Tagged(NamedTuple):
    """A stretch of one tag and how sure it is: the least of its words, 0 to 1."""

    tag: str
    start: int
    end: int
    sure: float


class Tags:
    """The words of a page, and how likely each tag is for each of them."""

    def __init__(self, known: list[Token], found: list[list[float]]) -> None:
        self._known = known
        self._found = found
        self.stretches = stretches(known, found)

    def share(self, tag: str, start: int, end: int) -> float:
        """Return how likely the words from *start* to *end* carry *tag*, on average."""
        at = bisect_left(self._known, start + 1, key=_ends)
        column = TAGS.index(tag)
        values: list[float] = []
        while at < len(self._known) and self._known[at].start < end:
            if self._known[at].kind[0] in "Xx":
                values.append(self._found[at][column])
            at += 1
        return sum(values) / len(values) if values else 0.0


def _ends(token: Token) -> int:
    return token.end


def tags(page: Page, weights: Weights | None = None) -> Tags:
    """Return the tags of the page's words. ConfigError when the weights are broken."""
    known = tokens(page.notes)
    if not known:
        return Tags([], [])
    rows = clues(page.notes, page.lines, known, uncased=page.uncased)
    return Tags(known, shares(weights or load(), rows))


def shares(weights: Weights, rows: list[list[str]]) -> list[list[float]]:
    """Return for each word the probability of each tag (forward, backward)."""
    count = len(TAGS)
    worth, scale = weights.clues, weights.scale
    steps = [[math.exp(v * scale) for v in row] for row in weights.steps]
    turned = list(zip(*steps, strict=True))
    local: list[list[float]] = []
    for row in rows:
        known = [worth[clue] for clue in row if clue in worth]
        sums = [sum(column) for column in zip(*known, strict=True)] or [0] * count
        top = max(sums)
        local.append([math.exp((v - top) * scale) for v in sums])
    forward = [_even(local[0])]
    for here in local[1:]:
        past = forward[-1]
        forward.append(
            _even(
                [h * sum(map(mul, past, c)) for h, c in zip(here, turned, strict=True)]
            )
        )
    after = [1.0] * count
    found = [_even(forward[-1])]
    for i in range(len(local) - 2, -1, -1):
        both = list(map(mul, local[i + 1], after))
        after = _even([sum(map(mul, both, row)) for row in steps])
        found.append(_even(list(map(mul, forward[i], after))))
    return found[::-1]


def _even(values: list[float]) -> list[float]:
    total = sum(values)
    return [v / total for v in values]


def stretches(known: list[Token], found: list[list[float]]) -> list[Tagged]:
    """Join neighbours whose likeliest tag is the same."""
    made: list[Tagged] = []
    last = "O"
    for token, row in zip(known, found, strict=True):
        best = max(range(1, len(TAGS)), key=row.__getitem__)
        tag = TAGS[best] if row[best] > row[0] else "O"
        if tag != "O":
            if tag == last and made:
                old = made[-1]
                made[-1] = old._replace(end=token.end, sure=min(old.sure, row[best]))
            else:
                made.append(Tagged(tag, token.start, token.end, row[best]))
        last = tag
    return made


@cache
def load(path: Path = FILE) -> Weights:
    """Return the weights of the file at *path*; ConfigError when it is broken."""
    try:
        return Weights(**json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise ConfigError(
            f"{path.name}: the weights cannot be read ({type(error).__name__}); "
            "reinstall afternote, or run evals/reading/train_tags.py"
        ) from error
