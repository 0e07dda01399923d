"""Traces what a draft says back to the words of the notes it rests on."""

from collections.abc import Iterator
from typing import NamedTuple

from afternote.grounding.support import number
from afternote.grounding.tokens import Token, analysed
from afternote.grounding.tokens import tokens as words_of
from afternote.grounding.words import FUNCTION
from afternote.schema import MOVES, Brief, Draft, Evidence, Fact, Move, Topic

SHARE = 0.5
"""A topic is said where half of its content words stand in one sentence: paraphrase
loses some, and two notes' topics rarely share more."""
ROLE_SHARE = 0.6
"""A role is often shortened: "the architect role"."""


def evidence(draft: Draft, brief: Brief) -> tuple[Evidence, ...]:
    """Return each particular that the moves of *draft* say, with its source.

    In the order of the text. *said* is the draft's own words; quote and offsets are
    the fact's. Facts set by a flag have no quote and are left out, and so are
    greeting and sign-off, which code writes.
    """
    sentences = [
        _index(sentence)
        for sentence in analysed(draft).sentences
        if sentence[0].part not in ("greeting", "sign_off")
    ]
    found: dict[tuple[str, str], tuple[int, Evidence]] = {}
    for fact, wanted, need, named in _traceable(brief):
        for index in sentences:
            hits = [t for key in wanted if key in index for t in index[key]]
            if named:
                hits = [t for t in hits if t.text[0].isupper()]
            if not hits or len({_key(t) for t in hits}) < need:
                continue
            start, end = _trimmed(sorted(hits, key=_place))
            move = draft.move_at(start) or _guess(fact)
            if (move, fact.quote) not in found:
                said = draft.text[start:end]
                found[move, fact.quote] = (
                    start,
                    Evidence(
                        move=move,
                        said=said,
                        quote=fact.quote,
                        start=fact.start,
                        end=fact.end,
                    ),
                )
    return tuple(e for _, e in sorted(found.values(), key=lambda pair: pair[0]))


def _index(sentence: tuple[Token, ...]) -> dict[str, list[Token]]:
    index: dict[str, list[Token]] = {}
    for token in sentence:
        if _content(token):
            index.setdefault(_key(token), []).append(token)
    return index


class _Wanted(NamedTuple):
    """A fact, its words, how many must stand in one sentence, and if in capitals."""

    fact: Fact
    words: frozenset[str]
    need: float
    named: bool


def _traceable(brief: Brief) -> Iterator[_Wanted]:
    names: set[str] = set()
    facts: list[tuple[Fact | None, float, bool]] = []
    for person in (brief.reader, *brief.people):
        if person is not None and person.value not in names:
            names.add(person.value)
            facts.append((person, 0.0, True))
    facts.append((brief.company, 0.0, True))
    facts.append((brief.role, ROLE_SHARE, False))
    facts += [(topic, SHARE, False) for topic in brief.topics]
    facts.append((brief.decision.date, 1.0, False))
    for fact, share, named in facts:
        if fact is None or not fact.quote:
            continue
        words = _wanted(fact.quote if isinstance(fact, Topic) else fact.value)
        words = words or _wanted(fact.value)
        if words:
            yield _Wanted(fact, words, max(1.0, share * len(words)), named)


def _guess(fact: Fact) -> Move:
    return MOVES[1] if isinstance(fact, Topic) else MOVES[0]


def _wanted(text: str) -> frozenset[str]:
    return frozenset(_key(t) for t in words_of(text) if _content(t))


def _content(token: Token) -> bool:
    return token.plain not in FUNCTION and (len(token.plain) > 1 or token.numeric)


def _key(token: Token) -> str:
    return number(token.plain) or token.stem


def _place(token: Token) -> int:
    return token.start


def _trimmed(hits: list[Token]) -> tuple[int, int]:
    """Return the shortest stretch of the sentence that holds all that was hit."""
    goal = {_key(t) for t in hits}
    best = (hits[0].start, hits[-1].end)
    counts: dict[str, int] = {}
    left = 0
    for token in hits:
        counts[_key(token)] = counts.get(_key(token), 0) + 1
        while counts[_key(hits[left])] > 1:
            counts[_key(hits[left])] -= 1
            left += 1
        if len(counts) == len(goal):
            span = (hits[left].start, token.end)
            if span[1] - span[0] < best[1] - best[0]:
                best = span
    return best
