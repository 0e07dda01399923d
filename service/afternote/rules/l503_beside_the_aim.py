from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule
from afternote.schema import Brief, Draft

LEAST, MOST = 60, 110
"""Words of an email body to aim for (WRC, ZAR, the middle of the corpus)."""


@rule(
    "L503",
    why="Between 60 and 110 words there is room for one real thing and no filler.",
    source="ZAR WRC SMT; B1",
    repair="Aim for 60 to 110 words: add what you valued, or cut what repeats.",
    bad=(
        example(
            appreciate="I enjoyed our conversation about the dbt migration.",
            acknowledge=(
                "Thank you for letting me know about your decision on the Data "
                "Engineer role, which I respect. It was good of you to write "
                "to me yourself."
            ),
        ),
    ),
    good=(example(),),
    severity="advice",
    own="advice",
)
def beside_the_aim(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    body = draft.body
    count = len(body.text.split())
    if draft.options.channel == "email" and not LEAST <= count <= MOST:
        yield Finding(f"has {count} words", body.start, body.end)
