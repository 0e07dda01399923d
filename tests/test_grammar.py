"""Every wording, filled, read by a real grammar checker (harper).

Two dialects must agree on a fault, since ours is English from everywhere; words of the
brief are known to the checker (names and trades are nobody's misspelling).
"""

from itertools import product

import pytest
from harper import Dialect, Linter
from tests.test_templates import CHANNELS, READERS, fillings

from afternote import templates, wordings
from afternote.schema import Channel, To

KINDS = {
    "Agreement",
    "Grammar",
    "Malapropism",
    "Repetition",
    "Spelling",
    "Typo",
}
FILES: tuple[wordings.Kind, ...] = (
    "subject", "acknowledge", "appreciate", "keep_in_touch", "feedback", "connect",
)  # fmt: skip
KNOWN = ["Halden", "TechNova", "eBikeWorks", "dbt", "raku", "S/4HANA", "Northwind"]


@pytest.fixture(scope="module")
def linters() -> tuple[Linter, Linter]:
    both = (Linter(Dialect.AMERICAN), Linter(Dialect.BRITISH))
    for linter in both:
        linter.import_words(KNOWN)
    return both


def faults(linter: Linter, text: str) -> set[tuple[int, int, str]]:
    return {
        (lint.span.start, lint.span.end, f"{lint.lint_kind}: {lint.message}")
        for lint in linter.lint(text.replace("Inc.'s", "team's"))
        if str(lint.lint_kind) in KINDS
    }


def agreed(linters: tuple[Linter, Linter], text: str) -> list[str]:
    one, two = (faults(linter, text) for linter in linters)
    places = {(s, e) for s, e, _ in one} & {(s, e) for s, e, _ in two}
    return [f"{text[s:e]!r} {why} in: {text}" for s, e, why in one if (s, e) in places]


def test_the_checker_finds_what_is_wrong(linters: tuple[Linter, Linter]) -> None:
    assert agreed(linters, "I have recieved you're answer about the the role.")


@pytest.mark.parametrize(("to", "channel"), list(product(READERS, CHANNELS)))
def test_no_filled_wording_has_a_fault_of_grammar(
    linters: tuple[Linter, Linter], to: To, channel: Channel
) -> None:
    found = []
    for kind in FILES if channel == "email" else FILES[1:]:
        for wording in wordings.load(to, channel, kind):
            filled = {
                templates.fill(wording.text, offer.values)
                for offer in fillings(wording)
            }
            for text in sorted(filled)[:8]:
                found += [f"{kind} {wording.name}: {f}" for f in agreed(linters, text)]

    assert not found, "\n".join(found[:20]) + f"\n{len(found)} in all"
