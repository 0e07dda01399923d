"""What a rule is: code, name, reason, repair, examples and a check."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from afternote.schema import Brief, Draft, Severity


class Finding(NamedTuple):
    """One breach: what was found, and where.

    *certain* is False where only the closed world speaks against the words: blocking
    for a model's draft, advice for what a person wrote.
    """

    message: str
    start: int
    end: int
    certain: bool = True


class Check(Protocol):
    """A generator over one draft and one brief: no I/O, no model, no settings."""

    __name__: str

    def __call__(self, draft: Draft, brief: Brief, /) -> Iterator[Finding]:
        """Yield what breaks the rule."""


@dataclass(frozen=True)
class Example:
    """A draft and a brief that show a rule at work."""

    draft: Draft
    brief: Brief


@dataclass(frozen=True)
class Rule:
    """A constraint on notes.

    *severity* is what a breach costs a model's draft. *own* is what it costs a note
    that a person wrote: "advice" where only taste, not truth or harm, is at stake.
    *needs_notes* rules are skipped when there are no notes to compare with.
    """

    code: str
    name: str
    why: str
    repair: str
    check: Check
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    severity: Severity = "blocking"
    own: Severity = "blocking"
    needs_notes: bool = False
    source: str = ""


def rule(
    code: str,
    *,
    why: str,
    repair: str,
    bad: Iterable[Example],
    good: Iterable[Example],
    source: str = "",
    severity: Severity = "blocking",
    own: Severity = "blocking",
) -> Callable[[Check], Rule]:
    """Make a `Rule` of the decorated check; its name is the function's.

    *source* names who says so (keys of RULES.md), *severity* and *own* see `Rule`.
    Rules of family F compare with the notes and are skipped without them.
    """

    def made(check: Check) -> Rule:
        return Rule(
            code=code,
            name=check.__name__.replace("_", "-"),
            why=why,
            repair=repair,
            check=check,
            bad=tuple(bad),
            good=tuple(good),
            source=source,
            severity=severity,
            own=own,
            needs_notes=code.startswith("F"),
        )

    return made
