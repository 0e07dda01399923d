"""What a label or heading says its line is about: "Interviewed by" -> people."""

import re
from typing import Literal

Key = Literal[
    "manager", "people", "recruiter", "company", "role", "writer", "topics",
    "impressed", "learnt", "kindness", "decision", "date", "other",
]  # fmt: skip


_LABELS: dict[Key, str] = {
    "manager": "hiring manager|hm|manager|boss|the boss|line manager|lead|led by|chair|"
    "chaired by|head|owner|chef|gaffer|director|reports to|would report to|decision "
    "maker|"
    "pi|manager to thank|head of dept|supervisor|the one who ran it",
    "people": "interviewer|interviewers|interviewed by|interview with|met|met with|saw|"
    "seen by|seen|spoke to|spoke with|spoke w/|with|w/|who|whom|people|panel|names|"
    "team|"
    "they|present|attendees|interviewer(s)|who i met|who i saw|name of person|panel "
    "was|"
    "the panel|recipient|contact|to|note to|for|also|and|people met|persons|met there|"
    "who interviewed you|my interviewers|faces|assessor|assessors",
    "recruiter": "recruiter|hr|agency|talent|recruitment|agent|hr contact|rec|"
    "recruiter/hr|via|through|booked by|people ops|talent partner",
    "company": "company|firm|org|organisation|organization|employer|where|place|school|"
    "hospital|name of school|name of firm|client|trust|shop|restaurant|lab|studio|co|"
    "company name|charity|council|hotel|business|university|college|practice|site",
    "role": "role|position|post|job|title|job title|vacancy|applied for|opening|seat|"
    "gig|"
    "for what|for the job|role applied for|job role|the job|the role|position applied "
    "for|what for",
    "writer": "me|my name|candidate|writer|applicant|signed|from me|name",
    "topics": "topics|topic|talked about|talked|discussed|covered|talk|spoke about|"
    "spoke|"
    "what we discussed|we talked about|subjects|subject matter|chat|conversation|"
    "themes|"
    "what we talked abt|spoken of|chat was on|asked about|we covered|topics covered|"
    "discussed on phone|"
    "what we "
    "talked about|things said|chatted about|chat about|areas|qs|questions|"
    "asked|convo|on|we discussed|stuff|about|bits|things we discussed|talking points",
    "impressed": "liked|loved|impressed|impressed by|what i liked|what i admired|"
    "admired|"
    "good|best bit|best|highlight|highlights|plus|pros|stood out|enjoyed|what stood "
    "out|"
    "nice|memorable|what will you remember|good bit|good bits|loved it|like|positives|"
    "what i loved|impressed me|what impressed me|what impressed|great|cool|really "
    "liked",
    "learnt": "learnt|learned|takeaway|takeaways|to self|til|lesson|lessons|what i "
    "learnt|"
    "what i learned|new to me|to remember|to steal|quote|stealing",
    "kindness": "kindness|kind|thanks for|thank for|grateful for|they were kind|nice "
    "touch|"
    "kindnesses|kind thing|warm thing|thank them for|to thank for|grateful|thankful "
    "for|"
    "thank you for|thanks to them for|anything else|lovely|kind things",
    "decision": "result|outcome|decision|verdict|no|told|rejected|status|answer|how "
    "told|"
    "news|heard|got|how did you hear|why no|reason|the no|how i heard|response|reply|"
    "rejection|feedback|end|final|why",
    "date": "when|date|day|interview date|interviewed on",
}


KEYS: dict[str, Key] = {
    word: key for key, words in _LABELS.items() for word in words.split("|")
}


_MET = re.compile(r"\b(?:whom?|people|met|saw|panel|interviewers?)\b")


_TALKED = re.compile(
    r"\b(?:talked|discussed|covered|topics?|spoke about|asked about)\b"
)


def heading_key(name: str) -> Key | None:
    """Return what a free heading is about: "Whom I saw, in order" -> people."""
    if len(name.split()) > 6:
        return None
    if _TALKED.search(name):
        return "topics"
    return "people" if _MET.search(name) else None


_LOOSE: tuple[tuple[Key, re.Pattern[str]], ...] = (
    ("other", re.compile(r"\b(?:other (?:jobs?|offers?|applications?)|private|not)\b")),
    ("recruiter", re.compile(r"\b(?:recruiter|hr|agency|forms|talent)\b")),
    ("manager", re.compile(r"\b(?:boss|big cheese|gaffer|in charge|hiring manager|hm|"
                           r"would manage|head honcho|top dog|owner)\b")),
    ("learnt", re.compile(r"\b(?:til|new to (?:me|us)|learn(?:t|ed)|didn'?t know|"
                          r"taught)\b")),
    ("kindness", re.compile(r"\b(?:kind|kindness|thankful|grateful|nice (?:thing|"
                            r"touch))\b")),
    ("impressed", re.compile(r"\b(?:lik(?:ed|e)|lov(?:ed|e)|impress\w*|best|cool|"
                             r"admir\w+|"
                             r"stood out|brilliant|wow|highlights?|what i saw)\b")),
    ("topics", re.compile(r"\b(?:(?:talk|spok|spoke|chat|yap|discuss|nerd|natter|cover|"
                          r"ask|"
                          r"conversation|breeze|went|session)\w*\b.{0,20}\b(?:about|on|"
                          r"of|over|"
                          r"re|through|was|into|was on)|discuss\w*|subjects?|matters?|"
                          r"topics?|"
                          r"talking|yapped|thema|temat|onderwerp)\b")),
    ("people", re.compile(r"\b(?:(?:spoke|spoken|talked|chat\w*|sat|clicked|met|"
                          r"meet\w*) "
                          r"(?:with|to)|(?:seen|interview\w*|grilled|quizzed|assessed) "
                          r"(?:by|me)|"
                          r"sidekick|other (?:guy|bloke|one|person|lad|woman|lady)|"
                          r"(?:detail|second|third|other) person|panel|board|who|"
                          r"whom)\b")),
    ("company", re.compile(r"^(?:name of )?(?:\w+ )?(?:company|firm|biz|business|"
                           r"institute|"
                           r"institution|church|parish|school|hospital|clinic|"
                           r"salon|employer|org|organi[sz]ation|firma|"
                           r"bedrijf)$")),
    ("role", re.compile(r"^(?:\w+ )?(?:vacancy|opening|role|position|post|job|"
                        r"stanowisko|"
                        r"functie|stelle|puesto)(?: \w+)?$")),
)  # fmt: skip
_LOOSE_MOST = 6


def label_key(label: str, *, sure: bool = False) -> Key | None:
    """Return what a label is about: "Interviewed by" -> people; None when unknown.

    *sure*: a colon or dots show that it is a label; then its words may tell.
    """
    plain = label.strip(" *_.?-!").removeprefix("the ").removesuffix(" was")
    key = KEYS.get(plain)
    if key or not sure or len(plain.split()) > _LOOSE_MOST:
        return key
    for found, pattern in _LOOSE:
        if pattern.search(plain):
            return found
    return None
