import re
from collections.abc import Iterator

from afternote import grounding
from afternote.rules.base import (
    Finding,
    example,
    is_own,
    makes,
    own_example,
    place,
    rule,
)
from afternote.schema import Brief, Draft
from afternote.text import fold

_VALUED = re.compile(
    r"enjoy|thank|grateful|gratitude|appreciat|\bvalu|\blov(?:e|ed|ing)\b|\bliked?\b|"
    r"admir|impress|stay(?:s|ed)? with|remember|learn(?:t|ed|ing)|\bglad|pleas|delight|"
    r"\bstruck|\btreat\b|highlight|\bkind|generous|inspir|fascinat|interest|\bthought|"
    r"think|meant|forg[eo]t|granted|courtesy|\bcare\b|counts|respect|\bkeep|worth|"
    r"taken with|won me|memor|\bgood\b|\bgreat|\bbest\b|longer|wonderful|welcom|"
    r"patien|helped|(?:your|made|of your|me) time|time for me|yours on me",
    re.I,
)
CERTAIN = 0.98
"""A model's sentence without any such word ("The office is on the third floor.") lies
beyond what the scorer learnt from."""

TOPICS = 2
"""Where the notes name so many topics, a mail that says no word of any is general."""


@rule(
    "S102",
    why=(
        "A note that values nothing in particular could have been sent to anybody, and "
        "is remembered by nobody."
    ),
    source="AAM23 SMT ZAR INT OWL; A4",
    repair=(
        "Name one thing of the meeting, the people or the process that you valued, and "
        "say so in your own words."
    ),
    bad=(
        example(appreciate="The office is on the third floor."),
        example(appreciate=""),
        own_example(
            "Hi Dana,\n\nThank you for telling me about the Data Engineer role, which "
            "I respect.\n\nI appreciated the visit very much, and everyone I met made "
            "me feel welcome.\n\nI would be glad to stay in touch.\n\nBest,\nSam"
        ),
    ),
    good=(
        example(
            appreciate="Your blameless post-mortems are a habit I would love to copy."
        ),
    ),
)
def appreciation_missing(draft: Draft, brief: Brief) -> Iterator[Finding]:
    where = place(draft, "appreciate")
    mail = draft.options.channel == "email" and is_own(draft)
    if (
        mail
        and len(brief.topics) >= TOPICS
        and not grounding.particulars(draft, brief)
        and not any(fold(t.value) in fold(draft.body.text) for t in brief.topics)
    ):
        body = draft.body
        yield Finding("values nothing in particular", body.start, body.end)
        return
    if where is None or not makes(
        draft, "appreciate", where, _VALUED, otherwise=CERTAIN
    ):
        where = where or draft.body
        yield Finding(
            "nothing here values the meeting, the people or what was learnt",
            where.start,
            where.end,
        )
