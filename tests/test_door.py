"""The Python door, as the README shows it."""

import afternote

NOTES = (
    "Met Dana Whitfield, head of data at Northwind Analytics, Data Engineer role. "
    "Talked about the dbt migration. Dana was 20 min late. Rejected by email. "
    "- Sam Rivera"
)


def test_draft_check_and_read_work_one_after_the_other() -> None:
    note = afternote.draft(NOTES, to="manager", offline=True)
    report = afternote.check(note.text, notes=NOTES, strict=True)
    brief = afternote.read(NOTES)

    assert note.greeting == "Hi Dana,"
    assert report.ok, report.problems
    assert not report.skipped
    assert brief.reader is not None
    assert brief.reader.value == "Dana Whitfield"
    assert [h.why for h in brief.held_back] == ["complaint"]


def test_check_without_notes_says_what_it_skipped() -> None:
    report = afternote.check("Hi Dana,\n\nYou wasted my time, and I am angry.\n\nSam")

    assert not report.ok
    assert report.skipped == ("F",)
    for problem in report.problems:
        assert problem.code
        assert problem.repair


def test_strict_blocks_what_the_notes_do_not_support() -> None:
    note = afternote.draft(NOTES, offline=True).text
    more = note.replace(
        "\n\nWith thanks",
        " Thank you for promising me a role in January.\n\nWith thanks",
    )

    assert not afternote.check(more, notes=NOTES, strict=True).ok


def test_everything_the_door_names_is_there() -> None:
    for name in afternote.__all__:
        assert getattr(afternote, name) is not None
