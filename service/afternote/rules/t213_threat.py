import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule, scored
from afternote.schema import Brief, Draft

_SURE = re.compile(
    r"\b(?:my (?:lawyers?|solicitors?|attorney|union rep(?:resentative)?|"
    r"legal (?:team|counsel))\b|(?:tak(?:e|ing)|consider(?:ing)?|pursu(?:e|ing)|"
    r"start(?:ing)?) legal action\b|(?:sue|suing) (?:you|the)\b|(?:see|"
    r"meet) you in court\b|hear from my\b|you(?:['’]ll| will| shall|['’]re going to|"
    r" are going to)(?: all)? (?:regret|be sorry|pay for|live to regret)\b|"
    r"(?:employment |industrial )tribunal\b(?=.{0,40}\b(?:if|will|claim|hear|take|"
    r"about this)\b)|(?:leav(?:e|ing)|post(?:ing)?|writ(?:e|ing)|"
    r"put(?:ting)?)(?: up)? (?:a|an|my|some) (?:[\w-]+ )?review|glassdoor\b|"
    r"(?:name and shame|go(?:ing)? to the press|to the papers|on social media)\b|"
    r"warn(?:ing)? (?:everyone|everybody|others|people|my|anyone|friends|off)\b|"
    r"tak(?:e|ing) (?:this|it|the matter) further\b|report(?:ing)? (?:you|this|"
    r"it) to\b)"
)


@rule(
    "T213",
    why="A threat ends the matter, and is kept on file.",
    source="AAM07 NUT GRB; C5 C11",
    repair=(
        "Take the threat out; if a right was hurt, pursue it elsewhere and send no "
        "note."
    ),
    bad=(
        example(acknowledge="Thank you for telling me; my lawyer will be in touch."),
        example(acknowledge="You will regret this, and I will be leaving a review."),
    ),
    good=(
        example(
            appreciate=(
                "I enjoyed our conversation about the dbt migration, and I will "
                "tell others how blameless your post-mortems are."
            )
        ),
    ),
)
def threat(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from scored(
        draft, brief, "threatening", "{found} can be read as a threat", _SURE
    )
