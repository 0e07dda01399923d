"""Length and form, where a rule's own examples cannot say it."""

import pytest

from afternote.check import check, report
from afternote.rules.base import example
from afternote.schema import Options


def body(count: int) -> str:
    return "Hi Dana,\n\n" + "word " * (count - 1) + "end.\n\nBest,\nSam"


def within(sentence: str) -> str:
    return f"Hi Dana,\n\nThank you for your call.\n\n{sentence}\n\nBest,\nSam"


def codes(text: str, **wanted: object) -> set[str]:
    options = Options.model_validate(wanted)
    return {p.code for p in report(text, None, options=options).problems}


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (39, {"L502", "L503"}),
        (40, {"L503"}),
        (59, {"L503"}),
        (60, set()),
        (110, set()),
        (111, {"L503"}),
        (130, {"L503"}),
        (131, {"L501", "L503"}),
    ],
)
def test_greeting_and_sign_off_do_not_count_as_words(
    count: int, expected: set[str]
) -> None:
    assert codes(body(count)) & {"L501", "L502", "L503"} == expected


@pytest.mark.parametrize(("count", "long"), [(200, False), (201, True)])
def test_linkedin_counts_every_character(count: int, long: bool) -> None:
    text = "Hi Dana, " + "a" * (count - len("Hi Dana, ."))
    found = codes(text + ".", channel="linkedin")
    assert ("L501" in found) is long


@pytest.mark.parametrize("end", ["the", "and", "I’d", "would,", "my.", "with"])
def test_a_sentence_that_hangs_in_the_air_is_cut_off(end: str) -> None:
    text = f"Hi Dana,\n\nThank you. I hope we talk again of {end}\n\nBest,\nSam"
    assert "L504" in codes(text)


@pytest.mark.parametrize(
    "end", ["Until the next one, then.", "Received, with thanks", "And the soup, too…"]
)
def test_a_clipped_sentence_is_not_cut_off(end: str) -> None:
    text = f"Hi Dana,\n\nThank you. {end}\n\nBest,\nSam"
    assert "L504" not in codes(text)


@pytest.mark.parametrize(
    "gap",
    ["[Name]", "{topic}", "<role>", "____", "XXX", "TBC", "%NAME%", "[museum name]"],
)
def test_a_gap_is_seen_wherever_it_stands(gap: str) -> None:
    text = f"Thanks to {gap} for it."
    for bad in (
        example(subject=text),
        example(greeting=text),
        example(appreciate=text),
        example(sign_off=text),
    ):
        assert "L505" in {p.code for p in check(bad.draft, None, strict=True)}


@pytest.mark.parametrize("company", ["Yahoo!", "C&A", "Booking.com", "[x]cube"])
def test_what_a_firm_is_called_may_break_a_rule_but_never_raises(company: str) -> None:
    text = f"I enjoyed my morning at {company} and the talk on migrations."
    check(example(appreciate=text).draft, None, strict=True)


def test_a_firm_called_yahoo_costs_one_exclamation_mark_only() -> None:
    text = "I enjoyed my morning at Yahoo! and our talk on the migration."
    found = {p.code for p in check(example(appreciate=text).draft, None, strict=True)}
    assert "L508" not in found


@pytest.mark.parametrize(
    "subject", ["Re: Your application was unsuccessful", "Thank you from Zoë", "RE: QA"]
)
def test_a_plain_subject_passes(subject: str) -> None:
    found = check(example(subject=subject).draft, None, strict=True)
    assert not [p for p in found if p.start == p.end == 0]


def test_joiners_in_names_are_letters() -> None:
    text = "I would be glad to stay in touch with you and Sri\u200dni."
    found = check(example(keep_in_touch=text).draft, None, strict=True)
    assert "L516" not in {p.code for p in found}


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("L504", "Your story of the first van made me laugh, and the way that you"),
        ("L504", "I learnt at your bench for the first time how..."),
        ("L505", "Thank you for your time, Mrs Surname, and for the tour."),
        ("L505", "I would be glad to hear from COMPANY_NAME once more."),
        ("L506", "I liked the `queue of ours that you drew on the board."),
        ("L506", "Your remarks on cash flow were most useful.[1]"),
        ("L509", "I have kept this part about the archive short and formal."),
        ("L509", "Your jottings did not say which show it was, so I left it."),
        ("P306", "My registration is 88-4417, should your file need it."),
        ("P306", "I am the same name on Instagram with an underscore in it."),
    ],
)
def test_form_gives_itself_away_by_its_marks(code: str, sentence: str) -> None:
    assert code in codes(within(sentence))


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("L504", "You are religious about washing the rice, and now so am I."),
        ("L504", "The wind was bitter and the welcome was anything but."),
        ("L504", "Thank you for the call about the post of Forester I."),
        ("L505", "The sign that reads “insert smile here” did its job."),
        ("L505", "Bay XX, where the odd hinges go, is my favourite place."),
        ("P306", "I am still tickled that case number 7 holds a jar of fog."),
        ("L509", "I left with the part about the looms still in my head."),
    ],
)
def test_what_only_looks_like_such_a_mark_is_left_alone(
    code: str, sentence: str
) -> None:
    assert code not in codes(within(sentence))
