"""Finds the letter's frame in a text: subject line, greeting, sign-off, postscript.

Works on the text a person pasted, whoever wrote it; nothing is rewritten and every
offset counts code points of the text given. Judged by shape (a short line of its own
that ends in a comma, a name alone on the last line) rather than by lists of words, so
that "Annwyl Huw," and "Cofion cynnes," are known for what they are. Linear.
"""

import re
from typing import NamedTuple

from afternote.schema import Draft, DraftPart, Options, PartKind
from afternote.text import Piece


class Frame(NamedTuple):
    """Where the parts of a letter stand; None where it has none.

    *before* is what stands above the greeting, *after* what follows the sign-off (a
    postscript). *body* may be empty, never absent.
    """

    subject: str | None
    before: Piece | None
    greeting: Piece | None
    body: Piece
    sign_off: Piece | None
    after: Piece | None


_SALUTE = (
    r"(?:dear|hi|hiya|hello|hey|heya|howdy|hallo|g['’]?day|greetings|good day|"
    r"good (?:morning|afternoon|evening)|morning|afternoon|evening|respected|ciao|hola|"
    r"bonjour|salut|namaste|namaskar|kia ora|salaam|shalom|annwyl|to whom)"
)
_SALUTED = re.compile(_SALUTE + r"(?![\w'’-])", re.I)
# "Hi Dana, thank you": the greeting ends at the first mark after at most six words.
_SALUTED_INLINE = re.compile(
    _SALUTE + r"(?:[ \t]+(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Fr|Sr)\.|[^\s,.!:;–—]{1,30})){0,6}"
    r"[ \t]?(?:[,.!:;–—]|-(?=\s))",
    re.I,
)
_NAMED_INLINE = re.compile(
    r"([A-ZÀ-ÞĀ-Ž][\w'’-]{1,24}(?:[ \t][A-ZÀ-ÞĀ-Ž][\w'’-]{1,24})?)[,!–—]"
    r"(?=[ \t]+(?:many thanks|thanks?|cheers|just|i|i['’](?:m|d|ve|ll)|it|your?|we|"
    r"got|what|this|that|appreciate|grateful)\b)",
    re.I,
)
_NO_NAME = frozenset(
    "sadly honestly thanks cheers well yes no first firstly today yesterday however "
    "monday tuesday wednesday thursday friday saturday sunday anyway also again still "
    "though indeed naturally sorry truly sincerely finally lastly overall now so and "
    "but obviously clearly actually frankly understood noted please".split()
)
_CLOSE = (
    r"(?:(?:with |my |very |all |many |much |kind(?:est)? |warm(?:est)? |best |good |"
    r"every |the ){0,4}(?:best|regards|wishes|wish|thanks|gratitude|appreciation|"
    r"respect|respects|love|blessings|cheer)|"
    r"(?:i remain,? )?(?:yours|sincerely|respectfully|faithfully|cordially|gratefully|"
    r"warmly|fondly|truly|thankfully|appreciatively|cheers|ta|slán|ciao|xx?x?)|"
    r"thank you|thanks|take care|mind yourself|best|bye|go well|so long|rgds|br|kr)"
)
_CLOSING = re.compile(
    _CLOSE + r"(?:[ \t](?:yours?|and|regards|wishes|wish|sincerely|faithfully|truly|"
    r"respectfully|ever|again|once|more|very|much|so|to|you|all|both|from|for|now|"
    r"then|a|million|indeed|in|advance|the|team)){0,6}[ \t]?[,.!–—-]{0,2}",
    re.I,
)
_CLOSED_NAME = re.compile(
    _CLOSE + r"(?:[ \t](?:yours?|sincerely|faithfully|truly|ever|again|all|now|for))"
    r"{0,3}[ \t]?[,–—-][ \t]*(?P<name>\S.{0,50})",
    re.I,
)
_NAME_WORD = re.compile(
    r"[A-ZÀ-ÞĀ-Ž(][\w'’.()/-]*|[a-zà-ÿ]['’][A-Z][\w-]+|"
    r"(?:de|der|den|di|da|del|della|van|von|bin|ibn|binti|al|el|la|le|ten|ter|y|e|"
    r"mac|nic|ní|ó|and)|\(?(?:she|he|they)/(?:her|him|them)\)?|[^\W\d_a-zA-Z][\w-]*"
)
_LOWER_NAME = re.compile(r"[a-zà-ÿ][a-zà-ÿ'’-]{1,14}")
_LAST_MARK = re.compile(r"[.!?…][\"'”’)]{0,2}[ \t]+(?:[–—-][ \t]*)?(?=[^.!?…]{1,60}$)")
_SUBJECT = re.compile(r"\s*(?:(subject[ \t]*:[ \t]*)|re[ \t]*:)([^\n]*)(?:\n|$)", re.I)
_POSTSCRIPT = re.compile(r"p\.?[ \t]?p?\.?s\b\.?[ \t]*[:,.–—-]?[ \t]", re.I)
_TRAILER = re.compile(r"(?:sent from my|get outlook for) ", re.I)
_BLANKS = re.compile(r"\s+")
SIGNED = 6
"""Lines a signature may have: closing, name, title, firm, telephone, a blank wish."""


def lines(text: str, start: int, end: int) -> list[Piece]:
    """Return the lines of *text* between *start* and *end* that hold something."""
    found: list[Piece] = []
    at = start
    for raw in text[start:end].split("\n"):
        inner = raw.strip()
        if inner:
            begin = at + len(raw) - len(raw.lstrip())
            found.append(Piece(inner, begin, begin + len(inner)))
        at += len(raw) + 1
    return found


def is_greeting(line: str) -> bool:
    """Tell whether *line*, standing alone, greets somebody."""
    parts = line.split(maxsplit=9)
    if not 0 < len(parts) <= 8 or len(line) > 80:
        return False
    mark = line[-1]
    if _SALUTED.match(line) and (mark in ",:;!–—-." or mark.isalpha()):
        return len(parts) <= 6 or mark in ",:;!–—"
    if mark not in ",:–—" or is_closing(line):
        return False
    capitals = sum(part[0].isupper() for part in parts)
    allowed = 2 if mark == "," else 1
    return parts[0][0].isupper() and capitals * allowed >= len(parts) <= 5


def named_greeting(line: str) -> str | None:
    """Return the greeting by name that opens *line* ("Hello Iain,"), if one does.

    A wish alone ("Good day,") greets nobody by name.
    """
    match = _SALUTED_INLINE.match(line[:240])
    salute = _SALUTED.match(line)
    if match is None or salute is None:
        return None
    rest = match[0][salute.end() :].strip(" ,.!:;–—-").split()
    if salute[0].casefold() == "good" or not rest:
        return None
    named = rest[-1][0].isupper() or rest[0].casefold() in ("all", "team", "both")
    return match[0] if named else None


def is_closing(line: str) -> bool:
    """Tell whether *line*, standing alone, closes a letter in a known way."""
    if len(line) > 60:
        return False
    if _CLOSING.fullmatch(line):
        return True
    with_name = _CLOSED_NAME.fullmatch(line)
    return bool(with_name and is_name(with_name["name"].rstrip(".")))


def is_name(line: str) -> bool:
    """Tell whether *line*, standing alone, may be a name or names."""
    parts = line.split(maxsplit=7)
    if not 0 < len(parts) <= 6 or len(line) > 60 or line[-1] in "?!…:;,":
        return False
    if line[-1] == "." and len(parts[-1]) > 4:
        return False
    if len(parts) == 1 and _LOWER_NAME.fullmatch(line):
        return True
    return all(_NAME_WORD.fullmatch(part.strip(",&")) for part in parts if part != "&")


def inline_greeting(text: str, start: int, end: int) -> int | None:
    """Return where a greeting that opens a line ("Hi Dana, thank …") ends."""
    stop = min(end, start + 240)
    if match := _SALUTED_INLINE.match(text, start, stop):
        return match.end()
    match = _NAMED_INLINE.match(text, start, stop)
    if match and text[start].isupper():
        first = match[1].split()[0].casefold()
        if first not in _NO_NAME:
            return match.end()
    return None


def frame(text: str) -> Frame:
    """Return the frame of *text*: see `Frame`."""
    start, subject = 0, None
    if match := _SUBJECT.match(text):
        subject = (match[0] if not match[1] else match[2]).strip()
        start = match.end()
    rows = lines(text, start, len(text))
    if not rows:
        return Frame(subject, None, None, Piece("", start, start), None, None)
    start, end = rows[0].start, rows[-1].end
    opened = _greeting(text, rows)
    inner = opened.end if opened else start
    rows = lines(text, inner, end)
    after: Piece | None = None
    for k in range(len(rows) - 1, max(len(rows) - 4, 0), -1):
        if _POSTSCRIPT.match(rows[k].text):
            after = Piece(text[rows[k].start : end], rows[k].start, end)
            rows = rows[:k]
            break
    signed = _sign_off(text, rows)
    if signed is None and after is not None:
        rows, after = lines(text, inner, end), None
    stop = signed.start if signed else (rows[-1].end if rows else inner)
    before = None
    if opened and opened.start > start:
        before = _stripped(text, start, opened.start)
    body = _stripped(text, inner, stop)
    return Frame(subject, before, opened, body, signed, after)


def drafted(text: str, options: Options | None = None) -> Draft:
    """Return *text* as a draft: greeting, body and sign-off where they stand."""
    found = frame(text)
    kinds: tuple[tuple[PartKind, Piece | None], ...] = (
        ("body", found.before),
        ("greeting", found.greeting),
        ("body", found.body),
        ("sign_off", found.sign_off),
        ("body", found.after),
    )
    parts = tuple(DraftPart(kind, p.start, p.end) for kind, p in kinds if p)
    return Draft(text, parts, found.subject, options or Options())


def _stripped(text: str, start: int, end: int) -> Piece:
    raw = text[start:end]
    inner = raw.strip()
    begin = start + len(raw) - len(raw.lstrip()) if inner else start
    return Piece(inner, begin, begin + len(inner))


def _greeting(text: str, rows: list[Piece]) -> Piece | None:
    """Return the greeting: the first line, or one under a line of preamble."""
    for position, row in enumerate(rows[:3]):
        if is_greeting(row.text) and len(rows) > position + 1:
            return row
        stop = inline_greeting(text, row.start, row.end)
        if stop is not None and stop < row.end:
            return Piece(text[row.start : stop], row.start, stop)
        if position == 0 and len(row.text.split()) > 30:
            break
    return None


def _short(line: str) -> bool:
    """A line that can stand in a signature: no sentence of its own."""
    count = len(line.split(maxsplit=10))
    return count <= 8 and len(line) <= 90 and not (line[-1] in ".!?…" and count > 4)


def _sign_off(text: str, rows: list[Piece]) -> Piece | None:
    """Return closing words and names at the end, from the first closing on."""
    if not rows:
        return None
    end = rows[-1].end
    first: int | None = None
    for k in range(len(rows) - 1, max(len(rows) - 1 - SIGNED, -1), -1):
        line = rows[k].text
        unknown = (
            line.endswith(",")
            and 1 <= len(line.split()) <= 9
            and k + 1 < len(rows)
            and is_name(rows[k + 1].text)
            and k > 0
        )
        if is_closing(line) or unknown:
            first = k
        elif _TRAILER.match(line) and k == len(rows) - 1:
            continue
        elif not _short(line):
            break
    if first is None:
        return _bare_name(text, rows)
    if first and is_name(rows[first - 1].text) and _is_apart(text, rows, first - 1):
        second = first - 1
        first = second if len(rows[second].text.split()) <= 4 else first
    return Piece(text[rows[first].start : end], rows[first].start, end)


def _is_apart(text: str, rows: list[Piece], k: int) -> bool:
    """Tell whether the line *k* ends a paragraph and follows another line."""
    return k > 0 and text[rows[k - 1].end : rows[k].start].count("\n") > 0


def _bare_name(text: str, rows: list[Piece]) -> Piece | None:
    last = rows[-1]
    if _TRAILER.match(last.text) and len(rows) > 1:
        found = _bare_name(text, rows[:-1])
        start = found.start if found else last.start
        return Piece(text[start : last.end], start, last.end)
    plain = last.text.lstrip("–—- ")
    if len(rows) > 1 and plain and is_name(plain.rstrip(",")):
        return last
    return _inline_name(last)


def _inline_name(last: Piece) -> Piece | None:
    """Return "Niamh" of "… the next one. Niamh", "Best, Sam" likewise."""
    tail = last.text[-80:]
    for match in _LAST_MARK.finditer(tail):
        words = _BLANKS.sub(" ", tail[match.end() :])
        name = is_name(words) and len(words.split()) <= 4 and words[0].isupper()
        if name or is_closing(words):
            start = last.end - len(tail) + match.end()
            return Piece(last.text[start - last.start :], start, last.end)
    return None
