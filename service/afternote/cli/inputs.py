"""Reads the files a command is given; every failure is one line."""

import sys
from pathlib import Path

from afternote.errors import InputError

MAX_BYTES = 1 << 20
"""Stop reading here: far above any limit on notes, far below a memory problem."""


def text_of(path: str | None, *, what: str, optional: bool = False) -> str:
    """Return the text of the file at *path*; "-", or a pipe for None, is stdin.

    *what* names the input in messages. With *optional*, None at a terminal is "".
    """
    if path is None and sys.stdin.isatty():
        if optional:
            return ""
        raise InputError(f"no {what}: name a file, or pipe them in")
    if path is None or path == "-":
        return _decode(sys.stdin.buffer.read(MAX_BYTES), what)
    try:
        with Path(path).open("rb") as file:
            return _decode(file.read(MAX_BYTES), path)
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file") from None
    except IsADirectoryError:
        raise InputError(f"{path}: is a folder; name a file of {what}") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from None


def _decode(raw: bytes, where: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{where}: is not UTF-8 text; save it as plain text") from None
