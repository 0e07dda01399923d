"""The page without scripts: a form that posts, and a mail file."""

import re
from email import message_from_bytes, policy
from html import unescape

import pytest
from starlette.testclient import TestClient
from tests.api.conftest import NOTES, Serve
from tests.fault_server import FaultServer

from afternote.api.page import MODULES
from afternote.api.page.words import EXAMPLE, WORDS
from afternote.errors import Reason
from afternote.reading import QUESTIONS
from afternote.schema import MOVES, Why

MARKUP = "<script>alert(1)</script> \"><img src=x onerror=alert(2)> {{7*7}} ' &amp;"


def test_the_plain_form_gives_a_note_its_sources_and_what_is_held_back(
    client: TestClient,
) -> None:
    html = unescape(client.post("/", data={"notes": NOTES}).text)

    assert "Hi Dana," in html
    assert "mailto:?subject=" in html
    assert "Dana was 20 min late" in html
    assert WORDS["why"]["complaint"] in html
    assert "word for word" in html
    assert "no model is set up here" in html


def test_a_ticked_stretch_is_released_and_stays_so(client: TestClient) -> None:
    first = client.post("/", data={"notes": NOTES}).text
    stretches = re.findall(r'name="released" value="([\d-]+)"', first)

    after = client.post("/", data={"notes": NOTES, "released": stretches[:1]}).text

    assert len(stretches) >= 2
    boxes = re.findall(r'type="checkbox" name="released" value="([\d-]+)"', after)
    assert boxes == stretches[1:]


def test_windows_line_ends_of_a_form_do_not_move_offsets(client: TestClient) -> None:
    unix = client.post("/", data={"notes": NOTES}).text
    windows = client.post("/", data={"notes": NOTES.replace("\n", "\r\n")}).text

    stretch = r'name="released" value="([\d-]+)"'
    assert re.findall(stretch, unix) == re.findall(stretch, windows)


@pytest.mark.parametrize("field", ["notes", "name", "company", "role", "me", "seed"])
def test_markup_in_any_field_comes_back_as_text(client: TestClient, field: str) -> None:
    sent = {"notes": NOTES} | {field: NOTES + MARKUP if field == "notes" else MARKUP}

    html = client.post("/", data=sent).text

    assert "<script>alert" not in html
    assert "<img" not in html
    assert ">49" not in html


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"notes": ""}, 422),
        ({"notes": NOTES, "to": "nobody"}, 422),
        ({"notes": NOTES, "seed": "-4"}, 422),
        ({}, 422),
    ],
)
def test_what_cannot_be_done_is_said_on_the_page(
    client: TestClient, sent: dict[str, str], status: int
) -> None:
    answer = client.post(
        "/", data=sent, headers={"Content-Type": "application/x-www-form-urlencoded"}
    )

    assert answer.status_code == status
    assert "That did not work" in answer.text


def test_the_page_says_where_the_text_goes(
    serve: Serve, fault_server: FaultServer
) -> None:
    offline = serve().get("/").text
    online = serve(base_url=fault_server.url("good"), model="m-1").get("/").text

    assert "nothing is sent anywhere" in offline
    assert f"<strong>127.0.0.1:{fault_server.port}</strong> (m-1)" in online
    assert "nothing is sent anywhere" not in online


@pytest.mark.parametrize("stretch", ["x", "5-", "-", "1-" + "9" * 5000, "0-99999"])
def test_a_stretch_that_is_none_releases_nothing(
    client: TestClient, stretch: str
) -> None:
    html = client.post("/", data={"notes": NOTES, "released": stretch}).text

    assert html.count('type="checkbox" name="released"') >= 2


def test_a_page_names_no_other_host(client: TestClient) -> None:
    scripts = [f"/static/{name}" for name in MODULES]
    text = "".join(
        client.get(p).text for p in ("/", "/docs", "/static/page.css", *scripts)
    )

    assert set(re.findall(r"https?://[\w.]+", text)) <= set()


def test_a_mail_file_holds_the_edited_text(client: TestClient) -> None:
    sent = {
        "subject": "Dziękuję",
        "text": "Hi Dana,\r\n\r\nÉdith\r\n",
        "address": "dana@northwind.example",
    }

    answer = client.post("/eml", data=sent)

    mail = message_from_bytes(answer.content, policy=policy.default)
    assert answer.headers["content-type"] == "message/rfc822"
    assert mail["Subject"] == "Dziękuję"
    assert mail["To"] == "dana@northwind.example"
    assert mail.get_content().splitlines() == ["Hi Dana,", "", "Édith"]


@pytest.mark.parametrize(
    "sent",
    [
        {"subject": "a\r\nBcc: evil@x.example", "text": "t"},
        {"subject": "s", "text": "t", "address": "a@b.example\r\nBcc: evil@x.example"},
        {"subject": "s", "text": "t", "address": "a@b.example,evil@x.example"},
        {"subject": "\x00\x0b", "text": "\x00", "address": "<>@@"},
        {},
    ],
)
def test_a_mail_file_takes_no_smuggled_header(
    client: TestClient, sent: dict[str, str]
) -> None:
    answer = client.post(
        "/eml", data=sent, headers={"Content-Type": "application/x-www-form-urlencoded"}
    )

    mail = message_from_bytes(answer.content, policy=policy.default)
    assert answer.status_code == 200
    assert mail["Bcc"] is None
    assert "evil" not in str(mail["To"])


def test_the_reference_lists_every_route_and_every_problem(client: TestClient) -> None:
    html = client.get("/docs").text

    for path in client.get("/openapi.json").json()["paths"]:
        assert path in html
    assert "model-unavailable" in html
    assert "deadline" in html


def test_the_page_has_a_word_for_everything() -> None:
    assert set(WORDS["why"]) == set(Why.__args__)  # type: ignore[attr-defined]
    assert set(WORDS["reasons"]) == set(Reason.__args__)  # type: ignore[attr-defined]
    assert set(WORDS["missing"]) == set(QUESTIONS)
    assert tuple(WORDS["moves"]) == MOVES


def test_the_example_shows_what_the_page_can_do(client: TestClient) -> None:
    given = client.post("/v1/notes", json={"notes": EXAMPLE}).json()

    assert given["brief"]["missing"] == []
    assert len(given["brief"]["held_back"]) >= 2
    assert len(given["notes"][0]["evidence"]) >= 2
