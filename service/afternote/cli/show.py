"""What the commands print: text for people, one object for programs."""

import sys
from collections import Counter
from types import TracebackType
from typing import Any, Self

import click

from afternote.pipeline import Drafted
from afternote.schema import Brief, Draft, Fact, Note, Problem
from afternote.settings import Settings

REASONS = {
    "offline": "as asked, without a model",
    "no_model": "no model is configured (set OPENAI_API_KEY or AFTERNOTE_BASE_URL)",
    "unavailable": "the model could not be reached",
    "rejected": "the model's server rejected the request; see `afternote doctor`",
    "refused": "the model refused",
    "unreadable": "the model's answers could not be read",
    "deadline": "the model did not answer in time",
    "calls": "the call budget was used up",
    "repairs": "the model's drafts kept breaking rules",
    "circuit": "the model failed too often just now",
    "budget": "the tokens of this key are spent",
}
"""Why a note is a template, for people; the keys are `errors.Reason`."""


class Steps:
    """Shows on a terminal's stderr which step is under way."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown:
            click.echo("\r\033[K", nl=False, err=True)

    def tell(self, step: str) -> None:
        """Show *step* in place of the one before."""
        if self._shown:
            click.echo(f"\r\033[K{step} …", nl=False, err=True)


def as_object(drafted: Drafted) -> dict[str, Any]:
    """Return the object that `draft --json` prints: notes and brief."""
    return {
        "notes": [note.model_dump(mode="json") for note in drafted.notes],
        "brief": drafted.brief.model_dump(mode="json"),
    }


def plain(drafted: Drafted) -> str:
    """Return the notes as text to copy, with a line of dashes between several."""
    several = len(drafted.notes) > 1
    return "\n\n".join(
        (f"--- to {_whom(note)}\n\n" if several else "") + _whole(note)
        for note in drafted.notes
    )


def _whom(note: Note) -> str:
    name = note.greeting.split(" ", 1)[-1].rstrip(",") if " " in note.greeting else ""
    return f"{name} ({note.to})" if name else f"the {note.to}"


def _whole(note: Note) -> str:
    if note.channel == "linkedin" or not note.subject:
        return note.text
    return f"Subject: {note.subject}\n\n{note.text}"


def explained(drafted: Drafted) -> str:
    """Return the notes, each with its origin and the evidence of its particulars."""
    parts = []
    for note in drafted.notes:
        lines = [plain(Drafted((note,), drafted.brief)), ""]
        origin = note.origin
        by = origin.model or origin.template or "your own words"
        why = f", since {REASONS[origin.reason]}" if origin.reason else ""
        lines.append(f"origin: {origin.kind} ({by}){why}")
        lines += [
            f"{e.move}: “{e.said}” rests on your words “{e.quote}” ({e.start}-{e.end})"
            for e in note.evidence
        ] or ["no particular of your notes is used"]
        lines += [f"advice {p.code} {p.name}: {p.message}" for p in note.problems]
        for attempt in note.attempts:
            codes = f" {' '.join(attempt.problems)}" if attempt.problems else ""
            lines.append(
                f"attempt: {attempt.step} {attempt.outcome}{codes}, {attempt.ms} ms"
            )
        parts.append("\n".join(lines))
    held = [f"held back ({h.why}): “{h.quote}”" for h in drafted.brief.held_back]
    return "\n\n".join([*parts, *(["\n".join(held)] if held else [])])


def remarks(drafted: Drafted, settings: Settings) -> list[str]:
    """Return what to say on stderr beside the notes; never a word of the notes."""
    said: list[str] = []
    reasons = dict.fromkeys(n.origin.reason for n in drafted.notes if n.origin.reason)
    said += [
        f"drafted from templates: {REASONS[reason]}"
        for reason in reasons
        if reason != "offline" or not settings.offline
    ]
    held = Counter(h.why.replace("_", " ") for h in drafted.brief.held_back)
    if held:
        kinds = ", ".join(held)
        said.append(f"held back: {kinds} (`afternote read` shows the words)")
    from afternote.reading import QUESTIONS

    said += [QUESTIONS[m] for m in drafted.brief.missing if m in ("reader", "writer")]
    return said


def brief(found: Brief) -> str:
    """Return the brief as text: what was understood, missing and held back."""
    lines = [
        _line(label, fact)
        for label, fact in (
            ("reader", found.reader),
            ("company", found.company),
            ("role", found.role),
            ("writer", found.writer),
            ("channel", found.decision.channel),
            ("date", found.decision.date),
            ("reason", found.decision.reason),
        )
        if fact
    ]
    for person in found.people:
        about = ", ".join(x for x in (person.title, person.part) if x)
        lines.append(_line("person", person) + (f"  [{about}]" if about else ""))
    lines += [_line(topic.kind, topic) for topic in found.topics]
    from afternote.reading import QUESTIONS

    lines += [f"missing    {QUESTIONS.get(m, m)}" for m in found.missing]
    lines += [f"held back  “{h.quote}” ({h.why})" for h in found.held_back]
    return "\n".join(lines) or "nothing was understood"


def _line(label: str, fact: Fact) -> str:
    source = f"from “{fact.quote}”" if fact.quote else "as you stated"
    return f"{label:<10} {fact.value}  ({fact.how}, {source})"


def underlined(drafted: Draft, problems: tuple[Problem, ...]) -> str:
    """Return the draft's text, with the words of each problem underlined below."""
    out: list[str] = []
    position = 0
    for line in drafted.text.splitlines(keepends=True):
        bare = line.rstrip("\r\n")
        out.append(bare)
        start, end = position, position + len(bare)
        position += len(line)
        here = [p for p in problems if start <= p.start < max(end, start + 1)]
        for problem in here:
            width = max(1, min(problem.end, end) - problem.start)
            mark = "^" if problem.severity == "blocking" else "~"
            out.append(" " * (problem.start - start) + mark * width)
            out.append(f"    {problem.code} {problem.name}: {problem.message}")
            out.append(f"    {problem.repair}")
    return "\n".join(out)
