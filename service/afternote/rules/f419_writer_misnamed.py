from collections.abc import Iterator

from afternote.rules.base import Finding, example, grounded, rule
from afternote.schema import Brief, Draft


@rule(
    "F419",
    why="A note signed with another name cannot be sent.",
    repair="Sign with the writer's name as the brief spells it.",
    bad=(example(sign_off="With thanks,\nAlex Rivera"),),
    good=(example(sign_off="Kind regards,\nSam"),),
)
def writer_misnamed(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from grounded(draft, brief, "writer-misnamed")
