"""The leaky bucket: so many in a row, refilled evenly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.api.conftest import Clock

from afternote.api.limits import CALLERS, WINDOW, Limits


def test_the_quota_may_be_used_in_a_row_and_fills_up_evenly(clock: Clock) -> None:
    limits = Limits(4, clock=clock)

    first = [limits.ask("a") for _ in range(5)]
    clock.now += 15
    later = [limits.ask("a").admitted for _ in range(2)]

    assert [v.admitted for v in first] == [True, True, True, True, False]
    assert [v.left for v in first] == [3, 2, 1, 0, 0]
    assert first[-1].wait == pytest.approx(15)
    assert later == [True, False]


def test_callers_do_not_share(clock: Clock) -> None:
    limits = Limits(1, clock=clock)

    assert limits.ask("a").admitted
    assert limits.ask("b").admitted
    assert not limits.ask("a").admitted


def test_the_memory_for_callers_is_bounded(clock: Clock) -> None:
    limits = Limits(1, clock=clock)
    for n in range(CALLERS + 50):
        limits.ask(str(n))

    assert len(limits._empty_at) <= CALLERS
    assert not limits.ask(str(CALLERS + 49)).admitted


@given(st.integers(1, 40), st.lists(st.floats(0, 30), max_size=150))
def test_no_window_ever_lets_twice_the_quota_through(
    quota: int, waits: list[float]
) -> None:
    clock = Clock()
    limits = Limits(quota, clock=clock)
    admitted: list[float] = []
    for wait in waits:
        clock.now += wait
        if limits.ask("a").admitted:
            admitted.append(clock.now)

    windows = [sum(t <= u < t + WINDOW for u in admitted) for t in admitted]
    assert max(windows, default=0) <= 2 * quota
