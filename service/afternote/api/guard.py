"""What every request passes before the application sees it, and every answer after.

In order: request id, host, origin, stopping, API key, rate, room, body, idempotency.
An error of ours is answered here too, so that no framework prints what it was about.
One log line a request, of closed words and numbers.
"""

import asyncio
import logging
import re
import secrets
import time
import traceback
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from afternote.api import body as taking
from afternote.api import entry
from afternote.api.health import Health
from afternote.api.keys import Keys
from afternote.api.keys import Scope as KeyScope
from afternote.api.limits import Limits
from afternote.api.problems import Refusal
from afternote.api.replay import Answer, Place, Replay
from afternote.settings import Settings

log = logging.getLogger(__name__)

ROOMS: dict[str, KeyScope | None] = {
    "/v1/notes": "notes",
    "/v1/briefs": "briefs",
    "/v1/checks": "checks",
    "/v1/rules": None,
    "/metrics": "metrics",
}
"""Path -> the scope a key needs there; None is content with any key."""

FORMS = ("/", "/eml")
POSTS = ("/v1/notes", "/v1/briefs", "/v1/checks", *FORMS)
OPEN = ("/healthz", "/readyz")
SHOWN = (*ROOMS, *FORMS, *OPEN, "/docs", "/openapi.json")
"""Paths that may be named in logs and metrics; any other may hold anything."""

SPARE = 5.0
"""Seconds an answer may take beyond the deadline before it is given up."""

_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
HEADERS = {  # no-referrer would make a browser post forms with the origin "null"
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


@dataclass
class Exchange:
    """One request on its way: what was found out so far."""

    id: str
    route: str
    method: str
    started: float
    fields: dict[str, str]
    status: int = 0
    place: Place | None = None
    kept: bytearray | None = None
    media_type: str = ""


class Guard:
    """Stands before *app*; see the module."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        settings: Settings,
        keys: Keys,
        health: Health,
        limits: Limits,
        replay: Replay,
    ) -> None:
        self.app = app
        self.settings = settings
        self.keys = keys
        self.health = health
        self.limits = limits
        self.replay = replay

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection scope; what is not HTTP goes straight on."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        exchange = Exchange(
            id=_request_id(headers),
            route=_route(scope["path"]),
            method=scope["method"] if scope["method"] in _METHODS else "other",
            started=time.monotonic(),
            fields={},
        )
        scope["state"] = {**scope.get("state", {}), "request_id": exchange.id}
        out = self._sender(exchange, send)
        self.health.in_flight += 1
        try:
            await self._serve(scope, receive, out, headers, exchange)
        except Refusal as refusal:
            await self._refuse(refusal, exchange, scope, receive, out)
        except taking.Gone:
            exchange.status = 499
        except TimeoutError:
            late = Refusal("busy", "the answer took too long", headers=_SOON)
            await self._refuse(late, exchange, scope, receive, out)
        except Exception as error:  # noqa: BLE001 - the one place where ours ends
            _tell(error, exchange)
            ours = Refusal("broken", "tell the operator the request id")
            await self._refuse(ours, exchange, scope, receive, out)
        finally:
            self.health.in_flight -= 1
            if exchange.place is not None:
                self.replay.forget(exchange.place)
            seconds = time.monotonic() - exchange.started
            self.health.answered(
                exchange.route, exchange.method, exchange.status, seconds
            )
            log.info(
                "request id=%s method=%s route=%s status=%d ms=%d",
                exchange.id,
                exchange.method,
                exchange.route,
                exchange.status,
                round(seconds * 1000),
            )

    async def _serve(
        self,
        scope: Scope,
        receive: Receive,
        send: Send,
        headers: Headers,
        exchange: Exchange,
    ) -> None:
        path: str = scope["path"]
        entry.check_host(headers, self.settings)
        if path in OPEN:
            await self.app(scope, receive, send)
            return
        if self.health.draining:
            raise Refusal("draining", "ask again", headers=_SOON | _CLOSE)
        posted = scope["method"] == "POST"
        if posted:
            entry.check_origin(headers)
        address = scope["client"][0] if scope.get("client") else "unknown"
        room = _room(path)
        caller = entry.Caller(f"address {address}", "", None)
        if room is not None:
            caller = entry.caller(
                self.keys,
                authorization=headers.get("authorization", ""),
                address=address,
                scope=ROOMS[room],
            )
        if room not in (None, "/metrics") or posted:
            verdict = self.limits.ask(caller.name)
            exchange.fields = verdict.fields(self.limits.quota)
            if not verdict.admitted:
                raise Refusal("too-many", f"at most {self.limits.quota} a minute")
        if posted and path in POSTS:
            if self.health.in_flight > self.settings.in_flight:
                raise Refusal("busy", "ask again", headers=_SOON)
            taking.check_head(headers, taking.FORM if path in FORMS else taking.JSON)
            body = await taking.received(receive)
            if await self._replayed(scope, headers, body, caller, exchange, send):
                return
            receive = taking.replayed(body, receive)
        async with asyncio.timeout(self.settings.deadline + SPARE):
            await self.app(scope, receive, send)
        self._keep(exchange)

    async def _replayed(
        self,
        scope: Scope,
        headers: Headers,
        body: bytes,
        caller: entry.Caller,
        exchange: Exchange,
        send: Send,
    ) -> bool:
        """Give the kept answer to this request, where there is one."""
        given = headers.get("idempotency-key")
        if given is None or scope["path"] not in ROOMS:
            return False
        if "text/event-stream" in headers.get("accept", ""):
            raise Refusal("bad-request", "a stream cannot have an Idempotency-Key")
        place = self.replay.place(
            given,
            caller=caller.secret or caller.name,
            request=scope["path"].encode() + b"\n" + body,
        )
        answer = self.replay.begin(place)
        if answer is None:
            exchange.place, exchange.kept = place, bytearray()
            return False
        response = Response(
            answer.body, answer.status, {"Idempotency-Replayed": "true"}
        )
        response.headers["content-type"] = answer.media_type
        await response(scope, _nothing, send)
        return True

    def _keep(self, exchange: Exchange) -> None:
        if exchange.place is None or exchange.kept is None or exchange.status != 200:
            return
        answer = Answer(200, exchange.media_type, bytes(exchange.kept))
        self.replay.keep(exchange.place, answer)
        exchange.place = None

    def _sender(self, exchange: Exchange, send: Send) -> Send:
        """Return a send that adds our headers and takes note of the answer."""

        async def out(message: Message) -> None:
            if message["type"] == "http.response.start":
                exchange.status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["Request-Id"] = exchange.id
                for name, value in (HEADERS | exchange.fields).items():
                    headers[name] = value
                if "cache-control" not in headers:
                    headers["Cache-Control"] = "no-store"
                exchange.media_type = headers.get("content-type", "")
            elif exchange.kept is not None and message["type"] == "http.response.body":
                exchange.kept += message.get("body", b"")
            await send(message)

        return out

    async def _refuse(
        self,
        refusal: Refusal,
        exchange: Exchange,
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        """Answer with *refusal*, unless an answer is on its way already."""
        if exchange.status == 0:
            await refusal.response(exchange.id)(scope, receive, send)


_METHODS = frozenset("GET HEAD POST PUT PATCH DELETE OPTIONS TRACE".split())
_SOON = {"Retry-After": "1"}
_CLOSE = {"Connection": "close"}


async def _nothing() -> Message:
    return {"type": "http.disconnect"}


def _request_id(headers: Headers) -> str:
    given = headers.get("request-id", "")
    return given if _ID.fullmatch(given) else secrets.token_hex(8)


def _room(path: str) -> str | None:
    return next((r for r in ROOMS if path == r or path.startswith(f"{r}/")), None)


def _route(path: str) -> str:
    if path in SHOWN:
        return path
    if path.startswith("/v1/rules/"):
        return "/v1/rules/{code}"
    return "/static" if path.startswith("/static/") else "other"


def _tell(error: Exception, exchange: Exchange) -> None:
    """Log where our own error came from; its message may hold what was sent."""
    frames = traceback.extract_tb(error.__traceback__)[-8:]
    places = " < ".join(f"{f.name}:{f.lineno}" for f in reversed(frames))
    log.error(
        "request id=%s broken %s at %s", exchange.id, type(error).__name__, places
    )
