"""Counts, a sentence, the telling words that no fact of the brief holds."""

from typing import NamedTuple

from afternote.grounding.leaks import telling, unusual
from afternote.grounding.support import support
from afternote.grounding.tokens import analysed, index_at
from afternote.schema import Brief, Draft


class Foreign(NamedTuple):
    """*strange*: words that few people use and no fact holds; *kept*: words that only
    what is held back holds.
    """

    strange: int
    kept: int


def foreign(draft: Draft, brief: Brief) -> tuple[Foreign, ...]:
    """Return the counts for each of `draft.sentences`, in their order."""
    held = support(brief)
    words = analysed(draft).tokens
    found: list[Foreign] = []
    for sentence in draft.sentences:
        strange = kept = 0
        for token in words[index_at(words, sentence.start) :]:
            if token.start >= sentence.end:
                break
            if telling(token) and not held.frees(token, exactly=False):
                strange += unusual(token)
                kept += held.hold(token)
        found.append(Foreign(strange, kept))
    return tuple(found)
