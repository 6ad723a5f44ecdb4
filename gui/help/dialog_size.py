"""How large a dialog of much text opens."""

from __future__ import annotations

from PyQt5.QtCore import QSize
from PyQt5.QtGui import QGuiApplication
from PyQt5.QtWidgets import QDialog

from gui.theme import look


def fitting(dialog: QDialog, width: int, height: int) -> QSize:
    """The design's size, or as much of it as the screen of its window has."""
    size = QSize(look().px(width), look().px(height))
    parent = dialog.parentWidget()
    window = parent.window() if parent is not None else None
    handle = window.windowHandle() if window is not None else None
    screen = handle.screen() if handle is not None else QGuiApplication.primaryScreen()
    if screen is None:
        return size
    free = screen.availableSize()
    return size.boundedTo(QSize(round(0.94 * free.width()), round(0.9 * free.height())))
