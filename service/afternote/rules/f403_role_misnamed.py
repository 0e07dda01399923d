from collections.abc import Iterator

from afternote.rules.base import Finding, example, grounded, rule
from afternote.schema import Brief, Draft


@rule(
    "F403",
    why="A wrong job title shows that the writer did not look.",
    repair='Name the role exactly as the brief does, or say "the role".',
    bad=(
        example(
            acknowledge="Thank you for letting me know about the Data Scientist role."
        ),
    ),
    good=(
        example(
            acknowledge="Thank you for letting me know about the engineering role."
        ),
    ),
)
def role_misnamed(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from grounded(draft, brief, "role-misnamed")
