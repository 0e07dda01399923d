"""Idempotent answers: once, the same again, sealed, and not for ever."""

import pytest
from starlette.testclient import TestClient
from tests.api.conftest import NOTES, Clock, Serve

from afternote.api.keys import Keys
from afternote.api.problems import Refusal
from afternote.api.replay import Answer, Replay
from afternote.api.state import KEPT, MOST, Memory

ANSWER = Answer(200, "application/json", b'{"text": "Hi Dana"}')


def headers(key: str, secret: str = "") -> dict[str, str]:
    made = {"Idempotency-Key": key}
    return made | ({"Authorization": f"Bearer {secret}"} if secret else {})


def test_the_same_request_gets_the_same_answer_and_no_new_work(serve: Serve) -> None:
    client = serve()
    first = client.post("/v1/notes", json={"notes": NOTES}, headers=headers("k1"))

    again = client.post("/v1/notes", json={"notes": NOTES}, headers=headers("k1"))

    assert again.content == first.content
    assert again.headers["content-type"] == first.headers["content-type"]
    assert again.headers["idempotency-replayed"] == "true"
    assert "idempotency-replayed" not in first.headers
    assert 'afternote_notes_total{origin="template",reason="no_model"} 1' in (
        client.get("/metrics").text
    )


def test_another_request_with_the_same_key_is_turned_away(client: TestClient) -> None:
    client.post("/v1/notes", json={"notes": NOTES}, headers=headers("k1"))

    other = client.post("/v1/notes", json={"notes": "x" + NOTES}, headers=headers("k1"))

    assert other.status_code == 422
    assert other.json()["type"].endswith("key-reused")


def test_a_failure_can_be_tried_again(client: TestClient) -> None:
    failed = client.post("/v1/notes", json={"notes": " "}, headers=headers("k1"))

    mended = client.post("/v1/notes", json={"notes": NOTES}, headers=headers("k1"))

    assert (failed.status_code, mended.status_code) == (422, 200)


def test_callers_do_not_see_each_others_answers(serve: Serve, keys: Keys) -> None:
    one, other = keys.new("one").secret, keys.new("other").secret
    client = serve()
    client.post("/v1/notes", json={"notes": NOTES}, headers=headers("k1", one))

    theirs = client.post(
        "/v1/notes", json={"notes": "x " + NOTES}, headers=headers("k1", other)
    )

    assert theirs.status_code == 200
    assert "idempotency-replayed" not in theirs.headers


@pytest.mark.parametrize("key", ["", "a b", "x" * 256])
def test_an_unusable_key_is_turned_away(client: TestClient, key: str) -> None:
    answer = client.post("/v1/notes", json={"notes": NOTES}, headers=headers(key))

    assert answer.status_code == 400


@pytest.mark.anyio
async def test_a_second_request_waits_while_the_first_is_under_way(
    clock: Clock,
) -> None:
    replay = Replay(Memory(clock=clock))
    place = replay.place("k", caller="c", request=b"r")
    await replay.begin(place)

    with pytest.raises(Refusal) as refused:
        await replay.begin(replay.place("k", caller="c", request=b"r"))

    assert refused.value.kind == "still-working"
    await replay.keep(place, ANSWER)
    assert await replay.begin(place) == ANSWER


@pytest.mark.anyio
async def test_an_answer_is_gone_after_a_day(clock: Clock) -> None:
    replay = Replay(Memory(clock=clock))
    place = replay.place("k", caller="c", request=b"r")
    await replay.begin(place)
    await replay.keep(place, ANSWER)

    clock.now += KEPT + 1

    assert await replay.begin(place) is None


@pytest.mark.anyio
async def test_what_is_kept_cannot_be_read_without_the_callers_keys(
    clock: Clock,
) -> None:
    memory = Memory(clock=clock)
    replay = Replay(memory)
    place = replay.place("idem-key", caller="api-secret", request=NOTES.encode())
    await replay.begin(place)
    await replay.keep(place, ANSWER)

    kept = repr(memory._shelves)

    for hidden in ("Dana", "idem-key", "api-secret", "Whitfield"):
        assert hidden not in kept
    assert ANSWER.body not in next(iter(memory._shelves.values())).sealed  # type: ignore[operator]
    assert place.cipher_key.hex() not in kept
    assert repr(place.cipher_key) not in kept


@pytest.mark.anyio
async def test_what_was_tampered_with_is_not_given(clock: Clock) -> None:
    memory = Memory(clock=clock)
    replay = Replay(memory)
    place = replay.place("k", caller="c", request=b"r")
    await replay.begin(place)
    await memory.fill(place.shelf, place.asked, place.owner, b"x" * 60)

    with pytest.raises(Refusal) as refused:
        await replay.begin(place)

    assert refused.value.kind == "key-reused"


@pytest.mark.anyio
async def test_the_memory_for_answers_is_bounded(clock: Clock) -> None:
    memory = Memory(clock=clock)
    replay = Replay(memory)
    large = Answer(200, "text/plain", b"x" * (MOST // 4))
    places = [replay.place(str(n), caller="c", request=b"r") for n in range(6)]
    for place in places:
        await replay.begin(place)
        await replay.keep(place, large)

    assert memory._bytes <= MOST
    assert await replay.begin(places[0]) is None
    assert await replay.begin(places[-1]) == large
