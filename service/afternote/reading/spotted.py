"""Weighs what the patterns found against the tags: drops, keeps, and adds finds.

A pattern's find stays unless the tags speak against it; a find of the tags alone
must be surer. The limits are chosen on authors left out of the training.
"""

import re

from afternote.reading import titles
from afternote.reading.company import town_of_site
from afternote.reading.firms import ORG, tidy
from afternote.reading.jobs import is_job
from afternote.reading.nameable import stands_by
from afternote.reading.names import Name, name_at
from afternote.reading.page import Page, Seen
from afternote.reading.people import MOST, Mention, denied
from afternote.reading.role_line import spelled
from afternote.reading.tagging import Tagged, Tags
from afternote.reading.whole_role import HALF
from afternote.reading.words import GIVEN, enterprises
from afternote.text import fold

ADD = 0.75
"""Share of "person" from which the tags alone make a mention."""
KEEP = 0.08
"""Share of its tag under which a pattern's firm or role is dropped."""
SURE = 0.9
"""Share from which a find of the tags alone needs no other sign."""
LONGEST = 90
"""Letters of a firm or role at most: more is a run of them."""
RIVAL = 0.8
"""Share from which a second firm or role leaves open which it was."""
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
    if found and found.how == "label":
        return found
    best, rival = _best(page, tags, "C")
    share = tags.share("C", found.start, found.end) if found else 0.0
    sure = best is not None and best.sure >= SURE
    if found and not (best and sure and (share < SURE / 2 or _goes_on(found, best))):
        return found if share >= KEEP else None
    if best is None or (rival and rival.sure >= RIVAL):
        return None
    return _spelt(page, best, {fold(p) for p in persons})


def _goes_on(found: Seen, best: Tagged) -> bool:
    """Return whether the tags give the same firm a longer name."""
    inside = best.start <= found.start and found.end <= best.end
    return inside and found.end - found.start < best.end - best.start


def _spelt(page: Page, best: Tagged, persons: set[str]) -> Seen | None:
    """Return a tagged firm when it is spelt like one, and whole."""
    start, end = _trimmed(page, best.start, best.end)
    shown = page.text[start:end]
    joined = _JOINED.match(page.text, end)
    if shown.islower():
        sure = best.sure >= SURE and not joined
        return page.seen(start, end, "inferred") if sure else None
    if best.sure < (FIRM_ADD if " " in shown else ALONE_ADD):
        return None
    if _IN.search(page.low, max(0, start - 9), start) or town_of_site(page, start):
        return None
    whole = ORG.match(page.text, start)
    if joined and whole and whole.end() > end:
        end = whole.end()
    seen = tidy(page, start, end, "inferred", persons)
    return None if seen and _JOINED.match(page.text, seen.end) else seen


_JOINED = re.compile(
    r"\s*(?:&|\+)\s*\w|\s(?:del?|do|da|du|of|y|und|et)\s+[^\W\d_]|"
    r"\sand\s(?:[^\W\d_a-z]\w+|sons?|daughters?|co|partners|brothers)\b"
)
"""Behind half of a firm's name: "& Thyme", "del Sur"."""
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
    before = page.low[start:capital].split()
    if before and before[-1] in enterprises():
        start = capital - len(before[-1]) - 1
    elif before not in ([], ["the"]):
        start = capital
    return start, end


def _best(page: Page, tags: Tags, tag: str) -> tuple[Tagged | None, Tagged | None]:
    """Return the surest stretch of a tag, and the surest of other words."""
    known = [
        t
        for t in tags.stretches
        if t.tag == tag
        and t.end - t.start <= LONGEST
        and not page.is_held(t.start, t.end)
    ]
    best = max(known, key=lambda t: t.sure, default=None)
    if best is None:
        return None, None
    same = set(page.low[best.start : best.end].split())
    others = [t for t in known if not same & set(page.low[t.start : t.end].split())]
    return best, max(others, key=lambda t: t.sure, default=None)


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
    best, rival = _best(page, tags, "R")
    if best is None or (rival and rival.sure >= RIVAL):
        return None
    if any(s < best.end and best.start < e for s, e in titled):
        return None
    shown = _to_job(page.text[best.start : best.end])
    if HALF.search(page.low, max(0, best.start - 8), best.start):
        return None
    if best.sure < (ROLE_ADD if is_job(shown, loose=True) else SURE):
        return None
    end = best.start + len(shown)
    return page.seen(best.start, end, "inferred", spelled(shown))


def _to_job(shown: str) -> str:
    """Return a role without the small words behind its trade: "records clerk city"."""
    words = shown.split(" ")
    for stop in range(len(words), 1, -1):
        kept = " ".join(words[:stop])
        if is_job(kept, loose=False):
            return kept if words[-1].islower() else shown
    return shown


def writer(page: Page, tags: Tags, found: Seen | None) -> Seen | None:
    """Return the pattern's writer, or else the name the tags are sure of."""
    best = None if found else _best(page, tags, "W")[0]
    if best is None or best.sure < WRITER_ADD:
        return found
    raw = page.text[best.start : best.end]
    name = name_at(page.text, best.start, best.end, lower=raw.islower())
    if name is None or name.end < best.end or _SPEAKS.match(page.low, name.end):
        return None
    return page.seen(name.start, name.end, "inferred", name.text)


_SPEAKS = re.compile(r"\s?[:>]|\s?[,(–-]\s?[\w &]{2,40}[:>)]")
"""After a name: its words follow, or its post does. That is no signature."""
