"""What the notes hold, but of another: deeds, figures, days, persons, jobs."""

from typing import get_args

import pytest

from afternote import grounding
from afternote.grounding import Kind
from afternote.schema import Brief, Draft, Fact, Held, Moves, Person

NOTES = (
    "Saw Jonas Petrie, foreman, Brackwater Boats.",
    "Job: rigging supervisor.",
    "He made me draw the keel.",
    "I held the plank and Jonas sawed it.",
    "14 boats a year.",
    "Size decided by 6 people.",
    "Interview Tues 3 June.",
    "He emailed the no on Fri 6 June.",
    "The great flood was in Nov 2019.",
    "no reason given",
)


def _fact(quote: str, how: str = "stated") -> dict[str, object]:
    return {"value": quote, "quote": quote, "start": 0, "end": len(quote), "how": how}


JONAS = Person.model_validate(_fact("Jonas Petrie"))
BRIEF = Brief(
    reader=JONAS,
    people=(JONAS,),
    rest=tuple(Fact.model_validate(_fact(note)) for note in NOTES),
    held_back=(
        Held(quote="I dropped the mallet", start=0, end=20, why="self_criticism"),
    ),
)


def kinds(body: str, greeting: str = "Dear Jonas,") -> set[Kind]:
    moves = Moves(subject="", acknowledge=body, appreciate="", keep_in_touch="")
    draft = Draft.compose(moves, greeting=greeting, sign_off="Best,")
    every: tuple[Kind, ...] = get_args(Kind)
    return {kind for kind in every if list(grounding.faults(draft, BRIEF, kind))}


@pytest.mark.parametrize(
    ("invention", "kind"),
    [
        ("I liked watching as you drew the keel.", "doing-unsupported"),
        ("You held the plank while I sawed it.", "doing-unsupported"),
        ("I was amazed that fourteen people decide it.", "number-unsupported"),
        ("Thank you for your email on Tuesday.", "date-unsupported"),
        ("Our interview on Friday was a joy.", "date-unsupported"),
        ("I think of the flood of last November.", "date-unsupported"),
        ("Thank you for your note about the rigging manager post.", "role-misnamed"),
        ("It was good to meet you and your deputy.", "person-unsupported"),
        ("Please thank the lady who made the tea.", "person-unsupported"),
        ("The keel down in the cellar was a sight.", "place-unsupported"),
        ("I'm glad that my keel made an impression.", "compliment-unsupported"),
        ("I see that the orders cannot carry another wage.", "reason-unsupported"),
    ],
)
def test_what_the_notes_hold_of_another_is_found(invention: str, kind: Kind) -> None:
    assert kind in kinds(invention)


@pytest.mark.parametrize(
    "faithful",
    [
        "I liked drawing the keel when you asked me to.",
        "I held the plank while you sawed it.",
        "Fourteen boats a year, and six people who decide!",
        "Thank you for your email on Friday.",
        "Our interview on Tuesday was a joy.",
        "Thank you for your note about the rigging supervisor post.",
        "It was good to meet you and your team.",
        "I dropped the mallet, as you may recall.",
    ],
)
def test_what_the_notes_hold_of_the_same_passes(faithful: str) -> None:
    assert kinds(faithful) == set()


def test_a_name_of_the_notes_is_wrong_only_beside_the_one_who_sent_word() -> None:
    other = Person.model_validate(_fact("Mirela"))
    sent = BRIEF.model_copy(
        update={
            "people": (JONAS, other),
            "rest": (*BRIEF.rest, Fact.model_validate(_fact("Mirela showed me in"))),
        }
    )
    moves = Moves(subject="", acknowledge="Thanks.", appreciate="", keep_in_touch="")
    draft = Draft.compose(moves, greeting="Dear Mirela,", sign_off="Best,")
    silent = sent.model_copy(update={"rest": sent.rest[2:5] + sent.rest[-1:]})
    wrote = Fact.model_validate(_fact("Jonas rang with the no"))
    outright = silent.model_copy(update={"rest": (*silent.rest, wrote)})
    assert not list(grounding.faults(draft, silent, "reader-misnamed"))
    assert list(grounding.faults(draft, outright, "reader-misnamed"))
