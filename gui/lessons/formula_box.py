"""A formula of the lesson, with the numbers of the moment in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import QEvent, QPointF, QRectF, Qt, pyqtSignal
from PyQt5.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PyQt5.QtWidgets import QSizePolicy, QWidget

from gui.formula import Laid, fitted, plain
from gui.i18n import Retranslated, translate
from gui.lessons.formulas import lines_of, value_of
from gui.pace import Pace
from gui.quiet_label import QuietLabel
from gui.theme import LOOK_CHANGED, look

if TYPE_CHECKING:
    from core.snapshot import Snapshot

SIZE, LEAST = 17, 9


class FormulaBox(Retranslated, QuietLabel):
    """The formula in general, then with numbers; `text()` says both in plain characters.

    Signals:
        pointed: the mouse is on this target, a term or the formula; "" for none.
    """

    pointed = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lessonFormula")
        self.setMouseTracking(True)
        self._name, self._lit = "", ""
        self._snapshot: Snapshot | None = None
        self._laid: list[Laid] = []
        self._value: Laid | None = None
        self._beside = False
        self._target = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._pace = Pace(self, self._refresh)
        LOOK_CHANGED.connect(self._refresh)

    def show_formula(self, name: str) -> None:
        """Show a formula of `core.lessons.lesson.FORMULAS`; "" for none."""
        self.setVisible(bool(name))
        if name != self._name:
            self._name = name
            self._refresh()

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Take the numbers of a snapshot in."""
        self._snapshot = snapshot
        if self._name:
            lit = snapshot.state.stage.lit
            if lit != self._lit:
                self._lit = lit
                self._refresh()
            else:
                self._pace.ask()

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.setAccessibleName(translate("Lessons", "formula with the numbers of the moment"))
        self._refresh()

    def text(self) -> str:
        """The formula and its value in plain characters, of the latest snapshot."""
        if self._snapshot is None or not self._name:
            return ""
        lit = {"term:ones": 1, "term:zeros": 0}.get(self._lit)
        lines = [plain(forms[0]()) for forms in lines_of(self._name, self._snapshot, lit)]
        node = value_of(self._name, self._snapshot)
        return "  ".join([*lines, plain(node)]).strip()

    def _refresh(self) -> None:
        if self._snapshot is None or not self._name:
            return
        px = look().px
        size, least = look().type_px(SIZE), max(look().type_px(LEAST) // 2, 9)
        room = self.width() - 2 * px(14)
        lit = {"term:ones": 1, "term:zeros": 0}.get(self._lit)
        self._laid = [
            fitted(forms, room, size, least) for forms in lines_of(self._name, self._snapshot, lit)
        ]
        node = value_of(self._name, self._snapshot)
        self._value = None if node is None else fitted((lambda: node,), room, size, least)
        rows = [*self._laid]
        if self._value is not None:
            # Beside the last line where there is room, else below it.
            self._beside = self._laid[-1].width + self._value.width + px(18) <= room
            if not self._beside:
                rows.append(self._value)
        height = round(
            sum(laid.ascent + laid.descent for laid in rows) + px(9) * (len(rows) - 1) + 2 * px(11)
        )
        # What grows while π moves would push everything below it about.
        if height > self.height() or self.height() - height > px(24):
            self.setFixedHeight(height)
        self.update()

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Fit the type to the width."""
        super().resizeEvent(event)
        if event is not None and event.oldSize().width() != self.width():
            self._refresh()

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the ground and the lines."""
        value, px = look(), look().px
        painter = QPainter(self)
        painter.fillRect(self.rect(), value.colour("card"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._lit == "formula":
            # A light around it: on the light itself the coloured terms would be hard to read.
            painter.setBrush(value.colour("lit"))
            painter.drawRoundedRect(rect, px(8), px(8))
            rect = rect.adjusted(px(5), px(5), -px(5), -px(5))
        painter.setBrush(value.colour("field"))
        painter.drawRoundedRect(rect, px(6), px(6))
        y = float(px(11))
        baseline = y
        for laid in self._laid:
            baseline = y + laid.ascent
            laid.draw(painter, px(14), baseline)
            y += laid.ascent + laid.descent + px(9)
        if self._value is not None:
            # The value stands at the right, as on a sum's last line.
            left = self.width() - px(14) - self._value.width
            self._value.draw(painter, left, baseline if self._beside else y + self._value.ascent)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Say which term the mouse is on."""
        if event is not None:
            self._say(self._target_at(event.localPos()))

    def _target_at(self, place: QPointF) -> str:
        from gui.lessons.formulas import HAS_TERMS

        if self._name not in HAS_TERMS or len(self._laid) < 2:
            return "formula"
        numbers = self._laid[1]
        top = look().px(12) + self._laid[0].ascent + self._laid[0].descent
        if not top <= place.y() <= top + look().px(20) + numbers.ascent + numbers.descent:
            return "formula"
        share = (place.x() - look().px(14)) / max(1.0, numbers.width)
        return "term:ones" if share < 0.5 else "term:zeros" if share <= 1.0 else "formula"

    def _say(self, target: str) -> None:
        if target != self._target:
            self._target = target
            self.pointed.emit(target)

    def leaveEvent(self, event: QEvent | None) -> None:  # noqa: N802 - Qt's name
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._say("")
