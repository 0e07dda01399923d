"""What every request passes before the application sees it, and every answer after.

In order: request id, host, origin, stopping, API key, rate, room, body, idempotency.
An error of ours is answered here too, so that no framework prints what it was about.
"""

import asyncio
from collections.abc import Mapping
from contextlib import nullcontext
from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from afternote.api import body as taking
from afternote.api import entry
from afternote.api.exchange import Exchange
from afternote.api.health import Health
from afternote.api.keys import Keys
from afternote.api.keys import Scope as KeyScope
from afternote.api.limits import Limits, retry_after
from afternote.api.problems import Refusal
from afternote.api.replay import Replay
from afternote.settings import Settings

if TYPE_CHECKING:
    from afternote.api.telemetry import Telemetry

ROOMS: dict[str, KeyScope | None] = {
    "/v1/notes": "notes",
    "/v1/briefs": "briefs",
    "/v1/checks": "checks",
    "/v1/batches": "batches",
    "/v1/rules": None,
    "/metrics": "metrics",
}
"""Path -> the scope a key needs there; None is content with any key."""

FORMS = ("/", "/eml")
POSTS = ("/v1/notes", "/v1/briefs", "/v1/checks", "/v1/batches", *FORMS)
BODIES = {taking.JSON: taking.LARGEST}
"""Media type -> bytes a body may have; a form's and a batch's have their own."""

OPEN = ("/healthz", "/readyz")
SHOWN = (*ROOMS, *FORMS, *OPEN, "/docs", "/openapi.json")
"""Paths that may be named in logs and metrics; any other may hold anything."""

SPARE = 5.0
"""Seconds an answer may take beyond the deadline before it is given up."""


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
        telemetry: "Telemetry | None" = None,
    ) -> None:
        self.app = app
        self.settings = settings
        self.keys = keys
        self.health = health
        self.limits = limits
        self.replay = replay
        self.telemetry = telemetry
        self._large = asyncio.Semaphore(taking.AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection scope; what is not HTTP goes straight on."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        exchange = Exchange.of(scope, headers, _route(scope["path"]))
        scope["state"] = {**scope.get("state", {}), "request_id": exchange.id}
        out = exchange.sender(send)
        seen = self.telemetry and self.telemetry.request(
            exchange.method, exchange.route, exchange.id, headers
        )
        self.health.in_flight += 1
        with seen or nullcontext() as span:
            try:
                await self._answered(scope, receive, out, headers, exchange)
            finally:
                self.health.in_flight -= 1
                told = exchange.route, exchange.method, exchange.status
                self.health.answered(*told, exchange.seconds)
                if self.telemetry and span:
                    self.telemetry.answered(span, *told, exchange.seconds)
                exchange.log_end()

    async def _answered(
        self,
        scope: Scope,
        receive: Receive,
        send: Send,
        headers: Headers,
        exchange: Exchange,
    ) -> None:
        """Serve it, or turn it away with what went wrong."""
        refusal = None
        try:
            await self._serve(scope, receive, send, headers, exchange)
        except Refusal as refused:
            refusal = refused
        except taking.Gone:
            exchange.status = 499
        except TimeoutError:
            refusal = Refusal("busy", "the answer took too long", headers=_SOON)
        except Exception as error:  # noqa: BLE001 - the one place where ours ends
            exchange.log_error(error)
            refusal = Refusal("broken", "tell the operator the request id")
        finally:
            if exchange.place is not None:
                await self.replay.forget(exchange.place)
        if refusal is not None and exchange.status == 0:
            await refusal.response(exchange.id)(scope, receive, send)

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
        caller = self._caller(scope, headers)
        scope["state"] |= {"caller": caller, "place": None}
        if posted or _room(path) not in (None, "/metrics"):
            await self._count(caller, exchange)
        if posted and path in POSTS:
            exchange.purse = self.limits.purse(
                caller.name, caller.key.tokens if caller.key else None
            )
            scope["state"]["purse"] = exchange.purse
            await self._work(scope, receive, send, headers, exchange, caller)
            return
        async with asyncio.timeout(self.settings.deadline + SPARE):
            await self.app(scope, receive, send)

    def _caller(self, scope: Scope, headers: Headers) -> entry.Caller:
        address = scope["client"][0] if scope.get("client") else "unknown"
        room = _room(scope["path"])
        if room is None:
            return entry.Caller(f"address {address}", "", None)
        return entry.caller(
            self.keys,
            authorization=headers.get("authorization", ""),
            address=address,
            scope=ROOMS[room],
        )

    async def _count(self, caller: entry.Caller, exchange: Exchange) -> None:
        verdict = await self.limits.ask(caller.name)
        exchange.rate = ("default", self.limits.rate, verdict)
        if not verdict.admitted:
            raise Refusal(
                "too-many",
                f"at most {self.limits.rate.quota} a minute",
                headers=retry_after(verdict),
            )

    async def _work(
        self,
        scope: Scope,
        receive: Receive,
        send: Send,
        headers: Headers,
        exchange: Exchange,
        caller: entry.Caller,
    ) -> None:
        """Take in the body, of which few large ones at once, and work on it."""
        if self.health.in_flight > self.settings.in_flight:
            raise Refusal("busy", "ask again", headers=_SOON)
        largest = taking.check_head(headers, _bodies(scope["path"]))
        if largest > taking.LARGEST:
            if self._large.locked():
                raise Refusal("busy", "ask again", headers=_SOON)
            async with self._large:
                in_time = taking.BATCH_IN_TIME
                body = await taking.received(receive, largest=largest, in_time=in_time)
                await self._do(scope, receive, send, headers, exchange, caller, body)
            return
        body = await taking.received(receive)
        await self._do(scope, receive, send, headers, exchange, caller, body)

    async def _do(
        self,
        scope: Scope,
        receive: Receive,
        send: Send,
        headers: Headers,
        exchange: Exchange,
        caller: entry.Caller,
        body: bytes,
    ) -> None:
        """Let the application work on *body* unless it has before."""
        if await self._replayed(scope, headers, body, caller, exchange, send):
            return
        line = taking.Line(body, receive)
        async with asyncio.timeout(self.settings.deadline + SPARE):
            work = self.app(scope, line.receive, send)
            # Whoever sent an Idempotency-Key may come back for the answer.
            if exchange.place is not None:
                await work
            else:
                await line.while_there(work, done=lambda: exchange.complete)
        if exchange.place is not None and exchange.answer is not None:
            await self.replay.keep(exchange.place, exchange.answer)
            exchange.place = None

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
        answer = await self.replay.begin(place)
        if answer is None:
            exchange.place, exchange.kept = place, bytearray()
            scope["state"]["place"] = place
            return False
        response = Response(
            answer.body, answer.status, {"Idempotency-Replayed": "true"}
        )
        if answer.location is not None:
            response.headers["location"] = answer.location
        response.headers["content-type"] = answer.media_type
        await response(scope, _nothing, send)
        return True


_SOON = {"Retry-After": "1"}
_CLOSE = {"Connection": "close"}


async def _nothing() -> Message:
    return {"type": "http.disconnect"}


def _room(path: str) -> str | None:
    return next((r for r in ROOMS if path == r or path.startswith(f"{r}/")), None)


def _bodies(path: str) -> Mapping[str, int]:
    if path == "/v1/batches":
        return taking.BATCH
    return {taking.FORM: taking.LARGEST} if path in FORMS else BODIES


def _route(path: str) -> str:
    if path in SHOWN:
        return path
    if path.startswith("/v1/batches/"):
        return _of_a_batch(path)
    if path.startswith("/v1/rules/"):
        return "/v1/rules/{code}"
    return "/static" if path.startswith("/static/") else "other"


def _of_a_batch(path: str) -> str:
    part = path.split("/")[4:]
    if len(part) == 1 and part[0] in ("items", "results", "cancel"):
        return f"/v1/batches/{{id}}/{part[0]}"
    if len(part) == 2 and part[0] == "items":
        return "/v1/batches/{id}/items/{n}"
    return "other" if part else "/v1/batches/{id}"
