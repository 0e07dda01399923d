"""The data of a draft's life: one frozen model each, used by every room.

Offsets count code points: of the notes as given for facts and what is held back,
of the draft's text for problems.
"""

from afternote.schema.base import MOVES, Channel, Frozen, Move, To, Tone
from afternote.schema.brief import (
    A_NUMBER,
    Brief,
    Decision,
    Fact,
    Flags,
    Held,
    How,
    Mail,
    Part,
    Person,
    Released,
    Topic,
    Why,
)
from afternote.schema.draft import Draft, DraftPart, Message, Moves, Options, PartKind
from afternote.schema.note import (
    Attempt,
    Evidence,
    Note,
    Origin,
    Problem,
    Report,
    Severity,
    Usage,
)

__all__ = [
    "A_NUMBER",
    "MOVES",
    "Attempt",
    "Brief",
    "Channel",
    "Decision",
    "Draft",
    "DraftPart",
    "Evidence",
    "Fact",
    "Flags",
    "Frozen",
    "Held",
    "How",
    "Mail",
    "Message",
    "Move",
    "Moves",
    "Note",
    "Options",
    "Origin",
    "Part",
    "PartKind",
    "Person",
    "Problem",
    "Released",
    "Report",
    "Severity",
    "To",
    "Tone",
    "Topic",
    "Usage",
    "Why",
]
