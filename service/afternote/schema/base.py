"""The words and the model that all the data share."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

To = Literal["manager", "recruiter", "interviewer"]
Channel = Literal["email", "linkedin"]
Tone = Literal["warm", "formal", "plain"]
Move = Literal["acknowledge", "appreciate", "keep_in_touch"]
MOVES: tuple[Move, ...] = ("acknowledge", "appreciate", "keep_in_touch")


class Frozen(BaseModel):
    """What all models share: no change, no unknown field, no input in messages."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


TEXT_LIMIT = 32 * 1024
"""Bytes of UTF-8 of notes, and of a note (design.md, section 9)."""

FLAG_LIMIT = 120
"""Characters of a fact stated by a flag; real job titles end before 90."""
