import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, phrases, rule, scored
from afternote.schema import Brief, Draft

_TALK = re.compile(
    r"\bas an? (?:ai|assistant|language model)\b|\blanguage model\b,|"
    r"\bhere(?:['’]s| is| are) (?:a|an|the|your|my) (?:[\w,-]{1,20} ){0,6}"
    r"(?:note|draft|version|message|email|e-mail|reply|letter)\b|"
    r"\b(?:the|your) (?:rough )?notes (?:provided |given |supplied )?"
    r"(?:do not|don['’]t|did not|didn['’]t) (?:say|mention|specify|state|name|include)|"
    r"\b(?:as requested|certainly|sure|of course)[,!:]? "
    r"(?:here|i['’]ve (?:kept|written|drafted)|i (?:kept|wrote|have kept|can make))|"
    r"\bthis (?:version|message|note|draft|email) (?:conveys|expresses|keeps|sounds|"
    r"strikes|maintains|is under)|\bfeel free to (?:tweak|edit|adjust|modify|change|"
    r"customi[sz]e|personali[sz]e)|\bbefore (?:you send|sending) (?:it|this)\b|"
    r"\blet me know if you(?:['’]d| would) (?:like|prefer) (?:a |an |any |me to )"
    r"(?:[\w-]{1,20} ){0,4}(?:version|change|draft|tone|shorter|longer|make)|"
    r"\b(?:word count|revised draft|subject line)\s?:",
    re.I,
)


@rule(
    "L509",
    why="Words from the helper that wrote the note spoil it for the one who sends it.",
    source="HATH SMT; A10 B5",
    repair="Keep only the words meant for the reader; no remark about the note itself.",
    bad=(
        example(acknowledge="Here is a warm version of your note. Thank you for it."),
        example(keep_in_touch="Feel free to tweak the second paragraph."),
    ),
    good=(
        example(
            appreciate=(
                "I enjoyed our conversation about the dbt migration. Here is the thing "
                "I will keep: blameless post-mortems, in a note a day."
            )
        ),
    ),
)
def assistant_talk(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    found = list(phrases(_TALK, draft, "talks about the note: {found}"))
    yield from found
    if not found:
        yield from scored(draft, "assistant_talk", "talks about the note: {found}")
