"""Says what is no person's name, or no person met, though it is spelt like one.

A wrong name in a note is the worst that reading can do: where two readings compete,
the name is left out.
"""

import re

from afternote.reading import evidence as ev
from afternote.reading.names import Name, opens
from afternote.reading.words import FORMAL, GIVEN, JOBS, ORGS, TITLES, ordinary
from afternote.text import fold

_PEOPLES = frozenset(
    "english irish scottish scots welsh british american canadian australian aussie "
    "kiwi indian pakistani bangladeshi nepali french german dutch belgian swiss "
    "austrian italian spanish portuguese polish czech slovak hungarian romanian "
    "bulgarian greek turkish cypriot russian ukrainian lithuanian latvian estonian "
    "finnish swedish norwegian danish icelandic chinese japanese korean vietnamese "
    "thai filipino malaysian indonesian nigerian ghanaian kenyan ugandan tanzanian "
    "ethiopian somali sudanese egyptian moroccan algerian tunisian african asian "
    "european mexican brazilian argentinian chilean colombian peruvian cuban "
    "jamaican iranian iraqi syrian lebanese israeli afghan catalan basque "
    "englishman englishwoman irishman irishwoman scotsman scotswoman welshman "
    "welshwoman frenchman frenchwoman dutchman dutchwoman glaswegian scouser geordie "
    "midwest midlands north south northwest northeast southwest southeast emea apac "
    "latam brummie yorkshireman cockney londoner dubliner mancunian".split()
)
"""Words of peoples and regions: "one Scottish" names nobody."""

_PLACES = frozenset(
    "salon shop store firm company clinic ward office depot garage cafe pub bar hotel "
    "school college church parish cathedral hospital hospice library museum gallery "
    "theatre studio agency charity council bakery brewery factory warehouse plant "
    "farm yard station prison court surgery practice nursery academy gym team crew "
    "ambulance cinema montessori kindergarten buses panel board staff reception "
    "hangar kitchen restaurant".split()
)
"""What one works at or in: capital or not, no person."""

_TOLD_APART = re.compile(
    r"\b(?:firm|company|shop|salon|charity|agency|studio|practice|employer|clinic|"
    r"outfit|startup|start-up|business|brand|church|school)(?: was| is|,)? "
    r"(?:called |named )?(?:the )?$"
)
"""What stands before the name of a firm: "firm Bursztyn"."""

_CALLED = re.compile(r"\s+(?:called|named)\s+(?:the )?[^\W\d_a-z]")
_GREETED = re.compile(
    r"\b(?:d?ear|(?:meet|meeting|see|seeing|thank|thanks|to) you,?) "
    r"(?:(?:mr|mrs|ms|miss|mx|dr)\.? )?$"
)
_SADLY = re.compile(r"[a-z]{4,}ly")
_CLAUSE = re.compile(
    r",? (?:the|we|i|you|they|he|she|it|this|there|no|not|your|our)\b(?!')"
)
"""Behind an adverb that opens a sentence: "Sadly the panel"."""
_TORN = re.compile(r"\.{2,}|…|—(?=\s*(?:\n|$))")
_STREETS = frozenset(
    "street road avenue square crescent terrace gardens estate quay wharf boulevard "
    "building floor block project programme campus wing junction roundabout".split()
)
_JOINED = re.compile(r"[^\W\d_a-z][a-z]+ $")
"""A capital word before: a plain word behind it is half of a longer name."""
_SIGNBOARD = re.compile(
    r"\b(?:White|Black|Red|Blue|Green|Golden|Silver|Royal|Grand|Copper|Iron|Stone|"
    r"New|Great|Upper|Lower|North|South|East|West) $"
)
"""What opens a firm's or a town's name and no person's: "White Rabbit"."""
_DOING = re.compile(r"(?!channing|manning|sterling|fielding)[a-z]{4,}ing$")
_CODE = re.compile(r"[A-Z]{1,3}(?:-[A-Z]{1,3})+")
"""A pair of languages or a code: "EN-PL"."""
_CHILD = re.compile(
    r"\b(?:pupil|student|kid|child|toddler|patient|resident|customer|visitor|"
    r"receptionist|security(?: guard)?|doorman|cleaner|"
    r"(?:yard|tea|office|post|saturday) (?:lad|lass|boy|girl|kid)|"
    r"(?:y(?:ear )?\d+|little|small|young) (?:lad|girl|boy|one))"
    r"(?: (?:is |was )?(?:called|named))? (?:a )?$"
)
"""Who is taught or served there, or keeps the door: they judge nobody."""
_AWAY = re.compile(
    r",? (?:who )?(?:was|is|were) (?:on (?:a |an |his |her |their |annual )?(?:course|"
    r"holidays?|leave|training|maternity|paternity|jury|day off|sabbatical)|abroad|"
    r"in hospital|not there|double[- ]booked|stuck)\b"
)
_OWN_CHIEF = re.compile(
    r"(?: [a-z]\.)?\s*[,(–—-]+\s*(?:(?:is|was) )?my (?:own |old |former |current |"
    r"present )?(?:(?:team|line|shift|section) )?(?:leader|manager|supervisor|boss|"
    r"mentor|colleague|friend|neighbour|cousin)\b",
    re.I,
)


def no_name(text: str, low: str, name: Name, left: str) -> bool:
    """Return whether what is spelt like *name* is no name of a person.

    *left* is the line before it, folded to lower case, 60 characters at most.
    """
    words = [fold(w.strip('."“”()')) for w in name.text.split()]
    alone = len(words) == 1
    if all(w in _PEOPLES or w in _PLACES for w in words):
        return True
    if alone and (_torn(text, name) or _CODE.fullmatch(name.text)):
        return True
    if alone and _SADLY.fullmatch(words[0]) and _CLAUSE.match(low, name.end):
        return True
    plain = [w for w in words if w in ordinary() and w not in GIVEN]
    if alone and plain and name.honorific and name.honorific not in FORMAL:
        return True
    if alone and plain and name.honorific and _goes_on_as_job(low, name.end):
        return True
    if len(words) > 2 and len(plain) > 1 and not name.honorific:
        return True
    if not alone and _DOING.match(words[0]) and opens(text, name.begins):
        return True
    if not name.honorific and not alone and words[-1] in _STREETS:
        return True
    if (
        alone
        and plain
        and not name.honorific
        and _JOINED.search(text[max(0, name.begins - 20) : name.begins])
    ):
        return True
    before = text[max(0, name.begins - 8) : name.begins]
    if not name.honorific and (_SIGNBOARD.search(before) or words[-1] in _PLACES):
        return True
    if alone and plain and _CALLED.match(text, name.end):
        return True
    if name.honorific is None and words[0] in TITLES and words[0] not in GIVEN:
        return True
    return bool(
        _GREETED.search(left)
        or (_TOLD_APART.search(left) and not name.honorific)
        or (words[-1] in ORGS and words[-1] not in GIVEN and not name.honorific)
    )


def without_people(name: Name) -> Name:
    """Return the name without the word of a people before: "Englishman Toby Marsh"."""
    first, _, rest = name.text.partition(" ")
    if not rest or fold(first) not in _PEOPLES or name.honorific:
        return name
    start = name.end - len(rest.lstrip())
    return name._replace(text=rest.lstrip(), start=start)


def stands_by(low: str, name: Name, left: str, notes: str) -> bool:
    """Return whether the person was away or judged nobody: a pupil, one's own boss.

    *notes* are as written: whose boss one is, is held back in *low*.
    """
    if ev.ABSENT.match(low, name.end) or _AWAY.match(low, name.end):
        return True
    if _CHILD.search(left):
        return True
    if re.match(r"[^\n.]{0,30}\boffer\b", low[name.end : name.end + 60]):
        return True
    rest = low[name.end : name.end + 40]
    mine = ev.MINE.match(low, name.end) or _OWN_CHIEF.match(notes, name.end)
    return bool(mine) and not re.search(r"\b(?:would|future|be|been)\b", rest)


def _torn(text: str, name: Name) -> bool:
    """Return whether a single word is cut off: "Payroll Cler..."."""
    return bool(_TORN.match(text, name.end)) and name.honorific is None


def _goes_on_as_job(low: str, end: int) -> bool:
    follows = re.match(r" ([a-z]+)", low[end : end + 24])
    return follows is not None and follows[1] in JOBS | TITLES
