"""How the work grows with the text: a check on shape, never on speed."""

import gc
import time
from collections.abc import Callable

TIMES = 8
NOISE = 3
FLOOR = 0.005
TRIES = 6


def assert_linear(
    prepare: Callable[[int], Callable[[], object]], size: int = 4096
) -> None:
    """Assert that eight times the text costs nowhere near 64 times the work.

    *prepare* makes a piece of work for a text of so many characters. Other processes
    share the machine, so a growth that was seen must be seen six times to count;
    quadratic work is slow every time. Work of under 5 ms is not told apart from none.
    """
    seen = []
    for attempt in range(TRIES):
        # Another size each time: what was judged once may be remembered.
        small = min(_seconds(prepare(size - 2 * attempt - k)) for k in range(2))
        large = _seconds(prepare(size * TIMES - attempt))
        if large <= max(small, FLOOR) * TIMES * NOISE:
            return
        seen.append(f"{small:.4f} s grew to {large:.4f} s")
    raise AssertionError("; ".join(seen))


def _seconds(work: Callable[[], object]) -> float:
    gc.disable()
    try:
        started = time.process_time()
        work()
        return time.process_time() - started
    finally:
        gc.enable()
