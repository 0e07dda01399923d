"""What the caller states about the facts: it beats the notes and a corrected brief."""

from afternote.errors import InputError
from afternote.schema import Brief, Fact, Flags, Person
from afternote.schema.base import FLAG_LIMIT


def require_plain(flags: Flags) -> None:
    """Raise InputError for a flag that no name, title, company or role can be."""
    for flag, value in flags.model_dump(
        exclude_none=True, exclude={"released"}
    ).items():
        if not value.strip() or len(value) > FLAG_LIMIT or not value.isprintable():
            raise InputError(
                f"--{flag} must be plain text on one line, 1 to {FLAG_LIMIT} characters"
            )


def flagged(brief: Brief, flags: Flags) -> Brief:
    """Return a *brief* corrected by hand with what *flags* state on top."""
    update: dict[str, Fact] = {}
    for name, value in (
        ("company", flags.company),
        ("role", flags.role),
        ("writer", flags.me),
    ):
        if value:
            update[name] = Fact(value=value, quote="", start=0, end=0, how="flag")
    reader = brief.reader
    if flags.name:
        reader = Person(value=flags.name, quote="", start=0, end=0, how="flag")
    if reader is not None and flags.title:
        reader = reader.model_copy(update={"title": flags.title})
    if reader is not None:
        update["reader"] = reader
    missing = tuple(m for m in brief.missing if m not in update)
    return brief.model_copy(update={**update, "missing": missing})
