"""The run file: a JSONL journal that survives kill -9 at any byte.

Each line is written whole and flushed. A line that was cut stands at the end of the
file; opening it again truncates to the last newline, so that the cut line never
swallows the next one.
"""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from pydantic import ValidationError

from afternote.errors import InputError
from afternote.evaluate.record import End, Header, Run, Sample


class Journal:
    """Appends samples to the run file at *path*; use as a context manager."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[str] | None = None

    def begin(self, header: Header) -> None:
        """Start the file with *header*; InputError when it cannot be written."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("w", encoding="utf-8")
        except OSError as error:
            raise _unwritable(self._path, error) from None
        self._put(header.model_dump_json())

    def resume(self, header: Header) -> Run:
        """Reopen the file of the same run; return what it already holds.

        What ended in an error is run again. Without a file, or with one that was cut
        in its first line, the run begins. Raises InputError when the file is of
        another suite, target or version of what was run.
        """
        whole = _whole_lines(self._path) if self._path.exists() else []
        if not whole:
            self.begin(header)
            return Run(header=header, samples=())
        run = parse(whole, str(self._path))
        for field in (
            "suite_version",
            "target",
            "model",
            "epochs",
            "versions",
            "rules",
        ):
            if getattr(run.header, field) != getattr(header, field):
                raise InputError(
                    f"{self._path}: is a run with another {field}; start afresh"
                    " without --resume"
                )
        kept = tuple(s for s in run.samples if s.error is None)
        lines = [run.header.model_dump_json(), *(s.model_dump_json() for s in kept)]
        temporary = self._path.with_name(self._path.name + ".part")
        try:
            temporary.write_text("\n".join(lines) + "\n", encoding="utf-8")
            os.replace(temporary, self._path)  # noqa: PTH105 - atomic, and said so
            self._file = self._path.open("a", encoding="utf-8")
        except OSError as error:
            raise _unwritable(self._path, error) from None
        return Run(header=run.header, samples=kept)

    def add(self, line: Sample | End) -> None:
        """Append one line, whole."""
        self._put(line.model_dump_json())

    def _put(self, text: str) -> None:
        assert self._file is not None, "begin or resume first"  # noqa: S101
        self._file.write(text + "\n")
        self._file.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file is not None:
            self._file.close()


def read(path: str | Path) -> Run:
    """Return the run file at *path*; a cut last line is left out.

    A case that stands twice (never, unless two processes wrote) counts once.
    """
    return parse(_whole_lines(Path(path)), str(path))


def parse(lines: Iterable[str], where: str) -> Run:
    """Return the run that *lines* hold; InputError names *where* and the line."""
    header: Header | None = None
    samples: dict[tuple[str, int], Sample] = {}
    end: End | None = None
    for number, line in enumerate(lines, 1):
        try:
            kind = json.loads(line).get("type")
            if kind == "run":
                header = Header.model_validate_json(line)
            elif kind == "sample":
                sample = Sample.model_validate_json(line)
                samples.setdefault((sample.id, sample.epoch), sample)
            elif kind == "end":
                end = End.model_validate_json(line)
        except (ValueError, AttributeError, ValidationError):
            raise InputError(f"{where}: line {number} is no line of a run") from None
    if header is None:
        raise InputError(f"{where}: is no run file: it has no header")
    ordered = tuple(samples[key] for key in sorted(samples))
    return Run(header=header, samples=ordered, end=end)


def settled(run: Run) -> str:
    """Return *run* as text that differs only where its notes or scores do.

    For a baseline under version control: sorted, without times.
    """
    lines = [run.header.model_copy(update={"started": ""}).model_dump_json()]
    for sample in run.samples:
        still = sample
        if sample.output is not None:
            attempts = tuple(
                a.model_copy(update={"ms": 0}) for a in sample.output.attempts
            )
            output = sample.output.model_copy(update={"ms": 0, "attempts": attempts})
            still = sample.model_copy(update={"output": output})
        lines.append(still.model_dump_json())
    if run.end is not None:
        lines.append(run.end.model_copy(update={"seconds": 0.0}).model_dump_json())
    return "\n".join(lines) + "\n"


def _whole_lines(path: Path) -> list[str]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from None
    whole = raw[: raw.rfind(b"\n") + 1]
    try:
        # Not splitlines(): a note may hold U+2028, which JSON leaves as it is.
        return [line for line in whole.decode("utf-8").split("\n") if line.strip()]
    except UnicodeDecodeError:
        raise InputError(f"{path}: is no run file: not UTF-8") from None


def _unwritable(path: Path, error: OSError) -> InputError:
    return InputError(f"{path}: cannot be written ({error.strerror})")
