"""Compares a draft with its brief: what the brief does not hold, and where.

`faults` judges a draft as a closed world: a name, a number, a date, a topic that no
accepted fact supports is a fault. `evidence` is its other side: what is supported,
and by which words of the notes. `leaks` finds words of what is held back.
"""

from collections.abc import Iterator

from afternote.grounding.evidence import evidence
from afternote.grounding.fault import Fault, Kind
from afternote.grounding.kept import Kept
from afternote.grounding.leaks import Leak, leaks
from afternote.grounding.strange import particulars, strange
from afternote.schema import Brief, Draft

__all__ = [
    "Fault",
    "Kind",
    "Leak",
    "doubted",
    "evidence",
    "faults",
    "leaks",
    "particulars",
    "strange",
]

_kept: Kept[Draft, dict[int, tuple[Brief, tuple[Fault, ...]]]] = Kept()


def faults(draft: Draft, brief: Brief, kind: Kind) -> Iterator[Fault]:
    """Yield the faults of one *kind*; all kinds are found once for a draft."""
    for fault in _all(draft, brief):
        if fault.kind == kind:
            yield fault


def doubted(draft: Draft, brief: Brief) -> tuple[Fault, ...]:
    """Return the faults, of every kind, on which the brief is only silent."""
    return tuple(fault for fault in _all(draft, brief) if not fault.certain)


def _all(draft: Draft, brief: Brief) -> tuple[Fault, ...]:
    known = _kept.get(draft, lambda _: {})
    found = known.get(id(brief))
    if found is None or found[0] is not brief:
        from afternote.grounding.judging import judged

        found = (brief, tuple(judged(draft, brief)))
        known[id(brief)] = found
    return found[1]
