"""Splits text into sentences and words, with offsets, and finds word stems.

Offsets count code points of the text given. Everything here is linear in the
length of the text.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple


class Piece(NamedTuple):
    """A stretch of text with its offsets in the whole."""

    text: str
    start: int
    end: int


# Full stops after these do not end a sentence.
_NO_END = frozenset(
    "mr mrs ms mx dr prof st sr jr inc ltd co corp llc plc no vs etc e.g i.e approx "
    "dept est fr rev hon sgt lt capt cpl col gen insp supt dep asst messrs a.m p.m "
    "u.s u.k ph.d".split()
)
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|\n\s*\n|\n")
_WORD = re.compile(
    r"[^\W\d_]+(?:[’'\-.&][^\W\d_]+)*(?:['’](?=\s|$))?|\d+(?:[.,:/]\d+)*[^\W\d_]*"
)
_LAST = re.compile(r"([\w.&'’-]+)$")


def sentences(text: str, offset: int = 0) -> list[Piece]:
    """Split *text* into sentences; a line break ends one too.

    *offset* is added to every start and end.
    """
    found: list[Piece] = []
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        if match[0].strip() == "." and end < len(text):
            last = _LAST.search(text, max(start, match.start() - 40), match.start())
            word = last[1].casefold() if last else ""
            after = text[end : end + 40].lstrip(" ")[:1]
            initial = (
                len(word) == 1
                and word.isalpha()
                and word != "i"
                and text[end : end + 1] == " "
            )
            if (word in _NO_END and after not in ("", "\n")) or initial:
                continue
        _add(found, text, start, end, offset)
        start = end
    _add(found, text, start, len(text), offset)
    return found


def _add(found: list[Piece], text: str, start: int, end: int, offset: int) -> None:
    raw = text[start:end]
    inner = raw.strip()
    if not inner:
        return
    begin = start + len(raw) - len(raw.lstrip())
    found.append(Piece(inner, begin + offset, begin + len(inner) + offset))


_WRAP = re.compile(r"(?<=[^\n]{40})\n(?=[^\s\-*•–—>#\d])")


def unwrapped(text: str) -> str:
    """Return *text* with the line breaks of hard-wrapped mail as spaces.

    A break after a line of at least 40 characters is taken for a mail program's, not
    the writer's. The length and so every offset stay.
    """
    return _WRAP.sub(" ", text)


def words(text: str, offset: int = 0) -> list[Piece]:
    """Return the words and numbers of *text*, as written."""
    return [
        Piece(m[0], m.start() + offset, m.end() + offset) for m in _WORD.finditer(text)
    ]


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """Return *word* without case, accents and curly quotes, for comparison."""
    plain = word.replace("’", "'").replace("‘", "'").casefold()
    if plain.isascii():
        return plain
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


_SUFFIXES = (
    ("ational", "ate"), ("ization", "ize"), ("isation", "ize"), ("fulness", "ful"),
    ("ations", "ate"),
    ("ousness", "ous"), ("iveness", "ive"), ("ingly", ""), ("edly", ""),
    ("ation", "ate"), ("ising", "ize"), ("izing", "ize"), ("ement", ""),
    ("ments", ""), ("ment", ""), ("ness", ""), ("ings", ""), ("ies", "y"),
    ("ied", "y"), ("ing", ""), ("ers", ""), ("ors", ""), ("ions", ""), ("ion", ""),
    ("ed", ""), ("er", ""), ("or", ""), ("es", ""), ("ly", ""), ("s", ""), ("e", ""),
)  # fmt: skip


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return a rough English stem: enough for "planning", "plans", "planned".

    Deliberately cruder than Porter's: two forms of one word must meet; that
    unlike words rarely meet too is enough for comparing a note with its notes.
    """
    plain = fold(word)
    if plain.endswith(("'s", "s'")):
        plain = plain[:-2]
    if len(plain) <= 3 or not plain.isalpha():
        return plain
    for suffix, instead in _SUFFIXES:
        if plain.endswith(suffix) and len(plain) - len(suffix) >= 3:
            plain = plain[: len(plain) - len(suffix)] + instead
            break
    if len(plain) > 3 and plain[-1] == plain[-2] and plain[-1] not in "ls":
        plain = plain[:-1]
    if plain.endswith("e") and len(plain) > 3:
        plain = plain[:-1]
    return plain[:-2] + "iz" if plain.endswith("is") and len(plain) > 4 else plain


def echo(*texts: str) -> bool:
    """Tell whether *texts*, read one after the other, repeat themselves.

    They do when sentences of two texts open alike, or when a word whose stem has six
    letters ("appreciate") or three words in a row come back.
    """
    seen: set[tuple[str, ...]] = set()
    for text in texts:
        mine: set[tuple[str, ...]] = set()
        for sentence in sentences(text):
            stems = [stem(word.text) for word in words(sentence.text)]
            mine.add(("", *stems[:2]))
            mine.update((s,) for s in stems if len(s) >= 6)
            mine.update(zip(stems, stems[1:], stems[2:], strict=False))
        if mine & seen:
            return True
        seen |= mine
    return False
