"""Measures reading on rough notes with their gold facts.

    python evals/reading/measure.py [--show FIELD] FOLDER...

Each folder holds a rough.jsonl: {"text", "shape", "gold"} a line. Prints precision and
recall a field with 95 % Wilson bounds, what was held back, and what leaked. With
--show, lists the rows that are wrong in that field: for tuning text only.
"""

import argparse
import json
import math
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from afternote.reading import briefs_for, read
from afternote.schema import Brief, Fact
from afternote.text import fold, words

Row = dict[str, Any]
Z = 1.96
LABELLED = {"form", "mail", "thread", "markdown"}
UNWORDED = {"text", "linkedin", "other"}
"""Channels and reasons of the gold for which the product has no word."""
KINDS = {
    "topics": "discussed",
    "impressed": "impressed",
    "learnt": "learnt",
    "kindness": "kindness",
}


class Count(NamedTuple):
    """How often something was right, of how many."""

    right: int
    of: int

    def __str__(self) -> str:
        if not self.of:
            return "   -"
        low, high = wilson(self.right, self.of)
        share = 100 * self.right / self.of
        return f"{share:5.1f} % ({self.right}/{self.of}; {low:.1f}-{high:.1f})"


def wilson(right: int, of: int) -> tuple[float, float]:
    """Return the 95 % Wilson bounds of a share, in percent."""
    share = right / of
    middle = share + Z * Z / (2 * of)
    spread = Z * math.sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))
    under = 1 + Z * Z / of
    return 100 * (middle - spread) / under, 100 * (middle + spread) / under


class Tally:
    """Collects right and wrong answers by name, with the rows that went wrong."""

    def __init__(self) -> None:
        self.right: dict[str, int] = defaultdict(int)
        self.of: dict[str, int] = defaultdict(int)
        self.wrong: dict[str, list[str]] = defaultdict(list)

    def add(self, name: str, right: bool, shown: str) -> None:
        """Count one answer."""
        self.of[name] += 1
        self.right[name] += right
        if not right:
            self.wrong[name].append(shown)

    def lines(self) -> Iterator[str]:
        """Yield one line a name."""
        for name in sorted(self.of):
            yield f"{name:34} {Count(self.right[name], self.of[name])}"


def rows(folders: Iterable[Path]) -> Iterator[Row]:
    """Yield the rows of each folder's rough.jsonl."""
    for folder in folders:
        for line in (folder / "rough.jsonl").read_text("utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


def measure(row: Row, tally: Tally) -> None:
    """Compare what is read from one row with its gold."""
    text, gold, name = row["text"], row["gold"], row["id"]
    brief = read(text)
    _reader(row, brief, tally)
    _people(row, brief, tally)
    for field in ("company", "role"):
        _slot(field, getattr(brief, field), gold[field], name, tally)
    writer = [gold["writer"]] if gold["writer"] else None
    _slot("writer", brief.writer, writer, name, tally, partly=True)
    for field in ("channel", "reason"):
        fact = getattr(brief.decision, field)
        if gold[field] not in UNWORDED:
            _slot(field, fact, [gold[field]] if gold[field] else None, name, tally)
    _topics(row, brief, tally)
    _held(row, brief, tally)


def _reader(row: Row, brief: Brief, tally: Tally) -> None:
    gold, name = row["gold"], row["id"]
    kind = "labelled or mail" if row["shape"] in LABELLED else "free text"
    accepted = {
        "manager": [gold["manager"]] if gold["manager"] else [],
        "recruiter": [gold["recruiter"]] if gold["recruiter"] else [],
        "interviewer": gold["interviewers"],
    }
    for to in ("manager", "recruiter"):
        ((_, narrowed),) = briefs_for(brief, to)
        reader = narrowed.reader
        shown = f"{name}: {reader.value if reader else None!r} is {accepted[to]}"
        if reader:
            tally.add(
                f"{to}: right when named", is_name(reader.value, accepted[to]), shown
            )
        if accepted[to]:
            tally.add(f"{to}: named, {kind}", reader is not None, shown)
    everybody = [n for names in accepted.values() for n in names]
    for part, narrowed in briefs_for(brief, "all"):
        if narrowed.reader:
            value = narrowed.reader.value
            shown = f"{name}: {value!r} ({part}) is not in {everybody}"
            tally.add("to all: somebody met", is_name(value, everybody), shown)


def _people(row: Row, brief: Brief, tally: Tally) -> None:
    gold = [p["name"] for p in row["gold"]["people"] if p["part"] != "other"]
    found = [p.value for p in brief.people if p.part != "other"]
    for value in found:
        tally.add("people: precision", is_name(value, gold), f"{row['id']}: {value!r}")
    for value in gold:
        hit = any(is_name(f, [value]) for f in found)
        tally.add("people: recall", hit, f"{row['id']}: {value!r} {found}")


_LOOSE = frozenset(
    "mr mrs ms miss mx dr prof professor sgt sergeant sister sr rev reverend canon "
    "mister "
    "uncle aunty mama mallam chef lady the big insp di ds pc old herr frau "
    "matron".split()
)


def _key(value: str) -> list[str]:
    plain = fold(value).replace(".", " ").replace(",", " ").replace('"', " ").split()
    return [w for w in plain if w not in _LOOSE] or plain


def is_name(value: str, accepted: list[str]) -> bool:
    """Return whether *value* names one of *accepted*, or is a whole part of one."""
    given = _key(value)
    for name in accepted:
        known = _key(name)
        if sorted(given) == sorted(known) or (given and set(given) < set(known)):
            return True
    return False


def _slot(
    field: str,
    fact: Fact | None,
    accepted: list[str] | None,
    name: str,
    tally: Tally,
    *,
    partly: bool = False,
) -> None:
    shown = f"{name}: {fact.value if fact else None!r} is {accepted}"
    right = (
        fact is not None
        and accepted is not None
        and (
            is_name(fact.value, accepted)
            if partly
            else _plain(fact.value) in map(_plain, accepted)
        )
    )
    if fact:
        tally.add(f"{field}: precision", right, shown)
    if accepted:
        tally.add(f"{field}: recall", right, shown)


def _plain(value: str) -> str:
    inner = fold(value).replace(".", "").removeprefix("the ").strip()
    return " ".join(inner.replace(",", " ").split())


def _topics(row: Row, brief: Brief, tally: Tally) -> None:
    text, gold, name = row["text"], row["gold"], row["id"]
    spans = {
        kind: [(text.find(q), text.find(q) + len(q)) for q in gold[field]]
        for field, kind in KINDS.items()
    }
    every = [s for each in spans.values() for s in each]
    for topic in brief.topics:
        hit = any(topic.start < e and s < topic.end for s, e in every)
        tally.add("particular: precision", hit, f"{name}: {topic.kind} {topic.value!r}")
    for field, kind in KINDS.items():
        for start, end in spans[kind]:
            hit = any(t.start < end and start < t.end for t in brief.topics)
            shown = f"{name}: {text[start:end]!r}"
            tally.add(f"{field}: recall (any kind)", hit, shown)
    if every:
        offered = [text[s:e] for s, e in every]
        tally.add("notes with a particular", bool(brief.topics), f"{name}: {offered}")


def _facts(brief: Brief) -> list[Fact]:
    slots = (brief.reader, brief.company, brief.role, brief.writer)
    found: list[Fact] = [f for f in slots if f]
    found += [*brief.topics, *brief.people]
    decision = brief.decision
    return found + [f for f in (decision.channel, decision.date, decision.reason) if f]


def _held(row: Row, brief: Brief, tally: Tally) -> None:
    text, gold, name = row["text"], row["gold"], row["id"]
    held = [(h.start, h.end) for h in brief.held_back]
    covered = {i for s, e in held for i in range(s, e)}
    private: set[int] = set()
    for item in gold["held_back"]:
        start = text.find(item["quote"])
        inside = range(start, start + len(item["quote"]))
        private.update(inside)
        share = sum(i in covered for i in inside) / len(inside)
        shown = f"{name}: {item['why']}: {item['quote']!r} {share:.2f}"
        tally.add("held back: recall (80 % of it)", share >= 0.8, shown)
        tally.add("held back: recall (touched)", share > 0, shown)
        said = {fold(w.text) for w in words(item["quote"]) if len(w.text) > 3}
        for fact in _facts(brief):
            leaked = fact.quote and fact.start < inside.stop and inside.start < fact.end
            spoken = {fold(w.text) for w in words(fact.value) if len(w.text) > 3}
            shown = f"{name}: {fact.value!r} <- {item['quote']!r}"
            tally.add(
                "facts free of what is private", not (leaked and said & spoken), shown
            )
    for quote in gold["fine"]:
        start = text.find(quote)
        over = [
            h.quote
            for h in brief.held_back
            if h.start < start + len(quote) and start < h.end
        ]
        tally.add("fine: not held back", not over, f"{name}: {quote!r} in {over}")
    for item in brief.held_back:
        hit = any(i in private for i in range(item.start, item.end))
        tally.add("held back: in the gold", hit, f"{name}: {item.why}: {item.quote!r}")


def main() -> None:
    """Print the table; the time a note takes is that of a warm process."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--show", action="append", default=[])
    options = parser.parse_args()
    tally = Tally()
    known = list(rows(options.folders))
    for row in known:
        measure(row, tally)
    out = sys.stdout.write
    for line in tally.lines():
        out(line + "\n")
    started = time.perf_counter()
    for row in known:
        read(row["text"])
    out(f"{'ms a note':34} {(time.perf_counter() - started) / len(known) * 1000:.2f}\n")
    for field in options.show:
        for name, shown in tally.wrong.items():
            if name.startswith(field):
                out(f"\n== {name}\n" + "".join(f"{line}\n" for line in shown))


if __name__ == "__main__":
    main()
