"""Weighs what the patterns found against the tags: drops, keeps, and adds finds.

A pattern's find stays unless the tags speak against it; a find of the tags alone
must be surer. The limits are chosen on authors left out of the training.
"""

import re

from afternote.reading import titles
from afternote.reading.firms import tidy
from afternote.reading.jobs import is_job
from afternote.reading.nameable import stands_by
from afternote.reading.names import Name, name_at
from afternote.reading.page import Page, Seen
from afternote.reading.people import MOST, Mention, denied
from afternote.reading.role_line import spelled
from afternote.reading.tagging import Tagged, Tags
from afternote.reading.words import GIVEN, enterprises
from afternote.text import fold

ADD = 0.75
"""Share of "person" from which the tags alone make a mention."""
KEEP = 0.08
"""Share of its tag under which a pattern's firm or role is dropped."""
SURE = 0.9
"""Share from which a find of the tags alone needs no other sign."""
FIRM_ADD = 0.55
"""Share from which a firm with capitals is taken, when it is spelt like one."""
ALONE_ADD = 0.8
"""The same, of one word."""
ROLE_ADD = 0.7
"""Share from which a role is taken that ends in a trade or post."""
WRITER_ADD = 0.9


def people(page: Page, tags: Tags, found: list[Mention]) -> list[Mention]:
    """Return the patterns' mentions, and those that the tags add."""
    kept = list(found)
    likely = [t for t in tags.stretches if t.tag == "P" and t.sure >= ADD]
    for tagged in likely[:MOST]:
        if any(m.name.start < tagged.end and tagged.start < m.name.end for m in found):
            continue
        mention = _mention(page, tagged)
        if mention:
            kept.append(mention)
    return sorted(kept, key=lambda m: m.name.start)


_GREETS = re.compile(
    r"\b(?:hi|hello|hey|dear|hiya|morning|afternoon|evening|bonjour|salut|hola|hallo|"
    r"hei|hej|ciao|ola|olá|kia ora|liebe[rs]?|beste|cher|chère|caro|cara|estimad[oa]|"
    r"à|to|aan|an|cc)\W{0,3}(?:m[rsx]s?\.? |dr\.? |miss )?$"
)


def _mention(page: Page, tagged: Tagged) -> Mention | None:
    """Return the mention of a tagged name, with the title beside it."""
    text, low = page.text, page.low
    raw = text[tagged.start : tagged.end]
    name = name_at(text, tagged.start, tagged.end, lower=raw == raw.lower())
    if name is None or name.end < tagged.end or page.is_held(name.start, name.end):
        return None
    line = page.line_at(name.start)
    if line is None or denied(page, line, name) or _firms(name):
        return None
    left = low[max(line.start, name.begins - 60) : name.begins]
    if line.source == "head" and "from" not in left:
        return None
    if _GREETS.search(left):
        return None
    if stands_by(low, name, left, page.notes):
        return Mention(name, None, False, "inferred", "other", name.end)
    after = titles.title_after(text, low, name.end)
    before = titles.title_before(text, low, name.begins)
    title = after if after and after.text else before
    return Mention(
        name,
        title.text if title else None,
        bool(after and after.leads),
        "inferred",
        None,
        after.end if after and after.text else name.end,
        (title.start, title.end) if title and title.text else None,
    )


def _firms(name: Name) -> bool:
    """Return whether the first or last word of several speaks for a firm."""
    words = [fold(w) for w in name.text.split()]
    ends = (words[0], words[-1])
    return len(words) > 1 and any(w in enterprises() and w not in GIVEN for w in ends)


def firm(page: Page, tags: Tags, found: Seen | None, persons: list[str]) -> Seen | None:
    """Return the pattern's firm unless the tags deny it, or else the tags' surest.

    *persons*: names that are people's and no firm's.
    """
    best = _best(page, tags, "C")
    if found and found.how == "label":
        return found
    share = tags.share("C", found.start, found.end) if found else 0.0
    if found and (share >= SURE / 2 or (best is None or best.sure < SURE)):
        return found if share >= KEEP else None
    if best is None:
        return None
    start, end = _trimmed(page, best.start, best.end)
    shown = page.text[start:end]
    if shown.islower():
        return page.seen(start, end, "inferred") if best.sure >= SURE else None
    if best.sure < (FIRM_ADD if " " in shown else ALONE_ADD):
        return None
    if _IN.search(page.low, max(0, start - 9), start):
        return None
    return tidy(page, start, end, "inferred", {fold(p) for p in persons})


_IN = re.compile(r"\b(?:in|near|from) $")
"""Before the name of a town, more often than of a firm."""
_LOOSE_END = re.compile(
    r"(?:[\s,;:)(]|\b(?:and|or|but|so|I|We|He|She|It|They)\b(?:['’]\w+)?)+$"
)


def _trimmed(page: Page, start: int, end: int) -> tuple[int, int]:
    """Return the stretch from its first capital on: "chocolate place Maison X"."""
    if loose := _LOOSE_END.search(page.text[start:end]):
        end -= len(loose[0])
    capital = next((i for i in range(start, end) if page.text[i].isupper()), start)
    if page.low[start:capital].strip() not in ("", "the"):
        start = capital
    return start, end


def _best(page: Page, tags: Tags, tag: str) -> Tagged | None:
    known = [
        t for t in tags.stretches if t.tag == tag and not page.is_held(t.start, t.end)
    ]
    return max(known, key=lambda t: t.sure, default=None)


def role(
    page: Page, tags: Tags, found: Seen | None, titled: list[tuple[int, int]]
) -> Seen | None:
    """Return the pattern's role unless the tags deny it, or else the tags' surest.

    *titled*: where titles of people stand.
    """
    if found:
        share = tags.share("R", found.start, found.end)
        if found.how != "inferred" or share >= KEEP:
            return found
    best = _best(page, tags, "R")
    if best is None or any(s < best.end and best.start < e for s, e in titled):
        return None
    shown = page.text[best.start : best.end]
    if best.sure < (ROLE_ADD if is_job(shown, loose=True) else SURE):
        return None
    return page.seen(best.start, best.end, "inferred", spelled(shown))


def writer(page: Page, tags: Tags, found: Seen | None) -> Seen | None:
    """Return the pattern's writer, or else the name the tags are sure of."""
    best = None if found else _best(page, tags, "W")
    if best is None or best.sure < WRITER_ADD:
        return found
    raw = page.text[best.start : best.end]
    name = name_at(page.text, best.start, best.end, lower=raw.islower())
    if name is None or name.end < best.end:
        return None
    return page.seen(name.start, name.end, "inferred", name.text)
