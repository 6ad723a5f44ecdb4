"""A line at the foot of the window: what is going on, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PyQt5.QtCore import Qt, QTimer
from PyQt5.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gui.card import Label
from gui.deleting import delete_later
from gui.i18n import Retranslated
from gui.theme import LOOK_CHANGED, look

STEPS = 1000
# How long a word that needs no answer stays, in milliseconds.
BRIEF = 3_000
Said = Callable[[], str]
"""A text in the language of the moment."""


class Notice(Retranslated, QFrame):
    """One notice; it leaves the window's work alone.

    Args:
        text: what it says.
        choices: buttons: what each says, and what it does; every one also takes the notice away.
        progress: whether it shows how far something is.
    """

    def __init__(
        self,
        text: Said,
        choices: list[tuple[Said, Callable[[], object] | None]],
        *,
        progress: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._text = text
        self._choices = choices
        self.label = Label("current", 13)
        self.label.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, STEPS)
        self.bar.setTextVisible(False)
        self.bar.setVisible(progress)
        self.buttons: list[QPushButton] = []
        box = QHBoxLayout(self)
        box.addWidget(self.label, 1)
        box.addWidget(self.bar)
        for i, (_said, act) in enumerate(choices):
            button = QPushButton()
            button.setObjectName(f"noticeButton{i + 1}")
            button.clicked.connect(lambda _checked, act=act: self._chosen(act))
            self.buttons.append(button)
            box.addWidget(button)
        LOOK_CHANGED.connect(self.restyle)
        self.restyle()
        self.retranslate()

    def _chosen(self, act: Callable[[], object] | None) -> None:
        self.leave()
        if act is not None:
            act()

    def leave(self) -> None:
        """Go."""
        self.hide()
        delete_later(self)

    def show_share(self, share: float) -> None:
        """How far it is, from 0 to 1."""
        self.bar.setValue(round(share * STEPS))

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        px = look().px
        box = self.layout()
        if box is not None:
            box.setContentsMargins(px(20), px(4), px(20), px(4))
            box.setSpacing(px(8))
        self.bar.setFixedSize(px(220), px(8))

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.label.setText(self._text())
        self.bar.setAccessibleName(self.label.text())
        for button, (said, _act) in zip(self.buttons, self._choices, strict=True):
            button.setText(said())
            button.setAccessibleName(said())


class Notices(QWidget):
    """The notices of a window, one under the other; without any it takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._brief: Notice | None = None
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(BRIEF)
        self._silence.timeout.connect(self._forget)

    def add(
        self,
        text: Said,
        *choices: tuple[Said, Callable[[], object] | None],
        progress: bool = False,
    ) -> Notice:
        """Show a notice."""
        notice = Notice(text, list(choices), progress=progress)
        notice.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._box.addWidget(notice)
        return notice

    def say(self, text: Said) -> None:
        """Show a word that goes by itself, in the place of the one before."""
        if self._brief is not None:
            self._brief.leave()
        self._brief = self.add(text)
        self._silence.start()

    def _forget(self) -> None:
        if self._brief is not None:
            self._brief.leave()
            self._brief = None

    @property
    def shown(self) -> list[Notice]:
        """What is shown, from the top."""
        return [child for child in self.findChildren(Notice) if not child.isHidden()]
