"""How a person's text is taken apart, and what is said about it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afternote.check import blocking, check, parse, report
from afternote.errors import InputError
from afternote.rules.base import SAMPLE_BRIEF, example
from afternote.schema import Draft, Options
from afternote.schema.base import TEXT_LIMIT

BODY = (
    "Thank you for letting me know about your decision on the Data Engineer role. I "
    "was sorry not to be the one, and I respect the choice you made.\n\n"
    "I enjoyed our conversation about the dbt migration, and your blameless "
    "post-mortems have given me plenty to think about since.\n\n"
    "I would be glad to stay in touch with you and Northwind Analytics."
)


def parts(text: str, **wanted: object) -> tuple[str | None, str, str | None]:
    draft = parse(text, Options.model_validate(wanted))
    greeting, sign_off = draft.part("greeting"), draft.part("sign_off")
    return (
        greeting.text if greeting else None,
        draft.body.text,
        sign_off.text if sign_off else None,
    )


GREETINGS = [
    "Hi Dana,", "Dear Mr. Deshpande,", "Dear Dr Oyelaran:", "Hello", "Ray,",
    "Chef Ochoa,", "A Fergal, a chara,", "Annwyl Huw,", "G'day Merv,",
    "Now then Jordan,", "Respected Ms Narayan,", "Hi Dana -", "Good morning Dana!",
    "Dear Chief (Mrs) Balogun,", "To whom it may concern,", "Hey both", "Trần Thu Hà,",
]  # fmt: skip
SIGN_OFFS = [
    "Best,\nSam", "Kind regards,\nSam Rivera", "Cheers, Sam", "With thanks", "Sam",
    "sam", "W. Tranter", "Miss A. Purdie", "Cofion cynnes,\nCarys", "Thanks!\nSam R.",
    "Le gach dea-ghuí,\nTeresa Ní Bhriain", "All the best to you both,\nJoanne Firth",
    "I remain, yours faithfully,\nAgnes Purdie", "Ta,\nSteff", "- Sam",
    "Regards\n\nSam", "Yours sincerely,\nMartha Quill\nData engineer\n020 7946 0182",
    "Warmly,\n王小明",
    "Best,\nSam\n\nSent from my telephone",
]  # fmt: skip


@pytest.mark.parametrize("greeting", GREETINGS)
def test_a_greeting_is_known_by_its_shape(greeting: str) -> None:
    text = f"{greeting}\n\n{BODY}\n\nBest,\nSam"
    assert parts(text) == (greeting, BODY, "Best,\nSam")


@pytest.mark.parametrize("sign_off", SIGN_OFFS)
def test_a_sign_off_is_known_by_its_shape(sign_off: str) -> None:
    text = f"Hi Dana,\n\n{BODY}\n\n{sign_off}"
    assert parts(text) == ("Hi Dana,", BODY, sign_off)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hi Dana, thank you for ringing. Keep me in mind for the next. Sam",
            ("Hi Dana,", "thank you for ringing. Keep me in mind for the next.", "Sam"),
        ),
        (
            "Fionnuala, thanks for ringing. Until the next time. Best, Sam Rivera",
            (
                "Fionnuala,",
                "thanks for ringing. Until the next time.",
                "Best, Sam Rivera",
            ),
        ),
        (
            "Good day Dr. Nwosu. Thank you for the call! - Chidinma",
            ("Good day Dr. Nwosu.", "Thank you for the call!", "Chidinma"),
        ),
        (
            "Sadly, I have to thank you by letter. It was all good.",
            (None, "Sadly, I have to thank you by letter. It was all good.", None),
        ),
    ],
)
def test_a_one_liner_is_taken_apart(
    text: str, expected: tuple[str | None, str, str | None]
) -> None:
    greeting, body, sign_off = parts(text, channel="linkedin")
    assert (greeting, sign_off) == (expected[0], expected[2])
    assert body.rstrip(" -") == expected[1]


def test_a_subject_line_on_top_becomes_the_subject() -> None:
    draft = parse(f"Subject: Thank you, Dana\n\nHi Dana,\n\n{BODY}\n\nBest,\nSam")
    assert draft.subject == "Thank you, Dana"
    assert draft.body.text == BODY
    assert parse(f"Re: Data Engineer\nHi Dana,\n{BODY}").subject == "Re: Data Engineer"
    assert parse(f"Hi Dana,\n\n{BODY}").subject is None


def test_a_postscript_is_part_of_the_body_not_of_the_sign_off() -> None:
    draft = parse(f"Hi Dana,\n\n{BODY}\n\nBest,\nSam\n\nPS I sent the book back.")
    sign_off = draft.part("sign_off")
    assert sign_off is not None
    assert sign_off.text == "Best,\nSam"
    assert draft.body.text.endswith("PS I sent the book back.")


def test_a_hard_wrapped_mail_has_whole_sentences() -> None:
    wrapped = (
        "Hi Dana,\n\nThank you for letting me know about your decision on the Data\n"
        "Engineer role. I was sorry not to be the one, and I respect the\nchoice you "
        "made.\n\nI enjoyed our conversation about the dbt migration, and your\n"
        "blameless post-mortems have given me plenty to think about since.\n\nI would "
        "be glad to stay in touch with you and Northwind Analytics.\n\nBest,\nSam"
    )
    draft = parse(wrapped)
    assert len(draft.sentences) == 4
    assert all(s.text.endswith(".") for s in draft.sentences)
    for sentence in draft.sentences:
        cut = draft.text[sentence.start : sentence.end]
        assert cut.replace("\n", " ") == sentence.text
    assert report(wrapped, SAMPLE_BRIEF).ok


def test_windows_line_ends_change_nothing() -> None:
    text = f"Hi Dana,\n\n{BODY}\n\nBest,\nSam".replace("\n", "\r\n")
    greeting, body, sign_off = parts(text)
    assert (greeting, sign_off) == ("Hi Dana,", "Best,\r\nSam")
    assert body.replace("\r", "") == BODY
    assert report(text, SAMPLE_BRIEF).ok


@given(st.text(max_size=300))
def test_parts_stand_in_the_order_of_the_text(text: str) -> None:
    if not text.strip():
        return
    draft = parse(text)
    assert draft.text == text
    end = 0
    for part in draft.parts:
        assert end <= part.start <= part.end <= len(text)
        end = part.end


@pytest.mark.parametrize(
    "text", ["", " \n\t ", "a" * (TEXT_LIMIT + 1), "é" * TEXT_LIMIT]
)
def test_nothing_and_too_much_are_turned_away(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse(text)
    assert "aaa" not in str(caught.value)


def test_a_report_says_what_was_skipped() -> None:
    text = f"Hi Dana,\n\n{BODY}\n\nBest,\nSam"
    assert report(text, None).skipped == ("F",)
    assert report(text, None).ok
    assert report(text, SAMPLE_BRIEF).skipped == ()


def test_problems_stand_in_the_order_of_the_text_and_point_at_it() -> None:
    text = (
        "Hi Dana,\n\nThank you for letting me know, though I beg you to reconsider "
        "your decision.\n\nI enjoyed our conversation about {{topic}} very much, and "
        "all of the blameless post-mortems that you told me of.\n\nI would be glad to "
        "stay in touch; I am at sam@mail.example.\n\nBest,\nSam"
    )
    problems = report(text, None).problems
    assert [p.start for p in problems] == sorted(p.start for p in problems)
    said = {p.code: text[p.start : p.end] for p in problems}
    assert said["L505"] == "{{topic}}" or said["L505"] == "{topic}"
    assert said["P306"] == "sam@mail.example"
    assert {"T204", "T205"} & set(said)
    assert not report(text, None).ok


def test_taste_blocks_a_draft_and_only_advises_a_person() -> None:
    text = f"{BODY}\n\nBest,\nSam"
    strict = report(text, None, strict=True)
    own = report(text, None)
    assert [p.code for p in blocking(strict.problems)] == ["S105"]
    assert own.ok
    assert [p.code for p in own.problems] == ["S105"]


def test_offsets_hold_for_a_model_draft_too() -> None:
    bad = example(appreciate="I REALLY liked how it all went with the dbt migration.")
    (shouted,) = [p for p in check(bad.draft, None, strict=True) if p.code == "T217"]
    assert bad.draft.text[shouted.start : shouted.end] == "REALLY"
    assert isinstance(bad.draft, Draft)
