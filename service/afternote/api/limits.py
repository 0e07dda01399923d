"""How often a caller may ask: a leaky bucket (GCRA), told in the IETF's header fields.

The fields are those of draft-ietf-httpapi-ratelimit-headers-10: `RateLimit-Policy` says
the rule, `RateLimit` what is left of it. The state is that of one process.
"""

import math
import time
from collections.abc import Callable
from typing import NamedTuple

WINDOW = 60.0
"""Seconds in which the quota may be used."""

CALLERS = 10_000
"""Callers remembered at most; those whose bucket is full again are forgotten first."""


class Verdict(NamedTuple):
    """May the caller go on, how many requests are left, seconds until more are."""

    admitted: bool
    left: int
    wait: float

    def fields(self, quota: int) -> dict[str, str]:
        """Return the header fields that tell it."""
        after = math.ceil(self.wait)
        told = {
            "RateLimit-Policy": f'"default";q={quota};w={WINDOW:.0f}',
            "RateLimit": f'"default";r={self.left};t={after}',
        }
        return told if self.admitted else told | {"Retry-After": str(max(after, 1))}


class Limits:
    """Lets each caller ask *quota* times in a row, refilled evenly over a minute."""

    def __init__(
        self, quota: int, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.quota = quota
        self._clock = clock
        self._gap = WINDOW / quota
        self._empty_at: dict[str, float] = {}

    def ask(self, caller: str) -> Verdict:
        """Count one request of *caller*, unless it is one too many."""
        now = self._clock()
        begins = max(self._empty_at.get(caller, now), now)
        room = now + WINDOW - begins
        if room < self._gap - 1e-9:
            return Verdict(admitted=False, left=0, wait=self._gap - room)
        if caller not in self._empty_at and len(self._empty_at) >= CALLERS:
            self._forget(now)
        self._empty_at[caller] = begins + self._gap
        left = int((room - self._gap) / self._gap + 1e-9)
        return Verdict(admitted=True, left=left, wait=begins + self._gap - now)

    def _forget(self, now: float) -> None:
        """Drop who has nothing to answer for; in need, who asked longest ago."""
        kept = {c: t for c, t in self._empty_at.items() if t > now}
        while len(kept) >= CALLERS:
            kept.pop(next(iter(kept)))
        self._empty_at = kept
