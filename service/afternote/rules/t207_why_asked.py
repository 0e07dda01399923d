import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule, scored
from afternote.schema import Brief, Draft

_SURE = re.compile(
    r"\b(?:why (?:was i|wasn['’]t i|did i (?:not|miss)|i was(?:n['’]t| not| passed|"
    r" turned| rejected| overlooked)|i (?:did not|didn['’]t)|not me|me\?|(?:did|"
    r"would) you (?:not|pick|choose|reject|turn|go))|(?:know|tell me|wonder(?:ing|"
    r"ed)?|explain|hear|ask|learn|to understand) (?:\w+ )?why you (?:chose|rejected|"
    r"turned|picked|went|did|decided|passed|preferred|hired)\b|(?:exact|real|actual|"
    r"true|specific|precise|full) (?:reasons?|grounds)\b|reasons? (?:for|"
    r"behind) (?:my|the|your) (?:rejection|refusal|decision|no\b)|"
    r"reasons? (?:why )?i (?:was|did|have)(?:n['’]t| not| been)|what (?:exactly |"
    r"precisely )?(?:did i|have i|was it(?: exactly)?(?: that)? i|it was i|i) (?:do|"
    r"did|done|get|got|say|said)? ?wrong\b|what (?:it was that )?(?:put you off|"
    r"counted against me|let me down)\b|on what (?:basis|grounds)\b|(?:owe|"
    r"entitled to|demand|deserve) (?:me )?(?:an? )?(?:explanation|answer|"
    r"reasons?)\b|(?:please|could you|would you|can you|you could|"
    r"kindly) explain (?:to me )?(?:why|your (?:decision|choice|reason)|how you))"
)


@rule(
    "T207",
    why=(
        "Asking why makes the reader defend themselves, and the answer is a form "
        "letter at best."
    ),
    source="ZAR SMT AAM07; C2",
    repair=(
        "Drop the question about the reasons; if you want a pointer, ask for one "
        "and make it easy to skip."
    ),
    bad=(
        example(acknowledge="Thank you for telling me. Why was I not chosen?"),
        example(
            acknowledge=(
                "Thank you for telling me; I would like the exact reasons for the "
                "rejection."
            )
        ),
    ),
    good=(
        example(
            appreciate=(
                "I enjoyed our conversation about the dbt migration, and I finally "
                "see why blameless post-mortems work."
            )
        ),
    ),
)
def why_asked(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from scored(
        draft,
        brief,
        "asks_why",
        "{found} asks them to defend the decision",
        _SURE,
    )
