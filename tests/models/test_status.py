"""Statuses and headers of failed requests."""

from email.utils import formatdate

import pytest

from afternote.errors import ModelBusy
from afternote.models.status import of_status, retry_after


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({}, None),
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": " 1.5 "}, 1.5),
        ({"retry-after-ms": "300", "retry-after": "9"}, 0.3),
        ({"retry-after-ms": "soon", "retry-after": "9"}, 9.0),
        ({"retry-after": formatdate(1_000_030, usegmt=True)}, 30.0),
        ({"retry-after": formatdate(999_000, usegmt=True)}, None),
        ({"retry-after": "0"}, None),
        ({"retry-after": "-3"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "1" * 400}, None),
        ({"retry-after": "Mon, 99 Jan 0000 99:99:99 GMT"}, None),
        ({"retry-after": "٣"}, None),
    ],
)
def test_the_wait_a_server_asks_for(
    headers: dict[str, str], wait: float | None
) -> None:
    assert retry_after(headers, now=1_000_000) == wait


@pytest.mark.parametrize("status", range(300, 600))
def test_every_status_has_an_error_of_one_line(status: int) -> None:
    error = of_status(status, {}, set(), "host.example")
    busy = status in (408, 409, 429) or status >= 500
    assert isinstance(error, ModelBusy) is busy
    assert error.reason == ("unavailable" if busy else "rejected")
    assert str(error).startswith(f"{status} from host.example: ")
    assert "\n" not in str(error)


@pytest.mark.parametrize(
    ("status", "headers", "named", "reason"),
    [
        (429, {}, {"insufficient_quota"}, "rejected"),
        (404, {}, {"model_not_found"}, "rejected"),
        (503, {"x-should-retry": "false"}, set(), "rejected"),
        (400, {}, {"content_filter"}, "refused"),
    ],
)
def test_what_is_hopeless_is_not_asked_again(
    status: int, headers: dict[str, str], named: set[str], reason: str
) -> None:
    error = of_status(status, headers, named, "host.example")
    assert not isinstance(error, ModelBusy)
    assert error.reason == reason
