"""Structure, where a rule's own examples cannot say it."""

import pytest

from afternote.check import check, parse, report
from afternote.rules.base import SAMPLE_BRIEF, SAMPLE_MOVES, Example, example
from afternote.schema import Draft, Options

HEARD = "Thank you for letting me know about the decision, which I respect."
VALUED = (
    "I enjoyed our conversation about the dbt migration, and your blameless "
    "post-mortems have given me plenty to think about since."
)
OPEN = "I would be glad to stay in touch, and to hear of another opening one day."
MOVES = {"S101": HEARD, "S102": VALUED, "S103": OPEN}


def codes(text: str, **wanted: object) -> set[str]:
    problems = report(text, None, options=Options.model_validate(wanted)).problems
    return {p.code for p in problems}


def note(*paragraphs: str) -> str:
    return "Hi Dana,\n\n" + "\n\n".join(paragraphs) + "\n\nBest,\nSam"


@pytest.mark.parametrize("code", MOVES)
def test_only_the_missing_move_is_missed(code: str) -> None:
    kept = [text for other, text in MOVES.items() if other != code]
    assert codes(note(*kept)) & set(MOVES) == {code}


def test_one_paragraph_and_four_are_as_good() -> None:
    assert not codes(note(" ".join(MOVES.values()))) & {*MOVES, "S104"}
    assert not codes(note(HEARD, VALUED, OPEN, "All my best to the team.")) & {*MOVES}


@pytest.mark.parametrize("move", ["acknowledge", "appreciate", "keep_in_touch"])
def test_a_draft_with_an_empty_move_is_caught(move: str) -> None:
    moves = SAMPLE_MOVES.model_copy(update={move: "  "})
    bad = Example(Draft.compose(moves, greeting="Hi Dana,"), SAMPLE_BRIEF)
    found = {p.code for p in check(bad.draft, bad.brief, strict=True)}
    wanted = {"acknowledge": "S101", "appreciate": "S102", "keep_in_touch": "S103"}
    assert wanted[move] in found


def test_moves_that_changed_places_in_a_draft_are_caught() -> None:
    bad = example(acknowledge=VALUED, appreciate=HEARD)
    assert "S101" in {p.code for p in check(bad.draft, bad.brief, strict=True)}


def test_the_open_door_before_the_decision_is_out_of_order() -> None:
    assert "S104" in codes(note(OPEN, VALUED, HEARD))
    assert "S104" not in codes(note(HEARD, VALUED, OPEN))


@pytest.mark.parametrize(
    "body",
    [
        "Dear Dana,\n\n" + HEARD,
        "Hello Dana, I hope the week is kind. " + HEARD,
        "Dear Ms Whitfield,\n\n" + HEARD,
    ],
)
def test_a_second_greeting_is_caught(body: str) -> None:
    assert "S106" in codes(note(body, VALUED, OPEN))


@pytest.mark.parametrize(
    "body",
    [
        "Good day, and thank you. " + HEARD,
        "Dear me, that was quick. " + HEARD,
        "Hi again from the train. " + HEARD,
    ],
)
def test_a_wish_is_no_second_greeting(body: str) -> None:
    assert "S106" not in codes(note(body, VALUED, OPEN))


def test_two_sign_offs_are_caught_and_a_postscript_is_none() -> None:
    text = note(HEARD, VALUED, OPEN)
    assert "S108" in codes(text + "\n\nKind regards,\nSam Rivera")
    assert "S108" not in codes(text + "\n\nPS I still owe you a coffee.")


def test_a_note_on_linkedin_needs_no_sign_off() -> None:
    text = "Hi Dana, thank you for telling me. I loved the visit. Let us stay in touch."
    assert "S107" not in codes(text, channel="linkedin")
    assert "S107" in codes(text)


def test_the_name_after_a_closing_is_not_judged_as_text() -> None:
    draft = parse(note(HEARD, VALUED, OPEN).replace("Best,\nSam", "Best,\nGuilt Love"))
    assert not [p for p in check(draft, None, strict=True) if p.code[0] == "T"]
