"""What a model proposes is accepted only with its quote, and within policy."""

import pytest

from afternote.reading import Proposal, Proposals, accept, read

NOTES = (
    "Long day in the end. The lady who decides, Ngozi, walked us round Harbor Print's "
    "letterpress. We compared ink drying. She told me in confidence that the site will "
    "close. Designer was what they wanted."
)


def accepted(field: str, value: str, quote: str, notes: str = NOTES) -> object:
    before = read(notes)
    proposals = Proposals(facts=[Proposal(field=field, value=value, quote=quote)])
    after = accept(notes, before, proposals)
    return None if after == before else after


def test_a_topic_with_a_verbatim_quote_becomes_a_phrase() -> None:
    brief = accept(
        NOTES,
        read(NOTES),
        Proposals(
            facts=[
                Proposal(
                    field="topic", value="ink drying", quote="compared  INK drying"
                )
            ]
        ),
    )
    assert "ink drying" in [t.value for t in brief.topics]
    assert [t.quote for t in brief.topics if t.how == "model"] == [
        "compared ink drying"
    ]


def test_a_company_is_taken_as_the_notes_spell_it() -> None:
    brief = accept(
        NOTES,
        read(NOTES).model_copy(update={"company": None}),
        Proposals(
            facts=[
                Proposal(field="company", value="harbor print", quote="Harbor Print's")
            ]
        ),
    )
    assert brief.company is not None
    assert (brief.company.value, brief.company.how) == ("Harbor Print", "model")


@pytest.mark.parametrize(
    ("field", "value", "quote"),
    [
        ("topic", "ink drying", "we compared paint drying"),
        ("topic", "the award for ink", "compared ink drying"),
        ("topic", "the site will close", "the site will close"),
        ("company", "Harbor Group", "Harbor Print"),
        ("reader", "Harbor Print's letterpress", "Harbor Print's letterpress"),
        ("reader", "the lady", "The lady who decides"),
        ("salary", "ink", "ink"),
        ("topic", "", "ink"),
        ("topic", "ink", ""),
        ("impressed", "my salary of 40k", "my salary of 40k"),
    ],
)
def test_what_the_quote_does_not_support_is_dropped(
    field: str, value: str, quote: str
) -> None:
    assert accepted(field, value, quote) is None


def test_a_proposal_never_overrides_a_label() -> None:
    notes = "Company: Acme Ltd\nManager: Dana Whitfield\nAlso saw Tom Ashe of Borealis."
    assert accepted("company", "Borealis", "Borealis", notes) is None
    assert accepted("reader", "Tom Ashe", "saw Tom Ashe", notes) is None
