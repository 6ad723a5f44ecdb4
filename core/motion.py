"""Where π stands, and how many observations have come, from frame to frame of a motion."""

import math

import numpy as np

from core import _arguments

# Up to so many observations a frame come at an even pace.
_EVEN = 2
# π is rounded to so many digits of the way; to one more where frames would look alike.
_DIGITS = 3
_FEW_FRAMES = 300
# For the rest of the time the end of a replay is looked at.
_COMING = 0.8


def eased(share: float) -> float:
    """A share of the time as a share of the way, slow at both ends: (1 − cos πt)/2.

    Exactly 0 at 0 and 1 at 1.
    """
    return (1.0 - math.cos(math.pi * share)) / 2.0


def sweep(start: float, stop: float, frames: int, *, ease: bool = True) -> list[float]:
    """π in each frame, from exactly ``start`` to exactly ``stop``.

    In between it has few digits, at most a thousandth of the way off: a reader follows the numbers.

    Raises:
        ValueError: unless both are probabilities and there are at least two frames.
    """
    start = _arguments.scalar_probability("start", start)
    stop = _arguments.scalar_probability("stop", stop)
    ways = [eased(t) if ease else t for t in _shares(frames)]
    span = abs(stop - start)
    digits = _DIGITS if frames <= _FEW_FRAMES else _DIGITS + 1
    if span:
        digits += max(0, math.ceil(-math.log10(2.0 * span)))
    # Neither end is worked out: start + 1·(stop − start) need not be stop.
    inner = [round(start + way * (stop - start), digits) for way in ways[1:-1]]
    low, high = min(start, stop), max(start, stop)
    return [start, *(min(high, max(low, pi)) for pi in inner), stop]


def replay(n: int, frames: int, *, ease: bool = True) -> list[int]:
    """How many of n observations have come in each frame: from none to all.

    A few come one by one. Of many, the first still do, and then each frame adds the same
    share of what is there: so every frame makes the peak narrower by as much. All of them
    stay for the last part of the time.

    Raises:
        ValueError: unless n is at least 1 and there are at least two frames.
    """
    _k, n = _arguments.counts(0, n)
    if n < 1:
        raise ValueError(f"n must be at least 1, got {n!r}")
    if frames < 2:
        raise ValueError(f"frames must be at least 2, got {frames!r}")
    coming = max(2, math.ceil(_COMING * frames))
    even = n <= _EVEN * coming
    ways = [eased(t) if ease and even else t for t in _shares(coming)]
    if even:
        counts = [round(way * n) for way in ways]
    else:
        counts = [min(n, round(math.expm1(way * math.log1p(n)))) for way in ways[:-1]] + [n]
    return counts + [n] * (frames - coming)


def _shares(frames: int) -> list[float]:
    if frames < 2:
        raise ValueError(f"frames must be at least 2, got {frames!r}")
    return [float(share) for share in np.linspace(0.0, 1.0, frames)]
