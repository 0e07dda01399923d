"""Idempotent answers: the first good answer to a key is given again for 24 hours.

What is kept is encrypted (AES-256-GCM) with a key made of the caller's own
Idempotency-Key and API key, neither of which is kept: without the caller's next request
nobody, this server and its state included, can read it. Failures are not kept, so that
they can be tried again.
"""

import hashlib
import json
import re
import secrets
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from afternote.api.problems import Refusal
from afternote.api.state import State, StateDownError

_KEY = re.compile(r"[!-~]{1,255}")
_NONCE = 12


class Answer(NamedTuple):
    """A response to be given again."""

    status: int
    media_type: str
    body: bytes
    location: str | None = None


class Place(NamedTuple):
    """Where the answer to a request is kept, what opens it, and who works on it."""

    shelf: str
    cipher_key: bytes
    asked: str
    owner: str


class Replay:
    """Answers by Idempotency-Key, kept in *state*."""

    def __init__(self, state: State) -> None:
        self.state = state

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
            secrets.token_hex(8),
        )

    async def begin(self, place: Place) -> Answer | None:
        """Return the kept answer, or None when the request is to be worked on.

        Then call `keep` or `forget`. Raises Refusal while the first request is under
        way, when the key came with another request, and when nobody can tell.
        """
        try:
            held = await self.state.hold(place.shelf, place.asked, place.owner)
        except StateDownError:
            raise Refusal(
                "state-unavailable",
                "ask again, or without an Idempotency-Key",
                headers={"Retry-After": "1"},
            ) from None
        if held is None:
            return None
        if held.asked != place.asked:
            raise Refusal("key-reused", "use a new Idempotency-Key for a new request")
        if held.sealed is None:
            raise Refusal(
                "still-working", "ask again in a moment", headers={"Retry-After": "1"}
            )
        try:
            opened = AESGCM(place.cipher_key).decrypt(
                held.sealed[:_NONCE], held.sealed[_NONCE:], place.asked.encode()
            )
        except InvalidTag:
            raise Refusal(
                "key-reused", "what is kept was tampered with: use a new key"
            ) from None
        head, _, body = opened.partition(b"\n")
        status, media_type, location = json.loads(head)
        return Answer(status, media_type, body, location)

    async def keep(self, place: Place, answer: Answer) -> None:
        """Keep *answer* at *place*, sealed."""
        head = json.dumps([answer.status, answer.media_type, answer.location]).encode()
        nonce = secrets.token_bytes(_NONCE)
        sealed = AESGCM(place.cipher_key).encrypt(
            nonce, head + b"\n" + answer.body, place.asked.encode()
        )
        await self.state.fill(place.shelf, place.asked, place.owner, nonce + sealed)

    async def forget(self, place: Place) -> None:
        """Let *place* go: the request failed and may be tried again."""
        await self.state.free(place.shelf, place.asked, place.owner)

    async def purge(self, shelf: str) -> None:
        """Forget the answer on *shelf*: what it tells of was deleted."""
        await self.state.purge(shelf)
