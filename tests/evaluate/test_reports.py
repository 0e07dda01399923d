"""Reports: valid, whole, and nothing of a note becomes markup or a formula."""

import csv
import io
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from tests.evaluate.runs import GOOD, Says, case, ran, suite

from afternote.evaluate.gate import compare, gate
from afternote.evaluate.record import Run
from afternote.evaluate.report import terminal
from afternote.evaluate.report.html import Page, page
from afternote.evaluate.report.junit import junit
from afternote.evaluate.report.marked import Stretch, changed, marked
from afternote.evaluate.report.tables import as_csv, markdown
from afternote.evaluate.suite import Suite
from afternote.evaluate.summary import summarize

BAD = GOOD.replace("I enjoyed our", "Though you came 20 min late, I enjoyed our")
HOSTILE = GOOD.replace("Dana", "<script>alert(1)</script>\x07")


def small() -> Suite:
    return suite([case("fine"), case("bad"), case("odd")])


@pytest.fixture
def run(tmp_path: Path) -> Run:
    said = {"fine": GOOD, "bad": BAD, "odd": HOSTILE}
    return ran(small(), Says(lambda c, _: said[c.id]), tmp_path / "r.jsonl")


def shown(run: Run, before: Run | None = None) -> str:
    verdict = gate(run, small().gate, before)
    older = summarize(before) if before else None
    return page(Page(run, summarize(run), verdict, small(), before, older))


def test_junit_counts_what_it_holds_and_every_failure_says_why(run: Run) -> None:
    root = ET.fromstring(junit(run).encode())  # noqa: S314 - our own

    cases = root.findall(".//testcase")
    failures = root.findall(".//failure")
    assert int(root.attrib["tests"]) == len(cases) > 0
    assert int(root.attrib["failures"]) == len(failures) > 0
    assert all(f.attrib["message"].strip() for f in failures)
    for one in root.findall("testsuite"):
        assert int(one.attrib["tests"]) == len(one.findall("testcase"))
        assert int(one.attrib["failures"]) == len(one.findall(".//failure"))


def test_an_error_is_an_error_in_junit(run: Run) -> None:
    broken = run.samples[0].model_copy(
        update={"error": "InputError: x", "scores": {}, "output": None}
    )
    text = junit(run.model_copy(update={"samples": (broken,)}))
    root = ET.fromstring(text.encode())  # noqa: S314 - our own

    assert int(root.attrib["errors"]) == len(root.findall(".//error")) > 0


def test_the_page_asks_nobody_for_anything(run: Run) -> None:
    text = shown(run)

    assert "default-src 'none'" in text
    assert not re.findall(r"(?:src|href)=\"(?!#|data:)", text)
    assert "url(" not in text
    assert "@import" not in text
    assert "http" not in text.replace("http-equiv", "")


def test_nothing_of_a_note_becomes_markup(run: Run) -> None:
    text = shown(run)

    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text
    assert text.count("<script>") == 1


def test_the_page_marks_the_words_and_opens_what_is_not_clean(run: Run) -> None:
    text = shown(run)

    assert re.search(r'<mark title="[^"]*planted[^"]*">[^<]*20 min', text)
    opened = re.findall(r'<details class="note bad" id="(\w+)"[^>]* open>', text)
    assert sorted(opened) == ["bad", "odd"]
    assert '<a href="#bad">bad</a>' in text


def test_the_page_shows_the_baselines_text_beside_what_changed(
    run: Run, tmp_path: Path
) -> None:
    before = ran(small(), Says(GOOD), tmp_path / "before.jsonl")

    text = shown(run, before)

    assert (
        text.count("The baseline&#x27;s note") + text.count("The baseline's note") == 2
    )
    assert "passed before" in text


def test_overlapping_marks_are_merged_and_never_nest() -> None:
    text = marked("one two three", [Stretch(0, 7, "A"), Stretch(4, 13, "B")])

    assert text.count("<mark") == text.count("</mark>") == 1
    assert "A, B" in text
    assert re.sub(r"<sup>.*?</sup>|<[^>]*>", "", text) == "one two three"


def test_a_mark_outside_of_the_text_is_left_out() -> None:
    assert marked("one", [Stretch(2, 9, "A"), Stretch(-1, 2, "B")]) == "one"


def test_only_the_words_that_went_are_struck_out() -> None:
    assert changed("a <b> c", "a c") == "a <del>&lt;b&gt; </del>c"


def test_csv_reads_back_and_no_cell_is_a_formula(tmp_path: Path) -> None:
    run = ran(suite([case("one")]), Says("=1+1, you know"), tmp_path / "r.jsonl")

    rows = list(csv.DictReader(io.StringIO(as_csv(run))))

    assert len(rows) == 1
    assert rows[0]["text"] == "'=1+1, you know"
    assert rows[0]["length"] == "0"


def test_markdown_has_the_verdict_and_a_row_a_scorer(run: Run) -> None:
    text = markdown(run, summarize(run), gate(run, small().gate))

    assert "**FAIL**" in text
    for name in run.header.scorers:
        assert re.search(rf"^\| {name}\*? \|", text, re.M), name


def test_the_terminal_says_which_case_and_why(run: Run) -> None:
    text = terminal.verdict(gate(run, small().gate))

    assert text.startswith("FAIL")
    assert "says '20 min'" in text
    assert "bad" in text


def test_the_table_leaves_out_what_was_not_scored(tmp_path: Path) -> None:
    bare = suite([case("one", expect={})])
    run = ran(bare, Says(GOOD), tmp_path / "r.jsonl")

    text = terminal.table(run, summarize(run))

    assert "mentions" not in text
    assert "rules" in text


def test_a_comparison_says_what_got_better(tmp_path: Path) -> None:
    before = ran(small(), Says(BAD), tmp_path / "a.jsonl")
    after = ran(small(), Says(GOOD), tmp_path / "b.jsonl")

    verdict = compare(before, after)

    assert verdict.outcome == "pass"
    assert "0 worse" in terminal.verdict(verdict)
