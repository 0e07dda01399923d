"""Compares a draft with its brief: what the brief does not hold, and where.

`faults` judges a draft as a closed world: a name, a number, a date, a topic that no
accepted fact supports is a fault. `evidence` is its other side: what is supported,
and by which words of the notes. `leaks` finds words of what is held back.
"""

from collections.abc import Iterator

from afternote.grounding import (
    channel,
    claims,
    credit,
    frames,
    mixing,
    moved,
    names,
    numbers,
    pronouns,
    roles,
    scene,
    senders,
    strangers,
    swaps,
    unheard,
    wording,
)
from afternote.grounding.evidence import evidence
from afternote.grounding.fault import Fault, Kind
from afternote.grounding.foreign import Foreign, foreign, particulars
from afternote.grounding.kept import Kept
from afternote.grounding.leaks import Leak, leaks
from afternote.grounding.support import support
from afternote.grounding.tokens import analysed
from afternote.schema import Brief, Draft

__all__ = [
    "Fault",
    "Foreign",
    "Kind",
    "Leak",
    "doubted",
    "evidence",
    "faults",
    "foreign",
    "leaks",
    "particulars",
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
        found = (brief, tuple(_judged(draft, brief)))
        known[id(brief)] = found
    return found[1]


def _judged(draft: Draft, brief: Brief) -> list[Fault]:
    text = analysed(draft)
    held = support(brief).spelling_out(text)
    found = [
        *names.greeting(draft, text, held),
        *senders.addressed(text, held),
        *names.company(text, held),
        *names.misspelt(text, held),
        *roles.role(text, held),
        *numbers.numbers(text, held),
        *numbers.periods(text, held),
        *numbers.dates(text, held),
        *moved.moved(text, held),
        *channel.channel(draft, text, held),
        *claims.claims(draft, text, held),
        *credit.credited(text, held),
        *swaps.swapped(text, held),
        *swaps.possessed(text, held),
        *mixing.recombined(text, held),
        *mixing.for_reader(text, held),
        *mixing.together(text, held),
        *wording.writer(draft, text, held),
        *wording.links(draft, held),
        *pronouns.pronouns(text, held),
        *wording.language(draft, text, held),
        *wording.titles(text, held),
        *strangers.strangers(text, held),
        *scene.places(text, held),
        *scene.settings(text, held),
        *scene.persons(text, held),
        *scene.events(text, held),
        *frames.frames(text, held),
        *unheard.unheard(text, held),
    ]
    return _once(found, len(draft.text))


def _once(found: list[Fault], length: int) -> list[Fault]:
    """Drop a fault whose words earlier ones cover: one problem, one repair."""
    kept: list[Fault] = []
    taken = bytearray(length)
    for fault in found:
        size = fault.end - fault.start
        if size and taken.count(1, fault.start, fault.end) == size:
            continue
        kept.append(fault)
        if fault.kind != "language-wrong":
            taken[fault.start : fault.end] = b"\x01" * size
    return kept
