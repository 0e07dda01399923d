"""Whom the reader does not greet: firms, towns, machines, and the writer."""

import unicodedata

import pytest

from afternote.reading import briefs_for, read


@pytest.mark.parametrize(
    ("notes", "never"),
    [
        ("no from kestrel bikes (workshop lead). spoke to jonas.", "kestrel"),
        ("met Ana Cruz. Robot named Gladys does the plating.", "gladys"),
        ("met Ana Cruz. liked the rota.\n\ncheers, Tom Bale", "bale"),
        ("met Ana Cruz.\ntalked about rotas\n- Sam Rivera", "rivera"),
        ("met mr abiola. we got onto how you judge braking on leaves", "braking"),
    ],
)
def test_no_note_goes_to_what_is_no_person_met(notes: str, never: str) -> None:
    readers = [b.reader.value for _, b in briefs_for(read(notes), "all") if b.reader]
    assert readers
    assert not any(never in reader.casefold() for reader in readers)


@pytest.mark.parametrize("close", ["cheers, Tom Bale", "- Tom Bale", "signed Tom Bale"])
def test_the_name_that_closes_the_notes_is_the_writer(close: str) -> None:
    brief = read(f"met Ana Cruz at Foo Labs. talked about rotas.\n{close}")
    assert brief.writer is not None
    assert brief.writer.value == "Tom Bale"


def test_a_decomposed_name_is_whole_and_its_quote_is_of_the_notes() -> None:
    notes = unicodedata.normalize("NFD", "Interviewer: Trần Thu Hà\nCompany: Foo Ltd")
    brief = read(notes)
    assert brief.reader is not None
    assert brief.reader.value == "Trần Thu Hà"
    reader = brief.reader
    assert notes[reader.start : reader.end] == reader.quote
    assert unicodedata.normalize("NFC", reader.quote) == "Trần Thu Hà"


def test_a_town_behind_a_place_of_work_is_no_company() -> None:
    assert read("Met Pip at the youth theatre at Hulme.").company is None


def test_notes_under_a_quoted_heading_are_the_candidates_own() -> None:
    brief = read(
        "From: Priya Nair <p@pots.example>\nTo: Tom Bale\nSubject: Technician\n\n"
        "Dear Tom,\nWe chose another.\nKind regards,\nPriya Nair\nPeople Partner\n\n"
        "> my notes from the day\nmet Sarah Okonjo who runs the kiln team."
    )
    readers = {b.reader.value for _, b in briefs_for(brief, "all") if b.reader}
    assert readers == {"Priya Nair", "Sarah Okonjo"}
