"""Files and texts into observations: asks what only the user can know, says what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PyQt5.QtCore import QObject, Qt
from PyQt5.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from core.scientific import format_count
from gui.deleting import delete_later
from gui.i18n import translate

if TYPE_CHECKING:
    from core.observations import Observations
    from core.tables import Column, TablePreview
    from core.words import Reading
    from gui.long_work import LongWork
    from gui.observation_panel import ObservationPanel
    from gui.session_keeper import SessionKeeper
    from gui.settings import Settings

# A file up to here is read before anybody could see a notice, in bytes.
SMALL = 2**20
Taker = Callable[["Observations"], object]


class Opening(QObject):
    """Opens files of observations and sessions, and takes texts from elsewhere."""

    def __init__(
        self,
        panel: ObservationPanel,
        keeper: SessionKeeper,
        work: LongWork,
        take: Callable[[Observations, str], object],
        settings: Settings | None,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._panel, self._keeper, self._work = panel, keeper, work
        self._take, self._settings, self._window = take, settings, window

    def ask(self) -> None:
        """Ask for a file and open it."""
        name, _filter = QFileDialog.getOpenFileName(
            self._window,
            translate("Window", "Open observations"),
            self._settings.folder if self._settings else "",
            ";;".join(
                (
                    translate(
                        "Window",
                        "Observations (*.txt *.dat *.csv *.tsv *.npy *.bernoulli.json)",
                    ),
                    translate("Window", "All files (*)"),
                )
            ),
        )
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path, column: Column | None = None) -> None:
        """Open a file; a bad one changes nothing and says why.

        Args:
            path: of a text, a table, a NumPy file or a session.
            column: of a table: its name, its number from 1, or all its cells.
        """
        # Not before the first frame: what reads files brings much along.
        from core.files import is_session, read_file

        if is_session(path):
            self._keeper.open(path)
            return
        try:
            # A pipe has no size, and may be slow.
            small = path.stat().st_size <= SMALL and not path.is_fifo()
        except (OSError, ValueError):
            small = True  # what is wrong with it is found at once
        self._work.run(
            lambda: translate("Window", "Reading “{name}”…").format(name=path.name),
            lambda progress: read_file(path, column, progress),
            lambda reading: self._read(path, reading),
            lambda error: self._failed(path, error),
            small=small,
        )

    def _failed(self, path: Path, error: Exception) -> None:
        from core.tables import ColumnNeeded

        if isinstance(error, ColumnNeeded):
            self._ask_column(path, error.preview)
        elif isinstance(error, ValueError):
            self._panel.show_error(error, f"{path.name}: ")
        else:
            raise error

    def _ask_column(self, path: Path, preview: TablePreview) -> None:
        from gui.column_dialog import ColumnDialog

        dialog = ColumnDialog(path.name, preview, self._window)

        def answered(answer: int) -> None:
            column = dialog.column
            delete_later(dialog)
            if answer == QDialog.DialogCode.Accepted:
                self.open_path(path, column)

        dialog.finished.connect(answered)
        dialog.open()

    def _read(self, path: Path, reading: Reading) -> None:
        if self._settings:
            self._settings.folder = str(path.parent)
        self._panel.clear_error()
        self._confirm(reading, lambda observations: self._take(observations, f"file:{path.name}"))

    def take_text(self, text: str, put: Taker) -> None:
        """Use a text that was pasted or dropped; ask first what is to become 1, if it has words."""
        from core.parsing import SequenceError
        from core.words import parse_text

        try:
            reading = parse_text(text)
        except SequenceError as error:
            self._panel.show_error(error)
            return
        self._panel.clear_error()
        self._confirm(reading, put)

    def _confirm(self, reading: Reading, put: Taker) -> None:
        """Show what becomes 1, and put the observations in when that is right."""
        words, observations = reading.words, reading.observations
        if words is None:
            put(observations)
            return
        k, zeros = observations.k, observations.n - observations.k
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(translate("Words", "What is a one?"))
        box.setText(
            translate("Words", "The text has “{one}” {k} times and “{zero}” {zeros} times.").format(
                one=words.one, k=format_count(k), zero=words.zero, zeros=format_count(zeros)
            )
        )
        box.setInformativeText(translate("Words", "What is to become 1?"))
        right = translate("Words", "“{one}” → 1, “{zero}” → 0")
        as_is = box.addButton(
            right.format(one=words.one, zero=words.zero), QMessageBox.ButtonRole.AcceptRole
        )
        swapped = box.addButton(
            right.format(one=words.zero, zero=words.one), QMessageBox.ButtonRole.AcceptRole
        )
        box.addButton(translate("Words", "Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(as_is)

        def answered() -> None:
            if box.clickedButton() is as_is:
                put(observations)
            elif box.clickedButton() is swapped:
                put(observations.invert())

        box.finished.connect(answered)
        box.open()
