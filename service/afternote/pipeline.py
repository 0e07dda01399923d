"""A draft's life, one function a step: read, write, check, repair, fallback, render.

The model branch is composed of langchain-core Runnables (`branch.py`), imported only
when there is a model; offline runs the same steps without it. Only
`ModelUnavailable` leads to a template, so that a bug of ours never hides behind one.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from afternote import asking, branch, grounding, polish, private, prompt, reading
from afternote.check import blocking
from afternote.errors import (
    InputError,
    ModelError,
    ModelReplied,
    ModelUnavailable,
    Reason,
)
from afternote.job import (
    Accepted,
    Job,
    compose,
    gone,
    judge,
    milliseconds,
    note,
    record,
    said,
)
from afternote.reading.flags import flagged, require_plain
from afternote.schema import (
    MOVES,
    Attempt,
    Brief,
    Draft,
    Flags,
    Moves,
    Note,
    Options,
    Origin,
    Problem,
    To,
    Usage,
)
from afternote.settings import Settings
from afternote.templates import candidates

if TYPE_CHECKING:
    from langchain_core.runnables import RunnableConfig

    from afternote.models import Model
    from afternote.models.allowance import Allowance
    from afternote.models.breaker import Breaker

log = logging.getLogger(__name__)

REPAIRS = 2
"""How often a draft is asked for again: what a model has not mended when told twice
in plain words it rarely mends at the third time (README, small open model)."""

READ_SHARE = 0.4
"""The proposer may use this much of the deadline; writing keeps the larger part."""

Progress = Callable[[str], None]


class Drafted(NamedTuple):
    """The notes, one a reader, and the brief they rest on."""

    notes: tuple[Note, ...]
    brief: Brief


async def draft(
    notes: str,
    *,
    to: To | Literal["all"] = "manager",
    options: Options | None = None,
    flags: Flags | None = None,
    settings: Settings | None = None,
    model: "Model | None" = None,
    breaker: "Breaker | None" = None,
    brief: Brief | None = None,
    own: str | None = None,
    progress: Progress = lambda _: None,
    without: Reason | None = None,
) -> Drafted:
    """Turn *notes* into a checked note for each reader asked for.

    *brief*, when given, is a corrected brief and stands in for reading. *own* is the
    candidate's own draft, to be polished. *progress* is told the name of each step.
    *without* is why there is no *model*, where that is not for want of settings.
    Raises InputError for unusable notes, ModelUnavailable only with `require_model`.
    """
    flags, settings = flags or Flags(), settings or Settings()
    options = options or Options()
    if own is not None and to == "all":
        raise InputError("a draft of your own goes to one reader: name one with --to")
    ends = time.monotonic() + settings.deadline
    reader = _allowance(model, breaker, ends, settings.max_calls)
    attempts: list[Attempt] = []
    progress("read")
    if brief is not None:
        require_plain(flags)
        brief = flagged(brief, flags)
    else:
        brief = await read(
            notes, flags=flags, settings=settings, allowance=reader, attempts=attempts
        )
    spent = reader.usage if reader else Usage()
    jobs = [
        Job(
            narrowed,
            options.model_copy(update={"to": one}),
            kept=polish.kept_moves(own, narrowed, options) if own is not None else {},
            allowance=_allowance(
                model, breaker, ends, settings.max_calls - spent.calls
            ),
            gone=gone(attempts) or without,
        )
        for one, narrowed in reading.briefs_for(brief, to)
    ]
    jobs[0].attempts, jobs[0].read_usage = attempts, spent
    accepted = await asyncio.gather(*(_write(job, settings, progress) for job in jobs))
    return Drafted(_render_all(jobs, accepted), brief)


async def read(
    notes: str,
    *,
    flags: Flags,
    settings: Settings,
    allowance: "Allowance | None" = None,
    attempts: list[Attempt] | None = None,
) -> Brief:
    """Read *notes* by rules, then let the model, if any, propose further facts.

    A proposer that fails costs nothing but its time; what it proposes is accepted
    only where its quote supports it. `--private` has no proposer.
    """
    require_plain(flags)
    if notes.strip() or not (flags.name or flags.company):
        reading.require_usable(notes)
    brief = reading.read(notes, flags)
    if allowance is None or settings.private or not notes.strip():
        return brief
    started = time.monotonic()
    outcome: Literal["ok"] | Reason = "ok"
    until = time.monotonic() + settings.deadline * READ_SHARE
    asked = prompt.messages(
        prompt.load("read"), {"notes": reading.blanked(notes, brief)}
    )
    try:
        proposals = await allowance.ask(asked, reading.Proposals, until=until)
        brief = reading.accept(notes, brief, proposals)
    except ModelError as error:
        outcome = error.reason
    if attempts is not None:
        attempts.append(Attempt(step="read", ms=milliseconds(started), outcome=outcome))
    return brief


async def _write(job: Job, settings: Settings, progress: Progress) -> Accepted:
    if len(job.kept) == len(MOVES):
        whole = next(candidates(job.brief, job.options)).moves
        moves = polish.overlay(whole, job.kept)
        drafted = compose(moves, job.brief, job.options)
        problems = judge(drafted, job)
        if not blocking(problems):
            evidence = grounding.evidence(drafted, job.brief)
            return Accepted(drafted, moves, Origin(kind="own"), evidence, problems)
    if job.allowance is None:
        reason: Reason = "offline" if settings.offline else job.gone or "no_model"
        accepted = fall_back(job, reason)
    elif job.gone is not None:
        accepted = fall_back(job, job.gone)
    else:
        accepted = await branch.run(
            job,
            partial(_write_and_repair, job, settings, progress),
            partial(fall_back, job, progress=progress),
        )
    if settings.require_model and accepted.origin.reason is not None:
        raise ModelUnavailable(
            f"a model was required and gave no note: {accepted.origin.reason}",
            reason=accepted.origin.reason,
        )
    return accepted


async def _write_and_repair(
    job: Job, settings: Settings, progress: Progress, config: "RunnableConfig"
) -> Accepted:
    """Ask, check, and ask again with the problems; ModelUnavailable when used up."""
    shown = private.narrowed(job.brief) if settings.private else job.brief
    write = branch.Request("write", asking.write_values(shown, job.options))
    request, last = write, None
    reason: Reason = "repairs"
    for _ in range(1 + REPAIRS):
        progress(request.prompt)
        started = time.monotonic()
        try:
            answer = await branch.attempt(job, settings, request, config)
        except ModelReplied as error:
            record(job, request.prompt, started, error.reason)
            request, reason = write, error.reason
            continue
        except ModelUnavailable as error:
            record(job, request.prompt, started, error.reason)
            raise
        moves = polish.overlay(answer, job.kept)
        drafted = compose(moves, job.brief, job.options)
        progress("check")
        problems = judge(drafted, job)
        broken = blocking(problems)
        record(job, request.prompt, started, "problems" if broken else "ok", broken)
        if not broken:
            return _from_model(job, drafted, moves, problems)
        if answer == last:
            break
        last, reason = answer, "repairs"
        request = branch.Request(
            "repair", asking.repair_values(answer, drafted, broken)
        )
    raise ModelUnavailable("repairs are used up", reason=reason)


def _from_model(
    job: Job, drafted: Draft, moves: Moves, problems: tuple[Problem, ...]
) -> Accepted:
    origin = Origin(
        kind="mixed" if job.kept else "model",
        model=job.allowance.answered_by if job.allowance else None,
        prompt=prompt.load("write").version,
    )
    return Accepted(
        drafted, moves, origin, grounding.evidence(drafted, job.brief), problems
    )


def fall_back(
    job: Job, reason: Reason, *, progress: Progress = lambda _: None
) -> Accepted:
    """Return the first clean template draft; the last one uses no word of the notes.

    Moves the candidate wrote are kept while a draft with them is clean.
    """
    progress("template")
    for kept in ({**job.kept}, {}) if job.kept else ({},):
        for composed in candidates(job.brief, job.options, job.avoid):
            moves = polish.overlay(composed.moves, kept)
            drafted = compose(moves, composed.brief, job.options)
            problems = judge(drafted, job)
            if not blocking(problems):
                origin = Origin(
                    kind="mixed" if kept else "template",
                    template=composed.ids,
                    reason=reason,
                )
                evidence = grounding.evidence(drafted, job.brief)
                return Accepted(drafted, moves, origin, evidence, problems)
    raise AssertionError("the floor template breaks a rule: the build proves otherwise")


def _render_all(jobs: list[Job], accepted: list[Accepted]) -> tuple[Note, ...]:
    """Make notes; one that repeats a sentence of an earlier one becomes a template."""
    notes: list[Note] = []
    spoken: frozenset[str] = frozenset()
    for job, first in zip(jobs, accepted, strict=True):
        final = first
        if spoken & said(final.draft):
            job.avoid = spoken
            final = fall_back(job, final.origin.reason or "repairs")
        spoken |= said(final.draft)
        notes.append(note(job, final))
        log.info(
            "note to=%s origin=%s reason=%s calls=%d ms=%d",
            job.options.to,
            final.origin.kind,
            final.origin.reason,
            notes[-1].usage.calls,
            milliseconds(job.started),
        )
    return tuple(notes)


def _allowance(
    model: "Model | None", breaker: "Breaker | None", ends: float, max_calls: int
) -> "Allowance | None":
    if model is None:
        return None
    from afternote.models.allowance import Allowance

    return Allowance(model, ends=ends, max_calls=max_calls, breaker=breaker)
