"""What comes out: problems, and the checked note with its origin, evidence and cost."""

from typing import Literal

from afternote.errors import Reason
from afternote.schema.base import Channel, Frozen, Move, To

Severity = Literal["blocking", "advice"]


class Problem(Frozen):
    """One breach of a rule: *start* and *end* point at the offending words."""

    code: str
    name: str
    severity: Severity
    message: str
    repair: str
    start: int
    end: int


class Report(Frozen):
    """What `check` found. *ok* means nothing blocking."""

    ok: bool
    problems: tuple[Problem, ...]
    skipped: tuple[str, ...] = ()


class Evidence(Frozen):
    """What the note says, and the words of the notes it rests on."""

    move: Move
    said: str
    quote: str
    start: int
    end: int


class Origin(Frozen):
    """Where a note came from, and why it did not come from the model."""

    kind: Literal["model", "template", "own", "mixed"]
    model: str | None = None
    template: str | None = None
    prompt: str | None = None
    reason: Reason | None = None


class Attempt(Frozen):
    """One question to the model: how long, how it ended, the codes it broke."""

    step: Literal["read", "write", "repair"]
    ms: int
    outcome: Literal["ok", "problems"] | Reason
    problems: tuple[str, ...] = ()


class Usage(Frozen):
    """What a note cost. Money is None when unknown, never 0 for unknown."""

    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost_usd: float | None = None


class Note(Frozen):
    """A checked draft that may be sent, with origin, evidence and cost."""

    to: To
    channel: Channel
    subject: str
    text: str
    greeting: str
    moves: dict[Move, str]
    sign_off: str
    origin: Origin
    evidence: tuple[Evidence, ...] = ()
    problems: tuple[Problem, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    usage: Usage = Usage()
