"""Briefs of every shape, for tests of templates: invented people, awkward names."""

import random
from itertools import product

from afternote.schema import Brief, Decision, Fact, Person, Topic

COMPANIES = (
    None, "Halden Robotics", "St. Mary's Hospital", "TechNova Inc.", "Barnes",
    "Marks & Daughters", "the Halden Museum of Design", "eBikeWorks", "Fjord Lab ASA",
)  # fmt: skip
ROLES = (
    None, "Data Engineer", "Ward Manager", "kitchen porter", "UX Designer",
    "Outreach Librarian", "HR Adviser", "Year 8 Maths Teacher", "electrician",
)  # fmt: skip
READERS = (None, "Dana Whitfield", "Åse Brække", "Trần Thu Hà", "Eleanor Briggs")
TOPICS: dict[str, tuple[str, ...]] = {
    "noun": (
        "your on-call culture", "the dbt migration", "night shifts", "raku firing",
        "your blameless post-mortems", "the way your team runs handovers",
        "open-source cataloguing", "your move to SAP S/4HANA",
    ),
    "clause": (
        "how your team plans rounds", "why the archive moved to Leeds",
        "how you keep on-call humane", "what your apprentices learn first",
    ),
    "gerund": (
        "mentoring juniors", "pricing small jobs",
        "opening the reading room on Sundays",
    ),
}  # fmt: skip
KINDNESS: dict[str, tuple[str, ...]] = {
    "noun": ("the tour of the ward", "the tour of the clay store"),
    "clause": (),
    "gerund": ("walking me to the station", "showing me the kiln"),
}
KINDS = ("discussed", "impressed", "learnt", "kindness")


def fact(value: str) -> Fact:
    return Fact(value=value, quote=value, start=0, end=len(value), how="stated")


def topic(value: str, form: str, kind: str) -> Topic:
    given = fact(value).model_dump() | {"form": form, "kind": kind}
    return Topic.model_validate(given)


def brief(
    *,
    reader: str | None = "Dana Whitfield",
    company: str | None = "Halden Robotics",
    role: str | None = "Data Engineer",
    channel: str | None = None,
    reason: str | None = None,
    topics: tuple[Topic, ...] = (),
) -> Brief:
    person = Person(**fact(reader).model_dump()) if reader else None
    honorific = "Mrs" if reader == "Eleanor Briggs" else None
    if person:
        person = person.model_copy(update={"honorific": honorific})
    return Brief(
        reader=person,
        company=fact(company) if company else None,
        role=fact(role) if role else None,
        writer=fact("Sam Rivera"),
        people=(person,) if person else (),
        topics=topics,
        decision=Decision(
            channel=fact(channel) if channel else None,
            reason=fact(reason) if reason else None,
        ),
    )


def shapes() -> list[Brief]:
    """Every kind and form of particular, with and without reader, company, role."""
    found = []
    for kind, form in product(KINDS, TOPICS):
        values = (KINDNESS if kind == "kindness" else TOPICS)[form]
        two = tuple(topic(v, form, kind) for v in values[:2])
        found += [brief(topics=two[:n]) for n in range(1, len(two) + 1)]
    for form in ("noun", "clause"):
        pair = (
            topic(TOPICS[form][0], form, "discussed"),
            topic(TOPICS[form][1], form, "impressed"),
        )
        found += [brief(topics=pair), brief(topics=pair, company=None, role=None)]
        for other in ("kindness", "learnt"):
            value = KINDNESS["noun"][0] if other == "kindness" else TOPICS[form][1]
            two = (topic(value, form, other), pair[0])
            found.append(brief(topics=two))
    for channel, reason in product(
        (None, "phone", "email", "in_person"), (None, "paused", "close_second")
    ):
        found.append(brief(channel=channel, reason=reason))
    for reader, company, role in product(READERS[:2], COMPANIES[:4], ROLES[:3]):
        found.append(brief(reader=reader, company=company, role=role))
    return found


def drawn(number: int) -> Brief:
    """The brief of that *number*, always the same."""
    draw = random.Random(number)
    topics = []
    for _ in range(draw.randint(0, 3)):
        kind, form = draw.choice(KINDS), draw.choice(tuple(TOPICS))
        values = (KINDNESS if kind == "kindness" else TOPICS)[form]
        if values:
            topics.append(topic(draw.choice(values), form, kind))
    return brief(
        reader=draw.choice(READERS),
        company=draw.choice(COMPANIES),
        role=draw.choice(ROLES),
        channel=draw.choice((None, "phone", "email", "in_person", "portal")),
        reason=draw.choice((None, None, "paused", "close_second", "internal")),
        topics=tuple({t.value: t for t in topics}.values()),
    )
