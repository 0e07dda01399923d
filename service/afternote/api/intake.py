"""A batch as it comes in, JSON or JSON Lines, into the payloads that are kept.

All of it or nothing: one item of another shape, and the whole is refused, with the
places of the first twenty. Notes that cannot be used are found later, by drafting;
their rows say so.
"""

import asyncio
import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from pydantic import ValidationError

from afternote.api.batch_shapes import ITEMS, BatchRequest, Common, FirstLine, Item
from afternote.api.problems import Refusal, of_validation
from afternote.api.wire import NotesRequest
from afternote.schema.base import TEXT_LIMIT

AT_ONCE = 200
"""Lines read between two looks at other requests."""

SHOWN = 20
"""Faults told at most."""


class Taken(NamedTuple):
    """A batch that came in: each item as a line of JSON, their ids, and the rest."""

    payloads: Sequence[bytes]
    ids: Sequence[str | None]
    common: Common


async def of_object(asked: BatchRequest) -> Taken:
    """Take in a batch that came as one JSON object."""
    common = Common(options=asked.options, webhook=asked.webhook)
    payloads = []
    for number, item in enumerate(asked.items):
        if number % AT_ONCE == 0:
            await asyncio.sleep(0)
        payloads.append(_payload(item, asked.options))
    return _taken(payloads, [item.id for item in asked.items], common)


async def of_lines(body: bytes) -> Taken:
    """Take in a batch that came as JSON Lines; blank lines are none.

    Only the first may be a `FirstLine`.
    """
    common = Common()
    payloads: list[bytes] = []
    ids: list[str | None] = []
    faults: list[dict[str, Any]] = []
    first = True
    for number, line in enumerate(body.split(b"\n"), 1):
        if number % AT_ONCE == 0:
            await asyncio.sleep(0)
        if not line.strip():
            continue
        try:
            if first and _is_first(line):
                common = FirstLine.model_validate_json(line).batch
            else:
                item = Item.model_validate_json(line)
                payloads.append(_payload(item, common.options))
                ids.append(item.id)
        except ValidationError as error:
            found = error.errors(include_input=False, include_url=False)
            faults += [{**f, "loc": (f"line {number}", *f["loc"])} for f in found]
        first = False
        if len(faults) >= SHOWN or len(payloads) > ITEMS:
            break
    if faults:
        raise _of_lines(faults)
    return _taken(payloads, ids, common)


def _is_first(line: bytes) -> bool:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(given, dict) and "batch" in given


def _of_lines(faults: list[dict[str, Any]]) -> Refusal:
    """Return the refusal of *faults*: a line that is no JSON is one of them here."""
    for fault in faults:
        if fault["type"] == "json_invalid":
            fault |= {"type": "value_error", "msg": "is no JSON on one line"}
    return of_validation(faults)


def _payload(item: Item, options: NotesRequest | None) -> bytes:
    """Return what the worker reads: the item's own fields over those of all."""
    common = options.model_dump(mode="json", exclude_unset=True) if options else {}
    asked = {**common, **item.model_dump(mode="json", exclude_unset=True)}
    if any(len(asked.get(text) or "") > TEXT_LIMIT for text in ("notes", "own")):
        raise Refusal(
            "batch-unusable", f"notes and draft have at most {TEXT_LIMIT} characters"
        )
    return json.dumps(asked, ensure_ascii=False).encode()


def _taken(
    payloads: Sequence[bytes], ids: Sequence[str | None], common: Common
) -> Taken:
    if not 1 <= len(payloads) <= ITEMS:
        raise Refusal("batch-unusable", f"a batch has 1 to {ITEMS} items")
    given = [one for one in ids if one is not None]
    if len(set(given)) < len(given):
        raise Refusal("batch-unusable", "two items have the same id")
    return Taken(payloads, ids, common)
