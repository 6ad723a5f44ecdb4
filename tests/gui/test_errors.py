"""An exception that nobody caught: it is shown, the work is kept, the program goes on."""

# ruff: noqa: ARG001 - a fixture is asked for by its name, whether or not it is used

import sys
import threading
from pathlib import Path

import pytest
from PyQt5.QtWidgets import QApplication, QPushButton

from core import VERSION
from core.file_errors import FileError
from core.npy_file import NpyValueError
from core.parsing import CountsError, ProbabilityError, SequenceError
from core.session_file import SessionError
from core.table_columns import CellError
from core.tables import ColumnError
from gui import errors, i18n
from gui.safe_file import WriteError
from gui.wording import explain
from tests.helpers import HANGUL, find, settle

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")


def dialogs():
    return [w for w in QApplication.topLevelWidgets() if w.objectName() == "errorDialog"]


@pytest.fixture
def installed(hooks_restored, no_widgets_left):
    """The program's own hook, for the length of a test."""
    errors.install()
    yield
    for dialog in dialogs():
        dialog.close()
    settle()


def fail(message="the reason"):
    raise ZeroDivisionError(message)


def raise_in_a_slot(widget):
    """What PyQt does with an exception in a slot: it calls the hook."""
    button = QPushButton(widget)
    button.clicked.connect(lambda _checked: fail())
    button.click()
    button.deleteLater()
    settle()


def test_an_exception_in_a_slot_shows_one_dialog_with_the_details(window, installed, capsys):
    raise_in_a_slot(window)
    (dialog,) = dialogs()
    assert dialog.isVisible()
    assert "ZeroDivisionError: the reason" in dialog.detailedText()
    assert VERSION in dialog.detailedText()
    assert "test_errors.py" in dialog.detailedText()
    assert "unexpected ZeroDivisionError: the reason" in capsys.readouterr().err


def test_the_details_can_be_copied_and_the_dialog_stays(window, installed, capsys):
    raise_in_a_slot(window)
    (dialog,) = dialogs()
    QApplication.clipboard().clear()
    (copy,) = (button for button in dialog.buttons() if button.text() == "Copy the details")
    copy.click()
    settle()
    assert QApplication.clipboard().text() == dialog.detailedText()
    assert dialog.isVisible()


def test_qt_hears_when_a_button_of_the_dialog_is_gone(window, installed, capsys):
    raise_in_a_slot(window)
    (copy,) = (button for button in dialogs()[0].buttons() if "Copy" in button.text())
    other = QPushButton(window)
    other.show()
    settle()
    # The style keeps a list of all that it has styled. What is not taken off that list when it is
    # deleted crashes the program at the next change of theme.
    heard = [button.receivers(button.destroyed) for button in (copy, other)]
    other.deleteLater()
    assert heard[0] >= heard[1] > 0


def test_the_work_is_kept_and_undo_still_works(window, installed, capsys):
    window.session.set_pi(0.25)
    state = window.session.state
    raise_in_a_slot(window)
    assert window.session.state is state
    dialogs()[0].close()
    settle()
    window.session.undo()
    assert window.session.state.pi == 0.5
    assert find(window, "undoButton").isEnabled() is False


def test_one_dialog_at_a_time_and_another_after_it_was_closed(window, installed, capsys, qtbot):
    for _ in range(3):
        raise_in_a_slot(window)
    assert len(dialogs()) == 1
    dialogs()[0].close()
    qtbot.waitUntil(lambda: dialogs() == [])
    raise_in_a_slot(window)
    assert len(dialogs()) == 1


def test_an_exception_in_a_view_keeps_the_session_whole(window, installed, capsys, monkeypatch):
    monkeypatch.setattr(window.pi_bar, "render_snapshot", lambda _snapshot: fail())
    find(window, "goToMleButton").click()
    settle()
    assert len(dialogs()) == 1
    monkeypatch.undo()
    assert window.session.state.pi == window.session.snapshot.pi == 0.7
    window.session.undo()
    assert window.session.state.pi == 0.5


def test_an_exception_in_a_thread_is_shown_too(window, installed, capsys, qtbot):
    thread = threading.Thread(target=fail, args=("in a thread",))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    assert "in a thread" in dialogs()[0].detailedText()


def test_ctrl_c_in_the_terminal_ends_the_program_and_shows_nothing(window, installed, monkeypatch):
    quits = []
    monkeypatch.setattr(errors.QApplication, "quit", lambda: quits.append(1))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    settle()
    assert quits == [1]
    assert dialogs() == []


def test_the_program_installs_the_hook_after_pyqtgraph_s(start):
    before = sys.excepthook
    heard = []
    original = errors.install
    try:
        errors.install = lambda: (original(), heard.append(sys.excepthook))
        start("101")
    finally:
        errors.install = original
    assert heard[0] is not before
    assert heard[0].__module__ == "gui.errors"


def test_the_dialog_speaks_the_language_of_the_window(window, installed, capsys):
    i18n.set_language("ko")
    raise_in_a_slot(window)
    (dialog,) = dialogs()
    assert HANGUL.search(dialog.text())
    assert HANGUL.search(dialog.informativeText())


def test_without_a_window_mistakes_are_gathered(hooks_restored):
    before = sys.excepthook
    with errors.collected() as found:
        sys.excepthook(ValueError, ValueError("x"), None)
        sys.excepthook(TypeError, TypeError("y"), None)
    assert found == ["ValueError: x", "TypeError: y"]
    assert sys.excepthook is before


# What the core's errors say ------------------------------------------------------------------


@pytest.mark.usefixtures("look_of_the_start")
@pytest.mark.parametrize("code", ["en", "ko"])
@pytest.mark.parametrize(
    ("error", "parts"),
    [
        (SequenceError(1, 3, "a", 1), ["3", "a", "0", "1"]),
        (SequenceError(4, 2, "xyz", 1234), ["4", "2", "xyz", "1,234"]),
        (ProbabilityError("1.2", "range"), ["1.2", "0", "1"]),
        (ProbabilityError("much too long a text", "form"), ["much too"]),
        *(
            (FileError("data.txt", reason), ["data.txt"])
            for reason in (
                "missing",
                "directory",
                "permission",
                "unreadable",
                "empty",
                "encoding",
                "session",
                "table",
                "npy_damaged",
                "npy_truncated",
            )
        ),
        (FileError("data.txt", "not_regular", "device"), ["data.txt"]),
        (FileError("data.txt", "too_large", "4 GiB"), ["data.txt", "4 GiB"]),
        (FileError("data.txt", "too_many", "1000000000"), ["data.txt", "1,000,000,000"]),
        (FileError("a.npy", "npy_type", "float64"), ["a.npy", "float64"]),
        (FileError("a.npy", "npy_shape", "(3, 4)"), ["a.npy", "(3, 4)"]),
        (SequenceError(1, 2, "\x01", 1), ["2", "\\x01"]),
        (SequenceError(2, 3, "x", 5, None, ("H", "T")), ["2", "3", "x", "5", "“T”", "“H”"]),
        (CountsError("3/2", "order"), ["k ≤ n"]),
        (CountsError("x", "form"), ["10¹⁵"]),
        (CountsError("1/10000000000000000", "range"), ["10¹⁵"]),
        (CellError(5, 2, "won", "maybe", 1, "a.csv"), ["5", "2", "won", "maybe", "0", "1"]),
        (CellError(5, 2, "", "", 7, "a.csv", ("H", "T")), ["5", "2", "7", "H", "T"]),
        (ColumnError("a.csv", "x", "unknown", ("a", "")), ["x", "a, 2"]),
        (ColumnError("a.csv", "x", "ambiguous", ("x", "x")), ["x, x"]),
        (ColumnError("a.npy", 3, "no_table", ()), ["3"]),
        (NpyValueError("a.npy", 1234, 9, 5), ["1,234", "9", "5"]),
        (SessionError("not_json", (3, 4)), ["3", "4", "JSON"]),
        (SessionError("newer", version=2), ["2"]),
        (SessionError("field", field="pi", found="1.5"), ["pi"]),
        (SessionError("field", field="pi", found="missing"), ["pi"]),
        (SessionError("field", field="pi", found="given twice"), ["pi"]),
        *((SessionError(one), []) for one in ("empty", "truncated", "not_session", "size")),
        (SessionError("damaged", field="k"), []),
        *(
            (WriteError(Path("/a/b.json"), reason, "Something odd"), ["/a"])
            for reason in ("folder", "no_folder", "special", "permission", "full", "other")
        ),
    ],
    ids=repr,
)
def test_each_error_of_the_core_has_words_that_name_the_place(error, parts, code):
    i18n.set_language(code)
    said = explain(error)
    assert "\n" not in said
    assert "{" not in said
    for part in parts:
        assert part in said
    assert bool(HANGUL.search(said)) is (code == "ko")
