"""A case and its note, as scorers see them, with what can be computed of both."""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from afternote import reading
from afternote.check import check, parse
from afternote.errors import InputError
from afternote.evaluate import words
from afternote.evaluate.record import Mark, Output
from afternote.evaluate.suite import Case
from afternote.schema import Brief, Draft, Problem


class Others(NamedTuple):
    """The other cases of the suite: the ids whose notes hold each content stem."""

    holders: Mapping[str, frozenset[str]]
    total: int


class View:
    """A case, its note and what can be computed of them, each once."""

    def __init__(
        self, case: Case, output: Output, brief: Brief, others: Others
    ) -> None:
        self.case, self.output, self.brief, self.others = case, output, brief, others
        self.whole = (
            f"{output.subject}\n{output.text}" if output.subject else output.text
        )
        self.offset = len(self.whole) - len(output.text)

    @cached_property
    def draft(self) -> Draft | None:
        """The text as `afternote check` splits it; None when there is no text."""
        try:
            parsed = parse(self.output.text, self.case.options)
        except InputError:
            return None
        subject = self.output.subject or parsed.subject
        return Draft(parsed.text, parsed.parts, subject, parsed.options)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """All that breaks a rule, judged as a model's draft is."""
        if self.draft is None:
            return ()
        readers = reading.briefs_for(self.brief, self.case.options.to)
        return check(self.draft, readers[0][1], strict=True)

    @cached_property
    def body(self) -> str:
        """What stands between greeting and sign-off."""
        return self.draft.body.text if self.draft else ""

    @cached_property
    def greeting(self) -> str:
        """The greeting, "" without one."""
        part = self.draft.part("greeting") if self.draft else None
        return part.text if part else ""

    def mark(self, found: words.Found, label: str) -> tuple[Mark, ...]:
        """Return a mark in the text for words found in `whole`; none in the subject."""
        if found.start < self.offset:
            return ()
        return (
            Mark(
                start=found.start - self.offset,
                end=found.end - self.offset,
                label=label,
            ),
        )
