"""Weighs the sentences of a note: the scorer's word, and what else speaks to it.

A note has half a dozen sentences and one of them is rarely at fault, so that the
scorer's word for a single sentence needs a high bar. It may stand lower where more
speaks against the sentence: it makes no move, it brings words that are in no notes,
it comes near to what the notes keep private.
"""

import re
from collections.abc import Mapping, Sequence

from afternote import grounding, scoring
from afternote.grounding.kept import Kept
from afternote.schema import Brief, Draft

SIGNS = (
    "likeliest", "acknowledge", "appreciate", "keep_in_touch", "length",
    "strange", "leak", "doubted", "wish",
)  # fmt: skip
"""What is looked at, in the order of the weights (see evals/rules/weigh.py)."""
LEAST = 1.5
"""Standard deviations above clean text below which nothing else makes a fault."""
SCORED = 60
"""Sentences of a note that are judged: more is too long anyway."""

_SECRET = frozenset({"confidence", "gossip", "other_candidate"})
# A wish for their affairs, and not for later: how confidences show.
_WISH = re.compile(
    r"\b(?:hope|trust|wish|pray|sure|sorry|congrat\w*|however|whatever|whoever)\b"
    r".{0,60}\b(?:you|your|they|them|things|everyone|all|he|she|whoever|somebody|"
    r"everybody|well|easier|settle\w*)\b",
    re.I,
)
_LATER = re.compile(
    r"\b(?:touch|contact|again|future|cross|paths?|meet|see you|hear|apply|connect\w*|"
    r"in mind|think of me|another|next|opening|one day|some ?day|later|keep|follow)\b",
    re.I,
)
# A soft request that may be passed over: neither a plea nor a demand for reasons.
_SKIPPABLE = re.compile(
    r"\b(?:if|should|when) (?:you|your|time|it|there|ever|that|free|allowed|permitted|"
    r"convenient|possible)\b|\b(?:pointers?|tips?|hints?|advice)\b",
    re.I,
)
Margins = Mapping[str, float]

_kept: Kept[Draft, dict[int, tuple[Brief, tuple[str | None, ...]]]] = Kept()


def faulty(draft: Draft, brief: Brief) -> tuple[str | None, ...]:
    """Return the likeliest fault of each sentence that is weighed as faulty.

    One for each of the first `SCORED` of `draft.sentences`; worked out once for a
    draft and its brief.
    """
    known = _kept.get(draft, lambda _: {})
    found = known.get(id(brief))
    if found is None or found[0] is not brief:
        found = (brief, _weighed(draft, brief))
        known[id(brief)] = found
    return found[1]


def _weighed(draft: Draft, brief: Brief) -> tuple[str | None, ...]:
    margins = [scoring.margins(s.text) for s in draft.sentences[:SCORED]]
    weights = scoring.weights_within("beside" if _has_notes(brief) else "alone")
    found: list[str | None] = []
    for one, seen in zip(margins, signs(draft, brief, margins), strict=True):
        total = _product(weights, (1.0, *seen)) if seen[0] >= LEAST else -1.0
        found.append(likeliest(one) if total >= 0 else None)
    return tuple(
        None if name in ("asks_why", "begging") and _may_pass(sentence.text) else name
        for name, sentence in zip(found, draft.sentences, strict=False)
    )


def _product(weights: Sequence[float], row: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, row, strict=True))


def _may_pass(sentence: str) -> bool:
    return bool(_SKIPPABLE.search(sentence)) and scoring.flags(sentence, "ask_feedback")


def _has_notes(brief: Brief) -> bool:
    return bool(brief.rest or brief.topics or brief.held_back)


def likeliest(margins: Margins) -> str:
    """Return the fault with the highest of *margins*."""
    return max(scoring.FAULTS, key=margins.__getitem__)


def signs(
    draft: Draft, brief: Brief, margins: Sequence[Margins]
) -> list[tuple[float, ...]]:
    """Return a row of `SIGNS` for each of *margins*, which are the scorer's for the
    sentences of *draft* in their order.
    """
    notes = _has_notes(brief)
    strange = grounding.strange(draft, brief) if notes else ()
    doubted = grounding.doubted(draft, brief) if notes else ()
    leaks = grounding.leaks(draft, brief) if notes else ()
    whys = {held.why for held in brief.held_back}
    found: list[tuple[float, ...]] = []
    for number, (sentence, one) in enumerate(
        zip(draft.sentences, margins, strict=False)
    ):
        start, end = sentence.start, sentence.end
        wish = _WISH.search(sentence.text) and not _LATER.search(sentence.text)
        found.append(
            (
                one[likeliest(one)],
                *(one[move] for move in scoring.MOVES),
                min(len(sentence.text.split()), 60) / 10,
                min(strange[number], 4) if notes else 0,
                float(any(leak.start < end and leak.end > start for leak in leaks)),
                float(any(f.start < end and f.end > start for f in doubted)),
                float(bool(wish and whys & _SECRET)),
            )
        )
    return found
