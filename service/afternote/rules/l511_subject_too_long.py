from collections.abc import Iterator

from afternote.rules.base import Finding, example, excerpt, rule
from afternote.schema import Brief, Draft

CHARACTERS = 78
"""A line of a mail (RFC 5322, 2.1.1); the longest known subject has 73."""


@rule(
    "L511",
    why="Mail programs cut long subjects, often just before what matters.",
    source="RFC 5322, corpus of 36 subjects; B3",
    repair="Shorten the subject to 78 characters at most.",
    bad=(example(subject="Thank you for the conversation about the Data role " * 2),),
    good=(example(subject="Thank you for the Data Engineer conversation on Tuesday"),),
)
def subject_too_long(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    count = len((draft.subject or "").strip())
    if count > CHARACTERS:
        said = excerpt(draft.subject or "")
        yield Finding(f"the subject has {count} characters: {said}", 0, 0)
