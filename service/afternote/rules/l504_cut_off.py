import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, excerpt, is_own, rule, scored
from afternote.schema import Brief, Draft
from afternote.text import Piece

# Words that no sentence ends with.
_OPEN = frozenset(
    "the a an my your our their and or but nor because although if i i'd i'll i'm i've "
    "we'd we'll we're we've of with into whose every than very would should could may "
    "might shall whether while until unless especially particularly however to that "
    "which how what when where who why as than from at for on in by been being".split()
)
_TRAILS = frozenset("the a an my your our their and or how to that with of".split())
"""Words that no dots make an ending of."""
WORDS = 6
"""A line with fewer words may stand without a full stop ("Speak soon")."""
# After a full stop only words that cannot even end a clipped sentence count.
_CANNOT = frozenset("the a an my your our their and or but because if i".split())
_ENTIRE = re.compile(
    r"\b(?:[A-Z]\w+|am|do|did|was|have|can|will) I\.$|\b(?:anything|all|nothing) but\.$"
)
"""Ends that are none of a broken sentence: a Roman one, "so am I", "anything but"."""
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
def cut_off(draft: Draft, brief: Brief) -> Iterator[Finding]:
    pieces = draft.sentences
    last = _ends(draft, pieces)
    for sentence in pieces:
        if _stops(sentence.text) or (
            sentence.end in last and not _ENDED.search(sentence.text)
        ):
            said = excerpt(" ".join(sentence.text[-160:].split()[-6:]))
            yield Finding(f"stops in the middle: {said}", sentence.start, sentence.end)
            return
    if is_own(draft) and (open_one := _unended(pieces)):
        said = excerpt(" ".join(open_one.text[-160:].split()[-6:]))
        yield Finding(f"has no end: {said}", open_one.start, open_one.end)
        return
    for found in scored(draft, brief, "cut_off", "stops in the middle: {found}"):
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


def _unended(pieces: tuple[Piece, ...]) -> Piece | None:
    """Return the one sentence without an end in a text whose others all have one."""
    long = [piece for piece in pieces if len(piece.text.split()) >= WORDS]
    open_ones = [piece for piece in long if piece.text[-1].isalpha()]
    return open_ones[0] if len(open_ones) == 1 else None


def _stops(sentence: str) -> bool:
    end = sentence[-40:].rstrip()
    if end.endswith("-"):
        return True
    if end.endswith(("...", "…")):
        last = end.rstrip(".… ").casefold().rsplit(maxsplit=1)
        return bool(last) and last[-1] in _TRAILS
    stopped = end.endswith(".") and not end.endswith("..")
    if not stopped and end[-1:] in ".!?…\"'”’)":
        return False
    words = end.rstrip(" \t,;:–—-.").replace("’", "'").casefold().rsplit(maxsplit=1)
    if stopped and _ENTIRE.search(end):
        return False
    return bool(words) and words[-1] in (_CANNOT if stopped else _OPEN)
