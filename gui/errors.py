"""The last resort: an exception that nobody caught is shown, and the program goes on."""

from __future__ import annotations

import os
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType

from PyQt5.QtCore import (
    QT_VERSION_STR,
    QMessageLogContext,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    pyqtSignal,
    qInstallMessageHandler,
)
from PyQt5.QtGui import QGuiApplication
from PyQt5.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget

from core import VERSION
from gui.i18n import translate

# Qt says these on machines without a desktop session, the last two before it gives up.
HARMLESS = (
    "XDG_RUNTIME_DIR",
    "propagateSizeHints",
    "could not connect to display",
    "Could not load the Qt platform plugin",
)
NO_PLATFORM = "no Qt platform plugin could be initialized"


def details(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What a developer needs to know of an exception."""
    import platform  # only when it is needed

    versions = (
        f"Bernoulli Lab {VERSION}, Python {platform.python_version()}, "
        f"Qt {QT_VERSION_STR}, {platform.platform()}"
    )
    return versions + "\n\n" + "".join(traceback.format_exception(kind, error, trace))


class ErrorDialog(QMessageBox):
    """Says that something went wrong, that the work is kept, and offers the details to copy."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("errorDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(translate("Errors", "Something went wrong"))
        self.setText(
            translate("Errors", "The program made a mistake and did not do what you asked.")
        )
        self.setInformativeText(
            translate("Errors", "Your observations and π are as they were. You can go on.")
        )
        self.setDetailedText(text)
        self.copy_button = QPushButton(translate("Errors", "Copy the details"))
        self.addButton(self.copy_button, QMessageBox.ButtonRole.ActionRole)
        # A message box closes on each of its buttons; copying is no reason to close.
        self.copy_button.clicked.disconnect()
        self.copy_button.clicked.connect(self._copy)
        self.setDefaultButton(self.addButton(QMessageBox.StandardButton.Close))

    def _copy(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if clipboard is not None:
            clipboard.setText(self.detailedText())


class _Reporter(QObject):
    """Brings an error of any thread to the thread of the window, and shows one at a time."""

    failed = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__()
        self._dialog: ErrorDialog | None = None
        queued = Qt.ConnectionType.QueuedConnection
        self.failed.connect(self._show, queued)  # type: ignore[call-arg] # missing in the stubs

    def _show(self, text: str) -> None:
        if self._dialog is not None:
            return  # a mistake in a frame comes back each frame; one dialog is enough
        self._dialog = ErrorDialog(text, QApplication.activeWindow())
        self._dialog.finished.connect(self._closed)
        self._dialog.open()

    def _closed(self) -> None:
        QTimer.singleShot(0, self._forget)

    def _forget(self) -> None:
        self._dialog = None


def install() -> None:
    """From now on show exceptions that nobody caught.

    Call it after pyqtgraph was imported, which sets a hook of its own.
    """
    reporter = _Reporter()

    def report(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        text = details(kind, error, trace)
        sys.stderr.write(f"Bernoulli Lab: unexpected {kind.__name__}: {error}\n")
        reporter.failed.emit(text)

    sys.excepthook = report
    threading.excepthook = lambda args: report(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )


@contextmanager
def collected() -> Iterator[list[str]]:
    """Gather such exceptions instead, for work without a window."""
    found: list[str] = []
    before = sys.excepthook
    sys.excepthook = lambda kind, error, _trace: found.append(f"{kind.__name__}: {error}")
    try:
        yield found
    finally:
        sys.excepthook = before


def silence_harmless_messages(without_platform: Callable[[], object] | None = None) -> None:
    """Keep Qt's remarks on the machine, which no user can act on, out of the terminal.

    Args:
        without_platform: called before the program ends with status 1 because Qt finds no screen
            that it can use; Qt itself would abort.
    """

    def handle(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
        text = message or ""
        if kind == QtMsgType.QtFatalMsg and NO_PLATFORM in text and without_platform is not None:
            without_platform()
            sys.stderr.flush()
            os._exit(1)
        if not any(remark in text for remark in HARMLESS):
            sys.stderr.write(f"Qt: {text}\n")

    qInstallMessageHandler(handle)
