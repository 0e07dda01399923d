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
