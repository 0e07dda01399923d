import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule, scored
from afternote.schema import Brief, Draft

_SURE = re.compile(
    r"\b(?:off the record\b|breathe a word\b|let(?:ting)? slip\b|(?:told|said|"
    r"shared|mentioned|confided)(?: to)?(?: me|"
    r" us)? (?:\w+ ){0,3}in (?:strict )?confidence\b|whisper(?:ed|ing)? to me\b|"
    r"(?:before|once|until|till) (?:it|this|that|they) (?:is|are|can be|gets?|"
    r"has been|goes) (?:public|announced|official)\b|(?:isn['’]t|is not|"
    r"not) (?:yet )?(?:public|announced|in the papers)(?: yet)?\b|(?:the|those|"
    r"your) (?:\w+ )?(?:lay-?offs|redundanc\w+|buy-?out|takeover|restructur\w+|"
    r"reorganisation|cuts) (?:you|that|which|is|are|as|go|blow)\b)"
)
_UNSURE = re.compile(
    r"\b(?:between (?:us|you and me|ourselves|the two of us),|(?:lay-?offs?|"
    r"redundanc(?:y|ies)|buy-?out|takeover|hiring freeze)\b)"
)


@rule(
    "P307",
    why=(
        "Who repeats what was said in private shows that they cannot be told anything."
    ),
    source="SMT; C5",
    repair=(
        "Leave out what was told in confidence and anything about colleagues or "
        "plans not yet public."
    ),
    bad=(
        example(
            appreciate=(
                "I enjoyed what you told me off the record about the reorganisation."
            )
        ),
        example(
            keep_in_touch="I will not breathe a word about the layoffs you mentioned."
        ),
    ),
    good=(
        example(
            appreciate=(
                "I enjoyed our conversation about the dbt migration, and how you "
                "keep confidential data where it belongs."
            )
        ),
    ),
)
def confidence_broken(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from scored(
        draft,
        brief,
        "confidence",
        "{found} repeats what was said in private",
        _SURE,
        _UNSURE,
    )
