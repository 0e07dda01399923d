"""Judges what the proposer says: only what its quote supports, and policy allows."""

import re
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from afternote.reading import phrases
from afternote.reading.names import is_person
from afternote.reading.policy import why_private
from afternote.reading.span import Stretch, overlaps
from afternote.schema import Brief, Fact, Part, Person, Topic
from afternote.text import fold, stem, words

FIELDS = (
    "reader", "interviewer", "recruiter", "company", "role",
    "topic", "impressed", "learnt", "kindness",
)  # fmt: skip
MOST = 30
"""Facts looked at in one answer: notes of 32 KiB hold fewer."""
LONGEST = 300
"""Characters of a quote: longer ones carry more than one fact."""

_PARTS: dict[str, Part] = {
    "reader": "manager",
    "interviewer": "interviewer",
    "recruiter": "recruiter",
}
_KINDS: dict[str, Literal["discussed", "impressed", "learnt", "kindness"]] = {
    "topic": "discussed",
    "impressed": "impressed",
    "learnt": "learnt",
    "kindness": "kindness",
}
_SMALL = frozenset(
    "a an the and or of to in for with on at by from as is are was were be been it its "
    "their your they you we our his her he she how that this these those what "
    "who".split()
)


class Proposal(BaseModel):
    """One proposed fact: a field, its value, and the words of the notes that say it."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    field: Annotated[str, Field(json_schema_extra={"enum": list(FIELDS)})]
    value: str
    quote: str


class Proposals(BaseModel):
    """The reply schema of the read prompt."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    facts: list[Proposal]


def accept(notes: str, brief: Brief, proposals: Proposals) -> Brief:
    """Return *brief* with the proposed facts that survive; the rest is dropped.

    A fact survives when its quote is in *notes* (up to case and white space) outside
    all that is held back, every content word of its value is in the quote, policy
    finds nothing private in it, and no flag, label or rule has said otherwise.
    """
    for proposal in proposals.facts[:MOST]:
        span = _supported(notes, brief, proposal)
        if span is not None:
            brief = _with(notes, brief, proposal, span)
    return brief


def _supported(notes: str, brief: Brief, proposal: Proposal) -> Stretch | None:
    value = proposal.value.strip()
    if not value or proposal.field not in FIELDS or len(proposal.quote) > LONGEST:
        return None
    if why_private(proposal.quote) or why_private(value):
        return None
    said = {stem(w.text) for w in words(proposal.quote)}
    meant = {stem(w.text) for w in words(value) if fold(w.text) not in _SMALL}
    if not meant or not meant <= said:
        return None
    return _found(notes, brief, proposal.quote)


def _found(notes: str, brief: Brief, quote: str) -> Stretch | None:
    """Return where *quote* stands in *notes*, outside what is held back."""
    parts = quote.split()
    if not parts:
        return None
    pattern = r"\s+".join(re.escape(part) for part in parts)
    for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", notes, re.IGNORECASE):
        span = Stretch(match.start(), match.end())
        if not overlaps(span, brief.held_back):
            return span
    return None


def _with(notes: str, brief: Brief, proposal: Proposal, span: Stretch) -> Brief:
    quote = notes[span.start : span.end]
    if proposal.field in _PARTS:
        return _with_person(brief, proposal, quote, span)
    if proposal.field in _KINDS:
        return _with_topic(brief, proposal, quote, span)
    if getattr(brief, proposal.field) is not None:
        return brief
    value = _verbatim(proposal.value, quote)
    if value is None or len(value.split()) > 8:
        return brief
    fact = Fact(value=value, quote=quote, start=span.start, end=span.end, how="model")
    left = tuple(m for m in brief.missing if m != proposal.field)
    return brief.model_copy(update={proposal.field: fact, "missing": left})


def _verbatim(value: str, quote: str) -> str | None:
    """Return *value* as the quote spells it, in one piece; None when it is not."""
    pattern = r"\s+".join(re.escape(part) for part in value.split())
    match = re.search(rf"(?<!\w){pattern}(?!\w)", quote, re.IGNORECASE)
    return " ".join(match[0].split()) if match else None


def _with_person(brief: Brief, proposal: Proposal, quote: str, span: Stretch) -> Brief:
    name = _verbatim(proposal.value, quote)
    if name is None or not is_person(name):
        return brief
    if brief.company and fold(brief.company.value) == fold(name):
        return brief
    part = _PARTS[proposal.field]
    if part == "manager" and (brief.reader or _known(brief, "manager")):
        return brief
    known = [p for p in brief.people if _alike(p.value, name)]
    if known:
        if known[0].part is not None or len(known) > 1:
            return brief
        person = known[0].model_copy(update={"part": part})
        people = tuple(person if p is known[0] else p for p in brief.people)
    else:
        person = Person(
            value=name,
            quote=quote,
            start=span.start,
            end=span.end,
            how="model",
            part=part,
        )
        people = (*brief.people, person)
    brief = brief.model_copy(update={"people": people})
    if part != "manager":
        return brief
    left = tuple(m for m in brief.missing if m != "reader")
    return brief.model_copy(update={"reader": person, "missing": left})


def _known(brief: Brief, part: Part) -> bool:
    return any(p.part == part for p in brief.people)


def _alike(one: str, other: str) -> bool:
    first, second = set(fold(one).split()), set(fold(other).split())
    return first <= second or second <= first


def _with_topic(brief: Brief, proposal: Proposal, quote: str, span: Stretch) -> Brief:
    kind = _KINDS[proposal.field]
    if any(span.start < t.end and t.start < span.end for t in brief.topics):
        return brief
    phrase = phrases.fit(proposal.value, kind)
    if phrase is None or any(fold(t.value) == fold(phrase.text) for t in brief.topics):
        return brief
    topic = Topic(
        value=phrase.text,
        quote=quote,
        start=span.start,
        end=span.end,
        how="model",
        kind=kind,
        form=phrase.form,
    )
    left = tuple(m for m in brief.missing if m != "topics")
    return brief.model_copy(update={"topics": (*brief.topics, topic), "missing": left})
