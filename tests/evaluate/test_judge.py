"""The judge: unscored where it cannot be read, and tested before it is used."""

import json
from pathlib import Path

import pytest
from tests.evaluate.runs import GOOD, NOTES, Says, case, suite

from afternote.errors import InputError, ModelReplied, ModelUnavailable
from afternote.evaluate import runner
from afternote.evaluate.journal import Journal
from afternote.evaluate.judge import Judge, Labelled, agreement, labelled
from afternote.evaluate.record import Run
from afternote.evaluate.report import terminal
from afternote.evaluate.summary import summarize
from afternote.models.scripted import Scripted
from afternote.settings import Settings

pytestmark = pytest.mark.anyio

SETTINGS = Settings.model_validate({"base_url": "http://127.0.0.1:9/v1"})


def judge(say: object) -> Judge:
    return Judge(Scripted(lambda messages: say(messages[1].content)), SETTINGS)


def verdict(word: str) -> str:
    return json.dumps({"reason": "Because.", "verdict": word})


async def run(judging: Judge, path: Path) -> Run:
    plan = runner.Plan(
        suite([case()]), Says(GOOD), extra=("judge",), agreement={"kappa": 0.71}
    )
    with Journal(path) as journal:
        return await runner.run(plan, journal, judge=judging)


async def test_the_judge_sees_notes_and_note_and_its_reason_is_kept() -> None:
    seen: list[str] = []

    score = await judge(lambda text: seen.append(text) or verdict("hold"))(case(), GOOD)

    assert (score.ok, score.reason) == (False, "Because.")
    assert NOTES.strip() in seen[0]
    assert GOOD in seen[0]


@pytest.mark.parametrize(
    "answer",
    [
        "I would rather not say.",
        json.dumps({"reason": "x", "verdict": "maybe"}),
        ModelReplied("cut", reason="unreadable"),
        ModelUnavailable("gone", reason="refused"),
    ],
    ids=["prose", "no verdict", "cut", "refused"],
)
async def test_what_is_no_verdict_is_unscored_and_no_failure(
    tmp_path: Path, answer: object
) -> None:
    done = await run(judge(lambda _: answer), tmp_path / "r.jsonl")

    score = done.samples[0].scores["judge"]
    rate = summarize(done).scorers["judge"]
    assert score.ok is None
    assert (rate.passed, rate.of, rate.unscored) == (0, 0, 1)


async def test_the_agreement_is_told_before_anything_else(tmp_path: Path) -> None:
    done = await run(judge(lambda _: verdict("send")), tmp_path / "r.jsonl")

    text = terminal.table(done, summarize(done))

    assert text.startswith("judge against labels: kappa 0.71")


async def test_agreement_counts_what_it_sends_and_what_it_holds() -> None:
    known = (
        *[Labelled("n", f"fine {i}", send=True) for i in range(8)],
        *[Labelled("n", f"foul {i}", send=False) for i in range(8)],
        Labelled("n", "odd", send=True),
    )

    def say(text: str) -> str:
        if "odd" in text:
            return "?"
        right = "send" if "fine" in text else "hold"
        return verdict("send" if "foul 0" in text else right)

    found = await agreement(judge(say), known)

    assert (found["TPR"], found["TNR"]) == (1.0, 0.875)
    assert found["kappa"] == pytest.approx(0.875)
    assert found["unscored"] == pytest.approx(1 / 17)


def test_the_labelled_notes_are_as_many_good_as_bad(tmp_path: Path) -> None:
    rows = [
        {"notes": "n", "note": str(i), "label": "good" if i % 3 else "bad"}
        for i in range(30)
    ]
    text = "\n".join(json.dumps(row) for row in rows)
    (tmp_path / "notes.jsonl").write_text(text)

    found = labelled(str(tmp_path))

    assert sum(one.send for one in found) * 2 == len(found) == 20


def test_without_labels_there_is_no_judging(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="tested before it judges"):
        labelled(str(tmp_path))


async def test_a_judge_that_says_nothing_readable_is_shown_as_unscored(
    tmp_path: Path,
) -> None:
    done = await run(judge(lambda _: "?"), tmp_path / "r.jsonl")

    assert "1 unscored" in terminal.table(done, summarize(done))
