from collections.abc import Iterator

from afternote.rules.base import Finding, example, linkedin_example, rule
from afternote.schema import Brief, Draft, Options

WORDS = 130
"""Most words of an email body: experts' 120 to 150, the longest known note 135."""

CHARACTERS = 200
"""A LinkedIn request on a free account (LCO, COP)."""


@rule(
    "L501",
    why=(
        "A short note is read to the end; LinkedIn cuts a request off at 200 "
        "characters."
    ),
    source="SMT ZAR WRC ALF AMK, LCO COP; B1 D8",
    repair=(
        "Shorten it: an email to 130 words at most, 60 to 110 being best; a LinkedIn "
        "text with greeting and name to 200 characters."
    ),
    bad=(
        example(appreciate="I enjoyed our conversation about the dbt migration. " * 20),
        example(options=Options(channel="linkedin")),
    ),
    good=(linkedin_example(),),
)
def too_long(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    text, body = draft.text.strip(), draft.body
    if draft.options.channel == "linkedin":
        if len(text) > CHARACTERS:
            said = f"has {len(text)} characters; LinkedIn takes {CHARACTERS}"
            yield Finding(said, CHARACTERS, len(draft.text))
    elif (count := len(body.text.split())) > WORDS:
        yield Finding(f"has {count} words; {WORDS} is the most", body.start, body.end)
