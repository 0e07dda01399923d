"""The reason of a no, in the ways people jot it."""

import pytest

from afternote.reading import read


@pytest.mark.parametrize(
    ("notes", "reason"),
    [
        ("Emailed Friday: finished second by a single mark", "close_second"),
        ("No. Ms Adjei rang, said by a whisker", "close_second"),
        ("Because: corporate pulled the req", "budget"),
        ("They've lost their Screen funding so no hires", "budget"),
        ("decided to wait with the post until new season", "paused"),
        ("email said recruitment embargo", "paused"),
        ("no. e-mail: we choose inside", "internal"),
        ("Result: regret, they took somebody from Plant 2", "internal"),
        ("she said one more year of surgery then come", "experience"),
        ("No: they need someone with a forklift licence", "experience"),
    ],
)
def test_a_reason_jotted_in_passing_is_read(notes: str, reason: str) -> None:
    found = read(notes).decision.reason
    assert found is not None
    assert found.value == reason


@pytest.mark.parametrize(
    "notes",
    [
        "Talked about how they cut waste and the seed library",
        "Met Ada Lunt, she had a degree in maths. We discussed ledgers.",
        "Loved the acting workshops for teenagers",
    ],
)
def test_no_reason_is_read_where_none_is_given(notes: str) -> None:
    assert read(notes).decision.reason is None
