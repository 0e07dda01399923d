"""Finds what was talked about, liked, learnt, and the kindnesses received."""

import re
from collections.abc import Iterator

from afternote.reading import phrases
from afternote.reading.addressee import addressed, person_inside, with_whom
from afternote.reading.advice import advice, surprises
from afternote.reading.jottings import fragments
from afternote.reading.kindness import kindnesses
from afternote.reading.layout import Line
from afternote.reading.lists import STOP, Found, Kind, items
from afternote.reading.observed import habits, named
from afternote.reading.page import Page
from afternote.reading.particulars import particulars
from afternote.reading.phrases import Phrase
from afternote.reading.traits import praise
from afternote.reading.triggers import CLAUSES, LIKED, PRAISED, THEIRS, TRIGGERS, WITH
from afternote.schema import Person, Topic
from afternote.text import fold, sentences

_KIND_OF: dict[str | None, Kind] = {
    "topics": "discussed", "impressed": "impressed", "learnt": "learnt",
    "kindness": "kindness",
}  # fmt: skip


MOST = 24
"""Topics of one brief: a note uses two, a panel of six a dozen."""


_UNCASED_STOP = re.compile(
    r"\s(?:[a-z'-]+ (?:let|showed|gave|took|told|lent|drove|walked|made) (?:me|us)\b|"
    r"and (?=how|why|what)|(?:i|we|she|he|they|it|its|it's|then|the job|the "
    r"role|who|when i|no|"
    r"anyway|anyhow) (?=\w))"
)


def find(
    page: Page,
    people: tuple[Person, ...],
    taken: list[tuple[int, int]],
    letters: list[Line],
) -> tuple[Topic, ...]:
    """Return the topics whose words can be made to fit a sentence.

    *taken* are the stretches that are names, role or company and so no topics;
    *letters* the lines of pasted mails that the candidate wrote.
    """
    topics: list[Topic] = []
    own = [line for line in page.own if not line.heading]
    for line in [*own, *letters]:
        _said(page, people, line, topics)
    heard = particulars(page)
    for found in _all(page, people, letters):
        if not _taken(found, taken):
            _keep(page, people, found, topics)
    for found in _jotted(page, own, taken):
        if any(found.start <= h.start and h.end <= found.end for h, *_ in heard):
            _keep(page, people, found, topics)
    for found, sure, alone in heard:
        if (sure or (alone and not topics)) and not _taken(found, taken):
            _keep(page, people, found, topics)
    return tuple(sorted(topics, key=_rank)[:MOST])


def _taken(found: Found, taken: list[tuple[int, int]]) -> bool:
    return any(b < found.end and found.start < e for b, e in taken)


def _jotted(
    page: Page, own: list[Line], taken: list[tuple[int, int]]
) -> Iterator[Found]:
    for line in own:
        if line.key in (None, "topics"):
            for found in fragments(page, line, taken):
                if not _taken(found, taken):
                    yield found


_PRAISED_FIRST = {"impressed": 0, "kindness": 1, "learnt": 1, "discussed": 1}


def _rank(topic: Topic) -> tuple[bool, int, bool]:
    """Return what puts the particular first: short, praised, more than a word."""
    words = topic.value.split()
    if words[0] in ("the", "your", "a"):
        words = words[1:]
    return not 2 <= len(words) <= 7, _PRAISED_FIRST[topic.kind], len(words) < 2


def _all(
    page: Page,
    people: tuple[Person, ...],
    letters: list[Line],
) -> Iterator[Found]:
    own = [line for line in page.own if not line.heading]
    for line in own:
        if line.key in _KIND_OF:
            yield from items(page, line.start, line.end, _KIND_OF[line.key])
    for line in [*own, *letters]:
        if line.key in ("company", "role", "writer"):
            continue
        for kind, pattern in TRIGGERS:
            for match in pattern.finditer(page.low, line.start, line.end):
                if page.low[match.end() : match.end() + 1].strip():
                    end = _end(page, match.end(), line.end)
                    yield from items(page, match.end(), end, kind)
        for pattern, kind in CLAUSES:
            for match in pattern.finditer(page.low, line.start, line.end):
                end = _end(page, match.end(), line.end)
                yield from items(page, match.end(), end, kind)
        for match in WITH.finditer(page.low, line.start, line.end):
            end = _end(page, match.end(), line.end)
            yield from items(page, match.end(), end, "discussed")
        for match in PRAISED.finditer(page.low, line.start, line.end):
            yield Found(match.start("it"), match.end("it"), "impressed")
        yield from kindnesses(page, line)
        yield from habits(page, line, people)
    for line in own:
        yield from _bullet(page, line, people)
    for line in page.lines:
        if line.source == "mail" and line not in letters:
            for match in THEIRS.finditer(page.low, line.start, line.end):
                yield Found(match.start("it"), match.end("it"), "discussed")


_NAMED = re.compile(
    r"(?P<who>[^\W\d_][\w'’.-]*)(?: [\w'’.-]+)?(?: \([^)\n]{1,30}\))?"
    r"(?::\s+| (?:was )?(?:about|abt|re) )(?=\S)"
)


def _bullet(page: Page, line: Line, people: tuple[Person, ...]) -> Iterator[Found]:
    """Yield the topics of "Tomasz: their move to open source", "Ewa about safety"."""
    for sentence in sentences(page.text[line.start : line.end], line.start):
        match = _NAMED.match(page.text, sentence.start, line.end)
        if match and not line.labelled and named(people, match["who"]):
            end = _end(page, match.end(), sentence.end)
            yield from items(page, match.end(), end, "discussed")


def _said(
    page: Page,
    people: tuple[Person, ...],
    line: Line,
    topics: list[Topic],
) -> None:
    """Add what *line* praises in somebody's way, or quotes as advice."""
    if line.key in ("company", "role", "writer", "decision", "date"):
        return
    for seen in praise(page, line):
        phrase = Phrase(seen.text, "clause", not seen.many)
        _add(
            page, people, Found(seen.start, seen.end, "impressed"), phrase, None, topics
        )
    for news in surprises(page, line):
        phrase = Phrase(news.text, "clause")
        _add(page, people, Found(news.start, news.end, "learnt"), phrase, None, topics)
    for order in advice(page, line):
        phrase = Phrase(f"your advice {order.text}", "noun", True)
        _add(
            page, people, Found(order.start, order.end, "learnt"), phrase, None, topics
        )


_REACH = 300
"""Characters after "talked about" in which its objects are looked for."""


def _end(page: Page, start: int, end: int) -> int:
    """Return where the object of "talked about" ends."""
    end = min(end, start + _REACH)
    stop = STOP.search(page.low, start, end)
    end = stop.start() if stop else end
    if page.uncased:
        shorter = _UNCASED_STOP.search(page.low, start + 4, end)
        end = shorter.start() if shorter and not shorter[0].startswith(" and") else end
    return end


def _keep(
    page: Page, people: tuple[Person, ...], found: Found, topics: list[Topic]
) -> None:
    start, end = found.start, found.end
    while start < end and page.text[start] in " \t.,;:!*_-–—•>\"'“(":
        start += 1
    while end > start and page.text[end - 1] in " \t.,;:!*_-–—•>\"'”(":
        end -= 1
    if start >= end or page.is_held(start, end):
        return
    if any(t.start < end and start < t.end for t in topics):
        return
    kind = found.kind
    if kind == "discussed" and LIKED.match(page.low, end):
        kind = "impressed"
    raw, person = addressed(page.notes[start:end], people, kind)
    if person_inside(raw, people):
        return
    phrase = phrases.fit(raw, kind)
    if phrase is not None and not _name_by_place(page, start, phrase.text):
        _add(page, people, Found(start, end, kind), phrase, person, topics)


def _name_by_place(page: Page, start: int, text: str) -> bool:
    """Return whether a line's start alone gives the phrase its capital."""
    word = text.split()[0]
    if not (word[0].isupper() and word[1:].islower()):
        return False
    before = page.low[:start].rstrip(" \t*_-–—•\"'“(>")[-1:]
    return before in ("", "\n", ".", "!", ":") and page.text.count(word) < 2


def _add(
    page: Page,
    people: tuple[Person, ...],
    found: Found,
    phrase: Phrase,
    person: str | None,
    topics: list[Topic],
) -> None:
    """Add the phrase, unless it is held back, known, or speaks to nobody known."""
    start, end, kind = found
    if (
        not phrases.fits(phrase.text, kind, phrase.form)
        or page.is_held(start, end)
        or any(
            (t.start < end and start < t.end) or fold(t.value) == fold(phrase.text)
            for t in topics
        )
    ):
        return
    person = person or with_whom(page, people, start, personal=phrase.personal)
    if phrase.personal and person is None:
        met = [p for p in people if p.part in ("manager", "interviewer")]
        if len(met) != 1:
            return
        person = met[0].value
    topics.append(
        Topic(
            value=phrase.text,
            quote=page.notes[start:end],
            start=start,
            end=end,
            how="stated",
            kind=kind,
            form=phrase.form,
            person=person,
        )
    )
