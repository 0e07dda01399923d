"""The HTTP door: `app.create(settings)` is an ASGI application.

guard     what every request passes first: host, origin, key, rate, size, time
problems  what a caller is told when something is wrong (RFC 9457)
wire      what a caller may ask
routes    the public API, thin
page      the page at /, on the same API
keys, limits, replay   API keys, rate limits, idempotent answers

Needs the extra `[serve]`; `keys` alone needs nothing more.
"""
