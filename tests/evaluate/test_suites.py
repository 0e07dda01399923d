"""Suites: what is shipped loads, and what is broken says so in one line."""

from pathlib import Path

import pytest

from afternote.errors import InputError
from afternote.evaluate import suite
from afternote.evaluate.scorers import SCORERS
from afternote.evaluate.words import find

SHIPPED = suite.names()
CASES = [(name, case) for name in SHIPPED for case in suite.load(name).cases]


def test_the_shipped_suites_hold_over_two_hundred_cases() -> None:
    assert SHIPPED == ["core", "hard", "linkedin", "recruiter"]
    assert len(CASES) >= 200
    assert sum("converted" not in case.tags for _, case in CASES) >= 60


@pytest.mark.parametrize("name", SHIPPED)
def test_a_gate_asks_only_for_scorers_that_exist(name: str) -> None:
    loaded = suite.load(name)

    assert set(loaded.scorers) <= set(SCORERS)
    assert set(loaded.gate.hard) <= set(loaded.scorers)
    assert set(loaded.gate.floors) <= set(loaded.scorers)


def test_no_note_serves_two_cases_of_one_suite() -> None:
    seen = [(name, case.notes) for name, case in CASES]

    assert len(seen) == len(set(seen))


def test_every_case_says_why_and_asks_for_something() -> None:
    for _, case in CASES:
        assert case.why.strip().endswith((".", "!", "?")), case.id
        assert case.expect.greets is not None or case.expect.avoids, case.id


def test_what_a_converted_case_plants_stands_in_its_notes() -> None:
    for _, case in CASES:
        if "converted" in case.tags:
            for planted in case.expect.avoids:
                assert find(planted, case.notes), (case.id, planted)


def test_what_must_not_be_said_is_not_also_asked_for() -> None:
    for _, case in CASES:
        for particular in case.expect.mentions:
            for planted in case.expect.avoids:
                assert find(planted, particular) is None, (case.id, planted)


def test_no_case_holds_an_address_that_could_be_real() -> None:
    for _, case in CASES:
        for word in case.notes.split():
            if "@" in word and "." in word.split("@")[-1]:
                assert ".example" in word, case.id


def write(folder: Path, **files: str) -> Path:
    (folder / "cases").mkdir(parents=True)
    asked = 'why = "w."\nscorers = ["rules"]\n'
    (folder / "suite.toml").write_text(files.pop("suite", asked))
    for name, text in files.items():
        (folder / "cases" / f"{name}.toml").write_text(text)
    return folder


def test_a_folder_of_your_own_is_a_suite(tmp_path: Path) -> None:
    folder = write(tmp_path / "mine", one='why = "w."\nnotes = "Met Dana."')

    assert [c.id for c in suite.load(str(folder)).cases] == ["one"]


@pytest.mark.parametrize(
    "text",
    ['why = "w."', 'why = "w."\nnotes = 3', 'why = "w."\nnotes = "n"\nx = 1', "why ="],
    ids=["no notes", "no text", "unknown key", "no toml"],
)
def test_a_broken_case_is_named_in_one_line(tmp_path: Path, text: str) -> None:
    folder = write(tmp_path / "mine", broken=text)

    with pytest.raises(InputError, match=r"broken\.toml") as raised:
        suite.load(str(folder))
    assert "\n" not in str(raised.value)


def test_an_unknown_suite_is_answered_with_those_there_are() -> None:
    with pytest.raises(InputError, match="core"):
        suite.load("nonesuch")


def test_a_changed_case_is_another_version_of_the_suite() -> None:
    loaded = suite.load("core")
    changed = loaded.cases[0].model_copy(update={"notes": "Met nobody."})
    other = loaded.model_copy(update={"cases": (changed, *loaded.cases[1:])})

    assert suite.load("core").version == loaded.version
    assert other.version != loaded.version
