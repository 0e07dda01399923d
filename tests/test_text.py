"""Sentences, words and stems."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afternote.text import fold, sentences, stem, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Thanks, Dr. Okafor. I met Mr. Lee.",
            ["Thanks, Dr. Okafor.", "I met Mr. Lee."],
        ),
        ("It took 3.5 hrs! OK? Yes.", ["It took 3.5 hrs!", "OK?", "Yes."]),
        ("One line\nand another", ["One line", "and another"]),
        ("Best,\n\nSam J. Rivera", ["Best,", "Sam J. Rivera"]),
        (
            "She works at Halden Inc. and likes it.",
            ["She works at Halden Inc. and likes it."],
        ),
        ("It was just you and I. Thank you.", ["It was just you and I.", "Thank you."]),
    ],
)
def test_sentences_end_where_a_reader_would_pause(
    text: str, expected: list[str]
) -> None:
    assert [s.text for s in sentences(text)] == expected


@given(st.text())
def test_offsets_point_at_what_they_say(text: str) -> None:
    for piece in [*sentences(text), *words(text)]:
        assert text[piece.start : piece.end] == piece.text


@given(st.text())
def test_no_visible_character_outside_sentences_is_lost(text: str) -> None:
    covered = set()
    for piece in sentences(text):
        covered |= set(range(piece.start, piece.end))

    assert all(c.isspace() for i, c in enumerate(text) if i not in covered)


@pytest.mark.parametrize(
    "family",
    [
        ("plan", "plans", "planned", "planning"),
        ("migrate", "migration", "migrating", "migrations"),
        ("organise", "organize", "organisation", "organization"),
        ("coach", "coaches", "coaching"),
        ("story", "stories"),
        ("handover", "handovers", "handover's"),
    ],
)
def test_forms_of_one_word_share_a_stem(family: tuple[str, ...]) -> None:
    assert len({stem(word) for word in family}) == 1


def test_unlike_words_keep_unlike_stems() -> None:
    listed = "note notes notice rota rotor nurse norse data date team tame".split()

    assert len({stem(w) for w in listed}) == len(listed) - 1


def test_folding_drops_case_accents_and_curly_quotes() -> None:
    assert fold("Trần’s ÅSE") == "tran's ase"
