"""Ties a topic to the person it was talked about with, and speaks to that person."""

import re

from afternote.reading.lists import Kind
from afternote.reading.observed import named
from afternote.reading.page import Page
from afternote.schema import Person
from afternote.text import fold

_OWNER = re.compile(r"([^\W\d_][\w-]*)['’]s\s+(?=\w)")


_ACTOR = re.compile(r"([^\W\d_][\w-]*)\s+(?=(?:always |still |even |also )?[a-z]+s\s)")


def addressed(
    raw: str, people: tuple[Person, ...], kind: Kind
) -> tuple[str, str | None]:
    """Speak to the person named: "Dev's drawer" -> "your drawer"."""
    owner = _OWNER.match(raw)
    person = named(people, owner[1]) if owner else None
    if owner and person:
        return f"your {raw[owner.end() :]}", person.value
    actor = _ACTOR.match(raw)
    person = named(people, actor[1]) if actor else None
    if actor and person and kind == "impressed":
        return f"she {raw[actor.end() :]}", person.value
    return raw, None


def person_inside(raw: str, people: tuple[Person, ...]) -> bool:
    """Return whether the words name somebody: such a phrase is no topic."""
    plain = raw.replace("’", "'").split()
    words = {fold(w.strip(".,'\"()").removesuffix("'s")) for w in plain}
    return any(
        fold(w.strip('".')) in words
        for p in people
        for w in p.value.split()
        if len(w) > 2
    )


_ABOUT = re.compile(
    r"([^\W\d_][\w'’.-]*)(?: \([^()\n]{1,30}\))?(?::| (?:was )?(?:about|abt|re))\s+$"
)
"""What ties a topic to the name before it: "Ewa about"."""


def with_whom(
    page: Page, people: tuple[Person, ...], start: int, *, personal: bool = False
) -> str | None:
    """Return the one person named before *start* in its sentence, if only one.

    What is *personal* ("she", "his") may speak of the one named a sentence before.
    """
    begin = _sentence(page, start)
    about = _ABOUT.search(page.text, begin, start)
    person = named(people, about[1]) if about else None
    if person and len(people) > 1:
        return person.value
    if len([p for p in people if p.part != "other"]) < 2:
        return None
    found = _named_in(page, people, begin, start)
    if not found and personal:
        found = _named_in(page, people, _sentence(page, begin - 2), begin)
    return found[0].value if len(found) == 1 else None


def _sentence(page: Page, at: int) -> int:
    """Return where the sentence that holds *at* begins, 160 characters back at most."""
    at = max(at, 0)
    marks = (page.low.rfind(mark, 0, at) for mark in ("\n", ". ", "! ", "? "))
    return max(*marks, at - 160, -1) + 1


def _named_in(
    page: Page, people: tuple[Person, ...], begin: int, end: int
) -> list[Person]:
    before = {
        fold(w.strip(".,'\"():;-").removesuffix("'s"))
        for w in page.low[begin:end].replace("’", "'").split()
    }
    return [
        p
        for p in people
        if any(fold(w.strip('".')) in before for w in p.value.split() if len(w) > 2)
    ]
