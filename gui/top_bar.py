"""The bar at the top: views, history, language, theme, presentation, export."""

from __future__ import annotations

from PyQt5.QtCore import QRectF, Qt, pyqtSignal
from PyQt5.QtGui import QPainter, QPaintEvent
from PyQt5.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QTabBar,
    QToolButton,
    QWidget,
)

from gui.card import Label
from gui.i18n import LANGUAGES, Retranslated, language, translate
from gui.icons import set_icon
from gui.theme import LOOK_CHANGED, look

HEIGHT = 52
VIEWS = ("explore", "lessons", "model")


class TopBar(Retranslated, QWidget):
    """The program's name and the controls that belong to the whole window.

    Signals:
        undo_asked, redo_asked, language_asked, theme_asked, present_asked, export_asked.
        view_asked: the user wants this view of `VIEWS`.
    """

    view_asked = pyqtSignal(str)

    undo_asked = pyqtSignal()
    redo_asked = pyqtSignal()
    language_asked = pyqtSignal()
    theme_asked = pyqtSignal()
    present_asked = pyqtSignal()
    export_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history: tuple[object, ...] | None = None
        self._name = Label("current", 17, strong=True)
        self._name.setText("Bernoulli Lab")
        self.tabs = QTabBar()
        self.tabs.setObjectName("viewTabs")
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        for _view in VIEWS:
            self.tabs.addTab("")
        self.tabs.currentChanged.connect(lambda i: self.view_asked.emit(VIEWS[i]))
        self.labs, self.labs_menu = _menu_button("labsButton")
        self.file, self.file_menu = _menu_button("fileButton")
        self.help = QToolButton()
        self.help.setObjectName("helpButton")
        self.help.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.help_menu = QMenu(self.help)
        self.help.setMenu(self.help_menu)
        self.undo, self.redo = QToolButton(), QToolButton()
        self.language, self.theme = QPushButton(), QToolButton()
        self.present, self.export = QPushButton(), QPushButton()
        self.export.setProperty("accent", True)
        box = QHBoxLayout(self)
        box.addWidget(self._name)
        box.addSpacing(12)
        box.addWidget(self.tabs)
        box.addWidget(self.labs)
        box.addStretch(1)
        box.addWidget(self.file)
        for button, name, signal in (
            (self.undo, "undoButton", self.undo_asked),
            (self.redo, "redoButton", self.redo_asked),
            (self.language, "languageButton", self.language_asked),
            (self.theme, "themeButton", self.theme_asked),
            (self.present, "presentButton", self.present_asked),
            (self.export, "exportButton", self.export_asked),
        ):
            button.setObjectName(name)
            button.clicked.connect(lambda _checked, signal=signal: signal.emit())
            box.addWidget(button)
        box.insertWidget(box.indexOf(self.present), self.help)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        LOOK_CHANGED.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        px = look().px
        self.setFixedHeight(px(HEIGHT))
        box = self.layout()
        if box is not None:
            box.setContentsMargins(px(20), 0, px(20), 0)
            box.setSpacing(px(8))
        for button, name in ((self.undo, "undo"), (self.redo, "redo"), (self.theme, "theme")):
            set_icon(button, name)
        for button in (self.file, self.labs):
            set_icon(button, "down", 11)
        set_icon(self.help, "help")
        self.present.setMinimumWidth(px(76))
        self.export.setMinimumWidth(px(92))
        self.update()

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the bar's ground and the line under it."""
        value = look()
        painter = QPainter(self)
        painter.fillRect(self.rect(), value.colour("card"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), value.colour("rule"))
        painter.end()

    def show_view(self, view: str) -> None:
        """Mark the view that is shown."""
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(VIEWS.index(view))
        self.tabs.blockSignals(False)

    def show_history(self, *, can_undo: bool, undo: str, can_redo: bool, redo: str) -> None:
        """Say what can be taken back, and what can be done again."""
        said = (can_undo, undo, can_redo, redo, language())
        if said == self._history:
            return
        self._history = said
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)
        undo_text = (
            translate("TopBar", "Undo: {what} (Ctrl+Z)")
            if undo
            else translate("TopBar", "Undo (Ctrl+Z)")
        )
        redo_text = (
            translate("TopBar", "Redo: {what} (Ctrl+Shift+Z)")
            if redo
            else translate("TopBar", "Redo (Ctrl+Shift+Z)")
        )
        self.undo.setToolTip(undo_text.format(what=undo))
        self.redo.setToolTip(redo_text.format(what=redo))

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        for i, text in enumerate(
            (
                translate("TopBar", "Explore"),
                translate("TopBar", "Lessons"),
                translate("TopBar", "Model"),
            )
        ):
            self.tabs.setTabText(i, text)
            self.tabs.setTabToolTip(i, f"Ctrl+{i + 1}")
        self.tabs.setAccessibleName(translate("TopBar", "views"))
        self.language.setText(LANGUAGES[language()])
        self.file.setText(translate("TopBar", "File"))
        self.labs.setText(translate("TopBar", "Labs"))
        self.help.setAccessibleName(translate("TopBar", "Help"))
        self.help.setToolTip(translate("TopBar", "Keys, about the program (F1)"))
        self.labs.setAccessibleName(self.labs.text())
        self.labs.setToolTip(translate("TopBar", "Seven experiments in place of the plots"))
        self.present.setText(translate("TopBar", "Present"))
        self.export.setText(translate("TopBar", "Export"))
        for button, name, tip in (
            (self.undo, translate("TopBar", "Undo"), None),
            (self.redo, translate("TopBar", "Redo"), None),
            (
                self.language,
                translate("TopBar", "language"),
                translate("TopBar", "Switch to Korean (Ctrl+L)"),
            ),
            (
                self.theme,
                translate("TopBar", "light or dark"),
                translate("TopBar", "Light or dark (Ctrl+D)"),
            ),
            (
                self.file,
                self.file.text(),
                translate("TopBar", "Open and save a session (Ctrl+O, Ctrl+S)"),
            ),
            (
                self.present,
                self.present.text(),
                translate("TopBar", "For a class: full screen, large type (F5; Esc to leave)"),
            ),
            (
                self.export,
                self.export.text(),
                translate("TopBar", "A figure for a slide, for print, for the web (Ctrl+E)"),
            ),
        ):
            button.setAccessibleName(name)
            if tip is not None:
                button.setToolTip(tip)
        self.theme.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)


def _menu_button(name: str) -> tuple[QPushButton, QMenu]:
    """A button with a menu below it, and a sign that says so to its right."""
    button = QPushButton()
    button.setObjectName(name)
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    menu = QMenu(button)
    menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    button.setMenu(menu)
    return button, menu
