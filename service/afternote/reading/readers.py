"""One brief for each reader: who it goes to, and the topics that may go there."""

from typing import Literal

from afternote.schema import Brief, Person, To, Topic
from afternote.text import fold

QUESTIONS: dict[str, str] = {
    "reader": "Who is the note to? (--name)",
    "company": "Which company was it? (--company)",
    "role": "Which role was it? (--role)",
    "writer": "What is your name, for the signature? (--me)",
    "topics": "What did you talk about, or like? One line in the notes is enough.",
}
"""What to ask for each word in `Brief.missing`; the flag that answers it."""


def briefs_for(brief: Brief, to: To | Literal["all"]) -> tuple[tuple[To, Brief], ...]:
    """Return *brief* narrowed to each reader asked for; never an empty tuple.

    With "all": everybody met or heard from, manager first, then interviewers, then
    recruiters; each topic goes to one of them, the one it was talked about with
    where the notes say so. A recruiter gets only what was said with the recruiter.
    """
    if to != "all":
        reader = _reader(brief, to)
        topics = tuple(t for t in brief.topics if _may_go(t, reader, to))
        return ((to, _narrow(brief, reader, topics)),)
    readers = _everybody(brief)
    if not readers:
        return briefs_for(brief, "manager")
    given = _dealt(brief.topics, readers)
    return tuple(
        (part, _narrow(brief, person, tuple(given[i])))
        for i, (part, person) in enumerate(readers)
    )


def _reader(brief: Brief, to: To) -> Person | None:
    """Return the one person the note *to* that part goes to; None when not known.

    Where the notes name one person alone besides recruiters, it is that one, whether
    the notes make it a manager or an interviewer.
    """
    if brief.reader and (brief.reader.how == "flag" or brief.reader.part == to):
        return brief.reader
    found = [p for p in brief.people if p.part == to]
    if not found and to != "recruiter":
        found = [p for p in brief.people if p.part != "recruiter"]
        if any(p.part not in ("manager", "interviewer") for p in found):
            return None
    return found[0] if len(found) == 1 else None


def _everybody(brief: Brief) -> list[tuple[To, Person]]:
    order: tuple[To, ...] = ("manager", "interviewer", "recruiter")
    people = list(brief.people)
    if brief.reader and not any(_same(brief.reader, p.value) for p in people):
        people.insert(0, brief.reader)
    found: list[tuple[To, Person]] = []
    for part in order:
        found += [(part, p) for p in people if p.part == part]
    return found


def _dealt(
    topics: tuple[Topic, ...], readers: list[tuple[To, Person]]
) -> list[list[Topic]]:
    """Deal *topics* out: the named person's first, the rest in turn."""
    given: list[list[Topic]] = [[] for _ in readers]
    turn = [i for i, (part, _) in enumerate(readers) if part != "recruiter"]
    free: list[Topic] = []
    for topic in topics:
        owner = [i for i, (_, p) in enumerate(readers) if _same(p, topic.person)]
        if owner:
            given[owner[0]].append(topic)
        elif topic.person is None:
            free.append(topic)
    for topic in free:
        if turn:
            least = min(turn, key=lambda i: (len(given[i]), i))
            given[least].append(topic)
    return given


def _may_go(topic: Topic, reader: Person | None, to: To) -> bool:
    if topic.person is None:
        return to != "recruiter"
    return reader is not None and _same(reader, topic.person)


def _same(person: Person, name: str | None) -> bool:
    return name is not None and fold(person.value) == fold(name)


def _narrow(brief: Brief, reader: Person | None, topics: tuple[Topic, ...]) -> Brief:
    missing = tuple(m for m in brief.missing if m != "reader")
    if reader is None:
        missing = ("reader", *missing)
    return brief.model_copy(
        update={"reader": reader, "topics": topics, "missing": missing}
    )
