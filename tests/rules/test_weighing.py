"""How a sentence is weighed within its note: what is looked at, and how often."""

import pytest

from afternote import grounding, scoring
from afternote.rules.base import SAMPLE_BRIEF, example
from afternote.rules.base.weighing import LEAST, SIGNS, faulty, likeliest, signs
from afternote.schema import Brief, Draft, Held, Why

SECRET = "they are to sell the Strathyre depot, keep quiet"


def holding(quote: str, why: Why) -> Brief:
    held = Held(quote=quote, start=300, end=300 + len(quote), why=why)
    return SAMPLE_BRIEF.model_copy(update={"held_back": (held,)})


def seen(draft: Draft, brief: Brief) -> list[dict[str, float]]:
    margins = [scoring.margins(s.text) for s in draft.sentences]
    rows = signs(draft, brief, margins)
    return [dict(zip(SIGNS, row, strict=True)) for row in rows]


def test_every_sentence_has_every_sign() -> None:
    draft = example().draft
    assert len(seen(draft, SAMPLE_BRIEF)) == len(draft.sentences)
    assert len(faulty(draft, SAMPLE_BRIEF)) == len(draft.sentences)


def test_a_word_of_what_is_held_back_speaks_against_its_sentence_alone() -> None:
    draft = example(keep_in_touch="I hope Strathyre goes well for all of you.").draft
    rows = seen(draft, holding(SECRET, "confidence"))
    assert [row["leak"] for row in rows][-1] == 1.0
    assert not any(row["leak"] for row in rows[:-1])
    assert rows[-1]["wish"] == 1.0


def test_without_notes_nothing_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("strange", "doubted", "leaks"):
        monkeypatch.delattr(grounding, name)
    for row in seen(example().draft, Brief()):
        assert row["strange"] == row["leak"] == row["doubted"] == 0


def test_a_fault_that_anybody_sees_is_named() -> None:
    draft = example(
        acknowledge="You will be hearing from my solicitor about this decision."
    ).draft
    assert faulty(draft, SAMPLE_BRIEF)[0] == "threatening"
    assert faulty(draft, Brief())[0] == "threatening"


def test_nothing_makes_a_fault_of_what_sounds_like_clean_text() -> None:
    draft = example().draft
    for sentence, name in zip(
        draft.sentences, faulty(draft, SAMPLE_BRIEF), strict=True
    ):
        margins = scoring.margins(sentence.text)
        assert name is None or margins[likeliest(margins)] >= LEAST


def test_a_soft_request_is_neither_a_plea_nor_a_demand() -> None:
    said = "If you ever have a minute, a pointer on what I lacked would help me a lot."
    draft = example(keep_in_touch=said).draft
    assert faulty(draft, Brief())[-1] not in ("asks_why", "begging")
