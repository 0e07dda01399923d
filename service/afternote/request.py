"""What a caller may ask of a draft: over HTTP, and as a line of a batch."""

from typing import Annotated, Any, Literal, Self

from pydantic import ConfigDict, Field, StrictBool, model_validator

from afternote.schema import (
    A_NUMBER,
    Brief,
    Channel,
    Flags,
    Options,
    Released,
    To,
    Tone,
)
from afternote.schema.base import FLAG_LIMIT, TEXT_LIMIT
from afternote.settings import Settings

NOTES = (
    "Met Dana Whitfield, head of data at Northwind Analytics. Data Engineer role.\n"
    "Talked about the dbt migration. Loved their blameless post-mortems.\n"
    "Dana was 20 min late.\nRejected by email. Sam Rivera"
)
"""The notes of the examples; everybody in them is invented."""

MOST = 200
"""Facts of one kind in a brief: notes of 32 KiB hold fewer."""

LONGEST = 2000
"""Characters of a flag, or of a fact's value."""

Line = Annotated[
    str,
    Field(
        min_length=1,
        max_length=FLAG_LIMIT,
        description="Plain text on one line.",
        json_schema_extra={"format": "line"},
    ),
]

AS_NOTES: dict[str, Any] = {"format": "notes", "maxLength": TEXT_LIMIT}
"""The format is what JSON Schema has no word for: English, no control characters."""

AS_NOTE: dict[str, Any] = {"format": "note", "maxLength": TEXT_LIMIT}
"""The format says that it is not blank."""

SOMETHING_TO_GO_BY: list[Any] = [
    {"required": [field], "properties": {field: {"type": kind}}}
    for field, kind in (
        ("notes", "string"),
        ("name", "string"),
        ("company", "string"),
        ("brief", "object"),
    )
]
"""A request gives at least one of these."""

ONE_READER_FOR_OWN: dict[str, Any] = {
    "not": {
        "required": ["own", "to"],
        "properties": {"own": {"type": "string"}, "to": {"const": "all"}},
    }
}
"""A draft of one's own goes to one reader."""


class Asked(Flags):
    """What every caller may state about the facts, within sane lengths."""

    name: Line | None = None
    title: Line | None = None
    company: Line | None = None
    role: Line | None = None
    me: Line | None = None
    released: tuple[Released, ...] = Field(default=(), max_length=MOST)

    @model_validator(mode="after")
    def _is_text(self) -> Self:
        """Turn away half characters, which no answer could hold."""
        try:
            self.model_dump_json()
        except ValueError:
            raise ValueError("a text holds half a character") from None
        return self

    def flags(self) -> Flags:
        """Return what was stated as flags."""
        return Flags(**{k: getattr(self, k) for k in Flags.model_fields})


class Facts(Asked):
    """Notes, and how much may be spent on them."""

    notes: str = Field(
        default="",
        description="Rough notes in English, at most 32 KiB.",
        json_schema_extra=AS_NOTES,
    )
    offline: StrictBool = Field(
        default=False, description="No model, whatever is set up."
    )
    private: StrictBool = Field(
        default=False, description="The model sees tokens for names and companies."
    )
    deadline: float | None = Field(
        default=None,
        gt=0,
        le=600,
        allow_inf_nan=False,
        description="Seconds; the server's own deadline is never exceeded.",
    )
    max_calls: Annotated[int, Field(ge=1, le=50), A_NUMBER] | None = Field(
        default=None, description="Calls to the model at most."
    )

    def settings(self, operator: Settings) -> Settings:
        """Return *operator*'s settings, narrowed and never widened by the caller."""
        update: dict[str, Any] = {
            "offline": operator.offline or self.offline,
            "private": operator.private or self.private,
            "deadline": min(operator.deadline, self.deadline or operator.deadline),
            "max_calls": min(operator.max_calls, self.max_calls or operator.max_calls),
        }
        return operator.model_copy(update=update)


class NotesRequest(Facts):
    """Asks for a note, or with "all" for one to everybody met."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"notes": NOTES, "to": "manager", "tone": "warm", "offline": True}
            ],
            "anyOf": SOMETHING_TO_GO_BY,
            **ONE_READER_FOR_OWN,
        }
    )

    to: Literal[To, "all"] = "manager"
    channel: Channel = "email"
    tone: Tone = "warm"
    ask_feedback: StrictBool = False
    connect: StrictBool = False
    seed: Annotated[int, Field(ge=0, lt=2**31), A_NUMBER] = 0
    require_model: StrictBool = Field(
        default=False, description="503 rather than a template."
    )
    brief: Brief | None = Field(
        default=None, description="A corrected brief; stands in for reading."
    )
    own: Annotated[str, Field(min_length=1, json_schema_extra=AS_NOTE)] | None = Field(
        default=None, description="A draft of your own to polish."
    )

    @model_validator(mode="after")
    def _is_a_brief_of_notes(self) -> Self:
        if self.brief is None:
            return self
        brief = self.brief
        facts = [*brief.topics, *brief.people, brief.reader, brief.company, brief.role]
        facts += [brief.writer]
        if max(len(brief.topics), len(brief.people), len(brief.held_back)) > MOST:
            raise ValueError(f"a brief holds at most {MOST} of each kind")
        if any(len(fact.value) > LONGEST for fact in facts if fact):
            raise ValueError(f"a fact has at most {LONGEST} characters")
        return self

    def options(self) -> Options:
        """Return what is asked of one note; `to` is set for each of several."""
        to: To = "manager" if self.to == "all" else self.to
        given = {k: getattr(self, k) for k in Options.model_fields if k != "to"}
        return Options(to=to, **given)

    def settings(self, operator: Settings) -> Settings:
        """Return *operator*'s settings, narrowed by what the caller asks."""
        required = operator.require_model or self.require_model
        return (
            super()
            .settings(operator)
            .model_copy(update={"require_model": required and not self.offline})
        )
