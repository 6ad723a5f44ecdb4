"""The ways out for a figure: a file, the clipboard, another program's window."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PyQt5.QtCore import QEvent, QMimeData, QObject, Qt
from PyQt5.QtGui import QDrag, QGuiApplication, QImage, QPixmap
from PyQt5.QtWidgets import QMessageBox, QWidget

from gui.deleting import delete_later
from gui.figures.commands import command
from gui.figures.dialog import ExportDialog, suggested_name
from gui.figures.figure import figure_for
from gui.figures.frame_feed import FrameFeed
from gui.figures.memory import recalled, remembered
from gui.figures.mime import NAME, figure_data, window_data
from gui.figures.moving import MovingFigure
from gui.figures.options import (
    MOVING_ENDINGS,
    FigureOptions,
    Motion,
    OptionsError,
    check,
    check_motion,
    check_view,
    panels_of,
)
from gui.figures.png_file import EncodingError, png
from gui.figures.still_files import picture
from gui.figures.window_file import window_png
from gui.figures.writing import figure_bytes
from gui.i18n import language, translate
from gui.safe_file import WriteError, check_place, write_whole
from gui.theme import look
from gui.where_to import ask_where, plain_title
from gui.wording import explain

if TYPE_CHECKING:
    from core.progress import Progress
    from core.snapshot import Snapshot
    from gui.long_work import LongWork
    from gui.notice import Notices
    from gui.session import Session
    from gui.settings import Settings

# A picture of more pixels is compressed beside the window, not in it.
MANY_PIXELS = 3_000_000
# The picture under the mouse while a figure is pulled away, in pixels.
PULLED = 240


class FigureExports(QObject):
    """Opens the dialog, and does what it asks for.

    Args:
        session: whose numbers are shown.
        work: does what takes long.
        notices: where it is said what was done.
        settings: what is remembered; None for nothing.
        grab: makes a picture of the window as it is.
        panel: says which plots are shown.
        window: the parent of the dialogs.
    """

    def __init__(
        self,
        session: Session,
        work: LongWork,
        notices: Notices,
        settings: Settings | None,
        grab: Callable[[], QImage],
        panel: Callable[[], str],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._work, self._notices = session, work, notices
        self._settings, self._grab = settings, grab
        self._panel, self._window = panel, window
        self._pulled: Path | None = None
        self._pulls = 0
        # Of this window; the title and the ends of a sweep are not kept longer.
        self._last: tuple[FigureOptions, Motion, str] | None = None
        self._stem = NAME
        self.dialog: ExportDialog | None = None
        session.snapshot_changed.connect(self._show)

    @property
    def _snapshot(self) -> Snapshot:
        return self._session.snapshot

    # The dialog ----------------------------------------------------------------------------

    def ask(self) -> None:
        """Open the dialog for the plots that are shown, or bring it to the front."""
        if self.dialog is not None:
            if self.dialog.isMinimized():
                self.dialog.showNormal()
            self.dialog.raise_()
            self.dialog.activateWindow()
            return
        options, motion, ending = self._recalled()
        options = replace(options, panel=self._panel_of_view())
        dialog = ExportDialog(self._snapshot, options, motion, ending, self._window)
        dialog.save_asked.connect(self._ask_where)
        dialog.copy_asked.connect(self._copy_chosen)
        dialog.window_asked.connect(self._show_window)
        dialog.preview.drag_asked.connect(self._pull)
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        self._window.installEventFilter(self)
        dialog.show()

    def eventFilter(self, window: QObject | None, event: QEvent | None) -> bool:  # noqa: N802
        """Close the dialog with its window: Qt would leave it on the screen."""
        if (
            event is not None
            and event.type() == QEvent.Type.Hide
            and not event.spontaneous()
            and self.dialog is not None
        ):
            self.dialog.reject()
        return super().eventFilter(window, event)

    def _panel_of_view(self) -> str:
        """The plots that are shown, of the view whose numbers are shown."""
        panel = self._panel()
        return panel if panel in panels_of(self._snapshot.state) else "all"

    def _recalled(self) -> tuple[FigureOptions, Motion, str]:
        options, motion, ending = self._last or recalled(
            self._settings.figure if self._settings else ""
        )
        options = replace(options, theme=look().theme.name, language=language())
        return options, motion, ending

    def _show(self, snapshot: Snapshot) -> None:
        if self.dialog is not None:
            self.dialog.render_snapshot(snapshot)

    def _show_window(self) -> None:
        if self.dialog is not None:
            self.dialog.show_window(QPixmap.fromImage(self._grab()))

    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        self._window.removeEventFilter(self)
        if dialog is not None:
            fields = dialog.fields
            self._last = (fields.options, fields.motion, fields.ending)
            if self._settings:
                self._settings.figure = remembered(*self._last)
            delete_later(dialog)

    # A file --------------------------------------------------------------------------------

    def _ask_where(self) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        ending = dialog.fields.ending
        folder = Path(self._settings.folder if self._settings else "")
        path = ask_where(
            dialog,
            translate("Export", "Save the figure"),
            suggested_name(folder, ending, self._stem),
            f"{dialog.fields.format.currentText()} (*{ending})",
            ending,
        )
        if path is None:
            return
        options, motion, of_window = (
            dialog.fields.options,
            dialog.fields.motion,
            dialog.fields.of_window,
        )
        self._stem = path.stem
        if self._save_window(path) if of_window else self.save(path, options, motion):
            dialog.accept()

    def _save_window(self, path: Path) -> bool:
        try:
            data = self._window_png(path.name)
        except EncodingError as error:
            self._fail(error)
            return False
        return self._write(path, data)

    def save(self, path: Path, options: FigureOptions, motion: Motion) -> bool:
        """Write a figure of this moment to a file, by its ending; long work goes on beside.

        An older file of that name is replaced, when the new one is whole.

        Returns:
            whether it is written, or on its way; if not, it has been said why.
        """
        snapshot, ending = self._snapshot, path.suffix.lower()
        try:
            check_place(path)
            # The data, or the view, may have changed while the system's dialog was open.
            check_view(options, snapshot.state)
            if ending in MOVING_ENDINGS:
                check_motion(options, motion, snapshot.state)
            else:
                check(options)
        except (OptionsError, WriteError) as error:
            self._fail(error)
            return False
        if ending in MOVING_ENDINGS:
            self._save_moving(path, options, motion, snapshot)
            return True
        width, height = options.pixels
        if ending == ".png" and width * height > MANY_PIXELS:
            try:
                image = picture(figure_for(options, snapshot), options, snapshot)
            except (EncodingError, MemoryError) as error:
                self._fail(error)
                return False
            made_by = command(snapshot.state, options, None, path.name)
            self._compress(path, image, options.pixels_per_inch, made_by)
            return True
        try:
            data = figure_bytes(path, options, motion, snapshot)
        except (EncodingError, MemoryError) as error:
            self._fail(error)
            return False
        return self._write(path, data)

    def _compress(self, path: Path, image: QImage, per_inch: float, made_by: str) -> None:
        self._work.run(
            lambda: translate("Export", "Writing {name} …").format(name=path.name),
            lambda _progress: png(image, pixels_per_inch=per_inch, comment=made_by),
            lambda data: self._write(path, data),
            self._fail,
            lambda: self._say_cancelled(path),
            small=False,
        )

    def _save_moving(
        self, path: Path, options: FigureOptions, motion: Motion, snapshot: Snapshot
    ) -> None:
        made_by = command(snapshot.state, options, motion, path.name)
        moving = MovingFigure(options, motion, snapshot)
        feed = FrameFeed(moving.frames(), self)

        def work(progress: Progress) -> bytes:
            told = 0.0

            def tell(share: float) -> None:
                nonlocal told
                told = share
                progress(share)

            # Waiting for a frame says nothing new, but is when the work can be stopped.
            frames = feed.taken(lambda: progress(told))
            return moving.encode(path.suffix.lower(), frames, made_by, tell)

        def leave() -> None:
            feed.stop()
            delete_later(feed)

        def done(data: bytes) -> None:
            leave()
            self._write(path, data)

        def failed(error: Exception) -> None:
            leave()
            if not isinstance(error, (EncodingError, MemoryError)):
                raise error  # a mistake of the program's, which is shown as one
            self._fail(error)

        def stopped() -> None:
            leave()
            self._say_cancelled(path)

        self._work.run(
            lambda: translate("Export", "Writing {name} …").format(name=path.name),
            work,
            done,
            failed,
            stopped,
            small=False,
        )
        feed.start()

    def _say_cancelled(self, path: Path) -> None:
        """Say which file is not there: perhaps another took its place."""
        self._notices.say(
            lambda: translate("Export", "Cancelled: {name} was not written.").format(name=path.name)
        )

    def _write(self, path: Path, data: bytes) -> bool:
        try:
            write_whole(path, data)
        except WriteError as error:
            self._fail(error)
            return False
        if self._settings:
            self._settings.folder = str(path.parent)
        self._notices.say(
            lambda: translate("Export", "Saved: {name}").format(name=path.name),
        )
        return True

    def _window_png(self, name: str) -> bytes:
        image, window = self._grab(), self._window
        options = FigureOptions(
            panel=self._panel_of_view(),
            width=window.width(),
            height=window.height(),
            scale=window.devicePixelRatioF(),
            theme=look().theme.name,
            language=language(),
        )
        return window_png(image, options, self._snapshot.state, name)

    def _fail(self, error: Exception, *, copying: bool = False) -> None:
        # There is no other reason why a picture cannot be made.
        text = explain(MemoryError() if isinstance(error, EncodingError) else error)
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            plain_title(self._window),
            text,
            parent=self.dialog or self._window,
        )
        box.setInformativeText(
            translate("Export", "The figure was not copied.")
            if copying
            else translate("Export", "The figure was not saved.")
        )
        box.finished.connect(partial(delete_later, box))
        box.open()

    # The clipboard, and other windows ------------------------------------------------------

    def copy_picture(self) -> None:
        """Copy a figure of this moment as it was last exported."""
        options, _motion, _ending = self._recalled()
        self._copy(
            lambda: figure_data(
                replace(options, panel=self._panel_of_view()), self._snapshot, ".png"
            )
        )

    def _copy_chosen(self) -> None:
        dialog = self.dialog
        if dialog is not None and self._copy(lambda: self._data(dialog, None)):
            dialog.say(translate("Export", "Copied."))

    def _copy(self, make: Callable[[], QMimeData]) -> bool:
        clipboard = QGuiApplication.clipboard()
        try:
            data = make()
        except (EncodingError, MemoryError, WriteError) as error:
            self._fail(error, copying=True)
            return False
        if clipboard is None:
            return False
        clipboard.setMimeData(data)
        self._notices.say(lambda: translate("Export", "Copied: the figure, as a picture."))
        return True

    def _data(self, dialog: ExportDialog, folder: Path | None) -> QMimeData:
        """What the dialog shows, for another program; with a folder, as a file in it as well."""
        fields = dialog.fields
        if fields.of_window:
            return window_data(self._grab(), self._window_png(f"{NAME}.png"), folder)
        ending = ".png" if fields.moves else fields.ending
        return figure_data(fields.options, self._snapshot, ending, folder)

    def _folder(self) -> Path:
        """For files that other programs read, nobody knows when; it goes when the program ends."""
        if self._pulled is None:
            self._pulled = Path(tempfile.mkdtemp(prefix="bernoulli-lab-"))
            self._remove_folder = weakref.finalize(
                self, shutil.rmtree, self._pulled, ignore_errors=True
            )
        return self._pulled

    def _pull(self) -> None:
        """Hand the figure to whatever window it is dropped on."""
        dialog = self.dialog
        if dialog is None or dialog.error is not None:
            return
        try:
            # One folder each: another program may still read what was pulled away before.
            self._pulls += 1
            folder = self._folder() / str(self._pulls)
            folder.mkdir(parents=True, exist_ok=True)
            data = self._data(dialog, folder)
        except (EncodingError, MemoryError, WriteError, OSError) as error:
            self._fail(error, copying=True)
            return
        drag = QDrag(dialog.preview)
        shown = QPixmap.fromImage(data.imageData())
        drag.setPixmap(shown.scaledToWidth(PULLED, Qt.TransformationMode.SmoothTransformation))
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)
