"""What is remembered between requests: buckets of a quota, and sealed answers.

`State` is the seam; `Memory` remembers in this process, `shared.Shared` in Valkey or
Redis, where several servers tell the same story. Names of buckets and shelves are
digests, answers are sealed before they come here: nothing in it can be read.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Literal, NamedTuple, Protocol

KEPT = 24 * 3600.0
"""Seconds for which an answer is kept."""

MOST = 64 * 1024 * 1024
"""Bytes of answers kept in memory at most; the oldest go first."""

BUCKETS = 10_000
"""Buckets remembered in memory at most; those that are full again go first."""


class Rule(NamedTuple):
    """*quota* may be used in a row, and fills up again evenly within *window* s."""

    quota: int
    window: float

    @property
    def gap(self) -> float:
        """Seconds in which one more becomes free."""
        return self.window / self.quota


class Verdict(NamedTuple):
    """May it go on; how many are left; seconds until all are, or until one is."""

    admitted: bool
    left: int
    wait: float


class Held(NamedTuple):
    """A shelf in use: the digest of what was *asked*, the answer once there is one."""

    asked: str
    sealed: bytes | None


class StateDownError(Exception):
    """What several servers share cannot be reached just now."""


class State(Protocol):
    """Where limits and answers are remembered."""

    @property
    def kind(self) -> Literal["memory", "shared", "down"]:
        """Where it is, for /readyz."""

    async def take(self, bucket: str, rule: Rule, cost: float = 1) -> Verdict:
        """Take *cost* out of *bucket* if one is left, be it then in debt."""

    async def settle(self, bucket: str, rule: Rule, cost: float) -> None:
        """Take *cost* whatever is left; a negative one is given back."""

    async def hold(self, shelf: str, asked: str, owner: str) -> Held | None:
        """Return what *shelf* holds; None where it was free, and is *owner*'s now.

        Raises StateDownError where nobody can tell.
        """

    async def fill(self, shelf: str, asked: str, owner: str, sealed: bytes) -> None:
        """Keep *sealed* on the shelf that *owner* holds, for `KEPT` seconds."""

    async def free(self, shelf: str, asked: str, owner: str) -> None:
        """Let go of the shelf that *owner* holds."""

    async def purge(self, shelf: str) -> None:
        """Forget what *shelf* holds, whoever put it there."""

    async def aclose(self) -> None:
        """Close what is open."""


class _Shelf(NamedTuple):
    asked: str
    owner: str
    until: float
    sealed: bytes | None


class Memory:
    """Remembers in this process. *clock* returns seconds and never goes back."""

    kind: Literal["memory"] = "memory"

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._full_at: dict[str, float] = {}
        self._shelves: OrderedDict[str, _Shelf] = OrderedDict()
        self._bytes = 0

    async def take(self, bucket: str, rule: Rule, cost: float = 1) -> Verdict:
        """See `State`."""
        now = self._clock()
        begins = max(self._full_at.get(bucket, now), now)
        verdict = judged(now, begins, rule, cost)
        if verdict.admitted:
            self._set(bucket, begins + rule.gap * cost, now)
        return verdict

    async def settle(self, bucket: str, rule: Rule, cost: float) -> None:
        """See `State`."""
        now = self._clock()
        begins = max(self._full_at.get(bucket, now), now)
        self._set(bucket, begins + rule.gap * cost, now)

    async def hold(self, shelf: str, asked: str, owner: str) -> Held | None:
        """See `State`."""
        self._expire()
        found = self._shelves.get(shelf)
        if found is not None:
            return Held(found.asked, found.sealed)
        self._shelves[shelf] = _Shelf(asked, owner, self._clock() + KEPT, None)
        return None

    async def fill(self, shelf: str, asked: str, owner: str, sealed: bytes) -> None:
        """See `State`."""
        await self.free(shelf, asked, owner)
        self._shelves[shelf] = _Shelf(asked, owner, self._clock() + KEPT, sealed)
        self._bytes += len(sealed)
        while self._bytes > MOST:
            self._drop(next(iter(self._shelves)))

    async def free(self, shelf: str, asked: str, owner: str) -> None:  # noqa: ARG002
        """See `State`."""
        found = self._shelves.get(shelf)
        if found is not None and found.owner == owner:
            self._drop(shelf)

    async def purge(self, shelf: str) -> None:
        """See `State`."""
        if shelf in self._shelves:
            self._drop(shelf)

    async def aclose(self) -> None:
        """Keep nothing open."""

    def _set(self, bucket: str, full_at: float, now: float) -> None:
        if bucket not in self._full_at and len(self._full_at) >= BUCKETS:
            kept = {b: t for b, t in self._full_at.items() if t > now}
            while len(kept) >= BUCKETS:
                kept.pop(next(iter(kept)))
            self._full_at = kept
        self._full_at[bucket] = full_at

    def _expire(self) -> None:
        now = self._clock()
        while self._shelves:
            first = next(iter(self._shelves))
            if self._shelves[first].until > now:
                break
            self._drop(first)

    def _drop(self, shelf: str) -> None:
        self._bytes -= len(self._shelves.pop(shelf).sealed or b"")


def judged(now: float, begins: float, rule: Rule, cost: float) -> Verdict:
    """Return the verdict on *cost* for a bucket that is used up to *begins* (GCRA)."""
    room = now + rule.window - begins
    if room < rule.gap - 1e-9:
        return Verdict(admitted=False, left=0, wait=rule.gap - room)
    after = begins + rule.gap * cost
    left = int((now + rule.window - after) / rule.gap + 1e-9)
    return Verdict(admitted=True, left=max(left, 0), wait=max(after - now, 0.0))
