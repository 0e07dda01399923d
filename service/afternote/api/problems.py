"""What a caller is told when something is wrong: RFC 9457, no word of the notes."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from starlette.responses import Response

PREFIX = "urn:afternote:problem:"


class Kind(NamedTuple):
    """A sort of problem: its status and its title, both stable."""

    status: int
    title: str


KINDS: dict[str, Kind] = {
    "bad-request": Kind(400, "The request cannot be read"),
    "host-unknown": Kind(400, "The server is not known by this name"),
    "key-missing": Kind(401, "An API key is needed"),
    "key-unknown": Kind(401, "This API key is not known"),
    "scope-missing": Kind(403, "This API key may not do this"),
    "other-origin": Kind(403, "A page of another origin may not ask this"),
    "not-found": Kind(404, "There is nothing here"),
    "method-not-allowed": Kind(405, "This method is not allowed here"),
    "too-slow": Kind(408, "The request did not arrive in time"),
    "still-working": Kind(409, "The first request with this key is still under way"),
    "too-many-batches": Kind(409, "There are too many batches of this key"),
    "too-large": Kind(413, "The request is too large"),
    "media-type": Kind(415, "The media type is not understood"),
    "invalid": Kind(422, "The request does not fit"),
    "notes-unusable": Kind(422, "The notes, or what was asked of them, are unusable"),
    "batch-unusable": Kind(422, "The batch, or its webhook, is unusable"),
    "key-reused": Kind(422, "This Idempotency-Key came with another request"),
    "too-many": Kind(429, "Too many requests"),
    "broken": Kind(500, "Something is broken on our side"),
    "batches-off": Kind(501, "This server takes no batches"),
    "model-unavailable": Kind(503, "A model was required and gave no note"),
    "busy": Kind(503, "The server is busy"),
    "state-unavailable": Kind(503, "What the servers share cannot be reached"),
    "draining": Kind(503, "The server is stopping"),
}
"""Slug -> kind; the slug ends the `type`, and never changes its meaning."""

IANA = {"too-many": "https://iana.org/assignments/http-problem-types#quota-exceeded"}
"""Types that are registered keep their registered name."""


class Refusal(Exception):
    """A request is answered with a problem of *kind* (a key of `KINDS`).

    *detail* is for a person and never quotes what was sent. *more* are further
    members of the problem, *headers* of the response.
    """

    def __init__(
        self,
        kind: str,
        detail: str,
        *,
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ) -> None:
        super().__init__(kind)
        self.kind = kind
        self.detail = detail
        self.headers = dict(headers or {})
        self.more = more

    def as_object(self, request_id: str) -> dict[str, Any]:
        """Return the problem as JSON's object."""
        kind = KINDS[self.kind]
        return {
            "type": IANA.get(self.kind, PREFIX + self.kind),
            "title": kind.title,
            "status": kind.status,
            "detail": self.detail,
            "request_id": request_id,
            **self.more,
        }

    def response(self, request_id: str) -> Response:
        """Return the problem as a response."""
        return Response(
            json.dumps(self.as_object(request_id), ensure_ascii=False),
            status_code=KINDS[self.kind].status,
            headers=self.headers,
            media_type="application/problem+json",
        )


def of_validation(errors: Sequence[Any]) -> Refusal:
    """Return the refusal for pydantic's *errors*: where and why, never what.

    A field's name that nobody knows is the caller's own text too, so only the place
    it stands in is told.
    """
    if any(e["type"] == "json_invalid" for e in errors):
        return Refusal("bad-request", "the body is not JSON")
    said = []
    for error in errors[:20]:
        place = [part for part in error["loc"] if part not in ("body", "query", "path")]
        unknown = error["type"] == "extra_forbidden"
        pointer = "".join(f"/{part}" for part in (place[:-1] if unknown else place))
        detail = "a field here is not known" if unknown else error["msg"]
        said.append({"pointer": pointer, "detail": detail})
    first = said[0]
    where = first["pointer"] or "the body"
    return Refusal("invalid", f"{where}: {first['detail']}", errors=said)
