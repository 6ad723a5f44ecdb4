"""What a teacher leaves out of the window, and whether the observations are locked."""

from __future__ import annotations

from PyQt5.QtCore import Qt, pyqtSignal
from PyQt5.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from core.stage import CONTROLS
from gui.card import Label
from gui.i18n import Retranslated, translate
from gui.theme import look

# What goes with a card when it is left out.
PARTS = {
    "observations": ("sequence", "data-buttons", "estimate"),
    "calculation": ("unit",),
    "slider": ("zoom",),
}
INDENT = 22


class ControlsDialog(Retranslated, QDialog):
    """One box for each control; the window behind follows at once.

    Args:
        without: the controls that are left out now.
        locked: whether the observations are locked now.

    Signals:
        edited: the user wants these controls left out, and the observations locked or not.
    """

    edited = pyqtSignal(object, bool)

    def __init__(
        self, without: frozenset[str], *, locked: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("controlsDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._before = (without, locked)
        inner = {part for parts in PARTS.values() for part in parts}
        self._about = Label("muted", 13)
        self._about.setWordWrap(True)
        self.boxes: dict[str, QCheckBox] = {}
        body = QVBoxLayout(self)
        body.addWidget(self._about)
        for name in CONTROLS:
            box = QCheckBox()
            box.setObjectName(f"{name}Box")
            box.setChecked(name not in without)
            box.toggled.connect(self._edit)
            if name in inner:
                box.setStyleSheet(f"margin-left: {look().px(INDENT)}px")
            self.boxes[name] = box
            body.addWidget(box)
        body.addSpacing(look().px(8))
        self.lock = QCheckBox()
        self.lock.setObjectName("lockBox")
        self.lock.setChecked(locked)
        self.lock.toggled.connect(self._edit)
        body.addWidget(self.lock)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButtons(QDialogButtonBox.StandardButton.Ok)
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.Reset
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        reset = self._buttons.button(QDialogButtonBox.StandardButton.Reset)
        if reset is not None:
            reset.clicked.connect(self._show_all)
        body.addWidget(self._buttons)
        self._allow_parts()
        self.retranslate()

    def _edit(self) -> None:
        self._allow_parts()
        without = frozenset(name for name, box in self.boxes.items() if not box.isChecked())
        self.edited.emit(without, self.lock.isChecked())

    def _allow_parts(self) -> None:
        for whole, parts in PARTS.items():
            for part in parts:
                self.boxes[part].setEnabled(self.boxes[whole].isChecked())

    def _show_all(self) -> None:
        for box in self.boxes.values():
            box.setChecked(True)
        self.lock.setChecked(False)

    def reject(self) -> None:
        """Close; what was changed is taken back."""
        self.edited.emit(*self._before)
        super().reject()

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.setWindowTitle(translate("Controls", "What is shown"))
        self._about.setText(
            translate("Controls", "The choice is kept in the session's file, for a class say.")
        )
        texts = {
            "observations": translate("Controls", "Observations"),
            "sequence": translate("Controls", "the sequence as text"),
            "data-buttons": translate("Controls", "the buttons that change the data"),
            "estimate": translate("Controls", "the line with π̂"),
            "calculation": translate("Controls", "Calculation"),
            "unit": translate("Controls", "nats or bits"),
            "slider": translate("Controls", "Slider and value of π"),
            "zoom": translate("Controls", "the buttons of the zoom"),
        }
        for name, box in self.boxes.items():
            box.setText(texts[name])
            box.setAccessibleName(texts[name])
        self.lock.setText(translate("Controls", "Lock the observations"))
        self.lock.setAccessibleName(self.lock.text())
        self.lock.setToolTip(
            translate("Controls", "Nobody changes them by accident (Ctrl+Shift+L)")
        )
        for standard, text in (
            (QDialogButtonBox.StandardButton.Ok, translate("Controls", "OK")),
            (QDialogButtonBox.StandardButton.Cancel, translate("Controls", "Cancel")),
            (QDialogButtonBox.StandardButton.Reset, translate("Controls", "Show everything")),
        ):
            button = self._buttons.button(standard)
            if button is not None:
                button.setText(text)
