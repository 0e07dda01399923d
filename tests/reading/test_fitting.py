"""No phrase leaves reading that does not read well in the note's sentences."""

from collections.abc import Callable

import pytest
from tests.growth import assert_linear

from afternote.reading import read
from afternote.reading.fitting import Form, Kind, fits
from afternote.reading.phrases import fit


@pytest.mark.parametrize(
    ("phrase", "kind", "form"),
    [
        ("the me second best", "impressed", "noun"),
        ("the step by step", "discussed", "noun"),
        ("the tronc comma how", "discussed", "noun"),
        ("the head of residence", "discussed", "noun"),
        ("the guard", "kindness", "noun"),
        ("the store manager", "discussed", "noun"),
        ("how I would do if a passenger is having a seizure", "discussed", "clause"),
        ("how I'd handle brides", "discussed", "clause"),
        ("how was the diocese", "discussed", "clause"),
        ("how you pick with the crew one day a week", "impressed", "clause"),
        ("who tells the daughter", "discussed", "clause"),
        ("your advice to take another run at it", "learnt", "noun"),
        ("rosters", "discussed", "noun"),
        ("the superb point", "learnt", "noun"),
        ("the eish the simulator", "impressed", "noun"),
        ("kids set tables themselves", "discussed", "noun"),
        ("calling Lefteris", "kindness", "gerund"),
        ("finding my slip", "kindness", "gerund"),
        ("telling me the scores", "kindness", "gerund"),
        ("walking me through how", "kindness", "gerund"),
        ("coming down to my desk to say no", "kindness", "gerund"),
        ("mentoring juniors", "impressed", "gerund"),
    ],
)
def test_what_would_read_badly_is_dropped(phrase: str, kind: Kind, form: Form) -> None:
    assert not fits(phrase, kind, form)


@pytest.mark.parametrize(
    ("phrase", "kind", "form"),
    [
        ("the callout rota", "discussed", "noun"),
        ("GDPR", "discussed", "noun"),
        ("organoids", "discussed", "noun"),
        ("mentoring juniors", "discussed", "gerund"),
        ("how kind and patient you were with me", "impressed", "clause"),
        ("how your team drains queues before a deploy", "impressed", "clause"),
        ("your advice to stop apologising before each answer", "learnt", "noun"),
        ("showing me the kiln", "kindness", "gerund"),
        ("answering all my questions", "kindness", "gerund"),
        ("the tour of the Linotype", "kindness", "noun"),
    ],
)
def test_what_reads_well_is_kept(phrase: str, kind: Kind, form: Form) -> None:
    assert fits(phrase, kind, form)


@pytest.mark.parametrize(
    ("raw", "phrase"),
    [
        ("Lameness scoring", "lameness scoring"),
        ("Sanctions-list hits", "sanctions-list hits"),
        ("blood TRANSFUSIONS in cats", "blood transfusions in cats"),
        ("why the drill is on fridays", "why the drill is on Fridays"),
        ("de-escalation", "de-escalation"),
        (
            "how the pickers pick their own music",
            "how the pickers pick their own music",
        ),
    ],
)
def test_capitals_articles_and_owners_are_right(raw: str, phrase: str) -> None:
    fitted = fit(raw, "discussed")
    assert fitted is not None
    assert fitted.text == phrase


def test_two_deeds_are_thanked_for_by_the_first() -> None:
    fitted = fit("drew the pathway on a napkin and gave me it", "kindness")
    assert fitted is not None
    assert fitted.text == "drawing the pathway on a napkin"


def test_spoken_marks_are_marks_and_offsets_stay() -> None:
    notes = (
        "hi siri take a note full stop met Dana Whitfield comma head of data full stop "
        "we talked about the dbt migration comma data contracts full stop new line "
        "they said no"
    )
    brief = read(notes)
    assert [t.value for t in brief.topics] == ["the dbt migration", "data contracts"]
    for topic in brief.topics:
        assert notes[topic.start : topic.end] == topic.quote
    assert all("siri" not in p.value.lower() for p in brief.people)


def test_a_comma_that_is_meant_stays_a_word() -> None:
    brief = read("Met Dana Whitfield. She taught me to breathe on the comma.")
    assert [t.value for t in brief.topics] == ["teaching me to breathe on the comma"]


def test_the_praised_and_particular_come_first() -> None:
    notes = (
        "Interviewer: Dana Whitfield\nTopics: phonics, the reading ladder\n"
        "Liked: the bean-bag corner"
    )
    values = [t.value for t in read(notes).topics]
    assert values == ["the bean-bag corner", "the reading ladder", "phonics"]


@pytest.mark.parametrize(
    "piece", ["the a ", "me and ", "full stop ", "how you were, ", "your to "]
)
def test_hostile_phrases_are_judged_in_linear_time(piece: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        text = (piece * size)[:size]
        return lambda: (
            fits(text, "discussed", "clause"),
            fits(text, "kindness", "gerund"),
        )

    assert_linear(prepare)


@pytest.mark.parametrize(
    ("told", "values"),
    [
        ("Paid for my parking.", []),
        ("Dana paid for my parking.", ["paying for my parking"]),
        ("Lent me boots.", ["lending me boots"]),
        ("She found my slip.", []),
    ],
)
def test_a_kindness_is_theirs_only_where_the_notes_say_who(
    told: str, values: list[str]
) -> None:
    brief = read(f"Interviewer: Dana Whitfield\n{told}")
    assert [t.value for t in brief.topics] == values


@pytest.mark.parametrize(
    "raw",
    [
        "hear live calls", "run the divorce bundles on a tablet", "sugar remembers",
        "the refused in the boardroom", "their husband", "strong on reconciliation",
    ],
)  # fmt: skip
def test_what_is_no_thing_is_no_topic(raw: str) -> None:
    assert fit(raw, "discussed") is None
