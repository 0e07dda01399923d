from collections.abc import Iterator

from afternote.rules.base import Finding, example, grounded, rule
from afternote.schema import Brief, Draft


@rule(
    "F414",
    why="Thanks for a call that was a mail show that the writer does not remember.",
    repair="Name the way the answer came only as the brief does.",
    bad=(
        example(acknowledge="Thank you for calling me about the Data Engineer role."),
    ),
    good=(
        example(
            acknowledge="Thank you for letting me know about the Data Engineer role."
        ),
    ),
)
def channel_wrong(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from grounded(draft, brief, "channel-wrong")
