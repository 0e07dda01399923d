"""`afternote read`: what was understood, what is missing, what is held back."""

import asyncio
from typing import Any

import click

from afternote import pipeline
from afternote.cli import show
from afternote.cli.inputs import text_of
from afternote.cli.options import endpoint, facts
from afternote.models.opened import allowed
from afternote.schema import Brief, Flags
from afternote.settings import Settings


@click.command("read")
@click.argument("notes", required=False)
@facts
@endpoint
@click.option("--json", "as_json", is_flag=True, help="Print the brief as JSON.")
def command(notes: str | None, *, as_json: bool, **given: Any) -> None:
    """Show what is understood of NOTES (a file, "-" or a pipe)."""
    settings = Settings.load({k: given.get(k) for k in Settings.model_fields})
    flags = Flags(**{k: given[k] for k in Flags.model_fields if k in given})
    optional = bool(flags.name or flags.company)
    text = text_of(notes, what="notes", optional=optional)
    found = asyncio.run(_read(text, flags, settings))
    click.echo(found.model_dump_json(indent=2) if as_json else show.brief(found))


async def _read(text: str, flags: Flags, settings: Settings) -> Brief:
    async with allowed(settings) as allowance:
        if allowance is None:
            return await pipeline.read(text, flags=flags, settings=settings)
        with show.Steps() as steps:
            steps.tell("read")
            return await pipeline.read(
                text, flags=flags, settings=settings, allowance=allowance
            )
