"""What a firm's name looks like, and where it ends."""

import re

from afternote.reading.page import Page, Seen
from afternote.reading.words import (
    DAYS,
    FUNCTION,
    HEADING,
    HONORIFICS,
    JOBS,
    ORGS,
    ordinary,
)
from afternote.schema import How
from afternote.text import fold

_CAP = (
    r"(?:St\.|[^\W\d_a-zà-öø-ÿ](?:[\w'’&+-]|\.(?=\w))*"
    r"(?:(?<=\b(?:Co|Mt))\.|(?<=\b(?:Ltd|Inc|Pvt))\.|(?<=\b[A-Z])\.(?=\s[A-Z]))?)"
)


ORG = re.compile(
    rf"(?:(?:[Tt]he|[Hh]et|[Ll]a|[Ll]e)\s+)?{_CAP}(?:\s+(?:{_CAP}|of|and|&|for|the|"
    rf"de|del|van|na|at|in|on|du|des|der|an|und|et|dos|das|da|di|"
    rf"C of E|\+)(?=\s|[,.;:)?!\n\x00]|$)){{0,7}}"
)


RECRUITERS = re.compile(
    r"\b(?:staffing|recruit(?:ment|ing|ers)|search|personnel|temps|resourcing|jobs|"
    r"placements?)\b",
    re.I,
)


_NOT_FIRM = re.compile(
    r"\s*(?:agency|recruit(?:ment|ers|er)|staffing|headhunters?)\b|"
    r"[\s,.–—-]{0,3}(?:no wait|wait,? no|no,? sorry|sorry,? no|scratch that|i mean)\b|"
    r"\s*(?:=|is|was) (?:actually )?(?:a |one )?(?:bloke|man|woman|person|guy|lady|lad|"
    r"chap|fella)\b"
)
"""Behind a name: it is an agency's, taken back, or a person's after all."""
_KIND = re.compile(
    r" (?:hospice|hospital|school|college|university|academy|church|cathedral|parish|"
    r"library|museum|theatre|hotel|bakery|brewery|farm|surgery|clinic|nursery|prison|"
    r"council|zoo|airport|restaurant)\b(?!['’-])"
)
"""A kind of firm written small, which is the end of its name: "Thornlea hospice"."""


def taken_back(low: str, end: int) -> bool:
    """Return whether what follows a firm's name at *end* says that it is none here."""
    return _NOT_FIRM.match(low, end) is not None


def firm_words(shown: str) -> bool:
    """Return whether one of the words is a firm's: "Hospital", "Ltd"."""
    return any(fold(w.strip(".,")) in ORGS for w in shown.split())


_DESKS = frozenset("team desk dept department crew staff office applicants".split())
_HEADS = HEADING - {"principal", "president", "founder", "boss"}


def tidy(page: Page, start: int, end: int, how: How, persons: set[str]) -> Seen | None:
    """Trim a stretch to the firm's name; None when it is not one."""
    text = page.text
    while True:
        words = text[start:end].split()
        if not words:
            return None
        last = words[-1]
        low = fold(last.strip(".,"))
        loose = low in FUNCTION and len(words) < 3
        if last[0].islower() or last in {"&", "+", "I"} or low in DAYS or loose:
            end = start + text[start:end].rindex(last)
            end = start + len(text[start:end].rstrip())
            continue
        break
    raw = text[start:end].rstrip(" ,;:.*_")
    town = re.search(r"\s(?:in|near|at)\s(?=[A-Z])", raw)
    if town and not raw[: town.start()].lower().endswith(("women", "made")):
        raw = raw[: town.start()]
    if raw.endswith(("'s", "’s")) and fold(raw.split()[-1]) not in persons:
        tail = text[start + len(raw) : start + len(raw) + 2]
        if tail[:1] == " " and tail[1:].islower():
            raw = raw[:-2]
    words = raw.split()
    if taken_back(page.low, start + len(raw)):
        return None
    kind = _KIND.match(page.low, start + len(raw))
    plain = any(fold(w) in ordinary() or w.isupper() for w in words)
    if kind and len(words) < 4 and not (plain or firm_words(raw)):
        raw += kind[0]
        words = raw.split()
    first = fold(words[0].strip("."))
    if (
        first in FUNCTION
        and first != "the"
        and not (len(words) > 2 and firm_words(words[-1]))
    ):
        return None
    core = [
        fold(w.strip(".,")) for w in words if fold(w) not in {"the", "of", "and", "&"}
    ]
    if core and len(core) > 2 and core[0] in JOBS | {"head"} and core[-1] not in ORGS:
        return None
    if core and core[-1] in _DESKS:
        return None
    if core and core[0] in _HEADS and how != "label":
        return None
    if not core or all(w in JOBS or w in DAYS or w in FUNCTION for w in core):
        return None
    if len(core) == 1 and (core[0] in ORGS or core[0] in ordinary()) and how != "label":
        return None
    if _names_person(core, persons) or RECRUITERS.search(raw):
        return None
    if core[-1] in JOBS and re.search(r"\s(?:for|as|in) ", raw):
        stop = start + len(re.split(r"\s(?:for|as|in) ", raw)[0])
        return tidy(page, start, stop, how, persons)
    if core[-1] in JOBS and core[-1] not in ORGS and len(core) > 1:
        return None
    if first == "the" and re.match(r"\s[a-z]+", text[start + len(raw) :]):
        after = text[start + len(raw) :].split()[0]
        if fold(after.strip(".,;")) not in FUNCTION and len(core) == 1:
            return None
    return page.seen(start, start + len(raw), how)


def _names_person(core: list[str], persons: set[str]) -> bool:
    """Return whether the words are a person's: "Sr Oonagh Tierney", "Dr Mori"."""
    plain = [w for w in core if w not in HONORIFICS]
    return any(
        plain == p.split()
        or (len(plain) < len(core) and set(plain) & set(p.split()))
        or (len(p.split()) > 1 and set(p.split()) <= set(core))
        for p in persons
    )
