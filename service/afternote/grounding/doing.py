"""Who did what: a topic may be credited only to whom the brief credits with it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from afternote.grounding.fault import Fault, Kind
from afternote.grounding.senders import doubtful
from afternote.grounding.sources import (
    ACTS,
    BREAK,
    MADE,
    Source,
    best_source,
    clause,
    name_words,
    sources_of,
)
from afternote.grounding.support import Support
from afternote.grounding.tokens import Text, Token
from afternote.grounding.tokens import tokens as words_of
from afternote.grounding.words import FUNCTION
from afternote.schema import Person
from afternote.text import stem

_TOLD = frozenset(
    stem(w)
    for w in """explain explained describe described mention mentioned tell told teach
    taught show showed shown demonstrate demonstrated advise advised point pointed talk
    talked speak spoke ask asked put introduce introduced recount recounted walk walked
    outline outlined sketch sketched""".split()
)
_SKIP = frozenset(
    """so very kindly also both all yourself had have have've 've 'd did do really once
    always just then clearly patiently first even never still each every own little
    lovely nightly daily weekly wonderful great good clever simple brilliant""".split()
)
_ASKING = frozenset("will would could can may might do if please should".split())


READER = "the reader"


class _Deed(NamedTuple):
    """Somebody, what they are said to have done, and the words of what it was."""

    who: frozenset[str]
    name: str
    start: int
    end: int
    about: list[Token]
    told: bool


def doing(text: Text, held: Support) -> Iterator[Fault]:
    """Yield deeds and explanations credited to somebody the brief does not credit."""
    sources: tuple[Source, ...] = ()
    names = {
        t.plain: p for p in held.persons for t in words_of(p.value) if len(t.plain) > 1
    }
    for sentence in text.sentences:
        if sentence[0].part in ("greeting", "sign_off"):
            continue
        for deed in _deeds(sentence, text.text, names, held):
            sources = sources or sources_of(held)
            source = best_source(deed.about, sources)
            if source is None:
                continue
            if not source.owners:
                if deed.told and deed.name != READER and not _told(deed, sources):
                    yield Fault(
                        "attribution-wrong",
                        f"the notes do not say that {deed.name} told of this",
                        deed.start,
                        deed.end,
                    )
                continue
            owned = {t for p in source.owners for t in name_words(p)}
            if deed.who & owned:
                continue
            kind: Kind = "attribution-wrong" if deed.told else "doing-unsupported"
            whose = " and ".join(p.value for p in source.owners)
            yield Fault(
                kind,
                f"credits {deed.name} with what the notes say of {whose!r}",
                deed.start,
                deed.end,
            )


def _told(deed: _Deed, sources: Sequence[Source]) -> bool:
    """Tell whether some topic that names the doer shares a word with the deed."""
    about = {t.stem for t in deed.about if t.plain not in FUNCTION}
    return any(
        about & source.stems
        for source in sources
        if any(deed.who & name_words(p) for p in source.owners)
    )


def _deeds(
    sentence: Sequence[Token],
    whole: str,
    names: dict[str, Person],
    held: Support,
) -> Iterator[_Deed]:
    reader = held.brief.reader
    known = reader is not None and not doubtful(held)
    mine = frozenset(name_words(reader)) if reader and known else frozenset()
    for at, token in enumerate(sentence):
        plain = token.plain
        if plain == "you" and mine:
            yield from _did(sentence, at, whole, mine, READER)
        elif plain == "your" and mine:
            yield from _owned(sentence, at, whole, mine, READER)
        elif plain in names and token.text[0].isupper():
            person = names[plain]
            who = frozenset(name_words(person))
            if token.text.endswith(("'s", "’s")):
                yield from _owned(sentence, at, whole, who, repr(person.value))
            else:
                yield from _did(sentence, at, whole, who, repr(person.value))


def _did(
    sentence: Sequence[Token], at: int, whole: str, who: frozenset[str], name: str
) -> Iterator[_Deed]:
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
    told = verb.stem in _TOLD
    relative = _relative(sentence, at, whole) and verb.plain.endswith("ed")
    if not told and not relative and verb.stem not in MADE:
        return
    about = clause(sentence, index + 1, whole)
    if relative:
        about = [*_before(sentence, at, whole), *about]
    elif not _content(about):
        rest = list(sentence[index + 1 : index + 14])
        about = [*_before(sentence, at, whole), *rest]
    yield _Deed(who, name, sentence[at].start, verb.end, about, told)


def _relative(sentence: Sequence[Token], at: int, whole: str) -> bool:
    """Tell whether a noun stands right before, as in "the question you asked"."""
    if not at:
        return False
    before = sentence[at - 1]
    gap = whole[before.end : sentence[at].start]
    return before.plain not in FUNCTION and not BREAK.search(gap)


def _owned(
    sentence: Sequence[Token], at: int, whole: str, who: frozenset[str], name: str
) -> Iterator[_Deed]:
    for index in range(at + 1, min(at + 5, len(sentence))):
        noun = sentence[index]
        if BREAK.search(whole[sentence[index - 1].end : noun.start]):
            return
        if noun.stem in ACTS or (index == at + 1 and _gerund(sentence, index)):
            about = [
                *sentence[at + 1 : index + 1],
                *clause(sentence, index + 1, whole),
            ]
            told = noun.stem in ACTS
            yield _Deed(who, name, sentence[at].start, noun.end, about, told)
            return
        if noun.plain in FUNCTION and noun.plain not in _SKIP:
            break
    if name != READER:
        about = list(sentence[at + 1 : at + 4])
        if len([t for t in about if _content([t])]) > 1:
            yield _Deed(who, name, sentence[at].start, about[-1].end, about, told=True)


_OBJECTS = frozenset("me us the a an of every each them it that those".split())


def _gerund(sentence: Sequence[Token], index: int) -> bool:
    following = sentence[index + 1].plain if index + 1 < len(sentence) else ""
    return sentence[index].plain.endswith("ing") and following in _OBJECTS


def _before(sentence: Sequence[Token], at: int, whole: str) -> list[Token]:
    """Return the words that "which you explained" speaks of."""
    found: list[Token] = []
    breaks = 0
    for index in range(at - 1, max(-1, at - 10), -1):
        if BREAK.search(whole[sentence[index].end : sentence[index + 1].start]):
            breaks += 1
            if breaks > 1:
                break
        found.append(sentence[index])
    return found[::-1]


def _content(tokens: Sequence[Token]) -> bool:
    return any(t.plain not in FUNCTION and len(t.plain) > 2 for t in tokens)
