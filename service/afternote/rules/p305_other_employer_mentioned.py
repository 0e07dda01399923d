import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule, scored
from afternote.schema import Brief, Draft

_SURE = re.compile(
    r"\b(?:(?:another|other|two|three|more|a better|competing|rival|an alternative|"
    r"several) (?:job |better |good )?offers?\b(?! of)|(?:had|have|got|received|"
    r"accepted|taken|holding) (?:an?|the|two|already an) (?:job |firm |better |"
    r"good )?offer (?:from|at|with|elsewhere|on)\b|offers? (?:on the table|"
    r"elsewhere|from (?:another|other|your competitor))\b|(?:interviewing|"
    r"interviews?|final round|second round|panel|trial shift|seeing) (?:at|with|for|"
    r"in) (?:two |three |several |an)?other (?:firm|compan|place|team|employer|"
    r"trust|school|site|kitchen)|(?:other|two|three) (?:firms|companies|trusts|"
    r"schools|employers|sites) (?:have|want|are|after|is)\b|my (?:current|present|"
    r"old|last|former|previous) (?:boss|manager|employer|firm|company|place|crowd|"
    r"gaffer|workplace|shop)(?:['’]s)? (?:could|would|never|is|are|was|has|have|"
    r"still|won['’]t|can['’]t|couldn['’]t|doesn['’]t|hasn['’]t|isn['’]t)\b|(?:your|"
    r"my|a|the) competitors?\b(?=.{0,30}\b(?:offer|hired|instead|join|accepted|went|"
    r"call)))"
)


@rule(
    "P305",
    why=(
        "Other offers sound like a boast or a threat, and complaints about an "
        "employer travel."
    ),
    source="SMT; C6",
    repair="Leave other firms, offers and your present employer out of the note.",
    bad=(
        example(
            acknowledge=(
                "Thank you for telling me; I have another offer on the table anyway."
            )
        ),
        example(
            appreciate=(
                "I enjoyed the visit, since my current boss could not run a bath."
            )
        ),
    ),
    good=(
        example(
            appreciate=(
                "I enjoyed our conversation about the dbt migration, and your offer "
                "of a second coffee in the middle of it."
            )
        ),
    ),
)
def other_employer_mentioned(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from scored(
        draft,
        brief,
        "other_employer",
        "{found} brings in another employer",
        _SURE,
    )
