"""`afternote eval` as its users meet it: exit codes, files, pipes, one-line errors."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from tests.evaluate.runs import GOOD, NOTES
from tests.fault_server import FaultServer

from afternote.evaluate import journal

ASKED = """why = "It is small."
scorers = ["rules", "greets", "avoids", "mentions"]
[gate]
hard = ["rules", "greets", "avoids"]
"""
CASE = f'''why = "It shows."
notes = """
{NOTES}"""
[expect]
greets = ["Dana Whitfield"]
mentions = ["dbt migration", "post-mortems"]
avoids = ["20 min", "85k", "{{}}"]
'''


def run(
    *arguments: str, cwd: Path, stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    env = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME")}  # noqa: TID251
    root = Path(__file__).parents[2]
    return subprocess.run(
        [sys.executable, "-m", "afternote", "eval", *arguments],
        cwd=cwd,
        env=env | {"PYTHONPATH": str(root / "service"), "XDG_CONFIG_HOME": "/none"},
        input=stdin,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with two suites: "good" can be met, "bad" asks for the impossible."""
    for name, planted in (("good", "flinched"), ("bad", "thank")):
        cases = tmp_path / name / "cases"
        cases.mkdir(parents=True)
        (tmp_path / name / "suite.toml").write_text(ASKED)
        (cases / "one.toml").write_text(CASE.format(planted))
    return tmp_path


def test_a_run_that_passes_writes_every_report_asked_for(place: Path) -> None:
    done = run("run", "good", "-o", "r.jsonl", "--html", "r.html", "--junit", "r.xml",
               "--md", "r.md", "--csv", "r.csv", cwd=place)  # fmt: skip

    assert done.returncode == 0, done.stdout + done.stderr
    assert "PASS" in done.stdout
    assert (place / "r.html").read_text().startswith("<!doctype html>")
    ET.parse(place / "r.xml")  # noqa: S314 - our own
    assert "PASS" in (place / "r.md").read_text()
    assert (place / "r.csv").read_text().startswith("id,epoch,")
    assert not list(place.glob(".*.part"))


def test_a_failed_gate_exits_1_and_names_the_case(place: Path) -> None:
    done = run("run", "bad", cwd=place)

    assert done.returncode == 1
    assert "FAIL" in done.stdout
    assert "one" in done.stdout


def test_bless_then_gate_then_a_regression(place: Path) -> None:
    assert run("run", "good", "-o", "a.jsonl", cwd=place).returncode == 0
    assert run("bless", "a.jsonl", cwd=place).returncode == 0
    assert run("gate", "a.jsonl", cwd=place).returncode == 0
    assert (place / "eval-baselines/good-offline.jsonl").is_file()
    note = {"id": "one", "text": GOOD.replace("Hi Dana", "Hi Priya")}
    (place / "given.jsonl").write_text(json.dumps(note))

    worse = run("run", "good", "--target", "file:given.jsonl", "--baseline", "a.jsonl",
                "-o", "b.jsonl", cwd=place)  # fmt: skip
    told = run("compare", "a.jsonl", "b.jsonl", cwd=place)

    assert worse.returncode == told.returncode == 1
    assert "greets 'Priya'" in told.stdout


def test_notes_you_already_have_may_come_as_csv(place: Path) -> None:
    with (place / "given.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["id", "text"], ["one", GOOD]])

    done = run("run", "good", "--target", "file:given.csv", cwd=place)

    assert done.returncode == 0, done.stdout + done.stderr


def test_a_cut_run_exits_5_until_it_is_resumed(place: Path) -> None:
    run("run", "good", "-o", "a.jsonl", cwd=place)
    whole = (place / "a.jsonl").read_text()
    (place / "a.jsonl").write_text(whole[: whole.index('"type":"sample"') + 50])

    assert run("gate", "a.jsonl", cwd=place).returncode == 5
    assert run("bless", "a.jsonl", cwd=place).returncode == 5
    resumed = run("run", "good", "-o", "a.jsonl", "--resume", cwd=place)
    assert resumed.returncode == 0, resumed.stderr
    assert run("gate", "a.jsonl", cwd=place).returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("run", "nonesuch"),
        ("run", "good", "--target", "moon"),
        ("run", "good", "--target", "service"),
        ("run", "good", "--target", "file:none.csv"),
        ("run", "good", "--only", "nonesuch"),
        ("run", "good", "--price", "cheap", "--html", "x.html"),
        ("run", "good", "-o", "/proc/none/r.jsonl"),
        ("run", "good", "--judge"),
        ("show", "none.jsonl"),
        ("compare", "good/suite.toml", "good/suite.toml"),
        ("frobnicate",),
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_2_in_one_line(place: Path, arguments: tuple[str]) -> None:
    done = run(*arguments, cwd=place)

    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith("afternote: ")
    assert done.stderr.count("\n") == 1
    assert not (place / "x.html").exists()


def test_a_closed_pipe_ends_it_quietly(place: Path) -> None:
    run("run", "good", "-o", "a.jsonl", cwd=place)
    env = {"PATH": os.environ["PATH"]}  # noqa: TID251
    env["PYTHONPATH"] = str(Path(__file__).parents[2] / "service")
    command = f"{sys.executable} -m afternote eval show a.jsonl --case o | head -1"

    done = subprocess.run(
        ["sh", "-c", command], cwd=place, env=env, capture_output=True, text=True
    )

    assert done.stderr == ""
    assert done.stdout == "=== one\n"


def test_ctrl_c_stops_it_in_one_line_and_keeps_what_is_done(tmp_path: Path) -> None:
    env = {"PATH": os.environ["PATH"]}  # noqa: TID251
    env["PYTHONPATH"] = str(Path(__file__).parents[2] / "service")
    command = [sys.executable, "-m", "afternote", "eval", "run", "core", "-j2"]
    process = subprocess.Popen(
        [*command, "-o", "r.jsonl"],
        cwd=tmp_path,
        env=env,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
        # undo what a shell does to its background jobs, from which tests may be run
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    path = tmp_path / "r.jsonl"
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and process.poll() is None:
        if path.exists() and path.read_bytes().count(b"\n") > 3:
            break
        time.sleep(0.002)

    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=30)

    assert process.returncode == 130
    assert told.strip() == "afternote: stopped"
    assert len(journal.read(path).samples) >= 3


def test_show_lists_only_what_failed(place: Path) -> None:
    run("run", "bad", "-o", "a.jsonl", cwd=place)

    shown = run("show", "a.jsonl", "--failed", cwd=place).stdout

    assert "FAIL     avoids: says 'thank'" in shown


def test_two_runs_of_the_templates_give_the_same_notes(place: Path) -> None:
    for name in ("a", "b"):
        run("run", "good", "-o", f"{name}.jsonl", cwd=place)
        run("bless", f"{name}.jsonl", "-o", f"{name}.blessed", cwd=place)

    assert (place / "a.blessed").read_text() == (place / "b.blessed").read_text()


@pytest.mark.parametrize("target", ["service", "model"])
def test_a_dead_model_makes_the_run_not_whole(
    place: Path, fault_server: FaultServer, target: str
) -> None:
    done = run("run", "good", "--target", target, "--base-url",
               fault_server.url("401"), cwd=place)  # fmt: skip

    assert done.returncode == 5, done.stdout + done.stderr
    assert "NOT WHOLE" in done.stdout


def test_a_model_that_answers_is_scored_and_its_cost_told(
    place: Path, fault_server: FaultServer
) -> None:
    done = run("run", "good", "--target", "service", "--base-url",
               fault_server.url("good"), "--price", "1/2", "--epochs", "2",
               cwd=place)  # fmt: skip

    assert done.returncode == 0, done.stdout + done.stderr
    assert "origins: model 2" in done.stdout
    assert "calls 4, tokens 400 in 80 out, $0.0006" in done.stdout


def test_the_wrong_answers_of_a_bare_model_fail_the_gate(
    place: Path, fault_server: FaultServer
) -> None:
    done = run("run", "good", "--target", "model", "--base-url",
               fault_server.url("good"), cwd=place)  # fmt: skip

    assert done.returncode == 1, done.stdout + done.stderr
    assert "there is no note" in done.stdout
