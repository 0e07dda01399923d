import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule, scored
from afternote.schema import Brief, Draft

_SURE = re.compile(
    r"\b(?:thanks? (?:you )?for nothing\b|wast(?:e|ed|ing) (?:of )?(?:my|"
    r"so much of my|everyone['’]s) (?:own )?(?:time|day|evening|weekend|saturday|"
    r"energy)|(?:your|the|this|whole) (?:\w+ )?(?:process|exercise|interview|"
    r"thing) (?:is|was|has been|felt) (?:an? )?(?:\w+ )?(?:joke|shambles|farce|sham|"
    r"insult|disgrace|unfair|disrespectful)\b|(?:already |plainly |"
    r"clearly )?made (?:your|its|their) minds? up\b|made up (?:your|its|"
    r"their) minds?\b|(?:only|just) there to make up (?:the )?numbers\b|"
    r"so (?:that )?somebody could tick a box\b|without (?:so much as|even) (?:a|"
    r"the) (?:courtesy|decency|word|call)\b|(?:had|have) (?:not |"
    r"never )?(?:even )?had the (?:courtesy|decency)\b|(?:strung|"
    r"led) (?:me )?along\b|treated (?:me )?(?:so )?(?:unfairly|badly|poorly)\b|"
    r"(?:you|the panel|they|your team) (?:clearly |obviously |"
    r"plainly )?never (?:meant|intended|wanted|planned|had any intention)\b|"
    r"brushed (?:me )?off\b|(?:only|just) to be (?:ignored|dismissed|told|"
    r"turned down by)\b|i doubt (?:a|any|your|that your) (?:\w+ )?(?:company|firm|"
    r"team|place|employer)\b|(?:decision|choice|outcome) (?:was|"
    r"had been) (?:already )?(?:made|taken|decided|settled) (?:long )?before (?:i|"
    r"we|the interview)\b|(?:cannot|can['’]t) believe how\b.{0,30}\b(?:handled|"
    r"treated|run|done)\b|treated (?:like|as) a (?:number|fool|nobody)\b|"
    r"the silence (?:after|since|from)\b|unpaid (?:hours|take-home|tasks?|"
    r"days?)\b|(?:your colleague|the interviewer|the panel|nobody|no one|your team|"
    r"hr) (?:\w+ ){0,2}(?:kept interrupting|looked bored|never apologi[sz]ed|"
    r"had(?:n['’]t| not) (?:read|looked at|opened)|did(?: not|"
    r"n['’]t) (?:seem to have read|read|bother))\b|had (?:the|your) (?:video |zoom |"
    r"teams )?(?:link|call|line|test|platform) (?:\w+ )?(?:worked|held)\b|"
    r"i was given the wrong\b|badly (?:worded|organi[sz]ed|run|handled)\b)"
)


@rule(
    "T201",
    why=("A reader who feels blamed remembers the blame and forgets the thanks."),
    source="AAM07 AAM08 NUT AOL GRB RIC; C5 C11",
    repair=(
        "Leave the grievance out; say only what you can thank them for and mean it."
    ),
    bad=(
        example(
            acknowledge=(
                "Thank you for letting me know, although it was a waste of my time."
            )
        ),
        example(acknowledge="Thanks for nothing, but I did get the message."),
    ),
    good=(
        example(
            acknowledge=(
                "Thank you for letting me know about the role; there are no hard "
                "feelings on my side, and I respect the choice you made."
            )
        ),
    ),
)
def resentment(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from scored(draft, brief, "bitter", "{found} will be read as blame", _SURE)
