import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, makes, place, rule
from afternote.schema import Brief, Draft

_HEARD = re.compile(
    r"\b(?:decision|decided|outcome|result|verdict|choice|accept\w*|(?:the|your) news|"
    r"no hard|let(?:ting)? me know|(?:told|tell|telling) me|not to be|will not be mine|"
    r"(?:your|the|an) answer|(?:i|have|to|i['’]ve) hear(?:d)?\b|came through|"
    r"helps to know|(?:update|reply|word) (?:on|about)|noted|understood|"
    r"not (?:get|going|chosen|selected|successful|work out|mine))\b",
    re.I,
)


@rule(
    "S101",
    why=(
        "Saying that the answer has arrived and is accepted frees the reader from the "
        "fear of an argument, and everything after it is read more kindly."
    ),
    source="NUT CBS AAM07 ZAR SMT; A2",
    repair=(
        "Say in one plain line that you have heard the decision, such as thanks for "
        "being told, and that you accept it."
    ),
    bad=(
        example(acknowledge="The weather on the way home was lovely."),
        example(acknowledge=""),
    ),
    good=(example(acknowledge="Thank you for ringing me yourself about the outcome."),),
)
def acknowledgement_missing(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    where = place(draft, "acknowledge")
    if where is None or not makes(draft, "acknowledge", where, _HEARD):
        where = where or draft.body
        yield Finding("nothing here takes note of the decision", where.start, where.end)
