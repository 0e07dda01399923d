import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule, scored
from afternote.schema import Brief, Draft

_SURE = re.compile(
    r"\b(?:oh,? (?:brilliant|great|wonderful|joy|fantastic|perfect|goody),? (?:an?|"
    r"another|more|just|so)\b|such a (?:human|personal|nice|lovely) touch\b|"
    r"full marks (?:to|for) (?:the (?:computer|robot|system|template)|keeping|"
    r"making|not|losing|breaking|the (?:wait|delay|silence))|slow (?:hand)?clap\b|"
    r"(?:huge |many )?congratulations on (?:a|your|the) (?:hiring|recruitment|"
    r"selection|interview) (?:process|system)|what a treat (?:it was )?to (?:wait|"
    r"be (?:ignored|kept|forgotten)|explain the same)|"
    r"lovely of you to let the (?:robot|computer)|personal touch of a (?:template|"
    r"form)|(?:form (?:letter|e-?mail)|template|automated (?:message|e-?mail|"
    r"rejection|reply)|two-line e-?mail|robot)\b.{0,40}\b(?:personal|warm|touch|"
    r"priceless|thoughtful|charming|riveting|moving|treasure|lovely|delight)|"
    r"(?:personal|warm|thoughtful|charming|riveting|moving|treasure|how (?:lovely|"
    r"thoughtful|nice|kind)|overjoyed)\b.{0,40}\b(?:form (?:letter|e-?mail)|"
    r"template|automated|two-line|talent pool)|nothing says (?:\w+ ){1,2}(?:like|"
    r"quite like)\b|look forward to never\b|(?:another|"
    r"one more) rejection for (?:my|the) (?:collection|pile|wall|scrapbook))"
)


@rule(
    "T203",
    why=(
        "Irony does not survive the inbox: what was meant as a joke is read as scorn."
    ),
    source="AAM07 AAM08 NUT AOL; C5",
    repair="Praise only what you did like, and say it straight.",
    bad=(
        example(
            acknowledge="Oh brilliant, another form letter, such a personal touch."
        ),
        example(
            appreciate=(
                "Full marks for keeping me waiting beside the bins for an hour."
            )
        ),
    ),
    good=(
        example(
            appreciate=(
                "I enjoyed our conversation about the dbt migration, and full of "
                "ideas as it was, the hour was over far too soon."
            )
        ),
    ),
)
def mock_praise(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from scored(
        draft, brief, "sarcastic", "{found} can be read as mockery", _SURE
    )
