import re
from collections.abc import Iterator

from afternote import scoring
from afternote.rules.base import SCORED, Finding, example, excerpt, lowered, rule
from afternote.schema import Brief, Draft

_FAVOUR = re.compile(
    r"\b(?:coffee|tea|lunch|pint|call|meet|chat|talk|minutes|hour|visit|zoom|phone|"
    r"introduc\w+|refer\w*|recommend\w*|in touch with|pass (?:me|my))\b[^.]{0,200}\?"
)


@rule(
    "S111",
    why=(
        "A coffee or an introduction is a favour of somebody who has just had to say "
        "no; most coaches would wait until they have answered."
    ),
    source="WRC against, SPD for, ZAR after good rapport; C8",
    repair="Leave the meeting or the introduction for a later message.",
    bad=(
        example(
            keep_in_touch="Could we meet for a coffee next month to talk about it all?"
        ),
    ),
    good=(example(keep_in_touch="I hope we meet again, over coffee or otherwise."),),
    severity="advice",
    own="advice",
)
def favour_asked(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    for sentence in draft.sentences[:SCORED]:
        if _FAVOUR.search(lowered(sentence.text)) and any(
            scoring.flags(sentence.text, ask) for ask in ("ask_meeting", "ask_referral")
        ):
            said = excerpt(sentence.text)
            yield Finding(f"asks a favour: {said}", sentence.start, sentence.end)
            return
