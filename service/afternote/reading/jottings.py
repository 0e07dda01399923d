"""Finds topics in bare jottings: "- dementia-ward handovers, falls chart"."""

import re
from collections.abc import Iterator

from afternote.reading import grammar
from afternote.reading.layout import Line
from afternote.reading.lists import Found, items
from afternote.reading.page import Page
from afternote.reading.words import DAYS, FUNCTION, JOBS, ORGS
from afternote.text import sentences

_BORING = re.compile(
    r"\b(?:phone|email|emailed|mail|rang|called|letter|portal|rejected|reject|role|"
    r"job|position|post|interview\w*|"
    r"panel|recruiter|hr|told|no reply|sorry|unsuccessful|decision|candidate|nope|"
    r"outcome|surname|"
    r"lovely|nice|kind|calm|fair|funny|warm|patient|decent|friendly|gentle|sweet|"
    r"quiet|name|names|"
    r"yes|lol|haha|monday|tuesday|wednesday|thursday|friday|minutes|mins|hour|hours|"
    r"round|"
    r"day|today|week|years?|yrs|cameras?|feedback|second|first|final|trial|met|spoke|"
    r"saw|thank|thanks|"
    r"bloke|lady|man|woman|guy|girl|mister|dunno|nothing|something|not|never|very|v|"
    r"bit|boss|manager|"
    r"budget|internal|vacancy|shift|nights|part[- ]time|full[- ]time|permanent|"
    r"remote|hybrid|voice memo|"
    r"memo|notes|todo|gig|text|reference|moving on|unknown|unclear|offer|applied|"
    r"application|cv)\b"
)


_FRAGMENT_MOST = 7


_SLASHED = re.compile(r"\s[-–—=>/]+\s|—|[()]|:\s|\.\.+|…")


_GROUP = re.compile(r"\s[-–—=>]+\s|—|[()]|:\s|\.\.+|…")


def fragments(page: Page, line: Line, taken: list[tuple[int, int]]) -> Iterator[Found]:
    """Find bare noun phrases in jotted lines: "dementia-ward handovers, falls chart".

    A list of them is taken; one alone only where it is plainly a matter of work.
    """
    if page.uncased and line.end - line.start > 120:
        return
    for sentence in sentences(page.low[line.start : line.end], line.start):
        if "\x00" in sentence.text or len(sentence.text.split()) > 26:
            continue
        at = sentence.start
        groups = _SLASHED if "," in sentence.text else _GROUP
        for mark in groups.finditer(page.low, sentence.start, sentence.end):
            yield from _group(page, at, mark.start(), taken)
            at = mark.end()
        yield from _group(page, at, sentence.end, taken)


def _group(
    page: Page, start: int, end: int, taken: list[tuple[int, int]]
) -> Iterator[Found]:
    found = list(items(page, start, end, "discussed"))
    good = [item for item in found if _is_topic(page, item, taken)]
    if len(good) >= 2 and 3 * len(good) >= 2 * len(found):
        yield from good
        return
    for item in good:
        words = page.low[item.start : item.end].strip(_EDGE).split()
        plain = words[0] in grammar.WH or (
            len(words) > 1
            and not words[0][0].isdigit()
            and (
                grammar.stands_bare(grammar.head_of(" ".join(words)))
                or words[0] in ("their", "her", "his")
                or (len(words) > 2 and bool(_BOUND.search(" ".join(words))))
            )
        )
        if plain and len(good) * 2 >= len(found):
            yield item


_BOUND = re.compile(r"[a-z]{3,}-[a-z]{3,}|\w (?:of|for|by|with|w/|from|on|in|made) \w")
"""What binds a few words into one thing of work: "cross-dock board made of magnets"."""
_EDGE = ' \t.,;:!*_-–•>"()“”'


def _boring(low: str) -> bool:
    """Return whether the words are of the process; inside long names they may be."""
    words = low.split()
    inner = " ".join(words[:1] + words[-1:]) if 3 <= len(words) <= 5 else low
    return bool(_BORING.search(inner))


def _is_topic(page: Page, item: Found, taken: list[tuple[int, int]]) -> bool:
    low = page.low[item.start : item.end].strip(_EDGE)
    words = low.split()
    most = _FRAGMENT_MOST * 2 if words and words[0] in grammar.WH else _FRAGMENT_MOST
    if not words or len(words) > most or "\x00" in low:
        return False
    if any(s < item.end and item.start < e for s, e in taken):
        return False
    if _boring(low) or re.search(r"[=?!:@\"“”]|\d{3}", low):
        return False
    if words[0] in FUNCTION and words[0] not in grammar.WH | {"the", "their", "a"}:
        return False
    if words[0] in grammar.WH:
        return len(words) >= 4
    if (
        any(w.strip(",.") in DAYS for w in words)
        or words[-1] in JOBS
        or words[-1] in ORGS
    ):
        return False
    if len(words) == 1 and not (
        low.endswith(("s", "ing", "ion", "ment", "ity", "x")) and len(low) > 4
    ):
        return False
    return not (grammar.has_loose_verb(low) or _names(page, item.start, item.end))


def _names(page: Page, start: int, end: int) -> bool:
    """Return whether the fragment holds a capital inside that is no acronym."""
    words = page.text[start:end].strip(' \t.,;:!*_-–•>"()').split()
    return any(
        w[:1].isupper() and not w.isupper() and not any(c.isdigit() for c in w)
        for w in words[1:]
    )
