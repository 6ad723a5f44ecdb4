"""Figures without a window: what the command line needs of Qt, and no more."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PyQt5.QtGui import QGuiApplication

from core.snapshot import evaluate
from gui import fonts
from gui.figures.writing import figure_bytes, write_all

if TYPE_CHECKING:
    from core.progress import Progress
    from gui.command_line import Options


def application() -> QGuiApplication:
    """An application that can paint, with the bundled fonts."""
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication):
        app = QGuiApplication(sys.argv[:1])
        fonts.load()
    return app


def export_figures(options: Options, progress: Progress) -> None:
    """Write the figures that the options order.

    Raises:
        gui.figures.writing.ExportError: a file could not be written.
    """
    order = options.export
    assert order is not None  # noqa: S101 - the caller's contract
    _app = application()
    snapshot = evaluate(options.state)
    count = len(order.paths)

    def make(path: Path) -> bytes:
        done = order.paths.index(path)
        return figure_bytes(
            path,
            order.figure,
            order.motion,
            snapshot,
            lambda share: progress((done + share) / count),
            order.data,
        )

    write_all(order, make)
