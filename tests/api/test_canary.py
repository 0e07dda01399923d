"""A marker in everything that is sent is found in no sink but the note asked for."""

import contextlib
import json
import logging
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.api.conftest import Serve, Told
from tests.fault_server import FaultServer

from afternote import pipeline
from afternote.api.guard import Guard
from afternote.api.keys import Keys

MARK = "Qwozzle"
NOTES = (
    f"Met Dana {MARK}, head of data at {MARK} Analytics, {MARK} Engineer role.\n"
    f"Talked about the {MARK} migration. Dana was late, the {MARK}. Me: Sam {MARK}\n"
)
KEY = f"idem-{MARK}"
SENT: tuple[dict[str, Any], ...] = (
    {"json": {"notes": NOTES, MARK: 1}},
    {"json": {"notes": NOTES, "to": MARK}},
    {"json": {"notes": NOTES + "\x00"}},
    {"json": {"notes": NOTES * 900}},
    {"json": {"notes": NOTES, "brief": {MARK: MARK}}},
    {"json": {"notes": NOTES, "own": NOTES, "to": "all"}},
    {"json": {"notes": NOTES, "name": MARK * 400}},
    {"json": {"note": NOTES}},
    {"content": f'{{"notes": "{MARK}'},
    {"content": MARK, "headers": {"Content-Type": MARK}},
    {"content": MARK * 200_000},
)


@pytest.fixture
def sinks(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG)
    for name in ("afternote", "uvicorn", "asyncio", "fastapi", "openai", "httpx2"):
        caplog.set_level(logging.DEBUG, logger=name)
    return caplog


@pytest.mark.parametrize("path", ["/v1/notes", "/v1/briefs", "/v1/checks"])
@pytest.mark.parametrize("sent", SENT, ids=range(len(SENT)))
def test_no_error_says_what_was_sent(
    serve: Serve,
    sinks: pytest.LogCaptureFixture,
    told: Told,
    path: str,
    sent: dict[str, Any],
) -> None:
    client = serve(told)
    answer = client.post(f"{path}?q={MARK}", **sent)

    if answer.status_code >= 400:
        assert MARK not in answer.text + str(answer.headers)
    _nowhere_else(client, sinks, told)


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": f"{MARK}.example"},
        {"Origin": f"http://{MARK}.example"},
        {"Authorization": f"Bearer {MARK}"},
        {"Authorization": MARK},
        {"Idempotency-Key": f"{MARK} {MARK}"},
        {"Request-Id": f"{MARK}!"},
        {"Cookie": f"a={MARK}"},
        {"Accept": f"text/{MARK}"},
        {"Traceparent": MARK, "Tracestate": f"a={MARK}", "Baggage": f"a={MARK}"},
        {"Traceparent": f"00-{'1' * 32}-{'2' * 16}-01", "Tracestate": f"a={MARK}"},
    ],
)
def test_no_header_is_repeated(
    serve: Serve,
    keys: Keys,
    sinks: pytest.LogCaptureFixture,
    told: Told,
    headers: dict[str, str],
) -> None:
    keys.new("some")
    client = serve(told)
    answer = client.post(f"/v1/notes?{MARK}={MARK}", json={}, headers=headers)

    assert answer.status_code >= 400
    assert MARK not in answer.text + str(answer.headers)
    _nowhere_else(client, sinks, told)


@pytest.mark.parametrize("mode", ["good", "bitter", "500", "unreadable", "key-echo"])
def test_a_note_that_was_asked_for_leaves_no_trace(
    serve: Serve,
    fault_server: FaultServer,
    sinks: pytest.LogCaptureFixture,
    told: Told,
    mode: str,
) -> None:
    client = serve(
        told, base_url=fault_server.url(mode), model="m", deadline=9, tokens=10**6
    )
    headers = {"Idempotency-Key": KEY}

    answer = client.post("/v1/notes", json={"notes": NOTES}, headers=headers)

    assert answer.status_code == 200
    assert MARK in answer.text
    assert "chat m" in told.spans()
    _nowhere_else(client, sinks, told)
    guard = client.app
    assert isinstance(guard, Guard)
    assert MARK not in repr(vars(guard.replay.state))


def test_a_server_that_echoes_names_itself_in_no_span(serve: Serve, told: Told) -> None:
    answer = {
        "model": MARK,
        "choices": [{"message": {"content": MARK}, "finish_reason": "stop"}],
    }
    with model_server(answer) as url:
        client = serve(told, base_url=url, model="m")
        client.post("/v1/notes", json={"notes": NOTES})

    assert "chat m" in told.spans()
    assert MARK not in told.whole()


def test_an_error_of_ours_is_recorded_nowhere(
    serve: Serve,
    sinks: pytest.LogCaptureFixture,
    told: Told,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def broken(notes: str, **_: Any) -> None:
        raise LookupError(f"cannot read {notes}")

    monkeypatch.setattr(pipeline, "draft", broken)
    client = serve(told)

    answer = client.post("/v1/notes", json={"notes": NOTES})

    assert answer.status_code == 500
    assert told.spans()["draft"].end_time
    assert MARK not in answer.text
    _nowhere_else(client, sinks, told)


def test_the_log_still_says_that_something_happened(
    serve: Serve, sinks: pytest.LogCaptureFixture
) -> None:
    client = serve()
    client.post(f"/v1/notes?q={MARK}", json={"notes": NOTES})
    client.get(f"/{MARK}")

    lines = [
        r.getMessage() for r in sinks.records if r.name == "afternote.api.exchange"
    ]
    assert " method=POST route=/v1/notes status=200 " in lines[0]
    assert " route=other status=404 " in lines[1]


def _nowhere_else(
    client: TestClient, sinks: pytest.LogCaptureFixture, told: Told
) -> None:
    ours = [r for r in sinks.records if not r.name.startswith("httpx")]
    logged = "".join(logging.Formatter("%(message)s").format(r) for r in ours)
    assert MARK not in logged
    guard = client.app
    assert isinstance(guard, Guard)
    assert MARK not in guard.health.exposition()
    assert told.spans()
    assert MARK not in told.whole()


@contextlib.contextmanager
def model_server(answer: dict[str, Any]) -> Iterator[str]:
    """Run a server that always says *answer*; yield its base URL."""
    body = json.dumps(answer).encode()

    class Says(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Says) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/v1"
        server.shutdown()
