"""Finds a firm that stands by itself: beside the role, in the first lines, or alone."""

import re

from afternote.reading.firms import ORG, firm_words, tidy
from afternote.reading.page import Page, Seen
from afternote.reading.words import HEADING, LEADING, ORGS, ordinary
from afternote.text import fold

_OF = re.compile(
    r"\b(?:University|Institute|Museum|College|School|Bank|Academy|Ministry|Port|"
    r"City|House|"
    r"Department) (?:of|for|an der|der|de) (?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
)


_GENERAL = frozenset(
    "data works design market general games cloud pay news hill primary care "
    "services service "
    "high county city town district force group post times support engineering legal "
    "law "
    "digital finance financial payments health power water energy medical "
    "recruitment search "
    "police general court force construction systems software partners sales "
    "retail".split()
)


def anywhere(page: Page, persons: set[str]) -> Seen | None:
    """Find the one name in the own lines that ends as only firms' names do."""
    found: dict[str, Seen] = {}
    for line in page.own:
        if line.key in ("topics", "impressed", "learnt", "kindness", "recruiter"):
            continue
        for match in [
            *_OF.finditer(page.text, line.start, line.end),
            *ORG.finditer(page.text, line.start, line.end),
        ]:
            seen = tidy(page, match.start(), match.end(), "inferred", persons)
            if seen is None or " " not in seen.value:
                continue
            words = [fold(w.strip(".,")) for w in seen.value.split()]
            ends = words[-1] in ORGS and words[-1] not in _GENERAL
            if ends or words[0] in ("hotel", "university", "museum", "institut"):
                found.setdefault(words[-1] + words[0], seen)
    return next(iter(found.values())) if len(found) == 1 else None


_OPENING = 3


def opening(page: Page, role: Seen | None, persons: set[str]) -> Seen | None:
    """Find a firm in the first lines: "Sous, The Brined Hen", "# X — data engineer"."""
    for number, line in enumerate(page.own[:_OPENING]):
        if line.key in (
            "people",
            "manager",
            "recruiter",
            "topics",
            "impressed",
            "learnt",
            "kindness",
            "decision",
            "date",
        ):
            continue
        beside = role is not None and line.start - 3 <= role.start <= line.end
        for part in re.finditer(
            r"(?:[^.,;:/|()\n\x00—–@=>·•]|(?<=\bSt)\.|(?<=\b[A-Z])\.(?=\s[A-Z])|"
            r"(?<=\w)[.:](?=\w))+",
            page.text[line.start : line.end],
        ):
            inner = part[0].strip(' *_#-\t"')
            begin = line.start + part.start() + (part[0].index(inner) if inner else 0)
            filler = re.match(
                r"(?:yeah|yes|so|ok|this time is|now|um|at|with) ", inner, re.I
            )
            if filler:
                inner, begin = inner[filler.end() :], begin + filler.end()
            match = ORG.match(page.text, begin, begin + len(inner))
            if (
                match
                and match.end() < begin + len(inner)
                and firm_words(match[0].split()[-1])
            ):
                inner = match[0]
            if not match or match.end() < begin + len(inner):
                continue
            if role and begin <= role.start < begin + len(inner):
                continue
            seen = tidy(page, begin, begin + len(inner), "inferred", persons)
            if seen is None:
                continue
            words = [fold(w.strip(".,")) for w in seen.value.split()]
            named = (
                len(words) > 1 and any(w in ORGS for w in words)
            ) or "&" in seen.value
            adjacent = beside and role is not None and _adjacent(page, role, seen)
            if adjacent and role and seen.start > role.end and " " not in seen.value:
                adjacent = page.text[role.end : seen.start].strip()[:1] != ","
            if adjacent and role and _may_be_person(page, seen, role):
                adjacent = False
            if named or (adjacent and number < 2 and len(words) <= 4):
                return seen
    return None


def _may_be_person(page: Page, seen: Seen, role: Seen) -> bool:
    """Return whether "X Y, bar manager" may as well be who was met: it leads."""
    words = [fold(w) for w in role.value.split()]
    behind = page.text[seen.end : role.start].strip(" *_")
    leads = bool(words) and (words[-1] in LEADING or words[0] in HEADING)
    turned = re.match(r",\s*[A-Z][\w'-]+\s+(?:--|[-–—]|\()", page.text[seen.end :])
    plain = not any(fold(w) in ordinary() for w in seen.value.split())
    return bool(turned) or (
        bool(behind) and behind[:1] in ",(-–—" and leads and plain and " " in seen.value
    )


def _adjacent(page: Page, role: Seen, seen: Seen) -> bool:
    low, high = sorted([(role.start, role.end), (seen.start, seen.end)])
    gap = page.text[low[1] : high[0]]
    return bool(
        re.fullmatch(
            r"[\s*_#\"]*(?:[,/|—–·•@:-]|\([^)\n]{0,30}\)[ ,]*)?[\s*_#\"-]*", gap
        )
    )
