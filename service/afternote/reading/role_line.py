"""Finds the role where it stands by itself: in a mail's subject, opening a line."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from afternote.reading.jobs import NOT_JOB, is_job
from afternote.reading.mails import Letter
from afternote.reading.page import Page, Seen
from afternote.reading.words import FUNCTION, HEADING, JOBS, LEADING, LESSER
from afternote.schema import How
from afternote.text import fold


class Candidate(NamedTuple):
    """A stretch that may be the role, and how surely."""

    weight: int
    seen: Seen


_LEAD = re.compile(
    r"(?:re|fwd?|fw|aw|update|outcome|regret|result|decision|feedback|your|application|"
    r"applications?|for|the|of|to|on|status|thank you|news|final|round|regarding|"
    r"about|with us|"
    r"and|next|steps|following|follow-?up|unsuccessful|slot|captioned|auto|"
    r"interview)\b[\s:–—/-]*",
    re.I,
)


_TAIL = re.compile(
    r"[\s,]+(?:role|job|position|post|vacancy|gig|opening|search|application|interview|"
    r"outcome|competition|req(?:uisition)?|opportunity|campaign)$",
    re.I,
)


IN = frozenset(
    "lecturer professor teacher fellow tutor researcher postdoc trainee reader "
    "apprentice "
    "chair".split()
)


_FRAGMENT = re.compile(
    r"(?:[^.,;:/|()\n\x00—–@=·>*-]|(?<=\w)-(?=\w)|(?<=\b[Ss]r)\.|(?<=\b[Aa]sst)\.)+"
)


_FIRST = 4


def seen(page: Page, start: int, end: int, how: How) -> Seen:
    """Return the stretch as a role, without arrows and marks about it."""
    raw = page.text[start:end]
    arrow = list(re.finditer(r"\s?(?:->|>|→)\s?", raw))
    if arrow:
        start += arrow[-1].end()
        raw = page.text[start:end]
    kept = raw.rstrip(" *_.,-")
    lead = len(kept) - len(kept.lstrip(' *_-"“#'))
    start, kept = start + lead, kept[lead:]
    value = spelled(kept.replace("*", ""))
    return page.seen(start, start + len(kept), how, value)


_SHORT = {
    "sr": "Senior", "snr": "Senior", "jr": "Junior", "jnr": "Junior",
    "asst": "Assistant", "mgr": "Manager", "mngr": "Manager", "gr": "Grade",
    "coord": "Coordinator", "eng": "Engineer", "engr": "Engineer", "assoc": "Associate",
    "exec": "Executive", "dev": "Developer",
    "dir": "Director", "y4": "Year 4",
}  # fmt: skip
"""As a note would say them; "tech lead" and "dev team" keep theirs: only the ends."""
_ONLY_FIRST = frozenset("sr snr jr jnr asst gr assoc".split())


def spelled(role: str) -> str:
    """Spell a role's abbreviations out: "Sr PM" -> "Senior PM"."""
    words = role.split()
    if len(words) > 1 and role.isupper():  # shouted, or a form's; "RN" stays as it is
        words = [w if len(w) < 4 else w.lower() for w in words]
    for i, word in enumerate(words):
        low = word.rstrip(".").lower()
        full = _SHORT.get(low)
        last = i == len(words) - 1 and len(words) > 1
        if (
            full is None
            or (low in _ONLY_FIRST) == last
            or not (low in _ONLY_FIRST or last)
        ):
            continue
        if low == "gr" and not (len(words) > i + 1 and words[i + 1][:1].isdigit()):
            continue
        words[i] = full if word[0].isupper() else full.lower()
    return " ".join(words)


def subject(page: Page, letter: Letter) -> Iterator[Candidate]:
    """Yield the roles that a mail's subject names."""
    start, end = letter.subject or (0, 0)
    for part in re.finditer(
        r"(?:[^–—|:\x00\[\]\n(/-]|(?<=\w)[-/](?=\w))+", page.text[start:end]
    ):
        inner = part[0].strip(' ,\t"')
        if not inner:
            continue
        begin = start + part.start() + part[0].index(inner)
        while lead := _LEAD.match(inner):
            inner, begin = inner[lead.end() :], begin + lead.end()
        place = re.search(r"\s(?:at|with|to|in|@)\s(?=[A-Z])", inner)
        if place and not inner[: place.start()].lower().endswith(tuple(IN)):
            inner = inner[: place.start()]
        while tail := _TAIL.search(inner):
            inner = inner[: tail.start()]
        inner = inner.rstrip(" ,.-")
        if inner and is_job(inner.split(",")[0], loose=True):
            whole = inner if is_job(inner, loose=False) else inner.split(",")[0]
            yield Candidate(8, seen(page, begin, begin + len(whole), "mail"))


def _is_a_persons(page: Page, start: int, begin: int, words: list[str]) -> bool:
    """Return whether "manager", "team lead" is the title of somebody on the line."""
    leads = words[-1] in LEADING or words[0] in HEADING or words[-1] in LESSER
    if leads and len(words) == 1:
        return True
    if words[-1].endswith("s") and words[-1].rstrip("s") in JOBS:
        return True
    before = page.text[max(start, begin - 80) : begin]
    named = re.search(
        r"\b[A-Z][\w'’-]+ [A-Z][\w'’-]+[*_]{0,3}(?: \([^)\n]*\))?\s*(?:[,=|–—(:]|--|-|"
        r"$)",
        before,
    )
    title = re.search(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Chef|Sgt|Miss)\b", before)
    himself = re.search(r"\b(?:himself|herself|myself|spoke|met|saw|with|w/)\b", before)
    return bool(named and leads) or bool(title) or bool(himself and leads)


def opening(page: Page, titles: list[tuple[int, int]]) -> Iterator[Candidate]:
    """Find a role that is a fragment of the first lines: "Ops planner."."""
    for number, line in enumerate(page.own[:_FIRST]):
        if line.key in (
            "people",
            "manager",
            "topics",
            "impressed",
            "kindness",
            "recruiter",
        ):
            continue
        for part in _FRAGMENT.finditer(page.text, line.start, line.end):
            inner = part[0].strip(' *_#-\t"“')
            if not inner:
                continue
            begin = part.start() + part[0].index(inner)
            place = re.search(r"\s(?:at|with|in|for)\s(?=the [A-Z]|[A-Z])", inner)
            if place:
                inner = inner[: place.start()]
            article = re.match(
                r"(?:the|an?|rejected|no|got a no|right|so|did|was|just|failed|not|"
                r"missed|"
                r"sms'd no) ",
                inner,
                re.I,
            )
            if article:
                inner, begin = inner[article.end() :], begin + article.end()
            words = [fold(w) for w in inner.split()]
            if (
                not words
                or len(words) > 6
                or any(w in FUNCTION - {"of", "and", "in"} for w in words)
            ):
                continue
            if _is_a_persons(page, line.start, begin, words):
                continue
            band = re.fullmatch(r"band \d\w?", inner.lower())
            sure = number == 0 and begin - line.start < 30 and len(words) > 1
            if (
                band
                or is_job(inner, loose=False)
                or (
                    sure
                    and re.search(r"(?:ist|er|or|ian|eer|clerk|hand)$", words[-1])
                    and words[-1] not in NOT_JOB
                    and inner.split()[-1].islower()
                )
            ):
                stop = begin + len(inner)
                if any(s < stop and begin < e for s, e in titles):
                    continue
                yield Candidate(2 - (number > 0), seen(page, begin, stop, "inferred"))
