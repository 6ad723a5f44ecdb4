"""What every test stands on: no screen, no settings but its own, and nothing left behind."""

# ruff: noqa: ARG001 - a fixture is asked for by its name, whether or not it is used

import contextlib
import gc
import os
import sys
import threading

# Before anything makes a QApplication: pictures are the same on every machine.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_FONT_DPI"] = "96"
os.environ.pop("QT_SCALE_FACTOR", None)

import pytest
from PyQt5 import sip
from PyQt5.QtCore import QCoreApplication, QEvent, QSettings, QTimer
from PyQt5.QtWidgets import QApplication

from tests.helpers import settle


@pytest.fixture(autouse=True)
def _own_settings(tmp_path_factory, monkeypatch):
    """No test reads or writes the settings and the autosaves of whoever runs it."""
    folder = str(tmp_path_factory.mktemp("settings"))
    monkeypatch.setenv("XDG_CONFIG_HOME", folder)
    monkeypatch.setenv("XDG_DATA_HOME", folder)
    QSettings.setPath(QSettings.IniFormat, QSettings.UserScope, folder)


@pytest.fixture(autouse=True)
def _no_stray_log_records(caplog):
    """A log record that a test did not expect fails it; one that did clears `caplog`."""
    yield
    records = [
        f"{record.name}: {record.getMessage()}"
        for when in ("setup", "call")
        for record in caplog.get_records(when)
    ]
    assert not records, f"stray log records: {records}"


@pytest.fixture(autouse=True)
def _no_threads_left():
    before = set(threading.enumerate())
    yield
    left = [thread.name for thread in set(threading.enumerate()) - before if thread.is_alive()]
    assert not left, f"threads still running: {left}"


@pytest.fixture(scope="session")
def qapp():
    """The program's own application: its fonts, its style."""
    from gui.app import application

    app = application()
    # Tests of single widgets see a machine that speaks English.
    app.setQuitOnLastWindowClosed(False)
    return app


@pytest.fixture
def look_of_the_start(qapp):
    """Language, theme and scale as a fresh program has them, before and after."""
    from gui import i18n, theme

    def reset():
        i18n.set_language("en")
        theme.set_look(theme=theme.LIGHT, scale=1.0, least_type=0)

    reset()
    yield qapp
    reset()


@pytest.fixture
def hooks_restored():
    """The hooks for uncaught exceptions as they were: pytest's own, which fail a test."""
    kept = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = kept


@pytest.fixture
def no_widgets_left(look_of_the_start):
    """A test that leaves a top-level widget behind fails."""
    before = set(map(id, QApplication.topLevelWidgets()))
    yield
    delete_closed()
    left = [w for w in QApplication.topLevelWidgets() if id(w) not in before]
    names = [f"{type(w).__name__} {w.objectName()!r}" for w in left]
    for widget in left:
        if not sip.isdeleted(widget):
            widget.close()
            widget.deleteLater()
    delete_closed()
    assert not names, f"widgets left behind: {names}"


def delete_closed():
    """Let Qt delete what waits to be deleted."""
    gc.collect(0)
    QCoreApplication.sendPostedEvents(None, QEvent.DeferredDelete)
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.DeferredDelete)


@pytest.fixture
def start(no_widgets_left, hooks_restored, monkeypatch):
    """Start the program as its command line does; every window is closed afterwards."""
    from gui import app
    from gui.settings import Settings

    # Numbers wait for their turn as they do for users, only not as long.
    monkeypatch.setattr("gui.pace.MILLISECONDS", 4)
    # Nobody here is a newcomer: a test of the first hint says otherwise.
    Settings().greeted = True

    windows = []

    def start(*arguments, size="1440x900"):
        hooks = sys.excepthook, threading.excepthook
        if size is not None and "--size" not in arguments:
            arguments = (*arguments, "--size", size)
        _app, window = app.start(list(arguments))
        # An exception in a slot is to fail the test, not to open the program's dialog.
        sys.excepthook, threading.excepthook = hooks
        windows.append(window)
        settle()
        return window

    yield start
    for window in windows:
        if sip.isdeleted(window):
            continue
        window.close()
        clocks = [
            timer.parent().objectName() or type(timer.parent()).__name__
            for timer in window.findChildren(QTimer)
            if timer.isActive() and not timer.isSingleShot()
        ]
        window.deleteLater()
        delete_closed()
        assert not clocks, f"clocks of a closed window still run: {clocks}"


@pytest.fixture
def window(start):
    """The window with the ten observations that the program starts with."""
    return start("--lang", "en", "--theme", "light")


@pytest.fixture
def shown(no_widgets_left):
    """Show one widget for the length of a test."""
    widgets = []

    def shown(widget, width=400, height=None):
        widgets.append(widget)
        widget.resize(width, height or widget.sizeHint().height())
        widget.show()
        settle()
        return widget

    yield shown
    for widget in widgets:
        with contextlib.suppress(RuntimeError):
            widget.close()
            widget.deleteLater()
    delete_closed()
