"""The rules: every module of this folder whose name starts with a code."""

import pkgutil
from functools import cache
from importlib import import_module

from afternote.rules.base import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, in the order of the codes."""
    found: list[Rule] = []
    for module in pkgutil.iter_modules(__path__):
        if module.name[1:4].isdigit():
            loaded = import_module(f"{__name__}.{module.name}")
            found += [v for v in vars(loaded).values() if isinstance(v, Rule)]
    return tuple(sorted(found, key=lambda r: r.code))
