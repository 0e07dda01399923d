from collections.abc import Iterator

from afternote.rules.base import Finding, example, grounded, rule
from afternote.schema import Brief, Draft


@rule(
    "F406",
    why="A day that was not the day shows that the note was made up.",
    repair='Leave out every day, date and "yesterday" that the brief does not hold.',
    bad=(example(acknowledge="Thank you for your email last Tuesday about the role."),),
    good=(
        example(acknowledge="Thank you for letting me know these days about the role."),
    ),
)
def date_unsupported(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from grounded(draft, brief, "date-unsupported")
