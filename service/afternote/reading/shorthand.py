"""Spells out the abbreviations of jotted notes, "w/" -> "with", and lowers capitals."""

import re

from afternote.reading import grammar
from afternote.reading.words import ordinary

_SHORT = {
    "w/": "with", "w/o": "without", "w/out": "without", "b/c": "because",
    "abt": "about", "thru": "through", "til": "until", "till": "until",
    "mgmt": "management",
    "mgt": "management", "dept": "department", "govt": "government", "yr": "year",
    "yrs": "years", "hr": "hour", "hrs": "hours", "mins": "minutes", "min": "minute",
    "wk": "week", "wks": "weeks", "ppl": "people", "appts": "appointments",
    "appt": "appointment", "mtg": "meeting", "mtgs": "meetings", "vs.": "versus",
    "vs": "versus", "btwn": "between", "bw": "between", "ea": "each",
    "esp": "especially",
    "ops": "operations", "infra": "infrastructure", "gov": "governance",
    "prod": "production", "proj": "project", "projs": "projects",
    "reqs": "requirements",
    "req": "requirement", "acct": "account", "accts": "accounts", "cust": "customer",
    "custs": "customers", "dev": "development", "env": "environment",
    "mktg": "marketing",
    "maint": "maintenance", "msgs": "messages", "intl": "international",
    "natl": "national",
    "temp": "temporary", "w": "with", "&": "and", "+": "and", "tho": "though",
    "ur": "your",
    "cos": "because", "bc": "because", "bcos": "because", "approx": "approximately",
    "pls": "please", "thier": "their", "dont": "don't", "doesnt": "doesn't",
    "cant": "can't", "wont": "won't", "didnt": "didn't", "theyre": "they're",
    "ive": "I've", "im": "I'm", "whats": "what's", "isnt": "isn't", "i": "I",
    "i'd": "I'd", "i'm": "I'm", "i've": "I've", "i'll": "I'll", "kids'": "children's",
    "yr-end": "year-end", "ck": "check", "wd": "would", "shd": "should", "cd": "could",
    "mgr": "manager", "mgrs": "managers", "docs": "documents", "stats": "statistics",
}  # fmt: skip


def spelled(text: str) -> str:
    """Spell abbreviations out; "w/sticky" too."""
    text = re.sub(r"\bw/(?=[a-z]{2})(?!out\b|o\b)", "w/ ", text, flags=re.I)
    words = []
    for word in text.split():
        core = word.rstrip(",")
        full = _SHORT.get(core if core.isupper() and len(core) > 1 else core.lower())
        words.append(full + word[len(core) :] if full and core != "I" else word)
    return " ".join(words)


_DAYS = frozenset(
    day + s
    for day in "monday tuesday wednesday thursday friday saturday sunday".split()
    for s in ("", "s")
) | frozenset("january february april june july october november december".split())
_COMMON = re.compile(r"(?:ness|ing|tion|ment|ity|ology|ance|ence|s'|sis)$|-[a-z]+$")
"""How a word ends that is no name, though a line begins with it in a capital."""


def cased(text: str) -> str:
    """Lower the capital of a line's start; keep acronyms and proper nouns."""
    words = text.split()
    shouted = len(words) > 1 and text.isupper()
    for i, word in enumerate(words):
        plain = word.strip(",").lower()
        base = plain.removesuffix("'s")
        if word in _DAYS:
            words[i] = word.capitalize()
        known = (
            base in ordinary()
            or base in grammar.DETERMINERS
            or base.split("-")[0] in ordinary()
        )
        known = known or bool(i == 0 and word[1:].islower() and _COMMON.search(word))
        if word.isupper() and len(word) > 6 and word.isalpha():
            words[i] = word.lower()
        if (i == 0 or shouted) and word[:1].isupper() and known:
            capitals = word.isupper() and len(word) > 1 and not shouted
            if word not in {"I", "I'd", "I'm", "I've", "I'll"} and not capitals:
                words[i] = word.lower()
    return " ".join(words)
