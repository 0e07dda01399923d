"""What is learnt of words: courtesy, the everyday ones, how particular each one is."""

import json
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from afternote.errors import ConfigError

UNSEEN = 0.6
"""The weight of a word that no labelled text has."""
_SOFT = ("ly", "ness", "ful", "able")
_VERBAL = ("ing", "ed")


class Linear(NamedTuple):
    """A linear model of a sentence's figures, and the bar it must pass."""

    weights: tuple[float, ...]
    bar: float

    def over(self, figures: tuple[float, ...]) -> bool:
        """Tell whether the sentence is over the bar."""
        return sum(map(_times, self.weights, figures)) > self.bar


def _times(one: float, other: float) -> float:
    return one * other


class _Lexicon(NamedTuple):
    courtesy: frozenset[str]
    everyday: frozenset[str]
    weight: dict[str, int]
    sentence: Linear


@cache
def _words() -> _Lexicon:
    path = files("afternote.grounding") / "lexicon.json"
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        linear = data["sentence"]
        return _Lexicon(
            frozenset(data["courtesy"]),
            frozenset(data["everyday"]),
            data["weight"],
            Linear(tuple(linear["weights"]), linear["bar"]),
        )
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


def weights() -> dict[str, int]:
    """Return how particular each stem is, in hundredths.

    The log of how much oftener good notes use it with the support of their notes than
    without.
    """
    return _words().weight


def unseen(plain: str) -> float:
    """Return how particular a word is that no labelled text has, by its ending."""
    if plain.endswith(_SOFT):
        return UNSEEN - 0.8
    return UNSEEN - 0.3 if plain.endswith(_VERBAL) else UNSEEN


def model() -> Linear:
    """Return the model that tells a sentence of the notes from another's."""
    return _words().sentence
