"""Notes of one batch say the same of nothing but courtesy."""

import asyncio
import itertools
import json
from pathlib import Path
from typing import Any

import pytest

from afternote.batch import rows
from afternote.batch.drafting import Drafting
from afternote.batch.engine import Batch, Claimed
from afternote.batch.ledger import Ledger
from afternote.batch.likeness import likeness, sketch
from afternote.batch.marks import NEAR
from afternote.batch.sameness import settle
from afternote.check import blocking, check
from afternote.errors import ModelUnavailable
from afternote.models.scripted import Scripted
from afternote.schema import MOVES, Moves
from afternote.settings import Settings
from afternote.text import fold, sentences

ONE_READER = (
    "Met Dana Whitfield, head of data at Northwind Analytics. Data Engineer role.\n"
    "Talked about the {0}. Loved the {1}.\nRejected by email. {2}"
)
TOPICS = ("dbt migration", "on-call rota", "vendor audit", "hiring plan")
LIKED = ("blameless post-mortems", "quiet mornings", "open roadmap")
WRITERS = ("Sam Rivera", "Noor Haddad", "Ines Okafor")


def asked(count: int, **more: object) -> list[dict[str, object]]:
    mixed = itertools.cycle(itertools.product(TOPICS, LIKED, WRITERS))
    return [
        {"id": i, "notes": ONE_READER.format(*next(mixed)), **more}
        for i in range(count)
    ]


def batch(
    folder: Path, given: list[dict[str, object]], model: Scripted | None = None
) -> tuple[list[dict[str, Any]], int]:
    """Return the rows of a batch and how many were written anew."""

    async def run() -> tuple[list[dict[str, Any]], int]:
        engine = Ledger(folder / "ledger")
        await engine.submit(Batch("b"), [json.dumps(line).encode() for line in given])

        def read(claimed: Claimed) -> tuple[rows.Line | rows.Bad, int]:
            return rows.of_json(claimed.payload), claimed.position + 1

        settings = Settings(offline=model is None, base_url="http://127.0.0.1:9/v1")
        drafting = Drafting(settings=settings, read=read, model=model)
        await engine.work(drafting, jobs=4, drain=True)
        while await settle(engine):
            pass
        items = await engine.ready("b", limit=10_000)
        varied = (await engine.progress("b")).varied
        await engine.aclose()
        return [json.loads(item.result or b"") for item in items], varied

    return asyncio.run(run())


def particulars(row: dict[str, Any]) -> set[str]:
    """The sentences of a row's notes that say one of its topics."""
    topics = [fold(topic["value"]) for topic in row["brief"]["topics"]]
    return {
        fold(sentence.text)
        for note in row["notes"]
        for move in MOVES
        for sentence in sentences(note["moves"][move])
        if any(topic in fold(sentence.text) for topic in topics)
    }


def test_notes_to_one_reader_share_no_particular_sentence(tmp_path: Path) -> None:
    found, varied = batch(tmp_path, asked(48))

    told = [sentence for row in found for sentence in particulars(row)]
    assert len(told) == len(set(told))
    assert len(told) > 24, "and most still say something particular"
    assert 0 < varied < 48


def test_no_note_of_a_batch_is_nearly_another(tmp_path: Path) -> None:
    given = asked(30)
    bodies = []
    for row in batch(tmp_path, [*given, *given])[0]:
        note = row["notes"][0]
        bodies.append(sketch(" ".join(note["moves"][move] for move in MOVES)))

    for one, other in itertools.combinations(bodies, 2):
        assert likeness(one, other) < NEAR


def test_what_is_written_anew_keeps_every_rule_and_says_where_it_is_from(
    tmp_path: Path,
) -> None:
    from afternote.job import compose
    from afternote.reading import briefs_for
    from afternote.schema import Brief, Options

    for row in batch(tmp_path, asked(24))[0]:
        note = row["notes"][0]
        brief = briefs_for(Brief.model_validate(row["brief"]), "manager")[0][1]
        moves = Moves(subject=note["subject"], **note["moves"])
        assert not blocking(check(compose(moves, brief, Options()), brief, strict=True))
        assert note["origin"]["reason"] == "offline"
        assert note["text"].startswith(note["greeting"])
        for evidence in note["evidence"]:
            assert evidence["said"] in note["text"]


def test_the_same_lines_settle_into_the_same_rows(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()

    assert batch(tmp_path / "a", asked(20)) == batch(tmp_path / "b", asked(20))


def test_notes_to_everybody_met_are_told_apart_too(tmp_path: Path) -> None:
    found, _ = batch(tmp_path, asked(12, to="all"))

    told = [sentence for row in found for sentence in particulars(row)]
    assert len(told) == len(set(told))
    for row in found:
        said = [
            fold(sentence.text)
            for note in row["notes"]
            for move in MOVES
            for sentence in sentences(note["moves"][move])
        ]
        assert len(said) == len(set(said))


def test_a_model_that_always_says_the_same_is_said_over_by_templates(
    tmp_path: Path,
) -> None:
    def model(messages: object) -> Moves | ModelUnavailable:
        if "The notes:" in str(messages):
            return ModelUnavailable("no proposals", reason="unreadable")
        return Moves(
            subject="Thank you",
            acknowledge="Thank you for letting me know about your decision. I was "
            "sorry not to be the one, and I respect the choice you made.",
            appreciate="I appreciated our conversation and the time you gave me for "
            "it. It made me think about my own work in a new way.",
            keep_in_touch="I would be glad to stay in touch, and I hope our paths "
            "cross again before long.",
        )

    found, varied = batch(tmp_path, asked(6), Scripted(model))

    kinds = [row["notes"][0]["origin"]["kind"] for row in found]
    assert kinds == ["model", *["template"] * 5]
    assert varied == 5
    last = found[-1]["notes"][0]
    assert last["origin"]["reason"] == "repairs"
    assert last["usage"]["calls"] == found[0]["notes"][0]["usage"]["calls"] > 0


@pytest.mark.parametrize("own", ["I liked the talk about the dbt migration."])
def test_what_the_candidate_wrote_is_left_alone(tmp_path: Path, own: str) -> None:
    draft = (
        "Hi Dana,\n\nThank you for telling me; I respect the decision.\n\n"
        f"{own} It has stayed with me since.\n\n"
        "I hope that we keep in touch.\n\nBest,\nSam Rivera"
    )
    found, _ = batch(tmp_path, asked(3, own=draft))

    kept = [row for row in found if row["notes"][0]["origin"]["kind"] != "template"]
    assert all(own in row["notes"][0]["text"] for row in kept)
