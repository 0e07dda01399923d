from collections.abc import Iterator

from afternote.rules.base import Finding, example, grounded, rule
from afternote.schema import Brief, Draft


@rule(
    "F418",
    why=(
        "The note is written in English; a sentence in another tongue is a slip of a "
        "machine."
    ),
    repair="Write the whole note in English.",
    bad=(
        example(
            appreciate=(
                "Merci beaucoup pour la conversation que nous avons eue avec vous."
            )
        ),
    ),
    good=(
        example(
            appreciate=(
                "I enjoyed our talk about the dbt migration, and went home with a "
                "certain joie de vivre."
            )
        ),
    ),
)
def language_wrong(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from grounded(draft, brief, "language-wrong")
