"""Who did what by the notes: their clauses, each with whom it credits.

Reading names the reader and some people; a clause "Tom: read back every number" or
"alf let me shape 2 loaves" says whose doing it tells of, also where reading missed Tom.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from afternote.grounding.cast import Who, genders, named, verbal
from afternote.grounding.forms import number
from afternote.grounding.kept import Kept
from afternote.grounding.support import Support
from afternote.grounding.tokens import Token, tokens
from afternote.grounding.words import FUNCTION, HONORIFICS
from afternote.schema import Brief, Fact, Held

ME: Who = frozenset({"i"})
"""Stands among the owners of a clause that tells what the writer did."""

_SUBJECTS = frozenset("he she i they we".split())
_JOINS = frozenset("and but then while as".split())
_LEADS = frozenset(
    """and but then also so later liked loved like love enjoyed how that when best
    good great nice bit thing highlight plus""".split()
)
_DASHES = frozenset(("-", "–", "—", "--", "..", "..."))
_HARD = ";|•>\n!?"


class Clause(NamedTuple):
    """The content of a clause of the notes, and whom it credits, if it says so.

    Every member of *owners* may have done it; none where the clause does not tell.
    """

    stems: frozenset[str]
    owners: frozenset[Who]
    sure: bool
    text: str


class Notes(NamedTuple):
    """The clauses of the notes, and the persons by each word of their names."""

    clauses: tuple[Clause, ...]
    names: dict[str, Who]


MANY = 100
"""So many sentences of notes are read; more are pasted text, not jottings."""
_kept: Kept[Brief, Notes] = Kept()


def notes(held: Support) -> Notes:
    """Return the clauses of the brief's sentences, remembered between drafts."""
    return _kept.get(held.brief, lambda _: _read(held))


def _read(held: Support) -> Notes:
    brief = held.brief
    rest: list[Fact | Held] = [*(brief.rest or brief.topics), *brief.held_back]
    rest.sort(key=_place)
    quotes = [fact.quote for fact in rest[:MANY]]
    facts = [tokens(quote) for quote in quotes]
    names = dict(named(facts, quotes, held))
    said = genders(facts, quotes, names, held)
    found: list[Clause] = []
    label: frozenset[Who] = frozenset()
    for words, quote in zip(facts, quotes, strict=True):
        if not found or found[-1].stems:
            label = frozenset()
        last: Who | None = None
        for part in islice(_parts(words, quote, names), MANY):
            inner = _bare(part, quote) if "(" in quote else part
            owners, sure = _owners(inner, names, said, last)
            mentioned = [names[t.plain] for t in inner if t.plain in names]
            if mentioned:
                last = mentioned[-1]
            if ":" in quote:
                initial = _initial(part, quote, names)
                if initial is not None:
                    label = frozenset({initial})
                elif _labels(part, quote, names):
                    label = frozenset({names[_first(part, names).plain]})
            if label and (not owners or not sure):
                owners, sure = label, True
            found.append(Clause(_stems(part), owners, sure, quote))
    return Notes(tuple(found), names)


def _place(fact: Fact | Held) -> int:
    return fact.start


def _parts(
    words: Sequence[Token], quote: str, names: dict[str, Who]
) -> Iterator[list[Token]]:
    """Yield the clauses of a sentence: a new one with each new subject."""
    part: list[Token] = []
    depth = 0
    for at, token in enumerate(words):
        if part:
            gap = quote[part[-1].end : token.start]
            depth += gap.count("(") - gap.count(")")
            hard = token.first or any(c in gap for c in _HARD)
            hard = hard or (len(gap) > 1 and gap.strip() in _DASHES)
            subject = token.plain in _SUBJECTS or token.plain in names
            subject = subject or token.plain in HONORIFICS
            before = part[-1].plain in _JOINS and len(part) > 1
            soft = subject and ("," in gap or "&" in gap or "+" in gap or before)
            if depth <= 0 and (hard or (soft and not _listed(words, at, names))):
                yield part
                part = []
        part.append(token)
    if part:
        yield part


def _listed(words: Sequence[Token], at: int, names: dict[str, Who]) -> bool:
    """Tell whether the name only goes on with a list: "met Ilse & Tom"."""
    token = words[at]
    if token.plain in _SUBJECTS:
        return False
    if at > 1 and words[at - 1].plain in _JOINS:
        return words[at - 2].capital
    if words[at - 1].capital and words[at - 1].plain not in names:
        return True
    rest = [t for t in words[at : at + 5] if t.plain not in HONORIFICS]
    while rest and rest[0].plain in names:
        rest = rest[1:]
    if rest and rest[0].plain in ("the", "our", "their"):
        return not any(verbal(t) for t in rest[2:])
    return not rest or not verbal(rest[0])


def _bare(part: Sequence[Token], quote: str) -> list[Token]:
    """Return the words of a clause without those in brackets."""
    found: list[Token] = []
    depth, last = 0, part[0].start
    for token in part:
        gap = quote[last : token.start]
        depth = max(0, depth + gap.count("(") - gap.count(")"))
        last = token.end
        if not depth:
            found.append(token)
    return found


def _first(part: Sequence[Token], names: dict[str, Who]) -> Token:
    return next((t for t in part[:4] if t.plain in names), part[0])


def _labels(part: Sequence[Token], quote: str, names: dict[str, Who]) -> bool:
    """Tell whether the clause opens with a name and a colon ("Tom: …")."""
    for at, token in enumerate(part[:4]):
        if quote[token.end : token.end + 2].lstrip(")").startswith(":"):
            return any(t.plain in names for t in part[: at + 1])
    return False


def _initial(part: Sequence[Token], quote: str, names: dict[str, Who]) -> Who | None:
    """Return whose initial labels the clause ("D: half price"), if it is just one's."""
    token = part[0]
    if len(token.text) != 1 or quote[token.end : token.end + 1] != ":":
        return None
    found = {who for name, who in names.items() if name[0] == token.plain}
    return found.pop() if len(found) == 1 else None


def _owners(
    part: Sequence[Token],
    names: dict[str, Who],
    known: dict[Who, str],
    last: Who | None,
) -> tuple[frozenset[Who], bool]:
    """Return who may have done what the clause tells, and if a name says so."""
    lead = 0
    while lead < len(part) - 1 and (
        part[lead].plain in _LEADS or part[lead].plain in HONORIFICS
    ):
        lead += 1
    if not part:
        return frozenset(), False
    opening = part[lead]
    if opening.plain == "i":
        return frozenset({ME}), True
    for at, token in enumerate(part):
        who = names.get(token.plain)
        if who is None:
            continue
        following = part[at + 1] if at + 1 < len(part) else None
        if token.text.endswith(("'s", "’s")) or (
            following is not None
            and (verbal(following) or (at == lead and following.plain not in names))
        ):
            return frozenset({who}), True
        if at and part[at - 1].plain in ("by", "from", "with") and at > lead:
            return frozenset({who}), part[at - 1].plain == "by"
    said = next((t.plain for t in part[:4] if t.plain in ("he", "she")), None)
    if said is None:
        return frozenset(), False
    able = {w for w in names.values() if known.get(w, said) == said}
    if last is not None and known.get(last) == said:
        return frozenset({last}), True
    ruled_out = any(known.get(w, said) != said for w in names.values())
    return frozenset(able), len(able) == 1 and ruled_out


def _stems(part: Sequence[Token]) -> frozenset[str]:
    return frozenset(
        number(t.plain) or t.stem
        for t in part
        if t.plain not in FUNCTION and (len(t.plain) > 2 or t.numeric)
    )
