"""Lines are found where they stand, and a row is one line for every reader of lines."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from afternote.batch import rows
from afternote.batch.source import Place, Source
from afternote.errors import InputError

Opened = Callable[[Path], Source]


@pytest.fixture
def opened() -> Iterator[Opened]:
    sources: list[Source] = []

    def open_(path: Path) -> Source:
        sources.append(Source(path))
        return sources[-1]

    yield open_
    for source in sources:
        source.close()


def test_a_row_is_one_line_whatever_ends_a_line_elsewhere() -> None:
    row = rows.failed("a\u2028b\x85c\u2029d", 1, "x", "y")

    line = rows.as_line(row)

    assert len(line.decode().splitlines()) == 1
    assert json.loads(line)["id"] == "a\u2028b\x85c\u2029d"


def test_every_line_is_found_with_its_number(tmp_path: Path, opened: Opened) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"id": 1}\r\n\n  \n{"id": 2}\n{"id": 3}')
    source = opened(path)

    places = [Place.of(place.packed()) for place in source.places()]

    assert [place.number for place in places] == [1, 4, 5]
    found = [source.line(place) for place in reversed(places)]
    assert [line.id for line in found] == [3, 2, 1]


def test_a_csv_record_may_span_lines_and_a_bad_one_costs_itself_alone(
    tmp_path: Path,
    opened: Opened,
) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes(
        b'id,notes\n1,"met Dana\nat ""Northwind"""\n\n2,a,b\n3,\xff\n4,met Omar\n'
    )
    source = opened(path)

    found = [source.line(place) for place in source.places()]

    assert [place.number for place in source.places()] == [2, 5, 6, 7]
    assert isinstance(found[0], rows.Line)
    assert (found[0].id, found[0].notes) == ("1", 'met Dana\nat "Northwind"')
    assert found[1] == rows.Bad("has 3 cells where the header names 2")
    assert found[2] == rows.Bad("is not UTF-8")
    assert isinstance(found[3], rows.Line)


def test_a_quote_that_is_never_closed_takes_no_more_than_a_limit(
    tmp_path: Path,
    opened: Opened,
) -> None:
    path = tmp_path / "in.csv"
    path.write_text('id,notes\n1,"' + "word\n" * 400_000 + "2,met Dana\n")
    source = opened(path)

    found = [source.line(place) for place in source.places()]

    assert isinstance(found[0], rows.Bad)
    assert isinstance(found[-1], rows.Line | rows.Bad)
    assert max(place.length for place in source.places()) < 2_500_000


@pytest.mark.parametrize(
    ("content", "said"),
    [("", "is empty"), ("id,SECRET\n", "column 2")],
)
def test_a_csv_file_without_our_columns_is_refused(
    tmp_path: Path, content: str, said: str
) -> None:
    path = tmp_path / "in.csv"
    path.write_text(content)

    with pytest.raises(InputError, match=said) as told:
        Source(path)
    assert "SECRET" not in str(told.value)


def test_what_is_no_file_is_said(tmp_path: Path, opened: Opened) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        Source(tmp_path / "none.jsonl")
    with pytest.raises(InputError, match="cannot be read"):
        Source(tmp_path)


def test_the_fingerprint_tells_files_apart(tmp_path: Path, opened: Opened) -> None:
    path = tmp_path / "in.jsonl"
    prints = set()
    for content in ("{}\n", "{}\n{}\n", "{}\n"):
        path.write_text(content)
        prints.add(opened(path).fingerprint())

    assert len(prints) == 2
