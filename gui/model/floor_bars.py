"""The bridge in three bars: BCE now, the least with one shared π, and the least with w and b."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PyQt5.QtCore import QPointF, QRect, QRectF, QSize, Qt, pyqtSignal
from PyQt5.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPolygonF
from PyQt5.QtWidgets import QSizePolicy, QWidget

from core.scientific import format_number
from gui.i18n import translate
from gui.labs.table_words import LEFT, RIGHT, draw_cell
from gui.model.model_equations import loss_text
from gui.model.model_words import infimum_words
from gui.quiet_label import QuietLabel
from gui.still_text import text_width
from gui.theme import LOOK_CHANGED, look

if TYPE_CHECKING:
    from core.snapshot import Snapshot

# In the design's pixels.
ROW, SIZE, VALUE_SIZE, BAR, GAP = 20, 12.5, 13, 10, 10
# The scale ends a little beyond the floor, so that a drag does not change it.
BEYOND_FLOOR = 1.3
ROLES = ("current", "zeros", "optimum")
WAITING, NOTHING = "…", "–"


class Bar(NamedTuple):
    """One row.

    Attributes:
        name: what it is the loss of.
        loss: in nats; None where there is none.
        text: its value.
        reason: why it is not reached; "" where it is.
    """

    name: str
    loss: float | None
    text: str
    reason: str = ""


def _text(snapshot: Snapshot, loss: float | None, reason: str) -> str:
    if loss is None or math.isnan(loss):
        return NOTHING
    value = format_number(snapshot.in_unit(loss))
    return f"→ {value}" if reason else value


def bars(snapshot: Snapshot) -> tuple[Bar, ...]:
    """The three rows of a snapshot that has a model."""
    model = snapshot.model
    if model is None:
        return ()
    fit, shared = model.fit, infimum_words(model, shared=True)
    reason = infimum_words(model)
    least = None if fit is None or math.isnan(fit.loss) else fit.loss
    least_text = WAITING if fit is None and model.n else _text(snapshot, least, reason)
    return (
        Bar(
            translate("Model", "now"),
            model.binary_cross_entropy,
            loss_text(snapshot)[0] or NOTHING,
        ),
        Bar(
            translate("Model", "one π: H(k/n)"),
            model.floor,
            _text(snapshot, model.floor, shared),
            shared,
        ),
        Bar(translate("Model", "minimum, w and b"), least, least_text, reason),
    )


def full_scale(snapshot: Snapshot) -> float:
    """The loss at the right end of the bars, in nats; the same for all w and b."""
    floor = snapshot.model.floor if snapshot.model is not None else None
    return BEYOND_FLOOR * (floor or math.log(2))


class FloorBars(QuietLabel):
    """Three bars on one scale from 0, their names before them, their values behind.

    A bar that goes on beyond the scale ends in a point; a loss that is not reached has no bar but
    its reason. Click a floor that is reached, and somebody else goes there.

    Signals:
        chosen: a floor was clicked: its row, 1 or 2.
    """

    chosen = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("modelFloors")
        self._rows: tuple[Bar, ...] = ()
        self._full = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        LOOK_CHANGED.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        self.setFixedHeight(3 * self.row_height())
        self.update()

    @staticmethod
    def row_height() -> int:
        """The height of a row, in pixels."""
        letters = look().text_metrics(VALUE_SIZE).height()
        return max(look().px(ROW), math.ceil(letters))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Its rows; a layout gives it the width that there is."""
        return QSize(look().px(120), self.minimumHeight())

    def show_rows(self, rows: tuple[Bar, ...], full: float) -> None:
        """Show these bars; only the rows that changed are painted."""
        if (rows, full) == (self._rows, self._full):
            return
        whole = full != self._full or len(rows) != len(self._rows)
        changed = [i for i, row in enumerate(rows) if whole or row != self._rows[i]]
        names = [row.name for row in rows] != [row.name for row in self._rows]
        self._rows, self._full = rows, full
        self.setText("; ".join(f"{r.name} {r.text} {r.reason}".strip() for r in rows))
        high = self.row_height()
        if names:
            self.update()
            return
        for i in changed:
            self.update(QRect(0, i * high, self.width(), high))

    # Events --------------------------------------------------------------------------------

    def floor_at(self, y: float) -> int | None:
        """The row of the floor at a height; None where none can be gone to."""
        i = int(y // self.row_height())
        if i not in (1, 2) or i >= len(self._rows):
            return None
        row = self._rows[i]
        return None if row.loss is None or row.reason else i

    def mousePressEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Have it noticed when the mouse comes up again."""
        if event is not None:
            event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Go to the floor, if the mouse is on it still."""
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        floor = self.floor_at(event.localPos().y())
        if floor is not None and self.rect().contains(event.pos()):
            self.chosen.emit(floor)

    # Painting ------------------------------------------------------------------------------

    def _columns(self) -> tuple[float, float]:
        """Where the bars begin and end."""
        gap = look().px(GAP)
        names = max((text_width(row.name, SIZE) for row in self._rows), default=0.0)
        # Room for usual values at least: the bars must not jump while digits change.
        values = max(
            (text_width(t, VALUE_SIZE) for t in ("→ 0.0000", *(r.text for r in self._rows[1:]))),
        )
        return names + gap, self.width() - values - gap

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the rows that are asked for."""
        if event is None:
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), look().colour("card"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = self.row_height()
        left, right = self._columns()
        for i, row in enumerate(self._rows):
            place = QRectF(0, i * high, self.width(), high)
            if event.rect().intersects(place.toAlignedRect()):
                self._paint_row(painter, place, row, ROLES[i], (left, right))
        painter.end()

    def _paint_row(
        self, painter: QPainter, place: QRectF, row: Bar, role: str, columns: tuple[float, float]
    ) -> None:
        draw_cell(painter, place, row.name, SIZE, "muted", align=LEFT)
        draw_cell(painter, place, row.text, VALUE_SIZE, align=RIGHT)
        left, right = columns
        if right - left < look().px(GAP):
            return
        # What is written behind a bar may be longer than usual.
        room = place.width() - text_width(row.text, VALUE_SIZE) - look().px(GAP)
        if row.reason:
            words = QRectF(left, place.top(), room - left, place.height())
            if text_width(row.reason, SIZE - 1) <= words.width():
                draw_cell(painter, words, row.reason, SIZE - 1, "muted")
        elif row.loss is not None:
            self._paint_bar(painter, place, row.loss, role, (left, min(right, room)))

    def _paint_bar(
        self, painter: QPainter, place: QRectF, loss: float, role: str, columns: tuple[float, float]
    ) -> None:
        left, right = columns
        value, thick = look(), float(look().px(BAR))
        top = place.center().y() - thick / 2
        whole = right - left
        share = loss / self._full
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(value.colour(role))
        if share <= 1.0:
            corner = min(thick / 4, share * whole / 2)
            painter.drawRoundedRect(QRectF(left, top, share * whole, thick), corner, corner)
            return
        # It goes on: the end is a point behind a gap.
        tip, gap = thick * 0.8, float(value.px(3))
        body = QPainterPath()
        body.addRect(QRectF(left, top, max(0.0, whole - tip - gap), thick))
        painter.drawPath(body)
        back = right - tip
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(back, top),
                    QPointF(right, top + thick / 2),
                    QPointF(back, top + thick),
                ]
            )
        )
