"""Says of each word of the notes what tells a name, a firm, a post from the rest.

Clues are strings; evals/reading/train_tags.py learns what each is worth, `tagging`
adds them up. They speak of place, shape, neighbours and closed lists of words: the
words themselves count only where several authors use them alike.
"""

import re
from typing import NamedTuple

from afternote.reading.layout import Line
from afternote.reading.span import flat
from afternote.reading.words import (
    DAYS,
    FUNCTION,
    GIVEN,
    HONORIFICS,
    HR,
    JOBS,
    LEADING,
    ORGS,
    PARTICLES,
    TITLES,
    enterprises,
    families,
    firsts,
    ordinary,
    trades,
)
from afternote.text import fold

_TOKEN = re.compile(
    r"\b[wW]/(?!\w)|['’]s\b|[^\W\d_]+(?:['’.\-](?!s\b)[^\W\d_]+)*|\d+|\n|[^\w\s]|_"
)
_ADDRESS = re.compile(r"[\w.+-]{1,64}@(?P<site>[\w-]{1,63})(?:\.[\w-]{1,63}){1,4}")
_HEAD = re.compile(r"[\s>*]*([a-z-]{2,12})\W{0,3}:")
_CLOSED: tuple[tuple[str, frozenset[str]], ...] = (
    ("day", DAYS),
    ("hon", frozenset(HONORIFICS)),
    ("org", ORGS),
    ("lead", LEADING),
    ("job", JOBS),
    ("title", TITLES),
    ("hr", HR),
    ("given", GIVEN),
    ("part", PARTICLES),
    ("firm", enterprises()),
    ("trade", trades()),
)


class Token(NamedTuple):
    """A word or mark of the notes: *low* folded, *kind* its shape and lists."""

    start: int
    end: int
    low: str
    kind: str
    lists: tuple[str, ...]


def tokens(notes: str) -> list[Token]:
    """Return the words, numbers, marks and line breaks of *notes*."""
    found = []
    for match in _TOKEN.finditer(notes):
        low = fold(match[0])
        found.append(Token(match.start(), match.end(), low, *_kind(match[0], low)))
    return found


def _kind(raw: str, low: str) -> tuple[str, tuple[str, ...]]:
    """Return a word's shape and which closed lists hold it."""
    first = raw[0]
    if first == "\n":
        return "nl", ()
    if not first.isalpha():
        return ("0" if first.isdigit() else raw[:2]), ()
    lists = tuple(name for name, words in _CLOSED if low in words)
    if low in firsts():
        lists = (*lists, "first")
    if low in families():
        lists = (*lists, "family")
    if low in FUNCTION:
        lists = (*lists, "fn")
    elif low in ordinary() or low.removesuffix("s") in ordinary():
        lists = (*lists, "ord")
    if first.islower() or not first.isupper():
        shape = "x"
    elif len(raw) == 1:
        shape = "X"
    elif raw.isupper():
        shape = "XX"
    else:
        shape = "Xx" if raw[1:].islower() else "XxX"
    return shape, lists


def _strange(token: Token) -> bool:
    """Return whether a word is none of English's, or has a capital."""
    if token.kind in ("Xx", "XxX", "X", "XX"):
        return "fn" not in token.lists or "given" in token.lists
    return token.kind == "x" and not (
        {"ord", "fn", "job", "title", "org", "day", "trade"} & set(token.lists)
    )


def clues(
    notes: str, lines: list[Line], found: list[Token], *, uncased: bool
) -> list[list[str]]:
    """Return the clues of each of the tokens *found* in *notes*.

    *lines* are those of the page; *uncased*: the notes have no capitals.
    """
    low = flat(notes)
    sites = "".join(m["site"] for m in _ADDRESS.finditer(low)).replace("-", "")
    count: dict[str, int] = {}
    for token in found:
        count[token.low] = count.get(token.low, 0) + 1
    shown = [_summary(token) for token in found]
    runs = _runs(found)
    places = _places(low, lines, found)
    case = "u" if uncased else "c"
    rows: list[list[str]] = []
    last = len(found) - 1
    for i, token in enumerate(found):
        word = token.low
        before = found[i - 1].low if i else "^"
        after = found[i + 1].low if i < last else "$"
        before2 = found[i - 2].low if i > 1 else "^"
        after2 = found[i + 2].low if i + 1 < last else "$"
        sb = shown[i - 1] if i else "^"
        sa = shown[i + 1] if i < last else "$"
        me = shown[i]
        line, head, nth, opens = places[i]
        row = [
            "b",
            f"w={word}",
            f"k={me}",
            f"k={me}{case}",
            f"-w={before}",
            f"+w={after}",
            f"-2w={before2}",
            f"+2w={after2}",
            f"-k={sb}|{me}",
            f"+k={me}|{sa}",
            f"-+k={sb}|{me}|{sa}",
            f"-ww={before2} {before}",
            f"+ww={after} {after2}",
            f"l={line}",
            f"l={line}|{me}",
            f"l={line}|{nth}|{token.kind}",
            f"o={opens}|{token.kind}",
            f"h={head}|{me}" if head else "h",
        ]
        row += [f"={name}" for name in token.lists]
        if token.kind[0] in "Xx":
            times = min(count[word], 3)
            row.append(f"n={times}|{me}")
            if not ("ord" in token.lists or "fn" in token.lists):
                row += [f"s3={word[-3:]}", f"s2={word[-2:]}", f"p3={word[:3]}"]
            if len(word) > 3 and word.replace("'", "") in sites:
                row.append("site")
        run = runs[i]
        if run:
            begin, end = run
            rb = found[begin - 1].low if begin else "^"
            ra = found[end].low if end <= last else "$"
            rb2 = found[begin - 2].low if begin > 1 else "^"
            ra2 = found[end + 1].low if end < last else "$"
            size = min(end - begin, 4)
            ends = shown[end - 1]
            row += [
                f"r={size}",
                f"r={size}|{i - begin}{case}",
                f"rb={rb}",
                f"ra={ra}",
                f"rbb={rb2} {rb}",
                f"raa={ra} {ra2}",
                f"ra2={ra2}",
                f"rb2={rb2}",
                f"re={ends}",
                f"re={ends}|{size}",
                f"rk={shown[begin - 1] if begin else '^'}",
                f"rka={shown[end] if end <= last else '$'}",
                f"rba={rb}|{ra}",
                f"rl={line}|{rb}",
                f"rl={line}|{size}",
            ]
            row += [f"r={name}" for t in found[begin:end] for name in t.lists]
        rows.append(row)
    return rows


def _summary(token: Token) -> str:
    return token.kind + "".join("," + name for name in token.lists[:2])


_JOINS = frozenset("& of the and for de la van der den del da di du von al el".split())
_RUN_MOST = 7


def _runs(found: list[Token]) -> list[tuple[int, int] | None]:
    """Return for each token the stretch of strange words it stands in, if any."""
    runs: list[tuple[int, int] | None] = [None] * len(found)
    i = 0
    while i < len(found):
        if not _strange(found[i]):
            i += 1
            continue
        end = i + 1
        while end < len(found) and end - i < _RUN_MOST:
            step = found[end]
            if _strange(step) or (step.low in ("'", "-", "&") and _next(found, end)):
                end += 1
            elif step.low == "." and found[end - 1].kind in ("X", "Xx"):
                short = found[end - 1].kind == "X" or "hon" in found[end - 1].lists
                if not (short and _next(found, end)):
                    break
                end += 1
            elif step.low in PARTICLES and _next(found, end):
                end += 1
            else:
                break
        for j in range(i, end):
            runs[j] = (i, end)
        i = end
    return runs


def _next(found: list[Token], at: int) -> bool:
    return at + 1 < len(found) and _strange(found[at + 1])


def _places(
    low: str, lines: list[Line], found: list[Token]
) -> list[tuple[str, str, int, str]]:
    """Return for each token its line's key, header, the place in it, what opens it."""
    rows: list[tuple[str, str, int, str]] = []
    at, begin, own = 0, 0, 0
    key, head = "own", ""
    entered = -1
    for i, token in enumerate(found):
        while at < len(lines) and lines[at].end <= token.start:
            at += 1
        if at < len(lines) and at != entered and token.end > lines[at].start:
            entered, begin = at, i
            line = lines[at]
            own += line.source == "own"
            key = line.source if line.source != "own" else ""
            key += f"{line.key or ''}{'!' if line.labelled else ''}"
            key += "#" if line.heading else ""
            if not key:
                key = "first" if own == 1 else ("early" if own < 4 else "own")
                key += "*" if line.bullet else ""
            match = _HEAD.match(low, line.start, line.end) if key == "head" else None
            head = match[1] if match else ""
        outside = at >= len(lines) or token.end <= lines[at].start
        before = found[i - 1].kind if i else "nl"
        rows.append(
            (
                "label" if outside else key,
                "" if outside else head,
                min(i - begin, 3),
                before if before in ("nl", ".", "?", "!", ":", "-", "(") else "",
            )
        )
    return rows
