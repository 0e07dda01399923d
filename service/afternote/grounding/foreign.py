"""Counts telling words: those that no fact holds, and those that say something."""

from typing import NamedTuple

from afternote.grounding.leaks import telling, unusual
from afternote.grounding.support import support
from afternote.grounding.tokens import analysed, index_at, tokens
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


def particulars(draft: Draft, brief: Brief) -> int:
    """Return how many telling words the body has: of the notes, or that few use.

    The role, the company, people and how the decision came are nothing particular.
    """
    held = support(brief)
    decision = brief.decision
    frame = (
        brief.role, brief.company, brief.writer, *brief.people,
        decision.channel, decision.date, decision.reason,
    )  # fmt: skip
    known = {t.stem for fact in frame if fact for t in tokens(fact.quote)}
    known |= {t.stem for fact in frame if fact for t in tokens(fact.value)}
    return len(
        {
            token.stem
            for token in analysed(draft).tokens
            if token.part not in ("greeting", "sign_off")
            and telling(token)
            and token.stem not in known
            and (held.holds(token) or unusual(token))
        }
    )
