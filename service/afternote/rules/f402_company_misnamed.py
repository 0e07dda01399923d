from collections.abc import Iterator

from afternote.rules.base import Finding, example, grounded, rule
from afternote.schema import Brief, Draft


@rule(
    "F402",
    why=(
        "A wrong company name tells the reader that the note was meant for somebody "
        "else."
    ),
    repair="Name the company exactly as the brief does, or leave it out.",
    bad=(
        example(
            keep_in_touch="I would be glad to stay in touch with Northwind Holdings."
        ),
    ),
    good=(
        example(
            keep_in_touch="I would be glad to stay in touch with you and Northwind."
        ),
    ),
)
def company_misnamed(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from grounded(draft, brief, "company-misnamed")
