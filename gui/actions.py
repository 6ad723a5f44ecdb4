"""The table of actions: what can be done by a key, wherever the focus is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PyQt5.QtCore import Qt
from PyQt5.QtGui import QKeyEvent, QKeySequence
from PyQt5.QtWidgets import QAction, QWidget

from core.stage import LABS
from gui.i18n import translate
from gui.labs.names import lab_name


class Entry(NamedTuple):
    """One line of the table.

    Attributes:
        name: the action's object name.
        keys: its shortcuts.
        text: says what it does, in the language of the moment.
    """

    name: str
    keys: tuple[str, ...]
    text: Callable[[], str]


TABLE = (
    Entry("undo", ("Ctrl+Z",), lambda: translate("Actions", "Undo")),
    Entry("redo", ("Ctrl+Shift+Z", "Ctrl+Y"), lambda: translate("Actions", "Redo")),
    Entry("goToMle", ("M",), lambda: translate("Actions", "Move π to π̂")),
    Entry("typePi", ("P",), lambda: translate("Actions", "Type π")),
    Entry("sweep", ("S",), lambda: translate("Actions", "Sweep π from 0 to 1")),
    Entry("zoom", ("Z",), lambda: translate("Actions", "Zoom to the peak")),
    Entry("wholeAxis", ("Shift+Z",), lambda: translate("Actions", "Show the whole axis")),
    Entry("zoomIn", ("Ctrl++", "Ctrl+="), lambda: translate("Actions", "Zoom in")),
    Entry("zoomOut", ("Ctrl+-",), lambda: translate("Actions", "Zoom out")),
    Entry("allPlots", ("Alt+0",), lambda: translate("Actions", "Show all three plots")),
    Entry("firstPlot", ("Alt+1",), lambda: translate("Actions", "Show the likelihood alone")),
    Entry("secondPlot", ("Alt+2",), lambda: translate("Actions", "Show the log-likelihood alone")),
    Entry("thirdPlot", ("Alt+3",), lambda: translate("Actions", "Show the BCE alone")),
    Entry("unit", ("U",), lambda: translate("Actions", "Nats or bits")),
    Entry("truePi", ("T",), lambda: translate("Actions", "Show or hide the true π")),
    Entry("random", ("Ctrl+R",), lambda: translate("Actions", "Random observations")),
    Entry("drawAgain", ("Ctrl+Shift+R",), lambda: translate("Actions", "Draw again")),
    Entry("counts", ("Ctrl+K",), lambda: translate("Actions", "Enter counts…")),
    Entry("flip", ("Ctrl+I",), lambda: translate("Actions", "Swap zeros and ones")),
    Entry("shuffle", ("Ctrl+H",), lambda: translate("Actions", "Shuffle the order")),
    Entry("reverse", ("Ctrl+Shift+H",), lambda: translate("Actions", "Turn the order round")),
    Entry("double", ("Ctrl+Shift+D",), lambda: translate("Actions", "Double the data")),
    Entry("keepFirst", (), lambda: translate("Actions", "Keep the first…")),
    Entry("goTo", ("Ctrl+G",), lambda: translate("Actions", "Go to observation…")),
    Entry("toggleSelected", (), lambda: translate("Actions", "Toggle")),
    Entry("deleteSelected", (), lambda: translate("Actions", "Delete")),
    Entry("selectAll", (), lambda: translate("Actions", "Select all")),
    Entry("copySelected", (), lambda: translate("Actions", "Copy")),
    Entry("paste", (), lambda: translate("Actions", "Paste")),
    Entry("copySequence", ("Ctrl+Shift+C",), lambda: translate("Actions", "Copy the sequence")),
    Entry("copyNumbers", ("Alt+C",), lambda: translate("Actions", "Copy the numbers as a table")),
    Entry("copyNumpy", (), lambda: translate("Actions", "Copy a NumPy program")),
    Entry("copyPytorch", (), lambda: translate("Actions", "Copy a PyTorch program")),
    Entry("copyLatex", (), lambda: translate("Actions", "Copy the formulas in LaTeX")),
    Entry("examples", ("Alt+X",), lambda: translate("Actions", "Examples")),
    Entry("new", ("Ctrl+N",), lambda: translate("Actions", "New")),
    Entry("open", ("Ctrl+O",), lambda: translate("Actions", "Open a file…")),
    Entry("save", ("Ctrl+S",), lambda: translate("Actions", "Save the session")),
    Entry("saveAs", ("Ctrl+Shift+S",), lambda: translate("Actions", "Save the session as…")),
    Entry("export", ("Ctrl+E",), lambda: translate("Actions", "Export a figure…")),
    Entry("copyPicture", ("Ctrl+Shift+E",), lambda: translate("Actions", "Copy as a picture")),
    Entry("viewExplore", ("Ctrl+1",), lambda: translate("Actions", "Explore")),
    Entry("viewLessons", ("Ctrl+2",), lambda: translate("Actions", "Lessons")),
    Entry("viewModel", ("Ctrl+3",), lambda: translate("Actions", "Model")),
    Entry("nextStep", ("Alt+Right",), lambda: translate("Actions", "Next step of the lesson")),
    Entry("backStep", ("Alt+Left",), lambda: translate("Actions", "Step before in the lesson")),
    Entry("labs", ("Alt+L",), lambda: translate("Actions", "Labs")),
    *(Entry(f"lab_{lab}", (), partial(lab_name, lab)) for lab in LABS),
    Entry("closeLab", ("Alt+P",), lambda: translate("Actions", "Back to the plots")),
    Entry("controls", ("Ctrl+Shift+K",), lambda: translate("Actions", "Choose what is shown…")),
    Entry("lockData", ("Ctrl+Shift+L",), lambda: translate("Actions", "Lock the observations")),
    Entry("describe", ("Ctrl+Shift+T",), lambda: translate("Actions", "Copy what the plots show")),
    Entry("reduceMotion", (), lambda: translate("Actions", "Less motion")),
    Entry("lessonFolder", (), lambda: translate("Actions", "Folder for lessons of your own…")),
    Entry("help", ("F1",), lambda: translate("Actions", "Keys and help")),
    Entry("about", (), lambda: translate("Actions", "About Bernoulli Lab")),
    Entry("language", ("Ctrl+L",), lambda: translate("Actions", "Switch the language")),
    Entry("theme", ("Ctrl+D",), lambda: translate("Actions", "Light or dark")),
    Entry("present", ("F5",), lambda: translate("Actions", "Present to a class")),
    Entry("leave", ("Esc",), lambda: translate("Actions", "Leave the presentation")),
)

# Their menu entries show whether they are so.
CHECKABLE = ("lockData", "reduceMotion")


def belongs_to_window(event: QKeyEvent) -> bool:
    """Whether a key is the window's though Qt's fields would take it: to them Ctrl+E is End."""
    return event.key() == Qt.Key.Key_E and event.modifiers() == Qt.KeyboardModifier.ControlModifier


class Actions:
    """The actions of the table, added to a window."""

    def __init__(self, window: QWidget, handlers: dict[str, Callable[[], object]]) -> None:
        self._actions: dict[str, QAction] = {}
        for entry in TABLE:
            action = QAction(window)
            action.setObjectName(f"{entry.name}Action")
            action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            handler = handlers[entry.name]
            action.triggered.connect(lambda _checked, handler=handler: handler())
            action.setCheckable(entry.name in CHECKABLE)
            window.addAction(action)
            self._actions[entry.name] = action
        self.retranslate()

    def __contains__(self, name: str) -> bool:
        return name in self._actions

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        for entry in TABLE:
            self._actions[entry.name].setText(entry.text())
