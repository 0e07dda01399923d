"""What is forgiven in a model's text, and what is not."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field
from tests.growth import assert_linear

from afternote.errors import ModelReplied
from afternote.models.reply import parse, schema_of
from afternote.schema import Frozen, Moves

MOVES = Moves(
    subject="Thank you",
    acknowledge='A "quoted" {brace}.',
    appreciate="B [list], and }.",
    keep_in_touch="C.",
)
GOOD = MOVES.model_dump_json()
KEYS = dict(MOVES.model_dump())


class Found(Frozen):
    field: str
    quote: str = Field(description="verbatim words")


class Facts(BaseModel):
    """A docstring that is none of the model's business."""

    facts: list[Found]


FACTS = Facts(facts=[Found(field="role", quote="x"), Found(field="topic", quote="y")])


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        f"```json\n{GOOD}\n```",
        f"Here is the {{JSON}} you asked for:\n```\n{GOOD}\n```\nAnything else?",
        f"Sure [1]: {GOOD}",
        f'<think>Perhaps {{"subject": 1}}?</think>\n{GOOD}',
        f"they want a note, so</think>{GOOD}",
        f"\ufeff{GOOD}",
        f"[{GOOD}]",
        f"[ {GOOD} ] as you wished",
        json.dumps({"note": KEYS}),
        json.dumps([{"note": KEYS}]),
        json.dumps({k.replace("_", " ").title(): v for k, v in KEYS.items()}),
        json.dumps({"keepInTouch" if k[0] == "k" else k: v for k, v in KEYS.items()}),
        json.dumps(KEYS, indent=2),
    ],
)
def test_form_is_forgiven(text: str) -> None:
    assert parse(text, Moves) == MOVES


def test_a_line_break_may_stand_inside_a_string() -> None:
    text = GOOD.replace("C.", "C,\nD.")
    assert parse(text, Moves).keep_in_touch == "C,\nD."


@pytest.mark.parametrize("cut", range(1, len(GOOD)))
def test_half_an_answer_is_never_taken_for_a_whole_one(cut: int) -> None:
    for text in (GOOD[:cut], f"```json\n{GOOD[:cut]}", f"[{GOOD[:cut]}"):
        with pytest.raises(ModelReplied):
            parse(text, Moves)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thank you for everything.",
        "null",
        "42",
        "[]",
        "{}",
        GOOD + GOOD,
        f"[{GOOD}, {GOOD}]",
        f"[{GOOD}",
        f'{GOOD} or rather {{"subject": "Hi"}}',
        GOOD.replace('"subject":', '"subject": "first", "subject":'),
        GOOD.replace('"subject":', '"Subject": "first", "subject":'),
        GOOD.replace('"C."', '"C." ,'),
        GOOD.replace('"C."', "null"),
        GOOD.replace('"C."', "7"),
        GOOD.replace('"C."', '["C."]'),
        GOOD.replace('"C."', '"C.", "greeting": "Hi"'),
        GOOD.replace('"', "'"),
        json.dumps({"note": KEYS, "other": KEYS}),
        json.dumps({"note": {"moves": KEYS}}),
        f"<think>{GOOD}",
    ],
)
def test_what_is_not_one_whole_reply_is_refused(text: str) -> None:
    with pytest.raises(ModelReplied) as caught:
        parse(text, Moves)
    assert caught.value.reason == "unreadable"
    assert "\n" not in str(caught.value)


def test_the_message_quotes_nothing_of_the_answer() -> None:
    with pytest.raises(ModelReplied) as caught:
        parse('{"subject": "Dana Whitfield", "Whitfield"', Moves)
    assert "Whitfield" not in str(caught.value)
    with pytest.raises(ModelReplied) as caught:
        parse('{"subject": ["Dana Whitfield"]}', Moves)
    assert "Whitfield" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        FACTS.model_dump_json(),
        json.dumps({"Facts": [{"Field": "role", "Quote": "x"},
                              {"Field": "topic", "quote": "y"}]}),
        json.dumps(FACTS.model_dump()["facts"]),
        json.dumps({"result": FACTS.model_dump()}),
        json.dumps([FACTS.model_dump()]),
    ],
)  # fmt: skip
def test_a_list_of_facts_is_forgiven_the_same(text: str) -> None:
    assert parse(text, Facts) == FACTS


def test_one_fact_alone_is_a_list_of_one() -> None:
    text = json.dumps([{"field": "role", "quote": "x"}])
    assert parse(text, Facts) == Facts(facts=[Found(field="role", quote="x")])


@pytest.mark.parametrize(
    "unit",
    ["{", " {", "[", '{"', '{"a":', '[{"a":', '{ "', "<think>", "</think>", "[ ", "}"],
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        text = unit * (size // len(unit))

        def work() -> None:
            with pytest.raises(ModelReplied):
                parse(text, Moves)

        return work

    assert_linear(prepare, 40_000)


@given(st.text())
def test_any_text_without_the_keys_is_refused(text: str) -> None:
    with pytest.raises(ModelReplied) as caught:
        parse(text, Moves)
    assert caught.value.reason == "unreadable"


@given(st.fixed_dictionaries(dict.fromkeys(KEYS, st.text())))
def test_whatever_the_words_they_come_through_unchanged(said: dict[str, str]) -> None:
    assert parse(f"Well:\n{json.dumps(said)}\nDone", Moves).model_dump() == said


def test_the_schema_sent_holds_no_words_of_ours() -> None:
    schema = schema_of(Facts)
    assert "docstring" not in str(schema)
    assert "'title'" not in str(schema)
    assert "verbatim words" in str(schema)
    assert schema["properties"]["facts"]["type"] == "array"
    fact = schema["$defs"]["Found"]
    assert schema["additionalProperties"] is fact["additionalProperties"] is False


def test_a_property_may_be_called_title() -> None:
    class Headed(Frozen):
        title: str
        description: str

    assert set(schema_of(Headed)["properties"]) == {"title", "description"}
