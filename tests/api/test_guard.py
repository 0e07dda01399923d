"""What every request passes first, and how it is turned away."""

import json
from typing import Any

import anyio
import pytest
from starlette.testclient import TestClient
from starlette.types import Message
from tests.api.conftest import NOTES, Clock, Serve

from afternote.api import body
from afternote.api.guard import Guard
from afternote.api.keys import Keys
from afternote.api.problems import KINDS, PREFIX, Refusal

SECRET = "Zanzibar-quokka"


def told(answer: Any, status: int, slug: str) -> dict[str, Any]:
    """Check that *answer* is the problem *slug* in full, and return it."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = answer.json()
    assert problem["status"] == status
    assert problem["type"].endswith(slug)
    assert problem["request_id"] == answer.headers["request-id"]
    assert SECRET not in answer.text
    return problem


@pytest.mark.parametrize("path", ["/v1/notes", "/v1/briefs", "/v1/checks"])
@pytest.mark.parametrize(
    ("sent", "kind", "status", "slug"),
    [
        (f'{{"notes": "{SECRET}', "application/json", 400, "bad-request"),
        (b'{"notes": "\xff' + SECRET.encode(), "application/json", 400, "bad-request"),
        ("[" * 100_000, "application/json", 400, "bad-request"),
        (f'{{"notes": "{SECRET}"}}', "text/plain", 415, "media-type"),
        (f"notes={SECRET}", body.FORM, 415, "media-type"),
        (f'{{"notes": ["{SECRET}"]}}', "application/json", 422, "invalid"),
        (f'{{"{SECRET}": 1}}', "application/json", 422, "invalid"),
        (f'{{"to": "{SECRET}"}}', "application/json", 422, "invalid"),
        (f'{{"name": "\\ud800{SECRET}"}}', "application/json", 422, "invalid"),
        (f'"{SECRET}"', "application/json", 422, "invalid"),
        ("x" * (body.LARGEST + 1), "application/json", 413, "too-large"),
    ],
    ids=[
        "cut", "no-utf8", "deep", "text", "form", "list", "field", "choice",
        "half-character", "string", "large",
    ],
)  # fmt: skip
def test_a_bad_body_is_turned_away_and_never_echoed(
    client: TestClient, path: str, sent: Any, kind: str, status: int, slug: str
) -> None:
    answer = client.post(path, content=sent, headers={"Content-Type": kind})

    told(answer, status, slug)


def test_a_body_without_a_media_type_is_turned_away(client: TestClient) -> None:
    answer = client.post("/v1/notes", content=b"{}")

    told(answer, 415, "media-type")
    assert answer.headers["accept-post"] == "application/json"


@pytest.mark.parametrize(
    "notes",
    ["", "   ", "x" * 33_000, f"{SECRET}\x00", "la el los que y de un con " * 9],
)
def test_unusable_notes_say_what_to_do_and_are_not_quoted(
    client: TestClient, notes: str
) -> None:
    problem = told(
        client.post("/v1/notes", json={"notes": notes}), 422, "notes-unusable"
    )

    assert problem["detail"].startswith("the notes")


def test_a_brief_of_unreasonable_size_is_turned_away(client: TestClient) -> None:
    topic = {"value": "x", "quote": "", "start": 0, "end": 0, "how": "flag"}

    answer = client.post("/v1/notes", json={"brief": {"topics": [topic] * 300}})

    told(answer, 422, "invalid")


def test_every_wrong_field_is_pointed_at(client: TestClient) -> None:
    asked = {"notes": NOTES, "to": "me", "seed": -1, SECRET: SECRET}

    problem = told(client.post("/v1/notes", json=asked), 422, "invalid")

    assert {e["pointer"] for e in problem["errors"]} == {"/to", "/seed", ""}


def test_an_unknown_path_is_not_named(client: TestClient) -> None:
    told(client.get(f"/v1/{SECRET}"), 404, "not-found")


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/v1/notes", "POST"),
        ("POST", "/v1/rules", "GET"),
        ("PUT", "/v1/checks", "POST"),
        ("POST", "/healthz", "GET"),
        ("DELETE", "/eml", "POST"),
    ],
)
def test_a_wrong_method_is_told_the_right_one(
    client: TestClient, method: str, path: str, allowed: str
) -> None:
    answer = client.request(method, path)

    told(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == allowed


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", ""]
)
def test_another_host_name_is_turned_away(client: TestClient, host: str) -> None:
    told(client.get("/", headers={"Host": host}), 400, "host-unknown")


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:8000"])
def test_this_machines_names_are_served(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


def test_a_host_that_the_operator_names_is_served(serve: Serve) -> None:
    client = serve(hosts="notes.example, other.example")

    assert client.get("/", headers={"Host": "Notes.example:443"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:9"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://localhost"},
    ],
)
@pytest.mark.parametrize("path", ["/v1/notes", "/", "/eml"])
def test_a_page_of_another_origin_may_not_post(
    client: TestClient, path: str, headers: dict[str, str]
) -> None:
    told(client.post(path, json={}, headers=headers), 403, "other-origin")


def test_the_own_page_may_post(client: TestClient) -> None:
    headers = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}

    answer = client.post("/v1/briefs", json={"notes": NOTES}, headers=headers)

    assert answer.status_code == 200
    assert "access-control-allow-origin" not in answer.headers


def test_every_answer_carries_its_id_and_the_strict_headers(client: TestClient) -> None:
    answers = [
        client.get("/"),
        client.get("/nope"),
        client.get("/static/page.js"),
        client.post("/v1/notes", json={"notes": NOTES}),
        client.post("/v1/notes", content="x"),
    ]

    assert len({a.headers["request-id"] for a in answers}) == len(answers)
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert "unsafe" not in policy
        assert "require-trusted-types-for 'script'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] in ("no-store", "no-cache")


def test_a_request_id_is_taken_over_when_it_is_one(client: TestClient) -> None:
    given = client.get("/healthz", headers={"Request-Id": "abc-123.XYZ"})
    odd = client.get("/healthz", headers={"Request-Id": f"{SECRET} <b>"})

    assert given.headers["request-id"] == "abc-123.XYZ"
    assert SECRET not in odd.headers["request-id"]


def test_one_request_too_many_waits_and_is_told_how_long(
    serve: Serve, clock: Clock
) -> None:
    client = serve(rate=3)
    asked = {"note": "Hi Dana, thank you."}
    first = [client.post("/v1/checks", json=asked) for _ in range(3)]

    refused = client.post("/v1/checks", json=asked)

    told(refused, 429, "quota-exceeded")
    assert [a.headers["ratelimit"] for a in first] == [
        '"default";r=2;t=20', '"default";r=1;t=40', '"default";r=0;t=60',
    ]  # fmt: skip
    assert refused.headers["ratelimit-policy"] == '"default";q=3;w=60'
    assert refused.headers["retry-after"] == "20"
    clock.now += 20
    assert client.post("/v1/checks", json=asked).status_code == 200


def test_too_many_at_once_are_told_to_come_back(
    serve: Serve, keys: Keys, guard: Guard
) -> None:
    client = TestClient(guard, base_url="http://localhost")
    guard.health.in_flight = guard.settings.in_flight

    answer = client.post("/v1/notes", json={"notes": NOTES})

    told(answer, 503, "busy")
    assert answer.headers["retry-after"] == "1"


def test_a_draining_server_refuses_work_and_stays_alive(guard: Guard) -> None:
    client = TestClient(guard, base_url="http://localhost")
    guard.health.draining = True

    refused = client.post("/v1/notes", json={"notes": NOTES})

    told(refused, 503, "draining")
    assert refused.headers["connection"] == "close"
    assert client.get("/readyz").status_code == 503
    assert client.get("/healthz").status_code == 200


@pytest.mark.anyio
async def test_a_body_that_dribbles_is_given_up() -> None:
    async def receive() -> Message:
        await anyio.sleep(0.02)
        return {"type": "http.request", "body": b"x", "more_body": True}

    with pytest.raises(Refusal) as refused:
        await body.received(receive, in_time=0.1)

    assert refused.value.kind == "too-slow"


@pytest.mark.anyio
async def test_a_body_without_a_length_is_cut_off_at_the_limit() -> None:
    async def receive() -> Message:
        return {"type": "http.request", "body": b"x" * 100_000, "more_body": True}

    with pytest.raises(Refusal) as refused:
        await body.received(receive)

    assert refused.value.kind == "too-large"


def test_a_bug_of_ours_is_a_problem_and_its_text_goes_nowhere(
    keys: Keys, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(scope: Any, receive: Any, send: Any) -> None:
        raise KeyError(SECRET)

    with caplog.at_level("DEBUG"):
        guard = _guard_of(broken, keys)
        answer = TestClient(guard, base_url="http://localhost").get("/docs")

    told(answer, 500, "broken")
    assert "KeyError" in caplog.text
    assert "broken:" in caplog.text
    assert SECRET not in caplog.text


def _guard_of(app: Any, keys: Keys) -> Guard:
    from afternote.api.app import create
    from afternote.settings import Settings

    guard = create(Settings(), keys=keys)
    guard.app = app
    return guard


def test_every_kind_of_problem_has_a_status_of_failure() -> None:
    assert all(400 <= kind.status < 600 for kind in KINDS.values())
    assert {k.status for k in KINDS.values()} >= {
        400, 401, 403, 404, 405, 408, 409, 413, 415, 422, 429, 500, 503,
    }  # fmt: skip
    refusal = Refusal("busy", "ask again").as_object("id")
    assert json.loads(json.dumps(refusal))["type"] == PREFIX + "busy"
