"""Turns rough interview notes into a short, gracious, specific note.

    import afternote

    note = afternote.draft("Met Dana Whitfield …", to="manager", offline=True)
    report = afternote.check(note.text, notes="Met Dana Whitfield …")
    brief = afternote.read("Met Dana Whitfield …")

`draft` and `read` have async originals, `adraft` and `aread`; `check` waits for
nothing and needs none.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from afternote.door import adraft, aread, check, draft, read
    from afternote.errors import (
        AfternoteError,
        ConfigError,
        InputError,
        ModelError,
        ModelUnavailable,
    )
    from afternote.schema import Brief, Draft, Note, Problem, Report

__all__ = [
    "AfternoteError",
    "Brief",
    "ConfigError",
    "Draft",
    "InputError",
    "ModelError",
    "ModelUnavailable",
    "Note",
    "Problem",
    "Report",
    "adraft",
    "aread",
    "check",
    "draft",
    "read",
]

_ROOMS = ("door", "schema", "errors")


def __getattr__(name: str) -> object:
    """Import a public name when it is first used: `--help` needs none of them."""
    if name in __all__:
        for room in _ROOMS:
            module = import_module(f"afternote.{room}")
            if name in module.__dict__:
                value: object = module.__dict__[name]
                globals()[name] = value
                return value
    raise AttributeError(f"module 'afternote' has no attribute {name!r}")


class _Door(ModuleType):
    """The package as a module whose `check` stays the function.

    Importing the submodule of that name would otherwise put the module in its place.
    """

    @property
    def check(self) -> object:
        """The public function `check`."""
        return import_module("afternote.door").check

    @check.setter
    def check(self, module: object) -> None:
        """Take no notice of the submodule."""


sys.modules[__name__].__class__ = _Door
