"""What is marked in the landscape: the argmin, the least of one π, the truth; and what they say."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PyQt5.QtCore import QLineF, QPointF, QRectF, QSizeF

from core.scientific import format_number
from gui.i18n import translate
from gui.plot_labels import DIAMOND
from gui.theme import look

if TYPE_CHECKING:
    from core.snapshot import Snapshot
    from gui.model.landscape_layout import LandscapeLayout

ARROW = 34.0
# How far each mark's own shape reaches from its middle, in the design's pixels.
BODY = {"argmin": DIAMOND + 1.5, "shared": 5.5, "truth": 6.5, "direction": 4.0, "line": 2.0}


class Sign(NamedTuple):
    """A mark and what it says.

    Attributes:
        kind: "argmin", "shared", "truth", "direction" (an arrow) or "line".
        at: where it stands, in pixels.
        texts: what it says, in full first; it may say nothing.
        arrow: of a direction, from its tail to its tip; of a line, from end to end.
    """

    kind: str
    at: QPointF
    texts: tuple[str, ...]
    arrow: QLineF | None = None

    def covers(self) -> QRectF:
        """What the mark itself covers."""
        around = look().px(10.0)
        rect = QRectF(self.at, QSizeF()).adjusted(-around, -around, around, around)
        if self.kind == "line":
            return QRectF(self.at, QSizeF()).adjusted(-2, -2, 2, 2)
        if self.kind == "direction" and self.arrow is not None:
            ends = QRectF(self.arrow.p1(), self.arrow.p2()).normalized()
            rect = ends.adjusted(-7, -7, 7, 7)
        return rect

    def body(self) -> QRectF:
        """The mark as it is seen; `covers` leaves some ground around it."""
        if self.kind == "direction" and self.arrow is not None:
            return QRectF(self.arrow.p1(), self.arrow.p2()).normalized()
        around = BODY[self.kind] * look().scale
        return QRectF(self.at, QSizeF()).adjusted(-around, -around, around, around)


def quantity(name: str, value: float, digits: int = 4) -> str:
    """A name with its value: "w ≈ −0.2322"; = where so many digits say it exactly."""
    sign = "=" if value == float(f"{value:.{digits - 1}e}") else "≈"
    text = format_number(value, digits)
    if sign == "=" and "." in text and "×" not in text:
        text = text.rstrip("0").rstrip(".")
    return f"{name} {sign} {text}"


def signs(snapshot: Snapshot, layout: LandscapeLayout) -> tuple[Sign, ...]:
    """The marks in sight, the weightiest first; its label finds its place first."""
    model = snapshot.model
    if model is None or not model.n:
        return ()
    region, found = layout.region, list[Sign]()
    fit = model.fit
    if fit is not None and math.isfinite(fit.w) and math.isfinite(fit.b):
        if fit.reason == "equal_x":
            found += _line_of_optima(snapshot, layout)
        if region.holds(fit.w, fit.b):
            place = f"{quantity('w', fit.w)}, {quantity('b', fit.b)}"
            found.append(Sign("argmin", layout.point(fit.w, fit.b), (f"argmin {place}", "argmin")))
    elif fit is not None and fit.direction is not None:
        found.append(_direction(fit.direction, layout))
    shared, floor = model.shared_b, model.floor
    if shared is not None and floor is not None and region.holds(0.0, shared):
        least = quantity("H(k/n)", snapshot.in_unit(floor))
        name = translate("Model", "one π")
        at = layout.point(0.0, shared)
        hidden = any(s.kind == "argmin" and same_place(s.at, at) for s in found)
        found.append(Sign("shared", at, () if hidden else (f"{name}: {least}", name)))
    true = model.state.true
    if true is not None and region.holds(*true):
        name = translate("Model", "true w and b")
        place = f"{quantity('w', true[0])}, {quantity('b', true[1])}"
        short = translate("Model", "true")
        found.append(Sign("truth", layout.point(*true), (f"{short} {place}", name, short)))
    return tuple(found)


def same_place(one: QPointF, other: QPointF) -> bool:
    """Whether two marks lie on each other: words beside one are beside the other."""
    return max(abs(one.x() - other.x()), abs(one.y() - other.y())) < look().px(5)


def _line_of_optima(snapshot: Snapshot, layout: LandscapeLayout) -> list[Sign]:
    """With one x for all, w·x + b alone counts: the minimum is reached on a whole line."""
    model = snapshot.model
    if model is None or model.fit is None:
        return []
    x, b, plot, region = float(model.state.data.x[0]), model.fit.b, layout.plot, layout.region
    # b(w) is cut off where it leaves the axes; for a steep line the ends are found along w.
    ends = [(w, b - w * x) for w in (region.w_low, region.w_high)]
    if x:
        ends += [((b - at) / x, at) for at in (region.b_low, region.b_high)]
    slack = 1e-9
    inside = [
        QPointF(layout.point(w, at))
        for w, at in ends
        if region.w_low - slack <= w <= region.w_high + slack
        and region.b_low - slack <= at <= region.b_high + slack
    ]
    if len(inside) < 2:
        return []
    inside.sort(key=lambda point: (point.x(), point.y()))
    line = QLineF(inside[0], inside[-1])
    at = line.pointAt(0.72)
    said = translate("Model", "every point of this line is a minimum")
    at.setX(min(plot.right(), max(plot.left(), at.x())))
    return [Sign("line", at, (said,), line)]


def _direction(direction: tuple[float, float], layout: LandscapeLayout) -> Sign:
    """An arrow at the edge that the loss falls towards for ever."""
    plot = layout.plot
    dx, dy = direction[0] / layout.w_per_pixel, -direction[1] / layout.b_per_pixel
    length = math.hypot(dx, dy) or 1.0
    dx, dy = dx / length, dy / length
    middle = plot.center()
    reach = min(
        plot.width() / 2 / abs(dx) if dx else math.inf,
        plot.height() / 2 / abs(dy) if dy else math.inf,
    )
    tip = middle + QPointF(dx, dy) * (reach - look().px(7))
    tail = tip - QPointF(dx, dy) * look().px(ARROW)
    said = translate("Model", "the loss falls for ever in this direction")
    short = translate("Model", "falls for ever")
    return Sign("direction", (tip + tail) / 2, (said, short), QLineF(tail, tip))
