import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule, scored
from afternote.schema import Brief, Draft

_SURE = re.compile(
    r"[$€£₹₦]\s?\d[\d.,]*\s?(?:k\b|lakhs?|grand|an? (?:hour|day|week|month|year)|"
    r"per (?:hour|day|week|annum)|p\.?a\.?\b|pounds)|\b(?:\d[\d.,]*\s?(?:k|grand|"
    r"lakhs?|pounds|dollars|euros|quid)? (?:an? (?:hour|day|year)|per (?:hour|day|"
    r"annum|year)|p\.a\.)(?= |[.,])(?=.{0,60}\b(?:i|was|were|is|too|money|less|"
    r"more)\b)|(?:day|hourly|daily|weekend|night) rate (?:is|was|would|of|if|you)|"
    r"(?:my|your) (?:\w+ )?(?:day rate|hourly rate|rate card|"
    r"salary (?:expectations?|requirements?|range)|asking (?:price|rate))\b|(?:the|"
    r"your|that|starting|offered|advertised) (?:salary|pay|wage|wages|stipend|"
    r"remuneration|package|compensation|bonus|money|"
    r"term-time figure)(?: you (?:quoted|offered|mentioned|named))? (?:was|were|is|"
    r"went|would|had|could|ever|offered|on offer|hardly|being|fell)\b|(?:lower|less|"
    r"better|higher|more|bigger|smaller) (?:salary|pay|wage|money|stipend|"
    r"pay packet|starting salary)\b|(?:salary|stipend|pay|rate|money|"
    r"package) (?:were|was|is|went|could be|ever gets?|gets?|got) (?:reviewed|"
    r"higher|lower|better|up|raised|increased|negotiable|flexible|a bit)|(?:come|go|"
    r"gone) down (?:to|on|a bit on|in) (?:\w+ )?(?:\d|salary|rate|price|money|pay|"
    r"the day)|salary (?:negotiat|expectation|matched|match|offer)|"
    r"time and a half\b|(?:mileage|travel expenses|train fare|the fare|the taxi|"
    r"my expenses|receipts?)\b.{0,40}\b(?:refund\w*|back|outstanding|reimburs\w+|"
    r"paid|claim\w*|settle\w*|owed))"
)
_UNSURE = re.compile(
    r"\b(?:salar(?:y|ies)|remuneration|compensation package|day rate|pay (?:band|"
    r"grade|rise|scale)|stipend|expenses)\b|[$€£₹₦]\s?\d"
)


@rule(
    "P302",
    why="Talk of pay after a rejection reads as haggling.",
    source="SMT; C1 C6",
    repair="Leave pay, rates and expenses out of the note.",
    bad=(
        example(
            acknowledge=(
                "Thank you for telling me; the salary was lower than I had hoped in "
                "any case."
            )
        ),
        example(
            keep_in_touch=(
                "I would be glad to stay in touch, and could have come down to $90k."
            )
        ),
    ),
    good=(
        example(
            appreciate=(
                "I enjoyed our conversation about the dbt migration, and how your "
                "team pays attention to what a query costs."
            )
        ),
    ),
)
def pay_mentioned(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from scored(draft, brief, "pay", "{found} brings up money", _SURE, _UNSURE)
