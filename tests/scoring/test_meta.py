"""The meta-evaluation: its figures, its verdict, and that it gives no row away."""

import importlib
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from afternote.rules import all_rules
from afternote.scoring import FAULTS

RULES = Path(__file__).parents[2] / "evals" / "rules"


@pytest.fixture(scope="module")
def meta() -> ModuleType:
    sys.path.insert(0, str(RULES))
    try:
        return importlib.import_module("meta")
    finally:
        sys.path.remove(str(RULES))


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [(95, 100, 0.888, 0.978), (0, 20, 0.0, 0.161), (20, 20, 0.839, 1.0)],
)
def test_the_interval_is_wilson_s(
    meta: ModuleType, hits: int, total: int, low: float, high: float
) -> None:
    assert meta.wilson(hits, total) == pytest.approx((low, high), abs=0.001)


@pytest.mark.parametrize(
    ("before", "now", "lost"),
    [
        ("1111111111", "1111111111", False),
        ("1111111111", "0111111111", False),
        ("1111111111", "0000111111", False),
        ("1111111111", "0000011111", True),
        ("1111100000", "0000011111", False),
        ("0000000000", "1111111111", False),
    ],
)
def test_a_drop_counts_once_it_is_beyond_noise(
    meta: ModuleType, before: str, now: str, lost: bool
) -> None:
    assert meta.lost_beyond_noise(before, now) is lost


def test_one_lost_measure_fails_the_comparison(
    meta: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    was = {"a": "1" * 20, "b": "1" * 20}
    assert meta.compared("tune", was, {"a": "1" * 20, "b": "0" + "1" * 19})
    assert not meta.compared("tune", was, {"a": "1" * 20, "b": "0" * 6 + "1" * 14})
    assert "LOST" in capsys.readouterr().out


def test_every_fault_has_rules_that_exist(meta: ModuleType) -> None:
    there = {rule.code for rule in all_rules()}
    assert set(FAULTS) <= set(meta.RULE_OF)
    assert {code for codes in meta.RULE_OF.values() for code in codes} <= there


def test_an_outcome_holds_codes_and_figures_and_no_text(meta: ModuleType) -> None:
    notes = meta.judged.of_notes("dogwood")
    sentences = meta.judged.of_sentences("dogwood")
    assert {o.kind for o in notes} == {"good", "fault", "invention"}
    for outcome in (*notes, *sentences):
        assert outcome.kind in ("good", "near", "fault", "invention")
        assert outcome.author == "dogwood"
        assert outcome.fault is None or outcome.fault in meta.RULE_OF
        assert outcome.family is None or outcome.family in "STPFL"
        for code in outcome.own | outcome.strict | outcome.placed:
            assert re.fullmatch(r"[STPFL]\d{3}", code)


def test_what_a_draft_must_keep_a_person_s_note_may_break(meta: ModuleType) -> None:
    for outcome in meta.judged.of_notes("dogwood"):
        assert outcome.own <= outcome.strict
