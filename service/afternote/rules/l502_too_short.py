from collections.abc import Iterator

from afternote.rules.base import Finding, example, linkedin_example, rule
from afternote.schema import Brief, Draft

WORDS = {"email": 40, "linkedin": 10}
"""Fewest words of a body: the tenth part of known notes has fewer than 30 in an email,
and coaches ask for four sentences."""


@rule(
    "L502",
    why="A note of two lines says that two lines were all the meeting was worth.",
    source="ZAR SMT, corpus of 61 notes; B1",
    repair="Give it a little more, about 60 words: one more thing you valued, and why.",
    bad=(
        example(
            acknowledge="Thank you for letting me know.",
            appreciate="I enjoyed our conversation.",
            keep_in_touch="Let us keep in touch.",
        ),
    ),
    good=(linkedin_example(),),
)
def too_short(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    body, least = draft.body, WORDS[draft.options.channel]
    count = len(body.text.split())
    if count < least:
        yield Finding(f"has {count} words; {least} is the least", body.start, body.end)
