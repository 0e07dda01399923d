"""Text of a model -> the reply it was asked for. Forgives form, never guesses words.

Forgiven: a byte order mark, code fences, <think> passages, prose before and after, a
list round the one object, a bare list where the reply is one list, one key round the
whole, other case of keys, line breaks inside strings. Refused: half an answer, a key
that comes twice, a second object. Linear in the length of the text.
"""

import json
import re
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from afternote.errors import ModelReplied

Reply = TypeVar("Reply", bound=BaseModel)

_OBJECT = re.compile(r'(?:\[\s*)?\{\s*"')
_THINK = re.compile(r"\s*<(think|thinking|reasoning)>", re.I)
_THOUGHT = re.compile(r"</(?:think|thinking|reasoning)>", re.I)
_NOT_WORD = re.compile(r"[\W_]+")


def parse(text: str, reply: type[Reply]) -> Reply:
    """Return *text* as a *reply*; ModelReplied when it is none, or not whole."""
    try:
        value = _decoded(text.removeprefix("\ufeff"))
        schema = schema_of(reply)
        return reply.model_validate(_fitted(_unwrapped(value, schema), schema, schema))
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"]) or "the whole"
        what = error.errors()[0]["type"]
        raise _unreadable(f"{where} is amiss ({what})") from None
    except (ValueError, RecursionError) as error:
        what = error.args[0] if isinstance(error, _Odd) else "not whole JSON"
        raise _unreadable(str(what)) from None


class _Odd(ValueError):
    """The text breaks the form asked for; the message quotes none of it."""


def _unreadable(what: str) -> ModelReplied:
    return ModelReplied(
        f"the model's answer is not the JSON asked for: {what}", reason="unreadable"
    )


def _decoded(text: str) -> Any:
    """Return the one JSON value of *text*, with prose round it or not."""
    text = _after_thoughts(text)
    start = _OBJECT.search(text)
    if start is None:
        raise _Odd("there is no object in it")
    value, end = _DECODER.raw_decode(text, start.start())
    if _OBJECT.search(text, end):
        raise _Odd("there is more than one object in it")
    return value


def _after_thoughts(text: str) -> str:
    """Return what follows the model's thoughts; chat templates may eat the opening."""
    closing = None
    for match in _THOUGHT.finditer(text):
        closing = match
        break
    opened = _THINK.match(text)
    if opened and closing is None:
        raise _Odd("it ends in the middle of its thoughts")
    if closing and (opened or "{" not in text[: closing.start()]):
        return text[closing.end() :]
    return text


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Odd("a key comes twice")
    return found


# strict=False lets line breaks stand inside strings, as small models write them.
_DECODER = json.JSONDecoder(strict=False, object_pairs_hook=_no_key_twice)


def _unwrapped(value: Any, schema: dict[str, Any]) -> Any:
    """Take off what small models put round the reply, where one reading is left."""
    fields = schema.get("properties", {})
    known = {_plain(name) for name in fields}
    match value:
        case list() if _is_list(fields) and not _names_one(value, known):
            return {next(iter(fields)): value}
        case [dict() as only]:
            return _unwrapped(only, schema)
        case dict() if len(value) == 1 and _plain(next(iter(value))) not in known:
            inner = next(iter(value.values()))
            return inner if isinstance(inner, dict) else value
        case _:
            return value


def _is_list(fields: dict[str, Any]) -> bool:
    return len(fields) == 1 and "items" in next(iter(fields.values()))


def _names_one(value: list[Any], known: set[str]) -> bool:
    return any(_plain(k) in known for v in value if isinstance(v, dict) for k in v)


def _plain(key: str) -> str:
    return _NOT_WORD.sub("", key).casefold()


def _fitted(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> Any:
    """Spell the keys of *value* as *schema* does, where only one field can be meant."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    match value:
        case list() if "items" in schema:
            return [_fitted(item, schema["items"], root) for item in value]
        case dict() if "properties" in schema:
            fields = schema["properties"]
            names = {_plain(name): name for name in fields}
            if len({_plain(key) for key in value}) != len(value):
                raise _Odd("two keys differ in case only")
            spelt = {names.get(_plain(key), key): key for key in value}
            return {
                name: _fitted(value[key], fields.get(name, {}), root)
                for name, key in spelt.items()
            }
        case _:
            return value


@cache
def schema_of(reply: type[BaseModel]) -> dict[str, Any]:
    """Return the JSON schema of *reply*, closed, without titles and docstrings.

    Strict servers take no open object. Titles and docstrings are written for us; a
    model would read, and be billed for, every word.
    """
    bare: dict[str, Any] = _without_docs(reply.model_json_schema())
    return bare


def _without_docs(schema: Any) -> Any:
    match schema:
        case {"properties": dict(properties)}:
            kept = {
                key: _without_docs(value)
                for key, value in schema.items()
                if key not in ("title", "description", "properties")
            }
            kept["additionalProperties"] = False
            kept["properties"] = {k: _without_docs(v) for k, v in properties.items()}
            return kept
        case dict():
            return {k: _without_docs(v) for k, v in schema.items() if k != "title"}
        case list():
            return [_without_docs(item) for item in schema]
        case _:
            return schema
