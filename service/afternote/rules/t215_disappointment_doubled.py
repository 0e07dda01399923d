import re
from collections.abc import Iterator

from afternote import scoring
from afternote.rules.base import SCORED, Finding, example, excerpt, lowered, rule
from afternote.schema import Brief, Draft

_FELT = re.compile(
    r"\b(?:disappoint|(?:sad|sadly|saddened|sadness|gutted|crestfallen|downcast|"
    r"deflated|upset|regret|rueful|wistful|blow|sting|stung|stings|pang|let-?down|"
    r"pity|shame|sore|knock|ache|hurts?|smarts|"
    r"heavy heart|low|blue|flat)\b|sorry (?:not|to|it|that|i|about)\b|"
    r"(?:wished|hoped) (?:it|for)\b)"
)
_OWN = re.compile(
    r"\b(?:i(?:['’]m| am| was| felt| feel| remain|['’]ve been|"
    r" have been)(?: [\w,]+){0,3}? (?:disappointed|sad|saddened|gutted|crestfallen|"
    r"deflated|upset|let down)\b|disappoint\w+ (?:not|that i|to (?:miss|learn|hear|"
    r"read|me|be))\b|(?:my|a great|a real|some) disappointment\b|"
    r"(?:a|still|bit) (?:\w+ )?(?:sore|tender) (?:one|spot|point)\b|"
    r"(?:hurts?|stings?|aches?|smarts) (?:a (?:bit|little)|still)\b|"
    r"still (?:hurts?|stings?|aches?|smarts)\b)"
)
_ENOUGH = 0.1
"""What a sentence with such a word must score to be about the writer's own regret."""


@rule(
    "T215",
    why="One honest clause of disappointment is human; a second one is a burden.",
    source="KEL1 ZAR REC HRT CBS BAL 1ST; A3",
    repair="Keep the first mention of disappointment and drop the others.",
    bad=(
        example(
            acknowledge=(
                "Thank you for letting me know. I was disappointed to miss out on the "
                "role, and I respect the choice you made."
            ),
            keep_in_touch=(
                "I am still sad about the result. I would be glad to stay in touch."
            ),
        ),
    ),
    good=(
        example(
            acknowledge=(
                "Thank you for letting me know. I was disappointed, and I respect the "
                "choice you made."
            ),
            appreciate=(
                "I enjoyed our conversation about the dbt migration, and the sad tale "
                "of the lost table, with its low point on a Friday, stayed with me."
            ),
        ),
    ),
)
def disappointment_doubled(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    count = 0
    for sentence in draft.sentences[:SCORED]:
        if not _FELT.search(lowered(sentence.text)):
            continue
        known = scoring.scores(sentence.text)
        if _OWN.search(lowered(sentence.text)) or known["disappointment"] >= _ENOUGH:
            count += 1
        if count == 2:
            message = f"{excerpt(sentence.text)} tells of it a second time"
            yield Finding(message, sentence.start, sentence.end)
            return
