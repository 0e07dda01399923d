"""The routes of batches: hand in, ask how far one is, collect, cancel, delete."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Security
from fastapi.routing import APIRoute
from starlette.responses import Response, StreamingResponse

from afternote.api import batch_shapes as shapes
from afternote.api import intake
from afternote.api.body import JSONL, kind_of
from afternote.api.desk import Desk
from afternote.api.problems import Refusal
from afternote.api.replay import Replay
from afternote.api.routes import KEY, told
from afternote.batch.engine import Batch
from afternote.schema import Frozen

STREAMS = 20.0
"""Seconds after which a stream of results ends; the caller asks on from there."""

ASKED = told(400, 401, 403, 404, 422, 429, 500, 501, 503)
POSTED = told(408, 409, 413, 415) | ASKED
ROWS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The results; or, as JSON Lines, one a line.",
        "content": {JSONL: {"schema": {"type": "string"}}},
    }
}

Handler = Callable[[Request], Coroutine[Any, Any, Response]]
Id = Annotated[str, Path(description="The batch's id.")]
Number = Annotated[int, Path(ge=1, le=shapes.FAR, description="From 1.")]


class There(APIRoute):
    """Answers 404 for a batch that is deleted while it is asked for."""

    def get_route_handler(self) -> Handler:
        """Return what answers a request."""
        plain = super().get_route_handler()

        async def answer(request: Request) -> Response:
            try:
                return await plain(request)
            except LookupError as error:
                if type(error) is not LookupError:  # a mistake of ours
                    raise
                raise Refusal("not-found", "there is no such batch of yours") from None

        return answer


def router(desk: Callable[[], Desk | None], replay: Replay) -> APIRouter:
    """Return the routes. *desk* is None where the operator set up no batches."""
    routes = APIRouter(
        prefix="/v1/batches", dependencies=[Security(KEY)], route_class=There
    )

    def open_desk() -> Desk:
        found = desk()
        if found is None:
            raise Refusal("batches-off", "the operator sets AFTERNOTE_BATCH_KEY")
        return found

    async def find(request: Request, id: str) -> tuple[Desk, Batch]:  # noqa: A002
        found = open_desk()
        return found, await found.find(request.state.caller, id)

    async def submit(request: Request, taken: intake.Taken) -> Response:
        state = request.state
        shown = await open_desk().submit(state.caller, taken, state.place)
        return _json(shown, status=202, headers={"Location": f"/v1/batches/{shown.id}"})

    class Posted(There):
        """Takes JSON Lines too, which FastAPI knows nothing of."""

        def get_route_handler(
            self,
        ) -> Handler:
            of_json = super().get_route_handler()

            async def either(request: Request) -> Response:
                open_desk()
                if kind_of(request.headers) == JSONL:
                    return await submit(
                        request, await intake.of_lines(await request.body())
                    )
                return await of_json(request)

            return either

    async def posted(asked: shapes.BatchRequest, request: Request) -> Response:
        """Hand in up to 50,000 items; they are worked on at once.

        As JSON Lines (`application/jsonl`), an item a line, options and webhook go
        into a first line `{"batch": {"options": …, "webhook": …}}`.
        """
        return await submit(request, await intake.of_object(asked))

    routes.add_api_route(
        "",
        posted,
        methods=["POST"],
        status_code=202,
        response_model=shapes.BatchShown,
        responses=POSTED,
        summary="Hand in a batch",
        openapi_extra={"requestBody": {"content": {JSONL: shapes.lines()}}},
        route_class_override=Posted,
    )

    @routes.get("", response_model=shapes.BatchesShown, responses=ASKED)
    async def batches(
        request: Request, window: Annotated[shapes.BatchesWindow, Query()]
    ) -> Response:
        """List the batches of this key, newest first."""
        caller = request.state.caller
        return _json(
            await open_desk().mine(caller, before=window.cursor, limit=window.limit)
        )

    @routes.get("/{id}", response_model=shapes.BatchShown, responses=ASKED)
    async def batch(id: Id, request: Request) -> Response:  # noqa: A002
        """Tell how far a batch is."""
        found, one = await find(request, id)
        return _json(await found.show(one))

    @routes.delete("/{id}", status_code=204, responses=ASKED)
    async def delete(id: Id, request: Request) -> Response:  # noqa: A002
        """Delete all there is of a batch, what is under way too, and the kept answer
        to the Idempotency-Key it came with."""
        found, one = await find(request, id)
        await found.engine.delete(one.id)
        shelf = found.about(one).shelf
        if shelf is not None:
            await replay.purge(shelf)
        return Response(status_code=204)

    @routes.post("/{id}/cancel", response_model=shapes.BatchShown, responses=ASKED)
    async def cancel(id: Id, request: Request) -> Response:  # noqa: A002
        """Begin no further item; what is under way ends, and can be collected."""
        found, one = await find(request, id)
        await found.engine.cancel(one.id)
        return _json(await found.show(await found.engine.batch(one.id)))

    @routes.get("/{id}/items", response_model=shapes.ItemsShown, responses=ASKED)
    async def items(
        id: Id,  # noqa: A002
        request: Request,
        window: Annotated[shapes.ItemsWindow, Query()],
    ) -> Response:
        """List the items' states; with `id`, that of the item you called so."""
        found, one = await find(request, id)
        if window.id is not None:
            return _json(await found.named(one, window.id))
        return _json(await found.items(one, cursor=window.cursor, limit=window.limit))

    @routes.get("/{id}/items/{n}", response_model=shapes.ItemShown, responses=ASKED)
    async def item(id: Id, n: Number, request: Request) -> Response:  # noqa: A002
        """Show one item, with its result."""
        found, one = await find(request, id)
        return _json(await found.item(one, n))

    @routes.get(
        "/{id}/results",
        response_model=shapes.RowsShown,
        responses={**ASKED, **ROWS},
    )
    async def results(
        id: Id,  # noqa: A002
        request: Request,
        window: Annotated[shapes.Window, Query()],
    ) -> Response:
        """Give the results in the order of the items, as far as there is no gap.

        With `Accept: application/jsonl` as many as there are, one a line. The last
        item's `n` is the cursor that leads on.
        """
        found, one = await find(request, id)
        if JSONL in request.headers.get("accept", ""):
            lines = found.stream(one, cursor=window.cursor)
            return StreamingResponse(_in_time(lines), media_type=JSONL)
        page = await found.page(one, cursor=window.cursor, limit=window.limit)
        return Response(page, media_type="application/json")

    @routes.delete("/{id}/results", response_model=shapes.BatchShown, responses=ASKED)
    async def collect(
        id: Id,  # noqa: A002
        request: Request,
        until: Annotated[shapes.Until, Query()],
    ) -> Response:
        """Delete the results up to item number `cursor`: you have them."""
        found, one = await find(request, id)
        return _json(await found.show(await found.collect(one, cursor=until.cursor)))

    return routes


async def _in_time(lines: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Yield *lines* until `STREAMS` are over, whole ones only."""
    ends = time.monotonic() + STREAMS
    async for line in lines:
        yield line
        if time.monotonic() > ends:
            return
        await asyncio.sleep(0)


def _json(
    model: Frozen, *, status: int = 200, headers: dict[str, str] | None = None
) -> Response:
    return Response(
        model.model_dump_json(),
        status_code=status,
        headers=headers,
        media_type="application/json",
    )
