"""One request on its way: its names for logs and metrics, and the head of its answer.

Names come from closed lists, since a path may hold anything. One log line a request.
"""

import logging
import re
import secrets
import time
import traceback
from dataclasses import dataclass, field
from typing import Self

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import Message, Scope, Send

from afternote.api.limits import Purse, fields
from afternote.api.replay import Answer, Place
from afternote.api.state import Rule, Verdict

log = logging.getLogger(__name__)

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
HEADERS = {  # no-referrer would make a browser post forms with the origin "null"
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}

_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
_METHODS = frozenset("GET HEAD POST PUT PATCH DELETE OPTIONS TRACE".split())


@dataclass
class Exchange:
    """What was found out so far. *status* is 0 until an answer begins."""

    id: str
    route: str
    method: str
    started: float = field(default_factory=time.monotonic)
    rate: tuple[str, Rule, Verdict] | None = None
    purse: Purse | None = None
    status: int = 0
    complete: bool = False
    place: Place | None = None
    kept: bytearray | None = None
    media_type: str = ""
    location: str | None = None

    @classmethod
    def of(cls, scope: Scope, headers: Headers, route: str) -> Self:
        """Return the exchange that *scope* begins."""
        given = headers.get("request-id", "")
        return cls(
            id=given if _ID.fullmatch(given) else secrets.token_hex(8),
            route=route,
            method=scope["method"] if scope["method"] in _METHODS else "other",
        )

    @property
    def seconds(self) -> float:
        """Seconds since it began."""
        return time.monotonic() - self.started

    @property
    def answer(self) -> Answer | None:
        """The answer to be kept for the next time, where it is a good one."""
        good = self.status in (200, 202)
        if self.kept is None or not good or not self.complete:
            return None
        return Answer(self.status, self.media_type, bytes(self.kept), self.location)

    def sender(self, send: Send) -> Send:
        """Return a send that adds our headers and takes note of the answer."""

        async def out(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._head(message)
            elif message["type"] == "http.response.body":
                if self.kept is not None:
                    self.kept += message.get("body", b"")
                self.complete = not message.get("more_body", False)
            await send(message)

        return out

    def _head(self, message: Message) -> None:
        self.status = message["status"]
        headers = MutableHeaders(scope=message)
        headers["Request-Id"] = self.id
        for name, value in (HEADERS | self._limits()).items():
            headers[name] = value
        if "cache-control" not in headers:
            headers["Cache-Control"] = "no-store"
        self.media_type = headers.get("content-type", "")
        self.location = headers.get("location")

    def _limits(self) -> dict[str, str]:
        """Return what is left to the caller, as far as anybody counted."""
        told = [self.rate] if self.rate else []
        if self.purse and self.purse.verdict:
            told.append(("tokens", self.purse.rule, self.purse.verdict))
        return fields(*told) if told else {}

    def log_end(self) -> None:
        """Log the one line of this request."""
        log.info(
            "request id=%s method=%s route=%s status=%d ms=%d",
            self.id,
            self.method,
            self.route,
            self.status,
            round(self.seconds * 1000),
        )

    def log_error(self, error: Exception) -> None:
        """Log where our own error came from; its message may hold what was sent."""
        frames = traceback.extract_tb(error.__traceback__)[-8:]
        places = " < ".join(f"{f.name}:{f.lineno}" for f in reversed(frames))
        kind = type(error).__name__
        log.error("request id=%s broken %s at %s", self.id, kind, places)
