"""Counts telling words: those that no fact holds, and those that say something."""

from afternote.grounding.leaks import telling, unusual
from afternote.grounding.support import support
from afternote.grounding.tokens import analysed, index_at, tokens
from afternote.schema import Brief, Draft


def strange(draft: Draft, brief: Brief) -> tuple[int, ...]:
    """Return, for each of `draft.sentences`, how many telling words it has that few
    people use and no fact holds.
    """
    held = support(brief)
    words = analysed(draft).tokens
    found: list[int] = []
    for sentence in draft.sentences:
        count = 0
        for token in words[index_at(words, sentence.start) :]:
            if token.start >= sentence.end:
                break
            if telling(token) and unusual(token):
                count += not held.frees(token, exactly=False)
        found.append(count)
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
