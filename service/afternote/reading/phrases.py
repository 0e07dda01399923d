"""Makes a phrase of the notes fit inside a sentence of the note, or drops it.

"their on-call culture" -> "your on-call culture"; "how they plan rounds w/ sticky
notes" -> "how your team plans rounds with sticky notes"; "dbt migration" -> "the dbt
migration"; "gave me her coat" -> "giving me your coat" (only for her).
"""

import re
from typing import NamedTuple

from afternote.reading import grammar
from afternote.reading.fitting import Form, Kind
from afternote.reading.fitting import fits as fits
from afternote.reading.observed import ALL_DO
from afternote.reading.shorthand import cased, spelled
from afternote.reading.spoken_to import SHE, SINGLE, THEY, team, to_you
from afternote.reading.words import ordinary

MOST_WORDS = 15
"""A longer phrase is a story, not a topic, and breaks the sentence it stands in."""


class Phrase(NamedTuple):
    """A phrase that fits; *personal* ones speak to one person ("your coat")."""

    text: str
    form: Form
    personal: bool = False


_OUTER = " \t\r\n.,;:!*_`~#|-–—>•·\"“”'‘’…@/\\=+"
_ODD = re.compile(r"[?!;:=<>{}\[\]|\\^~`#@\"“”…\x00]|\.\.|https?|www\.")
_PARENTHESIS = re.compile(r"\s*\([^()]{0,80}\)|\s*\([^()]{0,40}$")
_TAIL = re.compile(
    r"[ ,]+(?:etc|lol|omg|tho|off you|from you|all made (?:with|by) hand|chat|"
    r"and the way|honestly|haha+|tbh|imo|ngl|though|too|also|and so on|and stuff|stuff "
    r"like that|"
    r"obviously|obvs|mostly|mainly|briefly|a bit|a lot|for ages|as well|and more|and "
    r"all|"
    r"and such|or so|really|i think|i guess|was (?:great|lovely|good|fun|nice)|and|"
    r"or|but|"
    r"so|with|in particular|especially)\.?$",
    re.I,
)
_LEAD = re.compile(
    r"^(?:(?:and|also|plus|then|so|mostly|mainly|just|some|about|on|re|re:|regarding|"
    r"of|"
    r"around|a bit (?:of|about|on)|a lot (?:of|about|on)|lots (?:of|about|on)|bits? "
    r"(?:of|"
    r"about)|stuff (?:on|about)|things like|basically|obviously|even|esp(?:ecially)?|"
    r"e\.g\.|"
    r"eg|the fact|um|uh|er|like|well|very much|really|how good|in|into|over) )+",
    re.I,
)
_AND_ABOUT = re.compile(r"\s(?:and|&|\+) (?:about|on|re|then) .*$", re.I)
_PRAISE = re.compile(
    r"^(?:(?:v|very|really|so|such|proper|good|great|nice|lovely|cool|best|amazing|"
    r"brilliant|super|fab|fantastic|excellent|neat|interesting|clever|top|real|"
    r"decent) )+",
    re.I,
)
_DEGREE = frozenset("more too very much so most is was it's".split())
_ADVERBS_FIRST = frozenset(
    "still also never actually always too all very only even not no than both".split()
)
_ADJECTIVES = frozenset(
    "lovely nice kind calm fair funny warm great good patient decent friendly gentle "
    "sweet "
    "quiet bad tired honest respectful brilliant amazing cool that this it there "
    "here me "
    "straight direct clear sharp fun interesting much fascinating impressive wonderful "
    "fantastic excellent gorgeous beautiful superb incredible awesome stunning "
    "exciting inspiring hilarious useful helpful".split()
)
_JOINING = frozenset("that after before if when as than to and or but not it".split())
_HOLLOW = frozenset(
    "it this that them everything nothing something stuff things lots all everyone "
    "people "
    "place team job role company interview chat talk day call panel test no yes so "
    "me her "
    "him us work questions answers feedback n/a none na tbc same see none ok fine "
    "good".split()
)
_NOUNISH = re.compile(
    r"(?:s|ing|tion|sion|ment|ity|ance|ence|ship|ness|ics|ware|ure|age|graph|phy|ogy|"
    r"omy|esis|tea|"
    r"cake|bread|food|lift|tour)$"
)


_NO_QUOTES = str.maketrans("", "", '"“”')
_US = re.compile(r"\b(?:we|us|our|ours|we're|we'd|we've|ourselves|una|yall)\b", re.I)
_SENTENCE = re.compile(
    r"^(?:they|she|he|nobody|everyone|everybody|no one|no-one|each|people|staff|"
    r"nobody's|everyone's)\b",
    re.I,
)
_DANGLING = frozenset(
    "with a an the of to for in on at by from and or but as than that which their your "
    "my is are was were me who about into dr mr mrs ms just so very not v".split()
)
"""Words with which no phrase ends: something is cut off behind them."""
_BROKEN = re.compile(
    r"(?:the |a )?(?:with|for|of|at|from|qs|found|declined|ranked|rec'd|spotless|"
    r"project "
    r"on hold)\b|who (?:else|i|is)\b|its?\b|which\b|first class|top notch|"
    r".*\b(?:things?|stuff|person|someone|girl|guy|candidates?)$|(?:a |the )?(?:person|"
    r"someone|somebody)|giving me$",
    re.I,
)


def fit(raw: str, kind: Kind) -> Phrase | None:
    """Return *raw* as a phrase for the middle of a sentence; None if it cannot be."""
    text = _clean(raw)
    if not text or _ODD.search(text) or text.count(",") > 1 or _US.search(text):
        return None
    text = cased(spelled(text))
    phrase = _kindness(text) if kind == "kindness" else None
    phrase = phrase or _phrase(text, kind)
    if phrase is None or not 1 <= len(phrase.text.split()) <= MOST_WORDS:
        return None
    if phrase.text.split()[-1].lower() in _DANGLING or _BROKEN.match(phrase.text):
        return None
    return phrase if fits(phrase.text, kind, phrase.form) else None


def _unquoted(raw: str) -> str:
    """Drop the quote marks about a word or two inside: the "cold spoon" trick."""
    inside = (
        raw.strip(" .,")[:1] not in ('"', "“") and raw.strip(" .,")[-1:] not in '"”'
    )
    return raw.translate(_NO_QUOTES) if inside else raw


def _clean(raw: str) -> str:
    text = " ".join(_unquoted(raw.replace("*", "").replace("’", "'")).split())
    text = _PARENTHESIS.sub("", text).strip(_OUTER)
    text = _AND_ABOUT.sub("", text if "(" in text else text.rstrip(") "))
    for _ in range(3):
        shorter = _LEAD.sub("", _TAIL.sub("", text)).strip(_OUTER)
        if shorter == text:
            break
        text = shorter
    return text


_SECOND_DEED = re.compile(
    r"\s(?:and|&) (?:gave|took|told|sent|let|made|showed|brought|got|found|lent|said|"
    r"kept|rang|wrote|drove|bought|put|[a-z]{3,}ed)\b"
)


def _kindness(text: str) -> Phrase | None:
    """Turn "they gave me a lift" into "giving me a lift"."""
    inner = re.sub(
        r"^(?:(?:they|she|he|it|who|and|also|then|even) |(?:both|all) )+",
        "",
        text,
        flags=re.I,
    )
    inner = _SECOND_DEED.split(inner, maxsplit=1)[0]
    first, _, rest = inner.partition(" ")
    base = grammar.base_of_past(first.lower())
    if base is None or not rest:
        return None
    body, personal = to_you(rest)
    if body is None or re.search(r"\b(?:they|she|he|and she|and he)\b", body):
        return None
    body = re.sub(r"\btheir\b", "your", body)
    return Phrase(f"{grammar.gerund(base)} {body}", "gerund", personal)


def _phrase(text: str, kind: str) -> Phrase | None:
    low = text.lower()
    first = low.split()[0]
    if first in _ADVERBS_FIRST and not low.startswith("no one "):
        return None
    if first == "that" and len(low.split()) > 3 and low.split()[1] not in _DEGREE:
        text, first = "how " + text[5:], "how"
    elif kind != "discussed" and (_SENTENCE.match(low) or ALL_DO.match(low)):
        text, first = "how " + text, "how"
    if low.startswith(("what a ", "what an ")):
        return _noun(text.split(" ", 2)[2])
    if first in grammar.WH:
        return _clause(_one_verb(text))
    if first == "to":
        return None
    return _noun(text)


_SECOND_VERB = re.compile(
    r"\s(?:and|but) (?:was|is|has|had|does|did|says|said|gets|lets|keeps|makes|takes|"
    r"puts|"
    r"gives|sends|goes|comes|runs|then)\b.*$"
)


def _one_verb(text: str) -> str:
    """Cut "how she runs it and was a joy" behind its first verb's part."""
    return _SECOND_VERB.sub("", text) if SHE.search(text) or THEY.search(text) else text


_OTHERS = re.compile(r"(?:how|why|what) (?:the |all |each |every )?(?!your)[a-z-]+s ")
"""A clause with a plural subject of its own, to which "their" belongs."""


def _clause(text: str) -> Phrase | None:
    if len(text.split()) < 3:
        return None
    text = re.sub(r"\b(nobody|everyone|everybody)'s\b", r"\1 is", text, flags=re.I)
    text = THEY.sub(team, text, count=1)
    body, personal = to_you(text)
    if body is None:
        return None
    if "your team" not in body and not _OTHERS.match(body):
        body = re.sub(r"\btheir\b", "your", body)
    return Phrase(body, "clause", personal)


def _noun(text: str) -> Phrase | None:
    stripped = _PRAISE.sub("", text)
    if stripped != text and len(stripped.split()) < 2:
        return None
    text = grammar.first_thing(stripped)
    low = text.lower()
    words = low.split()
    if words and (words[-1] in _ADJECTIVES or words[0] in _JOINING):
        return None
    if not words or (len(words) == 1 and (words[0] in _HOLLOW or len(low) < 3)):
        return None
    if len(words) == 1 and not (_NOUNISH.search(low) or text.isupper()):
        return None
    if words[-1] in _HOLLOW and len(words) == 2 and words[0] in grammar.DETERMINERS:
        return None
    if not low[0].isalnum() or grammar.has_loose_verb(low):
        return None
    if SINGLE.search(text):
        body, personal = to_you(text)
        return Phrase(body, "noun", personal) if body else None
    text = re.sub(r"\btheir\b", "your", text, flags=re.I)
    if re.search(r"\b(?:them|they)\b", low):
        return None
    if words[0] in grammar.DETERMINERS or words[0][0].isdigit():
        return Phrase(text, "noun")
    if words[0].endswith("ing") and len(words) > 1 and _gerund(words):
        return Phrase(text, "gerund")
    head = grammar.head_of(text)
    if " and " in low and grammar.stands_bare(words[-1]):
        return Phrase(text, "noun")
    proper = len(words) == 1 and head[:1].isupper()
    if head[:1].islower() and "'s " in text.split(head)[0]:
        return Phrase(text if text[:1].isupper() else f"the {text}", "noun")
    if grammar.stands_bare(head) or proper:
        return Phrase(text, "noun")
    if (
        text[0].isupper()
        and not text.split()[0].isupper()
        and words[0] not in ordinary()
    ):
        return None
    return Phrase(f"the {text}", "noun")


def _gerund(words: list[str]) -> bool:
    return words[0] not in {"planning", "training", "meeting", "building"} and (
        words[1] in grammar.DETERMINERS
        or words[1] in {"with", "about", "on", "up", "out", "people", "in", "for"}
        or (len(words) == 2 and words[1].endswith("s") and words[0] != "proving")
        or len(words) > 3
    )
