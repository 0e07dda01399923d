"""The words of some facts, and every form that a draft may give them."""

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from afternote.grounding.tokens import Token, tokens
from afternote.grounding.words import (
    COMPANY_FORMS,
    FUNCTION,
    NUMBERS,
    ORDINALS,
    SYNONYMS,
    TIMES,
)
from afternote.schema import Fact, Person, Topic
from afternote.text import fold, stem


def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in SYNONYMS:
        group = {stem(word) for word in line.split()} | set(line.split())
        for word in group:
            found.setdefault(word, set()).update(group)
    return {word: frozenset(group) for word, group in found.items()}


GENERIC = frozenset(stem(w) for line in SYNONYMS[:8] for w in line.split())
"""Words of any interview: they say nothing of what this one was about."""

ALIKE = _groups()
"""A stem or word, and those that may stand for it."""


_COUNTED = frozenset((*NUMBERS, *ORDINALS, *TIMES))


@lru_cache(maxsize=4096)
def number(word: str) -> str | None:
    """Return the value of a number word or numeral, as digits; None for no number."""
    plain = fold(word)
    for table in (NUMBERS, ORDINALS, TIMES):
        if plain in table:
            return str(table[plain])
    if not plain[:1].isdigit():
        return None
    digits = plain.rstrip("abcdefghijklmnopqrstuvwxyz").replace(",", "")
    if digits.isdigit():
        value = int(digits[:15])
        if plain.endswith("k"):
            value *= 1000
        return str(value)
    return digits.strip(".:/") or plain


def close(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter added, lost, changed or swapped."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1:
        return False
    if len(one) > len(other):
        one, other = other, one
    start = 0
    while start < len(one) and one[start] == other[start]:
        start += 1
    if len(one) < len(other):
        return one[start:] == other[start + 1 :]
    rest = start + 1
    if one[rest:] == other[rest:]:
        return True
    swapped = one[start : start + 2] == other[start : start + 2][::-1]
    return swapped and one[start + 2 :] == other[start + 2 :]


class Words:
    """The words of some facts, in all the forms a draft may give them."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self.facts = facts
        self._known: dict[tuple[str, bool], bool] = {}
        self.tokens = tuple(t for fact in facts for t in tokens_of(fact))
        self.stems = frozenset(t.stem for t in self.tokens)
        self.plains = frozenset(t.plain for t in self.tokens)
        self.numbers = frozenset(_numbers(self.tokens))
        self.short = frozenset(
            t.plain
            for t in self.tokens
            if t.text.isupper() and 2 <= len(t.text) <= 5 and t.text.isalpha()
        )

    @cached_property
    def joined(self) -> frozenset[str]:
        """Neighbours written as one word: "post mortem" supports "postmortem"."""
        return frozenset(
            one.plain + other.plain
            for one, other in pairwise(self.tokens)
            if other.start - one.end <= 1
        )

    @cached_property
    def initials(self) -> frozenset[str]:
        """Initialisms of two to five neighbouring words of one fact."""
        found = set()
        for fact in self.facts:
            for text in {fact.value, fact.quote}:
                letters = "".join(
                    t.plain[0]
                    for t in tokens(text)
                    if t.plain not in FUNCTION and t.plain not in COMPANY_FORMS
                )
                for length in range(2, 6):
                    for at in range(len(letters) - length + 1):
                        found.add(letters[at : at + length])
        return frozenset(found)

    @cached_property
    def others(self) -> frozenset[str]:
        """The synonyms and abbreviations of the words."""
        found: set[str] = set()
        for word in self.stems | self.plains:
            found |= ALIKE.get(word, frozenset())
        return frozenset(found)

    @cached_property
    def _clipped(self) -> frozenset[str]:
        return frozenset(
            p for p in self.plains if CLIP <= len(p) <= 6 and p not in FUNCTION
        )

    @cached_property
    def _alphabet(self) -> dict[str, list[str]]:
        """The words by their first letter, which a slip of the keys seldom spares."""
        found: dict[str, list[str]] = {}
        for plain in self.plains:
            if len(plain) > CLIP:
                found.setdefault(plain[0], []).append(plain)
        return found

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(
            t.plain
            for fact in self.facts
            if isinstance(fact, Person)
            for t in tokens(fact.value)
        )

    def hold(self, token: Token) -> bool:
        """Tell whether the word is held, exactly or in another form."""
        key = (token.text, token.first)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._hold(token)
        return found

    def _hold(self, token: Token) -> bool:
        plain = token.plain
        if token.stem in self.stems or plain in self.plains:
            return True
        value = number(plain)
        if value is not None:
            return value in self.numbers
        if plain in self.joined or plain.removesuffix("s") in self.joined:
            return True
        if token.stem in self.others:
            return True
        if plain in self.others:
            return True
        if token.text.isupper() and plain in self.initials:
            return True
        return not token.capital and self._resembled(plain)

    def _resembled(self, plain: str) -> bool:
        """Tell whether the word is a clipped, longer or mistyped form of one held."""
        length = len(plain)
        if length > CLIP and any(plain[:n] in self._clipped for n in range(CLIP, 7)):
            return True
        if length < CLIP:
            return False
        alphabet = self._alphabet.get(plain[0], ())
        if length < 12 and any(word.startswith(plain) for word in alphabet):
            return True
        if not TYPO <= length <= 20:
            return False
        return any(
            abs(len(word) - length) < 2
            and TYPO <= len(word) <= 20
            and word not in self._names
            and close(word, plain)
            for word in alphabet
        )


CLIP = 4
"""Letters that a clipped word keeps at least: "prod", "desig"; shorter ones are in the
table of abbreviations."""
TYPO = 7
"""Only longer words are taken for mistyped; short ones differ by a letter by right."""


def tokens_of(fact: Fact) -> list[Token]:
    """Return the words of a fact: of its quote, its value, a person's title."""
    found = list(tokens(fact.quote))
    if fact.value != fact.quote:
        found += tokens(fact.value)
    if isinstance(fact, Person):
        found += tokens(fact.title or "") + tokens(fact.honorific or "")
    if isinstance(fact, Topic) and fact.person:
        found += tokens(fact.person)
    return found


def _numbers(found: Sequence[Token]) -> Iterator[str]:
    for token in found:
        plain = token.plain
        if plain not in _COUNTED and plain.isalpha():
            continue
        value = number(plain)
        if value is not None:
            yield value
            for part in value.replace(":", ".").replace("/", ".").split("."):
                if part.isdigit():
                    yield str(int(part))
        elif token.plain[-1].isdigit():
            digits = token.plain.lstrip("abcdefghijklmnopqrstuvwxyz")
            if digits.isdigit():
                yield str(int(digits[:15]))
