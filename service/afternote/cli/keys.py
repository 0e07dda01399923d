"""`afternote keys`: who may use this server's API, from now on or no more."""

import os
from pathlib import Path
from typing import cast

import click

from afternote.api.keys import SCOPES, USUAL, Keys, Scope
from afternote.errors import InputError
from afternote.settings import Settings


@click.group("keys")
def command() -> None:
    """Make, list and revoke API keys; a running server follows at once."""


@command.command("new")
@click.argument("name")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    type=click.Choice(list(SCOPES)),
    help="What the key may do; several times for several.  [notes, briefs, checks]",
)
@click.option(
    "--tokens",
    type=click.IntRange(1, 10**12),
    metavar="N",
    help="Tokens of the model it may spend a day.  [AFTERNOTE_TOKENS]",
)
def new(name: str, scopes: tuple[str, ...], tokens: int | None) -> None:
    """Make a key for NAME and print it, this once."""
    if not 0 < len(name) <= 80 or not name.isprintable():
        raise InputError("a key's name is one line of 1 to 80 characters")
    wanted = cast("tuple[Scope, ...]", scopes) or USUAL
    made = _keys().new(name, wanted, tokens=tokens)
    click.echo(made.secret)
    click.echo(
        f"afternote: key {made.key.id} may use {', '.join(made.key.scopes)}; "
        "keep it well, it is shown only now",
        err=True,
    )


@command.command("list")
def list_() -> None:
    """List every key; the keys themselves are not kept."""
    for key in _keys().all():
        state = f"revoked {key.revoked:%Y-%m-%d}" if key.revoked else "in use"
        click.echo(
            f"{key.id}  {key.created:%Y-%m-%d}  {state}  "
            f"{','.join(key.scopes)}  "
            f"{f'{key.tokens} tokens/day  ' if key.tokens else ''}{key.name}"
        )


@command.command("revoke")
@click.argument("key_id", metavar="ID")
def revoke(key_id: str) -> None:
    """Revoke the key called ID; a running server refuses it from now on."""
    gone = _keys().revoke(key_id)
    click.echo(f"afternote: key {gone.id} is revoked", err=True)


@command.command("batch")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
def batch(path: Path) -> None:
    """Make the key that seals batches at rest; name FILE in AFTERNOTE_BATCH_KEY."""
    from afternote.batch.sealing import new_key

    try:
        with open(path, "x", opener=_for_its_owner, encoding="ascii") as file:
            file.write(new_key() + "\n")
    except OSError as error:
        raise InputError(f"{path}: cannot be made ({error.strerror})") from None
    click.echo(
        f"afternote: {path} seals batches; who loses it loses what waits in them",
        err=True,
    )


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _keys() -> Keys:
    return Keys(Settings.load({}).keys_file)
