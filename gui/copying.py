"""What is copied: the sequence, the numbers, a program that works them out, the formulas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import QObject
from PyQt5.QtGui import QGuiApplication

from core.scientific import format_count
from gui.i18n import translate

if TYPE_CHECKING:
    from gui.notice import Notices, Said
    from gui.session import Session

# More than other programs take from the clipboard without harm.
MOST = 10_000_000


class Copying(QObject):
    """Puts texts on the clipboard and says so."""

    def __init__(self, session: Session, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._notices = session, notices

    def sequence(self, part: range | None = None) -> bool:
        """Copy a part of the sequence as digits, or all of it.

        Returns:
            whether it is on the clipboard.
        """
        observations = self._session.state.observations
        if not observations.has_sequence:
            self._notices.say(
                lambda: translate(
                    "Copying", "Only the counts are known: there is no sequence to copy."
                )
            )
            return False
        part = range(observations.n) if part is None else part
        if not part:
            return False
        if len(part) > MOST:
            self._notices.say(
                lambda: translate(
                    "Copying", "{n} observations are too many for the clipboard; at most {most}."
                ).format(n=format_count(len(part)), most=format_count(MOST))
            )
            return False
        self._put(
            observations.text(part.start, part.stop),
            lambda: translate("Copying", "Copied: {n} observations.").format(
                n=format_count(len(part))
            ),
        )
        return True

    def numbers(self) -> None:
        """Copy the numbers as a table for a spreadsheet."""
        snapshot = self._session.snapshot
        if snapshot.model is None:
            from core.snippets import numbers_table as made
        else:
            from core.model_snippets import numbers as made

        self._put(
            made(snapshot),
            lambda: translate("Copying", "Copied: the numbers, as a table for a spreadsheet."),
        )

    def numpy(self) -> None:
        """Copy a program in NumPy that reproduces the numbers."""
        snapshot = self._session.snapshot
        if snapshot.model is None:
            from core.snippets import numpy_snippet as made
        else:
            from core.model_snippets import numpy as made

        self._put(
            made(snapshot),
            lambda: translate("Copying", "Copied: a NumPy program that gives these numbers."),
        )

    def pytorch(self) -> None:
        """Copy a program in PyTorch that reproduces the numbers."""
        snapshot = self._session.snapshot
        if snapshot.model is None:
            from core.snippets import pytorch_snippet as made
        else:
            from core.model_snippets import pytorch as made

        self._put(
            made(snapshot),
            lambda: translate("Copying", "Copied: a PyTorch program that gives these numbers."),
        )

    def latex(self) -> None:
        """Copy the formulas with their numbers in LaTeX."""
        snapshot = self._session.snapshot
        if snapshot.model is None:
            from gui.latex import substituted_latex as made
        else:
            from gui.model.model_latex import model_latex as made

        self._put(
            made(snapshot),
            lambda: translate("Copying", "Copied: the formulas with their numbers, in LaTeX."),
        )

    def _put(self, text: str, said: Said) -> None:
        clipboard = QGuiApplication.clipboard()
        if clipboard is not None:
            clipboard.setText(text)
            self._notices.say(said)
