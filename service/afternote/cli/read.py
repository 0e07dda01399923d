"""`afternote read`: what was understood, what is missing, what is held back."""

import asyncio
import time
from typing import Any

import click

from afternote import pipeline
from afternote.cli import show
from afternote.cli.inputs import text_of
from afternote.cli.options import endpoint, facts
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
    if settings.endpoint is None:
        return await pipeline.read(text, flags=flags, settings=settings)
    # openai takes half a second to import: only a configured model pays for it.
    from afternote.models.allowance import Allowance
    from afternote.models.openai import OpenAIModel

    ends = time.monotonic() + settings.deadline
    async with OpenAIModel(settings) as model:
        allowance = Allowance(model, ends=ends, max_calls=settings.max_calls)
        with show.Steps() as steps:
            steps.tell("read")
            return await pipeline.read(
                text, flags=flags, settings=settings, allowance=allowance
            )
