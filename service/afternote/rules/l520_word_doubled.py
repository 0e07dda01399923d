import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, phrases, rule
from afternote.schema import Brief, Draft

# "had had", "that that" and words doubled for effect are English.
_DOUBLED = re.compile(
    r"\b(the|a|an|and|to|of|in|for|on|at|with|my|your|our|is|was|be|it|we|you|me|as|by|"
    r"from|this|have|would|will|not|are)[ \n]+\1\b",
    re.I,
)


@rule(
    "L520",
    why="A small word typed twice is the slip that readers notice first.",
    source="CBS AMK; B4",
    repair="Take out the second of the two equal words.",
    bad=(example(keep_in_touch="I would be glad to to stay in touch."),),
    good=(
        example(
            acknowledge=(
                "Thank you for letting me know about your decision on the role. I had "
                "had some hopes, and that that was your choice I respect."
            )
        ),
    ),
    severity="advice",
    own="advice",
)
def word_doubled(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    yield from phrases(_DOUBLED, draft, "types a word twice: {found}")
