"""Figures without a window: what the command line needs of Qt, and no more."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PyQt5.QtGui import QGuiApplication

from core.snapshot import evaluate
from gui import fonts
from gui.figures.writing import figure_bytes, write_all

if TYPE_CHECKING:
    from core.progress import Progress
    from core.snapshot import Snapshot
    from gui.command_line import Options


def application() -> QGuiApplication:
    """An application that can paint, with the bundled fonts."""
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication):
        app = QGuiApplication(sys.argv[:1])
        fonts.load()
    return app


def _snapshot(options: Options) -> Snapshot:
    """What is to be shown, with all its numbers."""
    snapshot = evaluate(options.shown_state)
    model = snapshot.model
    if model is None or model.fit is not None:
        return snapshot
    # A window is shown before the fit of many examples is known; a figure waits for it.
    from core import logistic

    data = model.state.data
    return replace(snapshot, model=model.with_fit(logistic.fit(data.x, data.y)))


def export_figures(options: Options, progress: Progress) -> None:
    """Write the figures that the options order.

    Raises:
        gui.figures.writing.ExportError: a file could not be written.
    """
    order = options.export
    assert order is not None  # noqa: S101 - the caller's contract
    _app = application()
    snapshot = _snapshot(options)
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
