from collections.abc import Iterator

from afternote.rules.base import Finding, example, excerpt, rule
from afternote.schema import Brief, Draft

LETTERS = 8
"""Fewer capitals than this may be an abbreviation ("RE: QA")."""


@rule(
    "L513",
    why="A subject in capitals or with exclamation marks looks like an advert.",
    source="CBS; B4",
    repair="Write the subject in ordinary letters, without exclamation marks.",
    bad=(example(subject="THANK YOU FROM SAM"), example(subject="Thank you!!")),
    good=(example(subject="RE: QA role"),),
)
def subject_shouted(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    subject = (draft.subject or "")[:998]
    capitals = sum(char.isupper() for char in subject)
    loud = capitals >= LETTERS and not any(char.islower() for char in subject)
    if loud or subject.count("!") > 1:
        yield Finding(f"the subject shouts: {excerpt(subject)}", 0, 0)
