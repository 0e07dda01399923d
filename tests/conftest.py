"""What every test may count on: no environment leaks in, no content on cassettes."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.fault_server import FaultServer

KEPT = {"content-type", "retry-after", "retry-after-ms", "x-should-retry"}
LEAKS = ("AFTERNOTE_", "OPENAI_", "LANGSMITH_", "LANGCHAIN_", "HTTP", "ALL_PROXY")


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in list(os.environ):  # noqa: TID251 - what runs the tests set it
        if name.upper().startswith(LEAKS):
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "no-config"))


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def _running_server() -> Iterator[FaultServer]:
    with FaultServer() as server:
        yield server


@pytest.fixture
def fault_server(_running_server: FaultServer) -> FaultServer:
    _running_server.clear()
    return _running_server


def _bare(message: Any) -> Any:
    """Keep the listed headers of a request, or of a response, and no others."""
    headers = message["headers"] if isinstance(message, dict) else message.headers
    for name in [name for name in headers if name.lower() not in KEPT]:
        del headers[name]
    return message


@pytest.fixture
def vcr_config() -> dict[str, Any]:
    return {
        "match_on": ("method", "scheme", "host", "port", "path", "query", "body"),
        "before_record_request": _bare,
        "before_record_response": _bare,
        "decode_compressed_response": True,
    }
