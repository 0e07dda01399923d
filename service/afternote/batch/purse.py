"""What notes cost in money, and what a batch may spend."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from afternote.errors import ConfigError, ModelUnavailable
from afternote.models import Answer, Message

LOOK = 10.0
"""Seconds between two looks at what the batch has spent; what other workers spend
meanwhile is not seen, and so much a budget may be passed."""

TICK = 0.05
"""Seconds between two looks at what is still under way."""


class Price(NamedTuple):
    """US dollars a million tokens, in and out."""

    read: float
    written: float

    @classmethod
    def of(cls, stated: str | None) -> "Price | None":
        """Return the price *stated* as "0.15/0.60"; ConfigError where it is none."""
        if stated is None:
            return None
        read, _, written = stated.partition("/")
        try:
            price = cls(float(read), float(written))
        except ValueError:
            price = cls(-1, -1)
        if not (0 <= price.read < 1e6 and 0 <= price.written < 1e6):
            raise ConfigError(
                "the price must be dollars a million tokens, in/out, like 0.15/0.60"
            )
        return price

    def cost(self, input_tokens: int, output_tokens: int) -> float:
        """Return the dollars for so many tokens."""
        return (input_tokens * self.read + output_tokens * self.written) / 1e6


@dataclass
class Purse:
    """What one batch may spend: *limit* dollars.

    *stored* tells what the batch has spent so far, by whatever worker. Between two
    looks own notes are counted, and each under way as the dearest yet.
    """

    limit: float
    stored: Callable[[], Awaitable[float]]
    _spent: float = 0.0
    _dearest: float = 0.0
    _under_way: int = 0
    _looked: float = field(default=float("-inf"))

    async def opens(self, guess: float) -> bool:
        """May one more note be bought? Waits for others while they may leave room.

        *guess* is about what one costs, as long as none was bought.
        """
        while True:
            now = asyncio.get_running_loop().time()
            if now - self._looked > LOOK:
                self._looked = now
                # What was paid and not stored yet must not be forgotten by a look.
                self._spent = max(self._spent, await self.stored())
            each = self._dearest or guess
            if self._spent + each * (self._under_way + 1) <= self.limit:
                return True
            if not self._under_way:
                return False
            await asyncio.sleep(TICK)

    @contextmanager
    def buying(self) -> Iterator[Callable[[float], None]]:
        """Count a note as under way; told what it cost, count that."""
        self._under_way += 1
        try:
            yield self._paid
        finally:
            self._under_way -= 1

    def _paid(self, cost: float) -> None:
        self._spent += cost
        self._dearest = max(self._dearest, cost)


class Broke:
    """Stands in for a model that no more may be spent on. A `Model`."""

    name = "none"

    async def ask(
        self,
        messages: tuple[Message, ...],  # noqa: ARG002
        *,
        schema: dict[str, object],  # noqa: ARG002
        name: str,  # noqa: ARG002
    ) -> Answer:
        """Raise ModelUnavailable."""
        raise ModelUnavailable("the budget of the batch is spent", reason="calls")
