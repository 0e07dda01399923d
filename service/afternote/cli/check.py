"""`afternote check`: lint a note, whoever wrote it."""

from typing import Any

import click

from afternote.check import check, parse
from afternote.cli import show
from afternote.cli.inputs import text_of
from afternote.cli.options import TO, facts
from afternote.errors import InputError
from afternote.schema import Draft, Flags, Options, Problem, Report


@click.command("check")
@click.argument("note", required=False)
@click.option("--notes", metavar="NOTES", help="The rough notes it must be true to.")
@click.option("--to", type=TO, default="manager", show_default=True)
@facts
@click.option("--channel", type=click.Choice(["email", "linkedin"]), default="email")
@click.option("--ask-feedback", is_flag=True, help="A line of feedback may be asked.")
@click.option("--connect", is_flag=True, help="A LinkedIn request may be announced.")
@click.option("--strict", is_flag=True, help="Judge as a model's draft is judged.")
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
)
def command(
    note: str | None,
    *,
    notes: str | None,
    to: Any,
    channel: Any,
    ask_feedback: bool,
    connect: bool,
    strict: bool,
    style: str,
    **given: Any,
) -> int:
    """Check NOTE (a file, "-" or a pipe); exit 1 when something blocks it."""
    if note in (None, "-") and notes == "-":
        raise click.UsageError("only one of NOTE and --notes can come from a pipe")
    text = text_of(note, what="notes to check")
    if not text.strip():
        raise InputError("the note is empty: there is nothing to check")
    options = Options(
        to=to, channel=channel, ask_feedback=ask_feedback, connect=connect
    )
    flags = Flags(**{k: given[k] for k in Flags.model_fields if k in given})
    draft = parse(text, options)
    brief = None
    if notes is not None or any(flags.model_dump().values()):
        from afternote import reading

        raw = text_of(notes, what="notes") if notes is not None else ""
        if raw.strip():
            reading.require_usable(raw)
        brief = reading.briefs_for(reading.read(raw, flags), to)[0][1]
    problems = check(draft, brief, strict=strict)
    ok = not any(p.severity == "blocking" for p in problems)
    if style == "json":
        skipped = ("F",) if brief is None else ()
        click.echo(Report(ok=ok, problems=problems, skipped=skipped).model_dump_json())
    elif style == "github":
        for problem in problems:
            click.echo(_github(note or "-", draft, problem))
    elif problems:
        click.echo(show.underlined(draft, problems))
    if brief is None:
        click.echo(
            "afternote: without --notes, family F (faithful) was skipped", err=True
        )
    if style == "text":
        click.echo("afternote: " + _verdict(problems), err=True)
    return 0 if ok else 1


def _verdict(problems: tuple[Problem, ...]) -> str:
    blocked = sum(p.severity == "blocking" for p in problems)
    advice = len(problems) - blocked
    if not problems:
        return "nothing to mend"
    return f"{blocked} blocking, {advice} advice"


def _github(path: str, draft: Draft, problem: Problem) -> str:
    before = draft.text[: problem.start]
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    level = "error" if problem.severity == "blocking" else "warning"
    message = f"{problem.message}. {problem.repair}".replace("%", "%25")
    message = message.replace("\r", "%0D").replace("\n", "%0A")
    title = f"{problem.code} {problem.name}"
    return f"::{level} file={path},line={line},col={column},title={title}::{message}"
