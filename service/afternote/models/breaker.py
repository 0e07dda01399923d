"""A small circuit breaker: stops asking an endpoint that keeps failing.

It lives as long as the process and knows only this process: each worker has its own.
"""

import time
from collections.abc import Callable
from typing import Literal, NamedTuple

State = Literal["closed", "open", "half_open"]


class Ticket(NamedTuple):
    """Leave for one request; handed back with how the request ended."""

    probe: bool


class Breaker:
    """Opens after *failures* in a row; lets one probe through after *cool_down* s.

    Every ticket must be handed back once, to `succeeded`, `failed` or `released`.
    *clock* returns seconds and never goes back.
    """

    def __init__(
        self,
        *,
        failures: int = 5,
        cool_down: float = 30.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._limit = failures
        self._cool_down = cool_down
        self._clock = clock
        self._in_a_row = 0
        self._opened: float | None = None
        self._probe_out = False

    @property
    def state(self) -> State:
        """Closed: all may ask; open: nobody; half open: one probe may, or is out."""
        if self._opened is None:
            return "closed"
        cooled = self._clock() - self._opened >= self._cool_down
        return "half_open" if cooled else "open"

    @property
    def refuses(self) -> bool:
        """Would `admit` say no now?"""
        return self.state == "open" or self._probe_out

    def admit(self) -> Ticket | None:
        """Return leave for one request, or None while the endpoint is left alone."""
        if self.refuses:
            return None
        self._probe_out = probe = self.state == "half_open"
        return Ticket(probe)

    def succeeded(self, ticket: Ticket) -> None:
        """The endpoint answered, be it with a refusal: all is well with the line."""
        self._hand_back(ticket)
        self._in_a_row, self._opened = 0, None

    def failed(self, ticket: Ticket) -> None:
        """The endpoint did not answer, or said that it cannot just now.

        Late failures of requests that were let out before it opened count for
        nothing: they would only lengthen the wait.
        """
        self._hand_back(ticket)
        self._in_a_row += 1
        if ticket.probe or (self._opened is None and self._in_a_row >= self._limit):
            self._opened = self._clock()

    def released(self, ticket: Ticket) -> None:
        """The request was cancelled by its caller: that says nothing either way."""
        self._hand_back(ticket)

    def _hand_back(self, ticket: Ticket) -> None:
        if ticket.probe:
            self._probe_out = False
