"""The Python door: draft, check and read, for scripts and for async programs."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from afternote import pipeline, reading
from afternote.check import report
from afternote.models.opened import allowed, opened
from afternote.schema import (
    Brief,
    Channel,
    Flags,
    Note,
    Options,
    Report,
    To,
    Tone,
)
from afternote.settings import Settings

T = TypeVar("T")


async def adraft(
    notes: str,
    *,
    to: To = "manager",
    name: str | None = None,
    title: str | None = None,
    company: str | None = None,
    role: str | None = None,
    me: str | None = None,
    channel: Channel = "email",
    tone: Tone = "warm",
    ask_feedback: bool = False,
    connect: bool = False,
    seed: int = 0,
    brief: Brief | None = None,
    own: str | None = None,
    **settings: Any,
) -> Note:
    """Return a checked note to one reader, made from the rough *notes*.

    *settings* are those of `afternote.settings.Settings` (offline, model, base_url,
    api_key, deadline in seconds, max_calls, private, require_model); what is not
    given comes from the environment and the config file, as on the command line.
    *brief* stands in for reading, *own* is a draft of your own to polish. Raises
    InputError (notes unusable), ConfigError (a setting), ModelUnavailable (only with
    require_model).
    """
    chosen = Settings.load(settings)
    options = Options(
        to=to,
        channel=channel,
        tone=tone,
        ask_feedback=ask_feedback,
        connect=connect,
        seed=seed,
    )
    flags = Flags(name=name, title=title, company=company, role=role, me=me)
    async with opened(chosen) as model:
        drafted = await pipeline.draft(
            notes,
            to=to,
            options=options,
            flags=flags,
            settings=chosen,
            model=model,
            brief=brief,
            own=own,
        )
    return drafted.notes[0]


def draft(notes: str, **wanted: Any) -> Note:
    """Return what `adraft` returns; for scripts without an event loop."""
    return _run(adraft(notes, **wanted))


async def aread(
    notes: str,
    *,
    name: str | None = None,
    title: str | None = None,
    company: str | None = None,
    role: str | None = None,
    me: str | None = None,
    **settings: Any,
) -> Brief:
    """Return what is understood of *notes*, with its evidence and what is held back.

    Arguments and errors as in `adraft`.
    """
    chosen = Settings.load(settings)
    flags = Flags(name=name, title=title, company=company, role=role, me=me)
    async with allowed(chosen) as allowance:
        return await pipeline.read(
            notes, flags=flags, settings=chosen, allowance=allowance
        )


def read(notes: str, **wanted: Any) -> Brief:
    """Return what `aread` returns; for scripts without an event loop."""
    return _run(aread(notes, **wanted))


def check(
    note: str,
    *,
    notes: str | None = None,
    to: To = "manager",
    strict: bool = False,
    channel: Channel = "email",
    ask_feedback: bool = False,
    connect: bool = False,
    brief: Brief | None = None,
) -> Report:
    """Judge the text of a *note*: its greeting, body and sign-off as they stand.

    *notes* are what it must be true to; without them, and without a *brief*, family F
    is skipped (`Report.skipped`). *strict* judges as the pipeline judges a model's
    draft; otherwise only what is certain blocks. Offsets count characters of *note*.
    Raises InputError for an empty note or unusable notes.
    """
    options = Options(
        to=to, channel=channel, ask_feedback=ask_feedback, connect=connect
    )
    if brief is None and notes is not None:
        reading.require_usable(notes)
        brief = reading.read(notes)
    narrowed = reading.briefs_for(brief, to)[0][1] if brief else None
    return report(note, narrowed, options=options, strict=strict)


def _run(waiting: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(waiting)
