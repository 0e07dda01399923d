from collections.abc import Iterator

from afternote.rules.base import Finding, example, grounded, rule
from afternote.schema import Brief, Draft


@rule(
    "F405",
    why=(
        "The reader knows the right figure; a wrong one says that the writer did not "
        "listen."
    ),
    repair="Leave out every number that the brief does not hold.",
    bad=(example(appreciate="Your dbt migration of forty models has stayed with me."),),
    good=(
        example(
            appreciate="One thing has stayed with me above all: the dbt migration."
        ),
    ),
)
def number_unsupported(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from grounded(draft, brief, "number-unsupported")
