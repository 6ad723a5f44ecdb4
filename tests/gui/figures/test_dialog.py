"""The export dialog: its fields are the options, its picture is the figure, its words are ours."""

from dataclasses import replace

import pytest
from PyQt5.QtCore import QEvent, QPoint, QPointF, Qt
from PyQt5.QtGui import QPalette, QWheelEvent
from PyQt5.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from core.observations import Observations
from gui import i18n, theme
from gui.figures import dialog as export_dialog
from gui.figures.dialog import suggested_name
from gui.figures.memory import recalled, remembered
from gui.figures.options import ENDINGS, MOVING_ENDINGS, PRESETS, FigureOptions, Motion
from tests.helpers import HANGUL, StillClock, difference, find, picture, settle

CONTROLS = (QComboBox, QLineEdit, QSpinBox, QDoubleSpinBox, QCheckBox, QPushButton)


@pytest.fixture
def window(start):
    """It closes without a question, whatever has become of its data."""
    window = start("--lang", "en", "--theme", "light")
    yield window
    window._may_close = True


@pytest.fixture
def ask():
    """Open the dialog of a window, its clock standing."""

    def ask(window):
        window.export_figure()
        dialog = window.exports.dialog
        dialog.preview._clock = StillClock()
        settle()
        return dialog

    return ask


@pytest.fixture
def dialog(window, ask):
    return ask(window)


def choose(combo, value):
    combo.setCurrentIndex(combo.findData(value))
    settle()


def shown(dialog):
    """The controls that can be seen and used, in the order of the Tab key."""
    found, widget = [], dialog.nextInFocusChain()
    while widget is not dialog:
        ours = isinstance(widget, CONTROLS) and widget.objectName().startswith("export")
        if ours and widget.isVisibleTo(dialog):
            found.append(widget.objectName())
        widget = widget.nextInFocusChain()
    return found


def words(dialog):
    """Every text that can be seen in it, or heard of it."""
    texts = [dialog.windowTitle()]
    for widget in dialog.findChildren(QWidget):
        if not widget.isVisibleTo(dialog):
            continue
        texts += [widget.accessibleName(), widget.toolTip()]
        if isinstance(widget, (QLabel, QCheckBox, QPushButton)):
            texts.append(widget.text())
        if isinstance(widget, QComboBox):
            texts += [widget.itemText(i) for i in range(widget.count())]
        if isinstance(widget, (QSpinBox, QDoubleSpinBox)):
            texts += [widget.suffix(), widget.specialValueText()]
    return {text.strip() for text in texts if text.strip()}


def allowed(dialog):
    enabled = {dialog.save.isEnabled(), dialog.copy.isEnabled()}
    assert len(enabled) == 1
    return enabled.pop()


# Coming and going ---------------------------------------------------------------------------------


def test_ctrl_e_opens_it_and_the_button_does(window, qtbot):
    for way in (
        lambda: qtbot.keyClick(window, Qt.Key_E, Qt.ControlModifier),
        find(window, "exportButton").click,
    ):
        way()
        dialog = window.exports.dialog
        assert dialog.isVisible()
        assert not dialog.isModal()
        dialog.close_.click()
        assert window.exports.dialog is None


def test_a_second_press_brings_the_same_dialog_to_the_front(window, dialog, monkeypatch):
    raised = []
    monkeypatch.setattr(dialog, "raise_", lambda: raised.append(True))
    window.export_figure()
    assert window.exports.dialog is dialog
    assert raised == [True]


def test_a_dialog_that_was_made_small_comes_back(window, dialog, monkeypatch):
    monkeypatch.setattr(dialog, "raise_", lambda: None)
    dialog.showMinimized()
    window.export_figure()
    assert not dialog.isMinimized()
    assert dialog.isVisible()


def test_opening_it_ends_what_is_going_on(window, ask):
    window.explore.toggle_sweep()
    ask(window)
    assert not window.sweep.running


@pytest.mark.parametrize("field", ["exportWidth", "exportTitle", "exportPreset", "exportTiles"])
def test_escape_closes_it_from_every_field(window, dialog, qtbot, field):
    widget = find(dialog, field)
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key_Escape)
    assert window.exports.dialog is None


def test_it_goes_with_its_window(window, ask):
    dialog = ask(window)
    choose(dialog.fields.format, ".gif")
    window._may_close = True
    window.close()
    assert window.exports.dialog is None
    assert recalled(window.settings.figure)[2] == ".gif"


def test_a_window_that_stays_keeps_it(window, dialog):
    window.session.set_observations(Observations((0, 0, 1)))
    window.close()  # asks about the unsaved work
    assert window.exports.dialog is dialog
    for box in QApplication.topLevelWidgets():
        if box.inherits("QMessageBox"):
            box.reject()


def test_the_plots_that_are_shown_are_the_figures(window, ask):
    window.explore.choose_panel("bce")
    assert ask(window).fields.options.panel == "bce"


# Options and pixels -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edit", "changed"),
    [
        (lambda f: choose(f.panel, "likelihood"), {"panel": "likelihood"}),
        (lambda f: f.width_.setValue(1000), {"width": 1000}),
        (lambda f: f.height_.setValue(700), {"height": 700}),
        (lambda f: f.parts["tiles"].click(), {"parts": frozenset(("formulas", "numbers"))}),
        (lambda f: f.parts["formulas"].click(), {"parts": frozenset(("tiles", "numbers"))}),
        (lambda f: f.parts["numbers"].click(), {"parts": frozenset(("tiles", "formulas"))}),
        (lambda f: f.title_.setText("  Ten  coins "), {"title": "Ten coins"}),
        (lambda f: f.type_scale.setValue(150), {"type_scale": 1.5}),
        (lambda f: choose(f.theme, "dark"), {"theme": "dark"}),
        (lambda f: choose(f.language, "ko"), {"language": "ko"}),
        (lambda f: f.transparent.click(), {"transparent": True}),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_every_option_changes_the_picture(dialog, edit, changed):
    before, old = picture(dialog.preview), dialog.fields.options
    edit(dialog.fields)
    assert dialog.fields.options == replace(old, **changed)
    assert difference(before, picture(dialog.preview))


def test_the_resolution_changes_the_pixels_of_the_file_alone(dialog):
    before = picture(dialog.preview)
    dialog.fields.scale.setValue(2.0)
    assert dialog.fields.options.scale == 2.0
    assert difference(before, picture(dialog.preview)) == ""
    assert "2880 × 1800" in dialog.message.text()
    choose(dialog.fields.unit, "mm")
    dialog.fields.dpi.setValue(96)
    assert "1440 × 900" in dialog.message.text()


def test_text_in_an_svg_can_stay_text(dialog):
    choose(dialog.fields.format, ".svg")
    dialog.fields.editable.click()
    assert not dialog.fields.options.outlines


@pytest.mark.parametrize(
    ("edit", "changed"),
    [
        (lambda f: choose(f.kind, "replay"), {"kind": "replay"}),
        (lambda f: f.start.setValue(0.25), {"start": 0.25}),
        (lambda f: f.stop.setValue(0.75), {"stop": 0.75}),
        (lambda f: f.seconds.setValue(2.5), {"seconds": 2.5}),
        (lambda f: f.fps.setValue(10), {"fps": 10}),
        (lambda f: f.loops.setValue(3), {"loops": 3}),
        (lambda f: f.ease.click(), {"ease": False}),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_every_field_of_the_motion_changes_the_motion(dialog, edit, changed):
    choose(dialog.fields.format, ".gif")
    edit(dialog.fields)
    assert dialog.fields.motion == Motion(**changed)


def test_what_is_typed_counts_when_it_is_done(dialog, qtbot):
    """Half a number would lay the figure out anew at every digit."""
    width = dialog.fields.width_
    width.setFocus()
    width.selectAll()
    qtbot.keyClicks(width, "1920")
    assert dialog.fields.options.width == 1440
    qtbot.keyClick(width, Qt.Key_Tab)
    assert dialog.fields.options.width == 1920


@pytest.mark.parametrize("text", ["0.000001", "0.00001", "0.5", "0.123456"])
def test_a_small_pi_is_shown_as_it_is_typed(dialog, qtbot, text):
    choose(dialog.fields.format, ".gif")
    start = dialog.fields.start
    start.setFocus()
    start.selectAll()
    qtbot.keyClicks(start, text)
    qtbot.keyClick(start, Qt.Key_Tab)
    assert start.text() == text
    assert dialog.fields.motion.start == float(text)


def test_the_wheel_changes_no_field_but_the_one_at_work(dialog):
    """Who scrolls to the fields below turns it over others on the way."""
    fields = dialog.fields
    fields.title_.setFocus()
    before = fields.options, fields.ending
    point = QPoint(5, 5)

    def turn(widget):
        event = QWheelEvent(
            *(QPointF(point), QPointF(widget.mapToGlobal(point)), QPoint(0, -120)),
            *(QPoint(0, -120), Qt.NoButton, Qt.NoModifier, Qt.NoScrollPhase, False),
        )
        QApplication.sendEvent(widget, event)

    for widget in (fields.preset, fields.format, fields.width_, fields.panel, fields.type_scale):
        turn(widget)
        assert not widget.hasFocus()
    assert (fields.options, fields.ending) == before
    fields.width_.setFocus()
    turn(fields.width_)
    assert fields.options.width == before[0].width - 1


# Presets ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_sets_the_fields_and_is_known_again(dialog, name):
    fields, usual = dialog.fields, PRESETS[name]
    choose(fields.preset, name)
    assert fields.options == usual
    assert (fields.width_.value(), fields.height_.value()) == (usual.width, usual.height)
    assert fields.unit.currentData() == usual.unit
    assert fields.type_scale.value() == round(100 * usual.type_scale)
    assert fields.transparent.isChecked() == usual.transparent
    # What a preset says nothing about is the user's.
    fields.title_.setText("mine")
    fields.parts["tiles"].click()
    assert fields.preset.currentData() == name
    fields.type_scale.setValue(60)
    assert fields.preset.currentData() == "own"
    fields.type_scale.setValue(round(100 * usual.type_scale))
    assert fields.preset.currentData() == name
    fields.width_.setValue(fields.width_.value() + 1)
    assert fields.preset.currentData() == "own"


def test_a_preset_leaves_title_parts_and_look_alone(dialog):
    fields = dialog.fields
    fields.title_.setText("mine")
    fields.parts["formulas"].click()
    choose(fields.theme, "dark")
    choose(fields.preset, "square")
    assert fields.options.title == "mine"
    assert not fields.options.has("formulas")
    assert fields.options.theme == "dark"


def test_the_window_is_shown_with_nothing_to_choose(dialog):
    choose(dialog.fields.format, ".gif")
    before = picture(dialog.preview)
    choose(dialog.fields.preset, "screen")
    assert dialog.fields.of_window
    assert dialog.fields.ending == ".png"
    assert shown(dialog) == [
        *("exportPreset", "exportCloseButton", "exportCopyButton", "exportSaveButton"),
    ]
    assert difference(before, picture(dialog.preview))
    assert "window" in dialog.message.text()
    choose(dialog.fields.preset, "slide")
    assert not dialog.fields.of_window
    assert "exportWidth" in shown(dialog)


@pytest.mark.parametrize(
    "change",
    [
        lambda window: window.session.set_pi(0.25),
        lambda window: window.session.set_observations(Observations((1, 0))),
        lambda window: window.toggle_theme(),
        lambda window: window.toggle_language(),
    ],
    ids=["pi", "data", "theme", "language"],
)
def test_the_windows_picture_follows_the_window(window, dialog, change):
    choose(dialog.fields.preset, "screen")
    before = dialog.preview._picture.toImage()
    change(window)
    settle()
    now = dialog.preview._picture.toImage()
    assert now != before
    assert now == window.picture()


def test_the_windows_picture_is_new_when_the_user_comes_back(window, dialog):
    choose(dialog.fields.preset, "screen")
    window.activateWindow()
    window.explore.choose_panel("bce")
    settle()
    dialog.activateWindow()
    QApplication.sendEvent(dialog, QEvent(QEvent.ActivationChange))
    settle()
    assert dialog.preview._picture.toImage() == window.picture()


# The size -----------------------------------------------------------------------------------------


def test_another_unit_keeps_the_size_on_paper(dialog):
    fields = dialog.fields
    fields.width_.setValue(960)
    fields.height_.setValue(480)
    choose(fields.unit, "mm")
    assert (fields.options.width, fields.options.height) == (254.0, 127.0)
    assert (fields.width_.text(), fields.height_.text()) == ("254", "127")
    choose(fields.unit, "px")
    assert (fields.options.width, fields.options.height) == (960, 480)
    assert fields.options.unit == "px"


@pytest.mark.parametrize(("width", "mm"), [(16000, 2000), (20, 10)])
def test_a_size_that_the_other_unit_does_not_reach_is_the_nearest(dialog, width, mm):
    """What the field says is what is made."""
    fields = dialog.fields
    fields.width_.setValue(width)
    choose(fields.unit, "mm")
    assert fields.width_.value() == fields.options.width == mm


def test_the_fields_say_what_can_be_typed_in_the_unit_of_the_moment(dialog):
    width = dialog.fields.width_
    assert width.toolTip() == "width: 1 to 16000"
    choose(dialog.fields.unit, "mm")
    assert width.toolTip() == "width: 10 to 2000"


def test_a_resolution_is_a_scale_of_pixels_or_dots_per_inch(dialog):
    assert "exportScale" in shown(dialog)
    assert "exportDpi" not in shown(dialog)
    choose(dialog.fields.unit, "mm")
    assert "exportScale" not in shown(dialog)
    assert "exportDpi" in shown(dialog)


# Which fields -------------------------------------------------------------------------------------

ALWAYS = ["exportPreset", "exportFormat"]
SIZE = ["exportWidth", "exportHeight", "exportUnit"]
LOOK = [
    *("exportPanel", "exportTiles", "exportFormulas", "exportNumbers", "exportTitle"),
    *("exportTypeScale", "exportTheme", "exportLanguage", "exportTransparent"),
]
MOTION = [
    *("exportKind", "exportFrom", "exportTo", "exportSeconds", "exportFps", "exportLoops"),
    "exportEase",
]
BUTTONS = ["exportCloseButton", "exportCopyButton", "exportSaveButton"]
FIELDS = {
    ".png": [*ALWAYS, *SIZE, "exportScale", *LOOK],
    ".svg": [*ALWAYS, *SIZE, *LOOK, "exportSvgText"],
    ".pdf": [*ALWAYS, *SIZE, *LOOK],
    ".csv": ALWAYS,
    **{ending: [*ALWAYS, *SIZE, "exportScale", *LOOK, *MOTION] for ending in MOVING_ENDINGS},
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_fields_that_matter_are_there_and_tab_goes_through_them_in_order(dialog, ending):
    choose(dialog.fields.format, ending)
    assert shown(dialog) == [*FIELDS[ending], *BUTTONS]
    assert dialog.fields.moves == (ending in MOVING_ENDINGS)


def test_a_replay_has_no_pi_to_go_from(dialog):
    choose(dialog.fields.format, ".gif")
    choose(dialog.fields.kind, "replay")
    assert not {"exportFrom", "exportTo"} & set(shown(dialog))


def test_the_tab_key_goes_from_field_to_field(dialog, qtbot):
    choose(dialog.fields.format, ".gif")
    dialog.activateWindow()
    dialog.fields.preset.setFocus()
    seen = []
    for _ in range(60):
        seen.append(dialog.focusWidget().objectName())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key_Tab)
        if dialog.focusWidget() is dialog.fields.preset:
            break
    assert seen == [*FIELDS[".gif"], *BUTTONS]


@pytest.mark.parametrize(
    ("ending", "said"),
    [
        (".png", "1440 × 900 pixels"),
        (".svg", "Sharp at any size."),
        (".pdf", "Sharp at any size."),
        (".csv", "every digit"),
        (".gif", "1440 × 900 pixels, 100 frames"),
    ],
)
def test_it_says_what_the_file_comes_to(dialog, ending, said):
    choose(dialog.fields.format, ending)
    assert said in dialog.message.text()


# What cannot be made ------------------------------------------------------------------------------


def too_large(dialog):
    dialog.fields.width_.setValue(16000)
    dialog.fields.height_.setValue(9000)
    dialog.fields.scale.setValue(8)


def too_long(dialog):
    dialog.fields.height_.setValue(100)


def too_much(dialog):
    choose(dialog.fields.format, ".gif")
    dialog.fields.seconds.setValue(60)


def replayed(dialog):
    choose(dialog.fields.format, ".gif")
    choose(dialog.fields.kind, "replay")


@pytest.mark.parametrize(
    ("arguments", "edit", "reason"),
    [
        ((), too_large, "pixels"),
        ((), too_long, "shape"),
        ((), too_much, "moving"),
        (("--counts", "3/10"), replayed, "sequence"),
        (("--counts", "0/0"), replayed, "nothing"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
@pytest.mark.parametrize("code", ["en", "ko"])
def test_what_cannot_be_made_is_said_and_cannot_be_saved(start, ask, arguments, edit, reason, code):
    window = start("--lang", code, "--theme", "light", *arguments)
    if reason == "nothing":
        window.session.set_observations(Observations(()))
    dialog = ask(window)
    assert allowed(dialog)
    edit(dialog)
    assert dialog.error.reason == reason
    assert not allowed(dialog)
    text = dialog.message.text()
    assert bool(HANGUL.search(text)) == (code == "ko")
    assert dialog.message.role == "warning"
    # As it was, it can be made again.
    choose(dialog.fields.format, ".png")
    choose(dialog.fields.preset, "slide")
    assert allowed(dialog)
    assert dialog.error is None
    assert dialog.message.role == "muted"


@pytest.mark.parametrize("edit", [too_large, too_long])
@pytest.mark.parametrize("ending", [".svg", ".pdf", ".csv"])
def test_the_field_at_fault_is_there_for_every_kind_of_file(dialog, edit, ending):
    edit(dialog)
    choose(dialog.fields.format, ending)
    assert not allowed(dialog)
    assert {"exportWidth", "exportHeight"} <= set(shown(dialog))
    assert ("exportScale" in shown(dialog)) == (edit is too_large)
    dialog.fields.scale.setValue(1)
    dialog.fields.height_.setValue(9000)
    assert allowed(dialog)
    assert shown(dialog) == [*FIELDS[ending], *BUTTONS]


@pytest.mark.parametrize("edit", [too_large, too_long, too_much])
def test_the_window_can_be_saved_whatever_is_wrong_with_the_figure(dialog, edit):
    edit(dialog)
    choose(dialog.fields.preset, "screen")
    assert dialog.error is None
    assert allowed(dialog)


def test_a_replay_that_cannot_be_is_shown_as_it_stands(start, ask):
    dialog = ask(start("--lang", "en", "--theme", "light", "--counts", "3/10"))
    replayed(dialog)
    before = picture(dialog.preview)
    choose(dialog.fields.theme, "dark")
    assert difference(before, picture(dialog.preview))
    assert dialog.preview._moving is None


def test_a_replay_can_be_made_as_soon_as_there_are_data(window, ask):
    window.session.set_observations(Observations(()))
    dialog = ask(window)
    replayed(dialog)
    assert dialog.error.reason == "nothing"
    window.session.set_observations(Observations((1, 0)))
    assert allowed(dialog)


# The numbers of the moment ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        lambda session: session.set_pi(0.25),
        lambda session: session.set_observations(Observations((0, 0, 1))),
        lambda session: session.set_interval(0.2, 0.4),
        lambda session: session.undo(),
    ],
    ids=["pi", "data", "interval", "undo"],
)
def test_the_picture_follows_the_window(window, ask, change):
    window.session.set_observations(Observations((1, 1, 0)))
    dialog = ask(window)
    before = picture(dialog.preview)
    change(window.session)
    assert difference(before, picture(dialog.preview))


def test_a_sweep_goes_along_the_axis_that_is_shown(window, dialog):
    choose(dialog.fields.format, ".gif")
    fields = dialog.fields
    window.session.set_interval(0.1234567891, 0.4)
    assert (fields.start.text(), fields.stop.text()) == ("0.123457", "0.4")
    assert (fields.motion.start, fields.motion.stop) == (None, None)
    fields.fps.setValue(10)  # reading the fields does not round the end of the axis
    assert (fields.motion.start, fields.motion.stop) == (None, None)
    fields.start.setValue(0.2)
    window.session.set_interval(0.0, 1.0)
    assert (fields.start.text(), fields.stop.text()) == ("0.2", "1")
    assert (fields.motion.start, fields.motion.stop) == (0.2, None)


def test_the_motion_is_shown_and_moves(dialog):
    choose(dialog.fields.format, ".gif")
    assert dialog.preview._timer.isActive()
    seen = []
    for now in (0, 1000, 2000):
        dialog.preview._clock.now = now
        seen.append(picture(dialog.preview))
    assert difference(seen[0], seen[1])
    assert difference(seen[1], seen[2])
    choose(dialog.fields.format, ".png")
    assert not dialog.preview._timer.isActive()


# Its own look -------------------------------------------------------------------------------------


def test_theme_and_language_are_the_windows_at_first_and_then_its_own(start, ask):
    window = start("--lang", "ko", "--theme", "dark")
    dialog = ask(window)
    options = dialog.fields.options
    assert (options.theme, options.language) == ("dark", "ko")
    before = picture(window)
    choose(dialog.fields.theme, "light")
    choose(dialog.fields.language, "en")
    picture(dialog.preview)
    assert theme.look().theme is theme.DARK
    assert i18n.language() == "ko"
    assert difference(before, picture(window)) == ""
    window.toggle_theme()
    window.toggle_theme()
    assert dialog.fields.options.theme == "light"
    dialog.reject()
    settle()
    options = ask(window).fields.options
    assert (options.theme, options.language) == ("dark", "ko")


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_word_follows_the_language_while_it_is_open(window, dialog, ending):
    # The names of languages, file formats and units are the same in both.
    same = {"English", "한국어", "mm", "%"}
    choose(dialog.fields.format, ending)
    english = words(dialog)
    window.show_language("ko")
    settle()
    korean = words(dialog)
    assert english & korean - same == set()
    assert [text for text in korean - same if not HANGUL.search(text)] == []
    assert [text for text in english - same if HANGUL.search(text)] == []
    window.show_language("en")
    settle()
    assert words(dialog) == english


def test_messages_follow_the_language_too(window, dialog):
    too_long(dialog)
    english = dialog.message.text()
    window.show_language("ko")
    settle()
    assert HANGUL.search(dialog.message.text())
    window.show_language("en")
    settle()
    assert dialog.message.text() == english


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_control_has_a_name(dialog, ending):
    choose(dialog.fields.format, ending)
    for name in shown(dialog):
        assert find(dialog, name).accessibleName().strip(), name
    assert dialog.preview.accessibleName()
    names = [find(dialog, name).accessibleName() for name in shown(dialog)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK])
def test_words_and_fields_are_in_the_windows_colours(window, dialog, look):
    if look is theme.DARK:
        window.toggle_theme()
    settle()
    palette = dialog.palette()
    assert palette.color(QPalette.Window).name().upper() == look.ground
    assert palette.color(QPalette.WindowText).name().upper() == look.current
    for label in dialog.findChildren(QLabel):
        role = label.foregroundRole()
        assert label.palette().color(role).name().upper() == look.muted
    for combo in dialog.findChildren(QComboBox):
        assert combo.palette().color(QPalette.ButtonText).name().upper() == look.current
    too_long(dialog)
    message = dialog.message
    assert message.palette().color(message.foregroundRole()).name().upper() == look.warning


# The room -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["en", "ko"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_nothing_is_cut_on_a_small_screen(start, ask, monkeypatch, code, ending):
    screen = QApplication.primaryScreen().availableGeometry().size()
    small = screen.scaled(1024, 700, Qt.IgnoreAspectRatio)
    monkeypatch.setattr(export_dialog.ExportDialog, "_screen", lambda _self: small * 0.95)
    dialog = ask(start("--lang", code, "--theme", "light", size="1024x700"))
    choose(dialog.fields.format, ending)
    assert dialog.width() <= 1024
    assert dialog.height() <= 700
    assert dialog.minimumSizeHint().width() <= dialog.width()
    assert dialog.minimumSizeHint().height() <= dialog.height()
    # The fields are as wide as their room: they scroll up and down at most.
    assert dialog.fields.width() <= dialog._scroll.viewport().width()
    for name in shown(dialog):
        widget = find(dialog, name)
        assert widget.width() >= widget.minimumSizeHint().width(), name
    for label in dialog.fields.findChildren(QLabel):
        if label.isVisible():
            assert label.width() >= label.sizeHint().width(), label.text()


def test_the_picture_keeps_its_room_whatever_is_chosen_and_said(window, dialog):
    for code in ("en", "ko"):
        window.show_language(code)
        settle()
        widths = set()
        for ending in ENDINGS:
            choose(dialog.fields.format, ending)
            widths.add(dialog.preview.width())
        too_much(dialog)
        replayed(dialog)
        settle()
        widths.add(dialog.preview.width())
        dialog.fields.seconds.setValue(4)
        assert len(widths) == 1


def test_another_language_or_scale_gives_the_fields_the_room_they_need(window, dialog):
    for change in (
        lambda: window.show_language("ko"),
        lambda: theme.set_look(scale=1.5),
        lambda: window.show_language("en"),
    ):
        change()
        settle()
        for name in shown(dialog):
            widget = find(dialog, name)
            assert widget.width() >= widget.minimumSizeHint().width(), name


# The next time ------------------------------------------------------------------------------------


@pytest.mark.parametrize("leave", ["reject", "accept"])
def test_choices_are_remembered_while_the_window_is_there(window, ask, leave):
    dialog = ask(window)
    fields = dialog.fields
    choose(fields.preset, "a4-half")
    choose(fields.format, ".apng")
    fields.parts["numbers"].click()
    fields.title_.setText("midterm")
    fields.seconds.setValue(2.5)
    fields.loops.setValue(3)
    fields.start.setValue(0.25)
    getattr(dialog, leave)()
    settle()
    again = ask(window).fields
    assert again.ending == ".apng"
    assert again.preset.currentData() == "a4-half"
    assert again.options.parts == {"tiles", "formulas"}
    assert again.options.title == again.title_.text() == "midterm"
    assert again.motion == Motion(start=0.25, seconds=2.5, loops=3)
    assert not again.parts["numbers"].isChecked()


def test_choices_are_remembered_from_one_window_to_the_next(start, ask):
    first = start("--lang", "en", "--theme", "light")
    fields = ask(first).fields
    choose(fields.format, ".svg")
    fields.title_.setText("midterm")
    first.close()
    again = ask(start("--lang", "en", "--theme", "light")).fields
    assert again.ending == ".svg"
    assert again.title_.text() == ""  # it belongs to one figure


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "{",
        "[]",
        "\0",
        remembered(FigureOptions(), Motion(), ".gif").replace("300", "300.5"),
        remembered(FigureOptions(), Motion(), ".gif").replace("900", "Infinity"),
        remembered(FigureOptions(), Motion(), ".gif").replace("sweep", "waltz"),
    ],
    ids=["none", "broken", "list", "nul", "half a dot", "endless", "waltz"],
)
def test_damaged_settings_are_as_if_they_were_not_there(window, ask, kept):
    window.settings.figure = kept
    fields = ask(window).fields
    assert fields.options == FigureOptions()
    assert fields.motion == Motion()
    assert fields.ending == ".png"


def test_fields_and_options_agree_from_the_beginning(window, ask):
    """A file that was written by hand may have more digits than a field."""
    kept = remembered(FigureOptions(), Motion(), ".gif")
    window.settings.figure = kept.replace("1440", "1440.3").replace("4.0", "4.04")
    fields = ask(window).fields
    assert fields.options.width == fields.width_.value() == 1440
    assert fields.motion.seconds == fields.seconds.value() == 4.0


# A name -------------------------------------------------------------------------------------------


def test_the_name_that_is_proposed_is_not_taken(tmp_path):
    for taken in ("bernoulli-lab", "bernoulli-lab-2", "bernoulli-lab-3"):
        path = suggested_name(tmp_path, ".png")
        assert path == tmp_path / f"{taken}.png"
        path.write_bytes(b"")
    assert suggested_name(tmp_path, ".svg") == tmp_path / "bernoulli-lab.svg"
    (tmp_path / "bernoulli-lab.svg").mkdir()
    assert suggested_name(tmp_path, ".svg") == tmp_path / "bernoulli-lab-2.svg"


def test_a_folder_that_may_not_be_looked_into_has_a_name_too(tmp_path, monkeypatch):
    def refused(*_arguments, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.stat", refused)
    path = suggested_name(tmp_path, ".png")
    monkeypatch.undo()
    assert path == tmp_path / "bernoulli-lab.png"


def test_whatever_is_chosen_the_windows_own_state_stays(window, dialog):
    before = window.session.state
    choose(dialog.fields.format, ".gif")
    replayed(dialog)
    picture(dialog.preview)
    assert window.session.state == before
    assert window.session.undo_stack.count() == 0


def test_what_is_made_for_paper_is_light_in_a_dark_window_too(start, ask):
    fields = ask(start("--lang", "en", "--theme", "dark")).fields
    assert fields.options.theme == "dark"
    choose(fields.preset, "slide")
    assert fields.options.theme == "dark"
    choose(fields.preset, "a4-half")
    assert fields.options.theme == fields.theme.currentData() == "light"
