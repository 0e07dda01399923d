"""A model behind an OpenAI-compatible endpoint. The only importer of the SDK.

What leaves goes to the one configured endpoint, with the headers listed here and no
others; no redirect is followed. Messages of errors never hold what the server said.
"""

import logging
import re
from collections.abc import AsyncIterator
from typing import Any, Self

import httpx2
from openai import (
    APIConnectionError,
    APIStatusError,
    AsyncOpenAI,
    DefaultAsyncHttpx2Client,
    OpenAIError,
)

from afternote.errors import ConfigError, ModelBusy, ModelReplied, ModelUnavailable
from afternote.models import Answer, Message, completion
from afternote.models.status import of_status
from afternote.settings import OPENAI_URL, Settings

log = logging.getLogger(__name__)

FORMATS = ("json_schema", "json_object", "text")
"""How the answer's form is asked for, best first."""

TOKEN_PARAMS = ("max_tokens", "max_completion_tokens")
"""The name of the output limit. All compatible servers know the first, and some take
the second in silence and write on without a limit (llama-cpp-python 0.3.36 did);
OpenAI itself wants the second, and says so."""

TOKENS, TOKENS_FOR_A_LIST = 600, 1500
"""Output limits: a note is some 160 tokens, twenty proposed facts some 1000."""

THINKING = 4
"""Factor on the limits for a model that spends its tokens on thoughts first."""

COMPLAINT_LIMIT = 8000
"""Characters of an error's body that are looked at."""

BODY_LIMIT = 256 * 1024
"""Bytes of a response that are read at all."""

NO_KEY = "local"
"""Stands in for the key of servers that want none; the SDK insists on one."""

CONNECT = 3.0
"""Seconds for a connection; everything after is bounded by the deadline alone, since
a small model on a slow machine may say nothing for long and then answer well."""

_HEADERS = frozenset(
    "accept accept-encoding authorization connection content-length content-type host "
    "user-agent x-stainless-raw-response".split()
)
"""The last is how the SDK tells itself that we read the body."""


class OpenAIModel:
    """The model of *settings*, asked by Chat Completions, one request a call.

    Which form of request the endpoint takes is learnt once and kept. Belongs to one
    event loop; close it with `aclose` or use it as an async context manager. Raises
    ConfigError for an endpoint or a key that cannot be one.
    """

    def __init__(self, settings: Settings) -> None:
        if settings.endpoint is None:
            raise ConfigError("no model is configured: set base_url or an API key")
        key = settings.api_key.get_secret_value().strip() if settings.api_key else ""
        if not re.fullmatch(r"[!-~]*", key):
            raise ConfigError("the API key holds a character no key has: copy it anew")
        self._name = settings.model
        self._key = key
        self._format = 0
        self._token_param = int(settings.endpoint == OPENAI_URL)
        self._thinks = False
        try:
            self._client = self._connect(settings, settings.endpoint)
        except httpx2.InvalidURL as error:
            raise ConfigError("base_url must be like https://host/v1") from error
        # Imports the resource now rather than within the first deadline.
        self._create = self._client.chat.completions.with_raw_response.create

    def _connect(self, settings: Settings, endpoint: str) -> AsyncOpenAI:
        url = httpx2.URL(endpoint)
        self._host = url.netloc.decode("ascii", "replace").rpartition("@")[2]
        client = AsyncOpenAI(
            api_key=self._key or NO_KEY,
            base_url=endpoint,
            max_retries=0,
            timeout=httpx2.Timeout(settings.deadline, connect=CONNECT),
            http_client=DefaultAsyncHttpx2Client(
                follow_redirects=False,
                trust_env=settings.use_proxy,
                verify=httpx2.create_ssl_context(),  # honours SSL_CERT_FILE
                event_hooks={"request": [self._strip], "response": [_bound]},
            ),
        )
        client.organization = client.project = client.admin_api_key = None
        return client

    async def _strip(self, request: httpx2.Request) -> None:
        """Let no header out that is not listed, whatever the environment asks for."""
        for name in [n for n in request.headers if n.lower() not in _HEADERS]:
            del request.headers[name]
        if not request.url.userinfo:
            request.headers["Authorization"] = f"Bearer {self._key or NO_KEY}"
        request.headers["User-Agent"] = "afternote"
        request.headers["Accept"] = "application/json"
        # An answer is 2 kB: packing saves nothing, and could hide any size.
        request.headers["Accept-Encoding"] = "identity"

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.close()

    @property
    def name(self) -> str:
        """The model's name as configured."""
        return self._name

    @property
    def host(self) -> str:
        """Host and port of the endpoint."""
        return self._host

    @property
    def form(self) -> str:
        """How the answer's form is asked for, as far as the endpoint takes it."""
        return FORMATS[self._format]

    async def ask(
        self, messages: tuple[Message, ...], *, schema: dict[str, object], name: str
    ) -> Answer:
        """Send one request and return the answer.

        Raises ModelBusy with `wait=0` when the endpoint wants another form, which the
        next call will use; otherwise see `Model`.
        """
        form, param, thinks = self._format, self._token_param, self._thinks
        request = self._request(messages, schema, name)
        try:
            # Given as parameters, the SDK would walk all of it for every call.
            response = await self._create(
                model=self._name, messages=[], extra_body=request
            )
        except APIStatusError as error:
            if self._step_down(error.response, form, param):
                raise ModelBusy(
                    f"{self._host} wants another form of request", wait=0
                ) from error
            raise translated(error, self._host) from error
        except (OpenAIError, httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise translated(error, self._host) from error
        return self._read(response.content, thinks)

    def _request(
        self, messages: tuple[Message, ...], schema: dict[str, object], name: str
    ) -> dict[str, Any]:
        request: dict[str, Any] = {
            "model": self._name,
            "messages": [message._asdict() for message in messages],
            TOKEN_PARAMS[self._token_param]: _tokens_for(schema)
            * (THINKING if self._thinks else 1),
        }
        match self.form:
            case "json_schema":
                request["response_format"] = {
                    "type": "json_schema",
                    "json_schema": {"name": name, "strict": True, "schema": schema},
                }
            case "json_object":
                request["response_format"] = {"type": "json_object"}
        if self._host == "api.openai.com":
            request["store"] = False
        return request

    def _step_down(self, response: httpx2.Response, form: int, param: int) -> bool:
        """Take the next form if the server's complaint names the one that was sent.

        *form* and *param* are those of the request, since others may be under way.
        """
        complaint = response.text[:COMPLAINT_LIMIT]
        if _ABOUT_LIMIT.search(complaint) and param + 1 < len(TOKEN_PARAMS):
            self._token_param = max(self._token_param, param + 1)
            log.info("endpoint takes no %s", TOKEN_PARAMS[param])
            return True
        if _ABOUT_FORMAT.search(complaint) and form + 1 < len(FORMATS):
            self._format = max(self._format, form + 1)
            log.info("endpoint takes no %s", FORMATS[form])
            return True
        return False

    def _read(self, body: bytes, thinks: bool) -> Answer:
        said = completion.read(body, self._host)
        if said.cut and not thinks and _NO_ANSWER_YET.match(said.text):
            self._thinks = True
            raise ModelBusy(
                f"the model at {self._host} thinks long", wait=0, tokens=said.tokens
            )
        text = completion.whole(said, self._host)
        name = said.model or self._name
        if self._key and self._key in name:
            name = self._name
        return Answer(text, name, *said.tokens)


_ABOUT_FORMAT = re.compile(
    r"response_format|json_schema|json_object|structured[ _-]output|grammar", re.I
)
_ABOUT_LIMIT = re.compile(r"max_(?:completion_)?tokens", re.I)
_NO_ANSWER_YET = re.compile(r"\s*(?:$|<think)", re.I)


def translated(error: Exception, host: str) -> ModelUnavailable:
    """Return our error for *error* of the SDK, whatever class a later one adds."""
    kind = type(error.__cause__ or error).__name__
    match error:
        case APIStatusError(response=response, body=body):
            details = body if isinstance(body, dict) else {}
            named = {str(details.get(key)) for key in ("code", "type")}
            return of_status(response.status_code, response.headers, named, host)
        case APIConnectionError():
            return ModelBusy(
                f"{host} gave no answer ({kind}): is the server running, and "
                "base_url right?"
            )
        case _:
            return ModelUnavailable(
                f"{host} could not be asked ({kind})", reason="unavailable"
            )


def _tokens_for(schema: dict[str, object]) -> int:
    return TOKENS_FOR_A_LIST if "'type': 'array'" in str(schema) else TOKENS


class _Bounded(httpx2.AsyncByteStream):
    """A response's body, read as far as `BODY_LIMIT`.

    Past that an answer is an error; a complaint has said enough.
    """

    def __init__(self, stream: httpx2.AsyncByteStream, *, complaint: bool) -> None:
        self._stream = stream
        self._complaint = complaint

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for chunk in self._stream:
            size += len(chunk)
            if size > BODY_LIMIT and self._complaint:
                return
            if size > BODY_LIMIT:
                raise ModelReplied("the answer is too long", reason="unreadable")
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


async def _bound(response: httpx2.Response) -> None:
    if isinstance(response.stream, httpx2.AsyncByteStream):
        response.stream = _Bounded(response.stream, complaint=not response.is_success)
