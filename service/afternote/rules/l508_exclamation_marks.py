from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule
from afternote.schema import Brief, Draft

SPARED = 2
"""Exclamation marks that a person may use: one note in ten has one or two (B4)."""


@rule(
    "L508",
    why="More than one exclamation mark makes warmth look put on.",
    source="CBS AMK, corpus of 61 notes; B4",
    repair="Keep one exclamation mark at most and end the other sentences plainly.",
    bad=(
        example(acknowledge="Thank you for letting me know about the decision!!"),
        example(
            acknowledge="Thank you for telling me! I respect the decision.",
            keep_in_touch="I would be glad to stay in touch!",
        ),
    ),
    good=(
        example(
            keep_in_touch="I would be glad to stay in touch with you and the team!"
        ),
    ),
)
def exclamation_marks(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    body = draft.body
    count = body.text.count("!") + body.text.count("！")
    run = body.text.find("!!")
    if count < 2:
        return
    at = run if run >= 0 else body.text.rfind("!")
    said = f"has {count} exclamation marks"
    start = body.start + max(at, 0)
    yield Finding(said, start, start + 1, run >= 0 or count > SPARED)
