"""Seals what a server keeps of others' notes until it is collected.

The key is the operator's and is kept apart from the store. The command seals nothing:
its ledger holds places in the caller's own file.
"""

from hashlib import sha256
from pathlib import Path
from typing import Protocol

from afternote.errors import ConfigError


class Sealing(Protocol):
    """Makes bytes unreadable, and readable again."""

    @property
    def salt(self) -> str:
        """Goes into hashes of what is sealed, that nobody can guess from them."""

    def seal(self, plain: bytes) -> bytes:
        """Return *plain* sealed."""

    def open(self, sealed: bytes) -> bytes:
        """Return what was sealed; ConfigError where another key sealed it."""


class Open:
    """Seals nothing."""

    salt = ""

    def seal(self, plain: bytes) -> bytes:
        """Return *plain*."""
        return plain

    def open(self, sealed: bytes) -> bytes:
        """Return *sealed*."""
        return sealed


class Sealed:
    """Seals with Fernet (AES-128-CBC, HMAC-SHA-256) under the operator's *keys*.

    The first seals, each opens: a new key goes in front, the old one stays until what
    it sealed has expired. A key is 32 random bytes in URL-safe base64.
    """

    def __init__(self, *keys: str) -> None:
        from cryptography.fernet import Fernet, MultiFernet

        try:
            self._fernet = MultiFernet([Fernet(key) for key in keys])
            # Of the oldest: it is the same before and after a new one came.
            self.salt = sha256(f"salt {keys[-1]}".encode()).hexdigest()
        except (ValueError, IndexError):
            raise ConfigError(
                "a batch key must be 32 bytes in URL-safe base64: "
                "make one with `afternote keys batch FILE`"
            ) from None

    @classmethod
    def of(cls, path: Path) -> "Sealed":
        """Read the keys from the file at *path*, one a line.

        Raises ConfigError where it cannot be read, or others than its owner can.
        """
        try:
            mode = path.stat().st_mode
            keys = path.read_text(encoding="ascii").split()
        except (OSError, UnicodeDecodeError):
            raise ConfigError(f"{path}: the batch key cannot be read") from None
        if mode & 0o077:
            raise ConfigError(f"{path}: others can read the batch key: chmod 600")
        return cls(*keys)

    def seal(self, plain: bytes) -> bytes:
        """Return *plain* sealed."""
        return self._fernet.encrypt(plain)

    def open(self, sealed: bytes) -> bytes:
        """Return what was sealed."""
        from cryptography.fernet import InvalidToken

        try:
            return self._fernet.decrypt(sealed)
        except InvalidToken:
            raise ConfigError("a batch was sealed with another key") from None


def new_key() -> str:
    """Return a fresh key for `Sealed`."""
    from cryptography.fernet import Fernet

    return Fernet.generate_key().decode()
