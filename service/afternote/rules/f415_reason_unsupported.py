from collections.abc import Iterator

from afternote.rules.base import Finding, example, grounded, rule
from afternote.schema import Brief, Draft


@rule(
    "F415",
    why="A reason for the no that the reader did not give puts words in their mouth.",
    repair="Give no reason for the decision.",
    bad=(
        example(
            acknowledge=(
                "I understand that you chose somebody with more experience in retail."
            )
        ),
    ),
    good=(
        example(
            acknowledge=(
                "I understand that you chose somebody else for the Data Engineer role."
            )
        ),
    ),
)
def reason_unsupported(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from grounded(draft, brief, "reason-unsupported")
