"""What is spelt like a name and is a firm's, or a family's."""

import re

from afternote.reading import evidence as ev
from afternote.reading.names import Name
from afternote.reading.page import Page
from afternote.reading.words import GIVEN, ORGS
from afternote.text import fold


def may_be_firm(text: str, left: str, name: Name) -> bool:
    """Return whether "from X" or "interview with X" may as well name a firm."""
    if re.search(r"\b(?:from|via)[ :]+(?:the )?$", left):
        return True
    asked = re.search(r"\binterview\w*(?: was)? (?:with|w/) $", left)
    return bool(asked) and not _GOES_ON.match(text, name.end)


_GOES_ON = re.compile(r"\s*(?:at\b|@|,|\(|and\b|&|about\b|on\b|[-–—]|=|for\b|re\b)")


_FAMILIES = frozenset(
    "jones davies evans hughes roberts williams edwards james adams rogers richards "
    "thomas phillips collins stevens simmons andrews peters matthews myers brooks "
    "watkins hawkins jenkins perkins higgins gibbons parsons owens daniels hopkins "
    "nicholls wells banks fields hayes jacobs marks sanders rhodes reyes torres "
    "dos".split()
)


def uncased_firm(page: Page, left: str, name: Name) -> bool:
    """Return whether "from kestrel bikes" names a firm by a plural."""
    last = name.text.split()[-1]
    if not (last.islower() and page.uncased and " " in name.text) or name.honorific:
        return False
    many = last.endswith("s") and not last.endswith(("ss", "us", "is", "as", "os"))
    return many and last not in _FAMILIES and bool(_FROM.search(left))


_FROM = re.compile(r"\b(?:from|by|at|with|for|via)[ :]+(?:the )?$")


def plural(name: Name, left: str) -> bool:
    """Return whether the name stands for a family or a firm: "both Quilligans"."""
    return name.text.endswith("s") and bool(re.search(r"\b(?:both|the|two)\s$", left))


def is_org(page: Page, name: Name) -> bool:
    """Return whether the name is a firm's by its own words or its neighbours."""
    words = [fold(w.strip(".")) for w in name.text.split()]
    if words[0] in ("st", "saint", "sta", "ste") or name.honorific == "St":
        return True
    if words[-1] in ORGS and words[-1] not in GIVEN:
        return True
    if not name.honorific and ev.ORG_TAIL.match(page.text, name.end):
        return True
    follows = re.match(r"\s([^\W\d_][\w'-]*)", page.text[name.end : name.end + 30])
    if follows and fold(follows[1]) in ORGS and follows[1][0].isupper() != page.uncased:
        return True
    if _CALLED.search(page.low, max(0, name.begins - 30), name.begins):
        return True
    before = page.text[max(0, name.begins - 20) : name.begins]
    last = before.split()[-1] if before.split() and before.endswith(" ") else ""
    led = last[:1].isupper() and fold(last) in ORGS and not page.uncased
    joined = before.endswith("& ") and not (name.honorific or " " in name.text)
    return led or joined or "\x00" in name.text


_CALLED = re.compile(
    r"\b(?:it is|it's|its|place|firm|company|shop|it) (?:called|calls) (?:the )?$"
)
