"""The gate, tested by planted regressions: each fails it and is pointed at."""

import json
from pathlib import Path

import pytest
from tests.evaluate.runs import (
    GOOD,
    NOTES,
    Says,
    case,
    offline,
    ran,
    sampled,
    suite,
)

from afternote.evaluate.gate import Verdict, compare, gate
from afternote.evaluate.record import Run
from afternote.evaluate.report import terminal
from afternote.evaluate.suite import Suite
from afternote.evaluate.target import Service
from afternote.models.scripted import Scripted
from afternote.settings import Settings

NAMES = ("one", "two", "three", "four", "five", "six", "seven", "eight")


def small(**asked: object) -> Suite:
    return suite([case(name) for name in NAMES], **asked)


def tampered(old: str, new: str) -> Says:
    """The good note for every case, but for "three" with *old* made *new*."""
    assert old in GOOD
    return Says(lambda c, _: GOOD.replace(old, new) if c.id == "three" else GOOD)


def judged(said: Says, folder: Path) -> Verdict:
    before = ran(small(), Says(GOOD), folder / "before.jsonl")
    after = ran(small(), said, folder / "after.jsonl")
    assert gate(before, small().gate).outcome == "pass"
    return compare(before, after)


@pytest.mark.parametrize(
    ("old", "new", "scorer"),
    [
        ("I was sorry to hear it", "You wasted my time and should be ashamed", "rules"),
        ("I would be glad to stay in touch, and I hope our paths cross again before "
         "long.\n\n", "", "rules"),
        ("I enjoyed our", "Though you were 20 min late, I enjoyed our", "avoids"),
        ("Hi Dana", "Hi Priya", "greets"),
        ("post-mortems", "post-mortems at Globex", "grounded"),
    ],
    ids=["bitter", "dropped move", "leaked complaint", "swapped name", "invention"],
)  # fmt: skip
def test_a_planted_regression_fails_and_is_pointed_at(
    tmp_path: Path, old: str, new: str, scorer: str
) -> None:
    verdict = judged(tampered(old, new), tmp_path)

    assert verdict.outcome == "fail"
    assert verdict.exit_code() == 1
    shown = [f for f in verdict.findings if f.what.startswith(f"{scorer}:")]
    assert [f.cases for f in shown] == [("three",)]
    assert "three" in terminal.verdict(verdict)


def test_the_same_notes_again_pass(tmp_path: Path) -> None:
    verdict = judged(Says(GOOD), tmp_path)

    assert (verdict.outcome, verdict.findings, verdict.flips) == ("pass", (), ())


def test_a_disabled_rule_fails_even_where_no_note_broke_it(tmp_path: Path) -> None:
    before = ran(small(), Says(GOOD), tmp_path / "r.jsonl")
    rules = {k: v for k, v in before.header.rules.items() if k != "T201"}
    header = before.header.model_copy(update={"rules": rules})

    verdict = compare(before, before.model_copy(update={"header": header}))

    assert verdict.outcome == "fail"
    assert "T201 resentment" in verdict.findings[0].what


def test_a_scorer_taken_out_of_the_gate_fails(tmp_path: Path) -> None:
    before = ran(small(), Says(GOOD), tmp_path / "a.jsonl")
    after = ran(small(hard=("rules",)), Says(GOOD), tmp_path / "b.jsonl")

    assert "avoids no longer counts" in " ".join(
        f.what for f in compare(before, after).findings
    )


def test_a_case_that_is_gone_makes_the_run_not_whole(tmp_path: Path) -> None:
    run = ran(small(), Says(GOOD), tmp_path / "r.jsonl")
    cut = run.model_copy(update={"samples": run.samples[1:]})

    assert gate(cut, small().gate).exit_code() == 5
    assert compare(run, cut).exit_code() == 5


def test_a_run_that_never_ended_is_not_whole(tmp_path: Path) -> None:
    run = ran(small(), Says(GOOD), tmp_path / "r.jsonl")

    assert gate(run.model_copy(update={"end": None}), small().gate).exit_code() == 5


def test_floors_and_ceilings_fail_a_run_by_itself(tmp_path: Path) -> None:
    plain = GOOD.replace("the dbt migration", "the work").replace(
        "your blameless post-mortems", "what you said"
    )
    run = ran(small(), Says(plain), tmp_path / "r.jsonl")
    asked = small(floors={"mentions": 0.5}, ceilings={"near_duplicates": 0.5}).gate

    found = [f.what for f in gate(run, asked).findings]

    assert any(what.startswith("mentions: 0.0%") for what in found)
    assert any(what.startswith("near_duplicates: 1.000") for what in found)


def worse(count: int, of: int = 40) -> tuple[Run, Run]:
    names = [f"c{n}" for n in range(of)]
    before = sampled({name: [True] * 3 for name in names})
    after = sampled({n: [i >= count] * 3 for i, n in enumerate(names)})
    return before, after


def test_a_significant_drop_of_a_sampled_target_fails() -> None:
    verdict = compare(*worse(8))

    assert verdict.outcome == "fail"
    assert verdict.paired is not None
    assert verdict.paired.difference == pytest.approx(-0.2)
    assert verdict.findings[0].cases[0] == "c0"


def test_a_drop_that_noise_explains_is_inconclusive_not_a_failure() -> None:
    verdict = compare(*worse(3))

    assert verdict.outcome == "inconclusive"
    assert (verdict.exit_code(), verdict.exit_code(strict=True)) == (0, 6)
    assert "would show" in verdict.findings[0].what


def test_many_like_cases_exclude_the_drop_that_matters() -> None:
    assert compare(*worse(0, of=200)).outcome == "pass"


def test_cases_of_one_cluster_are_one_witness() -> None:
    names = [f"c{n}" for n in range(40)]
    before = sampled({name: [True] for name in names})
    after = sampled(
        {n: [i >= 8] for i, n in enumerate(names)},
        clusters=dict.fromkeys(names[:8], "same"),
    )

    assert compare(before, after).outcome == "inconclusive"


def test_no_set_of_fallbacks_counts_as_the_models_success() -> None:
    run, _ = worse(0)
    fallen = tuple(
        s.model_copy(
            update={
                "output": s.output.model_copy(
                    update={
                        "origin": s.output.origin.model_copy(
                            update={"kind": "template", "reason": "unavailable"}
                        )
                    }
                )
            }
        )
        for s in run.samples
    )
    down = run.model_copy(update={"samples": fallen})

    assert compare(run, down).outcome == "fail"
    assert gate(down, small().gate).exit_code() == 5


GOOD_MOVES = {
    "subject": "Thank you",
    "acknowledge": "Thank you for letting me know about the decision on the Data "
    "Engineer role. I was sorry to hear it, and I respect the choice you made.",
    "appreciate": "I enjoyed our conversation about the dbt migration, and your "
    "blameless post-mortems have stayed with me since.",
    "keep_in_touch": "I would be glad to stay in touch, and I hope our paths cross "
    "again before long.",
}
RECORDED = {
    "better": GOOD_MOVES,
    "worse": GOOD_MOVES | {"appreciate": "You wasted my time, and you know it well."},
}
"""What a model answered to a good prompt and to one that asks for candour."""


@pytest.mark.parametrize(
    ("answers", "outcome"), [("better", "pass"), ("worse", "fail")]
)
def test_a_worse_prompt_fails_by_its_recorded_replies(
    tmp_path: Path, answers: str, outcome: str
) -> None:
    settings = Settings.model_validate({"base_url": "http://127.0.0.1:9/v1"})
    asked = suite([case(f"c{n}", NOTES) for n in range(12)], max_fallback=1.0)

    def service(name: str) -> Service:
        def say(messages: object) -> str:
            reading = messages[1].content.startswith("The notes:")
            return json.dumps({"facts": []} if reading else RECORDED[name])

        return Service(settings, Scripted(say))

    before = ran(asked, service("better"), tmp_path / "a.jsonl")
    after = ran(asked, service(answers), tmp_path / "b.jsonl")

    verdict = compare(before, after, max_drop=0.3)

    assert verdict.outcome == outcome
    if outcome == "fail":
        assert {s.fallback for s in after.samples} == {True}


def test_what_the_templates_say_is_judged_anew_from_its_text(tmp_path: Path) -> None:
    run = offline(small(), tmp_path / "r.jsonl")

    assert all(s.scores["rules"].ok for s in run.samples)
