"""Nothing but the configured endpoint is ever contacted, whatever is set against us."""

import json
import os
import subprocess
import sys

import pytest
from tests.fault_server import FaultServer

NOTES = (
    "Met Dana Whitfield, head of data at Northwind Analytics, Data Engineer role. "
    "Talked about the dbt migration. Rejected by email. - Sam Rivera"
)
SPY = """
import json, sys
seen = []
def hook(event, arguments):
    if event == "socket.connect":
        seen.append([str(part) for part in arguments[1][:2]])
    if event == "socket.getaddrinfo":
        seen.append([str(arguments[0]), str(arguments[1])])
sys.addaudithook(hook)
from afternote.cli import run
code = run(json.loads(sys.argv[1]))
with open(sys.argv[2], "w") as file:
    json.dump({"code": code, "seen": seen}, file)
"""


def spied(
    tmp_path: object, *arguments: str, **environ: str
) -> tuple[dict[str, object], subprocess.CompletedProcess[str]]:
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "PYTHONPATH", "HOME")}  # noqa: TID251
    report = f"{tmp_path}/seen.json"
    done = subprocess.run(
        [sys.executable, "-c", SPY, json.dumps(arguments), report],
        input=NOTES,
        capture_output=True,
        text=True,
        env=kept | {"XDG_CONFIG_HOME": f"{tmp_path}"} | environ,
        timeout=120,
        check=False,
    )
    with open(report) as file:  # noqa: PTH123
        return json.load(file), done


def hostile(server: FaultServer) -> dict[str, str]:
    """An environment in which everything is set to lead the notes elsewhere."""
    other = f"http://127.0.0.1:{server.other_port}"
    return {
        "LANGSMITH_TRACING": "true",
        "LANGCHAIN_TRACING_V2": "true",
        "LANGCHAIN_TRACING": "true",
        "LANGSMITH_API_KEY": "x",
        "LANGSMITH_ENDPOINT": other,
        "LANGCHAIN_ENDPOINT": other,
        "HTTP_PROXY": other,
        "http_proxy": other,
        "ALL_PROXY": other,
        "OPENAI_CUSTOM_HEADERS": "X-Leak: 1",
        "OPENAI_LOG": "debug",
    }


@pytest.mark.parametrize("mode", ["good", "redirect", "500", "bitter"])
def test_only_the_endpoint_is_contacted(
    fault_server: FaultServer, tmp_path: object, mode: str
) -> None:
    url = fault_server.url(mode)

    found, done = spied(
        tmp_path, "draft", "-", "--base-url", url, **hostile(fault_server)
    )

    assert found["code"] == 0, done.stderr
    assert fault_server.calls
    assert {tuple(a) for a in found["seen"]} <= {("127.0.0.1", str(fault_server.port))}
    assert fault_server.strayed == 0


def test_offline_contacts_nobody(fault_server: FaultServer, tmp_path: object) -> None:
    found, _ = spied(
        tmp_path,
        "draft",
        "-",
        "--offline",
        OPENAI_API_KEY="k",
        **hostile(fault_server),
    )

    assert found == {"code": 0, "seen": []}


def test_at_debug_no_log_holds_a_word_of_the_notes(
    fault_server: FaultServer, tmp_path: object
) -> None:
    _, done = spied(
        tmp_path,
        "draft",
        "-",
        "--json",
        "--base-url",
        fault_server.url("good"),
        AFTERNOTE_LOG_LEVEL="debug",
        OPENAI_LOG="debug",
        OPENAI_API_KEY="sk-very-secret",
    )

    assert "step name=model" in done.stderr
    for word in ("Dana", "Whitfield", "Northwind", "dbt", "Rivera", "sk-very-secret"):
        assert word not in done.stderr
