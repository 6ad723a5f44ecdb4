"""The window before a class: full screen, large type, and the keys that presenters send."""

import re
from typing import NamedTuple

import numpy as np
import pytest
from PyQt5.QtCore import QBuffer, QEvent, QIODevice, QPoint, QPointF, QRect, Qt
from PyQt5.QtGui import QFont, QFontMetricsF, QImage, QMouseEvent, QPainter, QTransform
from PyQt5.QtSvg import QSvgGenerator
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout

from core.observations import Observations
from core.stage import PLOTS
from gui import presentation, theme
from gui.lessons.lesson_text import LessonText
from gui.plot_marks import paint_marks
from gui.plot_painter import paint_axis, paint_ground, paint_optimum
from gui.theme import look
from tests.helpers import difference, find, on_screen, picture, run_at_once, run_program, settle

NEXT = [Qt.Key_PageDown, Qt.Key_Right, Qt.Key_Down, Qt.Key_Space]
BACK = [Qt.Key_PageUp, Qt.Key_Left, Qt.Key_Up]
DARK = [Qt.Key_B, Qt.Key_Period]
# What the back row can read.
READABLE = 14.0
# Of the words of a lesson in a window, in pixels.
USUAL_WORDS = 15


@pytest.fixture
def presented(window, qtbot):
    """A window before a class, in a room of the usual size."""
    with qtbot.waitActive(window):
        window.presentation.begin(full_screen=False)
        window.resize(1280, 720)
    settle()
    return window


@pytest.fixture
def asked(presented):
    """What the presenter asked for."""
    heard = []
    presented.presentation.next_asked.connect(lambda: heard.append("next"))
    presented.presentation.back_asked.connect(lambda: heard.append("back"))
    return heard


def press(window, key, modifiers=Qt.NoModifier):
    """A key where the keys go now."""
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)
    settle()


def focus(window, name):
    widget = find(window, name)
    widget.setFocus(Qt.TabFocusReason)
    settle()
    assert QApplication.focusWidget() is widget
    return widget


def shown_kinds(window):
    return tuple(panel.kind for panel in window.plots.canvas.shown)


# Begin and end -----------------------------------------------------------------------------------


def test_it_begins_and_ends_with_the_button_and_is_told_each_time(window, qtbot):
    heard = []
    window.presentation.changed.connect(lambda: heard.append(window.presentation.active))
    with qtbot.waitActive(window):
        find(window, "presentButton").click()
    settle()
    assert window.presentation.active
    assert window.isFullScreen()
    press(window, Qt.Key_Escape)
    assert not window.presentation.active
    assert not window.isFullScreen()
    assert heard == [True, False]


def test_to_begin_twice_is_to_begin_and_to_end_twice_is_to_end(window):
    heard = []
    window.presentation.changed.connect(lambda: heard.append(window.presentation.active))
    for _ in range(2):
        window.presentation.begin(full_screen=False)
    for _ in range(2):
        window.presentation.end()
    assert heard == [True, False]


@pytest.mark.parametrize("maximized", [False, True])
def test_the_window_is_afterwards_as_large_as_it_was(window, maximized):
    if maximized:
        window.showMaximized()
        settle()
    window.presentation.begin()
    settle()
    assert window.isFullScreen()
    window.presentation.end()
    settle()
    assert not window.isFullScreen()
    assert window.isMaximized() is maximized


def test_afterwards_it_looks_as_before(window):
    window.setFocus()
    before = on_screen(window)
    window.presentation.begin(full_screen=False)
    settle()
    assert difference(before, on_screen(window))
    window.presentation.end()
    settle()
    assert difference(before, on_screen(window)) == ""


def test_only_what_a_class_needs_is_shown(presented):
    assert not presented.top_bar.isVisible()
    assert not presented.left_column.isVisible()
    assert not find(presented, "zoomButton").isVisible()
    assert not find(presented, "wholeAxisButton").isVisible()
    for name in ("plotStack", "piSlider", "piSpinBox", "sweepButton"):
        assert find(presented, name).isVisible(), name
    presented.presentation.end()
    settle()
    for name in ("viewTabs", "observationTiles", "crossEntropyValue", "zoomButton"):
        assert find(presented, name).isVisible(), name


def test_what_moves_ends_when_it_begins(window):
    window.explore.toggle_sweep()
    assert window.sweep.running
    window.toggle_presentation()
    assert not window.sweep.running
    assert not window.session.in_gesture


# Type --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "size", [(1024, 700), (1280, 720), (1440, 900), (1920, 1080), (2560, 1440), (3840, 2160)]
)
@pytest.mark.parametrize("factor", [1.0, 1.5])
def test_type_is_larger_by_more_than_half_and_afterwards_as_before(
    window, monkeypatch, size, factor
):
    # The system's type may be large already.
    monkeypatch.setattr(theme, "_SYSTEM_FACTOR", [factor])
    window.resize(1100, 750)
    window.resize(*size)
    settle()
    usual = look()
    window.presentation.begin(full_screen=False)
    settle()
    assert look().scale >= 1.6 * usual.scale
    assert look().scale >= 1.6 * theme.scale_for(*size)
    assert look().type_px(12) >= 1.6 * usual.type_px(12)
    assert look().theme is usual.theme
    window.presentation.end()
    settle()
    assert look() == usual


def test_the_type_grows_with_the_window_before_a_class(presented):
    assert (look().scale, look().least_type) == (1.6, presentation.LEAST_TYPE)
    small = look()
    presented.resize(2560, 1440)
    settle()
    assert look().scale >= 2 * small.scale
    assert look().least_type == 2 * presentation.LEAST_TYPE
    presented.resize(1280, 720)
    settle()
    assert look() == small


class Type(NamedTuple):
    """A text that was painted, and how tall its small letters are."""

    text: str
    family: str
    pixels: float
    x_height: float


def types_painted(width, height, paint):
    """Every text that `paint` paints; where a painter is scaled, so is its type."""
    buffer = QBuffer()
    buffer.open(QIODevice.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(QRect(0, 0, width, height).size())
    painter = QPainter(generator)
    try:
        paint(painter)
    finally:
        painter.end()
    pattern = re.compile(
        r'transform="matrix\(([^)]*)\)"|<text [^>]*font-family="([^"]*)" font-size="([^"]*)" '
        r'font-weight="([^"]*)"[^>]*>([^<]*)</text>'
    )
    found, scale = [], 1.0
    for match in pattern.finditer(bytes(buffer.data()).decode()):
        if match[1]:
            scale = QTransform(*map(float, match[1].split(","))).m22()
        elif match[5].strip():
            font = QFont(match[2])
            font.setPixelSize(round(float(match[3])))
            font.setHintingPreference(QFont.PreferNoHinting)
            tall = QFontMetricsF(font).xHeight() * scale
            found.append(Type(match[5], match[2], float(match[3]) * scale, tall))
    return found


def types_in(window):
    """Every text of the window: of its widgets, and of the plots, which it paints as pixels."""
    found = types_painted(
        window.width(), window.height(), lambda painter: window.render(painter, QPoint())
    )
    canvas = window.plots.canvas

    def plots(painter):
        for panel in canvas.shown:
            paint_ground(painter, panel.layout)
            paint_optimum(painter, panel.layout)
            if panel._marks is not None:
                paint_marks(painter, panel._marks, panel.labels)
        paint_axis(painter, canvas.shown[-1].layout, canvas.width())

    if canvas.isVisible():
        found += types_painted(canvas.width(), canvas.height(), plots)
    return found


def too_small(types):
    # Upper indices and limits are small beside what they belong to, whatever its size.
    return [one for one in types if one.family == "Pretendard" and one.x_height < READABLE]


SCENES = {
    "start": lambda _window: None,
    "one plot": lambda w: w.explore.show_panel("likelihood"),
    "zoomed": lambda w: w.session.set_interval(0.699, 0.701),
    "far in": lambda w: w.session.set_interval(0.7, 0.7 + 1e-9),
    "counts": lambda w: w.session.set_observations(Observations.from_counts(7 * 10**8, 10**9)),
    "none": lambda w: w.session.set_observations(Observations()),
    "many": lambda w: w.session.set_observations(Observations([1, 0, 1] * 300)),
    "prediction": lambda w: w.session.set_stage(prediction=0.25),
    "notice": lambda w: w.notices.say(lambda: "Something was done."),
    "true π": lambda w: w.session.set_observations(
        Observations([1, 0] * 9), true_pi=0.5, shows_true_pi=True
    ),
}


@pytest.mark.parametrize("code", ["en", "ko"])
@pytest.mark.parametrize("scene", SCENES)
def test_the_back_row_can_read_every_label(presented, scene, code):
    presented.show_language(code)
    SCENES[scene](presented)
    settle()
    types = types_in(presented)
    assert len(types) > 5
    assert too_small(types) == []


@pytest.mark.parametrize("code", ["en", "ko"])
def test_the_back_row_can_read_every_label_of_a_lesson(presented, code):
    presented.show_language(code)
    presented.presentation.end()
    presented.show_view("lessons")
    presented.presentation.begin(full_screen=False)
    settle()
    card = presented.lessons.column.card
    for _ in range(12):
        settle()
        # The running words are smaller where they would be out of sight, but not by much.
        running = "".join(words.toPlainText() for words in card.findChildren(LessonText))
        small = too_small(types_in(presented))
        assert [one for one in small if one.text.strip() not in running] == []
        assert [one for one in small if one.pixels < 1.6 * USUAL_WORDS] == []
        presented.views.next_step()


def test_the_check_for_the_back_row_can_fail(window):
    window.resize(1280, 720)
    settle()
    small = too_small(types_in(window))
    assert len(small) > 20
    # What is measured is what is painted: the plots' labels and those of the widgets.
    assert {"argmax π̂ = 0.700", "0.2"} & {one.text for one in small}
    assert "Bernoulli Lab" in {one.text for one in small}


# Keys --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", NEXT)
def test_the_keys_of_presenters_go_on(presented, asked, key):
    press(presented, key)
    assert asked == ["next"]


@pytest.mark.parametrize("key", BACK)
def test_the_keys_of_presenters_go_back(presented, asked, key):
    press(presented, key)
    assert asked == ["back"]


def test_the_keys_of_the_number_pad_are_the_same(presented, asked):
    press(presented, Qt.Key_PageDown, Qt.KeypadModifier)
    press(presented, Qt.Key_Left, Qt.KeypadModifier)
    assert asked == ["next", "back"]


@pytest.mark.parametrize("modifier", [Qt.ControlModifier, Qt.AltModifier, Qt.ShiftModifier])
def test_with_another_key_held_they_are_no_presenter_s(presented, asked, modifier):
    for key in (Qt.Key_PageDown, Qt.Key_Down, Qt.Key_B):
        press(presented, key, modifier)
    assert asked == []
    assert not presented.presentation.blank


def test_other_keys_do_what_they_always_do(presented, asked):
    press(presented, Qt.Key_M)
    assert presented.session.state.pi == 0.7
    press(presented, Qt.Key_Z, Qt.ControlModifier)
    assert presented.session.state.pi == 0.5
    assert asked == []


def test_before_and_after_the_keys_are_nobody_s(window, qtbot):
    heard = []
    window.presentation.next_asked.connect(lambda: heard.append("next"))
    window.presentation.back_asked.connect(lambda: heard.append("back"))
    with qtbot.waitActive(window):
        window.activateWindow()
    for _ in range(2):
        for key in (*NEXT, *BACK, *DARK):
            press(window, key)
        assert heard == []
        assert not window.presentation.blank
        window.presentation.begin(full_screen=False)
        window.presentation.end()


def test_a_control_that_has_the_focus_keeps_its_own_keys(presented, asked):
    focus(presented, "plotStack")
    press(presented, Qt.Key_Right)
    press(presented, Qt.Key_Right)
    press(presented, Qt.Key_Left)
    assert presented.session.state.pi == 0.51
    focus(presented, "sweepButton")
    press(presented, Qt.Key_Space)
    assert presented.sweep.running
    press(presented, Qt.Key_Space)
    assert not presented.sweep.running
    assert asked == []


@pytest.mark.parametrize("name", ["plotStack", "piSlider", "piSpinBox", "sweepButton"])
def test_page_down_and_page_up_are_the_presenter_s_wherever_the_focus_is(presented, asked, name):
    focus(presented, name)
    press(presented, Qt.Key_PageDown)
    press(presented, Qt.Key_PageUp)
    assert asked == ["next", "back"]
    assert presented.session.state.pi == 0.5


def test_who_types_a_number_types_its_period(presented, asked):
    field = focus(presented, "piSpinBox").lineEdit()
    field.selectAll()
    for text in ("0", ".", "2", "5"):
        QTest.keyClicks(QApplication.focusWidget(), text)
    press(presented, Qt.Key_Return)
    assert presented.session.state.pi == 0.25
    assert not presented.presentation.blank
    assert asked == []


@pytest.mark.parametrize("key", DARK)
def test_the_screen_goes_dark_though_a_control_has_the_focus(presented, key):
    focus(presented, "plotStack")
    press(presented, key)
    assert presented.presentation.blank


def test_keys_of_a_dialog_are_the_dialog_s(presented, asked, qtbot):
    dialog = QDialog(presented)
    box = QVBoxLayout(dialog)
    field = QLineEdit()
    box.addWidget(field)
    dialog.open()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    field.setFocus()
    for key in (Qt.Key_PageDown, Qt.Key_B, Qt.Key_Space):
        QTest.keyClick(field, key)
    assert field.text() == "b "
    assert asked == []
    assert not presented.presentation.blank
    dialog.close()
    dialog.deleteLater()


def test_a_click_leaves_the_keys_with_the_presenter(presented, asked, qtbot):
    button = find(presented, "sweepButton")
    qtbot.mouseClick(button, Qt.LeftButton)
    qtbot.mouseClick(button, Qt.LeftButton)
    settle()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is presented)
    press(presented, Qt.Key_Right)
    assert asked == ["next"]
    stack = find(presented, "plotStack")
    qtbot.mouseClick(stack, Qt.LeftButton, pos=stack.rect().center())
    qtbot.waitUntil(lambda: QApplication.focusWidget() is presented)
    press(presented, Qt.Key_Left)
    assert asked == ["next", "back"]


def test_a_click_into_a_field_leaves_it_to_whoever_types(presented, qtbot):
    field = find(presented, "piSpinBox").lineEdit()
    qtbot.mouseClick(field, Qt.LeftButton)
    QTest.qWait(0)
    settle()
    assert QApplication.focusWidget() is find(presented, "piSpinBox")


def test_after_the_end_a_click_leaves_the_focus_where_it_is(presented, qtbot):
    presented.presentation.end()
    settle()
    slider = find(presented, "piSlider")
    qtbot.mouseClick(slider, Qt.LeftButton)
    QTest.qWait(0)
    settle()
    assert QApplication.focusWidget() is slider


def test_a_click_just_before_the_end_leaves_the_focus_where_it_is(presented, qtbot):
    stack = find(presented, "plotStack")
    qtbot.mousePress(stack, Qt.LeftButton, pos=stack.rect().center())
    stack.setFocus()
    # The keys come home in a moment: by then the class is gone.
    QApplication.sendEvent(stack, release_at(stack))
    presented.presentation.end()
    QTest.qWait(0)
    settle()
    assert QApplication.focusWidget() is stack


def release_at(widget):
    place = QPointF(widget.rect().center())
    return QMouseEvent(QEvent.MouseButtonRelease, place, Qt.LeftButton, Qt.NoButton, Qt.NoModifier)


# The blank screen --------------------------------------------------------------------------------


@pytest.mark.parametrize("key", DARK)
def test_the_screen_goes_dark_all_over(presented, asked, key):
    before = on_screen(presented)
    press(presented, key)
    assert presented.presentation.blank
    dark = on_screen(presented)
    ground = theme.role_of(theme.DARK, "ground")
    assert (dark == np.array([ground.blue(), ground.green(), ground.red()])).all()
    press(presented, key)
    assert not presented.presentation.blank
    assert difference(before, on_screen(presented)) == ""
    assert asked == []


@pytest.mark.parametrize("key", [*NEXT, *BACK, *DARK])
def test_a_key_in_the_dark_brings_the_light_back_and_does_no_more(presented, asked, key):
    focus(presented, "plotStack")
    press(presented, Qt.Key_B)
    press(presented, key)
    assert not presented.presentation.blank
    assert asked == []
    assert presented.session.state.pi == 0.5


def test_esc_leaves_the_dark_first_and_then_the_class(presented):
    press(presented, Qt.Key_B)
    press(presented, Qt.Key_Escape)
    assert not presented.presentation.blank
    assert presented.presentation.active
    press(presented, Qt.Key_Escape)
    assert not presented.presentation.active
    press(presented, Qt.Key_Escape)
    assert presented.isVisible()


def test_the_dark_grows_with_the_window_and_goes_with_the_class(presented):
    press(presented, Qt.Key_B)
    presented.resize(1600, 1000)
    settle()
    sheet = find(presented, "blankScreen")
    assert sheet.geometry() == presented.rect()
    presented.presentation.end()
    settle()
    assert not sheet.isVisible()
    assert not presented.presentation.blank
    presented.presentation.begin(full_screen=False)
    settle()
    assert not sheet.isVisible()


# What next and back do ---------------------------------------------------------------------------


def test_in_explore_next_and_back_turn_the_plots(presented):
    seen = []
    for _ in range(4):
        press(presented, Qt.Key_PageDown)
        seen.append(shown_kinds(presented))
    assert seen == [*((kind,) for kind in PLOTS), PLOTS]
    press(presented, Qt.Key_PageUp)
    assert shown_kinds(presented) == PLOTS[-1:]


def test_turning_the_plots_is_for_the_class_and_not_remembered(presented, start):
    press(presented, Qt.Key_PageDown)
    assert presented.settings.panel == "all"
    presented.close()
    assert shown_kinds(start()) == PLOTS


def test_next_and_back_turn_no_plots_where_there_is_no_class(window):
    window.views.next_step()
    window.views.back_step()
    assert shown_kinds(window) == PLOTS


def test_in_a_lesson_next_reveals_what_is_right_and_then_goes_on(presented):
    presented.presentation.end()
    presented.show_view("lessons")
    presented.presentation.begin(full_screen=False)
    settle()
    course = presented.lessons.course
    course.go_to(0, 0)
    where = [course.where]
    answers = []
    for _ in range(30):
        press(presented, Qt.Key_PageDown)
        if course.where != where[-1]:
            where.append(course.where)
        if course.moment.revealed:
            answers.append(course.where)
    assert len(where) > 3
    assert len(set(where)) == len(where)
    assert answers
    if course.moment.is_right is not None:
        # What was answered is asked again first.
        press(presented, Qt.Key_PageUp)
        assert course.where == where[-1]
        assert course.moment.is_right is None
    press(presented, Qt.Key_PageUp)
    assert course.where == where[-2]


def test_before_a_class_a_lesson_has_its_column_to_itself_whichever_came_first(presented):
    presented.show_view("lessons")
    settle()
    assert not presented.lessons.column.list.isVisible()
    presented.presentation.end()
    settle()
    assert presented.lessons.column.list.isVisible()
    presented.presentation.begin(full_screen=False)
    settle()
    assert not presented.lessons.column.list.isVisible()


# From the command line ---------------------------------------------------------------------------


def test_the_command_line_begins_before_a_class(start):
    window = start("1011011101", "--present")
    assert window.presentation.active
    assert window.isFullScreen()
    assert not window.top_bar.isVisible()
    window.presentation.end()
    settle()
    assert window.top_bar.isVisible()
    assert not window.isFullScreen()


def test_what_began_before_a_class_is_not_so_at_the_next_start(start):
    start("--present").close()
    window = start()
    assert not window.presentation.active
    assert look().least_type == 0


def test_a_picture_of_the_window_can_be_one_before_a_class(tmp_path, window):
    folders = [tmp_path / name for name in ("one", "again", "usual")]
    for folder in folders:
        folder.mkdir()
    # A file says of itself how it was made, its name included.
    one, again, usual = (folder / "a.png" for folder in folders)
    common = ("1011011101", "--preset", "screen", "--size", "1280x720", "--lang", "en")
    results = run_at_once(
        (*common, "--present", "--export", one),
        (*common, "--present", "--export", again),
        (*common, "--export", usual),
    )
    assert [(result.returncode, result.stderr) for result in results] == [(0, "")] * 3
    assert one.read_bytes() == again.read_bytes()
    image, other = QImage(str(one)), QImage(str(usual))
    assert image.size() == other.size() == QRect(0, 0, 1280, 720).size()
    assert image != other
    # It is the window as a class sees it.
    window.presentation.begin(full_screen=False)
    window.resize(1280, 720)
    window.setFocus()
    settle()
    rows = picture(window)
    kept = image.convertToFormat(QImage.Format_RGB32)
    data = kept.constBits().asstring(kept.sizeInBytes())
    pixels = np.frombuffer(data, np.uint8).reshape(720, 1280, 4)[:, :, :3]
    assert (rows != pixels).any(axis=2).mean() < 0.001


def test_present_is_named_in_the_help():
    result = run_program("--help")
    assert "--present" in result.stdout


@pytest.mark.parametrize("ends_in", ["explore", "lessons"])
def test_after_a_class_the_plots_are_those_that_were_chosen(presented, ends_in):
    press(presented, Qt.Key_PageDown)
    assert presented.explore.panel == "likelihood"
    presented.show_view(ends_in)
    presented.presentation.end()
    settle()
    presented.show_view("explore")
    assert presented.explore.panel == "all"
