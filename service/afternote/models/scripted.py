"""A model that says what it is told, for tests and evals."""

from collections import deque
from collections.abc import Callable, Iterable
from typing import NamedTuple

from pydantic import BaseModel

from afternote.errors import ModelError
from afternote.models import Answer, Message

Line = str | BaseModel | Answer | ModelError
Script = Iterable[Line] | Callable[[tuple[Message, ...]], Line]


class Seen(NamedTuple):
    """What the model was shown: the messages, the JSON schema and its name."""

    messages: tuple[Message, ...]
    schema: dict[str, object]
    name: str


class Scripted:
    """Says the lines of *script* in order, or what a callable makes of the messages.

    A pydantic reply is said as its JSON; an error is raised. *seen* keeps what the
    model was shown. Asked for more than its script holds, it raises LookupError:
    a script that is too short is a mistake of its author, not a missing model.
    """

    def __init__(self, script: Script, *, name: str = "scripted") -> None:
        self._say = script if callable(script) else _in_order(script)
        self._name = name
        self.seen: list[Seen] = []

    @property
    def name(self) -> str:
        """The name this model goes by."""
        return self._name

    async def ask(
        self, messages: tuple[Message, ...], *, schema: dict[str, object], name: str
    ) -> Answer:
        """Return the next line of the script, or raise it when it is an error."""
        self.seen.append(Seen(messages, schema, name))
        match self._say(messages):
            case ModelError() as error:
                raise error
            case Answer() as answer:
                return answer
            case BaseModel() as reply:
                return Answer(reply.model_dump_json(), self._name, 0, 0)
            case text:
                return Answer(text, self._name, 0, 0)


def _in_order(lines: Iterable[Line]) -> Callable[[tuple[Message, ...]], Line]:
    left = deque(lines)

    def say(messages: tuple[Message, ...]) -> Line:
        if not left:
            raise LookupError(f"nothing left to say to message {len(messages)}")
        return left.popleft()

    return say
