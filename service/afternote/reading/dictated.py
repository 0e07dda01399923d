"""Turns the marks that a dictating person speaks into marks: "tronc comma how".

Each is written over its own words and filled up with spaces, so that offsets stay.
"""

import re

_NAMED = r"(?<!\ba)(?<!\ban)(?<!\bthe)(?<!\bput)(?<!\bdo)(?<!\bsay)(?<!\bone)"
_MARK = re.compile(
    rf"{_NAMED}[ ](?P<mark>full stop(?: stop)*|comma|question mark|exclamation mark|"
    r"new line|newline|new paragraph|next line|period(?= new (?:line|paragraph)))"
    r"(?![\w'’-]| (?:splice|between|rules?|key))",
    re.I,
)
_CALL = re.compile(
    r"\s{0,9}(?:(?:hi|hey|ok|okay|right) )?(?:siri|alexa|google|cortana)"
    r"(?: (?:please )?(?:take|make|start|add|create) (?:me )?"
    r"(?:a |another )?(?:new )?(?:voice )?"
    r"(?:note|memo))?(?![\w'’])",
    re.I,
)
_AS = {"f": ".", "c": ",", "q": "?", "e": "!", "n": "\n", "p": "."}


def is_dictated(notes: str) -> bool:
    """Return whether *notes* hold a spoken mark, or call a machine first."""
    return bool(_MARK.search(notes) or _CALL.match(notes))


def punctuated(notes: str) -> str:
    """Return *notes*, as long as before, with spoken marks as marks."""
    call = _CALL.match(notes)
    if call:
        notes = " " * call.end() + notes[call.end() :]
    return _MARK.sub(lambda m: _AS[m["mark"][0].lower()] + " " * (len(m[0]) - 1), notes)
