import re
from collections.abc import Iterator

from afternote.rules.base import SCORED, Finding, example, makes, place, rule
from afternote.schema import Brief, Draft
from afternote.text import Piece

# The scorer learnt wishes beside open doors and takes one for the other.
_WISH = re.compile(
    r"\W*(?:and |so |until then,? |in the meantime,? |meanwhile,? |for now,? )?"
    r"(?:i |we )?(?:wish(?:ing)?|best of luck|good luck|all the best|every success)\b",
    re.I,
)
_LATER = re.compile(
    r"\b(?:touch|contact|again|future|cross|paths?|meet|see you|hear|apply|connect\w*|"
    r"linked-?in|in mind|think of me|another|next|opening|"
    r"one day|some ?day|later|word from you|message|come up|"
    r"welcome|stay|keep|follow|connected|ever|run into|news of)\b",
    re.I,
)


@rule(
    "S103",
    why=(
        "The next opening often goes to somebody who said they would like to hear of "
        "it, so a note that says nothing about later wastes its best chance."
    ),
    source="KEL1 KEL2 GD INT ZAR SMT OWL CHL CTL; A6",
    repair=(
        "End with one plain sentence that leaves the door open, such as being glad to "
        "stay in touch or to hear of another opening."
    ),
    bad=(
        example(keep_in_touch="I wish the whole team a quiet winter."),
        example(keep_in_touch=""),
    ),
    good=(example(keep_in_touch="I hope our paths cross again before too long."),),
)
def door_closed(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    where = place(draft, "keep_in_touch")
    for sentence in draft.sentences[:SCORED]:
        if (
            where
            and where.start <= sentence.start < where.end
            and _opens(draft, sentence)
        ):
            return
    where = where or draft.body
    yield Finding("nothing here leaves the door open for later", where.start, where.end)


def _opens(draft: Draft, sentence: Piece) -> bool:
    wish = _WISH.match(sentence.text) and not _LATER.search(sentence.text)
    return not wish and makes(draft, "keep_in_touch", sentence, _LATER)
