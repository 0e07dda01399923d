"""Makes cases of rough notes with gold facts: evals/reading/<author>/rough.jsonl.

    python evals/convert.py

What the gold holds back is planted as strings to avoid: its numbers and addresses, and
runs of three words that say something. Each case is tagged "converted" and belongs to
the cluster of its rough note; files written by hand are left alone.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from afternote.evaluate.words import COMMON, find
from afternote.text import fold

ROOT = Path(__file__).parent
AUTHORS = ("iris", "juniper")
RUN = 3
Row = dict[str, Any]


def main() -> None:
    """Write every converted case of the shipped suites."""
    for old in ROOT.glob("*/cases/converted-*.toml"):
        old.unlink()
    counts: dict[str, int] = {}
    for author in AUTHORS:
        text = (ROOT / "reading" / author / "rough.jsonl").read_text("utf-8")
        for number, line in enumerate(text.splitlines()):
            row = json.loads(line)
            for suite, options in places(row, number):
                write(suite, author, row, options)
                counts[suite] = counts.get(suite, 0) + 1
    print(", ".join(f"{name}: {count}" for name, count in sorted(counts.items())))


def places(row: Row, number: int) -> Iterable[tuple[str, Row]]:
    """Yield the suites that the row becomes a case of, with the options asked."""
    gold = row["gold"]
    kinds = {held["why"] for held in gold["held_back"]}
    hard = "instruction" in kinds or len(gold["held_back"]) > 1
    yield ("hard" if hard else "core"), {"to": "manager"}
    if gold["recruiter"]:
        yield "recruiter", {"to": "recruiter"}
    elif number % 4 == 0:
        yield "linkedin", {"to": "manager", "channel": "linkedin", "connect": True}


def write(suite: str, author: str, row: Row, options: Row) -> None:
    """Write one case."""
    gold = row["gold"]
    held = sorted({h["why"].replace("_", " ") for h in gold["held_back"]})
    inside = f" What is of {', '.join(held)} must stay inside." if held else ""
    fine = f" It may speak of {gold['fine'][0]!r}." if gold["fine"] else ""
    reader = gold[options["to"]]
    whom = f"goes to {reader}" if reader else "must not guess whom it goes to"
    why = f"Rough notes ({row['shape']}); the note {whom}.{inside}{fine}"
    cluster = f"{author}-{row['id']}"
    lines = [
        f"why = {quoted(why)}",
        f"notes = {long(row['text'])}",
        f"cluster = {quoted(cluster)}",
        f"tags = {array(['converted', author, row['shape']])}",
        "",
        "[options]",
        *(f"{k} = {json.dumps(v)}" for k, v in options.items()),
        "",
        "[expect]",
        f"greets = {array([reader] if reader else [])}",
    ]
    if gold["company"]:
        lines.append(f"company = {array(gold['company'])}")
    if gold["role"]:
        lines.append(f"role = {array(gold['role'])}")
    particulars = [
        t for k in ("topics", "impressed", "learnt", "kindness") for t in gold[k]
    ]
    if particulars and suite in ("core", "hard"):
        lines.append(f"mentions = {array(particulars)}")
    planted = plant(gold, particulars)
    if planted:
        lines.append(f"avoids = {array(planted)}")
    name = f"converted-{author}-{row['id'].lower()}.toml"
    path = ROOT / suite / "cases" / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def plant(gold: Row, particulars: list[str]) -> list[str]:
    """Return the strings of what is held back that no note may hold."""
    usable = " | ".join(
        [*particulars, *gold["fine"], *(gold["company"] or []), *(gold["role"] or [])]
    )
    readers = [p["name"] for p in gold["people"] if p["part"] != "other"]
    usable = fold(" | ".join([usable, gold["writer"] or "", *readers]))
    found: list[str] = []
    for held in gold["held_back"]:
        quote = held["quote"]
        found += re.findall(r"\S+@\S+\w|[£$€]?\d[\d.,:]*\d\w*", quote)
        words = re.findall(r"[\w’'£$€.]+", quote)
        runs = [words[i : i + RUN] for i in range(len(words) - RUN + 1)] or [words]
        telling = [r for r in runs if sum(fold(w) not in COMMON for w in r) > 1]
        runs_of_it = (" ".join(run).strip(".") for run in telling[:4])
        found += [run for run in runs_of_it if find(run, quote)]
    for person in gold["people"]:
        if person["part"] == "other" and len(person["name"]) > 3:
            found.append(person["name"])
    return [s for s in dict.fromkeys(found) if s and fold(s) not in usable]


def quoted(text: str) -> str:
    """Return *text* as a TOML string."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def long(text: str) -> str:
    """Return *text* as a TOML string over several lines, where it can be."""
    if "'''" in text or "\r" in text or text.endswith("'"):
        return quoted(text)
    return f"'''\n{text}\n'''"


def array(texts: Iterable[str]) -> str:
    """Return *texts* as a TOML array."""
    return "[" + ", ".join(quoted(t) for t in texts) + "]"


if __name__ == "__main__":
    main()
