"""What each of the three plots draws: arrays, range, ticks and words, from a snapshot alone."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from core.curves import VISIBLE_NATS, visible_cross_entropy
from core.scientific import (
    format_number,
    format_probability,
    format_scaled,
    is_exact_text,
)
from gui.i18n import translate

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.snapshot import Snapshot

LIKELIHOOD, LOG_LIKELIHOOD, CROSS_ENTROPY = "likelihood", "log-likelihood", "bce"
KINDS = (LIKELIHOOD, LOG_LIKELIHOOD, CROSS_ENTROPY)

# Below this the likelihood's own axis says little more than "tiny": L/L(π̂) is shown instead.
RELATIVE_BELOW_EXPONENT10 = -15
# Where the visible part of a curve is this small beside its values, tick labels would all agree
# in their first digits: the difference to the optimum is shown instead.
DIFFERENCE_BELOW = 1e-3


@dataclass(frozen=True, eq=False)
class Series:
    """One plot's curve and how to read it.

    Attributes:
        kind: which of `KINDS`.
        x: π, increasing.
        y: the curve, in the plot's own units; may be infinite at π = 0 and π = 1.
        ones: the ones' part of it, or None.
        zeros: the zeros' part.
        low: the plot's lower end.
        high: its upper end.
        exponent10: the axis is counted in 10^exponent10.
        symbol: what is drawn, for the title: "L(π)", "L(π) / L(π̂)", …
        optimum: the height of the optimum, or None.
        highest_drop: ℓ(π) − ℓ(π̂) at the highest point in sight, in nats (likelihood only).
        scale: the height of that point (likelihood only).
    """

    kind: str
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    ones: NDArray[np.float64] | None
    zeros: NDArray[np.float64] | None
    low: float
    high: float
    exponent10: int
    symbol: str
    optimum: float | None
    highest_drop: float = 0.0
    scale: float = 1.0


def shows_relative_likelihood(snapshot: Snapshot) -> bool:
    """Whether the first plot shows L/L(π̂) instead of L."""
    best = snapshot.optimum
    return best is not None and best.exponent10 < RELATIVE_BELOW_EXPONENT10


def shows_difference(snapshot: Snapshot) -> bool:
    """Whether ℓ and BCE are drawn as differences to their optimum."""
    if not snapshot.n or snapshot.optimum is None:
        return False
    low, high = _drop_range(snapshot)
    bottom, _top = visible_cross_entropy(snapshot.k, snapshot.n, *snapshot.state.interval)
    return (high - low) / snapshot.n < DIFFERENCE_BELOW * bottom


def _drop_range(snapshot: Snapshot) -> tuple[float, float]:
    """Lowest and highest ℓ(π) − ℓ(π̂) to draw, in nats; exact however far one zooms in."""
    drop = snapshot.curves.log_likelihood_drop
    finite = drop[np.isfinite(drop)]
    if not finite.size:
        return -1.0, 0.0
    high = float(finite.max())
    return max(float(finite.min()), high - VISIBLE_NATS * snapshot.n), high


def title(kind: str) -> str:
    """The name of a plot."""
    return {
        LIKELIHOOD: translate("Plots", "Likelihood"),
        LOG_LIKELIHOOD: translate("Plots", "Log-likelihood"),
        CROSS_ENTROPY: translate("Plots", "Binary cross-entropy"),
    }[kind]


def series(kind: str, snapshot: Snapshot) -> Series:
    """What the plot `kind` shows of a snapshot."""
    if kind == LIKELIHOOD:
        return _likelihood(snapshot)
    if kind == LOG_LIKELIHOOD:
        return _log_likelihood(snapshot)
    return _cross_entropy(snapshot)


def _likelihood(snapshot: Snapshot) -> Series:
    curves = snapshot.curves
    best = snapshot.optimum
    if best is None or shows_relative_likelihood(snapshot):
        mantissa, exponent = 1.0, 0
        symbol = "L(π)" if best is None else "L(π) / L(π̂)"
    else:
        mantissa, exponent, symbol = best.mantissa, best.exponent10, "L(π)"
    # Away from the peak the curve fills the plot all the same, however small it is there: the axis
    # is counted in the power of ten of what is in sight.
    highest = float(curves.log_likelihood_drop.max()) if best is not None else 0.0
    if not math.isfinite(highest):
        highest = 0.0
    shift = math.floor(highest / math.log(10.0) + math.log10(mantissa))
    with np.errstate(under="ignore"):
        y = np.exp(curves.log_likelihood_drop - highest)
    if highest == 0.0:
        y, shift = curves.relative_likelihood, 0
        scale = mantissa
    else:
        scale = math.exp(highest + math.log(mantissa) - shift * math.log(10.0))
    return Series(
        LIKELIHOOD,
        curves.pi,
        y * scale,
        None,
        None,
        0.0,
        scale,
        exponent + shift,
        symbol,
        None if best is None or shift < -300 else mantissa * 10.0**-shift,
        highest,
        scale,
    )


def _log_likelihood(snapshot: Snapshot) -> Series:
    curves, unit = snapshot.curves, snapshot.state.log_base.unit
    low, high = _cross_entropy_range(snapshot)
    if snapshot.n == 0:
        return Series(
            LOG_LIKELIHOOD, curves.pi, curves.log_likelihood, None, None, -1.0, 0.0, 0, "ℓ(π)", None
        )
    n = snapshot.n
    best = snapshot.optimum
    if shows_difference(snapshot):
        bottom, top = _drop_range(snapshot)
        exponent = _exponent10((top - bottom) / unit)
        factor = 10.0**-exponent / unit
        return Series(
            LOG_LIKELIHOOD,
            curves.pi,
            curves.log_likelihood_drop * factor,
            None,
            None,
            bottom * factor,
            top * factor,
            exponent,
            "ℓ(π) − ℓ(π̂)",
            0.0,
        )
    return Series(
        LOG_LIKELIHOOD,
        curves.pi,
        curves.log_likelihood / unit,
        *_parts(snapshot, curves.ones_log_likelihood, curves.zeros_log_likelihood),
        -n * high,
        -n * low,
        0,
        "ℓ(π)",
        None if best is None else best.log_likelihood / unit,
    )


def _exponent10(span: float) -> int:
    """The power of ten in which an axis of this length is counted; 0 where none helps."""
    if not span > 0.0:
        return 0
    exponent = math.floor(math.log10(span))
    return exponent if exponent < -3 else 0


def _parts(
    snapshot: Snapshot, ones: NDArray[np.float64] | None, zeros: NDArray[np.float64] | None
) -> tuple[NDArray[np.float64] | None, NDArray[np.float64] | None]:
    """The ones' and the zeros' part; none of them where one is all there is."""
    if ones is None or zeros is None or snapshot.k in (0, snapshot.n):
        return None, None
    unit = snapshot.state.log_base.unit
    return ones / unit, zeros / unit


def _cross_entropy_range(snapshot: Snapshot) -> tuple[float, float]:
    """The plotted range of BCE, in the unit shown: from 0 while the whole axis is shown."""
    if not snapshot.n:
        return 0.0, 1.0
    unit, entropy = snapshot.state.log_base.unit, snapshot.entropy or 0.0
    if snapshot.state.interval == (0.0, 1.0):
        _bottom, top = visible_cross_entropy(snapshot.k, snapshot.n)
        return 0.0, top / unit
    low, high = _drop_range(snapshot)
    return (entropy - high / snapshot.n) / unit, (entropy - low / snapshot.n) / unit


def _cross_entropy(snapshot: Snapshot) -> Series:
    curves, unit = snapshot.curves, snapshot.state.log_base.unit
    low, high = _cross_entropy_range(snapshot)
    whole = curves.binary_cross_entropy
    if whole is None:
        return Series(
            CROSS_ENTROPY,
            curves.pi,
            np.full_like(curves.pi, math.nan),
            None,
            None,
            0.0,
            1.0,
            0,
            "BCE(π)",
            None,
        )
    best = snapshot.optimum
    if shows_difference(snapshot):
        bottom, top = _drop_range(snapshot)
        # The differences may be as small as 1e-30: they are counted in their own power of ten.
        exponent = _exponent10((top - bottom) / (snapshot.n * unit))
        factor = -(10.0**-exponent) / (snapshot.n * unit)
        return Series(
            CROSS_ENTROPY,
            curves.pi,
            curves.log_likelihood_drop * factor,
            None,
            None,
            top * factor,
            bottom * factor,
            exponent,
            "BCE(π) − H(π̂)",
            0.0,
        )
    ones, zeros = curves.ones_cross_entropy, curves.zeros_cross_entropy
    return Series(
        CROSS_ENTROPY,
        curves.pi,
        whole / unit,
        *_parts(snapshot, ones, zeros),
        low,
        high,
        0,
        "BCE(π)",
        None
        if best is None or best.binary_cross_entropy is None
        else best.binary_cross_entropy / unit,
    )


def height_now(shown: Series, snapshot: Snapshot) -> float:
    """Where the current value stands in the plot; ±inf and nan are possible."""
    unit = snapshot.state.log_base.unit
    if shown.kind == LIKELIHOOD:
        if snapshot.kl_divergence is None:
            return shown.scale
        drop = -snapshot.n * snapshot.kl_divergence - shown.highest_drop
        return shown.scale * math.exp(drop) if drop < 700.0 else math.inf
    difference = shown.symbol not in ("ℓ(π)", "BCE(π)")
    if shown.kind == LOG_LIKELIHOOD:
        if difference and snapshot.kl_divergence is not None:
            return -snapshot.n * snapshot.kl_divergence / unit / 10.0**shown.exponent10
        return snapshot.log_likelihood / unit
    if snapshot.binary_cross_entropy is None:
        return math.nan
    if difference and snapshot.kl_divergence is not None:
        return snapshot.kl_divergence / unit / 10.0**shown.exponent10
    return snapshot.binary_cross_entropy / unit


def slope_now(shown: Series, snapshot: Snapshot) -> float:
    """The curve's slope at π in the plot's units; ±inf and nan are possible."""
    unit = snapshot.state.log_base.unit
    if shown.kind == LIKELIHOOD:
        height = height_now(shown, snapshot)
        if shown.highest_drop == 0.0 and snapshot.likelihood_slope_relative is not None:
            return snapshot.likelihood_slope_relative * shown.scale
        return height * snapshot.score if math.isfinite(snapshot.score) else math.nan
    if shown.kind == LOG_LIKELIHOOD:
        return snapshot.score / unit / 10.0**shown.exponent10
    if not snapshot.n:
        return math.nan
    return -snapshot.score / snapshot.n / unit / 10.0**shown.exponent10


def value_text(kind: str, snapshot: Snapshot) -> str:
    """The current value of a plot's quantity, as its sign says it."""
    if kind == LIKELIHOOD:
        mantissa, exponent10 = snapshot.likelihood_mantissa, snapshot.likelihood_exponent10
        return f"L {_sign(mantissa)} {format_scaled(mantissa, exponent10)}"
    if kind == LOG_LIKELIHOOD:
        value = snapshot.in_unit(snapshot.log_likelihood)
        return f"ℓ {_sign(value)} {format_number(value)}"
    if snapshot.binary_cross_entropy is None:
        return f"BCE: {translate('Plots', 'undefined')}"
    value = snapshot.in_unit(snapshot.binary_cross_entropy)
    return f"BCE {_sign(value)} {format_number(value)}"


def _sign(value: float, digits: int = 4) -> str:
    """= where so many digits say the value exactly, else ≈."""
    return "=" if value == float(f"{value:.{digits - 1}e}") else "≈"


def optimum_texts(kind: str, snapshot: Snapshot) -> tuple[str, ...]:
    """The words at the optimum, in full and, for narrow places, without the value; () without one.

    They say whether it is an argmax or an argmin, where, and how much.
    """
    best = snapshot.optimum
    if best is None:
        return ()
    where = f"π̂ {_estimate_text(best.pi)}"
    if kind == LIKELIHOOD:
        value = f"L {_sign(best.mantissa, 3)} {format_scaled(best.mantissa, best.exponent10, 3)}"
        return f"argmax {where}, {value}", f"argmax {where}"
    if kind == LOG_LIKELIHOOD:
        height = snapshot.in_unit(best.log_likelihood)
        return f"argmax {where}, ℓ {_sign(height)} {format_number(height)}", f"argmax {where}"
    height = snapshot.in_unit(best.binary_cross_entropy or 0.0)
    return f"argmin {where}, BCE {_sign(height)} {format_number(height)}", f"argmin {where}"


def _estimate_text(pi: float) -> str:
    """π̂ to three digits; one that is not quite 0 or 1 is not rounded to it."""
    if pi in (0.0, 1.0):
        return f"= {format_probability(pi)}"
    if float(f"{pi:.3g}") in (0.0, 1.0):
        return f"{'=' if is_exact_text(pi) else '≈'} {format_probability(pi)}"
    return f"{_sign(pi, 3)} {format_number(pi, 3)}"
