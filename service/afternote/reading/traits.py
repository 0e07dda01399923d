"""Finds what the notes praise in somebody's way: "she was so kind", "fair, straight".

"kind and patient with me" -> "how kind and patient you were with me".
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from afternote.reading.layout import Line
from afternote.reading.page import Page

_TRAIT = (
    r"(?:kind|patient|fair|honest|warm|generous|gentle|welcoming|thoughtful|gracious|"
    r"considerate|thorough|friendly|straight|decent|encouraging|respectful|calm|open|"
    r"helpful|supportive|nice)"
)
_VERY = r"(?:(?:so|very|v|really|rly|super|dead|proper|just|all|lovely and|both) )*"
_TRAITS = rf"{_TRAIT}(?:(?:,? and |, |,? & |/| \+ ){_VERY}{_TRAIT}){{0,2}}"
_SAID = re.compile(
    r"\b(?P<who>she|he|they|both|[^\W\d_][\w'’-]+)(?:'s| was| were| is|,| -)"
    rf" (?:(?:really|also|all|both) )*{_VERY}(?P<traits>{_TRAITS})"
    r"(?P<tail> (?:with (?:me|everybody|everyone|the \w+)|about (?:it|that|the (?:no|"
    r"decision|news))|when \w+ said no|to me))?"
    r"(?=\s*(?:[.,;!()\n\x00]|$|\s-|\s(?:and|tho|though|but|even|throughout|too)\b))"
)
_BARE = re.compile(
    rf"(?:^|(?<=[-*•·–+>|] )|(?<=[.;!?,(–—\n\x00])|"
    rf"(?<=\s-))\s*{_VERY}(?P<traits>{_TRAITS})"
    r"(?: (?:woman|man|lady|bloke|person|people|fella|chap|guy|pair|team|about it))?"
    r"(?P<tail> (?:with me|about it))?\s*(?=[.;!,)\n\x00]|$|\s-)",
    re.M,
)
_PRAISED = re.compile(_TRAIT)


class Praise(NamedTuple):
    """A stretch that praises; *text* says it to the person, or of all of them."""

    start: int
    end: int
    text: str
    many: bool


def praise(page: Page, line: Line) -> Iterator[Praise]:
    """Yield what *line* praises in the way somebody was."""
    seen = -1
    for match in _SAID.finditer(page.low, line.start, line.end):
        if match["who"] in ("it", "that", "this", "i", "which", "place", "be", "not"):
            continue
        seen = match.end()
        yield _said(match, many=match["who"] in ("they", "both"))
    for match in _BARE.finditer(page.low, line.start, line.end):
        if match.start("traits") >= seen:
            yield _said(
                match, many=match[0].rstrip().endswith(("people", "pair", "team"))
            )


def _said(match: re.Match[str], *, many: bool) -> Praise:
    traits = ["straightforward" if t == "straight" else t
              for t in _PRAISED.findall(match["traits"])]  # fmt: skip
    joined = (
        traits[0] if len(traits) == 1 else ", ".join(traits[:-1]) + " and " + traits[-1]
    )
    tail = re.sub(r"when \w+ said", "when you said", match["tail"] or "")
    who = "you all were" if many else "you were"
    end = match.end("tail") if match["tail"] else match.end("traits")
    return Praise(match.start("traits"), end, f"how {joined} {who}{tail}", many)
