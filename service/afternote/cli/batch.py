"""`afternote batch`: a file of rough notes in, a file of notes out."""

import logging
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import click

from afternote.batch.purse import Price
from afternote.batch.run import Plan, Summary, run
from afternote.cli import show
from afternote.cli.options import endpoint
from afternote.cli.progress import EVERY, bar, left
from afternote.settings import Settings


@click.command("batch")
@click.argument("source", metavar="IN", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--out",
    metavar="OUT",
    required=True,
    type=click.Path(path_type=Path),
    help="Where the rows go: JSON Lines, or CSV where its name ends so.",
)
@endpoint
@click.option(
    "--require-model",
    is_flag=True,
    default=None,
    help="A row with an error rather than a template.",
)
@click.option("--ordered", is_flag=True, help="Rows in the order of the lines.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 10_000),
    metavar="N",
    help="Notes at once at a model; processes without one.",
)
@click.option(
    "--price", metavar="IN/OUT", help="Dollars a million tokens, like 0.15/0.60."
)
@click.option(
    "--budget-usd",
    "budget",
    type=click.FloatRange(0),
    metavar="D",
    help="Dollars for the whole batch; templates from there on. Needs --price.",
)
@click.option(
    "--calls-a-minute", "calls", type=click.IntRange(1), metavar="N", help="At most."
)
@click.option(
    "--tokens-a-minute", "tokens", type=click.IntRange(1), metavar="N", help="At most."
)
def command(
    source: Path,
    out: Path,
    *,
    ordered: bool,
    jobs: int | None,
    price: str | None,
    budget: float | None,
    calls: int | None,
    tokens: int | None,
    **given: Any,
) -> int:
    """Draft a note for each line of IN; a line in, a row out.

    A line is a JSON object with "notes", an "id" of yours, and every option of `draft`
    ("to", "channel", "tone" …); or a CSV record whose header names them. Stopped,
    killed or out of disk: run the same command again and it goes on.
    """
    if budget is not None and price is None:
        raise click.UsageError("--budget-usd needs --price: what a token costs")
    settings = Settings.load({k: given.get(k) for k in Settings.model_fields})
    logging.basicConfig(level=settings.log_level.upper(), stream=sys.stderr)
    plan = Plan(
        source=source,
        out=out,
        settings=settings,
        jobs=jobs,
        ordered=ordered,
        calls=calls,
        tokens=tokens,
        price=Price.of(price),
        budget=budget,
    )
    with _Bar() as drawn:
        summary = run(plan, drawn.tell)
    for line in _told(summary, plan):
        click.echo(f"afternote: {line}", err=True)
    return 1 if summary.failed else 0


class _Bar:
    """Draws on stderr how far it is; nothing for a pipe."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._started = time.monotonic()
        self._drawn = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown:
            click.echo("\r\033[K", nl=False, err=True)

    def tell(self, summary: Summary) -> None:
        """Draw it, not too often."""
        now = time.monotonic()
        if not self._shown or now - self._drawn < EVERY:
            return
        self._drawn = now
        seconds = now - self._started
        click.echo("\r\033[K" + line(summary, seconds), nl=False, err=True)


def line(summary: Summary, seconds: float) -> str:
    """Return the bar after *seconds*: how far, how fast, how long still, from where."""
    rate = (summary.written - summary.resumed) / seconds if seconds else 0.0
    split = " ".join(f"{kind} {n}" for kind, n in sorted(summary.origins.items()))
    failed = f", {summary.failed} failed" if summary.failed else ""
    money = "" if summary.cost_usd is None else f"  ${summary.cost_usd:.2f}"
    done, total = summary.written, summary.total
    return (
        f"{bar(done, total)} {done}/{total}  {rate:.1f}/s  "
        f"{left(total - done, rate)} left  {split}{failed}{money}"
    )


def _told(summary: Summary, plan: Plan) -> list[str]:
    kinds = [f"{n} from the {kind}" for kind, n in sorted(summary.origins.items())]
    told = [f"{summary.written} rows in {plan.out}: {', '.join(kinds) or 'no note'}"]
    told += [
        f"{count} from a template: {show.REASONS[reason]}"
        for reason, count in sorted(summary.reasons.items())
        if reason != "offline"
    ]
    if summary.varied:
        told.append(
            f"{summary.varied} written anew, since they said what another of the batch "
            "says"
        )
    if summary.cost_usd is not None:
        told.append(f"{summary.calls} calls, ${summary.cost_usd:.2f}")
    if summary.failed:
        told.append(f'{summary.failed} rows hold an "error" in place of notes')
    return told
