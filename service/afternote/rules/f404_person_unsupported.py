from collections.abc import Iterator

from afternote.rules.base import Finding, example, grounded, rule
from afternote.schema import Brief, Draft


@rule(
    "F404",
    why="Thanks to somebody who was not there unmasks the whole note.",
    repair="Leave out people whom the brief does not name.",
    bad=(example(appreciate="I enjoyed talking with Priya about the dbt migration."),),
    good=(
        example(
            appreciate="I enjoyed talking with you, Dana, about the dbt migration."
        ),
    ),
)
def person_unsupported(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from grounded(draft, brief, "person-unsupported")
