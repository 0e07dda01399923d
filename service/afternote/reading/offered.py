"""Where notes offer work matter or facts: there only the patterns hold back.

A list behind "talked about", a labelled line, a pasted mail and a clause that names
how the meeting went are left to the patterns; the rest may be judged by its sound.
"""

import re
from collections.abc import Sequence

from afternote.reading.clauses import Clause
from afternote.reading.labels import label_key
from afternote.reading.span import Stretch, overlaps

_LABEL = re.compile(
    r"^[\s>#*•\-–—·_\d.)|\[\]→]{0,12}([a-z][\w' /&()-]{0,40}?)[\s*_|]{0,4}"
    r"(?:::?|=|\.{3,20}|→|\||\s[-–—]\s)"
)
_OFFER = re.compile(
    r"@|\d{5}|\b(?:talk\w*|discuss\w*|spoke|speak|chat\w*|convo|cover\w*|topics?|"
    r"liked?|"
    r"lov\w+|"
    r"enjoy\w*|admir\w*|impress\w*|learn\w*|show(?:s|ed|n)?|explain\w*|taught|teach\w*|"
    r"kind|nice|lovely|great|brilliant|amazing|class|gave|lent|walked|drove|fetched|"
    r"brought|made|let me|thank\w*|interview\w*|panel|met|email\w*|rang|phon\w+|"
    r"letter|portal|role|job|post|position|manager|director|head of|lead|owner|hr|"
    r"recruit\w+|thing(?:s)? like|asked (?:about|how|what|why)|tour|"
    r"mr|mrs|ms|miss|dr|prof|cllr|sgt|adv|rev|sister|captain|sergeant|mama|my name|"
    r"i think|told me|no clue|had no idea|not (?:know|hear)|was let|shook|label|always|"
    r"confidential \w+|story|steps? aside|passed over|next on|answer came|heard back|"
    r"runner|second|budget|grant|internal|hiring|paused|closed|held|candidate|"
    r"remember|steal\w*|(?:he|she|that|who|it)(?:'?s| is| was) (?:the|our|their)|tip|"
    r"advice|quote|new to me|never knew|didn'?t know|said|says|demo\w*|went "
    r"(?:over|through)|q's|qs|questions? (?:on|about)|how (?:they|she|he|to|you|it))\b"
)
_TURN = re.compile(
    r"(?:(?:and|but|so|also|anyway|oh|though|then|ps|nb|btw) )*"
    r"(?:i|i'm|im|i've|ive|i'd|my|me|she|he|they|she's|he's|they're|it|it's|you)\b"
)


def may_be_asked(
    low: str, parts: Sequence[Clause], i: int, theirs: Sequence[Stretch]
) -> bool:
    """Tell whether clause *i* of *low* may be judged by its sound alone.

    *theirs* are the stretches of pasted mails.
    """
    clause = parts[i]
    text = low[clause.start : clause.end]
    if len(text.split()) < _SHORT or overlaps(clause, theirs) or _OFFER.search(text):
        return False
    begin = low.rfind("\n", 0, clause.start) + 1
    label = _LABEL.match(low[begin : clause.end])
    if label and label_key(label[1], sure=True) not in (None, "other", "writer"):
        return False
    if _TURN.match(text):
        return True
    for before in reversed(parts[max(0, i - 6) : i]):
        if before.sentence != clause.sentence:
            break
        if _OFFER.search(low, before.start, before.end):
            return False
    return True


_SHORT = 3
"""Words below which a clause says too little."""
