import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, phrases, rule
from afternote.schema import Brief, Draft

# UTF-8 read as Windows-1252 ("â€™" for an apostrophe, "Ã©" for é), and the
# character that stands for what could not be read.
_GARBLED = re.compile("â€[\x80-\x9f™œ˜“”¦\x9d]?|[ÃÂ][\xa0-\xbf€-™]|\ufffd")


@rule(
    "L519",
    why="Garbled letters make a careful note look careless, in names most of all.",
    source="CBS WAT; B4",
    repair="Replace the garbled characters by the letters that were meant.",
    bad=(
        example(keep_in_touch="Iâ€™d be glad to stay in touch with you and the team."),
        example(greeting="Hi Zo\ufffd,"),
    ),
    good=(
        example(
            keep_in_touch="I’d be glad to stay in touch with you, Zoë and São too."
        ),
    ),
)
def letters_garbled(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    if not draft.text.isascii() or not (draft.subject or "").isascii():
        yield from phrases(_GARBLED, draft, "garbled: {found}", everywhere=True)
