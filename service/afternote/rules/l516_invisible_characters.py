import re
from collections.abc import Iterator
from itertools import islice

from afternote.rules.base import MOST, Finding, example, rule
from afternote.schema import Brief, Draft

# Controls, direction marks and overrides, lone surrogates, tags. Joiners (200c, 200d)
# belong to the spelling of some names; the soft hyphen and the mark that files begin
# with do no harm in a person's own text.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_HARMLESS = "\xad\ufeff\u200b\u200e\u200f\u2060"


@rule(
    "L516",
    why=(
        "Characters that cannot be seen break searches and replies, and can hide or "
        "turn round what the reader sees."
    ),
    source="Unicode TR36",
    repair="Type the words again without the invisible characters.",
    bad=(
        example(acknowledge="Thank you for\u202e letting me know about the decision."),
        example(subject="Thank\x00 you"),
    ),
    good=(
        example(
            keep_in_touch=(
                "I would be glad to stay in touch with you, Zoë and 王\u2009小明 in "
                "any season."
            )
        ),
    ),
)
def invisible_characters(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    for match in islice(_UNSEEN.finditer(draft.text), MOST):
        said = f"holds an invisible character, U+{ord(match[0]):04X}"
        certain = match[0] not in _HARMLESS
        yield Finding(said, match.start(), match.end(), certain)
    if hidden := _UNSEEN.search(draft.subject or ""):
        said = f"holds an invisible character, U+{ord(hidden[0]):04X} (in the subject)"
        yield Finding(said, 0, 0)
