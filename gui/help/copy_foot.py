"""The foot of a dialog to read: its text is copied, that is said for a moment, it is closed."""

from __future__ import annotations

from collections.abc import Callable

from PyQt5.QtCore import QTimer
from PyQt5.QtGui import QGuiApplication
from PyQt5.QtWidgets import QDialog, QHBoxLayout, QPushButton

from gui.card import Label
from gui.i18n import translate
from gui.theme import look

# How long it says that something was copied, in milliseconds.
SAID = 3_000


class CopyFoot(QHBoxLayout):
    """A button that copies, a word that it has, and a button that closes.

    Args:
        dialog: whose foot it is.
        name: of the dialog, before "CopyButton" and "CloseButton" in the object names.
        text: what is copied.
    """

    def __init__(self, dialog: QDialog, name: str, text: Callable[[], str]) -> None:
        super().__init__()
        self._text = text
        self.copy, self.close_ = QPushButton(), QPushButton()
        self.copy.setObjectName(f"{name}CopyButton")
        self.close_.setObjectName(f"{name}CloseButton")
        self.copy.setAutoDefault(False)
        self.close_.setDefault(True)
        self.said = Label("muted", 13)
        self.silence = QTimer(dialog)
        self.silence.setSingleShot(True)
        self.silence.setInterval(SAID)
        self.silence.timeout.connect(self.said.clear)
        self.addWidget(self.copy)
        self.addWidget(self.said)
        self.addStretch(1)
        self.addWidget(self.close_)
        self.copy.clicked.connect(self._copy)
        self.close_.clicked.connect(dialog.reject)

    def _copy(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if clipboard is not None:
            clipboard.setText(self._text())
            self.said.setText(translate("Help", "Copied."))
            self.silence.start()

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        px = look().px
        self.setContentsMargins(px(24), px(10), px(24), px(12))
        self.setSpacing(px(10))

    def say(self, copy: str, copy_tip: str, close_tip: str) -> None:
        """Set the texts in the language of the moment."""
        self.copy.setText(copy)
        self.copy.setToolTip(copy_tip)
        self.close_.setText(translate("Help", "Close"))
        self.close_.setToolTip(close_tip)
        for button in (self.copy, self.close_):
            button.setAccessibleName(button.text())
        if self.said.text():
            self.said.setText(translate("Help", "Copied."))
