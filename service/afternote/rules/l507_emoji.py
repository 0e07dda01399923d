import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, phrases, rule
from afternote.schema import Brief, Draft

_PICTURE = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2b55\u2b1b\u2b1c\ufe0f]{1,10}"
)
_FACE = re.compile(
    r"(?<![\w:;])(?:[:;=]-?[)(DPp/|]|<3|:'\(|\^\^|xD)(?![\w/)(])|:[a-z_]{3,20}:"
)


@rule(
    "L507",
    why="Coaches ask for plain letters here: a smiley makes light of a serious moment.",
    source="CBS AMK WAT; B4",
    repair="Take the emoji out and say the same in words.",
    bad=(
        example(acknowledge="Thank you for letting me know about the decision 🙏"),
        example(keep_in_touch="I would be glad to stay in touch :)"),
    ),
    good=(
        example(
            appreciate=(
                "I enjoyed our conversation about the dbt migration (all of it: even "
                "the part at 12:30) and the blameless post-mortems."
            )
        ),
    ),
)
def emoji(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    if not draft.text.isascii() or not (draft.subject or "").isascii():
        yield from phrases(_PICTURE, draft, "holds emoji: {found}", everywhere=True)
    yield from phrases(_FACE, draft, "holds a smiley: {found}", certain=False)
