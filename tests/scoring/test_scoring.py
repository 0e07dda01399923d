"""The scorer as shipped: what it says, how fast, and what a broken file does."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import assert_linear

from afternote import scoring
from afternote.errors import ConfigError
from afternote.scoring.features import LIMIT, features
from afternote.scoring.weights import FILE, Label, load, pack, unpack

TUNE = Path(__file__).parents[2] / "evals" / "rules" / "labels" / "dogwood"


def _tune_rows() -> list[dict]:
    lines = (TUNE / "sentences.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_every_label_has_a_probability() -> None:
    scores = scoring.scores("Thank you for letting me know about the role.")
    assert set(scores) == set(scoring.LABELS)
    assert all(0 <= score <= 1 for score in scores.values())


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Thank you for letting me know about your decision.", "acknowledge"),
        ("I really enjoyed hearing about the archive.", "appreciate"),
        ("I hope our paths cross again.", "keep_in_touch"),
        ("Please keep me in mind if another post opens up.", "ask_keep_in_mind"),
        ("I was disappointed, of course, but I understand.", "disappointment"),
        ("I would ask you to reconsider your decision.", "reconsider"),
        ("You will be hearing from my solicitor.", "threatening"),
        ("I look forward to joining the team on Monday.", "still_open"),
    ],
)
def test_a_plain_sentence_is_known_for_what_it_is(sentence: str, label: str) -> None:
    assert scoring.flags(sentence, label)


def test_a_flag_is_a_probability_of_at_least_a_half() -> None:
    for row in _tune_rows():
        known = scoring.scores(row["text"])
        for label in scoring.LABELS:
            assert scoring.flags(row["text"], label) == (known[label] >= 0.5)


def test_a_stranger_s_clean_sentences_are_hardly_ever_flagged() -> None:
    clean = [r for r in _tune_rows() if r["fault"] is None and r["near_miss"] is None]
    flagged = [
        row
        for row in clean
        if any(scoring.flags(row["text"], fault) for fault in scoring.FAULTS)
    ]
    assert len(clean) > 100
    assert len(flagged) <= 0.02 * len(clean)


def test_a_stranger_s_faults_are_named_rightly_where_they_are_caught() -> None:
    faulty = [row for row in _tune_rows() if row["fault"]]
    caught = []
    for row in faulty:
        known = scoring.scores(row["text"])
        likely = max(scoring.FAULTS, key=lambda fault: known[fault])
        if known[likely] >= 0.5:
            caught.append(likely == row["fault"])
    assert len(caught) >= 0.35 * len(faulty)
    assert sum(caught) >= 0.8 * len(caught)


def test_text_beyond_the_limit_changes_nothing() -> None:
    start = ("I hope our paths cross again. " * 30)[:LIMIT]
    assert scoring.scores(start) == scoring.scores(start + "x" * 40_000)


@pytest.mark.parametrize(
    "sentence", ["", " ", "\x00", "…", "日本語", "\ud800", "I" * 50_000]
)
def test_odd_text_is_scored_too(sentence: str) -> None:
    assert set(scoring.scores(sentence)) == set(scoring.LABELS)


@given(st.text(max_size=80))
def test_any_text_is_scored(sentence: str) -> None:
    assert all(0 <= score <= 1 for score in scoring.scores(sentence).values())


@given(
    st.lists(
        st.tuples(st.integers(-127, 127), st.integers(-127, 127)),
        min_size=3,
        max_size=3,
    )
)
def test_packed_weights_add_up_as_plain_ones_would(rows: list[tuple[int, int]]) -> None:
    labels = [Label("a", 0.5, 1.0, 0.0, 1.0), Label("b", 2.0, -1.0, 0.0, 1.0)]
    packed = bytes(128 + weight for row in rows for weight in row)
    weights = unpack(pack(labels, ["know", "you", "you know"], packed, {}))
    seen = [
        f for f in features("you know you know") if f in ("know", "you", "you know")
    ]
    index = {"know": 0, "you": 1, "you know": 2}
    for column, label in enumerate(labels):
        total = sum(rows[index[feature]][column] for feature in seen)
        expected = label.bias + total * label.scale / len(seen) ** 0.5
        assert weights.totals("you know you know")[column] == pytest.approx(expected)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: b"{}\n",
        lambda data: b"[]\n",
        lambda data: b"\xff" * 100,
        lambda data: data[:-1],
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: data.replace(b'"crc32"', b'"crc33"', 1),
        lambda data: data.replace(b'"slope"', b'"scope"', 1),
    ],
)
def test_a_broken_weights_file_is_a_config_error(
    damage: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(damage(FILE.read_bytes()))
    with pytest.raises(ConfigError, match=r"weights\.bin"):
        load(path)


def test_a_missing_weights_file_is_a_config_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError):
        load(tmp_path / "none.bin")


def test_the_weights_are_at_most_two_megabytes() -> None:
    assert FILE.stat().st_size <= 2_000_000


@pytest.mark.parametrize("piece", ["a", "a'", "!", "é ", "0a"])
def test_a_hostile_sentence_costs_in_proportion(piece: str) -> None:
    weights = load()

    def prepare(size: int) -> Callable[[], object]:
        text = (piece * size)[:size]
        return lambda: weights.judge(text)

    assert_linear(prepare)


def test_scoring_needs_no_ml_package() -> None:
    code = (
        "import sys; from afternote import scoring; scoring.scores('Thank you.');"
        "print(sorted({'numpy', 'sklearn', 'scipy', 'pydantic'} & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"
