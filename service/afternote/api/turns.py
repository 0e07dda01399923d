"""One piece of work begins at a time, and the network is looked at in between.

Reading notes takes milliseconds in which nothing else happens. Five hundred requests
that come at once would all be read in one go: for seconds no answer would be taken in,
and connections to the model would be given up that had long been made.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class Turns:
    """Lets work begin, one after another; what has begun goes on at its own pace."""

    def __init__(self) -> None:
        self._gate = asyncio.Lock()

    async def take(self, work: Coroutine[Any, Any, T]) -> T:
        """Return what *work* returns, begun when it is its turn."""
        try:
            await self._gate.acquire()
        except asyncio.CancelledError:
            work.close()
            raise
        begun = asyncio.create_task(work)
        try:
            await asyncio.sleep(0)  # up to where it first waits
        except asyncio.CancelledError:
            begun.cancel()
            raise
        finally:
            self._gate.release()
        return await begun
