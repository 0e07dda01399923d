"""The adapter against the fault server: one request a call, each failure named."""

import asyncio
import json
import logging
from collections.abc import Iterator

import httpx2
import openai
import pytest
from tests.fault_server import MODES, SLOW, FaultServer

from afternote.errors import (
    ConfigError,
    ModelBusy,
    ModelError,
    ModelReplied,
    ModelUnavailable,
)
from afternote.models import Answer, Message
from afternote.models.openai import OpenAIModel, translated
from afternote.models.reply import schema_of
from afternote.schema import Moves
from afternote.settings import Settings

pytestmark = pytest.mark.anyio

KEY = "sk-SECRET-0123456789"
ASKED = (
    Message("system", "Write."),
    Message("user", "The note goes to Dana.\n- the role: Data Engineer"),
)
SCHEMA = schema_of(Moves)


def settings(server: FaultServer, mode: str, **more: object) -> Settings:
    given = {"base_url": server.url(mode), "api_key": KEY, "deadline": 5.0, **more}
    return Settings.model_validate(given)


async def asked(model: OpenAIModel) -> Answer:
    return await model.ask(ASKED, schema=SCHEMA, name="moves")


async def one(server: FaultServer, mode: str, **more: object) -> Answer:
    async with OpenAIModel(settings(server, mode, **more)) as model:
        return await asked(model)


async def failing(server: FaultServer, mode: str, **more: object) -> ModelError:
    with pytest.raises(ModelError) as caught:
        await one(server, mode, **more)
    return caught.value


async def test_an_answer_comes_with_its_cost_and_the_servers_name_for_the_model(
    fault_server: FaultServer,
) -> None:
    answer = await one(fault_server, "good")
    assert json.loads(answer.text)["subject"] == "Thank you"
    assert answer[1:] == ("faulty", 100, 20)


async def test_a_server_silent_about_cost_costs_nothing_known(
    fault_server: FaultServer,
) -> None:
    assert (await one(fault_server, "no-usage"))[1:] == ("faulty", 0, 0)


async def test_the_request_asks_for_the_schema_and_nothing_unasked(
    fault_server: FaultServer,
) -> None:
    await one(fault_server, "good", model="some-model")
    assert [call.body for call in fault_server.calls] == [
        {
            "model": "some-model",
            "messages": [m._asdict() for m in ASKED],
            "max_tokens": 600,
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "moves", "strict": True, "schema": SCHEMA},
            },
        }
    ]


async def test_a_list_may_be_longer_than_a_note(fault_server: FaultServer) -> None:
    facts = {"facts": {"type": "array"}}
    schema: dict[str, object] = {"type": "object", "properties": facts}
    async with OpenAIModel(settings(fault_server, "good")) as model:
        await model.ask(ASKED, schema=schema, name="facts")
    assert fault_server.calls[0].body["max_tokens"] == 1500


@pytest.mark.parametrize(
    ("mode", "forms"),
    [
        ("format-400", ["json_schema", "json_object"]),
        ("format-500", ["json_schema", "json_object"]),
        ("format-422", ["json_schema", "json_object", None]),
    ],
)
async def test_the_form_steps_down_once_and_is_remembered(
    fault_server: FaultServer, mode: str, forms: list[str | None]
) -> None:
    async with OpenAIModel(settings(fault_server, mode)) as model:
        for _ in forms[1:]:
            with pytest.raises(ModelBusy) as caught:
                await asked(model)
            assert caught.value.wait == 0
        await asked(model)
        await asked(model)
    sent = [
        call.body.get("response_format", {}).get("type") for call in fault_server.calls
    ]
    assert sent == [*forms, forms[-1]]
    assert len({str(call.body["messages"]) for call in fault_server.calls}) == 1


async def test_requests_under_way_together_step_down_together(
    fault_server: FaultServer,
) -> None:
    """Two complaints about json_schema do not cost json_object as well."""
    async with OpenAIModel(settings(fault_server, "format-400")) as model:
        failed = await asyncio.gather(
            *(asked(model) for _ in range(3)), return_exceptions=True
        )
        assert [type(f) for f in failed] == [ModelBusy] * 3
        assert model.form == "json_object"


async def test_the_limit_goes_by_its_newer_name_where_the_old_is_refused(
    fault_server: FaultServer,
) -> None:
    async with OpenAIModel(settings(fault_server, "max-tokens")) as model:
        with pytest.raises(ModelBusy):
            await asked(model)
        await asked(model)
        assert model.form == "json_schema"
    last = fault_server.calls[-1].body
    assert (last["max_completion_tokens"], "max_tokens" in last) == (600, False)


async def test_a_model_that_thinks_long_gets_room_once(
    fault_server: FaultServer,
) -> None:
    async with OpenAIModel(settings(fault_server, "long-thoughts")) as model:
        with pytest.raises(ModelBusy) as caught:
            await asked(model)
        assert (caught.value.wait, caught.value.tokens) == (0, (100, 20))
        await asked(model)
        await asked(model)
    sent = [call.body["max_tokens"] for call in fault_server.calls]
    assert sent == [600, 2400, 2400]


@pytest.mark.parametrize(
    ("mode", "kind", "reason", "says"),
    [
        ("400", ModelUnavailable, "rejected", "400 from"),
        ("401", ModelUnavailable, "rejected", "check the API key"),
        ("403", ModelUnavailable, "rejected", "may not use"),
        ("404", ModelUnavailable, "rejected", "no model of this name"),
        ("404-html", ModelUnavailable, "rejected", "check base_url"),
        ("quota", ModelUnavailable, "rejected", "quota"),
        ("no-retry", ModelUnavailable, "rejected", "of no use"),
        ("redirect", ModelUnavailable, "rejected", "final address"),
        ("refusal", ModelUnavailable, "refused", "refused"),
        ("content-filter", ModelUnavailable, "refused", "refused"),
        ("filtered-400", ModelUnavailable, "refused", "refused"),
        ("408", ModelBusy, "unavailable", "cannot answer just now"),
        ("409", ModelBusy, "unavailable", "cannot answer just now"),
        ("429-short", ModelBusy, "unavailable", "asks to wait 1 s"),
        ("429-long", ModelBusy, "unavailable", "asks to wait 3600 s"),
        ("500", ModelBusy, "unavailable", "cannot answer just now"),
        ("503", ModelBusy, "unavailable", "cannot answer just now"),
        ("huge-503", ModelBusy, "unavailable", "cannot answer just now"),
        ("drop", ModelBusy, "unavailable", "is the server running"),
        ("half-body", ModelBusy, "unavailable", "is the server running"),
        ("not-http", ModelBusy, "unavailable", "is the server running"),
        ("html", ModelReplied, "unreadable", "no chat completion"),
        ("bad-body", ModelReplied, "unreadable", "no chat completion"),
        ("deep-body", ModelReplied, "unreadable", "no chat completion"),
        ("empty-body", ModelReplied, "unreadable", "no chat completion"),
        ("no-choices", ModelReplied, "unreadable", "no chat completion"),
        ("null-choices", ModelReplied, "unreadable", "no chat completion"),
        ("no-message", ModelReplied, "unreadable", "no chat completion"),
        ("missing", ModelReplied, "unreadable", "no chat completion"),
        ("wrong-types", ModelReplied, "unreadable", "no chat completion"),
        ("error-in-200", ModelReplied, "unreadable", "no chat completion"),
        ("empty", ModelReplied, "unreadable", "is empty"),
        ("null", ModelReplied, "unreadable", "is empty"),
        ("finish-length", ModelReplied, "unreadable", "is cut off"),
        ("huge", ModelReplied, "unreadable", "too long"),
        ("huge-body", ModelReplied, "unreadable", "too long"),
    ],
)
async def test_every_failure_has_its_error(
    fault_server: FaultServer, mode: str, kind: type, reason: str, says: str
) -> None:
    error = await failing(fault_server, mode)
    assert (type(error), error.reason) == (kind, reason)
    assert says in str(error)
    assert len(fault_server.calls) == 1, "one call is one request"


async def test_a_useless_answer_still_says_what_it_cost(
    fault_server: FaultServer,
) -> None:
    for mode in ("empty", "finish-length", "refusal", "content-filter"):
        assert (await failing(fault_server, mode)).tokens == (100, 20)


async def test_nobody_at_the_address_is_busy() -> None:
    async with OpenAIModel(Settings(base_url="http://127.0.0.1:9/v1")) as model:
        with pytest.raises(ModelBusy, match=r"127\.0\.0\.1:9 gave no answer"):
            await asked(model)


@pytest.mark.parametrize("mode", [m for m in MODES if m not in SLOW])
async def test_no_message_and_no_log_shows_the_key_or_the_content(
    fault_server: FaultServer, mode: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        try:
            shown = str((await one(fault_server, mode)).model)
        except ModelError as error:
            shown = str(error)
    for text in (shown, caplog.text):
        assert "SECRET" not in text
        assert "Data Engineer" not in text
    assert "\n" not in shown


async def test_only_listed_headers_leave_whatever_the_environment_says(
    fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Leak: me\nAuthorization: Bearer no")
    for name in ("ORG_ID", "PROJECT_ID", "ADMIN_KEY", "WEBHOOK_SECRET", "API_KEY"):
        monkeypatch.setenv(f"OPENAI_{name}", "leaked")
    monkeypatch.setenv("OPENAI_BASE_URL", f"http://127.0.0.1:{fault_server.other_port}")
    await one(fault_server, "good")
    await one(fault_server, "good", api_key=None)
    with_key, without = (call.headers for call in fault_server.calls)
    assert set(with_key) <= {
        "accept", "accept-encoding", "authorization", "connection", "content-length",
        "content-type", "host", "user-agent", "x-stainless-raw-response",
    }  # fmt: skip
    assert "leak" not in str(with_key).lower() + str(without).lower()
    assert with_key["authorization"] == f"Bearer {KEY}"
    assert without["authorization"] == "Bearer local"
    assert with_key["user-agent"] == "afternote"
    assert fault_server.strayed == 0


async def test_a_redirect_is_not_followed(fault_server: FaultServer) -> None:
    await failing(fault_server, "redirect")
    assert (len(fault_server.calls), fault_server.strayed) == (1, 0)


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
async def test_a_proxy_of_the_environment_is_used_only_when_asked_for(
    fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, f"http://127.0.0.1:{fault_server.other_port}")
    await one(fault_server, "good")
    assert fault_server.strayed == 0
    assert isinstance(await failing(fault_server, "good", use_proxy=True), ModelBusy)
    assert fault_server.strayed == 1


async def test_name_and_password_in_the_address_are_used_and_never_shown(
    fault_server: FaultServer,
) -> None:
    url = fault_server.url("401").replace("://", "://me:SECRET@")
    error = await failing(fault_server, "401", base_url=url)
    assert fault_server.calls[0].headers["authorization"].startswith("Basic ")
    assert "SECRET" not in str(error)


@pytest.mark.parametrize("key", ["sk-a b", "sk-“quoted”", "sk-a\nX-Header: b"])
def test_a_key_that_cannot_be_one_is_a_broken_setting(key: str) -> None:
    with pytest.raises(ConfigError, match="API key") as caught:
        OpenAIModel(Settings.model_validate({"api_key": key}))
    assert key not in str(caught.value)


async def test_blanks_round_a_key_are_of_no_account(fault_server: FaultServer) -> None:
    await one(fault_server, "good", api_key=f" {KEY}\n")
    assert fault_server.calls[0].headers["authorization"] == f"Bearer {KEY}"


def test_without_an_endpoint_there_is_no_model() -> None:
    with pytest.raises(ConfigError, match="no model is configured"):
        OpenAIModel(Settings())


async def test_openai_is_told_not_to_store_and_others_are_told_nothing(
    fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{fault_server.port}")
    for host in ("api.openai.com", "host.example"):
        await one(fault_server, "", base_url=f"http://{host}/v1", use_proxy=True)
    assert [call.body.get("store") for call in fault_server.calls] == [False, None]


def subclasses(root: type[BaseException]) -> Iterator[type[BaseException]]:
    yield root
    for child in root.__subclasses__():
        yield from subclasses(child)


def test_every_error_of_the_sdk_has_a_translation() -> None:
    class Unheard(openai.OpenAIError):
        """Stands for one that a later release may add."""

    class Strange(openai.APIStatusError):
        """Likewise, with a status nobody knows."""

    request = httpx2.Request("POST", "http://host.example/v1")
    found = set(subclasses(openai.OpenAIError))
    assert {Unheard, Strange, openai.RateLimitError} <= found
    for kind in found:
        error = kind.__new__(kind)
        assert isinstance(error, openai.OpenAIError)
        if isinstance(error, openai.APIStatusError):
            error.response = httpx2.Response(418, request=request)
            error.body = None
        made = translated(error, "host.example")
        assert isinstance(made, ModelUnavailable), kind
        assert made.reason in ("unavailable", "rejected"), kind
        assert "host.example" in str(made)
