"""The private sound of a clause, and where it is not asked for."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.growth import assert_linear

from afternote.errors import ConfigError
from afternote.reading import leaning, read


def held(notes: str) -> str:
    return " | ".join(item.quote for item in read(notes).held_back)


@pytest.mark.parametrize(
    ("notes", "private"),
    [
        ("Met Joan Pryce.\nSis: did u tell them bout ur chemo", "ur chemo"),
        ("Spoke to Ada Lunt. I overstayed a visa in 2015", "overstayed a visa"),
        ("Chat with Gus Fenn. (Rough patch - wife left.) No.", "wife left"),
        ("Saw Ms Roy. She clearly hates Tan.", "hates Tan"),
        ("Panel: R. Haq. I walked into the wrong room.", "wrong room"),
        ("Result: no\nAlso up for:: Fridgeways on Thursday", "Fridgeways"),
        ("Met Ola Finn\nPRIVATE .... two tables short of rent", "two tables short"),
        ("so i told them i'm bipolar and that was that", "i told them i'm bipolar"),
        ("Regards,\nCallum Reith\n0491 570 156\n\n--\nbye", "0491 570 156"),
        ("Got a no. Owe rent, sanctioned twice.", "Owe rent"),
        ("She said no, gave it to the sexton's wife", "the sexton's wife"),
    ],
)
def test_what_is_jotted_in_passing_is_held_back(notes: str, private: str) -> None:
    assert private in held(notes)


@pytest.mark.parametrize(
    "notes",
    [
        "Talked about the depression mechanic, the drunk drivers campaign",
        "Discussed: 180 covers on $2.10 a head, the redundancy consultation rota",
        "We talked about how they tell families, the bereavement garden",
        "They asked about the mental-health car and drunk teenagers",
        "Talked wage revision, how they write miscarriage in the sequel",
    ],
)
def test_work_that_sounds_private_is_not_held_back(notes: str) -> None:
    assert held(notes) == ""


def test_a_clause_of_one_person_leans_and_a_topic_does_not() -> None:
    weights = leaning.load()

    def sound(clause: str) -> float:
        return leaning.score(weights, leaning.features(clause))

    assert sound("i overstayed my visa and never told them") >= weights.limit
    assert sound("the seed library") < weights.near


def test_a_broken_file_says_what_to_do(tmp_path: Path) -> None:
    broken = tmp_path / "leaning.json"
    broken.write_text('{"bias": 1}', "utf-8")
    with pytest.raises(ConfigError, match="reinstall afternote"):
        leaning.load(broken)


def test_long_notes_take_time_in_proportion() -> None:
    line = "i owe the the my knee is is the other other kept me waiting "

    def prepare(size: int) -> Callable[[], object]:
        text = (line * size)[:size]
        return lambda: read(text)

    assert_linear(prepare)
