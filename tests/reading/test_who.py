"""The tags of the words and the parts of the people: what they add, and their files."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.growth import assert_linear

from afternote.errors import ConfigError
from afternote.reading import read, standing, tagging
from afternote.reading.clues import clues, tokens
from afternote.reading.page import Page

NOTES = "Porter, Quennell Baths. Met Ines Rocha (head of hosts) + Bo. no by phone tues"


def test_every_word_has_one_row_of_clues() -> None:
    page = Page(NOTES, ())
    known = tokens(NOTES)
    assert len(clues(NOTES, page.lines, known, uncased=page.uncased)) == len(known)
    assert all(NOTES[t.start : t.end].strip() for t in known if t.kind != "nl")


def test_the_shares_of_a_word_sum_to_one() -> None:
    page = Page(NOTES, ())
    rows = clues(NOTES, page.lines, tokens(NOTES), uncased=page.uncased)
    for row in tagging.shares(tagging.load(), rows):
        assert sum(row) == pytest.approx(1)


def test_a_person_and_a_firm_are_told_apart() -> None:
    tags = tagging.tags(Page(NOTES, ()))
    at = NOTES.index("Ines"), NOTES.index(" (head")
    assert tags.share("P", *at) > 0.8 > tags.share("C", *at)
    at = NOTES.index("Quennell"), NOTES.index(". Met")
    assert tags.share("C", *at) > 0.5 > tags.share("P", *at)


@pytest.mark.parametrize(
    ("notes", "reader"),
    [
        ("site joiner job. spoke to anders holm he runs it. no by text", "Anders Holm"),
        ("Porter post. Saw Mme Odile Prévert, head of hosts. No.", "Odile Prévert"),
        ("Met:\n- Idris Vale, *head baker*\n- Una", "Idris Vale"),
    ],
)
def test_who_led_is_read(notes: str, reader: str) -> None:
    found = read(notes).reader
    assert found is not None
    assert found.value == reader


@pytest.mark.parametrize(
    ("notes", "never"),
    [
        ("From: Chocolaterie Odile Prévert\nSubject: No\n\nDear Ivo,\nSorry.", "Odile"),
        ("Met Una Vale (head baker). Sadly the panel chose another.", "Sadly"),
        ("Una Vale, head baker. Lovely to meet you Mr Adair, she wrote.", "Adair"),
    ],
)
def test_who_is_no_person_met_is_never_written_to(notes: str, never: str) -> None:
    met = [p.value for p in read(notes).people if p.part != "other"]
    assert not any(never in value for value in met)


def test_the_name_behind_the_no_is_the_writer_where_another_was_met() -> None:
    page = "Line cook. Met Ana Cruz (head chef). Talked rotas. {end}"
    told = read(page.format(end="rejected by phone. Pete Marsh"))
    assert told.reader is not None
    assert told.reader.value == "Ana Cruz"
    assert not any("Marsh" in p.value and p.part != "other" for p in told.people)
    alone = read("Line cook. rejected by phone. Pete Marsh")
    assert alone.writer is None


@pytest.mark.parametrize("module", [tagging, standing])
def test_a_broken_file_says_what_to_do(tmp_path: Path, module: object) -> None:
    broken = tmp_path / "weights.json"
    broken.write_text('{"scale": 1}', "utf-8")
    load: Callable[[Path], object] = getattr(module, "load")  # noqa: B009
    with pytest.raises(ConfigError, match="reinstall afternote"):
        load(broken)


def test_the_weights_are_whole_numbers_of_one_length() -> None:
    for file, count in (
        (tagging.FILE, len(tagging.TAGS)),
        (standing.FILE, len(standing.PARTS)),
    ):
        made = json.loads(file.read_text("utf-8"))
        assert {len(row) for row in made["clues"].values()} == {count}
        assert re.search(r"[.]\d", json.dumps(list(made["clues"].values()))) is None


@pytest.mark.parametrize("piece", ["Ann Bo. ", "a\n", "met Ann Bo (head). ", "at Foo "])
def test_tagging_grows_with_the_text(piece: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        page = Page(piece * (size // len(piece)), ())
        return lambda: tagging.tags(page)

    assert_linear(prepare)
