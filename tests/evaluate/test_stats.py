"""The exact test: right against enumeration, quiet on noise, awake to a real drop."""

from fractions import Fraction
from itertools import product

import pytest

pytest.importorskip("scipy")

from afternote.evaluate.stats import ALPHA, kappa, paired, sign_flip, wilson

np = pytest.importorskip("numpy")

RERUNS = 1000
CASES = 200
PER_CLUSTER = 3


def enumerated(totals: list[Fraction]) -> tuple[float, float]:
    """All sign patterns, one by one."""
    seen = sum(totals)
    sums = [
        sum((s * t for s, t in zip(signs, totals, strict=True)), Fraction(0))
        for signs in product((1, -1), repeat=len(totals))
    ]
    return (
        sum(s <= seen for s in sums) / len(sums),
        sum(s >= seen for s in sums) / len(sums),
    )


@pytest.mark.parametrize(
    "totals",
    [
        [1, -1, -1, -1, 2, -3, 0, -1],
        [Fraction(-1, 3), Fraction(2, 3), -1, Fraction(-1, 3), Fraction(-5, 3)],
        [Fraction(1, 2), Fraction(-1, 4), Fraction(-1, 3)],
        [-1] * 10,
        [0, 0],
    ],
    ids=["mixed", "thirds", "unlike", "all worse", "nothing"],
)
def test_the_exact_p_is_that_of_all_sign_patterns(totals: list[Fraction]) -> None:
    exact = [Fraction(t) for t in totals]

    assert sign_flip(exact) == pytest.approx(enumerated(exact))


def test_a_cluster_counts_as_one_however_many_cases_it_has() -> None:
    alone = paired((str(n), Fraction(-1)) for n in range(12))
    together = paired(("one", Fraction(-1)) for _ in range(12))

    assert alone.worse == pytest.approx(2**-12)
    assert together.worse == pytest.approx(0.5)
    assert together.difference == alone.difference == -1.0


def reruns(drop: float, seed: int) -> float:
    """The share of simulated reruns called worse.

    Cases pass with chances of their own (beta, mean .85), alike within a cluster; both
    runs are sampled anew, run B with *drop* less on average.
    """
    chance = np.random.default_rng(seed)
    clusters = np.arange(CASES) // PER_CLUSTER
    worse = 0
    for _ in range(RERUNS):
        shared = chance.beta(5.1, 0.9, size=clusters[-1] + 1)[clusters]
        own = chance.beta(5.1, 0.9, size=CASES)
        rate = (shared + own) / 2
        before = chance.random(CASES) < rate
        after = chance.random(CASES) < rate * (1 - drop / 0.85)
        sums = np.bincount(clusters, after.astype(int) - before.astype(int))
        p, _ = sign_flip([Fraction(int(s)) for s in sums])
        worse += p <= ALPHA
    return worse / RERUNS


def test_with_nothing_changed_hardly_a_rerun_is_called_worse() -> None:
    assert reruns(0.0, seed=1) <= 0.03


def test_a_true_drop_of_ten_points_is_mostly_found() -> None:
    assert reruns(0.10, seed=2) >= 0.60


def test_where_nothing_differs_the_interval_still_has_a_width() -> None:
    same = paired((str(n), Fraction(0)) for n in range(20))

    assert same.worse == 1.0
    assert same.interval.low < -0.1
    assert same.detectable > 0.2


def test_more_cases_detect_smaller_drops() -> None:
    def detectable(cases: int) -> float:
        flips = (Fraction((n % 10 == 0) - (n % 10 == 5)) for n in range(cases))
        return paired((str(n), f) for n, f in enumerate(flips)).detectable

    assert detectable(800) < detectable(200) < detectable(50)


def test_wilson_and_kappa_are_the_textbooks() -> None:
    assert wilson(9, 10) == pytest.approx((0.596, 0.982), abs=0.001)
    assert wilson(0, 0) == (0.0, 1.0)
    assert kappa(20, 5, 10, 15) == pytest.approx(0.4)
