import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule, scored
from afternote.schema import Brief, Draft

_SURE = re.compile(
    r"\b(?:look(?:ing|s)? (?:very much |so much )?forward to (?:joining (?:the|your|"
    r"you)(?: all)? (?:\w+ )?(?:team|company|firm|ward|department|school|crew|staff|"
    r"practice|monday)|joining (?:you )?(?:on (?:mon|tues|wednes|thurs|fri)day|"
    r"in (?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december)|next (?:week|month))|starting (?:on|in|work|as|the (?:job|"
    r"role|post))|my (?:first|start|induction)|the (?:next|second|final|"
    r"following) (?:round|stage|step|interview)|next steps|your (?:decision|answer|"
    r"offer|reply|response|verdict)|becoming|being part|the contract|"
    r"receiving (?:the|your|my))|(?:await|awaiting|waiting for|wait for) (?:your|"
    r"the) (?:final )?(?:decision|answer|verdict|offer|outcome|contract|"
    r"favou?rable)|i (?:gladly |happily |hereby |am happy to |am pleased to |"
    r"would like to )?accept (?:the|your|this) (?:job|offer|position|role|post)\b|"
    r"(?:when|what (?:day|time|date)) (?:do|can|should|shall|may) i (?:start|begin|"
    r"come in)\b|my (?:start date|first day|induction)\b|"
    r"still (?:very (?:much )?)?(?:in the running|under consideration|"
    r"being considered|interested in (?:this|the) (?:role|job|post|position))|"
    r"once (?:the|you have|you['’]ve) (?:\w+ )?(?:decision|decided|made (?:a|your|"
    r"the) (?:final )?(?:decision|choice|mind))|(?:delighted|happy|pleased|glad|"
    r"thrilled|honoured|honored) to accept\b|will start (?:as (?:agreed|planned)|on|"
    r"next)\b|(?:send|receive) (?:me )?the (?:contract|offer letter|paperwork)\b)"
)


@rule(
    "T210",
    why=(
        "Writing as if the job were still to be had tells the reader that their "
        "answer was not heard."
    ),
    source="SMT ZAR NUT; A2",
    repair=(
        "Write as somebody who has heard the no; speak of other openings, not of "
        "this one."
    ),
    bad=(
        example(keep_in_touch="I look forward to joining the team on Monday."),
        example(
            keep_in_touch="I would be glad to stay in touch, and I await your decision."
        ),
    ),
    good=(
        example(
            keep_in_touch=(
                "I would be glad to stay in touch, and I look forward to reading "
                "what you write on the migration."
            )
        ),
    ),
)
def taken_as_open(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from scored(
        draft,
        brief,
        "still_open",
        "{found} sounds as if the job were still open",
        _SURE,
    )
