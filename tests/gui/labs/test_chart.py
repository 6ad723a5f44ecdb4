"""The chart that the labs share: geometry, words, marks, and what a frame paints."""

from itertools import pairwise

import numpy as np
import pytest
from PyQt5.QtCore import QEvent, QPointF, QRectF, Qt
from PyQt5.QtGui import QColor
from PyQt5.QtWidgets import QWidget

from gui import theme
from gui.labs.chart import Axis, Chart, Line, Mark, Note, Now, Picture, Rule
from gui.pi_slider import PiSlider
from gui.ticks import Ticks
from tests.helpers import difference, mouse, move, on_screen, picture, press, release, settle

X = np.linspace(0.0, 1.0, 201)
HUMP = 4.0 * X * (1.0 - X)
SIZES = [(940, 300, 1.0, 0), (590, 220, 1.0, 0), (1300, 420, 1.125, 0), (780, 300, 1.6, 27)]


def simple(**changes):
    return Picture(
        **{
            "title": "Likelihood L(π)",
            "x": Axis(0.0, 1.0),
            "y": Axis(0.0, 1.2),
            "lines": (Line(X, HUMP),),
            **changes,
        }
    )


@pytest.fixture
def chart(shown):
    made = Chart(pi_axis=True)
    made.show_picture(simple())
    return shown(made, 800, 300)


@pytest.fixture(autouse=True)
def _look_restored():
    yield
    theme.set_look(theme=theme.LIGHT, scale=1.0, least_type=0)


def colour_at(widget, x, y):
    return QColor.fromRgb(*picture(widget)[round(y), round(x)][::-1].tolist()).name()


def role(name):
    return theme.look().colour(name).name()


def paints(widget):
    """Collects the rectangles that are painted from now on."""
    rects = []
    original = widget.paintEvent

    def noted(event):
        rects.append(event.rect())
        original(event)

    widget.paintEvent = noted
    return rects


# Geometry ----------------------------------------------------------------------------------


def test_the_axes_of_pi_stand_exactly_over_the_sliders_groove(chart, shown):
    slider = shown(PiSlider(), 800)
    left, right = slider.groove()
    assert (chart.plot.left(), chart.plot.right()) == (left, right)
    assert (chart.x_of(0.0), chart.x_of(1.0)) == (left, right)
    assert chart.y_of(0.0) == chart.plot.bottom()
    assert chart.y_of(1.2) == pytest.approx(chart.plot.top())


def test_another_axis_takes_no_more_room_than_its_labels(shown):
    made = Chart()
    made.show_picture(simple())
    shown(made, 800, 300)
    assert made.plot.left() < 84


def test_a_curve_goes_through_its_pixels_and_stops_where_it_has_no_value(chart):
    y = HUMP.copy()
    y[100:] = np.nan
    chart.show_picture(simple(lines=(Line(X, y, "warning", 4.0),)))
    assert colour_at(chart, chart.x_of(0.25), chart.y_of(0.75)) == role("warning")
    assert colour_at(chart, chart.x_of(0.75), chart.y_of(0.75)) == role("card")


@pytest.mark.parametrize("value", [np.inf, -np.inf, np.nan, 1e300])
def test_values_that_no_screen_has_do_no_harm(chart, value):
    y = HUMP.copy()
    y[-1] = value
    chart.show_picture(simple(lines=(Line(X, y), Line(X, np.full_like(X, value)))))
    assert colour_at(chart, chart.x_of(0.5), chart.y_of(1.0)) == role("curve")


def test_a_curve_that_leaves_the_chart_leaves_its_heading_alone(chart):
    bare = picture(chart)
    chart.show_picture(simple(lines=(Line(X, 3.0 * X - 1.0, "warning", 6.0),)))
    found = picture(chart)
    above, below = round(chart.plot.top()) - 4, round(chart.plot.bottom()) + 4
    assert not difference(bare[:above], found[:above])
    assert not difference(bare[below:], found[below:])
    assert difference(bare, found)


def test_an_area_is_filled_down_to_0(chart):
    chart.show_picture(simple(lines=(Line(X, HUMP, fill="ones"),)))
    assert colour_at(chart, chart.x_of(0.52), chart.y_of(0.43)) not in (role("card"), role("ones"))
    assert colour_at(chart, chart.x_of(0.52), chart.y_of(1.09)) == role("card")


@pytest.mark.parametrize("kind", ["diamond", "dot", "ring", "cross", "tick"])
def test_each_kind_of_mark_is_painted_in_its_own_shape(chart, kind):
    bare = picture(chart)
    others = []
    for one in ("diamond", "dot", "ring", "cross", "tick"):
        chart.show_picture(simple(marks=(Mark(0.3, 0.3, one, "warning"),)))
        others.append((one, picture(chart)))
    mine = dict(others)[kind]
    assert difference(bare, mine)
    assert all(difference(mine, other) for one, other in others if one != kind)


def test_a_mark_out_of_sight_is_not_painted(chart):
    bare = picture(chart)
    chart.show_picture(simple(marks=(Mark(1.2, 0.3), Mark(0.5, 7.0), Mark(0.5, np.inf))))
    assert not difference(bare, picture(chart))


def test_there_is_no_room_for_axes_and_nothing_breaks(chart):
    chart.resize(60, 30)
    assert chart.plot.isEmpty()
    assert picture(chart).size
    press(chart, 10, 10)
    chart.resize(800, 300)
    assert not chart.plot.isEmpty()


# Words -------------------------------------------------------------------------------------


def crowded():
    return simple(
        unit="nats",
        x=Axis(0.0, 1.0, title="probability of a one"),
        marks=(Mark(0.5, 1.0),),
        rules=(
            Rule(0.5, upright=True, role="optimum", dashed=True, text="the optimum"),
            Rule(0.4, upright=False, text="a level"),
        ),
        notes=(
            Note(0.5, 1.0, "argmax π̂ = 0.500", "optimum", strong=True),
            Note(0.0, 0.0, "↓ −∞: a zero was observed", required=True),
            Note(1.0, 1.2, "at the corner", "zeros"),
            *(Note(0.5, 0.5, f"note {i}") for i in range(4)),
        ),
    )


def letters(words):
    """The letters alone: a line of text has room above and below them."""
    room = 0.2 * words.rect.height()
    return words.rect.adjusted(1, room, -1, -room)


@pytest.mark.parametrize(("width", "height", "scale", "least"), SIZES)
@pytest.mark.parametrize("pi_axis", [True, False])
def test_no_words_are_cut_or_overlap(shown, width, height, scale, least, pi_axis):
    theme.set_look(scale=scale, least_type=least)
    made = Chart(pi_axis=pi_axis)
    made.show_picture(crowded())
    shown(made, width, height)
    words = made.texts()
    card = QRectF(made.rect())
    for i, one in enumerate(words):
        assert card.contains(one.rect), one.text
        for other in words[i + 1 :]:
            assert not letters(one).intersects(letters(other)), (one.text, other.text)
    assert {"Likelihood L(π)", "0.0", "1.0"} <= {one.text for one in words}


def test_free_words_stand_near_their_point_and_off_the_curve(chart):
    chart.show_picture(simple(notes=(Note(0.25, 0.75, "here"),)))
    (found,) = [words for words in chart.texts() if words.text == "here"]
    point = QPointF(chart.x_of(0.25), chart.y_of(0.75))
    assert (found.rect.center() - point).manhattanLength() < 120
    for pi, height in zip(X, HUMP, strict=True):
        assert not found.rect.contains(QPointF(chart.x_of(pi), chart.y_of(height)))


def test_words_keep_off_rules_and_marks(chart):
    note = Note(0.5, 0.4, "a note of some length", "current")
    level, mark = Rule(0.4, upright=False), Mark(0.5, 0.4)
    for changes in ({"rules": (level,)}, {"marks": (mark,)}, {"rules": (level,), "marks": (mark,)}):
        chart.show_picture(simple(lines=(), notes=(note,), **changes))
        (found,) = [words for words in chart.texts() if words.text == note.text]
        y = chart.y_of(0.4)
        if "rules" in changes:
            assert not found.rect.top() <= y <= found.rect.bottom()
        around = QRectF(chart.x_of(0.5) - 8, y - 8, 16, 16)
        assert "marks" not in changes or not found.rect.intersects(around)


def test_what_must_be_said_is_said_where_there_is_no_room(chart):
    full = tuple(Line(X, np.full_like(X, y)) for y in np.linspace(0, 1.2, 40))
    chart.show_picture(simple(lines=full, notes=(Note(0.5, 0.5, "left out"),)))
    assert "left out" not in [words.text for words in chart.texts()]
    chart.show_picture(simple(lines=full, notes=(Note(0.5, 0.5, "said", required=True),)))
    (said,) = [words for words in chart.texts() if words.text == "said"]
    assert chart.plot.contains(said.rect)
    assert said.clears


def test_a_near_note_is_left_out_rather_than_put_far_away(chart):
    rest = tuple(Line(X, np.full_like(X, y)) for y in np.linspace(0, 0.6, 30))
    note = Note(0.5, 0.2, "n = 5", near=True)
    chart.show_picture(simple(lines=rest, notes=(note,)))
    assert "n = 5" not in [words.text for words in chart.texts()]


def test_words_of_a_pale_line_have_the_colour_of_text(chart):
    chart.show_picture(simple(notes=(Note(0.1, 1.0, "zeros", "zeros"),)))
    (found,) = [words for words in chart.texts() if words.text == "zeros"]
    assert found.role == "zeros_text"


def test_labels_that_are_given_are_thinned_out_where_they_would_touch(chart):
    given = Ticks([i / 40 for i in range(49)], [f"{i / 40:.3f}" for i in range(49)])
    chart.show_picture(simple(y=Axis(0.0, 1.2, given), x=Axis(0.0, 1.0, given)))
    upright = sorted(
        (words.rect for words in chart.texts() if words.rect.right() < chart.plot.left()),
        key=QRectF.top,
    )
    assert len(upright) > 5
    assert all(a.bottom() <= b.top() for a, b in pairwise(upright))


def test_a_heading_too_long_for_the_card_is_shortened(chart):
    chart.show_picture(simple(title="a very long heading " * 20, unit="nats"))
    (title, *_rest) = chart.texts()
    assert title.text.endswith("…")
    assert title.rect.right() <= chart.width()


# What moves --------------------------------------------------------------------------------


def test_a_drag_paints_the_strip_that_moves_and_never_the_still_picture(chart):
    chart.show_now(Now(0.30, ((0.30, 0.84),), "L 0.84"))
    settle()
    still, rects = chart.still_paints, paints(chart)
    for i in range(1, 6):
        pi = 0.30 + 0.002 * i
        chart.show_now(Now(pi, ((pi, 4 * pi * (1 - pi)),), "L 0.85"))
        settle()
    assert chart.still_paints == still == 1
    assert len(rects) == 5
    assert max(rect.width() for rect in rects) < 140


def test_what_moved_leaves_nothing_behind(chart):
    chart.show_now(Now(0.3, ((0.3, 0.84), (0.9, 0.3)), "L 0.84"))
    settle()
    chart.show_now(Now(0.6, ((0.6, 0.96),), "L 0.96"))
    moved = on_screen(chart)
    chart.restyle()
    assert not difference(moved, on_screen(chart))


def test_the_same_again_paints_nothing(chart):
    same = simple()
    chart.show_picture(same)
    chart.show_now(Now(0.3, (), "L"))
    settle()
    rects = paints(chart)
    chart.show_picture(same)
    chart.show_now(Now(0.3, (), "L"))
    settle()
    assert not rects


def test_the_line_stands_at_its_value_and_leaves_words_readable(chart):
    chart.show_picture(simple(notes=(Note(0.5, 0.3, "a longer note here", required=True),)))
    (found,) = [words for words in chart.texts() if words.text == "a longer note here"]
    middle = found.rect.center()
    at = (middle.x() - chart.plot.left()) / chart.plot.width()
    bare = picture(chart)
    chart.show_now(Now(at))
    crossed = picture(chart)
    x = round(middle.x())
    assert colour_at(chart, x, chart.plot.bottom() - 4) == role("current")
    rows = slice(round(found.rect.top()) + 2, round(found.rect.bottom()) - 2)
    assert (bare[rows, x - 2 : x + 3] == crossed[rows, x - 2 : x + 3]).all()


def test_a_line_out_of_sight_is_not_painted(chart):
    bare = picture(chart)
    for x in (None, -0.1, 1.1):
        chart.show_now(Now(x, (), "L"))
        assert not difference(bare, picture(chart))


def test_the_sign_keeps_off_the_heading_and_inside_the_card(chart):
    for x in (0.0, 0.02, 0.5, 1.0):
        chart.show_now(Now(x, (), "L = 0.00012345"))
        title = chart.texts()[0].rect
        assert chart.chip.left() > title.right()
        assert chart.chip.right() <= chart.width()


def test_the_sign_gets_a_row_of_its_own_where_the_heading_is_long(shown):
    made = Chart()
    made.show_picture(simple(title="a heading that is rather long for this", unit="nats"))
    shown(made, 380, 260)
    top = made.plot.top()
    made.show_now(Now(0.9, (), "L/L(π̂) = 0.123"))
    title = made.texts()[0].rect
    assert not made.chip.intersects(title)
    assert made.chip.right() <= made.width()
    assert made.plot.top() >= top


def test_a_value_outside_is_pointed_to(chart):
    bare = picture(chart)
    chart.show_now(Now(0.25, (), "", 1))
    up = picture(chart)
    chart.show_now(Now(0.25, (), "", -1))
    down = picture(chart)
    chart.show_now(Now(0.25))
    neither = picture(chart)
    top, bottom = round(chart.plot.top()) + 9, round(chart.plot.bottom()) - 9
    x = round(chart.x_of(0.25)) + 3
    assert (up[top, x] != neither[top, x]).any()
    assert (down[bottom, x] != neither[bottom, x]).any()
    assert difference(bare, neither)


# Mouse, look, resolution -------------------------------------------------------------------


def test_the_mouse_gives_values_on_the_axes(chart):
    got = []
    chart.pressed.connect(lambda x, y: got.append(("pressed", round(x, 3), round(y, 3))))
    chart.dragged.connect(lambda x, y: got.append(("dragged", round(x, 3), round(y, 3))))
    chart.released.connect(lambda: got.append("released"))
    press(chart, chart.x_of(0.25), chart.y_of(0.6))
    move(chart, chart.x_of(0.75), chart.y_of(0.3))
    move(chart, 5000, -5000)
    release(chart, 5000, -5000)
    move(chart, chart.x_of(0.5), chart.y_of(0.5))
    assert got == [
        ("pressed", 0.25, 0.6),
        ("dragged", 0.75, 0.3),
        ("dragged", 1.0, 1.2),
        "released",
    ]


def test_a_press_beside_the_axes_or_of_another_button_begins_nothing(chart):
    got = []
    chart.pressed.connect(lambda *values: got.append(values))
    chart.released.connect(lambda: got.append("released"))
    press(chart, 20, 150)
    release(chart, 20, 150)
    mouse(chart, QEvent.MouseButtonPress, 400, 150, Qt.RightButton, Qt.RightButton)
    assert not got


def test_the_cursor_says_where_a_drag_can_begin(chart):
    move(chart, 400, 150)
    assert chart.cursor().shape() == Qt.ArrowCursor
    chart.pressed.connect(lambda *_values: None)
    move(chart, 401, 150)
    assert chart.cursor().shape() == Qt.CrossCursor
    chart.show_now(Now(0.5))
    move(chart, chart.x_of(0.5) + 2, 150)
    assert chart.cursor().shape() == Qt.SizeHorCursor


def test_the_chart_follows_the_theme(chart):
    light = picture(chart)
    theme.set_look(theme=theme.DARK)
    assert difference(light, picture(chart))
    assert colour_at(chart, chart.x_of(0.5), chart.y_of(1.0)) == role("curve")


def test_the_still_picture_has_the_resolution_of_its_screen(chart, monkeypatch):
    monkeypatch.setattr(Chart, "devicePixelRatioF", lambda _self: 2.0)
    chart.show_picture(simple())
    picture(chart)
    assert chart._still.width() == 2 * chart.width()
    assert chart._still.devicePixelRatio() == 2.0


def test_the_focus_of_the_keyboard_is_seen(shown):
    outer = QWidget()
    made = Chart(outer)
    made.setFocusPolicy(Qt.StrongFocus)
    made.show_picture(simple())
    shown(outer, 800, 300)
    made.resize(800, 300)
    outer.activateWindow()
    made.clearFocus()
    bare = picture(made)
    made.setFocus(Qt.TabFocusReason)
    assert difference(bare, picture(made))
    made.clearFocus()
    assert not difference(bare, picture(made))


def test_the_axis_may_be_labelled_by_the_chart_below(chart):
    before = chart.plot.height()
    chart.label_x_axis(labelled=False)
    assert chart.plot.height() > before
    assert "0.2" not in [
        words.text for words in chart.texts() if words.rect.top() > chart.plot.bottom()
    ]
