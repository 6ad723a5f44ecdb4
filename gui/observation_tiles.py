"""The observations as tiles, each with a bar as tall as its own loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PyQt5.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, pyqtSignal
from PyQt5.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PyQt5.QtWidgets import QScrollBar, QSizePolicy, QToolTip, QWidget

from core.observations import Observations
from core.scientific import format_count, format_number
from gui.i18n import Retranslated, translate
from gui.pace import Pace
from gui.theme import LOOK_CHANGED, look
from gui.tile_caret import TileCaret
from gui.tile_grid import TIGHT, TileGrid, size_for
from gui.tile_painter import TilePainter, paint_counts, paint_empty

if TYPE_CHECKING:
    from core.snapshot import Snapshot

SCROLLBAR = 9
# So many changed tiles are painted by themselves.
FEW = 4
COUNTS_HEIGHT = 76
EMPTY_HEIGHT = 50
WHEEL_ROWS = 3
# Between tiles in large type, in the design's pixels.
LARGE_GAP = 9.0
# A mouse that is held outside scrolls so often.
SCROLL_MILLISECONDS = 40


class ObservationTiles(Retranslated, QWidget):
    """A grid of tiles with a caret; for counts without a sequence two proportional blocks.

    Signals:
        edited: the user wants these `Observations`.
        gesture_started, gesture_ended: a drag across tiles begins, ends.
        pointed: the observation under the mouse or the caret, from 0; None for none.
        scrolled: other rows are shown.
        selected: something else is selected, or nothing any more.
        copy_asked, cut_asked, paste_asked: the user wants the selection copied, or cut, or the
            clipboard put in.
        refused: what the user wants cannot be: the exception.
        menu_asked: the user wants the menu of the tiles, at this point of the screen.
    """

    edited = pyqtSignal(object)
    gesture_started = pyqtSignal()
    gesture_ended = pyqtSignal()
    pointed = pyqtSignal(object)
    scrolled = pyqtSignal()
    selected = pyqtSignal()
    copy_asked = pyqtSignal()
    cut_asked = pyqtSignal()
    paste_asked = pyqtSignal()
    refused = pyqtSignal(object)
    menu_asked = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("observationTiles")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # It paints its own ground: a drag then leaves the card behind it alone.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._caret = TileCaret()
        self._snapshot: Snapshot | None = None
        self._painting: int | None = None
        self._selecting = False
        self._outside = 0
        self._wheel = 0.0
        self._pointed: int | None = None
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar.valueChanged.connect(self._show_rows)
        self._scroll_on = QTimer(self)
        self._scroll_on.setInterval(SCROLL_MILLISECONDS)
        self._scroll_on.timeout.connect(self._extend_outside)
        self._pace = Pace(self, self._update_bars)
        LOOK_CHANGED.connect(self.restyle)
        self.restyle()

    # Geometry ------------------------------------------------------------------------------

    @property
    def observations(self) -> Observations:
        """What is shown."""
        return self._snapshot.state.observations if self._snapshot else Observations()

    @property
    def caret(self) -> int:
        """The tile that keys act on; n behind the last."""
        return self._caret.place

    @property
    def selection(self) -> range:
        """The selected observations; empty for none."""
        observations = self.observations
        return self._caret.selection(observations.n if observations.has_sequence else 0)

    def grid(self) -> TileGrid:
        """The grid of the moment."""
        n = self.observations.n
        room = look().px(SCROLLBAR) + 4 if self._scrolls(n) else 0
        return self._grid_of(n, self.width() - room)

    def _grid_of(self, n: int, width: float) -> TileGrid:
        # Large figures under the tiles want more room between them.
        gap = LARGE_GAP if look().least_type and size_for(n).number else TIGHT
        return TileGrid(n, size_for(n), width, look().scale, gap)

    def _scrolls(self, n: int) -> bool:
        size = size_for(n)
        return n > size.rows * self._grid_of(n, self.width()).columns

    def tile_rect(self, index: int) -> QRectF:
        """Where a tile is, in this widget's pixels; outside the widget while scrolled away."""
        return self.grid().tile(index, self._bar.value())

    def shown_range(self) -> range:
        """The observations in sight; empty where only counts are known."""
        observations = self.observations
        if not observations.has_sequence:
            return range(0)
        grid = self.grid()
        first = self._bar.value() * grid.columns
        return range(first, min(observations.n, first + grid.size.rows * grid.columns))

    @property
    def scrolls(self) -> bool:
        """Whether there are more tiles than are in sight."""
        return self.observations.has_sequence and self._scrolls(self.observations.n)

    def restyle(self) -> None:
        """Fit height and scrollbar to the observations and the look."""
        value, observations = look(), self.observations
        if not observations.has_sequence:
            height = value.px(COUNTS_HEIGHT)
        elif not observations.n:
            height = value.px(EMPTY_HEIGHT)
        else:
            grid = self.grid()
            rows = min(grid.rows, grid.size.rows)
            height = round(rows * grid.row_height)
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)
        self._place_bar()
        self.update()

    def _place_bar(self) -> None:
        scrolls = self.scrolls
        self._bar.setVisible(scrolls)
        grid = self.grid()
        self._bar.setRange(0, max(0, grid.rows - grid.size.rows) if scrolls else 0)
        self._bar.setPageStep(grid.size.rows)
        width = look().px(SCROLLBAR)
        self._bar.setGeometry(self.width() - width, 0, width, self.height())

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Keep the scrollbar at the right; a wider row needs fewer of its kind."""
        super().resizeEvent(event)
        self.restyle()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for ten tiles."""
        return QSize(look().px(350), self.minimumHeight())

    # Rendering -----------------------------------------------------------------------------

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot; when only π moved, only the bars are painted again."""
        old, self._snapshot = self._snapshot, snapshot
        observations = snapshot.state.observations
        if old is not None and old.state.stage.lit != snapshot.state.stage.lit:
            self.update()
        if old is not None and old.state.observations is observations:
            if old.pi != snapshot.pi or old.state.log_base is not snapshot.state.log_base:
                self._pace.ask()
            return
        had_selection = self._caret.anchor is not None
        if old is not None and (
            old.n != snapshot.n
            or (snapshot.state.source and snapshot.state.source != old.state.source)
        ):
            self._caret.anchor = None  # it was selected in other data
        self._caret.keep_within(observations.n)
        if self._pointed is not None and self._pointed >= observations.n:
            self._point(None)
        changed = None if old is None else self._changed(old.state.observations, observations)
        if changed is None or had_selection or (old is not None and old.pi != snapshot.pi):
            self.restyle()
            return
        grid, top_row = self.grid(), self._bar.value()
        for index in changed:
            tile = grid.tile(index, top_row)
            self.update(tile.adjusted(-6, -2, 6, grid.row_height - grid.side).toAlignedRect())

    def _changed(self, old: Observations, new: Observations) -> list[int] | None:
        """The few tiles in sight in which two differ; None where all must be laid out anew."""
        if old.n != new.n or not (old.has_sequence and new.has_sequence) or not new.n:
            return None
        # What is out of sight needs no paint: at any length, this looks at one screen.
        shown = self.shown_range()
        differ = np.flatnonzero(
            old.read(shown.start, shown.stop) != new.read(shown.start, shown.stop)
        )
        return (differ + shown.start).tolist() if len(differ) <= FEW else None

    def _update_bars(self) -> None:
        if not self.observations.has_sequence or not self.observations.n:
            return
        grid = self.grid()
        if not grid.size.bar:
            return
        side = grid.size.tile * grid.scale
        for line in range(min(grid.rows, grid.size.rows)):
            top = line * grid.row_height + side + 1
            self.update(QRect(0, round(top), self.width(), round(grid.row_height - side - 1)))

    def _show_rows(self, _row: int) -> None:
        self.update()
        self._point(None)
        self.scrolled.emit()

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.setAccessibleName(translate("Observations", "observations as tiles"))
        self.setAccessibleDescription(
            translate(
                "Observations",
                "Arrows move, with Shift they select; Space toggles, 0 and 1 insert, "
                "Backspace and Delete remove.",
            )
        )
        self.setToolTip(self.accessibleDescription())
        self.update()

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the tiles that are to be seen and that need it."""
        snapshot = self._snapshot
        if event is None or snapshot is None:
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), look().colour("card"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        observations = snapshot.state.observations
        if not observations.has_sequence:
            paint_counts(painter, observations, self.width())
        elif not observations.n:
            paint_empty(painter, self.width())
        else:
            tiles = TilePainter(painter, self.grid(), self._bar.value(), QRectF(event.rect()))
            tiles.paint_light(snapshot.state.stage.lit, QRectF(self.rect()))
            tiles.paint(snapshot)
            if self.selection:
                tiles.paint_selection(self.selection)
            if self.hasFocus():
                tiles.paint_caret(self.caret, self.width())
        painter.end()

    # What keys and menus do ------------------------------------------------------------------

    def go_to(self, index: int) -> None:
        """Bring an observation into sight, with the caret on it and the keys at work here."""
        self.end_drag()
        rows = size_for(self.observations.n).rows
        line = index // self.grid().columns
        if not self._bar.value() <= line < self._bar.value() + rows:
            self._bar.setValue(line - rows // 2)
        self._set_caret(index)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._point(index)

    def select_all(self) -> None:
        """Select every observation."""
        if self.observations.has_sequence:
            self._caret.select_all(self.observations.n)
            self.update()
            self.selected.emit()

    def toggle_selected(self) -> None:
        """Toggle what is selected, or the caret's tile."""
        observations, selection = self.observations, self.selection
        if selection:
            self.edited.emit(observations.invert(selection.start, selection.stop))
        elif observations.has_sequence and self.caret < observations.n:
            self.edited.emit(observations.toggle(self.caret))

    def delete_selected(self) -> None:
        """Remove what is selected, or the caret's tile."""
        selection = self.selection or range(self.caret, self.caret + 1)
        observations = self.observations
        if observations.has_sequence and selection.stop <= observations.n:
            self.edited.emit(observations.delete(selection.start, selection.stop))
            self._set_caret(selection.start)

    def put_in(self, more: Observations) -> None:
        """Put observations in at the caret, in the place of what is selected."""
        observations, selection = self.observations, self.selection
        if not observations.has_sequence:
            self.edited.emit(more)
            return
        start = selection.start if selection else self.caret
        if selection:
            observations = observations.delete(start, selection.stop)
        try:
            edited = observations.insert(start, more)
        except ValueError as error:  # more than can be held
            self.refused.emit(error)
            return
        self.edited.emit(edited)
        self._set_caret(start + more.n)

    # Mouse ---------------------------------------------------------------------------------

    def index_at(self, pos: QPointF) -> int | None:
        """The observation at a point of this widget."""
        if not self.observations.has_sequence:
            return None
        return self.grid().index_at(pos.x(), pos.y(), self._bar.value())

    def mousePressEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Toggle a tile and begin to paint with its new value; with Shift, select up to it."""
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        index = self.index_at(event.localPos())
        if index is None:
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._selecting = True
            self._set_caret(index, extend=True)
            return
        self._set_caret(index)
        self._painting = 1 - int(self.observations[index])
        self.gesture_started.emit()
        self.edited.emit(self.observations.toggle(index))

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the tiles that the mouse passes, or select up to it; else say what is there."""
        if event is None:
            return
        pos = event.localPos()
        index = self.index_at(pos)
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if index is not None else Qt.CursorShape.ArrowCursor
        )
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._point(index)
        elif self._selecting:
            self._outside = -1 if pos.y() < 0 else 1 if pos.y() >= self.height() else 0
            if self._outside and not self._scroll_on.isActive():
                self._scroll_on.start()
            if index is not None:
                self._set_caret(index, extend=True)
                self._point(index)
        elif self._painting is not None and index is not None:
            self._paint_to(index)

    def _paint_to(self, index: int) -> None:
        # A quick mouse skips tiles: those between belong to the stroke.
        step = 1 if index >= self.caret else -1
        observations = self.observations
        for passed in range(self.caret, index + step, step):
            if int(observations[passed]) != self._painting:
                observations = observations.toggle(passed)
        self._set_caret(index)
        if observations is not self.observations:
            self.edited.emit(observations)
        self._point(index)

    def _extend_outside(self) -> None:
        """The mouse is held above or below: select on, row by row."""
        if not self._selecting or not self._outside:
            self._scroll_on.stop()
            return
        self._set_caret(self.caret + self._outside * self.grid().columns, extend=True)

    def mouseReleaseEvent(self, _event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """End the drag."""
        self.end_drag()

    def end_drag(self) -> None:
        """Whatever the mouse does next, it paints and selects no more."""
        self._selecting, self._outside = False, 0
        self._scroll_on.stop()
        if self._painting is not None:
            self._painting = None
            self.gesture_ended.emit()

    def contextMenuEvent(self, event: QContextMenuEvent | None) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu; a click outside the selection goes there first."""
        if event is None:
            return
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.index_at(QPointF(event.pos()))
            if index is not None and index not in self.selection:
                self._set_caret(index)
        self.menu_asked.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent | None) -> None:  # noqa: N802 - Qt's name
        """Scroll the rows, where there are more than are shown."""
        if event is None or not self._bar.maximum():
            super().wheelEvent(event)
            return
        # A touchpad sends a row in many small parts.
        self._wheel += event.angleDelta().y() / 120 * WHEEL_ROWS
        rows = int(self._wheel)
        self._wheel -= rows
        self._bar.setValue(self._bar.value() - rows)
        self._point(self.index_at(event.position()))
        event.accept()

    def leaveEvent(self, event: QEvent | None) -> None:  # noqa: N802 - Qt's name
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._point(None)

    def _point(self, index: int | None) -> None:
        if index != self._pointed:
            self._pointed = index
            self.pointed.emit(index)

    def event(self, event: QEvent | None) -> bool:
        """Say what the tile under the mouse is."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
            and self.selection
        ):
            event.accept()  # the window leaves the full screen with the same key
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.index_at(QPointF(event.pos()))
            if index is not None:
                QToolTip.showText(event.globalPos(), self.describe(index), self)
                return True
        return super().event(event)

    def describe(self, index: int) -> str:
        """Number, value and loss of one observation."""
        snapshot = self._snapshot
        if snapshot is None or not 0 <= index < self.observations.n:
            return ""
        one = int(self.observations[index])
        loss = snapshot.loss_of_one if one else snapshot.loss_of_zero
        return translate("Observations", "observation {number}: y = {value}, loss {loss}").format(
            number=format_count(index + 1),
            value=one,
            loss=format_number(snapshot.in_unit(loss)),
        )

    # Keys ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """Move the caret, select, toggle, type, remove, copy, paste."""
        if event is None or self._painting is not None:
            return  # one thing at a time
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
        elif not self.observations.has_sequence or not (
            self._command(event) or self._move_caret(event) or self._edit(event)
        ):
            super().keyPressEvent(event)

    def _command(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Cut) and self.selection:
            self.cut_asked.emit()
        elif event.key() == Qt.Key.Key_Escape and self.selection:
            self._set_caret(self.caret)
        else:
            return False
        return True

    def _move_caret(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        grid = self.grid()
        screen = grid.columns * grid.size.rows
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -grid.columns,
            Qt.Key.Key_Down: grid.columns,
            Qt.Key.Key_PageUp: -screen,
            Qt.Key.Key_PageDown: screen,
            Qt.Key.Key_Home: -grid.n,
            Qt.Key.Key_End: grid.n,
        }
        step = steps.get(event.key())  # type: ignore[call-overload]
        if step is None or modifiers & ~(shift | control):
            return False
        if modifiers & control and event.key() not in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return False
        self._set_caret(self.caret + step, extend=bool(modifiers & shift))
        self._point(self.caret if self.caret < grid.n else None)
        return True

    def _set_caret(self, caret: int, *, extend: bool = False) -> None:
        n = self.observations.n
        before = self._caret.anchor
        self._caret.move(caret, n, extend=extend)
        line = min(self.caret, max(0, n - 1)) // self.grid().columns
        rows = self.grid().size.rows
        if line < self._bar.value():
            self._bar.setValue(line)
        elif line >= self._bar.value() + rows:
            self._bar.setValue(line - rows + 1)
        self.update()
        if extend or before is not None:
            self.selected.emit()

    def _edit(self, event: QKeyEvent) -> bool:
        plain = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
        if event.modifiers() not in plain:
            return False
        key = event.key()
        if key == Qt.Key.Key_Space:
            self.toggle_selected()
        elif event.text() in ("0", "1"):
            self.put_in(Observations([int(event.text())]))
        elif key == Qt.Key.Key_Delete or (key == Qt.Key.Key_Backspace and self.selection):
            self.delete_selected()
        elif key == Qt.Key.Key_Backspace:
            caret = self.caret
            if caret:
                self.edited.emit(self.observations.delete(caret - 1, caret))
                self._set_caret(caret - 1)
        else:
            return False
        self._point(self.caret if self.caret < self.observations.n else None)
        return True

    def focusInEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Show the caret."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Hide the caret."""
        super().focusOutEvent(event)
        self._point(None)
        self.update()
