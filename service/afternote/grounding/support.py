"""What a brief holds, as words a draft may use: stems, numbers, names, initialisms.

What is held back holds words too, for whoever says them leaks and invents nothing;
but it sets no word of `leaks` free.
"""

import re
from collections.abc import Iterator
from copy import copy
from functools import cached_property

from afternote.grounding.forms import ALIKE, GENERIC, Words, close, number, tokens_of
from afternote.grounding.kept import Kept
from afternote.grounding.tokens import Text, Token, tokens
from afternote.grounding.words import FUNCTION
from afternote.schema import Brief, Fact, Person
from afternote.text import fold

_LABELLED = re.compile(
    r"(?:^|[|;])\W{0,4}(?:role|job|post|position|vacancy)\s?(?:[:=]|[-–—] )\s?"
    r"(?P<role>[^\W\d_][^:|;,.()\n]{2,60})",
    re.I,
)
_SMALL = frozenset("of the and for in to a".split())


class Support:
    """The words of one brief, ready to be asked about.

    *granted* are the places of one draft's words that spell out an initialism of the
    brief ("Account Executive" for "AE").
    """

    granted: frozenset[int] = frozenset()

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.persons = _persons(brief)
        facts = (*facts_of(brief), *_silent(brief))
        self._all = Words(facts)
        self.plains = self._all.plains
        self.stems = self._all.stems
        self.numbers = self._all.numbers
        self.tokens = self._all.tokens
        self.name_words = frozenset(
            t.plain for person in self.persons for t in tokens(person.value)
        )
        self.company_words = frozenset(
            t.plain for t in (tokens(brief.company.value) if brief.company else ())
        )
        framing = [f.value for f in (brief.company, brief.role) if f is not None]
        self._frame = GENERIC | {t.stem for text in framing for t in tokens(text)}

    @cached_property
    def _free(self) -> Words:
        held_back = self.brief.held_back
        return Words(tuple(facts_of(self.brief))) if held_back else self._all

    @cached_property
    def role(self) -> Words:
        """The words of the role and the company alone."""
        return Words([f for f in (self.job, self.brief.company) if f is not None])

    @cached_property
    def job(self) -> Fact | None:
        """The role, or what the notes call so outright: "Job: bar supervisor"."""
        if self.brief.role is not None:
            return self.brief.role
        for fact in self.brief.rest:
            match = _LABELLED.search(fact.quote)
            if match is not None:
                start = fact.start + match.start("role")
                end = fact.start + match.end("role")
                words = match["role"]
                return Fact(value=words, quote=words, start=start, end=end, how="label")
        return None

    @cached_property
    def reader_words(self) -> tuple[str, ...]:
        """The words of the reader's name, folded."""
        reader = self.brief.reader
        return tuple(t.plain for t in tokens(reader.value)) if reader else ()

    @property
    def role_words(self) -> tuple[Token, ...]:
        """The words of the role as the brief has it."""
        return tokens(self.job.value) if self.job is not None else ()

    @cached_property
    def claims(self) -> tuple[tuple[Fact, frozenset[str]], ...]:
        """What can hold that something was said or done: the sentences of the notes.

        Each with its stems and the values of its numbers.
        """
        found: list[tuple[Fact, frozenset[str]]] = []
        silent = _silent(self.brief)
        for fact in (*self.brief.topics, *self.brief.rest, *silent):
            words = tokens_of(fact)
            stems = {t.stem for t in words}
            stems |= {v for t in words if (v := number(t.plain))}
            found.append((fact, frozenset(stems)))
        return tuple(found)

    @cached_property
    def spoken(self) -> str:
        """All values and quotes, a line each, without case and accents."""
        return "\n".join(f"{fold(f.value)}\n{fold(f.quote)}" for f in self._all.facts)

    def hold(self, token: Token) -> bool:
        """Tell whether a fact holds the word, whatever the draft spells out."""
        return self._all.hold(token)

    def holds(self, token: Token) -> bool:
        """Tell whether the brief holds the word, exactly or in another form."""
        return token.start in self.granted or self._all.hold(token)

    def frees(self, token: Token, *, exactly: bool) -> bool:
        """Tell whether a fact holds the word, what is held back aside."""
        free = self._free
        if exactly:
            return token.stem in free.stems or token.plain in free.plains
        return free.hold(token)

    def topical(self, token: Token) -> bool:
        """Tell whether a topic, a person or the decision holds the word.

        A word of the role or the company alone presents no topic.
        """
        return token.stem not in self._frame and self._all.hold(token)

    def other_form(self, word: str, stems: frozenset[str]) -> bool:
        """Tell whether *stems* holds a word that may stand for *word*."""
        group = ALIKE.get(word)
        return group is not None and not stems.isdisjoint(group)

    def spelling_out(self, text: Text) -> "Support":
        """Return the support for the words of one draft."""
        granted: set[int] = set()
        for sentence in text.sentences if self._all.short else ():
            words = [t for t in sentence if t.plain not in _SMALL]
            letters = "".join(t.plain[0] for t in words)
            for initials in self._all.short:
                at = letters.find(initials)
                while at >= 0:
                    granted |= {t.start for t in words[at : at + len(initials)]}
                    at = letters.find(initials, at + 1)
        if not granted:
            return self
        found = copy(self)
        found.granted = frozenset(granted)
        return found


def facts_of(brief: Brief) -> Iterator[Fact]:
    """Yield every fact of *brief*, its people and decision included."""
    decision = brief.decision
    for fact in (
        brief.reader,
        brief.company,
        brief.role,
        brief.writer,
        *brief.people,
        *brief.topics,
        *brief.rest,
        decision.channel,
        decision.date,
        decision.reason,
    ):
        if fact is not None:
            yield fact


def _silent(brief: Brief) -> Iterator[Fact]:
    """Yield what is held back: saying it is a leak, which P301 finds, no invention."""
    for held in brief.held_back:
        yield Fact(
            value=held.quote,
            quote=held.quote,
            start=held.start,
            end=held.end,
            how="stated",
        )


def _persons(brief: Brief) -> tuple[Person, ...]:
    found: dict[str, Person] = {}
    for person in (brief.reader, *brief.people):
        if person is not None:
            found.setdefault(fold(person.value), person)
    return tuple(found.values())


_kept: Kept[Brief, Support] = Kept()


def support(brief: Brief) -> Support:
    """Return the words of *brief*, remembered between rules."""
    return _kept.get(brief, Support)


def content(plain: str) -> bool:
    """Tell whether a folded word can carry a particular at all."""
    return len(plain) > 1 and plain not in FUNCTION


__all__ = ["GENERIC", "Support", "close", "content", "number", "support"]
