"""`afternote serve`: the HTTP API and the page, on this machine alone unless told."""

import logging
import sys
from typing import Any

import click

from afternote.cli.options import endpoint
from afternote.errors import ConfigError
from afternote.settings import Settings

MISSING = "serve needs more packages: pip install 'afternote[serve]'"


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--workers", type=click.IntRange(1, 256), help="Processes.  [1]")
@endpoint
def command(host: str, port: int, **given: Any) -> None:
    """Serve the page at / and the API at /v1 until stopped."""
    settings = Settings.load({k: given.get(k) for k in Settings.model_fields})
    level = min(getattr(logging, settings.log_level.upper()), logging.INFO)
    logging.basicConfig(
        level=level, stream=sys.stderr, format="%(levelname)s %(name)s %(message)s"
    )
    try:
        # The server's packages are an extra, and no other command pays for them.
        from afternote.api import serving
    except ModuleNotFoundError as error:
        if error.name and error.name.startswith("afternote"):
            raise
        raise ConfigError(MISSING) from error
    serving.run(
        settings,
        host=host,
        port=port,
        told=lambda line: click.echo(f"afternote: {line}", err=True),
    )
