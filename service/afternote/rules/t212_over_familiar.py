import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule, scored
from afternote.schema import Brief, Draft

_SURE = re.compile(
    r"\b(?:(?:sweetheart|sweetie|darling|babe|hun|gorgeous|handsome|petal|"
    r"my (?:sweet|lovely|darling|angel))(?=[,.!?]|$)|(?:xoxo|kisses|big (?:hugs?|"
    r"squeezes?)|love you(?! r))\b|your (?:\w+ )?(?:eyes|smile|hair|legs|lips|"
    r"perfume|figure|body|clever hands|dimples?)\b(?! (?:on|for) )|"
    r"just (?:the two of us|us two|you and me|ourselves)\b|(?:grab|get|have|"
    r"go for) (?:a |some |few )?(?:cocktails?|bottles?|wine|candle\w*)\b|"
    r"candle-?lit|how (?:pretty|beautiful|gorgeous|handsome|lovely|stunning|"
    r"attractive) you (?:look|are|were)|go on a date\b|are you (?:single|"
    r"seeing any)|(?:i (?:\w+ )?adore you|miss you already|soul-?mates?|big kiss|"
    r"rock my world|run away (?:with|and)|paint the town|party with you|"
    r"partner in crime|favou?rite human|think about you (?:all|every|most))\b|"
    r"(?:keep in touch|thanks?|cheers|thank you|bye),? (?:lovely|gorgeous|love|"
    r"honey|sweets|hen|pet|petal|babes?)\b|you looked (?:so |really |"
    r"very )?(?:great|lovely|beautiful|gorgeous|stunning|pretty|amazing|"
    r"handsome) (?:in|that|when|and)\b|we (?:totally|really|just) clicked\b|"
    r"call me any (?:night|evening)\b)"
)


@rule(
    "T212",
    why=(
        "Two meetings do not make a friendship; closeness that was not offered "
        "makes people draw back."
    ),
    source="CBS AMK; B4",
    repair=(
        "Write as to a colleague you respect; no pet names, looks or evenings out."
    ),
    bad=(
        example(acknowledge="Thanks for letting me know, sweetheart."),
        example(
            appreciate=(
                "I enjoyed our conversation, and your beautiful eyes even more."
            )
        ),
    ),
    good=(
        example(
            appreciate=(
                "I loved our conversation about the dbt migration, and your team's "
                "love of blameless post-mortems."
            )
        ),
    ),
)
def over_familiar(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from scored(
        draft,
        brief,
        "over_familiar",
        "{found} is closer than two meetings allow",
        _SURE,
    )
