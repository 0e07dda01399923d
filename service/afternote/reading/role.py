"""Finds the role: a label, the mail's subject, "the X job", a line's opening."""

import re
from collections.abc import Iterator
from functools import partial

from afternote.reading.jobs import is_job
from afternote.reading.mails import Letter
from afternote.reading.page import Page, Seen
from afternote.reading.role_line import (
    IN,
    Candidate,
    opening,
    seen,
    spelled,
    subject,
)
from afternote.reading.whole_role import whole
from afternote.reading.words import DAYS, FUNCTION, JOBS
from afternote.schema import How
from afternote.text import fold

_ANCHOR = re.compile(
    r"\b(?:role|job|position|post|vacancy|gig|opening|opportunity|trainee(?:ship)? "
    r"place|seat|"
    r"one(?! more| of| day| year| hour)|thing|board|interview|search|post(?:ing)?|"
    r"competition|campaign)\b"
)
_SOFT = frozenset(
    {"one", "thing", "board", "interview", "search", "competition", "campaign"}
)
_IS = re.compile(
    r"\b(?:role|job|position|post|vacancy|title|gig|it)(?: title)?\s*(?:was|is|=|:|"
    r"being|as|of|for|"
    r"-|–|—)\s*(?:an? |the |for an? |for the )?(?=\w)"
)
_FOR = re.compile(
    r"\b(?:for|as|re|rejected|unsuccessful|interest in|lost out on|promotion to|"
    r"turned down for|"
    r"no for|no to|application for|seat on|this was|board,|internal move:?) (?:an? |"
    r"the |their |our |for )?(?=\w)"
)
_WORD = re.compile(r"[^\W\d_][\w'’&+/*#.-]*|&|\d+|-")


def find(
    page: Page,
    letters: list[Letter],
    titles: list[tuple[int, int]],
    persons: list[str],
) -> Seen | None:
    """Return the role, or None when not sure.

    *titles* are people's, no roles; a role names none of *persons*.
    """
    names = {fold(w.strip('."')) for p in persons for w in p.split() if len(w) > 2}
    found = _candidates(page, letters, titles)
    sure = [c for c in map(partial(whole, page, names), found) if c]
    return max(sure, key=lambda c: c.weight).seen if sure else None


def _candidates(
    page: Page, letters: list[Letter], titles: list[tuple[int, int]]
) -> list[Candidate]:
    found: list[Candidate] = []
    for line in page.own:
        if line.key == "role" and line.labelled and not line.heading:
            seen = _labelled(page, line.start, line.end)
            if seen:
                return [Candidate(9, seen)]
    found += _stated(page, titles)
    for letter in letters:
        if letter.subject:
            found += subject(page, letter)
    if not found:
        found += opening(page, titles)
    if not found:
        for letter in letters:
            found += list(_anchored(page, *letter.body, "mail"))
    return found


def _labelled(page: Page, start: int, end: int) -> Seen | None:
    raw = page.text[start:end]
    cut = re.search(
        r",|\s\(|\s[-–—|@]\s|\s/\s(?=[A-Z]{2,5}$)|\sat\s(?=[A-Z])|\?|;|\x00|\sw/|"
        r"\s/\s(?=[\"“])|\|",
        raw,
    )
    inner = (raw[: cut.start()] if cut else raw).rstrip(' \t.*_|"!')
    at = start + len(inner) - len(inner.lstrip(' \t*_|"“>#:-'))
    inner = inner.strip(' \t*_|"“>#:-')
    article = re.match(r"(?:the|an?)\s+", inner, re.I)
    if article:
        inner, at = inner[article.end() :], at + article.end()
    words = inner.split()
    if not 1 <= len(words) <= 8 or fold(words[0]) in {
        "none", "n/a", "na", "unknown", "tbc", "no", "not", "see", "same", "dont",
    }:  # fmt: skip
        return None
    return page.seen(at, at + len(inner), "label", spelled(inner))


def _stated(page: Page, titles: list[tuple[int, int]]) -> Iterator[Candidate]:
    for line in page.own:
        if line.key in (
            "topics",
            "impressed",
            "learnt",
            "kindness",
            "people",
            "manager",
        ):
            continue
        yield from _anchored(page, line.start, line.end, "stated")
        for match in _IS.finditer(page.low, line.start, line.end):
            seen = _rightward(page, match.end(), line.end, titles)
            if seen and not match[0].startswith("it"):
                yield Candidate(7, seen)
        for match in _FOR.finditer(page.low, line.start, line.end):
            seen = _rightward(page, match.end(), line.end, titles)
            if seen:
                yield Candidate(4, seen)


def _anchored(page: Page, start: int, end: int, how: How) -> Iterator[Candidate]:
    """Walk left from "role", "job", "post" over the words that name it."""
    for anchor in _ANCHOR.finditer(page.low, start, end):
        before = page.low[max(start, anchor.start() - 70) : anchor.start()]
        if not before.endswith(" ") or before.endswith("  "):
            continue
        if (
            page.text[anchor.start()].isupper()
            and not page.text[anchor.end() - 1].isupper()
        ):
            continue
        offset = anchor.start() - len(before)
        words = list(_WORD.finditer(before))
        first = len(words)
        stop = len(before)
        while first > 0 and len(words) - first < 6:
            word = words[first - 1]
            gap = before[word.end() : stop]
            plain = fold(word[0].strip(".*"))
            if gap not in (" ", " /", "/", "-", "", "* ", "** ", "_ "):
                break
            if (
                (plain in FUNCTION and plain not in {"of", "and", "me"})
                or plain in DAYS
                or plain in {"stop", "comma"}
            ):
                break
            if word[0].endswith(".") and plain not in {"sr", "jr", "asst", "snr"}:
                break
            if _numberish(plain):
                break
            first, stop = first - 1, word.start()
        while first < len(words) and fold(words[first][0]) in {
            "of",
            "and",
            "&",
            "-",
            "me",
            "whole",
            "actual",
            "internal",
            "right",
            "regarding",
            "old",
            "same",
            "new",
        }:
            first += 1
        if first >= len(words):
            continue
        begin = offset + words[first].start()
        raw = page.text[begin : anchor.start()].rstrip()
        raw = raw.removesuffix("'s").removesuffix("’s")
        soft = anchor[0] in _SOFT
        if is_job(raw, loose=not soft):
            yield Candidate(3 if soft else 6, seen(page, begin, begin + len(raw), how))


def _numberish(word: str) -> bool:
    return word.isdigit() and len(word) > 2


def _rightward(
    page: Page, start: int, end: int, titles: list[tuple[int, int]]
) -> Seen | None:
    """Walk right from "the job was" over the words that name it, to a job's noun."""
    last = None
    at = start
    words = _WORD.finditer(page.low, start, min(end, start + 70))
    for count, word in enumerate(words):
        plain = fold(word[0].strip(".*"))
        gap = page.low[at : word.start()]
        if (at != start and gap not in (" ", "/", "-", " & ", "* ")) or count >= 7:
            break
        if plain in FUNCTION and plain not in {"of", "and", "in", "on", "first", "for"}:
            break
        if plain in {"of", "and", "in", "on", "for"} and (
            last is None
            or (plain in {"in", "on", "for"} and _base(page, start, at) not in IN)
        ):
            break
        at = word.start() + len(word[0].rstrip("."))
        if (
            plain.rstrip("s") in JOBS
            or plain in JOBS
            or _is_grade(plain, last)
            or (
                last is not None
                and plain not in {"of", "in", "and", "for"}
                and _hangs(page, last, at)
            )
        ):
            last = at
        if word[0].endswith("."):
            break
    if last is None or any(s < last and start < e for s, e in titles):
        return None
    raw = page.text[start:last]
    if len(raw.split()) > 7:
        return None
    return seen(page, start, last, "stated")


def _base(page: Page, start: int, at: int) -> str:
    words = page.low[start:at].split()
    return fold(words[-1]) if words else ""


def _is_grade(word: str, last: int | None) -> bool:
    return last is not None and bool(
        re.fullmatch(r"i{1,3}|iv|[1-9]|l[1-9]|midwest|emea", word)
    )


def _hangs(page: Page, last: int, at: int) -> bool:
    """Return whether what follows the job noun belongs to it: "teacher of physics"."""
    between = page.low[last:at].split()
    return (
        len(between) in (2, 3)
        and between[0] in {"of", "in"}
        and not ({"the", "prof.", "prof", "dr", "dr."} & set(between))
    )
