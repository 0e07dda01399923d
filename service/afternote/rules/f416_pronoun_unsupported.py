from collections.abc import Iterator

from afternote.rules.base import Finding, example, grounded, rule
from afternote.schema import Brief, Draft


@rule(
    "F416",
    why="A wrong he or she hurts the person it is said of.",
    repair='Use the name, or "they", unless the brief says he or she.',
    bad=(
        example(
            appreciate=(
                "Dana made the dbt migration clear, and her post-mortems have stayed "
                "with me."
            )
        ),
    ),
    good=(
        example(
            appreciate=(
                "Dana made the dbt migration clear, and the post-mortems have stayed "
                "with me."
            )
        ),
    ),
)
def pronoun_unsupported(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from grounded(draft, brief, "pronoun-unsupported")
