from collections.abc import Iterator

from afternote.rules.base import Finding, example, excerpt, rule
from afternote.schema import Brief, Draft
from afternote.text import fold

WORDS = 4
"""Shorter sentences ("Thank you again.") may come twice."""


@rule(
    "L515",
    why="A sentence that comes twice shows that nobody read the note through.",
    source="CBS AMK WAT; B4",
    repair="Say it once: take the repeated sentence out.",
    bad=(
        example(
            appreciate="I enjoyed our conversation about the dbt migration.",
            keep_in_touch=(
                "I enjoyed our conversation about the dbt migration. I would be glad "
                "to stay in touch."
            ),
        ),
    ),
    good=(
        example(
            appreciate=(
                "I enjoyed our conversation about the dbt migration. I enjoyed our "
                "conversation about blameless post-mortems too."
            )
        ),
    ),
)
def sentence_repeated(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    seen: set[str] = set()
    for sentence in draft.sentences:
        parts = sentence.text.split()
        if len(parts) < WORDS:
            continue
        plain = fold(" ".join(parts).rstrip(".!?… "))
        if plain in seen:
            said = excerpt(sentence.text)
            yield Finding(f"says it twice: {said}", sentence.start, sentence.end)
            return
        seen.add(plain)
