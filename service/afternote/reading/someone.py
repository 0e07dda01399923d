"""A person while the mentions of the notes are gathered."""

from dataclasses import dataclass, field
from typing import Literal

from afternote.reading.people import Hint
from afternote.schema import How

Pronoun = Literal["he", "she", "they"]


@dataclass
class Someone:
    """A person while the mentions are gathered: *start*, *end* of the fullest name."""

    name: str
    start: int
    end: int
    how: How
    title: str | None = None
    honorific: str | None = None
    leads: bool = False
    hints: list[Hint] = field(default_factory=list)
    sender: bool = False
    desk: bool = False
    personal: bool = False
    places: list[int] = field(default_factory=list)
