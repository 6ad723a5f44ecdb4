"""What every part of the Model view is: it renders snapshots and emits intents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import pyqtSignal
from PyQt5.QtWidgets import QWidget

from gui.i18n import Retranslated
from gui.theme import LOOK_CHANGED

if TYPE_CHECKING:
    from core.snapshot import Snapshot


class Part(Retranslated, QWidget):
    """One part of the Model view.

    Signals:
        edited: the user wants these fields of `core.model_state.ModelState`: the step's key of
            `gui.session.step_name`, and a dict. What moves w or b by hand says so alone: that the
            path ends there is the desk's business.
        looked: the user wants these fields of `core.model_state.ModelLook`, a dict.
        asked: the user wants what an action of `gui.model.desk` does, by its name.
        gesture_started: what is edited from here to `gesture_ended` is one step of the history, of
            this key; always in pairs.
        gesture_ended: its end.
        refused: why something cannot be done, in the user's words.
    """

    edited = pyqtSignal(str, dict)
    looked = pyqtSignal(dict)
    asked = pyqtSignal(str)
    gesture_started = pyqtSignal(str)
    gesture_ended = pyqtSignal()
    refused = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        LOOK_CHANGED.connect(self.restyle)

    def render_snapshot(self, snapshot: Snapshot) -> None:  # noqa: ARG002 - each part takes it
        """Show a snapshot that has a model; paint no more than what it changed, emit nothing."""
        raise TypeError(f"{type(self).__name__} must say how it shows a snapshot")

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        raise TypeError(f"{type(self).__name__} must say how it is restyled")

    def summary(self) -> str:
        """What the picture shows, in one or two sentences of the language shown."""
        raise TypeError(f"{type(self).__name__} must say what it shows, in words")

    def stop(self) -> None:
        """End what moves and what is held: the view goes, or something else begins."""
