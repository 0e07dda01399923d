"""Capitalised names that no fact holds: persons, places, firms, things."""

from collections.abc import Iterator, Sequence

from afternote.grounding.fault import Fault, Kind
from afternote.grounding.lexicon import courtesy
from afternote.grounding.support import Support, number
from afternote.grounding.tokens import Text, Token
from afternote.grounding.words import DAYS, FUNCTION, HONORIFICS, MONTHS
from afternote.text import stem

_COMMON = frozenset(
    """i linkedin english ok okay hr cv christmas easter ramadan eid diwali god p.s ps
    hi hello dear thanks thank cheers please mr mrs ms miss dr kind best regards
    christian warm wishes sincerely tv uk us usa eu zoom teams skype whatsapp""".split()
)
_PERSON_BEFORE = frozenset(
    """with thank thanks tell told meet met meeting colleague and from by remember
    regards ask asked hear heard say hello hi watching seeing hearing let
    thanking wish called named""".split()
)
_PERSON_AFTER = frozenset(
    """said says told explained showed shown mentioned described spoke talked took gave
    made put ran was is has had who whose kindly asked walked introduced thinks knows
    tells and""".split()
)
_LOOSE = frozenset("and is was has had made put ran took gave".split())
_CLOSING = frozenset("best regards thanks wishes cheers sincerely love yours".split())
_PLACE_BEFORE = frozenset("in from near to over outside down around across via".split())
_TOPIC_BEFORE = frozenset("about on your our using".split())
_FIRM_BEFORE = frozenset("at join joining for of".split())


def strangers(text: Text, held: Support) -> Iterator[Fault]:
    """Yield each run of capitalised words of the body that the brief does not hold."""
    for sentence in text.sentences:
        if sentence[0].part in ("greeting", "sign_off"):
            continue
        at = 0
        while at < len(sentence):
            end = at
            while end < len(sentence) and _strange(sentence[end], held):
                end += 1
            signed = (
                end == len(sentence)
                and (at == 0 or sentence[at - 1].plain in _CLOSING)
                and not text.text[sentence[-1].end :].strip(".!")
            ) or _signed(sentence, at, end, text, held)
            if end > at and _named(sentence, at, end) and not signed:
                kind = _kind(sentence, at, end)
                words = text.text[sentence[at].start : sentence[end - 1].end]
                yield Fault(
                    kind,
                    f"the notes do not name {words!r}",
                    sentence[at].start,
                    sentence[end - 1].end,
                )
            at = max(end, at + 1)


def _signed(
    sentence: Sequence[Token], at: int, end: int, text: Text, held: Support
) -> bool:
    """Tell whether the name ends the whole note after "Fair winds,"."""
    if held.brief.writer is not None or end < len(sentence) or not at:
        return False
    short = end <= SHORT
    comma = "," in text.text[sentence[at - 1].end : sentence[at].start]
    return comma and short and not text.text[sentence[-1].end :].strip()


SHORT = 5
"""So many words at most make a closing line with its name."""


def _strange(token: Token, held: Support) -> bool:
    plain = token.plain
    if not token.text[0].isupper() or len(plain) < 2 or held.holds(token):
        return False
    if plain in FUNCTION or plain in _COMMON or plain in HONORIFICS:
        return False
    if plain in DAYS or plain in MONTHS or number(plain) is not None:
        return False
    return not (token.first and (courtesy(token.stem) or _ordinary(plain)))


def _named(sentence: Sequence[Token], at: int, end: int) -> bool:
    """Tell whether a run that opens a sentence is a name for certain."""
    if at or end - at > 1:
        return True
    token = sentence[at]
    if token.text != token.text.rstrip("s’'") and token.text.endswith(("'s", "’s")):
        return True
    return end < len(sentence) and sentence[end].plain in _PERSON_AFTER - _LOOSE


def _ordinary(plain: str) -> bool:
    """Tell whether a word that opens a sentence is more likely a word than a name."""
    return plain.endswith(
        ("ing", "ly", "ed", "ful", "tion", "ment", "ness", "ous", "able", "ever")
    ) or courtesy(stem(plain))


def _kind(sentence: Sequence[Token], at: int, end: int) -> Kind:
    before = sentence[at - 1].plain if at else ""
    after = sentence[end].plain if end < len(sentence) else ""
    last = sentence[end - 1].text
    if before in HONORIFICS:
        return "person-unsupported"
    if last.isupper() and len(last) <= 5 and end - at == 1:
        return "topic-unsupported"
    if before in _PLACE_BEFORE:
        return "place-unsupported"
    if before in _FIRM_BEFORE:
        return "company-misnamed"
    if before in _TOPIC_BEFORE:
        return "topic-unsupported"
    if after in _PERSON_AFTER or before in _PERSON_BEFORE or at == 0:
        return "person-unsupported"
    if last.endswith(("'s", "’s")) or sentence[end - 1].plain != last.casefold():
        return "person-unsupported"
    return "topic-unsupported"
