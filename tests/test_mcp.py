"""The tools for assistants, through the SDK's own client."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client

from afternote import mcp
from afternote.rules import all_rules

NOTES = (
    "Met Dana Whitfield, head of data at Northwind Analytics, Data Engineer role.\n"
    "Talked about the dbt migration. Dana was 20 min late. Asked for 85k.\n"
    "Me: Sam Rivera\n"
)
MINE = {k: v for k, v in os.environ.items() if k in ("PATH", "PYTHONPATH")}  # noqa: TID251

pytestmark = pytest.mark.anyio


@pytest.fixture
async def host() -> AsyncIterator[Client]:
    async with Client(mcp.server()) as client:
        yield client


async def call(host: Client, tool: str, **arguments: Any) -> Any:
    result = await host.call_tool(tool, arguments)
    assert not result.is_error, result.content
    return result.structured_content


async def test_the_tools_only_read_and_reach_nothing(host: Client) -> None:
    tools = (await host.list_tools()).tools

    assert {t.name for t in tools} == {"read_notes", "check_note", "template_note"}
    for tool in tools:
        assert tool.annotations is not None
        assert tool.annotations.read_only_hint is True
        assert tool.annotations.open_world_hint is False
        assert tool.description


async def test_reading_says_why_something_is_held_back_and_not_what(
    host: Client,
) -> None:
    brief = await call(host, "read_notes", notes=NOTES)

    assert brief["reader"]["value"] == "Dana Whitfield"
    assert {h["why"] for h in brief["held_back"]} >= {"complaint", "pay"}
    assert "20 min" not in json.dumps(brief)
    assert "85k" not in json.dumps(brief)


async def test_what_is_stated_beats_the_notes(host: Client) -> None:
    brief = await call(host, "read_notes", notes=NOTES, company="Halden Labs")

    assert brief["company"]["value"] == "Halden Labs"


async def test_an_invention_is_found_and_a_faithful_note_passes(host: Client) -> None:
    good = (await call(host, "template_note", notes=NOTES))["text"]
    bad = good.replace("Hi Dana", "Hi Ravi")

    passed = await call(host, "check_note", note=good, notes=NOTES)
    failed = await call(host, "check_note", note=bad, notes=NOTES)

    assert passed["ok"] is True
    assert "F401" in {p["code"] for p in failed["problems"]}


async def test_a_persons_own_note_is_judged_mildly(host: Client) -> None:
    note = "Hi Dana,\n\nThank you. I liked the tour of the archive.\n\nBest,\nSam"

    strict = await call(host, "check_note", note=note, notes=NOTES)
    mild = await call(host, "check_note", note=note, notes=NOTES, strict=False)

    def blocking(report: Any) -> int:
        return sum(p["severity"] == "blocking" for p in report["problems"])

    assert blocking(mild) < blocking(strict)


@pytest.mark.parametrize("tool", ["read_notes", "template_note", "check_note"])
async def test_unusable_notes_say_what_to_do(host: Client, tool: str) -> None:
    more = {"note": "Hi."} if tool == "check_note" else {}

    result = await host.call_tool(tool, {"notes": " ", **more})

    assert result.is_error
    assert "write down who you met" in str(result.content)


async def test_an_empty_note_says_so(host: Client) -> None:
    result = await host.call_tool("check_note", {"note": " ", "notes": NOTES})

    assert result.is_error
    assert "nothing to check" in str(result.content)


async def test_the_prompt_holds_the_notes_and_names_every_tool(host: Client) -> None:
    prompt = await host.get_prompt("thank_you", {"notes": NOTES, "to": "recruiter"})

    text = str(prompt.messages[0].content)
    assert "Dana Whitfield" in text
    assert "the recruiter" in text
    for tool in (await host.list_tools()).tools:
        assert tool.name in text


async def test_notes_with_braces_are_put_in_as_they_are(host: Client) -> None:
    prompt = await host.get_prompt("thank_you", {"notes": "{whom} {x} {{y}}"})

    assert "{whom} {x} {{y}}" in str(prompt.messages[0].content)


async def test_the_rules_are_a_resource(host: Client) -> None:
    read = await host.read_resource("afternote://rules")

    text = read.contents[0].text
    assert all(f"### {rule.code} " in text for rule in all_rules())


async def test_a_host_writes_checks_and_mends_over_stdio() -> None:
    """A script plays the host: it reads, writes badly, is told, and mends."""
    command = StdioServerParameters(
        command=sys.executable, args=["-m", "afternote", "mcp"], env=MINE
    )
    async with Client(stdio_client(command)) as host:
        brief = await call(host, "read_notes", notes=NOTES)
        draft = (
            f"Hi {brief['reader']['value'].split()[0]},\n\nThank you for letting me "
            "know about the decision, which I respect. You wasted my time.\n\n"
            f"I enjoyed talking with you about {brief['topics'][0]['value']}, and it "
            "has stayed with me since we spoke.\n\nI would be glad to stay in touch, "
            f"and I wish you well.\n\nWith thanks,\n{brief['writer']['value']}"
        )
        first = await call(host, "check_note", note=draft, notes=NOTES)
        mended = draft.replace(" You wasted my time.", "")
        second = await call(host, "check_note", note=mended, notes=NOTES)

    assert not first["ok"]
    assert {p["code"] for p in first["problems"]} & {"T201", "T202"}
    assert second["ok"], second["problems"]


async def test_nothing_that_was_sent_is_logged(tmp_path: Path) -> None:
    mark = "Qwozzle"
    command = StdioServerParameters(
        command=sys.executable, args=["-m", "afternote", "mcp"], env=MINE
    )
    with (tmp_path / "stderr").open("w", encoding="utf-8") as log:
        async with Client(stdio_client(command, errlog=log)) as host:
            for arguments in (
                {"notes": mark, "to": mark},
                {mark: mark},
                {"notes": " "},
            ):
                result = await host.call_tool("template_note", arguments)
                assert result.is_error
            assert (await host.call_tool("read_notes", {"notes": NOTES + mark})).content

    assert mark not in (tmp_path / "stderr").read_text(encoding="utf-8")


async def test_it_is_served_over_http_too() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with subprocess.Popen(
        [sys.executable, "-m", "afternote", "mcp", "--http", str(port)],
        env=MINE,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            _wait_for(port)
            async with Client(f"http://127.0.0.1:{port}{mcp.PATH}") as host:
                note = await call(host, "template_note", notes=NOTES)
        finally:
            process.terminate()

    assert note["greeting"] == "Hi Dana,"


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
