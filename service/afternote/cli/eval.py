"""`afternote eval`: run suites, compare runs, gate a release."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import click

from afternote.cli import progress, reports
from afternote.cli.options import endpoint
from afternote.errors import InputError
from afternote.evaluate import journal, runner, suite, target
from afternote.evaluate.gate import Verdict, compare, gate
from afternote.evaluate.record import Run
from afternote.evaluate.report import terminal
from afternote.evaluate.summary import summarize
from afternote.evaluate.target import Target
from afternote.models.opened import opened
from afternote.settings import Settings

TARGETS = "offline, service, model or file:RUN"


@click.group("eval")
def command() -> None:
    """Run suites over the notes, compare runs, gate a release."""


@command.command("list")
def listing() -> None:
    """Show the shipped suites."""
    for name in suite.names():
        loaded = suite.load(name)
        click.echo(f"{name:<10} {len(loaded.cases):>4} cases  {loaded.why}")


@command.command("run")
@click.argument("name", metavar="SUITE")
@click.option("--target", "wanted", default="offline", help=f"{TARGETS}.")
@click.option("-o", "--out", metavar="FILE", help="The run file to write.")
@click.option("--resume", is_flag=True, help="Go on with the run file where it ends.")
@click.option("--epochs", type=click.IntRange(1, 100), default=1, show_default=True)
@click.option("-j", "--jobs", type=click.IntRange(1, 500), help="Cases at once.")
@click.option("--only", metavar="TEXT", help="Cases with this in their name or tags.")
@click.option("--judge", is_flag=True, help="Let the model judge each note as well.")
@click.option("--labels", metavar="FOLDER", help="Labelled notes to test the judge on.")
@click.option("--baseline", metavar="RUN", help="Compare with this run as well.")
@click.option("--strict", is_flag=True, help="Exit 6 when inconclusive.")
@endpoint
@reports.options
def run_suite(
    name: str,
    wanted: str,
    out: str | None,
    *,
    resume: bool,
    epochs: int,
    jobs: int | None,
    only: str | None,
    judge: bool,
    labels: str | None,
    baseline: str | None,
    strict: bool,
    **given: Any,
) -> int:
    """Run SUITE (a name or a folder); exit 1 when its gate fails, 5 when not whole."""
    asked = suite.load(name).only(only)
    price = reports.price(given["price"])
    settings = Settings.load({k: given.get(k) for k in Settings.model_fields})
    path = Path(out or f"eval-runs/{asked.name}-{wanted.replace(':', '-')}.jsonl")
    before = journal.read(baseline) if baseline else None
    run = asyncio.run(
        _run(
            asked,
            wanted,
            path,
            settings,
            epochs=epochs,
            jobs=jobs,
            resume=resume,
            judge=judge,
            labels=labels,
        )
    )
    found = summarize(run, price=price)
    verdict = gate(run, asked.gate, before, found)
    click.echo(terminal.table(run, found))
    click.echo()
    click.echo(terminal.verdict(verdict))
    reports.write(run, verdict, asked, before, given)
    click.echo(f"afternote: run file {path}", err=True)
    return verdict.exit_code(strict=strict)


async def _run(
    asked: suite.Suite,
    wanted: str,
    path: Path,
    settings: Settings,
    *,
    epochs: int,
    jobs: int | None,
    resume: bool,
    judge: bool,
    labels: str | None,
) -> Run:
    async with AsyncExitStack() as stack:
        model = None
        if wanted in ("service", "model") or judge:
            if settings.endpoint is None:
                raise InputError(
                    f"{'--judge' if judge else f'the target {wanted}'} needs a model: "
                    "--base-url, or OPENAI_API_KEY"
                )
            model = await stack.enter_async_context(opened(settings))
        plan = runner.Plan(
            asked, _target(wanted, settings, model), epochs=epochs, jobs=jobs
        )
        judging = None
        if judge and model is not None:
            from afternote.evaluate.judge import Judge, agreement, labelled

            judging = Judge(model, settings)
            known = labelled(labels)
            plan = plan._replace(
                agreement=await agreement(judging, known), extra=("judge",)
            )
        with progress.Bar() as bar, journal.Journal(path) as lines:
            return await runner.run(
                plan, lines, resume=resume, tell=bar.tell, judge=judging
            )


def _target(wanted: str, settings: Settings, model: Any) -> Target:
    if wanted == "offline":
        return target.Offline()
    if wanted == "service":
        return target.Service(settings, model)
    if wanted == "model":
        return target.Bare(settings, model)
    kind, _, path = wanted.partition(":")
    if kind == "file" and path:
        return target.Given(Path(path))
    raise click.UsageError(f"there is no target {wanted!r}; there are {TARGETS}")


@command.command("compare")
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option("--max-drop", type=click.FloatRange(0.01, 0.99), default=0.10)
@click.option("--strict", is_flag=True, help="Exit 6 when inconclusive.")
@reports.options
def compare_runs(
    before: str, after: str, max_drop: float, *, strict: bool, **given: Any
) -> int:
    """Say whether the run B is worse than the run A, case by case."""
    old, new = journal.read(before), journal.read(after)
    verdict = compare(old, new, max_drop=max_drop)
    return _told(new, verdict, old, given, strict=strict)


@command.command("gate")
@click.argument("path", metavar="RUN")
@click.option("--baseline", metavar="RUN", help="The blessed run, unless bless knows.")
@click.option("--strict", is_flag=True, help="Exit 6 when inconclusive.")
@reports.options
def gate_run(path: str, baseline: str | None, *, strict: bool, **given: Any) -> int:
    """Judge RUN by its suite's gate and against the blessed run, when there is one."""
    run = journal.read(path)
    asked = suite.load(run.header.suite)
    blessed = Path(baseline) if baseline else _blessed(run)
    before = journal.read(blessed) if baseline or blessed.is_file() else None
    verdict = gate(run, asked.gate, before)
    return _told(run, verdict, before, given, strict=strict)


def _told(
    run: Run, verdict: Verdict, before: Run | None, given: Any, *, strict: bool
) -> int:
    click.echo(terminal.verdict(verdict))
    reports.write(run, verdict, reports.suite_of(run), before, given)
    return verdict.exit_code(strict=strict)


def _blessed(run: Run) -> Path:
    name = run.header.target.replace(":", "-")
    return Path("eval-baselines") / f"{run.header.suite}-{name}.jsonl"


@command.command("bless")
@click.argument("path", metavar="RUN")
@click.option("-o", "--out", metavar="FILE", help="Where the blessed run is kept.")
def bless(path: str, out: str | None) -> int:
    """Make RUN what later runs are compared with; commit the file."""
    run = journal.read(path)
    if run.end is None or run.missing:
        click.echo(f"afternote: {path} is not whole; finish it with --resume", err=True)
        return 5
    place = Path(out) if out else _blessed(run)
    reports.save(place, journal.settled(run))
    click.echo(f"afternote: blessed as {place}", err=True)
    return 0


@command.command("show")
@click.argument("path", metavar="RUN")
@click.option("--case", metavar="TEXT", help="Only cases with this in their name.")
@click.option("--failed", is_flag=True, help="Only notes that are not clean.")
@reports.options
def show_run(path: str, case: str | None, *, failed: bool, **given: Any) -> None:
    """Show RUN: its figures, or its notes with --case and --failed."""
    run = journal.read(path)
    asked = reports.suite_of(run)
    verdict = gate(run, asked.gate) if asked else Verdict("pass", ())
    if case is None and not failed:
        price = reports.price(given["price"])
        click.echo(terminal.table(run, summarize(run, price=price)))
    for sample in run.samples:
        clean = sample.error is None and sample.clean(run.header.counted)
        if (case or failed) and (case or "") in sample.id and not (failed and clean):
            click.echo(terminal.note(sample) + "\n")
    reports.write(run, verdict, asked, None, given)


@command.command("meta")
@click.option("--tune-only", is_flag=True, help="Leave the frozen authors alone.")
@click.option("--bless", is_flag=True, help="Keep the figures to compare with.")
def meta_rules(*, tune_only: bool, bless: bool) -> int:
    """Judge the rules by labelled text; exit 1 when some got worse."""
    from afternote.evaluate import meta

    flags = [("--tune-only", tune_only), ("--bless", bless)]
    return meta.run([flag for flag, given in flags if given])


@command.command("export")
@click.argument("path", metavar="RUN")
@click.option("--to", "kind", type=click.Choice(["inspect", "csv"]), required=True)
@click.option("-o", "--out", metavar="FILE", required=True)
def export(path: str, kind: str, out: str) -> None:
    """Write RUN for another tool: an Inspect AI log, or CSV."""
    run = journal.read(path)
    if kind == "inspect":
        from afternote.evaluate import inspecting

        inspecting.write_log(run, reports.suite_of(run), Path(out))
    else:
        from afternote.evaluate.report.tables import as_csv

        reports.save(Path(out), as_csv(run))
