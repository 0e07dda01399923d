"""When the breaker opens, and how it closes again."""

from itertools import pairwise

from afternote.models.breaker import Breaker, Ticket


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def admitted(breaker: Breaker) -> Ticket:
    ticket = breaker.admit()
    assert ticket is not None
    return ticket


def opened(clock: Clock) -> Breaker:
    breaker = Breaker(failures=3, cool_down=10, clock=clock)
    for _ in range(3):
        breaker.failed(admitted(breaker))
    return breaker


def test_it_opens_after_failures_in_a_row_and_refuses() -> None:
    breaker = opened(Clock())
    assert breaker.state == "open"
    assert [breaker.admit() for _ in range(3)] == [None, None, None]


def test_a_success_in_between_starts_the_count_anew() -> None:
    breaker = Breaker(failures=3, clock=Clock())
    for _ in range(5):
        breaker.failed(admitted(breaker))
        breaker.failed(admitted(breaker))
        breaker.succeeded(admitted(breaker))
    assert breaker.state == "closed"


def test_one_probe_of_four_goes_through_after_the_cool_down() -> None:
    clock = Clock()
    breaker = opened(clock)
    clock.now = 9.9
    assert breaker.admit() is None
    clock.now = 10
    assert breaker.state == "half_open"
    tickets = [breaker.admit() for _ in range(4)]
    assert [t is not None for t in tickets] == [True, False, False, False]


def test_a_probe_that_succeeds_closes_it() -> None:
    clock = Clock()
    breaker = opened(clock)
    clock.now = 10
    breaker.succeeded(admitted(breaker))
    assert breaker.state == "closed"
    breaker.failed(admitted(breaker))
    assert breaker.state == "closed"


def test_a_probe_that_fails_opens_it_for_a_whole_cool_down_more() -> None:
    clock = Clock()
    breaker = opened(clock)
    clock.now = 12
    breaker.failed(admitted(breaker))
    clock.now = 21.9
    assert breaker.admit() is None
    clock.now = 22
    assert breaker.admit() is not None


def test_a_cancelled_probe_leaves_room_for_the_next() -> None:
    clock = Clock()
    breaker = opened(clock)
    clock.now = 10
    breaker.released(admitted(breaker))
    assert breaker.state == "half_open"
    assert breaker.admit() is not None


def test_cancellations_never_open_it() -> None:
    breaker = Breaker(failures=1, clock=Clock())
    for _ in range(5):
        breaker.released(admitted(breaker))
    assert breaker.state == "closed"


def test_late_failures_do_not_lengthen_the_wait() -> None:
    clock = Clock()
    breaker = Breaker(failures=2, cool_down=10, clock=clock)
    tickets = [admitted(breaker) for _ in range(6)]
    for before, after in pairwise(tickets):
        clock.now += 1
        breaker.failed(before)
        assert after is not None
    clock.now = 12  # opened at the second failure, at 2
    assert breaker.admit() is not None
