"""What stands under a label or heading that calls itself private: "Don't say"."""

import re

from afternote.reading.span import trimmed
from afternote.schema import Why

CLOSED_WORLD = re.compile(
    r"^\W*(?:(?:strictly |just )?(?:private|confidential)|(?:for )?me only|keep "
    r"(?:it )?"
    r"out|(?:do not|don'?t|dont|not to|never) (?:say|pass|mention|share|send|use|write|"
    r"include|repeat|put)\w*(?: on| in| it| this)?|not for \w+(?: \w+)?|leave (?:it |"
    r"this )?"
    r"out|off the record|also (?:up|in) for|not to go anywhere|(?:my )?secrets?|to "
    r"self only|anything to leave out|salary|"
    r"pay|"
    r"money|wages?|rate|health|personal|family|grumbles?|moans?|complaints?|gripes?|"
    r"what went wrong|mistakes?|regrets?|weak(?:ness(?:es)?)?|other (?:offers?|"
    r"interviews?|"
    r"jobs?|applications?)|elsewhere|current (?:job|employer)|bad(?: bits?)?|cons|"
    r"downsides?|"
    r"what (?:i do not write|they offered(?: at first)?)|hated|dislikes?d?|didn'?t "
    r"like|"
    r"head|(?:my )?feelings|rants?|gossip|what annoyed me|annoyed|worst)\W*$"
)


_WHY_OF_LABEL: tuple[tuple[str, Why], ...] = (
    ("salar", "pay"), ("pay", "pay"), ("money", "pay"), ("wage", "pay"), ("rate",
    "pay"),
    ("offered", "pay"), ("health", "health"), ("head", "health"), ("family", "family"),
    ("other", "other_employer"), ("elsewhere", "other_employer"),
    ("current", "other_employer"), ("wrong", "self_criticism"),
    ("mistake", "self_criticism"), ("weak", "self_criticism"),
    ("regret", "self_criticism"), ("gossip", "gossip"), ("grumble", "complaint"),
    ("moan", "complaint"), ("complaint", "complaint"), ("gripe", "complaint"),
    ("bad", "complaint"), ("cons", "complaint"), ("downside", "complaint"),
    ("hated", "complaint"), ("dislike", "complaint"), ("annoy", "complaint"),
    ("worst", "complaint"), ("rant", "complaint"), ("like", "complaint"),
)  # fmt: skip


_LABELLED = re.compile(
    r"^[\s>#*•\-–—·_\d.)]{0,12}([a-z][\w' /&-]{0,40}?)[\s*_]{0,4}(?:::?|\.{3,20}|=|"
    r"\s[-–—=]\s)[\s*_]{0,4}",
    re.M,
)


_HEADING = re.compile(
    r"^[\s>]{0,4}(#{1,6}\s+[^\n]{1,60}|\*\*[^*\n]{1,60}\*\*:?\s*|q: [^\n]{1,60})$", re.M
)


LINE = re.compile(r"[^\n]+")


def closed_sections(low: str) -> list[tuple[int, int, Why]]:
    """Find what stands under a private label or heading."""
    found: list[tuple[int, int, Why]] = []
    for match in _LABELLED.finditer(low):
        if CLOSED_WORLD.match(match[1]):
            stop = low.find("\n", match.end())
            inner = trimmed(low, match.end(), len(low) if stop < 0 else stop)
            if inner.start < inner.end:
                found.append((inner.start, inner.end, _label_why(match[1])))
    headings = list(_HEADING.finditer(low))
    for i, match in enumerate(headings):
        name = match[1].strip("#*: \t").removeprefix("q:").strip(" ?")
        if not CLOSED_WORLD.match(name):
            continue
        stop = headings[i + 1].start() if i + 1 < len(headings) else len(low)
        for line in LINE.finditer(low, match.end(), stop):
            inner = trimmed(low, line.start(), line.end(), " \t\r\n-*•·")
            if inner.start < inner.end:
                found.append((inner.start, inner.end, _label_why(name)))
    return found


def _label_why(label: str) -> Why:
    for word, why in _WHY_OF_LABEL:
        if word in label:
            return why
    return "confidence"
