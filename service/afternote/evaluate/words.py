"""Words of notes as scorers compare them: folded, stemmed, without function words.

Independent of the rules' own grounding, on purpose: what judges a change to the rules
must not change with them.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from afternote.text import fold, stem, words

COMMON = frozenset(
    """a about above after again all also although always am an and another any are as
    at back be because been before being best both but by came can come could day dear
    did do does done down each either else enough even ever every few find for from
    gave get give go going good got great had has have having he hello her here hers
    hi him his how i if in into is it its itself job just kind know last least let like
    little long look made make many may me meet met might mine more most much must my
    near never next no nor not note notes now of off often on once one only or other
    our ours out over own part people per please quite rather really regards right said
    same say sorry see seem she should since so some soon spoke still such take talk
    talked
    team than thank thanks that the their them then there these they thing things this
    those though through till time to together too two under until up upon us use very
    was way we well were what when where which while who whom whose why will wish with
    within without work worked working would write year yes yet you your
    yours""".split()
)
"""Words too common to say what a note is about."""

_SPACE = re.compile(r"[\s\-–—]+")


class Found(NamedTuple):
    """Where a string stands in a text."""

    start: int
    end: int


@lru_cache(maxsize=4096)
def content(text: str) -> frozenset[str]:
    """Return the stems of the words of *text* that say what it is about."""
    return frozenset(
        stem(w.text)
        for w in words(text)
        if fold(w.text) not in COMMON and (len(w.text) > 2 or w.text.isupper())
    )


def find(needle: str, text: str) -> Found | None:
    """Return where *needle* stands in *text* as whole words; case and gaps are free."""
    parts = [re.escape(part) for part in _SPACE.split(needle.strip()) if part]
    if not parts:
        return None
    pattern = r"(?<!\w)" + r"[\s\-–—]+".join(parts) + r"(?!\w)"
    plain = text.replace("’", "'").replace("‘", "'")
    match = re.search(pattern.replace("’", "'"), plain, re.IGNORECASE)
    return Found(match.start(), match.end()) if match else None


def runs(text: str, size: int) -> dict[tuple[str, ...], Found]:
    """Return each run of *size* words of *text*, folded, with where it stands."""
    found = words(text)
    folded = [fold(w.text) for w in found]
    return {
        tuple(folded[i : i + size]): Found(found[i].start, found[i + size - 1].end)
        for i in range(len(found) - size, -1, -1)
    }
