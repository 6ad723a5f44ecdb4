"""The two small charts beside the landscape, as widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import QRectF, Qt
from PyQt5.QtGui import QPainter, QPaintEvent
from PyQt5.QtWidgets import QWidget

from gui.model.slice_painter import paint_slice
from gui.model.steps_painter import paint_steps
from gui.theme import LOOK_CHANGED, look

if TYPE_CHECKING:
    from core.landscape import SliceLine
    from core.snapshot import Snapshot


class _SidePlot(QWidget):
    """A chart that is painted whole, and only when it shows something else.

    Attributes:
        paints: how often it was painted.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.paints = 0
        LOOK_CHANGED.connect(self.update)

    def paint_chart(self, painter: QPainter) -> None:  # noqa: ARG002 - who derives takes it
        """Paint what is shown."""
        raise TypeError(f"{type(self).__name__} must say what it shows")

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the ground and the chart."""
        self.paints += 1
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour("card"))
        self.paint_chart(painter)
        painter.end()


class SlicePlot(_SidePlot):
    """The slice; what it runs along stands above it, in a switch."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("slicePlot")
        self._shown: tuple[Snapshot, SliceLine | None] | None = None

    def show_slice(self, snapshot: Snapshot, line: SliceLine | None) -> None:
        """Show another slice."""
        self._shown = snapshot, line
        self.update()

    def paint_chart(self, painter: QPainter) -> None:
        """Paint it."""
        if self._shown is not None:
            paint_slice(painter, QRectF(self.rect()), *self._shown, captioned=False)


class StepsPlot(_SidePlot):
    """The loss, step by step."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stepsPlot")
        self._snapshot: Snapshot | None = None
        self._key: tuple[object, ...] = ()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the path of a snapshot; painted only where that, or a floor, is another."""
        model = snapshot.model
        if model is None:
            return
        self._snapshot = snapshot
        # Held as objects: they are compared by what they are, and cheaply.
        key = (model.path, model.fit, model.floor, snapshot.state.log_base)
        if key != self._key:
            self._key = key
            self.update()

    def paint_chart(self, painter: QPainter) -> None:
        """Paint it."""
        if self._snapshot is not None:
            paint_steps(painter, QRectF(self.rect()), self._snapshot)
