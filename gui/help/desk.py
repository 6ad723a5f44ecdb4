"""Help as the window offers it: what is opened, copied, and said to a newcomer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PyQt5.QtCore import QObject, QUrl
from PyQt5.QtGui import QDesktopServices, QGuiApplication
from PyQt5.QtWidgets import QMainWindow

from gui.i18n import translate
from gui.paths import own_folder
from gui.wording import explain

if TYPE_CHECKING:
    from gui.help.first_hint import FirstHint
    from gui.help.sheet import HelpSheet
    from gui.notice import Notices
    from gui.session import Session
    from gui.settings import Settings


class Describes(Protocol):
    """What can say in words what it shows."""

    def summary(self) -> str:
        """What it shows, in the language of the moment."""


class HelpDesk(QObject):
    """Opens the sheet of keys and what is known about the program; loads each when it is asked for.

    Args:
        session: whose plots are described.
        notices: where a newcomer is greeted.
        settings: which know whether they have been.
        start_lessons: what “Start the lessons” does.
        other: what has the place of the plots, a lab or the Model view; None for the plots.
        window: the parent of the dialogs.
    """

    def __init__(
        self,
        session: Session,
        notices: Notices,
        settings: Settings | None,
        start_lessons: Callable[[], object],
        other: Callable[[], Describes | None],
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._session, self._notices, self._settings = session, notices, settings
        self._start_lessons, self._other, self._window = start_lessons, other, window
        self._sheet: HelpSheet | None = None
        self._hint: FirstHint | None = None

    def show_keys(self) -> None:
        """Show the sheet of keys."""
        from gui.help.sheet import HelpSheet

        if self._sheet is None:
            self._sheet = HelpSheet(self._window)
        self._sheet.show()
        self._sheet.raise_()
        self._sheet.activateWindow()

    def show_about(self) -> None:
        """Show versions and licences."""
        from gui.help.about import AboutDialog

        AboutDialog(self._window).open()

    def describe(self) -> None:
        """Copy what the plots show, in words."""
        clipboard = QGuiApplication.clipboard()
        if clipboard is not None:
            clipboard.setText(self.description())
            self._notices.say(lambda: translate("Help", "Copied: what the plots show, in words."))

    def description(self) -> str:
        """What the plots, or what has their place, show, in words."""
        from gui.plot_summary import whole

        other = self._other()
        if other is not None:
            return other.summary()
        snapshot = self._session.snapshot
        return whole(snapshot, snapshot.state.stage.panels)

    def greet(self) -> None:
        """Say to a newcomer what there is to do, once."""
        settings = self._settings
        if settings is None or settings.greeted or self._session.desk != "explore":
            return
        from gui.help.first_hint import FirstHint

        def remember() -> None:
            settings.greeted = True

        self._hint = FirstHint(self._notices, self._start_lessons, remember, self)
        self._hint.watch(self._session.history_changed)
        self._hint.show()

    def leave(self) -> bool:
        """Take the hint away.

        Returns:
            whether it was there.
        """
        return self._hint is not None and self._hint.leave()

    def open_lesson_folder(self) -> None:
        """Show the folder for lessons of one's own, with a word on how they are written."""
        folder = own_folder() / "lessons"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            said = explain(error)
            self._notices.say(lambda: said)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        self._notices.say(
            lambda: translate("Help", "Lessons of your own go into {folder}.").format(folder=folder)
        )
