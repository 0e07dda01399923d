"""The model that says what it is told."""

import pytest

from afternote.errors import ModelUnavailable
from afternote.models import Answer, Message
from afternote.models.scripted import Scripted
from afternote.schema import Moves

pytestmark = pytest.mark.anyio

ASKED = (Message("user", "Well?"),)
MOVES = Moves(subject="a", acknowledge="b", appreciate="c", keep_in_touch="d")


async def test_it_says_its_lines_in_order_and_keeps_what_it_was_shown() -> None:
    model = Scripted(["text", MOVES, Answer("whole", "other", 3, 4)], name="m")
    said = [await model.ask(ASKED, schema={"a": 1}, name="moves") for _ in range(3)]
    assert said == [
        Answer("text", "m", 0, 0),
        Answer(MOVES.model_dump_json(), "m", 0, 0),
        Answer("whole", "other", 3, 4),
    ]
    assert [(s.messages, s.name) for s in model.seen] == [(ASKED, "moves")] * 3


async def test_an_error_is_raised() -> None:
    gone = ModelUnavailable("gone", reason="rejected")
    with pytest.raises(ModelUnavailable, match="gone"):
        await Scripted([gone]).ask(ASKED, schema={}, name="moves")


async def test_a_callable_answers_to_what_it_is_shown() -> None:
    model = Scripted(lambda messages: messages[-1].content.upper())
    answer = await model.ask(ASKED, schema={}, name="moves")
    assert answer.text == "WELL?"


async def test_a_script_that_is_too_short_is_a_loud_mistake() -> None:
    with pytest.raises(LookupError, match="nothing left to say"):
        await Scripted([]).ask(ASKED, schema={}, name="moves")
