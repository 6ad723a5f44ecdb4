"""The card *Model*, by mouse and by keys, as the window wires it."""

import math
from dataclasses import replace

import pytest
from PyQt5.QtCore import QEvent, QPoint, QPointF, Qt
from PyQt5.QtGui import QKeyEvent, QWheelEvent
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QAbstractButton, QApplication, QWidget

from core import climb, logistic
from core.landscape import Region
from core.model_state import Climber, ModelLook
from core.state import LogBase
from gui import i18n, theme
from gui.model import model_panel
from gui.model.examples_panel import ExamplesPanel
from gui.model.model_panel import ModelPanel
from gui.still_text import text_width
from tests.gui.model.model_bench import CHALLENGER, DATA, ModelBench
from tests.helpers import difference, drag, find, painted_texts, picture, press, release, settle

SIZES = [(1.0, 0), (1.125, 0), (1.6, 27), (2.25, 0)]
REGION = Region(-0.45, 0.05, -3.0, 30.0)


@pytest.fixture
def panel(shown, look_of_the_start, monkeypatch):  # noqa: ARG001 - asked for by its name
    monkeypatch.setattr("gui.pace.MILLISECONDS", 4)
    made = ModelPanel()
    made.show_window = shown
    return shown(made, 396, 380)


@pytest.fixture
def bench(panel):
    return ModelBench(panel, w=-0.1, b=6.0, look=ModelLook(region=REGION))


def type_into(field, text, *, enter=True):
    field.setFocus()
    field.selectAll()
    edit = field.lineEdit()
    edit.clear()
    # Qt's own helper knows no minus sign beyond ASCII.
    for letter in text:
        QApplication.sendEvent(edit, QKeyEvent(QEvent.KeyPress, 0, Qt.NoModifier, letter))
    if enter:
        QTest.keyClick(field, Qt.Key_Return)
    settle()


def field(bench, name):
    return find(bench.panel, f"{name}SpinBox")


def said(bench):
    settle()
    return bench.panel.summary().replace("\u00a0", " ")


# w and b ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [("-0.25", -0.25), ("−1/3", -1 / 3), ("1e-3", 1e-3), ("1e154", 1e154), ("−0,2", -0.2)],
)
def test_the_number_typed_is_the_number_taken(bench, text, value):
    type_into(field(bench, "weight"), text)
    assert bench.state.w == value
    assert bench.steps == 1


@pytest.mark.parametrize("text", ["", "abc", "1e155", "1/0", "1,234", "nan"])
def test_a_bad_number_stays_with_a_message_and_changes_nothing(bench, text):
    box = field(bench, "bias")
    box.lineEdit().setModified(True)
    type_into(box, text)
    if not text:
        box.lineEdit().setModified(True)
        box.commit()
    assert box.lineEdit().text() == text
    assert box.property("invalid")
    assert bench.panel.message.isVisible()
    assert bench.panel.message.text()
    assert bench.edits == []
    type_into(box, "7")
    assert not bench.panel.message.isVisible()
    assert not box.property("invalid")
    assert bench.state.b == 7.0


def test_escape_gives_up_what_was_typed(bench):
    box = field(bench, "weight")
    type_into(box, "abc", enter=False)
    QTest.keyClick(box, Qt.Key_Escape)
    assert box.lineEdit().text() == "−0.1"
    assert not bench.panel.message.isVisible()
    assert bench.edits == []


def test_who_comes_to_a_field_sees_all_digits(bench):
    bench.session.set_model("weights", w=-0.13141592653589793)
    settle()
    box = field(bench, "weight")
    box.clearFocus()
    settle()
    assert box.text() == "−0.1314"
    box.setFocus()
    assert box.text() == "−0.13141592653589793"
    assert box.value() == -0.13141592653589793


def test_a_field_that_is_hidden_takes_nothing_for_typed(bench):
    bench.session.set_model("weights", w=-0.13141592653589793, b=-2.1234567e-150)
    settle()
    QApplication.instance().setActiveWindow(None)
    bench.panel.hide()
    settle()
    assert bench.edits == []
    assert bench.state.w == -0.13141592653589793


def test_p_begins_to_type_w_or_b_where_w_is_0(bench):
    bench.panel.start_typing()
    assert field(bench, "weight").lineEdit().hasSelectedText()
    bench.session.set_model("shared", shared=True)
    settle()
    bench.panel.start_typing()
    assert field(bench, "bias").lineEdit().hasSelectedText()


def test_a_drag_of_a_slider_is_one_step_of_the_history(bench):
    slider = find(bench.panel, "weightSlider")
    middle = slider.height() / 2
    x = slider.handle_x()
    drag(slider, [(x, middle), (x + 10, middle), (x + 20, middle)])
    assert bench.steps == 1
    assert bench.said == [("started", "weights"), "ended"]
    assert -0.1 < bench.state.w < 0.05
    assert [step for step, _fields in bench.edits] == ["weights"] * 2


def test_a_drag_shows_the_handle_at_once_and_is_never_behind_when_asked(bench):
    slider = find(bench.panel, "weightSlider")
    before = slider.handle_x()
    bench.panel._pace.ask()
    bench.session.set_model("weights", w=-0.3)
    assert slider.handle_x() < before
    exact = logistic.binary_cross_entropy(CHALLENGER.x, CHALLENGER.y, -0.3, 6.0)
    assert bench.panel.loss.text() == f"{exact:.4g}"


def test_keys_move_by_a_hundredth_of_the_landscape_s_range(bench):
    QTest.keyClick(find(bench.panel, "biasSlider"), Qt.Key_Right)
    assert bench.state.b == pytest.approx(6.2)
    QTest.keyClick(find(bench.panel, "weightSlider"), Qt.Key_Left, Qt.ShiftModifier)
    assert bench.state.w == -0.1005


def test_the_arrows_of_a_field_step_as_the_slider_does(bench):
    QTest.keyClick(field(bench, "weight"), Qt.Key_Up)
    assert bench.state.w == -0.095


def test_a_weight_is_never_asked_for_beyond_what_is_allowed(bench):
    bench.session.set_model("weights", w=1e154)
    bench.session.look_at_model(region=Region(-1e154, 1e154, -1.0, 1.0))
    QTest.keyClick(find(bench.panel, "weightSlider"), Qt.Key_Right, Qt.ControlModifier)
    assert bench.edits[-1] == ("weights", {"w": 1e154})


@pytest.mark.parametrize(
    "name", ["weightSlider", "weightSpinBox", "biasSpinBox", "rateField", "rateSlider"]
)
def test_the_wheel_changes_what_has_the_focus_alone_and_else_scrolls(bench, name):
    bench.panel.climb.more.click()
    settle()
    widget = find(bench.panel, name)
    # Qt gives the focus to what asks for it by the wheel.
    assert not widget.focusPolicy() & Qt.WheelFocus & ~Qt.StrongFocus
    find(bench.panel, "climbStepButton").setFocus()
    place = widget.rect().center()
    event = turn(place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    settle()
    assert not event.isAccepted()
    assert bench.edits == []
    widget.setFocus()
    event = turn(place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    settle()
    assert event.isAccepted()
    assert len(bench.edits) == 1


def turn(place, there):
    return QWheelEvent(
        *(QPointF(place), QPointF(there), QPoint(), QPoint(0, -120)),
        *(Qt.NoButton, Qt.NoModifier, Qt.NoScrollPhase, False),
    )


# The bridge ------------------------------------------------------------------------------------


def test_one_shared_pi_puts_w_aside_and_gives_it_back(bench):
    switch = find(bench.panel, "sharedSwitch")
    QTest.keyClick(switch, Qt.Key_Left)
    settle()
    assert bench.edits == [("shared", {"shared": True})]
    assert not find(bench.panel, "weightSlider").isEnabled()
    assert field(bench, "weight").text() == "0"
    assert "π" in said(bench)
    QTest.keyClick(switch, Qt.Key_Right)
    settle()
    assert find(bench.panel, "weightSlider").isEnabled()
    assert field(bench, "weight").text() == "−0.1"
    assert bench.steps == 2


def test_both_floors_stay_in_sight_whichever_holds(bench):
    for shared in (False, True):
        bench.session.set_model("shared", shared=shared)
        assert "0.6145" in said(bench)
        assert "0.4416" in said(bench)


# The way down ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "action"),
    [
        ("climbPlayButton", "play"),
        ("climbStepButton", "step"),
        ("climbEndButton", "runToEnd"),
        ("goToFitButton", "goToFit"),
    ],
)
def test_a_button_asks_for_its_action(bench, name, action):
    QTest.mouseClick(find(bench.panel, name), Qt.LeftButton)
    assert bench.asked == [action]


def test_back_and_rewind_are_there_when_something_was_gone(bench):
    back, rewind = (find(bench.panel, f"climb{name}Button") for name in ("Back", "Rewind"))
    assert not back.isEnabled()
    state = climb.advanced(bench.state, None, 3)
    bench.session.set_model("climb", w=state.w, b=state.b, climber=state.climber)
    settle()
    QTest.mouseClick(back, Qt.LeftButton)
    QTest.mouseClick(rewind, Qt.LeftButton)
    assert bench.asked == ["stepBack", "rewind"]


def test_a_click_on_a_floor_asks_to_go_there(bench):
    settle()
    floors, high = bench.panel.floors, bench.panel.floors.row_height()
    for row in range(3):
        place = QPoint(150, row * high + high // 2)
        QTest.mouseClick(floors, Qt.LeftButton, Qt.NoModifier, place)
    assert bench.asked == ["goToShared", "goToFit"]


def test_a_floor_that_is_not_reached_cannot_be_gone_to(bench):
    bench.open(DATA["ones"])
    settle()
    floors, high = bench.panel.floors, bench.panel.floors.row_height()
    assert [floors.floor_at(row * high + 1) for row in range(4)] == [None] * 4


def test_space_on_a_slider_plays(bench):
    QTest.keyClick(find(bench.panel, "weightSlider"), Qt.Key_Space)
    assert bench.asked == ["play"]


def test_the_play_button_says_what_it_does_now(bench):
    button = find(bench.panel, "climbPlayButton")
    names = []
    for playing in (True, False):
        bench.panel.show_playing(playing)
        names.append(button.accessibleName())
    assert names[0].startswith("Pause")
    assert names[1].startswith("Play")


@pytest.mark.parametrize(
    ("name", "key", "fields"),
    [
        ("methodSwitch", Qt.Key_Right, {"method": "newton"}),
        ("singleSwitch", Qt.Key_Right, {"single": True}),
        ("totalSwitch", Qt.Key_Right, {"total": True}),
        ("givenSwitch", Qt.Key_Right, {"standardised": False}),
        ("rateSlider", Qt.Key_Right, {"rate": 2.0}),
    ],
)
def test_each_setting_asks_for_another_climber_that_keeps_its_place(bench, name, key, fields):
    state = climb.advanced(bench.state, None, 3)
    bench.session.set_model("climb", w=state.w, b=state.b, climber=state.climber)
    bench.panel.climb.more.click()
    settle()
    QTest.keyClick(find(bench.panel, name), key)
    step, edited = bench.edits[-1]
    assert step == "climber"
    climber = edited["climber"]
    assert {key: getattr(climber, key) for key in fields} == fields
    assert (climber.start, climber.step) == (state.climber.start, 3)


def test_a_rate_and_a_seed_are_typed(bench):
    type_into(find(bench.panel, "rateField"), "1/23")
    assert bench.state.climber.rate == 1 / 23
    bench.panel.climb.more.click()
    QTest.keyClick(find(bench.panel, "singleSwitch"), Qt.Key_Right)
    type_into(find(bench.panel, "climbSeedField"), str(2**63 - 1))
    assert bench.state.climber.seed == 2**63 - 1


@pytest.mark.parametrize("text", ["0", "-1", "1e13", "x"])
def test_a_bad_rate_stays_with_a_message(bench, text):
    box = find(bench.panel, "rateField")
    type_into(box, text)
    assert box.lineEdit().text() == text
    assert box.property("invalid")
    assert bench.panel.message.isVisible()
    assert bench.edits == []


def test_the_rate_s_slider_is_one_gesture_of_its_own(bench):
    bench.panel.climb.more.click()
    settle()
    slider = find(bench.panel, "rateSlider")
    press(slider, 50, slider.height() / 2)
    release(slider, 50, slider.height() / 2)
    assert bench.said == [("started", "climber"), "ended"]
    assert bench.steps == 1


def test_newton_has_no_rate(bench):
    bench.session.set_model("climber", climber=Climber(method="newton"))
    settle()
    for name in ("rateField", "rateSlider", "singleSwitch", "totalSwitch", "givenSwitch"):
        assert not find(bench.panel, name).isEnabled()


def test_a_field_that_is_off_looks_it(bench):
    bench.panel.setStyleSheet(theme.stylesheet(theme.look()))
    field(bench, "weight").clearFocus()
    settle()
    box = find(bench.panel, "rateField")
    on = picture(box)
    bench.session.set_model("climber", climber=Climber(method="newton"))
    settle()
    assert difference(on, picture(box))


def test_a_rate_that_is_too_large_is_said_with_the_largest_that_settles(bench):
    bench.session.set_model("climber", w=0.0, b=0.0, climber=Climber(standardised=False))
    state = climb.advanced(bench.state, None, 12)
    bench.session.set_model("climb", w=state.w, b=state.b, climber=state.climber)
    assert "too large" in said(bench)
    assert "Near the minimum" in said(bench)
    assert bench.panel.climb.words.role == "warning"


def test_more_is_remembered_while_the_window_lives(bench):
    bench.panel.climb.more.click()
    bench.panel.hide()
    bench.panel.show()
    settle()
    assert bench.panel.climb.settings.isVisible()
    bench.panel.climb.more.click()
    assert not bench.panel.climb.settings.isVisible()


# What is the matter with the data ----------------------------------------------------------------


@pytest.mark.parametrize("kind", DATA)
def test_each_kind_of_data_is_shown_without_a_complaint(bench, kind):
    bench.open(DATA[kind])
    assert bench.panel.note.isVisible()
    jump = find(bench.panel, "goToFitButton")
    assert jump.isEnabled() is (kind == "equal_x")
    if kind != "equal_x":
        assert bench.panel.why_no_fit()


def test_with_a_plain_minimum_nothing_is_said(bench):
    assert not bench.panel.note.isVisible()


def test_without_examples_nothing_can_be_gone(bench):
    bench.open(DATA["no_examples"])
    for name in ("climbPlayButton", "climbStepButton", "climbEndButton", "goToFitButton"):
        assert not find(bench.panel, name).isEnabled()
    assert bench.panel.loss.text() == "undefined"


def test_the_unit_of_the_loss_is_that_of_the_state(bench):
    bench.session.set_log_base(LogBase.BITS)
    settle()
    exact = logistic.binary_cross_entropy(CHALLENGER.x, CHALLENGER.y, -0.1, 6.0) / math.log(2)
    assert bench.panel.loss.text() == f"{exact:.4g}"


# Looks -------------------------------------------------------------------------------------------


def test_what_is_rendered_twice_is_told_to_nobody(bench):
    bench.panel.render_snapshot(bench.session.snapshot)
    bench.panel.render_snapshot(bench.session.snapshot)
    settle()
    assert bench.edits == []
    assert bench.said == []


def test_a_frame_of_a_drag_paints_the_handle_alone(bench, monkeypatch):
    settle()
    painted = []
    for widget in bench.panel.findChildren(QWidget):
        kind = type(widget)
        if "paintEvent" in vars(kind) and kind.__module__.startswith("gui."):
            real = kind.paintEvent

            def paint(self, event, real=real):
                painted.append(self.objectName() or type(self).__name__)
                real(self, event)

            monkeypatch.setattr(kind, "paintEvent", paint)
    monkeypatch.setattr(bench.panel._pace, "ask", lambda: None)
    monkeypatch.setattr(bench.panel.weight.field._pace, "ask", lambda: None)
    bench.session.set_model("weights", w=-0.2)
    QApplication.processEvents()
    assert set(painted) == {"weightSlider"}


def test_every_control_has_a_name_a_tip_and_a_place_in_the_tab_order(bench):
    bench.panel.climb.more.click()
    settle()
    controls = [
        widget
        for widget in bench.panel.findChildren(QWidget)
        if widget.focusPolicy() & Qt.TabFocus and widget.isVisible() and widget.focusProxy() is None
    ]
    assert len(controls) >= 16
    for widget in controls:
        assert widget.accessibleName(), widget.objectName()
        assert widget.toolTip(), widget.objectName()
        assert widget.objectName()


def is_cut(widget):
    """What of a widget has no room, in words; "" where all has."""
    laid = widget.laid() if hasattr(widget, "laid") else None
    if laid is not None and laid.width > widget.width():
        return "the formula is cut"
    if isinstance(widget, QAbstractButton) and widget.icon().isNull():
        if widget.width() < widget.minimumSizeHint().width():
            return "the words are cut"
        if widget.height() < theme.look().text_metrics(13).height():
            return "the letters are cut"
    if isinstance(widget, model_panel.Words):
        lines = widget.lines()
        if widget.text() and not lines:
            return "no line has room"
        if any(text_width(line, widget.size_) > widget.width() for line in lines):
            return "a line is cut"
    return ""


def problems(panel):
    """What is cut off or reaches out of the card."""
    settle()
    for widget in filter(QWidget.isVisible, panel.findChildren(QWidget)):
        rect = widget.rect().translated(widget.mapTo(panel, widget.rect().topLeft()))
        what = is_cut(widget) if panel.rect().contains(rect) else "it reaches out of the card"
        if what:
            yield f"{widget.objectName() or type(widget).__name__}: {what}"


@pytest.mark.parametrize(("scale", "least"), SIZES)
@pytest.mark.parametrize("dark", [False, True])
def test_nothing_is_cut_off_in_any_size(bench, scale, least, dark):
    theme.set_look(theme=theme.DARK if dark else theme.LIGHT, scale=scale, least_type=least)
    bench.panel.climb.more.click()
    cases = [*DATA.items(), ("plain", CHALLENGER)]
    for kind, data in cases:
        bench.open(data, w=-1.2345678e-150, b=-9.8765432e150)
        settle()
        bench.panel.resize(theme.look().px(396), bench.panel.sizeHint().height())
        settle()
        bench.panel.resize(theme.look().px(396), bench.panel.sizeHint().height())
        assert list(problems(bench.panel)) == [], kind


def test_the_closed_card_leaves_room_for_the_table(bench):
    settle()
    assert bench.panel.sizeHint().height() <= 382


def test_the_open_card_and_the_least_table_have_room_in_a_window_of_usual_height(bench):
    bench.panel.climb.more.click()
    examples = ExamplesPanel()
    bench.panel.show_window(examples, 396, 300)
    least = examples.minimumSizeHint().height()
    for kind, data in DATA.items():
        bench.open(data)
        settle()
        bench.panel.resize(396, bench.panel.sizeHint().height())
        settle()
        # 900, less the title of the window, the bar at its top, and the margins.
        assert least + 15 + bench.panel.sizeHint().height() <= 790, kind


def test_another_setting_moves_no_button(bench):
    """What is said of a narrow valley has its room before it is said."""
    bench.panel.climb.more.click()
    places = set()
    for standardised in (True, False, True):
        climber = replace(bench.state.climber, standardised=standardised)
        bench.session.set_model("climber", climber=climber)
        settle()
        bench.panel.resize(396, bench.panel.sizeHint().height())
        settle()
        places.add(bench.panel.climb.settings.given.mapTo(bench.panel, QPoint()).y())
    assert len(places) == 1


def test_a_step_moves_no_button(bench):
    settle()
    places = set()
    for steps in (0, 1, 3, 12):
        state = climb.advanced(bench.state, bench.model.path, steps)
        bench.session.set_model("climb", w=state.w, b=state.b, climber=state.climber)
        settle()
        bench.panel.resize(396, bench.panel.sizeHint().height())
        settle()
        places.add((find(bench.panel, "climbStepButton").y(), bench.panel.height()))
    assert len(places) == 1


def test_a_change_of_language_changes_every_word(bench, monkeypatch):
    settle()
    before = {text.text for text in painted_texts(bench.panel)}

    def other(_context, text):
        return f"ㄱ{text}"

    for module in ("model_panel", "climb_panel", "climb_words", "climb_settings", "floor_bars"):
        monkeypatch.setattr(f"gui.model.{module}.translate", other)
    monkeypatch.setattr("gui.model.loss_line.translate", other)
    QApplication.sendEvent(bench.panel, QEvent(QEvent.LanguageChange))
    settle()
    assert find(bench.panel, "goToFitButton").text().startswith("ㄱ")
    assert bench.panel.shared.parts()[0].startswith("ㄱ")
    assert bench.panel.floors.text().startswith("ㄱ")
    assert bench.panel.climb.words.text().startswith("ㄱ")
    assert {text.text for text in painted_texts(bench.panel)} != before
    assert i18n.language() == "en"


def test_out_of_sight_nothing_is_worked_out_and_in_sight_all_is_there(bench, monkeypatch):
    settle()
    bench.panel.hide()
    asked = []
    monkeypatch.setattr(bench.panel._pace, "ask", lambda: asked.append(1))
    bench.session.set_model("weights", w=-0.3)
    assert asked == []
    bench.panel.show()
    settle()
    assert "−0.3" in said(bench)


def test_a_held_key_ends_with_stop(bench):
    slider = find(bench.panel, "weightSlider")
    event = QKeyEvent(QEvent.KeyPress, Qt.Key_Right, Qt.NoModifier)
    QApplication.sendEvent(slider, event)
    bench.panel.stop()
    assert bench.said == [("started", "weights"), "ended"]
