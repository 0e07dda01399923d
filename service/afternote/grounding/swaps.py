"""Deeds turned round: what the writer did told of the reader, or the other way."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal, NamedTuple

from afternote.grounding.fault import Fault
from afternote.grounding.sources import BREAK
from afternote.grounding.support import Support
from afternote.grounding.tokens import Text, Token, tokens
from afternote.grounding.words import FUNCTION
from afternote.text import stem

_FORMS = {
    form: line.split()[0]
    for line in (
        "draw drew drawn drawing",
        "hold held holding",
        "write wrote written writing",
        "take took taken taking",
        "drive drove driven driving",
        "ride rode ridden riding",
        "build built building",
        "blow blew blown blowing",
        "cut cutting",
        "put putting",
        "set setting",
        "read reading",
        "sing sang sung singing",
        "make made making",
        "teach taught teaching",
        "find found finding",
        "feed fed feeding",
        "throw threw thrown throwing",
        "cast casting",
        "sew sewed sewn sewing",
        "catch caught catching",
        "break broke broken breaking",
        "choose chose chosen choosing",
        "lead led leading",
        "bring brought bringing",
        "run ran running",
        "hit hitting",
        "dip dipped dipping",
        "pull pulled pulling",
        "spot spotted spotting",
        "guess guessed guessing",
    )
    for form in line.split()
}
Agent = Literal["writer", "other"]
_MINE = frozenset("i me my".split())
_OTHER = frozenset("you your he she they we her his".split())
_LINK = frozenset(
    """also then even both once first just kindly do had have has was were d did all
    really so to actually let help helped helping try tried for""".split()
)
_GIVEN = frozenset("allowed asked trusted invited made able chance trusting".split())
_PLAIN = frozenset(
    """do did be was were is are have had has get got go went come came say said tell
    told ask asked see saw know knew think thought feel felt give gave meet met hear
    heard like liked love loved enjoy enjoyed thank want wanted talk talked speak spoke
    mention mentioned explain explained show showed shown let keep kept make made take
    took put find found hope hoped work worked look looked need needed use used call
    called mail mailed email emailed remember learn learnt learned understand interview
    interviewed laugh laughed smile smiled discuss discussed start started write wrote
    send sent leave left apply applied chat chatted""".split()
)
MANY = 200
"""So many deeds of notes are compared; more are pasted text, not jottings."""
WIDE = 30
"""As many in the notes, whose sentences often have no full stops."""
NEAR = 6
"""So many words on either side of a verb may be what was done."""


class _Deed(NamedTuple):
    verb: str
    agent: Agent
    start: int
    end: int
    about: frozenset[str]


def lemma(token: Token) -> str:
    """Return one form for all forms of a verb ("drew" → "draw")."""
    return _FORMS.get(token.plain) or stem(_FORMS.get(token.stem, token.stem))


def swapped(text: Text, held: Support) -> Iterator[Fault]:
    """Yield deeds that the notes tell of the other side, and only of that one.

    "You drew it for me" where the notes say "she made me draw it". Verbs of talk and
    of every day are left alone: both sides do these.
    """
    known: list[_Deed] | None = None
    verbs = frozenset(map(lemma, held.tokens))
    for sentence in text.sentences:
        if sentence[0].part in ("greeting", "sign_off"):
            continue
        for said in _deeds(sentence, text.text, among=verbs):
            if known is None:
                known = list(islice(_noted(held), MANY))
                verbs = frozenset(d.verb for d in known)
            if said.verb not in verbs:
                continue
            same = [d for d in known if d.verb == said.verb]
            if any(d.agent == said.agent for d in same):
                continue
            if any(_alike(said.about, d.about, held) for d in same):
                whose = "you" if said.agent == "other" else "the reader"
                yield Fault(
                    "doing-unsupported",
                    f"the notes say that {whose} did this, not the other side",
                    said.start,
                    said.end,
                )


_THEIRS = frozenset("her his their they're".split())


def possessed(text: Text, held: Support) -> Iterator[Fault]:
    """Yield "your crate labels" where the notes say "my crate labels"."""
    mine: set[tuple[str, ...]] = set()
    theirs: set[tuple[str, ...]] = set()
    for fact, _ in held.claims:
        words = tokens(fact.quote)
        for at, token in enumerate(words):
            if token.plain != "my" and token.plain not in _THEIRS:
                continue
            pair = _pair(words, at, fact.quote)
            if pair:
                (mine if token.plain == "my" else theirs).add(pair)
    if not mine and not theirs:
        return
    for sentence in text.sentences:
        if sentence[0].part in ("greeting", "sign_off"):
            continue
        for at, token in enumerate(sentence):
            if token.plain not in ("my", "your"):
                continue
            pair = _pair(sentence, at, text.text)
            own, other = (theirs, mine) if token.plain == "my" else (mine, theirs)
            if pair and pair in own and pair not in other:
                yield Fault(
                    "doing-unsupported",
                    f"the notes give it to the other side than {token.text!r} does",
                    token.start,
                    sentence[at + len(pair)].end,
                )


def _pair(words: Sequence[Token], at: int, whole: str) -> tuple[str, ...]:
    """Return the stems of the two words after a "my", if both are content."""
    found = words[at + 1 : at + 3]
    if len(found) < 2 or BREAK.search(whole[words[at].end : found[1].start]):
        return ()
    if any(t.plain in FUNCTION or t.numeric for t in found):
        return ()
    return tuple(t.stem for t in found)


def _alike(one: frozenset[str], other: frozenset[str], held: Support) -> bool:
    if one & other:
        return True
    return any(held.other_form(word, other) for word in one)


def _noted(held: Support) -> Iterator[_Deed]:
    for fact, _ in held.claims:
        words = tokens(fact.quote)
        yield from _deeds(words, fact.quote, names=held.name_words, wide=True)


def _deeds(
    words: Sequence[Token],
    whole: str,
    names: frozenset[str] = frozenset(),
    *,
    wide: bool = False,
    among: frozenset[str] | None = None,
) -> Iterator[_Deed]:
    """Yield the deeds of a sentence: verb, who, and the words around it."""
    for at, token in enumerate(words):
        if token.plain in _PLAIN or token.plain in FUNCTION or len(token.plain) < 3:
            continue
        if among is not None and lemma(token) not in among:
            continue
        agent = _agent(words, at, whole, names)
        if agent is None:
            continue
        reach = WIDE if wide else NEAR
        near = words[max(0, at - reach) : at + 1 + reach]
        about = {t.stem for t in near if t.plain not in FUNCTION and t is not token}
        yield _Deed(
            lemma(token),
            agent,
            words[max(0, at - 1)].start,
            token.end,
            frozenset(s for s in about if len(s) > 2),
        )


def _agent(
    words: Sequence[Token], at: int, whole: str, names: frozenset[str]
) -> Agent | None:
    for back in range(at - 1, max(-1, at - 4), -1):
        token = words[back]
        if BREAK.search(whole[token.end : words[back + 1].start]):
            return None
        plain = token.plain
        if plain == "my" and not words[at].plain.endswith("ing"):
            return None
        if plain == "your" and not words[at].plain.endswith("ing"):
            return None
        if plain in _MINE:
            return "writer" if plain != "me" or _caused(words, back) else None
        if plain in _GIVEN and words[at - 1].plain == "to":
            return "writer"
        if plain in ("her", "his"):
            return None
        if plain in _OTHER or plain in names:
            return "other" if plain != "we" else None
        if plain not in _LINK:
            return None
    return None


_CAUSING = frozenset(
    "let letting lets made make making had have having asked asking got get".split()
)


def _caused(words: Sequence[Token], at: int) -> bool:
    """Tell whether "me" is made or let to do something: "let me reverse"."""
    return at > 0 and words[at - 1].plain in _CAUSING
