from collections.abc import Iterator

from afternote.letter import is_greeting, lines, named_greeting
from afternote.rules.base import Finding, example, excerpt, rule
from afternote.schema import Brief, Draft

TOP = 4
"""Lines of each part that can hold a second greeting: further down, "Dear" is a word
of the text, in a poem or a quoted card."""


@rule(
    "S106",
    why="Two greetings in one note show that it was pasted together.",
    source="PSU; A10",
    repair="Greet the reader once, on the first line; start the text with the thanks.",
    bad=(
        example(acknowledge="Dear Dana,\n\nThank you for letting me know."),
        example(acknowledge="Hello Dana, thank you for letting me know."),
    ),
    good=(
        example(
            acknowledge="Dear me, that was quick: thank you for telling me so soon."
        ),
    ),
)
def greeting_doubled(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    greeting = draft.part("greeting")
    if greeting is None:
        return
    for part in draft.parts:
        if part.kind in ("greeting", "sign_off") or part.end <= greeting.start:
            continue
        for row in lines(draft.text, part.start, part.end)[:TOP]:
            alone = is_greeting(row.text) and row.end < part.end
            said = row.text if alone else named_greeting(row.text)
            if said and row.start + len(said) < part.end:
                start, end = row.start, row.start + len(said)
                yield Finding(f"greets a second time: {excerpt(said)}", start, end)
                return
