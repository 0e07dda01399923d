"""The sample note that rules show their examples in."""

from typing import Literal

from afternote.letter import drafted
from afternote.rules.base.contract import Example
from afternote.schema import Brief, Draft, Fact, Moves, Options, Person, Topic

SAMPLE_NOTES = (
    "Met Dana Whitfield, head of data at Northwind Analytics. Data Engineer role. "
    "Talked about the dbt migration. Loved their blameless post-mortems. "
    "Rejected by email. Sam Rivera"
)


def _span(words: str) -> tuple[int, int]:
    start = SAMPLE_NOTES.index(words)
    return start, start + len(words)


def _fact(value: str, quote: str | None = None) -> Fact:
    start, end = _span(quote or value)
    return Fact(value=value, quote=quote or value, start=start, end=end, how="stated")


def _topic(value: str, quote: str, kind: Literal["discussed", "impressed"]) -> Topic:
    start, end = _span(quote)
    return Topic(
        value=value, quote=quote, start=start, end=end, how="stated", kind=kind
    )


_READER = Person(
    **_fact("Dana Whitfield").model_dump(), title="head of data", part="manager"
)
SAMPLE_BRIEF = Brief(
    reader=_READER,
    company=_fact("Northwind Analytics"),
    role=_fact("Data Engineer"),
    writer=_fact("Sam Rivera"),
    people=(_READER,),
    topics=(
        _topic("the dbt migration", "the dbt migration", "discussed"),
        _topic(
            "your blameless post-mortems", "their blameless post-mortems", "impressed"
        ),
    ),
)
SAMPLE_MOVES = Moves(
    subject="Thank you from Sam Rivera",
    acknowledge=(
        "Thank you for letting me know about your decision on the Data Engineer role. "
        "I was sorry not to be the one, and I respect the choice you made."
    ),
    appreciate=(
        "I enjoyed our conversation about the dbt migration, and your blameless "
        "post-mortems have given me plenty to think about since."
    ),
    keep_in_touch="I would be glad to stay in touch with you and Northwind Analytics.",
)


def example(
    *,
    subject: str = SAMPLE_MOVES.subject,
    acknowledge: str = SAMPLE_MOVES.acknowledge,
    appreciate: str = SAMPLE_MOVES.appreciate,
    keep_in_touch: str = SAMPLE_MOVES.keep_in_touch,
    greeting: str = "Hi Dana,",
    sign_off: str = "With thanks,\nSam Rivera",
    brief: Brief = SAMPLE_BRIEF,
    options: Options | None = None,
) -> Example:
    """Return the sample draft with the parts given in place of its own."""
    moves = Moves(
        subject=subject,
        acknowledge=acknowledge,
        appreciate=appreciate,
        keep_in_touch=keep_in_touch,
    )
    draft = Draft.compose(moves, greeting=greeting, sign_off=sign_off, options=options)
    return Example(draft, brief)


def own_example(text: str, *, brief: Brief = SAMPLE_BRIEF) -> Example:
    """Return *text* as a draft that a person pasted."""
    return Example(drafted(text), brief)


def linkedin_example() -> Example:
    """Return the sample draft as short as LinkedIn wants it."""
    return example(
        acknowledge="thank you for letting me know about the role.",
        appreciate="Our talk about the dbt migration stayed with me.",
        keep_in_touch="I would be glad to stay in touch.",
        sign_off="Sam Rivera",
        options=Options(channel="linkedin"),
    )
