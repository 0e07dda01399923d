import re
from collections.abc import Iterator
from itertools import islice

from afternote.rules.base import (
    MOST,
    Finding,
    example,
    excerpt,
    lowered,
    rule,
    scored,
)
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
    r"\b(?:word count|revised draft|subject line)\s?:|"
    r"\b(?:word count comes|(?:under|within) the (?:word )?limit|characters? limit)\b|"
    r"\byour (?:rough )?jottings\b|\byour notes (?:said|say|name|"
    r"mention)|"
    r"\b(?:warmer|gentler|cooler|softer|friendlier|drier|lighter|more formal|"
    r"less formal|shorter|longer|kinder|upbeat|polished|alternative) (?:close|closing|"
    r"tone|version|variant|wording|phrasing|alternative)\b|"
    r"\b(?:two|three|several) (?:options|variants|versions) (?:for the|follow)|"
    r"\boption (?:one|two|three) (?:would|is to|keeps)\b|\bthis (?:sentence|"
    r"clause|paragraph|draft) (?:leaves|keeps|opens|shows|says|does|is|"
    r"can|could|may|should|strikes|works)|\b(?:the|this) (?:first|last|second|"
    r"final|closing|opening) (?:clause|paragraph|sentence|line) (?:accepts|thanks|"
    r"leaves|keeps|opens|follows?|acknowledges|closes|stays)\b|\b(?:a|the|this|second|"
    r"first) (?:version|draft) (?:helps|below|that (?:keeps|takes))\b|"
    r"\b(?:the tone is|here the decision is|a general greeting has been|"
    r"the candidate (?:accepts|thanks|is|wishes|would)|so the note moves|"
    r"this draft helps|ask for any changes|can be reworked|a touch more \w+ for you|"
    r"offer of future contact)\b"
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
def assistant_talk(draft: Draft, brief: Brief) -> Iterator[Finding]:
    body = draft.body
    found = [
        Finding(
            f"talks about the note: {excerpt(match[0])}",
            body.start + match.start(),
            body.start + match.end(),
        )
        for match in islice(_TALK.finditer(lowered(body.text)), MOST)
    ]
    yield from found
    if not found:
        yield from scored(
            draft, brief, "assistant_talk", "talks about the note: {found}"
        )
