"""The menus of the card *Examples*: of the data as a whole, and of the rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PyQt5.QtCore import QPoint, Qt
from PyQt5.QtWidgets import QAction, QMenu

from core.labelled import Labelled
from gui.i18n import translate
from gui.model import shelf

if TYPE_CHECKING:
    from gui.model.examples_panel import ExamplesPanel


class ExamplesMenus:
    """What can be chosen for one panel.

    Attributes:
        data: the data sets, and what is done to all examples.
        rows: what is done to the rows that are selected.
    """

    def __init__(self, panel: ExamplesPanel) -> None:
        self._panel = panel
        self.data = QMenu(panel.data_button)
        self.data.setObjectName("modelDataMenu")
        self.data.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.data.setToolTipsVisible(True)
        self.data.aboutToShow.connect(self._fill_data)
        panel.data_button.setMenu(self.data)
        self.rows = QMenu(panel.table)
        self.rows.setObjectName("examplesRowMenu")
        panel.table.menu_asked.connect(self._show_rows)

    def retranslate(self) -> None:
        """Say it in the language of the moment, the next time."""
        for menu in (self.data, self.rows):
            menu.clear()

    def _fill_data(self) -> None:
        menu, panel = self.data, self._panel
        menu.clear()
        for example in shelf.labelled_examples():
            action = QAction(shelf.title(example), menu)
            action.setObjectName(f"example_{example.id}")
            action.setToolTip(example.source)
            action.triggered.connect(
                lambda _checked, name=example.id: panel.example_asked.emit(name)
            )
            menu.addAction(action)
        menu.addSeparator()
        state = panel.state
        some = state is not None and state.data.n > 0
        drawn = state is not None and shelf.is_drawn(state.source)
        for name, text, key, possible in (
            ("random", translate("Model", "Random…"), "Ctrl+R", True),
            ("drawAgain", translate("Model", "Draw again"), "Ctrl+Shift+R", drawn),
            ("flip", translate("Model", "Swap 0 and 1"), "Ctrl+I", some),
        ):
            _add(menu, name, f"{text}\t{key}", partial(panel.asked.emit, name), possible)
        menu.addSeparator()
        _add(menu, "empty", translate("Model", "Empty the table"), self._empty, some)

    def _empty(self) -> None:
        state = self._panel.state
        if state is not None:
            bare = Labelled((), (), state.data.x_name, state.data.y_name)
            self._panel.edited.emit("examples", shelf.fresh(state, bare, ""))

    def _show_rows(self, place: QPoint) -> None:
        menu, panel, table = self.rows, self._panel, self._panel.table
        menu.clear()
        free, some = not table.locked, bool(table.selection)
        add, paste = panel.add_point, (lambda: panel.asked.emit("paste"))
        entries: tuple[tuple[str, str, Callable[[], object], bool], ...] = (
            ("editX", translate("Model", "Edit x") + "\tF2", self._edit_x, free and some),
            ("swapY", translate("Model", "Swap y") + "\tSpace", self._swap, free and some),
            ("addRow", translate("Model", "Add an example") + "\tInsert", add, free),
            (
                "removeRows",
                translate("Model", "Remove") + "\tDelete",
                table.remove_selected,
                free and some,
            ),
            ("copyRows", translate("Model", "Copy") + "\tCtrl+C", panel.copy_selected, some),
            ("pasteRows", translate("Model", "Paste") + "\tCtrl+V", paste, free),
            (
                "selectRows",
                translate("Model", "Select all") + "\tCtrl+A",
                table.select_all,
                table.data.n > 0,
            ),
        )
        for entry in entries:
            _add(menu, *entry)
        menu.popup(place)

    def _edit_x(self) -> None:
        self._panel.table.edit_x(self._panel.table.caret.row)

    def _swap(self) -> None:
        self._panel.table.set_y(None)


def _add(menu: QMenu, name: str, text: str, act: Callable[[], object], possible: bool) -> None:
    action = QAction(text, menu)
    action.setObjectName(name)
    action.setEnabled(possible)

    def chosen(_checked: bool) -> None:
        act()

    action.triggered.connect(chosen)
    menu.addAction(action)
