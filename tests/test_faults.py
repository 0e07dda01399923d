"""Whatever the model server does, a note comes, in time, clean, and says why.

Every mode of the fault server times every reader. The note is judged twice: by our own
rules, strictly, with its brief; and by planted words, since rules cannot certify
themselves.
"""

import time
from typing import Literal

import pytest
from tests.fault_server import MODES, SLOW, FaultServer
from tests.faults import FORMS, LIES, PLANTED

from afternote import pipeline, reading
from afternote.check import blocking, check
from afternote.job import compose
from afternote.models.openai import OpenAIModel
from afternote.schema import Brief, Moves, Note, Options, To
from afternote.settings import Settings

pytestmark = pytest.mark.anyio

Whom = To | Literal["all"]
KEY = "sk-SECRET-0123456789"
READERS: tuple[To, ...] = ("manager", "recruiter", "interviewer")
NOTES = """Northwind Analytics, Data Engineer
Met Dana Whitfield, head of data (hiring manager). Talked about the dbt migration.
Interviewed by Omar Haddad, staff engineer: talked about the on-call rota.
Priya Nair, recruiter, was kind and rang back the same day.
Dana came 20 minutes late and rolled her eyes. They flinched at my 85k.
Rejected by email on 3 April.
Best, Sam Rivera
"""
HELD_BACK = ("85k", "rolled her eyes", "20 minutes late")

ANSWERED = {
    "good", "fenced", "thoughts", "wrapped", "key-case", "no-usage", "format-400",
    "format-422", "format-500", "max-tokens", "picky", "long-thoughts", "once-429",
    "once-500", "once-dropped", "once-unreadable", "mended",
}  # fmt: skip
REASONS = {
    "unavailable": "408 409 429-short 429-long 429-odd 500 503 huge-503 drop half-body "
    "not-http",
    "rejected": "400 401 403 404 404-html quota no-retry redirect key-echo",
    "refused": "refusal content-filter filtered-400",
    "deadline": " ".join(SLOW),
    "repairs": " ".join(LIES),
}
REASON = {mode: reason for reason, modes in REASONS.items() for mode in modes.split()}
REASON |= dict.fromkeys(set(FORMS) - ANSWERED - set(REASON), "unreadable")


def test_every_mode_has_its_expected_end() -> None:
    assert set(REASON) | ANSWERED == set(MODES)
    assert not set(REASON) & ANSWERED


async def drafted(
    server: FaultServer, mode: str, options: Options, *, to: Whom | None = None
) -> pipeline.Drafted:
    """Draft against *mode*, within the deadline, and check what every note must be."""
    settings = Settings.model_validate(
        {
            "base_url": server.url(mode),
            "api_key": KEY,
            "deadline": 1.0 if mode in SLOW else 6.0,
        }
    )
    async with OpenAIModel(settings) as model:
        started = time.monotonic()
        result = await pipeline.draft(
            NOTES,
            to=to or options.to,
            options=options,
            settings=settings,
            model=model,
        )
        took = time.monotonic() - started
    assert took <= settings.deadline + 0.5
    assert len(server.calls) <= settings.max_calls * len(result.notes)
    assert server.strayed == 0
    assert result.notes[0].attempts, "what was tried is told"
    for call in server.calls:
        for words in HELD_BACK:
            assert words not in str(call.body)
    briefs = dict(reading.briefs_for(result.brief, to or options.to))
    for note in result.notes:
        assert_sound(note, briefs[note.to], options.model_copy(update={"to": note.to}))
    return result


def assert_sound(note: Note, brief: Brief, options: Options) -> None:
    moves = Moves(subject=note.subject, **note.moves)
    again = compose(moves, brief, options)
    assert again.text == note.text
    assert blocking(check(again, brief, strict=True)) == ()
    shown = note.model_dump_json()
    assert KEY not in shown
    for text in (note.text, note.subject):
        assert not PLANTED.search(text), PLANTED.search(text)
        assert not any(words in text for words in HELD_BACK)
    if note.origin.kind == "model":
        assert (note.origin.model, note.origin.reason) == ("faulty", None)
        assert note.origin.prompt
    else:
        assert note.origin.kind == "template"
        assert note.origin.reason
        assert note.origin.template


@pytest.mark.parametrize("to", READERS)
@pytest.mark.parametrize("mode", MODES)
async def test_a_clean_note_comes_in_time_whatever_the_server_does(
    fault_server: FaultServer, mode: str, to: To
) -> None:
    result = await drafted(fault_server, mode, Options(to=to))

    (note,) = result.notes
    assert note.to == to
    assert note.origin.reason == REASON.get(mode)
    assert note.usage.calls == len(fault_server.calls)


@pytest.mark.parametrize("mode", ["good", "bitter", "wrong-company", "500", "hang"])
async def test_notes_to_all_of_them_are_as_sound(
    fault_server: FaultServer, mode: str
) -> None:
    result = await drafted(fault_server, mode, Options(), to="all")

    assert {note.to for note in result.notes} == set(READERS)


@pytest.mark.parametrize("to", READERS)
@pytest.mark.parametrize("mode", ["good", *LIES, "truncated", "503"])
async def test_on_linkedin_too(fault_server: FaultServer, mode: str, to: To) -> None:
    options = Options(to=to, channel="linkedin", connect=True)

    result = await drafted(fault_server, mode, options)

    assert len(result.notes[0].text) <= 200
    assert result.notes[0].origin.reason == REASON.get(mode)


@pytest.mark.parametrize("to", READERS)
async def test_a_broken_draft_is_mended_by_the_model_itself(
    fault_server: FaultServer, to: To
) -> None:
    result = await drafted(fault_server, "mended", Options(to=to))

    steps = [(a.step, a.outcome) for a in result.notes[0].attempts]
    assert steps == [("read", "ok"), ("write", "problems"), ("repair", "ok")]
    assert result.notes[0].origin.kind == "model"
