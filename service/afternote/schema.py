"""The data of a draft's life: one frozen model each, used by every room.

Offsets count code points: of the notes as given for facts and what is held back,
of the draft's text for problems.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict

from afternote.errors import Reason
from afternote.text import Piece, sentences, unwrapped

To = Literal["manager", "recruiter", "interviewer"]
Part = Literal["manager", "recruiter", "interviewer", "other"]
Channel = Literal["email", "linkedin"]
Tone = Literal["warm", "formal", "plain"]
Move = Literal["acknowledge", "appreciate", "keep_in_touch"]
MOVES: tuple[Move, ...] = ("acknowledge", "appreciate", "keep_in_touch")
How = Literal["flag", "label", "mail", "stated", "inferred", "model"]
Why = Literal[
    "pay",
    "health",
    "family",
    "protected",
    "confidence",
    "gossip",
    "complaint",
    "other_candidate",
    "other_employer",
    "self_criticism",
    "contact",
    "instruction",
]
"""Why a stretch of the notes is held back."""


class Frozen(BaseModel):
    """What all models share: no change, no unknown field, no input in messages."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Fact(Frozen):
    """One thing the note may say, and the words of the notes it rests on.

    A fact set by a flag rests on no notes: its quote is empty, its offsets are 0.
    """

    value: str
    quote: str
    start: int
    end: int
    how: How


class Person(Fact):
    """Somebody the notes name; *value* is the fullest form of the name."""

    title: str | None = None
    honorific: str | None = None
    part: Part | None = None
    pronoun: Literal["he", "she", "they"] | None = None


class Topic(Fact):
    """Something particular; *value* is a phrase that fits inside a sentence.

    *form* says which kind of phrase: "noun" ("your on-call culture", "the rota"),
    "clause" ("how your team plans rounds"), "gerund" ("mentoring juniors").
    *person* names the one it was talked about with, where the notes say so.
    """

    kind: Literal["discussed", "impressed", "learnt", "kindness"] = "discussed"
    form: Literal["noun", "clause", "gerund"] = "noun"
    person: str | None = None


class Decision(Frozen):
    """How and when the no came. Channel and reason hold one word of a closed list.

    channel: email, phone, letter, in_person, video, portal.
    reason (for tone, never quoted): paused, internal, close_second, budget,
    experience, other.
    """

    channel: Fact | None = None
    date: Fact | None = None
    reason: Fact | None = None


class Held(Frozen):
    """A stretch of the notes that no model and no note may see."""

    quote: str
    start: int
    end: int
    why: Why


class Mail(Frozen):
    """What `--eml` takes from a pasted mail; serves nothing else."""

    address: str | None = None
    subject: str | None = None
    message_id: str | None = None


class Brief(Frozen):
    """The facts that may be used, each with its source; and what is held back.

    *rest* are the clauses of the notes that are not held back: they support the words
    of a note when it is checked. No model is shown them, no template says them.
    """

    reader: Person | None = None
    company: Fact | None = None
    role: Fact | None = None
    writer: Fact | None = None
    topics: tuple[Topic, ...] = ()
    people: tuple[Person, ...] = ()
    decision: Decision = Decision()
    missing: tuple[str, ...] = ()
    held_back: tuple[Held, ...] = ()
    rest: tuple[Fact, ...] = ()
    mail: Mail | None = None


class Options(Frozen):
    """What the caller asks of one note."""

    to: To = "manager"
    channel: Channel = "email"
    tone: Tone = "warm"
    ask_feedback: bool = False
    connect: bool = False
    seed: int = 0


class Moves(Frozen):
    """What the model writes: subject and the three moves, nothing else.

    Every field is required and unlimited on purpose: this is also the JSON schema
    sent to model servers, which share only that much; the rules set the limits.
    """

    subject: str
    acknowledge: str
    appreciate: str
    keep_in_touch: str


class Message(NamedTuple):
    """One message of a chat with a model."""

    role: Literal["system", "user", "assistant"]
    content: str


PartKind = Literal[
    "greeting", "acknowledge", "appreciate", "keep_in_touch", "body", "sign_off"
]


@dataclass(frozen=True)
class DraftPart:
    """Where a part of the draft stands in its text."""

    kind: PartKind
    start: int
    end: int


@dataclass(frozen=True)
class Draft:
    """Unchecked text for one reader.

    Made by `Draft.compose` from the three moves, or by `check.parse` from the text
    a person wrote, whose body is one part of kind "body".
    """

    text: str
    parts: tuple[DraftPart, ...]
    subject: str | None = None
    options: Options = field(default_factory=Options)

    @classmethod
    def compose(
        cls,
        moves: Moves,
        *,
        greeting: str = "",
        sign_off: str = "",
        options: Options | None = None,
    ) -> Self:
        """Join greeting, the three moves and sign-off; blank lines between them.

        A LinkedIn text runs on in one line, since every character counts there.
        """
        options = options or Options()
        gap = "\n\n" if options.channel == "email" else " "
        text = ""
        parts: list[DraftPart] = []
        pieces: tuple[tuple[PartKind, str], ...] = (
            ("greeting", greeting),
            ("acknowledge", moves.acknowledge),
            ("appreciate", moves.appreciate),
            ("keep_in_touch", moves.keep_in_touch),
            ("sign_off", sign_off),
        )
        for kind, raw in pieces:
            piece = raw.strip()
            if not piece:
                continue
            text += gap if text else ""
            parts.append(DraftPart(kind, len(text), len(text) + len(piece)))
            text += piece
        return cls(text, tuple(parts), moves.subject, options)

    def part(self, kind: PartKind) -> Piece | None:
        """Return the part of that *kind*, or None."""
        for part in self.parts:
            if part.kind == kind:
                return Piece(self.text[part.start : part.end], part.start, part.end)
        return None

    @cached_property
    def body(self) -> Piece:
        """Everything between greeting and sign-off."""
        inner = [p for p in self.parts if p.kind not in ("greeting", "sign_off")]
        start = inner[0].start if inner else 0
        end = inner[-1].end if inner else 0
        return Piece(self.text[start:end], start, end)

    @cached_property
    def sentences(self) -> tuple[Piece, ...]:
        """The sentences of the body, with their offsets in the text.

        A hard-wrapped line does not end a sentence.
        """
        return tuple(sentences(unwrapped(self.body.text), self.body.start))

    def move_at(self, position: int) -> Move | None:
        """Return the move that declares the text at *position*, where one does."""
        for part in self.parts:
            if part.start <= position < part.end and part.kind in MOVES:
                return part.kind
        return None


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


def _a_number(value: object) -> object:
    if isinstance(value, (bool, str)):
        raise ValueError("this is no number")  # noqa: TRY004 - pydantic's way
    return value


A_NUMBER = BeforeValidator(_a_number)
"""Makes an int what JSON calls an integer: 5 and 5.0, but neither "5" nor true."""


class Released(Frozen):
    """A stretch of the notes that the caller lets out though it was held back."""

    start: Annotated[int, A_NUMBER]
    end: Annotated[int, A_NUMBER]


class Flags(Frozen):
    """What the caller states about the facts; beats everything the notes say.

    *released* names held-back stretches, by their exact offsets, to be read after all.
    """

    name: str | None = None
    title: str | None = None
    company: str | None = None
    role: str | None = None
    me: str | None = None
    released: tuple[Released, ...] = ()
