"""Statistics of comparisons: exact, paired, clusters kept whole. Needs scipy ([stats]).

Sources: paired differences with clusters kept whole, arXiv 2411.00640; no intervals
from the central limit theorem below some hundred cases, arXiv 2503.01747.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from afternote.errors import ConfigError

ALPHA = 0.025
"""One-sided: how often a run with nothing changed may be called worse."""
POWER = 0.8
"""How often the minimum detectable effect would be found."""


class Interval(NamedTuple):
    """A 95 % interval of a share or of a difference of shares."""

    low: float
    high: float


class Paired(NamedTuple):
    """Two runs compared case by case. Differences are B minus A, shares of 0 to 1.

    *worse* and *better* are the one-sided exact p-values; *detectable* is the smallest
    drop that this many cases would show four times in five.
    """

    cases: int
    clusters: int
    difference: float
    interval: Interval
    worse: float
    better: float
    detectable: float


def wilson(right: int, of: int, *, z: float = 1.96) -> Interval:
    """Return the 95 % Wilson interval of the share *right* / *of*."""
    if not of:
        return Interval(0.0, 1.0)
    share = right / of
    middle = share + z * z / (2 * of)
    spread = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    under = 1 + z * z / of
    return Interval(
        max(0.0, (middle - spread) / under), min(1.0, (middle + spread) / under)
    )


def paired(differences: Iterable[tuple[str, Fraction]]) -> Paired:
    """Compare two runs by the (cluster, difference) of each case.

    Raises ConfigError when scipy is not installed.
    """
    sums: dict[str, Fraction] = {}
    cases = 0
    for cluster, difference in differences:
        sums[cluster] = sums.get(cluster, Fraction(0)) + difference
        cases += 1
    totals = list(sums.values())
    if not cases:
        return Paired(0, 0, 0.0, Interval(-1.0, 1.0), 1.0, 1.0, 1.0)
    mean = float(sum(totals, Fraction(0))) / cases
    worse, better = sign_flip(totals)
    spread = _standard_error(totals, cases)
    half = max(_t(len(totals)) * spread, _unseen(len(totals)))
    interval = Interval(max(-1.0, mean - half), min(1.0, mean + half))
    return Paired(
        cases, len(totals), mean, interval, worse, better, _detectable(spread, totals)
    )


def sign_flip(totals: Sequence[Fraction]) -> tuple[float, float]:
    """Return the exact one-sided p-values (worse, better) of the sum of *totals*.

    Under "nothing changed" each cluster's total is as likely to have the other sign.
    The distribution of the sum is exact: a convolution of binomials, one for each
    size of total. No resampling, no seed.
    """
    np, scipy_stats = _scipy()
    sizes = Counter(abs(t) for t in totals if t)
    if not sizes:
        return 1.0, 1.0
    unit = math.lcm(*(size.denominator for size in sizes))
    steps = {int(size * unit): count for size, count in sizes.items()}
    distribution = np.ones(1)
    for size, count in steps.items():
        spaced = np.zeros(2 * size * count + 1)
        spaced[:: 2 * size] = scipy_stats.binom.pmf(np.arange(count + 1), count, 0.5)
        distribution = np.convolve(distribution, spaced)
    reach = sum(size * count for size, count in steps.items())
    at = int(sum(totals, Fraction(0)) * unit) + reach
    worse = float(distribution[: at + 1].sum())
    better = float(distribution[at:].sum())
    return min(1.0, worse), min(1.0, better)


def kappa(both: int, only_a: int, only_b: int, neither: int) -> float:
    """Return Cohen's kappa of two judges' yes and no."""
    of = both + only_a + only_b + neither
    if not of:
        return 0.0
    agreed = (both + neither) / of
    chance = (
        (both + only_a) * (both + only_b) + (neither + only_a) * (neither + only_b)
    ) / (of * of)
    return (agreed - chance) / (1 - chance) if chance < 1 else 1.0


def _standard_error(totals: Sequence[Fraction], cases: int) -> float:
    clusters = len(totals)
    if clusters < 2:
        return 1.0
    mean = float(sum(totals, Fraction(0))) / clusters
    variance = sum((float(t) - mean) ** 2 for t in totals) / (clusters - 1)
    return math.sqrt(variance * clusters) / cases


def _t(clusters: int) -> float:
    _, scipy_stats = _scipy()
    return float(scipy_stats.t.ppf(1 - ALPHA, max(1, clusters - 1)))


def _unseen(clusters: int) -> float:
    """What may hide where no cluster showed a difference: the exact binomial bound."""
    return float(1 - ALPHA ** (1 / clusters))


def _detectable(spread: float, totals: Sequence[Fraction]) -> float:
    """Return the drop found with POWER, were the differences as spread as these.

    With no spread seen at all, what the exact test needs at least: six clusters that
    all got worse.
    """
    _, scipy_stats = _scipy()
    least = math.ceil(math.log(ALPHA) / math.log(0.5)) / max(1, len(totals))
    known = (_t(len(totals)) + float(scipy_stats.norm.ppf(POWER))) * spread
    return min(1.0, max(known, least))


def _scipy() -> tuple[Any, Any]:
    try:
        import numpy as np
        from scipy import stats
    except ImportError:
        raise ConfigError(
            "comparing sampled runs needs scipy: pip install 'afternote[stats]'"
        ) from None
    return np, stats
