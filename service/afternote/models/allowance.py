"""One draft's dealings with a model: retries, deadline, call budget and breaker.

    ask ── may I? ── request ──┬─ answer ── parse ──▶ reply
            ▲                  └─ ModelBusy ── wait, while there is time ─┐
            └──────────────────────────────────────────────────────────────┘

A try is refused, never started late: a wait that would pass the deadline is not begun.
"""

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable
from random import uniform
from typing import TypeVar

from pydantic import BaseModel
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type

from afternote.errors import ModelBusy, ModelError, ModelReplied, ModelUnavailable
from afternote.models import Answer, Message, Model
from afternote.models.breaker import Breaker, Ticket
from afternote.models.reply import parse, schema_of
from afternote.schema import Usage

TRIES = 3
"""How often one and the same request is sent; a change of form is no try (`wait=0`)."""

BASE, CAP = 0.5, 8.0
"""Full jitter: a wait is drawn from 0 to min(CAP, BASE * 2**n) seconds, n = 0, 1, …"""

JITTER = 0.5
"""Seconds at most on top of Retry-After, so that those told to wait do not come back
all together."""

Reply = TypeVar("Reply", bound=BaseModel)


class Allowance:
    """What one draft may spend on *model*: *max_calls* requests, until *ends*.

    *ends* and *until* are points in time of *clock*, in seconds. *breaker* is shared
    by all drafts of a process. *sleep* is what waiting between tries calls.
    """

    def __init__(
        self,
        model: Model,
        *,
        ends: float,
        max_calls: int,
        breaker: Breaker | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._model = model
        self._ends = ends
        self._max_calls = max_calls
        self._breaker = breaker or Breaker(failures=sys.maxsize)
        self._clock = clock
        self._sleep = sleep
        self._usage = Usage()
        self._answered_by = model.name

    @property
    def usage(self) -> Usage:
        """What was spent so far: every request, failed ones too, and all tokens."""
        return self._usage

    @property
    def answered_by(self) -> str:
        """The model's name as its server last told it, else as configured."""
        return self._answered_by

    async def ask(
        self,
        messages: tuple[Message, ...],
        reply: type[Reply],
        *,
        until: float | None = None,
    ) -> Reply:
        """Return the model's reply to *messages*, asked again while it is busy.

        Raises ModelReplied for an answer that is no *reply*, and ModelUnavailable
        with the reason: deadline, calls, circuit, unavailable, rejected or refused.
        """
        limit = self._ends if until is None else min(self._ends, until)
        patience = _Patience(lambda wait: self._may_retry(wait, limit))
        retrying = AsyncRetrying(
            retry=retry_if_exception_type(ModelBusy),
            after=patience.count,
            wait=patience.wait,
            stop=patience.ends,
            sleep=self._sleep,
            reraise=True,
        )
        try:
            answer: Answer = await retrying(self._request, messages, reply, limit)
        except ModelBusy as busy:
            if patience.tries < TRIES and self._calls_used_up():
                raise self._no_calls_left() from busy
            raise ModelUnavailable(str(busy), reason="unavailable") from busy
        return parse(answer.text, reply)

    def _may_retry(self, wait: float, limit: float) -> bool:
        in_time = self._clock() + wait < limit
        return in_time and not self._calls_used_up() and not self._breaker.refuses

    def _calls_used_up(self) -> bool:
        return self._usage.calls >= self._max_calls

    def _no_calls_left(self) -> ModelUnavailable:
        return ModelUnavailable(
            f"all {self._max_calls} calls to the model are used up", reason="calls"
        )

    async def _request(
        self, messages: tuple[Message, ...], reply: type[BaseModel], limit: float
    ) -> Answer:
        left = limit - self._clock()
        if left <= 0:
            raise _too_late()
        if self._calls_used_up():
            raise self._no_calls_left()
        ticket = self._breaker.admit()
        if ticket is None:
            raise ModelUnavailable(
                "the model failed too often just now and is left alone for a while",
                reason="circuit",
            )
        self._spend(calls=1)
        try:
            async with asyncio.timeout(left) as scope:
                answer = await self._model.ask(
                    messages, schema=schema_of(reply), name=reply.__name__.lower()
                )
        except TimeoutError as error:
            self._breaker.failed(ticket)
            if not scope.expired():
                raise
            raise _too_late() from error
        except ModelError as error:
            self._tell_breaker(ticket, error)
            self._spend(tokens=error.tokens)
            raise
        except BaseException:  # cancelled, or a mistake of ours: says nothing of it
            self._breaker.released(ticket)
            raise
        self._breaker.succeeded(ticket)
        self._spend(tokens=(answer.input_tokens, answer.output_tokens))
        self._answered_by = answer.model or self._answered_by
        return answer

    def _tell_breaker(self, ticket: Ticket, error: ModelError) -> None:
        """Only an endpoint that does not answer fails; a "no" is an answer too."""
        reformed = isinstance(error, ModelBusy) and error.wait == 0
        answered = isinstance(error, ModelReplied) or error.reason != "unavailable"
        if reformed or answered:
            self._breaker.succeeded(ticket)
        else:
            self._breaker.failed(ticket)

    def _spend(self, *, calls: int = 0, tokens: tuple[int, int] = (0, 0)) -> None:
        spent = self._usage
        self._usage = Usage(
            calls=spent.calls + calls,
            input_tokens=spent.input_tokens + tokens[0],
            output_tokens=spent.output_tokens + tokens[1],
        )


class _Patience:
    """How often and how long one ask waits; *may_retry* is told the wait in seconds."""

    def __init__(self, may_retry: Callable[[float], bool]) -> None:
        self._may_retry = may_retry
        self.tries = 0

    def count(self, state: RetryCallState) -> None:
        self.tries += _asked_wait(state) != 0

    def wait(self, state: RetryCallState) -> float:
        asked = _asked_wait(state)
        if asked == 0:
            return 0.0
        if asked is not None:
            return asked + uniform(0, JITTER)  # noqa: S311 - spreads load, no secret
        return uniform(0, min(CAP, BASE * 2.0 ** (self.tries - 1)))  # noqa: S311

    def ends(self, state: RetryCallState) -> bool:
        return self.tries >= TRIES or not self._may_retry(state.upcoming_sleep)


def _asked_wait(state: RetryCallState) -> float | None:
    error = state.outcome.exception() if state.outcome else None
    return error.wait if isinstance(error, ModelBusy) else None


def _too_late() -> ModelUnavailable:
    return ModelUnavailable("the model did not answer in time", reason="deadline")
