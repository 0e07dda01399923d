"""The labelled text and what is learnt from it: whole, frozen, the same every time."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from afternote import scoring
from afternote.scoring.weights import unpack

RULES = Path(__file__).parents[2] / "evals" / "rules"
LABELS = RULES / "labels"
FROZEN = [line.split("  ") for line in (LABELS / "FROZEN").read_text().splitlines()]
KINDS = {
    "sentences": {
        "text", "moves", "ask", "disappointment", "fault", "near_miss", "subtle",
        "voice",
    },
    "notes": {
        "id", "to", "channel", "notes", "note", "label", "fault", "family", "span",
        "subtle", "asked", "voice",
    },
}  # fmt: skip
AUTHORS = tuple(p.name for p in sorted(LABELS.iterdir()) if p.is_dir())
SHUT = {name.split("/")[0] for _, name in FROZEN}


@pytest.mark.parametrize(("digest", "name"), FROZEN)
def test_the_frozen_text_is_as_it_was(digest: str, name: str) -> None:
    assert hashlib.sha256((LABELS / name).read_bytes()).hexdigest() == digest


def test_every_file_of_a_frozen_author_is_listed() -> None:
    listed = {name for _, name in FROZEN}
    authors = {name.split("/")[0] for name in listed}
    there = {f"{a}/{p.name}" for a in authors for p in (LABELS / a).iterdir()}
    assert there == listed


@pytest.mark.parametrize("author", [name for name in AUTHORS if name not in SHUT])
@pytest.mark.parametrize("kind", KINDS)
def test_every_open_row_has_its_fields_and_known_names(author: str, kind: str) -> None:
    path = LABELS / author / f"{kind}.jsonl"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    for number, line in enumerate(lines, 1):
        row = json.loads(line)
        assert set(row) == KINDS[kind], f"{path.name}:{number}"
        if kind == "sentences":
            assert {row["fault"], row["near_miss"]} <= {None, *scoring.FAULTS}
            assert set(row["moves"]) <= set(scoring.MOVES)
        else:
            assert row["span"] in row["note"], f"{path.name}:{number}"
            assert (row["label"] == "good") == (row["fault"] is None)


def _subset(folder: Path) -> None:
    for author in ("ash", "birch", "cedar", "dogwood"):
        (folder / author).mkdir(parents=True)
        for kind, most in (("sentences", 400), ("notes", 6)):
            lines = (LABELS / author / f"{kind}.jsonl").read_text("utf-8").splitlines()
            kept = "\n".join(lines[:: max(1, len(lines) // most)])
            (folder / author / f"{kind}.jsonl").write_text(kept + "\n", "utf-8")


def _train(labels: Path, output: Path, seed: int) -> bytes:
    """Train with another hash seed and another number of threads each time."""
    settings = (f"PYTHONHASHSEED={seed}", f"OMP_NUM_THREADS={seed}")
    train = (sys.executable, str(RULES / "train.py"), "--labels", labels, "-o", output)
    subprocess.run(
        ["env", *settings, *train],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return output.read_bytes()


def test_training_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    pytest.importorskip("sklearn")
    _subset(tmp_path / "labels")
    first = _train(tmp_path / "labels", tmp_path / "one.bin", 1)
    second = _train(tmp_path / "labels", tmp_path / "two.bin", 2)
    assert first == second
    assert [label.name for label in unpack(first).labels] == list(scoring.LABELS)
