"""Finds the kindnesses received: "she gave me her coat"."""

import re
from collections.abc import Iterator

from afternote.reading.layout import Line
from afternote.reading.lists import STOP, Found
from afternote.reading.page import Page

_KIND_VERBS = (
    "gave let lent drove brought made bought paid found poured shared stayed waited "
    "walked offered corrected introduced mailed held reimbursed showed helped allowed "
    "fed stood carried rebooked guided ordered saved shook printed took sent welcomed "
    "put lit gifted invited recommended arranged rescheduled answered listened cooked "
    "refunded praised looked shouted returned read fixed moved sat drew came called "
    "rang phoned emailed wrote told explained broke went talked handed booked kept "
    "encouraged remembered opened set taught sorted shown".split()
)
_KINDNESS = re.compile(
    r"(?:^|(?<=[\s\x00*(]))(?P<verb>" + "|".join(_KIND_VERBS) + r")\s+"
    r"(?=(?P<rest>[^.;!?\n\x00]{2,90}))",
    re.I,
)


_TO_ME = re.compile(r"\b(?:me|us|herself|himself|themselves)\b")
_THEIRS_ALONE = frozenset("answered corrected praised shook offered".split())
"""Deeds that are theirs though no one is named: "paid for parking" may be one's own."""


_FOR_ME = re.compile(r"\b(?:me|my|us|i|i'd|i'm)\b")


_GIVEN = re.compile(
    r"answered (?:every|all|each)|(?:stayed|waited|held|sat|kept) (?:on|back|behind|"
    r"late|"
    r"until|til|for|with)|offered to|apologi|wished|walked (?:us|everyone)|"
    r"paid (?:for )?(?:the|our|lunch|train|travel)|(?:called|rang|phoned|emailed|wrote)"
    r" (?:\w+ )?(?:herself|himself|themselves|personally|in person)|gave (?:a |the |us "
    r")?"
    r"(?:\w+ )?tour|held the door|came (?:down|all the way|by|out) "
)
_NEWS = re.compile(
    r"(?:called|rang|phoned|emailed|wrote|told|broke|came|went|sat|talked|kept|set|"
    r"read|"
    r"looked|moved|opened) "
)
_KINDLY = re.compile(
    r"\b(?:herself|himself|themselves|personally|in person|kindly|gently|nicely|face "
    r"to "
    r"face|straight away|same day|at the (?:gate|door|dock|station)|by hand|"
    r"hand-?written|"
    r"before (?:the|it)|proper (?:letter|call)|line by line|to my (?:desk|office)|up "
    r"the "
    r"bus|with me|for me|round|around|on (?:a|the) (?:napkin|back)|my (?:slot|time|"
    r"old)|"
    r"me (?:home|down|with|a|her|his|the|one|some)|twenty|fifteen|ten|thirty)\b"
)
_NOT_GIVEN = re.compile(
    r"from my\b|(?:me |us )?(?:that|see\b|know\b|think\b|the whole (?:time|day|story|"
    r"hour)|all (?:day|night)|"
    r"an? (?:week|"
    r"month|day)|she|he|they|to say|about|no\b|for granted|off\b|down\b(?! to)|to task|"
    r"apart|wait|sell|present|redo|stand)\b|"
    r"(?:me|us) (?:no|not|to (?:wait|ask|call|sell|do|write|present)|i|it|its|the "
    r"(?:news|no|decision|outcome)(?! (?:\w+ )?(?:kindly|nicely|gently|herself|himself|"
    r"in "
    r"person|personally))|what|why|how|where|when|there|after|later|today|yesterday|"
    r"mon|tue|wed|thu|fri|sat|sun|on|at|with|this|last|back|friday|straight,)\b"
)
_MADE = re.compile(
    r"made (?:me|us) (?!feel\b|laugh\b|welcome\b|an?\b|some\b|tea|coffee|lunch|"
    r"breakfast|comfortable\b|\w+bos\b|soup|toast)"
)
_STOPS = re.compile(
    r"\s(?:and|but|then|so|when|while|although)\s(?:they|she|he|i|it|we|that|then|"
    r"asked|"
    r"said|told|gave|also|made|let|showed|sent|took|went|walked|even|drove|loved|"
    r"liked)\b"
    r"|\s(?:and|&)\s[a-z]{3,}ed\b|\s(?:even|cos|because|which|i|she|he|they)\s|"
    r"\s(?:and|&)\s[A-Z]"
)
_SELF = frozenset("i we it me and you to who'd not never i'd nobody".split())


def kindnesses(page: Page, line: Line) -> Iterator[Found]:
    """Yield what somebody did for the candidate in *line*."""
    last = -1
    for match in _KINDNESS.finditer(page.text, line.start, line.end):
        verb = match["verb"].lower()
        begin = match.start("rest")
        if begin < last:
            continue
        stop = STOP.search(page.low, begin, match.end("rest"))
        end = stop.start() if stop else match.end("rest")
        more = _STOPS.search(page.text, begin, end)
        end = more.start() if more else end
        rest = page.low[begin:end]
        said = f"{verb} {rest}"
        plain = bool(_FOR_ME.search(rest))
        if _NEWS.match(said):
            plain = plain and bool(_KINDLY.search(rest))
        if not (plain or _GIVEN.match(said)) or _NOT_GIVEN.match(rest):
            continue
        subject = _subject(page, line, match.start("verb"))
        if _MADE.match(said) or subject in _SELF:
            continue
        if not subject and not _TO_ME.search(said) and verb not in _THEIRS_ALONE:
            continue
        comma = page.low.find(",", begin + 8, end)
        end = comma if comma > 0 else end
        if len(page.low[begin:end].split()) < 2 and not _FOR_ME.search(rest[3:]):
            continue
        last = end
        yield Found(match.start("verb"), end, "kindness")


def _subject(page: Page, line: Line, at: int) -> str:
    """Return the word that acts: the one before the verb, adverbs left out."""
    before = page.low[max(line.start, at - 40) : at].split()
    while before and before[-1] in _ADVERBS:
        before.pop()
    return before[-1].strip("*(") if before else ""


_ADVERBS = frozenset(
    "also even then kindly both herself himself just always really and never".split()
)
