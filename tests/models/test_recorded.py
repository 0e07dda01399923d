"""The whole life of a draft against answers that a real model server once gave.

Replayed without a network. To record anew (see cassettes/README.md):

    RECORD_URL=http://127.0.0.1:8080/v1 make record
    RECORD_URL_500=…    a server that answers json_schema with status 500
    RECORD_URL_WEAK=…   a model too weak to mend its draft; else RECORD_URL
"""

import json
import os
from collections.abc import Callable
from typing import Any

import pytest
from vcr.cassette import Cassette  # type: ignore[import-untyped]

from afternote import pipeline, reading
from afternote.check import blocking
from afternote.job import Job, compose, judge
from afternote.models.openai import OpenAIModel
from afternote.schema import Moves, Options
from afternote.settings import Settings

pytestmark = [pytest.mark.anyio, pytest.mark.vcr]

REPLAYED = "http://127.0.0.1:8080/v1"
NOTES = """Data Engineer at Northwind Analytics. Had a good hour with Dana Whitfield,
who runs the data team there. She walked me through how they moved to dbt without a
freeze, and I liked that nobody is blamed in their post-mortems.
No by email on Tuesday.
Sam Rivera
"""

GAPS = """Studio technician job at Fenwick Pottery. Sarah Okonjo runs the kilns and
interviewed me. Thirty years of glaze tests in one big book over there. Two shifts, the
rota planning sounded clever. They said no by email. Tom Bale
"""


def recorded_at(variable: str) -> str:
    return os.environ.get(variable) or os.environ.get("RECORD_URL") or REPLAYED  # noqa: TID251


@pytest.fixture
def vcr_config(vcr_config: dict[str, Any]) -> dict[str, Any]:
    """Let cassettes name one endpoint and one model, wherever they were recorded."""
    bare: Callable[[Any], Any] = vcr_config["before_record_request"]

    def at_one_place(request: Any) -> Any:
        request = bare(request)
        request.uri = f"{REPLAYED}/chat/completions"
        request.body = json.dumps({**json.loads(request.body), "model": "recorded"})
        return request

    return {**vcr_config, "before_record_request": at_one_place}


async def drafted(
    cassette: Cassette,
    variable: str = "RECORD_URL",
    *,
    notes: str = NOTES,
    proposer: bool = False,
) -> pipeline.Drafted:
    """Draft, and see that every answer on the cassette was used, and the note sound.

    Without a *proposer* the brief is what the rules read.
    """
    settings = Settings.model_validate(
        {
            "base_url": recorded_at(variable),
            "model": os.environ.get("RECORD_MODEL", "recorded"),  # noqa: TID251
            "api_key": os.environ.get("RECORD_KEY"),  # noqa: TID251
            "deadline": 600,
            "max_calls": 8,
        }
    )
    async with OpenAIModel(settings) as model:
        brief = None if proposer else reading.read(notes)
        result = await pipeline.draft(
            notes, settings=settings, model=model, brief=brief
        )
    assert cassette.dirty or cassette.all_played
    assert len(cassette) == result.notes[0].usage.calls, "nothing but these calls"
    note = result.notes[0]
    again = compose(Moves(subject=note.subject, **note.moves), result.brief, Options())
    assert not blocking(judge(again, Job(result.brief, Options())))
    assert note.origin.kind != "model" or note.usage.output_tokens > 0
    return result


def steps(result: pipeline.Drafted) -> list[tuple[str, str]]:
    return [(a.step, a.outcome) for a in result.notes[0].attempts]


async def test_reading_proposes_facts_that_the_rules_had_left_out(
    vcr: Cassette,
) -> None:
    result = await drafted(vcr, notes=GAPS, proposer=True)

    brief = result.brief
    facts = [brief.reader, brief.company, brief.role, *brief.topics, *brief.people]
    found = [fact for fact in facts if fact is not None and fact.how == "model"]
    assert found
    for fact in found:
        assert GAPS[fact.start : fact.end] == fact.quote


async def test_a_draft_is_clean_at_first_try(vcr: Cassette) -> None:
    result = await drafted(vcr)

    assert result.notes[0].origin.kind == "model"
    assert steps(result) == [("write", "ok")]


async def test_a_repair_succeeds(vcr: Cassette) -> None:
    result = await drafted(vcr)

    assert result.notes[0].origin.kind == "model"
    assert ("write", "problems") in steps(result)
    assert steps(result)[-1] == ("repair", "ok")


async def test_a_repair_gives_up(vcr: Cassette) -> None:
    result = await drafted(vcr, "RECORD_URL_WEAK")

    origin = result.notes[0].origin
    assert (origin.kind, origin.reason) == ("template", "repairs")
    assert steps(result)[-1] == ("repair", "problems")


async def test_the_form_steps_down_where_json_schema_is_answered_with_500(
    vcr: Cassette,
) -> None:
    result = await drafted(vcr, "RECORD_URL_500")

    assert vcr.responses[0]["status"]["code"] == 500
    forms = [json.loads(r.body)["response_format"]["type"] for r in vcr.requests]
    assert forms[0] == "json_schema"
    assert set(forms[1:]) == {"json_object"}
    wrote = [(step, outcome) for step, outcome in steps(result) if step == "write"]
    assert wrote[0][1] in ("ok", "problems"), "the answer was read, in the lower form"
    assert result.notes[0].usage.output_tokens > 0
