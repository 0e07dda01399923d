"""Finds the company: a label, the mail's signature, "at X", a line that names it."""

import re

from afternote.reading.firm_line import anywhere, opening
from afternote.reading.firms import ORG, RECRUITERS, firm_words, taken_back, tidy
from afternote.reading.layout import Line
from afternote.reading.mails import Letter
from afternote.reading.page import Page, Seen
from afternote.reading.words import (
    FUNCTION,
    ORGS,
    ordinary,
)
from afternote.text import fold

_AT = re.compile(
    r"(?:\bat|@|\bjoin(?:ing)?|\binterest in|\bemployer was|"
    r"\bcompany was|\bfirm was|\bcalled|"
    r"\bclient is|\bclient was|\bplace is|\bwith|\bfor|\bw/)\s*(?=[^\W\d_a-z]|the "
    r"[^\W\d_a-z])"
)
_SURE = re.compile(
    r"(?:\bat|@|\bjoin(?:ing)?|client (?:is|was)|(?:company|firm|employer) was)\s*$"
)
_UNCASED = re.compile(
    r"(?:\bat|@|\bwith the|\bcalled|\bcalls|\bfor|\bwith|\bin) (?:the "
    r")?(?P<org>[^\W\d_][\w'&-]*(?: [\w'&-]+){0,4})"
)
_SUFFIX_STOP = re.compile(
    r"[.,;:()\n\x00?!]|\s(?:she|he|they|we|i|and|it|was|is|who|which|where|so|but|"
    r"for|about|"
    r"asked|said|crowd|people|lot|on|in|up|down|over|last|this|yesterday|today|as|"
    r"with|because|"
    r"then|thats|that|out|to|the|a|an|near|by|he's|she's|hes|shes|uh|um|no|got)\b"
)
_NOT_AFTER = re.compile(
    r"\b(?:stage|round|studied|degree|used to|previously|formerly|before|ex|worked|"
    r"years|"
    r"yrs|came|coffee|lunch|uni|conference|trained|agency|recruiter|live|lives|based|"
    r"office|"
    r"bus|train|flight|look|looked|laughed|good|better|great|bad)\s*$"
)


_SITE = re.compile(
    r"\b(?:baths?|depot|garage|creamery|theatre|college|school|hospital|hospice|clinic|"
    r"library|museum|shop|store|mall|market|yard|mill|factory|warehouse|plant|office|"
    r"branch|centre|center|station|port|harbour|dock|quarry|site|farm|church|home|unit|"
    r"ward|kitchen|restaurant|cafe|hotel|pub|bar|stall|pool|gym|zoo|mine|works|studio|"
    r"campus|barracks|prison|court|surgery|practice|nursery|academy|salon|shed) ?$"
)
"""A place of work in front of "at X": then X is the town."""


def find(
    page: Page, letters: list[Letter], role: Seen | None, people: list[str]
) -> Seen | None:
    """Return the company, or None when the notes do not surely tell.

    *people* are the names already known for persons': none of them is a firm's.
    """
    persons = {fold(p) for p in people}
    for line in page.own:
        if line.key == "company" and line.labelled and not line.heading:
            return _labelled(page, line)
    return (
        _equated(page, persons)
        or _stated(page, role, persons)
        or _signed(page, letters, persons)
        or opening(page, role, persons)
        or _from_body(page, letters, persons)
        or anywhere(page, persons)
        or (_uncased(page) if page.uncased else None)
    )


_EQUATED = re.compile(
    r"\s*(?:=|is|was|\((?:that )?is|\((?:it'?s|that'?s)|,)\s*(?:the |a |an )?(?:name "
    r"of the |law |tile "
    r")?(?:studio|company|firm|shop|"
    r"agency|client|school|hospital|charity|lab|museum|gallery|restaurant|hotel|"
    r"bakery|brewery|"
    r"games studio|parish council|the shop's name)\b(?!['’])"
)


def _equated(page: Page, persons: set[str]) -> Seen | None:
    """Find "Atelier Nove = the studio": the notes say themselves that it is a firm."""
    for line in page.own:
        for match in ORG.finditer(page.text, line.start, line.end):
            if _EQUATED.match(page.low, match.end()):
                seen = tidy(page, match.start(), match.end(), "stated", persons)
                if seen and (" " in seen.value or page.low[match.end()] != ","):
                    return seen
    return None


def _labelled(page: Page, line: Line) -> Seen | None:
    raw = page.text[line.start : line.end]
    if "?" in raw or re.match(
        r"\W*(?:n/?a|none|unknown|-|no\b|not |tbc|dont|don't)", raw.lower()
    ):
        return None
    cut = re.search(r",(?!\s*(?:Ltd|Inc|LLC|LLP))|\s?\(|\s[-–—|/]\s|;|\x00", raw)
    second = re.match(r",\s*([^,(;|\x00]+)", raw[cut.start() :]) if cut else None
    if cut and second and firm_words(second[1]) and not firm_words(raw[: cut.start()]):
        shift = cut.start() + second.start(1)
        stop = cut.start() + second.end(1)
        line = line._replace(start=line.start + shift, end=line.start + stop)
        raw, cut = page.text[line.start : line.end], None
    inner = (raw[: cut.start()] if cut else raw).rstrip(' \t.*_|"')
    at = line.start + len(inner) - len(inner.lstrip(' \t*_|"'))
    inner = inner.strip(' \t*_|"')
    if raw[len(inner) : len(inner) + 2].startswith(".") and inner.endswith(
        (" Ltd", " Inc")
    ):
        inner += "."
    if not inner or len(inner.split()) > 8 or "\x00" in inner:
        return None
    if raw[len(inner) :].lstrip()[:1] == "(" and fold(inner) in ORGS:
        return None
    return page.seen(at, at + len(inner), "label")


def _stated(page: Page, role: Seen | None, persons: set[str]) -> Seen | None:
    """Find "at X" in the candidate's own words; unsure with two different ones."""
    found: list[tuple[int, Seen]] = []
    for line in page.own:
        if line.key in ("topics", "impressed", "learnt", "kindness", "recruiter"):
            continue
        for mark in _AT.finditer(page.text, line.start, line.end):
            match = ORG.match(page.text, mark.end(), line.end)
            if not match or _NOT_AFTER.search(
                page.low, max(0, mark.start() - 14), mark.start()
            ):
                continue
            if _beside_recruiter(page, line, mark.start()):
                continue
            before = page.low[max(line.start, mark.start() - 40) : mark.start()]
            if _SITE.search(before) and not firm_words(match[0]):
                continue
            if re.search(
                r"\b(?:coffee|lunch|drinks?|studied|trained)\b[^.;]*$", before
            ):
                continue
            seen = tidy(page, match.start(), match.end(), "stated", persons)
            if seen is None:
                continue
            words = [fold(w.strip(".,")) for w in seen.value.split()]
            sure = bool(
                _SURE.search(page.text[max(line.start, mark.end() - 30) : mark.end()])
            )
            named = any(w in ORGS for w in words) or "&" in seen.value
            near = bool(role and 0 <= mark.start() - role.end <= 25)
            if (sure and not _place(words)) or named or near:
                found.append((3 * near + 2 * sure + named, seen))
    if not found:
        return None
    best = max(found, key=lambda item: item[0])
    rivals = {
        fold(s.value).removeprefix("the ") for rank, s in found if rank == best[0]
    }
    if len(rivals) > 1 and not all(
        any(a in b or b in a for b in rivals if b != a) for a in rivals
    ):
        return None
    return best[1]


def town_of_site(page: Page, start: int) -> bool:
    """Return whether "at" and a place of work stand before: "the theatre at Hulme"."""
    before = page.low[max(0, start - 44) : start]
    return before.endswith(" at ") and _SITE.search(before[:-3]) is not None


def _beside_recruiter(page: Page, line: Line, at: int) -> bool:
    before = page.low[max(line.start, at - 45) : at]
    clause = re.split(r"[.;(\n]", before)[-1]
    return bool(re.search(r"\b(?:recruiter|agency|agent|headhunter|talent)\b", clause))


def _place(words: list[str]) -> bool:
    return len(words) == 1 and words[0] in {
        "london",
        "home",
        "reception",
        "lunch",
        "zoom",
        "teams",
        "uni",
        "starbucks",
        "costa",
        "linkedin",
    }


def _signed(page: Page, letters: list[Letter], persons: set[str]) -> Seen | None:
    for letter in letters:
        if letter.org and not letter.staffing:
            seen = tidy(page, *letter.org, "mail", persons)
            if seen:
                return seen
    for letter in letters:
        if letter.subject:
            seen = _in_subject(page, letter.subject, persons)
            if seen:
                return seen
    for letter in letters:
        if letter.subject:
            mark = re.search(
                r"\b(?:at|with|to)\s+(?=[A-Z])", page.text[slice(*letter.subject)]
            )
            if mark:
                at = letter.subject[0] + mark.end()
                match = ORG.match(page.text, at, letter.subject[1])
                seen = (
                    tidy(page, match.start(), match.end(), "mail", persons)
                    if match
                    else None
                )
                if seen:
                    return seen
    return None


def _in_subject(page: Page, subject: tuple[int, int], persons: set[str]) -> Seen | None:
    """Find the firm in "FP&A Analyst / Rooiberg Mining": it ends as firms do."""
    for part in re.finditer(r"[^–—|:/\x00\[\]\n]+", page.text[slice(*subject)]):
        inner = part[0].strip(' ,-\t"')
        if not inner or not firm_words(inner.split()[-1]) or len(inner.split()) < 2:
            continue
        begin = subject[0] + part.start() + part[0].index(inner)
        match = ORG.match(page.text, begin, begin + len(inner))
        if match and match.end() == begin + len(inner):
            return tidy(page, begin, match.end(), "mail", persons)
    return None


def _from_body(page: Page, letters: list[Letter], persons: set[str]) -> Seen | None:
    for letter in letters:
        if letter.staffing:
            continue
        for mark in _AT.finditer(page.text, *letter.body):
            match = ORG.match(page.text, mark.end(), letter.body[1])
            seen = (
                tidy(page, match.start(), match.end(), "mail", persons)
                if match
                else None
            )
            if seen and any(fold(w.strip(".,")) in ORGS for w in seen.value.split()):
                return seen
    return None


def _uncased(page: Page) -> Seen | None:
    """Find a firm in dictated notes, only by the word that ends its name."""
    for line in page.own:
        for match in _UNCASED.finditer(page.low, line.start, line.end):
            start = match.start("org")
            stop = _SUFFIX_STOP.search(page.low, start, line.end)
            words = page.text[start : stop.start() if stop else line.end].split()
            ends = [i for i, w in enumerate(words[:5]) if fold(w) in ORGS - {"post"}]
            new = [
                w
                for w in words[: (ends[-1] + 1 if ends else 2)]
                if fold(w) not in ordinary()
            ]
            if not new or not words or fold(words[0]) in FUNCTION:
                continue
            if ends and ends[-1] > 0:
                raw = " ".join(words[: ends[-1] + 1])
            elif len(words) <= 2 and page.low[match.start() : start].strip() in (
                "at",
                "@",
            ):
                raw = " ".join(words)
            else:
                continue
            if _beside_recruiter(page, line, match.start()):
                continue
            site = _SITE.search(
                page.low, max(line.start, match.start() - 40), match.start()
            )
            if site and not ends:
                continue
            partner = re.match(r" (?:and|&) ([a-z'-]+)", page.low[start + len(raw) :])
            if partner and partner[1] not in ordinary() and not ends:
                continue
            if RECRUITERS.search(raw):
                continue
            end = start + len(raw)
            if page.text[start:end] == raw and not taken_back(page.low, end):
                return page.seen(start, end, "inferred")
    return None
