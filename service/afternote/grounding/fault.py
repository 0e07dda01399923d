"""What grounding finds: words of a draft that its brief does not hold."""

from typing import Literal, NamedTuple

Kind = Literal[
    "reader-misnamed",
    "company-misnamed",
    "role-misnamed",
    "person-unsupported",
    "number-unsupported",
    "date-unsupported",
    "place-unsupported",
    "topic-unsupported",
    "promise-unsupported",
    "compliment-unsupported",
    "reported-speech-unsupported",
    "attribution-wrong",
    "doing-unsupported",
    "channel-wrong",
    "reason-unsupported",
    "pronoun-unsupported",
    "link-unsupported",
    "language-wrong",
    "writer-misnamed",
    "title-unsupported",
]
"""The kinds of fault: each is the name of one rule of family F."""


class Fault(NamedTuple):
    """A stretch of the draft that the brief does not support, and of which kind.

    *certain* is True where the brief says otherwise, False where it is silent.
    """

    kind: Kind
    message: str
    start: int
    end: int
    certain: bool = False
