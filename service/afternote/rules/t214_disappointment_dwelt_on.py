import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule, scored
from afternote.schema import Brief, Draft

_SURE = re.compile(
    r"\b(?:(?:devastat(?:ed|ing)|heart-?broken|inconsolable|grief-?stricken|"
    r"utterly crushed|absolutely gutted|completely (?:crushed|gutted)|in despair)\b|"
    r"(?:my heart (?:is|was) broken|broke my heart (?:to (?:hear|read|get)|when))\b|"
    r"(?:cried|wept|sobbed|in tears|crying)\b(?! (?:with|from|of) (?:laugh|joy|"
    r"mirth|happi))|(?:not|haven['’]t|hardly|barely|scarcely|"
    r"n['’]t) (?:\w+ )?(?:slept|eaten)\b|(?:sleepless night|"
    r"lost (?:all )?sleep over (?:this|the (?:decision|rejection|news|no)))|"
    r"what i did wrong\b|what i could have done (?:differently|better)\b|"
    r"knocked (?:all )?the stuffing\b|i(?:['’]ll| will| shall)? (?:may |"
    r"might )?never (?:get|be) (?:over|the same)\b)"
)


@rule(
    "T214",
    why=(
        "One honest word of disappointment is fine; more of it asks the reader to "
        "comfort you."
    ),
    source="ZAR BEAR KEL1 REC; A3 C9",
    repair=("Keep one short clause of disappointment at most, then turn to thanks."),
    bad=(
        example(
            acknowledge=(
                "Thank you for telling me, although I am absolutely devastated."
            )
        ),
        example(acknowledge="I cried all evening and have not slept since your mail."),
    ),
    good=(
        example(
            acknowledge=(
                "Thank you for letting me know. I was a little disappointed, of "
                "course, and I respect the choice you made."
            )
        ),
    ),
)
def disappointment_dwelt_on(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from scored(
        draft, brief, "dwelling", "{found} asks the reader for comfort", _SURE
    )
