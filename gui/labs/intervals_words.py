"""What the lab "Intervals" says: names, numbers, warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.interval_set import TIMES, IntervalSet, decimals, holds, outside
from core.scientific import MINUS, format_number, format_probability
from core.wald_parabola import curvature
from gui.i18n import translate

if TYPE_CHECKING:
    from core.intervals import Interval
    from core.snapshot import Snapshot

WARNING = "⚠"
INSIDE, OUTSIDE = "✓", "✗"
_SMALL = 1e-3
# Of the axis: with less the bars are a few pixels wide.
NARROW = 0.02


def names() -> tuple[str, str, str]:
    """What the three intervals are called."""
    return (
        translate("Intervals lab", "Wald"),
        translate("Intervals lab", "Wilson"),
        translate("Intervals lab", "likelihood"),
    )


def end_text(value: float, interval: Interval) -> str:
    """An end of an interval, with as many digits as tell it from the other."""
    if 0.0 < abs(value) < _SMALL:
        return format_number(value)
    if value in {0.0, 1.0}:
        return format_probability(value)
    sign = MINUS if value < 0 else ""
    text = f"{abs(value):.{decimals(interval)}f}"
    # What rounds to 1 is not 1.
    return sign + (text if float(text) != 1.0 else format_probability(min(abs(value), 1.0)))


def numbers(interval: Interval, more: Interval | None) -> tuple[str, str, str, str]:
    """Low, high, width, and the width with more data."""
    return (
        end_text(interval.low, interval),
        end_text(interval.high, interval),
        format_number(max(0.0, interval.width)),
        format_number(max(0.0, more.width)) if more is not None else "–",
    )


def heads() -> tuple[tuple[str, str, str, str], ...]:
    """What heads the columns of `numbers`, in full and in short."""
    low, high, width = (
        translate("Intervals lab", "low"),
        translate("Intervals lab", "high"),
        translate("Intervals lab", "width"),
    )
    more = (
        translate("Intervals lab", "width with {times} n").format(times=TIMES),
        translate("Intervals lab", "{times} n").format(times=TIMES),
    )
    return tuple((low, high, width, text) for text in more)


def verdict(interval: Interval, pi: float) -> str:
    """Whether π lies in an interval, by sign and word."""
    if holds(interval, pi):
        return f"{INSIDE} {translate('Intervals lab', 'inside')}"
    return f"{OUTSIDE} {translate('Intervals lab', 'outside')}"


def curvature_texts(snapshot: Snapshot) -> tuple[str, str]:
    """The curvature at π̂, in full and in short."""
    value = format_number(curvature(snapshot.k, snapshot.n))
    gaps = {"value": value}
    if snapshot.k in (0, snapshot.n):
        return (
            translate(
                "Intervals lab",
                "Curvature n/(π̂(1−π̂)) = Fisher information at π̂ = {value}: π̂ stands at the edge.",
            ).format(**gaps),
            translate("Intervals lab", "Curvature n/(π̂(1−π̂)) = {value}").format(**gaps),
        )
    return (
        translate(
            "Intervals lab",
            "Curvature −ℓ″(π̂) = n/(π̂(1−π̂)) ≈ {value}, the Fisher information at π̂.",
        ).format(**gaps),
        translate("Intervals lab", "Curvature −ℓ″(π̂) = n/(π̂(1−π̂)) ≈ {value}").format(**gaps),
    )


def more_texts(more: IntervalSet | None) -> tuple[str, ...]:
    """What the hollow bars are, in full and in short."""
    if more is None:
        text = translate("Intervals lab", "{times} times the data would be beyond 10¹⁵.")
        return (text.format(times=TIMES),)
    gaps = {"times": TIMES}
    return (
        translate(
            "Intervals lab",
            "Hollow: the same π̂ with {times} times the data, about a tenth of the width.",
        ).format(**gaps),
        translate("Intervals lab", "Hollow: {times} times the data, a tenth of the width.").format(
            **gaps
        ),
    )


def edge_more_texts() -> tuple[str, ...]:
    """The same, where π̂ is 0 or 1: there the widths fall faster."""
    gaps = {"times": TIMES}
    return (
        translate(
            "Intervals lab",
            "Hollow: the same π̂ with {times} times the data; at the edge about a hundredth.",
        ).format(**gaps),
        translate("Intervals lab", "Hollow: {times} times the data.").format(**gaps),
    )


def remark_texts(snapshot: Snapshot, shown: IntervalSet) -> tuple[tuple[str, ...], bool]:
    """What is to be noted of these intervals, in full and in short; whether it is a warning."""
    if snapshot.k in (0, snapshot.n):
        gaps = {"mle": "0" if snapshot.k == 0 else "1"}
        return (
            translate(
                "Intervals lab",
                "⚠ Wald has width 0, as if π̂ = {mle} were certain. The other two have a width.",
            ).format(**gaps),
            translate("Intervals lab", "⚠ Wald has width 0, as if π̂ = {mle} were certain.").format(
                **gaps
            ),
        ), True
    below, above = outside(shown.wald)
    if below or above:
        full = (
            translate("Intervals lab", "⚠ Wald reaches below 0 and above 1, where no π is.")
            if below and above
            else translate("Intervals lab", "⚠ Wald reaches below 0, where no π is.")
            if below
            else translate("Intervals lab", "⚠ Wald reaches above 1, where no π is.")
        )
        return (full, translate("Intervals lab", "⚠ Wald leaves [0, 1].")), True
    low, high = snapshot.state.interval
    if shown.wald.width < NARROW * (high - low):
        return (
            translate(
                "Intervals lab",
                "The intervals are too narrow to tell apart here: zoom to the peak (Z).",
            ),
            translate("Intervals lab", "Too narrow here: zoom to the peak (Z)."),
        ), False
    return (
        translate(
            "Intervals lab",
            "The level line cuts the curve: likelihood. It cuts the dashed parabola: Wald.",
        ),
        translate("Intervals lab", "Level line: curve → likelihood, parabola → Wald."),
    ), False


def empty_text() -> str:
    """What there is to say without observations."""
    return translate("Intervals lab", "No observations: there is no π̂ and no interval.")


def summary(snapshot: Snapshot, shown: IntervalSet | None) -> str:
    """The three intervals in words."""
    if shown is None:
        return empty_text()
    parts = [
        translate("Intervals lab", "{k} ones in {n}, level {level}.").format(
            k=snapshot.k, n=snapshot.n, level=format_probability(snapshot.state.lab.level, 2)
        )
    ]
    for name, interval in zip(names(), shown.all(), strict=True):
        low, high, _width, _more = numbers(interval, None)
        parts.append(
            translate("Intervals lab", "{name}: {low} to {high}, π {verdict}.").format(
                name=name, low=low, high=high, verdict=verdict(interval, snapshot.pi)[2:]
            )
        )
    parts.append(remark_texts(snapshot, shown)[0][0].replace(f"{WARNING} ", ""))
    return " ".join(parts)
