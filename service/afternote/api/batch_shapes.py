"""The shapes of a batch on the wire."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from afternote.api.webhook import Hook
from afternote.batch.engine import State
from afternote.request import NOTES, NotesRequest
from afternote.schema import Brief, Frozen, Note

ITEMS = 50_000
"""Items of a batch."""

PAGE = 100
"""Items of a page at most."""

FAR = 10**9
"""No batch has an item with that number."""


class Item(NotesRequest):
    """Asks for the notes to one rejection: all that `/v1/notes` takes, and an id."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"notes": NOTES}]})

    id: Annotated[str, Field(min_length=1, max_length=200)] | None = Field(
        default=None, description="Your own name for it; at most once in a batch."
    )


class Common(Frozen):
    """What belongs to a batch beside its items."""

    options: NotesRequest | None = Field(
        default=None, description="What all items ask; an item's own fields win."
    )
    webhook: Hook | None = Field(default=None, description="Told when all is done.")


class BatchRequest(Common):
    """Asks for the notes to many rejections."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "items": [{"id": "candidate-17", "notes": NOTES}],
                    "options": {"tone": "formal", "offline": True},
                }
            ]
        }
    )

    items: Annotated[tuple[Item, ...], Field(min_length=1, max_length=ITEMS)]


class FirstLine(Frozen):
    """The first line of a batch in JSON Lines, where it says more than items do."""

    batch: Common


class SpentShown(Frozen):
    """What a batch cost so far."""

    calls: int
    input_tokens: int
    output_tokens: int


class BatchShown(Frozen):
    """How far a batch is. *n* counts items from 1, in the order they were sent.

    `failed` counts items that are done with an error in place of notes, `varied` those
    written anew because they said what another note said; `collected` is the number
    of the last item whose result was deleted because you have it.
    """

    id: str
    state: Literal["arriving", "working", "cancelling", "cancelled", "finished"]
    created: datetime
    expires: datetime = Field(description="When everything of it is deleted.")
    total: int
    items: dict[State, int]
    failed: int
    varied: int
    origins: dict[str, int]
    usage: SpentShown
    collected: int


class BatchesShown(Frozen):
    """Batches, newest first; `cursor` leads to the next page, null on the last."""

    batches: tuple[BatchShown, ...]
    cursor: float | None


class RowError(Frozen):
    """Why there is no note. `kind` is for programs, `line` the item's number."""

    kind: str
    detail: str
    line: int


class Row(Frozen):
    """An item's result: notes and the brief they rest on, or an error."""

    n: int
    id: str | int | None
    notes: tuple[Note, ...] | None = None
    brief: Brief | None = None
    error: RowError | None = None


class RowsShown(Frozen):
    """Results in the order of the items, as far as there is no gap.

    `cursor` leads on from here, `more` says whether there is anything to come.
    """

    results: tuple[Row, ...]
    cursor: int
    more: bool


class ItemShown(Frozen):
    """An item's state. Its result is there from `done` on until it was collected."""

    n: int
    id: str | None
    state: State
    tries: int
    result: Row | None = None


class ItemsShown(Frozen):
    """Items; `cursor` leads to the next page, null on the last."""

    items: tuple[ItemShown, ...]
    cursor: int | None


class Window(Frozen):
    """A page of things that are numbered."""

    cursor: Annotated[int, Field(ge=0, le=FAR)] = Field(
        default=0, description="The cursor of the page before."
    )
    limit: Annotated[int, Field(ge=1, le=PAGE)] = PAGE


class Until(Frozen):
    """Up to which item."""

    cursor: Annotated[int, Field(ge=1, le=FAR)]


class ItemsWindow(Window):
    """A page of items, or the one with an id of yours."""

    id: Annotated[str, Field(min_length=1, max_length=200)] | None = None


class BatchesWindow(Frozen):
    """A page of batches."""

    cursor: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None
    limit: Annotated[int, Field(ge=1, le=20)] = 20


def lines() -> dict[str, Any]:
    """Return what OpenAPI says of a batch in JSON Lines."""
    return {"schema": {"type": "string"}, "example": '{"id": "17", "notes": "Met …"}\n'}
