"""Topics: what a note says was talked about, shown, heard or admired.

A particular stands after a phrase that presents it ("your story of …", "hearing about
…", "I liked …"). There at least one word must be a word of some topic; courtesy needs
no support, and neither does what the writer says of their own later doings.
"""

import re
from collections.abc import Iterator, Sequence

from afternote.grounding.fault import Fault
from afternote.grounding.lexicon import courtesy
from afternote.grounding.support import GENERIC, Support, number
from afternote.grounding.tokens import Text, Token, index_at
from afternote.grounding.words import DAYS, FUNCTION, MONTHS

_TALK = (
    r"(?:talk|chat|conversation|discussion|natter|story|stories|tale|account|"
    r"description|explanation|advice|thoughts?|views?|ideas?|insights?|question|"
    r"questions|remarks?|telling|anecdote|tour|demonstration|approach|work|plans?|"
    r"lesson|session|exchange|comments?|perspective|focus|commitment|passion|"
    r"enthusiasm|interest|scheme|project|experiment|habit|tradition|collection|tip|"
    r"hint|"
    r"suggestion|method|trick|rule|knack)"
)
_STRONG = re.compile(
    rf"\b(?:(?:(?:your|our|the|that|a|[A-Z]\w+['’]s) (?:[\w’'-]+ ){{0,2}}?{_TALK} "
    r"(?:about|of|on|how|for))|(?:the )?(?:part|bit|words?|point) (?:about|on)|"
    r"(?:hear(?:ing)?|heard|learn(?:ing|t|ed)?|talk(?:ing|ed)?|chatt(?:ing|ed)|"
    r"sp(?:eaking|oke)|discuss(?:ing|ed)?|thinking|told me|tell me|telling me|reading|"
    r"asking|asked)(?: (?:you|me|with you|to you|more|so much|a bit|a little|from you|"
    r"again|all)){0,2} (?:about|of|how|why|over|through)|discussing|"
    r"(?:took|taking|take|talked|talking|walked|walking|led|guided|showed|showing|"
    r"shown|"
    r"show) (?:me|us) (?:through|around|round|over|how|the|your)|"
    r"bonded over|shar(?:e|ed|ing) (?:a|your|our|my) (?:[\w’'-]+ )?(?:love|interest|"
    r"fondness|passion) (?:of|for|in)|another fan of|(?:as a|your) fellow|"
    r"your (?:move|switch|step|venture) (?:in|to|into|towards)|"
    r"(?:the way|way that|how) (?:the|your|that|an?|its|their|you(?:['’](?:re|ve))?|"
    r"they))"
    r"\s",
    re.I,
)
_WEAK = re.compile(
    r"\b(?:to see|to hear|to watch|watching|what you do with|seeing|saw|visiting|"
    r"admired?|enjoyed|loved|liked|appreciated|valued|"
    r"struck by|impressed by|taken with|taken by|fascinated by|inspired by|learnt from|"
    r"touched by|forget|remember|(?:smell|sight|sound|taste|view) of|fond of|fan of|"
    r"thanks for|thank you for|grateful for) "
    r"(?:the|your|how|that|an?|its|their|hearing about)\s",
    re.I,
)
_NOUNS = frozenset(re.findall(r"[a-z]+", _TALK)) | frozenset(
    """part bit word words point hear hearing heard learn learning learnt learned
    talking talked chatting chatted speaking spoke discussing discussed discuss
    thinking told tell telling reading asking asked took taking take walked
    walking led guided showed showing shown show bonded share shared sharing fan
    fellow move switch step venture way how insight thought idea view remark plan
    comment""".split()
)
_SENSES = frozenset(
    """see hear watch watching do seeing saw visiting admire admired enjoyed loved
    liked appreciated valued struck impressed taken fascinated inspired learnt
    touched forget remember smell sight sound taste view fond fan thanks thank
    grateful""".split()
)
"""Words of which a sentence needs one for the pattern above."""
_STOP = re.compile(r"[,;:.!?–—()\n]")
_ENDS = frozenset(
    "than but because which so since though although while if when".split()
)
_OWN = re.compile(
    r"(?:\bI['’](?:ll|d)|\bI (?:will|would|hope|shall|may|might)|\b[Ii]f)\b"
)
_WHEN = frozenset(
    """day days night nights morning mornings evening evenings afternoon afternoons
    week weeks weekend month months year years today hour hours minute minutes time
    company firm business house outfit organisation organization
    place way thing news voicemail
    update reply response voice process stage round final chance feedback
    colleague colleagues step steps continue continues develop develops progress
    progresses unfold unfolds fare fares evolve evolves""".split()
)
LENGTH = 14
"""So many words of what a phrase presents are looked at."""


def frames(text: Text, held: Support) -> Iterator[Fault]:
    """Yield what is presented as a particular though no topic holds a word of it."""
    for sentence in text.sentences:
        if sentence[0].part in ("greeting", "sign_off"):
            continue
        start, end = sentence[0].start, sentence[-1].end
        words = text.text[start:end]
        plains = {t.plain for t in sentence}
        for pattern, least, need in ((_STRONG, 1, _NOUNS), (_WEAK, 2, _SENSES)):
            if plains.isdisjoint(need):
                continue
            for match in pattern.finditer(words):
                if _OWN.search(words[max(0, match.start() - 60) : match.start()]):
                    continue
                said = _presented(sentence, start + match.end(), text.text)
                strange = [t for t in said if particular(t) and not held.holds(t)]
                known = any(_content(t) and held.topical(t) for t in said)
                if known and pattern is _STRONG:
                    strange = _added(said, held)
                    known = not strange
                if not known and _enough(strange, least, pattern is _STRONG):
                    first, last = strange[0], strange[-1]
                    yield Fault(
                        "topic-unsupported",
                        f"the notes hold nothing of "
                        f"{text.text[first.start : last.end]!r}",
                        first.start,
                        last.end,
                    )


_VERBAL = frozenset(
    """i it that this me my we us was is are were has have had made left gave what who
    which to how so then""".split()
)


def _added(said: Sequence[Token], held: Support) -> list[Token]:
    """Return the words after the last "and" where they name a further topic.

    "… of forecasting and cross-docking": the first is known, the second is not.
    """
    ands = [i for i, t in enumerate(said) if t.plain == "and"]
    if not ands:
        return []
    last = said[ands[-1] + 1 :]
    if any(t.plain in _VERBAL or (held.holds(t) and _content(t)) for t in last):
        return []
    strange = [t for t in last if particular(t)]
    return strange if len(strange) > 1 else []


_ABSTRACT = (
    "ing",
    "tion",
    "ity",
    "ness",
    "ment",
    "ance",
    "ence",
    "ly",
    "ful",
    "ous",
    "cy",
)


def _enough(strange: Sequence[Token], least: int, strong: bool) -> bool:
    """Tell whether the words not held amount to a particular.

    A gerund is one where it is presented as a topic ("your talk on gilding").
    """
    abstract = _ABSTRACT[1:] if strong else _ABSTRACT
    solid = [t for t in strange if not t.plain.endswith(abstract)]
    return len(solid) >= least or len(strange) > least


def _presented(sentence: Sequence[Token], start: int, whole: str) -> list[Token]:
    found: list[Token] = []
    at = index_at(sentence, start)
    for token in sentence[at : at + LENGTH]:
        if found and _STOP.search(whole[found[-1].end : token.start]):
            break
        if token.plain in _ENDS:
            break
        if token.plain == "i" and found and found[-1].plain == "and":
            break
        found.append(token)
    return found


def _content(token: Token) -> bool:
    return token.plain not in FUNCTION and (len(token.plain) > 2 or token.numeric)


def particular(token: Token) -> bool:
    """Tell whether the word says something in particular: no courtesy, no number."""
    plain = token.plain
    if not _content(token) or plain in DAYS or plain in MONTHS:
        return False
    if plain in _WHEN or token.stem in GENERIC:
        return False
    return number(plain) is None and not courtesy(token.stem)
