from collections.abc import Iterator

from afternote.rules.base import Finding, example, grounded, rule
from afternote.schema import Brief, Draft


@rule(
    "F410",
    why="Praise that the reader never gave reads as fishing for it.",
    repair="Leave out praise of the writer that the brief does not hold.",
    bad=(example(appreciate="It meant a lot that you liked my portfolio."),),
    good=(
        example(appreciate="I liked your dbt migration, and I hope you liked it too."),
    ),
)
def compliment_unsupported(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from grounded(draft, brief, "compliment-unsupported")
