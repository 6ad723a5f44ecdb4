"""A figure as it will be exported, drawn into the room there is; it moves where it will move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import QElapsedTimer, QPoint, QRectF, QSize, Qt, QTimer, pyqtSignal
from PyQt5.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PyQt5.QtWidgets import QApplication, QSizePolicy, QWidget

from gui.figures.figure import AnyFigure, figure_for
from gui.figures.moving import MovingFigure
from gui.figures.still_files import painting_on
from gui.theme import look

if TYPE_CHECKING:
    from core.snapshot import Snapshot
    from gui.figures.options import FigureOptions, Motion

# The squares that show through where a figure has no ground.
SQUARE = 8
FRAME_MILLISECONDS = 33


class FigurePreview(QWidget):
    """Shows a figure.

    Signals:
        drag_asked: the user pulls the figure away.
    """

    drag_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figurePreview")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._options: FigureOptions | None = None
        self._snapshot: Snapshot | None = None
        self._still: AnyFigure | None = None
        self._moving: MovingFigure | None = None
        self._picture: QPixmap | None = None
        self._pressed: QPoint | None = None
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MILLISECONDS)
        self._timer.timeout.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Large enough to judge a slide."""
        return QSize(look().px(620), look().px(460))

    def show_figure(
        self, options: FigureOptions, motion: Motion | None, snapshot: Snapshot
    ) -> None:
        """Show a figure that stands still, or (with a motion) moves."""
        before, self._picture, self._snapshot = self._snapshot, None, snapshot
        same_view = before is not None and (before.model is None) is (snapshot.model is None)
        if options != self._options or self._still is None or not same_view:
            self._options = options
            self._still = figure_for(options, snapshot, quick=True)
        self._moving = (
            MovingFigure(options, motion, snapshot, quick=True) if motion is not None else None
        )
        if self._moving is None:
            self._timer.stop()
        elif not self._timer.isActive():
            self._clock.start()
            if self.isVisible():
                self._timer.start()
        self.update()

    def show_picture(self, picture: QPixmap) -> None:
        """Show a picture: the window's own."""
        self._picture, self._moving = picture, None
        self._timer.stop()
        self.update()

    def showEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Move on."""
        super().showEvent(event)  # type: ignore[arg-type]
        if self._moving is not None:
            self._timer.start()

    def hideEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Rest while nobody looks."""
        self._timer.stop()
        super().hideEvent(event)  # type: ignore[arg-type]

    @property
    def frame(self) -> int:
        """The number of the frame of this moment."""
        if self._moving is None:
            return 0
        motion = self._moving.motion
        share = self._clock.elapsed() / 1000.0 / motion.seconds
        return int(share * motion.frames) % motion.frames

    def _place(self, width: float, height: float) -> QRectF:
        """Where a figure of these proportions stands, in whole pixels."""
        scale = min(self.width() / width, self.height() / height)
        size = QSize(max(1, round(width * scale)), max(1, round(height * scale)))
        left = (self.width() - size.width()) // 2
        return QRectF(left, (self.height() - size.height()) // 2, size.width(), size.height())

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the figure."""
        with painting_on(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._picture is not None:
            place = self._place(self._picture.width(), self._picture.height())
            ratio = self.devicePixelRatioF()
            size = (place.size() * ratio).toSize()
            # A painter leaves out rows of a picture that it makes much smaller.
            smooth = Qt.TransformationMode.SmoothTransformation
            fine = self._picture.scaled(size, transformMode=smooth)
            painter.drawPixmap(place, fine, QRectF(fine.rect()))
        elif self._options is not None and self._snapshot is not None and self._still is not None:
            figure, snapshot = self._still, self._snapshot
            if self._moving is not None:
                figure, snapshot = self._moving.figure, self._moving.snapshot(self.frame)
            place = self._place(figure.canvas.width, figure.canvas.height)
            if self._options.transparent:
                self._paint_squares(painter, place)
            painter.save()
            painter.setClipRect(place)
            painter.translate(place.topLeft())
            painter.scale(
                place.width() / figure.canvas.width, place.height() / figure.canvas.height
            )
            figure.paint(painter, snapshot)
            painter.restore()
            # A figure's ground may be the dialog's own.
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setPen(look().colour("rule"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(0, 0, -1, -1))

    def _paint_squares(self, painter: QPainter, place: QRectF) -> None:
        painter.save()
        painter.setClipRect(place)
        painter.fillRect(place, look().colour("card"))
        dark = QColor(look().colour("rule"))
        for row in range(int(place.height()) // SQUARE + 1):
            for column in range(row % 2, int(place.width()) // SQUARE + 1, 2):
                painter.fillRect(
                    int(place.left()) + column * SQUARE,
                    int(place.top()) + row * SQUARE,
                    SQUARE,
                    SQUARE,
                    dark,
                )
        painter.restore()

    def mousePressEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Remember where a pull may begin."""
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.pos()

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Pull the figure away."""
        if event is None or self._pressed is None:
            return
        far = (event.pos() - self._pressed).manhattanLength()
        if far >= QApplication.startDragDistance():
            self._pressed = None
            self.drag_asked.emit()

    def mouseReleaseEvent(self, _event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """It was no pull."""
        self._pressed = None
