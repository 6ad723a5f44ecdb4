"""The chart of the labs: a card like the plots', its still picture kept, and marks that move.

    chart.show_picture(Picture(title=…, x=Axis(0, 1), y=Axis(0, 9), lines=(Line(x, y),)))
    chart.show_now(Now(0.3, ((0.3, 4.0),), "L 4.0"))

A new `Picture` object is painted once; a new `Now` paints no more than the strip it moves through.
"""

from __future__ import annotations

from PyQt5.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, pyqtSignal
from PyQt5.QtGui import (
    QFocusEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PyQt5.QtWidgets import QSizePolicy, QWidget

from gui.labs.chart_layout import ChartLayout, Crowding, Words, lay_out, sign_height
from gui.labs.chart_notes import place_notes
from gui.labs.chart_painter import paint_still
from gui.labs.chart_picture import Axis, Kind, Line, Mark, Note, Now, Picture, Rule
from gui.plot_labels import Label
from gui.plot_marks import DOT, Marks, arrow_rect, chip_rect, dot_sprite, paint_marks
from gui.plot_painter import CORNER
from gui.theme import LOOK_CHANGED, look

__all__ = ["Axis", "Chart", "Kind", "Line", "Mark", "Note", "Now", "Picture", "Rule"]

# How far beside the axes a press still counts, and how near a line is to be taken, in pixels.
NEAR = 6


class Chart(QWidget):
    """Shows a `Picture` and what moves over it.

    Signals:
        pressed: the left button went down at these values of x and y.
        dragged: the mouse is at these values, the button held; they are kept on the axes.
        released: the button came up.

    Args:
        parent: of this widget.
        pi_axis: whether x is π: the axes then stand exactly over the slider of π, if the chart is
            as wide as the lab.
        x_axis_labels: whether the x axis is labelled; not where another chart stands below.

    Attributes:
        still_paints: how often the still picture was painted.
    """

    pressed = pyqtSignal(float, float)
    dragged = pyqtSignal(float, float)
    released = pyqtSignal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        pi_axis: bool = False,
        x_axis_labels: bool = True,
    ) -> None:
        super().__init__(parent)
        self._pi_axis, self._x_labels = pi_axis, x_axis_labels
        self._picture: Picture | None = None
        self._now = Now()
        self._layout: ChartLayout | None = None
        self._labels: list[Label] = []
        self._marks: Marks | None = None
        self._still: QPixmap | None = None
        self._crowding = Crowding.NONE
        self._held = self._framed = False
        self.still_paints = 0
        # It paints its own ground: a frame of a drag leaves the lab behind it alone.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        LOOK_CHANGED.connect(self.restyle)

    # What is shown -------------------------------------------------------------------------

    def show_picture(self, picture: Picture) -> None:
        """Show a picture; the same object again changes nothing."""
        if picture is not self._picture:
            self._picture = picture
            self._lay_out()

    def show_now(self, now: Now) -> None:
        """Show what moves, painting that alone."""
        if now == self._now:
            return
        before = self._moving()
        self._now = now
        self._move()
        if self._layout is not None and self._still is not None:
            strip = before.united(self._moving())
            if not strip.isEmpty():
                self.update(strip.toAlignedRect().adjusted(-1, -1, 1, 1))

    @property
    def picture(self) -> Picture | None:
        """What is shown."""
        return self._picture

    @property
    def now(self) -> Now:
        """What moves over it."""
        return self._now

    @property
    def plot(self) -> QRectF:
        """The rectangle of the axes; empty where there is no room for them."""
        return QRectF() if self._layout is None else QRectF(self._layout.plot)

    @property
    def chip(self) -> QRectF:
        """The rectangle of the sign over the line; empty without one."""
        return QRectF() if self._marks is None else QRectF(self._marks.chip)

    def x_of(self, value: float) -> float:
        """The horizontal pixel of a value of x."""
        return 0.0 if self._layout is None else self._layout.x_of(value)

    def y_of(self, value: float) -> float:
        """The vertical pixel of a value of y."""
        return 0.0 if self._layout is None else self._layout.y_of(value)

    def texts(self) -> list[Words]:
        """Every text of the still picture, with its place."""
        if self._layout is None:
            return []
        return [*self._layout.words, *(words for block in self._layout.notes for words in block)]

    # Geometry ------------------------------------------------------------------------------

    def label_x_axis(self, *, labelled: bool) -> None:
        """Label the x axis, or leave that to the chart below."""
        if labelled is not self._x_labels:
            self._x_labels = labelled
            self._lay_out()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A plot's usual size."""
        return QSize(look().px(600), look().px(260))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a heading and two labels above one another."""
        line = look().text_metrics(12).height()
        return QSize(look().px(280), round(look().px(60) + 3 * line))

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        self._crowding = Crowding.NONE
        self.updateGeometry()
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Fit the picture to the new size."""
        super().resizeEvent(event)
        self._crowding = Crowding.NONE
        self._lay_out()

    def _lay_out(self) -> None:
        """Place everything anew; it is painted at the next paint event."""
        self._still = self._layout = self._marks = None
        self._labels = []
        if self._picture is not None:
            self._layout = lay_out(
                self._picture,
                QRectF(self.rect()),
                pi_axis=self._pi_axis,
                x_labels=self._x_labels,
                crowding=self._crowding,
            )
        if self._layout is not None:
            self._layout.notes.extend(place_notes(self._layout))
            self._labels = [
                Label(words.rect, words.text, words.role)
                for block in self._layout.notes
                for words in block
            ]
            self._move()
        self.update()

    def _move(self) -> None:
        """Work out where the moving marks stand."""
        layout, now = self._layout, self._now
        self._marks = None
        if layout is None or now.x is None or not self._in_sight(now.x):
            return
        x, card = layout.x_of(now.x), layout.card
        if not now.chip:
            # A sign of no size paints nothing.
            chip = QRectF(x, layout.plot.top(), 0.0, 0.0)
        else:
            px = look().px
            own_row = self._crowding is Crowding.TWO_ROWS
            least = card.left() + px(8) if own_row else layout.title_right + px(10)
            chip = chip_rect(now.chip, x, least, card)
            if chip.right() > card.right() - px(4) and not own_row:
                # No room beside the heading: first its unit goes, then the sign gets a row of its
                # own, and keeps it.
                self._crowding = Crowding(self._crowding.value + 1)
                self._lay_out()
                return
            chip = QRectF(chip.left(), layout.chip_top, chip.width(), sign_height())
        taken = arrow_rect(x, now.arrow, layout.plot)
        # The words that stand at an edge say as much as an arrow to it.
        arrow = 0 if any(label.rect.intersects(taken) for label in self._labels) else now.arrow
        self._marks = Marks(x, layout.plot, None, arrow, None, chip, now.chip)

    def _in_sight(self, x: float) -> bool:
        return self._picture is not None and self._picture.x.low <= x <= self._picture.x.high

    def _dots(self) -> list[QPointF]:
        layout = self._layout
        if layout is None:
            return []
        points = (layout.point(Mark(x, y)) for x, y in self._now.dots)
        return [point for point in points if point is not None]

    def _moving(self) -> QRectF:
        """All that the moving marks cover."""
        strip = QRectF() if self._marks is None else self._marks.bounds()
        reach = DOT * look().scale + 4
        for dot in self._dots():
            strip = strip.united(QRectF(dot, QSizeF()).adjusted(-reach, -reach, reach, reach))
        return strip

    # Painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Copy the picture and paint the moving marks over it."""
        if event is None:
            return
        ratio = self.devicePixelRatioF()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still_picture(ratio))
        if self._layout is not None:
            if self._marks is not None:
                paint_marks(painter, self._marks, self._labels, ratio)
            self._paint_dots(painter, ratio)
        if self._framed:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look().colour("ones"), 1.5 * look().scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(frame, look().px(CORNER), look().px(CORNER))
        painter.end()

    def _paint_dots(self, painter: QPainter, ratio: float) -> None:
        dots = self._dots()
        if not dots:
            return
        sprite = dot_sprite(look(), ratio)
        half = sprite.width() / sprite.devicePixelRatio() / 2
        for dot in dots:
            painter.drawPixmap(QPointF(dot.x() - half, dot.y() - half), sprite)

    def _still_picture(self, ratio: float) -> QPixmap:
        if self._still is None or self._still.devicePixelRatio() != ratio:
            self._still = QPixmap((QSizeF(self.size()) * ratio).toSize())
            self._still.setDevicePixelRatio(ratio)
            self._still.fill(look().colour("ground"))
            if self._layout is not None:
                painter = QPainter(self._still)
                paint_still(painter, self._layout)
                painter.end()
            self.still_paints += 1
        return self._still

    # Mouse and focus -----------------------------------------------------------------------

    def _listens(self) -> bool:
        return self.receivers(self.pressed) > 0

    def mousePressEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """A press on the axes begins a drag."""
        if (
            event is None
            or self._layout is None
            or event.button() != Qt.MouseButton.LeftButton
            or not self._listens()
            or not self._layout.plot.adjusted(-NEAR, 0, NEAR, 0).contains(event.localPos())
        ):
            super().mousePressEvent(event)
            return
        self._held = True
        self.pressed.emit(*self._values(event))

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Go on with a drag, or show where one can begin."""
        if event is None or self._layout is None:
            return
        if self._held:
            self.dragged.emit(*self._values(event))
            return
        inside = self._layout.plot.adjusted(-NEAR, 0, NEAR, 0).contains(event.localPos())
        near = self._marks is not None and abs(event.localPos().x() - self._marks.x) <= NEAR
        if not self._listens() or not inside:
            self.unsetCursor()
        else:
            self.setCursor(Qt.CursorShape.SizeHorCursor if near else Qt.CursorShape.CrossCursor)

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """End the drag."""
        if event is not None and event.button() == Qt.MouseButton.LeftButton and self._held:
            self._held = False
            self.released.emit()

    def _values(self, event: QMouseEvent) -> tuple[float, float]:
        pos = event.localPos()
        return (0.0, 0.0) if self._layout is None else self._layout.value_at(pos.x(), pos.y())

    def focusInEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Show the focus; a click has a mouse's own sign of where it is."""
        super().focusInEvent(event)
        self._frame(event is None or event.reason() != Qt.FocusReason.MouseFocusReason)

    def focusOutEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Take the focus' sign away."""
        super().focusOutEvent(event)
        self._frame(False)

    def _frame(self, framed: bool) -> None:
        if framed != self._framed:
            self._framed = framed
            self.update()
