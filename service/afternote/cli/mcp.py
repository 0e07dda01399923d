"""`afternote mcp`: the tools for an assistant, over stdio or HTTP."""

import click

from afternote.errors import ConfigError

MISSING = "mcp needs more packages: pip install 'afternote[mcp]'"


@click.command("mcp")
@click.option(
    "--http",
    "port",
    type=click.IntRange(1, 65535),
    metavar="PORT",
    help="Serve at http://127.0.0.1:PORT/mcp instead of stdin and stdout.",
)
def command(port: int | None) -> None:
    """Serve read_notes, check_note and template_note to an assistant."""
    try:
        # The SDK is an extra, takes long to import, and no other command needs it.
        from afternote import mcp
    except ModuleNotFoundError as error:
        if error.name and error.name.startswith("afternote"):
            raise
        raise ConfigError(MISSING) from error
    mcp.serve(port=port)
