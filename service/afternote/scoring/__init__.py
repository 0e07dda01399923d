"""Scores sentences with small linear n-gram models; pure Python, no ML package.

The weights are learnt by `make train` from the labelled text under evals/rules/.
Labels: the moves (acknowledge, appreciate, keep_in_touch); what is asked
(ask_feedback, ask_keep_in_mind, ask_meeting, ask_referral); disappointment; and
the faults, the names of which are in `FAULTS`.
"""

from collections.abc import Mapping
from functools import lru_cache

from afternote.scoring.features import LIMIT
from afternote.scoring.weights import Judged, Whole, load

__all__ = [
    "ASKS",
    "FAULTS",
    "LABELS",
    "MOVES",
    "flags",
    "margins",
    "scores",
    "weights_within",
]

MOVES = ("acknowledge", "appreciate", "keep_in_touch")
ASKS = ("ask_feedback", "ask_keep_in_mind", "ask_meeting", "ask_referral")
FAULTS = tuple(
    "bitter passive_aggressive sarcastic begging reconsider arguing asks_why guilt "
    "self_deprecating still_open reselling over_familiar threatening dwelling "
    "stock_phrases shouting pay hired_person personal other_employer contact_data "
    "confidence assistant_talk placeholder markup cut_off".split()
)
LABELS = (*MOVES, *ASKS, "disappointment", *FAULTS)


def scores(sentence: str) -> dict[str, float]:
    """Return each label's probability for *sentence* (0 to 1).

    Only the first `features.LIMIT` characters count. Raises ConfigError when the
    weights file is broken.
    """
    return dict(_judged(sentence[:LIMIT]).probabilities)


def flags(sentence: str, label: str) -> bool:
    """Tell whether *sentence* passes the calibrated threshold of *label*.

    Thresholds of faults are set so that a whole clean note is hardly ever flagged
    (see evals/rules/README.md), those of moves and asks where they err least.
    Raises ConfigError when the weights file is broken.
    """
    return label in _judged(sentence[:LIMIT]).flagged


def margins(sentence: str) -> Mapping[str, float]:
    """Return how far *sentence* lies above clean text for each label.

    In standard deviations of the label's scores. Raises ConfigError when the weights
    file is broken.
    """
    return _judged(sentence[:LIMIT]).margins


def weights_within(whole: Whole) -> tuple[float, ...]:
    """Return what the signs of a sentence weigh in a note, the constant first.

    "beside" its notes or "alone". Raises ConfigError when the weights file is broken.
    """
    return load().within[whole]


@lru_cache(maxsize=4096)
def _judged(sentence: str) -> Judged:
    return load().judge(sentence)
