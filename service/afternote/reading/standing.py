"""Weighs which part each person has: led, interviewed, recruited, or stands by.

What speaks for a part is added up by a small linear model, learnt by
evals/reading/train_parts.py from rough notes of several authors. What the rules say
is one of the clues. Pure Python.
"""

import json
import math
import re
from bisect import bisect
from functools import cache
from pathlib import Path
from typing import NamedTuple

from afternote.errors import ConfigError
from afternote.reading.page import Page
from afternote.reading.someone import Someone
from afternote.reading.tagging import Tags
from afternote.reading.titles import is_hr, rank
from afternote.reading.words import GIVEN, enterprises, ordinary
from afternote.schema import Part
from afternote.text import fold

FILE = Path(__file__).with_name("standing.json")
PARTS: tuple[Part | None, ...] = ("manager", "interviewer", "recruiter", "other", None)
"""The last is no person met at all."""
MET = 0.8
"""Least share of the three parts that are written to; under it, nobody is named."""
_MET_PARTS = 3
LEADS = 0.6
"""Least share of "manager" of the one who led."""
LEADS_UNRULED = 0.75
"""The same where the rules find nobody, or two, who might have led."""
AHEAD = 0.15
"""By how much the one who led is likelier than the next."""
FIRM = 0.4
"""Share of "company" over which a name that is less likely a person's is none."""
_STEPS = (0.05, 0.2, 0.4, 0.6, 0.75, 0.85, 0.92, 0.96, 0.985)
_BEHIND = re.compile(r"['’]s\b|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]|\n")


class Weights(NamedTuple):
    """What each clue is worth for each of PARTS."""

    clues: dict[str, list[int]]
    scale: float


def clues(
    page: Page, tags: Tags, known: list[Someone], ruled: list[Part | None]
) -> list[list[str]]:
    """Return what speaks for a part, for each of *known*; *ruled*: what rules say."""
    ranks = [rank(s.title) for s in known]
    rows = []
    for i, someone in enumerate(known):
        others = [j for j in range(len(known)) if j != i]
        above = max((ranks[j] for j in others), default=-1)
        words = someone.name.split()
        first = min(someone.places, default=someone.start)
        title = [fold(w) for w in re.findall(r"\w+", someone.title or "")]
        rule = ruled[i]
        led = "manager" in ruled
        row = [
            "b",
            f"rule={rule}",
            f"rule={rule}|{len(known) > 1}",
            f"rule={rule}|{led}|{min(i, 2)}",
            f"how={someone.how}",
            f"rank={ranks[i]}",
            f"rank={ranks[i]}|{above}",
            f"n={min(len(known), 4)}|{min(i, 3)}",
            f"words={min(len(words), 3)}",
            f"times={min(len(someone.places), 3)}",
            f"hr={is_hr(someone.title)}",
            f"hon={someone.honorific}",
            f"leads={someone.leads}|{any(known[j].leads for j in others)}",
            f"sent={someone.sender}|{bool(someone.places)}|{bool(someone.title)}",
            f"desk={someone.desk}|{someone.personal}",
            f"alone={len(words) == 1}|{_plain(words[0])}",
        ]
        row += [f"hint={h}" for h in sorted(set(someone.hints))]
        row += [f"t={w}" for w in title] or ["t"]
        row += [f"firm={fold(w) in enterprises()}" for w in words[:1] + words[-1:]]
        end = first + len(someone.name)
        for tag in "PXCWT":
            share = bisect(_STEPS, _share(tags, tag, someone))
            row.append(f"{tag}={share}")
            if tag == "P":
                case = page.uncased and someone.name.islower()
                row.append(f"P={share}|{someone.how}|{case}|{len(words) > 1}")
        row += _beside(page, first, end)
        rows.append(row)
    return rows


def _share(tags: Tags, tag: str, someone: Someone) -> float:
    end = len(someone.name)
    places = someone.places or [someone.start]
    shares = [tags.share(tag, p, p + end) for p in places]
    shares.append(tags.share(tag, someone.start, someone.end))
    return max(shares)


def _plain(word: str) -> bool:
    return fold(word) in ordinary() and fold(word) not in GIVEN


def _beside(page: Page, start: int, end: int) -> list[str]:
    """Return the words about a name."""
    after = [fold(w) for w in _BEHIND.findall(page.low[end : end + 40])[:3]]
    before = [fold(w) for w in _BEHIND.findall(page.low[max(0, start - 40) : start])]
    row = [f"+{w}" for w in after[:1]] + [f"+~{w}" for w in after]
    row += [f"-{w}" for w in before[-1:]] + [f"-~{w}" for w in before[-3:]]
    line = page.line_at(start)
    if line:
        row.append(f"line={line.source}|{line.key}|{line.labelled}")
    return row


def parts(
    page: Page, tags: Tags, known: list[Someone], ruled: list[Part | None]
) -> list[tuple[Someone, Part | None]]:
    """Return each person with the part; who is not surely met stands by ("other").

    At most one led: the likeliest, well before the next.
    """
    weights = load()
    found = [shares(weights, row) for row in clues(page, tags, known, ruled)]
    lead = _lead(found, LEADS if "manager" in ruled else LEADS_UNRULED)
    dealt: list[tuple[Someone, Part | None]] = []
    for i, (someone, row) in enumerate(zip(known, found, strict=True)):
        part: Part | None = "manager" if i == lead else _best(row)
        if sum(row[:_MET_PARTS]) < MET or ruled[i] == "other" or _firm(tags, someone):
            part = "other"
        if _FROM_HR.search(page.low, max(0, someone.start - 30), someone.start):
            part = "recruiter"
        dealt.append((someone, part))
    return dealt


_FROM_HR = re.compile(
    r"\b(?:hr|recruitment|recruiting|talent) (?:(?:lady|woman|man|guy|girl|person|rep|"
    r"bloke|chap|fella|lad|partner|manager|officer|called|is|was|named)\b[\s,:–-]{0,3}"
    r"){1,2}$"
)
"""Words before a name that say it plainly: "HR lady Steph"."""


def _firm(tags: Tags, someone: Someone) -> bool:
    """Return whether the tags take the name for the firm's."""
    if someone.how in ("label", "mail"):
        return False
    firm = _share(tags, "C", someone)
    return firm > FIRM and firm > _share(tags, "P", someone)


def _best(row: list[float]) -> Part:
    return "recruiter" if row[2] > row[1] else "interviewer"


def _lead(found: list[list[float]], least: float) -> int | None:
    """Return who led; None when unsure."""
    ranked = sorted(range(len(found)), key=lambda i: -found[i][0])
    if not ranked or found[ranked[0]][0] < least:
        return None
    if len(ranked) > 1 and found[ranked[0]][0] - found[ranked[1]][0] < AHEAD:
        return None
    return ranked[0]


def shares(weights: Weights, row: list[str]) -> list[float]:
    """Return how likely each of PARTS is, given the clues."""
    sums = [0] * len(PARTS)
    for clue in row:
        worth = weights.clues.get(clue)
        if worth:
            sums = [a + b for a, b in zip(sums, worth, strict=True)]
    top = max(sums)
    exps = [math.exp((v - top) * weights.scale) for v in sums]
    total = sum(exps)
    return [v / total for v in exps]


@cache
def load(path: Path = FILE) -> Weights:
    """Return the weights of the file at *path*; ConfigError when it is broken."""
    try:
        return Weights(**json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise ConfigError(
            f"{path.name}: the weights cannot be read ({type(error).__name__}); "
            "reinstall afternote, or run evals/reading/train_parts.py"
        ) from error
