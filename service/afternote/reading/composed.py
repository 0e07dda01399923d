"""Reads notes with decomposed letters or spoken marks as if written, offsets kept.

"Tr" "a" U+0302 ... and "Trần" are one name; the patterns know only the second.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from typing import TypeVar

from pydantic import BaseModel

from afternote.reading.dictated import punctuated
from afternote.schema import Brief, Flags, Released

T = TypeVar("T", bound=BaseModel)


class Composed:
    """*text* is the notes in NFC, with marks; `restored` puts a brief upon them."""

    def __init__(self, notes: str) -> None:
        self._notes = notes
        pieces: list[str] = []
        self._new: list[int] = []
        self._old: list[int] = []
        length = 0
        start = 0
        for end in range(1, len(notes) + 1):
            if end < len(notes) and unicodedata.combining(notes[end]):
                continue
            piece = unicodedata.normalize("NFC", notes[start:end])
            self._new.append(length)
            self._old.append(start)
            pieces.append(piece)
            length += len(piece)
            start = end
        self._new.append(length)
        self._old.append(len(notes))
        self.text = punctuated("".join(pieces))

    def _back(self, at: int) -> int:
        return self._old[bisect_right(self._new, at) - 1]

    def carried(self, flags: Flags) -> Flags:
        """Return *flags* with what they release in the offsets of `text`."""
        released = tuple(
            Released(start=self._forth(r.start), end=self._forth(r.end))
            for r in flags.released
        )
        return flags.model_copy(update={"released": released})

    def _forth(self, at: int) -> int:
        place = bisect_left(self._old, at)
        return self._new[place] if place < len(self._new) else -1

    def restored(self, brief: Brief) -> Brief:
        """Return *brief* with the offsets and quotes of the notes as given."""
        return self._model(brief)

    def _model(self, model: T) -> T:
        update: dict[str, object] = {}
        for name in type(model).model_fields:
            value = getattr(model, name)
            if isinstance(value, BaseModel):
                update[name] = self._model(value)
            elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
                update[name] = tuple(self._model(v) for v in value)
        start, end = getattr(model, "start", None), getattr(model, "end", None)
        if isinstance(start, int) and isinstance(end, int):
            update["start"], update["end"] = self._back(start), self._back(end)
            if getattr(model, "quote", ""):
                update["quote"] = self._notes[self._back(start) : self._back(end)]
        return model.model_copy(update=update) if update else model
