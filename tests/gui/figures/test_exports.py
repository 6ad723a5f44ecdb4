"""Figures on their way out: files, the clipboard, other windows; and what is said when it fails."""

import shlex
import threading
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from PyQt5.QtCore import QSaveFile, Qt
from PyQt5.QtGui import QGuiApplication, QImage
from PyQt5.QtSvg import QSvgRenderer
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QApplication, QMessageBox

from core.observations import Observations
from gui.command_line import parse
from gui.figures import exports as figure_exports
from gui.figures import frame_feed
from gui.figures.frame_feed import FrameFeed
from gui.figures.moving import pixels_of
from gui.figures.options import ENDINGS, MOVING_ENDINGS, STILL_ENDINGS, FigureOptions, Motion
from gui.figures.png_file import EncodingError, png
from gui.figures.writing import figure_bytes
from tests.helpers import HANGUL, boxes, drag, find, settle

SMALL = FigureOptions(width=160, height=100)
SHORT = Motion(seconds=0.5, fps=10)


@pytest.fixture
def window(start):
    """It closes without a question; a notice of long work comes at once."""
    window = start("--lang", "en", "--theme", "light")
    window._export_work._patience.setInterval(1)
    yield window
    for box in boxes():
        box.reject()
    window._may_close = True


@pytest.fixture
def ask(window):
    """Open the dialog with a small figure."""

    def ask(ending=".png"):
        window.export_figure()
        dialog = window.exports.dialog
        fields = dialog.fields
        choose(fields.format, ending)
        fields.width_.setValue(SMALL.width)
        fields.height_.setValue(SMALL.height)
        fields.seconds.setValue(SHORT.seconds)
        fields.fps.setValue(SHORT.fps)
        settle()
        return dialog

    return ask


@pytest.fixture
def system(monkeypatch):
    """What the system's dialog for a name answers; what it was asked."""

    class System:
        answer = ""
        asked = ()

        def __call__(self, _parent, _title, name, kinds):
            self.asked = (Path(name), kinds)
            return str(self.answer), ""

    made = System()
    monkeypatch.setattr("gui.where_to.QFileDialog.getSaveFileName", made)
    return made


@pytest.fixture
def held(monkeypatch, qtbot):
    """Frames that are not painted until they are let go."""
    monkeypatch.setattr(frame_feed, "PATIENCE", 0.002)
    feeds, begin = [], FrameFeed.start

    def start(feed):
        feeds.append(feed)

    monkeypatch.setattr(FrameFeed, "start", start)

    def let_go():
        for feed in feeds:
            begin(feed)

    yield let_go
    qtbot.waitUntil(lambda: not any(one.name == "job" for one in threading.enumerate()))


def choose(combo, value):
    combo.setCurrentIndex(combo.findData(value))
    settle()


def failure():
    """The one message that is shown, which is then closed: what failed, and why."""
    (box,) = boxes()
    texts = box.text(), box.informativeText()
    assert "[*]" not in box.windowTitle()
    box.accept()
    settle()
    return texts


def said(window):
    settle()
    return [notice.label.text() for notice in window.notices.shown]


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def expected(window, path, options=SMALL, motion=SHORT):
    return figure_bytes(path, options, motion, window.session.snapshot)


def done(window):
    return lambda: not window._export_work.running


# Saving -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_window_and_the_command_line_make_the_same_file(
    window, ask, system, tmp_path, qtbot, ending
):
    path = system.answer = tmp_path / f"figure{ending}"
    window.session.set_pi(0.3217)
    dialog = ask(ending)
    dialog.fields.title_.setText("Ten coins")
    dialog.save.click()
    qtbot.waitUntil(done(window))
    assert path.read_bytes() == expected(window, path, replace(SMALL, title="Ten coins"))
    assert names(tmp_path) == [path.name]
    assert window.exports.dialog is None
    assert said(window) == [f"Saved: {path.name}"]
    assert window.settings.folder == str(tmp_path)
    assert boxes() == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_system_is_asked_for_a_file_of_the_kind_that_is_chosen(
    window, ask, system, tmp_path, ending
):
    window.settings.folder = str(tmp_path)
    (tmp_path / f"bernoulli-lab{ending}").write_bytes(b"")
    dialog = ask(ending)
    dialog.save.click()
    name, kinds = system.asked
    assert name == tmp_path / f"bernoulli-lab-2{ending}"
    assert kinds == f"{dialog.fields.format.currentText()} (*{ending})"
    # Nothing was chosen: the dialog is still there, and nothing was written.
    assert window.exports.dialog is dialog
    assert names(tmp_path) == [f"bernoulli-lab{ending}"]
    assert said(window) == []


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("mine", "mine.png"),
        ("mine.svg", "mine.svg.png"),
        ("v1.2", "v1.2.png"),
        ("mine.PNG", "mine.PNG"),
        (".png", ".png.png"),
        ("한글", "한글.png"),
    ],
)
def test_a_name_without_the_ending_gets_it(ask, system, tmp_path, given, written):
    system.answer = tmp_path / given
    ask().save.click()
    assert names(tmp_path) == [written]
    assert not QImage(str(tmp_path / written)).isNull()


@pytest.mark.parametrize("yes", [True, False])
@pytest.mark.parametrize("code", ["en", "ko"])
def test_a_file_that_the_added_ending_meets_is_replaced_only_when_asked(
    window, ask, system, tmp_path, monkeypatch, yes, code
):
    window.show_language(code)
    there, asked = tmp_path / "mine.png", []
    there.write_bytes(b"older")
    system.answer = tmp_path / "mine"

    def question(*arguments):
        asked.append(arguments[-1])
        return QMessageBox.Yes if yes else QMessageBox.No

    monkeypatch.setattr(QMessageBox, "question", question)
    dialog = ask()
    dialog.save.click()
    (text,) = asked
    assert "mine.png" in text
    assert bool(HANGUL.search(text)) == (code == "ko")
    assert (there.read_bytes() == b"older") == (not yes)
    assert (window.exports.dialog is None) == yes
    assert names(tmp_path) == ["mine.png"]


def test_a_whole_name_is_not_asked_about_again(ask, system, tmp_path, monkeypatch):
    """The system's dialog has done so."""
    monkeypatch.setattr(QMessageBox, "question", lambda *_arguments: pytest.fail("asked"))
    system.answer = tmp_path / "mine.png"
    system.answer.write_bytes(b"older")
    ask().save.click()
    assert system.answer.read_bytes() != b"older"


class ReadOnly(QSaveFile):
    """In a folder that may not be written."""

    def open(self, _mode):
        return False

    def errorString(self):  # noqa: N802 - Qt's name
        return "Permission denied"


class FullAtTheEnd(QSaveFile):
    """A disk that says only at the end that there was no room."""

    def commit(self):
        self.cancelWriting()
        super().commit()
        return False

    def errorString(self):  # noqa: N802 - Qt's name
        return "No space left on device"


def no_folder(path, _monkeypatch):
    return path.parent / "none" / path.name


def folder_in_the_way(path, _monkeypatch):
    path.unlink()
    path.mkdir()
    return path


def read_only(path, monkeypatch):
    monkeypatch.setattr("gui.safe_file.QSaveFile", ReadOnly)
    return path


def full(path, monkeypatch):
    monkeypatch.setattr("gui.safe_file.QSaveFile", FullAtTheEnd)
    return path


@pytest.mark.parametrize("ending", [".png", ".csv", ".gif"])
@pytest.mark.parametrize("code", ["en", "ko"])
@pytest.mark.parametrize(
    ("prepare", "word"),
    [
        (no_folder, "is not there"),
        (folder_in_the_way, "is a folder"),
        (read_only, "may not be written"),
        (full, "no room left"),
    ],
)
def test_a_failure_is_said_once_in_the_users_words_and_leaves_the_older_file(  # noqa: PLR0913, PLR0917
    window, ask, system, tmp_path, monkeypatch, qtbot, prepare, word, code, ending
):
    window.show_language(code)
    older = tmp_path / f"figure{ending}"
    older.write_bytes(b"older")
    system.answer = prepare(older, monkeypatch)
    dialog = ask(ending)
    dialog.save.click()
    qtbot.waitUntil(done(window))
    what, consequence = failure()
    assert "figure" in what or "none" in what
    if code == "en":
        assert word in what
        assert consequence == "The figure was not saved."
    else:
        assert HANGUL.search(what)
        assert HANGUL.search(consequence)
    assert names(tmp_path) == [older.name]
    assert older.is_dir() or older.read_bytes() == b"older"
    assert said(window) == []
    # What fails at once leaves the choices on the screen for another try.
    late = ending == ".gif" and prepare in (read_only, full)
    assert (window.exports.dialog is dialog) == (not late)


def test_a_name_that_no_system_takes_is_refused_in_words(ask, system, tmp_path):
    """Without an ending: it is looked for before it is written."""
    system.answer = tmp_path / ("x" * 300)
    ask().save.click()
    failure()
    assert names(tmp_path) == []


@pytest.mark.parametrize("ending", [".png", ".gif"])
def test_too_little_memory_is_said(window, ask, system, tmp_path, monkeypatch, qtbot, ending):
    def none(*_arguments):
        raise EncodingError("there is not enough memory for 160x100 pixels")

    dialog = ask(ending)
    for module in ("still_files", "moving", "exports"):
        monkeypatch.setattr(f"gui.figures.{module}.picture", none)
    system.answer = tmp_path / f"figure{ending}"
    dialog.save.click()
    qtbot.waitUntil(done(window))
    assert failure() == ("There is not enough memory for it.", "The figure was not saved.")
    assert names(tmp_path) == []


def test_the_window_is_saved_as_it_is(window, ask, system, tmp_path):
    path = system.answer = tmp_path / "window.png"
    dialog = ask()
    choose(dialog.fields.preset, "screen")
    window.session.set_pi(0.3)
    dialog.save.click()
    saved = QImage(str(path))
    assert saved == window.picture()
    words = shlex.split(saved.text("Comment"))
    order = parse(words[2:]).export
    assert order.window
    assert order.figure.pixels == (saved.width(), saved.height())
    assert parse(words[2:]).state.pi == 0.3
    assert window.exports.dialog is None


def test_a_picture_just_after_a_move_shows_the_new_numbers(window):
    window.session.set_pi(0.3)
    window.session.set_pi(0.4)
    at_once = window.picture()
    settle()
    assert at_once == window.picture()


def test_a_figure_just_after_a_move_shows_the_new_numbers(window, ask, system, tmp_path):
    path = system.answer = tmp_path / "figure.png"
    dialog = ask()
    window.session.set_pi(0.4)
    dialog.save.click()
    assert path.read_bytes() == expected(window, path)


# Long work ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", MOVING_ENDINGS)
def test_a_figure_that_moves_is_written_beside_the_window(
    window, ask, system, tmp_path, qtbot, held, ending
):
    path = system.answer = tmp_path / f"figure{ending}"
    ask(ending).save.click()
    assert window.exports.dialog is None
    qtbot.waitUntil(lambda: said(window) == [f"Writing {path.name} …"])
    (notice,) = window.notices.shown
    assert notice.bar.isVisible()
    assert [button.text() for button in notice.buttons] == ["Cancel"]
    window.show_language("ko")
    settle()
    assert HANGUL.search(notice.label.text())
    window.show_language("en")
    held()
    qtbot.waitUntil(done(window))
    assert said(window) == [f"Saved: {path.name}"]
    assert path.read_bytes() == expected(window, path)


def test_the_notice_says_how_far_it_is_and_waiting_does_not_take_it_back(
    window, ask, system, tmp_path, qtbot, monkeypatch, held
):
    monkeypatch.setattr("gui.background.TELL", 0.0)
    shares = []
    monkeypatch.setattr(
        "gui.notice.Notice.show_share", lambda _self, share: shares.append(round(share, 3))
    )
    slow = iter(range(100))
    paint = FrameFeed._paint_next

    def now_and_then(feed):
        if next(slow, 0) % 4 == 0:
            QTest.qWait(10)  # longer than the other thread waits for a frame
        paint(feed)

    monkeypatch.setattr(FrameFeed, "_paint_next", now_and_then)
    system.answer = tmp_path / "figure.apng"
    ask(".apng").save.click()
    qtbot.waitUntil(lambda: bool(window.notices.shown))
    held()
    qtbot.waitUntil(done(window))
    assert shares == sorted(shares)
    assert max(shares) > 0


@pytest.mark.usefixtures("held")
def test_cancel_writes_nothing_and_says_so(window, ask, system, tmp_path, qtbot):
    older = system.answer = tmp_path / "figure.gif"
    older.write_bytes(b"older")
    ask(".gif").save.click()
    qtbot.waitUntil(lambda: bool(window.notices.shown))
    window.notices.shown[0].buttons[0].click()
    assert done(window)()
    assert len(said(window)) == 1
    assert "figure.gif" in said(window)[0]
    assert older.read_bytes() == b"older"
    assert names(tmp_path) == ["figure.gif"]


def test_what_is_moved_meanwhile_does_not_move_the_frames(
    window, ask, system, tmp_path, qtbot, held
):
    path = system.answer = tmp_path / "figure.apng"
    before = expected(window, path)
    ask(".apng").save.click()
    held()
    for step in range(1, 20):
        window.session.set_pi(step / 20)
        QApplication.processEvents()
    window.session.set_observations(Observations((0, 0, 1)))
    window.toggle_theme()
    window.show_language("ko")
    qtbot.waitUntil(done(window))
    assert path.read_bytes() == before


def test_the_window_can_be_used_between_two_frames(window, ask, system, tmp_path, qtbot, held):
    system.answer = tmp_path / "figure.gif"
    ask(".gif").save.click()
    held()
    window.session.set_pi(0.25)
    settle()
    assert find(window, "piSpinBox").value() == 0.25
    qtbot.waitUntil(done(window))


def test_a_second_figure_takes_the_place_of_the_first_which_is_said(
    window, ask, system, tmp_path, qtbot, held
):
    system.answer = tmp_path / "first.gif"
    ask(".gif").save.click()
    qtbot.waitUntil(lambda: bool(window.notices.shown))
    system.answer = tmp_path / "second.webp"
    ask(".webp").save.click()
    assert any("first.gif" in text and "ancel" in text for text in said(window))
    qtbot.waitUntil(lambda: "Writing second.webp …" in said(window))
    held()
    qtbot.waitUntil(done(window))
    assert names(tmp_path) == ["second.webp"]
    assert said(window) == ["Saved: second.webp"]


def test_a_small_picture_leaves_long_work_alone(window, ask, system, tmp_path, qtbot, held):
    system.answer = tmp_path / "first.gif"
    ask(".gif").save.click()
    system.answer = tmp_path / "second.png"
    ask(".png").save.click()
    assert names(tmp_path) == ["second.png"]
    held()
    qtbot.waitUntil(done(window))
    assert names(tmp_path) == ["first.gif", "second.png"]


@pytest.mark.parametrize("painting", [True, False])
def test_a_window_that_closes_ends_the_work(window, ask, system, tmp_path, qtbot, held, painting):
    system.answer = tmp_path / "figure.gif"
    ask(".gif").save.click()
    qtbot.waitUntil(lambda: bool(window.notices.shown))
    if painting:
        held()
    window.close()
    assert not window.isVisible()
    assert not any(one.name == "job" for one in threading.enumerate())
    assert names(tmp_path) == []


def test_a_mistake_while_painting_ends_the_work_and_is_said(
    window, ask, system, tmp_path, qtbot, monkeypatch
):
    real, painted = figure_exports.MovingFigure.snapshot, []

    def snapshot(self, number):
        painted.append(number)
        if len(painted) > 2:
            raise MemoryError
        return real(self, number)

    system.answer = tmp_path / "figure.gif"
    dialog = ask(".gif")
    monkeypatch.setattr(figure_exports.MovingFigure, "snapshot", snapshot)
    dialog.save.click()
    qtbot.waitUntil(done(window))
    assert failure()[0] == "There is not enough memory for it."
    assert names(tmp_path) == []


@pytest.fixture
def many(monkeypatch):
    """A small picture counts as a large one."""
    monkeypatch.setattr(figure_exports, "MANY_PIXELS", 1000)


@pytest.mark.usefixtures("many")
def test_a_large_picture_is_compressed_beside_the_window(
    window, ask, system, tmp_path, qtbot, monkeypatch
):
    threads = []
    monkeypatch.setattr(
        figure_exports,
        "png",
        lambda *image, **said: threads.append(threading.current_thread()) or png(*image, **said),
    )
    path = system.answer = tmp_path / "figure.png"
    ask().save.click()
    assert window.exports.dialog is None
    qtbot.waitUntil(done(window))
    assert threads != [threading.main_thread()]
    assert path.read_bytes() == expected(window, path)
    assert said(window) == ["Saved: figure.png"]


@pytest.mark.usefixtures("many")
def test_a_large_picture_can_be_cancelled_which_is_said(
    window, ask, system, tmp_path, qtbot, monkeypatch
):
    gate, ended = threading.Event(), threading.Event()

    def gated(*image, **said):
        gate.wait(20)
        ended.set()
        return png(*image, **said)

    monkeypatch.setattr(figure_exports, "png", gated)
    system.answer = tmp_path / "figure.png"
    ask().save.click()
    qtbot.waitUntil(lambda: bool(window.notices.shown))
    window.notices.shown[0].buttons[0].click()
    assert len(said(window)) == 1
    assert "figure.png" in said(window)[0]
    gate.set()
    qtbot.waitUntil(ended.is_set)
    qtbot.waitUntil(lambda: not any(one.name == "job" for one in threading.enumerate()))
    settle()
    assert names(tmp_path) == []


# The clipboard ------------------------------------------------------------------------------------


def clipboard():
    return QGuiApplication.clipboard().mimeData()


def svg_size(svg):
    renderer = QSvgRenderer(svg)
    assert renderer.isValid()
    size = renderer.defaultSize()
    return size.width(), size.height()


def copied():
    """The sizes of the image and of the SVG on the clipboard."""
    data = clipboard()
    return size_of(data.imageData()), svg_size(bytes(data.data("image/svg+xml")))


def size_of(image):
    return image.width(), image.height()


def test_ctrl_shift_e_copies_the_figure_as_it_was_last_exported(window, ask, qtbot):
    qtbot.keyClick(window, Qt.Key_E, Qt.ControlModifier | Qt.ShiftModifier)
    assert copied() == (FigureOptions().pixels, FigureOptions().pixels)
    assert said(window) == ["Copied: the figure, as a picture."]
    ask().close_.click()
    # The offscreen platform does not give the window back its place after a dialog.
    window.activateWindow()
    settle()
    qtbot.keyClick(window, Qt.Key_E, Qt.ControlModifier | Qt.ShiftModifier)
    assert copied() == (SMALL.pixels, SMALL.pixels)
    # No file would be there any more when the program has ended.
    assert not clipboard().hasUrls()


def test_a_copy_has_the_plots_the_look_and_the_numbers_of_the_moment(window):
    window.exports.copy_picture()
    first = clipboard().imageData()
    for change in (
        lambda: window.session.set_pi(0.25),
        window.toggle_theme,
        lambda: window.show_language("ko"),
        lambda: window.explore.choose_panel("bce"),
    ):
        change()
        window.actions_["copyPicture"].trigger()
        second = clipboard().imageData()
        assert second != first
        first = second


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_dialog_copies_what_it_shows(window, ask, ending):
    dialog = ask(ending)
    dialog.fields.scale.setValue(2.0)
    dialog.copy.click()
    assert copied() == ((320, 200), (160, 100))
    assert dialog.message.text() == "Copied."
    assert window.exports.dialog is dialog
    # What is said goes when something else is chosen.
    dialog.fields.scale.setValue(1.0)
    assert dialog.message.text() != "Copied."


def test_a_transparent_figure_is_copied_with_its_holes(ask):
    dialog = ask()
    dialog.fields.transparent.click()
    dialog.copy.click()
    image = clipboard().imageData()
    assert image.hasAlphaChannel()
    alpha = pixels_of(image)[..., 3]
    assert (alpha.min(), alpha.max()) == (0, 255)


def test_the_window_is_copied_as_it_is(window, ask):
    dialog = ask()
    choose(dialog.fields.preset, "screen")
    dialog.copy.click()
    assert clipboard().imageData() == window.picture()


@pytest.mark.parametrize("way", ["dialog", "shortcut"])
def test_a_copy_that_fails_is_said_and_leaves_the_clipboard(window, ask, monkeypatch, way):
    QGuiApplication.clipboard().setText("older")
    dialog = ask()

    def none(*_arguments):
        raise EncodingError("there is not enough memory")

    monkeypatch.setattr("gui.figures.mime.picture", none)
    if way == "dialog":
        dialog.copy.click()
        assert dialog.message.text() != "Copied."
    else:
        window.exports.copy_picture()
    assert failure()[0] == "There is not enough memory for it."
    assert QGuiApplication.clipboard().text() == "older"
    assert said(window) == []


# Pulled away --------------------------------------------------------------------------------------


class Pulled(NamedTuple):
    """What is pulled away: as an image, an SVG and a file, and how wide it is under the mouse."""

    image: QImage
    svg: bytes
    file: Path
    shown: int


@pytest.fixture
def pulled(monkeypatch):
    """What is pulled away, instead of waiting for where it is dropped."""
    found = []

    class Drag(figure_exports.QDrag):
        def exec(self, actions):
            assert actions == Qt.CopyAction
            data = self.mimeData()
            (url,) = data.urls() or [None]
            found.append(
                Pulled(
                    data.imageData(),
                    bytes(data.data("image/svg+xml")),
                    Path(url.toLocalFile()),
                    self.pixmap().width(),
                )
            )

    monkeypatch.setattr(figure_exports, "QDrag", Drag)
    return found


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_figure_is_pulled_away_as_a_picture_and_as_a_file(window, ask, pulled, ending):
    dialog = ask(ending)
    drag(dialog.preview, [(50, 50), (51, 50)])
    assert pulled == []
    drag(dialog.preview, [(50, 50), (150, 50)])
    ((image, svg, path, shown),) = pulled
    assert shown == figure_exports.PULLED
    assert size_of(image) == svg_size(svg) == SMALL.pixels
    # What moves is pulled away as it stands.
    kind = ending if ending in STILL_ENDINGS else ".png"
    assert path.suffix == kind
    assert path.read_bytes() == expected(window, path)


def test_the_window_is_pulled_away_as_it_is(window, ask, pulled):
    dialog = ask()
    choose(dialog.fields.preset, "screen")
    drag(dialog.preview, [(50, 50), (150, 50)])
    (one,) = pulled
    assert one.image == window.picture()
    assert QImage(str(one.file)) == window.picture()


def test_what_cannot_be_made_cannot_be_pulled_away(ask, pulled):
    dialog = ask()
    dialog.fields.height_.setValue(10)
    assert dialog.error is not None
    drag(dialog.preview, [(50, 50), (150, 50)])
    assert pulled == []


def test_a_pull_that_fails_is_said(ask, pulled, monkeypatch):
    monkeypatch.setattr("gui.safe_file.QSaveFile", FullAtTheEnd)
    drag(ask().preview, [(50, 50), (150, 50)])
    assert pulled == []
    assert "no room left" in failure()[0]


def test_what_is_pulled_away_twice_is_there_twice_and_goes_with_the_program(window, ask, pulled):
    dialog = ask()
    for _ in range(2):
        drag(dialog.preview, [(50, 50), (150, 50)])
    first, second = pulled
    assert first.file != second.file
    assert first.file.read_bytes() == second.file.read_bytes()
    assert window.exports._remove_folder.atexit
    window.exports._remove_folder()
    assert not first.file.exists()
