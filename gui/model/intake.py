"""Files, texts and draws into examples: asks what only the user can know, says what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PyQt5.QtCore import QObject, pyqtSignal
from PyQt5.QtGui import QGuiApplication
from PyQt5.QtWidgets import QDialog, QFileDialog

from core.labelled import Labelled
from core.scientific import format_count
from gui.data_actions import LARGEST_SEED, new_seed
from gui.deleting import delete_later
from gui.i18n import translate
from gui.model import shelf
from gui.model.labelled_words import as_typed

if TYPE_CHECKING:
    from core.labelled_tables import ColumnsNeeded, LabelledReading
    from core.model_state import ModelState
    from core.progress import Progress
    from core.words import Words
    from gui.long_work import LongWork
    from gui.model.page import ModelPage
    from gui.notice import Notices
    from gui.session import Session
    from gui.settings import Settings

# What is read or drawn before anybody could see a notice: bytes, characters, examples.
SMALL_FILE, SMALL_TEXT, SMALL_DRAW = 2**19, 2**19, 200_000
# What a draw begins with when nothing was drawn before: so many examples, w and b.
FIRST_DRAW = (100, 1.5, -0.5)


class Intake(QObject):
    """The ways in for examples; a bad one changes nothing and says why.

    Whoever tries again is told of the new attempt alone, even if it is given up.

    Signals:
        edited: the examples that are to be there, as the view's parts say it.
        looked: how they are to be looked at.
        session_chosen: the file that was chosen is a session: its `Path`.

    Args:
        session: what there is now.
        work: does what may take long.
        notices: where a word is said that goes by itself.
        settings: what is remembered; None for nothing.
        page: the view, which shows the examples and is the parent of the questions.
    """

    edited = pyqtSignal(str, dict)
    looked = pyqtSignal(dict)
    session_chosen = pyqtSignal(object)

    def __init__(
        self,
        session: Session,
        work: LongWork,
        notices: Notices,
        settings: Settings | None,
        page: ModelPage,
    ) -> None:
        super().__init__(page)
        self._session, self._work, self._notices = session, work, notices
        self._settings, self._page = settings, page
        self._panel = page.examples
        self._panel.example_asked.connect(self.open_example)
        self._panel.text_given.connect(self.take_text)

    @property
    def _state(self) -> ModelState:
        state = self._session.state.model
        assert state is not None  # noqa: S101 - the view shows one
        return state

    def _take(
        self, data: Labelled, source: str = "", true: tuple[float, float] | None = None
    ) -> None:
        """Have these examples instead of those that are there, and of what is being read."""
        self._work.stop()
        self._panel.clear_error()
        self.edited.emit("examples", shelf.fresh(self._state, data, source, true))
        self.looked.emit({"region": None})
        self._panel.table.begin_anew()

    # Files -------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Ask for a file and open it."""
        self._panel.clear_error()
        name, _filter = QFileDialog.getOpenFileName(
            self._page.window(),
            translate("Model", "Open examples"),
            self._settings.folder if self._settings else "",
            ";;".join(
                (
                    translate("Model", "Tables and sessions (*.csv *.tsv *.txt *.bernoulli.json)"),
                    translate("Window", "All files (*)"),
                )
            ),
        )
        if not name:
            return
        # Not before the first frame: what reads files brings much along.
        from core.files import is_session

        if is_session(Path(name)):
            self.session_chosen.emit(Path(name))
        else:
            self.open_path(Path(name))

    def open_path(self, path: Path, x: str | int | None = None, y: str | int | None = None) -> None:
        """Read a table.

        Args:
            path: of the file.
            x: the column of x, its name or its number from 1; None to find it, or to ask.
            y: likewise that of y.
        """
        from core.labelled_tables import read_labelled_file

        self._panel.clear_error()
        try:
            # A pipe has no size, and may be slow.
            small = path.stat().st_size <= SMALL_FILE and not path.is_fifo()
        except (OSError, ValueError):
            small = True  # what is wrong with it is found at once
        self._work.run(
            lambda: translate("Window", "Reading “{name}”…").format(name=path.name),
            lambda progress: read_labelled_file(path, x, y, progress),
            partial(self._read, path),
            lambda error: self._failed(path.name, error, partial(self.open_path, path)),
            small=small,
        )

    def _read(self, path: Path, reading: LabelledReading) -> None:
        if self._settings:
            self._settings.folder = str(path.parent)
        self._receive(reading, f"file:{path.name}")

    def _receive(self, reading: LabelledReading, source: str) -> None:
        self._take(reading.data, source)
        if reading.words is not None:
            self._panel.show_note(partial(_words_note, reading.words))

    def _failed(self, name: str, error: Exception, again: Callable[[int, int], object]) -> None:
        from core.labelled_tables import ColumnsNeeded

        if isinstance(error, ColumnsNeeded):
            self._ask_columns(name, error, again)
        elif isinstance(error, ValueError):
            self._panel.show_error(error, f"{name}: " if name else "")
        else:
            raise error

    def _ask_columns(
        self, name: str, question: ColumnsNeeded, again: Callable[[int, int], object]
    ) -> None:
        from gui.model.columns_dialog import ColumnsDialog

        dialog = ColumnsDialog(
            name, question.preview, question.guess, question.lines, parent=self._page.window()
        )

        def answered(answer: int) -> None:
            columns = dialog.columns
            delete_later(dialog)
            if answer == QDialog.DialogCode.Accepted:
                again(*columns)

        dialog.finished.connect(answered)
        dialog.open()

    # Texts -------------------------------------------------------------------------------------

    def paste(self) -> None:
        """Take the clipboard's examples."""
        self._panel.clear_error()
        clipboard = QGuiApplication.clipboard()
        text = clipboard.text() if clipboard is not None else ""
        if text.strip():
            self.take_text(text)
        else:
            self._notices.say(lambda: translate("Model", "There is no text to be pasted."))

    def take_text(self, text: str, x: int | None = None, y: int | None = None) -> None:
        """Take examples from a text that was pasted or dropped.

        Args:
            text: two columns, x and y, as a spreadsheet copies them, or more.
            x: the column of x, from 1; None to find it, or to ask.
            y: likewise that of y.
        """
        from core.labelled_tables import parse_labelled

        self._panel.clear_error()

        def parse(progress: Progress) -> LabelledReading:
            return parse_labelled(text, x, y, progress)

        self._work.run(
            lambda: translate("Model", "Reading the text…"),
            parse,
            lambda reading: self._receive(reading, ""),
            lambda error: self._failed("", error, partial(self.take_text, text)),
            small=len(text) <= SMALL_TEXT,
        )

    # Draws -------------------------------------------------------------------------------------

    def draw(self) -> None:
        """Ask how, and draw examples at random."""
        from core.labelled_examples import drawn
        from gui.model.random_examples_dialog import RandomExamplesDialog

        self._panel.clear_error()
        last = drawn(self._state.source)
        n, w, b = last[:3] if last is not None else FIRST_DRAW
        dialog = RandomExamplesDialog(n, w, b, new_seed(LARGEST_SEED), self._page.window())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._draw(dialog.n.value(), dialog.w.value(), dialog.b.value(), dialog.seed.value())
        delete_later(dialog)

    def draw_again(self) -> None:
        """Draw as many again with the same true w and b and a new seed."""
        from core.labelled_examples import drawn

        last = drawn(self._state.source)
        if last is not None:
            n, w, b, seed = last
            again = (seed + 1 + new_seed(LARGEST_SEED - 1)) % LARGEST_SEED  # never the same
            self._draw(n, w, b, again)

    def _draw(self, n: int, w: float, b: float, seed: int) -> None:
        from core.labelled_examples import noted, random_labelled

        self._work.run(
            lambda: translate("Model", "Drawing {n} examples…").format(n=format_count(n)),
            lambda progress: random_labelled(n, w, b, seed, progress=progress),
            lambda data: self._take(data, noted(n, w, b, seed), (w, b)),
            small=n <= SMALL_DRAW,
        )

    # The whole -------------------------------------------------------------------------------

    def open_example(self, name: str) -> None:
        """Take a data set that comes with the program, by its id."""
        from core.labelled_examples import source_of

        example = shelf.example_of(name)
        if example is not None:
            self._take(example.data, source_of(example))

    def flip(self) -> None:
        """Swap 0 and 1: the fit turns round, σ(−z) = 1 − σ(z); w and b stay as they are."""
        data = self._state.data
        if data.n:
            self.edited.emit("examples", {"data": data.flipped(), "source": "", "true": None})


def _words_note(words: Words) -> str:
    return translate("Model", "“{one}” is read as 1, “{zero}” as 0; Ctrl+I swaps them.").format(
        one=as_typed(words.one), zero=as_typed(words.zero)
    )
