"""What a run leaves behind: header, one sample a note, end. The lines of a run file."""

from typing import Literal

from pydantic import Field

from afternote.schema import Attempt, Channel, Evidence, Frozen, Origin, To, Usage

FORMAT = 1
"""Raised when older run files can no longer be read."""


class Mark(Frozen):
    """Offending words: where they stand in the sample's text, and what they break."""

    start: int
    end: int
    label: str


class Score(Frozen):
    """What one scorer says of one note: always with a reason.

    *ok* is None when the note could not be scored; that is neither pass nor fail.
    *value* is the figure behind it, where there is one.
    """

    ok: bool | None
    reason: str
    value: float | None = None
    marks: tuple[Mark, ...] = ()


class Output(Frozen):
    """What a target made of one case. *ms* is wall time.

    *names*: reader, company, role and writer as the brief has them; they say nothing
    of the wording.
    """

    text: str
    subject: str = ""
    origin: Origin | None = None
    usage: Usage = Usage()
    attempts: tuple[Attempt, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    names: tuple[str, ...] = ()
    ms: int = 0


class Sample(Frozen):
    """One note of a run with its scores; *error* when there is no note."""

    type: Literal["sample"] = "sample"
    id: str
    epoch: int = 0
    cluster: str = ""
    to: To = "manager"
    channel: Channel = "email"
    output: Output | None = None
    scores: dict[str, Score] = Field(default_factory=dict)
    error: str | None = None

    @property
    def fallback(self) -> bool:
        """Whether a template stands where a model was asked."""
        origin = self.output.origin if self.output else None
        asked = ("offline", "no_model", None)
        return bool(origin and origin.kind == "template" and origin.reason not in asked)

    def clean(self, counted: tuple[str, ...]) -> bool:
        """Whether all of *counted* passed; a fallback is no model's success."""
        if self.output is None or self.fallback:
            return False
        return all(self.scores[n].ok is not False for n in counted if n in self.scores)


class Header(Frozen):
    """What was run: enough to tell whether two runs may be compared.

    *deterministic*: the same run gives the same notes, so one pass that became a fail
    is a fact and needs no statistics.
    """

    type: Literal["run"] = "run"
    format: int = FORMAT
    suite: str
    suite_version: str
    target: str
    deterministic: bool
    epochs: int = 1
    cases: int
    scorers: tuple[str, ...]
    counted: tuple[str, ...]
    seed: int = 0
    model: str | None = None
    afternote: str = ""
    versions: dict[str, str] = Field(default_factory=dict)
    rules: dict[str, str] = Field(default_factory=dict)
    agreement: dict[str, float] = Field(default_factory=dict)
    started: str = ""


class End(Frozen):
    """The last line of a run that is whole. *seconds* is wall time of this process."""

    type: Literal["end"] = "end"
    samples: int
    errors: int
    seconds: float


class Run(Frozen):
    """A run file, read."""

    header: Header
    samples: tuple[Sample, ...]
    end: End | None = None

    @property
    def expected(self) -> int:
        """How many samples a whole run has."""
        return self.header.cases * self.header.epochs

    @property
    def missing(self) -> int:
        """How many samples are not there, or ended in an error."""
        return self.expected - sum(s.error is None for s in self.samples)
