from collections.abc import Iterator

from afternote.rules.base import Finding, example, grounded, rule
from afternote.schema import Brief, Draft


@rule(
    "F407",
    why="A place where nobody met makes the reader doubt the rest.",
    repair="Leave out places that the brief does not name.",
    bad=(example(appreciate="Seeing the dbt migration in Rotterdam was a pleasure."),),
    good=(example(appreciate="Seeing the dbt migration in practice was a pleasure."),),
)
def place_unsupported(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from grounded(draft, brief, "place-unsupported")
