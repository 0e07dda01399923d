from collections.abc import Iterator

from afternote.rules.base import Finding, example, grounded, rule
from afternote.schema import Brief, Draft


@rule(
    "F417",
    why="A link that the notes do not hold may lead anywhere.",
    repair="Leave out links and addresses.",
    bad=(example(keep_in_touch="Let us stay in touch: https://sam.example/cv"),),
    good=(example(keep_in_touch="Let us stay in touch. I would be glad of it."),),
)
def link_unsupported(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from grounded(draft, brief, "link-unsupported")
