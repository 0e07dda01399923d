"""A draft's life and its endings; the model says what it is told."""

import json
import logging

import pytest

from afternote import pipeline
from afternote.check import blocking, check
from afternote.errors import InputError, ModelReplied, ModelUnavailable
from afternote.models.scripted import Scripted
from afternote.pipeline import Drafted
from afternote.schema import Flags, Options
from afternote.settings import Settings

pytestmark = pytest.mark.anyio

NOTES = """Met Dana Whitfield, head of data at Northwind Analytics, Data Engineer role.
Talked about the dbt migration. Loved their blameless post-mortems.
Dana was 20 min late and never said sorry. Asked for 85k, they flinched.
Rejected by email on 3 April. Priya Nair (recruiter) was kind.
- Sam Rivera
"""
NO_FACTS = json.dumps({"facts": []})
GOOD = {
    "subject": "Thank you",
    "acknowledge": "Thank you for letting me know about the decision on the Data "
    "Engineer role. I was sorry to hear it, and I respect the choice you made.",
    "appreciate": "I enjoyed our conversation about the dbt migration, and your "
    "blameless post-mortems have stayed with me since.",
    "keep_in_touch": "I would be glad to stay in touch, and I hope our paths cross "
    "again before long.",
}
BITTER = {**GOOD, "appreciate": "You wasted my time and you should be ashamed of it."}


def settings(**given: object) -> Settings:
    return Settings.model_validate({"base_url": "http://127.0.0.1:9/v1", **given})


async def drafted(*answers: object, **given: object) -> tuple[Drafted, Scripted]:
    model = Scripted([a if not isinstance(a, dict) else json.dumps(a) for a in answers])
    wanted = {"settings": settings(), **given}
    return await pipeline.draft(NOTES, model=model, **wanted), model


def shown(model: Scripted) -> str:
    """Everything that the model was shown."""
    return "\n".join(m.content for seen in model.seen for m in seen.messages)


async def test_a_clean_draft_of_the_model_is_the_note() -> None:
    result, _ = await drafted(NO_FACTS, GOOD)

    note = result.notes[0]
    assert note.origin.kind == "model"
    assert note.origin.prompt.startswith("write@")
    assert note.origin.reason is None
    assert [(a.step, a.outcome) for a in note.attempts] == [
        ("read", "ok"),
        ("write", "ok"),
    ]
    assert note.text.startswith("Hi Dana,\n\nThank you for letting me know")
    assert note.text.endswith("Sam Rivera")
    assert note.usage.calls == 2


async def test_a_broken_draft_is_repaired_and_the_prompt_does_not_grow() -> None:
    result, model = await drafted(NO_FACTS, BITTER, BITTER | {"subject": "x"}, GOOD)

    note = result.notes[0]
    assert note.origin.kind == "model"
    assert [a.outcome for a in note.attempts] == ["ok", "problems", "problems", "ok"]
    assert note.attempts[1].problems
    sizes = [sum(len(m.content) for m in s.messages) for s in model.seen[2:]]
    assert sizes[1] <= sizes[0] * 1.2


async def test_when_repairs_are_used_up_a_template_steps_in() -> None:
    worse = [BITTER | {"subject": f"Thanks {n}"} for n in range(3)]

    result, _ = await drafted(NO_FACTS, *worse)

    note = result.notes[0]
    assert (note.origin.kind, note.origin.reason) == ("template", "repairs")
    assert note.origin.template
    assert "ashamed" not in note.text


async def test_a_model_that_repeats_itself_is_not_asked_for_ever() -> None:
    result, model = await drafted(NO_FACTS, BITTER, BITTER, GOOD)

    assert result.notes[0].origin.reason == "repairs"
    assert len(model.seen) == 3


async def test_an_unreadable_answer_is_asked_for_again() -> None:
    failure = ModelReplied("not JSON", reason="unreadable")

    result, _ = await drafted(NO_FACTS, failure, GOOD)

    assert result.notes[0].origin.kind == "model"


async def test_a_model_that_is_gone_leads_to_a_template_with_its_reason() -> None:
    result, _ = await drafted(NO_FACTS, ModelUnavailable("gone", reason="refused"))

    assert result.notes[0].origin.reason == "refused"


async def test_a_dead_endpoint_is_not_asked_twice() -> None:
    gone = ModelUnavailable("401", reason="rejected")

    result, model = await drafted(gone, GOOD)

    assert result.notes[0].origin.reason == "rejected"
    assert len(model.seen) == 1


async def test_a_bug_of_ours_never_hides_behind_a_template() -> None:
    with pytest.raises(LookupError):
        await drafted(NO_FACTS)


async def test_a_required_model_that_fails_is_an_error() -> None:
    with pytest.raises(ModelUnavailable, match="required"):
        await drafted(
            NO_FACTS,
            ModelUnavailable("gone", reason="unavailable"),
            settings=settings(require_model=True),
        )


async def test_the_writing_model_never_sees_the_notes_nor_what_is_held_back() -> None:
    _, model = await drafted(NO_FACTS, GOOD)

    writing = "\n".join(m.content for m in model.seen[1].messages)
    assert "dbt migration" in writing
    assert "Loved" not in writing
    for secret in ("20 min", "never said", "85k", "flinched"):
        assert secret not in shown(model)


async def test_private_mode_sends_no_name_and_asks_for_no_facts() -> None:
    masked = {**GOOD, "keep_in_touch": "I hope to stay in touch with Companyname."}

    result, model = await drafted(masked, settings=settings(private=True))

    note = result.notes[0]
    assert note.origin.kind == "model"
    assert "Northwind Analytics" in note.moves["keep_in_touch"]
    assert len(model.seen) == 1
    for name in ("Dana", "Whitfield", "Northwind", "Sam", "Rivera", "Priya"):
        assert name not in shown(model)


async def test_the_proposer_adds_only_what_its_quote_supports() -> None:
    facts = [
        {"field": "topic", "value": "the dbt migration", "quote": "the dbt migration"},
        {"field": "reader", "value": "Elon Musk", "quote": "Met Dana Whitfield"},
        {"field": "topic", "value": "your salary bands", "quote": "Asked for 85k"},
    ]

    result, _ = await drafted({"facts": facts}, GOOD)

    assert result.brief.reader is not None
    assert result.brief.reader.value == "Dana Whitfield"
    assert "85k" not in "".join(t.value + t.quote for t in result.brief.topics)


async def test_a_draft_of_ones_own_stays_where_it_is_clean() -> None:
    own = (
        "Hi Dana,\n\nThank you for telling me about the Data Engineer decision so "
        "quickly; I was a little sad to read it, and I do respect it.\n\nOur talk "
        "about the dbt migration was the best hour of my week, honestly.\n\nI would "
        "be glad to stay in touch with you.\n\nBest,\nSam Rivera"
    )

    result = await pipeline.draft(NOTES, settings=Settings(offline=True), own=own)

    note = result.notes[0]
    assert note.origin.kind == "own"
    assert "best hour of my week" in note.moves["appreciate"]


async def test_only_the_failing_move_of_ones_own_draft_is_rewritten() -> None:
    own = (
        "Hi Dana,\n\nThank you for telling me about the Data Engineer decision so "
        "quickly; I was a little sad to read it, and I do respect it.\n\nYou wasted "
        "my time and you should be ashamed.\n\nI would be glad to stay in touch with "
        "you.\n\nBest,\nSam Rivera"
    )

    result = await pipeline.draft(NOTES, settings=Settings(offline=True), own=own)

    note = result.notes[0]
    assert note.origin.kind == "mixed"
    assert "a little sad" in note.moves["acknowledge"]
    assert "ashamed" not in note.text


async def test_notes_to_all_share_no_sentence_and_no_particular() -> None:
    result = await pipeline.draft(NOTES, to="all", settings=Settings(offline=True))

    assert [n.to for n in result.notes] == ["manager", "recruiter"]
    first, second = (
        {s.strip() for m in n.moves.values() for s in m.split(".")}
        for n in result.notes
    )
    assert first & second <= {""}


async def test_offline_the_same_notes_give_the_same_bytes() -> None:
    offline = Settings(offline=True)

    one, two = [
        (await pipeline.draft(NOTES, settings=offline)).notes[0] for _ in range(2)
    ]
    other = (
        await pipeline.draft(NOTES, settings=offline, options=Options(seed=5))
    ).notes[0]

    assert one.model_dump_json() == two.model_dump_json()
    assert one.text != other.text


@pytest.mark.parametrize("name", ["Yahoo!", "[Name]", "Mr. $100k", "http://x.example"])
async def test_a_hostile_flag_still_ends_in_a_clean_note(name: str) -> None:
    flags = Flags(name=name, company=name, role=name, me=name)

    result = await pipeline.draft(
        "", flags=flags, settings=Settings(offline=True), options=Options(seed=1)
    )

    assert result.notes[0].text
    assert not [p for p in result.notes[0].problems if p.severity == "blocking"]


async def test_empty_notes_without_a_name_are_refused() -> None:
    with pytest.raises(InputError):
        await pipeline.draft("  ", settings=Settings(offline=True))


async def test_no_log_holds_a_word_of_the_notes(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)

    await drafted(NO_FACTS, BITTER, GOOD)

    ours = [r.getMessage() for r in caplog.records if r.name.startswith("afternote")]
    assert any("step name=model" in line for line in ours)
    for word in ("Dana", "Northwind", "dbt", "ashamed", "Rivera", "85k"):
        assert word not in caplog.text


async def test_what_is_returned_keeps_every_rule_when_checked_again() -> None:
    result, _ = await drafted(NO_FACTS, GOOD)

    note = result.notes[0]
    from afternote.job import compose
    from afternote.schema import Moves

    moves = Moves(subject=note.subject, **note.moves)
    again = compose(moves, result.brief, Options())
    assert not blocking(check(again, result.brief, strict=True))
