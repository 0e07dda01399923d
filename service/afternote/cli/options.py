"""Options that several commands share."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

FLAGS = (
    ("--name", "Who the note goes to."),
    ("--title", "Their job title."),
    ("--company", "The company."),
    ("--role", "The role you applied for."),
    ("--me", "Your own name, for the signature."),
)


def facts(command: F) -> F:
    """Add the flags that state facts; they beat whatever the notes say."""
    for name, text in reversed(FLAGS):
        command = click.option(name, help=text, metavar="TEXT")(command)
    return command


def endpoint(command: F) -> F:
    """Add the flags that say which model is asked, and how patiently."""
    options = (
        click.option("--model", metavar="M", help="The model to ask."),
        click.option("--base-url", metavar="U", help="An OpenAI-compatible server."),
        click.option(
            "--offline", is_flag=True, default=None, help="Templates only, no network."
        ),
        click.option(
            "--deadline", type=float, metavar="S", help="Seconds for all of it."
        ),
        click.option(
            "--max-calls", type=int, metavar="N", help="Calls to the model at most."
        ),
        click.option(
            "--private",
            is_flag=True,
            default=None,
            help="Send tokens for names and companies, and fewer topics.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


TO = click.Choice(["manager", "recruiter", "interviewer"])
TO_ALL = click.Choice(["manager", "recruiter", "interviewer", "all"])
