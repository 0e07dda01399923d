"""`afternote batch`: a line in, a row out, exactly once, whatever happens meanwhile."""

import csv
import io
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.batch.crowd import Crowd

NOTES = (
    "Met {first} Whitfield, head of data at {firm} Analytics. Data Engineer role.\n"
    "Talked about the {topic}. {first} was 20 min late.\nRejected by email. Sam Rivera"
)
FIRSTS = "Dana Olive Petra Wanda Hugo Milo Edgar Clara Nadia Boris Felix".split()
FIRMS = (
    "Northwind Halden Brackwater Ashford Tolland Merrow Quillon Sable Ridgeway".split()
)
TOPICS = ["dbt migration", "on-call rota", "vendor audit", "hiring plan", "night shift"]
TOPICS += ["pager rules", "data contracts", "team rituals", "river model", "map tiles"]


ASKED = {None, "repairs"}
"""Reasons of notes that the model was asked for: the second where it said the same."""


def lines(count: int, **more: object) -> list[dict[str, object]]:
    return [{"id": f"c-{i}", "notes": notes(i), **more} for i in range(count)]


def notes(at: int) -> str:
    """Rough notes of candidate *at*: 990 of them differ in firm, reader or topic."""
    return NOTES.format(
        topic=TOPICS[at % 10], first=FIRSTS[at % 11], firm=FIRMS[at % 9]
    )


def write(path: Path, given: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in given))
    return path


def start(
    *arguments: object, cap: Callable[[], None] | None = None, **environ: str
) -> "subprocess.Popen[bytes]":
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "PYTHONPATH", "HOME")}  # noqa: TID251
    return subprocess.Popen(
        [sys.executable, "-m", "afternote", "batch", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=kept | {"XDG_CONFIG_HOME": "/nonexistent"} | environ,
        start_new_session=True,
        preexec_fn=cap,
    )


def _heeding_ctrl_c() -> None:
    """A test run in the background inherits that Ctrl-C is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def run(*arguments: object, **more: Any) -> tuple[int, str]:
    process = start(*arguments, **more)
    _, told = process.communicate(timeout=300)
    return process.returncode, told.decode()


def rows(path: Path) -> list[dict[str, Any]]:
    raw = path.read_bytes()
    assert raw.endswith(b"\n")
    return [json.loads(line) for line in raw.splitlines()]


def kill_all(process: "subprocess.Popen[bytes]") -> None:
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def test_a_line_in_is_a_row_out_with_what_draft_prints_and_the_id(
    tmp_path: Path,
) -> None:
    given = lines(8, to="recruiter", channel="linkedin")
    out = tmp_path / "out.jsonl"

    code, told = run(write(tmp_path / "in.jsonl", given), "-o", out)

    assert code == 0
    found = rows(out)
    assert [row["id"] for row in found] == [line["id"] for line in given]
    for row in found:
        assert set(row) == {"id", "notes", "brief"}
        note = row["notes"][0]
        assert (note["to"], note["channel"]) == ("recruiter", "linkedin")
        assert note["origin"]["kind"] == "template"
        assert "20 min" not in note["text"]
    assert "8 rows" in told
    assert "no model is configured" in told


def test_the_same_batch_offline_gives_the_same_bytes(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", lines(40))

    for name, jobs in (("a", 1), ("b", 2)):
        assert run(source, "-o", tmp_path / f"{name}.jsonl", "--jobs", jobs)[0] == 0

    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def test_bad_lines_become_rows_and_the_exit_code_says_so(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    good = [json.dumps(line) for line in lines(2)]
    bad = [
        "not json SECRET",
        "[1]",
        '{"id": "x", "notez": "SECRET"}',
        '{"id": "y", "notes": "SECRET met Dana", "to": "SECRET"}',
        '{"id": 7, "notes": ""}',
        '{"id": "u", "notes": "a\\ud800b met Dana"}',
        '{"notes": "' + "SECRET " * 5000 + '"}',
        '{"notes": "' + "a" * 1_100_000 + '"}',
    ]
    source.write_text("\n".join(["\ufeff" + good[0], "", *bad, good[1]]))
    out = tmp_path / "out.jsonl"

    code, told = run(source, "-o", out)

    assert code == 1
    found = rows(out)
    assert len(found) == 10
    assert [row["id"] for row in found] == [
        "c-0", None, None, "x", "y", 7, "u", 9, None, "c-1",
    ]  # fmt: skip
    errors = [row["error"] for row in found if "error" in row]
    assert [error["line"] for error in errors] == list(range(3, 11))
    assert [error["kind"] for error in errors] == [
        *["line-unusable"] * 4, "notes-unusable", "line-unusable", "notes-unusable",
        "line-unusable",
    ]  # fmt: skip
    assert "SECRET" not in out.read_text() + told
    assert "8 rows hold an" in told


def test_csv_in_and_out(tmp_path: Path) -> None:
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    with source.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "notes", "to", "connect", "seed", "name"])
        for line in lines(3):
            notes = f'{line["notes"]}\nShe said "hello, there"'
            writer.writerow([line["id"], notes, "manager", "yes", "3", ""])
        writer.writerow(["bad", "met Dana", "nobody", "", "", ""])
        writer.writerow(["odd", "met Dana", "", "", "many", ""])

    code, _ = run(source, "-o", out)

    assert code == 1
    found = list(csv.DictReader(io.StringIO(out.read_text())))
    assert [row["id"] for row in found] == ["c-0", "c-1", "c-2", "bad", "odd"]
    assert "LinkedIn" in found[0]["text"]
    assert found[0]["text"] == json.loads(found[0]["object"])["notes"][0]["text"]
    assert found[3]["error"].startswith("to: ")
    assert found[4]["error"] == "seed: is no number"


@pytest.mark.parametrize("mode", ["offline", "model"])
def test_killed_at_any_moment_every_line_is_there_once(
    tmp_path: Path, mode: str
) -> None:
    count, chance = 80, random.Random(mode)
    source = write(tmp_path / "in.jsonl", lines(count))
    out = tmp_path / "out.jsonl"
    with Crowd(delay=0.1) as crowd:
        asked = ["--ordered"]
        if mode == "model":
            asked += ["--base-url", crowd.url, "--jobs", "8"]
        deaths = 0
        while True:
            process = start(source, "-o", out, *asked)
            try:
                process.wait(chance.uniform(0.3, 2.5) if deaths < 6 else 120)
                break
            except subprocess.TimeoutExpired:
                kill_all(process)
                deaths += 1
                part = out.with_name("out.jsonl.part")
                assert not out.exists() or not part.exists()
                assert deaths < 7, "it does not come to an end"
        _, told = process.communicate()

    assert process.returncode == 0, told
    assert deaths >= 2
    assert [row["id"] for row in rows(out)] == [f"c-{i}" for i in range(count)]
    if mode == "model":
        assert {row["notes"][0]["origin"]["reason"] for row in rows(out)} <= ASKED
    assert run(source, "-o", out, *asked)[0] == 0, "and once more it is done already"
    assert len(rows(out)) == count


def test_children_that_are_killed_are_replaced(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", lines(100)), tmp_path / "out.jsonl"
    process = start(source, "-o", out)
    killed = 0
    while process.poll() is None and killed < 3:
        time.sleep(0.7)
        for child in _children(process.pid):
            os.kill(child, signal.SIGKILL)
            killed += 1

    assert process.wait(120) == 0
    process.communicate()
    assert len(rows(out)) == 100


def _children(pid: int) -> list[int]:
    """The processes below *pid* that draft: those of its fork server."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        found.append((int(stat.parent.name), int(fields[1])))
    below = {child for child, parent in found if parent == pid}
    return [child for child, parent in found if parent in below]


def test_no_child_outlives_its_parent(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", lines(2000)), tmp_path / "out.jsonl"
    process = start(source, "-o", out)
    _until(lambda: len(_children(process.pid)) >= 1)
    children = _children(process.pid)
    process.kill()
    process.communicate()

    _until(lambda: not any(Path(f"/proc/{c}/cmdline").exists() for c in children))


def _until(true: Callable[[], bool]) -> None:
    ends = time.monotonic() + 60
    while not true():
        assert time.monotonic() < ends
        time.sleep(0.05)


def test_two_at_one_output_exclude_each_other(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", lines(500)), tmp_path / "out.jsonl"
    first = start(source, "-o", out)
    _until(out.with_name("out.jsonl.ledger").exists)

    code, told = run(source, "-o", out)
    kill_all(first)

    assert (code, told.count("\n")) == (2, 1)
    assert "another batch" in told


def test_another_input_or_a_file_that_is_there_is_refused(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", lines(2)), tmp_path / "out.jsonl"
    out.write_text("mine\n")
    code, told = run(source, "-o", out)
    assert (code, out.read_text()) == (2, "mine\n")
    assert "is there already" in told

    out.unlink()
    assert run(source, "-o", out)[0] == 0
    write(source, lines(3))
    code, told = run(source, "-o", out)
    assert code == 2
    assert "another input" in told
    assert len(rows(out)) == 2


def test_a_full_disk_is_one_line_and_the_run_goes_on_afterwards(
    tmp_path: Path,
) -> None:
    source, out = write(tmp_path / "in.jsonl", lines(120)), tmp_path / "out.jsonl"

    def cap() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    code, told = run(source, "-o", out, cap=cap)
    assert code == 3, told
    assert told.count("\n") == 1
    assert "afternote: " in told
    assert not out.exists()

    assert run(source, "-o", out)[0] == 0
    assert [row["id"] for row in rows(out)] == [f"c-{i}" for i in range(120)]


def test_ctrl_c_ends_it_in_one_line_and_the_run_goes_on(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", lines(150)), tmp_path / "out.jsonl"
    process = start(source, "-o", out, cap=_heeding_ctrl_c)
    part = out.with_name("out.jsonl.part")
    _until(lambda: part.exists() and part.stat().st_size > 0)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)

    assert (process.returncode, told.strip()) == (130, b"afternote: stopped")
    assert run(source, "-o", out)[0] == 0
    assert len(rows(out)) == 150


def test_an_endpoint_that_bears_little_is_asked_no_more_than_it_bears(
    tmp_path: Path,
) -> None:
    source, out = write(tmp_path / "in.jsonl", lines(120)), tmp_path / "out.jsonl"
    with Crowd(room=4, delay=0.05) as crowd:
        code, told = run(source, "-o", out, "--base-url", crowd.url, "--jobs", 64)

        assert code == 0, told
        assert {row["notes"][0]["origin"]["reason"] for row in rows(out)} <= ASKED
        assert crowd.refused < crowd.calls / 3


def test_the_budget_is_kept_and_templates_step_in(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", lines(60)), tmp_path / "out.jsonl"
    with Crowd(delay=0.02) as crowd:
        asked = ["--base-url", crowd.url, "--price", "10/10", "--budget-usd", "0.1"]
        code, told = run(source, "-o", out, *asked)

    assert code == 0, told
    made = [row["notes"][0] for row in rows(out)]
    spent = sum(note["usage"]["cost_usd"] for note in made)
    assert 0.05 < spent <= 0.1
    assert {n["origin"]["reason"] for n in made} == {*ASKED, "calls"}
    assert f"${spent:.2f}" in told


def test_a_budget_without_a_price_is_wrong_usage(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", lines(1)), tmp_path / "out.jsonl"

    code, told = run(source, "-o", out, "--budget-usd", "1")

    assert (code, told.count("\n")) == (2, 1)
    assert not out.exists()


def test_a_model_that_is_gone_costs_notes_but_no_line(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", lines(6)), tmp_path / "out.jsonl"
    asked = ["--base-url", "http://127.0.0.1:9/v1", "--require-model"]

    code, told = run(source, "-o", out, *asked, "--deadline", "2")

    assert code == 1
    assert {row["error"]["kind"] for row in rows(out)} == {"model-unavailable"}
    assert "6 rows hold" in told
