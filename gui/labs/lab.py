"""What every lab is: a view of the snapshot in place of the plots, which emits intents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import pyqtSignal
from PyQt5.QtWidgets import QWidget

from gui.i18n import Retranslated
from gui.theme import LOOK_CHANGED

if TYPE_CHECKING:
    from core.snapshot import Snapshot


class Lab(Retranslated, QWidget):
    """One experiment.

    Signals:
        edited: the user wants these fields of `core.lab_state.LabState`, a dict.
        pi_edited: the user wants this π.
        observations_edited: the user wants these `Observations`.
        gesture_started, gesture_ended: what is edited between them is one step of the history;
            always in pairs.
    """

    edited = pyqtSignal(object)
    pi_edited = pyqtSignal(float)
    observations_edited = pyqtSignal(object)
    gesture_started = pyqtSignal()
    gesture_ended = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        LOOK_CHANGED.connect(self.restyle)

    def render_snapshot(self, snapshot: Snapshot) -> None:  # noqa: ARG002 - each lab takes it
        """Show a snapshot; painting no more than what it changed, and emitting nothing."""
        raise TypeError(f"{type(self).__name__} must say how it shows a snapshot")

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        raise TypeError(f"{type(self).__name__} must say how it is restyled")

    def summary(self) -> str:
        """What the picture shows, in one or two sentences of the language shown."""
        raise TypeError(f"{type(self).__name__} must say what it shows, in words")

    def stop(self) -> None:
        """End what moves and what is held: the lab goes, or something else begins."""
