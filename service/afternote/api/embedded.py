"""The worker inside `serve`: drafts what was submitted, settles, deletes, announces.

It shares the event loop, the model and the circuit breaker of the server, and gives
way to requests after every item. Other servers and `afternote worker` may work on the
same store; whoever dies leaves what it had to the others.
"""

import asyncio
import json
import logging
import math
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime

from afternote.api.desk import Desk
from afternote.api.health import Health
from afternote.api.kept import LOCAL
from afternote.api.keys import Keys
from afternote.api.limits import Counted, Limits
from afternote.api.problems import Refusal
from afternote.api.service import Service
from afternote.api.store import stored
from afternote.api.turns import Turns
from afternote.api.webhook import ForbiddenError, Hook, post, signed
from afternote.batch import rows
from afternote.batch.drafting import Drafting
from afternote.batch.engine import Batch, Claimed, GiveBack, Outcome
from afternote.batch.pace import Pace
from afternote.batch.sameness import settle
from afternote.errors import AfternoteError, ModelUnavailable
from afternote.models import Answer, Message, Model

log = logging.getLogger(__name__)

AT_MODEL, AT_ONCE = 32, 2
"""Items in hand with a model, which waits, and without, which does not."""

GRACE = 5.0
"""Seconds in which what is under way may end when the server stops."""

LEASE = 120.0
"""Seconds for which an end to be told is left to one server."""

TRIES = (0.0, 5.0, 30.0)
"""Seconds before each try to tell it, one after the other."""

LONGEST = 6 * 3600.0
"""Seconds between two rounds of tries at most; each wait is twice the one before."""

AT_A_TIME = 10
"""Webhooks told at the same time."""

REST, SETTLE, ANNOUNCE, EXPIRE = 5.0, 0.1, 1.0, 60.0
"""Seconds after a failure of the store, and between two looks at each thing to do."""


@asynccontextmanager
async def working(service: Service, keys: Keys, limits: Limits) -> AsyncIterator[None]:
    """Open the desk of *service*, if it has one, and work for it meanwhile.

    Raises ConfigError for a key, and StoreError for a store, that cannot be used.
    """
    async with stored(service.settings) as desk:
        if desk is None:
            yield
            return
        service.desk = desk
        async with Embedded(desk, service.health, keys, limits).running(service.model):
            yield
        service.desk = None


class Embedded:
    """Works on the batches of *desk*."""

    def __init__(self, desk: Desk, health: Health, keys: Keys, limits: Limits) -> None:
        self._desk = desk
        self._health = health
        self._keys = keys
        self._limits = limits
        self._drafting = Drafting(
            settings=desk.settings,
            read=self._read,
            seal=desk.sealing.seal,
            pace=Pace(most=AT_MODEL, breaker=health.breaker),
        )
        self._turns = Turns(math.inf)
        self._owners: dict[str, str] = {}
        self._due: dict[str, tuple[int, float]] = {}
        self._telling: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(AT_A_TIME)

    @asynccontextmanager
    async def running(self, model: Model | None) -> AsyncIterator[None]:
        """Work with *model* for as long as the context lasts."""
        self._drafting = replace(self._drafting, model=model)
        stop = asyncio.Event()
        tasks = [
            asyncio.create_task(self._steadily(stop, step, rest), name=name)
            for name, step, rest in (
                ("work", self._work(stop), SETTLE),
                ("settle", self._settle, SETTLE),
                ("announce", self._announce, ANNOUNCE),
                ("expire", self._expire, EXPIRE),
            )
        ]
        for task in tasks:
            task.add_done_callback(_say_if_broken)
        try:
            yield
        finally:
            stop.set()
            await asyncio.wait(tasks, timeout=GRACE)
            for task in (*tasks, *self._telling):
                task.cancel()
            await asyncio.gather(*tasks, *self._telling, return_exceptions=True)

    async def _steadily(
        self,
        stop: asyncio.Event,
        step: Callable[[], Awaitable[bool]],
        rest: float,
    ) -> None:
        """Do *step* again and again; True from it means that there is more to do."""
        while not stop.is_set():
            try:
                wait = 0.0 if await step() else rest
            except AfternoteError as error:
                log.error("batches: %s", error)  # noqa: TRY400 - one line, no frames
                wait = REST
            if wait == 0.0:
                await asyncio.sleep(0)
                continue
            try:
                await asyncio.wait_for(stop.wait(), wait)
            except TimeoutError:
                continue

    def _work(self, stop: asyncio.Event) -> Callable[[], Awaitable[bool]]:
        async def work() -> bool:
            await self._desk.engine.work(
                self._handle,
                jobs=AT_ONCE if self._drafting.model is None else AT_MODEL,
                stop=lambda: stop.is_set() or self._health.draining,
            )
            return False

        return work

    async def _settle(self) -> bool:
        return bool(await settle(self._desk.engine, self._desk.sealing))

    async def _expire(self) -> bool:
        await self._desk.engine.expire(time.time())
        return False

    def _read(self, claimed: Claimed) -> tuple[rows.Line | rows.Bad, int]:
        line = rows.of_json(self._desk.sealing.open(claimed.payload))
        return line, claimed.position + 1

    async def _handle(self, claimed: Claimed) -> Outcome | GiveBack:
        """Draft an item at the cost of the key whose it is."""
        owner = await self._owner(claimed.batch)
        name, tokens = LOCAL, None
        if owner != LOCAL:
            key = next((k for k in self._keys.all() if k.digest == owner), None)
            if key is None or key.revoked:
                await self._desk.engine.cancel(claimed.batch)
                return GiveBack()
            name, tokens = f"key {key.id}", key.tokens
        purse = self._limits.purse(name, tokens)
        model = self._drafting.model
        if purse is None or model is None:
            return await self._turns.take(lambda _: self._drafting(claimed))
        if not await purse.open():
            drafting = replace(self._drafting, model=Penniless())
            return await self._turns.take(lambda _: drafting(claimed))
        counted = Counted(model)
        try:
            drafting = replace(self._drafting, model=counted)
            return await self._turns.take(lambda _: drafting(claimed))
        finally:
            await purse.close(counted.spent)

    async def _owner(self, batch: str) -> str:
        if batch not in self._owners:
            if len(self._owners) > 1000:
                self._owners.clear()
            self._owners[batch] = (await self._desk.engine.batch(batch)).owner
        return self._owners[batch]

    async def _announce(self) -> bool:
        """Begin to tell the end of every batch that has come to it."""
        now = time.monotonic()
        self._due = {k: v for k, v in self._due.items() if v[1] > now - 10 * LEASE}
        for batch in await self._desk.engine.announcing(seconds=LEASE):
            hook = self._desk.about(batch).webhook
            if hook is None:
                await self._desk.engine.announced(batch.id)
                continue
            rounds, due = self._due.get(batch.id, (0, now))
            if due <= now:
                wait = min(LEASE * 2.0**rounds, LONGEST)
                self._due[batch.id] = rounds + 1, now + wait
                task = asyncio.create_task(self._tell(batch, hook))
                self._telling.add(task)
                task.add_done_callback(self._telling.discard)
                task.add_done_callback(_say_if_broken)
        return False

    async def _tell(self, batch: Batch, hook: Hook) -> None:
        """Tell the end of *batch* in one round of tries; a 410 is an answer too."""
        try:
            shown = await self._desk.show(batch)
        except Refusal:  # deleted meanwhile
            return
        data = shown.model_dump(mode="json", include={"id", "state", "total", "failed"})
        said = {
            "type": f"batch.{shown.state}",
            "timestamp": datetime.now(UTC).isoformat(timespec="seconds"),
            "data": data,
        }
        body = json.dumps(said, separators=(",", ":")).encode()
        private = self._desk.settings.webhook_private or batch.owner == LOCAL
        for wait in TRIES:
            await asyncio.sleep(wait)
            at = int(time.time())
            try:
                async with self._slots:
                    headers = signed(hook, f"msg_{batch.id}", at, body)
                    status = await post(hook.url, headers, body, private=private)
            except ForbiddenError:
                log.warning("webhook leads to an address that is not allowed")
                status = 410
            log.info("webhook status=%s", status)
            if status is not None and (200 <= status < 300 or status == 410):
                await self._desk.engine.announced(batch.id)
                self._due.pop(batch.id, None)
                return


class Penniless:
    """Stands in for the model of a key whose tokens are used up. A `Model`."""

    name = "none"

    async def ask(
        self,
        messages: tuple[Message, ...],  # noqa: ARG002
        *,
        schema: dict[str, object],  # noqa: ARG002
        name: str,  # noqa: ARG002
    ) -> Answer:
        """Raise ModelUnavailable."""
        raise ModelUnavailable("the key's tokens are used up", reason="budget")


def _say_if_broken(task: asyncio.Task[None]) -> None:
    """Log what ended *task*, without its message, which may hold anything."""
    if not task.cancelled() and (error := task.exception()):
        log.error("batches: %s ended with %s", task.get_name(), type(error).__name__)
