"""The seam of every batch: what holds the items, hands them out, and keeps the results.

Two engines stand behind it, held to one suite (tests/batch/conformance.py): `ledger`
(SQLite: one machine, nothing to install) and `cluster` (procrastinate on Postgres: any
number of machines). An item's life:

    submit ──▶ waiting ──▶ running ──▶ drafted ──▶ done         ──▶ collected, deleted
                  ▲           │           └ settle: compared with the rest of the batch
                  ├───────────┤ gave back, raised, or its worker died
                  ▼           ▼
              cancelled      dead: tried as often as allowed (a dead letter)

Payloads and results are bytes that no engine looks into: whoever submits and whoever
works agree on them, and on whether they are sealed (`sealing.py`). What is promised:
nothing submitted is lost; a result is stored once, the first one; positions are never
handed out twice at a time while their worker lives. A call to a model that was under
way when its worker was killed may be paid for twice: that nobody can promise.
"""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol

State = Literal["waiting", "running", "drafted", "done", "dead", "cancelled"]
"""Of an item. The last three are final; a batch of final items alone is finished."""

CHUNK = 1000
"""Items a transaction of `submit` takes: memory stays flat, a lock is short."""

TRIES = 4
"""How often an item is begun before it is a dead letter. Every kill -9 of a worker
counts for all it had in hand, so that one poisonous item cannot kill for ever; four
leave room for a machine that dies twice."""


@dataclass(frozen=True)
class Batch:
    """What belongs to all items together.

    *id* is random and opaque. *owner* names whose it is, in a form that may be at rest
    (a key's digest). *about* is the caller's own, bytes no engine looks into (options,
    budget, webhook; sealed like a payload). *ordered*: settle in the order of
    submission, so that the same items give the same bytes; else as they are drafted.
    Times are seconds since 1970; at *expires* everything is deleted (0: never).
    """

    id: str
    owner: str = ""
    about: bytes = b""
    ordered: bool = True
    created: float = 0.0
    expires: float = 0.0
    sealed: bool = False
    """Has everything been submitted?"""
    cancelled: bool = False
    mark: bytes = b""
    """What `collected` was last told: how far the caller has come."""


@dataclass(frozen=True)
class Spent:
    """What drafting cost: calls to the model, tokens, and money where it is known."""

    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost_usd: float = 0.0


@dataclass(frozen=True)
class Outcome:
    """What a handler made of an item.

    *result* is stored as it is. *ok* is False for a row with an error in place of a
    note. *origin* is the note's (`model`, `template`, …), for the split in `Progress`.
    """

    result: bytes
    ok: bool = True
    origin: str = ""
    spent: Spent = Spent()


class Claimed(NamedTuple):
    """An item in a worker's hands. *tries* counts this one."""

    batch: str
    position: int
    payload: bytes
    tries: int


@dataclass(frozen=True)
class GiveBack:
    """A handler's word that the item should be tried again, in *wait* seconds."""

    wait: float = 0.0


class Item(NamedTuple):
    """An item as its submitter sees it; *result* only where it is done.

    *error* is the name of what a dead one died of, never a text; *payload* is there
    for what is dead or cancelled, so that one can say which it was.
    """

    position: int
    state: State
    tries: int
    ok: bool
    result: bytes | None
    error: str | None
    payload: bytes | None = None


@dataclass(frozen=True)
class Progress:
    """How far a batch is. *states* counts items by state; *failed* those done not ok.

    *total* is what was submitted so far; the batch is *finished* when nothing of it
    can change any more without a word from its owner.
    """

    total: int
    states: dict[State, int]
    failed: int
    origins: dict[str, int]
    spent: Spent
    varied: int
    """Notes written anew because they said what another note of the batch says."""
    finished: bool


class Settled(NamedTuple):
    """An item that was compared with the rest: its final outcome, and its marks.

    *prints* are 64-bit hashes by which later items find it (`Known`), *sketch* what
    they are then compared with. *varied*: it was written anew.
    """

    position: int
    outcome: Outcome
    prints: tuple[int, ...] = ()
    sketch: bytes = b""
    varied: bool = False


class Known(NamedTuple):
    """An earlier item of the batch that has *print* too."""

    print: int
    position: int
    sketch: bytes


@dataclass(frozen=True)
class Unsettled:
    """Drafted items of one batch, in the order to settle them, left to one caller."""

    batch: str
    items: tuple[tuple[int, Outcome], ...]
    token: str = field(repr=False, default="")


Handler = Callable[[Claimed], Awaitable[Outcome | GiveBack]]
"""Makes an item's outcome. What it raises counts as a try, and never ends the worker;
a handler that waits (for a rate, for a turn) holds its item meanwhile."""


class BatchEngine(Protocol):
    """What holds batches. All raise `StoreError` when the disk or the server fails.

    Belongs to one event loop; any number of processes may have one each for the same
    store. A batch that is not there raises `LookupError`.
    """

    async def submit(self, batch: Batch, payloads: Iterable[bytes]) -> Progress:
        """Take *payloads* in, at positions from 0, and let workers begin at once.

        Reads the iterable once, `CHUNK` at a time. Called again with the same batch and
        the same payloads after a crash, it goes on where it was; once all are in, the
        batch is sealed and a further call changes nothing.
        """

    async def batch(self, id: str) -> Batch:
        """Return the batch of that id."""

    async def batches(
        self, owner: str, *, before: float | None = None, limit: int = 100
    ) -> list[Batch]:
        """Return the batches of *owner*, newest first, created *before* that time."""

    async def progress(self, id: str) -> Progress:
        """Return how far the batch is; grows with its items (some 0.2 s a million)."""

    async def items(
        self,
        id: str,
        *,
        after: int = -1,
        limit: int = 100,
    ) -> list[Item]:
        """Return the items with positions *after* that one, in order, in any state."""

    async def ready(self, id: str, *, limit: int = 100) -> list[Item]:
        """Return items in a final state that were not yet `collected`.

        In order and without a gap where the batch is ordered, else as they finished.
        """

    async def collected(
        self,
        id: str,
        positions: Sequence[int],
        *,
        mark: bytes = b"",
    ) -> None:
        """Forget the results at *positions* and keep *mark*, both or neither."""

    async def cancel(self, id: str) -> Progress:
        """Begin no further item. What is under way ends and is kept: it was paid for.

        A batch that was never sealed takes no more items either.
        """

    async def resume(self, id: str) -> Progress:
        """Let what was cancelled, and every dead letter, wait again with all tries."""

    async def delete(self, id: str) -> None:
        """Remove everything of the batch; what is under way is thrown away.

        Does nothing where there is none, so that it may be asked twice.
        """

    async def expire(self, now: float) -> int:
        """Delete the batches whose time is over; return how many."""

    async def work(
        self,
        handle: Handler,
        *,
        jobs: int,
        stop: Callable[[], bool] = lambda: False,
        drain: bool = False,
    ) -> None:
        """Hand out items to *handle*, at most *jobs* at once, until *stop* says so.

        Looked at about twice a second; then what is under way ends and is stored. With
        *drain* it returns, too, when every item of every batch is drafted or final.
        What a dead worker had in hand comes back within `LEASE` seconds.
        """

    async def unsettled(self, *, limit: int = 200) -> Unsettled | None:
        """Leave drafted items of one batch to this caller alone, for a while.

        None while there is nothing to settle, or somebody else is at it.
        """

    async def known(self, id: str, prints: Sequence[int]) -> list[Known]:
        """Return which settled items of the batch have one of *prints*."""

    async def settle(self, taken: Unsettled, settled: Sequence[Settled]) -> bool:
        """Make *settled* the final outcomes of what was *taken*, all or none.

        False, and nothing is kept, where it took so long that another has begun.
        """

    async def announcing(self, *, seconds: float) -> list[Batch]:
        """Return finished batches that are not announced, left to this caller.

        For so many *seconds* no other caller gets them: who dies without a word leaves
        them to the next.
        """

    async def announced(self, id: str) -> None:
        """Tell that whoever wanted to know of the batch's end has been told."""

    async def aclose(self) -> None:
        """Let go of the store."""


LEASE = 15.0
"""Seconds without a sign of life after which a worker counts as dead."""
