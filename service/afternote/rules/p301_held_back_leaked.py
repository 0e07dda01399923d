from collections.abc import Iterator

from afternote import grounding
from afternote.rules.base import SAMPLE_BRIEF, Finding, example, rule
from afternote.schema import Brief, Draft, Held

_BRIEF = SAMPLE_BRIEF.model_copy(
    update={
        "held_back": (
            Held(
                quote="the archivist is leaving", start=200, end=224, why="confidence"
            ),
        )
    }
)


@rule(
    "P301",
    why="What was told in confidence, or only to oneself, must not reach the reader.",
    repair="Leave out everything that the notes keep private.",
    bad=(
        example(
            appreciate="I was sorry to hear that your archivist is leaving.",
            brief=_BRIEF,
        ),
    ),
    good=(
        example(
            appreciate="I enjoyed our talk about the dbt migration before leaving.",
            brief=_BRIEF,
        ),
    ),
)
def held_back_leaked(draft: Draft, brief: Brief) -> Iterator[Finding]:
    for leak in grounding.leaks(draft, brief):
        message = f"says what is held back: {leak.words!r}"
        yield Finding(message, leak.start, leak.end, leak.certain)
