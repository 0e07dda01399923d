"""Judges the rules: how often is each right, on text its makers never saw?

    python evals/rules/meta.py [--tune-only] [--bless]

Prints the targets first, then each author, fault and rule, with 95 % Wilson intervals;
of the frozen authors only figures. Compares with the blessed figures of meta.json, row
by row, and exits 1 when more rows were lost than won beyond noise (sign test, 5 %).
"""

import argparse
import hashlib
import json
import math
import statistics
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import judged
import labelled
from judged import RULE_OF, Outcome

from afternote.scoring.weights import FILE

BLESSED = Path(__file__).with_name("meta.json")
NOISE = 0.05


class Measure(NamedTuple):
    """A figure of the target table: which rows count, and when one is right."""

    name: str
    target: float
    rows: Callable[[Outcome], bool]
    right: Callable[[Outcome], bool]


MEASURES = (
    Measure(
        "notes with one fault, caught",
        0.95,
        lambda o: o.kind == "fault",
        lambda o: bool(o.own),
    ),
    Measure(
        "good notes, passed",
        0.98,
        lambda o: o.kind == "good",
        lambda o: not o.own,
    ),
    Measure(
        "planted inventions, caught (strict)",
        0.95,
        lambda o: o.kind == "invention",
        lambda o: bool(o.strict),
    ),
    Measure(
        "faithful notes, passed (strict)",
        0.95,
        lambda o: o.kind == "good",
        lambda o: not o.strict,
    ),
    Measure(
        "right family of a caught fault",
        0.80,
        lambda o: o.kind in ("fault", "invention") and bool(_seen(o)),
        lambda o: any(code[0] == o.family for code in _seen(o)),
    ),
    Measure(
        "caught at the planted words",
        0.80,
        lambda o: o.kind in ("fault", "invention") and bool(_seen(o)),
        lambda o: bool(o.placed),
    ),
)


def _seen(outcome: Outcome) -> frozenset[str]:
    return outcome.strict if outcome.kind == "invention" else outcome.own


def wilson(hits: int, total: int) -> tuple[float, float]:
    """Return the 95 % Wilson interval of *hits* out of *total*."""
    if total == 0:
        return 0.0, 1.0
    z, p = 1.96, hits / total
    middle = p + z * z / (2 * total)
    half = z * math.sqrt(p * (1 - p) / total + z * z / (4 * total * total))
    scale = 1 + z * z / total
    return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)


def figure(right: Iterable[bool]) -> str:
    """Return "93.1% (87-97) 81/87" for a row of hits and misses."""
    found = list(right)
    if not found:
        return "no rows"
    hits = sum(found)
    low, high = wilson(hits, len(found))
    share = hits / len(found)
    return f"{share:6.1%} ({low:3.0%}-{high:4.0%}) {hits:4}/{len(found)}"


def lost_beyond_noise(before: str, now: str) -> bool:
    """Tell whether more rows turned from right to wrong than chance allows.

    *before* and *now* hold a 1 for each row judged rightly, a 0 for the others. The
    one-sided exact sign test on the rows that changed.
    """
    lost = sum(a == "1" and b == "0" for a, b in zip(before, now, strict=True))
    won = sum(a == "0" and b == "1" for a, b in zip(before, now, strict=True))
    changed = lost + won
    if not changed:
        return False
    tail = sum(math.comb(changed, k) for k in range(lost, changed + 1))
    return bool(tail / 2**changed < NOISE)


def targets(name: str, notes: list[Outcome]) -> None:
    """Print the table of targets, as the issue has it."""
    print(f"\n{name}: whole notes{'':27} target   measured")
    for measure in MEASURES:
        rows = [o for o in notes if measure.rows(o)]
        shown = figure(measure.right(o) for o in rows)
        print(f"  {measure.name:40} >= {measure.target:4.0%}  {shown}")
    if notes:
        ms = [outcome.ms for outcome in notes]
        worst = statistics.quantiles(ms, n=20)[-1] if len(ms) > 1 else ms[0]
        print(
            f"  {'one check, warm: median, 95th':40} <= 2 ms  "
            f"{statistics.median(ms):5.2f} ms, {worst:.2f} ms"
        )


def details(name: str, notes: list[Outcome], sentences: list[Outcome]) -> None:
    """Print the figures by author, by fault and by rule."""
    print(f"\n{name}: sentences by themselves (tone, privacy, form)")
    for author in sorted({o.author for o in sentences}):
        own = [o for o in sentences if o.author == author]
        caught = figure(bool(o.own) for o in own if o.kind == "fault")
        subtle = figure(bool(o.own) for o in own if o.kind == "fault" and o.subtle)
        clean = figure(not o.own for o in own if o.kind == "good")
        near = figure(not o.own for o in own if o.kind == "near")
        print(f"  {author:10} faulty caught {caught}, the subtle {subtle}")
        print(f"  {'':10} clean passed {clean}, near misses passed {near}")
    print(f"\n{name}: whole notes by author (caught own, caught strict, passed own)")
    for author in sorted({o.author for o in notes}):
        own = [o for o in notes if o.author == author]
        for measure in MEASURES[:4]:
            shown = figure(measure.right(o) for o in own if measure.rows(o))
            print(f"  {author:10} {measure.name:36} {shown}")
    print(f"\n{name}: by fault (any rule; the rules that answer for it)")
    for fault, codes in RULE_OF.items():
        for where, rows in (("sentence", sentences), ("note", notes)):
            own = [o for o in rows if o.fault == fault and o.kind != "near"]
            if own:
                caught = figure(bool(_seen(o)) for o in own)
                named = figure(bool(_seen(o) & set(codes)) for o in own)
                print(f"  {fault:22} {where:9} {caught}; {'/'.join(codes)} {named}")
    print(
        f"\n{name}: by rule (right where it speaks for its fault; silent on the good)"
    )
    good = [o for o in (*notes, *sentences) if o.kind in ("good", "near")]
    for code in sorted({code for codes in RULE_OF.values() for code in codes}):
        mine = {fault for fault, codes in RULE_OF.items() if code in codes}
        own = [
            o
            for o in (*notes, *sentences)
            if o.fault in mine and o.kind in ("fault", "invention")
        ]
        true = figure(code in _seen(o) for o in own)
        silent = figure(code not in o.own for o in good)
        strict = figure(code not in o.strict for o in good)
        print(f"  {code}  speaks {true}; silent {silent}; silent strict {strict}")


def outcomes(notes: list[Outcome], sentences: list[Outcome]) -> dict[str, str]:
    """Return each measure's hits and misses, a digit a row, in the rows' order."""
    found = {}
    for measure in MEASURES[:4]:
        rows = [o for o in notes if measure.rows(o)]
        found[measure.name] = "".join(str(int(measure.right(o))) for o in rows)
    faulty = [o for o in sentences if o.kind == "fault"]
    sound = [o for o in sentences if o.kind != "fault"]
    found["faulty sentences, caught"] = "".join(str(int(bool(o.own))) for o in faulty)
    found["sound sentences, passed"] = "".join(str(int(not o.own)) for o in sound)
    return found


def fingerprint(authors: Iterable[str]) -> str:
    """Return one hash of the labelled files of *authors*."""
    found = hashlib.sha256()
    for author in authors:
        for path in sorted((labelled.LABELS / author).glob("*.jsonl")):
            found.update(path.read_bytes())
    return found.hexdigest()


def compared(name: str, was: dict[str, str], now: dict[str, str]) -> bool:
    """Print what changed against the blessed outcomes; True when nothing was lost."""
    kept = True
    for measure, before in was.items():
        if measure in now and len(now[measure]) == len(before):
            lost = lost_beyond_noise(before, now[measure])
            kept = kept and not lost
            change = now[measure].count("1") - before.count("1")
            verdict = "LOST" if lost else "kept"
            print(f"  {name}: {measure:40} {change:+4} rows  {verdict}")
    return kept


def main() -> int:
    """Judge, print, compare; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tune-only", action="store_true", help="no frozen author")
    parser.add_argument("--bless", action="store_true", help="write meta.json")
    given = parser.parse_args()
    sets = {"tune": labelled.TUNE, "test": labelled.TEST}
    if given.tune_only:
        del sets["test"]
    was = json.loads(BLESSED.read_text("utf-8")) if BLESSED.exists() else {}
    now, kept = dict(was), True
    for name, wanted in sets.items():
        authors = labelled.authors(wanted)
        notes = [o for author in authors for o in judged.of_notes(author)]
        sentences = [o for author in authors for o in judged.of_sentences(author)]
        targets(name, notes)
        details(name, notes, sentences)
        now[name] = {
            "labels": fingerprint(authors),
            "rows": outcomes(notes, sentences),
        }
    print(f"\nweights: {FILE.stat().st_size} bytes (<= 2,000,000)")
    print("\nagainst the blessed figures:")
    for name in sets:
        before = was.get(name)
        if before is None or before["labels"] != now[name]["labels"]:
            print(f"  {name}: the labelled text changed, or was never blessed: --bless")
        else:
            kept = compared(name, before["rows"], now[name]["rows"]) and kept
    if given.bless:
        BLESSED.write_text(json.dumps(now, indent=1) + "\n", "utf-8")
    return 0 if kept or given.bless else 1


if __name__ == "__main__":
    sys.exit(main())
