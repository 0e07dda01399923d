from collections.abc import Iterator

from afternote import scoring
from afternote.rules.base import SCORED, Finding, excerpt, own_example, rule
from afternote.schema import Brief, Draft

_HEAD = "Hi Dana,\n\n"
WORDS = 5
"""Shorter sentences ("Good day, ma.") are courtesies that open no door."""

_TAIL = "\n\nBest,\nSam Rivera"


@rule(
    "S104",
    why=(
        "Until the decision is acknowledged the reader waits for the catch, and hears "
        "nothing else."
    ),
    source="INT OWL HRT XIU SMT CTL; A1",
    repair="Start with the decision, then what you valued, then the open door.",
    bad=(
        own_example(
            _HEAD + "I hope we can keep in touch, and I would gladly apply again.\n\n"
            "I enjoyed our conversation about the dbt migration very much.\n\n"
            "Thank you for letting me know about the decision on the role." + _TAIL
        ),
    ),
    good=(
        own_example(
            _HEAD + "Thank you for the tour, and for telling me yourself about the "
            "decision on the Data Engineer role, which I respect.\n\n"
            "I enjoyed our conversation about the dbt migration, and your blameless "
            "post-mortems have given me plenty to think about since. Thank you again "
            "for letting me know so soon, in a mail that was kind as well as clear.\n\n"
            "I hope we can keep in touch, and I would gladly apply to Northwind "
            "Analytics again." + _TAIL
        ),
    ),
)
def moves_out_of_order(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    for sentence in draft.sentences[:SCORED]:
        if scoring.flags(sentence.text, "acknowledge"):
            return
        long = len(sentence.text.split()) >= WORDS
        if long and scoring.flags(sentence.text, "keep_in_touch"):
            break
    else:
        return
    said = excerpt(sentence.text)
    late = any(
        scoring.flags(s.text, "acknowledge")
        for s in draft.sentences[:SCORED]
        if s.start > sentence.start
    )
    if late:
        message = f"opens the door before the decision is acknowledged: {said}"
        yield Finding(message, sentence.start, sentence.end)
