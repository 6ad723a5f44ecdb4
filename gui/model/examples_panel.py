"""The card *Examples*: the table, where its data come from, and the ways in for others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PyQt5.QtCore import QRectF, Qt, pyqtSignal
from PyQt5.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PyQt5.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.labelled import Labelled
from core.scientific import format_count
from gui.card import PADDING, Label
from gui.i18n import translate
from gui.icons import set_icon
from gui.model import shelf, table_columns
from gui.model.example_words import describe
from gui.model.examples_foot import ExamplesFoot
from gui.model.examples_menus import ExamplesMenus
from gui.model.examples_table import ExamplesTable
from gui.model.new_point import free_place
from gui.model.one_line import OneLine
from gui.model.part import Part
from gui.model.typed_number import full_text
from gui.model.x_text import plain_text
from gui.plot_painter import paint_card
from gui.theme import look

if TYPE_CHECKING:
    from core.model_state import ModelState
    from core.snapshot import Snapshot


class ExamplesPanel(Part):
    """The examples as a table to be edited, and what is done to them as a whole.

    Signals:
        pointed: the example that is pointed at in the table, from 0; −1 for none.
        example_asked: the user wants the data set of this id.
        text_given: a text that was dropped here, which may hold examples.
    """

    pointed = pyqtSignal(int)
    example_asked = pyqtSignal(str)
    text_given = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("examplesPanel")
        self.setAcceptDrops(True)
        self._snapshot: Snapshot | None = None
        self._body = QVBoxLayout(self)
        self._build_head()
        self._build_table()
        self._build_buttons()
        self.menus = ExamplesMenus(self)
        self.retranslate()
        self.restyle()

    def _build_head(self) -> None:
        self._title = Label("current", 15, strong=True)
        self.source = OneLine(12.5, "muted", right=True)
        self.source.setObjectName("examplesSource")
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self.source, 1)
        self._body.addLayout(head)
        self._head = head

    def _build_table(self) -> None:
        self.table, self.foot = ExamplesTable(), ExamplesFoot()
        self.table.edited.connect(self._edit)
        self.table.pointed.connect(self.pointed)
        self.table.scrolled.connect(self._show_caption)
        self.table.selected.connect(self._show_caption)
        self.table.refused.connect(self.foot.show_typing)
        self.table.accepted.connect(lambda: self.foot.show_typing(None))
        self.table.copy_asked.connect(self.copy_selected)
        self.table.paste_asked.connect(lambda: self.asked.emit("paste"))
        self.table.add_asked.connect(self.add_point)
        self._body.addWidget(self.table, 1)
        self._body.addWidget(self.foot)

    def _build_buttons(self) -> None:
        self.data_button, self.paste = QPushButton(), QPushButton()
        self.open, self.add = QPushButton(), QPushButton()
        self.data_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._buttons = QGridLayout()
        self._buttons.setContentsMargins(0, 0, 0, 0)
        for button, name, act in (
            (self.data_button, "modelDataButton", None),
            (self.paste, "modelPasteButton", lambda: self.asked.emit("paste")),
            (self.open, "modelOpenButton", lambda: self.asked.emit("open")),
            (self.add, "modelAddButton", self.add_point),
        ):
            button.setObjectName(name)
            button.setProperty("tight", True)
            if act is not None:
                button.clicked.connect(lambda _checked, act=act: act())
        self._body.addLayout(self._buttons)
        self._across = 0

    # Look and layout ---------------------------------------------------------------------------

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        px = look().px
        # The rows reach a little further than the words above and below them.
        inset = px(table_columns.INSET)
        self._body.setContentsMargins(px(PADDING) - inset, px(14), px(PADDING) - inset, px(16))
        for box in (self._head, self._buttons):
            box.setContentsMargins(inset, 0, inset, 0)
        self._body.setSpacing(px(6))
        self._head.setSpacing(px(12))
        self._buttons.setSpacing(px(6))
        set_icon(self.data_button, "down", 11)
        self._place_buttons()
        self.update()

    def _place_buttons(self) -> None:
        """Put the buttons side by side, or in two rows where that has no room."""
        buttons = (self.data_button, self.paste, self.open, self.add)
        wide = sum(button.sizeHint().width() + look().px(6) for button in buttons)
        across = 4 if wide <= self.width() - 2 * look().px(PADDING) + look().px(6) else 2
        if across == self._across:
            return
        self._across = across
        for i, button in enumerate(buttons):
            self._buttons.addWidget(button, i // across, i % across)
        for column in range(4):
            self._buttons.setColumnStretch(column, 1 if column < across else 0)

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Fit the buttons to the new width."""
        super().resizeEvent(event)
        self._place_buttons()

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the sheet."""
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()))
        painter.end()

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self._title.setText(translate("Model", "Examples"))
        for button, text, tip in (
            (
                self.data_button,
                translate("Model", "Data"),
                translate("Model", "Real data, random data, what is done to all of them (Alt+X)"),
            ),
            (
                self.paste,
                translate("Model", "Paste"),
                translate("Model", "Two columns, x and y, in place of these examples (Ctrl+V)"),
            ),
            (
                self.open,
                translate("Model", "Open…"),
                translate("Model", "Open a table, CSV or TSV, or a session (Ctrl+O)"),
            ),
            (
                self.add,
                translate("Model", "+ point"),
                translate("Model", "Add an example (Insert, in the table)"),
            ),
        ):
            button.setText(text)
            button.setAccessibleName(text)
            button.setToolTip(tip)
        self.menus.retranslate()
        self._across = 0
        self._place_buttons()
        if self._snapshot is not None:
            self._show_data(self._snapshot)

    # Rendering ---------------------------------------------------------------------------------

    @property
    def state(self) -> ModelState | None:
        """The model shown."""
        model = self._snapshot.model if self._snapshot is not None else None
        return model.state if model is not None else None

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot that has a model."""
        old, self._snapshot = self._snapshot, snapshot
        if snapshot.model is None:
            return
        state = snapshot.model.state
        before = old.model.state if old is not None and old.model is not None else None
        if before is not None and (
            before.data is state.data
            and before.source == state.source
            and old is not None
            and old.state.stage.locked is snapshot.state.stage.locked
        ):
            self.table.render_snapshot(snapshot)
            return
        if before is None or before.data is not state.data:
            self.foot.clear()
        self.table.names = shelf.x_names(state.data)
        self.table.render_snapshot(snapshot)
        self._show_data(snapshot)

    def _show_data(self, snapshot: Snapshot) -> None:
        model = snapshot.model
        if model is None:
            return
        self.source.say(*shelf.source_forms(model.state))
        self.source.setToolTip(shelf.source_tip(model.state))
        self.table.names = shelf.x_names(model.state.data)
        self.table.y_name = shelf.y_name(model.state.data)
        free = not snapshot.state.stage.locked
        for button in (self.data_button, self.paste, self.open, self.add):
            button.setEnabled(free)
        self._show_caption()

    def _show_caption(self) -> None:
        table = self.table
        self.foot.show_rows(table.data, table.selection, table.shown_rows())

    def show_error(self, error: Exception, where: str = "") -> None:
        """Say what is wrong with what was to come in, and with which file."""
        self.foot.show_error(error, where)

    def show_note(self, text: Callable[[], str]) -> None:
        """Say how the examples were read, until there are others."""
        self.foot.show_note(text)

    def clear_error(self) -> None:
        """Take away what is wrong with what was to come in: something else is to."""
        self.foot.clear_error()

    # Edits -------------------------------------------------------------------------------------

    def _edit(self, data: Labelled) -> None:
        """Edited examples are nobody's but the user's: neither a file's nor those of a draw."""
        self.edited.emit("examples", {"data": data, "source": "", "true": None})

    def add_point(self) -> None:
        """Add an example, below the caret's row or at the end, ready to be typed.

        It stands in the middle, or beside what stands there; its y is the rarer of the two.
        """
        data, table = self.table.data, self.table
        if table.locked or not table.field.commit():
            return
        at = table.caret.row + 1 if table.caret.placed and data.n else data.n
        try:
            more = data.added(free_place(data), int(data.k <= data.n - data.k), at)
        except ValueError as error:
            self.show_error(error)
            return
        self._edit(more)
        # Only where the examples were taken is there something to type.
        if self.table.data.n == more.n:
            table.edit_x(at)

    def copy_selected(self) -> None:
        """Put the selected rows on the clipboard as two columns."""
        rows, data = self.table.selection, self.table.data
        clipboard = QGuiApplication.clipboard()
        if not rows or clipboard is None:
            return
        part = slice(rows.start, rows.stop)
        pairs = zip(data.x[part].tolist(), data.y[part].tolist(), strict=True)
        clipboard.setText("".join(f"{plain_text(x)}\t{y}\n" for x, y in pairs))

    # What others ask for -----------------------------------------------------------------------

    def point(self, i: int) -> None:
        """Light an example that is pointed at elsewhere; −1 for none."""
        self.table.point(i)

    def show_data_menu(self) -> None:
        """Open the menu of data sets."""
        if self.data_button.isEnabled():
            self.data_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.data_button.showMenu()

    def summary(self) -> str:
        """How many examples there are, and where they lie."""
        data = self.table.data
        if not data.n or data.span is None or self._snapshot is None:
            return translate("Model", "No examples.")
        low, high = (full_text(x) for x in data.span)
        text = translate("Model", "{n} examples, {k} of them 1; x from {low} to {high}.").format(
            n=format_count(data.n), k=format_count(data.k), low=low, high=high
        )
        selection = self.table.selection
        return f"{text} {describe(self._snapshot, selection[0])}." if selection else text

    def stop(self) -> None:
        """End what the mouse holds."""
        self.table.end_drag()

    # Drops -------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent | None) -> None:  # noqa: N802 - Qt's name
        """Take texts; files are the window's."""
        data = event.mimeData() if event is not None else None
        if event is None or data is None:
            return
        if data.hasText() and not data.hasUrls() and self.add.isEnabled():
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent | None) -> None:  # noqa: N802 - Qt's name
        """Hand on the text that is dropped."""
        data = event.mimeData() if event is not None else None
        if event is not None and data is not None:
            event.acceptProposedAction()
            self.text_given.emit(data.text())
