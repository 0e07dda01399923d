import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule, scored
from afternote.schema import Brief, Draft

_SURE = re.compile(
    r"\b(?:(?:beg(?:ging)? (?:of )?you|i(?:['’]m| am)? beg(?:ging)?\b(?! to differ)|"
    r"i implore|i(?:['’]m| am) pleading)|please,? please\b|desperate(?:ly)? (?:for|"
    r"to (?:work|get|find|join|have)|need|want)|give me (?:just )?(?:a|one|another|"
    r"any|one last|half a) (?:more )?(?:chance|shot|try|go)\b|any(?:thing| job|"
    r" work| role| post| position| hours| shift| chair| thing) (?:going )?(?:at all|"
    r"whatsoever),? (?:would do|will do|and i|i(?:['’]d| would| will)|even|please|"
    r"lifting)|(?:i(?:['’]d| would|['’]ll| will)) (?:do|take|accept) (?:absolutely |"
    r"literally )?(?:anything|whatever (?:you|there))|work (?:for free|for nothing|"
    r"without pay|unpaid)\b|i(?:['’]d| would) (?:even )?(?:sweep|scrub|mop|"
    r"clean) (?:the )?(?:floors?|toilets?)|(?:take|do) any (?:role|job|work|"
    r"position|post|shift)\b|family to feed\b|savings (?:have|are) (?:run|running|"
    r"gone|nearly)|badly need (?:the |this |a |any )?(?:work|job|money|income)\b|"
    r"hire me anyway\b|find it in your heart\b|(?:nothing|"
    r"anything)(?: at all)? you can do for me\b|forever in your debt\b|(?:don['’]t|"
    r"do not) know where else to turn\b|would save me\b|take a chance on me\b)"
)


@rule(
    "T204",
    why=("Pleading puts the reader in a spot they can only leave by stepping back."),
    source="SMT, two peers' test suites; C6",
    repair=(
        "Ask for nothing now; say once that you would be glad to hear of another "
        "opening."
    ),
    bad=(
        example(keep_in_touch="I am begging you to let me try any job at all."),
        example(keep_in_touch="Please, please give me just one chance to show you."),
    ),
    good=(
        example(
            keep_in_touch=(
                "I would be glad to stay in touch, and there is no need to answer this."
            )
        ),
    ),
)
def pleading(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from scored(
        draft,
        brief,
        "begging",
        "{found} pleads, and puts the reader in a spot",
        _SURE,
    )
