"""All that is compared, in the order in which one fault stands for the others.

A module of its own, loaded with the first draft that has notes: its patterns take
longer to compile than many a check without notes takes.
"""

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
from afternote.grounding.fault import Fault
from afternote.grounding.support import support
from afternote.grounding.tokens import analysed
from afternote.schema import Brief, Draft


def judged(draft: Draft, brief: Brief) -> list[Fault]:
    """Return all faults of *draft*, one for each stretch of words."""
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
