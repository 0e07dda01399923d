"""What is drafted: the options, what the model writes, and the text with its parts."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple, Self

from afternote.schema.base import MOVES, Channel, Frozen, Move, To, Tone
from afternote.text import Piece, sentences, unwrapped


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
