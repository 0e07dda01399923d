import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule
from afternote.schema import Brief, Draft, Options

_ANNOUNCED = re.compile(
    r"linked-?in|\bconnect(?:ion|ing|ed)?\b|\brequest\b|\binvit(?:e|ation)\b", re.I
)


@rule(
    "S112",
    why="A LinkedIn request that was announced is accepted; a bare one is often not.",
    source="KEL1 KEL2 MZ ZAR CTV; D7",
    repair="Say in one sentence that a LinkedIn request from you is on its way.",
    bad=(example(options=Options(connect=True)),),
    good=(
        example(
            keep_in_touch=(
                "I would be glad to stay in touch, and I will send you a request on "
                "LinkedIn this week."
            ),
            options=Options(connect=True),
        ),
        example(),
    ),
    severity="advice",
    own="advice",
)
def request_unannounced(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    mail = draft.options.channel == "email"  # a LinkedIn message is the request
    if draft.options.connect and mail and not _ANNOUNCED.search(draft.body.text):
        part = draft.part("keep_in_touch") or draft.body
        yield Finding("announces no LinkedIn request", part.start, part.end)
