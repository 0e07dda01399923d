"""A phrase of the notes is made to fit a sentence, or dropped."""

from collections.abc import Callable

import pytest
from tests.growth import assert_linear

from afternote.reading.phrases import fit


@pytest.mark.parametrize(
    ("raw", "phrase", "form"),
    [
        ("their on-call culture", "your on-call culture", "noun"),
        (
            "how they plan rounds w/ sticky notes",
            "how your team plans rounds with sticky notes",
            "clause",
        ),
        ("Dbt migration", "the dbt migration", "noun"),
        ("Data contracts", "data contracts", "noun"),
        ("EHCP annual reviews", "EHCP annual reviews", "noun"),
        ("that nobody's on call alone", "how nobody is on call alone", "clause"),
        ("scheme for SS2 etc.", "the scheme for SS2", "noun"),
        ("how they don't rush", "how your team doesn't rush", "clause"),
        ("how they always try soup", "how your team always tries soup", "clause"),
        ("trends in edge AI", "trends in edge AI", "noun"),
    ],
)
def test_topics_fit(raw: str, phrase: str, form: str) -> None:
    fitted = fit(raw, "impressed")
    assert fitted is not None
    assert (fitted.text, fitted.form) == (phrase, form)


@pytest.mark.parametrize(
    ("raw", "phrase", "personal"),
    [
        ("gave me a lift to the station", "giving me a lift to the station", False),
        ("she looked up my bus on her phone", "looking up my bus on your phone", True),
        ("they let me try the press", "letting me try the press", False),
        ("the tour of the Linotype", "the tour of the Linotype", False),
    ],
)
def test_kindnesses_become_gerunds(raw: str, phrase: str, personal: bool) -> None:
    fitted = fit(raw, "kindness")
    assert fitted is not None
    assert (fitted.text, fitted.personal) == (phrase, personal)


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "it",
        "good van",
        "we did what we could",
        "honest",
        "see https://x.example",
        "Monday?",
        "he said she said they went",
        "answered every question",
        "a " * 20,
    ],
)
def test_what_cannot_be_made_to_fit_is_dropped(raw: str) -> None:
    assert fit(raw, "discussed") is None


def test_two_things_run_together_become_the_first() -> None:
    fitted = fit("localised curriculum the school garden", "discussed")
    assert fitted is not None
    assert fitted.text == "the localised curriculum"


def test_no_word_however_long_costs_more_than_its_length() -> None:
    def prepare(size: int) -> Callable[[], object]:
        text = f"{'b' * size} {'c d ' * (size // 4)}"
        return lambda: fit(text, "discussed")

    assert_linear(prepare)
