import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, phrases, rule, scored
from afternote.schema import Brief, Draft

_GAP = re.compile(
    r"\[(?!sic\]|\.\.\.\]|…\]|\d)[^\[\]\n]{1,60}\](?!\()|"
    r"\{[^{}\n]{1,60}\}|%[A-Z_]{3,30}%|_{3,60}|\$\{?[A-Z_]{3,30}|"
    r"<(?!/|(?:b|i|u|p|a|em|br|hr|ul|ol|li|div|span|strong|html|body|h[1-6])\b)"
    r"[A-Za-z][^<>\n]{1,40}>|"
    r"\b(?:lorem ipsum dolor|Firstname|Lastname|Mr/Mrs Surname|Mr/Ms|Dear Sir/Madam/)"
)
_WORD = re.compile(
    r"(?<!(?i:.box|room|part|.act) )(?<![A-Z] )\b(?:XX{2,9}|TB[CDA]|"
    r"(?i:insert|add) (?:NAME|ROLE|TITLE|COMPANY|TOPIC|DATE)|"
    r"(?i:insert) (?i:name|role|title|company|topic|manager|interviewer|here|your|the)|"
    r"(?:NAME|COMPANY|ROLE|DATE|TOPIC|POSITION|JOB TITLE)(?! [A-Z]{2})|"
    r"(?:Company|Recipient|Interviewer|Hiring Manager|Candidate|Your|Job|Role) "
    r"(?:Name|Title))\b(?! here\"|\")"
)
_BRACKET = re.compile(
    r"\((?:(?:insert|add|fill in|mention|name of) [^()\n]{1,50}|"
    r"(?:second|first|third|other|next) (?:thing|name|interviewer|topic|person|point)"
    r"[^()\n]{0,50}|(?:name|topic|role|company|date|detail|title)(?: here)?\??)\)",
    re.I,
)

# Without any of these a sentence has no place for a gap, whatever its words.
_ODD = re.compile(r"[\[\](){}<>_/|]|\.\.\.|…|\b[A-Z]{3}")


@rule(
    "L505",
    why="A gap left in the text tells the reader that anybody could have been put in.",
    source="HATH PSU PRIME SMT; A10",
    repair="Fill the gap with the real words, or take the sentence out.",
    bad=(
        example(acknowledge="Thank you for letting me know about the [role] decision."),
        example(appreciate="I enjoyed our conversation about {{topic}} very much."),
        example(appreciate="I enjoyed talking about the XXX with you."),
        example(greeting="Dear [Name],"),
    ),
    good=(
        example(
            appreciate=(
                "I enjoyed our conversation about the dbt migration, and the “no "
                "blame [sic] here” over the desk has given me plenty to think about."
            )
        ),
    ),
)
def placeholder_left(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    found = [
        one
        for pattern in (_GAP, _WORD, _BRACKET)
        for one in phrases(pattern, draft, "leaves a gap: {found}", everywhere=True)
    ]
    yield from found
    for one in scored(draft, "placeholder", "leaves a gap: {found}"):
        if not found and _ODD.search(draft.text, one.start, one.end):
            yield one
