"""How the no came, where no word of refusal stands beside it."""

import pytest

from afternote.reading import read


@pytest.mark.parametrize(
    ("said", "channel"),
    [
        ("phone call fri, they went w someone with more hours", "phone"),
        ("Rec'd a civil letter 6/5.", "letter"),
        ("Portal went red on 2nd Aug", "portal"),
        ("Mara told me at the dock, fair and straight", "in_person"),
        ("The message came by email and was short", "email"),
        ("She broke it to me over Teams, camera on", "video"),
    ],
)
def test_the_last_way_named_is_how_it_came(said: str, channel: str) -> None:
    found = read(f"Met Ada Lunt, owner. {said}").decision.channel
    assert found is not None
    assert found.value == channel


def test_a_call_that_was_talked_about_is_no_way_of_telling() -> None:
    brief = read("Met Ada Lunt, owner. We talked about silent calls and post rooms.")
    assert brief.decision.channel is None
