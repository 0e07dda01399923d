import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, excerpt, rule
from afternote.schema import Brief, Draft

# A subject is too short for the scorer, which learnt from sentences; what must not
# stand in it is short and formal.
_SPOILT = re.compile(
    r"\b(?:re-?consider\w*|appeal|second (?:chance|look)|salary|pay|why|"
    r"unfair\w*|mistake|disappoint\w*|devastat\w*|rejected|rejection|complaint|"
    r"urgent|still (?:interested|available)|successful candidate|hire me|"
    r"(?:thank[- ]you )?(?:note|draft|email) (?:for|to) (?:the )?(?:hiring manager|"
    r"recruiter|interviewer)|no subject|subject)\b|[*`{}<>|]|__|@\w|https?:",
    re.I,
)
_REPLY = re.compile(r"\s*(?:re|aw|sv|fwd?)\s*:", re.I)


@rule(
    "L514",
    why="The subject is read first, and in a list where it stands alone.",
    source="ZAR, corpus of 36 subjects; B3",
    repair="Write a plain subject: thanks, and the role or your name.",
    bad=(
        example(subject="Please reconsider: Data Engineer"),
        example(subject="Subject: **Thank you**"),
    ),
    good=(
        example(subject="Thank you for the payments and data conversation"),
        example(subject="Re: Your application was rejected"),
    ),
    own="advice",
)
def subject_spoilt(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    subject = (draft.subject or "")[:998]
    # A reply keeps the subject of the mail it answers, whatever that says.
    if _REPLY.match(subject):
        return
    if match := _SPOILT.search(subject):
        yield Finding(f"the subject holds {excerpt(match[0])}", 0, 0)
