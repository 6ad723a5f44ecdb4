"""Where everything in the landscape stands: its axes, its scale, which pixel is which (w, b)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PyQt5.QtCore import QPointF, QRectF

from core.scientific import MINUS, format_number
from gui.decimal_steps import snapped
from gui.still_text import text_width
from gui.theme import look
from gui.ticks import Ticks, ticks

if TYPE_CHECKING:
    from core.landscape import Region

TICK_SIZE, NAME_SIZE, LEAST_TICK_SIZE = 12.0, 16.0, 8.0
# In the design's pixels: around the axes, and of the scale.
TICK_GAP, TOP, RIGHT = 8, 6, 6
BAR_GAP, BAR, BAR_LABEL_GAP = 15, 13, 7
# Of a place narrower than this there is no scale, of one lower w is named beside its ticks.
LEAST_WITH_SCALE, LEAST_WITH_NAME = 250, 150
# Nothing is drawn further away than this, in pixels: Qt's own numbers end soon after.
FAR = 1e6
_DIGITS = (3, 4, 5, 6)


@dataclass(frozen=True)
class ScaleLabel:
    """The height of a band's edge.

    Attributes:
        y: where the edge is, in pixels.
        text: its height in the unit.
    """

    y: float
    text: str


@dataclass(frozen=True, eq=False)
class LandscapeLayout:
    """The landscape in one size, look and language.

    Attributes:
        place: all of it.
        plot: the rectangle of the axes.
        region: what they show.
        w_ticks: along w; those whose labels have room.
        b_ticks: along b.
        tick_size: of the type of the ticks, in the design's pixels.
        bar: the scale's rectangle; empty where there is no scale.
        labels: of the scale.
        unit: of the scale.
        names_below: whether w is named below its ticks, not beside them.
    """

    place: QRectF
    plot: QRectF
    region: Region
    w_ticks: Ticks
    b_ticks: Ticks
    tick_size: float
    bar: QRectF
    labels: tuple[ScaleLabel, ...]
    unit: str
    names_below: bool

    def point(self, w: float, b: float) -> QPointF:
        """The pixel of a place; kept within `FAR`."""
        plot, (across, up) = self.plot, self.shares(w, b)
        return QPointF(
            plot.left() + _near(across * plot.width()), plot.bottom() - _near(up * plot.height())
        )

    def shares(self, w: float, b: float) -> tuple[float, float]:
        """Where a place is, from left to right and from bottom to top; 0 to 1 is in sight."""
        region = self.region
        return _share(w, region.w_low, region.w_high), _share(b, region.b_low, region.b_high)

    def weights_at(self, pixel: QPointF) -> tuple[float, float]:
        """The (w, b) at a pixel, kept in the region, as round as a pixel allows."""
        plot, region = self.plot, self.region
        across = (pixel.x() - plot.left()) / plot.width()
        up = (plot.bottom() - pixel.y()) / plot.height()
        w_ends, b_ends = (region.w_low, region.w_high), (region.b_low, region.b_high)
        return (
            snapped(_between(*w_ends, across), *w_ends, plot.width()),
            snapped(_between(*b_ends, up), *b_ends, plot.height()),
        )

    @property
    def w_per_pixel(self) -> float:
        """How much of w a pixel is wide."""
        return (self.region.w_high - self.region.w_low) / self.plot.width()

    @property
    def b_per_pixel(self) -> float:
        """How much of b a pixel is tall."""
        return (self.region.b_high - self.region.b_low) / self.plot.height()


def _between(low: float, high: float, share: float) -> float:
    return low * (1.0 - share) + high * share


def _share(value: float, low: float, high: float) -> float:
    return (value - low) / (high - low)


def _near(length: float) -> float:
    return min(FAR, max(-FAR, length))


def lay_out(
    place: QRectF, region: Region, levels: Sequence[float] | None, unit: str
) -> LandscapeLayout:
    """Lay a landscape out.

    Args:
        place: where.
        region: what the axes show.
        levels: the rising edges of the bands, in the unit; None while they are not known.
        unit: its name.
    """
    px, value = look().px, look()
    small = value.scale or 1.0
    metrics = value.text_metrics(TICK_SIZE)
    below = place.height() >= LEAST_WITH_NAME * small
    name = value.text_metrics(NAME_SIZE).height()
    texts, tick_size = _scale_texts(levels), TICK_SIZE
    has_scale = place.width() >= LEAST_WITH_SCALE * small
    scale = 0.0
    if has_scale:
        widest = max((text_width(text, TICK_SIZE) for text in texts), default=0.0)
        widest = max(widest, text_width(f"{MINUS}0.88", TICK_SIZE), text_width(unit, TICK_SIZE))
        # The last digit of an exponent reaches a little beyond its own width.
        scale = px(BAR_GAP) + px(BAR) + px(BAR_LABEL_GAP) + widest + px(2)
    foot = metrics.height() + px(TICK_GAP) / 2 + (0.9 * name if below else 0.0)
    height = max(1.0, place.height() - px(TOP) - foot)
    b_ticks = _b_ticks(region, height)
    # The axis grows for long labels, which get smaller where they would take too much of it.
    room = 0.3 * place.width()
    while tick_size > LEAST_TICK_SIZE and _widest(b_ticks.texts, tick_size) > room:
        tick_size -= 1
    named = text_width("w", NAME_SIZE) + px(4)
    usual = text_width(f"{MINUS}88", TICK_SIZE)
    left = named + max(usual, _widest(b_ticks.texts, tick_size)) + px(TICK_GAP)
    width = max(1.0, place.width() - left - (scale or px(RIGHT)))
    plot = QRectF(place.left() + left, place.top() + px(TOP), width, height)
    bar = QRectF(plot.right() + px(BAR_GAP), plot.top(), px(BAR), height) if scale else QRectF()
    return LandscapeLayout(
        place=place,
        plot=plot,
        region=region,
        w_ticks=_w_ticks(region, width, tick_size),
        b_ticks=b_ticks,
        tick_size=tick_size,
        bar=bar,
        labels=_labels(bar, texts),
        unit=unit,
        names_below=below,
    )


def rise_of(text: str, size: float) -> float:
    """How far some words rise above their baseline: exponents rise above capitals."""
    metrics = look().text_metrics(size)
    return float(
        metrics.ascent() if "×10" in text or text.startswith("10") else metrics.capHeight()
    )


def _widest(texts: Sequence[str], size: float) -> float:
    return max((text_width(text, size) for text in texts), default=0.0)


def _b_ticks(region: Region, height: float) -> Ticks:
    line = look().text_metrics(TICK_SIZE).height()
    parts = max(1, min(5, int(height / (2.2 * line))))
    return ticks(region.b_low, region.b_high, parts)


def _w_ticks(region: Region, width: float, size: float) -> Ticks:
    """As many as have room beside each other."""
    marks = Ticks([], [])
    for parts in range(max(2, min(8, int(width / look().px(70)))), 0, -1):
        marks = ticks(region.w_low, region.w_high, parts)
        if len(marks.values) < 2:
            break
        step = (marks.values[1] - marks.values[0]) / (region.w_high - region.w_low) * width
        if _widest(marks.texts, size) + look().px(14) <= step:
            break
    return marks


def _scale_texts(levels: Sequence[float] | None) -> list[str]:
    """The edges' heights, in so many digits that no two are the same."""
    if levels is None:
        return []
    for digits in _DIGITS:
        texts = [format_number(level, digits) for level in levels]
        if len(set(texts)) == len(texts):
            return texts
    # Far zoomed in the heights differ in their last digits alone: how far above the lowest.
    first = levels[0]
    return [format_number(first, 4), *(f"+{format_number(at - first, 2)}" for at in levels[1:])]


def _labels(bar: QRectF, texts: list[str]) -> tuple[ScaleLabel, ...]:
    """The lowest edge, the highest, and between them as many as have room."""
    if bar.isEmpty() or len(texts) < 2:
        return ()
    step = bar.height() / (len(texts) - 1)
    line = 1.05 * look().text_metrics(TICK_SIZE).height()
    every = max(1, math.ceil(line / step))
    last = len(texts) - 1
    chosen = [i for i in range(0, last, every) if (last - i) * step >= line]
    if not chosen or chosen[0] != 0:
        chosen = [0]
    chosen.append(last)
    return tuple(ScaleLabel(bar.bottom() - i * step, texts[i]) for i in chosen)
