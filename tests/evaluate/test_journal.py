"""The run file: whole after kill -9 at any byte, resumed without loss or repetition."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.evaluate.runs import GOOD, Says, case, ran, suite

from afternote.errors import InputError
from afternote.evaluate import journal, runner
from afternote.evaluate.journal import Journal


def small() -> object:
    return suite([case(name) for name in ("one", "two", "three", "four")])


def resumed(path: Path, said: Says) -> journal.Run:
    with Journal(path) as lines:
        plan = runner.Plan(small(), said)
        return asyncio.run(runner.run(plan, lines, resume=True))


def test_a_run_file_reads_back_as_the_run_it_is(tmp_path: Path) -> None:
    run = ran(small(), Says(GOOD), tmp_path / "r.jsonl")

    assert journal.read(tmp_path / "r.jsonl") == run
    assert run.missing == 0


@pytest.mark.parametrize("cut", [1, 9, 200, 900])
def test_a_line_cut_by_a_kill_does_not_swallow_the_next(
    tmp_path: Path, cut: int
) -> None:
    path = tmp_path / "r.jsonl"
    ran(small(), Says(GOOD), path)
    header, *samples, _ = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(header + samples[0] + samples[1][:cut])
    asked: list[str] = []

    run = resumed(path, Says(lambda c, _: asked.append(c.id) or GOOD))

    assert len(asked) == 3
    assert sorted(s.id for s in run.samples) == ["four", "one", "three", "two"]
    assert journal.read(path) == run
    for line in path.read_text().splitlines():
        json.loads(line)


def test_a_run_that_was_whole_is_not_run_again(tmp_path: Path) -> None:
    first = ran(small(), Says(GOOD), tmp_path / "r.jsonl")

    again = resumed(tmp_path / "r.jsonl", Says("should not be asked"))

    assert again.samples == first.samples


@pytest.mark.parametrize("held", [None, "", '{"type":"ru'], ids=["no", "empty", "cut"])
def test_resuming_what_never_began_begins_it(tmp_path: Path, held: str | None) -> None:
    path = tmp_path / "r.jsonl"
    if held is not None:
        path.write_text(held)

    assert resumed(path, Says(GOOD)).missing == 0
    assert journal.read(path).missing == 0


def test_what_ended_in_an_error_is_tried_again(tmp_path: Path) -> None:
    def fails(c: object, _: int) -> str:
        if c.id == "two":
            raise InputError("gone")
        return GOOD

    first = ran(small(), Says(fails), tmp_path / "r.jsonl")
    again = resumed(tmp_path / "r.jsonl", Says(GOOD))

    assert first.missing == 1
    assert again.missing == 0


def test_another_suite_is_not_mixed_into_a_run(tmp_path: Path) -> None:
    ran(suite([case("other")]), Says(GOOD), tmp_path / "r.jsonl")

    with pytest.raises(InputError, match="suite_version"):
        resumed(tmp_path / "r.jsonl", Says(GOOD))


@pytest.mark.parametrize("text", ["", "hello\n", '{"type":"sample"}\n', "[1]\n"])
def test_what_is_no_run_file_is_named_in_one_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.jsonl").write_text(text)

    with pytest.raises(InputError, match=r"x\.jsonl"):
        journal.read(tmp_path / "x.jsonl")


def test_a_note_with_odd_line_ends_stays_one_line(tmp_path: Path) -> None:
    odd = GOOD.replace("\n\n", "\u2028\x85\n")

    run = ran(small(), Says(odd), tmp_path / "r.jsonl")

    assert journal.read(tmp_path / "r.jsonl").samples == run.samples


def test_a_baseline_differs_only_where_notes_or_scores_do(tmp_path: Path) -> None:
    one = ran(small(), Says(GOOD), tmp_path / "a.jsonl")
    two = ran(small(), Says(GOOD), tmp_path / "b.jsonl")

    assert journal.settled(one) == journal.settled(two)


def test_kill_nine_in_the_middle_loses_and_repeats_nothing(tmp_path: Path) -> None:
    """A real process, a real SIGKILL, the shipped suite."""
    path = tmp_path / "r.jsonl"
    command = [sys.executable, "-m", "afternote", "eval", "run", "recruiter", "-j1",
               "-o", str(path)]  # fmt: skip
    env = {k: v for k, v in os.environ.items() if k in ("PATH", "PYTHONPATH", "HOME")}  # noqa: TID251
    process = subprocess.Popen(
        command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and process.poll() is None:
        if path.exists() and path.read_bytes().count(b"\n") > 5:
            break
        time.sleep(0.002)
    process.send_signal(signal.SIGKILL)
    process.wait()
    before = journal.read(path)
    assert before.end is None, "the run was over before it could be killed"

    subprocess.run([*command, "--resume"], env=env, capture_output=True, check=False)

    after = journal.read(path)
    lines = path.read_text().count('"type":"sample"')
    assert after.missing == 0
    assert lines == after.expected
    assert {s.id: s for s in before.samples}.items() <= {
        s.id: s for s in after.samples
    }.items()
