"""Finds what the notes saw people do as a habit: "they bury five reports a month".

A habit is in the present tense, and of them, of somebody met, or of all of a kind
("every clause has an owner"). The reader of the note did it or stands by it.
"""

import re
from collections.abc import Iterator

from afternote.reading.layout import Line
from afternote.reading.lists import Found
from afternote.reading.page import Page
from afternote.schema import Person
from afternote.text import fold

_STARTS = re.compile(
    r"(?:^|(?<=[-*•·–+>|] )|(?<=[.!?;:,\n\x00–—])|(?<=\s-)|(?<=\*)|\b(?:and|but|cos|"
    r"because|where|so|"
    r"like|love that|loved that|liked that|how|said|says|that)\s)\s*"
    r"(?=(?P<who>they|she|he|[^\W\d_][\w'’-]+)\s+"
    r"(?:(?:all|always|still|even|also|actually|never|each|really|only|both)\s+){0,2}"
    r"(?P<verb>[a-z]{2,14})\s+(?P<rest>[^.;!?\n\x00()]{6,90}))",
    re.I | re.M,
)
ALL_DO = re.compile(
    r"(?:^|(?<=[-*•·–+>|] )|(?<=[.!?;:,\n(\x00–—])|(?<=\s-)|(?<=\*)|\bthat\s)\s*"
    r"(?P<whole>(?:every(?:one|body)|nobody|no one|no-one|(?:each|every|all|the whole|"
    r"whole)\s[a-z'-]+(?:\s(?!has|gets|is)[a-z'-]+)?|(?:residents|students|pupils|"
    r"volunteers|new starters|staff|apprentices|patients|juniors|trainees|children|"
    r"kids|families|customers|tenants|the (?:students|residents|kids|volunteers|"
    r"apprentices|crew|team|lads|drivers|nurses|staff|pupils|tenants)))\s"
    r"(?:(?:also|always|still|even|actually|never|only)\s)?"
    r"(?P<verb>has|have|gets?|is|are|does|do|takes?|writes?|reads?|eats?|sits?|runs?|"
    r"vote|votes|mark|marks|choose|chooses|knows?|label|labels|learns?|goes|go|"
    r"starts?|keeps?|brings?|helps?|makes?|dials?|signs?|shares?|teach|teaches|"
    r"presents?|swaps?|cooks?|signs|picks?|tries|try|meets?|speaks?|shouts?|says?|tests?|checks?)\s"
    r"[^.;!?\n\x00()]{4,90})",
    re.I | re.M,
)
_NOT_HABITS = frozenset(
    "want wants need needs say says said think thinks seem seems look looks feel feels "
    "hope hopes know are is was were had have has did do does don didn would will can "
    "could should might may went chose picked took gave got asked told never just went "
    "like likes love loves hate hates mean means sound sounds come comes go goes live "
    "lives work works lead leads head heads own owns manage manages chair chairs "
    "report "
    "reports edit edits swear swears let lets sit sits start starts thought came said "
    "his this as us yes knew wish wishes reckon reckons regret appoint appointed hired "
    "hire prefer preferred found froze ended already also that both all offer offers "
    "remember remembers promise promised expect expects believe decided decide get "
    "gets "
    "because sorry not been be being really so if in on at of with about from to for "
    "by "
    "runs choose chooses select selects selected owe owes pay pays rang phoned emailed "
    "mailed wrote called texted sent made kept "
    "put drove stood spoke ran held saw met left lost won brought bought taught sat "
    "showed answered felt drew threw understands understand seeks seek cancels".split()
)
_HAS = re.compile(r"(?:has|have|'ve got|has got) (?:a|an|every|each|one|all|no|two)\b")
_SOMEONE = re.compile(
    r"^\w+ (?:an? |the |some)?(?:other |another |else )?(?:person|someone|somebody|one "
    r"with|"
    r"candidate|lad|bloke|girl|woman|man|applicant|internal)\b"
)
_KEEPS = re.compile(
    r"\b(?:runs|lets|gets|works|goes|sits|starts|let|run|get|go|start)\b"
)


def habits(page: Page, line: Line, people: tuple[Person, ...]) -> Iterator[Found]:
    """Yield what they, she or he, or all of a kind, do as a habit in *line*."""
    for match in _STARTS.finditer(page.text, line.start, line.end):
        who, verb = match["who"].lower(), match["verb"]
        if not _is_habit(page, match, who, verb, people):
            continue
        stop = _end(page, match.start("rest"), match.end("rest"))
        yield Found(match.start("who"), stop, "impressed")
    for match in ALL_DO.finditer(page.text, line.start, line.end):
        if not match["verb"].endswith("ed"):
            stop = _end(page, match.start("whole") + 8, match.end("whole"))
            yield Found(match.start("whole"), stop, "impressed")


def _is_habit(
    page: Page, match: re.Match[str], who: str, verb: str, people: tuple[Person, ...]
) -> bool:
    rest = page.low[match.start("verb") : match.end("rest")]
    known = verb not in _NOT_HABITS or _HAS.match(rest) is not None
    if re.match(r"(?:has|have) no\b", rest) or (
        who != "they" and _KEEPS.match(rest) and re.search(r" (?:a|an|her|his) ", rest)
    ):
        known = known or bool(re.match(r"(?:lets|starts|sits|works)\b", rest))
    if not known or not verb.islower() or _SOMEONE.search(rest):
        return False
    if who == "they":
        return not verb.endswith(("ed", "ing", "ly"))
    third = verb.endswith("s") and not verb.endswith("ss")
    return third and (who in ("she", "he") or named(people, match["who"]) is not None)


_STOP = re.compile(
    r"[.!?](?=\s|$|\x00)|\n|\x00|;|…|\.\.|\s[-–—=]\s|,\s(?!then\b|not\b|even\b)|"
    r"\s(?:but|which|because|cos|though|although|and (?:i|she|he|they|we|it|the one|"
    r"said|told)|so (?:i|that|he|she|they)|i (?:thought|liked|loved)|i|lol|haha)\b"
)


def _end(page: Page, start: int, end: int) -> int:
    stop = _STOP.search(page.low, start, end)
    return stop.start() if stop else end


def named(people: tuple[Person, ...], word: str) -> Person | None:
    """Return the one person of whose name *word* is a part."""
    found = [p for p in people if fold(word) in (fold(w) for w in p.value.split())]
    return found[0] if len(found) == 1 else None
