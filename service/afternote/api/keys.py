"""API keys: a prefix and 32 random bytes; only their digests are kept.

    anote_<id>_<secret>   shown once, by `afternote keys new`
    keys.json             id, name, SHA-256 of the whole key, scopes, created, revoked

Keys are random, so a plain digest cannot be guessed back. The file is read again when
it changes: keys are added and revoked without a restart.
"""

import hashlib
import hmac
import json
import os
import secrets
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from afternote.errors import ConfigError, InputError

PREFIX = "anote"
Scope = Literal["notes", "briefs", "checks", "batches", "metrics"]
SCOPES: tuple[Scope, ...] = get_args(Scope)
USUAL: tuple[Scope, ...] = ("notes", "briefs", "checks")
"""What a key may do unless told otherwise."""


class Key(BaseModel):
    """What is known of a key. *digest* is SHA-256 of the key, in hex.

    *tokens* is what it may spend a day; None leaves it to the server's setting.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    id: str
    name: str
    digest: str
    scopes: tuple[Scope, ...]
    created: datetime
    tokens: int | None = None
    revoked: datetime | None = None


class Made(NamedTuple):
    """A new key: what is kept of it, and the *secret* that is shown once."""

    key: Key
    secret: str


_STORED = TypeAdapter(tuple[Key, ...])


class Keys:
    """The keys in the file at *path*, which need not exist.

    Raises ConfigError for a file that is no list of keys.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen: tuple[int, int] | None = None
        self._keys: tuple[Key, ...] = ()

    def all(self) -> tuple[Key, ...]:
        """Return every key, revoked ones too, as the file has them now."""
        try:
            status = self.path.stat()
        except FileNotFoundError:
            self._seen, self._keys = None, ()
            return ()
        except OSError as error:
            raise ConfigError(f"{self.path}: {error.strerror}") from error
        stamp = (status.st_mtime_ns, status.st_ino)
        if stamp != self._seen:
            self._keys = self._read()
            self._seen = stamp
        return self._keys

    def find(self, secret: str) -> Key | None:
        """Return the key whose secret that is; None when unknown or revoked.

        Every digest is compared, in constant time.
        """
        digest = digest_of(secret)
        found: Key | None = None
        for key in self.all():
            if hmac.compare_digest(key.digest, digest) and key.revoked is None:
                found = key
        return found

    def new(
        self,
        name: str,
        scopes: tuple[Scope, ...] = USUAL,
        *,
        tokens: int | None = None,
    ) -> Made:
        """Add a key called *name* and return it with its secret."""
        short = secrets.token_hex(4)
        secret = f"{PREFIX}_{short}_{secrets.token_urlsafe(32)}"
        key = Key(
            id=short,
            name=name,
            digest=digest_of(secret),
            scopes=scopes,
            created=datetime.now(UTC).replace(microsecond=0),
            tokens=tokens,
        )
        self._write((*self.all(), key))
        return Made(key, secret)

    def revoke(self, which: str) -> Key:
        """Revoke the key with the id *which*. Raises InputError for an unknown id."""
        now = datetime.now(UTC).replace(microsecond=0)
        kept = self.all()
        found = next((k for k in kept if k.id == which), None)
        if found is None:
            raise InputError(f"there is no key {which!r}; `afternote keys list` shows")
        gone = found.model_copy(update={"revoked": found.revoked or now})
        self._write(tuple(gone if k.id == which else k for k in kept))
        return gone

    def _read(self) -> tuple[Key, ...]:
        try:
            return _STORED.validate_json(self.path.read_bytes())
        except OSError as error:
            raise ConfigError(f"{self.path}: {error.strerror}") from error
        except ValidationError:
            raise ConfigError(f"{self.path}: is not a list of API keys") from None

    def _write(self, keys: tuple[Key, ...]) -> None:
        """Replace the file whole; only its owner may read it."""
        text = json.dumps(_STORED.dump_python(keys, mode="json"), indent=2)
        temporary: str | None = None
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self.path.parent, prefix=".keys-")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text + "\n")
            Path(temporary).replace(self.path)
        except OSError as error:
            if temporary:
                Path(temporary).unlink(missing_ok=True)
            raise ConfigError(f"{self.path}: {error.strerror}") from error


def digest_of(secret: str) -> str:
    """Return what is kept of *secret*."""
    return hashlib.sha256(secret.encode(errors="surrogatepass")).hexdigest()
