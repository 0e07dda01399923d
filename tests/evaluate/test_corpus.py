"""Repetition over a whole run: found, and in time that grows with the run."""

import random
from collections.abc import Callable

from tests.growth import assert_linear

from afternote.evaluate.corpus import Text, measure

BODY = (
    "Thank you for letting me know about the decision. I enjoyed our talk about "
    "{topic} and I hope that we meet again before long, {name}."
)


def unlike(count: int) -> list[Text]:
    chance = random.Random(4)
    words = ["".join(chance.choices("abcdefghij", k=6)) for _ in range(4000)]
    return [
        Text(str(n), " ".join(chance.choices(words, k=80)), ()) for n in range(count)
    ]


def test_two_notes_that_differ_in_the_name_only_are_twins() -> None:
    texts = [
        Text("a", BODY.format(topic="rotas", name="Dana"), ("Dana",)),
        Text("b", BODY.format(topic="rotas", name="Amos Veld"), ("Amos Veld",)),
        *unlike(5),
    ]

    found = measure(texts)

    assert [(t.one, t.other) for t in found.twins] == [("a", "b")]
    assert found.near_duplicates == 2 / 7


def test_unlike_notes_are_no_twins_and_repeat_nothing() -> None:
    found = measure(unlike(50))

    assert found.twins == ()
    assert found.repeated < 0.01


def test_one_text_over_and_over_packs_well_and_repeats_itself() -> None:
    found = measure([Text(str(n), BODY, ()) for n in range(20)])

    assert found.repeated > 0.9
    assert found.compression > 5 * measure(unlike(20)).compression
    assert found.near_duplicates == 1.0


def test_eight_times_the_notes_do_not_take_64_times_as_long() -> None:
    def prepare(count: int) -> Callable[[], object]:
        texts = unlike(count)
        return lambda: measure(texts)

    assert_linear(prepare, 160)


def test_no_notes_have_no_figures() -> None:
    assert measure([]).near_duplicates == 0.0
