"""What stands in a row: a line asks for notes, a row answers with them or an error.

Both are what the HTTP API and `draft --json` speak. A row never quotes the line.
"""

import csv
import io
import json
from typing import Any, NamedTuple

from pydantic import Field, ValidationError

from afternote.errors import AfternoteError, InputError, ModelUnavailable
from afternote.pipeline import Drafted
from afternote.request import NotesRequest
from afternote.schema import Note

COLUMNS = ("id", "to", "subject", "text", "origin", "reason", "error", "object")
"""Of a CSV row. The last is the whole object; the others are for people."""

BETWEEN = "\n\n---\n\n"
"""Parts the texts of several notes in one cell."""

_TRUTHS = {"true": True, "yes": True, "1": True, "false": False, "no": False}
_TRUTHS["0"] = False
_FLAGS = ("offline", "private", "ask_feedback", "connect", "require_model")
_NUMBERS = ("seed", "deadline", "max_calls")
_OBJECTS = ("brief", "released")


class Line(NotesRequest):
    """What is asked, and the caller's own *id* for it."""

    id: str | int | None = Field(default=None)


class Bad(NamedTuple):
    """A line that asks for nothing that can be given, and why; *id* where known."""

    why: str
    id: str | int | None = None


def of_json(raw: bytes) -> Line | Bad:
    """Return the line that a JSON object asks for."""
    try:
        return Line.model_validate_json(raw)
    except ValidationError as error:
        why = _why(error)
    try:
        given = json.loads(raw)
    except ValueError:
        return Bad("is not JSON: an object on one line is wanted")
    if not isinstance(given, dict):
        return Bad("is no JSON object")
    named = given.get("id")
    return Bad(why, named if isinstance(named, str | int) else None)


def of_cells(header: tuple[str, ...], cells: list[str]) -> Line | Bad:
    """Return the line that a CSV record asks for; an empty cell says nothing."""
    if len(cells) > len(header):
        return Bad(f"has {len(cells)} cells where the header names {len(header)}")
    given: dict[str, Any] = {
        name: cell
        for name, cell in zip(header, cells, strict=False)
        if name and cell.strip()
    }
    named = given.get("id")
    try:
        for name in given.keys() & {*_NUMBERS, *_OBJECTS}:
            given[name] = json.loads(given[name])
    except (ValueError, RecursionError):
        return Bad(f"{name}: is no {'number' if name in _NUMBERS else 'JSON'}", named)
    for name in given.keys() & {*_FLAGS}:
        given[name] = _TRUTHS.get(given[name].strip().casefold(), given[name])
    try:
        return Line.model_validate(given)
    except ValidationError as error:
        return Bad(_why(error), named)


def _why(error: ValidationError) -> str:
    first = error.errors(include_input=False, include_url=False)[0]
    if first["type"] == "json_invalid":
        return "is not JSON: an object on one line is wanted"
    # A name of a field may be the caller's own words.
    known = {*Line.model_fields, "start", "end"}
    place = ".".join(str(p) for p in first["loc"] if p in known or isinstance(p, int))
    if first["type"] == "extra_forbidden":
        return f"{place + ': ' if place else ''}holds a field that is not known"
    return f"{place or 'line'}: {first['msg']}"


def noted(id: str | int | None, drafted: Drafted) -> bytes:
    """Return the row of a line that was drafted: JSON, one line, without its end."""
    notes = ",".join(note.model_dump_json() for note in drafted.notes)
    brief = drafted.brief.model_dump_json()
    return f'{{"id":{_one_line(id)},"notes":[{notes}],"brief":{brief}}}'.encode()


def failed(id: str | int | None, line: int, kind: str, detail: str) -> bytes:
    """Return the row of a line without a note. *kind* is for programs."""
    error = {"kind": kind, "detail": detail, "line": line}
    return _one_line({"id": id, "error": error}).encode()


def kind_of(error: AfternoteError) -> str:
    """Return the word by which programs know *error*: the problem types of the API."""
    match error:
        case InputError():
            return "notes-unusable"
        case ModelUnavailable():
            return "model-unavailable"
        case _:
            return "broken"


def changed(row: bytes, notes: dict[int, Note]) -> bytes:
    """Return *row* with some of its *notes*, by their place, in place of its own."""
    given = json.loads(row)
    for place, note in notes.items():
        given["notes"][place] = note.model_dump(mode="json")
    return json.dumps(given, ensure_ascii=False, separators=(",", ":")).encode()


def as_line(row: bytes) -> bytes:
    """Return *row* as a line of a JSONL file, one line for every reader of lines."""
    text = row.decode()
    for mark in "\x85\u2028\u2029":  # str.splitlines() ends a line there
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return text.encode() + b"\n"


def as_record(row: bytes) -> bytes:
    """Return *row* as a record of a CSV file with `COLUMNS`."""
    given = json.loads(row)
    notes, error = given.get("notes", []), given.get("error", {})
    return record(
        (
            given["id"],
            " ".join(note["to"] for note in notes),
            notes[0]["subject"] if notes else "",
            BETWEEN.join(note["text"] for note in notes),
            " ".join(note["origin"]["kind"] for note in notes),
            " ".join(note["origin"]["reason"] or "" for note in notes).strip(),
            error.get("detail", ""),
            row.decode(),
        )
    )


def record(cells: tuple[object, ...]) -> bytes:
    """Return *cells* as one record of a CSV file."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow(cells)
    return written.getvalue().encode()


def _one_line(given: object) -> str:
    return json.dumps(given, ensure_ascii=False, separators=(",", ":"))
