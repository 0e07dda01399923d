"""Where batches are handed in, asked after, collected and deleted.

All that is kept of one is sealed with the operator's key: items, results, ids, webhook.
What may be read at rest are random names, times, counts, and the digest of the API key
whose it is. Nobody sees a batch of another key; it is not there for them.
"""

import hashlib
import re
import secrets
import time
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from typing import Literal

from afternote.api.batch_shapes import (
    BatchesShown,
    BatchShown,
    ItemShown,
    ItemsShown,
    Row,
    SpentShown,
)
from afternote.api.entry import Caller
from afternote.api.intake import Taken
from afternote.api.kept import About, collected, owner_of
from afternote.api.problems import Refusal
from afternote.api.replay import Place
from afternote.api.webhook import ForbiddenError, target_of
from afternote.batch import rows
from afternote.batch.engine import Batch, BatchEngine, Item, Progress
from afternote.batch.sealing import Sealing
from afternote.settings import Settings

MOST = 100
"""Batches of one key at a time."""

AT_ONCE = 500
"""Results handled in one step of collecting."""

FINAL = ("done", "dead", "cancelled")
_ID = re.compile(r"[0-9a-f]{32}")


class Desk:
    """The batches in *engine*, sealed by *sealing*."""

    def __init__(
        self, engine: BatchEngine, sealing: Sealing, settings: Settings
    ) -> None:
        self.engine = engine
        self.sealing = sealing
        self.settings = settings

    def about(self, batch: Batch) -> About:
        """Return what is kept of *batch*."""
        return About.model_validate_json(self.sealing.open(batch.about))

    async def submit(
        self, caller: Caller, taken: Taken, place: Place | None
    ) -> BatchShown:
        """Keep *taken* and let it be worked on.

        *place* is that of an Idempotency-Key: it names the batch too, so that the same
        request goes on after a crash where it was, and nothing is there twice.
        """
        owner = owner_of(caller)
        hook = taken.common.webhook
        try:
            if hook is not None:
                private = self.settings.webhook_private or caller.key is None
                target_of(hook.url, private=private)
        except ForbiddenError as error:
            raise Refusal("batch-unusable", str(error)) from None
        if len(await self.engine.batches(owner, limit=MOST)) >= MOST:
            raise Refusal("too-many-batches", f"delete some of your {MOST} batches")
        now = time.time()
        shelf = place.shelf if place else None
        about = About(ids=About.packed(taken.ids), webhook=hook, shelf=shelf)
        batch = Batch(
            id=_named(place) if place else secrets.token_hex(16),
            owner=owner,
            about=self.sealing.seal(about.model_dump_json().encode()),
            ordered=True,
            created=now,
            expires=now + self.settings.batch_hours * 3600,
        )
        sealed = (self.sealing.seal(payload) for payload in taken.payloads)
        try:
            progress = await self.engine.submit(batch, sealed)
        except BaseException:
            # Nobody will ever hear of its name, unless it follows from the request.
            if place is None:
                await self.engine.delete(batch.id)
            raise
        return shown(await self.engine.batch(batch.id), progress)

    async def find(self, caller: Caller, id: str) -> Batch:  # noqa: A002
        """Return the batch of *caller* with that id; Refusal where there is none."""
        try:
            if _ID.fullmatch(id):
                batch = await self.engine.batch(id)
                if batch.owner == owner_of(caller):
                    return batch
        except LookupError:
            pass
        raise _not_there()

    async def show(self, batch: Batch) -> BatchShown:
        """Return how far *batch* is."""
        try:
            return shown(batch, await self.engine.progress(batch.id))
        except LookupError:
            raise _not_there() from None

    async def mine(
        self, caller: Caller, *, before: float | None, limit: int
    ) -> BatchesShown:
        """Return the batches of *caller*, newest first."""
        owner = owner_of(caller)
        found = await self.engine.batches(owner, before=before, limit=limit)
        cursor = found[-1].created if len(found) == limit else None
        return BatchesShown(
            batches=tuple([await self.show(batch) for batch in found]), cursor=cursor
        )

    async def items(self, batch: Batch, *, cursor: int, limit: int) -> ItemsShown:
        """Return the states of the items after number *cursor*."""
        names = self.about(batch).names()
        found = await self.engine.items(batch.id, after=cursor - 1, limit=limit)
        return ItemsShown(
            items=tuple(_item(item, names) for item in found),
            cursor=found[-1].position + 1 if len(found) == limit else None,
        )

    async def item(self, batch: Batch, n: int) -> ItemShown:
        """Return item *n* of *batch*, with its result; Refusal where there is none."""
        found = await self.engine.items(batch.id, after=n - 2, limit=1)
        if not found or found[0].position != n - 1:
            raise Refusal("not-found", "the batch has no such item")
        row = self._row(batch, found[0]) if found[0].state in FINAL else None
        result = Row.model_validate_json(row) if row else None
        return _item(found[0], self.about(batch).names(), result)

    async def named(self, batch: Batch, id: str) -> ItemsShown:  # noqa: A002
        """Return the item of *batch* that its submitter called *id*, if there is."""
        names = self.about(batch).names()
        if id not in names:
            return ItemsShown(items=(), cursor=None)
        item = await self.item(batch, names.index(id) + 1)
        return ItemsShown(items=(item,), cursor=None)

    async def results(self, batch: Batch, *, cursor: int, limit: int) -> list[bytes]:
        """Return the rows after number *cursor*, up to the first that is not final.

        What was collected is not there any more: what follows it is returned.
        """
        after = max(cursor, collected(batch)) - 1
        found = await self.engine.items(batch.id, after=after, limit=limit)
        rows_ = []
        for item in found:
            row = self._row(batch, item) if item.state in FINAL else None
            if row is None:
                break
            rows_.append(row)
        return rows_

    async def page(self, batch: Batch, *, cursor: int, limit: int) -> bytes:
        """Return a page of those rows as `RowsShown`, in JSON."""
        found = await self.results(batch, cursor=cursor, limit=limit)
        cursor = max(cursor, collected(batch)) + len(found)
        progress = await self.engine.progress(batch.id)
        more = not progress.finished or cursor < progress.total
        tail = b'],"cursor":%d,"more":%s}' % (cursor, b"true" if more else b"false")
        return b'{"results":[' + b",".join(found) + tail

    async def stream(self, batch: Batch, *, cursor: int) -> AsyncIterator[bytes]:
        """Yield the rows after number *cursor*, each a line, as far as they are."""
        while found := await self.results(batch, cursor=cursor, limit=AT_ONCE):
            for row in found:
                yield rows.as_line(row)
            cursor = max(cursor, collected(batch)) + len(found)

    async def collect(self, batch: Batch, *, cursor: int) -> Batch:
        """Forget the results up to number *cursor*, as far as there are any."""
        mark = collected(batch)
        while mark < cursor:
            limit = min(AT_ONCE, cursor - mark)
            found = await self.engine.ready(batch.id, limit=limit)
            if not found:
                break
            mark = found[-1].position + 1
            positions = [item.position for item in found]
            await self.engine.collected(batch.id, positions, mark=b"%d" % mark)
        return await self.engine.batch(batch.id)

    def _row(self, batch: Batch, item: Item) -> bytes | None:
        """Return the result of a final item; None where it was collected."""
        n = item.position + 1
        if item.state == "done":
            if item.result is None:
                return None
            row = self.sealing.open(item.result)
        elif n <= collected(batch) or item.payload is None:
            return None
        else:
            line = rows.of_json(self.sealing.open(item.payload))
            named = n if line.id is None else line.id
            if item.state == "cancelled":
                row = rows.failed(named, n, "cancelled", "the batch was cancelled")
            else:
                detail = f"could not be drafted in {item.tries} tries ({item.error})"
                row = rows.failed(named, n, "broken", detail)
        return b'{"n":%d,' % n + row[1:]


def shown(batch: Batch, progress: Progress) -> BatchShown:
    """Return *batch* as its owner sees it."""
    spent = progress.spent
    state: Literal["arriving", "working", "cancelling", "cancelled", "finished"]
    if batch.cancelled:
        state = "cancelled" if progress.finished else "cancelling"
    elif progress.finished:
        state = "finished"
    else:
        state = "working" if batch.sealed else "arriving"
    return BatchShown(
        id=batch.id,
        state=state,
        created=_time(batch.created),
        expires=_time(batch.expires),
        total=progress.total,
        items=progress.states,
        failed=progress.failed,
        varied=progress.varied,
        origins=progress.origins,
        usage=SpentShown(
            calls=spent.calls,
            input_tokens=spent.input_tokens,
            output_tokens=spent.output_tokens,
        ),
        collected=collected(batch),
    )


def _item(
    item: Item, names: Sequence[str | None], result: Row | None = None
) -> ItemShown:
    return ItemShown(
        n=item.position + 1,
        id=names[item.position] if item.position < len(names) else None,
        state=item.state,
        tries=item.tries,
        result=result,
    )


def _named(place: Place) -> str:
    return hashlib.sha256(f"{place.shelf} {place.asked}".encode()).hexdigest()[:32]


def _time(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC).replace(microsecond=0)


def _not_there() -> Refusal:
    return Refusal("not-found", "there is no such batch of yours")
