from collections.abc import Iterator

from afternote.rules.base import SAMPLE_BRIEF, Finding, example, grounded, rule
from afternote.schema import Brief, Draft, Person, Topic

_PRIYA = Person(value="Priya", quote="Priya", start=0, end=5, how="stated")
_QUOTE = "Priya drew the wall map of incidents"
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
    "F413",
    why="The reader knows who did what; a mix-up says that the writer forgot them.",
    repair="Say only what the brief says somebody did.",
    bad=(
        example(
            appreciate="I keep thinking of how you drew the wall map of incidents.",
            brief=_BRIEF,
        ),
    ),
    good=(
        example(
            appreciate="I keep thinking of how Priya drew the wall map of incidents.",
            brief=_BRIEF,
        ),
    ),
)
def doing_unsupported(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from grounded(draft, brief, "doing-unsupported")
