"""The public API: each route reads what is asked, calls the pipeline, and answers."""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import suppress
from typing import Any

from fastapi import APIRouter, Request, Security
from fastapi.security import HTTPBearer
from starlette.datastructures import State
from starlette.responses import Response, StreamingResponse

from afternote.api import wire
from afternote.api.problems import Refusal
from afternote.api.service import Service
from afternote.errors import AfternoteError, InputError, ModelUnavailable
from afternote.pipeline import Drafted
from afternote.rules import all_rules
from afternote.rules.page import as_object, is_called
from afternote.schema import Brief, Frozen, Report

BEAT = 15.0
"""Seconds of silence after which a stream says that it lives."""


_TOLD = {
    400: "The request cannot be read",
    401: "An API key is needed, or is not known",
    403: "The key, or the page, may not ask this",
    404: "There is nothing here",
    408: "The request did not arrive in time",
    409: "The first request with this Idempotency-Key is under way",
    413: "The request is too large",
    415: "The media type is not understood",
    422: "The request does not fit, or the notes are unusable",
    429: "Too many requests",
    500: "Something is broken on our side",
    501: "The operator set up no batches",
    503: "Busy, stopping, or a model was required and gave no note",
}


def told(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the responses that OpenAPI lists beside the good one."""
    return {s: {"description": _TOLD[s], "model": wire.ProblemShown} for s in statuses}


POSTED = told(400, 401, 403, 408, 409, 413, 415, 422, 429, 500, 503)
ASKED = told(400, 401, 403, 429, 503)

STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The notes; or, as a stream, a `step` for each step and then "
        "one `notes`, or one `problem`.",
        "content": {"text/event-stream": {"schema": {"type": "string"}}},
    }
}

KEY = HTTPBearer(
    auto_error=False,
    description="A key of `afternote keys new`; none is needed while none is set up.",
)


def router(service: Service) -> APIRouter:
    """Return the routes of the public API."""
    routes = APIRouter(prefix="/v1", dependencies=[Security(KEY)])

    @routes.post(
        "/notes",
        response_model=wire.Drafts,
        responses={**POSTED, **STREAM},
        summary="Draft a note",
    )
    async def notes(asked: wire.NotesRequest, request: Request) -> Response:
        """Draft a note from rough notes, as `afternote draft --json` does.

        With `Accept: text/event-stream` the steps are told as they happen.
        """
        if "text/event-stream" in request.headers.get("accept", ""):
            return StreamingResponse(
                told_live(service, asked, request.state),
                media_type="text/event-stream",
            )
        return _json(wire.Drafts.of(await service.draft(asked, request.state.purse)))

    @routes.post(
        "/briefs", response_model=Brief, responses=POSTED, summary="Read notes"
    )
    async def briefs(asked: wire.BriefsRequest, request: Request) -> Response:
        """Tell what is understood, what is missing and what is held back, and why."""
        return _json(await service.read(asked, request.state.purse))

    @routes.post(
        "/checks", response_model=Report, responses=POSTED, summary="Check a note"
    )
    async def checks(asked: wire.ChecksRequest) -> Response:
        """Check a note, whoever wrote it. Nothing leaves this server for it."""
        return _json(await service.turns.take(lambda _: service.check(asked)))

    @routes.get("/rules", response_model=list[wire.RuleShown], responses=ASKED)
    async def rules() -> Response:
        """List every rule that a note must keep."""
        return Response(
            json.dumps([as_object(r) for r in all_rules()], ensure_ascii=False),
            media_type="application/json",
        )

    @routes.get(
        "/rules/{code}", response_model=wire.RuleShown, responses=ASKED | told(404)
    )
    async def rule(code: str) -> Response:
        """Show one rule, by its code or its name."""
        found = next((r for r in all_rules() if is_called(r, code)), None)
        if found is None:
            raise Refusal(
                "not-found", "there is no such rule; GET /v1/rules lists them"
            )
        return Response(
            json.dumps(as_object(found), ensure_ascii=False),
            media_type="application/json",
        )

    return routes


def refusal_of(error: AfternoteError) -> Refusal:
    """Return what a caller is told of *error*."""
    match error:
        case InputError():
            return Refusal("notes-unusable", str(error))
        case ModelUnavailable():
            return Refusal(
                "model-unavailable",
                "leave out require_model to get a template note",
                headers={"Retry-After": "5"},
                reason=error.reason,
            )
        case _:
            return Refusal("broken", "the server's setup is broken: see its log")


def _json(model: Frozen) -> Response:
    return Response(model.model_dump_json(), media_type="application/json")


async def told_live(
    service: Service, asked: wire.NotesRequest, state: State, *, beat: float = BEAT
) -> AsyncGenerator[str, None]:
    """Yield each step as an event, then the notes; never a word that is unchecked.

    After *beat* seconds of silence a comment says that the stream lives.
    """
    steps: asyncio.Queue[str | None] = asyncio.Queue()

    async def work() -> Drafted:
        try:
            return await service.draft(asked, state.purse, steps.put_nowait)
        finally:
            steps.put_nowait(None)

    working = asyncio.create_task(work())
    try:
        while True:
            try:
                async with asyncio.timeout(beat):
                    step = await steps.get()
            except TimeoutError:
                yield ": still at it\n\n"
                continue
            if step is None:
                break
            yield _event("step", json.dumps({"step": step}))
        try:
            drafted = await working
            yield _event("notes", wire.Drafts.of(drafted).model_dump_json())
        except AfternoteError as error:
            said = refusal_of(error).as_object(state.request_id)
            yield _event("problem", json.dumps(said, ensure_ascii=False))
    finally:
        working.cancel()
        with suppress(asyncio.CancelledError, AfternoteError):
            await working


def _event(name: str, data: str) -> str:
    return f"event: {name}\ndata: {data}\n\n"
