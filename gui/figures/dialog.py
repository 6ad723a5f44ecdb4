"""The dialog that makes a figure of what is on the screen."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PyQt5.QtCore import QEvent, QSize, Qt, QTimer, pyqtSignal
from PyQt5.QtGui import QGuiApplication
from PyQt5.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from core.scientific import format_count
from gui.card import Label
from gui.figures import options as allowed
from gui.figures.canvas import letter_points
from gui.figures.fields import ExportFields
from gui.figures.figure import figure_for
from gui.figures.options import FigureOptions, Motion, OptionsError
from gui.figures.preview import FigurePreview
from gui.i18n import Retranslated, translate
from gui.theme import LOOK_CHANGED, look
from gui.wording import explain

if TYPE_CHECKING:
    from PyQt5.QtGui import QPixmap

    from core.snapshot import Snapshot


class ExportDialog(Retranslated, QDialog):
    """Chooses a figure's parts, size, look and motion beside a live picture of it.

    Signals:
        save_asked: the user wants it as a file.
        copy_asked: the user wants it on the clipboard.
        window_asked: the window is to be shown, and it may look otherwise: a picture is needed.

    Attributes:
        fields: what was chosen.
        preview: the figure.
        error: why there can be no such figure; None if there can.
    """

    save_asked = pyqtSignal()
    copy_asked = pyqtSignal()
    window_asked = pyqtSignal()

    def __init__(
        self,
        snapshot: Snapshot,
        options: FigureOptions,
        motion: Motion,
        ending: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self._snapshot = snapshot
        self.error: OptionsError | None = None
        self.preview = FigurePreview()
        of_model = snapshot.model is not None
        interval = snapshot.state.interval
        self.fields = ExportFields(options, motion, ending, interval, of_model=of_model)
        self.message = Label("muted", 12)
        self.message.setObjectName("exportMessage")
        self.message.setWordWrap(True)
        self.copy, self.save, self.close_ = QPushButton(), QPushButton(), QPushButton()
        for button, name in ((self.copy, "Copy"), (self.save, "Save"), (self.close_, "Close")):
            button.setObjectName(f"export{name}Button")
            button.setAutoDefault(False)
        self.save.setProperty("accent", True)
        self._hint = Label("muted", 12)
        # Not before the window shows by itself what has just changed.
        self._ask_window = QTimer(self)
        self._ask_window.setSingleShot(True)
        self._ask_window.setInterval(0)
        self._ask_window.timeout.connect(self._window_asked)
        self._compose()
        LOOK_CHANGED.connect(self._restyle)
        self.fields.edited.connect(self._show)
        self.copy.clicked.connect(self.copy_asked)
        self.save.clicked.connect(self.save_asked)
        self.close_.clicked.connect(self.reject)
        self.retranslate()

    def _compose(self) -> None:
        scroll = QScrollArea()
        scroll.setWidget(self.fields)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll = scroll
        px = look().px
        self._buttons = buttons = QHBoxLayout()
        buttons.addWidget(self.close_)
        buttons.addStretch(1)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.save)
        left = QVBoxLayout()
        left.addWidget(self.preview, 1)
        left.addWidget(self._hint)
        right = QVBoxLayout()
        right.addWidget(scroll, 1)
        right.addWidget(self.message)
        right.addLayout(buttons)
        body = QHBoxLayout(self)
        body.setContentsMargins(px(16), px(16), px(16), px(16))
        body.setSpacing(px(18))
        body.addLayout(left, 1)
        body.addLayout(right)
        self.resize(QSize(px(1120), px(640)).boundedTo(self._screen()))

    def _fit(self) -> None:
        """Give the fields their room, with their scrollbar beside them, whichever are shown."""
        width = max(self.fields.wanted_width + look().px(14), self._buttons.minimumSize().width())
        self._scroll.setFixedWidth(width)
        self.message.setFixedWidth(width)

    def _restyle(self) -> None:
        self._fit()
        self._ask_window.start()

    def changeEvent(self, event: QEvent | None) -> None:  # noqa: N802 - Qt's name
        """Look at the window anew when the user comes back from it."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.ActivationChange:
            self._ask_window.start()

    def _window_asked(self) -> None:
        if self.fields.of_window:
            self.window_asked.emit()

    def _screen(self) -> QSize:
        """As large as the screen lets a dialog be."""
        screen = QGuiApplication.primaryScreen()
        return screen.availableGeometry().size() * 0.95 if screen is not None else QSize()

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show other numbers."""
        self._snapshot = snapshot
        self.fields.show_view(of_model=snapshot.model is not None)
        self.fields.show_interval(snapshot.state.interval)
        self._show()

    def show_window(self, picture: QPixmap) -> None:
        """Show the window's picture, for its preset."""
        self.preview.show_picture(picture)

    def say(self, text: str) -> None:
        """Say something beside the buttons."""
        self.message.set_role("muted")
        self.message.setText(text)

    def _show(self) -> None:
        """Show the figure, and what it comes to."""
        fields, self.error = self.fields, None
        try:
            if fields.of_window:
                pass  # it has the window's size
            elif fields.moves:
                allowed.check_motion(fields.options, fields.motion, self._snapshot.state)
            else:
                allowed.check(fields.options)
        except OptionsError as error:
            self.error = error
        reason = self.error.reason if self.error else ""
        fields.show_fault(reason)
        if fields.of_window:
            self._ask_window.start()
        elif reason != "shape":
            moves = fields.moves and reason not in ("sequence", "nothing", "examples")
            motion = fields.motion if moves else None
            self.preview.show_figure(fields.options, motion, self._snapshot)
        self.message.set_role("warning" if self.error else "muted")
        self.message.setText(explain(self.error) if self.error else self._what_it_is())
        for button in (self.save, self.copy):
            button.setEnabled(self.error is None)

    def _what_it_is(self) -> str:
        fields = self.fields
        if fields.of_window:
            return translate("Export", "The window as it is, with its controls.")
        if fields.ending == ".csv":
            return self._table()
        if fields.options.unit == "mm":
            return self._in_print()
        if fields.ending in (".svg", ".pdf"):
            return translate("Export", "Sharp at any size.")
        width, height = fields.options.pixels
        pixels = translate("Export", "{width} × {height} pixels").format(width=width, height=height)
        if not fields.moves:
            return pixels
        frames = translate("Export", "{frames} frames").format(frames=fields.motion.frames)
        return f"{pixels}, {frames}"

    def _table(self) -> str:
        model = self._snapshot.model
        if model is not None:
            text = translate("Export", "A table of the examples: {rows} rows, every digit.")
            return text.format(rows=format_count(model.n))
        text = translate("Export", "A table of the curves: {rows} rows, every digit.")
        return text.format(rows=format_count(len(self._snapshot.curves.pi)))

    def _in_print(self) -> str:
        options = self.fields.options
        letters = translate("Export", "Letters of {points} pt").format(
            points=f"{letter_points(options, self._canvas_width()):.1f}"
        )
        width, height = options.pixels
        pixels = translate("Export", "{width} × {height} pixels").format(width=width, height=height)
        return letters if self.fields.ending in (".svg", ".pdf") else f"{pixels}, {letters}"

    def _canvas_width(self) -> float:
        return figure_for(self.fields.options, self._snapshot).canvas.width

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.setWindowTitle(translate("Export", "Export a figure"))
        for button, text in (
            (self.copy, translate("Export", "Copy picture")),
            (self.save, translate("Export", "Save…")),
            (self.close_, translate("Export", "Close")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
        self._hint.setText(translate("Export", "Drag the picture into another program."))
        self.preview.setAccessibleName(translate("Export", "preview of the figure"))
        self.preview.setToolTip(self._hint.text())
        self.fields.retranslate()
        self._fit()
        self._show()


def suggested_name(folder: Path, ending: str, stem: str = "bernoulli-lab") -> Path:
    """A name that is not taken yet."""
    path = folder / f"{stem}{ending}"
    for number in range(2, 1000):
        # A folder that may not be looked into is the system's dialog's business.
        if not os.path.exists(path):  # noqa: PTH110 - Path.exists raises there
            break
        path = folder / f"{stem}-{number}{ending}"
    return path
