"""The still labels of a plot: the optimum, the dashed parts, and where a curve runs off to ±∞."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PyQt5.QtCore import QPointF, QRectF, QSizeF

from core.scientific import format_probability
from gui import plot_series
from gui.i18n import translate
from gui.label_places import Obstacles, Polyline
from gui.plot_series import Series, optimum_texts
from gui.still_text import text_width
from gui.theme import look

if TYPE_CHECKING:
    from core.snapshot import Snapshot

SIZE = 13
DIAMOND = 8.5
# How far above (−) or below (+) the optimum its label is tried first: on the curve's outer side.
_FIRST_TRY = {
    plot_series.LIKELIHOOD: -14,
    plot_series.LOG_LIKELIHOOD: 16,
    plot_series.CROSS_ENTROPY: -16,
}
_SHARES = {
    "ones": (0.3, 0.42, 0.2, 0.55, 0.8, 0.66, 0.12, 0.9),
    "zeros": (0.14, 0.22, 0.55, 0.66, 0.3, 0.42, 0.8, 0.9),
}


class Label(NamedTuple):
    """A text in a plot.

    Attributes:
        rect: its place, in the stack's pixels.
        text: what it says.
        role: what it speaks of: a role of the theme.
    """

    rect: QRectF
    text: str
    role: str

    @property
    def strong(self) -> bool:
        """Whether it is set in semi-bold: the optimum alone."""
        return self.role == "optimum"

    @property
    def colour(self) -> str:
        """The colour's role: that of text, where it differs from that of a line."""
        return "zeros_text" if self.role == "zeros" else self.role

    @property
    def size(self) -> int:
        """The type's size, in the design's pixels."""
        return SIZE if self.strong else SIZE - 1


class _Placer:
    def __init__(self, shown: Series, plot: QRectF, lines: list[Polyline]) -> None:
        self.shown, self.plot = shown, plot
        self.obstacles = Obstacles(plot.adjusted(0, -look().px(2), 0, 0), lines)
        self.labels: list[Label] = []

    def box(self, text: str, *, strong: bool = False) -> QSizeF:
        size = SIZE if strong else SIZE - 1
        width = text_width(text, size, strong=strong)
        return QSizeF(width + 4, look().text_metrics(size, strong=strong).height())

    def add(self, rect: QRectF | None, text: str, role: str) -> None:
        if rect is not None:
            self.labels.append(Label(rect, text, role))

    def optimum(self, where: QPointF, snapshot: Snapshot) -> None:
        px = look().px
        around = px(DIAMOND) + 2.0
        self.obstacles.take(QRectF(where.x() - 2, self.plot.top(), 4, self.plot.height()))
        self.obstacles.take(QRectF(where, QSizeF()).adjusted(-around, -around, around, around))
        anchor = where + QPointF(0, px(_FIRST_TRY[self.shown.kind]))
        texts = optimum_texts(self.shown.kind, snapshot)
        places = [
            self.obstacles.beside(anchor, self.box(text, strong=True), px(11)) for text in texts
        ]
        # The full text if it finds a free place, else the short one, else the least bad of both.
        found = [(hits, i, rect) for i, (hits, rect) in enumerate(places) if rect is not None]
        if found:
            hits, i, rect = min(found, key=lambda place: place[:2])
            if hits and look().least_type:
                return  # in large type a small plot has room for the mark alone
            self.obstacles.take(rect)
            self.add(rect, texts[i], "optimum")

    def line(self, x: float, text: str, role: str) -> None:
        """The name of an upright line, beside it."""
        plot = self.plot
        size = self.box(text)
        # Beside the line; where the optimum's own label and the curve leave no room, further off.
        places = (
            QRectF(QPointF(left, plot.top() + share * (plot.height() - size.height())), size)
            for gap in map(look().px, (6, 20, 40, 70))
            for share in (0.0, 0.12, 0.24, 0.4, 0.5, 0.6, 0.8, 0.9, 1.0)
            for left in (x + gap, x - gap - size.width())
        )
        self.add(self.obstacles.first_free(places), text, role)

    def infinities(self) -> None:
        for value, at_left in ((self.shown.y[0], True), (self.shown.y[-1], False)):
            if math.isinf(value):
                text = "↓ −∞" if value < 0 else "↑ ∞"
                places = self._along_edge(self.box(text), at_left=at_left, at_top=value > 0)
                self.add(self.obstacles.first_free(places), text, "muted")

    def _along_edge(self, size: QSizeF, *, at_left: bool, at_top: bool) -> Iterable[QRectF]:
        plot = self.plot
        top = plot.top() if at_top else plot.bottom() - size.height()
        for step in range(30):
            x = look().px(3) + step * 4.0
            left = plot.left() + x if at_left else plot.right() - x - size.width()
            yield QRectF(QPointF(left, top), size)

    def part(self, line: Polyline, text: str, role: str) -> None:
        places = self._along_line(line, self.box(text), role)
        self.add(self.obstacles.first_free(places), text, role)

    def _along_line(self, line: Polyline, size: QSizeF, role: str) -> Iterable[QRectF]:
        # The two names begin at different places, lest they stand on top of each other.
        for share in _SHARES[role]:
            x = self.plot.left() + share * self.plot.width()
            y = float(np.interp(x, *line))
            left = x - size.width() / 2
            for distance in (5, 9, 14):
                yield QRectF(QPointF(left, y - distance - size.height()), size)
                yield QRectF(QPointF(left, y + distance), size)

    def middle(self, text: str) -> None:
        rect = QRectF(QPointF(), self.box(text))
        rect.moveCenter(self.plot.center())
        self.obstacles.take(rect)
        self.add(rect, text, "muted")


def place_labels(
    shown: Series,
    plot: QRectF,
    lines: dict[str, Polyline],
    optimum: QPointF | None,
    truth: float | None,
    prediction: float | None,
    snapshot: Snapshot,
) -> list[Label]:
    """Place what a plot says: nothing covers anything else; what finds no place is left out.

    Args:
        shown: what is drawn.
        plot: the rectangle of the axes.
        lines: the curve and its parts ("curve", "ones", "zeros"), in pixels.
        optimum: where the optimum is, in pixels; None if it is not in sight.
        truth: where the true π is, in pixels; None if it is not to be shown.
        prediction: where the learner expects something, in pixels; None for nowhere.
        snapshot: the numbers.
    """
    placer = _Placer(shown, plot, list(lines.values()))
    state = snapshot.state
    named = (
        (truth, state.true_pi, translate("Plots", "true π = {pi}"), "truth"),
        (prediction, state.stage.prediction, translate("Plots", "expected: {pi}"), "ones"),
    )
    for x, *_ in named:
        if x is not None:
            placer.obstacles.take(QRectF(x - 1, plot.top(), 2, plot.height()))
    if optimum is not None:
        placer.optimum(optimum, snapshot)
    for x, pi, words, role in named:
        if x is not None and pi is not None:
            placer.line(x, words.format(pi=format_probability(pi)), role)
    if shown.kind != plot_series.LIKELIHOOD and state.interval == (0.0, 1.0) and lines:
        placer.infinities()
    for role, text in (
        ("ones", translate("Plots", "ones' part")),
        ("zeros", translate("Plots", "zeros' part")),
    ):
        if role in lines:
            placer.part(lines[role], text, role)
    words = _without_curve(shown, snapshot)
    if words:
        placer.middle(words)
    return placer.labels


def _without_curve(shown: Series, snapshot: Snapshot) -> str:
    """Why there is no curve; "" where there is one."""
    if snapshot.state.stage.hides("curves"):
        return translate("Plots", "the curve comes with the answer")
    if shown.kind == plot_series.CROSS_ENTROPY and not snapshot.n:
        return translate("Plots", "undefined: there are no observations")
    return ""
