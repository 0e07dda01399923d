"""Scores every short stretch of the notes as a thing worth a note's sentence.

Where no words announce a topic ("busbar work, the data hall, night shutdowns") the
shape tells: a small linear model, learnt by evals/reading/train_topics.py, hears the
words of a stretch, those beside it, and where it stands.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from afternote.reading import grammar, leaning
from afternote.reading.layout import Line
from afternote.reading.lists import Found
from afternote.reading.page import Page
from afternote.reading.words import FUNCTION

FILE = Path(__file__).with_name("particulars.json")
MOST = 7
"""Words of a stretch: a longer one is a story."""
_PIECE = re.compile(r"[^.,;:!?()\[\]\n\x00\"“”•|/…=*_#>]+|\.(?=\w)")
_DASH = re.compile(r"\s[-–—+&]+\s")
_WORD = re.compile(r"[^\s,]+")
_INNER = frozenset("of for in on with to w/ by from at between under into and".split())
_OPENERS = frozenset("the a an their her his our how some".split())
_SUBJECTS = frozenset(
    "i we he she they it you who there that this i'm im she's he's they're it's".split()
)
_ENDS = FUNCTION | _INNER | _SUBJECTS


class Stretch(NamedTuple):
    """A stretch of the notes that may be a particular, and what it is known by."""

    start: int
    end: int
    features: list[str]


def stretches(page: Page, line: Line) -> Iterator[Stretch]:
    """Yield every stretch of *line* that may stand as a noun phrase."""
    pieces = [
        (start, end)
        for found in _PIECE.finditer(page.text, line.start, line.end)
        for start, end in _undashed(page, found.start(), found.end())
    ]
    for number, (start, end) in enumerate(pieces):
        words = [(m.start(), m.end()) for m in _WORD.finditer(page.text, start, end)]
        if not words:
            continue
        place = _place(page, line, pieces, number)
        yield from _of_piece(page, words, place)


def _undashed(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for mark in _DASH.finditer(page.text, start, end):
        yield at, mark.start()
        at = mark.end()
    yield at, end


def _place(
    page: Page, line: Line, pieces: Sequence[tuple[int, int]], number: int
) -> list[str]:
    """Return the marks of a piece: label, marks beside it, how far down it stands."""
    start, end = pieces[number]
    before = page.low[line.start : start].rstrip()[-1:]
    after = page.low[end : line.end].lstrip()[:1]
    short = [
        len(page.low[s:e].split()) <= MOST
        for s, e in pieces[max(0, number - 1) : number + 2]
    ]
    return [
        f"#key {line.key}",
        f"#after {before}",
        f"#before {after}",
        f"#list {before}{after}{all(short)}",
        f"#at {start * 10 // max(1, len(page.low))}",
        f"#bullet {line.bullet}",
        f"#source {line.source}",
    ]


def _of_piece(
    page: Page, words: Sequence[tuple[int, int]], place: list[str]
) -> Iterator[Stretch]:
    low = [page.low[s:e] for s, e in words]
    for i, first in enumerate(low):
        opens = first in _OPENERS
        if first in _ENDS and not opens:
            continue
        if i and not opens and not _bounds(low[i - 1]) and not _verb(low[i - 1]):
            continue
        for j in range(i, min(len(low), i + MOST + 1)):
            last = low[j]
            if j > i and (last in _SUBJECTS or _finite(last)):
                break
            whole = j + 1 == len(low)
            if last in _ENDS or not (whole or _bounds(low[j + 1])):
                continue
            marks = _marks(page, words, low, i, j)
            yield Stretch(words[i][0], words[j][1], [*marks, *place])


def _bounds(word: str) -> bool:
    return word in _ENDS or word in _OPENERS or _finite(word)


@lru_cache(8192)
def _finite(word: str) -> bool:
    return grammar.has_loose_verb(f"x {word} x")


def _verb(word: str) -> bool:
    return word.endswith("ed") or word in grammar.IRREGULAR


def _marks(
    page: Page, words: Sequence[tuple[int, int]], low: Sequence[str], i: int, j: int
) -> list[str]:
    inner = low[i : j + 1]
    shown = page.text[words[i][0] : words[j][1]]
    before = ["^", "^", *low[:i]][-2:]
    after = low[j + 1] if j + 1 < len(low) else "$"
    rest = shown.split()[1:]
    capital = any(w[:1].isupper() and not w.isupper() for w in rest)
    bare = inner[1:] if inner[0] in _OPENERS and len(inner) > 1 else inner
    return [
        *(f"w {word}" for word in bare),
        f"first {inner[0]}",
        f"last {inner[-1]}",
        f"end {inner[-1][-3:]}",
        f"head {grammar.head_of(' '.join(inner))[-4:]}",
        f"< {before[1]}",
        f"<< {before[0]} {before[1]}",
        f"> {after}",
        f"#words {len(inner)}",
        f"#opens {inner[0] in _OPENERS}",
        f"#starts {i == 0} {j + 1 == len(low)}",
        f"#capital {capital} {page.uncased}",
        f"#big {shown[:1].isupper()} {i == 0} {page.uncased}",
        f"#digit {any(c.isdigit() for c in shown)}",
    ]


class Particular(NamedTuple):
    """A stretch that may be a topic: *sure* enough to stand beside others, or *alone*.

    What is neither may still be one where a pattern finds it too.
    """

    found: Found
    sure: bool
    alone: bool


SLACK = 1.0
"""How far below the limit of what may stand alone a pattern's find may be."""


def particulars(page: Page) -> list[Particular]:
    """Return the stretches of all lines that sound like topics, the best first."""
    weights = load()
    scored = [
        (leaning.score(weights, found.features), found)
        for line in page.lines
        if not line.heading
        for found in stretches(page, line)
    ]
    return [
        Particular(
            Found(s.start, s.end, "discussed"),
            value >= weights.limit,
            value >= weights.near,
        )
        for value, s in sorted(scored, key=lambda pair: (-pair[0], pair[1].start))
        if value >= weights.near - SLACK
    ]


@cache
def load() -> leaning.Weights:
    """Return the weights of the file beside this one; ConfigError when broken."""
    return leaning.load(FILE)
