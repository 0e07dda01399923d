"""How fast a worker asks the model: as many notes at once as the endpoint bears.

Additive increase, multiplicative decrease (as TCP does since Jacobson, 1988): each
answer widens the window a little, a 429 or a failure halves it. Waiting is done before
a note is begun, so that it costs nothing of its deadline. Belongs to one event loop.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from afternote.errors import ModelBusy
from afternote.models import Answer, Message, Model
from afternote.models.breaker import Breaker

FIRST = 8.0
"""Notes at once to begin with; some 100 answers double it."""

AT_ONCE = 1.0
"""Seconds within which several failures count as one: they were under way together."""

PATIENCE = 120.0
"""Seconds without any answer after which nobody waits for the endpoint any more, and
templates step in: a server that restarts is back by then."""

TICK = 0.05
"""Seconds between two looks at whether a note may begin."""


class Bucket:
    """Lets *a_minute* units through a minute, none where it is None.

    It may be overdrawn by what was under way; then it waits until that is made good.
    """

    def __init__(self, a_minute: int | None, clock: Callable[[], float]) -> None:
        self._rate = None if a_minute is None else a_minute / 60
        self._clock = clock
        # A second's worth at once, never less than one: a rate of 10 is no burst of 10.
        self._most = max(1.0, self._rate or 0.0)
        self._level = self._most
        self._seen = clock()

    @property
    def open(self) -> bool:
        """Is there anything left for now?"""
        if self._rate is None:
            return True
        now = self._clock()
        self._level = min(self._most, self._level + (now - self._seen) * self._rate)
        self._seen = now
        return self._level > 0

    def take(self, units: int) -> None:
        """Count what was used."""
        self._level -= units


class Pace:
    """Says when the next note may begin, and listens to how the endpoint bears it.

    *most* notes at once, *calls* and *tokens* a minute at most. *clock* in seconds.
    """

    def __init__(
        self,
        *,
        most: int,
        calls: int | None = None,
        tokens: int | None = None,
        breaker: Breaker | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.breaker = breaker or Breaker(clock=clock)
        self._most = float(most)
        self._window = min(FIRST, self._most)
        self._calls, self._tokens = Bucket(calls, clock), Bucket(tokens, clock)
        self._clock = clock
        self._running = 0
        self._held_until = self._narrowed = 0.0
        self._answered = clock()

    @property
    def window(self) -> int:
        """How many notes may be under way at once just now."""
        return max(1, int(self._window))

    @property
    def hopeful(self) -> bool:
        """Is it worth waiting for the endpoint?"""
        return self._clock() - self._answered < PATIENCE

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait until a note may begin; it lasts as long as the context."""
        while not self._may_begin():
            await asyncio.sleep(TICK)
        if self._running == 0 and self._clock() - self._answered > PATIENCE / 2:
            # Nothing was asked for long: silence says nothing about the endpoint.
            self._answered = max(self._answered, self._clock() - PATIENCE / 2)
        self._running += 1
        try:
            yield
        finally:
            self._running -= 1

    def _may_begin(self) -> bool:
        if self._running >= self.window:
            return False
        if not (self._calls.open and self._tokens.open):
            return False
        if not self.hopeful:
            return True
        return self._clock() >= self._held_until and not self.breaker.refuses

    def answered(self, tokens: int) -> None:
        """The endpoint answered, with so many *tokens* in and out."""
        self._answered = self._clock()
        self._tokens.take(tokens)
        self._window = min(self._most, self._window + 1 / self._window)

    def asked(self) -> None:
        """A call goes out."""
        self._calls.take(1)

    def refused(self, wait: float | None) -> None:
        """The endpoint is too busy, and says to *wait* so many seconds, or does not."""
        now = self._clock()
        if wait is not None:
            self._held_until = max(self._held_until, now + wait)
        if now - self._narrowed > AT_ONCE:
            self._narrowed = now
            self._window = max(1.0, self._window / 2)


class Paced:
    """*model*, listened to by *pace*. A `Model`."""

    def __init__(self, model: Model, pace: Pace) -> None:
        self._model = model
        self._pace = pace

    @property
    def name(self) -> str:
        """The model's name as configured."""
        return self._model.name

    async def ask(
        self, messages: tuple[Message, ...], *, schema: dict[str, object], name: str
    ) -> Answer:
        """Ask the model; see `Model`."""
        self._pace.asked()
        try:
            answer = await self._model.ask(messages, schema=schema, name=name)
        except ModelBusy as busy:
            if busy.wait != 0:  # 0: it only wants another form of request
                self._pace.refused(busy.wait)
            raise
        self._pace.answered(answer.input_tokens + answer.output_tokens)
        return answer
