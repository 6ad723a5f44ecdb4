"""The three intervals of the same data side by side, and of a hundred times as many data."""

import math
from dataclasses import dataclass
from functools import lru_cache

from core import _arguments
from core.intervals import Interval, likelihood_interval, wald, wilson

TIMES = 100
"""So many times the data at the same π̂ make each interval about a tenth as wide."""

_DIGITS = 3  # of a width, that the ends must tell apart
_MOST_DECIMALS = 15


@dataclass(frozen=True)
class IntervalSet:
    """Wald's, Wilson's and the likelihood's interval of the same data and level."""

    wald: Interval
    wilson: Interval
    likelihood: Interval

    def all(self) -> tuple[Interval, Interval, Interval]:
        """The three in this order."""
        return self.wald, self.wilson, self.likelihood


@lru_cache(maxsize=16)
def interval_set(k: int, n: int, level: float) -> IntervalSet:
    """The three intervals of k ones in n observations.

    Raises:
        ValueError: unless 0 ≤ k ≤ n, 1 ≤ n ≤ 10**15 and 0 < level < 1.
    """
    return IntervalSet(wald(k, n, level), wilson(k, n, level), likelihood_interval(k, n, level))


def with_more_data(k: int, n: int, level: float) -> IntervalSet | None:
    """Those of `TIMES` times the data; None where that would be more than can be counted."""
    if n * TIMES > _arguments.MAX_COUNT:
        return None
    return interval_set(k * TIMES, n * TIMES, level)


def holds(interval: Interval, pi: float) -> bool:
    """Whether π lies in an interval, its ends included."""
    return interval.low <= pi <= interval.high


def outside(interval: Interval) -> tuple[bool, bool]:
    """Whether an interval reaches below 0, and above 1."""
    return interval.low < 0.0, interval.high > 1.0


def decimals(interval: Interval) -> int:
    """How many decimals tell the interval's ends apart, its width to three digits."""
    if interval.width <= 0.0:
        return _DIGITS + 1
    wanted = _DIGITS - 1 - math.floor(math.log10(interval.width))
    return min(max(wanted, _DIGITS + 1), _MOST_DECIMALS)
