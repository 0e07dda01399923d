"""One piece of work begins at a time, and the network is looked at in between.

Reading notes takes milliseconds in which nothing else happens. Five hundred requests
that come at once would all be read in one go: for seconds no answer would be taken in,
and connections to the model would be given up that had long been made.
"""

import asyncio
import math
import time
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from afternote.api.problems import Refusal

T = TypeVar("T")

WEIGHT = 0.1
"""How much the last turn counts for what the next ones are expected to take."""


class Turns:
    """Lets work begin, one after another; what has begun goes on at its own pace.

    Who would wait longer than *longest* seconds, as turns now go, is refused at once:
    a busy server that says so is worth more than one that answers too late.
    """

    def __init__(self, longest: float) -> None:
        self._gate = asyncio.Lock()
        self._longest = longest
        self._waiting = 0
        self._each = 0.0

    async def take(self, begin: Callable[[float], Coroutine[Any, Any, T]]) -> T:
        """Return what the work returns that *begin* begins when it is its turn.

        *begin* is told how long that was, in seconds.
        """
        expected = self._waiting * self._each
        if expected > self._longest:
            after = {"Retry-After": str(math.ceil(expected))}
            raise Refusal("busy", "ask again", headers=after)
        asked = time.monotonic()
        self._waiting += 1
        try:
            async with self._gate:
                started = time.monotonic()
                begun = asyncio.create_task(begin(started - asked))
                try:
                    await asyncio.sleep(0)  # up to where it first waits
                except asyncio.CancelledError:
                    begun.cancel()
                    raise
                took = time.monotonic() - started
                self._each += (took - self._each) * WEIGHT
        finally:
            self._waiting -= 1
        return await begun
