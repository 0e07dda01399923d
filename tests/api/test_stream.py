"""A stream that nobody reads any more stops working on the note."""

import asyncio

import pytest
from tests.api.conftest import NOTES
from tests.fault_server import FaultServer

from afternote.api import wire
from afternote.api.health import Health
from afternote.api.routes import Service, told_live
from afternote.models.breaker import Breaker
from afternote.models.openai import OpenAIModel
from afternote.settings import Settings

pytestmark = pytest.mark.anyio


async def test_hanging_up_cancels_the_call_to_the_model(
    fault_server: FaultServer,
) -> None:
    settings = Settings(base_url=fault_server.url("hang"), model="m", deadline=30)
    async with OpenAIModel(settings) as model:
        service = Service(settings, Health(Breaker()), model)
        stream = told_live(service, wire.NotesRequest(notes=NOTES), "id")
        first = await anext(stream)
        before = len(asyncio.all_tasks())

        await stream.aclose()

        assert "read" in first
        assert len(asyncio.all_tasks()) == before - 1


async def test_a_silent_stream_says_that_it_lives(
    fault_server: FaultServer,
) -> None:
    settings = Settings(base_url=fault_server.url("hang"), model="m", deadline=1)
    async with OpenAIModel(settings) as model:
        service = Service(settings, Health(Breaker()), model)
        told = [
            part
            async for part in told_live(
                service, wire.NotesRequest(notes=NOTES), "id", beat=0.05
            )
        ]

    assert told.count(": still at it\n\n") >= 3
    assert told[-1].startswith("event: notes")
