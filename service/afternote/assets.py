"""Finds and splits the files of the data folders."""

import hashlib
from pathlib import Path
from typing import Literal

from afternote.errors import ConfigError

Folder = Literal["prompts", "fallbacks", "evals"]


def folder(name: Folder) -> Path:
    """Return the data folder called *name*: inside the wheel, or at the top."""
    installed = Path(__file__).parent / "_data" / name
    return installed if installed.is_dir() else Path(__file__).parents[2] / name


def read_file(path: Path) -> str:
    """Return the text of the data file at *path*; ConfigError when there is none."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"{path.name}: cannot be read ({type(error).__name__})"
        ) from error


def version(text: str) -> str:
    """Return the content hash of a file's text: eight hex digits of its SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def sections(text: str, *, where: str) -> dict[str, str]:
    """Split Markdown *text* at its `## ` headings into heading -> stripped body.

    Raises ConfigError, naming *where*, for a heading that comes twice.
    """
    found: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in text.splitlines():
        if line.startswith("## "):
            heading = line[3:].strip()
            if heading in found:
                raise ConfigError(f"{where}: the heading {heading!r} comes twice")
            current = found[heading] = []
        elif current is not None:
            current.append(line)
    return {heading: "\n".join(lines).strip() for heading, lines in found.items()}
