"""Finds how, when and why the no came: closed lists of patterns, nothing free."""

import re
from bisect import bisect_right

from afternote.reading.page import Page, Seen
from afternote.reading.reasons import FURTHER
from afternote.reading.told import TOLD
from afternote.schema import Decision, Fact, How
from afternote.text import sentences

_NO = re.compile(
    r"\b(?:no|reject\w*|turned (?:me )?down|unsuccessful|regret\w*|declined|not "
    r"(?:selected|"
    r"successful|progress\w*|proceed\w*|moving|offered|got|get|going)|didn'?t (?:get|"
    r"make|go)|"
    r"won'?t be|decision|outcome|result|verdict|told|bad news|sorry|came second|news|"
    r"gone|"
    r"heard|picked|chose\w*|went (?:with|w/|to)|gave it|filled|closed|let me (?:down|"
    r"know)|"
    r"want(?:s|ed)?|informed|dinged|knocked back|got the|nope|nup|said|unfortunately|"
    r"pipped|say|a no)\b"
)
_CHANNELS = (
    ("portal", r"\bportal\b|\bworkday\b|\bonline (?:account|system)\b|\bstatus "
               r"(?:page|changed|"
     r"flipped)"),
    ("letter", r"\b(?:by|via|per|form|regret|rejection|a|the|got a|came a) (?:\w+ "
               r")?letter\b|"
     r"\bletter (?:came|arrived|in|said|1st)|\bby post\b|\bin the post\b|^\W*letter\b"),
    ("video", r"\b(?:over|by|via|on|in|same) (?:a )?(?:ms )?(?:teams|zoom|video|"
              r"google meet|skype|"
     r"facetime)\b|\bvideo call\b|\bteams call\b"),
    ("in_person", r"\bin person\b|\bface[- ]to[- ]face\b|\bto my face\b|\bat the "
                  r"(?:gate|door|"
     r"kettle)\b|\bcame by\b|\bin the corridor\b|\bcalled me in\b|\bsat me down\b"),
    ("phone", r"\b(?:by|via|per|on the|over the) (?:tele)?phone\b|\b(?:rang|phoned|"
              r"telephoned|"
     r"voicemail|phone call|rung)\b|\bcalled (?:me|to|friday|monday|on|this|herself|"
     r"himself|at)\b|"
     r"\b(?:a|the) call\b|\bphone\b|\bby call\b|\bcall from\b|\bcalled \d"),
    ("email", r"\be-?mail(?:ed|s)?\b|\bby mail\b|\bmail\b(?! ?box)|\binbox\b"),
)  # fmt: skip
_CHANNEL = tuple((name, re.compile(p)) for name, p in _CHANNELS)
_DATE = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|"
    r"sept|oct|nov|"
    r"dec)[a-z]*\.?(?: \d{4})?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|"
    r"dec)[a-z]*\.? "
    r"\d{1,2}(?:st|nd|rd|th)?\b|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?|(?:last |on |this "
    r"|the )?"
    r"(?:mon|tues?|wed(?:nes)?|weds|thu(?:rs)?|thur|fri|sat(?:ur)?|sun)(?:day)?\b|"
    r"the \d{1,2}(?:st|"
    r"nd|rd|th)|yesterday|this morning|last (?:night|week)|today)"
)
_REASONS = (
    ("paused", r"on hold|on ice|\bpaus(?:ed|ing)|\bfr(?:o|ee)z(?:e|en|ing)\b(?! on)|"
               r"\bput (?:back|on ice)|"
     r"suspended|postponed|\bwithdrawn\b(?!.{0,20}\bcost)|cancelled|no longer "
     r"(?:hiring|filling|"
     r"recruiting|needed)|post is no more|slipped to|gone quiet|not (?:hiring|"
     r"filling)|pulled the"),
    ("budget", r"\bbudgets?\b|\bfund(?:s|ing|ed)?\b|\bgrant\b.{0,30}\bcut|cost "
               r"(?:cutting|"
     r"containment|saving)|donor money|money (?:for|did|has|was)|stopped the money|"
     r"can'?t (?:stretch|"
     r"afford)|couldn'?t (?:fund|afford)|no money|not enough work|cut the post|"
     r"headcount"),
    ("internal", r"\binternal(?:ly)?\b(?! (?:post|tool|audit|comms|medicine|system|"
                 r"job|role))|"
     r"(?:from|some\w+|person|candidate|gone) (?:the )?inside\b|from within|"
     r"redeployment|already (?:on the desk|"
     r"there|here|in the)|inside (?:candidate|secondee)|relief staff|promot\w+ "
     r"(?:someone|from)"),
    ("close_second", r"close second|second choice|runner[- ]?up|(?:came|was|were) "
                     r"second|pipped|"
     r"hair'?s? ?breadth|one mark|half a mark|one vote|very close|narrowly|by a hair|"
     r"(?:it was|so) "
     r"close\b|second place|2nd choice"),
    ("experience", r"more (?:\w+[ -]){0,3}experience|experience (?:more )?closely|"
                   r"more exp\b|(?:more|"
     r"extra) years|years? more|stronger match|closer (?:match|fit)|more senior|"
     r"better match|w/ more|"
     r"with more|background more|qualification|not enough experience|more qualified|"
     r"has done|done it"),
)  # fmt: skip
_REASON = tuple((name, re.compile(p)) for name, p in _REASONS)
_TALK = re.compile(
    r"\b(?:talked|discussed|spoke|covered|asked|liked|loved|chat|topics?)\b"
)


def find(page: Page) -> Decision:
    """Return the decision's channel, date and reason, each only where it is plain."""
    channel = _channel(page)
    return Decision(channel=channel, date=_date(page, channel), reason=_reason(page))


def _fact(page: Page, seen: Seen) -> Fact:
    return Fact(
        value=seen.value,
        quote=page.notes[seen.start : seen.end],
        start=seen.start,
        end=seen.end,
        how=seen.how,
    )


_SURE = (
    ("letter", re.compile(r"\b(?:the|a|an|regret|rejection|form) letter (?:came|"
                          r"arrived|in the|said|1st)|"
                          r"\bby letter\b|\bform letter\b|\bwrote me a (?:\w+ "
                          r")?letter\b")),
    ("phone", re.compile(
        r"\b(?:she|he|they|[\w'-]+) (?:rang|phoned|telephoned)(?: (?:me|to|on|"
        r"himself|herself|myself|mon|tue|wed|"
        r"thu|fri|sat|sun|this|last|yesterday|today|friday|\d)\w*|[:.,]|$)|\bcalled "
        r"to say\b|\brang by\b|"
        r"\bphone call,? no\b|\brang (?:me )?with the news\b")),
    ("email", re.compile(
        r"\b(?:she|he|they|[\w'-]+) e-?mailed(?: me)?(?: (?:to say|on|mon|tue|wed|"
        r"thu|fri|sat|sun|this|last|"
        r"yesterday|today)\w*|[:.,]|$)|\brejection e-?mail\b|\be-?mail from\b")),
    ("portal", re.compile(r"\bportal\b.{0,20}\b(?:no|unsuccessful|closed|regret|"
                          r"rejected|not)\b|\bvia the portal\b|"
                          r"^\W*portal\b|\bapp said no\b")),
)  # fmt: skip
_BARE = re.compile(
    r"^\W*(?:by |via |per )?(?:an? )?(e-?mail(?:ed)?|phone(?:d)?|phone call|letter|"
    r"portal|teams|zoom|"
    r"in person|rang)\b(?P<rest>[^\n]{0,24})$"
)
_WORD_OF = {"e": "email", "p": "phone", "l": "letter", "t": "video", "z": "video",
            "i": "in_person", "r": "phone"}  # fmt: skip
_NEAR = 60


_MATTERS = ("topics", "impressed", "learnt", "kindness", "company", "role")
"""Keys of the lines that say nothing of the decision."""


def _channel(page: Page) -> Fact | None:
    for line in page.own:
        if line.key in _MATTERS:
            continue
        decided = line.key == "decision"
        for sentence in sentences(page.low[line.start : line.end], line.start):
            found = _channel_in(page, sentence.start, sentence.end, decided=decided)
            if found:
                return _fact(page, found)
    return _told(page) or _mailed(page)


def _told(page: Page) -> Fact | None:
    """Return the last way of telling that is named, where no refusal stands by it."""
    last: Seen | None = None
    for line in page.own:
        if line.key in _MATTERS:
            continue
        for name, pattern in TOLD:
            for match in pattern.finditer(page.low, line.start, line.end):
                if last is None or match.start() > last.start:
                    last = Seen(name, match.start(), match.end(), "stated")
    return _fact(page, last) if last else None


def _channel_in(page: Page, start: int, end: int, *, decided: bool) -> Seen | None:
    for name, pattern in _SURE:
        match = pattern.search(page.low, start, end)
        if match:
            return Seen(name, match.start(), match.end(), "stated")
    bare = _BARE.match(page.low[start:end])
    if bare and len(page.low[start:end].split()) <= 4:
        word = bare[1]
        name = "portal" if word.startswith("portal") else _WORD_OF[word[0]]
        return Seen(name, start + bare.start(1), start + bare.end(1), "stated")
    best: tuple[int, Seen] | None = None
    for name, pattern in _CHANNEL:
        for match in pattern.finditer(page.low, start, end):
            before = page.low[max(start, match.start() - _NEAR) : match.start()]
            after = page.low[match.end() : min(end, match.end() + _NEAR)]
            hits = [len(before) - m.end() for m in _NO.finditer(before)]
            hits += [m.start() for m in _NO.finditer(after)]
            if decided:
                hits.append(0)
            if hits and (best is None or min(hits) < best[0]):
                best = (min(hits), Seen(name, match.start(), match.end(), "stated"))
    return best[1] if best else None


def _mailed(page: Page) -> Fact | None:
    """Return email where a rejection mail itself is pasted."""
    for lines in page.mails:
        head = lines[0]
        stop = min(head.end, head.start + 60)
        shown = page.text[head.start : stop].split("\x00")[0].rstrip()
        if shown.strip():
            end = head.start + len(shown)
            return _fact(page, Seen("email", head.start, end, "mail"))
    return None


def _date(page: Page, channel: Fact | None) -> Fact | None:
    """Return the date that stands in the sentence of the channel."""
    if channel is None or channel.how == "mail":
        return None
    for sentence in sentences(page.low):
        if sentence.start <= channel.start < sentence.end:
            match = _DATE.search(page.low, sentence.start, sentence.end)
            if match:
                value = page.notes[match.start() : match.end()]
                return _fact(page, Seen(value, match.start(), match.end(), "stated"))
    return None


_PLAIN = {
    name: re.compile(pattern)
    for name, pattern in (
        (
            "paused",
            r"\b(?:role|post|position|job|vacancy|it|requirement|hiring|recruitment|"
            r"all posts) "
            r"(?:is |was |has been |have been |are |'s |now )*(?:on hold|on ice|"
            r"paused|frozen|suspended|"
            r"withdrawn|cancelled|put back|stopped|pulled|gone)\b|\b(?:froze|frozen|"
            r"suspended|stopped|"
            r"paused) (?:the post|the role|the position|hiring|all|recruit)|\bon "
            r"(?:hold|ice)\b|hiring freeze|"
            r"no more$|suspended all",
        ),
        (
            "internal",
            r"\binternal (?:candidate|applicant|transfer|lady|person|got|hire|"
            r"appointment)|"
            r"(?:from|of) (?:the )?inside\b|some(?:one|body) (?:internal|inside)|"
            r"went internal|redeployment|"
            r"inside secondee|went to current",
        ),
        (
            "close_second",
            r"\b(?:close|very close|near) (?:second|thing|call)\b|second choice|"
            r"runner[- ]?up|"
            r"(?:came|come|was) second|pipped|hair'?s[- ]?breadth|by a hair|(?:half "
            r"a|one) (?:mark|point|vote)|"
            r"next on the list|one other|very close\b|2nd choice|tight",
        ),
        (
            "budget",
            r"\bbudget (?:\w+ ){0,3}(?:finished|cut|pulled|not approved|gone|frozen|"
            r"is not)|(?:grant|"
            r"funding|money|budget)(?: \w+){0,4} (?:cut|gone|pulled|not come|fell "
            r"through|stopped|finished|did not|"
            r"didn'?t)|stopped the money|couldn'?t fund|cut the post|can'?t "
            r"(?:stretch|afford|fund)|it was the budget",
        ),
    )
}


def _reason(page: Page) -> Fact | None:
    """Return the reason; what of its words is held back is not quoted."""
    low = page.notes.lower()
    low = low if len(low) == len(page.notes) else page.low
    starts = [line.start for line in page.lines]
    for sentence in sentences(low):
        at = bisect_right(starts, sentence.start) - 1
        beside = page.lines[max(at, 0) : at + 2]
        pasted = at >= 0 and page.lines[at].source != "own"
        decided = any(
            line.key == "decision" and line.start <= sentence.end for line in beside
        )
        how: How = "mail" if pasted else "stated"
        for name, pattern in (*_PLAIN.items(), *FURTHER):
            match = pattern.search(low, sentence.start, sentence.end)
            place = match and _unheld(page, match, sentence.start, sentence.end)
            if place:
                return _fact(page, Seen(name, *place, how))
        for name, pattern in _REASON:
            match = pattern.search(low, sentence.start, sentence.end)
            if match is None:
                continue
            near = low[max(sentence.start, match.start() - _NEAR) : match.end() + 20]
            if not (pasted or decided or _NO.search(near)) or _TALK.search(near):
                continue
            place = _unheld(page, match, sentence.start, sentence.end)
            if place:
                return _fact(page, Seen(name, *place, how))
    return None


def _unheld(
    page: Page, match: re.Match[str], low: int, high: int
) -> tuple[int, int] | None:
    """Return the stretch itself, or what decided beside it, when it is held back."""
    if not page.is_held(match.start(), match.end()):
        return match.start(), match.end()
    for word in _NO.finditer(page.low, low, high):
        if not page.is_held(word.start(), word.end()):
            return word.start(), word.end()
    return None
