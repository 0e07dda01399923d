"""Tone and privacy, where a rule's own examples cannot say it."""

import pytest

from afternote.check import check, report
from afternote.rules.base import example, excerpt
from afternote.schema import Options

NOTE = (
    "Hi Dana,\n\nThank you for letting me know about the decision, which I respect. {0}"
    "\n\nI enjoyed our conversation about the dbt migration, and your blameless "
    "post-mortems have given me plenty to think about since.\n\nI would be glad to "
    "stay in touch.\n\nBest,\nSam"
)


def codes(sentence: str) -> set[str]:
    return {
        p.code
        for p in report(NOTE.format(sentence), None).problems
        if p.severity == "blocking"
    }


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("I’d ask the panel to reconsider my application.", "T205"),
        ("WHY WAS I NOT CHOSEN, I WONDER?", "T207"),
        ("I BEG YOU TO THINK OF ME.", "T204"),
        ("Congratulations to the successful candidate.", "P303"),
        ("Ring me on +44 20 7946 0182.", "P306"),
        ("I’ve got another offer on the table.", "P305"),
        ("You will regret this.", "T213"),
        ("My visa runs out in May.", "P304"),
    ],
)
def test_case_and_curly_quotes_do_not_hide_a_fault(sentence: str, code: str) -> None:
    assert code in codes(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It was kind of you to let me down so gently.",
        "I see now why people stay.",
        "Your team made me reconsider what a pipeline is for.",
        "It paid to come early and see the stand-up.",
        "We moved 12,000 rows between 2019 and 2020 in one sitting.",
        "The seminar on libel was a fine account of a court case.",
    ],
)
def test_words_that_only_look_alike_pass(sentence: str) -> None:
    assert not codes(sentence)


def test_a_letter_that_grows_in_small_letters_moves_no_offset() -> None:
    text = NOTE.format("In İstanbul I would beg you to reconsider me.")
    (problem,) = [p for p in report(text, None).problems if p.code == "T205"]
    assert text[problem.start : problem.end] == "reconsider me"


def test_a_soft_request_for_feedback_is_no_plea_when_it_was_asked_for() -> None:
    asked = example(
        keep_in_touch=(
            "I would be glad to stay in touch. If you ever have a minute, one pointer "
            "on what I could work on would be welcome, and if not, no matter at all."
        ),
        options=Options(ask_feedback=True),
    )
    found = {p.code for p in check(asked.draft, None, strict=True)}
    assert not found & {"T204", "T207", "S110"}


def test_a_message_quotes_a_dozen_words_at_most() -> None:
    assert excerpt("word " * 40).count("word") == 12
    assert excerpt("w" * 500).endswith("…”")
    assert excerpt("as it is") == "“as it is”"
    assert len(excerpt("w" * 500)) < 110
