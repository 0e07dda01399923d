"""The bridge to Inspect AI; what needs the extra is skipped without it."""

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.evaluate.runs import GOOD, Says, case, ran, suite

from afternote.errors import ConfigError
from afternote.evaluate import inspecting

needs_extra = pytest.mark.skipif(
    find_spec("inspect_ai") is None, reason="needs the extra [inspect]"
)


@pytest.mark.skipif(find_spec("inspect_ai") is not None, reason="the extra is there")
def test_without_the_extra_export_says_how_to_get_it(tmp_path: Path) -> None:
    run = ran(suite([case()]), Says(GOOD), tmp_path / "r.jsonl")

    with pytest.raises(ConfigError, match=r"afternote\[inspect\]"):
        inspecting.write_log(run, None, tmp_path / "r.eval")


def test_importing_the_bridge_imports_no_inspect() -> None:
    assert "inspect_ai" not in sys.modules


@needs_extra
@pytest.mark.filterwarnings("ignore")
def test_an_exported_log_holds_every_note_and_score(tmp_path: Path) -> None:
    from inspect_ai.log import read_eval_log

    asked = suite([case("one"), case("two")])
    run = ran(asked, Says(GOOD), tmp_path / "r.jsonl")

    inspecting.write_log(run, asked, tmp_path / "r.json")
    log = read_eval_log(str(tmp_path / "r.json"))

    assert log.status == "success"
    assert [s.id for s in log.samples] == ["one", "two"]
    assert {s.output.completion for s in log.samples} == {GOOD}
    for sample, ours in zip(log.samples, run.samples, strict=True):
        assert {n: s.value == "C" for n, s in sample.scores.items()} == {
            n: s.ok for n, s in ours.scores.items()
        }


@needs_extra
@pytest.mark.filterwarnings("ignore")
def test_both_hosts_give_the_same_verdicts(tmp_path: Path) -> None:
    from inspect_ai import eval as run_task

    from afternote.evaluate import suite as suites
    from afternote.evaluate.target import Offline

    ours = ran(suites.load("linkedin"), Offline(), tmp_path / "r.jsonl", jobs=1)
    (log,) = run_task(
        inspecting.task_of("linkedin"),
        model="none/none",
        log_dir=str(tmp_path),
        display="none",
    )

    known = {s.id: s for s in ours.samples if s.error is None}
    compared = 0
    for sample in log.samples:
        for name, score in (
            known[sample.id].scores.items() if sample.id in known else ()
        ):
            assert sample.scores["afternote"].value[name] == float(score.ok)
            compared += 1
    assert compared > 300
