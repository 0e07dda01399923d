from collections.abc import Iterator

from afternote.rules.base import SAMPLE_BRIEF, Finding, example, grounded, rule
from afternote.schema import Brief, Draft, Person, Topic

_PRIYA = Person(value="Priya", quote="Priya", start=0, end=5, how="stated")
_QUOTE = "Priya explained the wall map of incidents"
_BRIEF = SAMPLE_BRIEF.model_copy(
    update={
        "people": (*SAMPLE_BRIEF.people, _PRIYA),
        "topics": (
            *SAMPLE_BRIEF.topics,
            Topic(value=_QUOTE, quote=_QUOTE, start=0, end=len(_QUOTE), how="stated"),
        ),
    }
)


@rule(
    "F412",
    why="Credit to the wrong person slights two people at once.",
    repair="Credit each topic to the person the brief names, or to nobody.",
    bad=(
        example(
            appreciate=(
                "Thank you for the wall map of incidents, which you explained so well."
            ),
            brief=_BRIEF,
        ),
    ),
    good=(
        example(
            appreciate="I enjoyed how Priya explained the wall map of incidents.",
            brief=_BRIEF,
        ),
    ),
)
def attribution_wrong(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from grounded(draft, brief, "attribution-wrong")
