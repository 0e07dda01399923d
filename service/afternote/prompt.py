"""Prompt file + values -> messages.

A prompt is Markdown with YAML front matter, `## system` and `## user`, and `{slots}`.
Values are inserted as they are and never searched for further slots.
"""

import string
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, Self

from afternote.assets import folder, read_file, sections, version
from afternote.errors import ConfigError
from afternote.schema import Frozen, Message

Name = Literal["read", "write", "repair", "judge"]
NAMES: tuple[Name, ...] = ("read", "write", "repair", "judge")


class FrontMatter(Frozen):
    """What stands between the `---` lines."""

    purpose: str
    inputs: tuple[str, ...]


@dataclass(frozen=True)
class Prompt:
    """A checked prompt file. *version* is "name@" and the file's content hash."""

    name: str
    version: str
    inputs: tuple[str, ...]
    system: str
    user: str

    @classmethod
    def parse(cls, name: str, text: str) -> Self:
        """Check *text* of the prompt called *name*; ConfigError says what is wrong."""
        where = f"prompts/{name}.md"
        front = _front_matter(text, where)
        parts = sections(text, where=where)
        if set(parts) != {"system", "user"}:
            raise ConfigError(f"{where}: needs the headings system and user, only")
        used = _slots(parts["system"], where) | _slots(parts["user"], where)
        for slot in sorted(used - set(front.inputs)):
            raise ConfigError(f"{where}: the slot {slot!r} is not among its inputs")
        for slot in sorted(set(front.inputs) - used):
            raise ConfigError(f"{where}: the input {slot!r} has no slot")
        return cls(
            name=name,
            version=f"{name}@{version(text)}",
            inputs=front.inputs,
            system=parts["system"],
            user=parts["user"],
        )


def _front_matter(text: str, where: str) -> FrontMatter:
    import yaml  # 27 ms; only a model's branch reads prompts
    from pydantic import ValidationError

    if not text.startswith("---\n") or "\n---\n" not in text[4:]:
        raise ConfigError(f"{where}: must start with front matter between --- lines")
    try:
        return FrontMatter.model_validate(
            yaml.safe_load(text[4:].split("\n---\n", 1)[0])
        )
    except yaml.YAMLError as error:
        raise ConfigError(f"{where}: front matter is not YAML") from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise ConfigError(f"{where}: front matter: {key}: {first['msg']}") from None


def _slots(text: str, where: str) -> set[str]:
    try:
        parsed = list(string.Formatter().parse(text))
    except ValueError as error:
        raise ConfigError(f"{where}: a brace must be doubled or hold a slot") from error
    slots = {field for _, field, _, _ in parsed if field is not None}
    if not all(slot.isidentifier() for slot in slots):
        raise ConfigError(f"{where}: a slot must be a plain name between braces")
    return slots


@cache
def load(name: Name, directory: Path | None = None) -> Prompt:
    """Return the prompt file called *name*, from *directory* or the shipped ones."""
    return Prompt.parse(
        name, read_file((directory or folder("prompts")) / f"{name}.md")
    )


def messages(prompt: Prompt, values: dict[str, str]) -> tuple[Message, ...]:
    """Return *prompt* filled with *values*, as messages for a model."""
    # langchain-core takes most of a second to import: only the model's branch does.
    from langchain_core.prompts import ChatPromptTemplate

    template = ChatPromptTemplate.from_messages(
        [("system", prompt.system), ("human", prompt.user)]
    )
    system, user = template.format_messages(**values)
    return (
        Message("system", str(system.content)),
        Message("user", str(user.content)),
    )
