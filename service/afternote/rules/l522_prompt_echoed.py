from collections.abc import Iterator
from functools import cache

from afternote.assets import folder, read_file
from afternote.rules.base import Finding, example, excerpt, rule
from afternote.schema import Brief, Draft
from afternote.text import fold, words

# Five words in a row: no good note of the labelled text shares as many with a prompt.
RUN = 5
LONGEST = 4000  # characters looked at: far more than any note may have


@cache
def _prompts() -> frozenset[str]:
    found: set[str] = set()
    for path in sorted(folder("prompts").glob("*.md")):
        found |= set(_runs([fold(w.text) for w in words(read_file(path))]))
    return frozenset(found)


def _runs(said: list[str]) -> list[str]:
    return [" ".join(said[i : i + RUN]) for i in range(len(said) - RUN + 1)]


@rule(
    "L522",
    why="Instructions meant for a machine tell the reader that nobody wrote the note.",
    repair="Leave out the instructions; write only what the reader should read.",
    bad=(
        example(
            appreciate=(
                "I enjoyed our conversation about the dbt migration. Use only the "
                "facts below; where they say little, say little."
            )
        ),
    ),
    good=(
        example(
            appreciate=(
                "I enjoyed our conversation about the dbt migration; you gave me the "
                "facts I needed, and added more than I had asked for."
            )
        ),
    ),
)
def prompt_echoed(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    body = draft.body
    said = words(body.text[:LONGEST], body.start)
    for number, run in enumerate(_runs([fold(w.text) for w in said])):
        if run in _prompts():
            start, end = said[number].start, said[number + RUN - 1].end
            found = excerpt(draft.text[start:end])
            yield Finding(f"repeats an instruction: {found}", start, end)
            return
