"""What OpenTelemetry is told: the life of a request, in numbers and closed words."""

import subprocess
import sys
from typing import Any

import pytest
from tests.api.conftest import NOTES, Serve, Told
from tests.fault_server import FaultServer

PARENT = f"00-{'a' * 32}-{'b' * 16}-01"


def served(
    serve: Serve, told: Told, server: FaultServer, mode: str, **more: Any
) -> Any:
    deadline = 2 if mode == "hang" else 20
    client = serve(
        told, base_url=server.url(mode), model="m", deadline=deadline, **more
    )
    asked = {"notes": NOTES}
    return client.post("/v1/notes", json=asked, headers={"Traceparent": PARENT})


def test_a_note_is_one_trace_from_the_request_to_the_model(
    serve: Serve, told: Told, fault_server: FaultServer
) -> None:
    answer = served(serve, told, fault_server, "good")

    spans = told.spans()
    request, draft, chat = (spans[n] for n in ("POST /v1/notes", "draft", "chat m"))
    assert request.parent is not None
    assert format(request.parent.span_id, "x") == "b" * 16
    assert format(chat.context.trace_id, "x") == "a" * 32
    assert draft.parent == request.context
    assert chat.parent == draft.context
    assert request.attributes == {
        "http.request.method": "POST",
        "http.route": "/v1/notes",
        "http.response.status_code": 200,
        "afternote.request.id": answer.headers["request-id"],
    }
    assert draft.attributes == {
        "afternote.to": "manager",
        "afternote.origin": "model",
        "afternote.reason": "none",
    }


def test_a_call_to_the_model_has_the_genai_names(
    serve: Serve, told: Told, fault_server: FaultServer
) -> None:
    served(serve, told, fault_server, "good")

    chat = told.spans()["chat m"]
    attributes = dict(chat.attributes or {})
    assert chat.kind.name == "CLIENT"
    assert attributes.pop("gen_ai.usage.input_tokens") > 0
    assert attributes.pop("gen_ai.usage.output_tokens") > 0
    attributes.pop("gen_ai.response.model", None)
    assert attributes == {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "openai",
        "gen_ai.request.model": "m",
        "gen_ai.output.type": "json",
        "server.address": "127.0.0.1",
        "server.port": fault_server.port,
    }
    kinds = {
        p.attributes["gen_ai.token.type"]
        for p in told.points()["gen_ai.client.token.usage"]
    }
    assert kinds == {"input", "output"}


@pytest.mark.parametrize(
    ("mode", "why"),
    [("500", "unavailable"), ("unreadable", None), ("hang", "cancelled")],
)
def test_a_call_that_failed_says_why_in_one_word(
    serve: Serve, told: Told, fault_server: FaultServer, mode: str, why: str | None
) -> None:
    answer = served(serve, told, fault_server, mode)

    chat = told.spans()["chat m"]
    assert answer.status_code == 200
    assert (chat.attributes or {}).get("error.type") == why
    assert chat.events == ()
    assert not chat.status.description


def test_what_is_measured_says_where_notes_came_from(
    serve: Serve, told: Told, fault_server: FaultServer
) -> None:
    served(serve, told, fault_server, "500", max_calls=1)

    points = told.points()
    assert set(points) == {
        "http.server.request.duration",
        "gen_ai.client.operation.duration",
        "afternote.notes",
        "afternote.step.duration",
    }
    [notes] = points["afternote.notes"]
    assert notes.attributes["afternote.origin"] == "template"
    assert notes.value == 1
    [requests] = points["http.server.request.duration"]
    assert requests.count == 1


def test_a_required_model_that_is_gone_is_an_error_of_the_draft(
    serve: Serve, told: Told, fault_server: FaultServer
) -> None:
    served(serve, told, fault_server, "401", require_model=True)

    spans = told.spans()
    assert (spans["draft"].attributes or {})["error.type"] == "rejected"
    assert (spans["POST /v1/notes"].attributes or {})["error.type"] == "503"


PROGRAM = """
import sys
from afternote.api.app import create
from afternote.settings import Settings
create(Settings.load({}))
print("opentelemetry.sdk" in sys.modules, "afternote.api.telemetry" in sys.modules)
"""


@pytest.mark.parametrize("asked", [False, True])
def test_the_environment_of_opentelemetry_alone_starts_nothing(
    asked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TRACER", "METER"):
        monkeypatch.setenv(
            f"OTEL_PYTHON_{name}_PROVIDER", f"sdk_{name.lower()}_provider"
        )
    monkeypatch.setenv("OTEL_TRACES_EXPORTER", "otlp")
    if asked:
        monkeypatch.setenv("AFTERNOTE_TELEMETRY", "true")

    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == [str(asked), str(asked)]
