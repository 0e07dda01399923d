"""Titles beside a name: "(head of data)", ", eng mgr", "= clinical lead", "chef X"."""

import re
from typing import NamedTuple

from afternote.reading.words import (
    FUNCTION,
    HEADING,
    HONORIFICS,
    HR,
    JOBS,
    LEADING,
    LESSER,
    TITLES,
    ordinary,
)
from afternote.text import fold

_WORD = re.compile(r"[^\W\d_][\w&'’./-]*")
_AFTER = re.compile(
    r"[*_]{0,3}(?:\s*\(|,\s|\s*=\s*|\s\|\s|\s+[-–—]\s+|:\s|,?\s(?=(?:the|our|their|"
    r"my|who|from|is|was|as|"
    r"she|he|runs|whos|shes|hes|edits|leads|heads)\b)|\s(?=in (?:recruit|hr\b|talent|"
    r"people|resourcing))|['’]s\s(?=(?:the|our|a|my|head"
    r"|director)\b))"
)
_LEAD = re.compile(
    r"(?:(?:the|our|their|a|an|my|who|who's|whos|is|was|as|she|he|she's|shes|he's|hes|"
    r"from|would|be|have|been|wd|one of the|then|now|also|acting|their|runs|leads|"
    r"heads|"
    r"edits|in|of|new|and)\s+){0,5}"
)
_STOP = re.compile(
    r"[,;:()\n.!?\x00|\"“]|\s[-–—=+]\s|\s(?:and|who|she|he|then|but|so|we|i|with|w/|"
    r"at|@|asked"
    r"|said|told|showed|walked|demoed|explained|taught|brought|let|lent|drew|made|was|"
    r"is|from|where|also|plus|to|by|which|took|ran|did|"
    r"has|"
    r"no|that|gave|sat|rang|came|up|there|for|went|"
    r"has|had|gave|sat|came|rang|who|"
    r"she's|shes|he's|hes|who's|whos|i|it|could|or|says|led|kept|one|looked|drove)\s|"
    r"\s\+|\s\d\)|(?<!\bof)(?<!\bin)(?<!\bfor)\sthe\s|\sand$|\s(?:phoned|called|emailed|wrote|sent|signed|set|booked)\b|$"
)
_LEADS = re.compile(
    r"[*_]{0,3}(?:\s(?:sc|kc|qc|phd|md|mbe)\b)?\s*(?:[.,(|–—-]\s*)?(?:who |she |he |"
    r"and |so )?(?:runs|leads|heads(?: up)?|chaired|chairs|chair\b|edits|took it|"
    r"took the (?:interview|panel)|"
    r"manages|owns|would(?:'ve| have)?(?: be|'ve been| been)? my|wd be my|was (?:the "
    r")?(?:one "
    r"in charge|in charge|chair)|(?:is|was) the responsible|will be the boss|decides|"
    r"who(?:'d| would) (?:be|have been) my|the one i would report|would've been my|"
    r"'?d (?:be|have been) my)\b|['’]s (?:lab|team|group|department|kitchen|desk|"
    r"unit|section)\b"
)
_ARTICLE = re.compile(
    r"^(?:(?:she|he|they)(?:['’]?s|['’]?re| is| was)\s+)?"
    r"(?:(?:the|our|a|an|my|their|from)\s+)?",
    re.I,
)
_DEPARTMENTS = frozenset(
    "recruitment hr talent payroll operations ops quality people staff".split()
)
"""They make no person of a small word behind them: "recruitment embargo"."""
MOST = 7


class Title(NamedTuple):
    """A title as the notes give it, with its place."""

    text: str
    start: int
    end: int
    leads: bool = False


def is_title(text: str) -> bool:
    """Return whether a short phrase names what somebody does."""
    words = [fold(w.strip(".,")) for w in re.split(r"[\s/&]+", text) if w]
    words += [p for w in words if text.islower() or "-" in w[:4] for p in w.split("-")]
    return 0 < len(text.split()) <= MOST and any(
        w in TITLES or w in JOBS or w in HR or w == "p&c" for w in [*words, fold(text)]
    )


def title_after(text: str, low: str, end: int) -> Title | None:
    """Return the title that stands behind a name ending at *end*."""
    leads = bool(_LEADS.match(low, end, end + 60))
    mark = _AFTER.match(low, end)
    if mark is None:
        return Title("", end, end, True) if leads else None
    at = mark.end()
    if mark[0].strip() == "(":
        stop = low.find(")", at, at + 140)
        newline = low.find("\n", at, at + 140)
        if stop < 0 or (0 <= newline < stop):
            return None
        inner = _first_title(text, at, stop)
        after = title_after(text, low, stop + 1) if inner is None else None
        if inner is None:
            return after
        leads = leads or bool(_LEADS.match(low, stop + 1, stop + 60))
        return Title(inner.text, inner.start, stop + 1, leads)
    lead = _LEAD.match(low, at)
    at = lead.end() if lead else at
    stopped = _STOP.search(low, at, at + 70)
    found = _first_title(
        text, at, stopped.start() if stopped else min(at + 70, len(low))
    )
    if found is None:
        return Title("", end, end, True) if leads else None
    leads = leads or bool(_LEADS.match(low, found.end, found.end + 60))
    return Title(found.text, found.start, found.end, leads)


def _holds_name(inner: str) -> bool:
    """Return whether a title goes on to a name: "Inspector Tobi Falana"."""
    words = inner.split()
    return (
        len(words) > 1
        and fold(words[0].strip(".")) in HONORIFICS
        and words[-1][0].isupper()
        and not any(fold(w) in TITLES | ordinary() for w in words[1:])
    )


_UNMARKED = re.compile(
    r" (?P<title>(?:(?!the\b|and\b|is\b|was\b|who|she\b|he\b|with\b|from\b|at\b|my\b|"
    r"i\b|"
    r"said\b|told\b|asked\b)[a-z&]+ ){0,2}(?:manager|director|owner|supervisor|"
    r"coordinator|"
    r"headteacher|principal|foreman|partner|lead|editor|professor|boss))\b"
)


def title_unmarked(low: str, end: int) -> Title | None:
    """Return the title that follows a name without any mark, as dictation has it."""
    match = _UNMARKED.match(low, end)
    if match is None or any(fold(w) in FUNCTION for w in match["title"].split()):
        return None
    return Title(match["title"], match.start("title"), match.end())


_EDGE = " \t\n*_"


def _first_title(text: str, start: int, end: int) -> Title | None:
    for piece in re.finditer(r"[^,;(]+", text[start:end]):
        inner = piece[0].strip(_EDGE)
        denied = inner.lower().startswith(("not ", "no ", "never "))
        if inner and not denied and is_title(inner) and not _holds_name(inner):
            begin = start + piece.start() + len(piece[0]) - len(piece[0].lstrip(_EDGE))
            bare = _ARTICLE.sub("", inner)
            begin += len(inner) - len(bare)
            bare = bare.rstrip(" !?")
            return Title(bare, begin, begin + len(bare))
    return None


def title_before(text: str, low: str, begin: int) -> Title | None:
    """Return the title that stands right in front of a name: "site manager X"."""
    head = low[max(0, begin - 60) : begin]
    match = re.search(
        r"(?:^|[\s(,/])((?:[\w&/'-]+ ){0,4}[\w&/'-]+)(?P<mark>\s?[=:–—]\s?| - |, | )$",
        head,
    )
    if match is None:
        return None
    ahead = head[: match.start(1)].rstrip(" \t*_-–—•·#>")
    if ":" in match["mark"] and ahead and ahead[-1] not in "\n.!":
        return None
    words = list(_WORD.finditer(match[1]))
    owned = re.search(
        r"\b(?:the|his|her|their|my|our|a) (?:\w+ ){0,3}$", head[: match.end(1)] + " "
    )
    if (match["mark"] == ", " and not owned) or match[1].endswith("/"):
        return None
    named = {
        fold(w[0].strip(".,/"))
        for w in (
            words if ":" in match["mark"] or match["mark"] == ", " else words[-1:]
        )
    }
    if not words or not named & (TITLES | JOBS):
        return None
    first = len(words) - 1
    while first > 0:
        word = fold(words[first - 1][0])
        if word == "of" and first > 1 and fold(words[first - 2][0]) in LEADING:
            first -= 2
            continue
        if word in FUNCTION or word in {"of", "called"} or not word.isalpha():
            break
        first -= 1
        if len(words) - first >= 4:
            break
    start = max(0, begin - 60) + match.start(1) + words[first].start()
    raw = text[start:begin].rstrip(" =:–—-,")
    if fold(raw) in _DEPARTMENTS and text[begin : begin + 1].islower():
        return None
    return Title(raw, start, start + len(raw))


def rank(title: str | None) -> int:
    """Return how surely a title leads: 3 heads, 2 leads, 1 deputises, 0 none."""
    if not title:
        return 0
    words = {fold(w) for w in re.split(r"[\s/.,-]+", title)}
    if not words & LEADING:
        return 0
    if words & LESSER:
        return 1
    return 3 if words & HEADING else 2


def is_hr(title: str | None) -> bool:
    """Return whether a title is a recruiter's: HR, talent, an agency's."""
    if not title:
        return False
    words = {fold(w) for w in re.split(r"[\s/.,-]+", title)}
    people = "people" in words and bool(
        words
        & {"ops", "operations", "partner", "team", "payroll", "lead", "manager", "&",
           "culture", "experience", "services", "officer", "director", "advisor"}
    )  # fmt: skip
    return bool(words & HR) or people or "human resource" in fold(title)
