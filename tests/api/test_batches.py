"""Batches over HTTP: handed in, asked after, collected, cancelled, deleted."""

import asyncio
import json
import logging
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.api.conftest import NOTES
from tests.api.test_serving import Running, running
from tests.fault_server import FaultServer

from afternote import pipeline
from afternote.api import batch_shapes as shapes
from afternote.api import body, desk, embedded, intake
from afternote.api.app import create
from afternote.api.body import JSONL
from afternote.api.guard import Guard
from afternote.api.keys import Keys
from afternote.batch.engine import Batch
from afternote.batch.ledger import Ledger
from afternote.batch.sealing import Sealed, new_key
from afternote.settings import Settings

__all__ = ["running"]

MARK = "Qwozzle"
ENDED = ("finished", "cancelled")


def item(number: int, **more: Any) -> dict[str, Any]:
    """Return an item that has neither reader, company nor topic of its neighbours."""
    topic = ("harbour survey", "night roster", "invoice cleanup", "seed archive")
    first = ("Dana", "Ravi", "Elena", "Tomas", "Grace", "Pavel", "Nadia")[number % 7]
    last = ("Whitfield", "Menon", "Petrov", "Okafor", "Lindqvist")[number % 5]
    company = ("Northwind", "Bluefin", "Copperleaf")[number % 3] + " Analytics"
    notes = (
        f"Met {first} {last}, head of data at {company}.\n"
        f"Talked about the {topic[number % 4]}. Rejected by email. Sam Rivera"
    )
    return {"id": f"c-{number}", "notes": notes, **more}


class Shop:
    """A server that takes batches, as often started as is wanted."""

    def __init__(self, folder: Path, keys: Keys) -> None:
        self.folder, self.keys = folder, keys
        self.key_file = folder / "batch.key"
        self.key_file.write_text(new_key() + "\n")
        self.key_file.chmod(0o600)
        self.ledger = folder / "batches.ledger"
        self.running: list[TestClient] = []

    def open(self, **settings: Any) -> TestClient:
        chosen = Settings(
            batch_key=str(self.key_file),
            batches=str(self.ledger),
            **{"rate": 100_000, **settings},
        )
        guard = create(chosen, keys=self.keys)
        client = TestClient(
            guard, base_url="http://localhost", raise_server_exceptions=False
        )
        client.__enter__()
        self.running.append(client)
        return client

    def close(self, client: TestClient) -> None:
        client.__exit__(None, None, None)
        self.running.remove(client)

    def at_rest(self) -> bytes:
        """Return every byte of the store, what is not yet in the main file too."""
        return b"".join(f.read_bytes() for f in self.folder.glob("batches.ledger*"))


@pytest.fixture
def shop(tmp_path: Path, keys: Keys) -> Iterator[Shop]:
    made = Shop(tmp_path, keys)
    yield made
    for client in tuple(made.running):
        made.close(client)


@pytest.fixture
def client(shop: Shop) -> TestClient:
    return shop.open()


def bearer(keys: Keys, *scopes: Any) -> dict[str, str]:
    made = keys.new("acme", scopes or ("batches",))
    return {"Authorization": f"Bearer {made.secret}"}


def submit(client: TestClient, *items: dict[str, Any], **more: Any) -> str:
    headers = more.pop("headers", {})
    answer = client.post("/v1/batches", json={"items": items, **more}, headers=headers)
    assert answer.status_code == 202, answer.text
    assert answer.headers["location"] == f"/v1/batches/{answer.json()['id']}"
    return str(answer.json()["id"])


def ended(client: TestClient, batch: str, headers: Any = None) -> dict[str, Any]:
    """Wait until *batch* has come to an end, and return how it is."""
    until(lambda: _shown(client, batch, headers)["state"] in ENDED)
    return _shown(client, batch, headers)


def until(true: Callable[[], bool], seconds: float = 30.0) -> None:
    ends = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < ends, "it never came"
        time.sleep(0.05)


def _shown(client: TestClient, batch: str, headers: Any = None) -> dict[str, Any]:
    shown: dict[str, Any] = client.get(f"/v1/batches/{batch}", headers=headers).json()
    return shown


def results(client: TestClient, batch: str, **asked: Any) -> dict[str, Any]:
    answer = client.get(f"/v1/batches/{batch}/results", params=asked)
    assert answer.status_code == 200, answer.text
    page: dict[str, Any] = answer.json()
    return page


def problem(answer: Any, status: int, slug: str) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    found: dict[str, Any] = answer.json()
    assert found["type"].endswith(slug)
    assert MARK not in answer.text
    return found


def test_a_batch_comes_to_its_end_and_gives_a_row_for_each_item(
    client: TestClient,
) -> None:
    batch = submit(client, *(item(n) for n in range(3)), {"notes": ""})

    shown = ended(client, batch)
    page = results(client, batch)

    assert shown["state"] == "finished"
    assert (shown["total"], shown["failed"]) == (4, 1)
    assert shown["items"]["done"] == 4
    assert shown["origins"] == {"template": 3}
    assert [(r["n"], r["id"]) for r in page["results"]] == [
        (1, "c-0"), (2, "c-1"), (3, "c-2"), (4, 4),
    ]  # fmt: skip
    assert page["cursor"] == 4
    assert page["more"] is False
    assert page["results"][0]["notes"][0]["greeting"] == "Hi Dana,"
    assert page["results"][3]["error"]["kind"] == "notes-unusable"
    assert shapes.RowsShown.model_validate(page).results[2].id == "c-2"


def test_one_item_gets_the_very_note_it_would_get_alone(client: TestClient) -> None:
    batch = submit(client, item(1, to="recruiter", seed=3))

    ended(client, batch)
    asked = {k: v for k, v in item(1, to="recruiter", seed=3).items() if k != "id"}
    alone = client.post("/v1/notes", json=asked)

    row = results(client, batch)["results"][0]
    assert row["notes"][0]["text"] == alone.json()["notes"][0]["text"]
    assert row["brief"] == alone.json()["brief"]


def test_what_all_items_ask_gives_way_to_what_one_asks(client: TestClient) -> None:
    batch = submit(
        client, item(0), item(1, to="recruiter"), options={"to": "interviewer"}
    )

    ended(client, batch)

    rows = results(client, batch)["results"]
    assert [r["notes"][0]["to"] for r in rows] == ["interviewer", "recruiter"]


def test_json_lines_are_a_batch_too(client: TestClient) -> None:
    first = {"batch": {"options": {"to": "recruiter"}}}
    lines = [first, item(0), item(1)]
    sent = "\n\n".join(json.dumps(line) for line in lines)

    answer = client.post(
        "/v1/batches", content=sent, headers={"Content-Type": JSONL + "; charset=utf-8"}
    )
    batch = answer.json()["id"]
    ended(client, batch)
    streamed = client.get(
        f"/v1/batches/{batch}/results", headers={"Accept": JSONL}, params={"cursor": 1}
    )

    assert answer.status_code == 202
    assert streamed.headers["content-type"] == JSONL
    rows = [json.loads(line) for line in streamed.text.splitlines()]
    assert [(r["n"], r["id"], r["notes"][0]["to"]) for r in rows] == [
        (2, "c-1", "recruiter")
    ]


@pytest.mark.parametrize(
    ("line", "where"),
    [
        (f'{{"notes": "{MARK}', "/line 2"),
        (f'{{"notes": ["{MARK}"]}}', "/line 2/notes"),
        (f'{{"{MARK}": 1}}', "/line 2"),
        ('{"batch": {}}', "/line 2"),
    ],
)
def test_one_bad_line_and_nothing_is_taken(
    client: TestClient, line: str, where: str
) -> None:
    sent = json.dumps(item(0)) + "\n" + line

    answer = client.post("/v1/batches", content=sent, headers={"Content-Type": JSONL})

    assert problem(answer, 422, "invalid")["errors"][0]["pointer"] == where
    assert client.get("/v1/batches").json() == {"batches": [], "cursor": None}


@pytest.mark.parametrize(
    "items",
    [
        [{"notes": "a", "id": MARK}, {"notes": "b", "id": MARK}],
        [],
        [{"notes": "a", "id": 7}],
        [{"notes": "a", "model": MARK}],
        [{"notes": MARK * 9000}],
    ],
    ids=["same-id", "none", "id-no-text", "model", "long"],
)
def test_an_unusable_batch_is_refused_whole(client: TestClient, items: Any) -> None:
    answer = client.post("/v1/batches", json={"items": items})

    assert answer.status_code == 422
    assert MARK not in answer.text
    assert client.get("/v1/batches").json()["batches"] == []


def test_a_batch_has_only_so_many_items(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "ITEMS", 2)
    sent = "\n".join(json.dumps(item(n)) for n in range(3))

    answer = client.post("/v1/batches", content=sent, headers={"Content-Type": JSONL})

    problem(answer, 422, "batch-unusable")


def test_a_key_has_only_so_many_batches(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "MOST", 1)
    batch = submit(client, item(0))

    problem(
        client.post("/v1/batches", json={"items": [item(1)]}), 409, "too-many-batches"
    )

    client.delete(f"/v1/batches/{batch}")
    submit(client, item(1))


def test_without_the_operators_key_there_are_no_batches(
    keys: Keys,
) -> None:
    with TestClient(
        create(Settings(), keys=keys), base_url="http://localhost"
    ) as client:
        for answer in (
            client.post("/v1/batches", json={"items": [item(0)]}),
            client.get("/v1/batches"),
            client.delete("/v1/batches/" + "0" * 32),
        ):
            problem(answer, 501, "batches-off")


def test_states_of_items_are_told_by_number_and_by_your_id(client: TestClient) -> None:
    batch = submit(client, item(0), {"notes": NOTES}, item(2))
    ended(client, batch)

    page = client.get(f"/v1/batches/{batch}/items", params={"limit": 2}).json()
    rest = client.get(
        f"/v1/batches/{batch}/items", params={"cursor": page["cursor"]}
    ).json()
    named = client.get(f"/v1/batches/{batch}/items", params={"id": "c-2"}).json()
    none = client.get(f"/v1/batches/{batch}/items", params={"id": MARK})
    third = client.get(f"/v1/batches/{batch}/items/3").json()

    assert [(i["n"], i["id"], i["state"]) for i in page["items"]] == [
        (1, "c-0", "done"), (2, None, "done"),
    ]  # fmt: skip
    assert [i["n"] for i in rest["items"]] == [3]
    assert rest["cursor"] is None
    assert named["items"] == [third]
    assert third["result"]["id"] == "c-2"
    assert none.json() == {"items": [], "cursor": None}
    problem(client.get(f"/v1/batches/{batch}/items/4"), 404, "not-found")
    problem(client.get(f"/v1/batches/{batch}/items/0"), 422, "invalid")


def test_pages_of_results_follow_one_another(client: TestClient) -> None:
    batch = submit(client, *(item(n) for n in range(5)))
    ended(client, batch)

    seen, cursor, more = [], 0, True
    while more:
        page = results(client, batch, cursor=cursor, limit=2)
        seen += [row["n"] for row in page["results"]]
        cursor, more = page["cursor"], page["more"]

    assert seen == [1, 2, 3, 4, 5]
    assert results(client, batch, cursor=cursor)["results"] == []


def test_what_was_collected_is_gone_and_the_rest_is_not(
    shop: Shop, client: TestClient
) -> None:
    batch = submit(client, *(item(n) for n in range(3)))
    ended(client, batch)

    shown = client.delete(f"/v1/batches/{batch}/results", params={"cursor": 2}).json()
    again = results(client, batch)
    first = client.get(f"/v1/batches/{batch}/items/1").json()

    assert (shown["collected"], shown["items"]["done"]) == (2, 3)
    assert [r["n"] for r in again["results"]] == [3]
    assert (first["state"], first["result"]) == ("done", None)
    with sqlite3.connect(shop.ledger) as ledger:
        kept = ledger.execute("SELECT result IS NULL FROM afternote_items").fetchall()
    assert kept == [(1,), (1,), (0,)]


def test_a_cursor_beyond_the_end_collects_what_there_is(client: TestClient) -> None:
    batch = submit(client, item(0))
    ended(client, batch)

    shown = client.delete(f"/v1/batches/{batch}/results", params={"cursor": 99}).json()

    assert shown["collected"] == 1


def test_a_cancelled_batch_begins_nothing_and_says_so_in_its_rows(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = pipeline.draft

    async def slow(notes: str, **given: Any) -> pipeline.Drafted:
        await asyncio.sleep(0.3)
        return await plain(notes, **given)

    monkeypatch.setattr(pipeline, "draft", slow)
    batch = submit(client, *(item(n) for n in range(60)))
    until(lambda: _shown(client, batch)["items"]["running"] > 0)

    asked = client.post(f"/v1/batches/{batch}/cancel").json()
    shown = ended(client, batch)
    rows = results(client, batch)["results"]

    assert asked["state"] == "cancelling"
    assert shown["state"] == "cancelled"
    assert shown["items"]["cancelled"] > 0
    kinds = [r["error"]["kind"] for r in rows if "error" in r]
    assert kinds == ["cancelled"] * shown["items"]["cancelled"]
    assert [r["n"] for r in rows] == list(range(1, 61))
    assert rows[-1]["id"] == "c-59"


def test_a_deleted_batch_is_gone_from_the_disk(shop: Shop, client: TestClient) -> None:
    batch = submit(client, item(0))
    ended(client, batch)

    assert client.delete(f"/v1/batches/{batch}").status_code == 204

    for answer in (
        client.get(f"/v1/batches/{batch}"),
        client.get(f"/v1/batches/{batch}/results"),
        client.delete(f"/v1/batches/{batch}"),
        client.post(f"/v1/batches/{batch}/cancel"),
    ):
        problem(answer, 404, "not-found")
    with sqlite3.connect(shop.ledger) as ledger:
        for count in (
            "SELECT COUNT(*) FROM afternote_batches",
            "SELECT COUNT(*) FROM afternote_items",
            "SELECT COUNT(*) FROM afternote_prints",
        ):
            assert ledger.execute(count).fetchone() == (0,)


def test_a_deleted_batch_takes_its_idempotent_answer_along(
    client: TestClient,
) -> None:
    headers = {"Idempotency-Key": "one-order"}
    sent = {"items": [item(0)]}
    first = client.post("/v1/batches", json=sent, headers=headers)
    again = client.post("/v1/batches", json=sent, headers=headers)
    batch = first.json()["id"]

    client.delete(f"/v1/batches/{batch}")
    after = client.post("/v1/batches", json=sent, headers=headers)

    assert again.headers["idempotency-replayed"] == "true"
    assert (again.status_code, again.json()) == (202, first.json())
    assert again.headers["location"] == first.headers["location"]
    assert "idempotency-replayed" not in after.headers
    assert ended(client, after.json()["id"])["total"] == 1


def test_the_same_request_after_a_crash_is_the_same_batch(shop: Shop) -> None:
    headers = {"Idempotency-Key": "one-order"}
    sent = {"items": [item(0), item(1)]}
    first = shop.open()
    batch = first.post("/v1/batches", json=sent, headers=headers).json()["id"]
    shop.close(first)

    second = shop.open()
    again = second.post("/v1/batches", json=sent, headers=headers)
    other = second.post(
        "/v1/batches", json={"items": [item(2)]}, headers={"Idempotency-Key": "two"}
    )

    assert again.json()["id"] == batch != other.json()["id"]
    assert ended(second, batch)["total"] == 2
    assert len(second.get("/v1/batches").json()["batches"]) == 2


def test_what_was_waiting_goes_on_after_a_restart(
    shop: Shop, fault_server: FaultServer
) -> None:
    first = shop.open(base_url=fault_server.url("hang"), model="m")
    batch = submit(first, item(0))
    until(lambda: _shown(first, batch)["items"]["running"] == 1)
    shop.close(first)

    second = shop.open()

    assert ended(second, batch)["origins"] == {"template": 1}


def test_batches_are_listed_newest_first_by_pages(client: TestClient) -> None:
    made = [submit(client, item(n)) for n in range(3)]

    page = client.get("/v1/batches", params={"limit": 2}).json()
    rest = client.get("/v1/batches", params={"cursor": page["cursor"]}).json()

    assert [b["id"] for b in page["batches"]] == made[:0:-1]
    assert [b["id"] for b in rest["batches"]] == made[:1]
    assert rest["cursor"] is None


def test_a_key_sees_its_own_batches_only(shop: Shop, keys: Keys) -> None:
    mine, theirs = bearer(keys), bearer(keys)
    client = shop.open()
    batch = submit(client, item(0), headers=mine)
    ended(client, batch, mine)
    before = _shown(client, batch, mine)

    at = f"/v1/batches/{batch}"
    for method, path in (
        ("GET", at),
        ("DELETE", at),
        ("POST", f"{at}/cancel"),
        ("GET", f"{at}/items"),
        ("GET", f"{at}/items?id=c-0"),
        ("GET", f"{at}/items/1"),
        ("GET", f"{at}/results"),
        ("DELETE", f"{at}/results?cursor=1"),
    ):
        problem(client.request(method, path, headers=theirs), 404, "not-found")
        problem(client.request(method, path), 401, "key-missing")
    assert client.get("/v1/batches", headers=theirs).json()["batches"] == []
    assert _shown(client, batch, mine) == before
    assert len(client.get("/v1/batches", headers=mine).json()["batches"]) == 1


def test_a_usual_key_may_not_use_batches(shop: Shop, keys: Keys) -> None:
    usual = {"Authorization": f"Bearer {keys.new('usual').secret}"}
    client = shop.open()

    problem(client.get("/v1/batches", headers=usual), 403, "scope-missing")
    problem(client.get(f"/v1/batches/{'0' * 32}", headers=usual), 403, "scope-missing")
    only = bearer(keys)
    problem(client.post("/v1/notes", json={}, headers=only), 403, "scope-missing")


def test_a_revoked_key_spends_nothing_any_more(
    shop: Shop, keys: Keys, fault_server: FaultServer
) -> None:
    made = keys.new("leaked", ("batches",))
    watch = bearer(keys)
    client = shop.open(base_url=fault_server.url("good"), model="m")
    keys.revoke(made.key.id)

    async def begun() -> None:
        """Put in what the key had handed in before it was revoked."""
        sealing = Sealed.of(shop.key_file)
        engine = Ledger(shop.ledger)
        batch = Batch("0" * 32, made.key.digest, sealing.seal(b"{}"))
        payload = sealing.seal(json.dumps(item(0)).encode())
        await engine.submit(batch, [payload])
        until(lambda: _states(shop) == [5])
        await engine.aclose()

    asyncio.run(begun())

    assert fault_server.calls == []
    assert client.get("/v1/batches", headers=watch).json()["batches"] == []


def _states(shop: Shop) -> list[int]:
    with sqlite3.connect(shop.ledger) as ledger:
        return [s for (s,) in ledger.execute("SELECT state FROM afternote_items")]


def test_a_used_up_budget_of_tokens_leaves_templates(
    shop: Shop, keys: Keys, fault_server: FaultServer
) -> None:
    made = keys.new("poor", ("batches",), tokens=1)
    headers = {"Authorization": f"Bearer {made.secret}"}
    client = shop.open(base_url=fault_server.url("good"), model="m")

    batch = submit(client, *(item(n) for n in range(4)), headers=headers)
    shown = ended(client, batch, headers)
    rows = client.get(f"/v1/batches/{batch}/results", headers=headers).json()

    assert shown["origins"]["template"] >= 3
    reasons = [r["notes"][0]["origin"]["reason"] for r in rows["results"]]
    assert reasons.count("budget") >= 3


def test_what_is_over_its_time_is_deleted(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "EXPIRE", 0.05)
    client = shop.open(batch_hours=0.0001)
    batch = submit(client, item(0))

    until(lambda: client.get(f"/v1/batches/{batch}").status_code == 404)

    assert _states(shop) == []


def test_a_marker_is_nowhere_to_be_read(
    shop: Shop,
    keys: Keys,
    caplog: pytest.LogCaptureFixture,
    fault_server: FaultServer,
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in ("afternote", "asyncio", "fastapi", "openai", "httpx2"):
        caplog.set_level(logging.DEBUG, logger=name)
    made = keys.new("acme", ("batches",))
    headers = {"Authorization": f"Bearer {made.secret}", "Idempotency-Key": MARK}
    notes = f"Met Dana {MARK}, head of {MARK} at {MARK} Analytics. Me: Sam {MARK}\n"
    hook = {"url": f"https://{MARK}.example/{MARK}", "secret": "whsec_" + MARK[0] * 40}
    client = shop.open(base_url=fault_server.url("good"), model="m")

    batch = submit(
        client,
        {"id": MARK, "notes": notes + f"Talked about the {MARK} migration."},
        {"notes": f"{MARK} " * 9},
        {"notes": notes, "own": f"Hi Dana {MARK},\n\nThank you.\n\nSam {MARK}"},
        options={"company": MARK},
        webhook=hook,
        headers=headers,
    )
    while_at_it = shop.at_rest()
    ended(client, batch, headers)
    given = client.get(f"/v1/batches/{batch}/results", headers=headers)
    after = shop.at_rest()

    assert MARK in given.text
    for rest in (while_at_it, after):
        assert len(rest) > 4096
        assert MARK.encode() not in rest
        assert b"whsec_" not in rest
        assert made.secret.encode() not in rest
        assert made.key.digest.encode() in rest
    ours = [r for r in caplog.records if not r.name.startswith("httpx")]
    logged = "".join(logging.Formatter("%(message)s").format(r) for r in ours)
    assert "route=/v1/batches " in logged
    for secret in (MARK, made.secret, batch):
        assert secret not in logged
    guard = client.app
    assert isinstance(guard, Guard)
    assert MARK not in guard.health.exposition()
    assert MARK not in repr(vars(guard.replay.state))


def test_an_error_of_ours_kills_the_item_and_says_nothing(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    async def broken(notes: str, **_: Any) -> None:
        raise ZeroDivisionError(notes)

    monkeypatch.setattr(pipeline, "draft", broken)
    client = shop.open()
    batch = submit(client, {"id": "a", "notes": MARK})

    shown = ended(client, batch)
    row = results(client, batch)["results"][0]

    assert shown["items"]["dead"] == 1
    assert row["error"]["kind"] == "broken"
    assert row["id"] == "a"
    assert MARK not in json.dumps(row) + caplog.text
    assert MARK.encode() not in shop.at_rest()


def test_another_key_of_the_operator_opens_nothing(shop: Shop) -> None:
    first = shop.open()
    batch = submit(first, item(0))
    ended(first, batch)
    shop.close(first)
    old = shop.key_file.read_text()
    shop.key_file.write_text(new_key())

    other = shop.open()
    problem(other.get(f"/v1/batches/{batch}/results"), 500, "broken")
    shop.close(other)
    shop.key_file.write_text(new_key() + "\n" + old)

    assert results(shop.open(), batch)["results"][0]["id"] == "c-0"


def test_a_large_batch_must_say_how_large_and_few_come_at_once(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    filler = json.dumps(item(0, own="x" * 30_000)) + "\n"
    sent = "".join(
        filler.replace('"c-0"', f'"c-{n}"') for n in range(body.LARGEST // 30_000 + 2)
    ).encode()
    headers = {"Content-Type": JSONL}

    told = client.post("/v1/batches", content=sent, headers=headers)
    untold = client.post("/v1/batches", content=iter([sent]), headers=headers)
    monkeypatch.setitem(body.BATCH, JSONL, len(sent) - 1)
    beyond = client.post("/v1/batches", content=sent, headers=headers)

    assert told.status_code == 202
    problem(untold, 413, "too-large")
    problem(beyond, 413, "too-large")
    problem(client.post("/v1/notes", content=sent, headers=headers), 415, "media-type")


def test_routes_are_counted_by_their_shape(client: TestClient) -> None:
    batch = submit(client, item(0))
    for path in ("", "/items", "/items/1", "/results", f"/{MARK}", f"/items/1/{MARK}"):
        client.get(f"/v1/batches/{batch}{path}")
    guard = client.app
    assert isinstance(guard, Guard)

    counted = guard.health.exposition()

    for route in ("", "/{id}", "/{id}/items", "/{id}/items/{n}", "/{id}/results"):
        assert f'route="/v1/batches{route}"' in counted
    assert batch not in counted
    assert MARK not in counted


def test_a_server_that_is_killed_goes_on_where_it_was(
    running: list[Running], shop: Shop
) -> None:
    environ = {
        "AFTERNOTE_BATCH_KEY": str(shop.key_file),
        "AFTERNOTE_BATCHES": str(shop.ledger),
        "AFTERNOTE_RATE": "100000",
    }
    running.append(first := Running(**environ))
    items = [item(n) for n in range(80)]
    _, text = first.ask("POST", "/v1/batches", {"items": items})
    at = f"/v1/batches/{json.loads(text)['id']}"
    until(lambda: json.loads(first.get(at)[1])["items"]["done"] > 0)
    first.process.kill()
    first.process.wait()

    running.append(second := Running(**environ))
    before = json.loads(second.get(at)[1])
    until(lambda: json.loads(second.get(at)[1])["state"] == "finished", 120)
    rows = json.loads(second.get(f"{at}/results")[1])["results"]

    assert before["state"] == "working"
    assert [row["id"] for row in rows] == [item["id"] for item in items]
    assert json.loads(second.get(at)[1])["items"]["done"] == 80
    assert second.stop(20) == 0


@pytest.mark.parametrize("mode", [None, 0o644], ids=["missing", "open"])
def test_a_key_that_cannot_be_used_stops_the_start_in_one_line(
    running: list[Running], shop: Shop, mode: int | None
) -> None:
    shop.key_file.unlink() if mode is None else shop.key_file.chmod(mode)

    running.append(server := Running(AFTERNOTE_BATCH_KEY=str(shop.key_file)))

    assert server.process.wait(20) == 3
    assert "batch.key" in server.said[0]
    assert not server.said[1:]
