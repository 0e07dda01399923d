"""One note on its way: what is known, what was tried, and what came of it."""

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from afternote import envelope
from afternote.check import check
from afternote.errors import Reason
from afternote.schema import (
    MOVES,
    Attempt,
    Brief,
    Draft,
    Evidence,
    Move,
    Moves,
    Note,
    Options,
    Origin,
    Problem,
    Usage,
)
from afternote.text import fold

if TYPE_CHECKING:
    from afternote.models.allowance import Allowance


class Accepted(NamedTuple):
    """A draft without blocking problems."""

    draft: Draft
    moves: Moves
    origin: Origin
    evidence: tuple[Evidence, ...]
    problems: tuple[Problem, ...]


@dataclass
class Job:
    """One note to be written, and the record of the way there.

    *kept* are the moves that stay as the candidate wrote them; *avoid* the sentences
    that another note of the same interview already says; *gone* why the model need
    not be asked again.
    """

    brief: Brief
    options: Options
    kept: dict[Move, str] = field(default_factory=dict)
    avoid: frozenset[str] = frozenset()
    allowance: "Allowance | None" = None
    gone: Reason | None = None
    attempts: list[Attempt] = field(default_factory=list)
    read_usage: Usage = field(default_factory=Usage)
    started: float = field(default_factory=time.monotonic)


def compose(moves: Moves, brief: Brief, options: Options) -> Draft:
    """Return *moves* as a draft, with greeting and sign-off set by code."""
    writer = brief.writer.value if brief.writer else None
    return Draft.compose(
        moves,
        greeting=envelope.greeting(brief.reader, options),
        sign_off=envelope.sign_off(writer, options),
        options=options,
    )


def judge(drafted: Draft, job: Job) -> tuple[Problem, ...]:
    """Check a draft strictly, but the candidate's own words as a person's."""
    problems = check(drafted, job.brief, strict=True)
    if not job.kept:
        return problems
    own = {
        (p.code, p.start): p
        for p in check(drafted, job.brief, strict=False)
        if drafted.move_at(p.start) in job.kept
    }
    return tuple(own.get((p.code, p.start), p) for p in problems)


def said(drafted: Draft) -> frozenset[str]:
    """Return the sentences of the body, folded, to find those two notes share."""
    return frozenset(fold(s.text) for s in drafted.sentences)


def note(job: Job, accepted: Accepted) -> Note:
    """Return the finished note of *job*, with all it cost."""
    part = accepted.draft.part
    greeting, closing = part("greeting"), part("sign_off")
    spent = job.allowance.usage if job.allowance else Usage()
    read = job.read_usage
    return Note(
        to=job.options.to,
        channel=job.options.channel,
        subject=accepted.moves.subject,
        text=accepted.draft.text,
        greeting=greeting.text if greeting else "",
        moves={move: getattr(accepted.moves, move).strip() for move in MOVES},
        sign_off=closing.text if closing else "",
        origin=accepted.origin,
        evidence=accepted.evidence,
        problems=accepted.problems,
        attempts=tuple(job.attempts),
        usage=Usage(
            calls=spent.calls + read.calls,
            input_tokens=spent.input_tokens + read.input_tokens,
            output_tokens=spent.output_tokens + read.output_tokens,
        ),
    )


def gone(attempts: list[Attempt]) -> Reason | None:
    """Return why the model is gone, where reading has already found out."""
    for attempt in attempts:
        if attempt.outcome in ("unavailable", "rejected", "circuit", "calls"):
            return attempt.outcome
    return None


def record(
    job: Job,
    step: Literal["write", "repair"],
    started: float,
    outcome: Literal["ok", "problems"] | Reason,
    broken: tuple[Problem, ...] = (),
) -> None:
    """Note down one question to the model and how it ended."""
    codes = tuple(sorted({p.code for p in broken}))
    job.attempts.append(
        Attempt(step=step, ms=milliseconds(started), outcome=outcome, problems=codes)
    )


def milliseconds(started: float) -> int:
    """Return the time since *started* (of `time.monotonic`)."""
    return round((time.monotonic() - started) * 1000)
