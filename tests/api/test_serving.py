"""`afternote serve` as a process: starts, drains, and waits for no slow client."""

import contextlib
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.api.conftest import NOTES
from tests.fault_server import FaultServer

from afternote.api.keys import Keys


class Running:
    """A server in a process of its own; *port* is where it listens."""

    def __init__(self, *arguments: str, **environ: str) -> None:
        kept = {k: v for k, v in os.environ.items() if k in ("PATH", "PYTHONPATH")}  # noqa: TID251
        self.process = subprocess.Popen(
            [sys.executable, "-m", "afternote", "serve", "--port", "0", *arguments],
            env=kept | {"XDG_CONFIG_HOME": "/nonexistent"} | environ,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stderr is not None
        first = self.process.stderr.readline()
        found = re.search(r":(\d+)$", first.strip())
        self.said = [first]
        self.port = int(found[1]) if found else 0
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        if self.port:
            self._wait()

    def _read(self) -> None:
        assert self.process.stderr is not None
        with contextlib.suppress(ValueError):
            self.said += self.process.stderr

    def _wait(self) -> None:
        ends = time.monotonic() + 20
        while time.monotonic() < ends:
            with contextlib.suppress(OSError):
                if self.get("/healthz")[0] == 200:
                    return
            time.sleep(0.05)
        raise AssertionError("".join(self.said))

    def get(self, path: str) -> tuple[int, str]:
        return self.ask("GET", path)

    def ask(self, method: str, path: str, sent: Any = None) -> tuple[int, str]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Content-Type": "application/json"} if sent is not None else {}
        line.request(
            method, path, json.dumps(sent) if sent is not None else None, headers
        )
        answer = line.getresponse()
        text = answer.read().decode()
        line.close()
        return answer.status, text

    def connect(self, sent: bytes = b"") -> socket.socket:
        line = socket.create_connection(("127.0.0.1", self.port), timeout=30)
        line.sendall(sent)
        return line

    def stop(self, within: float) -> int:
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(within)
        self._reader.join(5)
        return code


@pytest.fixture
def running() -> Iterator[list[Running]]:
    started: list[Running] = []
    yield started
    for server in started:
        server.process.kill()
        server.process.wait()
        assert server.process.stderr is not None
        server._reader.join(5)
        server.process.stderr.close()


def test_it_says_where_it_is_and_what_it_does_with_notes(
    running: list[Running],
) -> None:
    running.append(server := Running())

    status, text = server.ask("POST", "/v1/notes", {"notes": NOTES})
    code = server.stop(10)

    said = "".join(server.said)
    assert status == 200
    assert "Hi Dana," in text
    assert code == 0
    assert f"serving http://127.0.0.1:{server.port}" in said
    assert "no API key is set up: this machine alone is served" in said
    assert "nothing is sent" in said
    assert "Dana" not in said
    assert "Traceback" not in said


def test_without_a_key_it_will_not_leave_this_machine(running: list[Running]) -> None:
    running.append(server := Running("--host", "0.0.0.0"))

    assert server.process.wait(20) == 3
    assert "afternote keys new" in server.said[0]


def test_with_a_key_it_listens_where_it_is_told(
    running: list[Running], tmp_path: Path
) -> None:
    Keys(tmp_path / "keys.json").new("acme")

    running.append(
        server := Running(
            "--host", "0.0.0.0", AFTERNOTE_KEYS=str(tmp_path / "keys.json")
        )
    )

    assert server.ask("POST", "/v1/notes", {"notes": NOTES})[0] == 401


def test_a_taken_port_is_one_line(running: list[Running]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        running.append(server := Running("--port", port))
        code = server.process.wait(20)

    assert code == 3
    assert server.said[0].startswith(f"afternote: cannot listen at 127.0.0.1:{port}")


def test_sigterm_lets_notes_finish_and_refuses_new_ones(
    running: list[Running], fault_server: FaultServer
) -> None:
    url = fault_server.url("drip")
    environ = {"AFTERNOTE_BASE_URL": url, "AFTERNOTE_DEADLINE": "3"}
    running.append(server := Running(**environ))
    answers: list[tuple[int, str]] = []
    asked = {"notes": NOTES}
    waiting = threading.Thread(
        target=lambda: answers.append(server.ask("POST", "/v1/notes", asked))
    )
    waiting.start()
    time.sleep(0.7)

    server.process.send_signal(signal.SIGTERM)
    time.sleep(0.3)
    refused, ready = server.ask("POST", "/v1/notes", asked), server.get("/readyz")
    waiting.join(15)

    assert server.process.wait(15) == 0
    assert (refused[0], ready[0]) == (503, 503)
    assert json.loads(refused[1])["type"].endswith("draining")
    assert answers[0][0] == 200
    assert "Hi Dana," in answers[0][1]


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"POST /v1/notes HTTP/1.1\r\nHost: loc",
        b"POST /v1/notes HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900\r\n"
        b"Content-Type: application/json\r\n\r\n{",
    ],
    ids=["idle", "half-head", "half-body"],
)
def test_sigterm_ends_in_time_with_a_dead_client_attached(
    running: list[Running], sent: bytes
) -> None:
    running.append(server := Running(AFTERNOTE_DEADLINE="1"))
    with server.connect(sent):
        time.sleep(0.3)

        assert server.stop(12) == 0


def test_a_client_that_never_finishes_its_request_is_cut_off(
    running: list[Running],
) -> None:
    running.append(server := Running())
    head = b"POST /v1/notes HTTP/1.1\r\nHost: localhost\r\n"
    body = b"Content-Type: application/json\r\nContent-Length: 9\r\n\r\n{"
    started = time.monotonic()
    with server.connect(head) as half_head, server.connect(head + body) as half_body:
        answer = b"".join(iter(lambda: half_body.recv(4000), b""))
        half_head.settimeout(20)
        try:
            end = half_head.recv(1)
        except ConnectionResetError:
            end = b""
    took = time.monotonic() - started

    assert answer.startswith(b"HTTP/1.1 408")
    assert b"too-slow" in answer
    assert end == b""
    assert 8 < took < 16


def test_a_connection_serves_one_request_after_another(running: list[Running]) -> None:
    running.append(server := Running())
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    statuses = []
    for _ in range(3):
        line.request("GET", "/readyz")
        answer = line.getresponse()
        answer.read()
        statuses.append(answer.status)
        time.sleep(0.2)
    line.close()

    assert statuses == [200] * 3


def test_rubbish_is_answered_and_not_logged(running: list[Running]) -> None:
    running.append(server := Running(AFTERNOTE_LOG_LEVEL="debug"))
    with server.connect(b"Qwozzle Qwozzle\r\n\r\n") as line:
        answer = line.recv(1000)
    server.stop(10)

    assert answer.startswith(b"HTTP/1.1 400")
    assert "Qwozzle" not in "".join(server.said)
