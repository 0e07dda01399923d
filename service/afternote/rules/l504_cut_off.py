import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, excerpt, is_own, rule, scored
from afternote.schema import Brief, Draft
from afternote.text import Piece

# Words that no sentence ends with.
_OPEN = frozenset(
    "the a an my your our their and or but nor because although if i i'd i'll i'm i've "
    "we'd we'll we're we've of with into whose every than very would should could may "
    "might shall whether while until unless especially particularly however".split()
)
# After a full stop only words that cannot even end a clipped sentence count.
_CANNOT = frozenset("the a an my your our their and or but because if i".split())
_ENDED = re.compile(r"[.!?…][\"'”’)\]*_]{0,3}$|[:)\]”\"*]$")


@rule(
    "L504",
    why="A sentence that stops in the middle shows that nobody read the note through.",
    source="CBS AMK WAT; B4",
    repair="Finish the sentence that stops in the middle, or take it out.",
    bad=(
        example(keep_in_touch="I would be glad to stay in touch with you and the"),
        example(keep_in_touch="I hope we stay in touch, and until then I will follow"),
    ),
    good=(
        example(
            keep_in_touch="I would be glad to stay in touch… Until the next time, then."
        ),
    ),
)
def cut_off(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    pieces = draft.sentences
    last = _ends(draft, pieces)
    for sentence in pieces:
        if _stops(sentence.text) or (
            sentence.end in last and not _ENDED.search(sentence.text)
        ):
            said = excerpt(" ".join(sentence.text[-160:].split()[-6:]))
            yield Finding(f"stops in the middle: {said}", sentence.start, sentence.end)
            return
    for found in scored(draft, "cut_off", "stops in the middle: {found}"):
        if not _ENDED.search(draft.text[found.start : found.end]):
            yield found


def _ends(draft: Draft, pieces: tuple[Piece, ...]) -> set[int]:
    """Return where a full stop is certainly due.

    That is where a move of a model's draft ends, and where a person's text ends
    without any sign-off after other sentences that do end.
    """
    if not is_own(draft):
        return {part.end for part in draft.parts if part.kind not in _FRAME}
    signed = draft.part("sign_off") is not None
    ended = len(pieces) > 1 and _ENDED.search(pieces[-2].text)
    if signed or not ended or len(pieces[-1].text.split()) < 4:
        return set()
    return {pieces[-1].end}


_FRAME = ("greeting", "sign_off")


def _stops(sentence: str) -> bool:
    end = sentence[-40:].rstrip()
    stopped = end.endswith(".") and not end.endswith("..")
    if not stopped and end[-1:] in ".!?…\"'”’)":
        return False
    words = end.rstrip(" \t,;:–—-.").replace("’", "'").casefold().rsplit(maxsplit=1)
    return bool(words) and words[-1] in (_CANNOT if stopped else _OPEN)
