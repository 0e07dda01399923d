"""Webhooks: signed as Standard Webhooks says, told again, and led nowhere inside."""

import base64
import contextlib
import hashlib
import hmac
import ipaddress
import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from tests.api.test_batches import (
    Shop,
    bearer,
    ended,
    item,
    problem,
    shop,
    submit,
    until,
)

from afternote.api import embedded, webhook
from afternote.api.keys import Keys
from afternote.api.webhook import ForbiddenError, Hook, post, signed, target_of

__all__ = ["shop"]

SECRET = "whsec_" + base64.b64encode(bytes(range(24))).decode()
KNOWN = Hook(
    url="https://example.com/", secret="whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
)


class Receiver:
    """Somebody's server: answers with *statuses* one after the other."""

    def __init__(self, *statuses: int) -> None:
        self.statuses = list(statuses)
        self.got: list[tuple[dict[str, str], bytes]] = []


@contextlib.contextmanager
def receiving(*statuses: int) -> Iterator[tuple[Receiver, str]]:
    receiver = Receiver(*statuses)

    class Hears(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            headers = {k.casefold(): v for k, v in self.headers.items()}
            receiver.got.append((headers, body))
            found = receiver.statuses
            self.send_response(found.pop(0) if len(found) > 1 else found[0])
            self.send_header("Location", "/elsewhere")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Hears) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield receiver, f"http://127.0.0.1:{server.server_port}/hook?a=b"
        server.shutdown()


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "TRIES", (0.0, 0.05, 0.05))
    monkeypatch.setattr(embedded, "ANNOUNCE", 0.05)


def test_the_signature_is_that_of_the_standards_own_example() -> None:
    # https://github.com/standard-webhooks/standard-webhooks, libraries/python/tests
    headers = signed(
        KNOWN, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}'
    )

    assert headers == {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }


def test_the_end_is_told_once_signed_and_without_a_word_of_a_note(
    shop: Shop,
) -> None:
    client = shop.open()
    with receiving(204) as (receiver, url):
        hook = {"url": url, "secret": SECRET}
        batch = submit(client, item(0), item(1), webhook=hook)
        ended(client, batch)
        until(lambda: bool(receiver.got))
        until(lambda: _announced(shop))

    [(headers, body)] = receiver.got
    said = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    mac = hmac.digest(bytes(range(24)), said, hashlib.sha256)
    assert headers["webhook-signature"] == "v1," + base64.b64encode(mac).decode()
    assert headers["webhook-id"] == f"msg_{batch}"
    assert headers["content-type"] == "application/json"
    told = json.loads(body)
    assert told["type"] == "batch.finished"
    assert told["data"] == {
        "id": batch, "state": "finished", "total": 2, "failed": 0,
    }  # fmt: skip
    assert b"Dana" not in body


@pytest.mark.parametrize("status", [500, 302, 404])
def test_it_is_told_again_under_the_same_id_until_it_is_heard(
    shop: Shop, status: int
) -> None:
    client = shop.open()
    with receiving(status, status, 200) as (receiver, url):
        submit(client, item(0), webhook={"url": url, "secret": SECRET})
        until(lambda: _announced(shop))

    assert len(receiver.got) == 3
    assert len({headers["webhook-id"] for headers, _ in receiver.got}) == 1


def test_rounds_of_tries_come_later_and_later(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "TRIES", (0.0,))
    monkeypatch.setattr(embedded, "LEASE", 0.2)
    client = shop.open()
    with receiving(500, 500, 200) as (receiver, url):
        submit(client, item(0), webhook={"url": url, "secret": SECRET})
        until(lambda: _announced(shop))

    assert len(receiver.got) == 3


def test_who_is_gone_for_good_is_left_alone(shop: Shop) -> None:
    client = shop.open()
    with receiving(410) as (receiver, url):
        submit(client, item(0), webhook={"url": url, "secret": SECRET})
        until(lambda: _announced(shop))

    assert len(receiver.got) == 1


def test_a_server_that_starts_again_still_tells(shop: Shop) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    first = shop.open()
    hook = {"url": f"http://127.0.0.1:{port}/", "secret": SECRET}
    batch = submit(first, item(0), webhook=hook)
    ended(first, batch)
    shop.close(first)
    _release(shop)

    class Hears(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", port), Hears) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        shop.open()
        until(lambda: _announced(shop))
        server.shutdown()


def _announced(shop: Shop) -> bool:
    return _asked(shop, "SELECT announced FROM afternote_batches") == [(-1.0,)]


def _release(shop: Shop) -> None:
    """Let the lease of the server that is gone be over."""
    _asked(shop, "UPDATE afternote_batches SET announced = 0 WHERE announced > 0")


def _asked(shop: Shop, sql: str) -> list[Any]:
    import sqlite3

    with sqlite3.connect(shop.ledger) as ledger:
        return ledger.execute(sql).fetchall()


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/",
        "https://127.0.0.1/",
        "https://localhost:8000/v1/batches",
        "http://127.0.0.1:9/",
        "https://10.0.0.7/",
        "https://192.168.1.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://100.64.0.1/",
        "https://0.0.0.0/",
        "https://[::1]/",
        "https://[fd00::1]/",
        "https://[fe80::1]/",
        "https://[::ffff:10.0.0.7]/",
        "https://[64:ff9b::a00:7]/",
        "https://[2002:a00:7::]/",
        "https://224.0.0.1/",
        "https://somebody:secret@example.com/",
        "https://example.com/#x",
        "https://example.com:99999/",
        "https://[oops/",
        "https:///nowhere",
    ],
)
def test_no_message_goes_inside(shop: Shop, keys: Keys, url: str) -> None:
    headers = bearer(keys)
    client = shop.open()
    hook = {"url": url, "secret": SECRET}

    answer = client.post(
        "/v1/batches", json={"items": [item(0)], "webhook": hook}, headers=headers
    )

    assert problem(answer, 422, "batch-unusable")["detail"] == webhook.FORBIDDEN
    with pytest.raises(ForbiddenError):
        target_of(url, private=False)


@pytest.mark.parametrize(
    "hook",
    [
        {"url": "ftp://example.com/", "secret": SECRET},
        {"url": "https://example.com/\r\nX-A: b", "secret": SECRET},
        {"url": "https://example.com/ä", "secret": SECRET},
        {"url": "https://example.com/", "secret": "whsec_short"},
        {"url": "https://example.com/", "secret": SECRET[6:]},
        {"url": "https://example.com/"},
    ],
)
def test_a_hook_that_is_none_is_refused(shop: Shop, hook: dict[str, str]) -> None:
    answer = shop.open().post("/v1/batches", json={"items": [item(0)], "webhook": hook})

    problem(answer, 422, "invalid")


def test_the_operator_may_allow_what_is_inside() -> None:
    assert target_of("http://localhost:9/a?b", private=True).path == "/a?b"
    assert target_of("https://10.0.0.7/", private=True).port == 443
    with pytest.raises(ForbiddenError):
        target_of("http://10.0.0.7/", private=True)


@pytest.mark.anyio
@pytest.mark.parametrize("leads_to", ["127.0.0.1", "10.0.0.7", "::1", "fe80::1%eth0"])
async def test_a_public_name_that_leads_inside_is_not_followed(
    monkeypatch: pytest.MonkeyPatch, leads_to: str
) -> None:
    """Whoever owns a name may point it anywhere, after it was looked at too."""
    monkeypatch.setattr(socket, "getaddrinfo", _leading("93.184.216.34", leads_to))
    connected: list[Any] = []
    monkeypatch.setattr(webhook, "_exchanged", connected.append)

    with pytest.raises(ForbiddenError):
        await post("https://hook.example/", {}, b"{}", private=False)

    assert connected == []


@pytest.mark.anyio
async def test_the_connection_is_made_to_the_address_that_was_judged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with receiving(200) as (receiver, url):
        port = url.split(":")[2].split("/")[0]
        monkeypatch.setattr(socket, "getaddrinfo", _leading("127.0.0.1"))

        status = await post(f"http://localhost:{port}/", {}, b"{}", private=True)

    assert status == 200
    assert receiver.got[0][0]["host"] == f"localhost:{port}"


@pytest.mark.anyio
async def test_who_does_not_answer_or_answers_rubbish_has_not_heard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(webhook, "PATIENCE", 0.3)
    for said in (b"", b"Qwozzle\n", b"x" * 10_000):
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
            threading.Thread(target=_says, args=(server, said), daemon=True).start()

            found = await post(f"http://127.0.0.1:{port}/", {}, b"{}", private=True)

        assert found is None


def _says(server: socket.socket, said: bytes) -> None:
    line, _ = server.accept()
    with line:
        line.recv(4000)
        line.sendall(said)


def _leading(*addresses: str) -> Any:
    def getaddrinfo(host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        return [
            (
                socket.AF_INET6 if ":" in address else socket.AF_INET,
                socket.SOCK_STREAM,
                6,
                "",
                (address, port),
            )
            for address in addresses
        ]

    return getaddrinfo


def test_public_is_what_belongs_to_everybody() -> None:
    for address in ("93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"):
        assert webhook.is_public(ipaddress.ip_address(address))
