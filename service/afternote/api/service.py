"""The work behind the routes: drafts, reads and checks, paid for and in turn."""

import time
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from afternote import pipeline, reading
from afternote.api import wire
from afternote.api.health import Health
from afternote.api.limits import Counted, Purse
from afternote.api.turns import Turns
from afternote.check import report
from afternote.errors import Reason
from afternote.models import Model
from afternote.models.allowance import Allowance
from afternote.pipeline import Drafted, Progress
from afternote.reading.flags import require_plain
from afternote.schema import Brief, Report
from afternote.settings import Settings

if TYPE_CHECKING:
    from afternote.api.desk import Desk
    from afternote.api.telemetry import Telemetry

PATIENCE = 0.5
"""Share of the deadline that a request may wait for its turn; the rest is for work."""


@dataclass
class Service:
    """What the routes work with; *model* and *desk* are None where there are none."""

    settings: Settings
    health: Health
    model: Model | None = None
    telemetry: "Telemetry | None" = None
    desk: "Desk | None" = None
    turns: Turns = field(init=False)

    def __post_init__(self) -> None:
        self.turns = Turns(self.settings.deadline * PATIENCE)

    async def draft(
        self,
        asked: wire.NotesRequest,
        purse: Purse | None = None,
        progress: Progress = lambda _: None,
    ) -> Drafted:
        """Return the notes that are *asked* for, at the cost of *purse*."""
        settings = asked.settings(self.settings)
        seen = self.telemetry and self.telemetry.draft(asked.to)
        with seen or nullcontext():
            async with self._paid(settings, purse) as (model, without):

                def begin(waited: float) -> Coroutine[Any, Any, Drafted]:
                    hurried = _less(settings, waited)
                    late = hurried is None
                    return pipeline.draft(
                        asked.notes,
                        to=asked.to,
                        options=asked.options(),
                        flags=asked.flags(),
                        settings=hurried or settings,
                        model=None if late else model,
                        breaker=self.health.breaker,
                        brief=asked.brief,
                        own=asked.own,
                        progress=progress,
                        without="deadline" if late and model else without,
                    )

                drafted = await self.turns.take(begin)
            for note in drafted.notes:
                self.health.wrote(note)
                if self.telemetry:
                    self.telemetry.wrote(note)
        return drafted

    async def read(self, asked: wire.Facts, purse: Purse | None = None) -> Brief:
        """Return what is understood of the notes."""
        settings = asked.settings(self.settings)
        async with self._paid(settings, purse) as (model, _):

            def begin(waited: float) -> Coroutine[Any, Any, Brief]:
                allowance = None
                if model is not None:
                    allowance = Allowance(
                        model,
                        ends=time.monotonic() + settings.deadline - waited,
                        max_calls=settings.max_calls,
                        breaker=self.health.breaker,
                    )
                return pipeline.read(
                    asked.notes,
                    flags=asked.flags(),
                    settings=settings,
                    allowance=allowance,
                )

            return await self.turns.take(begin)

    @asynccontextmanager
    async def _paid(
        self, settings: Settings, purse: Purse | None
    ) -> AsyncIterator[tuple[Model | None, Reason | None]]:
        """Yield the model to ask, or why there is none; what it costs is counted."""
        if settings.offline or self.model is None:
            yield None, None
        elif purse is None:
            yield self.model, None
        elif not await purse.open():
            yield None, "budget"
        else:
            counted = Counted(self.model)
            try:
                yield counted, None
            finally:
                await purse.close(counted.spent)

    async def check(self, asked: wire.ChecksRequest) -> Report:
        """Return what is wrong with the note."""
        brief = asked.brief
        flags = asked.flags()
        require_plain(flags)
        stated = any(flags.model_dump(exclude={"released"}).values())
        if brief is None and (asked.notes is not None or stated):
            notes = asked.notes or ""
            if notes.strip():
                reading.require_usable(notes)
            brief = reading.read(notes, flags)
        narrowed = reading.briefs_for(brief, asked.to)[0][1] if brief else None
        return report(
            asked.note, narrowed, options=asked.options(), strict=asked.strict
        )


def _less(settings: Settings, waited: float) -> Settings | None:
    """Return *settings* with the time *waited* taken off; None when it is used up."""
    left = settings.deadline - waited
    return settings.model_copy(update={"deadline": left}) if left > 0 else None
