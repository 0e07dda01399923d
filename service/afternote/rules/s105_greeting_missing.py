from collections.abc import Iterator

from afternote.rules.base import Finding, example, own_example, rule
from afternote.schema import Brief, Draft


@rule(
    "S105",
    why="A note without a greeting reads as a form letter or as a slammed door.",
    source="CBS; B4",
    repair="Open with a greeting on a line of its own, such as “Hi Dana,”.",
    bad=(own_example("Thank you for telling me. I hope we stay in touch."),),
    good=(example(greeting="Hello,"),),
    own="advice",
)
def greeting_missing(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    if draft.part("greeting") is None:
        start = draft.body.start
        yield Finding("there is no greeting", start, min(start + 1, len(draft.text)))
