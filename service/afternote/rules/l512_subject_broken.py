import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule
from afternote.schema import Brief, Draft

_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


@rule(
    "L512",
    why="A line break in a subject breaks the mail, or smuggles a header into it.",
    source="RFC 5322, 2.2",
    repair="Write the subject on one line.",
    bad=(example(subject="Thank you\nBcc: everybody@mail.example"),),
    good=(example(subject="Thank you - and all the best"),),
)
def subject_broken(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    if _BREAK.search((draft.subject or "").strip()):
        yield Finding("the subject runs over several lines", 0, 0)
