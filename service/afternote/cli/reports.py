"""The report files that `afternote eval` writes beside what it prints."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from afternote.errors import InputError
from afternote.evaluate import suite
from afternote.evaluate.gate import Verdict
from afternote.evaluate.record import Run
from afternote.evaluate.summary import Price, summarize

F = TypeVar("F", bound=Callable[..., Any])
KINDS = ("html", "junit", "md", "csv")


def options(command: F) -> F:
    """Add a flag a kind of report, and the price of tokens."""
    for kind in reversed(KINDS):
        flag = click.option(f"--{kind}", metavar="FILE", help=f"Write a {kind} report.")
        command = flag(command)
    priced = click.option(
        "--price", metavar="IN/OUT", help="Dollars a million tokens, such as 0.15/0.60."
    )
    return priced(command)


def price(text: str | None) -> Price | None:
    """Return "0.15/0.60" as two figures; a usage error for anything else."""
    if text is None:
        return None
    try:
        inward, outward = (float(part) for part in text.split("/"))
    except ValueError:
        raise click.UsageError("--price is two figures, such as 0.15/0.60") from None
    return inward, outward


def suite_of(run: Run) -> suite.Suite | None:
    """Return the suite of *run*, or None when it is no longer as it was."""
    try:
        found = suite.load(run.header.suite)
    except InputError:
        return None
    wanted = {sample.id for sample in run.samples}
    same = wanted <= {case.id for case in found.cases}
    return found if same else None


def write(
    run: Run,
    verdict: Verdict,
    asked: suite.Suite | None,
    before: Run | None,
    given: Mapping[str, Any],
) -> None:
    """Write the report files asked for in *given*; each whole or not at all."""
    if not any(given.get(kind) for kind in KINDS):
        return
    found = summarize(run, price=price(given.get("price")))
    if given.get("html"):
        from afternote.evaluate.report.html import Page, page

        older = summarize(before) if before else None
        save(Path(given["html"]), page(Page(run, found, verdict, asked, before, older)))
    if given.get("junit"):
        from afternote.evaluate.report.junit import junit

        save(Path(given["junit"]), junit(run))
    if given.get("md"):
        from afternote.evaluate.report.tables import markdown

        save(Path(given["md"]), markdown(run, found, verdict))
    if given.get("csv"):
        from afternote.evaluate.report.tables import as_csv

        save(Path(given["csv"]), as_csv(run))


def save(path: Path, text: str) -> None:
    """Write *text* to *path*, whole or not at all; InputError when it cannot be."""
    temporary = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(path)
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror})") from None
