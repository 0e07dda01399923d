"""The few ways in which rules find what they look for."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from afternote import grounding, scoring
from afternote.grounding import Kind
from afternote.rules.base.contract import Finding
from afternote.rules.base.weighing import SCORED, faulty
from afternote.schema import MOVES, Brief, Draft, Move
from afternote.text import Piece

MOST = 12
"""Words of the text that a message quotes, and findings of one pattern reported."""

LONGEST = 2000
"""Characters of a sentence that are judged: more is too long anyway."""


def excerpt(words: str) -> str:
    """Return the first words of *words*, quoted, for a message."""
    parts = words.split(maxsplit=MOST)
    shown = " ".join(parts[:MOST])
    cut = len(parts) > MOST or len(shown) > 100
    return f"“{shown[:100]}…”" if cut else f"“{shown}”"


def is_own(draft: Draft) -> bool:
    """Tell whether *draft* was parsed from a person's text, not made of moves."""
    return any(part.kind == "body" for part in draft.parts)


def phrases(
    pattern: re.Pattern[str],
    draft: Draft,
    message: str,
    *,
    certain: bool = True,
    everywhere: bool = False,
) -> Iterator[Finding]:
    """Yield a finding for each match of *pattern* in the body, up to `MOST`.

    *everywhere* looks at greeting, sign-off and subject too; a subject, which stands
    outside the text, is pointed at by an empty span at 0. *message* may hold {found},
    which becomes the matched words.
    """
    body = draft.body
    text, offset = (draft.text, 0) if everywhere else (body.text, body.start)
    for match in islice(pattern.finditer(text), MOST):
        yield Finding(
            message.format(found=excerpt(match[0])),
            offset + match.start(),
            offset + match.end(),
            certain,
        )
    if everywhere and draft.subject and not is_own(draft):
        inside = pattern.search(draft.subject)
        if inside:
            said = message.format(found=excerpt(inside[0]))
            yield Finding(f"{said} (in the subject)", 0, 0, certain)


@lru_cache(maxsize=1024)
def lowered(sentence: str) -> str:
    """Return the first `LONGEST` characters of *sentence* in small letters.

    A pattern without a flag is faster than one that ignores case. No offset moves: a
    text with the one letter that grows when small ("İ") stays as it is.
    """
    text = sentence[:LONGEST]
    small = text.lower()
    return small if len(small) == len(text) else text


def scored(
    draft: Draft,
    brief: Brief,
    name: str,
    message: str,
    sure: re.Pattern[str] | None = None,
    unsure: re.Pattern[str] | None = None,
) -> Iterator[Finding]:
    """Yield a finding for each sentence whose likeliest fault is the one called *name*.

    What makes a sentence faulty is weighed within its note (see `weighing`). What
    *sure* matches is found whatever that says; what only *unsure* matches is not
    certain. Both are patterns for text in small letters. *message* may hold {found},
    which becomes the words in question.
    """
    for piece, fault in zip(draft.sentences, faulty(draft, brief), strict=False):
        start, end = piece.start, piece.end
        text = lowered(piece.text)
        match = sure.search(text) if sure else None
        certain = match is not None or fault == name
        if not certain and unsure is not None:
            match = unsure.search(text)
        if match:
            start, end = piece.start + match.start(), piece.start + match.end()
        elif not certain:
            continue
        said = excerpt(draft.text[start:end])
        yield Finding(message.format(found=said), start, end, certain)


def grounded(draft: Draft, brief: Brief, kind: Kind) -> Iterator[Finding]:
    """Yield a finding for each stretch that the brief does not support, of one *kind*.

    All kinds are found together, once for a draft and its brief (see `grounding`).
    """
    for fault in grounding.faults(draft, brief, kind):
        yield Finding(fault.message, fault.start, fault.end, fault.certain)


MAINLY = {"email": (0.3, 0.8), "linkedin": (0.2, 0.0)}
"""What a person's sentence must score for a move, and that as a share of its likeliest
move: one that opens the door is no appreciation only because it is warm. In the 200
characters of LinkedIn a sentence does two jobs. Under the scorer's own bar of 0.5,
since a good note blocked hurts more than a thin one passed."""
DOOR = 0.5
"""What a person's mail must score for the door: nothing else sounds like it."""


def place(draft: Draft, move: Move) -> Piece | None:
    """Return where *move* is to be looked for: its part, or a person's whole body."""
    return draft.body if is_own(draft) else draft.part(move)


def makes(
    draft: Draft,
    move: Move,
    within: Piece,
    words: re.Pattern[str],
    *,
    otherwise: float = 0.5,
) -> bool:
    """Tell whether a sentence of *within*, or all of it, is there to make *move*.

    A model's draft is held to the *words* that speak for the move, since the scorer
    learnt from people; without them a sentence must score *otherwise*. On LinkedIn
    they count for a person too, where no other move is much likelier.
    """
    if not is_own(draft) and words.search(within.text):
        return True
    enough, mainly = MAINLY[draft.options.channel]
    if move == "keep_in_touch" and draft.options.channel == "email":
        enough = DOOR
    start, end = within.start, within.end
    found = [s.text for s in draft.sentences[:SCORED] if start <= s.start < end]
    for text in (*found, " ".join(found)):
        known = scoring.scores(text)
        likeliest = max(known[one] for one in MOVES)
        least = max(enough, mainly * likeliest) if is_own(draft) else otherwise
        if known[move] >= least:
            return True
        said = draft.options.channel == "linkedin" and words.search(text)
        if said and likeliest - known[move] < 0.5:
            return True
    return False
