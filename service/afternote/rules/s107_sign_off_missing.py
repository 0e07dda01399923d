from collections.abc import Iterator

from afternote.rules.base import Finding, example, own_example, rule
from afternote.schema import Brief, Draft


@rule(
    "S107",
    why="Without a name at the end the reader has to guess who is thanking them.",
    source="CBS; B4",
    repair="Close with a short line and your name, such as “With thanks,” and a name.",
    bad=(
        own_example("Hi Dana,\n\nThank you for telling me. I hope we stay in touch."),
    ),
    good=(example(sign_off="Best,\nSam"),),
    own="advice",
)
def sign_off_missing(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    if draft.options.channel == "linkedin" or draft.part("sign_off") is not None:
        return
    end = len(draft.text.rstrip())
    yield Finding("there is no sign-off", max(end - 1, 0), end)
