from collections.abc import Iterator

from afternote.rules.base import Finding, example, grounded, rule
from afternote.schema import Brief, Draft


@rule(
    "F409",
    why="A promise that nobody made embarrasses both sides.",
    repair="Leave out promises, offers and plans that the brief does not hold.",
    bad=(example(keep_in_touch="I look forward to the report you offered to send."),),
    good=(
        example(
            keep_in_touch=(
                "I would be glad if you would keep me in mind, and I promise nothing "
                "but good company."
            )
        ),
    ),
)
def promise_unsupported(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from grounded(draft, brief, "promise-unsupported")
