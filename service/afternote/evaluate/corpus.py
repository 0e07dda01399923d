"""Figures of a whole run: do the notes repeat one another?

Near-duplicates are found by an inverted index of three-word shingles, so only notes
that share one are compared: linear for unlike notes, not quadratic.
"""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from afternote.text import fold, words

SHINGLE = 3
SAME = 0.8
"""Jaccard similarity from which two notes are near-duplicates (arXiv 2403.00553)."""
CROWDED = 200
"""A shingle that more notes hold says nothing of any two: it is a stock sentence's,
and comparing all its holders would be quadratic. Notes alike share rarer ones too."""


class Text(NamedTuple):
    """A note's body and the names in it, which say nothing of the wording."""

    id: str
    body: str
    names: tuple[str, ...]


class Twins(NamedTuple):
    """Two notes that say the same in the same words."""

    one: str
    other: str
    similarity: float


class Corpus(NamedTuple):
    """What the notes of a run have in common. Shares are 0 to 1.

    *compression*: length over gzipped length of all notes; *repeated*: the share of
    four-word runs that an earlier note has too.
    """

    twins: tuple[Twins, ...]
    near_duplicates: float
    compression: float
    repeated: float


def measure(texts: Sequence[Text]) -> Corpus:
    """Return the figures of *texts*, one a case: epochs of a case are no repetition."""
    plain = [_masked(text) for text in texts]
    twins = tuple(_twins([t.id for t in texts], plain))
    paired = {name for pair in twins for name in (pair.one, pair.other)}
    joined = "\n".join(" ".join(p) for p in plain).encode()
    packed = len(zlib.compress(joined, 9)) if joined else 1
    return Corpus(
        twins=twins,
        near_duplicates=len(paired) / len(texts) if texts else 0.0,
        compression=round(len(joined) / packed, 3),
        repeated=_repeated(plain),
    )


def _masked(text: Text) -> list[str]:
    body = text.body
    for name in sorted(text.names, key=len, reverse=True):
        body = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "_", body)
    return [fold(w.text) for w in words(body)]


def _shingles(plain: Sequence[str], size: int) -> set[tuple[str, ...]]:
    return {tuple(plain[i : i + size]) for i in range(len(plain) - size + 1)}


def _twins(ids: Sequence[str], plain: Sequence[Sequence[str]]) -> Iterable[Twins]:
    sets = [_shingles(p, SHINGLE) for p in plain]
    seen: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, shingles in enumerate(sets):
        # Sorted by rarity so far would need two passes; the crowd limit suffices.
        candidates: Counter[int] = Counter()
        for shingle in shingles:
            holders = seen[shingle]
            if len(holders) <= CROWDED:
                candidates.update(holders)
            holders.append(number)
        for other, shared in candidates.items():
            # Equal shingles already bound the similarity: skip the hopeless.
            if shared * 2 < SAME * max(len(shingles), len(sets[other])):
                continue
            whole = len(shingles | sets[other])
            similarity = len(shingles & sets[other]) / whole if whole else 0.0
            if similarity >= SAME:
                yield Twins(ids[other], ids[number], round(similarity, 3))


def _repeated(plain: Sequence[Sequence[str]]) -> float:
    known: set[tuple[str, ...]] = set()
    repeated = total = 0
    for text in plain:
        runs = _shingles(text, 4)
        total += len(runs)
        repeated += len(runs & known)
        known |= runs
    return round(repeated / total, 4) if total else 0.0
