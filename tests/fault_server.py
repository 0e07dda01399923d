"""A model server on loopback with one mode per fault, picked by the path's start.

    http://127.0.0.1:PORT/MODE/v1/chat/completions

It runs in a thread of its own, so that tests of any kind can talk to it. *calls* holds
what it was sent; *strayed* counts connections to the second listener, which stands for
another origin and must never see any.
"""

import asyncio
import contextlib
import json
import threading
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple, Self

from tests.faults import FORMS, LIES, Reply, Request, answer, complaint, said, task

Writer = asyncio.StreamWriter


class Call(NamedTuple):
    """One request as it came in; header names in lower case."""

    mode: str
    headers: dict[str, str]
    body: Request


class Drop(NamedTuple):
    """Close the connection after sending *sent*, however little of an answer it is."""

    sent: bytes = b""


class FaultServer:
    """Answers at `url(mode)`; use as a context manager."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.strayed = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._run(self._open())
        return self

    def __exit__(self, *_: object) -> None:
        self._run(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def url(self, mode: str) -> str:
        """The base URL at which *mode* is served."""
        return f"http://127.0.0.1:{self.port}/{mode}/v1"

    def clear(self) -> None:
        """Forget the calls so far."""
        self.calls.clear()
        self.strayed = 0

    def _run(self, work: Any) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _open(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self._other = await asyncio.start_server(self._stray, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        self.other_port = self._other.sockets[0].getsockname()[1]

    async def _close(self) -> None:
        self._server.close()
        self._other.close()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for running in tasks:
            running.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _stray(self, reader: asyncio.StreamReader, writer: Writer) -> None:
        self.strayed += 1
        writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: Writer) -> None:
        # The other side may leave at any time; being cancelled ends a hang.
        with contextlib.suppress(
            ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError
        ):
            call = await _received(reader)
            self.calls.append(call)
            await self._answer(call, writer)
        writer.close()
        with contextlib.suppress(ConnectionError, asyncio.CancelledError):
            await writer.wait_closed()

    async def _answer(self, call: Call, writer: Writer) -> None:
        made = self._made(call)
        match made:
            case Reply():
                await _send(writer, made)
            case Drop(sent):
                writer.write(sent)
                await writer.drain()
            case _:
                await made(writer)

    def _made(self, call: Call) -> Reply | Drop | Callable[[Writer], Awaitable[None]]:
        mode, request = call.mode, call.body
        if mode in FORMS:
            return FORMS[mode](request)
        if mode in LIES:
            return said(answer(request, LIES[mode]))
        if mode in STATUSES:
            return STATUSES[mode]
        if mode in SLOW:
            return SLOW[mode]
        sent_before = sum(c.mode == mode for c in self.calls) - 1
        form = request.get("response_format", {}).get("type")
        wants_schema = form == "json_schema"
        match mode:
            case "format-400" if wants_schema:
                return complaint(400, f"Invalid parameter: {NO_SCHEMA}")
            case "format-500" if wants_schema:
                return complaint(500, f"body -> {NO_SCHEMA}")
            case "format-422" if form:
                return complaint(422, "Structured output is not available here.")
            case "max-tokens" if "max_tokens" in request:
                return complaint(400, "max_tokens: use max_completion_tokens instead")
            case "picky" if form or "max_tokens" in request:
                return complaint(422, "unknown fields: max_tokens, response_format")
            case "long-thoughts" if request["max_tokens"] < 2000:
                return said("<think>let me see ...", finish="length")
            case "once-429" if not sent_before:
                return complaint(429, "slow down", retry_after_ms="40")
            case "once-500" if not sent_before:
                return complaint(500, "internal error")
            case "once-dropped" if not sent_before:
                return Drop()
            case "once-unreadable" if not sent_before:
                return FORMS["truncated"](request)
            case "mended" if task(request) == "write":
                return said(answer(request, LIES["bitter"]))
            case "mended" if task(request) == "repair":
                mended = answer(request).replace(
                    " Frankly, your process was a waste of my time.", ""
                )
                return said(mended)
            case "redirect":
                to = f"http://127.0.0.1:{self.other_port}/v1/chat/completions"
                return Reply(307, "", (("Location", to),))
            case "key-echo":
                return complaint(401, f"bad key {call.headers.get('authorization')}")
            case "drop":
                return Drop()
            case "half-body":
                return Drop(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{")
            case "not-http":
                return Drop(b"SSH-2.0-OpenSSH_9.6\r\n")
        return FORMS["good"](request)


async def _received(reader: asyncio.StreamReader) -> Call:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    path = head[0].split(" ")[1]
    pairs = (line.split(":", 1) for line in head[1:] if line)
    headers = {name.lower(): value.strip() for name, value in pairs}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Call(path.split("/")[1], headers, json.loads(body) if body else {})


async def _send(writer: Writer, reply: Reply) -> None:
    body = reply.body if isinstance(reply.body, str) else json.dumps(reply.body)
    _head(writer, reply.status, reply.headers, len(body.encode()))
    writer.write(body.encode())
    await writer.drain()


def _head(
    writer: Writer, status: int, headers: tuple[tuple[str, str], ...], length: int
) -> None:
    lines = [f"HTTP/1.1 {status} X", "Connection: close", f"Content-Length: {length}"]
    lines += [f"{name}: {value}" for name, value in headers]
    writer.write(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"))


async def _hang(writer: Writer) -> None:
    await asyncio.sleep(3600)


async def _drip(writer: Writer) -> None:
    """A byte at a time, so that no time-out between two bytes ever strikes."""
    _head(writer, 200, (("Content-Type", "application/json"),), 5000)
    for _ in range(5000):
        writer.write(b" ")
        await writer.drain()
        await asyncio.sleep(0.05)


async def _drip_head(writer: Writer) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    for n in range(5000):
        writer.write(b"X-Wait-%d: 1\r\n" % n)
        await writer.drain()
        await asyncio.sleep(0.05)


NO_SCHEMA = "'response_format' of type 'json_schema' is not supported by this model."
SLOW = {"hang": _hang, "drip": _drip, "drip-head": _drip_head}
STATUSES = {
    "400": complaint(400, "something is wrong with the request"),
    "401": complaint(401, "Incorrect API key provided", "invalid_api_key"),
    "403": complaint(403, "no"),
    "404": complaint(404, "no such model", "model_not_found"),
    "404-html": Reply(404, "<h1>Not found</h1>", (("Content-Type", "text/html"),)),
    "408": complaint(408, "too slow"),
    "409": complaint(409, "conflict"),
    "429-short": complaint(429, "slow down", retry_after="1"),
    "429-long": complaint(429, "slow down", retry_after="3600"),
    "429-odd": complaint(429, "slow down", retry_after="nan", retry_after_ms="-5"),
    "quota": complaint(429, "You exceeded your quota", "insufficient_quota"),
    "filtered-400": complaint(400, "filtered", "content_filter"),
    "500": complaint(500, "internal error"),
    "503": Reply(503, "<h1>Unavailable</h1>", (("Content-Type", "text/html"),)),
    "no-retry": complaint(503, "for good", x_should_retry="false"),
    "huge-503": Reply(503, "x" * 3_000_000, (("Content-Type", "text/plain"),)),
}
STATEFUL = (
    "format-400 format-422 format-500 max-tokens picky long-thoughts once-429 once-500 "
    "once-dropped once-unreadable mended redirect key-echo drop half-body not-http"
).split()
MODES = (*FORMS, *LIES, *STATUSES, *SLOW, *STATEFUL)
