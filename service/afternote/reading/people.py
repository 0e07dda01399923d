"""Finds the people of the notes: each mention that its place makes a person's."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from afternote.reading import evidence as ev
from afternote.reading import titles
from afternote.reading.layout import Line, is_labelled
from afternote.reading.nameable import no_name, stands_by, without_people
from afternote.reading.names import Name, candidates, name_at, opens
from afternote.reading.not_persons import is_org, may_be_firm, plural, uncased_firm
from afternote.reading.page import Page, Seen
from afternote.reading.words import FORMAL, GIVEN, ORGS, ordinary
from afternote.schema import How
from afternote.text import fold

Hint = Literal["manager", "recruiter", "people", "other"]


class Mention(NamedTuple):
    """One place where the notes speak of a person; *stop* is behind the title."""

    name: Name
    title: str | None
    leads: bool
    how: How
    hint: Hint | None
    stop: int
    titled: tuple[int, int] | None = None
    pair: bool = False


MOST = 60
"""People looked for in one text: more are a staff list, not the people one met."""


def mentions(page: Page) -> list[Mention]:
    """Return the mentions of people, in order; from mails only those met."""
    found: list[Mention] = []
    for line in page.lines:
        if line.source == "own" and line.key not in ("company", "role", "writer"):
            found += _in_line(page, line)
        elif line.source == "mail" and not is_labelled(page.low, line):
            found += [
                m._replace(how="mail", hint=None)
                for m in _in_line(page, line)
                if m.title or _was_met(page, line, m)
            ]
        if len(found) > MOST:
            return found[:MOST]
    return found


def _was_met(page: Page, line: Line, mention: Mention) -> bool:
    begins = mention.name.begins
    return bool(ev.MET_IN_MAIL.search(page.low[max(line.start, begins - 120) : begins]))


_FRAGMENT = re.compile(r"(?:[^-.,;:/|()\n\x00—–@=·]|(?<=\w)-(?=\w))+")


def jotted(page: Page, firm: Seen, role: Seen | None) -> list[Mention]:
    """Return the one name jotted bare beside a known firm: "Jo Hart, Acme Ltd."."""
    found: list[Mention] = []
    for line in page.own[:4]:
        for part in _FRAGMENT.finditer(page.text, line.start, line.end):
            inner = part[0].strip(' *_#-\t"')
            begin = part.start() + part[0].index(inner) if inner else 0
            if not inner or begin == firm.start or (role and begin == role.start):
                continue
            at = re.search(r"\s(?:at|from|of)$|\s(?:at|from|of)\s(?=[A-Z])", inner)
            shown = inner[: at.start()] if at else inner
            name = name_at(page.text, begin, begin + len(shown), strong=bool(at))
            if name is None or name.end < begin + len(shown) or is_org(page, name):
                continue
            if len(name.text.split()) < 2 and not at and not name.honorific:
                continue
            found.append(Mention(name, None, False, "inferred", None, name.end))
    return found if len(found) == 1 else []


def _in_line(page: Page, line: Line) -> Iterator[Mention]:
    labelled = line.key in ("manager", "people", "recruiter")
    stop = -1
    last: Mention | None = None
    for name in _names(page, line, labelled):
        if page.is_held(name.start, name.end) or name.start < stop:
            continue
        seen = _mention(page, line, name, labelled, stop, last)
        if seen:
            yield seen
            stop, last = seen.stop, seen


def _names(page: Page, line: Line, labelled: bool) -> Iterator[Name]:
    """Yield what may be a name in *line*; without capitals, only at likely places."""
    inner = page.text[line.start : line.end]
    uncased = (page.uncased and line.source == "own") or (
        labelled and inner == inner.lower()
    )
    if not uncased:
        yield from candidates(page.text, line.start, line.end)
        return
    at = line.start
    for start in _starts(page.low, line.start, line.end):
        if start < at:
            continue
        name = name_at(page.text, start, line.end, lower=True)
        if name:
            yield name
            at = name.end


_WORD_START = re.compile(r"(?<![\w'’-])[^\W\d_]")


def _starts(low: str, start: int, end: int) -> Iterator[int]:
    for match in _WORD_START.finditer(low, start, end):
        yield match.start()


def denied(page: Page, line: Line, name: Name) -> bool:
    """Return whether what stands beside the name makes it no person's one met."""
    left = page.low[max(line.start, name.begins - 60) : name.begins]
    if re.search(r"^[\s>]*(?:hi|dear|hello|hey) $", left) and _quoted(page, line):
        return True
    if is_org(page, name) or ev.OTHERS.search(left) or plural(name, left):
        return True
    if ev.THING.search(left) or uncased_firm(page, left, name):
        return True
    return no_name(page.text, page.low, name, left)


def _mention(
    page: Page, line: Line, name: Name, labelled: bool, stop: int, last: Mention | None
) -> Mention | None:
    """Return the mention when what stands beside the name makes it a person's."""
    text, low = page.text, page.low
    name = without_people(name)
    left = low[max(line.start, name.begins - 60) : name.begins]
    behind = low[name.end : name.end + 1]
    if denied(page, line, name):
        return None
    if stands_by(low, name, left, page.notes):
        return Mention(name, None, False, "stated", "other", name.end)
    if behind == "?" or "something" in name.text:
        return None
    after = titles.title_after(text, low, name.end)
    if after is None and page.uncased and line.source == "own":
        after = titles.title_unmarked(low, name.end)
    before = titles.title_before(text, low, name.begins)
    if before and (labelled or "\n" in before.text) and before.start < line.start:
        before = None
    source = after if after and after.text else before
    begins = before.start if before else name.begins
    left = low[max(line.start, begins - 60) : begins]
    seen = Mention(
        name,
        source.text if source else None,
        bool(after and after.leads) or bool(ev.HEADS.search(left)),
        "stated",
        None,
        after.end if after and after.text else name.end,
        (source.start, source.end) if source and source.text else None,
    )
    if source is before and " " not in name.text and seen.title and _ordinary(name):
        return None
    if _CORRECTED.match(low, seen.stop):
        seen = seen._replace(title=None, leads=False, titled=None)
    meets = bool(ev.MEET.search(left))
    weak = meets and bool(ev.WEAK.search(left))
    listed = (
        stop >= 0 and begins - stop < 24 and bool(ev.GAP.fullmatch(low, stop, begins))
    )
    if listed and not seen.title and _ordinary(name):
        return None
    if labelled and line.key in ("manager", "people", "recruiter"):
        opens_line = not low[line.start : begins].strip(" \t*_-(:\"'")
        sure = opens_line or listed or seen.title or (meets and not weak)
        return _labelled(page, line, seen, stop) if sure or _acts(low, name) else None
    if behind == ":" and not (meets or listed or ev.SAYS.match(text, name.end)):
        return None
    if ev.FELLOW.search(left) or (seen.leads and not _at_firm(left)):
        return seen
    if page.uncased and line.source == "own":
        if _at_firm(left) and not (meets or listed or name.honorific):
            return None
        sure = (
            seen.title
            or listed
            or (meets and not weak)
            or (name.honorific in FORMAL or (bool(name.honorific) and " " in name.text))
        )
        acts = (name.honorific or " " in name.text) and ev.ACTS.match(low, name.end)
        return seen if sure or acts else None
    return _stated(page, line, seen, meets=meets, weak=weak, listed=listed, last=last)


def _stated(
    page: Page,
    line: Line,
    seen: Mention,
    *,
    meets: bool,
    weak: bool,
    listed: bool,
    last: Mention | None,
) -> Mention | None:
    """Judge a name in ordinary writing."""
    text, low, name = page.text, page.low, seen.name
    begins = name.begins
    left = low[max(line.start, begins - 60) : begins]
    if _at_firm(left) and not (meets or listed or name.honorific):
        return None
    alone = " " not in name.text and not name.honorific
    verb = ev.VERB.match(low, name.end) or ev.POSSESSIVE.match(low, name.end)
    if alone and verb and opens(text, begins) and not ev.ACTS.match(low, name.end):
        verb = None
    paired = ev.PAIR.match(text, name.end) and not _ordinary(name)
    said = ev.SAYS.match(text, name.end) and not (alone and _ordinary(name))
    pronouns = ev.PRONOUNS.match(low, name.end)
    strong = seen.title or name.honorific or verb or paired or said or pronouns
    if meets and weak and not strong and (alone or may_be_firm(text, left, name)):
        meets = False
    if not (strong or meets or listed):
        return None
    if listed and not (strong or meets) and last and not _list_like(page, last, name):
        return None
    pair = not _leads_by_name(seen) and (
        _opens_page(page, line, name)
        and seen.titled is not None
        and seen.titled[0] > name.end
        and not (meets or listed or name.honorific or verb)
        and low[name.end : name.end + 3].strip(" *_")[:1] in tuple(",-–—/")
    )
    return seen._replace(pair=pair)


def _leads_by_name(seen: Mention) -> bool:
    """Return whether "Mairead Hurley, bar manager" can only be a person who leads."""
    words = seen.name.text.split()
    plain = not any(fold(w) in ordinary() or fold(w) in ORGS for w in words)
    return len(words) == 2 and plain and titles.rank(seen.title) >= 2


def _labelled(page: Page, line: Line, seen: Mention, stop: int) -> Mention | None:
    """Take a name on a labelled line, or under a heading, for what the label says."""
    if line.key == "recruiter" and _only_a_firm(page.low, seen.name, line):
        return None
    hint: Hint = "people"
    if line.key == "recruiter" or (line.key == "manager" and (stop < 0 or seen.leads)):
        hint = line.key
    return seen._replace(hint=hint, how="label" if line.labelled else "stated")


_CORRECTED = re.compile(r"\W*(?:no sorry|sorry no|no wait|scratch that|no not)\b")
"""Dictation that takes back what it just said: "jo the head no sorry"."""


def _quoted(page: Page, line: Line) -> bool:
    """Return whether the line is quoted: whom it greets is the candidate."""
    begin = page.low.rfind("\n", 0, line.start) + 1
    return page.low[begin : line.start + 1].lstrip().startswith(">")


def _acts(low: str, name: Name) -> bool:
    return bool(ev.VERB.match(low, name.end) or ev.POSSESSIVE.match(low, name.end))


def _at_firm(left: str) -> bool:
    return bool(ev.AT_ORG.search(left))


def _ordinary(name: Name) -> bool:
    """Return whether the name is one ordinary English word that is no given name."""
    word = fold(name.text)
    return word in ordinary() and word not in GIVEN and not name.honorific


def _opens_page(page: Page, line: Line, name: Name) -> bool:
    """Return whether "X, Y" opens the notes, where X may be a firm and Y the role."""
    first = line in page.own[:2]
    return first and not page.text[line.start : name.begins].strip(' *_#-•·>\t"“')


def _list_like(page: Page, last: Mention, name: Name) -> bool:
    gap = page.low[last.stop : name.begins]
    return bool(gap.strip()) and fold(name.text.split()[-1]) not in ORGS


def _only_a_firm(low: str, name: Name, line: Line) -> bool:
    """Return whether an agency's label may hold the agency's name and no person's."""
    rest = low[name.end : line.end].strip()
    agency = low[max(0, line.start - 14) : line.start]
    named = re.match(r"^(?:[,@(/=-]|at |from |of |\d)", rest)
    return ("agency" in agency or "via" in agency or "through" in agency) and not named
