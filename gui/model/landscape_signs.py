"""What is marked in the landscape: the argmin, the least of one π, the truth; and their words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PyQt5.QtCore import QLineF, QPointF, QRectF, QSizeF

from core.scientific import format_number
from gui.i18n import translate
from gui.model.landscape_path import SAMPLE
from gui.still_text import text_width
from gui.theme import look

if TYPE_CHECKING:
    from core.snapshot import Snapshot
    from gui.model.landscape_layout import LandscapeLayout
    from gui.model.landscape_path import Points

SIZE = 13.0
ARROW = 34.0
# How far above or below its mark a label may stand, in halves of a line: further off, it would
# speak of something else.
REACH = 5


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


@dataclass(frozen=True)
class Placed:
    """Words that found a place.

    Attributes:
        sign: what they speak of, its `kind`.
        text: what they say.
        rect: where.
        strong: semi-bold: the argmin's alone.
    """

    sign: str
    text: str
    rect: QRectF
    strong: bool = False


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
        hidden = any(s.kind == "argmin" and _near(s.at, at) for s in found)
        found.append(Sign("shared", at, () if hidden else (f"{name}: {least}", name)))
    true = model.state.true
    if true is not None and region.holds(*true):
        name = translate("Model", "true w and b")
        place = f"{quantity('w', true[0])}, {quantity('b', true[1])}"
        short = translate("Model", "true")
        found.append(Sign("truth", layout.point(*true), (f"{short} {place}", name, short)))
    return tuple(found)


def _near(one: QPointF, other: QPointF) -> bool:
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


# Places for the words ------------------------------------------------------------------------


class Ground:
    """What words keep off: marks, the handle, the path, and other words."""

    def __init__(self, frame: QRectF, taken: Iterable[QRectF], samples: Points | None) -> None:
        self._frame = frame
        self._taken = list(taken)
        self._samples = samples

    def is_free(self, rect: QRectF) -> bool:
        """Whether words may stand there."""
        if not self._frame.contains(rect) or any(rect.intersects(one) for one in self._taken):
            return False
        points = self._samples
        if points is None or not len(points):
            return True
        x, y = points[:, 0], points[:, 1]
        hit = (
            (x > rect.left() - 3)
            & (x < rect.right() + 3)
            & (y > rect.top() - 2)
            & (y < rect.bottom() + 2)
        )
        return not bool(hit.any())

    def take(self, rect: QRectF) -> None:
        """From now on this place is taken."""
        self._taken.append(rect)


def place_words(
    found: Sequence[Sign],
    layout: LandscapeLayout,
    moving: Sequence[QRectF] = (),
    samples: Points | None = None,
    before: Sequence[Placed] = (),
) -> tuple[Placed, ...]:
    """Place what the marks say: nothing covers anything else; what finds no place is left out.

    Args:
        found: the marks.
        layout: of the landscape.
        moving: what the handle and its like cover.
        samples: points of the path.
        before: where words stood a moment ago: they stay there while they can.
    """
    frame = layout.plot.adjusted(2, 2, -2, -2)
    points = [line_samples(s.arrow) for s in found if s.kind == "line" and s.arrow is not None]
    if samples is not None:
        points.append(samples)
    marks = [*moving, *(sign.covers() for sign in found)]
    ground = Ground(frame, marks, np.concatenate(points) if points else None)
    placed: list[Placed] = []
    for sign in found:
        words = _kept(sign, ground, before) or _placed(sign, ground)
        if words is not None:
            ground.take(words.rect.adjusted(-3, -2, 3, 2))
            placed.append(words)
    return tuple(placed)


def line_samples(line: QLineF) -> Points:
    """Points along a line, as dense as words must know them."""
    count = int(line.length() / SAMPLE) + 2
    share = np.linspace(0.0, 1.0, count)[:, None]
    return np.array([line.x1(), line.y1()]) + share * np.array([line.dx(), line.dy()])


def _kept(sign: Sign, ground: Ground, before: Sequence[Placed]) -> Placed | None:
    for words in before:
        # A shorter form stays no longer than it must.
        if words.sign == sign.kind and sign.texts[:1] == (words.text,):
            return words if ground.is_free(words.rect) else None
    return None


def _placed(sign: Sign, ground: Ground) -> Placed | None:
    strong = sign.kind == "argmin"
    for text in sign.texts:
        size = QSizeF(
            text_width(text, SIZE, strong=strong) + 4,
            look().text_metrics(SIZE, strong=strong).height(),
        )
        for rect in _around(sign.covers(), size):
            if ground.is_free(rect):
                return Placed(sign.kind, text, rect, strong)
    return None


def _around(mark: QRectF, size: QSizeF) -> Iterable[QRectF]:
    """Places right and left of a mark, above and below it, then further and further."""
    middle, wide, high = mark.center(), size.width(), size.height()
    lefts = (mark.right() + 1, mark.left() - 1 - wide)
    for i in range(REACH):
        rise = 0.5 * high * i
        for y in (middle.y() - rise, middle.y() + rise)[: 2 if i else 1]:
            for left in lefts:
                yield QRectF(QPointF(left, y - high / 2), size)
            if 0.5 * high * (i - 1) >= mark.height() / 2:
                for share in (0.5, 0.25, 0.75, 0.0, 1.0):
                    yield QRectF(QPointF(middle.x() - share * wide, y - high / 2), size)
