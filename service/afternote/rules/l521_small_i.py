import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, phrases, rule
from afternote.schema import Brief, Draft

_SMALL = re.compile(r"(?<![\w.'’-])i(?=['’](?:m|d|ve|ll)\b| [a-z])(?!\.e)")


@rule(
    "L521",
    why="A small i for I is a slip that recruiters name when asked what puts them off.",
    source="CBS; B4",
    repair="Write I with a capital letter.",
    bad=(
        example(keep_in_touch="Next time i would be glad to stay in touch with you."),
    ),
    good=(
        example(
            keep_in_touch="I would be glad to stay in touch, i.e. on LinkedIn too."
        ),
    ),
    severity="advice",
    own="advice",
)
def small_i(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    yield from phrases(_SMALL, draft, "writes a small i: {found}")
