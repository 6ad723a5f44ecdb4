"""The card over the chart of the guess: what can be done, how it stands, the tries so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PyQt5.QtCore import QRectF, pyqtBoundSignal, pyqtSignal
from PyQt5.QtGui import QPainter, QPaintEvent, QResizeEvent
from PyQt5.QtWidgets import QPushButton, QWidget

from core.guessing import best_try
from core.lab_state import MOST_TRIES
from gui.i18n import Retranslated, translate
from gui.labs import guess_words as words
from gui.labs.chain_text import FittedText
from gui.labs.guess_list import TryList
from gui.plot_painter import paint_card
from gui.theme import look

if TYPE_CHECKING:
    from core.snapshot import Snapshot

# In the design's pixels.
PADDING, TOP, GAP = 19, 12, 8
MOST_ROWS = 2


class _Rows(NamedTuple):
    """The heights of the panel's rows, in pixels; 0 for one that is not there."""

    buttons: int
    message: int
    details: int
    tries: int


class GuessPanel(Retranslated, QWidget):
    """The buttons, the words and the list.

    Signals:
        try_asked, commit_asked, again_asked, secret_asked: a button was pressed.
    """

    try_asked = pyqtSignal()
    commit_asked = pyqtSignal()
    again_asked = pyqtSignal()
    secret_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.try_ = self._button("guessTry", self.try_asked)
        self.try_.setProperty("accent", True)
        self.commit = self._button("guessCommit", self.commit_asked)
        self.again = self._button("guessAgain", self.again_asked)
        self.secret = self._button("guessSecret", self.secret_asked)
        self.message = FittedText(15, strong=True, parent=self)
        self.message.setObjectName("guessMessage")
        self.details = [FittedText(13, parent=self) for _line in range(2)]
        for i, line in enumerate(self.details):
            line.setObjectName(f"guessDetails{i + 1}")
        self.tries = TryList(self)
        self._snapshot: Snapshot | None = None

    def _button(self, name: str, signal: pyqtBoundSignal) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked: signal.emit())
        return button

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """In their order."""
        return self.try_, self.commit, self.again, self.secret

    def render_snapshot(self, snapshot: Snapshot, again: int | None = None) -> None:
        """Show how the game stands.

        Args:
            snapshot: the numbers.
            again: the try that was just asked for a second time; None for none.
        """
        self._snapshot = snapshot
        lab = snapshot.state.lab
        open_ = snapshot.n > 0 and lab.committed is None
        for button, on in (
            (self.try_, open_ and len(lab.tries) < MOST_TRIES),
            (self.commit, open_),
            (self.again, bool(lab.tries) or lab.committed is not None),
            (self.secret, not snapshot.state.stage.locked),
        ):
            if button.isEnabled() is not on:
                button.setEnabled(on)
        self.message.set_texts(words.message(snapshot, again))
        details = words.details(snapshot)
        for i, line in enumerate(self.details):
            line.set_texts(details[i] if details else ("",))
        best = best_try(lab.tries, snapshot.k, snapshot.n) if snapshot.n else None
        self.tries.show_tries(words.list_texts(snapshot), best)

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        for button, text, tip in (
            (
                self.try_,
                translate("Guess", "Try this π"),
                translate("Guess", "See ℓ at the π of the moment (Enter)"),
            ),
            (
                self.commit,
                translate("Guess", "Commit π̂"),
                translate("Guess", "Give the π of the moment as your π̂, and see the curve"),
            ),
            (
                self.again,
                translate("Guess", "Again"),
                translate("Guess", "Forget the tries, and guess once more"),
            ),
            (
                self.secret,
                translate("Guess", "New secret data"),
                translate("Guess", "Draw 20 observations with a π that nobody knows"),
            ),
        ):
            button.setText(text)
            button.setAccessibleName(text)
            button.setToolTip(tip)
        self.message.setAccessibleName(translate("Guess", "How it stands"))
        for line in self.details:
            line.setAccessibleName(translate("Guess", "Score"))
        self.tries.setAccessibleName(translate("Guess", "Tries"))
        if self._snapshot is not None:
            self.render_snapshot(self._snapshot)

    # Layout ----------------------------------------------------------------------------------

    def _button_rows(self, inner: int) -> list[list[QPushButton]]:
        """The buttons in one row, or in two where one is too narrow."""
        gap = look().px(GAP)
        every = list(self.buttons)
        wide = sum(button.sizeHint().width() + gap for button in every) - gap
        return [every] if wide <= inner else [every[:2], every[2:]]

    def _rows(self, width: int, most: float) -> _Rows:
        """The rows' heights: the list has more rows where there is room, the words more lines."""
        px, inner = look().px, width - 2 * look().px(PADDING)
        high = self.try_.sizeHint().height()
        lines = len(self._button_rows(inner))
        buttons = lines * high + (lines - 1) * px(GAP)
        for allowed, count in ((2, MOST_ROWS), (2, 1), (1, MOST_ROWS), (1, 1)):
            words_ = self._fit(self.message, inner, allowed)
            details = sum(self._fit(line, inner, allowed) for line in self.details if line.text())
            rows = _Rows(
                buttons,
                round(words_ * self.message.line_height()),
                round(details * self.details[0].line_height()),
                self.tries.height_for(count),
            )
            if self._sum(rows) <= most:
                break
        return rows

    @staticmethod
    def _fit(label: FittedText, room: int, allowed: int) -> int:
        """How many lines a text takes, of so many allowed."""
        label.lines = allowed
        label.lines = max(1, len(label.shown_lines(room)))
        return label.lines

    @staticmethod
    def _sum(rows: _Rows) -> int:
        px = look().px
        present = [height for height in rows if height]
        return sum(present) + (len(present) - 1) * px(GAP) + 2 * px(TOP)

    def height_for(self, width: int, most: float) -> int:
        """The height in a width; at most `most`, if the list can be shorter."""
        return self._sum(self._rows(width, most))

    def lay_out(self, most: float) -> None:
        """Place everything in the width that the panel has."""
        px = look().px
        inner, x, y = self.width() - 2 * px(PADDING), px(PADDING), px(TOP)
        rows = self._rows(self.width(), most)
        high = self.try_.sizeHint().height()
        for row in self._button_rows(inner):
            left = x
            for button in row:
                wide = min(inner, button.sizeHint().width())
                button.setGeometry(left, y, wide, high)
                left += wide + px(GAP)
            if len(row) == len(self.buttons):
                self._move_right(x + inner)
            y += high + px(GAP)
        self.message.setGeometry(x, y, inner, rows.message)
        y += rows.message + px(GAP)
        for line in self.details:
            line.setVisible(bool(line.text()))
            if line.text():
                tall = round(line.lines * line.line_height())
                line.setGeometry(x, y, inner, tall)
                y += tall
        y += px(GAP) if rows.details else 0
        self.tries.setGeometry(x, y, inner, max(1, self.height() - y - px(TOP)))

    def _move_right(self, right: int) -> None:
        """What begins anew stands apart, at the right."""
        for button in (self.secret, self.again):
            right -= button.width()
            button.move(right, button.y())
            right -= look().px(GAP)

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Place everything anew."""
        super().resizeEvent(event)
        self.lay_out(self.height())

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the sheet."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour("ground"))
        paint_card(painter, QRectF(self.rect()))
        painter.end()
