"""Which topic a stretch of a draft speaks of, and whom the brief credits with it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from afternote.grounding.lexicon import courtesy
from afternote.grounding.support import Support, number
from afternote.grounding.tokens import Token
from afternote.grounding.tokens import tokens as words_of
from afternote.grounding.words import FUNCTION
from afternote.schema import Person, Topic
from afternote.text import stem

MADE = frozenset(
    stem(w)
    for w in """build built make made draw drew drawn write wrote written design
    designed invent invented paint painted bake baked knit knitted run ran runs lead led
    start started organise organised set devise devised plant planted keep kept weigh
    weighed cook cooked mend mended fix fixed sharpen sharpened park parked line lined
    chalk chalked sew sewed stitch stitched record recorded collect collected find found
    name named create created develop developed plan planned launch launched let
    lend lent lead grow grew carve carved print printed""".split()
)


ACTS = frozenset(
    stem(w)
    for w in """account story tale trick idea rule habit explanation description advice
    question weigh-in weigh drawing sketch talk demonstration tip point remark
    campaign lesson method way handiwork invention example anecdote suggestion
    recipe theory saying telling practice""".split()
)


BREAK = re.compile(r"[,;:.!?–—()\n]")


HITS = 2
"""So many words of a topic must stand with the doer before they are compared."""


class Source(NamedTuple):
    """A topic's words, and the persons its notes credit with it."""

    stems: frozenset[str]
    owners: tuple[Person, ...]


def name_words(person: Person) -> set[str]:
    """Return the words of the person's name, folded."""
    return {t.plain for t in words_of(person.value)}


def sources_of(held: Support) -> tuple[Source, ...]:
    """Return the brief's topics, each with those whom its words name."""
    found = []
    for fact, stems in held.claims:
        words = words_of(fact.quote)
        plains = {t.plain for t in words if t.plain not in FUNCTION}
        owners = []
        for person in held.persons:
            first = words_of(person.value)
            credited = isinstance(fact, Topic) and fact.person == person.value
            if credited or any(t.plain in plains for t in first if len(t.plain) > 1):
                owners.append(person)
        found.append(Source(stems, tuple(owners)))
    return tuple(found)


def best_source(about: Sequence[Token], sources: tuple[Source, ...]) -> Source | None:
    """Return the topic that holds most of *about*, if it stands out."""
    wanted = {
        number(t.plain) or t.stem
        for t in about
        if t.plain not in FUNCTION and len(t.plain) > 2 and t.stem not in ACTS
    }
    scored = sorted(
        ((len(wanted & s.stems), at) for at, s in enumerate(sources)), reverse=True
    )
    if not scored or scored[0][0] == 0:
        return None
    most, at = scored[0]
    tied = [sources[i] for n, i in scored if n == most]
    if most < HITS and len(wanted) > 2 and not _alone(wanted, sources):
        return None
    if len(tied) > 1 and len({s.owners for s in tied}) > 1:
        return None
    return sources[at]


def _alone(wanted: set[str], sources: tuple[Source, ...]) -> bool:
    """Tell whether a single shared word is a rare one, which one topic has alone."""
    shared = [w for w in wanted if sum(w in s.stems for s in sources) == 1]
    return any(not courtesy(w) and len(w) > 3 for w in shared)


def clause(sentence: Sequence[Token], start: int, whole: str) -> list[Token]:
    """Return the words from *start* to the end of the clause."""
    found: list[Token] = []
    for token in sentence[start : start + 16]:
        previous = found[-1] if found else sentence[start - 1]
        gap = whole[previous.end : token.start]
        if BREAK.search(gap) or token.plain in ("but", "because", "which", "you"):
            break
        found.append(token)
    return found
