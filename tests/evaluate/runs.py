"""Small cases, notes and runs that the tests of evals share."""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path

from afternote import reading
from afternote.evaluate import runner
from afternote.evaluate.journal import Journal
from afternote.evaluate.record import End, Header, Output, Run, Sample, Score
from afternote.evaluate.scorers import SCORERS, score
from afternote.evaluate.suite import Case, Expect, Gate, Suite
from afternote.evaluate.target import Made, Offline, Target
from afternote.evaluate.view import View
from afternote.schema import Options, Origin

NOTES = """Met Dana Whitfield, head of data at Northwind Analytics, Data Engineer role.
Talked about the dbt migration. Loved their blameless post-mortems.
Dana was 20 min late and never said sorry. Asked for 85k, they flinched.
Rejected by email on 3 April.
- Sam Rivera
"""
GOOD = """Hi Dana,

Thank you for letting me know about the decision on the Data Engineer role. I was sorry to hear it, and I respect the choice you made.

I enjoyed our conversation about the dbt migration, and your blameless post-mortems have stayed with me since.

I would be glad to stay in touch, and I hope our paths cross again before long.

With thanks,
Sam Rivera"""  # noqa: E501 - a note as it is sent
HARD = ("rules", "grounded", "greets", "company", "avoids", "leaks", "length")
ALL = tuple(SCORERS)


def case(name: str = "one", notes: str = NOTES, **more: object) -> Case:
    expect = {
        "greets": ("Dana Whitfield",),
        "company": ("Northwind Analytics",),
        "mentions": ("the dbt migration", "blameless post-mortems"),
        "avoids": ("20 min", "85k", "flinched"),
    }
    given = {"id": name, "why": "It shows.", "notes": notes, "expect": expect}
    return Case.model_validate(given | more)


def scored(text: str, asked: Case | None = None) -> dict[str, Score]:
    """What every scorer says of *text* as the note of *asked*, in a suite of three."""
    asked = asked or case()
    others = [
        case("two", "Met Ana Ruiz at Harbor Print. Loved the type archive."),
        case("three", "Ward 7. Met Comfort Mensah. Swallow screening at weekends."),
    ]
    view = View(
        asked,
        Output(text=text, subject="Thank you"),
        reading.read(asked.notes, asked.flags),
        runner.index([asked, *others]),
    )
    return score(view, ALL)


def suite(cases: Iterable[Case], **gate: object) -> Suite:
    asked = Gate.model_validate({"hard": HARD} | gate)
    return Suite(name="small", why="It is small.", scorers=ALL, gate=asked,
                 cases=tuple(cases))  # fmt: skip


class Says:
    """A target that says a text, or what a function makes of a case."""

    deterministic = True
    model = None

    def __init__(
        self,
        said: str | Callable[[Case, int], str],
        *,
        deterministic: bool = True,
        origin: Origin | None = None,
        name: str = "says",
    ) -> None:
        self._said, self.deterministic, self._origin = said, deterministic, origin
        self.name = name

    async def __call__(self, case: Case, epoch: int) -> Made:
        text = self._said if isinstance(self._said, str) else self._said(case, epoch)
        brief = reading.read(case.notes, case.flags)
        return Made(Output(text=text, subject="Thank you", origin=self._origin), brief)


def ran(asked: Suite, target: Target, path: Path, **plan: int) -> Run:
    with Journal(path) as journal:
        return asyncio.run(runner.run(runner.Plan(asked, target, **plan), journal))


def offline(asked: Suite, path: Path) -> Run:
    return ran(asked, Offline(), path)


def sampled(
    verdicts: dict[str, list[bool]], clusters: dict[str, str] | None = None
) -> Run:
    """A run of a sampled target, of cases whose epochs were clean or not."""
    samples = tuple(
        Sample(
            id=name,
            epoch=epoch,
            cluster=(clusters or {}).get(name, name),
            output=Output(text="x", origin=Origin(kind="model")),
            scores={"rules": Score(ok=ok, reason="as told")},
        )
        for name, epochs in verdicts.items()
        for epoch, ok in enumerate(epochs)
    )
    epochs = len(next(iter(verdicts.values())))
    header = Header(
        suite="small", suite_version="0", target="service", deterministic=False,
        epochs=epochs, cases=len(verdicts), scorers=("rules",), counted=("rules",),
    )  # fmt: skip
    end = End(samples=len(samples), errors=0, seconds=1.0)
    return Run(header=header, samples=samples, end=end)


__all__ = ["ALL", "GOOD", "NOTES", "Expect", "Options", "case", "ran", "sampled"]
