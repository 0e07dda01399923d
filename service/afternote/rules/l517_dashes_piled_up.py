import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule
from afternote.schema import Brief, Draft

_DASH = re.compile(r"—|(?<=\s)[–-]{1,2}(?=\s)")
SPARED = 2
"""Dashes of a note; 16 % of known notes have one at all (B5)."""


@rule(
    "L517",
    why="A pile of dashes is read, rightly or not, as the mark of a machine.",
    source="SMT COP; B5",
    repair="Turn dashes into full stops or commas; keep two at most.",
    bad=(
        example(
            appreciate=(
                "I enjoyed our conversation — all of it — about the dbt migration — "
                "and the blameless post-mortems."
            )
        ),
    ),
    good=(
        example(
            appreciate=(
                "I enjoyed our conversation - all of it - about the dbt migration, and "
                "your well-run, blameless post-mortems."
            )
        ),
    ),
    severity="advice",
    own="advice",
)
def dashes_piled_up(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    body = draft.body
    found = list(_DASH.finditer(body.text))
    if len(found) > SPARED:
        last = found[-1]
        said = f"has {len(found)} dashes"
        yield Finding(said, body.start + last.start(), body.start + last.end())
