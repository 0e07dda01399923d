"""`afternote doctor`: what is configured, what answers, what would be sent where."""

import asyncio
from typing import Any

import click

from afternote import prompt
from afternote.cli.options import endpoint
from afternote.errors import ConfigError
from afternote.models.opened import allowed
from afternote.rules import all_rules
from afternote.settings import Settings


@click.command("doctor")
@endpoint
def command(**given: Any) -> int:
    """Show what is configured, and ask the model one harmless question."""
    settings = Settings.load({k: given.get(k) for k in Settings.model_fields})
    address = settings.endpoint
    click.echo(f"rules     {len(all_rules())} loaded")
    for name in prompt.NAMES:
        click.echo(f"prompt    {prompt.load(name).version}")
    if address is None:
        click.echo("endpoint  none: drafts come from templates, nothing is sent")
        return 0
    click.echo(f"endpoint  {address}")
    click.echo(f"model     {settings.model}")
    click.echo(f"key       {'set' if settings.api_key else 'not set'}")
    what = (
        "tokens for names and companies, and topics"
        if settings.private
        else ("the notes less what is held back (to read), then the facts (to write)")
    )
    click.echo(f"sent      {what}; nothing to anywhere else")
    answered = asyncio.run(_ask(settings))
    click.echo(f"answered  {answered}")
    return 0


async def _ask(settings: Settings) -> str:
    from afternote.schema import Moves

    values = {
        "reader": "Dana Example",
        "relation": "the hiring manager",
        "facts": "- they talked about the weather",
        "asks": "Ask the reader for nothing.",
        "channel": "an email",
        "length": "three short sentences",
        "tone": "plain",
    }
    async with allowed(settings) as allowance:
        if allowance is None:
            raise ConfigError("no endpoint is configured")
        await allowance.ask(prompt.messages(prompt.load("write"), values), Moves)
        return f"{allowance.answered_by}, in {allowance.usage.calls} call(s)"
