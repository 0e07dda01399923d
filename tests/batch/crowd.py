"""A model server that bears so many calls at once, and answers 429 to one more."""

import asyncio
import contextlib
import json
import random
import re
import threading
from typing import Self

from tests.faults import complaint, said, task, user_text

ACKNOWLEDGED = (
    "Thank you for letting me know about your decision. I was sorry not to be the one, "
    "and I respect the choice you made.",
    "Thank you for writing to me with your answer. I had hoped for another one, and I "
    "accept it.",
    "I am grateful that you told me where I stand. It was a disappointment, and I "
    "understand it.",
    "Thanks for getting back to me so clearly. I was sorry to read it, and I wish you "
    "well with your choice.",
)
APPRECIATED = (
    "I enjoyed our conversation about {}, and it has stayed with me.",
    "I have thought more than once since then about {}. Thank you for that talk.",
    "Hearing from you about {} was a pleasure, and I came away the wiser for it.",
    "I was glad of the time we spent on {}. It made me see my own work afresh.",
)
KEPT = (
    "I would be glad to stay in touch, and I hope our paths cross again.",
    "I hope that we keep in touch, and I wish you and the team all the best.",
    "It would please me to hear from you in times to come. Let us stay in touch.",
    "Please keep in touch. I will follow what you build with interest.",
)


class Crowd:
    """Serves at `url`, *delay* seconds an answer; use as a context manager.

    *calls* and *refused* count; *peak* is how many were under way at once.
    """

    def __init__(self, *, room: int = 10_000, delay: float = 0.05) -> None:
        self.room = room
        self.delay = delay
        self.calls = self.refused = self.peak = self._here = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        opening = asyncio.start_server(self._serve, "127.0.0.1", 0, backlog=1024)
        self._server = asyncio.run_coroutine_threadsafe(opening, self._loop).result(10)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/v1"
        return self

    def __exit__(self, *_: object) -> None:
        async def close() -> None:
            self._server.close()
            running = asyncio.all_tasks() - {asyncio.current_task()}
            for one in running:
                one.cancel()
            await asyncio.gather(*running, return_exceptions=True)

        asyncio.run_coroutine_threadsafe(close(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _moves(self, request: dict[str, object]) -> dict[str, object]:
        """What a model of some wit would say: seldom the same twice."""
        if task(request) == "read":
            return {"facts": []}
        chance = random.Random(self.calls)
        topic = re.search(r"they talked about: (.+)", user_text(request))
        told = chance.choice(APPRECIATED).format(topic[1] if topic else "the work")
        return {
            "subject": "Thank you",
            "acknowledge": chance.choice(ACKNOWLEDGED),
            "appreciate": told,
            "keep_in_touch": chance.choice(KEPT),
        }

    async def _serve(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        gone = (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError)
        with contextlib.suppress(*gone):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = next(
                    int(line.split(b":")[1])
                    for line in head.split(b"\r\n")
                    if line.lower().startswith(b"content-length")
                )
                request = json.loads(await reader.readexactly(length))
                await self._answer(request, writer)
        writer.close()

    async def _answer(
        self, request: dict[str, object], writer: asyncio.StreamWriter
    ) -> None:
        self.calls += 1
        self._here += 1
        self.peak = max(self.peak, self._here)
        try:
            if self._here > self.room:
                self.refused += 1
                reply = complaint(429, "slow down")
            else:
                await asyncio.sleep(self.delay)
                reply = said(json.dumps(self._moves(request)))
        finally:
            self._here -= 1
        body = json.dumps(reply.body).encode()
        head = f"HTTP/1.1 {reply.status} X\r\nContent-Length: {len(body)}\r\n\r\n"
        writer.write(head.encode() + body)
        await writer.drain()
