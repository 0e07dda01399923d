"""The command line: output, exit codes, one-line errors, nothing half-written."""

import json
import os
import signal
import subprocess
import sys
import time
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from afternote.cli import COMMANDS

NOTES = """From: Priya Nair <priya.nair@northwind.example>
To: Sam Rivera <sam@mail.example>
Subject: Your application
Message-ID: <abc123@northwind.example>

Dear Sam, thank you for your time. We have decided to go with another candidate.
Priya Nair, Talent Partner, Northwind Analytics

my notes: met Dana Whitfield, head of data at Northwind Analytics, Data Engineer role.
Talked about the dbt migration. Loved their blameless post-mortems.
Dana was 20 min late. Asked for 85k, they flinched.
"""


def run(
    *arguments: str, stdin: str | bytes | None = "", **environ: str
) -> subprocess.CompletedProcess[bytes]:
    raw = stdin.encode() if isinstance(stdin, str) else stdin
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "PYTHONPATH", "HOME")}  # noqa: TID251
    return subprocess.run(
        [sys.executable, "-m", "afternote", *arguments],
        input=raw,
        capture_output=True,
        env=kept | {"XDG_CONFIG_HOME": "/nonexistent"} | environ,
        timeout=60,
        check=False,
    )


def one_line(done: subprocess.CompletedProcess[bytes]) -> str:
    text = done.stderr.decode()
    assert text.count("\n") == 1, text
    assert text.startswith("afternote: ")
    assert "Traceback" not in text
    assert not done.stdout
    return text


def test_help_lists_every_command_that_works_and_no_other() -> None:
    done = run("--help")

    listed = done.stdout.decode().split("Commands:")[1]
    assert [w.split()[0] for w in listed.splitlines() if w.startswith("  ")][
        : len(COMMANDS)
    ] == list(COMMANDS)
    for name in COMMANDS:
        assert run(name, "--help").returncode == 0


def test_draft_prints_the_note_and_says_on_stderr_that_it_is_a_template() -> None:
    done = run("draft", "-", stdin=NOTES)

    assert done.returncode == 0
    assert "Hi Dana," in done.stdout.decode()
    assert "no model is configured" in done.stderr.decode()
    assert "held back: " in done.stderr.decode()
    for secret in ("20 min", "85k", "flinched"):
        assert secret not in done.stdout.decode() + done.stderr.decode()


def test_offline_as_asked_says_nothing_about_a_missing_model() -> None:
    done = run("draft", "-", "--offline", stdin=NOTES)

    assert "no model" not in done.stderr.decode()


@pytest.mark.parametrize("to", ["manager", "recruiter", "interviewer", "all"])
@pytest.mark.parametrize("channel", ["email", "linkedin"])
def test_json_keeps_its_shape_for_every_reader(to: str, channel: str) -> None:
    done = run("draft", "-", "--to", to, "--channel", channel, "--json", stdin=NOTES)

    found = json.loads(done.stdout)
    assert set(found) == {"notes", "brief"}
    for note in found["notes"]:
        assert {
            "to",
            "channel",
            "subject",
            "text",
            "greeting",
            "moves",
            "sign_off",
            "origin",
            "evidence",
            "problems",
            "attempts",
            "usage",
        } <= set(note)
        assert set(note["moves"]) == {"acknowledge", "appreciate", "keep_in_touch"}
        assert note["origin"] | {"template": None} == {
            "kind": "template",
            "model": None,
            "template": None,
            "prompt": None,
            "reason": "no_model",
        }
        assert all(p["severity"] == "advice" for p in note["problems"])
        for item in note["evidence"]:
            assert NOTES[item["start"] : item["end"]] == item["quote"]
            assert item["said"] in note["text"]
        if channel == "linkedin":
            assert len(note["text"]) <= 200
    assert {"reader", "company", "role", "writer", "topics", "people"} <= set(
        found["brief"]
    )
    assert {"decision", "missing", "held_back"} <= set(found["brief"])
    for held in found["brief"]["held_back"]:
        assert NOTES[held["start"] : held["end"]] == held["quote"]


def test_explain_shows_evidence_and_what_is_held_back() -> None:
    done = run("draft", "-", "--explain", stdin=NOTES)

    assert "rests on your words" in done.stdout.decode()
    assert "held back (" in done.stdout.decode()


def test_a_mail_file_answers_the_pasted_mail(tmp_path: Path) -> None:
    target = tmp_path / "note.eml"

    done = run("draft", "-", "--to", "recruiter", "--eml", str(target), stdin=NOTES)

    assert done.returncode == 0, done.stderr
    mail = message_from_bytes(target.read_bytes(), policy=policy.default)
    assert mail["To"] == "priya.nair@northwind.example"
    assert mail["Subject"] == "Re: Your application"
    assert mail["In-Reply-To"] == "<abc123@northwind.example>"
    assert "Priya" in mail.get_content()
    assert [p.name for p in tmp_path.iterdir()] == ["note.eml"]


def test_several_mail_files_go_into_a_folder(tmp_path: Path) -> None:
    run("draft", "-", "--to", "all", "--eml", str(tmp_path / "mails"), stdin=NOTES)

    assert len(list((tmp_path / "mails").glob("*.eml"))) == 2


def test_a_brief_corrected_by_hand_is_used(tmp_path: Path) -> None:
    brief = json.loads(run("read", "-", "--json", stdin=NOTES).stdout)
    brief["company"]["value"] = "Northwind Analytics Group"
    file = tmp_path / "brief.json"
    file.write_text(json.dumps(brief), encoding="utf-8")

    done = run("draft", "-", "--brief", str(file), "--json", stdin=NOTES)

    assert json.loads(done.stdout)["brief"]["company"]["value"].endswith("Group")


def test_flags_alone_are_enough_for_a_note() -> None:
    done = run("draft", "-", "--name", "Åse Brække", "--company", "Fjord Lab", stdin="")

    assert done.returncode == 0
    assert "Åse" in done.stdout.decode()


def test_the_seed_chooses_other_words_and_the_same_seed_the_same() -> None:
    texts = [
        run("draft", "-", "--seed", seed, stdin=NOTES).stdout
        for seed in ("1", "1", "2")
    ]

    assert texts[0] == texts[1] != texts[2]


@pytest.mark.parametrize(
    ("arguments", "stdin", "code", "message"),
    [
        (("draft", "-"), "", 2, "empty"),
        (("draft", "-"), b"\x00\x01\x02\xff\xfe" * 50, 2, "text"),
        (("draft", "-"), "word " * 8000, 2, "32"),
        (("draft", "/no/such/file"), "", 2, "/no/such/file"),
        (("draft", "/"), "", 2, "folder"),
        (("draft", "-", "--frobnicate"), "", 2, "--frobnicate"),
        (("draft", "-", "--to", "ceo"), "", 2, "ceo"),
        (("frobnicate",), "", 2, "frobnicate"),
        (("check", "-"), "", 2, "empty"),
        (("rules", "X999"), "", 2, "X999"),
        (("draft", "-", "--base-url", "nonsense"), NOTES, 3, "base_url"),
        (("draft", "-", "--deadline", "-3"), NOTES, 3, "deadline"),
        (("draft", "-", "--json", "--explain"), NOTES, 2, "exclude"),
        (
            ("draft", "-"),
            "Ich habe Frau Schneider bei der Firma getroffen und wir haben über die "
            "Arbeit mit den Kollegen gesprochen. Leider wurde die Stelle abgesagt.",
            2,
            "English",
        ),
    ],
    ids=lambda value: str(value)[:30],
)
def test_bad_input_is_one_line_and_the_right_exit_code(
    arguments: tuple[str, ...], stdin: str | bytes, code: int, message: str
) -> None:
    done = run(*arguments, stdin=stdin)

    assert message in one_line(done)
    assert done.returncode == code


def test_an_unreachable_model_still_gives_a_note_and_says_why() -> None:
    done = run("draft", "-", "--base-url", "http://127.0.0.1:9/v1", stdin=NOTES)

    assert done.returncode == 0
    assert "could not be reached" in done.stderr.decode()
    assert "Hi Dana," in done.stdout.decode()


def test_a_required_model_that_is_unreachable_is_exit_4() -> None:
    done = run(
        "draft",
        "-",
        "--require-model",
        "--base-url",
        "http://127.0.0.1:9/v1",
        stdin=NOTES,
        OPENAI_API_KEY="sk-very-secret",
    )

    assert done.returncode == 4
    assert b"sk-very-secret" not in done.stdout + done.stderr
    one_line(done)


def test_a_config_file_with_an_unknown_key_is_exit_3(tmp_path: Path) -> None:
    (tmp_path / "afternote").mkdir()
    (tmp_path / "afternote" / "config.toml").write_text("colour = 'red'\n")

    done = run("draft", "-", stdin=NOTES, XDG_CONFIG_HOME=str(tmp_path))

    assert done.returncode == 3
    assert "colour" in one_line(done)


def test_check_blocks_a_bitter_note_and_points_at_it() -> None:
    note = (
        "Hi Dana,\n\nThank you for letting me know about the Data Engineer role.\n\n"
        "I enjoyed talking about the dbt migration. You wasted my time and you should "
        "be ashamed.\n\nI would be glad to stay in touch.\n\nBest,\nSam"
    )

    done = run("check", "-", "--format", "json", stdin=note)

    found = json.loads(done.stdout)
    assert done.returncode == 1
    assert found["ok"] is False
    blocked = [p for p in found["problems"] if p["severity"] == "blocking"]
    assert any("ashamed" in note[p["start"] : p["end"]] for p in blocked)
    assert all(
        {"code", "name", "severity", "message", "repair", "start", "end"} == set(p)
        for p in found["problems"]
    )


def test_a_drafted_note_passes_check_against_its_notes(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text(NOTES, encoding="utf-8")
    note = run("draft", str(notes)).stdout

    done = run("check", "-", "--notes", str(notes), "--strict", stdin=note)

    assert done.returncode == 0, done.stdout.decode()


def test_check_without_notes_says_what_it_skipped() -> None:
    note = run("draft", "-", stdin=NOTES).stdout

    done = run("check", "-", stdin=note)

    assert "family F (faithful) was skipped" in done.stderr.decode()


@pytest.mark.parametrize("style", ["text", "github"])
def test_check_shows_the_place_in_every_format(style: str) -> None:
    note = "Hi Dana,\n\nYou wasted my time and you should be ashamed.\n"

    done = run("check", "-", "--format", style, stdin=note)

    shown = done.stdout.decode()
    assert done.returncode == 1
    assert ("^^^" in shown) if style == "text" else ("::error file=-,line=3" in shown)


def test_rules_shows_one_rule_with_its_why() -> None:
    code = json.loads(run("rules", "--json").stdout)[0]["code"]

    done = run("rules", code)

    assert code in done.stdout.decode()
    assert len(json.loads(run("rules", "--json").stdout)) >= 40


def test_doctor_works_without_a_model() -> None:
    done = run("doctor")

    assert done.returncode == 0
    assert "nothing is sent" in done.stdout.decode()


def test_a_closed_pipe_is_no_error() -> None:
    command = f"{sys.executable} -m afternote rules --json | head -1"

    done = subprocess.run(
        ["sh", "-c", command], capture_output=True, timeout=60, check=False
    )

    assert done.stderr == b""


def heeding_ctrl_c() -> None:
    """Undo what a shell does to its background jobs, from which tests may be run."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_ends_with_130_and_one_line() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "afternote", "draft", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heeding_ctrl_c,
    )
    time.sleep(2)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)

    assert process.returncode == 130
    assert errors.strip() == b"afternote: stopped"  # click ends the line of the ^C


HEAVY = ("langchain_core", "langsmith", "openai", "httpx2", "httpx", "yaml")


@pytest.mark.parametrize("arguments", [("--help",), ("draft", "-", "--offline")])
def test_the_offline_path_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    script = (
        "import sys; from afternote.cli import run; "
        f"code = run({list(arguments)!r}); "
        f"found = [n for n in {HEAVY!r} if n in sys.modules]; "
        "sys.stderr.write(repr((code, found)))"
    )

    done = subprocess.run(
        [sys.executable, "-c", script],
        input=NOTES.encode(),
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert done.stderr.decode().endswith("(0, [])")
