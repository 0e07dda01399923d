"""The gate at which a phrase must show that it reads well in the note's sentences.

The frames are "our conversation about …", "I admired …", "what I learned about …" and
"thank you for …", said to the reader. What fails is dropped: the next topic is used.
"""

import re
from typing import Literal

from afternote.reading import grammar
from afternote.reading.words import FUNCTION, JOBS

Kind = Literal["discussed", "impressed", "learnt", "kindness"]
Form = Literal["noun", "clause", "gerund"]

_PLAIN = re.compile(r"[\w\s'’,./&%-]+")
_FIRST = re.compile(
    r"\b(?:i|i'd|i'm|i've|i'll|we|we're|us|our|ours|mine|ourselves)\b", re.I
)
_ME = re.compile(r"\b(?:me|my|myself)\b", re.I)
_DICTATED = re.compile(
    r"\b(?:full stop|new (?:line|paragraph)|question mark|exclamation mark|siri|alexa|"
    r"(?<!a )(?<!the )(?<!an )comma)\b",
    re.I,
)
_CHAT = re.compile(
    r"\b(?:lol|omg|tbh|ngl|haha|eish|um|uh|r|u|q|qs|honestly|anyway|basically|"
    r"whatever|though|gonna|wanna|dumb|stupid|idk|nope|yeah|pls|for ages|like to a)\b",
    re.I,
)
_MINUTES = re.compile(r"\b(?:twenty|thirty|ten|fifteen|\d+) min(?:utes|s)?\b")
_LETTER = re.compile(
    r"(?<![\w'’&/-])[b-zB-Z](?![\w'’&/-]| values?\b)|\b[a-z]\.\d|\d-?yrs?\b"
)
_TWICE = re.compile(
    r"\b(\w+) by \1$|\b(?:the|an?) [\w'-]+ "
    r"(?:the|an?|your|their|every|each)\b"
)
"""Two determiners to one noun, or a phrase that is an adverb: "step by step"."""
_CUT = frozenset(
    "a an the and or but nor of to for in on at by from with without into onto about "
    "as than then that which who whom whose how why what when where whether if while "
    "so because is are was were be been being am has have had do does did can could "
    "will would should may might must not no very too quite rather just only even "
    "also still already again though anyway too your their his her its my me i we "
    "they he she it them r don second first last best twice once next one ones way "
    "themselves himself herself itself you now yesterday today tomorrow per via "
    "during until til like over under between against before off after".split()
)
_ENDS = frozenset(
    "over under off before after again first last twice once themselves it".split()
)
"""Words with which what has a verb may end: "sending me the book after"."""
_NOUNS = frozenset(
    "phone call video email mail letter notes note panel interview teams post title "
    "third last first second own same one two three four five more most all every "
    "each both some any many other another such no kind warm good great nice what "
    "what which".split()
)
_NOT_NEXT = FUNCTION - _NOUNS
_INSIDE = re.compile(
    r"\b(?:still|already|never|always|again|even|then|just|themselves|everything|"
    r"less than|more than|beats?|costs?|tastes?|owe|lying|them|they|they're|it|its|"
    r"it's|this|ones|someone|somebody|because)\b"
)
_VAGUE = frozenset(
    "point points part parts wall morning afternoon evening tree guard confession "
    "side bit bits idea ideas day days week month marks whistles ramps rosters names "
    "words job role place times reasons person moment hour half word number numbers "
    "figure section department problem problems issue issues project projects rent "
    "answers questions product book scores list team people room view help type "
    "tour account visit".split()
)
"""Nouns that alone say nothing: of what?"""
_HOLLOW = frozenset(
    "mess chat talk handwriting man men woman lady guy bloke class thing things "
    "stuff ones person morning answers point points setup strong keen heavy hot cold "
    "big small new old open full ready able free late long short hard proud".split()
)
"""Nouns that no other makes worth a sentence."""
_NO_THING = frozenset(
    "man girl boy one ones ep superb confidential drunk translate speak explain write "
    "women men daughters".split()
)
"""Words with which no thing of work begins: persons, orders, what is not to be said."""
_KIN = frozenset(
    "husband wife mum mam mom dad son daughter sons daughters baby brother sister "
    "nephew niece cousin missus hubby nan gran granny grandad girlfriend boyfriend "
    "partner fiancee family kids kid gal chap lass lad "
    "fella bloke dude guy girl boy lady gentleman "
    "friend mate luck no non yes verdict outcome".split()
)
"""Heads of what no note is about: a person's own people, the no itself."""
_PARTICIPLE = re.compile(
    r"(?!.*(?:seed|feed|bed|shed|weed|breed|speed|need|reed|deed|sled|red|steed|creed)$)"
    r"\w+ed$|(?:beaten|pipped|given|taken|chosen|gone|done|told|lost|sent|dug|hung|bought|caught|enough)$"
)
_NOTHING = frozenset("everything anything something nothing that so best".split())
_TOLD = re.compile(r"\b(?:said|says|told|asked|was|were|is|are|had|has|fell|did)\b")
"""A second verb in a deed: two remarks have run together."""
_RIVAL = re.compile(
    r"\b(?:keeps?|promotes?|takes?|hires?|wants?|prefers?|chooses?|brings?|picks?) "
    r"(?:[A-Z]|(?:an?|the|their|your) (?:\w+ )?(?:girl|guy|lad|man|woman|friend|mate|"
    r"cousin|nephew|niece|son|daughter|wife|husband)\b)"
)
"""What they do with the one they chose: never a habit to admire."""
_NOT = re.compile(r"n't\b")
_NAMED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sgt|Rev|Sir|Mme|Chef)\b\.? [A-Z]")
_UNFINISHED = re.compile(
    r"\swhen (?!.*\b(?:is|are|was|were|has|have|had|can|can't|do|does|[a-z]+s|"
    r"[a-z]+ed)\b)|"
    r"^(?:the )?[a-z]+s (?:the|an?|my|your|their) "
)
"""A clause that has lost its verb, or its subject: "shares the tips"."""
_TIME = re.compile(r"(?:\d+|an?|two|three|few) (?:day|week|month|hour|year|min|mile)")
_JOB = re.compile(
    r"(?:the |your |an? )?(?:head|director|chief|manager|chair|lead) of\b"
)
_OPENS = re.compile(r"(?:how|why|what|the way)\b")
_ASKS = re.compile(
    r"(?:how|why|what) (?:is|are|was|were|did|do|does|has|have|had|can|could|would|"
    r"should|will)\b"
)
_PRONOUN = re.compile(r"(?:them|it|they|they're|its|this|these|those|ones)$")
_TRAIT = re.compile(r"how [\w, ]{3,50} you (?:all )?were\b[\w ]{0,40}")
_NO_OBJECT = re.compile(
    r"\b(?:you|your team) (?:\w+ly |still |always |even |also |never )?"
    r"(?:pick|make|use|take|give|keep|put|bring|find|have|send|get|do)s?"
    r"(?: (?:with|without|at|for|by|on|in|from)\b|$)"
)
_THIN = re.compile(
    r"\byou (?:have a rule|make a little book)$|\bwould have\b|\byou\b.{4,}\byou$|"
    r"^what you \w+$|\bgets \w+ed\b|\byou support \w+$|\bdon\b"
)
_DEED = re.compile(
    r"(?P<verb>[a-z]+ing) (?:me|my|the|an?|every|each|all|your|up|on|on with|out|back|"
    r"behind|late|for|with|to|until|down|over|round|after|through|time|so|by|half|"
    r"twenty|while)\b"
)
_NO_DEED = re.compile(
    r"telling\b|(?:carrying|putting|keeping|finding|moving|reading|setting|cooking) "
    r"(?:me (?:round|about|that)|my slip|my name)|giving to\b|sitting (?!with|down)|"
    r"taking me (?!round|around|up|down|through|to|on|out|back|along|for|into|over|"
    r"in\b|home|seriously)|finding my|paying my|.*(?<!night )(?<!day )before$|"
    r".*\b(?:another|other) (?:gig|job|role)|.*\bmy (?:cubicle|desk|office|net)\b|"
    r".* all made\b|.*\b(?:say(?:ing)? no|the no|to "
    r"reject|rejection|bad news|shoe|sorry)\b|\w+ing me (?:it|that|this|her|how|why|"
    r"what)$|coming by|listening better|.* and (?:gave|took|told|sent|let|made|showed|"
    r"brought|\w+ed)\b|\w+ing yourself"
)
_GIFT = re.compile(
    r"(?:the|an?|your|that|half)\b.*\b(?:tour|tea|coffee|lunch|lift|walk|cake|soup|"
    r"bread|book|copy|call|letter|note|flask|breakfast|dinner|sandwich|biscuits?|"
    r"advice|card|email|ride|demo|pass|umbrella|coat|taxi|jam|honey|tips?|chat|"
    r"samples?|welcome|time|patience|feedback)\b"
)


def fits(phrase: str, kind: Kind, form: Form) -> bool:
    """Return whether *phrase* reads well in the sentences made for *kind*."""
    low = phrase.lower().replace("’", "'")
    words = low.split()
    if not words or not _PLAIN.fullmatch(phrase) or _spoken(phrase):
        return False
    if form == "clause" and _RIVAL.search(phrase):
        return False
    if form == "clause" and _TRAIT.fullmatch(low):
        return True
    if _FIRST.search(low) or (_ME.search(low) and form != "gerund"):
        return False
    if words[-1] in _CUT and (form == "noun" or words[-1] not in _ENDS):
        return False
    if words[-1].isdigit() and len(words) < 4 and form == "noun":
        return False
    if kind == "kindness":
        return _deed(low) if form == "gerund" else bool(_GIFT.match(low))
    if form == "clause":
        return words[-1] not in ("before", "after") and _clause(low, words)
    if low.startswith("your advice "):
        return (
            5 <= len(words) <= 15
            and words[-1] not in _NOTHING
            and "before to " not in low
            and not _PRONOUN.search(low)
        )
    if form == "gerund" and low.startswith("going with "):
        return False
    if form == "gerund":
        return kind != "impressed" and len(words) <= 9 and not _INSIDE.search(low)
    return len(words) <= 9 and "," not in low and not _ME.search(low) and _noun(phrase)


def _spoken(phrase: str) -> bool:
    """Return whether dictation, chat or lone letters are left in *phrase*."""
    return any(p.search(phrase) for p in (_DICTATED, _CHAT, _LETTER))


def _deed(low: str) -> bool:
    """Return whether "thank you for" may stand before what their side did."""
    deed = _DEED.match(low)
    return (
        deed is not None
        and 3 <= len(low.split()) <= 12
        and "," not in low
        and " its " not in low
        and not _NO_DEED.match(low)
        and not _TOLD.search(low)
    )


def _clause(low: str, words: list[str]) -> bool:
    """Return whether a clause has its subject and verb, and tells something."""
    if not _OPENS.match(low) or _ASKS.match(low) or not 3 <= len(words) <= 13:
        return False
    if (
        _MINUTES.search(low)
        or any(_PRONOUN.match(w) for w in words[:7])
        or _THIN.search(low)
    ):
        return False
    if "," in low or _NO_OBJECT.search(low):
        return False
    return "your" not in words[3:] or not words[1].endswith("s")


def _noun(phrase: str) -> bool:
    """Return whether a noun phrase is one: concrete, whole, and of no person."""
    low = phrase.lower()
    words = low.split()
    inner = words[1:] if words[0] in grammar.DETERMINERS else words
    head = grammar.head_of(low)
    if not inner or inner[0] in _NOT_NEXT or {inner[-1], head} & _HOLLOW:
        return False
    if inner[0] == head and head in _VAGUE:
        return False
    if head in _KIN or _PARTICIPLE.match(head):
        return False
    if head in JOBS or _JOB.match(low) or inner[0] in _NO_THING:
        return False
    if (
        _TIME.match(low)
        or _TWICE.search(low)
        or _MINUTES.search(low)
        or _before_clause(_INSIDE, low)
    ):
        return False
    if inner[0].isdigit() and (len(inner) < 3 or not grammar.stands_bare(head)):
        return False
    if inner[-1] == "enough" or _before_clause(_NOT, low) or _NAMED.search(phrase):
        return False
    if _UNFINISHED.search(low):
        return False
    if len(words) == 1:
        known = phrase.isupper() and len(phrase) > 1
        return known or len(words[0]) >= 7
    return len(inner) > 1 or len(inner[0]) >= 4 or inner[0].isupper()


_RELATIVE = re.compile(r"\s(?:that|who|which|where|when|how|whose|without)\s")


def _before_clause(pattern: re.Pattern[str], low: str) -> bool:
    """Return whether *pattern* is found before the first clause of *low*."""
    opens = _RELATIVE.search(low)
    return pattern.search(low, 0, opens.start() if opens else len(low)) is not None
