"""Compares the rules with what a user would pick instead, on labelled notes.

    python evals/rules/compare.py AUTHOR... [--base-url URL --model NAME]

Prints one table, figures only: how many notes with a planted fault each judge holds
back, how many good ones it lets pass, and its time a note. proselint, VADER and a list
of words see the note alone; `afternote check` and a model also see the rough notes.
"""

import argparse
import asyncio
import re
import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import labelled
from meta import figure
from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from afternote.check import blocking, check, parse
from afternote.evaluate.judge import Judge
from afternote.models.opened import opened
from afternote.reading import read
from afternote.schema import Brief, Options
from afternote.settings import Settings
from afternote.text import sentences

Holds = Callable[[dict[str, Any]], bool | None]
"""Tells of a row whether its note is held back; None when there is no verdict."""

NEGATIVE = -0.05
"""Where VADER's authors let a sentence be negative."""
LEARNT_FROM = ("ash", "birch", "cedar")
"""Authors on whose good notes VADER's stricter bar is set, so that 98 % pass."""
WORDS = re.compile(
    r"\b(?:unfair\w*|disappoint\w+|upset|angry|rude\w*|insult\w*|waste[ds]?|joke|"
    r"ridiculous|disrespect\w*|disgust\w*|shame\w*|fault|mistake|wrong|regret|sue|"
    r"lawyers?|solicitors?|legal|reconsider|second chance|another chance|beg|"
    r"please please|desperate\w*|why|explain|deserve\w*|qualified|better than|stupid|"
    r"idiot\w*|useless|failure|worthless|salary|pay|money|wage\w*|health|ill|illness|"
    r"pregnan\w+|divorce\w*|children|religion|visa|rumou?rs?|gossip|confidential|"
    r"secret|successful candidate|other candidates?|hired|competitors?|offers?|cv|"
    r"resume|certificat\w+|experience|devastat\w*|heartbroken|crushed|cried|love you|"
    r"sweetheart|darling|insert|placeholder|here is)\b|[\[\]{}<>*#]|!!|\b[A-Z]{5,}\b|"
    r"\d{6,}|@|https?:",
)
"""What somebody with an hour writes down."""


class Said(NamedTuple):
    """What a judge said of one row, and how long it took."""

    label: str
    family: str | None
    held: bool | None
    ms: float


def _afternote(row: dict[str, Any], *, strict: bool, beside: bool) -> bool:
    options = Options(
        to=row["to"],
        channel=row["channel"],
        ask_feedback="feedback" in row["asked"],
        connect="connect" in row["asked"],
    )
    brief: Brief | None = read(row["notes"]) if beside else None
    found = check(parse(row["note"], options), brief, strict=strict)
    return bool(blocking(found))


def _proselint(row: dict[str, Any]) -> bool:
    return bool(LintFile("note", row["note"]).lint())


def _listed(row: dict[str, Any]) -> bool:
    words = len(row["note"].split())
    size = words < 35 or words > 150 if row["channel"] == "email" else words > 40
    thanks = re.search(r"thank|grateful|appreciat", row["note"], re.I)
    return size or not thanks or bool(WORDS.search(row["note"]))


def _lowest(vader: SentimentIntensityAnalyzer, note: str) -> float:
    said = [vader.polarity_scores(s.text)["compound"] for s in sentences(note)]
    return min(said, default=0.0)


def _bar(vader: SentimentIntensityAnalyzer) -> float:
    """Return the bar under which 2 % of good notes of `LEARNT_FROM` lie."""
    lowest = [
        _lowest(vader, row["note"])
        for author in LEARNT_FROM
        for row in labelled.rows(author, "notes")
        if row["label"] == "good"
    ]
    return statistics.quantiles(lowest, n=50)[0]


def judges() -> dict[str, Holds]:
    """Return every judge that needs no model, by its name in the table."""
    CheckRegistry().register_many(__register__)
    vader = SentimentIntensityAnalyzer()
    bar = _bar(vader)
    return {
        "afternote check --strict": lambda r: _afternote(r, strict=True, beside=True),
        "afternote check": lambda r: _afternote(r, strict=False, beside=True),
        "afternote check, no notes": lambda r: _afternote(
            r, strict=False, beside=False
        ),
        "word list": _listed,
        "proselint": _proselint,
        f"VADER, below {NEGATIVE}": lambda r: _lowest(vader, r["note"]) < NEGATIVE,
        f"VADER, below {bar:.2f}": lambda r: _lowest(vader, r["note"]) < bar,
    }


def heard(holds: Holds, rows: Sequence[dict[str, Any]]) -> list[Said]:
    """Ask one judge about every row."""
    found: list[Said] = []
    for row in rows:
        started = time.perf_counter()
        held = holds(row)
        ms = (time.perf_counter() - started) * 1000
        found.append(Said(row["label"], row["family"], held, ms))
    return found


async def asked(settings: Settings, rows: Sequence[dict[str, Any]]) -> list[Said]:
    """Ask the model at `settings` about every row, with prompts/judge.md."""
    found: list[Said] = []
    async with opened(settings) as model:
        if model is None:
            raise SystemExit("the model needs a server: --base-url")
        judge = Judge(model, settings)
        for row in rows:
            started = time.perf_counter()
            score = await judge.judge(row["notes"], row["note"])
            ms = (time.perf_counter() - started) * 1000
            held = None if score.ok is None else not score.ok
            found.append(Said(row["label"], row["family"], held, ms))
    return found


def line(name: str, said: Sequence[Said]) -> str:
    """Return one line of the table; a note without a verdict is not held back."""
    faults = [bool(s.held) for s in said if s.family and s.family != "F"]
    inventions = [bool(s.held) for s in said if s.family == "F"]
    passed = [not s.held for s in said if s.label == "good"]
    silent = sum(s.held is None for s in said)
    cells = (figure(faults), figure(inventions), figure(passed))
    ms = f"{statistics.median(s.ms for s in said):9.2f}"
    mute = f"  ({silent} without a verdict)" if silent else ""
    return f"{name:26} {' '.join(f'{cell:28}' for cell in cells)} {ms}{mute}"


def main() -> None:
    """Judge the notes of the authors named, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("authors", nargs="+", metavar="AUTHOR")
    parser.add_argument("--base-url", help="an OpenAI-compatible server, for a model")
    parser.add_argument("--model", help="its model")
    parser.add_argument("--most", type=int, help="notes the model is asked about")
    given = parser.parse_args()
    rows = [row for author in given.authors for row in labelled.rows(author, "notes")]
    print(f"{len(rows)} notes by {len(given.authors)} authors")
    heads = ("faults held back", "inventions held back", "good ones passed")
    print(f"{'':26} {' '.join(f'{head:28}' for head in heads)} {'ms a note':>9}")
    for name, holds in judges().items():
        print(line(name, heard(holds, rows)), flush=True)
    if given.base_url:
        flags = {"base_url": given.base_url, "model": given.model, "deadline": 600.0}
        shown = rows[:: max(1, len(rows) // given.most)] if given.most else rows
        settings = Settings.load(flags)
        said = asyncio.run(asked(settings, shown))
        print(line(f"{settings.model} ({len(shown)} notes)", said))


if __name__ == "__main__":
    main()
