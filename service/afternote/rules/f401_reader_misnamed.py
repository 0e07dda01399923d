from collections.abc import Iterator

from afternote.rules.base import Finding, example, grounded, rule
from afternote.schema import Brief, Draft


@rule(
    "F401",
    why=(
        "A misspelt or wrong name is the first thing a reader sees and the last they "
        "forgive."
    ),
    repair="Use the reader's name exactly as the brief spells it.",
    bad=(
        example(greeting="Hi Diana,"),
        example(greeting="Dear Sam,"),
    ),
    good=(example(greeting="Dear Dana Whitfield,"),),
)
def reader_misnamed(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from grounded(draft, brief, "reader-misnamed")
