"""What a model is: something that answers messages."""

from typing import NamedTuple, Protocol

from afternote.schema import Message

__all__ = ["Answer", "Message", "Model"]


class Answer(NamedTuple):
    """What a model said, and what it cost. Tokens are 0 where the server is silent."""

    text: str
    model: str
    input_tokens: int
    output_tokens: int


class Model(Protocol):
    """What answers a prompt. One call is one request; nothing here retries."""

    @property
    def name(self) -> str:
        """The model's name as configured."""

    async def ask(
        self, messages: tuple[Message, ...], *, schema: dict[str, object], name: str
    ) -> Answer:
        """Return the answer to *messages*, shaped by the JSON *schema* if possible.

        *name* names the schema. Raises ModelUnavailable (gone, refused for good) or
        ModelReplied (answered, but nothing usable).
        """
