"""The progress bar: right about rate and time left, silent in a pipe."""

import pytest
from tests.evaluate.runs import sampled

from afternote.cli.progress import Bar

SAMPLE = sampled({"one": [True]}).samples[0]


def test_a_pipe_gets_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with Bar() as bar:
        bar.tell(SAMPLE, 1, 2)

    assert capsys.readouterr() == ("", "")


def test_the_bar_says_how_fast_and_how_long_still() -> None:
    assert Bar().line(50, 200, 10.0).endswith("50/200  5.0/s  0:30 left")


def test_what_a_resumed_run_held_counts_as_done_but_not_as_speed() -> None:
    bar = Bar()
    bar.tell(SAMPLE, 101, 200)

    assert bar.line(110, 200, 5.0).endswith("110/200  2.0/s  0:45 left")


def test_errors_are_told_at_once() -> None:
    bar = Bar()
    bar.tell(SAMPLE.model_copy(update={"error": "gone"}), 1, 2)

    assert bar.line(1, 2, 1.0).endswith("1 errors")
