"""The body of a chat completion -> what the model said.

Read leniently where it does not matter (names, tokens) and strictly where it does:
a body without an answer, a refusal and half an answer each have their own error.
"""

from typing import NamedTuple

from pydantic import BaseModel, Field, ValidationError

from afternote.errors import ModelReplied, ModelUnavailable

TEXT_LIMIT = 16 * 1024
"""Characters of an answer; a note has 700."""


class _Message(BaseModel):
    content: str | None = None
    refusal: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Completion(BaseModel):
    """What is looked at; everything else is left alone."""

    choices: list[_Choice] = Field(min_length=1)
    model: object = None
    usage: object = None


class Said(NamedTuple):
    """The text, whether it was cut off, the server's name for the model, tokens."""

    text: str
    cut: bool
    model: str | None
    tokens: tuple[int, int]


def read(body: bytes, host: str) -> Said:
    """Return what the model at *host* said, whole or cut off.

    Raises ModelReplied where *body* is no completion, ModelUnavailable for a refusal.
    """
    try:
        completion = _Completion.model_validate_json(body)
    except ValidationError:
        raise ModelReplied(
            f"{host} sent no chat completion: check base_url (most end in /v1)",
            reason="unreadable",
        ) from None
    choice, tokens = completion.choices[0], _tokens(completion.usage)
    if choice.message.refusal or choice.finish_reason == "content_filter":
        raise ModelUnavailable(
            f"the model at {host} refused", reason="refused", tokens=tokens
        )
    return Said(
        choice.message.content or "",
        choice.finish_reason == "length",
        _name(completion.model),
        tokens,
    )


def whole(said: Said, host: str) -> str:
    """Return the text of *said*; ModelReplied when it is empty, cut or too long."""
    if said.cut:
        what = "is cut off"
    elif not said.text.strip():
        what = "is empty"
    elif len(said.text) > TEXT_LIMIT:
        what = "is too long"
    else:
        return said.text
    raise ModelReplied(
        f"the answer from {host} {what}", reason="unreadable", tokens=said.tokens
    )


def _name(name: object) -> str | None:
    """Return the server's name for its model, where it is fit to be shown."""
    fit = isinstance(name, str) and 0 < len(name) <= 100 and name.isprintable()
    return str(name) if fit else None


def _tokens(usage: object) -> tuple[int, int]:
    """Return the tokens in and out; 0 where the server is silent or talks nonsense."""

    def count(key: str) -> int:
        value = usage.get(key) if isinstance(usage, dict) else None
        return value if type(value) is int and 0 <= value < 10**9 else 0

    return count("prompt_tokens"), count("completion_tokens")
