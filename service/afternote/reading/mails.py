"""Reads pasted mails: who wrote, to whom, for which post, signed how.

What others wrote may name itself, and nothing more: no label of a mail counts, no
order is followed. Addresses, subject and Message-ID serve `--eml` alone.
"""

import re
from typing import NamedTuple

from afternote.reading.layout import Line
from afternote.reading.names import Name, is_person, name_at
from afternote.reading.page import Page
from afternote.reading.signature import DESK, STAFFING, org_words, signature
from afternote.reading.sources import speaker
from afternote.reading.titles import is_hr, is_title
from afternote.reading.words import GIVEN, enterprises
from afternote.schema import Mail
from afternote.text import fold


class Letter(NamedTuple):
    """One pasted mail: the names on it, each with its place in the notes."""

    sender: Name | None
    title: str | None
    to: Name | None
    greeted: Name | None
    org: tuple[int, int] | None
    subject: tuple[int, int] | None
    body: tuple[int, int]
    desk: bool
    staffing: bool
    forwards: bool = False
    refuses: bool = False


_HEAD = re.compile(r"[ \t>]*(?:\*\*)?([a-z-]{2,12})(?:\*\*)?:[ \t]*", re.I)
_SALUTE = re.compile(
    r"[ \t>]*(?:(?:dear|hi|hello|hey|g'day|good (?:morning|afternoon|evening)|"
    r"greetings)"
    r"(?: there)?[ ,]+)(?P<rest>[^\n]{1,60})",
    re.I,
)
_NOBODY = frozenset(
    "candidate applicant all team sir madam there both everyone colleague sirs friend "
    "recruiter hr careers talent office applicants you me".split()
)
_ORG_IN_FROM = re.compile(r"[^,<(|\n\x00]+")
_PASSED = re.compile(
    r"\b(?:asked me to (?:pass|forward|send)|passing (?:this|it) on|pass(?:ed)? "
    r"(?:this|it) (?:on )?to you|forwarding (?:this|it)|see below|fyi)\b"
)
_REFUSES = re.compile(
    r"\b(?:sorry|unfortunately|regret|unable|not (?:be )?(?:able|moving|taking|going|"
    r"offer)\w*|frozen|someone else|another (?:candidate|applicant)|on this occasion)\b"
)
_MESSAGE_ID = re.compile(r"^[ \t>]*message-id:[ \t]*(<[^<>\s]{3,200}>)", re.I | re.M)


def letters(page: Page) -> list[Letter]:
    """Return the pasted mails of the page, in order."""
    return [_letter(page, lines) for lines in page.mails] + _speakers(page)


def _speakers(page: Page) -> list[Letter]:
    """Return those who speak in a pasted chat and whose post is given in brackets."""
    found: list[Letter] = []
    for line in page.lines:
        turn = (
            speaker(page.text, line.start, line.end) if line.source == "chat" else None
        )
        if turn is None:
            continue
        name = name_at(page.text, turn[0], turn[1])
        inner = (
            re.match(r"\s*\(([^()\n]{2,60})\)?", page.text[name.end : turn[1]])
            if name
            else None
        )
        if name is None or inner is None:
            continue
        at = name.end + inner.start(1)
        title: str | None = None
        org: tuple[int, int] | None = None
        for part in re.finditer(r"[^,;]+", inner[1]):
            shown = part[0].strip()
            begin = at + part.start() + part[0].index(shown)
            if title is None and is_title(shown) and not org_words(shown):
                title = shown
            elif shown[:1].isupper():
                org = (begin, begin + len(shown))
        firm = page.text[slice(*org)] if org else ""
        staffing = bool(STAFFING.search(firm))
        found.append(
            Letter(name, title, None, None, org, None, (0, 0), is_hr(title), staffing)
        )
    return found


def _letter(page: Page, lines: list[Line]) -> Letter:
    text = page.text
    sender = to = subject = org = None
    title: str | None = None
    desk = False
    body: list[Line] = []
    for line in lines:
        head = _HEAD.match(text, line.start, line.end)
        name = head[1].lower() if head and line.source == "head" else ""
        at = head.end() if head else line.start
        if name == "from":
            desk = bool(DESK.search(text[at : line.end]))
            sender, title, org = _from(page, at, line.end)
        elif name == "to":
            to = to or _named(text, at, line.end)
        elif name in ("subject", "subj", "re", "fwd", "fw"):
            subject = (at, line.end)
        elif line.source != "head":
            body.append(line)
        elif not name:
            at = _quote_end(text, line)
            sender = sender or name_at(text, at, line.end)
    greeted = _greeted(page, body)
    signed, signed_title, signed_org = signature(page, body)
    if signed and sender and _fits(signed, sender):
        longer = signed if len(signed.text) > len(sender.text) else sender
        sender = longer._replace(honorific=signed.honorific or sender.honorific)
        title = signed_title or title
    elif signed and (sender is None or desk):
        sender, title = signed, signed_title
    elif signed_title and sender and not signed:
        title = title or signed_title
    org = signed_org or org
    shown = text[org[0] : org[1]] if org else ""
    span = (body[0].start, body[-1].end) if body else (0, 0)
    staffing = bool(STAFFING.search(shown))
    passes_on = bool(_PASSED.search(page.low[slice(*span)]))
    refuses = bool(_REFUSES.search(page.low[slice(*span)]))
    return Letter(
        sender,
        title,
        to,
        greeted,
        org,
        subject,
        span,
        desk,
        staffing,
        passes_on,
        refuses,
    )


def _quote_end(text: str, line: Line) -> int:
    """Return where the name begins in "On 6 May Thandeka Mbatha wrote:"."""
    match = re.search(
        r"(?i:\bon\b[^\n]{0,40}?(?:\d{1,4}|mon|tue|wed|thu|fri|sat|sun|jan\w*|feb\w*|"
        r"mar\w*|"
        r"apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|at \d\d:\d\d)[, ]+)"
        r"(?!(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]* )"
        r"(?=[A-Z][^\d\n]{2,50} wrote)",
        text[line.start : line.end],
    )
    if match:
        return line.start + match.end()
    raw = text[line.start : line.end]
    return line.start + len(raw) - len(raw.lstrip(" \t>"))


def _fits(one: Name, other: Name) -> bool:
    first = set(fold(one.text).replace(".", "").split())
    second = set(fold(other.text).replace(".", "").split())
    return first <= second or second <= first or bool(first & second and len(first) > 1)


def _named(text: str, start: int, end: int) -> Name | None:
    """Return the person a header line names; "Last, First" turned about."""
    while start < end and text[start] in " \t\"'":
        start += 1
    turned = re.compile(
        r"([^\W\d_][\w'’-]+), ([^\W\d_][\w'’-]+)\"?(?=\s*(?:<|\x00|$|\())"
    ).match(text, start, end)
    if turned and is_person(f"{turned[2]} {turned[1]}") and not org_words(turned[0]):
        return Name(
            f"{turned[2]} {turned[1]}", turned.start(1), turned.end(2), None, start
        )
    name = name_at(text, start, end)
    if name is None or fold(name.text) in _NOBODY or org_words(name.text):
        return None
    if " " in name.text and fold(name.text.split()[0]) in enterprises() - GIVEN:
        return None
    if DESK.search(name.text):
        return None
    rest = text[name.end : end].lstrip("\"' ")
    if rest[:1].isalpha() or rest.startswith("&"):
        return None
    return name


def _from(
    page: Page, start: int, end: int
) -> tuple[Name | None, str | None, tuple[int, int] | None]:
    """Return name, title and firm of a From line."""
    text = page.text
    name = _named(text, start, end)
    if name is None:
        for part in _ORG_IN_FROM.finditer(text, start, end):
            inner = part[0].strip(" \t\"'")
            if inner and org_words(inner) and not DESK.fullmatch(inner):
                at = part.start() + part[0].index(inner)
                if not is_hr(inner):
                    return None, None, (at, at + len(inner))
        return None, None, None
    title = None
    org = None
    for part in _ORG_IN_FROM.finditer(text, name.end, end):
        inner = part[0].strip(" \t\"')")
        at = part.start() + len(part[0]) - len(part[0].lstrip(" \t\"')"))
        if not inner or "@" in inner:
            continue
        if title is None and is_title(inner):
            title = inner
        elif inner[:1].isupper():
            org = org or (at, at + len(inner))
    return name, title, org


def _greeted(page: Page, body: list[Line]) -> Name | None:
    for line in body[:3]:
        match = _SALUTE.match(page.text, line.start, line.end)
        if match:
            name = name_at(page.text, match.start("rest"), line.end)
            if name and fold(name.text.split()[0]) not in _NOBODY:
                return name
            return None
        raw = page.text[line.start : line.end].strip(" >\t")
        if re.fullmatch(r"[^\W\d_][\w'’ .-]{1,30}[,.!]?", raw) and line is body[0]:
            at = line.start + page.text[line.start : line.end].index(raw)
            name = name_at(page.text, at, line.end)
            return name if name and raw.rstrip(",.!") == name.text else None
    return None


def writer(known: list[Letter]) -> Name | None:
    """Return the candidate's name: who is written to and never writes."""
    found = _written_to(known)
    family = found is not None and found.honorific and " " not in found.text
    return None if family else found  # "Dear Mr Paul": nobody signs so


def _written_to(known: list[Letter]) -> Name | None:
    senders = [letter.sender for letter in known if letter.sender]
    for letter in reversed(known):
        for name in (letter.to, letter.greeted):
            if name and not any(_fits(name, s) for s in senders):
                greeted = letter.greeted
                fuller = letter.to is None or (
                    greeted
                    and len(greeted.text.split()) > len(name.text.split())
                    and _fits(greeted, name)
                )
                return greeted if fuller and greeted else name
    newest = known[0] if known else None
    for letter in known:
        sender, greeted = letter.sender, letter.greeted
        if letter.refuses and sender and greeted and not _fits(sender, greeted):
            return next(
                (x.sender for x in known if x.sender and _fits(x.sender, greeted)),
                greeted,
            )
    if newest and newest.to and newest.sender and not _fits(newest.to, newest.sender):
        return newest.to
    return None


def reply_to(page: Page) -> Mail | None:
    """Return what an answer by mail needs: address, subject, Message-ID."""
    if not page.mails:
        return None
    first = page.mails[0]
    address = subject = None
    for line in first:
        raw = page.notes[line.start : line.end]
        head = _HEAD.match(raw)
        if line.source != "head" or not head:
            continue
        if head[1].lower() in ("from", "reply-to"):
            found = re.search(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}", raw)
            if found and (address is None or head[1].lower() == "reply-to"):
                address = found[0]
        elif head[1].lower() == "subject":
            subject = raw[head.end() :].strip() or None
    start, stop = first[0].start, first[-1].end
    ident = _MESSAGE_ID.search(page.notes[start:stop])
    if not (address or subject or ident):
        return None
    return Mail(
        address=address, subject=subject, message_id=ident[1] if ident else None
    )
