"""Finds who and where: people with their parts, writer, role and company."""

from typing import NamedTuple

from afternote.reading import company, mails, parts, people, role, spotted, tagging
from afternote.reading.mails import Letter
from afternote.reading.names import capitals, name_at
from afternote.reading.page import Page, Seen
from afternote.reading.people import Mention
from afternote.reading.signed import closing_name
from afternote.reading.someone import Someone
from afternote.reading.tagging import Tags


class Cast(NamedTuple):
    """Who and where, before the parts are dealt out."""

    letters: list[Letter]
    tags: Tags
    writer: Seen | None
    role: Seen | None
    company: Seen | None
    mentions: list[Mention]
    known: list[Someone]


def find(page: Page, weights: tagging.Weights | None = None) -> Cast:
    """Return who and where the notes speak of; *weights* other than the shipped."""
    letters = mails.letters(page)
    tags = tagging.tags(page, weights)
    found = spotted.people(page, tags, people.mentions(page))
    me = spotted.writer(page, tags, _writer(page, letters, met=bool(found)))
    titled = [m.titled for m in found if m.titled and not m.pair]
    named = [m.name.text for m in found if not m.pair]
    named += [x.sender.text for x in letters if x.sender]
    place = role.find(page, letters, titled, named)
    place = spotted.role(page, tags, place, titled)
    if any(not m.pair for m in found) or (place and place.how == "inferred"):
        found = [m for m in found if not m.pair]
    persons = [m.name.text for m in found]
    persons += [x.sender.text for x in letters if x.sender]
    firm = company.find(page, letters, place, persons)
    firm = spotted.firm(page, tags, firm, persons)
    if not found and firm and not any(x.sender for x in letters):
        found = people.jotted(page, firm, place)
    if firm:
        firm = firm._replace(value=capitals(firm.value))
    known = parts.gathered(page, found, letters, me.value if me else None)
    return Cast(letters, tags, me, place, firm, found, known)


def _writer(page: Page, letters: list[Letter], *, met: bool) -> Seen | None:
    """Return the candidate's own name, where label, closing or mail give it."""
    for line in page.own:
        if line.key == "writer" and line.labelled and not line.heading:
            name = name_at(page.text, line.start, line.end)
            if name and not page.text[name.end : line.end].strip(" .*_"):
                return page.seen(name.start, name.end, "label", name.text)
    signed = closing_name(page, met=met)
    if signed:
        return signed
    name = mails.writer(letters)
    return page.seen(name.start, name.end, "mail", name.text) if name else None
