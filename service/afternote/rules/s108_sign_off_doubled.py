from collections.abc import Iterator

from afternote.letter import is_closing, lines
from afternote.rules.base import Finding, example, excerpt, rule
from afternote.schema import Brief, Draft


@rule(
    "S108",
    why="Two sign-offs in one note show that it was pasted together.",
    source="PSU; A10",
    repair="Sign off once: keep the last closing line and one name under it.",
    bad=(
        example(sign_off="Kind regards,\nSam\n\nBest wishes,\nSam Rivera"),
        example(keep_in_touch="I hope we stay in touch.\n\nBest regards,\nSam"),
    ),
    good=(
        example(
            keep_in_touch=(
                "I would be glad to stay in touch. All the best for the migration."
            )
        ),
    ),
)
def sign_off_doubled(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    first = None
    for row in lines(draft.text, draft.body.start, len(draft.text)):
        if not is_closing(row.text):
            continue
        if first is not None and draft.text[first : row.start].count("\n") > 1:
            said = excerpt(row.text)
            yield Finding(f"closes a second time: {said}", row.start, row.end)
            return
        first = row.end if first is None else first
