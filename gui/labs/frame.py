"""The place of a lab: its name, what to try in it, the way back, and the lab itself."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from PyQt5.QtCore import QEvent, QRectF, Qt, QTimer, pyqtSignal
from PyQt5.QtGui import QPainter, QPaintEvent
from PyQt5.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui import first_frame
from gui.card import Label
from gui.i18n import Retranslated, translate
from gui.labs.names import lab_hint, lab_name
from gui.theme import LOOK_CHANGED, look

if TYPE_CHECKING:
    from core.snapshot import Snapshot
    from gui.labs.lab import Lab

# Each lab is loaded when it is opened for the first time.
HOMES = {
    "underflow": ("underflow_lab", "UnderflowLab"),
    "chain": ("chain_lab", "ChainLab"),
    "table": ("table_lab", "TableLab"),
    "sharpening": ("sharpening_lab", "SharpeningLab"),
    "guess": ("guess_lab", "GuessLab"),
    "intervals": ("intervals_lab", "IntervalsLab"),
    "libraries": ("libraries_lab", "LibrariesLab"),
}


# After so long without a change the lab is put into words, in milliseconds.
QUIET = 500


class LabFrame(Retranslated, QWidget):
    """Shows one lab at a time.

    Args:
        connect: called once with each lab that is made, to wire its intents.

    Signals:
        closed: the user wants the plots back.
        pointed: "lab" while the mouse is on it, then "".
    """

    closed = pyqtSignal()
    pointed = pyqtSignal(str)

    def __init__(self, connect: Callable[[Lab], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("labFrame")
        self._connect = connect
        self._labs: dict[str, Lab] = {}
        self.lab: Lab | None = None
        self._name = ""
        self._lit = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET)
        self._quiet.timeout.connect(self._describe)
        self._title = Label("current", 16, strong=True)
        self._hint = Label("muted", 13)
        self._hint.setWordWrap(True)
        self.close_ = QPushButton()
        self.close_.setObjectName("closeLabButton")
        self.close_.clicked.connect(lambda _checked: self.closed.emit())
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._hint, 1)
        self._head.addWidget(self.close_)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(self._head)
        LOOK_CHANGED.connect(self.restyle)
        self.restyle()
        self.retranslate()

    def show_lab(self, name: str, *, can_close: bool) -> None:
        """Show a lab of `core.stage.LABS`, or none ("")."""
        self.close_.setVisible(can_close)
        if name == self._name:
            return
        if self.lab is not None:
            self.lab.stop()
            self.lab.hide()
        self._name = name
        self.lab = self._made(name) if name else None
        if self.lab is not None:
            self.lab.show()
        self.retranslate()

    def _made(self, name: str) -> Lab:
        if name not in self._labs:
            module, kind = HOMES[name]
            lab: Lab = getattr(importlib.import_module(f"gui.labs.{module}"), kind)()
            self._labs[name] = lab
            self._box.addWidget(lab, 1)
            lab.restyle()
            lab.retranslate()
            self._connect(lab)
        return self._labs[name]

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot in the lab that is open."""
        if self.lab is not None:
            self.lab.render_snapshot(snapshot)
            self._quiet.start()
        lit = snapshot.state.stage.lit == "lab"
        if lit != self._lit:
            self._lit = lit
            self.update()

    def enterEvent(self, event: QEvent | None) -> None:  # noqa: N802 - Qt's name
        """Words may speak of the lab."""
        super().enterEvent(event)
        self.pointed.emit("lab")

    def leaveEvent(self, event: QEvent | None) -> None:  # noqa: N802 - Qt's name
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self.pointed.emit("")

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint a light behind the name of the lab while words point at it."""
        first_frame.painted()
        if self._lit:
            value = look()
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(value.colour("lit"))
            place = QRectF(self._title.geometry()).adjusted(-4, -2, 6, 2)
            words = self._title.fontMetrics().horizontalAdvance(self._title.text())
            place.setWidth(min(place.width(), words + 10))
            painter.drawRoundedRect(place, value.px(6), value.px(6))
            painter.end()

    def _describe(self) -> None:
        """Say what the lab shows, for assistive tools."""
        if self.lab is not None and self.isVisible():
            self.lab.setAccessibleDescription(self.lab.summary())

    def stop(self) -> None:
        """End what moves and what is held."""
        if self.lab is not None:
            self.lab.stop()

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        px = look().px
        # In large type the lab has the room.
        self._hint.setVisible(not look().least_type)
        self._head.setSpacing(px(14))
        self._head.setContentsMargins(px(4), 0, 0, 0)
        self._box.setSpacing(px(8))

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.close_.setText(translate("Labs", "Back to the plots"))
        self.close_.setAccessibleName(self.close_.text())
        if self._name:
            self._title.setText(lab_name(self._name))
            self._hint.setText(lab_hint(self._name))
