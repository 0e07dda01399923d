from collections.abc import Iterator

from afternote.rules.base import Finding, example, grounded, rule
from afternote.schema import Brief, Draft


@rule(
    "F420",
    why="People know their own title; a wrong one is a small slight.",
    repair="Leave out titles that the brief does not give that person.",
    bad=(
        example(
            appreciate=(
                "Hearing from Dana, your chief technology officer, about the dbt "
                "migration was a pleasure."
            )
        ),
    ),
    good=(
        example(
            appreciate=(
                "Hearing from Dana, your head of data, about the dbt migration was a "
                "pleasure."
            )
        ),
    ),
)
def title_unsupported(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from grounded(draft, brief, "title-unsupported")
