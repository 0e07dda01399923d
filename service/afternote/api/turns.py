"""One piece of work begins at a time, and the network is looked at in between.

Reading notes takes milliseconds in which nothing else happens. Five hundred requests
that come at once would all be read in one go: for seconds no answer would be taken in,
and connections to the model would be given up that had long been made.
"""

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class Turns:
    """Lets work begin, one after another; what has begun goes on at its own pace."""

    def __init__(self) -> None:
        self._gate = asyncio.Lock()

    async def take(self, begin: Callable[[float], Coroutine[Any, Any, T]]) -> T:
        """Return what the work returns that *begin* begins when it is its turn.

        *begin* is told how long that was, in seconds.
        """
        asked = time.monotonic()
        async with self._gate:
            begun = asyncio.create_task(begin(time.monotonic() - asked))
            try:
                await asyncio.sleep(0)  # up to where it first waits
            except asyncio.CancelledError:
                begun.cancel()
                raise
        return await begun
