"""Sentences that tell a scene the notes know nothing of, by what they are made of.

Frames catch what a phrase presents; "The jar of dog biscuits comes a close second" has
no phrase to it. Here each word that the notes do not hold weighs by how particular it
is (`lexicon.weight`), and a small linear model, trained on faithful notes and on
sentences put into another's note, judges the sentence.
"""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from afternote.grounding import lexicon
from afternote.grounding.fault import Fault
from afternote.grounding.support import Support, content, number
from afternote.grounding.tokens import Text, Token
from afternote.grounding.words import DAYS, MONTHS

NONE = -3.0
"""The weight of a word that is not there."""
FLOOR = 1.0
"""Added to a word's weight; what is still below nothing is courtesy."""
LEAST = 2
"""A single strange word makes no scene."""
TOLD = 3
"""So many words at most are named in the problem."""
_WISHES = frozenset("would will if hope".split())
_FRAMES = frozenset(
    """hear hearing heard talk talking talked enjoyed loved liked thinking story told
    showed showing watching seeing saw learning remember forget picture idea""".split()
)
_YOU = frozenset(("you", "your"))


class Made(NamedTuple):
    """What a sentence is made of, as figures, and its words that no fact holds."""

    figures: tuple[float, ...]
    strange: tuple[tuple[float, Token], ...]


def made(
    sentence: Sequence[Token],
    held: Support,
    weights: dict[str, int],
    *,
    first: bool,
    last: bool,
) -> Made:
    """Return the figures of a *sentence*, the *first* or *last* of a note's body."""
    strange: list[tuple[float, Token]] = []
    known: list[float] = []
    names = [0, 0]
    for token in sentence:
        plain = token.plain
        if token.capital:
            names[held.holds(token)] += 1
        elif _weighed(plain):
            found = weights.get(token.stem)
            weight = lexicon.unseen(plain) if found is None else found / 100
            if held.holds(token):
                known.append(weight)
            else:
                strange.append((weight, token))
    heavy = sorted((w for w, _ in strange), reverse=True)
    top = (*heavy, NONE, NONE, NONE, NONE)[:4]
    new = sum(max(0.0, w + FLOOR) for w in heavy)
    old = sum(max(0.0, w + FLOOR) for w in known)
    plains = {t.plain for t in sentence}
    figures: tuple[float, ...] = (
        *top,
        new,
        math.sqrt(new),
        len(heavy),
        len(known),
        old,
        math.sqrt(old),
        not known,
        len(known) == 1,
        new / (new + old + 0.5),
        not plains.isdisjoint(_YOU),
        "i" in plains,
        not plains.isdisjoint(_WISHES),
        not plains.isdisjoint(_FRAMES),
        first,
        last,
        len(sentence) / 20,
        *names,
    )
    return Made(figures, tuple(strange))


@lru_cache(maxsize=8192)
def _weighed(plain: str) -> bool:
    if len(plain) < 3 or not content(plain) or plain in DAYS or plain in MONTHS:
        return False
    return number(plain) is None


def body(text: Text) -> list[tuple[Token, ...]]:
    """Return the sentences between greeting and sign-off."""
    return [s for s in text.sentences if s[0].part not in ("greeting", "sign_off")]


def unheard(text: Text, held: Support) -> Iterator[Fault]:
    """Yield the strangest words of a sentence that is not made of the notes."""
    sentences = body(text)
    model, weights = lexicon.model(), lexicon.weights()
    for at, sentence in enumerate(sentences):
        last_one = at == len(sentences) - 1
        found = made(sentence, held, weights, first=not at, last=last_one)
        if len(found.strange) < LEAST or not model.over(found.figures):
            continue
        told = sorted(found.strange, key=_heaviest)[:TOLD]
        first = min(t.start for _, t in told)
        last = max(t.end for _, t in told)
        words = ", ".join(repr(t.text) for _, t in sorted(told, key=_place))
        yield Fault(
            "topic-unsupported", f"the notes hold nothing of {words}", first, last
        )


def _heaviest(pair: tuple[float, Token]) -> float:
    return -pair[0]


def _place(pair: tuple[float, Token]) -> int:
    return pair[1].start
