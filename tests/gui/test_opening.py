"""Files of every kind, through the window: what is asked, what is said, and what is left alone."""

import codecs
import os
import threading

import numpy as np
import pytest
from PyQt5.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PyQt5.QtGui import QDragEnterEvent, QDropEvent
from PyQt5.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QTableWidget

from core import files
from core.observations import Observations, random_observations
from gui import opening
from gui.data_actions import DataActions
from tests.helpers import HANGUL, find, painted_texts, press, release, settle

START = "1011011101"
PEOPLE = "name,age,won\nAnn,31,1\nBob,25,0\nEve,40,1\n"
MATRIX = "1,0,1\n0,0,1\n"


def state(window):
    return window.session.state


def text(window):
    return state(window).observations.text()


def message(window):
    label = find(window, "observationMessage")
    return label.text() if label.isVisible() else ""


def source(window):
    return find(window, "sourceLabel").text()


def questions(window):
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


@pytest.fixture
def file(tmp_path):
    def file(name, content):
        path = tmp_path / name
        if isinstance(content, np.ndarray):
            np.save(path, content)
        else:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return file


def chosen(window, _path):
    """Choose a file as a user does, in the system's dialog."""
    find(window, "openButton").click()
    settle()


def dropped(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop(window, data)


def drop(window, data):
    keys = (Qt.CopyAction, data, Qt.LeftButton, Qt.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), *keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPoint(5, 5), *keys))
    settle()


@pytest.fixture(params=[chosen, dropped], ids=["chosen", "dropped"])
def open_file(request, window, monkeypatch):
    def open_file(path):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
        request.param(window, path)

    return open_file


@pytest.fixture
def opened(window, monkeypatch):
    """Open a file the quickest way: by the dialog."""

    def opened(path):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
        chosen(window, path)

    return opened


@pytest.fixture
def in_dialog():
    """Do something with the dialog that comes next; what it is called is noted."""
    timers = []

    def in_dialog(do):
        seen, timer = [], QTimer()
        timers.append(timer)

        def act():
            dialog = QApplication.activeModalWidget()
            if dialog is not None:
                timer.stop()
                seen.append(dialog.objectName())
                do(dialog)

        timer.timeout.connect(act)
        timer.start(2)
        return seen

    yield in_dialog
    for timer in timers:
        timer.stop()


# What is read ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("unix.txt", b"1 0 1\n1 1 0\n"),
        ("windows.txt", b"1 0 1\r\n1 1 0\r\n"),
        ("mac.txt", b"1 0 1\r1 1 0\r"),
        ("bom.txt", codecs.BOM_UTF8 + b"101110"),
        ("utf16.txt", "101\r\n110".encode("utf-16")),
        ("utf16be.txt", codecs.BOM_UTF16_BE + "101\r\n110".encode("utf-16-be")),
        ("cp949.txt", "１０１\u3000１１０".encode("cp949")),
        ("no ending", b"101110"),
        ("한글 <b> & more.dat", b"1,0,1;1\t1 0"),
        ("one.csv", b"won\n1\n0\n1\n1\n1\n0\n"),
        ("one without a name.csv", b"1\r\n0\r\n1\r\n1\r\n1\r\n0\r\n"),
        ("line.csv", b"1,0,1,1,1,0"),
        ("tabs.tsv", b"1\t0\t1\t1\t1\t0\n"),
        ("bool.npy", np.array([1, 0, 1, 1, 1, 0], bool)),
        ("int.npy", np.array([1, 0, 1, 1, 1, 0], ">i8")),
        ("column.npy", np.array([[1], [0], [1], [1], [1], [0]], np.uint8)),
    ],
)
def test_a_file_is_read_named_and_is_one_step(window, open_file, file, name, content, tmp_path):
    open_file(file(name, content))
    assert text(window) == "101110"
    assert source(window) == name
    assert message(window) == ""
    assert window.session.undo_stack.count() == 1
    assert window.settings.folder == str(tmp_path)
    window.session.undo()
    settle()
    assert text(window) == START
    assert source(window) == ""


def test_a_file_keeps_pi_and_forgets_the_true_one(window, opened, file):
    window.session.set_observations(Observations([1, 0]), "random:2:0.5:1", true_pi=0.5)
    window.session.set_pi(0.3)
    opened(file("a.txt", "101"))
    assert (state(window).pi, state(window).true_pi) == (0.3, None)


def test_a_file_ends_a_sweep_and_a_drag(window, open_file, file):
    tiles = find(window, "observationTiles")
    window.explore.toggle_sweep()
    open_file(file("a.txt", "101"))
    assert not window.sweep.running
    place = tiles.tile_rect(0).center()
    press(tiles, place.x(), place.y())
    open_file(file("b.txt", "111"))
    release(tiles, place.x(), place.y())
    assert text(window) == "111"
    window.session.undo()
    assert text(window) == "001"


# Tables ------------------------------------------------------------------------------------------


def test_a_table_asks_for_its_column_and_the_keyboard_answers(
    window, open_file, file, qtbot, in_dialog
):
    def answer(dialog):
        qtbot.keyClick(find(dialog, "columnChoice"), Qt.Key_Return)

    seen = in_dialog(answer)
    open_file(file("people.csv", PEOPLE))
    assert seen == ["columnDialog"]
    assert text(window) == "101"
    assert source(window) == "people.csv"
    assert window.session.undo_stack.count() == 1


def test_a_click_on_a_column_answers_too(window, opened, file, qtbot, in_dialog):
    def answer(dialog):
        table = find(dialog, "columnPreview", QTableWidget)
        place = table.visualItemRect(table.item(0, 0)).center()
        qtbot.mouseClick(table.viewport(), Qt.LeftButton, pos=place)
        dialog.accept()

    in_dialog(answer)
    opened(file("two.tsv", "a\tb\n0\t1\n0\t1\n"))
    assert text(window) == "00"


def test_all_cells_can_be_chosen(window, opened, file, in_dialog):
    def answer(dialog):
        dialog.choice.setCurrentIndex(dialog.choice.count() - 1)
        dialog.accept()

    in_dialog(answer)
    opened(file("matrix.csv", MATRIX))
    assert text(window) == "101001"


def test_no_column_changes_nothing(window, open_file, file, in_dialog):
    in_dialog(QDialog.reject)
    open_file(file("people.csv", PEOPLE))
    assert text(window) == START
    assert message(window) == ""
    assert window.session.undo_stack.count() == 0


def test_a_column_that_is_none_is_refused_with_its_place(window, opened, file, in_dialog):
    def answer(dialog):
        dialog.choice.setCurrentIndex(1)
        dialog.accept()

    in_dialog(answer)
    opened(file("people.csv", PEOPLE))
    assert text(window) == START
    for part in ("people.csv", "Line 2", "2 “age”", "“31”"):
        assert part in message(window)


def test_a_column_of_words_asks_what_a_one_is(window, opened, file, in_dialog):
    in_dialog(lambda dialog: dialog.accept())
    opened(file("answers.csv", "id,won\n1x,yes\n2x,no\n3x,yes\n"))
    (box,) = questions(window)
    box.defaultButton().click()
    assert text(window) == "101"


def test_the_command_line_asks_for_the_column_of_a_table(start, file, qtbot, in_dialog):
    seen = in_dialog(lambda dialog: dialog.accept())
    path = file("people.csv", PEOPLE)
    window = start(str(path), "--lang", "en")
    qtbot.waitUntil(lambda: bool(seen))
    settle()
    assert text(window) == "101"


# Words -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("button", "wanted"), [(0, "10010"), (1, "01101"), (2, START)])
def test_words_ask_what_a_one_is(window, open_file, file, button, wanted):
    open_file(file("coin.txt", "H T T\nH T\n"))
    (box,) = questions(window)
    assert text(window) == START
    for part in ("“H” 2 ", "“T” 3 "):
        assert part in box.text()
    buttons = box.buttons()
    labels = [one.text() for one in buttons]
    order = ["“H” → 1, “T” → 0", "“T” → 1, “H” → 0", "Cancel"]
    assert sorted(labels) == sorted(order)
    buttons[labels.index(order[button])].click()
    settle()
    assert text(window) == wanted
    assert window.session.undo_stack.count() == (0 if button == 2 else 1)
    assert source(window) == ("" if button == 2 else "coin.txt")
    assert questions(window) == []


@pytest.mark.parametrize(("key", "wanted"), [(Qt.Key_Return, "10"), (Qt.Key_Escape, START)])
def test_the_question_is_answered_by_the_keyboard(window, opened, file, qtbot, key, wanted):
    opened(file("coin.txt", "앞 뒤"))
    (box,) = questions(window)
    qtbot.keyClick(box, key)
    settle()
    assert text(window) == wanted


def test_a_window_that_closes_takes_its_question_along(start, file):
    window = start("--lang", "en")
    window.opening.open_path(file("coin.txt", "H T"))
    assert questions(window)
    window.close()
    settle()
    assert text(window) == START


def test_what_happens_while_it_asks_is_kept(window, opened, file):
    opened(file("coin.txt", "H T"))
    window.session.set_pi(0.25)
    (box,) = questions(window)
    box.defaultButton().click()
    assert (text(window), state(window).pi) == ("10", 0.25)
    assert window.session.undo_stack.count() == 2


# What is refused ---------------------------------------------------------------------------------


def npy_of(array, cut=None):
    import io

    buffer = io.BytesIO()
    np.save(buffer, array)
    return buffer.getvalue()[:cut]


BAD = {
    "empty.txt": (b"", []),
    "blank.txt": (b" \r\n \n", []),
    "letter.txt": (b"10\n1a\n0b", ["2", "“a”"]),
    "later.txt": (b"1\n" * 5000 + b"7", ["5,001", "1", "“7”"]),
    "number.txt": (b"0.5 1 0", ["1", "“0.5”"]),
    "words.txt": (b"H T X", ["5", "“X”"]),
    "mixed.txt": ("앞 뒤 성공".encode(), ["5", "성공"]),
    "binary.dat": (b"\xff\xfe\x00\x01", []),
    "cell.csv": (b"won\n1\n0\nmaybe\n?\n", ["4", "won", "“maybe”", "2"]),
    "gap.csv": (b"won\n1\n \n0\n,\n1\n", []),
    "two.npy": (npy_of(np.array([0, 1, 2, 3])), ["3", "2"]),
    "float.npy": (npy_of(np.array([0.5, 1.0])), ["float64"]),
    "matrix.npy": (npy_of(np.zeros((2, 3), int)), ["(2, 3)"]),
    "short.npy": (npy_of(np.zeros(100, int), cut=200), []),
    "damaged.npy": (b"\x93NUMPY\x01\x00\xff\xff{", []),
    "none.npy": (npy_of(np.zeros(0, int)), []),
}


@pytest.mark.parametrize("code", ["en", "ko"])
@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_changes_nothing_and_says_where_and_what(start, file, name, code):
    window = start("--lang", code)
    content, parts = BAD[name]
    window.opening.open_path(file(name, content))
    settle()
    said = message(window)
    assert said.startswith(f"{name}: ")
    assert "{" not in said.replace(name, "")
    for word in ("성공", "앞", "뒤"):
        said = said.replace(f"“{word}”", "")
    assert bool(HANGUL.search(said)) is (code == "ko")
    said = message(window)
    for part in parts:
        assert part in said
    assert text(window) == START
    assert window.session.undo_stack.count() == 0
    assert window.settings.folder == ""


@pytest.mark.parametrize("code", ["en", "ko"])
@pytest.mark.parametrize("name", ["missing.txt", "folder", "device", "a" * 300, "nul\0"])
def test_what_is_no_file_is_said_to_be_none(start, tmp_path, name, code):
    window = start("--lang", code)
    (tmp_path / "folder").mkdir()
    path = tmp_path / name
    if name == "device":
        import socket

        os.chdir(tmp_path)
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("device")
        os.chdir("/")
    window.opening.open_path(path)
    settle()
    assert message(window).startswith(f"{name}: ")
    assert bool(HANGUL.search(message(window))) is (code == "ko")
    assert text(window) == START


def test_a_mistake_among_words_names_the_words_that_are_allowed(window, file):
    window.opening.open_path(file("words.txt", "H T X"))
    assert "“H”" in message(window)
    assert "“T”" in message(window)
    assert "neither 0 nor 1" not in message(window)


def test_a_file_with_too_many_is_refused(window, file, monkeypatch):
    monkeypatch.setattr("core.observations.MAX_SEQUENCE", 100)
    window.opening.open_path(file("many.txt", "01" * 51))
    assert "more than 100 observations" in message(window)
    window.opening.open_path(file("many.npy", npy_of(np.zeros(101, bool))))
    assert message(window).startswith("many.npy")
    assert text(window) == START


def test_a_message_follows_the_language_and_goes_with_the_next_good_file(window, file):
    window.opening.open_path(file("a.txt", "1x"))
    find(window, "languageButton").click()
    settle()
    assert message(window).startswith("a.txt: ")
    assert HANGUL.search(message(window))
    window.opening.open_path(file("a.txt", "10"))
    assert message(window) == ""


def test_a_message_beside_a_long_sequence_outlives_the_language(window, file):
    window.session.set_observations(Observations([1] * 9000))
    window.opening.open_path(file("a.txt", "1x"))
    assert message(window)
    find(window, "languageButton").click()
    settle()
    assert HANGUL.search(message(window))


@pytest.mark.parametrize(("name", "content"), [("a.txt", "1 <b>0</b>"), ("<b> a &amp; b", "x")])
def test_what_stands_in_a_file_and_what_it_is_called_are_no_markup(window, file, name, content):
    window.opening.open_path(file(name, content))
    label = find(window, "observationMessage")
    assert "<b>" in label.text()
    painted = " ".join(one.text for one in painted_texts(label))
    assert "<b>" in painted


# In the background -------------------------------------------------------------------------------


class Slow:
    """Reads files as the core does, but only when it is told to go on."""

    def __init__(self, monkeypatch):
        self.begun, self.gates, self.threads = [], {}, []
        self.read = files.read_file
        monkeypatch.setattr(files, "read_file", self)
        monkeypatch.setattr(opening, "SMALL", -1)

    def __call__(self, path, column, progress):
        self.threads.append(threading.current_thread())
        gate = self.gates.setdefault(path.name, threading.Event())
        progress(0.25)
        self.begun.append(path.name)
        while not gate.wait(0.002):
            progress(0.25)
        return self.read(path, column, progress)

    def go_on(self, name):
        self.gates[name].set()


@pytest.fixture
def slow(monkeypatch, window, qtbot):
    slow = Slow(monkeypatch)
    window.work._patience.setInterval(1)

    def begin(path):
        window.opening.open_path(path)
        qtbot.waitUntil(lambda: path.name in slow.begun)

    slow.begin = begin
    yield slow
    for gate in slow.gates.values():
        gate.set()
    window.work.close()
    for thread in slow.threads:
        thread.join(10)


def notice(window, qtbot):
    qtbot.waitUntil(lambda: bool(window.notices.shown))
    return window.notices.shown[-1]


def test_a_large_file_is_read_beside_the_window_which_stays_alive(window, slow, file, qtbot):
    slow.begin(file("big.txt", "0110"))
    assert slow.threads != [threading.main_thread()]
    shown = notice(window, qtbot)
    assert shown.label.text() == "Reading “big.txt”…"
    qtbot.waitUntil(lambda: shown.bar.value() == 250)
    window.session.set_pi(0.2)
    find(window, "observationTiles").setFocus()
    qtbot.keyClick(find(window, "observationTiles"), Qt.Key_0)
    find(window, "themeButton").click()
    find(window, "languageButton").click()
    settle()
    assert text(window) == "0" + START
    assert HANGUL.search(shown.label.text())
    slow.go_on("big.txt")
    qtbot.waitUntil(lambda: text(window) == "0110")
    assert state(window).pi == 0.2
    assert window.notices.shown == []
    assert source(window) == "big.txt"
    for wanted in ("0" + START, START):
        window.session.undo()
        assert text(window) == wanted
    assert state(window).pi == 0.2


def test_cancel_leaves_what_was_there(window, slow, file, qtbot):
    before = state(window)
    slow.begin(file("big.txt", "0110"))
    (button,) = notice(window, qtbot).buttons
    button.click()
    slow.go_on("big.txt")
    slow.threads[0].join(10)
    qtbot.wait(5)
    assert state(window) is before
    assert window.notices.shown == []
    assert message(window) == ""
    assert window.session.undo_stack.count() == 0


@pytest.mark.parametrize("order", [("a.txt", "b.txt"), ("b.txt", "a.txt")])
def test_a_second_file_takes_the_place_of_the_first(window, slow, file, qtbot, order):
    slow.begin(file("a.txt", "01"))
    slow.begin(file("b.txt", "0110"))
    for name in order:
        slow.go_on(name)
    qtbot.waitUntil(lambda: text(window) == "0110")
    qtbot.wait(5)
    assert text(window) == "0110"
    assert window.session.undo_stack.count() == 1
    assert window.notices.shown == []


def test_a_large_bad_file_says_so_when_it_is_read(window, slow, file, qtbot):
    slow.begin(file("bad.txt", "01\n0x"))
    slow.go_on("bad.txt")
    qtbot.waitUntil(lambda: bool(message(window)))
    assert message(window).startswith("bad.txt: Line 2, position 2: “x”")
    assert window.notices.shown == []


def test_a_large_table_asks_for_its_column_and_is_read_on(window, slow, file, qtbot, in_dialog):
    path = file("people.csv", PEOPLE)
    slow.begin(path)
    asked = in_dialog(QDialog.accept)
    slow.go_on("people.csv")
    qtbot.waitUntil(lambda: text(window) == "101")
    assert asked == ["columnDialog"]


def test_a_large_file_of_words_asks_when_it_is_read(window, slow, file, qtbot):
    slow.begin(file("coin.txt", "H T T"))
    slow.go_on("coin.txt")
    qtbot.waitUntil(lambda: bool(questions(window)))
    questions(window)[0].defaultButton().click()
    assert text(window) == "100"


def test_a_load_that_ends_during_a_drag_ends_the_drag(window, slow, file, qtbot):
    tiles = find(window, "observationTiles")
    slow.begin(file("big.txt", "0110"))
    place = tiles.tile_rect(0).center()
    press(tiles, place.x(), place.y())
    slow.go_on("big.txt")
    qtbot.waitUntil(lambda: text(window) == "0110")
    release(tiles, place.x(), place.y())
    assert text(window) == "0110"
    window.session.undo()
    assert text(window) == "0" + START[1:]
    window.session.undo()
    assert text(window) == START


def test_everything_may_be_deleted_while_a_file_is_read(window, slow, file, qtbot):
    tiles = find(window, "observationTiles")
    slow.begin(file("big.txt", "0110"))
    tiles.select_all()
    tiles.delete_selected()
    assert window.session.snapshot.n == 0
    slow.go_on("big.txt")
    qtbot.waitUntil(lambda: window.session.snapshot.n == 4)
    window.session.undo()
    assert window.session.snapshot.n == 0


@pytest.mark.parametrize("later", ["example", "small draw"])
def test_data_that_are_chosen_while_a_file_is_read_are_kept(window, slow, file, qtbot, later):
    slow.begin(file("big.txt", "0110"))
    assert isinstance(window.data, DataActions)
    wanted = random_observations(33, 0.5, 1)
    if later == "example":
        window.data.take(wanted, "example:none")
    else:
        window.data.take(wanted, "random:33:0.5:1", 0.5)
    slow.go_on("big.txt")
    slow.threads[0].join(10)
    qtbot.wait(5)
    assert state(window).observations == wanted


def test_a_new_session_is_not_filled_by_a_load_from_before(window, slow, file, qtbot):
    slow.begin(file("big.txt", "0110"))
    window.keeper.new()
    slow.go_on("big.txt")
    slow.threads[0].join(10)
    qtbot.wait(5)
    assert text(window) == START
    assert window.session.undo_stack.count() == 0


def test_a_window_that_closes_during_a_load_waits_for_its_thread(start, monkeypatch, file, qtbot):
    window = start("--lang", "en")
    slow = Slow(monkeypatch)
    window.opening.open_path(file("big.txt", "0110"))
    qtbot.waitUntil(lambda: slow.begun == ["big.txt"])
    window.close()
    assert not window.isVisible()
    assert not slow.threads[0].is_alive()
    qtbot.wait(5)
    assert text(window) == START


def test_a_real_file_of_some_size_is_read_in_the_background(window, file, monkeypatch, qtbot):
    monkeypatch.setattr(opening, "SMALL", 1000)
    wanted = random_observations(300_000, 0.3, 1)
    window.opening.open_path(file("some.txt", wanted.text()))
    assert window.work.running
    qtbot.waitUntil(lambda: not window.work.running)
    assert state(window).observations == wanted
    settle()
    assert find(window, "goToButton").isVisible()


def test_a_pipe_is_not_waited_for_by_the_window(window, tmp_path, monkeypatch):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    asked = []
    monkeypatch.setattr(window.work, "run", lambda *_args, small: asked.append(small))
    window.opening.open_path(pipe)
    assert asked == [False]


def test_a_tile_toggled_during_a_long_shuffle_stays_toggled(window, monkeypatch, qtbot):
    monkeypatch.setattr("gui.data_actions.SMALL", 5)
    gate, shuffle = threading.Event(), Observations.shuffle

    def slow(self, seed, progress):
        gate.wait(10)
        return shuffle(self, seed, progress)

    monkeypatch.setattr(Observations, "shuffle", slow)
    find(window, "shuffleButton").click()
    window.session.set_observations(Observations([0] * 10))
    gate.set()
    qtbot.waitUntil(lambda: not window.work.running)
    assert state(window).observations.k == 0


# Dropped on a part of the window -----------------------------------------------------------------


def test_a_file_dropped_on_the_field_is_opened(window, file):
    field = find(window, "observationText")
    data = QMimeData()
    path = file("a.txt", "0110")
    # As file managers have it: the name as text, too.
    data.setUrls([QUrl.fromLocalFile(str(path))])
    data.setText(str(path))
    place = field.mapTo(window, field.rect().center())
    keys = (Qt.CopyAction, data, Qt.LeftButton, Qt.NoModifier)
    handle = window.windowHandle()
    QApplication.sendEvent(handle, QDragEnterEvent(place, *keys))
    QApplication.sendEvent(handle, QDropEvent(place, *keys))
    settle()
    assert text(window) == "0110"
    assert field.text() == "0110"


def test_text_dropped_on_the_window_takes_the_place_of_all(window):
    data = QMimeData()
    data.setText("1 1 0")
    drop(window, data)
    assert text(window) == "110"


def test_words_dropped_on_the_window_ask(window):
    data = QMimeData()
    data.setText("heads tails")
    drop(window, data)
    (box,) = questions(window)
    box.defaultButton().click()
    assert text(window) == "10"
