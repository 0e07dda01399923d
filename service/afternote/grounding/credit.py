"""Whom a draft credits with what the notes tell of another."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from afternote.grounding.cast import Who, verbal
from afternote.grounding.clauses import ME, Clause, Notes, notes
from afternote.grounding.fault import Fault
from afternote.grounding.forms import ALIKE, GENERIC
from afternote.grounding.lexicon import courtesy
from afternote.grounding.sources import ACTS, BREAK, MADE
from afternote.grounding.support import Support, number
from afternote.grounding.tokens import Text, Token
from afternote.grounding.words import FUNCTION
from afternote.text import stem

_TOLD = frozenset(
    stem(w)
    for w in """explain explained describe described mention mentioned tell told teach
    taught show showed shown demonstrate demonstrated advise advised point pointed talk
    talked speak spoke ask asked put introduce introduced recount recounted walk walked
    outline outlined sketch sketched""".split()
)
_SKIP = frozenset(
    """so very kindly also both all yourself had have 've 'd did do really once
    always just then clearly patiently first even never still each every""".split()
)
_IDLE = frozenset(
    """are were be can could will would may might should must ever know want need wish
    like love enjoy and or for to on in at with about as if when who all is was
    get got hear think feel see find keep choose chose decide look""".split()
)
_ASKING = frozenset("will would could can may might do if please should hope".split())
_ABOUT = frozenset("on about how of why".split())
READER = "the reader"
NOBODY: Who = frozenset()
REACH = 12


class _Claim(NamedTuple):
    who: Who
    name: str
    start: int
    end: int
    about: list[Token]
    made: bool = False


def credited(text: Text, held: Support) -> Iterator[Fault]:
    """Yield what a draft says somebody did, told or showed where it was another."""
    known = notes(held)
    reader = _reader(text, held, known)
    for sentence in text.sentences:
        if sentence[0].part in ("greeting", "sign_off"):
            continue
        for claim in _claims(sentence, text.text, known, reader):
            clause = _matching(claim.about, known)
            if clause is None:
                continue
            if not clause.owners and claim.name != READER:
                yield from _unheard(claim, known)
            if not clause.owners or not clause.sure:
                continue
            if any(claim.who & owner for owner in clause.owners):
                continue
            if clause.owners == {ME}:
                if not _taken(claim, clause):
                    continue
            elif claim.who == NOBODY:
                continue
            others = {w for owner in clause.owners for w in owner}
            if any(t.plain in others for t in claim.about):
                continue
            whose = " or ".join(sorted(" ".join(sorted(o)) for o in clause.owners))
            yield Fault(
                "doing-unsupported" if claim.made else "attribution-wrong",
                f"credits {claim.name} with what the notes say of {whose!r}",
                claim.start,
                claim.end,
            )


_SHARED = frozenset("me my mine myself us we our with together watch watched".split())
_EVERYDAY = frozenset(
    stem(w)
    for w in """ask asked told tell said say like liked love loved enjoyed saw see met
    heard talked spoke mention mentioned thought think felt want wanted interviewed
    showed described explained laughed got noticed""".split()
)


def _taken(claim: _Claim, clause: Clause) -> bool:
    """Tell whether the reader is credited with what the writer did."""
    if claim.name != READER or any(t.plain in _SHARED for t in claim.about):
        return False
    if clause.stems & _EVERYDAY or any(t.stem in _EVERYDAY for t in claim.about):
        return False
    said = {number(t.plain) or t.stem for t in claim.about if _telling(t)}
    return sum(_in(w, clause.stems) for w in said) >= 2


def _unheard(claim: _Claim, known: Notes) -> Iterator[Fault]:
    """Yield what somebody is credited with whom the notes name elsewhere only."""
    about = {t.stem for t in claim.about if _telling(t)}
    hers = [c for c in known.clauses if claim.who & c.stems or claim.who in c.owners]
    if len(about) > 1 and hers and not any(about & c.stems for c in hers):
        yield Fault(
            "attribution-wrong",
            f"the notes do not say that {claim.name} did this",
            claim.start,
            claim.end,
        )


def _reader(text: Text, held: Support, known: Notes) -> Who | None:
    """Return the person greeted, if the notes name them, or the brief's reader."""
    for token in text.tokens:
        if token.part != "greeting":
            break
        if token.plain in known.names:
            return known.names[token.plain]
    reader = held.brief.reader
    if reader is None:
        return None
    return next((known.names[w] for w in held.reader_words if w in known.names), None)


def _claims(
    sentence: Sequence[Token], whole: str, known: Notes, reader: Who | None
) -> Iterator[_Claim]:
    for at, token in enumerate(sentence):
        plain = token.plain
        if plain in ("you", "your"):
            who, name = reader or NOBODY, READER
        elif plain in known.names and token.text[0].isupper():
            who, name = known.names[plain], repr(token.text)
        else:
            continue
        if plain == "your" or token.text.endswith(("'s", "’s")):
            yield from _had(sentence, at, whole, who, name, plain != "your")
        else:
            yield from _did(sentence, at, whole, who, name, known)


def _did(
    sentence: Sequence[Token],
    at: int,
    whole: str,
    who: Who,
    name: str,
    known: Notes,
) -> Iterator[_Claim]:
    index = at + 1
    while index < len(sentence) and sentence[index].plain in _SKIP and index < at + 4:
        index += 1
    if at and sentence[at - 1].plain in _ASKING:
        return
    if index >= len(sentence) or BREAK.search(
        whole[sentence[at].end : sentence[index].start]
    ):
        return
    verb = sentence[index]
    if at and sentence[at - 1].plain == "from" and verb.plain in _ABOUT:
        yield _Claim(
            who,
            name,
            sentence[at].start,
            verb.end,
            _after(sentence, index, whole, known),
        )
        return
    if verb.plain in _IDLE or not (_deed(verb) or _way(sentence, at)):
        return
    about = [verb, *_after(sentence, index, whole, known)]
    if _relative(sentence, at, whole) or not any(map(_telling, about[1:])):
        about = [*_before(sentence, at, whole, known), *about]
    made = verb.stem in MADE and verb.stem not in _TOLD
    yield _Claim(who, name, sentence[at].start, verb.end, about, made)


def _deed(verb: Token) -> bool:
    return verb.stem in MADE or verb.stem in _TOLD or verbal(verb)


def _way(sentence: Sequence[Token], at: int) -> bool:
    """Tell whether "how" or "the way" stands before the doer."""
    return at > 0 and sentence[at - 1].plain in ("how", "way", "that", "hearing")


def _relative(sentence: Sequence[Token], at: int, whole: str) -> bool:
    """Tell whether a noun stands right before, as in "the counters you showed me"."""
    if not at or BREAK.search(whole[sentence[at - 1].end : sentence[at].start]):
        return False
    before = sentence[at - 1]
    return before.plain in ("which", "that", "what") or before.plain not in FUNCTION


def _had(
    sentence: Sequence[Token],
    at: int,
    whole: str,
    who: Who,
    name: str,
    token_is_name: bool,
) -> Iterator[_Claim]:
    for index in range(at + 1, min(at + 5, len(sentence))):
        noun = sentence[index]
        if BREAK.search(whole[sentence[index - 1].end : noun.start]):
            return
        gerund = index == at + 1 and noun.plain.endswith("ing") and len(noun.plain) > 4
        if noun.stem in ACTS or gerund:
            about = [
                *sentence[at + 1 : index],
                *([noun] if gerund else []),
                *_after(sentence, index, whole, None),
            ]
            yield _Claim(who, name, sentence[at].start, noun.end, about)
            return
        if noun.plain in FUNCTION:
            break
    about = list(sentence[at + 1 : at + 4])
    if token_is_name and sum(map(_telling, about)) > 1:
        yield _Claim(who, name, sentence[at].start, about[-1].end, about)


def _after(
    sentence: Sequence[Token], at: int, whole: str, known: Notes | None
) -> list[Token]:
    found: list[Token] = []
    for index in range(at + 1, min(at + REACH, len(sentence))):
        token = sentence[index]
        told = any(map(_telling, found))
        gap = whole[sentence[index - 1].end : token.start]
        if BREAK.search(gap) and (told or gap.strip() != ","):
            break
        if token.plain in ("but", "because", "which", "you"):
            break
        if (told and token.plain == "i") or (known and token.plain in known.names):
            break
        found.append(token)
    return found


def _before(
    sentence: Sequence[Token], at: int, whole: str, known: Notes
) -> list[Token]:
    found: list[Token] = []
    breaks = 0
    for index in range(at - 1, max(-1, at - REACH), -1):
        token = sentence[index]
        if BREAK.search(whole[token.end : sentence[index + 1].start]):
            breaks += 1
            if breaks > 1:
                break
        if token.plain in ("you", "i", "your") or token.plain in known.names:
            break
        found.append(token)
    return found[::-1]


def _telling(token: Token) -> bool:
    return (
        token.plain not in FUNCTION
        and (len(token.plain) > 2 or token.numeric)
        and token.stem not in ACTS
        and token.stem not in GENERIC
        and token.stem not in _TOLD
    )


def _matching(about: Sequence[Token], known: Notes) -> Clause | None:
    """Return the clause that holds most of *about*, if it stands out."""
    wanted = {number(t.plain) or t.stem for t in about if _telling(t)}
    if not wanted:
        return None
    scored = []
    for clause in known.clauses:
        hits = {w for w in wanted if _in(w, clause.stems)}
        if hits:
            scored.append((len(hits), clause, hits))
    if not scored:
        return None
    most = max(n for n, _, _ in scored)
    best = [(c, h) for n, c, h in scored if n == most]
    if len({c.owners for c, _ in best}) > 1:
        return None
    if most == 1:
        hits = {w for _, h in best for w in h}
        if len(scored) > len(best) or len(wanted) > 3:
            return None
        if any(courtesy(w) or len(w) < 4 for w in hits):
            return None
    return best[0][0]


def _in(word: str, stems: frozenset[str]) -> bool:
    if word in stems:
        return True
    group = ALIKE.get(word)
    return group is not None and not stems.isdisjoint(group)
