"""`--private`: no name of the brief leaves, and every name comes back."""

from afternote import private
from afternote.rules.base import SAMPLE_BRIEF, SAMPLE_MOVES
from afternote.schema import Moves, Topic


def test_no_name_is_left_in_what_is_sent() -> None:
    names = private.tokens(SAMPLE_BRIEF)

    sent = private.hide(
        "To Dana Whitfield at Northwind Analytics; Dana and Whitfield; from Sam", names
    )

    for name in ("Dana", "Whitfield", "Northwind", "Analytics", "Sam"):
        assert name not in sent


def test_the_names_come_back_whatever_case_the_model_chose() -> None:
    names = private.tokens(SAMPLE_BRIEF)
    told = Moves(
        subject="From COMPANYNAME",
        acknowledge="Thanks, person1.",
        appreciate="At Companyname.",
        keep_in_touch="Bye.",
    )

    back = private.put_back(told, names)

    assert back.acknowledge == "Thanks, Dana Whitfield."
    assert back.appreciate == "At Northwind Analytics."
    assert back.subject == "From Northwind Analytics"


def test_text_without_tokens_is_left_alone() -> None:
    assert private.put_back(SAMPLE_MOVES, private.tokens(SAMPLE_BRIEF)) == SAMPLE_MOVES


def test_a_topic_with_an_unknown_capitalised_word_is_dropped() -> None:
    def topic(value: str) -> Topic:
        return Topic(value=value, quote=value, start=0, end=len(value), how="stated")

    kept = topic("your ICU rota")
    brief = SAMPLE_BRIEF.model_copy(
        update={"topics": (kept, topic("what Okonkwo built"))}
    )

    assert private.narrowed(brief).topics == (kept,)
