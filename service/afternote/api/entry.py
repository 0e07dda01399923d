"""Who may come in: host, origin, API key. Judged by the head, before the body."""

import ipaddress
import re
from typing import NamedTuple
from urllib.parse import urlsplit

from starlette.datastructures import Headers

from afternote.api.keys import Key, Keys, Scope
from afternote.api.problems import Refusal
from afternote.settings import Settings

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
"""Names of this machine: others, pointed at it by DNS, are turned away."""

_HOST = re.compile(r"(\[[0-9a-f:.]{2,45}\]|[a-z0-9._-]{1,253})(?::\d{1,5})?", re.I)
_BEARER = re.compile(r"Bearer +(\S{1,512})", re.I)


class Caller(NamedTuple):
    """Who asks: *name* for limits, *secret* to seal what is kept for them."""

    name: str
    secret: str
    key: Key | None


def is_loopback(host: str) -> bool:
    """Tell whether *host* (a name or an address) is this machine alone."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


def check_host(headers: Headers, settings: Settings) -> None:
    """Raise Refusal unless the request names this server (DNS rebinding)."""
    allowed = {h.strip().casefold() for h in settings.hosts.split(",") if h.strip()}
    match = _HOST.fullmatch(headers.get("host", ""))
    name = match[1].strip("[]").casefold() if match else ""
    if match is None or ("*" not in allowed and name not in LOCAL | allowed):
        raise Refusal(
            "host-unknown", "name the server's hosts in AFTERNOTE_HOSTS to allow them"
        )


def check_origin(headers: Headers) -> None:
    """Raise Refusal when a page of another origin asks."""
    origin = headers.get("origin")
    if headers.get("sec-fetch-site") in ("cross-site", "same-site"):
        raise Refusal("other-origin", "ask from the server's own page, or without one")
    if origin is None:
        return
    try:
        asking = urlsplit(origin).netloc.casefold()
    except ValueError:
        asking = ""
    if asking != headers.get("host", "").casefold():
        raise Refusal("other-origin", "ask from the server's own page, or without one")


def caller(
    keys: Keys, *, authorization: str, address: str, scope: Scope | None
) -> Caller:
    """Return who asks, by the header *authorization*.

    With no key in the file everybody is let in: such a server serves loopback only.
    *scope* is what the key must allow; None is content with any key.
    """
    if not keys.all():
        return Caller(f"address {address}", "", None)
    match = _BEARER.fullmatch(authorization)
    if match is None:
        raise Refusal(
            "key-missing",
            "send Authorization: Bearer and your key",
            headers={"WWW-Authenticate": 'Bearer realm="afternote"'},
        )
    key = keys.find(match[1])
    if key is None:
        raise Refusal(
            "key-unknown",
            "the key is not known, or was revoked",
            headers={
                "WWW-Authenticate": 'Bearer realm="afternote", error="invalid_token"'
            },
        )
    if scope is not None and scope not in key.scopes:
        raise Refusal("scope-missing", f"the key needs the scope {scope!r}")
    return Caller(f"key {key.id}", match[1], key)
