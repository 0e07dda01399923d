"""Remembers what was worked out of the last few objects, by identity."""

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")

SIZE = 16
"""How many objects are remembered: those of one draft's life, a few lives at once."""


class Kept(Generic[K, V]):
    """A small memory keyed by the object itself, which costs no hashing of its text.

    The object is kept alive beside its value, so that its identity stays its own. A
    race of two threads costs a second computation, nothing else.
    """

    def __init__(self) -> None:
        self._values: dict[int, tuple[K, V]] = {}

    def get(self, key: K, make: Callable[[K], V]) -> V:
        """Return what *make* makes of *key*, made at most once while remembered."""
        found = self._values.get(id(key))
        if found is not None and found[0] is key:
            return found[1]
        value = make(key)
        if len(self._values) >= SIZE:
            self._values = {}
        self._values[id(key)] = (key, value)
        return value
