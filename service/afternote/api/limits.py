"""How often a caller may ask, and what their notes may cost: two buckets a caller.

Told in the IETF's header fields (draft-ietf-httpapi-ratelimit-headers-10):
`RateLimit-Policy` says the rule, `RateLimit` what is left of it. Too many requests are
refused; a used-up budget of tokens is not: notes then come from templates.
"""

import hashlib
import math

from afternote.api.state import Rule, State, Verdict
from afternote.errors import ModelError
from afternote.models import Answer, Message, Model

MINUTE, DAY = 60.0, 24 * 3600.0

FIRST = 2000
"""Tokens taken when a note begins, about what one costs, and settled when it ends:
else a thousand notes begun at once would all find the last token."""

LETTERS = 4
"""Characters a token has, roughly: the price of a request that was never answered."""


class Limits:
    """Counts in *state*. *rate* is requests a minute, *tokens* tokens a day, if any."""

    def __init__(self, state: State, *, rate: int, tokens: int | None = None) -> None:
        self.state = state
        self.rate = Rule(rate, MINUTE)
        self._tokens = tokens

    async def ask(self, caller: str) -> Verdict:
        """Count one request of *caller*, unless it is one too many."""
        return await self.state.take(_bucket("rate", caller), self.rate)

    def purse(self, caller: str, tokens: int | None = None) -> "Purse | None":
        """Return what *caller* may spend; None when it is not counted.

        *tokens* a day are their own; else those of everybody.
        """
        quota = tokens or self._tokens
        if quota is None:
            return None
        return Purse(self.state, _bucket("tokens", caller), Rule(quota, DAY))


class Purse:
    """The tokens of one caller; *verdict* is what was found when it was opened."""

    verdict: Verdict | None = None

    def __init__(self, state: State, bucket: str, rule: Rule) -> None:
        self._state = state
        self._bucket = bucket
        self.rule = rule

    async def open(self) -> bool:
        """Take the first tokens and tell whether there are any; then `close` it."""
        self.verdict = await self._state.take(self._bucket, self.rule, FIRST)
        return self.verdict.admitted

    async def close(self, spent: int) -> None:
        """Settle what was really *spent*, in tokens."""
        await self._state.settle(self._bucket, self.rule, spent - FIRST)


class Counted:
    """*model*, with the tokens of every request counted in *spent*."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self.spent = 0

    @property
    def name(self) -> str:
        """The model's name as configured."""
        return self._model.name

    async def ask(
        self, messages: tuple[Message, ...], *, schema: dict[str, object], name: str
    ) -> Answer:
        """Return the model's answer; see `Model`."""
        guess = sum(len(message.content) for message in messages) // LETTERS
        self.spent += guess
        try:
            answer = await self._model.ask(messages, schema=schema, name=name)
        except ModelError as error:
            self.spent += sum(error.tokens) - guess
            raise
        # Some servers do not say what an answer cost: the guess then stands.
        told = answer.input_tokens + answer.output_tokens
        self.spent += told - guess if told else len(answer.text) // LETTERS
        return answer


def fields(*told: tuple[str, Rule, Verdict]) -> dict[str, str]:
    """Return the header fields that tell each verdict by the name of its policy."""
    policies = (f'"{n}";q={r.quota};w={r.window:.0f}' for n, r, _ in told)
    left = (f'"{n}";r={v.left};t={math.ceil(v.wait)}' for n, _, v in told)
    return {"RateLimit-Policy": ", ".join(policies), "RateLimit": ", ".join(left)}


def retry_after(verdict: Verdict) -> dict[str, str]:
    """Return the field that says when to ask again."""
    return {"Retry-After": str(max(math.ceil(verdict.wait), 1))}


def _bucket(what: str, caller: str) -> str:
    return what + ":" + hashlib.sha256(caller.encode()).hexdigest()[:32]
