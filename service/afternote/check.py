"""Judges a draft: every rule on draft and brief; deterministic, no I/O."""

from afternote.errors import InputError
from afternote.letter import drafted
from afternote.rules import all_rules
from afternote.schema import (
    Brief,
    Draft,
    Options,
    Problem,
    Report,
    Severity,
)
from afternote.schema.base import TEXT_LIMIT

NO_BRIEF = Brief()


def parse(text: str, options: Options | None = None) -> Draft:
    """Split the *text* of a note, whoever wrote it, into greeting, body and sign-off.

    The body is one part of kind "body"; a "Subject:" line on top becomes the subject.
    Offsets are those of *text*. Raises InputError for an empty note and for one of
    more than 32 KiB.
    """
    if not text.strip():
        raise InputError("the note is empty: there is nothing to check")
    if len(text.encode(errors="surrogatepass")) > TEXT_LIMIT:
        raise InputError("the note is longer than 32 KiB: check one note at a time")
    return drafted(text, options)


def report(
    text: str,
    brief: Brief | None,
    *,
    options: Options | None = None,
    strict: bool = False,
) -> Report:
    """Judge the *text* of a note and say what was skipped.

    Family F is skipped without a *brief*. *options* say what the note was asked to
    do. Raises what `parse` raises.
    """
    problems = check(parse(text, options), brief, strict=strict)
    return Report(
        ok=not blocking(problems),
        problems=problems,
        skipped=("F",) if brief is None else (),
    )


def check(draft: Draft, brief: Brief | None, *, strict: bool) -> tuple[Problem, ...]:
    """Return what breaks a rule, in the order of the text.

    *strict* judges as the pipeline judges a model's draft: what the brief does not
    support is blocking. Otherwise the draft is taken for a person's own words, and
    only what is certain blocks. Without a *brief* the rules that compare with the
    notes (family F) are skipped.
    """
    problems: list[Problem] = []
    for rule in all_rules():
        if brief is None and rule.needs_notes:
            continue
        for found in rule.check(draft, brief or NO_BRIEF):
            severity: Severity = rule.severity
            if not strict and (rule.own == "advice" or not found.certain):
                severity = "advice"
            problems.append(
                Problem(
                    code=rule.code,
                    name=rule.name,
                    severity=severity,
                    message=found.message,
                    repair=rule.repair,
                    start=found.start,
                    end=found.end,
                )
            )
    return tuple(sorted(problems, key=lambda p: (p.start, p.end, p.code)))


def blocking(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the problems that keep a note from being returned."""
    return tuple(p for p in problems if p.severity == "blocking")
