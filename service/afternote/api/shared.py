"""What several servers remember together, in Valkey or Redis.

Every step is one script there, by the clock there, so that it cannot be torn and all
servers agree. Nothing in it can be read: names are digests, answers are sealed.

While it cannot be reached, each server limits by its own memory and says so at
/readyz; only a request with an Idempotency-Key is refused, since nobody could keep
what that promises. Needs the extra `[state]`.
"""

import logging
import time
from typing import Any, Literal

from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from afternote.api.state import KEPT, Held, Memory, Rule, StateDownError, Verdict
from afternote.errors import ConfigError

log = logging.getLogger(__name__)

PREFIX = "afternote:"

PATIENCE = 2.0
"""Seconds that a step may take. There it is a fraction of a millisecond; but a busy
server of ours may look up late, and must not take its own lateness for the store's."""

REST = 1.0
"""Seconds for which it is left alone after a failure; then one request tries again,
and only that one may wait in vain."""

LINES = 8
"""Connections at most: enough for thousands of steps a second. With 64, the first
burst spent longer on handshakes than a step may take."""

LEASE = 660.0
"""Seconds for which a shelf is held for a request under way, should its server die: no
request takes longer than the longest deadline and a minute."""

SCHEMES = {"valkey": "redis", "valkeys": "rediss"}
"""Valkey's own names for what the client knows by Redis's."""

_NOW = """
local t = redis.call('TIME')
local now = t[1] + t[2] / 1000000
local gap, window, cost = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local at = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now)
"""
_SET = """
at = math.max(at + gap * cost, now)
local ms = math.ceil((at - now) * 1000) + 1000
redis.call('SET', KEYS[1], string.format('%.6f', at), 'PX', ms)
"""
TAKE = f"""{_NOW}
local room = now + window - at
if room < gap - 1e-6 then
  return {{0, 0, string.format('%.6f', gap - room)}}
end
{_SET}
local left = math.max(math.floor((now + window - at) / gap + 1e-6), 0)
return {{1, left, string.format('%.6f', at - now)}}
"""
SETTLE = _NOW + _SET
HOLD = """
local found = redis.call('GET', KEYS[1])
if found then return found end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return false
"""
FILL = """
if redis.call('GET', KEYS[1]) == ARGV[1] then
  redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
end
"""
PURGE = "redis.call('DEL', KEYS[1])"
FREE = """
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
"""


class Shared:
    """Remembers at *url*, which may hold a password and is never told.

    *own* stands in for buckets while nothing is heard from there.
    """

    def __init__(self, url: str, *, own: Memory) -> None:
        scheme, _, rest = url.partition("://")
        try:
            pool = BlockingConnectionPool.from_url(
                f"{SCHEMES.get(scheme, scheme)}://{rest}",
                max_connections=LINES,
                timeout=PATIENCE,
                socket_timeout=PATIENCE,
                socket_connect_timeout=PATIENCE,
                retry=Retry(NoBackoff(), 0),
                driver_info=None,  # two more round trips for each connection
            )
        except ValueError:
            raise ConfigError(
                "state_url must be like valkey://host:6379/0 or redis://…"
            ) from None
        self._client = Redis.from_pool(pool)
        self._own = own
        self._down_until = 0.0
        self._scripts = {
            name: self._client.register_script(text)
            for name, text in (
                ("take", TAKE),
                ("settle", SETTLE),
                ("hold", HOLD),
                ("fill", FILL),
                ("free", FREE),
                ("purge", PURGE),
            )
        }

    @property
    def kind(self) -> Literal["shared", "down"]:
        """Where it is, for /readyz."""
        return "down" if self._down_until else "shared"

    async def take(self, bucket: str, rule: Rule, cost: float = 1) -> Verdict:
        """See `State`."""
        try:
            given = await self._run("take", bucket, rule.gap, rule.window, cost)
        except StateDownError:
            return await self._own.take(bucket, rule, cost)
        admitted, left, wait = given
        return Verdict(bool(admitted), int(left), float(wait))

    async def settle(self, bucket: str, rule: Rule, cost: float) -> None:
        """See `State`."""
        try:
            await self._run("settle", bucket, rule.gap, rule.window, cost)
        except StateDownError:
            await self._own.settle(bucket, rule, cost)

    async def hold(self, shelf: str, asked: str, owner: str) -> Held | None:
        """See `State`."""
        mark = _mark(asked, owner)
        found: bytes | None = await self._run("hold", shelf, mark, int(LEASE * 1000))
        if found is None:
            return None
        kind, asked_then, rest = found[:1], found[1:65].decode(), found[65:]
        return Held(asked_then, rest if kind == b"=" else None)

    async def fill(self, shelf: str, asked: str, owner: str, sealed: bytes) -> None:
        """See `State`; what cannot be kept is not, and the caller has the answer."""
        try:
            kept = b"=" + asked.encode() + sealed
            mark = _mark(asked, owner)
            await self._run("fill", shelf, mark, kept, int(KEPT * 1000))
        except StateDownError:
            log.warning("an idempotent answer could not be kept")

    async def free(self, shelf: str, asked: str, owner: str) -> None:
        """See `State`; what cannot be freed lapses with its lease."""
        try:
            await self._run("free", shelf, _mark(asked, owner))
        except StateDownError:
            log.warning("a shelf could not be freed")

    async def purge(self, shelf: str) -> None:
        """See `State`; what cannot be forgotten lapses within a day."""
        try:
            await self._run("purge", shelf)
        except StateDownError:
            log.warning("an idempotent answer could not be deleted")

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose(close_connection_pool=True)

    async def _run(self, script: str, key: str, *given: Any) -> Any:
        if self._down_until:
            if time.monotonic() < self._down_until:
                raise StateDownError
            self._down_until = time.monotonic() + PATIENCE + REST
        try:
            done = await self._scripts[script](keys=[PREFIX + key], args=given)
        except (RedisError, OSError, TimeoutError) as error:
            if not self._down_until:
                log.warning("the shared state is down (%s)", type(error).__name__)
            self._down_until = time.monotonic() + REST
            raise StateDownError from None
        if self._down_until:
            log.warning("the shared state is back")
            self._down_until = 0.0
        return done


def _mark(asked: str, owner: str) -> bytes:
    """Return what stands on a shelf while *owner* works: the digest is 64 letters."""
    return f"?{asked}{owner}".encode()
