"""The little English grammar that phrases need: verbs, persons, number, articles."""

import re

IRREGULAR = {
    "gave": "give", "let": "let", "sent": "send", "took": "take", "brought": "bring",
    "made": "make", "lent": "lend", "drove": "drive", "told": "tell", "found": "find",
    "kept": "keep", "stood": "stand", "sat": "sit", "rang": "ring", "came": "come",
    "bought": "buy", "paid": "pay", "put": "put", "read": "read", "ran": "run",
    "saw": "see", "set": "set", "shook": "shake", "spoke": "speak", "spent": "spend",
    "taught": "teach", "thought": "think", "wrote": "write", "held": "hold",
    "got": "get", "met": "meet", "went": "go", "said": "say", "drew": "draw",
    "showed": "show", "left": "leave", "fed": "feed", "hid": "hide", "lit": "light",
    "poured": "pour", "shared": "share", "stayed": "stay", "walked": "walk",
    "introduced": "introduce", "offered": "offer", "answered": "answer",
    "explained": "explain", "printed": "print", "mailed": "mail", "emailed": "email",
    "called": "call", "phoned": "phone", "waited": "wait", "allowed": "allow",
    "helped": "help", "asked": "ask", "corrected": "correct", "looked": "look",
    "promised": "promise", "picked": "pick", "carried": "carry", "moved": "move",
    "reimbursed": "reimburse", "invited": "invite", "arranged": "arrange",
    "organised": "organise", "organized": "organize", "passed": "pass",
    "returned": "return", "started": "start", "opened": "open", "ordered": "order",
    "covered": "cover", "saved": "save", "gifted": "gift", "shouted": "shout",
    "listened": "listen", "checked": "check", "talked": "talk", "guided": "guide",
    "cooked": "cook", "fixed": "fix", "rebooked": "rebook", "rescheduled": "reschedule",
    "apologised": "apologise", "apologized": "apologize", "praised": "praise",
    "wished": "wish", "handed": "hand", "held out": "hold out", "stopped": "stop",
    "welcomed": "welcome", "forwarded": "forward", "recommended": "recommend",
    "noticed": "notice", "remembered": "remember", "checked in": "check in",
    "followed": "follow", "warned": "warn", "replied": "reply", "refunded": "refund",
    "broke": "break", "shown": "show", "given": "give", "sorted": "sort",
    "booked": "book", "greeted": "greet", "encouraged": "encourage", "tried": "try",
}  # fmt: skip
"""Past tense -> base of what people do for one another."""

WH = frozenset("how why what who when where whether which whose".split())
MODALS = frozenset(
    "can can't cannot could couldn't will won't would wouldn't should shouldn't may "
    "might must 'd 'll did didn't had hadn't".split()
)
_ADVERBS = frozenset(
    "always never often still really actually just also even now usually all both each "
    "only ever once then already first".split()
)
_THIRD = {
    "are": "is", "aren't": "isn't", "have": "has", "haven't": "hasn't", "do": "does",
    "don't": "doesn't", "were": "was", "weren't": "wasn't", "go": "goes",
    "'re": "is", "'ve": "has",
}  # fmt: skip
_SECOND = {
    "is": "are", "isn't": "aren't", "has": "have", "hasn't": "haven't", "does": "do",
    "doesn't": "don't", "was": "were", "wasn't": "weren't", "goes": "go",
}  # fmt: skip
_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|does|do|did|can|can't|will|won't|would|"
    r"should|"
    r"could|isn't|aren't|wasn't|didn't|doesn't|don't|hasn't|gets|knows|keeps|makes|"
    r"says|"
    r"said|takes|goes|comes|gives|gave|lets|tells|told|wants|needs|means|sits|thinks|"
    r"likes|loves|eats|happens|works|laughs|sang|sings|knew|took|went|came|got|seems|"
    r"showed|asked|brought|sent|let|lent|rang|drove|walked|explained|ran|made|kept|"
    r"learns|rings|sends|puts|gone|been|looks|feels|helped|shouts|mark|eat|know|get|"
    r"keep|make|take|give|say|go|come|lost|won|sat|spoke|wrote|thought|found|felt|"
    r"stayed|burnt|fell|speaks|rests|asks|shows|teaches|brings|believes|smirked|hired|wore|grew|flew|threw|rose|smells|hid|broke|drew|paid|told|r|makes|"
    r"helps|feels|sounded|sounds|seemed|looked|appeared)\b"
)
_SUBJECT = re.compile(
    r"\b(?:i|he|she|it|they|we|you|nobody|everyone|everybody|someone|somebody|there)\b|"
    r"\b(?:he|she|it|they|we|you|i|that|there|nobody|everyone|here|who|what)'(?:s|re|"
    r"ve|d|ll|m)\b"
)
_OPENS_CLAUSE = re.compile(
    r"\b(?:how|why|what|who|when|where|whether|which|that|if|because|until|after|"
    r"before|"
    r"whose|while|as|than)\b(?!['’])"
)
_PREPOSITION = re.compile(
    r"\s(?:of|for|in|on|with|at|from|to|by|without|when|during|about|across|after|"
    r"before|"
    r"between|into|over|under|through|against|around|as|that|who|which|where|how|via|"
    r"per|made|using|and|or|than|up|out|until|while|instead|inside|outside|versus|vs)\b"
)
_MASS = re.compile(
    r"(?:ing|ness|ship|ism|ics|ware|hood|graphy|ology|onomy|ment planning|metry|"
    r"therapy|thesia|thanasia|escalation|isation|ization|hygiene|aid)$|^(?:work|"
    r"data|"
    r"research|safety|security|compliance|governance|maintenance|management|"
    r"recruitment|"
    r"procurement|feedback|music|software|advice|evidence|equipment|traffic|literacy|"
    r"numeracy|paperwork|homework|fieldwork|teamwork|stock|payroll|access|retention|"
    r"onboarding|triage|conveyance|lamination|immunisation|logistics|wellbeing|"
    r"ethics|privacy|quality|accessibility|inclusion|sustainability|automation|"
    r"observability|reliability|infrastructure|leadership|growth|care|inference|"
    r"storage|time|chemistry|evacuation|software|coaching|evidence|pottery|"
    r"rotation|theft|transport|prevention|protection|education|medication|fraud|"
    r"sanitation|irrigation|navigation|moderation|mediation|restoration|conservation|"
    r"preservation|insurance|finance|forestry|carpentry|dialysis|accounting|"
    r"play|bread|wool|clay|steel|timber|soil|water|energy|power|waste|food|debt)$"
)
DETERMINERS = frozenset(
    "the a an my your this these those each every any some no all both its our their "
    "his "
    "her several many few most more one two three four five six seven eight nine ten "
    "what which whose another other".split()
)

_COUNTED = frozenset("API FAQ CRM ERP SOP CMS PCB KPI EHR LMS PLC UPS CNC MRI".split())
"""Short names of single things, which take an article: "the sightings API"."""


_PAST = re.compile(
    r"\b\w{2,}ed (?:the|a|an|my|me|every|all|their|it|us|him|her|his|you|that|to|"
    r"this|each|some)\b"
)
_ORDER = re.compile(
    r"(?:ask|go|come|see|look|read|think|try|call|email|send|write|check|tell|say|"
    r"stop|always|"
    r"don't|do|be|let|make|get|keep|use|never|thank|note|remember|need|want|check|"
    r"follow|lost|"
    r"won|came|worth|hard|easy|glad|happy|sad|tired|done|next)\b"
)

_VERB_FIRST = re.compile(
    r"(?:discuss|hear|explain|describe|translate|arrange|prepare|choose|decide|"
    r"handle)\s|"
    r"(?:taste|grade|run|hold|cut|draw|lift|treat|sort|deal|cope|manage|plan|"
    r"build|break|turn|teach|speak|drive|cook|clean|fix|pick|set|use|try|test|mark|"
    r"feed|wash|count|store|close|open|price|train|move|load|listen|smell|put|warm) "
    r"(?:the|an?|my|your|their|her|his|with|to|for|every|each|all|first|[a-z]{2,}ing)\b"
)
"""A verb's base and its object: an order, or what stood behind "to"."""
_ENDS_IN_VERB = re.compile(
    r"\s(?:remembers|forgets|believes|teaches|asks|answers to|happens|matters|works)$"
)


def gerund(base: str) -> str:
    """Return the -ing form of a verb's base: "give" -> "giving"."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    if base in {
        "let", "put", "get", "sit", "set", "run", "stop", "hug", "shop", "chat", "swap",
        "drop", "grab", "plan", "tip", "step", "wrap", "pop", "trip",
    }:  # fmt: skip
        return base + base[-1] + "ing"
    return base + "ing"


def base_of_past(verb: str) -> str | None:
    """Return the base of a past tense of kindnesses; None when unknown."""
    return IRREGULAR.get(verb)


def third(verb: str) -> str:
    """Return *verb*, as it goes with "they", to go with "your team"."""
    if verb in MODALS or verb in IRREGULAR or verb.endswith("ed"):
        return verb
    if verb in _THIRD:
        return _THIRD[verb]
    if verb.endswith(("ss", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    if verb.endswith("s"):
        return verb
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def second(verb: str) -> str | None:
    """Return *verb*, as it goes with "she", to go with "you"; None when unsure."""
    if verb in _SECOND:
        return _SECOND[verb]
    if verb in MODALS or verb in IRREGULAR or verb.endswith("ed"):
        return verb
    if verb.endswith("ies") and len(verb) > 4:
        return verb[:-3] + "y"
    if verb.endswith(("shes", "ches", "sses", "xes", "zes")):
        return verb[:-2]
    if verb.endswith("s") and not verb.endswith("ss"):
        return verb[:-1]
    return None


def is_adverb(word: str) -> bool:
    """Return whether *word* may stand between a subject and its verb."""
    return word in _ADVERBS or word.endswith("ly")


def has_loose_verb(low: str) -> bool:
    """Return whether a noun phrase holds a finite verb or subject of its own.

    Behind a word that opens a clause ("the way", "who") it may.
    """
    opens = _OPENS_CLAUSE.search(low)
    stop = opens.start() if opens else len(low)
    return bool(
        _FINITE.search(low, 0, stop)
        or _SUBJECT.search(low, 0, stop)
        or _PAST.search(low, 0, stop)
        or _ORDER.match(low)
        or _VERB_FIRST.match(low)
        or _ENDS_IN_VERB.search(low)
    )


def head_of(phrase: str) -> str:
    """Return the head word of a noun phrase: the last before its first preposition."""
    cut = _PREPOSITION.search(phrase)
    inner = phrase[: cut.start()] if cut else phrase
    return inner.split(",")[0].split()[-1] if inner.split(",")[0].split() else ""


def stands_bare(head: str) -> bool:
    """Return whether a noun phrase with this head needs no article."""
    low = head.lower()
    if head.isupper() and len(head) > 1:
        return head not in _COUNTED
    if low in {"people", "staff", "children", "men", "women", "teeth", "feet", "mice"}:
        return True
    if low.endswith("s") and not low.endswith(("ss", "us", "is", "as")):
        return True
    return bool(_MASS.search(low))


_LINKING = (
    r"of|for|in|on|with|at|from|to|by|about|than|as|and|or|that|who|which|under|over|"
    r"into|between|when|where|how|behind|after|before|during|without|across|near|via|"
    r"against|per|through|not|every|each|round|around|down|up|off|out|past|along|like|"
    r"inside|outside|instead|until|is|are|was|were|\w+ing"
)
_PLAIN = rf"(?!(?:{_LINKING})\b)[\w'-]+"
_TWO_THINGS = re.compile(
    rf"((?:the |an? )?(?!(?:the|an?) )(?:{_PLAIN} ){{1,4}}{_PLAIN}) (?:the|an?) ", re.I
)


def first_thing(phrase: str) -> str:
    """Return the first of two things that dictation ran together.

    "localised curriculum the school garden" -> "localised curriculum".
    """
    match = _TWO_THINGS.match(phrase)
    return match[1] if match else phrase
