import re
from collections.abc import Iterator

from afternote import scoring
from afternote.rules.base import SCORED, Finding, example, excerpt, lowered, rule
from afternote.schema import Brief, Draft

# The forms of a request; which of the four it is, the scorer says.
_REQUEST = re.compile(
    r"\b(?:(?:could|would|can|will|might|may) (?:you|we|i|there)\b(?=[^?]{0,300}\?)|"
    r"(?:please|kindly|do) (?:do )?(?:keep|bear|remember|hold|consider|send|share|"
    r"introduce|refer|recommend|put|pass my)\b|i(?:['’]d| would)(?: be (?:very |"
    r"most |so )?(?:grateful|glad|pleased|thankful)| (?:really |"
    r"greatly )?(?:appreciate|welcome|value))\b[^.]{0,60}\b(?:if you|feedback|"
    r"pointers?|a line|a word|a tip|advice|coffee|a call)\b|if you (?:have|had|"
    r"ever have|could)\b[^.]{0,60}\b(?:minute|moment|time|tip|pointer|word|line|"
    r"spare)\b|(?:is|are) there (?:one|a|any|some)\b[^?]{0,200}\?|(?:advice|"
    r"feedback|tip|hint|pointers?|thoughts)\?)"
)
_ENOUGH = 0.1
"""What an ask must score when its form is plainly a request."""


@rule(
    "S109",
    why="Two asks make a thank-you a list of errands; one alone is often granted.",
    source="SMT WRC; D1",
    repair="Keep one request at most and drop the others.",
    bad=(
        example(
            keep_in_touch=(
                "Please keep me in mind for similar roles. Could you also spare half "
                "an hour next week for a coffee and a talk?"
            )
        ),
    ),
    good=(
        example(
            keep_in_touch=(
                "Please keep me in mind for similar roles. I hope our paths cross "
                "again, and there is no need to answer this."
            )
        ),
    ),
)
def two_asks(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    known: set[str] = set()
    for sentence in draft.sentences[:SCORED]:
        asked = _asked(sentence.text)
        if known | asked > known and len(known | asked) > 1:
            said = excerpt(sentence.text)
            yield Finding(f"asks a second thing: {said}", sentence.start, sentence.end)
            return
        known |= asked


def _asked(sentence: str) -> set[str]:
    """Return what *sentence* asks: its likeliest ask, two when it has two requests."""
    requests = len(_REQUEST.findall(lowered(sentence)))
    if not requests:
        return set()
    known = scoring.scores(sentence)
    ranked = sorted(scoring.ASKS, key=lambda ask: -known[ask])
    asked = {ranked[0]} if known[ranked[0]] >= _ENOUGH else set()
    return asked | ({ranked[1]} if requests > 1 and known[ranked[1]] >= 0.5 else set())
