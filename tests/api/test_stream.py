"""What nobody waits for any more is no longer worked on."""

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI
from starlette.datastructures import State
from starlette.types import Message
from tests.api.conftest import NOTES
from tests.fault_server import FaultServer

from afternote.api import wire
from afternote.api.app import create
from afternote.api.guard import Guard
from afternote.api.health import Health
from afternote.api.keys import Keys
from afternote.api.routes import told_live
from afternote.api.service import Service
from afternote.models.breaker import Breaker
from afternote.models.openai import OpenAIModel
from afternote.settings import Settings

STATE = State({"request_id": "id", "purse": None})
pytestmark = pytest.mark.anyio


async def test_hanging_up_cancels_the_call_to_the_model(
    fault_server: FaultServer,
) -> None:
    settings = Settings(base_url=fault_server.url("hang"), model="m", deadline=30)
    async with OpenAIModel(settings) as model:
        service = Service(settings, Health(Breaker()), model)
        stream = told_live(service, wire.NotesRequest(notes=NOTES), STATE)
        before = asyncio.all_tasks()
        first = await anext(stream)

        await stream.aclose()

        assert "read" in first
        assert asyncio.all_tasks() == before


async def post(
    guard: Guard, hang_up: asyncio.Event, **headers: str
) -> tuple[list[Message], float]:
    """Ask *guard* for a note, as a server would; hang up when told."""
    body = json.dumps({"notes": NOTES}).encode()
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/v1/notes",
        "raw_path": b"/v1/notes",
        "query_string": b"",
        "root_path": "",
        "scheme": "http",
        "http_version": "1.1",
        "client": ("127.0.0.1", 1),
        "headers": [(b"host", b"localhost"), (b"content-type", b"application/json")]
        + [(k.encode(), v.encode()) for k, v in headers.items()],
    }
    sent: list[Message] = []
    given = False

    async def receive() -> Message:
        nonlocal given
        if not given:
            given = True
            return {"type": "http.request", "body": body}
        await hang_up.wait()
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    started = time.monotonic()
    await guard(scope, receive, send)
    return sent, time.monotonic() - started


async def test_a_note_that_nobody_waits_for_is_given_up(
    fault_server: FaultServer, keys: Keys, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    settings = Settings(base_url=fault_server.url("hang"), model="m", deadline=20)
    guard = create(settings, keys=keys)
    hang_up = asyncio.Event()
    async with alive(guard):
        before = len(asyncio.all_tasks())
        asyncio.get_running_loop().call_later(0.5, hang_up.set)
        sent, took = await post(guard, hang_up)

        assert sent == []
        assert took < 10
        assert len(asyncio.all_tasks()) == before
        assert guard.health.in_flight == 0
    assert "status=499" in caplog.text


async def test_a_note_with_an_idempotency_key_is_finished_and_kept(
    fault_server: FaultServer, keys: Keys
) -> None:
    settings = Settings(base_url=fault_server.url("hang"), model="m", deadline=1)
    guard = create(settings, keys=keys)
    key = {"idempotency-key": "k1"}
    hang_up = asyncio.Event()
    async with alive(guard):
        asyncio.get_running_loop().call_later(0.1, hang_up.set)
        await post(guard, hang_up, **key)
        fault_server.clear()
        sent, _ = await post(guard, asyncio.Event(), **key)

    assert sent[0]["status"] == 200
    assert (b"idempotency-replayed", b"true") in sent[0]["headers"]
    assert fault_server.calls == []


@contextlib.asynccontextmanager
async def alive(guard: Guard) -> AsyncIterator[None]:
    """Keep the application's lifespan for as long as it is used."""
    app = guard.app
    assert isinstance(app, FastAPI)
    async with app.router.lifespan_context(app):
        yield


async def test_a_silent_stream_says_that_it_lives(
    fault_server: FaultServer,
) -> None:
    settings = Settings(base_url=fault_server.url("hang"), model="m", deadline=1)
    async with OpenAIModel(settings) as model:
        service = Service(settings, Health(Breaker()), model)
        told = [
            part
            async for part in told_live(
                service, wire.NotesRequest(notes=NOTES), STATE, beat=0.05
            )
        ]

    assert told.count(": still at it\n\n") >= 3
    assert told[-1].startswith("event: notes")
