"""Whose doing it was, whom a "he" is said of, and scenes of another's notes."""

from typing import get_args

import pytest
from tests.growth import assert_linear

from afternote import grounding
from afternote.grounding import Kind
from afternote.schema import Brief, Draft, Fact, Moves, Person

NOTES = (
    "Panel: Marit Solheim (owner) & Kit, he's the blender.",
    "Tansy: rinse the copper three times, never twice.",
    "Kit showed me the smoke house; she let me turn the apple press.",
    "her dad Alf gave me a jar of quince jelly",
    "I peeled 12 lemons, she timed it.",
    "I brought my bottle labels along.",
    "They press 26 barrels, 5 of them are oak.",
    "a whole crate counts as 15 bottles, I had guessed 9",
    "one pond behind the still.",
    "She rang on 14 March: no.",
)


def _fact(quote: str) -> dict[str, object]:
    return {
        "value": quote,
        "quote": quote,
        "start": 0,
        "end": len(quote),
        "how": "stated",
    }


MARIT = Person.model_validate(_fact("Marit Solheim"))
BRIEF = Brief(
    reader=MARIT,
    people=(MARIT,),
    rest=tuple(Fact.model_validate(_fact(note)) for note in NOTES),
)


def kinds(body: str) -> set[Kind]:
    moves = Moves(
        subject="",
        acknowledge="Thank you for ringing.",
        appreciate=body,
        keep_in_touch="I hope we meet again.",
    )
    draft = Draft.compose(moves, greeting="Dear Marit,", sign_off="Best,")
    every: tuple[Kind, ...] = get_args(Kind)
    return {kind for kind in every if list(grounding.faults(draft, BRIEF, kind))}


@pytest.mark.parametrize(
    ("invention", "kind"),
    [
        ("What you taught me about rinsing the copper will stay.", "attribution-wrong"),
        ("I loved the smoke house you showed me.", "attribution-wrong"),
        ("Thank you, too, for Tansy's quince jelly.", "attribution-wrong"),
        ("Please tell Kit that I liked her smoke house.", "pronoun-unsupported"),
        ("You peeled twelve lemons in no time.", "attribution-wrong"),
        ("I won't forget your bottle labels.", "doing-unsupported"),
        ("Pressing twenty-six oak barrels is a feat.", "number-unsupported"),
        ("A crate counts as nine bottles, I hear.", "number-unsupported"),
        ("Seeing the two ponds was a joy.", "number-unsupported"),
        ("I was glad of the fourteen bottles.", "number-unsupported"),
        ("It was good to see you and Mrs Solheim at work.", "person-unsupported"),
        ("She praised my steady hands.", "compliment-unsupported"),
        ("The owls nested in a biscuit tin above the old lathe.", "topic-unsupported"),
    ],
)
def test_an_invention_is_found(invention: str, kind: Kind) -> None:
    assert kind in kinds(invention)


@pytest.mark.parametrize(
    "words",
    [
        "I loved the smoke house that Kit showed me.",
        "Tansy's advice to rinse the copper three times has stayed with me.",
        "Turning the apple press was a treat, and you were kind to let me.",
        "Please tell Kit that I liked his smoke house.",
        "Peeling twelve lemons while you timed me was great fun.",
        "I'm glad that I brought my bottle labels.",
        "Twenty-six barrels, and five of them oak!",
        "So a crate counts as fifteen bottles; I had said nine.",
        "Please thank Alf for the jar of quince jelly.",
    ],
)
def test_what_the_notes_hold_passes(words: str) -> None:
    assert kinds(words) == set()


def test_many_persons_and_clauses_take_linear_time() -> None:
    def prepare(size: int) -> object:
        notes = "Tom showed Ann 12 kilns; he let Kim press 9 jars, Bo & Di laughed. "
        text = (notes * (size // len(notes) + 1))[:size]
        fact = Fact.model_validate(_fact(text))
        brief = Brief(reader=MARIT, people=(MARIT,), rest=(fact,) * 3)
        moves = Moves(subject="", acknowledge=text, appreciate="", keep_in_touch="")
        draft = Draft.compose(moves, greeting="Dear Marit,", sign_off="Best,")
        return lambda: list(grounding.faults(draft, brief, "attribution-wrong"))

    assert_linear(prepare)  # type: ignore[arg-type]
