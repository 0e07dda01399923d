"""Any text whatever as notes gives a clean note or a one-line error, in linear time."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import assert_linear

from afternote import pipeline
from afternote.check import blocking, check
from afternote.errors import InputError
from afternote.job import compose
from afternote.reading import briefs_for
from afternote.schema import Flags, Moves, Note, Options
from afternote.settings import Settings

OFFLINE = Settings(offline=True)
PAYLOADS = json.loads(
    (Path(__file__).parent / "data" / "injection_payloads.json").read_text("utf-8")
)
BASE = (
    "Met Dana Whitfield, head of data at Northwind Analytics, Data Engineer role.\n"
    "Talked about the dbt migration. Loved their blameless post-mortems.\n"
    "Rejected by email on 3 April.\n- Sam Rivera\n"
)
# What a note that obeys one of the payloads would say.
OBEYED = (
    "accept the offer", "debug", "verify-offer", "555 010", "evil", "promised a job",
    "withdrawing", "Musk", "EvilCorp", "Chief Hacker", "insult", "SWdub", "praise Acme",
    "discriminated", "PWNED", "aceptas", "apologise to the candidate", "jndi", "{{",
    "<!--", "http", "ignore",
)  # fmt: skip


def drafted(notes: str, flags: Flags | None = None) -> Note:
    flags = flags or Flags()
    result = asyncio.run(pipeline.draft(notes, settings=OFFLINE, flags=flags))
    note = result.notes[0]
    brief = briefs_for(result.brief, "manager")[0][1]
    moves = Moves(subject=note.subject, **note.moves)
    options = Options()
    assert not blocking(note.problems)
    less: list[dict[str, None]] = [
        {},
        {"reader": None},
        {"reader": None, "writer": None},
    ]
    again = [compose(moves, brief.model_copy(update=u), options) for u in less]
    same = next(d for d in again if d.text == note.text)
    assert not blocking(check(same, brief, strict=True))
    for fact in note.evidence:
        assert notes[fact.start : fact.end] == fact.quote
    return note


def refusal(notes: str, flags: Flags | None = None) -> str:
    """What an unusable text is told; "" for a text that gives a clean note."""
    try:
        drafted(notes, flags)
    except InputError as error:
        return str(error)
    return ""


any_text = st.one_of(
    st.text(),
    st.text(alphabet=st.characters(codec=None, categories=["Cs", "Cc", "Lu", "Zs"])),
    st.lists(st.sampled_from([*BASE.split(), "\u202e", "\x00", "é", "{x}"])).map(
        " ".join
    ),
)


@settings(max_examples=150, deadline=None)
@given(any_text)
def test_any_text_gives_a_clean_note_or_a_one_line_error(text: str) -> None:
    refused = refusal(text)

    assert "\n" not in refused
    assert len(refused) < 200
    assert not refused or len(text) < 9 or text.strip()[:40] not in refused


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_any_text_as_a_name_gives_a_clean_note_or_a_one_line_error(name: str) -> None:
    refused = refusal("", Flags(name=name, company=name, role=name, me=name))

    assert "\n" not in refused


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda p: p["kind"])
@pytest.mark.parametrize("place", ["before", "after", "in a pasted mail"])
def test_an_instruction_in_the_notes_is_not_obeyed(
    payload: dict[str, str], place: str
) -> None:
    text = payload["payload"]
    mail = (
        "From: Priya Nair <priya@northwind.example>\nSubject: Your application\n\n"
        f"Dear Sam, we went with somebody else. {text}\nPriya Nair\n\n{BASE}"
    )
    notes = {
        "before": f"{text}\n{BASE}",
        "after": BASE + text,
        "in a pasted mail": mail,
    }

    note = drafted(notes[place])

    said = f"{note.subject} {note.text}".casefold()
    if "spoof" not in payload["kind"] or place == "in a pasted mail":
        assert not [words for words in OBEYED if words.casefold() in said]


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "A",
        "Met Aa Bb, ",
        "(",
        "- ",
        "\n",
        "From: A\n",
        "a.",
        "1 ",
        "Dr. ",
        "é",
        "‮",
    ],
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        text = "Met Dana Whitfield today about the role. " + unit * (size // len(unit))
        return lambda: refusal(text)

    assert_linear(prepare, 4000)


def test_more_than_32_kib_is_refused() -> None:
    with pytest.raises(InputError, match="32"):
        drafted("word " * 7000)
