"""A status of failure -> the error the pipeline knows, in words for a person.

Messages say the host and what to do; never the key, nor a word the server said.
"""

import math
import re
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

from afternote.errors import ModelBusy, ModelUnavailable

_HOPELESS = {
    "insufficient_quota": "the quota of this API key is used up",
    "billing_not_active": "the account of this API key is not active",
    "model_not_found": "it knows no model of this name: check the model setting",
}
_FILTERED = {"content_filter", "content_policy_violation"}
_WHAT_TO_DO = {
    400: "the request was not understood: check the model setting",
    401: "check the API key",
    402: "the account of this API key has no credit",
    403: "this API key may not use this model",
    404: "check base_url (most end in /v1) and the model setting",
    405: "check base_url (most end in /v1)",
    413: "the notes are too long for this model",
    422: "the request was not understood: check the model setting",
}
_SECONDS = re.compile(r"[0-9]{1,9}(?:\.[0-9]{0,9})?")


def of_status(
    status: int, headers: Mapping[str, str], named: set[str], host: str
) -> ModelUnavailable:
    """Return the error for an answer of *host* with a *status* of failure.

    *headers* have lower-case names; *named* holds the codes given in the body.
    """
    hopeless = next((_HOPELESS[n] for n in sorted(named) if n in _HOPELESS), None)
    match status:
        case _ if named & _FILTERED:
            return ModelUnavailable(f"{status} from {host}: refused", reason="refused")
        case _ if hopeless:
            return _rejected(status, host, hopeless)
        case _ if 300 <= status < 400:
            return _rejected(
                status, host, "it sends elsewhere: set base_url to the final address"
            )
        case _ if headers.get("x-should-retry") == "false":
            return _rejected(status, host, "it says that asking again is of no use")
        case 408 | 409 | 429:
            return _busy(status, host, headers)
        case _ if status >= 500:
            return _busy(status, host, headers)
        case _:
            advice = _WHAT_TO_DO.get(status, "check base_url and the model setting")
            return _rejected(status, host, advice)


def _rejected(status: int, host: str, advice: str) -> ModelUnavailable:
    return ModelUnavailable(f"{status} from {host}: {advice}", reason="rejected")


def _busy(status: int, host: str, headers: Mapping[str, str]) -> ModelBusy:
    wait = retry_after(headers)
    asks = f", asks to wait {wait:.0f} s" if wait else ""
    what = "too many requests" if status == 429 else "it cannot answer just now"
    return ModelBusy(f"{status} from {host}: {what}{asks}", wait=wait)


def retry_after(
    headers: Mapping[str, str], *, now: float | None = None
) -> float | None:
    """Return the seconds the server asks to wait, or None where it does not say.

    Reads `retry-after-ms`, then `Retry-After` as seconds or as an HTTP date; *now* is
    seconds since 1970. Header names are lower case, as httpx2 gives them.
    """
    ms = headers.get("retry-after-ms", "").strip()
    given = headers.get("retry-after", "").strip()
    if _SECONDS.fullmatch(ms):
        wait = float(ms) / 1000
    elif _SECONDS.fullmatch(given):
        wait = float(given)
    else:
        try:
            date = parsedate_to_datetime(given).timestamp()
        except (ValueError, TypeError, OverflowError):
            return None
        wait = math.ceil(date - (time.time() if now is None else now))
    return wait if wait > 0 else None
