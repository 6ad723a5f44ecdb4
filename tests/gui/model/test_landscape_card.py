from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from PyQt5.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PyQt5.QtGui import QPainter, QWheelEvent
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QApplication, QWidget

from core.labelled import Labelled
from core.landscape import Region
from core.model_state import Climber, ModelLook, ModelState
from core.snapshot import evaluate
from core.state import LogBase, State
from gui import i18n, theme
from gui.model.landscape_card import LandscapeCard
from gui.model.landscape_painter import paint_still
from tests.helpers import drag, mouse, move, painted_texts, picture, press, release, settle

pytestmark = pytest.mark.usefixtures("look_of_the_start")

TEN = Labelled([-2, -1, -1, 0, 0, 1, 1, 2, 2, 3], [0, 0, 1, 0, 1, 0, 1, 1, 1, 1])
REGION = Region(-2.0, 4.0, -3.0, 4.0)
SIZES = [
    (940, 400, 1.0, 0),
    (500, 220, 1.0, 0),
    (360, 200, 1.0, 0),
    (1300, 600, 1.25, 0),
    (1000, 480, 1.6, 27),
]
DATA = {
    "ten": TEN,
    "none": Labelled(),
    "ones": Labelled([1, 2, 3], [1, 1, 1]),
    "separable": Labelled([1, 2, 3, 4], [0, 0, 1, 1]),
    "equal": Labelled([2, 2, 2], [1, 1, 0]),
    "far": Labelled([1e150, -1e150, 0.0], [1, 0, 1]),
}


class Desk:
    """Does what the card asks for, as the desk of the Model view would."""

    def __init__(self, card, **fields):
        self.card, self.asked, self.steps, self._open = card, [], 0, None
        self.base = LogBase.NATS
        self.model, self.look = ModelState(**{"data": TEN, **fields}), ModelLook(region=REGION)
        card.edited.connect(self._edit)
        card.looked.connect(self._look)
        card.asked.connect(self.asked.append)
        card.gesture_started.connect(self._begin)
        card.gesture_ended.connect(self._end)
        self.snapshot = None
        self.show()

    def _edit(self, step, fields):
        assert step == "weights"
        before, self.model = self.model, replace(self.model, **fields)
        self.steps += self._open is None and before != self.model
        self.show()

    def _look(self, fields):
        self.look = replace(self.look, **fields)
        self.show()

    def _begin(self, step):
        assert step == "weights"
        assert self._open is None
        self._open = self.model

    def _end(self):
        assert self._open is not None
        self.steps += self._open != self.model
        self._open = None

    @property
    def in_gesture(self):
        return self._open is not None

    def show(self, **fields):
        self.model = replace(self.model, **fields)
        state = State(log_base=self.base, model=self.model, model_look=self.look)
        self.snapshot = evaluate(state, self.snapshot)
        self.card.render_snapshot(self.snapshot)


@pytest.fixture
def card(shown, monkeypatch):
    monkeypatch.setattr("gui.pace.MILLISECONDS", 0)
    made = LandscapeCard()
    made.desk = Desk(made)
    shown(made, 940, 400)
    made.feed.finish()
    settle()
    yield made
    made.hide()
    QApplication.processEvents()


def at(card, w, b):
    point = card.canvas.layout_now.point(w, b)
    return point.x(), point.y()


def near(card, w, b):
    """Whether the model's weights are these, to a pixel."""
    layout, model = card.canvas.layout_now, card.desk.model
    return abs(model.w - w) <= layout.w_per_pixel and abs(model.b - b) <= layout.b_per_pixel


def test_a_click_brings_w_and_b_there(card):
    QTest.mouseClick(card.canvas, Qt.LeftButton, pos=QPointF(*at(card, 2.5, -1.0)).toPoint())
    assert near(card, 2.5, -1.0)
    assert card.desk.steps == 1
    assert not card.desk.in_gesture


def test_a_drag_of_the_handle_is_one_step_and_no_landscape_is_computed(card):
    card.desk.show(w=0.5, b=0.5)
    settle()
    stills, landscape = card.canvas.still_paints, card.feed.landscape
    x, y = at(card, 0.5, 0.5)
    drag(card.canvas, [(x + 3, y + 2), (x + 50, y - 20), (x + 103, y - 58)])
    back = card.canvas.layout_now.point(card.desk.model.w, card.desk.model.b)
    assert abs(back.x() - (x + 100)) <= 1.0
    assert abs(back.y() - (y - 60)) <= 1.0
    assert card.desk.steps == 1
    assert card.canvas.still_paints == stills
    assert card.feed.landscape is landscape


def test_a_press_on_the_handle_moves_nothing(card):
    card.desk.show(w=0.123456, b=0.7654321)
    x, y = at(card, 0.123456, 0.7654321)
    press(card.canvas, x + 4, y - 3)
    assert card.desk.in_gesture
    release(card.canvas, x + 4, y - 3)
    assert (card.desk.model.w, card.desk.model.b) == (0.123456, 0.7654321)
    assert card.desk.steps == 0


def test_a_drag_ends_at_the_edges(card):
    press(card.canvas, *at(card, 1.0, 1.0))
    move(card.canvas, 5000, -5000)
    assert (card.desk.model.w, card.desk.model.b) == (REGION.w_high, REGION.b_high)
    release(card.canvas, 5000, -5000)


def test_where_all_share_one_pi_b_moves_alone(card):
    card.desk.show(shared=True, w=1.5, b=0.0)
    press(card.canvas, *at(card, 3.0, 2.0))
    release(card.canvas, *at(card, 3.0, 2.0))
    assert card.desk.model.w == 1.5
    assert card.desk.model.b == pytest.approx(2.0, abs=0.03)
    assert card.canvas._handle.at.x() == pytest.approx(at(card, 0.0, 2.0)[0])


@pytest.mark.parametrize(
    ("key", "modifier", "w", "b"),
    [
        (Qt.Key_Right, Qt.NoModifier, 0.05, 0.0),
        (Qt.Key_Left, Qt.NoModifier, -0.05, 0.0),
        (Qt.Key_Up, Qt.NoModifier, 0.0, 0.05),
        (Qt.Key_Down, Qt.ShiftModifier, 0.0, -0.005),
        (Qt.Key_Right, Qt.ControlModifier, 0.5, 0.0),
    ],
)
def test_the_arrows_move_w_and_b(card, key, modifier, w, b):
    card.desk.show(w=0.25, b=0.1)
    QTest.keyPress(card.canvas, key, modifier)
    assert card.desk.in_gesture
    QTest.keyRelease(card.canvas, key, modifier)
    assert not card.desk.in_gesture
    assert (card.desk.model.w, card.desk.model.b) == (round(0.25 + w, 9), round(0.1 + b, 9))
    assert card.desk.steps == 1


def test_what_a_key_holds_ends_with_the_focus(card):
    card.canvas.setFocus()
    QTest.keyPress(card.canvas, Qt.Key_Right)
    card.canvas.clearFocus()
    assert not card.desk.in_gesture


def test_stop_lets_go(card):
    press(card.canvas, *at(card, 1.0, 1.0))
    card.stop()
    assert not card.desk.in_gesture
    before = card.desk.model
    move(card.canvas, *at(card, 3.0, 3.0))
    assert card.desk.model == before


def wheel(card, w, b, notches):
    pos = QPointF(*at(card, w, b))
    event = QWheelEvent(
        pos,
        QPointF(card.canvas.mapToGlobal(QPoint(0, 0))) + pos,
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.NoButton,
        Qt.NoModifier,
        Qt.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(card.canvas, event)


def test_the_wheel_zooms_about_the_mouse(card):
    x, y = at(card, 2.0, 1.0)
    wheel(card, 2.0, 1.0, 3)
    region = card.desk.look.region
    assert region.w_high - region.w_low == pytest.approx(6.0 / 1.25**3)
    assert at(card, 2.0, 1.0) == pytest.approx((x, y), abs=1.5)
    wheel(card, 2.0, 1.0, -3)
    assert card.desk.look.region.w_low == pytest.approx(REGION.w_low, abs=0.05)


def test_zooming_ends_before_numbers_do(card):
    for factor in (1e-2, 1e2):
        for _ in range(150):
            card.zoom(factor)
        region = card.desk.look.region
        assert region.w_low < region.w_high
        assert np.isfinite([region.w_low, region.w_high, region.b_low, region.b_high]).all()
        card.feed.finish()
        assert painted_texts(card)


@pytest.mark.parametrize("button", [Qt.RightButton, Qt.MiddleButton])
def test_the_ground_is_dragged_with_another_button(card, button):
    x, y = at(card, 1.0, 1.0)
    before = card.desk.model
    mouse(card.canvas, QEvent.MouseButtonPress, x, y, button, button)
    mouse(card.canvas, QEvent.MouseMove, x + 60, y + 30, button, Qt.NoButton)
    mouse(card.canvas, QEvent.MouseButtonRelease, x + 60, y + 30, Qt.NoButton, button)
    assert at(card, 1.0, 1.0) == pytest.approx((x + 60, y + 30), abs=0.6)
    assert card.desk.model == before
    assert card.desk.steps == 0


def test_the_ground_is_dragged_with_the_space_bar(card):
    x, y = at(card, 1.0, 1.0)
    QTest.keyPress(card.canvas, Qt.Key_Space)
    drag(card.canvas, [(x, y), (x - 40, y)])
    QTest.keyRelease(card.canvas, Qt.Key_Space)
    assert at(card, 1.0, 1.0) == pytest.approx((x - 40, y), abs=0.6)
    assert card.desk.steps == 0


def test_home_and_a_double_click_beside_the_axes_show_the_usual_region(card):
    QTest.keyClick(card.canvas, Qt.Key_Home)
    assert card.desk.look.region is None
    card.zoom(0.5)
    assert card.desk.look.region is not None
    QTest.mouseDClick(card.canvas, Qt.LeftButton, pos=QPoint(3, 100))
    assert card.desk.look.region is None
    card.zoom(0.5)
    inside = card.canvas.layout_now.plot.center().toPoint()
    QTest.mouseDClick(card.canvas, Qt.RightButton, pos=inside)
    assert card.desk.look.region is None


def test_the_buttons_ask_for_what_the_desk_does(card):
    for name in ("zoomIn", "zoomOut", "usualRegion"):
        QTest.mouseClick(card.buttons[name], Qt.LeftButton)
        assert card.buttons[name].accessibleName()
    assert card.desk.asked == ["zoomIn", "zoomOut", "usualRegion"]


def test_the_switch_turns_the_slice(card):
    card.desk.show(w=0.5, b=1.0)
    settle()
    assert card.canvas._cross.dy() == 0
    assert card._line.along == "w"
    QTest.keyClick(card.along, Qt.Key_Right)
    assert card.desk.look.slice_along == "b"
    settle()
    assert card.canvas._cross.dx() == 0
    assert card._line.along == "b"
    assert card._line.at == 0.5


def test_along_a_slice_the_curve_is_not_worked_out_again(card):
    card.desk.show(w=0.5, b=1.0)
    settle()
    line = card._line
    card.desk.show(w=0.9)
    settle()
    assert card._line is line
    card.desk.show(b=0.9)
    settle()
    assert card._line is not line


def test_what_moves_is_where_a_picture_painted_anew_has_it(card):
    """The handle leaves no traces."""
    x, y = at(card, 0.5, 0.5)
    press(card.canvas, x, y)
    for step in range(25):
        move(card.canvas, x + 9 * step, y - 7 * step)
        settle()
    release(card.canvas, x, y)
    settle()
    kept = card.window().windowHandle().screen().grabWindow(card.window().winId()).toImage()
    anew = picture(card)
    kept = kept.convertToFormat(kept.Format_RGB32)
    data = np.frombuffer(kept.constBits().asstring(kept.sizeInBytes()), np.uint8)
    rows = data.reshape(kept.height(), kept.bytesPerLine() // 4, 4)[:, : kept.width(), :3]
    assert np.array_equal(rows, anew)


def test_the_summary_says_where_the_least_is_and_what_is_now(card):
    card.desk.show(w=0.5, b=0.5)
    fit = card.desk.snapshot.model.fit
    said = card.summary()
    assert f"{fit.loss:.4f}" in said
    assert f"{card.desk.snapshot.model.binary_cross_entropy:.4f}" in said
    assert "w = 0.5, b = 0.5" in said
    card.desk.show(data=DATA["separable"])
    assert "never" in card.summary()
    card.desk.show(data=Labelled())
    assert "no examples" in card.summary()
    i18n.set_language("ko")
    assert card.summary()


def test_bits_change_the_scale(card):
    def texts():
        return [label.text for label in card.canvas.layout_now.labels]

    nats = texts()
    card.desk.base = LogBase.BITS
    card.desk.show()
    assert texts() != nats
    assert card.canvas.layout_now.unit == "bits"


def test_a_path_of_the_climber_is_drawn_and_redrawn_as_it_grows(card):
    for step in (1, 5, 9):
        card.desk.show(climber=Climber(start=(3.0, 3.0), step=step))
        path = card.desk.snapshot.model.path
        assert card.canvas._trail.dots[0] == card.canvas.layout_now.point(3.0, 3.0)
        assert len(path.w) == step + 1
        assert len(card.canvas._trail.lines) <= step
    settle()
    before = card.canvas._trail
    card.desk.show()
    assert card.canvas._trail is before


def test_work_that_takes_long_shows_how_far_it_is(card):
    card._tell_progress(0.4)
    assert (picture(card)[34:40, 50] != picture(card)[34:40, 500]).any()
    card._tell_progress(1.0)
    assert (picture(card)[34:40, 50] == picture(card)[34:40, 500]).all()


def test_what_nobody_sees_is_not_worked_out(card):
    card.hide()
    before = card.feed.landscape
    card.desk.show(data=TEN.changed(0, x=-1.5))
    assert card.feed.landscape is before
    card.show()
    settle()
    assert card.feed.landscape is not before


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "ko"])
def test_nothing_is_cut_off_and_no_parts_overlap(card, size, language):
    width, height, scale, least = size
    theme.set_look(theme=theme.DARK, scale=scale, least_type=least)
    i18n.set_language(language)
    card.resize(width, height)
    frame = QRectF(card.rect())
    for name, data in DATA.items():
        for place in ((0.0, 0.0), (1e154, -1e154), (2.5, 1.5)):
            card.desk.look = ModelLook()
            card.desk.show(data=data, w=place[0], b=place[1], true=(1.0, 1.0))
            settle()
            parts = [
                part
                for part in (
                    card.canvas,
                    card.along,
                    card.slice,
                    card.steps,
                    *card.buttons.values(),
                )
                if part.isVisible()
            ]
            for one, other in combinations(parts, 2):
                assert not one.geometry().intersects(other.geometry())
            assert all(card.rect().contains(part.geometry()) for part in parts)
            texts = painted_texts(card)
            assert texts, name
            for text in texts:
                assert frame.contains(text.rect), (name, text)
            if name == "none":
                assert card.canvas.isHidden()
                assert any("exam" in text.text or "예제" in text.text for text in texts)


def test_another_theme_paints_everything_anew(card):
    light = picture(card)
    theme.set_look(theme=theme.DARK)
    assert (picture(card) != light).any(axis=2).mean() > 0.9
    theme.set_look(theme=theme.LIGHT)
    assert np.array_equal(picture(card), light)


@pytest.mark.parametrize("scale", [(1.0, 0), (1.6, 27), (2.0, 34)])
def test_exponents_on_the_axes_and_the_scale_are_not_cut_off(card, scale):
    theme.set_look(scale=scale[0], least_type=scale[1])
    card.resize(1400, 460)
    years = Labelled([2001, 2002, 2003, 2004], [0, 1, 0, 1])
    for region in (Region(-2.0, 3.5, -7000.0, 3500.0), Region(-2e7, 3e7, -1e8, 3e8)):
        card.desk.look = replace(card.desk.look, region=region)
        card.desk.show(data=years)
        card.feed.finish()
        settle()
        # The still picture is pixels: what is painted of it is read from a drawing of its own.
        canvas = card.canvas
        texts = painted_texts(Drawn(canvas))
        assert any("×10" in text.text for text in texts)
        for text in texts:
            assert QRectF(canvas.rect()).contains(text.rect), text


class Drawn(QWidget):
    """What stands still on a canvas, painted without a picture between."""

    def __init__(self, canvas):
        super().__init__()
        self.resize(canvas.size())
        self.canvas = canvas

    def paintEvent(self, _event):  # noqa: N802 - Qt's name
        painter = QPainter(self)
        own = self.canvas
        paint_still(painter, own.layout_now, own._snapshot, own._landscape, ())
        painter.end()
