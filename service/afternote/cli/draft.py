"""`afternote draft`: rough notes in, a note out."""

import asyncio
import json
import logging
import sys
from typing import Any

import click

from afternote import pipeline
from afternote.cli import show
from afternote.cli.inputs import text_of
from afternote.cli.options import TO_ALL, endpoint, facts
from afternote.errors import InputError
from afternote.models.opened import opened
from afternote.pipeline import Drafted
from afternote.schema import Brief, Flags, Options
from afternote.settings import Settings


@click.command("draft")
@click.argument("notes", required=False)
@click.option("--to", type=TO_ALL, default="manager", show_default=True)
@facts
@click.option("--channel", type=click.Choice(["email", "linkedin"]), default="email")
@click.option("--tone", type=click.Choice(["warm", "formal", "plain"]), default="warm")
@click.option("--ask-feedback", is_flag=True, help="Ask once for a line of feedback.")
@click.option("--connect", is_flag=True, help="Announce a LinkedIn request.")
@endpoint
@click.option(
    "--require-model",
    is_flag=True,
    default=None,
    help="Fail (exit 4) rather than use a template.",
)
@click.option("--from", "own", metavar="DRAFT", help="Polish a draft of your own.")
@click.option("--brief", "brief_file", metavar="FILE", help="A corrected brief.")
@click.option("--seed", type=int, default=0, help="Another number, other wordings.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--eml", metavar="FILE", help="Write a mail file (several: a folder).")
@click.option("--explain", is_flag=True, help="Show where each particular is from.")
def command(
    notes: str | None,
    to: Any,
    own: str | None,
    brief_file: str | None,
    *,
    as_json: bool,
    eml: str | None,
    explain: bool,
    **given: Any,
) -> None:
    """Draft a note from NOTES (a file, "-" or a pipe)."""
    if sum((as_json, explain, eml is not None)) > 1:
        raise click.UsageError("--json, --eml and --explain exclude each other")
    if own == "-" and notes in (None, "-"):
        raise click.UsageError("only one of NOTES and --from can come from a pipe")
    settings = Settings.load({k: given.get(k) for k in Settings.model_fields})
    logging.basicConfig(level=settings.log_level.upper(), stream=sys.stderr)
    flags = Flags(**{k: given[k] for k in Flags.model_fields if k in given})
    options = Options(
        **{k: given[k] for k in Options.model_fields if k in given},
    )
    optional = bool(flags.name or flags.company or brief_file)
    text = text_of(notes, what="notes", optional=optional)
    drafted = asyncio.run(
        _draft(
            text,
            to=to,
            options=options,
            flags=flags,
            settings=settings,
            brief=_brief(brief_file) if brief_file else None,
            own=text_of(own, what="draft") if own else None,
        )
    )
    if as_json:
        click.echo(json.dumps(show.as_object(drafted), ensure_ascii=False, indent=2))
    elif eml is not None:
        from afternote.cli.write import write_eml  # the mail library: 6 ms

        write_eml(drafted, eml)
    else:
        click.echo(show.explained(drafted) if explain else show.plain(drafted))
    for line in show.remarks(drafted, settings):
        click.echo(f"afternote: {line}", err=True)


async def _draft(text: str, *, settings: Settings, **wanted: Any) -> Drafted:
    async with opened(settings) as model:
        if model is None:
            return await pipeline.draft(text, settings=settings, **wanted)
        with show.Steps() as steps:
            return await pipeline.draft(
                text, settings=settings, model=model, progress=steps.tell, **wanted
            )


def _brief(path: str) -> Brief:
    from pydantic import ValidationError

    try:
        given = json.loads(text_of(path, what="brief"))
    except ValueError:
        raise InputError(f"{path}: is not JSON") from None
    if isinstance(given, dict) and isinstance(given.get("brief"), dict):
        given = given["brief"]
    try:
        return Brief.model_validate(given)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "brief"
        raise InputError(f"{path}: {place}: {first['msg']}") from None
