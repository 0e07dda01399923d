"""What the scorer sees of a sentence: strings; the same in training.

Words, pairs of words at most three apart, a few marks of shape. Everything is linear
in the length of the sentence, of which only the first `LIMIT` characters count.
"""

import re
from itertools import pairwise

from afternote.text import fold

LIMIT = 600
"""Characters of a sentence that are considered."""

APART = "_"
"""Joins the words of a pair that are no neighbours; no token holds it."""

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[^\w\s]")
_CAPITALS = re.compile(r"\b[A-Z]{4,}\b")
_DIGITS = re.compile(r"\d")
_NEGATION = frozenset("not no never nothing nobody none neither nor cannot".split())
_MODAL = frozenset("would could should might may must can will shall".split())
_COMPARED = frozenset("more less better best worse worst than most least".split())
_SECOND = frozenset("you your yours yourself yourselves".split())
_FIRST = frozenset("i me my mine myself i'm i'd i've i'll".split())
_CLASSES = (
    ("#not", _NEGATION),
    ("#modal", _MODAL),
    ("#than", _COMPARED),
    ("#you", _SECOND),
    ("#me", _FIRST),
)
_LENGTHS = (4, 8, 13, 19, 28, 45)
_FIRST_SYMBOL = "←"


def tokens(sentence: str) -> list[str]:
    """Return the folded words, digits and marks of *sentence*; digits become 0."""
    return _TOKEN.findall(_DIGITS.sub("0", fold(sentence[:LIMIT])))


def features(sentence: str) -> list[str]:
    """Return what *sentence* counts for, a feature as often as it is there.

    A word is itself, a pair of neighbours is joined by a space (^ and $ stand for
    the ends), a pair with one or two words between by `APART`, a mark of shape starts
    with #.
    """
    found = tokens(sentence)
    line = ["^", *found, "$"]
    pairs = [f"{first} {second}" for first, second in pairwise(line)]
    for gap in (2, 3):
        pairs += [
            f"{first}{APART}{second}"
            for first, second in zip(line, line[gap:], strict=False)
        ]
    return [*found, *pairs, *_shape(sentence[:LIMIT], found)]


def _shape(text: str, found: list[str]) -> list[str]:
    words = set(found)
    size = sum(token[0].isalpha() for token in found)
    last = found[-1] if found else ""
    marks = [
        f"#long{sum(size > limit for limit in _LENGTHS)}",
        f"#exclaims{min(text.count('!'), 3)}",
        "#end" + (last if last in ".!?…" else "none"),
    ]
    if _CAPITALS.search(text):
        marks.append("#capitals")
    if not text.isascii() and max(text) >= _FIRST_SYMBOL:
        marks.append("#symbol")
    marks += [name for name, kind in _CLASSES if words & kind]
    if "#not" not in marks and any(token.endswith("n't") for token in found):
        marks.append("#not")
    return marks
