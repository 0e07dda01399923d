"""Reads who signed a mail: name, title, firm, from the lines under its closing."""

import re

from afternote.reading.jobs import is_job
from afternote.reading.layout import Line
from afternote.reading.names import Name, name_at
from afternote.reading.page import Page
from afternote.reading.sources import CLOSING
from afternote.reading.titles import is_hr, is_title
from afternote.reading.words import ORGS
from afternote.text import fold

DESK = re.compile(
    r"\b(?:hr|h\.r\.|recruit\w*|talent|careers?|jobs?|people|human resources|"
    r"resourcing|"
    r"personnel|no-?reply|do not reply|hiring|staffing|workforce|human capital)\b",
    re.I,
)


STAFFING = re.compile(
    r"\b(?:staffing|recruit(?:ment|ing|ers)|search|personnel|jobs|temps|"
    r"resourcing|headhunt\w*|talent solutions|placements?|recruiting)\b",
    re.I,
)


_SPLIT = re.compile(r"[^,|\n·•\x00]+")


def org_words(shown: str) -> bool:
    """Return whether one of the words is a firm's."""
    return any(fold(w.strip(".,")) in ORGS for w in shown.split())


_SIGN_MOST = 4


def signature(
    page: Page, body: list[Line]
) -> tuple[Name | None, str | None, tuple[int, int] | None]:
    """Return who signed, with title and firm, from the lines under the closing."""
    text = page.text
    closing = [i for i, line in enumerate(body) if line.source == "sign"]
    lines = body[closing[0] :] if closing else body[1:][-3:]
    spans: list[tuple[int, int]] = []
    for i, line in enumerate(lines[: _SIGN_MOST + 2]):
        start, end = line.start, line.end
        if closing and i == 0:
            match = CLOSING.match(text, start, end)
            if not match or not match["rest"].strip():
                continue
            start = match.start("rest")
        raw = text[start:end].strip(" >\t*_")
        short = (len(raw) <= 80 and not raw.endswith((".", "?", "!", ":"))) or (
            raw.endswith((" Ltd.", " Inc.", " Co.", " Pvt. Ltd."))
        )
        if closing or short:
            spans.append((start, end))
        else:
            spans.clear()
    return _signed(page, spans)


def _signed(
    page: Page, spans: list[tuple[int, int]]
) -> tuple[Name | None, str | None, tuple[int, int] | None]:
    text = page.text
    name: Name | None = None
    title: str | None = None
    org: tuple[int, int] | None = None
    for start, end in spans:
        for part in _SPLIT.finditer(text, start, end):
            inner = part[0].strip(' \t>*_-–—()"')
            if not inner or len(inner) > 70:
                continue
            at = part.start() + part[0].index(inner)
            shown = re.sub(r"\s*\([^)]*\)?$", "", inner)
            found = None
            if name is None and title is None and org is None:
                found = name_at(text, at, part.end())
            in_brackets = re.search(r"\(([^()]+)\)?$", inner)
            if (
                found
                and found.end >= at + len(shown)
                and not (org_words(shown) or DESK.search(shown))
            ):
                name = found
                if in_brackets and is_title(in_brackets[1]):
                    title = in_brackets[1]
            elif (
                name is None and org is None and found is None and not org_words(shown)
            ):
                continue
            elif (
                title is None
                and org is None
                and (_titled(inner) or (" " not in inner and is_job(inner, loose=True)))
            ):
                title, org = _title_and_org(inner, at)
            elif org is None and inner[:1].isupper() and _firm_like(inner):
                org = (at, at + len(inner))
    return name, title, org


def _titled(inner: str) -> bool:
    words = inner.split()
    last = fold(words[-1].strip(".,"))
    firm = last in ORGS and (not is_hr(inner) or len(words) > 1)
    return is_title(inner) and not firm


def _title_and_org(inner: str, at: int) -> tuple[str, tuple[int, int] | None]:
    """Split "Head of Talent at Meridian"; else the whole is the title."""
    match = re.search(r"\s(?:at|@)\s(?=[A-Z])", inner)
    if match:
        return inner[: match.start()], (at + match.end(), at + len(inner))
    return inner, None


def _firm_like(inner: str) -> bool:
    words = inner.split()
    return (
        len(words) <= 8
        and not re.search(
            r"\d{3}|@|:|\btel\b|\bphone\b|\bmobile\b|\bsent from\b", inner, re.I
        )
        and all(
            w[0].isupper() or w in {"of", "and", "&", "the", "at", "for", "na", "de"}
            for w in words
        )
        and not DESK.fullmatch(inner.removesuffix(" Team").removesuffix(" Department"))
        and (not is_hr(inner) or bool(STAFFING.search(inner)))
    )
