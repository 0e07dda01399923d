"""The contract that every rule keeps, read from its own examples."""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import pytest
from hypothesis import example as also
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import assert_linear

from afternote.check import blocking, check
from afternote.letter import drafted
from afternote.rules import all_rules
from afternote.rules.base import SAMPLE_BRIEF, Example, Rule, example
from afternote.rules.page import FAMILIES, SOURCES, page, said_by
from afternote.schema import Draft, DraftPart, Moves, Options, Problem

RULES = all_rules()
TOP = Path(__file__).parents[1]


def each(kind: str) -> list[object]:
    return [
        pytest.param(rule, one, id=f"{rule.code}-{number}")
        for rule in RULES
        for number, one in enumerate(getattr(rule, kind))
    ]


def codes(problems: tuple[Problem, ...]) -> set[str]:
    return {problem.code for problem in problems}


@pytest.mark.parametrize(("rule", "bad"), each("bad"))
def test_a_bad_example_is_caught_by_its_rule(rule: Rule, bad: Example) -> None:
    found = list(rule.check(bad.draft, bad.brief))
    assert found, bad.draft.text
    for one in found:
        assert 0 <= one.start <= one.end <= len(bad.draft.text)
        assert one.message
        assert not one.message.endswith((".", "!"))


@pytest.mark.parametrize(("rule", "good"), each("good"))
def test_a_good_example_passes_every_rule(rule: Rule, good: Example) -> None:
    assert not list(rule.check(good.draft, good.brief))
    problems = check(good.draft, good.brief, strict=True)
    # What the examples say beyond the sample's brief is not the point of theirs.
    wrong = [p for p in blocking(problems) if rule.code[0] == "F" or p.code[0] != "F"]
    assert not wrong, good.draft.text
    assert not blocking(check(good.draft, good.brief, strict=False))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_code_name_and_file_agree(rule: Rule) -> None:
    name = rule.name.replace("-", "_")
    assert rule.check.__module__.endswith(f".{rule.code.lower()}_{name}")
    assert rule.code[0] in FAMILIES
    assert rule.code[1:].isdigit()
    assert len(rule.code) == 4


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_why_and_what_to_do_in_one_sentence_each(rule: Rule) -> None:
    for text in (rule.why, rule.repair):
        assert text[0].isupper()
        assert text.endswith((".", "”."))
        assert "  " not in text
        assert "\n" not in text
        assert 15 < len(text) <= 200
    assert "{" not in rule.repair, "it is a slot in the repair prompt"
    assert rule.bad
    assert rule.good


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_source_key_is_spelt_out(rule: Rule) -> None:
    for word in said_by(rule).replace(",", " ").split():
        if word.isupper() and word not in ("RFC", "TR36"):
            assert word in SOURCES


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("strict", [True, False])
def test_the_sample_keeps_every_rule(strict: bool) -> None:
    sample = example()
    assert check(sample.draft, sample.brief, strict=strict) == ()


def test_rules_md_is_what_the_printer_prints() -> None:
    assert (TOP / "RULES.md").read_text(encoding="utf-8") == page(), "run `make rules`"


ANY = st.text(
    st.characters() | st.characters(categories=["Cs", "Cc", "Cf"]), max_size=400
)
HOSTILE = {
    "one letter": "a",
    "no break": "x" * 40 + "-",
    "line breaks": "\n",
    "spaces": " ",
    "exclaimed": "!",
    "sentences": "ab cd. ",
    "requests": "could you ",
    "brackets": "[(<{",
    "stars": "*_`",
    "digits": "0 1-",
    "addresses": "a@b.c",
    "right to left": "\u202e\u05d0",
    "lone surrogates": "\ud800",
    "names": "Dear Aa Bb,\n",
    "closings": "with kind regards and ",
    "words of a rule": "i am a your my the ",
    "capitals": "X",
}


@settings(max_examples=60, deadline=None)
@given(text=ANY, split=st.integers(0, 400))
@also(text="", split=0)
@also(text="\x00\ud800\u202e", split=1)
def test_no_text_makes_a_rule_raise(text: str, split: int) -> None:
    moves = Moves.model_construct(
        subject=text[:split],
        acknowledge=text[:split],
        appreciate=text[split:],
        keep_in_touch=text,
    )
    for channel in ("email", "linkedin"):
        options = Options(channel=channel, connect=True)
        composed = Draft.compose(moves, greeting=text[:9], options=options)
        for draft in (composed, drafted(text, options), Draft(text, ())):
            for rule in RULES:
                for found in rule.check(draft, SAMPLE_BRIEF):
                    assert 0 <= found.start <= found.end <= max(len(draft.text), 0)


def hostile(piece: str, size: int) -> Draft:
    text = (piece * size)[:size]
    draft = Draft(text, (DraftPart("body", 0, len(text)),), text)
    assert draft.body
    assert draft.sentences is not None
    return draft


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_every_rule_takes_linear_time(piece: str) -> None:
    drafts = cache(partial(hostile, piece))

    def prepare(rule: Rule, size: int) -> Callable[[], object]:
        draft = drafts(size)
        return lambda: list(rule.check(draft, SAMPLE_BRIEF))

    for rule in RULES:
        assert_linear(partial(prepare, rule))
