"""Tells a caller's own server that a batch has ended (Standard Webhooks 1.0).

A message says which batch and how it ended, never a word of any note. Where it may go
is judged twice: by its address when the batch is sent in, and by what the name really
leads to when it is told; the connection is made to that very address. Redirects are
answers like any other that is no 2xx.
"""

import asyncio
import base64
import binascii
import functools
import hashlib
import hmac
import ipaddress
import re
import socket
import ssl
from typing import Annotated, NamedTuple
from urllib.parse import urlsplit

from pydantic import Field

from afternote.schema import Frozen

PATIENCE = 15.0
"""Seconds for a whole try: Standard Webhooks asks for 15 to 30."""

FORBIDDEN = (
    "the webhook's url must be https at a public address; the operator may allow "
    "others (AFTERNOTE_WEBHOOK_PRIVATE)"
)
_STATUS = re.compile(rb"HTTP/1\.[01] (\d{3})\b")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Hook(Frozen):
    """Where the end of a batch is told, and what signs it."""

    url: Annotated[str, Field(max_length=2000, pattern=r"^https?://[!-~]+$")] = Field(
        description="https, at a public address, unless the operator allows more."
    )
    secret: Annotated[
        str,
        Field(
            pattern=r"^whsec_([A-Za-z0-9+/]{4}){8,21}"
            r"([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
        ),
    ] = Field(description="`whsec_` and 24 to 64 random bytes in base64.")


class ForbiddenError(Exception):
    """The operator does not allow messages to go there."""


class Target(NamedTuple):
    """A URL, taken apart. *host* may be a name or an address."""

    secure: bool
    host: str
    port: int
    path: str


def target_of(url: str, *, private: bool) -> Target:
    """Return where *url* leads; ForbiddenError where no message may go.

    *private* allows this machine (then without TLS too) and its network.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise ForbiddenError(FORBIDDEN) from None
    secure = parts.scheme == "https"
    if not host or "@" in parts.netloc or parts.fragment or port == 0:
        raise ForbiddenError(FORBIDDEN)
    literal = _literal(host)
    local = host == "localhost" or (literal is not None and literal.is_loopback)
    if not secure and not (local and private):
        raise ForbiddenError(FORBIDDEN)
    if not private and (local or (literal is not None and not is_public(literal))):
        raise ForbiddenError(FORBIDDEN)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(secure, host, port or (443 if secure else 80), path)


def is_public(address: Address) -> bool:
    """Tell whether *address* belongs to everybody's Internet, whatever it wraps."""
    if isinstance(address, ipaddress.IPv6Address):
        if address in _NAT64:
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if address.ipv4_mapped:
            return is_public(address.ipv4_mapped)
        if address.sixtofour or address.teredo or address.is_site_local:
            return False
    return address.is_global and not address.is_multicast


def signed(hook: Hook, id: str, at: int, body: bytes) -> dict[str, str]:  # noqa: A002
    """Return the header fields for *body*, told *at* seconds since 1970.

    *id* is the same for every try, so that the receiver can drop what it has.
    """
    try:
        key = base64.b64decode(hook.secret.removeprefix("whsec_"), validate=True)
    except binascii.Error:
        raise ForbiddenError("the webhook's secret is no base64") from None
    said = b"%s.%d.%s" % (id.encode(), at, body)
    mac = base64.b64encode(hmac.digest(key, said, hashlib.sha256)).decode()
    return {
        "webhook-id": id,
        "webhook-timestamp": str(at),
        "webhook-signature": f"v1,{mac}",
    }


async def post(
    url: str, headers: dict[str, str], body: bytes, *, private: bool
) -> int | None:
    """Post *body* to *url*; return the status, None where there was no answer.

    Raises ForbiddenError where the name leads somewhere that is not allowed.
    """
    target = target_of(url, private=private)
    host = f"[{target.host}]" if ":" in target.host else target.host
    head = {
        "Host": f"{host}:{target.port}",
        "User-Agent": "afternote",
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
        "Connection": "close",
        **headers,
    }
    lines = [f"POST {target.path} HTTP/1.1", *(f"{k}: {v}" for k, v in head.items())]
    sent = "\r\n".join([*lines, "", ""]).encode("ascii") + body
    try:
        async with asyncio.timeout(PATIENCE):
            address = await _resolved(target, private=private)
            return await _exchanged(target, address, sent)
    except (OSError, TimeoutError, asyncio.IncompleteReadError):
        return None
    except asyncio.LimitOverrunError:
        return None


async def _resolved(target: Target, *, private: bool) -> str:
    """Return the address to connect to; each of the name's must be allowed."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    addresses = [str(entry[4][0]) for entry in found]
    for address in addresses:
        literal = _literal(address.partition("%")[0])
        if literal is None or not (private or is_public(literal)):
            raise ForbiddenError(FORBIDDEN)
        if not (target.secure or literal.is_loopback):
            raise ForbiddenError(FORBIDDEN)
    if not addresses:
        raise OSError("the name leads nowhere")
    return addresses[0]


async def _exchanged(target: Target, address: str, sent: bytes) -> int | None:
    reader, writer = await asyncio.open_connection(
        address,
        target.port,
        ssl=_tls() if target.secure else None,
        server_hostname=target.host if target.secure else None,
        limit=4096,
    )
    try:
        writer.write(sent)
        await writer.drain()
        match = _STATUS.match(await reader.readuntil(b"\n"))
        return int(match[1]) if match else None
    finally:
        writer.close()


@functools.cache
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()


def _literal(host: str) -> Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None
