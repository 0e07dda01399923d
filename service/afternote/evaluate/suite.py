"""Suites and cases: what an eval asks, read from TOML files.

    evals/core/suite.toml           why, scorers, gate
    evals/core/cases/NAME.toml      why, notes, expect

The file's name is the case's id. A folder of the same shape anywhere is a suite too.
"""

import hashlib
import tomllib
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, Field, ValidationError

from afternote.assets import folder
from afternote.errors import InputError
from afternote.schema import Flags, Frozen, Options

M = TypeVar("M", bound=BaseModel)


class Expect(Frozen):
    """What a note made from the case must do. What is left out is not scored.

    *greets*: accepted names, one of which the greeting may use; empty means that
    nobody may be named. *company*, *role*: accepted forms, such as "Senior" for "Sr".
    *mentions*: particulars, at least one of which must be there. *avoids*: strings that
    must not be there.
    """

    greets: tuple[str, ...] | None = None
    company: tuple[str, ...] | None = None
    role: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    avoids: tuple[str, ...] = ()


class Case(Frozen):
    """One situation: the rough notes, what is asked, and what is expected.

    *why* says what is lost without the case. Cases of one *cluster* (one author, one
    rough note) are not independent and stay together in every test of significance.
    """

    id: str
    why: str
    notes: str
    cluster: str = ""
    tags: tuple[str, ...] = ()
    options: Options = Options()
    flags: Flags = Flags()
    expect: Expect = Expect()


class Gate(Frozen):
    """When a run is good enough. Shares are 0 to 1.

    *hard*: scorers that every case must pass. *floors*: the least share that must
    pass. *ceilings*: the most a figure of the whole run may be. *max_drop*: the drop
    in the share of clean cases, against a baseline, that matters. *max_fallback*: the
    most notes that may be templates when a model was asked.
    """

    hard: tuple[str, ...] = ()
    floors: dict[str, float] = Field(default_factory=dict)
    ceilings: dict[str, float] = Field(default_factory=dict)
    max_drop: float = Field(default=0.10, gt=0, lt=1)
    max_fallback: float = Field(default=0.20, ge=0, le=1)


class _SuiteFile(Frozen):
    why: str
    scorers: tuple[str, ...]
    gate: Gate = Gate()
    converted: str = ""


class Suite(Frozen):
    """A suite with its cases in the order of their names."""

    name: str
    why: str
    scorers: tuple[str, ...]
    gate: Gate
    cases: tuple[Case, ...]

    @cached_property
    def version(self) -> str:
        """Eight hex digits of the SHA-256 of all that the suite asks."""
        text = self.model_dump_json()
        return hashlib.sha256(text.encode()).hexdigest()[:8]

    def case(self, name: str) -> Case | None:
        """Return the case called *name*, or None."""
        return next((c for c in self.cases if c.id == name), None)

    def only(self, wanted: str | None) -> "Suite":
        """Return the suite with the cases whose id or tags hold *wanted*."""
        if wanted is None:
            return self
        kept = tuple(c for c in self.cases if wanted in c.id or wanted in c.tags)
        if not kept:
            raise InputError(
                f"no case of {self.name} has {wanted!r} in its name or tags"
            )
        return self.model_copy(update={"cases": kept})


def names() -> list[str]:
    """Return the names of the shipped suites."""
    return sorted(p.parent.name for p in folder("evals").glob("*/suite.toml"))


def load(name: str) -> Suite:
    """Return the shipped suite called *name*, or the one in the folder *name*.

    Raises InputError, in one line that names the file, for anything amiss.
    """
    path = Path(name) if "/" in name or Path(name, "suite.toml").is_file() else None
    path = path or folder("evals") / name
    if not (path / "suite.toml").is_file():
        known = ", ".join(names())
        raise InputError(f"there is no suite {name!r}; there are {known}")
    asked = _read(path / "suite.toml", _SuiteFile)
    files = sorted((path / "cases").glob("*.toml"))
    if not files:
        raise InputError(f"{path.name}: has no cases")
    return Suite(
        name=path.resolve().name,
        why=asked.why,
        scorers=asked.scorers,
        gate=asked.gate,
        cases=tuple(_read(file, Case, id=file.stem) for file in files),
    )


def _read(path: Path, kind: type[M], **more: str) -> M:
    where = f"{path.parent.parent.name}/{path.name}"
    try:
        return kind.model_validate(
            tomllib.loads(path.read_text(encoding="utf-8")) | more
        )
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{where}: cannot be read: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the whole"
        raise InputError(f"{where}: {place}: {first['msg']}") from None
