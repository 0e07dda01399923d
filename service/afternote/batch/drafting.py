"""The handler that drafts: an item's line in, its row out, whatever happens."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from afternote import pipeline
from afternote.batch import rows
from afternote.batch.engine import Claimed, GiveBack, Outcome, Spent
from afternote.batch.pace import Pace, Paced
from afternote.batch.purse import Broke, Price, Purse
from afternote.errors import AfternoteError
from afternote.models import Model
from afternote.pipeline import Drafted
from afternote.schema import Note
from afternote.settings import Settings

AGAIN = 3
"""Tries a note gets at a model that is only busy, before its template is accepted."""

LATER = 5.0
"""Seconds before such a note is tried again, times the tries so far."""

BUSY = ("unavailable", "circuit")
"""Reasons that may be gone in a while."""


@dataclass
class Drafting:
    """Drafts what *read* finds an item to ask; a `Handler`.

    *model* is None offline. *purse* gives each batch's budget by its id. A line that
    cannot be drafted becomes a row with its error; what is raised is a bug of ours.
    """

    settings: Settings
    read: Callable[[Claimed], "tuple[rows.Line | rows.Bad, int]"]
    seal: Callable[[bytes], bytes] = bytes
    model: Model | None = None
    pace: Pace = field(default_factory=lambda: Pace(most=1))
    price: Price | None = None
    purse: Callable[[str], Awaitable[Purse | None]] | None = None

    async def __call__(self, claimed: Claimed) -> Outcome | GiveBack:
        """Return the item's outcome; see `Handler`."""
        line, number = self.read(claimed)
        if isinstance(line, rows.Bad):
            row = rows.failed(line.id, number, "line-unusable", line.why)
            return Outcome(self.seal(_interim(row)), ok=False)
        named = number if line.id is None else line.id
        try:
            drafted = await self._drafted(line, claimed.batch)
        except AfternoteError as error:
            row = rows.failed(named, number, rows.kind_of(error), str(error))
            return Outcome(self.seal(_interim(row)), ok=False)
        busy = any(note.origin.reason in BUSY for note in drafted.notes)
        if busy and claimed.tries < AGAIN and self.pace.hopeful:
            return GiveBack(LATER * claimed.tries)
        notes = tuple(_priced(note, self.price) for note in drafted.notes)
        row = rows.noted(named, Drafted(notes, drafted.brief))
        return Outcome(
            self.seal(_interim(row, line)),
            origin=notes[0].origin.kind,
            spent=_spent(notes),
        )

    async def _drafted(self, line: rows.Line, batch: str) -> Drafted:
        settings = line.settings(self.settings)
        if self.model is None or settings.offline:
            return await self._draft(line, settings, None)
        async with self.pace.turn():
            purse = await self.purse(batch) if self.purse else None
            if purse is None or self.price is None:
                return await self._draft(line, settings, Paced(self.model, self.pace))
            if not await purse.opens(self.price.cost(*_reckoned(line))):
                return await self._draft(line, settings, Broke())
            with purse.buying() as paid:
                drafted = await self._draft(
                    line, settings, Paced(self.model, self.pace)
                )
                spent = _spent(drafted.notes)
                paid(self.price.cost(spent.input_tokens, spent.output_tokens))
            return drafted

    async def _draft(
        self, line: rows.Line, settings: Settings, model: Model | None
    ) -> Drafted:
        return await pipeline.draft(
            line.notes,
            to=line.to,
            options=line.options(),
            flags=line.flags(),
            settings=settings,
            model=model,
            breaker=self.pace.breaker,
            brief=line.brief,
            own=line.own,
        )


def _interim(row: bytes, line: rows.Line | None = None) -> bytes:
    """Return *row* with what settling needs to write a note of it anew in front."""
    asked = {"to": line.to, **line.options().model_dump()} if line else None
    return json.dumps(asked).encode() + b"\n" + row


def _reckoned(line: rows.Line) -> tuple[int, int]:
    """Return about how many tokens a note costs, in and out, before one was bought.

    Two prompts of some 700 tokens and their answers; four characters a token.
    """
    return 1400 + len(line.notes) // 4, 600


def _spent(notes: tuple[Note, ...]) -> Spent:
    return Spent(
        sum(note.usage.calls for note in notes),
        sum(note.usage.input_tokens for note in notes),
        sum(note.usage.output_tokens for note in notes),
        sum(note.usage.cost_usd or 0.0 for note in notes),
    )


def _priced(note: Note, price: Price | None) -> Note:
    usage = note.usage
    if price is None:
        return note
    cost = price.cost(usage.input_tokens, usage.output_tokens)
    return note.model_copy(
        update={"usage": usage.model_copy(update={"cost_usd": cost})}
    )
