import re
from collections.abc import Iterator

from afternote import scoring
from afternote.rules.base import SCORED, Finding, example, excerpt, lowered, rule
from afternote.schema import Brief, Draft

_REQUEST = re.compile(
    r"\b(?:(?:any|some|your|honest|a little|a bit of|brief|"
    r"quick) (?:\w+ )?feedback\b|feedback (?:you|that you|on my|about my|from you|"
    r"would)\b|(?:a )?pointers?\b.{0,40}\?|(?:a line|a word|a tip|one thing|"
    r"a pointer) (?:or two )?(?:on|about) what i\b)"
)
# What the scorer takes for such a request must also speak of what one is about.
_MATTER = re.compile(
    r"\b(?:feedback|pointers?|tips?|hints?|advice|improve\w*|strengthen|"
    r"work(?:ing)? on|better|differently|sharper|stronger|what i|where i|how i|"
    r"my (?:interview|answers?|application|presentation)|one (?:thing|point)|"
    r"suggestions?|comments?)\b"
)
_ENOUGH = 0.2
"""What must be scored where the words themselves are those of a request."""


@rule(
    "S110",
    why=(
        "Coaches disagree on asking for feedback in this note, so it is asked only by "
        "those who chose to."
    ),
    source="KEL1 KEL2 OWL QNT WRC against, MUSE IND SMT ZAR for; D2",
    repair="Leave the request for feedback out; it can follow in a note of its own.",
    bad=(
        example(
            keep_in_touch=(
                "I would be grateful for any feedback on my interview. I would be glad "
                "to stay in touch."
            )
        ),
    ),
    good=(
        example(
            appreciate=(
                "I enjoyed our conversation about the dbt migration, and how your team "
                "gives feedback in blameless post-mortems stayed with me."
            )
        ),
    ),
    own="advice",
)
def feedback_asked_unbidden(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    if draft.options.ask_feedback:
        return
    for sentence in draft.sentences[:SCORED]:
        if not _MATTER.search(lowered(sentence.text)):
            continue
        least = _ENOUGH if _REQUEST.search(lowered(sentence.text)) else 0.5
        if scoring.scores(sentence.text)["ask_feedback"] >= least:
            said = excerpt(sentence.text)
            yield Finding(f"asks for feedback: {said}", sentence.start, sentence.end)
            return
