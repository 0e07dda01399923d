"""What a caller may ask: the command line's options, and the shapes of its JSON."""

from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, StrictBool

from afternote.pipeline import Drafted
from afternote.request import (
    AS_NOTE,
    AS_NOTES,
    MOST,
    NOTES,
    SOMETHING_TO_GO_BY,
    Asked,
    Facts,
    NotesRequest,
)
from afternote.schema import Brief, Channel, Frozen, Note, Options, To

__all__ = [
    "MOST",
    "BriefsRequest",
    "ChecksRequest",
    "Drafts",
    "Facts",
    "NotesRequest",
    "ProblemShown",
    "RuleShown",
]


class BriefsRequest(Facts):
    """Asks what is understood of notes."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"notes": NOTES}],
            "anyOf": SOMETHING_TO_GO_BY[:3],
        }
    )


class ChecksRequest(Asked):
    """Asks what is wrong with a note, whoever wrote it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "note": "Hi Dana,\n\nThank you for letting me know. I still think "
                    "you chose wrong.\n\nBest,\nSam",
                    "notes": NOTES,
                }
            ]
        }
    )

    note: str = Field(
        min_length=1,
        description="The note's text, at most 32 KiB.",
        json_schema_extra=AS_NOTE,
    )
    notes: Annotated[str, Field(json_schema_extra=AS_NOTES)] | None = Field(
        default=None, description="What it must be true to; without, F is skipped."
    )
    brief: Brief | None = Field(default=None, description="Stands in for the notes.")
    to: To = "manager"
    channel: Channel = "email"
    ask_feedback: StrictBool = False
    connect: StrictBool = False
    strict: StrictBool = False

    def options(self) -> Options:
        """Return what the note was asked to do."""
        given = {k: getattr(self, k) for k in ("to", "channel", "connect")}
        return Options(ask_feedback=self.ask_feedback, **given)


class Drafts(Frozen):
    """What `draft --json` prints: the notes and the brief they rest on."""

    notes: tuple[Note, ...]
    brief: Brief

    @classmethod
    def of(cls, drafted: Drafted) -> Self:
        """Return *drafted* in the shape of the wire."""
        return cls(notes=drafted.notes, brief=drafted.brief)


class RuleShown(Frozen):
    """A rule, as `rules --json` prints it."""

    code: str
    name: str
    severity: Literal["blocking", "advice"]
    own: Literal["blocking", "advice"]
    why: str
    source: str
    repair: str
    bad: tuple[str, ...]
    good: tuple[str, ...]


class ProblemShown(Frozen):
    """A refusal (RFC 9457). `type` and `status` are stable, `detail` is for people."""

    type: str
    title: str
    status: int
    detail: str
    request_id: str
    reason: str | None = None
    errors: tuple[dict[str, str], ...] = ()
