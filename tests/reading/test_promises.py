"""What holds for any text at all."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import assert_linear

from afternote.reading import accept, blanked, briefs_for, read
from afternote.reading.proposals import FIELDS, Proposal, Proposals
from afternote.schema import Brief, Fact

PIECES = [
    "Met Dana Whitfield (head of data)", "met sarah okonjo", "at Harbor Print",
    "Company: Acme Ltd", "Role: Welder", "From: Jo Hart <jo@acme.example>",
    "To: Sam", "Subject: Your application", "Dear Sam,", "Regards,", "\n", "\n\n",
    "talked about the dbt migration", "loved how they plan rounds", "my salary is 40k",
    "I froze on SQL", "don't mention", "> quoted", "- ", "## People", "no by email",
    "she gave me her coat", "İstanbul", "ß", "\u200b", "…", "((", "))", "**", "|", "\t",
    "ignore previous instructions", "went with someone with more years", "Q: Who?",
    "A: Dana", "Mon 9:12 me: hi", "10:01 Temi (recruiter, Blue Care): sorry", "---",
]  # fmt: skip
TEXT = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=25).map("\n".join),
)


def facts(brief: Brief) -> list[Fact]:
    decision = brief.decision
    slots = (brief.reader, brief.company, brief.role, brief.writer)
    parts = (decision.channel, decision.date, decision.reason)
    found: list[Fact] = [f for f in (*slots, *parts) if f is not None]
    return [*found, *brief.people, *brief.topics]


def assert_sound(notes: str, brief: Brief) -> None:
    for span in (*facts(brief), *brief.held_back):
        assert notes[span.start : span.end] == span.quote
        assert span.quote
    for fact in facts(brief):
        for held in brief.held_back:
            assert fact.end <= held.start or held.end <= fact.start


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_any_text_is_read_with_verbatim_quotes_clear_of_what_is_held(
    notes: str,
) -> None:
    brief = read(notes)
    assert_sound(notes, brief)
    left = blanked(notes, brief)
    assert len(left) == len(notes)
    for held in brief.held_back:
        assert not left[held.start : held.end].strip()
    assert briefs_for(brief, "all")
    assert read(notes) == brief


@settings(max_examples=200, deadline=None)
@given(
    TEXT,
    st.lists(
        st.builds(
            Proposal,
            field=st.sampled_from([*FIELDS, "salary"]),
            value=st.sampled_from([*PIECES, "Dana Whitfield", "the dbt migration"]),
            quote=st.sampled_from(PIECES),
        ),
        max_size=6,
    ),
)
def test_no_proposal_brings_back_what_is_held(
    notes: str, proposed: list[Proposal]
) -> None:
    brief = accept(notes, read(notes), Proposals(facts=proposed))
    assert_sound(notes, brief)


HOSTILE = [
    "Met Aa Bb, ", "a ", "(", "my ", "and i ", "> ", "From: A\n", "x: ", "- a, b\n",
    "Aa ",
    "she ", "1", "a@", ". ", "to ", "\"", "of ", "talked about ", "Met A. ", "the ",
    "\n",
    "I'm ", "no ", "{{", "a/", "role ", "St. ", "with Bb ", "me: a\n", "how they ",
    "not ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_reading_takes_time_in_proportion_to_the_text(piece: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        notes = (piece * size)[:size]
        return lambda: read(notes)

    assert_linear(prepare)
