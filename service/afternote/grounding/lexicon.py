"""Words of courtesy, which no notes need hold, and words that anybody uses."""

import json
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from afternote.errors import ConfigError


class _Lexicon(NamedTuple):
    courtesy: frozenset[str]
    everyday: frozenset[str]


@cache
def _words() -> _Lexicon:
    path = files("afternote.grounding") / "lexicon.json"
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return _Lexicon(frozenset(data["courtesy"]), frozenset(data["everyday"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfigError(
            f"lexicon.json: cannot be read ({type(error).__name__})"
        ) from error


def courtesy(stem: str) -> bool:
    """Tell whether good notes of two authors use the *stem* without support.

    The words of the templates' floor are courtesy too.
    """
    return stem in _words().courtesy


def everyday(stem: str) -> bool:
    """Tell whether nearly every author of the labelled text uses the *stem*."""
    return stem in _words().everyday
