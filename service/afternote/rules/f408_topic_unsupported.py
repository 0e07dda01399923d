from collections.abc import Iterator

from afternote.rules.base import Finding, example, grounded, rule
from afternote.schema import Brief, Draft


@rule(
    "F408",
    why="Thanks for a talk that never happened are worse than no thanks at all.",
    repair="Speak only of the topics that the brief holds.",
    bad=(
        example(
            appreciate="Your work on Kubernetes has given me plenty to think about."
        ),
    ),
    good=(
        example(
            appreciate=(
                "The dbt migration you described has given me plenty to think about."
            )
        ),
    ),
)
def topic_unsupported(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from grounded(draft, brief, "topic-unsupported")
