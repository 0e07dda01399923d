"""Idempotent answers: the first good answer to a key is given again for 24 hours.

What is kept is encrypted (AES-256-GCM) with a key made of the caller's own
Idempotency-Key and API key, neither of which is kept: without the caller's next request
nobody, this server included, can read it. Failures are not kept, so that they can be
tried again. The state is that of one process.
"""

import hashlib
import json
import re
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from afternote.api.problems import Refusal

KEPT = 24 * 3600.0
"""Seconds for which an answer is kept."""

MOST = 64 * 1024 * 1024
"""Bytes kept at most; the oldest go first."""

_KEY = re.compile(r"[!-~]{1,255}")
_NONCE = 12


class Answer(NamedTuple):
    """A response to be given again."""

    status: int
    media_type: str
    body: bytes


class Place(NamedTuple):
    """Where the answer to a request is kept, and what opens it."""

    shelf: str
    cipher_key: bytes
    asked: str


class _Entry(NamedTuple):
    asked: str
    until: float
    sealed: bytes | None


class Replay:
    """Answers by Idempotency-Key. *clock* returns seconds and never goes back."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._entries: OrderedDict[str, _Entry] = OrderedDict()
        self._bytes = 0

    def place(self, key: str, *, caller: str, request: bytes) -> Place:
        """Return the place for *key* of *caller* (a secret, or an address).

        *request* is all that must be the same. Raises Refusal for an unusable key.
        """
        if not _KEY.fullmatch(key):
            raise Refusal(
                "bad-request", "Idempotency-Key must be 1 to 255 visible characters"
            )
        both = json.dumps([caller, key]).encode()
        return Place(
            hashlib.sha256(b"index" + both).hexdigest(),
            hashlib.sha256(b"seal" + both).digest(),
            hashlib.sha256(request).hexdigest(),
        )

    def begin(self, place: Place) -> Answer | None:
        """Return the kept answer, or None when the request is to be worked on.

        Then call `keep` or `forget`. Raises Refusal while the first request is under
        way, and when the key came with another request.
        """
        self._expire()
        entry = self._entries.get(place.shelf)
        if entry is None:
            self._entries[place.shelf] = _Entry(place.asked, self._clock() + KEPT, None)
            return None
        if entry.asked != place.asked:
            raise Refusal("key-reused", "use a new Idempotency-Key for a new request")
        if entry.sealed is None:
            raise Refusal(
                "still-working", "ask again in a moment", headers={"Retry-After": "1"}
            )
        opened = AESGCM(place.cipher_key).decrypt(
            entry.sealed[:_NONCE], entry.sealed[_NONCE:], None
        )
        head, _, body = opened.partition(b"\n")
        status, media_type = json.loads(head)
        return Answer(status, media_type, body)

    def keep(self, place: Place, answer: Answer) -> None:
        """Keep *answer* at *place*, sealed."""
        head = json.dumps([answer.status, answer.media_type]).encode()
        nonce = secrets.token_bytes(_NONCE)
        sealed = AESGCM(place.cipher_key).encrypt(
            nonce, head + b"\n" + answer.body, None
        )
        self.forget(place)
        self._entries[place.shelf] = _Entry(
            place.asked, self._clock() + KEPT, nonce + sealed
        )
        self._bytes += len(nonce) + len(sealed)
        while self._bytes > MOST:
            self._drop(next(iter(self._entries)))

    def forget(self, place: Place) -> None:
        """Let *place* go: the request failed and may be tried again."""
        if place.shelf in self._entries:
            self._drop(place.shelf)

    def _expire(self) -> None:
        now = self._clock()
        while self._entries:
            first = next(iter(self._entries))
            if self._entries[first].until > now:
                break
            self._drop(first)

    def _drop(self, index: str) -> None:
        entry = self._entries.pop(index)
        self._bytes -= len(entry.sealed or b"")
