"""What is held back: which words of a note give it away, and which are anybody's."""

from pathlib import Path

import pytest

from afternote import wordings
from afternote.grounding import leaks
from afternote.schema import Brief, Channel, Draft, Fact, Held, Moves, To, Why

FOLDERS: list[tuple[To, Channel]] = [
    (to, channel)
    for to in ("manager", "recruiter", "interviewer")
    for channel in ("email", "linkedin")
]
KINDS: tuple[wordings.Kind, ...] = (
    "acknowledge",
    "appreciate",
    "keep_in_touch",
    "feedback",
    "connect",
)
EVERYTHING = "\n".join(
    p.read_text("utf-8")
    for p in sorted((Path(__file__).parents[2] / "fallbacks").rglob("*.md"))
)


def note(body: str) -> Draft:
    moves = Moves(subject="", acknowledge=body, appreciate="", keep_in_touch="")
    return Draft.compose(moves, greeting="Hello,", sign_off="Best,")


def holding(quote: str, why: Why, rest: str = "") -> Brief:
    held = Held(quote=quote, start=0, end=len(quote), why=why)
    fact = Fact(value=rest, quote=rest, start=0, end=len(rest), how="stated")
    return Brief(held_back=(held,), rest=(fact,) if rest else ())


@pytest.mark.parametrize(("to", "channel"), FOLDERS)
def test_a_wording_that_needs_nothing_leaks_nothing_whatever_is_held_back(
    to: To, channel: Channel
) -> None:
    for kind in KINDS:
        bare = [w.text for w in wordings.load(to, channel, kind) if not w.needs]
        assert bare
        for text in bare:
            assert not leaks(note(text), holding(text, "confidence")), text
            assert not leaks(note(text), holding(EVERYTHING, "complaint")), text


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("he says the Strathyre depot is to be sold", "I hope Strathyre thrives."),
        ("told me margins are awful, dont repeat", "May the awful margins mend."),
        ("the archivist is leaving, keep quiet", "I hear your archivist is leaving."),
        ("kept waiting 35 mins in the lobby", "Your lobby was cosy for 35 minutes."),
    ],
)
def test_words_that_few_people_use_give_a_secret_away(quote: str, words: str) -> None:
    assert [leak.certain for leak in leaks(note(words), holding(quote, "complaint"))]


@pytest.mark.parametrize(
    ("quote", "why", "words"),
    [
        ("her mother ran the shop", "family", "I liked the mother-and-child corner."),
        ("salary not encouraging", "pay", "Your kind words were encouraging."),
        ("staff late, room cold", "complaint", "Thank you for the room and the time."),
        ("he writes to each parent daily", "pay", "The letters to parents are lovely."),
    ],
)
def test_everyday_words_give_nothing_away(quote: str, why: Why, words: str) -> None:
    assert not leaks(note(words), holding(quote, why))


def test_a_word_that_the_notes_also_say_openly_is_free() -> None:
    words = "The furnace was a joy to see."
    assert leaks(note(words), holding("the furnace is broken", "confidence"))
    assert not leaks(
        note(words), holding("the furnace is broken", "confidence", "saw the furnace")
    )


def test_what_touches_private_life_is_no_certain_leak() -> None:
    brief = holding("reports of his grandfather, in vellum", "family")
    found = leaks(note("I admired your grandfather's vellum reports."), brief)
    assert [leak.certain for leak in found] == [False]
