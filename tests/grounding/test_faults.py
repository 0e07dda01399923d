"""What grounding finds on a hand-made brief: each kind, and what must pass."""

from collections.abc import Callable

import pytest
from tests.growth import assert_linear

from afternote import grounding
from afternote.grounding import Kind
from afternote.schema import (
    Brief,
    Decision,
    Draft,
    DraftPart,
    Fact,
    Moves,
    Person,
    Topic,
)

NOTES = (
    "Met Odile Marchetti-Quist (museum mgr) + Tamsin, who runs the dye room. "
    "Role: sr conservation officer, Fennel House Museum. She rang Thurs 4pm: no. "
    "Odile said every label is read aloud by a 9 yr old. "
    "Tamsin dyed the 60 flags with nettles, once a month. "
    "They went with someone who had more exp in textiles."
)


def _fact(quote: str, value: str | None = None) -> Fact:
    start = NOTES.index(quote)
    return Fact(
        value=value or quote,
        quote=quote,
        start=start,
        end=start + len(quote),
        how="stated",
    )


def _topic(quote: str, person: str) -> Topic:
    return Topic(**_fact(quote).model_dump(), person=person)


ODILE = Person(
    **_fact("Odile Marchetti-Quist").model_dump(), title="museum mgr", pronoun="she"
)
TAMSIN = Person(**_fact("Tamsin").model_dump())
BRIEF = Brief(
    reader=ODILE,
    company=_fact("Fennel House Museum"),
    role=_fact("sr conservation officer"),
    writer=Fact(value="Ruth Abara", quote="", start=0, end=0, how="flag"),
    people=(ODILE, TAMSIN),
    topics=(
        _topic("Odile said every label is read aloud by a 9 yr old", ODILE.value),
        _topic("Tamsin dyed the 60 flags with nettles, once a month", "Tamsin"),
    ),
    decision=Decision(
        channel=_fact("rang", "phone"),
        date=_fact("Thurs"),
        reason=_fact("someone who had more exp", "experience"),
    ),
)


def note(
    body: str, greeting: str = "Dear Odile,", sign_off: str = "With thanks,\nRuth Abara"
) -> Draft:
    moves = Moves(subject="", acknowledge=body, appreciate="", keep_in_touch="")
    return Draft.compose(moves, greeting=greeting, sign_off=sign_off)


def found(draft: Draft, brief: Brief = BRIEF) -> dict[Kind, list[grounding.Fault]]:
    kinds: dict[Kind, list[grounding.Fault]] = {}
    for kind in Kind.__args__:  # type: ignore[attr-defined]
        faults = list(grounding.faults(draft, brief, kind))
        if faults:
            kinds[kind] = faults
    return kinds


@pytest.mark.parametrize(
    ("kind", "words", "certain"),
    [
        ("company-misnamed", "I admire Fennel House Holdings.", True),
        ("company-misnamed", "I would like to see Fenel House again.", True),
        ("role-misnamed", "Thank you for news of the curator position.", True),
        ("role-misnamed", "I was glad to try for the post of Head Gardener.", True),
        ("person-unsupported", "It was good to meet your colleague Jonas.", False),
        ("person-unsupported", "Your storekeeper who let me in was kind.", False),
        ("number-unsupported", "The 90 flags were a sight.", False),
        ("number-unsupported", "The eighty flags were a sight.", False),
        ("number-unsupported", "I like that you dye the flags every week.", False),
        ("date-unsupported", "Thank you for ringing on Friday.", True),
        ("date-unsupported", "Thank you for ringing yesterday.", False),
        ("place-unsupported", "The flags dyed with nettles in the kitchen.", False),
        ("topic-unsupported", "Your story of the cellar ghosts stayed.", False),
        ("topic-unsupported", "I enjoyed hearing about the funicular.", False),
        ("promise-unsupported", "I'll post the drawings, as I promised.", False),
        ("promise-unsupported", "Thank you for offering to lend me a loom.", False),
        ("compliment-unsupported", "It meant a lot that you liked my work.", False),
        ("reported-speech-unsupported", "As you said, a wall keeps a nail.", False),
        ("reported-speech-unsupported", "Tamsin told me that soup cures all.", False),
        ("attribution-wrong", "You explained the flags dyed with nettles.", False),
        ("doing-unsupported", "I love how you made the flags with nettles.", False),
        ("channel-wrong", "Thank you for your email.", True),
        ("reason-unsupported", "I know that the role was put on hold.", True),
        ("pronoun-unsupported", "Odile, and what he said of labels.", True),
        ("link-unsupported", "Have a look at https://ruth.example/cv.", True),
        ("title-unsupported", "Odile, your head of finance, was kind.", True),
    ],
)
def test_an_invention_is_found_and_named(kind: Kind, words: str, certain: bool) -> None:
    faults = found(note(words))
    assert kind in faults, faults
    assert [f.certain for f in faults[kind]] == [certain]


@pytest.mark.parametrize(
    "words",
    [
        "Thank you for phoning on Thursday about the senior conservation officer role.",
        "Thanks for the call, which can't have been a pleasure to make.",
        "A nine-year-old reading each label out loud is a lovely idea.",
        "I keep thinking of sixty flags and all those nettles, month after month.",
        "Tamsin's flags were a joy, and I hope she knows it.",
        "I understand that you chose somebody with more experience.",
        "I was a little disappointed, but I respect the decision.",
        "I'll read up on natural dyes and will send you a request on LinkedIn.",
        "I would be glad if you kept me in mind, and I hope our paths cross again.",
        "It was generous of you to give me so much of a busy day.",
        "You told me so kindly that I could only be grateful.",
        "Fennel House is a place I would gladly see again.",
        "Please give my best to everybody at the Museum.",
    ],
)
def test_a_faithful_paraphrase_passes(words: str) -> None:
    assert found(note(words)) == {}


@pytest.mark.parametrize(
    ("greeting", "kind"),
    [
        ("Dear Odette,", "reader-misnamed"),
        ("Dear Tamsin,", "reader-misnamed"),
        ("Hi Ruth,", "reader-misnamed"),
        ("Dear Mr Marchetti-Quist,", "reader-misnamed"),
    ],
)
def test_a_greeting_names_the_reader_exactly(greeting: str, kind: Kind) -> None:
    faults = found(note("Thank you for the call.", greeting=greeting))
    assert [f.certain for f in faults[kind]] == [greeting != "Dear Tamsin,"]


@pytest.mark.parametrize(
    "greeting",
    ["Hi Odile,", "Dear Ms Marchetti-Quist,", "Good morning Odile,", "Hello,"],
)
def test_every_fair_form_of_the_name_is_a_greeting(greeting: str) -> None:
    assert found(note("Thank you for the call.", greeting=greeting)) == {}


def test_a_stranger_may_not_sign() -> None:
    faults = found(note("Thank you for the call.", sign_off="Best,\nSam Rivera"))
    assert faults["writer-misnamed"][0].certain
    assert found(note("Thank you for the call.", sign_off="Best,\nRuth")) == {}


def test_a_sentence_in_another_tongue_is_found() -> None:
    words = "Merci beaucoup pour la conversation que nous avons eue avec vous."
    assert "language-wrong" in found(note(words))


def test_an_initialism_may_be_spelt_out_and_formed() -> None:
    quote = "intensive care unit"
    topic = Topic(value=quote, quote=quote, start=0, end=19, how="stated")
    brief = BRIEF.model_copy(update={"topics": (topic,)})
    assert found(note("I enjoyed hearing about the ICU."), brief) == {}
    short = topic.model_copy(update={"value": "ICU", "quote": "ICU"})
    brief = BRIEF.model_copy(update={"topics": (short,)})
    assert found(note("I liked the Intensive Care Unit."), brief) == {}


def test_without_a_brief_nobody_is_contradicted_for_certain() -> None:
    draft = note("Thank you for calling on Friday about the flags.")
    for faults in found(draft, Brief()).values():
        assert not any(f.certain for f in faults)


HOSTILE = [
    "12 ",
    "someone with more experience ",
    "look forward to the ",
    "the way the ",
    "told me about ",
    "a@b.c ",
    "Odile Tamsin ",
    "March 3 ",
    "the big role ",
    "Your story of ",
    "you told ",
    "a-",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_grounding_is_linear_on_hostile_text(piece: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        draft = Draft((piece * size)[:size], (DraftPart("body", 0, size),))
        return lambda: (
            found(draft),
            grounding.evidence(draft, BRIEF),
            grounding.leaks(draft, BRIEF),
        )

    assert_linear(prepare)
