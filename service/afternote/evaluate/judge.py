"""A model as judge: would a thoughtful friend let the note go out? Off by default.

The rubric is prompts/judge.md: a reason first, then one verdict. What cannot be read
as one is unscored, never a fail. How far it agrees with labelled notes is measured
before it judges anything, and stands first in every report.
"""

import json
import time
from pathlib import Path
from typing import Literal, NamedTuple

from afternote import assets, prompt
from afternote.errors import InputError, ModelError
from afternote.evaluate.record import Score
from afternote.evaluate.stats import kappa
from afternote.evaluate.suite import Case
from afternote.models import Model
from afternote.models.allowance import Allowance
from afternote.schema import Frozen
from afternote.settings import Settings

SAMPLE = 40
"""Labelled notes the judge is tested on: enough for a kappa within about 0.3."""
CALLS = 3


class _Verdict(Frozen):
    reason: str
    verdict: Literal["send", "hold"]


class Labelled(NamedTuple):
    """A note with its rough notes, and whether a person would send it."""

    notes: str
    note: str
    send: bool


class Judge:
    """Asks *model* about one note at a time."""

    def __init__(self, model: Model, settings: Settings) -> None:
        self._model, self._settings = model, settings
        self._prompt = prompt.load("judge")

    async def __call__(self, case: Case, text: str) -> Score:
        """Return the verdict on the note *text* of *case*."""
        return await self.judge(case.notes, text)

    async def judge(self, notes: str, note: str) -> Score:
        """Return the verdict on *note*; *ok* is None when there is none to be had."""
        asked = prompt.messages(self._prompt, {"notes": notes, "note": note})
        ends = time.monotonic() + self._settings.deadline
        allowance = Allowance(self._model, ends=ends, max_calls=CALLS)
        try:
            said = await allowance.ask(asked, _Verdict)
        except ModelError as error:
            return Score(ok=None, reason=f"no verdict: {error.reason}")
        return Score(ok=said.verdict == "send", reason=said.reason)


def labelled(folder: str | None) -> tuple[Labelled, ...]:
    """Return labelled notes of *folder*/notes.jsonl, as many good as bad, always the
    same ones; those of the tune author of evals/rules when *folder* is None.

    InputError when there are none to test a judge on.
    """
    place = Path(folder) if folder else assets.folder("evals") / "rules/labels/dogwood"
    try:
        text = (place / "notes.jsonl").read_text(encoding="utf-8")
        rows = [json.loads(line) for line in text.split("\n") if line.strip()]
        found = [Labelled(r["notes"], r["note"], r["label"] == "good") for r in rows]
    except OSError:
        found = []
    except (ValueError, KeyError, TypeError):
        raise InputError(f"{place.name}/notes.jsonl: is not labelled notes") from None
    good = [one for one in found if one.send]
    bad = [one for one in found if not one.send]
    half = min(SAMPLE // 2, len(good), len(bad))
    if not half:
        raise InputError(
            "a judge is tested before it judges: --labels names a folder with a "
            "notes.jsonl"
        )
    return (*_spread(good, half), *_spread(bad, half))


def _spread(items: list[Labelled], wanted: int) -> list[Labelled]:
    return [items[i * len(items) // wanted] for i in range(wanted)]


async def agreement(judge: Judge, known: tuple[Labelled, ...]) -> dict[str, float]:
    """Return how far *judge* agrees with the labels: kappa, TPR, TNR, unscored.

    TPR is the share of good notes it would send, TNR of bad ones it would hold.
    """
    counts = {(send, said): 0 for send in (True, False) for said in (True, False)}
    unscored = 0
    for one in known:
        score = await judge.judge(one.notes, one.note)
        if score.ok is None:
            unscored += 1
        else:
            counts[one.send, score.ok] += 1
    good = counts[True, True] + counts[True, False]
    bad = counts[False, True] + counts[False, False]
    return {
        "kappa": round(
            kappa(
                counts[True, True],
                counts[True, False],
                counts[False, True],
                counts[False, False],
            ),
            3,
        ),
        "TPR": round(counts[True, True] / good, 3) if good else 0.0,
        "TNR": round(counts[False, False] / bad, 3) if bad else 0.0,
        "unscored": unscored / max(1, len(known)),
    }
