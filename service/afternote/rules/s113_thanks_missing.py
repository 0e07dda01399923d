import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule
from afternote.schema import Brief, Draft

_THANKS = re.compile(
    r"thank|grateful|gratitude|appreciat|cheers|obliged|kind of you|good of you|"
    r"decent of you|glad|enjoy|pleasure|courtesy|meant|\bta\b|thx|bless",
    re.I,
)


@rule(
    "S113",
    why="Thanks are what the reader opens the note for, and what they remember of it.",
    source="KEL1 KEL2 GD IND INT OWL BAL SMT ZAR; A1",
    repair="Thank the reader once, near the start, for something they did.",
    bad=(
        example(
            acknowledge="I have read your decision on the Data Engineer role.",
            appreciate="The dbt migration and the post-mortems have stayed with me.",
            keep_in_touch="I hope we can stay in touch.",
            sign_off="Best,\nSam Rivera",
        ),
    ),
    good=(
        example(
            acknowledge=(
                "It was good of you to tell me yourself about the Data Engineer role. "
                "I was sorry not to be the one, and I respect the choice you made."
            )
        ),
    ),
    severity="advice",
    own="advice",
)
def thanks_missing(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    if not _THANKS.search(draft.text):
        body = draft.body
        yield Finding("nobody is thanked for anything", body.start, body.end)
