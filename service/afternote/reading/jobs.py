"""Tells whether a phrase names a trade or post: "claims handler"."""

import re

from afternote.reading.words import FUNCTION, JOBS, LEADING
from afternote.text import fold

_SUFFIX = re.compile(r"(?:er|or|ist|ician|eer|man|woman|hand|smith|wright|monger)$")


def is_job(raw: str, *, loose: bool) -> bool:
    """Return whether the phrase ends in a trade or post: "claims handler"."""
    words = [fold(w.strip(".,'\"*")) for w in re.split(r"[\s]+", raw) if w.strip("*-")]
    if not 1 <= len(words) <= 7:
        return False
    last = re.split(r"[-/]", words[-1])[-1]
    if last in JOBS or (last.rstrip("s") in JOBS and len(words) > 1):
        return True
    if re.fullmatch(r"i{1,3}|iv|[1-9]|l[1-9]", last) and len(words) > 1:
        return words[-2] in JOBS
    if last == "partie" or (words[-1] == "partner" and len(words) > 1):
        return True
    if words[0] in LEADING and len(words) > 2 and words[1] == "of":
        return True
    if len(words) > 2 and words[-2] in {"of", "in"} and words[-3] in JOBS:
        return True
    if not loose or last in FUNCTION:
        return False
    return (bool(_SUFFIX.search(last)) and len(last) > 4 and last not in NOT_JOB) or (
        any(w in JOBS for w in words) and len(words) <= 4
    )


NOT_JOB = frozenset(
    "other another never after over under however number order paper letter offer "
    "matter "
    "weather dinner winter summer september october november december floor door tower "
    "water power computer customer user server better later former rather together "
    "error "
    "color colour center centre river corner cover super poster folder encounter "
    "reminder "
    "register quarter monitor mirror corridor human german whatever dream former "
    "proper "
    "career summer easter semester master similar senior junior minor major "
    "prior".split()
)
