"""Joins what a mail program or a narrow window broke: lines inside one clause.

The length and so every offset stay; a list of jottings is left as it is.
"""

import re

_OPEN = (
    r"(?:a|an|the|of|to|with|and|or|for|in|on|at|by|from|their|her|his|my|our|your|"
    r"how|that|which|as|is|was|are|were|who|where|when|about|into|without|than|but|"
    r"because|if|its|every|each|some|w/|&)"
)
_INSIDE = re.compile(rf"(?<=[ \t,(]){_OPEN}[ \t]?(?P<break>\n)(?=[^\W_])", re.I)
_LONG = re.compile(r"(?<=[^\n]{55}[\w,'’)])(?P<break>\n)(?=[a-z])")
_BEGINS_BIG = re.compile(r"^[A-Z]", re.M)


def whole(notes: str) -> str:
    """Return *notes* with a space for each line break that stands inside a clause.

    A line that ends in "the" or "with" goes on; so does a long one before a small
    letter, where the notes begin their other lines with capitals.
    """
    if "\n" not in notes:
        return notes
    cut = {m.start("break") for m in _INSIDE.finditer(notes)}
    if _BEGINS_BIG.search(notes):
        cut |= {m.start("break") for m in _LONG.finditer(notes)}
    if not cut:
        return notes
    return "".join(" " if i in cut else c for i, c in enumerate(notes))
