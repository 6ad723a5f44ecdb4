"""The chart of the lab "Underflow": the true product, and the rails of the two kinds of float."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from core.factors import SMALLEST_FLOAT32, SMALLEST_FLOAT64, float_text
from core.lab_state import MOST_FACTORS
from core.scientific import superscript
from gui.i18n import translate
from gui.labs import underflow_words as words
from gui.labs.chart import Axis, Line, Mark, Note, Picture, Rule
from gui.ticks import Ticks

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.snapshot import Snapshot
    from core.underflow import Products

# In decades: the least and the most that the chart reaches down, and what is above 1.
LEAST, MOST, HEADROOM = -400.0, -600.0, 0.05
STEP = 100
# Points of a path: it is nearly straight.
POINTS = 250
FLOAT64_FLOOR, FLOAT32_FLOOR = math.log10(SMALLEST_FLOAT64), math.log10(SMALLEST_FLOAT32)
# Where float64 has fewer and fewer digits.
SUBNORMAL = -315.5


def axis_of(products: Products) -> Axis:
    """The decades shown: those that float64 has, and as many below as the product needs."""
    end = float(products.log10[-1])
    low = max(MOST, min(LEAST, STEP * math.floor(end / STEP))) if math.isfinite(end) else LEAST
    values = [float(v) for v in range(0, round(low) - 1, -STEP)]
    texts = ["1"] + [f"10{superscript(round(v))}" for v in values[1:]]
    return Axis(low, -HEADROOM * low, Ticks(values[::-1], texts[::-1]))


def picture(products: Products, snapshot: Snapshot) -> Picture:
    """All that stands still while the number of factors moves."""
    axis = axis_of(products)
    true = products.log10
    with np.errstate(divide="ignore"):
        double, single = np.log10(products.float64), np.log10(products.float32.astype(np.float64))
    lines = [
        # A rail of each kind of number, as far as it carries; the broader one ends first.
        *_path(single, "zeros_soft", 15.0),
        *_path(double, "ones_soft", 8.0),
        *_falls(products.float32_dies, FLOAT32_FLOOR, axis.low, "zeros"),
        *_falls(products.float64_dies, FLOAT64_FLOOR, axis.low, "ones"),
        *_path(true, "curve", 2.0),
    ]
    marks: list[Mark] = []
    notes: list[Note] = []
    for name, path, death, floor, role in (
        ("float32", single, products.float32_dies, FLOAT32_FLOOR, "zeros"),
        ("float64", double, products.float64_dies, FLOAT64_FLOOR, "ones"),
    ):
        if death is not None:
            marks.append(Mark(death, floor, "cross", role))
            text = f"{name}: {words.zero_from(death)}"
            notes.append(Note(death, floor, text, role, strong=True, required=True))
        elif math.isfinite(true[-1]) and true[-1] < path[-1] - 0.5:
            value = products.float64[-1] if name == "float64" else products.float32[-1]
            text = translate("Underflow lab", "{format}: stuck at {value}").format(
                format=name, value=float_text(value)
            )
            notes.append(
                Note(0.8 * MOST_FACTORS, float(path[-1]), text, role, strong=True, required=True)
            )
    notes += _said(true, snapshot.pi, axis.low, products)
    return Picture(
        title=translate("Underflow lab", "Product of n factors"),
        unit=words.source_text(snapshot),
        x=Axis(0, MOST_FACTORS, title=translate("Underflow lab", "number of factors n")),
        y=axis,
        lines=tuple(lines),
        marks=tuple(marks),
        notes=tuple(notes),
        rules=(
            Rule(FLOAT64_FLOOR, upright=False, role="muted", dashed=True, text=_smallest(64)),
            Rule(FLOAT32_FLOOR, upright=False, role="muted", dashed=True, text=_smallest(32)),
        ),
    )


def _smallest(bits: int) -> str:
    value = np.float64(SMALLEST_FLOAT64) if bits == 64 else np.float32(SMALLEST_FLOAT32)
    return translate("Underflow lab", "smallest {format}: {value}").format(
        format=f"float{bits}", value=float_text(value)
    )


def _path(values: NDArray[np.float64], role: str, width: float) -> list[Line]:
    """A path as far as its product is not 0."""
    alive = int(np.argmin(np.isfinite(values))) or values.size
    if not np.isfinite(values[0]) or alive < 2:
        return []
    stride = max(1, MOST_FACTORS // POINTS)
    x = np.append(np.arange(0, alive - 1, stride), alive - 1)
    return [Line(x.astype(np.float64), values[x], role, width)]


def _falls(death: int | None, floor: float, bottom: float, role: str) -> list[Line]:
    """Where a product falls to 0, which a logarithmic axis does not have."""
    if death is None:
        return []
    x = np.array([death, death], dtype=np.float64)
    return [Line(x, np.array([floor, bottom]), role, 1.6, dashed=True)]


def _said(true: NDArray[np.float64], pi: float, low: float, products: Products) -> list[Note]:
    """What the true product does."""
    end = float(true[-1])
    if math.isinf(end):
        first = int(np.argmax(np.isinf(true)))
        text = translate("Underflow lab", "the true product is {when}: {reason}").format(
            when=words.zero_from(first), reason=words.impossible_text(pi)
        )
        return [Note(first, 0.0, text, "current", strong=True, required=True)]
    notes = []
    if products.float64_dies is not None:
        x = float(np.interp(-SUBNORMAL, -true, np.arange(true.size)))
        text = translate("Underflow lab", "just above it: subnormal, fewer and fewer digits")
        notes.append(Note(x, SUBNORMAL, text))
    if end < low:
        x = float(np.interp(-0.93 * low, -true, np.arange(true.size)))
        text = translate("Underflow lab", "the true product goes on: {value} at n = {n}").format(
            value=f"10{superscript(round(end))}", n=f"{MOST_FACTORS:,}"
        )
        notes.append(Note(x, 0.93 * low, f"↓ {text}", "curve"))
    else:
        x = 0.75 * MOST_FACTORS
        height = float(true[round(x)])
        notes.append(Note(x, height, translate("Underflow lab", "true product"), "curve"))
    return notes
