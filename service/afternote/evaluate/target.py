"""Targets: what makes a note of a case. Offline, the service, a bare model, a file."""

import csv
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from afternote import pipeline, prompt, reading
from afternote.assets import folder, read_file, version
from afternote.errors import InputError, ModelReplied
from afternote.evaluate import journal
from afternote.evaluate.record import Output
from afternote.evaluate.suite import Case
from afternote.schema import Brief, Frozen, Note, Origin
from afternote.settings import Settings

if TYPE_CHECKING:
    from afternote.models import Model
    from afternote.models.breaker import Breaker


class Made(NamedTuple):
    """A note, and the brief it is to be judged by."""

    output: Output
    brief: Brief


class Target(Protocol):
    """Makes a note of a case.

    *deterministic*: the same case gives the same note, whenever asked.
    """

    name: str
    deterministic: bool
    model: str | None

    async def __call__(self, case: Case, epoch: int) -> Made:
        """Return what is made of *case*; AfternoteError when there can be no note."""


class Offline:
    """The whole pipeline without a model: rules read, templates write."""

    name = "offline"
    deterministic = True
    model: str | None = None

    async def __call__(self, case: Case, epoch: int) -> Made:  # noqa: ARG002
        """Draft *case* from templates."""
        return await _drafted(case, Settings(offline=True), None, None)


class Service:
    """The whole pipeline with a model, as `afternote draft` runs it."""

    name = "service"
    deterministic = False

    def __init__(
        self, settings: Settings, model: "Model", breaker: "Breaker | None" = None
    ) -> None:
        self._settings, self._model, self._breaker = settings, model, breaker
        self.model: str | None = model.name

    async def __call__(self, case: Case, epoch: int) -> Made:  # noqa: ARG002
        """Draft *case* with the model."""
        return await _drafted(case, self._settings, self._model, self._breaker)


class Bare:
    """One prompt, one answer: what a person would do without afternote."""

    name = "model"
    deterministic = False

    def __init__(self, settings: Settings, model: "Model") -> None:
        self._settings, self._model = settings, model
        self.model: str | None = model.name
        self._prompt = bare_prompt()

    async def __call__(self, case: Case, epoch: int) -> Made:  # noqa: ARG002
        """Ask once; an answer that cannot be read is an empty note, which fails."""
        from afternote.models import Message
        from afternote.models.allowance import Allowance

        started = time.monotonic()
        options = case.options
        values = {
            "notes": case.notes,
            "to": options.to,
            "channel": "an email"
            if options.channel == "email"
            else "a LinkedIn message of at most 200 characters",
        }
        asked = (
            Message("system", self._prompt.system.format(**values)),
            Message("user", self._prompt.user.format(**values)),
        )
        ends = started + self._settings.deadline
        allowance = Allowance(self._model, ends=ends, max_calls=3)
        try:
            said = await allowance.ask(asked, BareNote)
        except ModelReplied:
            said = BareNote(subject="", note="")
        output = Output(
            text=said.note.strip(),
            subject=said.subject,
            origin=Origin(
                kind="model",
                model=allowance.answered_by or self.model,
                prompt=self._prompt.version,
            ),
            usage=allowance.usage,
            ms=round((time.monotonic() - started) * 1000),
        )
        return Made(output, reading.read(case.notes, case.flags))


class BareNote(Frozen):
    """What the bare prompt asks for."""

    subject: str
    note: str


def bare_prompt() -> prompt.Prompt:
    """Return the prompt of the `model` target (evals/bare.md)."""
    return prompt.Prompt.parse("bare", read_file(folder("evals") / "bare.md"))


class Given:
    """Notes you already have: a run file, JSONL or CSV with the columns id and text."""

    deterministic = True
    model: str | None = None

    def __init__(self, path: Path) -> None:
        self.name = f"file:{path.name}"
        self._path = path
        self._outputs = _given(path)

    async def __call__(self, case: Case, epoch: int) -> Made:
        """Return the note that the file holds for *case*."""
        output = self._outputs.get((case.id, epoch)) or self._outputs.get((case.id, 0))
        if output is None:
            raise InputError(f"{self._path.name}: holds no note for the case {case.id}")
        return Made(output, reading.read(case.notes, case.flags))

    @property
    def version(self) -> str:
        """The content hash of the file."""
        return version(read_file(self._path))


def _given(path: Path) -> dict[tuple[str, int], Output]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({type(error).__name__})") from None
    if path.suffix == ".csv":
        rows = list(csv.DictReader(text.splitlines(keepends=True)))
        return {(row["id"], 0): _output(row, path) for row in rows if row.get("id")}
    first = text.split("\n", 1)[0]
    if '"type":"run"' in first.replace(" ", ""):
        run = journal.read(path)
        return {(s.id, s.epoch): s.output for s in run.samples if s.output}
    try:
        objects = [json.loads(line) for line in text.split("\n") if line.strip()]
    except ValueError:
        raise InputError(f"{path}: is neither CSV nor JSON lines") from None
    return {(str(o.get("id")), 0): _output(o, path) for o in objects}


def _output(row: dict[str, str], path: Path) -> Output:
    text = row.get("text") or row.get("output") or row.get("note")
    if not isinstance(text, str) or not row.get("id"):
        raise InputError(f"{path}: every row needs an id and a text")
    return Output(text=text, subject=str(row.get("subject") or ""))


async def _drafted(
    case: Case,
    settings: Settings,
    model: "Model | None",
    breaker: "Breaker | None",
) -> Made:
    started = time.monotonic()
    drafted = await pipeline.draft(
        case.notes,
        to=case.options.to,
        options=case.options,
        flags=case.flags,
        settings=settings,
        model=model,
        breaker=breaker,
    )
    ms = round((time.monotonic() - started) * 1000)
    return Made(output_of(drafted.notes[0], ms=ms), drafted.brief)


def output_of(note: Note, *, ms: int = 0) -> Output:
    """Return *note* as the output of a run."""
    return Output(
        text=note.text,
        subject=note.subject,
        origin=note.origin,
        usage=note.usage,
        attempts=note.attempts,
        evidence=note.evidence,
        ms=ms,
    )
