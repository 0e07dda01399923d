"""Trims a stretch to a whole role, or leaves it out: half a post's name is wrong."""

import re

from afternote.reading.page import Page
from afternote.reading.role_line import Candidate, spelled
from afternote.reading.words import JOBS, ordinary
from afternote.text import fold

_LEAD = re.compile(
    r"(?:o |\w+-ish |(?:basically|actually|probably|technically|apparently|"
    r"supposedly|essentially|officially|maybe|like|some|sort of|kind of|stop|comma|"
    r"full stop) )"
)
_OWNER = re.compile(r"([A-Z][\w-]*)(?: [\w&-]+){0,3}['’]s ")
_TAIL = re.compile(r" (?:grade|req|vacancy|ad|advert)$")
_ARROW = re.compile(r"\s?(?:->|→|>|=>|⇒)\s?\w")
_GRADED = re.compile(r"(, ?| )(junior|senior|trainee|graduate)\b(?! \w)")
_PERSON = re.compile(
    r"\W{0,3}(?:a |the |some )?(?:bloke|guy|chap|fella|lady|woman|man|lass|lad)\b"
)
HALF = re.compile(
    r"\b(?:soc|occ|med|prod|eng|mech|elec|civ|struct|tech|adm|admin|comm|dev|fin|acc|"
    r"edu|phys|psych|prog|proj|asst|assoc)\. ?$|\w[-&]$"
)
"""Before half of a role: "soc. worker", "a&r asst"."""
_DASHED = re.compile(r" [-–—] ((?:[A-Z][\w&/-]*)(?: [A-Z&][\w&/-]*){0,3})(?=\s*$)")
_PERSONAL = frozenset("mr mrs ms miss mx dr mister madam mme".split())
_NAMED = re.compile(
    r"[A-Z][\w'’-]+, [A-Z][\w'’-]+ (?:--|[-–—]) [^\n]{0,24}$|"
    r"\|\s*(?:who|what (?:he|she|they)|his|her|their)[^|\n]*\|\s*$"
)
"""A person turned about, or a table's row on one: what follows is that one's title."""
_GENERIC = frozenset(
    "executive manager assistant officer associate engineer lead specialist analyst "
    "coordinator director head supervisor consultant technician".split()
)
"""A post of these is half a name where a dash goes on: "Manager - NVH Testing"."""


def whole(page: Page, names: set[str], found: Candidate) -> Candidate | None:
    """Return the candidate with what is no part of it trimmed away; None when torn.

    *names*: folded words of the names of the people in the notes.
    """
    seen = found.seen
    start, end = seen.start, seen.end
    while lead := _LEAD.match(page.low, start, end):
        start = lead.end()
    owner = _OWNER.match(page.text, start, end)
    if owner and fold(owner[1]) not in ordinary():
        start = owner.end()
    if tail := _TAIL.search(page.low[start:end]):
        end = start + tail.start()
    value = seen.value if (start, end) == (seen.start, seen.end) else ""
    rest = page.low[end : page.low.find("\n", end) if "\n" in page.low[end:] else None]
    graded = _GRADED.match(rest)
    if graded and graded[2] not in page.low[start:end]:
        head = value or spelled(page.text[start:end])
        turned = "," in graded[1]
        value = f"{graded[2]} {head}" if turned else f"{head} {graded[2]}"
        end += graded.end()
    words = page.low[start:end].replace("-", " ").split()
    if not words or _torn(page, start, rest, words, names):
        return None
    dashed = _DASHED.match(page.text[end : end + len(rest)])
    if dashed and words[-1] in _GENERIC and found.seen.how == "label":
        value = f"{value or spelled(page.text[start:end])}, {dashed[1]}"
        end += dashed.end()
    return Candidate(
        found.weight,
        page.seen(start, end, seen.how, value or spelled(page.text[start:end])),
    )


def _torn(page: Page, start: int, rest: str, words: list[str], names: set[str]) -> bool:
    """Return whether the stretch is a person's, a firm's, a code, or half a thing."""
    plain = [fold(w.strip(".,*\"'")) for w in words]
    if any(w in names for w in plain) or plain[0] in _PERSONAL:
        return True
    if any(re.search(r"\d{3}", w) for w in words):
        return True
    many = plain[-1].endswith("s") and plain[-1][:-1] in JOBS
    if many or (plain[0] in {"old", "current", "previous", "other"}):
        return True
    aside = page.text[max(0, start - 1) : start] == "("
    after_name = _NAMED.search(page.text[max(0, start - 40) : start])
    if aside or after_name or _ARROW.match(rest) or _PERSON.match(rest):
        return True
    struck = page.text[max(0, start - 3) : start]
    if HALF.search(page.low, max(0, start - 8), start):
        return True
    return bool(re.search(r"\w[*~_]+ ?$", struck))
