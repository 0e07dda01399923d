import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule, scored
from afternote.schema import Brief, Draft

_SURE = re.compile(
    r"\b(?:(?:i (?:was|am|believe i (?:was|am)|know i (?:was|am)|still (?:think|"
    r"believe) i)|made me|makes me|me as) (?:\w+ ){0,2}(?:best|strongest|"
    r"most qualified|better|stronger|ideal|right|perfect) (?:candidate|applicant|"
    r"qualified|choice|person|fit|match)\b|(?:better|more|best) (?:qualified|suited|"
    r"experienced|prepared) (?:than|candidate|person)|beg to differ\b|"
    r"i (?:\w+ )?(?:disagree with|dispute|can(?:not|['’]t) (?:agree with|"
    r"accept)) (?:the|your|this|that) (?:\w+ )?(?:decision|outcome|choice|result|"
    r"verdict|view)\b|(?:surprised|astonished|baffled|puzzled|confused|bewildered|"
    r"shocked|stunned|amazed) (?:by|at|to (?:hear|read|learn|get)|about|"
    r"that) (?:\w+ ){0,3}(?:decision|outcome|result|rejection|verdict|i (?:was|did|"
    r"had)|not (?:to|being))\b|you(?:['’]ve| have| are)? (?:made|making) (?:a|an|"
    r"the) (?:\w+ )?(?:mistake|error|wrong)\b|(?:wrong|poor|odd|strange|"
    r"bad) (?:decision|call|choice) (?:on your|for your|by|in my)|(?:thought|felt|"
    r"believed|sure) (?:that )?(?:it|the interview|the day|my interview|we|i|"
    r"everything|things) (?:all )?(?:had )?(?:gone|went|did|got on) (?:so |very |"
    r"really |extremely |rather )?(?:well|brilliantly)\b|"
    r"i (?:\w+ )?deserved? (?:the|this|that|it|better|more|a)\b|for the record\b|"
    r"(?:fail|struggle) to see (?:how|why|what)\b|(?:reason|feedback|criticism|"
    r"explanation|concern) (?:you gave |given |about \w+ )?(?:makes no sense|"
    r"does(?:n['’]t| not) (?:match|add up|hold)|is (?:not|n['’]t) (?:supported|fair|"
    r"true)|puzzles me|baffles me)\b|(?:you|the panel|your team)(?: have|"
    r"['’]ve)? (?:misjudged|underestimated|overlooked|misread) (?:me|my)\b|"
    r"i answered every\b|tested the wrong\b|did not reflect (?:real|actual|my|"
    r"what)\b|(?:should|ought to) have (?:been (?:me|enough|chosen|offered|hired)|"
    r"settled|got(?:ten)? (?:it|the job))\b)"
)


@rule(
    "T206",
    why="Whoever argues with a decision confirms it.",
    source="CBS EHL BEAR AAM07 SPD SMT SLZ; C3 C4",
    repair=(
        "Leave out the comparison and the surprise; accept the decision in one line."
    ),
    bad=(
        example(
            acknowledge=(
                "Thank you for telling me, but I was clearly the strongest candidate."
            )
        ),
        example(
            acknowledge=(
                "I am surprised by the decision, since the interview went so well."
            )
        ),
    ),
    good=(
        example(
            appreciate=(
                "I enjoyed our conversation about the dbt migration, and was "
                "surprised by how well your blameless post-mortems work."
            )
        ),
    ),
)
def decision_disputed(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from scored(
        draft, brief, "arguing", "{found} argues with the decision", _SURE
    )
