"""The words behind which a topic stands: "talked about X", "loved X", "learnt X"."""

import re

from afternote.reading.lists import Kind

_HOW = (
    r"(?: (?:a lot|lots|mostly|mainly|all|for ages|at length|for \w+ (?:minutes|mins|"
    r"hours?)|a bit|"
    r"briefly|long|properly|then|with (?:her|him|them)|loads|quite a bit|most of an "
    r"hour))?"
)
_ABOUT = r"(?: about| abt| on| re:?| over| of| through| around| regarding|:)"
TRIGGERS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("discussed", re.compile(
        rf"\b(?:talk(?:ed|ing)?|spoke(?:n)?|speak|chat(?:ted|ting)?|conversation|"
        rf"chats?|convo|yarn|discussion|"
        rf"questions?|qs|session|asked(?: me| us)?|grilled(?: me)?|quizzed(?: me)?|"
        rf"debate|"
        rf"most of it|natter(?:ed)?|focus(?:ed)?){_HOW}{_ABOUT}:?\s+(?!the phone|"
        rf"zoom|teams|monday)")),
    ("discussed", re.compile(
        r"\b(?:discuss(?:ed|ing)|got (?:on )?onto|got on to|wanted to know (?:all "
        r")?about|"
        r"brought up|"
        r"cover(?:ed|ing)|(?:went|go|going|ran) (?:over|"
        r"through|into)|"
        r"worked (?:through|on)|walked (?:me |us )?th(?:ro)?u(?:gh)? ?|got into|dug "
        r"into|"
        r"dove into|deep[- ]dive (?:on|into)|touched on|compared notes on|swapped "
        r"\w+ (?:on|"
        r"about)|talk(?:ed)? shop (?:on|about)|we did|we talked|"
        r"talked|i presented on|task was|demo of|tour of|demoed|demo'd|"
        r"hear(?:d|ing) about|a look at|explained)[: ]\s*(?:about |on )?")),
    ("impressed", re.compile(
        r"\b(?:(?:i |really |rly |particularly |also |much |properly |most "
        r")*(?:lov(?:ed|e|ing)|"
        r"liked|(?<=\bi )like|(?<=really )like|admir(?:ed|e)|enjoyed|adored|dug)|"
        r"impressed (?:by|with|at)|"
        r"struck by|"
        r"taken with|best (?:bit|part|thing)(?: (?:was|is))?|highlight(?: (?:was|is))?|"
        r"(?:stood out|stuck with me|stays with me|what got me)(?: (?:was|is))?|"
        r"fan of|appreciated|great to see|good to see|nice to see|impressive:?|"
        r"inspired by|"
        r"what i liked (?:was|is)|favou?rite (?:bit|part) was)[: ]\s*(?:was |is |"
        r"about \w+ (?:was|is) )?")),
    ("impressed", re.compile(
        r"\b(?:(?:got|was|been|were|i was) shown(?: the way)?|got to (?:see|try|watch)|"
        r"i saw|seen:|showed (?=the |his |her |their |off )|got a look at|let loose on|"
        r"shown (?=the|a|an|their|his|her))[: ]\s*")),
    ("learnt", re.compile(
        r"\b(?:learn(?:ed|t)(?: a lot| loads| so much| lots| much| plenty)?(?: about|"
        r" from| on| that)?|"
        r"taught me|took away|new to me|"
        r"made me think (?:about|differently about))[: ]\s*(?:about )?")),
)  # fmt: skip
WITH = re.compile(
    r"\b(?:spoke(?:n)?|speaking|talked|talking|chatted|chat|conversation|discussion|"
    r"met|meeting) "
    r"(?:to|with|w/)? ?[^.;:\n\x00]{2,70}? (?:about|re|regarding) (?=\w)"
)
CLAUSES: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (
        re.compile(
            r"\b(?:showed|shown|asked|show|speak|spoke|talk(?:ed)?|discuss(?:ed)?) "
            r"(?:me |us )?(?=how |why |the way )"
        ),
        "discussed",
    ),
    (
        re.compile(r"\b(?:explained|told)(?: to)?(?: me| us)? (?=how |why |what )"),
        "learnt",
    ),
)

LIKED = re.compile(
    r"[\"'”’)]?\s*(?:[,(–—-]|- |\.)?\s*(?:which )?(?:i |really |just )*(?:loved|liked|"
    r"love|like|"
    r"adored|admired|enjoyed)(?: (?:it|that|this|those|them))?\b\s*(?:[.,;!)\n\x00]|$)|"
    r"\s*[,(–—-]+\s*(?:so |really |very |v |rather |quite |just |how )?(?:clever|"
    r"brilliant|"
    r"genius|amazing|great|cool|smart|fab|superb|lovely|neat|impressive|class|"
    r"honest)\b|"
    r"\s(?:is|are|was|were|looks?|=) (?:so |really |absolutely |just |v |very |"
    r"properly |"
    r"bloody )?(?:amazing|brilliant|genius|clever|impressive|superb|incredible|"
    r"stunning|"
    r"gorgeous|fantastic|great|class|unreal|a joy|a treat|lush|fab)\b"
)
"""Praise behind a topic: "story time in four languages, loved it"."""

PRAISED = re.compile(
    r"(?:^|(?<=[-*•·–+>|] )|(?<=[.!;,:\n\x00(–—])|(?<=\s-)|\b(?:and|"
    r"but)\s)\s*(?P<it>(?:(?:their|the|her|his|"
    r"that)\s)?(?!(?:it|they|she|he|i|we|that|which|who|this|there|everyone|all|all "
    r"the)\b)"
    r"[a-z][\w'’/-]*(?:\s(?!is\b|are\b|was\b|were\b)[\w'’/-]+){0,6}?)\s(?:is|are|was|"
    r"were|"
    r"looks?|=)\s(?:so |really |absolutely |just |v |very |properly |bloody |only |"
    r"pure |too )?"
    r"(?:amazing|brilliant|genius|clever|impressive|superb|incredible|stunning|"
    r"gorgeous|"
    r"fantastic|great|class|unreal|a joy|a treat|lush|fab|mint|insane|cool|savage|good|"
    r"beautiful|magnificent|wonderful|excellent|fascinating|next level|proper genius|"
    r"lovely|inspiring|gold|poetry)\b(?! at\b| enough\b| with\b| to me\b| news\b)",
    re.M,
)
"""A thing of theirs that the notes praise: "their dental xray is unreal"."""

_NOT_WORK = (
    r"(?!(?:your|our|us|we|me|you|the (?:role|position|job|opportunity|team|company|"
    r"post|interview)|this|it|joining|working|why|how you|what you)\b)"
)
THEIRS = re.compile(
    r"\byour (?:point|points|question|questions|idea|ideas|suggestion|thoughts|talk|"
    r"presentation|handling|demonstration|take|answer|answers|tip|tips|story|way|"
    r"method) "
    r"(?:about|on|of|regarding|for) "
    rf"(?P<it>{_NOT_WORK}(?:(?!\byour?\b|\bour\b|\bus\b|\b(?:was|were|has|have|is|made|"
    r"stayed|will)\b)[^.;,!?\n\x00]){3,60})(?=\s|[.;,!?\n]|$)"
)
"""What a pasted mail says the candidate talked about; never the mail's own wishes."""
