"""Puts the ASGI application together; nothing is read from the environment here."""

import asyncio
import json
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from fastapi.telemetry import TelemetryConfig
from starlette.exceptions import HTTPException
from starlette.responses import Response

from afternote.api import batches, page, routes
from afternote.api.embedded import working
from afternote.api.guard import Guard
from afternote.api.health import Health
from afternote.api.keys import Keys
from afternote.api.limits import Limits
from afternote.api.problems import Refusal, of_validation
from afternote.api.replay import Replay
from afternote.api.service import Service
from afternote.api.state import Memory, State
from afternote.api.workers import Mates
from afternote.errors import AfternoteError, ConfigError, InputError, ModelUnavailable
from afternote.models.breaker import Breaker
from afternote.models.opened import opened
from afternote.settings import Settings

if TYPE_CHECKING:
    from afternote.api.telemetry import Telemetry

log = logging.getLogger(__name__)

ABOUT = (
    "Turns rough interview notes into a short, gracious, specific note after a "
    "rejection. Drafting stores nothing; notes go to the configured model endpoint and "
    "nowhere else, and nowhere at all with `offline`. Errors are RFC 9457 problems and "
    "never quote what was sent."
)

NO_STATE = "state_url needs one more package: pip install 'afternote[state]'"

_SILENT: TelemetryConfig = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
}
"""FastAPI would else export by an environment variable, errors and all."""


def create(
    settings: Settings,
    *,
    keys: Keys | None = None,
    telemetry: "Telemetry | None" = None,
    mates: Mates | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Guard:
    """Return the application of *settings*. *keys* are those of its `keys_file`.

    *telemetry*, unless given, is made where the settings ask for it. *mates* are the
    other workers of the same server. *clock* drives limits, the breaker and what is
    kept in memory; it returns seconds. Raises ConfigError where a setting needs a
    package that is not there.
    """
    health = Health(Breaker(clock=clock))
    telemetry = telemetry or _telemetry(settings)
    service = Service(settings, health, telemetry=telemetry)
    keys = keys or Keys(settings.keys_file)
    state = _state(settings, Memory(clock=clock))
    limits = Limits(state, rate=settings.rate, tokens=settings.tokens)
    replay = Replay(state)
    app = FastAPI(
        title="afternote",
        version=version("afternote"),
        description=ABOUT,
        lifespan=_lifespan(service, state, mates, keys, limits),
        docs_url=None,
        redoc_url=None,
        telemetry=_SILENT,
        redirect_slashes=False,
    )
    app.include_router(routes.router(service))
    app.include_router(batches.router(lambda: service.desk, replay))
    app.include_router(page.router(service, keys, limits))
    _add_health(app, service, state, mates)
    _add_handlers(app)
    app.openapi = _describe(app)  # type: ignore[method-assign]  # FastAPI's own way
    return Guard(
        app,
        settings=settings,
        keys=keys,
        health=health,
        limits=limits,
        replay=replay,
        telemetry=telemetry,
    )


def _telemetry(settings: Settings) -> "Telemetry | None":
    if not settings.telemetry:
        return None
    from afternote.api.telemetry import Telemetry

    return Telemetry(settings)


def _state(settings: Settings, own: Memory) -> State:
    if settings.state_url is None:
        return own
    try:
        from afternote.api.shared import Shared
    except ModuleNotFoundError as error:
        if error.name and error.name.startswith("afternote"):
            raise
        raise ConfigError(NO_STATE) from error
    return Shared(settings.state_url.get_secret_value(), own=own)


def _lifespan(
    service: Service,
    state: State,
    mates: Mates | None,
    keys: Keys,
    limits: Limits,
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def alive(_: FastAPI) -> AsyncIterator[None]:
        """Open the model's connections for as long as the server lives."""
        telling = None
        if mates is not None:
            mates.inherit(service.health)
            telling = asyncio.create_task(mates.tell(service.health))
        async with opened(service.settings) as model:
            service.model = model
            if model and service.telemetry:
                from afternote.api.telemetry import Watched

                service.model = Watched(model, service.telemetry)
            async with working(service, keys, limits):
                yield
            service.model = None
        await state.aclose()
        if telling is not None:
            telling.cancel()
            with suppress(asyncio.CancelledError):
                await telling

    return alive


def _add_health(
    app: FastAPI, service: Service, state: State, mates: Mates | None
) -> None:
    @app.get("/healthz", include_in_schema=False)
    async def healthz() -> Response:
        return Response('{"status":"ok"}', media_type="application/json")

    @app.get("/readyz", include_in_schema=False)
    async def readyz() -> Response:
        """Say whether to send requests here; a model that is down is no reason not."""
        draining = service.health.draining
        found = {
            "status": "draining" if draining else "ready",
            "model": "configured" if service.settings.endpoint else "none",
            "breaker": service.health.breaker.state,
            "state": state.kind,
            "in_flight": service.health.in_flight,
        }
        return Response(
            json.dumps(found),
            status_code=503 if draining else 200,
            media_type="application/json",
        )

    @app.get("/metrics", include_in_schema=False)
    async def metrics() -> Response:
        return Response(
            service.health.exposition(mates.told() if mates else ()),
            media_type="text/plain; version=0.0.4; charset=utf-8",
        )


def _add_handlers(app: FastAPI) -> None:
    app.add_exception_handler(RequestValidationError, _unfit)
    app.add_exception_handler(HTTPException, _refused_by_framework)
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(AfternoteError, _failed)
    app.add_exception_handler(Exception, _broken)


async def _unfit(request: Request, error: Exception) -> Response:
    errors = error.errors() if isinstance(error, RequestValidationError) else ()
    return of_validation(errors).response(request.state.request_id)


async def _refused_by_framework(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 400
    given = error.headers if isinstance(error, HTTPException) else None
    kind, detail = {
        404: ("not-found", "see /docs for what is here"),
        405: ("method-not-allowed", "see the Allow header"),
    }.get(status, ("bad-request", "the body is not JSON in UTF-8"))
    headers = {k: v for k, v in (given or {}).items() if k == "Allow"}
    refusal = Refusal(kind, detail, headers=headers)
    return refusal.response(request.state.request_id)


async def _refused(request: Request, error: Exception) -> Response:
    if not isinstance(error, Refusal):
        raise error
    return error.response(request.state.request_id)


async def _failed(request: Request, error: Exception) -> Response:
    if not isinstance(error, AfternoteError):
        raise error
    if not isinstance(error, (InputError, ModelUnavailable)):
        log.error("broken setup: %s", error)
    return routes.refusal_of(error).response(request.state.request_id)


async def _broken(request: Request, _: Exception) -> Response:
    """Answer for our own error; it goes on to the guard, which logs where it was."""
    ours = Refusal("broken", "tell the operator the request id")
    return ours.response(request.state.request_id)


def _describe(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """Return OpenAPI's document, with problems under their own media type."""

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            whole = get_openapi(
                title=app.title,
                version=app.version,
                description=app.description,
                routes=app.routes,
            )
            for path in whole["paths"].values():
                for operation in path.values():
                    for status, answer in operation["responses"].items():
                        if status[0] in "45" and "content" in answer:
                            schema = answer["content"]["application/json"]
                            answer["content"] = {"application/problem+json": schema}
            app.openapi_schema = whole
        return app.openapi_schema

    return described
