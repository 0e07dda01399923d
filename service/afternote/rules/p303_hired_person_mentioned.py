import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule, scored
from afternote.schema import Brief, Draft

_SURE = re.compile(
    r"\b(?:(?:successful|chosen|selected|winning|preferred|appointed|internal|"
    r"stronger|lucky|rival|fellow) (?:candidate|applicant|contender|appointee)s?\b|"
    r"the other (?:candidate|applicant|finalist|contender|interviewee)s?\b|"
    r"who(?:m)?ever(?:['’]s| is| was)? (?:you (?:chose|hired|picked|went|appointed|"
    r"appoint|decided|have chosen)|it is,|got|gets|lands|landed|takes|took|stepping|"
    r"starting|filling|in the (?:job|role|post))\b(?!,? (?:me|my) )|(?:person|one|"
    r"man|woman|lad|lass|fella|fellow|bloke|guy|girl|gentleman|lady|colleague|"
    r"candidate|somebody|someone) (?:who|that|whom) (?:got|gets|landed|won|took|"
    r"takes|is getting|will be) (?:it|the (?:job|role|post|place|seat|desk|position|"
    r"nod)|taking|filling|doing the)\b|(?:person|candidate|one|somebody|someone|"
    r"colleague) (?:whom )?you(?:['’]ve| have)? (?:chose|hired|picked|appointed|"
    r"selected|went with|chosen|opted for)\b|congratulat\w+ (?:to )?(?:him|her|them|"
    r"your new (?:hire|colleague|\w+ manager))\b|your new (?:hire|recruit|appointee|"
    r"starter)\b(?!s)|(?:went|gone|go|going) (?:with|to|for) (?:someone|somebody|"
    r"the (?:lad|lass|person|fella|girl|guy)|a (?:man|woman|lad|lass|"
    r"colleague)) (?:from (?:inside|within)|internal|already|who|with|else['’]s|"
    r"in-house|stronger|better)|com(?:e|ing|ing in) second to\b)"
)
_UNSURE = re.compile(
    r"\b(?:another|other|a different|an external|a stronger) (?:candidate|"
    r"applicant)s?\b"
)


@rule(
    "P303",
    why=(
        "The person they hired, or the rivals, are none of the note's business, "
        "even in kind words."
    ),
    source="SMT SPD; C7",
    repair=(
        "Take out the person hired and the other candidates; wish the team well "
        "instead."
    ),
    bad=(
        example(
            acknowledge=(
                "Thank you for telling me. Congratulations to the successful candidate."
            )
        ),
        example(acknowledge="I hope whoever you chose settles in quickly."),
    ),
    good=(
        example(
            appreciate=(
                "I enjoyed our conversation about the dbt migration, and how your "
                "team chose the person on call each week."
            )
        ),
    ),
)
def hired_person_mentioned(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from scored(
        draft,
        brief,
        "hired_person",
        "{found} brings in the person hired, or a rival",
        _SURE,
        _UNSURE,
    )
