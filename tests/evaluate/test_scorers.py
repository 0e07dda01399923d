"""Scorers: each passes the good note and fails the one fault it is there for."""

import pytest
from tests.evaluate.runs import ALL, GOOD, case, scored


def test_a_good_note_passes_every_scorer() -> None:
    failed = {n: s.reason for n, s in scored(GOOD).items() if not s.ok}

    assert failed == {}


@pytest.mark.parametrize(
    ("scorer", "old", "new"),
    [
        ("rules", "I was sorry to hear it", "You wasted my time, frankly"),
        ("grounded", "the dbt migration", "the dbt migration at Globex"),
        ("grounded", "stayed with me since", "stayed with me for 14 days"),
        ("greets", "Hi Dana,", "Hi Diana,"),
        ("greets", "Hi Dana,", "Dear Mr Rivera,"),
        ("named", "Hi Dana,", "Hello,"),
        ("avoids", "I enjoyed our", "Though you came 20 min late, I enjoyed our"),
        ("avoids", "I enjoyed our", "Never mind the 85K, I enjoyed our"),
        ("leaks", "I enjoyed", "You were late and never said sorry. I enjoyed"),
        ("cliches", "I would be glad", "I hope this note finds you well. It was an "
         "invaluable time. I would be glad"),
        ("length", "I would be glad", "so " * 120 + "I would be glad"),
        ("readable", "I would be glad", "and then " * 30 + "I would be glad"),
    ],
)  # fmt: skip
def test_a_fault_fails_its_scorer(scorer: str, old: str, new: str) -> None:
    assert old in GOOD

    assert scored(GOOD.replace(old, new))[scorer].ok is False


def test_a_generic_note_fails_the_swap_test_and_mentions_nothing() -> None:
    generic = GOOD.replace(
        "I enjoyed our conversation about the dbt migration, and your blameless "
        "post-mortems have stayed with me since.",
        "I enjoyed our conversation, and it has stayed with me since then.",
    )

    found = scored(generic)

    assert found["mentions"].ok is False
    assert found["specific"].ok is False


def test_a_note_that_fits_another_candidate_fails_the_swap_test() -> None:
    swapped = GOOD.replace("the dbt migration", "the type archive").replace(
        "your blameless post-mortems", "the type archive at Harbor Print"
    )

    found = scored(swapped)["specific"]

    assert found.ok is False
    assert "two" in found.reason


def test_marks_point_at_the_offending_words() -> None:
    text = GOOD.replace("I enjoyed our", "Though you came 20 min late, I enjoyed our")

    score = scored(text)["avoids"]

    assert [text[m.start : m.end] for m in score.marks] == ["20 min"]


def test_an_invented_word_is_marked_where_it_stands() -> None:
    text = GOOD.replace("the dbt migration", "the dbt migration at Globex")

    score = scored(text)["grounded"]

    assert [text[m.start : m.end] for m in score.marks] == ["Globex"]


def test_no_note_at_all_fails_every_scorer() -> None:
    assert {n: s.ok for n, s in scored("  ").items()} == dict.fromkeys(ALL, False)


def test_what_a_case_does_not_expect_is_not_scored() -> None:
    bare = case(notes="Met Dana Whitfield.", expect={})

    assert not {"greets", "avoids", "mentions", "company"} & set(scored(GOOD, bare))


def test_nobody_may_be_greeted_where_nobody_is_expected() -> None:
    nobody = case(expect={"greets": ()})

    assert scored(GOOD, nobody)["greets"].ok is False
    assert scored(GOOD.replace("Hi Dana,", "Hello,"), nobody)["greets"].ok is True


@pytest.mark.parametrize(
    ("name", "greeting"),
    [
        ("Dr Ebele Nwachukwu", "Dear Dr Nwachukwu,"),
        ("Ebele Nwachukwu", "Hi Ebele,"),
        ("Trần Thu Hà", "Dear Tran Thu Ha,"),
        ("Mrs Rahman", "Dear Mrs Rahman,"),
        ("Harpreet Sohal", "Hi DI Sohal,"),
        ("Siân O’Dowd", "Hi Siân,"),
    ],
)
def test_a_person_may_be_greeted_in_many_ways(name: str, greeting: str) -> None:
    asked = case(expect={"greets": (name,)})

    assert scored(GOOD.replace("Hi Dana,", greeting), asked)["greets"].ok is True
