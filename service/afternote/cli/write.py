"""Writes mail files whole or not at all."""

import os
import tempfile
from pathlib import Path

import click

from afternote import render
from afternote.errors import InputError
from afternote.pipeline import Drafted


def write_eml(drafted: Drafted, target: str) -> None:
    """Write one mail to the file *target*, several into a folder of that name."""
    path = Path(target)
    mails = [render.eml(note, drafted.brief.mail) for note in drafted.notes]
    if len(mails) == 1:
        _write(path, mails[0])
    else:
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(
                f"{target}: cannot be a folder ({error.strerror})"
            ) from None
        for number, (note, mail) in enumerate(
            zip(drafted.notes, mails, strict=True), 1
        ):
            _write(path / f"{number}-{note.to}.eml", mail)
    if drafted.brief.mail is None or drafted.brief.mail.address is None:
        click.echo("afternote: no address is known; fill in To: yourself", err=True)


def _write(path: Path, content: bytes) -> None:
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".afternote-")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise InputError(f"{path}: cannot be written ({error.strerror})") from None
