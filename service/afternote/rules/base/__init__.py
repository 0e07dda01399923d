"""What a rule is, and the few mechanisms that rules share."""

from afternote.rules.base.contract import Check, Example, Finding, Rule, rule
from afternote.rules.base.finding import (
    MOST,
    excerpt,
    grounded,
    is_own,
    lowered,
    makes,
    phrases,
    place,
    scored,
)
from afternote.rules.base.sample import (
    SAMPLE_BRIEF,
    SAMPLE_MOVES,
    SAMPLE_NOTES,
    example,
    linkedin_example,
    own_example,
)
from afternote.rules.base.weighing import SCORED

__all__ = [
    "MOST",
    "SAMPLE_BRIEF",
    "SAMPLE_MOVES",
    "SAMPLE_NOTES",
    "SCORED",
    "Check",
    "Example",
    "Finding",
    "Rule",
    "example",
    "excerpt",
    "grounded",
    "is_own",
    "linkedin_example",
    "lowered",
    "makes",
    "own_example",
    "phrases",
    "place",
    "rule",
    "scored",
]
