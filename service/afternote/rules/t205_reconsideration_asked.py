import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule, scored
from afternote.schema import Brief, Draft

_SURE = re.compile(
    r"\b(?:reconsider(?:ing)? (?:me|the decision|your (?:decision|choice|answer)|"
    r"this|its|their|the (?:matter|outcome)|my (?:application|case|candidacy))\b|"
    r"(?:you|panel|board|committee|governors|team|partners|please|kindly|might|"
    r"could|would|will|to) reconsider(?=[.,;?!]| if| (?:it|for)\b)|(?:revisit|"
    r"review|overturn|appeal|rethink) (?:the|your|this|that|"
    r"its) (?:hiring )?(?:decision|outcome|verdict|choice|matter)\b|(?:if|should|"
    r"in case) (?:anything|something|things|the (?:situation|position|appointment|"
    r"offer|start)|it|plans|circumstances)(?: should| were to| happens? to| does|"
    r" do)? (?:change[sd]?(?: for you| at your end)? (?:with|on|about|regarding|"
    r"as to|in) (?:this|the|your|that)|falls?|do(?:es)?(?:n['’]t| not) work|fell|"
    r"slips?)(?: through)?\b|(?:falls?|fall|fell) through\b|do(?:es)?(?:n['’]t|"
    r" not) (?:always )?(?:work out|settle|last)\b|change (?:your|their|"
    r"its) minds?\b|(?:take|have|give (?:it|me|this|my \w+)) (?:another|a second|"
    r"one more|a fresh|a further) (?:look|think|thought|chance|hearing) (?:at (?:my|"
    r"me|it before)|about|before|to prove)|if (?:he|she|they|the (?:new )?(?:person|"
    r"hire|candidate|other)|your (?:new|first) (?:hire|choice|person)|somebody|"
    r"someone)(?: \w+)? (?:doesn['’]t|does not|don['’]t|do not|leaves|drops|turns|"
    r"declines|backs|pulls)\b|first in (?:line|the queue) if\b|is that a firm no\b|"
    r"if (?:anyone|anybody|any of|somebody|someone|one of|he|she|they)\b.{0,30}\b"
    r"(?:can(?:not|['’]t)|won['’]t|(?:should|do(?:es)?|will|could)(?:n['’]t| not)) "
    r"(?:manage|clear|start|turn up|last|stay|settle|stick|show|take it|come)\b|"
    r"review my (?:application|case|candidacy|interview)\b|(?:decision|answer|"
    r"no) (?:truly|really|quite|absolutely) final\b|a second look (?:would|might|"
    r"could|at my)\b|(?:another|a second|a further) (?:interview|conversation|round|"
    r"meeting) so (?:that )?i\b|(?:redo|retake|repeat|resit|"
    r"sit) the (?:\w+ )?(?:test|task|interview|exercise|assessment)\b|"
    r"if the (?:offer|post|role|job) is (?:declined|turned down|refused|"
    r"not taken)\b|your first choice (?:\w+ )?(?:not|declines?|falls|turns|drops|"
    r"pulls|backs|changes)\b|think again\b(?=[.,!?]|$| about (?:me|my|this|your|"
    r"the (?:decision|job|role)))|change course\b|prove myself\b|(?:urge|ask|"
    r"request|implore|beg)(?:ing)? (?:that )?(?:you|the (?:\w+ )?(?:committee|panel|"
    r"board|team)) (?:to )?(?:revisit|review|think|consider)|trial (?:period|shift|"
    r"week|day) instead\b)"
)
_UNSURE = re.compile(
    r"\b(?:if|should) (?:anything|something|things|the situation|"
    r"circumstances) (?:should )?changes?\b"
)


@rule(
    "T205",
    why=(
        "The decision is made; asking to look again turns a gracious note into an "
        "appeal."
    ),
    source="HRT ZAR LOW SMT DEX; C1",
    repair="Accept this decision as final and speak of later openings only.",
    bad=(
        example(
            keep_in_touch=(
                "If anything changes with this one, I hope I am the first person "
                "you call."
            )
        ),
        example(
            acknowledge=(
                "Thank you for telling me, though I hope the panel will reconsider "
                "its decision."
            )
        ),
    ),
    good=(
        example(
            keep_in_touch=(
                "I would be glad to stay in touch; your team made me reconsider "
                "what a data platform is for."
            )
        ),
    ),
)
def reconsideration_asked(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from scored(
        draft,
        brief,
        "reconsider",
        "{found} asks them to decide again",
        _SURE,
        _UNSURE,
    )
