"""What a newcomer sees once: three things to begin with, at the foot of the window.

It is a notice like any other, so that it covers no tile, no label and no control; it goes when it
is told to, at Esc, or when its reader has begun, and it never comes back.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PyQt5.QtCore import QObject

from gui.i18n import translate
from gui.notice import Notice, Notices

# Who has done so many things needs no hint any more.
ENOUGH = 3


class FirstHint(QObject):
    """Shows the hint and takes it away again.

    Args:
        notices: where it is shown.
        start_lessons: called for “Start the lessons”, when the hint has gone.
        remember: called as soon as it is shown, so that no second start shows it again.
        parent: whose life it shares.
    """

    def __init__(
        self,
        notices: Notices,
        start_lessons: Callable[[], object],
        remember: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._notices = notices
        self._start_lessons = start_lessons
        self._remember = remember
        self._notice: Notice | None = None
        self._done = 0

    @property
    def shown(self) -> bool:
        """Whether it is to be seen."""
        return self._notice is not None

    def show(self) -> None:
        """Show it; the focus stays where it is."""
        if self._notice is not None:
            return
        self._done = 0
        self._notice = self._notices.add(
            _text,
            (lambda: translate("Hint", "Start the lessons"), self._to_lessons),
            (lambda: translate("Hint", "Got it"), self.leave),
        )
        self._notice.label.setObjectName("firstHint")
        lessons, got_it = self._notice.buttons
        lessons.setObjectName("firstHintLessons")
        got_it.setObjectName("firstHintGotIt")
        lessons.setProperty("accent", True)
        self._remember()

    def watch(self, *signals: Any) -> None:
        """Count what the user does: each of these signals is one thing."""
        for signal in signals:
            signal.connect(self.count)

    def count(self, *_told: object) -> None:
        """One more thing was done; whatever the signal tells of it."""
        if self._notice is not None:
            self._done += 1
            if self._done >= ENOUGH:
                self.leave()

    def leave(self) -> bool:
        """Take it away.

        Returns:
            whether it was there, so that Esc has done its work with it.
        """
        if self._notice is None:
            return False
        notice, self._notice = self._notice, None
        notice.leave()
        return True

    def _to_lessons(self) -> None:
        self.leave()
        self._start_lessons()


def _text() -> str:
    return "\n".join(
        (
            translate("Hint", "Drag the slider under the plots: π moves in all of them."),
            translate("Hint", "Click a tile: a one becomes a zero, and the curves follow."),
            translate("Hint", "Or start with the lessons, which lead you step by step."),
        )
    )
