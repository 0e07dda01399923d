"""The words of a draft or of a brief, each looked up once for all rules."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from afternote.schema import Draft, DraftPart, PartKind
from afternote.text import fold, sentences, stem, unwrapped

_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*[^\W\d_]*|[^\W_]+(?:['’][^\W\d_]+)*")
_RESTART = re.compile(r"[^\w\s,;'’.&/()+@#-]")
_PLAIN = frozenset(("", " ", ", ", "-"))
_CLITIC = re.compile(r"(?:'(?:s|d|ll|ve|re|m)|s'|n't)$")


class Token(NamedTuple):
    """A word as written, without case and accents, and its stem.

    *first* tells that it opens a sentence, where a capital says nothing. *sentence*
    numbers the sentences of the draft.
    """

    text: str
    plain: str
    stem: str
    start: int
    end: int
    sentence: int
    first: bool
    part: PartKind

    @property
    def capital(self) -> bool:
        """Tell whether the word has a capital that its place does not explain."""
        return self.text[0].isupper() and not self.first

    @property
    def numeric(self) -> bool:
        """Tell whether the word begins with a digit."""
        return self.text[0].isdigit()


class Text(NamedTuple):
    """A draft's tokens, and where each of its sentences begins and ends."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[Token, ...], ...]


@lru_cache(maxsize=8192)
def keys(word: str) -> tuple[str, str]:
    """Return *word* folded and without its clitic ("Dana's" → "dana"), and its stem."""
    plain = fold(word)
    if "'" in plain:
        plain = _CLITIC.sub("", plain) or plain
    return plain, stem(plain)


def index_at(sentence: Sequence[Token], place: int) -> int:
    """Return the index of the first token that starts at *place* or later."""
    return bisect_left(sentence, place, key=_start)


def _start(token: Token) -> int:
    return token.start


def tokenise(
    text: str, offset: int = 0, part: PartKind = "body", sentence: int = 0
) -> list[Token]:
    """Return the tokens of *text*; a hyphen or a dot divides words."""
    found: list[Token] = []
    make = tuple.__new__
    for words, at, _ in sentences(text, offset):
        first, last = True, 0
        for match in _TOKEN.finditer(words):
            start, end = match.span()
            gap = words[last:start]
            if gap not in _PLAIN and (
                _RESTART.search(gap) or (gap == ". " and found[-1].plain == "no")
            ):
                first = True
            last = end
            word = words[start:end]
            plain, stemmed = keys(word)
            found.append(
                make(
                    Token,
                    (word, plain, stemmed, at + start, at + end, sentence, first, part),
                )
            )
            first = False
        sentence += 1
    return found


@lru_cache(maxsize=1024)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a short text, a name or a quote, remembered."""
    return tuple(tokenise(text))


@lru_cache(maxsize=16)
def _analysed(text: str, parts: tuple[DraftPart, ...]) -> Text:
    found: list[Token] = []
    for part in parts:
        number = found[-1].sentence + 1 if found else 0
        words = unwrapped(text[part.start : part.end])
        found += tokenise(words, part.start, part.kind, number)
    grouped: list[list[Token]] = []
    last = -1
    for token in found:
        if token.sentence != last:
            grouped.append([])
            last = token.sentence
        grouped[-1].append(token)
    return Text(text, tuple(found), tuple(tuple(group) for group in grouped))


def analysed(draft: Draft) -> Text:
    """Return the tokens of *draft*, remembered between rules."""
    return _analysed(draft.text, draft.parts)
