from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule
from afternote.schema import Brief, Draft


@rule(
    "L510",
    why="A mail without a subject looks like spam and is opened last.",
    source="ZAR IPT; B3",
    repair="Write a short subject line, such as “Thank you from” and your name.",
    bad=(example(subject=""), example(subject="  ")),
    good=(example(subject="Re: Data Engineer"),),
)
def subject_missing(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    wanted = draft.options.channel == "email" and draft.subject is not None
    if wanted and not (draft.subject or "").strip():
        yield Finding("the subject line is empty", 0, 0)
