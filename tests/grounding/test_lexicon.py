"""The shipped lexicon is what the labelled text and the training command make."""

import importlib.util
import json
import sys
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).parents[2] / "evals" / "grounding"
SHIPPED = files("afternote.grounding") / "lexicon.json"


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def train(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(FOLDER))
    module = _load("train")
    monkeypatch.delitem(sys.modules, "corpus", raising=False)
    return module


def test_training_writes_the_shipped_lexicon_to_the_byte(
    train: ModuleType, tmp_path: Path
) -> None:
    out = tmp_path / "lexicon.json"
    train.write(out)
    assert out.read_bytes() == SHIPPED.read_bytes()


def test_the_lexicon_is_small_and_sorted() -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    words = json.loads(text)["courtesy"]
    assert words == sorted(set(words))
    assert len(words) > 200
    assert len(text) < 300_000
