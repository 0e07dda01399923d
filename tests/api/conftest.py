"""A server without a socket, and notes to send it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from afternote.api.app import create
from afternote.api.guard import Guard
from afternote.api.keys import Keys
from afternote.settings import Settings

NOTES = (
    "Met Dana Whitfield, head of data at Northwind Analytics, Data Engineer role.\n"
    "Talked about the dbt migration. Loved their blameless post-mortems.\n"
    "Dana was 20 min late. Asked for 85k, they flinched.\nMe: Sam Rivera\n"
)


class Clock:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return Keys(tmp_path / "keys.json")


Serve = Callable[..., TestClient]


@pytest.fixture
def guard(keys: Keys, clock: Clock) -> Guard:
    return create(Settings(), keys=keys, clock=clock)


@pytest.fixture
def serve(keys: Keys, clock: Clock) -> Iterator[Serve]:
    """Return a function that serves with the settings it is given."""
    running: list[TestClient] = []

    def made(**settings: Any) -> TestClient:
        app = create(Settings(**settings), keys=keys, clock=clock)
        client = TestClient(
            app, base_url="http://localhost", raise_server_exceptions=False
        )
        client.__enter__()
        running.append(client)
        return client

    yield made
    for client in running:
        client.__exit__(None, None, None)


@pytest.fixture
def client(serve: Serve) -> TestClient:
    return serve()
