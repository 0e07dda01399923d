from afternote.grounding import evidence, leaks
from afternote.rules.base import SAMPLE_BRIEF, SAMPLE_NOTES, example
from afternote.schema import Held


def test_each_particular_is_traced_to_its_words_in_the_notes() -> None:
    draft = example().draft
    found = evidence(draft, SAMPLE_BRIEF)
    assert [e.said for e in found] == [
        "Data Engineer",
        "dbt migration",
        "blameless post-mortems",
        "Northwind Analytics",
    ]
    for one in found:
        assert SAMPLE_NOTES[one.start : one.end] == one.quote
        assert one.said in draft.text


def test_the_move_is_the_one_that_says_it() -> None:
    moves = {e.said: e.move for e in evidence(example().draft, SAMPLE_BRIEF)}
    assert moves["Data Engineer"] == "acknowledge"
    assert moves["dbt migration"] == "appreciate"
    assert moves["Northwind Analytics"] == "keep_in_touch"


def test_a_fact_set_by_a_flag_rests_on_no_words_and_is_left_out() -> None:
    role = SAMPLE_BRIEF.role
    assert role is not None
    flagged = role.model_copy(update={"quote": "", "start": 0, "end": 0, "how": "flag"})
    brief = SAMPLE_BRIEF.model_copy(update={"role": flagged})
    assert "Data Engineer" not in [e.said for e in evidence(example().draft, brief)]


def test_a_paraphrased_topic_is_still_traced() -> None:
    draft = example(appreciate="How you migrated to dbt is still on my mind.").draft
    quotes = [e.quote for e in evidence(draft, SAMPLE_BRIEF)]
    assert "the dbt migration" in quotes


def test_two_words_of_what_is_held_back_are_a_leak() -> None:
    held = Held(
        quote="they froze on the SQL part", start=0, end=26, why="self_criticism"
    )
    brief = SAMPLE_BRIEF.model_copy(update={"held_back": (held,)})
    draft = example(appreciate="I am sorry that I froze over SQL.").draft
    assert [leak.words for leak in leaks(draft, brief)] == ["froze over SQL"]


def test_what_an_accepted_fact_holds_is_no_leak() -> None:
    held = Held(quote="the migration to dbt dragged", start=0, end=28, why="gossip")
    brief = SAMPLE_BRIEF.model_copy(update={"held_back": (held,)})
    assert leaks(example().draft, brief) == ()
