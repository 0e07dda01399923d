import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule, scored
from afternote.schema import Brief, Draft

_SURE = re.compile(
    r"\b(?:sure (?:that )?(?:you|they|the \w+) (?:had|have|must have had) (?:your|"
    r"their|its) (?:own )?reasons\b|whatever (?:they|those|the reasons?|it) (?:were|"
    r"was|may be|might be)\b|(?:finally|eventually|at long last) (?:getting|got|"
    r"came|coming|found|finding|replying|replied|writing|letting)\b|(?:know|"
    r"getting back to me|in touch|reply(?:ing)?|answer(?:ing)?|respond(?:ing)?|"
    r"told me|phoning|ringing|writing),? (?:eventually|finally|at (?:long )?last|"
    r"in the end)\b[.!,]|for what(?:ever)? (?:it|that) (?:is|was|"
    r"may be) worth to you\b|with all due respect\b|assuming (?:this|anybody|anyone|"
    r"somebody) .{0,30}(?:reads?|inbox)\b)"
)


@rule(
    "T202",
    why=(
        "A barb wrapped in politeness is felt at once, and cannot be answered kindly."
    ),
    source="AAM07 NUT BEAR SMT; C5",
    repair=(
        "Say the plain thing instead: that you accept the decision, without remarks "
        "on how it was made."
    ),
    bad=(
        example(acknowledge="Thank you for finally getting back to me about the role."),
        example(acknowledge="I am sure you had your reasons, whatever they were."),
    ),
    good=(
        example(
            acknowledge=(
                "Thank you for letting me know. I am sure it was a close thing to "
                "weigh up, and I respect how you went about it."
            )
        ),
    ),
)
def barb_under_politeness(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from scored(
        draft,
        brief,
        "passive_aggressive",
        "{found} carries a barb that will be felt",
        _SURE,
    )
