"""Measures grounding: inventions caught, faithful notes passed, and what was missed.

Run as `python evals/grounding/measure.py`. Twice over: on what
reading finds, and on a brief that loses nothing of the notes: that tells the two apart.
"""

import argparse
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from corpus import (
    LABELS,
    NOTES,
    Row,
    draft,
    gold,
    pairs,
    read_brief,
    rows,
    whole_brief,
)

from afternote.grounding.support import GENERIC, content, support
from afternote.grounding.tokens import analysed
from afternote.grounding.unheard import body
from afternote.rules import all_rules
from afternote.schema import Brief

RULES = [rule for rule in all_rules() if rule.code.startswith("F")]


class Found(NamedTuple):
    """A problem of family F: every one of them blocks a draft."""

    name: str
    start: int
    end: int


class Judged(NamedTuple):
    """A row and its problems of family F."""

    row: Row
    problems: tuple[Found, ...]

    @property
    def hit(self) -> bool:
        """Tell whether a problem touches the planted words."""
        at = self.row.note.find(self.row.span)
        end = at + len(self.row.span)
        return any(p.start < end and at < p.end for p in self.problems)


def judged(found: list[Row], brief: Callable[[Row], Brief]) -> list[Judged]:
    """Check every row as a draft is checked, by the rules of family F."""
    result = []
    for row in found:
        one, facts = draft(row), brief(row)
        problems = [
            Found(rule.name, p.start, p.end)
            for rule in RULES
            for p in rule.check(one, facts)
        ]
        result.append(Judged(row, tuple(problems)))
    return result


def spliced(found: list[Row]) -> list[Row]:
    """Return faithful notes, each with a sentence of another note of its author.

    A scene that was, but not at this interview: the blatant case that a model's draft
    gives, and that word lists and phrases miss.
    """
    good = [row for row in found if row.kind is None]
    result = []
    for at, row in enumerate(good):
        held, text = support(read_brief(row)), analysed(draft(row))
        for sentence in body(text)[1:-1]:
            own = [t for t in sentence if content(t.plain) and t.stem not in GENERIC]
            if sum(map(held.holds, own)) < OWN:
                continue
            words = row.note[sentence[0].start : sentence[-1].end]
            other = good[(at + 7) % len(good)]
            paragraphs = other.note.split("\n\n")
            if other.notes == row.notes or len(paragraphs) < OWN:
                continue
            paragraphs[len(paragraphs) // 2] += f" {words}."
            note = "\n\n".join(paragraphs)
            result.append(other._replace(note=note, kind="spliced", span=words))
    return result


OWN = 3
"""Words of its own notes that a sentence needs to be another's elsewhere."""


def report(found: list[Judged], *, show: bool) -> None:
    """Print the rates and, if asked, each error."""
    good = [j for j in found if j.row.kind is None]
    bad = [j for j in found if j.row.kind is not None]
    passed = sum(not j.problems for j in good)
    caught = sum(bool(j.problems) for j in bad)
    hit = sum(j.hit for j in bad)
    print(
        f"faithful passed {passed}/{len(good)} = {passed / max(1, len(good)):.3f}; "
        f"inventions caught {caught}/{len(bad)} = {caught / max(1, len(bad)):.3f}, "
        f"at the planted words {hit}/{len(bad)} = {hit / max(1, len(bad)):.3f}"
    )
    by: dict[str, Counter[str]] = {}
    for one in bad:
        count = by.setdefault(str(one.row.kind), Counter())
        count["hit" if one.hit else "missed"] += 1
    print(
        "  " + "; ".join(f"{k} {c['hit']}/{c.total()}" for k, c in sorted(by.items()))
    )
    flagged = Counter(p.name for j in good for p in j.problems)
    print("  false:", dict(flagged.most_common()))
    if not show:
        return
    for one in found:
        where = [(p.name, one.row.note[p.start : p.end]) for p in one.problems]
        if one.row.kind is None and where:
            print("FALSE", one.row.id, where)
        if one.row.kind is not None and not one.hit:
            print("MISSED", one.row.id, one.row.kind, repr(one.row.span), where)


def main() -> None:
    """Print the figures per set and per kind of brief."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--labels", type=Path, default=LABELS)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--authors", nargs="*", default=[*NOTES, "pairs"])
    options = parser.parse_args()
    for author in options.authors:
        found = pairs() if author == "pairs" else rows((author,), options.labels)
        names = gold(found)
        for name, brief in (
            ("whole", lambda row, names=names: whole_brief(row, names)),
            ("read", read_brief),
        ):
            started = time.perf_counter()
            result = judged(found, brief)
            spent = (time.perf_counter() - started) * 1000 / max(1, len(found))
            print(f"{author}, {name} brief, {spent:.1f} ms a note:", end=" ")
            report(result, show=options.show and name == "whole")
        if author != "pairs":
            scenes = judged(spliced(found), read_brief)
            hit = sum(one.hit for one in scenes)
            print(f"{author}, scenes of another note caught {hit}/{len(scenes)}")


if __name__ == "__main__":
    main()
