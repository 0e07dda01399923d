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
    r"(?<!(?i:.box|room|part|.act|.bay) )(?<!Bay )(?<!Box )(?<![A-Z] )"
    r"\b(?:XX{1,9}(?! chromosome)|TB[CDA]|"
    r"(?i:insert|add) (?:NAME|ROLE|TITLE|COMPANY|TOPIC|DATE)|"
    r"(?i:insert) (?i:name|role|title|company|topic|manager|interviewer|here|your|the)|"
    r"(?:NAME|COMPANY|ROLE|DATE|TOPIC|POSITION|JOB TITLE)(?! [A-Z]{2})|"
    r"(?:Company|Recipient|Interviewer|Hiring Manager|Candidate|Your|Job|Role) "
    r"(?:Name|Title)|X and Y|[A-Z]{3,12}_[A-Z]{3,12}|INSERT [A-Z]{3,}|"
    r"(?:Mr|Mrs|Ms|Dr|Prof|Chef|Sister|Professor)\.? (?:Surname|Lastname|So-and-so|"
    r"Name)|First ?(?:Name )?Last(?: ?Name)?|Name (?:One|Two|Here)|(?<=\w )Name of "
    r"(?:the )?[A-Z]\w+|(?:School|Firm|Home|Hospital|Client|Employer|Team|Store|Paper|"
    r"Venue) Name)\b(?! here\"|\")|"
    r"\b(?i:topic (?:one|two|here)|the nth\b|(?:full name|your[- ]store|name|dish|firm|"
    r"detail|place)[ -]here\b|insert (?:\w+ )?(?:here|piece|composer|dish|firm|detail|"
    r"department|product|thing)|name to follow|date and place|(?:post|role) of job "
    r"title|on the first topic|for role\b(?! of| model))(?![\"”])"
)
_BRACKET = re.compile(
    r"\((?:(?:insert|add|fill in|mention|name of) [^()\n]{1,50}|"
    r"(?:second|first|third|other|next) (?:thing|name|interviewer|topic|person|point)"
    r"[^()\n]{0,50}|(?:name|topic|role|company|date|detail|title|department|piece|"
    r"team|firm|dish|check|tbc)(?: here)?\??|delete (?:one|as \w+))\)",
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
def placeholder_left(draft: Draft, brief: Brief) -> Iterator[Finding]:
    found = [
        one
        for pattern in (_GAP, _WORD, _BRACKET)
        for one in phrases(pattern, draft, "leaves a gap: {found}", everywhere=True)
    ]
    yield from found
    for one in scored(draft, brief, "placeholder", "leaves a gap: {found}"):
        if not found and _ODD.search(draft.text, one.start, one.end):
            yield one
