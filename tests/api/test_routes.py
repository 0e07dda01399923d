"""The public API: the command line's options and shapes, over HTTP."""

import json
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.api.conftest import NOTES, Serve
from tests.fault_server import FaultServer

from afternote.api import wire
from afternote.cli import run
from afternote.cli.draft import command as draft_command
from afternote.door import adraft
from afternote.rules import all_rules
from afternote.schema import Flags, Options
from afternote.settings import Settings


def post(client: TestClient, path: str, **asked: Any) -> Any:
    answer = client.post(path, json=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def events(text: str) -> list[tuple[str, Any]]:
    found = []
    for block in text.strip().split("\n\n"):
        name, data = block.split("\n")
        found.append((name.removeprefix("event: "), json.loads(data[6:])))
    return found


def test_a_note_has_the_shape_of_draft_json(
    client: TestClient, capsys: pytest.CaptureFixture[str], tmp_path: Any
) -> None:
    (tmp_path / "notes.txt").write_text(NOTES, encoding="utf-8")

    given = post(client, "/v1/notes", notes=NOTES, offline=True)

    assert run(["draft", str(tmp_path / "notes.txt"), "--offline", "--json"]) == 0
    assert given == json.loads(capsys.readouterr().out)
    assert given["notes"][0]["greeting"] == "Hi Dana,"


def test_a_brief_has_the_shape_of_read_json(
    client: TestClient, capsys: pytest.CaptureFixture[str], tmp_path: Any
) -> None:
    (tmp_path / "notes.txt").write_text(NOTES, encoding="utf-8")

    given = post(client, "/v1/briefs", notes=NOTES)

    assert run(["read", str(tmp_path / "notes.txt"), "--json"]) == 0
    assert given == json.loads(capsys.readouterr().out)
    assert {h["why"] for h in given["held_back"]} >= {"complaint", "pay"}


def test_a_check_has_the_shape_of_check_json(
    client: TestClient, capsys: pytest.CaptureFixture[str], tmp_path: Any
) -> None:
    (tmp_path / "notes.txt").write_text(NOTES, encoding="utf-8")
    note = "Hi Dana,\n\nThank you. You made the wrong choice.\n\nBest,\nSam\n"
    (tmp_path / "note.txt").write_text(note, encoding="utf-8")
    files = [str(tmp_path / "note.txt"), "--notes", str(tmp_path / "notes.txt")]

    given = post(client, "/v1/checks", note=note, notes=NOTES)

    assert run(["check", *files, "--format", "json"]) == 1
    assert given == json.loads(capsys.readouterr().out)
    assert given["ok"] is False
    assert given["skipped"] == []


def test_a_check_without_notes_says_what_it_skipped(client: TestClient) -> None:
    assert post(client, "/v1/checks", note="Hi Dana, thank you.")["skipped"] == ["F"]


def test_a_check_against_a_brief_judges_what_is_not_in_it(client: TestClient) -> None:
    note = "Hi Ravi,\n\nThank you for letting me know about the decision.\n\nBest,\nSam"
    brief = post(client, "/v1/briefs", notes=NOTES)

    codes = {
        p["code"]
        for p in post(client, "/v1/checks", note=note, brief=brief, strict=True)[
            "problems"
        ]
    }

    assert "F401" in codes


def test_every_option_of_draft_can_be_asked_for() -> None:
    fields = set(wire.NotesRequest.model_fields)
    of_the_machine = {"model", "base_url", "own", "as_json", "eml", "explain"}
    options = {p.name for p in draft_command.params} - of_the_machine

    assert {o for o in options if o != "brief_file"} <= fields
    assert set(Options.model_fields) | set(Flags.model_fields) <= fields
    assert {"brief", "own"} <= fields
    assert not {"model", "base_url", "api_key"} & fields


def test_a_corrected_brief_stands_in_for_reading(client: TestClient) -> None:
    brief = post(client, "/v1/briefs", notes=NOTES)
    brief["reader"]["value"] = "Ravi Menon"

    given = post(client, "/v1/notes", notes=NOTES, brief=brief)

    assert given["notes"][0]["greeting"] == "Hi Ravi,"


def test_a_released_stretch_is_read_and_the_rest_stays_held_back(
    client: TestClient,
) -> None:
    held = post(client, "/v1/briefs", notes=NOTES)["held_back"]
    freed = {k: held[0][k] for k in ("start", "end")}

    after = post(client, "/v1/briefs", notes=NOTES, released=[freed])["held_back"]

    assert len(held) >= 2
    assert [h["start"] for h in after] == [h["start"] for h in held[1:]]


def test_a_stretch_that_was_not_held_back_releases_nothing(client: TestClient) -> None:
    held = post(client, "/v1/briefs", notes=NOTES)["held_back"]
    wide = [{"start": 0, "end": len(NOTES)}]

    assert post(client, "/v1/briefs", notes=NOTES, released=wide)["held_back"] == held


def test_a_stretch_is_released_where_letters_are_decomposed(client: TestClient) -> None:
    notes = "Met Tra\u0302\u0300n Thu Ha\u0300 at Halden Labs. " + NOTES
    held = post(client, "/v1/briefs", notes=notes)["held_back"]
    freed = {k: held[-1][k] for k in ("start", "end")}

    after = post(client, "/v1/briefs", notes=notes, released=[freed])["held_back"]

    assert [h["start"] for h in after] == [h["start"] for h in held[:-1]]


def test_what_is_released_still_obeys_the_rules(client: TestClient) -> None:
    held = post(client, "/v1/briefs", notes=NOTES)["held_back"]
    freed = [{k: h[k] for k in ("start", "end")} for h in held]

    given = post(client, "/v1/notes", notes=NOTES, released=freed)

    assert "85k" not in given["notes"][0]["text"]
    assert not [p for p in given["notes"][0]["problems"] if p["severity"] == "blocking"]


def test_all_gives_a_note_to_each(client: TestClient) -> None:
    notes = NOTES + "Interviewer: Tomasz Kowal\n"

    given = post(client, "/v1/notes", notes=notes, to="all")["notes"]

    assert [n["to"] for n in given] == ["manager", "interviewer"]


def test_a_draft_of_ones_own_is_polished(client: TestClient) -> None:
    own = "Hi Dana,\n\nThank you. You wasted my time.\n\nBest,\nSam Rivera"

    given = post(client, "/v1/notes", notes=NOTES, own=own)["notes"][0]

    assert given["origin"]["kind"] in ("mixed", "template")
    assert "wasted" not in given["text"]


def test_a_model_writes_when_one_is_set_up(
    serve: Serve, fault_server: FaultServer
) -> None:
    client = serve(base_url=fault_server.url("good"), model="m")

    given = post(client, "/v1/notes", notes=NOTES)["notes"][0]

    assert given["origin"]["kind"] == "model"
    assert given["usage"]["calls"] == 2


def test_offline_asks_no_model(serve: Serve, fault_server: FaultServer) -> None:
    client = serve(base_url=fault_server.url("good"), model="m")

    given = post(client, "/v1/notes", notes=NOTES, offline=True)["notes"][0]

    assert given["origin"]["reason"] == "offline"
    assert not fault_server.calls


def test_a_caller_can_narrow_the_operators_limits_and_never_widen_them() -> None:
    operator = Settings(deadline=10, max_calls=3, private=True)

    narrow = wire.NotesRequest(deadline=2, max_calls=1).settings(operator)
    wide = wire.NotesRequest(deadline=60, max_calls=9).settings(operator)

    assert (narrow.deadline, narrow.max_calls) == (2, 1)
    assert (wide.deadline, wide.max_calls, wide.private) == (10, 3, True)


def test_a_dead_model_gives_a_template_and_opens_the_shared_breaker(
    serve: Serve, fault_server: FaultServer
) -> None:
    client = serve(base_url=fault_server.url("drop"), model="m", deadline=5)
    reasons = [
        post(client, "/v1/notes", notes=NOTES)["notes"][0]["origin"]["reason"]
        for _ in range(4)
    ]

    ready = client.get("/readyz")

    assert reasons[0] == "unavailable"
    assert reasons[-1] == "circuit"
    assert ready.status_code == 200
    assert ready.json()["breaker"] == "open"


def test_a_model_that_is_required_and_down_is_a_503(
    serve: Serve, fault_server: FaultServer
) -> None:
    client = serve(base_url=fault_server.url("401"), model="m", deadline=5)

    answer = client.post("/v1/notes", json={"notes": NOTES, "require_model": True})

    assert answer.status_code == 503
    assert answer.json()["reason"] == "rejected"
    assert answer.headers["retry-after"]


def test_a_stream_tells_the_steps_and_then_the_note(
    serve: Serve, fault_server: FaultServer
) -> None:
    client = serve(base_url=fault_server.url("mended"), model="m")

    answer = client.post(
        "/v1/notes", json={"notes": NOTES}, headers={"Accept": "text/event-stream"}
    )

    told = events(answer.text)
    steps = [data["step"] for name, data in told if name == "step"]
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert steps == ["read", "write", "check", "repair", "check"]
    assert told[-1][0] == "notes"
    assert told[-1][1]["notes"][0]["origin"]["kind"] == "model"
    assert "waste of my time" not in answer.text


def test_a_stream_of_unusable_notes_ends_in_a_problem(client: TestClient) -> None:
    answer = client.post(
        "/v1/notes", json={"notes": " "}, headers={"Accept": "text/event-stream"}
    )

    name, problem = events(answer.text)[-1]
    assert name == "problem"
    assert problem["status"] == 422
    assert problem["request_id"] == answer.headers["request-id"]


def test_every_rule_is_listed_and_can_be_asked_for(client: TestClient) -> None:
    listed = client.get("/v1/rules").json()

    assert [r["code"] for r in listed] == [r.code for r in all_rules()]
    assert client.get("/v1/rules/t201").json() == next(
        r for r in listed if r["code"] == "T201"
    )
    assert client.get("/v1/rules/nope").status_code == 404


def test_the_examples_of_openapi_work(client: TestClient) -> None:
    api = client.get("/openapi.json").json()
    asked = {
        path: api["components"]["schemas"][ref.rsplit("/", 1)[-1]]["examples"][0]
        for path, ref in (
            (
                path,
                operations["post"]["requestBody"]["content"]["application/json"][
                    "schema"
                ]["$ref"],
            )
            for path, operations in api["paths"].items()
            if "requestBody" in operations.get("post", {})
        )
    }

    assert api["openapi"].startswith("3.1")
    assert set(asked) == {"/v1/notes", "/v1/briefs", "/v1/checks", "/v1/batches"}
    statuses = {p: client.post(p, json=e).status_code for p, e in asked.items()}
    assert statuses.pop("/v1/batches") == 501
    assert set(statuses.values()) == {200}


def test_the_shown_shapes_are_the_given_shapes(client: TestClient) -> None:
    given = client.post("/v1/notes", json={"notes": NOTES, "offline": True}).json()

    assert wire.Drafts.model_validate(given).model_dump(mode="json") == given
    assert [wire.RuleShown.model_validate(r) for r in client.get("/v1/rules").json()]


@pytest.mark.anyio
async def test_the_door_and_the_api_give_the_same_note(client: TestClient) -> None:
    note = await adraft(NOTES, offline=True)

    given = post(client, "/v1/notes", notes=NOTES, offline=True)

    assert given["notes"] == [note.model_dump(mode="json")]
