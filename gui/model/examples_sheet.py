"""The table of examples as it is seen: rows in sight, scrolled, lit; nothing is edited here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import QEvent, QRect, QRectF, QSize, Qt, pyqtSignal
from PyQt5.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PyQt5.QtWidgets import QScrollBar, QSizePolicy, QToolTip, QWidget

from core.labelled import Labelled
from gui.i18n import translate
from gui.model import table_columns
from gui.model.example_words import describe
from gui.model.examples_painter import ExamplesPainter, Marks, paint_empty
from gui.model.table_caret import TableCaret
from gui.pace import Pace
from gui.theme import LOOK_CHANGED, look

if TYPE_CHECKING:
    from core.snapshot import Snapshot
    from gui.model.table_columns import Columns

WHEEL_ROWS = 3


class ExamplesSheet(QWidget):
    """Rows of examples, each with its prediction and its loss; it reads those in sight alone.

    Signals:
        pointed: the row that is pointed at, from 0; −1 for none.
        scrolled: other rows are in sight.

    Attributes:
        caret: the cell that keys act on.
        names: what x is called, the fullest form first.
        y_name: what y is called; "" for no name.
    """

    pointed = pyqtSignal(int)
    scrolled = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        # It paints its own ground: a drag of w and b leaves the card behind it alone.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._snapshot: Snapshot | None = None
        self.caret = TableCaret()
        self.names: tuple[str, ...] = ("x",)
        self.y_name = ""
        self._pointed, self._lit = -1, -1
        self._wheel = 0.0
        self._columns = table_columns.lay_out(300, shared=False)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar.valueChanged.connect(self._show_rows)
        self._pace = Pace(self, self._update_live)
        LOOK_CHANGED.connect(self.restyle)
        self.restyle()

    # What is shown -----------------------------------------------------------------------------

    @property
    def data(self) -> Labelled:
        """The examples shown."""
        model = self._snapshot.model if self._snapshot is not None else None
        return model.state.data if model is not None else Labelled()

    @property
    def locked(self) -> bool:
        """Whether the examples may not be changed."""
        return self._snapshot is None or self._snapshot.state.stage.locked

    @property
    def columns(self) -> Columns:
        """Where everything stands."""
        return self._columns

    def page(self) -> int:
        """How many rows have room."""
        return max(1, self._columns.rows_in(self.height()))

    def shown_rows(self) -> range:
        """The rows in sight."""
        first = self._bar.value()
        return range(first, min(self.data.n, first + self.page()))

    def _shared(self) -> bool:
        model = self._snapshot.model if self._snapshot is not None else None
        return model is not None and model.state.shared

    # Geometry ----------------------------------------------------------------------------------

    def restyle(self) -> None:
        """Fit to the size, the look and the language of the moment."""
        n = self.data.n
        self._columns = table_columns.lay_out(self.width(), shared=self._shared())
        page = self.page()
        scrolls = n > page
        if scrolls:
            room = look().px(table_columns.SCROLLBAR) + look().px(5)
            self._columns = table_columns.lay_out(self.width() - room, shared=self._shared())
        self._bar.setVisible(scrolls)
        self._bar.setRange(0, max(0, n - page))
        self._bar.setPageStep(page)
        wide = look().px(table_columns.SCROLLBAR)
        head = self._columns.header
        self._bar.setGeometry(self.width() - wide, head, wide, page * self._columns.row)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a few rows: it takes what the others leave, and asks for no more."""
        return QSize(look().px(350), table_columns.height_of(table_columns.LEAST_ROWS))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a few rows."""
        return QSize(look().px(200), table_columns.height_of(table_columns.LEAST_ROWS))

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Fit to the new size; where the caret was in sight it stays there."""
        super().resizeEvent(event)
        before = self._columns.rows_in(event.oldSize().height()) if event is not None else 0
        first, row = self._bar.value(), self.caret.row
        self.restyle()
        if self.caret.placed and first <= row < first + before:
            self.bring_into_sight(row)
        self.scrolled.emit()

    def row_at(self, y: float) -> int:
        """The row at a height of this widget; −1 where there is none."""
        line = int((y - self._columns.header) // self._columns.row)
        row = self._bar.value() + line
        return row if line >= 0 and row in self.shown_rows() else -1

    def row_rect(self, row: int) -> QRect:
        """Where a row is, in this widget's pixels; outside of it while scrolled away."""
        top = self._columns.top(row - self._bar.value())
        return QRect(0, top, self.width(), self._columns.row)

    def chip_rect(self, row: int) -> QRectF:
        """Where the chip with a row's y is."""
        return self._columns.chip_rect(row - self._bar.value())

    # Rendering ---------------------------------------------------------------------------------

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot; when only w and b moved, only what follows them is painted again."""
        old, self._snapshot = self._snapshot, snapshot
        new_model, old_model = snapshot.model, old.model if old is not None else None
        if new_model is None:
            return
        data = new_model.state.data
        if old is None or old_model is None or old_model.state.data is not data:
            self.take_data(data, old_model.state.data if old_model is not None else None)
            return
        if old_model.state.shared != new_model.state.shared:
            self.restyle()
        elif (old_model.w, old_model.b) != (new_model.w, new_model.b) or (
            old.state.log_base is not snapshot.state.log_base
        ):
            self._pace.ask()

    def take_data(self, data: Labelled, old: Labelled | None) -> None:
        """Show other examples than those of a moment ago; None: there were none."""
        n = data.n
        self.caret.keep_within(n)
        if self._pointed >= n:
            self.point_here(-1)
        if self._lit >= n:
            self._lit = -1
        if old is None or old.n != n:
            self.restyle()
        self.update()

    def begin_anew(self) -> None:
        """The examples are others: nothing is selected in them, and the first are in sight."""
        self.caret.forget()
        self._bar.setValue(0)
        self.update()

    def _update_live(self) -> None:
        if not self.data.n:
            return
        left = self._columns.live
        rows = len(self.shown_rows())
        columns = self._columns
        self.update(QRect(left, columns.header, self.width() - left, rows * columns.row))

    def _show_rows(self, _first: int) -> None:
        self.update()
        self.scrolled.emit()

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the rows that are to be seen and that need it."""
        snapshot = self._snapshot
        if event is None or snapshot is None or snapshot.model is None:
            return
        painter = QPainter(self)
        dirty = QRectF(event.rect())
        painter.fillRect(dirty, look().colour("card"))
        if not self.data.n:
            paint_empty(painter, QRectF(self.rect()), locked=self.locked)
        else:
            table = ExamplesPainter(painter, self._columns, dirty)
            table.paint_headings(self.names, shared=snapshot.model.state.shared)
            table.paint_rows(snapshot, self.shown_rows(), self.marks())
        painter.end()

    def marks(self) -> Marks:
        """What is marked in the table."""
        pointed = self._pointed if self._pointed >= 0 else self._lit
        return Marks(self.caret, self.hasFocus() and self.caret.placed, pointed, -1)

    # Pointing and scrolling --------------------------------------------------------------------

    def point(self, row: int) -> None:
        """Light a row that is pointed at elsewhere, and bring it into sight; −1 for none."""
        if row == self._lit:
            return
        old, self._lit = self._lit, row
        for one in (old, row):
            self.update_row(one)
        if row >= 0:
            self.bring_into_sight(row)

    def point_here(self, row: int) -> None:
        """Light a row that is pointed at in this table, and say so; −1 for none."""
        if row == self._pointed:
            return
        old, self._pointed = self._pointed, row
        for one in (old, row):
            self.update_row(one)
        self.pointed.emit(row)

    def update_row(self, row: int) -> None:
        """Paint a row anew."""
        if row in self.shown_rows():
            self.update(self.row_rect(row))

    def bring_into_sight(self, row: int) -> None:
        """Scroll as little as is needed."""
        first, page = self._bar.value(), self.page()
        self._bar.setValue(min(max(first, row - page + 1), row))

    def wheelEvent(self, event: QWheelEvent | None) -> None:  # noqa: N802 - Qt's name
        """Scroll the rows, where there are more than are shown."""
        if event is None or not self._bar.maximum():
            super().wheelEvent(event)
            return
        self._wheel -= event.angleDelta().y() / 120 * WHEEL_ROWS
        rows = int(self._wheel)
        self._wheel -= rows
        self._bar.setValue(self._bar.value() + rows)
        self.point_here(self.row_at(event.position().y()))
        event.accept()

    def event(self, event: QEvent | None) -> bool:
        """Say all numbers of a row, or the whole name of x, beside the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self.row_at(event.pos().y())
            if row >= 0 and self._snapshot is not None:
                text = describe(self._snapshot, row)
            elif self.data.n and event.pos().y() < self._columns.header:
                text = self.heading_tip(event.pos().x())
            else:
                text = self.accessibleDescription()
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def heading_tip(self, x: float) -> str:
        """What a heading means."""
        columns = self._columns
        if x <= columns.x[1]:
            return self.names[0]
        if x < columns.live:
            return f"y · {self.y_name}" if self.y_name else "y"
        if x <= columns.prediction[1]:
            return translate("Model", "the prediction: how probable the model holds a one")
        return translate("Model", "the loss −log f: of what the model held for the label that came")
