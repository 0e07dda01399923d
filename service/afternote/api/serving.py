"""Runs the application: listens, drains on SIGTERM, and waits for no slow client."""

import asyncio
import gc
import importlib
import logging
import signal
import socket
from collections.abc import Callable
from types import FrameType
from typing import get_args

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from afternote import pipeline
from afternote.api.app import create
from afternote.api.entry import is_loopback
from afternote.api.guard import Guard
from afternote.api.store import stored
from afternote.api.workers import Mates, Slots, supervise
from afternote.errors import ConfigError
from afternote.models.scripted import Scripted
from afternote.schema import Channel, Flags, Options, To
from afternote.settings import Settings

HEAD_IN_TIME = 10.0
"""Seconds in which a request's head must be whole, from its first byte or from the
connection on; half a head would else hold a connection for ever."""

IDLE = 15
"""Seconds a connection may rest between two requests."""

NOTICE = 1.0
"""Seconds between "I am stopping" at /readyz and the listener's end, so that whoever
balances the load can look once more."""

SPARE = 5.0
"""Seconds beyond the deadline after which what is still in flight is cut off."""


class Impatient(H11Protocol):
    """HTTP/1.1 as uvicorn speaks it, with a deadline for the head of a request."""

    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn does
        """Start the clock with the connection."""
        super().connection_made(transport)
        self._start()

    def data_received(self, data: bytes) -> None:
        """Start the clock with the first byte of a head, stop it with the last."""
        if self._resting():
            self._start()
        super().data_received(data)
        if not self._resting():
            self._stop()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the clock."""
        self._stop()
        super().connection_lost(exc)

    def _resting(self) -> bool:
        """Is no request being worked on?"""
        return self.cycle is None or self.cycle.response_complete

    def _start(self) -> None:
        if self._waiting is None:
            self._waiting = self.loop.call_later(HEAD_IN_TIME, self._give_up)

    def _stop(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _give_up(self) -> None:
        self._waiting = None
        if self._resting() and not self.transport.is_closing():
            self.transport.abort()


class Server(uvicorn.Server):
    """Says that it stops, keeps listening for a moment, then drains."""

    def __init__(self, config: uvicorn.Config, guard: Guard) -> None:
        super().__init__(config)
        self._guard = guard
        self._stopping = False

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002
        """Begin to stop at the first signal; at a second Ctrl-C stop at once."""
        if self._stopping and sig == signal.SIGINT:
            self.force_exit = self.should_exit = True
            return
        if not self._stopping:
            self._stopping = True
            self._guard.health.draining = True
            asyncio.get_running_loop().call_later(NOTICE, self._stop)

    def _stop(self) -> None:
        self.should_exit = True


def run(
    settings: Settings, *, host: str, port: int, told: Callable[[str], None]
) -> None:
    """Serve *settings* at *host* and *port* (0: any free one) until stopped.

    *told* is given what a person should know, line by line. Raises ConfigError where
    the server must not or cannot listen.
    """
    count = settings.workers
    if count > 1 and settings.state_url is None:
        raise ConfigError(
            "several workers count rates, tokens and kept answers together: "
            "name a Valkey or Redis in AFTERNOTE_STATE_URL"
        )
    guard = create(settings)
    keys = [key for key in guard.keys.all() if key.revoked is None]
    if not guard.keys.all() and not is_loopback(host):
        raise ConfigError(
            f"without an API key only this machine is served, not {host}: "
            "make one with `afternote keys new`"
        )
    logging.disable(logging.INFO)
    asyncio.run(_warm(settings))
    logging.disable(logging.NOTSET)
    listeners = [_listen(host, port, shared=count > 1)]
    port = listeners[0].getsockname()[1]
    listeners += [_listen(host, port, shared=True) for _ in range(count - 1)]
    name = f"[{host}]" if ":" in host else host
    told(f"serving http://{name}:{port}")
    told(
        f"{len(keys)} API key(s) in use"
        if guard.keys.all()
        else "no API key is set up: this machine alone is served, to anybody on it"
    )
    told(
        f"notes go to {settings.endpoint} and nowhere else"
        if settings.endpoint
        else "no model is configured: notes come from templates, nothing is sent"
    )
    # What was loaded stays: the collector need not look at it again, nor copy it.
    gc.collect()
    gc.freeze()
    if count == 1:
        _serve(guard, listeners[0])
        return
    slots = Slots(count)
    each = settings.model_copy(update={"in_flight": -(-settings.in_flight // count)})

    def work(number: int) -> None:
        mates = Mates(slots, number, count)
        _serve(create(each, mates=mates), listeners[number])

    supervise(count, work)


def _serve(guard: Guard, listener: socket.socket) -> None:
    config = uvicorn.Config(
        guard,
        http=Impatient,
        ws="none",
        access_log=False,
        log_config=None,
        server_header=False,
        date_header=True,
        proxy_headers=False,
        timeout_keep_alive=IDLE,
        timeout_graceful_shutdown=int(guard.settings.deadline + SPARE),
        h11_max_incomplete_event_size=16 * 1024,
    )
    Server(config, guard).run(sockets=[listener])


async def _warm(settings: Settings) -> None:
    """Load what every note needs, so that a broken file stops the start, not a note.

    With a model, what asks it is loaded too: else the first note would wait for that,
    and with it everybody.
    """
    async with stored(settings):  # a wrong key or store is told now, in one line
        pass
    if settings.endpoint:
        importlib.import_module("afternote.models.openai")
        await pipeline.draft(
            "",
            flags=Flags(company="Example"),
            settings=Settings(),
            model=Scripted([""] * (1 + pipeline.REPAIRS)),
        )
    for to in get_args(To):
        for channel in get_args(Channel):
            await pipeline.draft(
                "",
                to=to,
                options=Options(to=to, channel=channel),
                flags=Flags(company="Example"),
                settings=Settings(offline=True),
            )


def _listen(host: str, port: int, *, shared: bool) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sends small answers at once only where the protocol is named.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if shared:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        listener.bind((host, port))
        listener.listen(1024)
    except OSError as error:
        listener.close()
        raise ConfigError(
            f"cannot listen at {host}:{port} ({error.strerror or error})"
        ) from error
    return listener
