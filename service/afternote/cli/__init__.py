"""The command line: lazy subcommands, one table of exit codes, errors in one line."""

import os
import sys
from importlib import import_module
from typing import NoReturn

import click

from afternote.errors import AfternoteError, ConfigError, InputError, ModelUnavailable

COMMANDS = {
    "draft": "Draft a note from rough interview notes.",
    "check": "Check a note, whoever wrote it.",
    "batch": "Draft a note for each line of a file.",
    "read": "Show what was understood of the notes, and what is held back.",
    "rules": "Show the rules that a note must keep.",
    "eval": "Run suites over the notes, compare runs, gate a release.",
    "worker": "Draft what waits in a cluster, beside other workers.",
    "serve": "Serve the page and the HTTP API.",
    "keys": "Make, list and revoke the API keys of `serve`.",
    "mcp": "Serve the tools for an assistant (MCP).",
    "doctor": "Show what is configured, and whether the model answers.",
}

EXIT_CODES: tuple[tuple[type[AfternoteError], int], ...] = (
    (InputError, 2),
    (ConfigError, 3),
    (ModelUnavailable, 4),
)


class _Lazy(click.Group):
    """Imports a command's module only when that command runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"afternote.cli.{cmd_name}").command
        return command

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=_Lazy,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Notes go to the configured model endpoint and nowhere else; without one, "
    "nothing leaves this machine.",
)
@click.version_option(package_name="afternote", message="afternote %(version)s")
def afternote() -> None:
    """Turn rough interview notes into a note you can send after a rejection."""


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run the command line with *arguments*; return the exit code."""
    try:
        result = afternote.main(arguments, prog_name="afternote", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Abort:
        return _fail("stopped", 130)
    except KeyboardInterrupt:
        return _fail("stopped", 130)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.ClickException as error:
        return _fail(_one_line(error), 2)
    except BrokenPipeError:
        _forget_stdout()
        return 0
    except AfternoteError as error:
        code = next((c for kind, c in EXIT_CODES if isinstance(error, kind)), 3)
        return _fail(str(error), code)
    return result if isinstance(result, int) else 0


def _one_line(error: click.ClickException) -> str:
    hint = ""
    context = getattr(error, "ctx", None)
    if context is not None:
        hint = f" (see {context.command_path} --help)"
    return f"{' '.join(error.format_message().split())}{hint}"


def _fail(message: str, code: int) -> int:
    click.echo(f"afternote: {message}", err=True)
    return code


def _forget_stdout() -> None:
    """Keep Python from writing to the closed pipe once more when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
