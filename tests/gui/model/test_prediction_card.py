"""The card by mouse and keys, its pictures, and its words, in many looks and sizes."""

import numpy as np
import pytest
from mpmath import mp
from PyQt5.QtCore import QEvent, QPoint, QRectF, Qt
from PyQt5.QtGui import QContextMenuEvent, QFocusEvent, QImage, QKeyEvent, QPainter
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QAction, QApplication, QMenu

from core.labelled import Labelled
from core.scientific import superscript
from core.state import LogBase
from gui import theme
from gui.model.prediction_axis import axis_for
from gui.model.prediction_layout import lay_out
from gui.model.prediction_marks import bins_of
from gui.model.prediction_painter import paint_prediction
from tests.gui.model.prediction_desk import LAUNCHES, Desk, snapshot_of
from tests.helpers import (
    difference,
    drag,
    mouse,
    move,
    painted_texts,
    picture,
    press,
    release,
    settle,
)

FEW = Labelled([1.0, 2.0, 2.0, 4.0], [0, 1, 1, 0])


@pytest.fixture(autouse=True)
def _as_it_was(look_of_the_start):
    """Each test begins with the look of the start."""


@pytest.fixture
def desk(shown):
    return Desk(shown, FEW, 0.5, -1.0)


# Mouse -----------------------------------------------------------------------------------------


def test_a_drag_moves_a_point_along_x_in_one_step(desk):
    x, y = desk.spot(0)
    axis = desk.card.layout_.axis
    drag(desk.card, [(x, y), (x + 30, y), (x + 60, y + 4), (x + 100, y)])
    moved = desk.data.x[0]
    expected = desk.card.layout_.x_at(x + 100)
    assert moved == pytest.approx(expected, abs=0.0005)
    assert moved == round(moved, 3)
    assert desk.steps == 1
    assert desk.data.y.tolist() == FEW.y.tolist()
    assert desk.card.layout_.axis == axis
    assert desk.pointed[0] == 0


def test_the_point_under_the_mouse_stays_on_the_axis(desk):
    x, y = desk.spot(3)
    drag(desk.card, [(x, y), (x + 50, y), (5000, y)])
    assert desk.data.x[3] == desk.card.layout_.axis.high


def test_the_axis_does_not_jump_while_a_point_is_dragged(desk):
    axis = desk.card.layout_.axis
    (x0, _y0), (x3, y3) = desk.spot(0), desk.spot(3)
    press(desk.card, x3, y3)
    # All examples come to lie within a little part of the axis.
    for x in np.linspace(x3, x0 + 100, 12):
        move(desk.card, x, y3)
        assert desk.card.layout_.axis == axis
    release(desk.card, x0 + 100, y3)
    assert desk.steps == 1


def test_a_drag_that_ends_where_it_began_leaves_no_step(desk):
    x, y = desk.spot(0)
    drag(desk.card, [(x, y), (x + 40, y), (x, y)])
    assert desk.data == FEW
    assert desk.steps == 0
    assert len(desk.edits) == 2


def test_a_point_dragged_across_the_middle_changes_its_label(desk):
    x, y = desk.spot(0)
    plot = desk.card.layout_.plot
    press(desk.card, x, y)
    move(desk.card, x, plot.top() + 10)
    assert desk.data.y[0] == 1
    move(desk.card, x, plot.center().y())
    assert desk.data.y[0] == 1
    move(desk.card, x, plot.bottom() - 10)
    assert desk.data.y[0] == 0
    release(desk.card, x, plot.bottom() - 10)
    assert desk.steps == 0


def test_a_click_flips_the_label(desk):
    x, y = desk.spot(3)
    drag(desk.card, [(x, y), (x + 2, y)])
    assert desk.data.y.tolist() == [0, 1, 1, 1]
    assert desk.data.x.tolist() == FEW.x.tolist()
    assert desk.steps == 1


def test_of_equal_examples_one_is_taken(desk):
    x, y = desk.spot(1)
    drag(desk.card, [(x, y), (x + 60, y)])
    assert desk.data.x[1] == 2.0
    assert desk.data.x[2] > 2.0


def test_a_bar_can_be_taken_too(desk):
    bars = desk.card.picture.bars
    i = int(np.flatnonzero(bars.x == 4.0)[0])
    x, middle = bars.left[i] + bars.width / 2, (bars.top[i] + bars.bottom[i]) / 2
    assert desk.card.example_at(desk.card.picture.layout.plot.topLeft()) == -1
    drag(desk.card, [(x, middle), (x - 50, middle)])
    assert desk.data.x[3] < 4.0
    assert desk.data.y[3] == 0


def test_escape_puts_a_dragged_point_back(desk, qtbot):
    x, y = desk.spot(0)
    press(desk.card, x, y)
    move(desk.card, x + 70, y)
    assert desk.data != FEW
    qtbot.keyClick(desk.card, Qt.Key_Escape)
    release(desk.card, x + 70, y)
    assert desk.data == FEW
    assert desk.steps == 0


@pytest.mark.parametrize(("share", "y"), [(0.06, 1), (0.95, 0)])
def test_a_double_click_in_an_empty_place_adds_an_example(desk, share, y):
    plot = desk.card.layout_.plot
    place = plot.left() + 0.6 * plot.width(), plot.top() + share * plot.height()
    mouse(desk.card, QEvent.MouseButtonDblClick, *place)
    release(desk.card, *place)
    assert desk.data.n == 5
    assert desk.data.y[4] == y
    assert desk.data.x[4] == pytest.approx(desk.card.layout_.x_at(place[0]), abs=0.005)
    assert desk.card.lit == 4


def test_ctrl_and_a_click_adds_but_not_in_the_middle(desk):
    plot = desk.card.layout_.plot
    x = round(plot.left() + 0.62 * plot.width())
    for share in (0.5, 0.03):
        at = QPoint(x, round(plot.top() + share * plot.height()))
        QTest.mouseClick(desk.card, Qt.LeftButton, Qt.ControlModifier, at)
    assert desk.data.n == 5
    assert desk.steps == 1


def test_a_plain_click_in_an_empty_place_changes_nothing(desk):
    plot = desk.card.layout_.plot
    drag(desk.card, [(plot.left() + 5, plot.top() + 5), (plot.left() + 90, plot.top() + 5)])
    assert desk.edits == []


def test_the_menu_flips_removes_and_adds(desk, monkeypatch):
    # Offscreen, a menu that pops up complains.
    monkeypatch.setattr(QMenu, "popup", lambda _menu, _place: None)
    for number, expected in enumerate(([0, 1, 1, 1], [0, 1, 1], [0, 1, 1, 0])):
        x, y = desk.spot(3) if number < 2 else (desk.card.layout_.plot.center().x(), 0)
        at = QPoint(round(x), round(y if number < 2 else desk.card.layout_.plot.bottom()))
        QApplication.sendEvent(
            desk.card, QContextMenuEvent(QContextMenuEvent.Mouse, at, desk.card.mapToGlobal(at))
        )
        (menu,) = desk.card.findChildren(QMenu)
        enabled = [action.isEnabled() for action in menu.actions()]
        assert enabled == ([True] * 3 if number < 2 else [False, False, True])
        menu.actions()[number].trigger()
        menu.close()
        settle()
        QApplication.sendPostedEvents(None, QEvent.DeferredDelete)
        assert desk.data.y.tolist() == expected


def test_pointing_lights_a_bar_and_says_so_once(desk):
    x, y = desk.spot(3)
    before = picture(desk.card)
    for dx in (0, 1, 2):
        mouse(desk.card, QEvent.MouseMove, x + dx, y, Qt.NoButton, Qt.NoButton)
    assert desk.pointed == [3]
    assert desk.card.lit == 3
    assert (picture(desk.card) != before).any()
    QApplication.sendEvent(desk.card, QEvent(QEvent.Leave))
    assert desk.pointed == [3, -1]
    assert (picture(desk.card) == before).all()


def test_what_is_pointed_at_elsewhere_is_lit_without_a_word(desk):
    desk.card.point(2)
    assert desk.card.lit == 2
    assert desk.pointed == []
    desk.set(data=Labelled([1.0], [0]))
    assert desk.card.lit == -1


def test_hiding_ends_a_drag(desk):
    x, y = desk.spot(0)
    press(desk.card, x, y)
    move(desk.card, x + 40, y)
    desk.card.hide()
    assert desk._open is None
    assert desk.steps == 1


def test_data_that_shrink_under_a_held_point_break_nothing(desk):
    x, y = desk.spot(3)
    press(desk.card, x, y)
    desk.set(data=Labelled([1.0], [0]))
    move(desk.card, x + 40, y)
    release(desk.card, x + 40, y)
    assert desk.data == Labelled([1.0], [0])


# Keys ------------------------------------------------------------------------------------------


def test_keys_choose_move_flip_add_and_remove(desk, qtbot):
    card = desk.card
    card.setFocus(Qt.TabFocusReason)
    for key, lit in (
        (Qt.Key_Right, 0),
        (Qt.Key_Right, 1),
        (Qt.Key_Right, 3),
        (Qt.Key_Right, 3),
        (Qt.Key_Left, 1),
        (Qt.Key_Home, 0),
        (Qt.Key_End, 3),
    ):
        qtbot.keyClick(card, key)
        assert card.lit == lit
    qtbot.keyClick(card, Qt.Key_Left, Qt.ShiftModifier)
    assert desk.data.x[3] == 3.999
    qtbot.keyClick(card, Qt.Key_Right, Qt.ControlModifier)
    assert desk.data.x[3] == 4.009
    assert desk.steps == 2
    qtbot.keyClick(card, Qt.Key_Space)
    assert desk.data.y[3] == 1
    qtbot.keyClick(card, Qt.Key_Insert)
    assert (desk.data.n, desk.data.x[4], desk.data.y[4], card.lit) == (5, 4.009, 1, 4)
    qtbot.keyClick(card, Qt.Key_Delete)
    assert desk.data.n == 4
    assert card.lit == 3
    assert desk.steps == 5


@pytest.mark.parametrize("key", [Qt.Key_Left, Qt.Key_Right, Qt.Key_Home, Qt.Key_Delete])
@pytest.mark.parametrize("more", [Qt.NoModifier, Qt.ShiftModifier, Qt.ControlModifier])
def test_keys_with_alt_are_the_windows(desk, key, more):
    card = desk.card
    card.setFocus()
    QTest.keyClick(card, Qt.Key_Home)
    lit, data = card.lit, desk.data
    for kind in (QEvent.ShortcutOverride, QEvent.KeyPress):
        event = QKeyEvent(kind, key, Qt.AltModifier | more)
        event.ignore()
        QApplication.sendEvent(card, event)
        assert not event.isAccepted()
    assert (card.lit, desk.data, desk.steps) == (lit, data, 0)


def test_a_shortcut_with_alt_works_while_the_plot_has_the_focus(desk):
    card, done = desk.card, []
    action = QAction(card)
    action.setShortcut("Alt+Right")
    action.triggered.connect(lambda: done.append(1))
    card.addAction(action)
    card.activateWindow()
    card.setFocus()
    settle()
    QTest.keyClick(card, Qt.Key_Right, Qt.AltModifier)
    assert done == [1]
    assert card.lit == -1
    QTest.keyClick(card, Qt.Key_Right)
    assert card.lit >= 0


def test_a_held_key_is_one_step(desk):
    card = desk.card
    card.setFocus()
    card.point(0)
    QTest.keyPress(card, Qt.Key_Right, Qt.ShiftModifier)
    for _ in range(3):
        again = QKeyEvent(QEvent.KeyPress, Qt.Key_Right, Qt.ShiftModifier, "", True)
        QApplication.sendEvent(card, again)
    QTest.keyRelease(card, Qt.Key_Right, Qt.ShiftModifier)
    assert desk.data.x[0] == 1.004
    assert desk.steps == 1


def test_keys_without_examples(shown, qtbot):
    desk = Desk(shown, Labelled())
    for key in (Qt.Key_Right, Qt.Key_Delete, Qt.Key_Space, Qt.Key_Home):
        qtbot.keyClick(desk.card, key)
    qtbot.keyClick(desk.card, Qt.Key_Right, Qt.ShiftModifier)
    assert desk.edits == []
    qtbot.keyClick(desk.card, Qt.Key_Insert)
    assert desk.data == Labelled([0.0], [1])


# Painting --------------------------------------------------------------------------------------


def test_w_and_b_paint_the_curve_and_the_bars_alone(desk):
    settle()
    paints = desk.card.still_paints
    before = picture(desk.card)
    for i in range(10):
        desk.set(w=0.5 + 0.1 * i, b=-1.0)
        settle()
    assert desk.card.still_paints == paints
    after = picture(desk.card)
    rows, columns = np.nonzero((before != after).any(axis=2))
    live = desk.card.layout_.live
    assert live.left() <= columns.min()
    assert columns.max() <= live.right()
    assert live.top() <= rows.min()
    assert rows.max() <= live.bottom()


def test_the_same_state_is_the_same_picture_whatever_came_before(desk, shown):
    desk.set(w=3.0, b=-6.0)
    desk.set(data=FEW.changed(0, x=1.5))
    desk.set(w=0.5, b=-1.0, data=FEW)
    desk.card.restyle()
    other = Desk(shown, FEW, 0.5, -1.0)
    settle()
    for card in (desk.card, other.card):
        QApplication.sendEvent(card, QFocusEvent(QEvent.FocusOut))
    assert difference(picture(desk.card), picture(other.card)) == ""


def test_a_figure_shows_what_the_card_shows(desk):
    snapshot = snapshot_of(FEW, 0.5, -1.0)
    image = QImage(900, 380, QImage.Format_RGB32)
    image.fill(theme.look().colour("ground"))
    painter = QPainter(image)
    paint_prediction(painter, desk.card.layout_.card, snapshot)
    painter.end()
    memory = image.constBits().asstring(image.sizeInBytes())
    figure = np.frombuffer(memory, np.uint8).reshape(380, 900, 4)[:, :, :3]
    desk.card.clearFocus()
    off = np.abs(figure.astype(int) - picture(desk.card).astype(int)).max(axis=2)
    # The bars' edges stand on whole pixels on the screen.
    assert (off > 24).mean() < 0.004


def test_a_figure_becomes_a_drawing(desk):
    from gui.figures.svg_device import SvgDevice

    device = SvgDevice(900, 380, page=("900", "380"), outlines=False)
    painter = QPainter(device)
    paint_prediction(painter, desk.card.layout_.card, snapshot_of(FEW, 0.5, -1.0))
    painter.end()
    svg = device.svg()
    svg = svg if isinstance(svg, str) else svg.decode()
    for words in ("Prediction f(x) and loss", "current curve", "loss in nats", "×2"):
        assert words in svg
    assert "<image" not in svg


def test_a_figure_needs_a_model():
    from core.snapshot import evaluate
    from core.state import State

    with pytest.raises(ValueError, match="model"):
        paint_prediction(QPainter(), None, evaluate(State()))


def many(n):
    rng = np.random.default_rng(7)
    x = rng.normal(size=n)
    return Labelled(x, rng.random(n) < 1 / (1 + np.exp(-x)))


CASES = {
    "launches": lambda: (LAUNCHES, -0.131, 8.446),
    "none": lambda: (Labelled(), 0.0, 0.0),
    "all ones": lambda: (Labelled([1, 2, 3], [1, 1, 1]), 0.0, 0.0),
    "one": lambda: (Labelled([1e150], [0]), 1e154, -1e154),
    "separable": lambda: (Labelled([1, 2, 3, 4], [0, 0, 1, 1], "a long name " * 9), 1e6, -2.5e6),
    "touching": lambda: (Labelled([1, 2, 2, 3], [0, 0, 1, 1]), 1.0, -2.0),
    "equal": lambda: (Labelled([70, 70, 70], [0, 1, 0]), 0.1, -7.0),
    "thousand": lambda: (many(1000), 1.0, 0.1),
    "bins": lambda: (many(50_000), 1.0, 0.1),
    "offset": lambda: (Labelled([1e9 + 1, 1e9 + 2, 1e9 + 3], [0, 1, 0]), 0.0, 0.3),
}
LOOKS = {
    "design": (974, 380, 1.0, 0, "en", theme.LIGHT),
    "small": (600, 250, 1.0, 0, "ko", theme.DARK),
    "tiny": (400, 200, 1.0, 0, "en", theme.DARK),
    "no room": (120, 60, 1.0, 0, "en", theme.LIGHT),
    "present": (1000, 430, 1.6, 27, "ko", theme.LIGHT),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", LOOKS)
def test_words_are_whole_and_apart_in_every_look(shown, monkeypatch, case, name):
    width, height, scale, least, _language, colours = LOOKS[name]
    theme.set_look(theme=colours, scale=scale, least_type=least)
    data, w, b = CASES[case]()
    desk = Desk(shown, data, w, b, (width, height))
    card = desk.card
    # What is copied from kept pictures is painted anew here, so that its texts can be read.
    monkeypatch.setattr(
        card._layers,
        "paint",
        lambda painter, _widget, picture, snapshot: picture and _paint(painter, picture, snapshot),
    )
    texts = painted_texts(card)
    assert bool(texts) is (name != "no room")
    frame = card.rect()
    for one in texts:
        assert frame.contains(one.rect.toRect()), one
    for i, one in enumerate(texts):
        for other in texts[i + 1 :]:
            inner = one.rect.adjusted(0.5, 0.5, -0.5, -0.5)
            assert not inner.intersects(other.rect), (one, other)


def _paint(painter, picture, snapshot):
    from gui.model.prediction_ground import paint_ground

    paint_ground(painter, picture, snapshot)
    picture.paint_labels(painter)


# Words -----------------------------------------------------------------------------------------


def test_the_reading_of_an_example():
    from gui.model.prediction_words import reading

    snapshot = snapshot_of(LAUNCHES, -0.131, 8.446)
    assert reading(snapshot, 1) == "x = 70, y = 1: ŷ ≈ 0.327, loss ≈ 1.12 nats"
    assert reading(snapshot, 1, 2) == "2 × (x = 70, y = 1): ŷ ≈ 0.327, loss ≈ 1.12 nats"
    in_bits = snapshot_of(LAUNCHES, 0.0, 0.0, log_base=LogBase.BITS)
    assert reading(in_bits, 1) == "x = 70, y = 1: ŷ = 0.500, loss = 1.00 bits"
    far = snapshot_of(LAUNCHES, -1e154, 0.0)
    assert reading(far, 1) == ("x = 70, y = 1: ŷ ≈ 10^(−3.0×10¹⁵⁵), loss ≈ 7.000×10¹⁵⁵ nats")
    assert "ŷ ≈ 10^(−2.9×10¹⁵⁵), loss ≈ 10^(−2.9×10¹⁵⁵) nats" in reading(far, 0)


@pytest.mark.parametrize(
    ("unit", "loss"), [(LogBase.NATS, "1.9×10⁻³²⁸ nats"), (LogBase.BITS, "2.7×10⁻³²⁸ bits")]
)
def test_the_reading_of_a_prediction_below_float64(unit, loss):
    from gui.model.prediction_words import reading

    w, b = -10.782608695652158, 0.15217391304347883
    data = Labelled([70, 70], [0, 1])
    snapshot = snapshot_of(data, w, b, log_base=unit)
    assert snapshot.model.predictions()[0] == 0.0
    assert reading(snapshot, 0) == f"x = 70, y = 0: ŷ ≈ 1.9×10⁻³²⁸, loss ≈ {loss}"
    turned = snapshot_of(data, -w, -b, log_base=unit)
    assert reading(turned, 1) == f"x = 70, y = 1: ŷ ≈ 1 − 1.9×10⁻³²⁸, loss ≈ {loss}"


def test_the_reading_of_a_bin_below_float64():
    from gui.model.prediction_words import bin_reading

    data = many(9000)
    snapshot, axis = snapshot_of(data, -8.0, -2000.0), axis_for(data.span)
    layout = lay_out(QRectF(0, 0, 900, 380), axis, bins_of(data, axis, 200), 1.0, "nats")
    middle = axis.low + axis.width / layout.marks.ones.size / 2
    with mp.workdps(40):
        exact = mp.exp(mp.mpf(-8.0) * mp.mpf(middle) - 2000)
        power = int(mp.floor(mp.log10(exact)))
        text = f"ŷ ≈ {mp.nstr(exact / mp.mpf(10) ** power, 2)}×10{superscript(power)}"
    assert text in bin_reading(snapshot, layout, 0)


def test_the_summary_says_what_is_seen(desk):
    said = desk.card.summary()
    assert "w = 0.5000, b = −1.000" in said
    assert "4 examples from x = 1 to 4, 2 of them ones." in said
    loss = desk.snapshot.model.binary_cross_entropy
    assert f"BCE, is ≈ {loss:.4f} nats" in said
    desk.set(data=Labelled([1, 2, 3, 4], [0, 0, 1, 1]))
    assert "between x = 2 and x = 3" in desk.card.summary()
    desk.set(data=Labelled())
    assert "There are no examples." in desk.card.summary()
    desk.set(data=many(9000))
    assert "9,000 examples, drawn in 200 bins" in desk.card.summary()


def test_before_the_first_snapshot_there_is_nothing(shown):
    from gui.model.prediction_card import PredictionCard

    card = shown(PredictionCard(), 600, 300)
    assert card.summary() == ""
    assert card.layout_ is None
    QTest.keyClick(card, Qt.Key_Right)
    QTest.mouseClick(card, Qt.LeftButton)
    card.stop()


def test_bins_are_read_under_the_mouse(shown):
    desk = Desk(shown, many(9000), 1.0, 0.0)
    plot = desk.card.layout_.plot
    before = picture(desk.card)
    middle = plot.center()
    mouse(desk.card, QEvent.MouseMove, middle.x(), middle.y(), Qt.NoButton, Qt.NoButton)
    assert (picture(desk.card) != before).any()
    assert desk.pointed == []
    drag(desk.card, [(plot.center().x(), plot.top()), (plot.center().x() + 50, plot.top())])
    assert desk.edits == []
