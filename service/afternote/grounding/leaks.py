"""Finds words of what is held back in a draft."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from afternote.grounding.lexicon import courtesy, everyday
from afternote.grounding.support import Support, number, support
from afternote.grounding.tokens import Token, analysed, tokens
from afternote.grounding.words import DAYS, FUNCTION, MONTHS
from afternote.reading.private import COMPILED
from afternote.reading.span import flat
from afternote.reading.words import ordinary
from afternote.schema import Brief, Draft, Held


class Leak(NamedTuple):
    """Words of the draft that stand in a held-back stretch of the notes.

    *certain* is False for what is held back as touching private life, pay or the
    writer themselves, and for what only sounded private: a person may have meant to
    say it.
    """

    words: str
    start: int
    end: int
    certain: bool


_SENSED = re.compile(r"\bsmel(?:t|led|ls?|ly)\b", re.I)
"""A smell may be praise as well as blame."""
RARE = 5
"""A single word gives a secret away only when it is this long."""
SECRET = frozenset({"confidence", "gossip", "complaint", "other_employer"})
"""Reasons to hold back for which one telling word is enough, if few people use it."""

PRIVATE = frozenset({"family", "self_criticism"})
"""Reasons to hold back where single words are innocent: most of it must be said."""
_CRITICAL = re.compile(
    r"\b(?:"
    r"bad|badly|late|wrong|silly|stupid|worst|terribl\w*|awful\w*|poor\w*|"
    r"hash|mess\w*|nerv\w*|blank\w*|babbl\w*|rambl\w*|froze|freez\w*|shak\w*|"
    r"shook|stumbl\w*|forg[oe]t\w*|fail\w*|flunk\w*|bomb\w*|blew|fluff\w*|"
    r"botch\w*|mumbl\w*|stutter\w*|panic\w*|sweat\w*|cry|cried|lost|dropped|"
    r"spill\w*|tripped|mistake\w*|embarrass\w*|asham\w*|weak\w*|hopeless|"
    r"useless|not|never|no|couldn\W?t|didn\W?t|can\W?t|wasn\W?t|too|only|"
    r"hardly|barely|choked|dried|waffl\w*|overtalk\w*|interrupt\w*"
    r")\b",
    re.I,
)
"""What makes the writer's own doing a fault: without one of these it is none."""
ALL_BUT = 2
"""So many words at least of a stretch held back for such a reason."""


def leaks(draft: Draft, brief: Brief) -> tuple[Leak, ...]:
    """Return where *draft* uses words of what *brief* holds back.

    One rare word counts, or two content words of one held-back stretch in one
    sentence, of which one is no everyday word. Words that a fact holds too are free:
    the brief may say them.
    """
    if not brief.held_back:
        return ()
    free = support(brief)
    found: set[Leak] = set()
    sentences = [
        [t for t in s if telling(t)]
        for s in analysed(draft).sentences
        if s[0].part not in ("greeting", "sign_off")
    ]
    for held in brief.held_back:
        if held.why == "self_criticism" and not _CRITICAL.search(held.quote):
            continue
        secret = {
            _key(t)
            for t in tokens(held.quote)
            if telling(t) and not _free(t, free, held)
        }
        if not secret:
            continue
        for sentence in sentences:
            hits = [t for t in sentence if _key(t) in secret]
            if _tells(hits, held):
                start, end = hits[0].start, hits[-1].end
                sure = held.why in SECRET and _marked(held)
                sure = sure and not _SENSED.search(held.quote)
                found.add(Leak(draft.text[start:end], start, end, sure))
    return tuple(sorted(found, key=lambda leak: (leak.start, leak.end)))


@lru_cache(maxsize=256)
def _marked(held: Held) -> bool:
    """Tell whether words of the stretch itself say that it is no topic of a note."""
    low = flat(held.quote)
    return any(pattern.search(low) for _, pattern in COMPILED)


def _tells(hits: Sequence[Token], held: Held) -> bool:
    """Tell whether *hits*, words of one sentence, give away what is *held* back."""
    if held.why in PRIVATE:
        of = {_key(t) for t in tokens(held.quote) if telling(t)}
        said = {_key(t) for t in hits}
        return len(said) >= ALL_BUT and 3 * len(said) >= 2 * len(of)
    rare = any(
        len(t.plain) >= RARE
        and unusual(t)
        and not t.numeric
        and (held.why in SECRET or t.plain not in ordinary())
        for t in hits
    )
    return rare or (len({_key(t) for t in hits}) >= 2 and any(map(unusual, hits)))


def _key(token: Token) -> str:
    return number(token.plain) or token.stem


def _free(token: Token, free: Support, held: Held) -> bool:
    """Tell whether a fact holds the word as well."""
    return free.frees(token, exactly=held.why in SECRET)


def unusual(token: Token) -> bool:
    """Tell whether few people use the word in such a note."""
    return token.numeric or not everyday(token.stem)


def telling(token: Token) -> bool:
    """Tell whether the word can tell anything: no courtesy, no day, no small word."""
    if token.plain in FUNCTION or token.plain in DAYS or token.plain in MONTHS:
        return False
    if number(token.plain) is not None:
        return token.numeric
    return len(token.plain) > 2 and not courtesy(token.stem)
