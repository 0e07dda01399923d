"""Takes a request's body in: so large, so soon, of a known kind; or not at all."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress

from starlette.datastructures import Headers
from starlette.types import Message, Receive

from afternote.api.problems import Refusal

LARGEST = 512 * 1024
"""Bytes: notes, a draft and a brief, each of 32 KiB, with every letter escaped."""

IN_TIME = 10.0
"""Seconds in which the whole body must arrive."""

JSON, FORM = "application/json", "application/x-www-form-urlencoded"
JSONL = "application/jsonl"

BATCH = {JSON: 8 * 1024 * 1024, JSONL: 64 * 1024 * 1024}
"""Bytes of a batch: 50,000 items of some 1,300. An object is held several times over
while it is taken apart, lines are not."""

BATCH_IN_TIME = 60.0
"""Seconds in which a large batch must arrive."""

AT_ONCE = 2
"""Bodies above `LARGEST` taken in and worked on at once: all there is room for."""


class Gone(Exception):
    """The caller hung up before the body was complete: nobody waits for an answer."""


def kind_of(headers: Headers) -> str:
    """Return the media type of the body, without parameters."""
    return headers.get("content-type", "").split(";")[0].strip().casefold()


def check_head(headers: Headers, wanted: Mapping[str, int]) -> int:
    """Return how many bytes the body may have: *wanted* says it for each media type.

    More than `LARGEST` only where its length is told. Raises Refusal for a body that is
    too large or of another kind.
    """
    kind = kind_of(headers)
    if kind not in wanted:
        told = ", ".join(wanted)
        raise Refusal("media-type", f"send {told}", headers={"Accept-Post": told})
    if headers.get("content-encoding", "identity").casefold() != "identity":
        raise Refusal("media-type", "send the body as it is, not packed")
    length = headers.get("content-length", "0")
    if not length.isdecimal() or int(length[:12]) > wanted[kind]:
        raise _too_large(wanted[kind])
    return max(LARGEST, int(length[:12])) if wanted[kind] > LARGEST else LARGEST


async def received(
    receive: Receive, *, largest: int = LARGEST, in_time: float = IN_TIME
) -> bytes:
    """Return the whole body. Raises Refusal when it is too large or too slow."""
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(in_time):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise Gone
                part: bytes = message.get("body", b"")
                size += len(part)
                if size > largest:
                    raise _too_large(largest)
                parts.append(part)
                if not message.get("more_body", False):
                    return b"".join(parts)
    except TimeoutError:
        raise Refusal(
            "too-slow",
            f"the body must arrive within {in_time:.0f} seconds",
            headers={"Connection": "close"},
        ) from None


class Line:
    """The line to a caller whose whole *body* has come: is anybody still there?"""

    def __init__(self, body: bytes, receive: Receive) -> None:
        self._body: bytes | None = body
        self._receive = receive
        self._gone = asyncio.Event()

    async def receive(self) -> Message:
        """Give the body, then nothing until the caller is gone."""
        if self._body is not None:
            body, self._body = self._body, None
            return {"type": "http.request", "body": body, "more_body": False}
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def while_there(
        self, work: Awaitable[None], *, done: Callable[[], bool]
    ) -> None:
        """Await *work*; raise Gone, and cancel it, when the caller hangs up before.

        *done* tells whether the whole answer is sent: what ends the line then is no
        hanging up.
        """
        working = asyncio.ensure_future(work)
        listening = asyncio.ensure_future(self._listen())
        try:
            await asyncio.wait(
                (working, listening), return_when=asyncio.FIRST_COMPLETED
            )
            if not working.done() and not done():
                raise Gone
            await working
        finally:
            listening.cancel()
            if not working.done():
                working.cancel()
                with suppress(asyncio.CancelledError):
                    await working

    async def _listen(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
        self._gone.set()


def _too_large(largest: int) -> Refusal:
    return Refusal(
        "too-large",
        f"send at most {largest // 1024} KiB",
        headers={"Connection": "close"},
    )
