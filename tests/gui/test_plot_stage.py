"""What the plots show of a stage: some of them, with something kept back, asked for or lit."""

from itertools import pairwise

import numpy as np
import pytest
from PyQt5.QtCore import QEvent, Qt
from PyQt5.QtGui import QPixmap

from core.observations import Observations
from core.stage import HIDEABLE, PLOTS
from gui import theme
from gui.theme import look
from tests.helpers import (
    difference,
    drag,
    find,
    mouse,
    move,
    on_screen,
    picture,
    plot_point,
    press,
    release,
    settle,
)

BEST, OTHER = Observations([1] * 7 + [0] * 3), Observations([1] * 3 + [0] * 7)
EVERYTHING = set(HIDEABLE)


@pytest.fixture
def stack(window):
    return find(window, "plotStack")


@pytest.fixture
def stage(window):
    """Set the stage, and let it be painted."""

    def stage(**fields):
        window.session.set_stage(**fields)
        settle()

    return stage


def shown_kinds(window):
    return tuple(panel.kind for panel in window.plots.canvas.shown)


def colour_of(role):
    colour = look().colour(role)
    return np.array([colour.blue(), colour.green(), colour.red()])


def has_colour(pixels, role):
    """Whether some pixel is that colour exactly, as the middle of a line or an area is."""
    return bool((pixels == colour_of(role)).all(axis=2).any())


# Which plots -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kinds", [PLOTS, ("likelihood", "bce"), ("log-likelihood",), ("log-likelihood", "bce")], ids=str
)
def test_the_plots_of_the_stage_share_the_height(window, stack, stage, kinds):
    stage(panels=kinds)
    assert shown_kinds(window) == kinds
    cards = [panel.card for panel in window.plots.canvas.shown]
    assert len({card.height() for card in cards}) == 1
    assert all(one.bottom() < other.top() for one, other in pairwise(cards))
    assert sum(card.height() for card in cards) > 0.85 * stack.height()
    for panel in window.plots.panels:
        assert panel.view_box.isVisible() is (panel.kind in kinds)


def test_a_plot_that_comes_back_is_that_of_now(window, stack, stage):
    stage(panels=("bce",))
    window.session.set_observations(OTHER)
    window.session.set_pi(0.9)
    settle()
    stage(panels=PLOTS)
    got = picture(stack)
    stage(panels=("likelihood",))
    window.render_snapshot(window.session.snapshot)
    stage(panels=PLOTS)
    assert difference(got, picture(stack)) == ""
    for panel in window.plots.panels:
        assert panel.layout.optimum.x() == pytest.approx(panel.x_of(0.3))
        assert panel.line_x == pytest.approx(panel.x_of(0.9))


def test_a_click_is_read_in_the_plots_that_are_shown(window, stack, stage):
    stage(panels=("bce",))
    (panel,) = window.plots.canvas.shown
    drag(stack, [plot_point(panel, 0.25, share=0.1)])
    assert window.session.state.pi == pytest.approx(0.25, abs=0.005)


# Kept back ---------------------------------------------------------------------------------------


def test_the_optimum_is_seen_where_it_is_not_kept_back(stack, stage):
    assert has_colour(picture(stack), "optimum")
    stage(hidden={"parts", "tangent"})
    assert has_colour(picture(stack), "optimum")


def test_an_optimum_that_is_kept_back_has_no_mark_no_line_and_no_words(window, stack, stage):
    stage(hidden={"optimum"})
    assert not has_colour(picture(stack), "optimum")
    for panel in window.plots.panels:
        assert panel.layout.optimum is None
        assert not any(label.role == "optimum" for label in panel.labels)
        assert not any("π̂" in label.text or "0.7" in label.text for label in panel.labels)
    stage(hidden=())
    assert has_colour(picture(stack), "optimum")


@pytest.mark.parametrize("pi", [0.5, 0.25])
def test_where_all_is_kept_back_nothing_painted_depends_on_where_the_optimum_is(
    window, stack, stage, pi
):
    # Data and their mirror image have the same heights at other places.
    window.session.set_pi(pi)
    shots = []
    for observations in (BEST, OTHER):
        window.session.set_observations(observations)
        stage(hidden=())
        shots.append(picture(stack))
        stage(hidden=EVERYTHING)
        shots.append(picture(stack))
    seen, kept, seen_too, kept_too = shots
    assert difference(seen, seen_too)
    assert difference(seen, kept)
    assert difference(kept, kept_too) == ""


@pytest.mark.parametrize("interval", [(0.0, 1.0), (0.25, 0.75)])
def test_without_curves_only_the_line_of_pi_and_its_value_are_left(window, stage, interval):
    window.session.set_interval(*interval)
    stage(hidden={"curves", "optimum"})
    for panel in window.plots.panels:
        assert panel.layout.lines == {}
        assert [label.text for label in panel.labels] == ["the curve comes with the answer"]
        assert panel.dot is None
        assert panel._marks.tangent is None
        assert panel._marks.arrow == 0
        assert panel.line_x == pytest.approx(panel.x_of(0.5))
        assert all(item.getData()[0] is None or not item.getData()[0].size for item in items(panel))
    assert [panel.chip[1][:2] for panel in window.plots.panels] == ["L ", "ℓ ", "BC"]


def items(panel):
    return (panel.curve, panel.ones, panel.zeros)


def test_without_curves_nothing_is_said_of_infinity(window, stage):
    window.session.set_pi(1.0)
    settle()
    texts = {label.text for panel in window.plots.panels for label in panel.labels}
    assert texts >= {"↓ −∞", "↑ ∞"}
    stage(hidden={"curves", "optimum"})
    texts = {label.text for panel in window.plots.panels for label in panel.labels}
    assert texts == {"the curve comes with the answer"}


def test_without_parts_the_curve_stands_alone(window, stack, stage):
    assert has_colour(picture(stack), "zeros_text")
    for panel in window.plots.panels[1:]:
        assert set(panel.layout.lines) == {"curve", "ones", "zeros"}
    stage(hidden={"parts"})
    for panel in window.plots.panels:
        assert set(panel.layout.lines) == {"curve"}
        assert not {label.role for label in panel.labels} & {"ones", "zeros"}
    pixels = picture(stack)
    assert not has_colour(pixels, "zeros")
    assert not has_colour(pixels, "zeros_text")
    assert has_colour(pixels, "curve")


def test_without_the_tangent_the_dot_is_left(window, stage):
    assert all(panel._marks.tangent is not None for panel in window.plots.panels)
    stage(hidden={"tangent"})
    for panel in window.plots.panels:
        assert panel._marks.tangent is None
        assert panel.dot is not None


def test_without_values_the_signs_are_gone_and_the_lines_are_left(window, stage):
    stage(hidden={"values"})
    for panel in window.plots.panels:
        assert panel.chip[1] == ""
        assert panel.dot is not None
        assert panel.line_x is not None


def test_a_sign_that_is_kept_back_leaves_the_ground_as_it_is(window, stack, stage):
    stage(hidden={"values"})
    panel = window.plots.panels[0]
    head = slice(int(panel.card.top()) + 4, int(panel.plot.top()) - 12)
    pixels = picture(stack)[head]
    right = pixels[:, int(panel.layout.title_right) + 12 :]
    assert not (right == colour_of("current")).all(axis=2).any()
    stage(hidden=())
    right = picture(stack)[head][:, int(panel.layout.title_right) + 12 :]
    assert (right == colour_of("current")).all(axis=2).any()


@pytest.mark.parametrize("what", [what for what in HIDEABLE if what != "slider"])
def test_what_is_shown_again_looks_as_before(window, stack, stage, what):
    before = picture(stack)
    stage(hidden={what})
    assert difference(before, picture(stack))
    stage(hidden=())
    assert difference(before, on_screen_of(window, stack)) == ""


def on_screen_of(window, widget):
    """The widget's pixels as they stand on the screen."""
    corner = widget.mapTo(window, widget.rect().topLeft())
    pixels = on_screen(window)
    return pixels[
        corner.y() : corner.y() + widget.height(), corner.x() : corner.x() + widget.width()
    ]


# Where something is expected ---------------------------------------------------------------------


def predictions(stack):
    heard = []
    stack.predicted.connect(heard.append)
    return heard


def test_a_prediction_is_a_line_with_its_name_in_every_plot(window, stack, stage):
    without = picture(stack)
    stage(prediction=0.25)
    assert difference(without, picture(stack))
    for panel in window.plots.panels:
        assert panel.layout.prediction == pytest.approx(panel.x_of(0.25))
        (label,) = (label for label in panel.labels if "0.250" in label.text)
        assert label.text == "expected: 0.250"
        assert panel.plot.contains(label.rect)


def test_a_prediction_whose_name_finds_no_room_is_a_line_all_the_same(
    window, stack, stage, monkeypatch
):
    monkeypatch.setattr("gui.plot_layout.place_labels", lambda *_: [])
    shots = []
    for place in (None, 0.25, 0.8):
        stage(prediction=place)
        shots.append(on_screen_of(window, stack))
    assert difference(shots[0], shots[1])
    assert difference(shots[1], shots[2])


def test_a_prediction_out_of_sight_is_not_shown(window, stage):
    stage(prediction=0.25)
    window.session.set_interval(0.5, 0.9)
    settle()
    for panel in window.plots.panels:
        assert panel.layout.prediction is None
        assert not any("0.250" in label.text for label in panel.labels)


def test_no_label_covers_another_beside_a_prediction(window, stage):
    for place in (0.0, 0.02, 0.3, 0.5, 0.69, 0.7, 0.71, 0.98, 1.0):
        stage(prediction=place)
        for panel in window.plots.panels:
            rects = [label.rect for label in panel.labels]
            pairs = [(a, b) for i, a in enumerate(rects) for b in rects[:i] if a.intersects(b)]
            assert pairs == [], (place, panel.kind)


@pytest.mark.parametrize("place", [0.1, 0.5, 0.83])
@pytest.mark.parametrize("i", range(3))
def test_where_a_place_is_asked_a_click_predicts_and_moves_nothing(window, stack, stage, place, i):
    heard = predictions(stack)
    stage(asks_place=True)
    point = plot_point(window.plots.panels[i], place)
    press(stack, *point)
    release(stack, *point)
    assert heard == [pytest.approx(place, abs=0.002)]
    assert window.session.state.pi == 0.5
    assert not window.session.in_gesture
    assert window.session.undo_stack.count() == 0
    # The window keeps it on the stage.
    assert window.session.state.stage.prediction == heard[0]


def test_a_prediction_follows_the_mouse_until_it_is_let_go(window, stack, stage):
    heard = predictions(stack)
    stage(asks_place=True)
    panel = window.plots.panels[1]
    press(stack, *plot_point(panel, 0.2))
    for place in (0.3, 0.4):
        move(stack, *plot_point(panel, place))
    release(stack, *plot_point(panel, 0.4))
    mouse(stack, QEvent.MouseMove, *plot_point(panel, 0.9), Qt.NoButton, Qt.NoButton)
    assert heard == [pytest.approx(place, abs=0.002) for place in (0.2, 0.3, 0.4)]
    assert window.session.state.stage.prediction == heard[-1]
    assert window.session.state.pi == 0.5


def test_the_other_button_and_the_heading_predict_nothing(window, stack, stage):
    heard = predictions(stack)
    stage(asks_place=True)
    panel = window.plots.panels[0]
    point = plot_point(panel, 0.2)
    mouse(stack, QEvent.MouseButtonPress, *point, Qt.RightButton, Qt.RightButton)
    mouse(stack, QEvent.MouseButtonRelease, *point, Qt.NoButton, Qt.RightButton)
    heading = (panel.plot.center().x(), panel.card.top() + 8)
    drag(stack, [heading])
    assert heard == []
    # Nor does a drag from there, whatever was predicted before.
    drag(stack, [point])
    drag(stack, [heading, plot_point(panel, 0.6)])
    assert heard == [pytest.approx(0.2, abs=0.002)]


def test_where_no_place_is_asked_a_click_moves_pi_and_predicts_nothing(window, stack):
    heard = predictions(stack)
    drag(stack, [plot_point(window.plots.panels[0], 0.2)])
    assert heard == []
    assert window.session.state.pi == pytest.approx(0.2, abs=0.002)
    assert window.session.state.stage.prediction is None


def test_after_a_prediction_pi_can_be_dragged_as_ever(window, stack, stage):
    panel = window.plots.panels[0]
    stage(asks_place=True)
    drag(stack, [plot_point(panel, 0.2)])
    stage(asks_place=False)
    drag(stack, [plot_point(panel, place) for place in (0.5, 0.6, 0.8)])
    assert window.session.state.pi == pytest.approx(0.8, abs=0.002)
    assert window.session.undo_stack.count() == 1


# What is pointed at ------------------------------------------------------------------------------


def pointed(stack):
    heard = []
    stack.pointed.connect(heard.append)
    return heard


def hover(stack, x, y):
    mouse(stack, QEvent.MouseMove, x, y, Qt.NoButton, Qt.NoButton)


def test_the_mouse_says_what_it_points_at_once_and_when_it_leaves(window, stack):
    heard = pointed(stack)
    panel = window.plots.panels[1]
    best = panel.layout.optimum
    hover(stack, best.x(), best.y())
    hover(stack, best.x() + 1, best.y())
    assert heard == ["mark:optimum"]
    hover(stack, panel.dot.x(), panel.dot.y())
    assert heard == ["mark:optimum", "mark:value"]
    hover(stack, 2, 2)
    assert heard[2:] == [""]
    hover(stack, panel.dot.x(), panel.dot.y())
    stack.leaveEvent(QEvent(QEvent.Leave))
    assert heard[3:] == ["mark:value", ""]
    stack.leaveEvent(QEvent(QEvent.Leave))
    assert len(heard) == 5


def test_a_drag_points_at_nothing_new(window, stack):
    heard = pointed(stack)
    panel = window.plots.panels[1]
    press(stack, *plot_point(panel, 0.5))
    for pi in (0.6, 0.7, 0.8):
        move(stack, *plot_point(panel, pi))
    release(stack, *plot_point(panel, 0.8))
    assert heard == []


def test_between_the_plots_nothing_is_pointed_at(window, stack):
    heard = pointed(stack)
    one, other = window.plots.panels[:2]
    hover(stack, one.dot.x(), one.dot.y())
    hover(stack, one.dot.x(), (one.card.bottom() + other.card.top()) / 2)
    assert heard == ["mark:value", ""]


# The light ---------------------------------------------------------------------------------------

# What is lit, and the plots in which it is to be seen.
LIGHTS = {
    "curve:likelihood": ("likelihood",),
    "curve:log-likelihood": ("log-likelihood",),
    "curve:bce": ("bce",),
    "curve:ones": ("log-likelihood", "bce"),
    "curve:zeros": ("log-likelihood", "bce"),
    "mark:optimum": PLOTS,
    "mark:pi": PLOTS,
    "mark:tangent": PLOTS,
    "mark:value": PLOTS,
    "mark:prediction": PLOTS,
    "mark:true-pi": PLOTS,
}


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("target", LIGHTS)
def test_what_is_lit_has_a_light_behind_it_in_the_plots_where_it_stands(
    window, stack, stage, target, name
):
    theme.set_look(theme=theme.THEMES[name])
    window.session.set_observations(BEST, true_pi=0.6, shows_true_pi=True)
    stage(prediction=0.35)
    before = picture(stack)
    assert not has_colour(before, "lit")
    stage(lit=target)
    after = on_screen_of(window, stack)
    kinds = tuple(
        panel.kind
        for panel in window.plots.panels
        if has_colour(after[int(panel.card.top()) : int(panel.card.bottom())], "lit")
    )
    assert kinds == LIGHTS[target]
    stage(lit="")
    assert difference(before, on_screen_of(window, stack)) == ""


@pytest.mark.parametrize("target", ["tiles", "tile:3", "term:ones", "formula", "lab"])
def test_what_stands_elsewhere_lights_nothing_in_the_plots(stack, stage, target):
    before = picture(stack)
    stage(lit=target)
    assert difference(before, picture(stack)) == ""


@pytest.mark.parametrize(
    ("target", "hidden"),
    [
        ("mark:optimum", {"optimum"}),
        ("curve:bce", {"curves", "optimum"}),
        ("curve:ones", {"parts"}),
        ("mark:tangent", {"tangent"}),
    ],
)
def test_a_light_does_not_show_what_is_kept_back(stack, stage, target, hidden):
    stage(hidden=hidden)
    before = picture(stack)
    stage(lit=target)
    assert difference(before, picture(stack)) == ""


@pytest.mark.parametrize("target", LIGHTS)
def test_a_light_covers_no_letter(window, stage, target):
    stage(prediction=0.35)
    places = [[label.rect for label in panel.labels] for panel in window.plots.panels]
    stage(lit=target)
    assert places == [[label.rect for label in panel.labels] for panel in window.plots.panels]


@pytest.mark.parametrize("target", LIGHTS)
def test_a_drag_leaves_nothing_of_a_light_behind(window, stack, stage, target):
    window.session.set_observations(BEST, true_pi=0.6, shows_true_pi=True)
    stage(prediction=0.35, lit=target)
    panel = window.plots.panels[1]
    press(stack, *plot_point(panel, 0.5))
    for pi in (0.52, 0.1, 0.11, 0.7, 0.3, 0.9, 0.62, 0.95):
        move(stack, *plot_point(panel, pi))
        settle()
    release(stack, *plot_point(panel, 0.95))
    settle()
    got = on_screen_of(window, stack)
    assert difference(got, picture(stack)) == ""


@pytest.fixture
def painted(window, monkeypatch):
    """Count how often the picture of what stands still is painted."""
    canvas, count = window.plots.canvas, []
    paint = canvas._paint_picture

    def counted(ratio):
        count.append(window.session.state.stage.lit)
        return paint(ratio)

    monkeypatch.setattr(canvas, "_paint_picture", counted)
    return count


def test_light_on_and_off_is_painted_once_and_then_remembered(window, stage, painted):
    for _ in range(3):
        stage(lit="curve:bce")
        stage(lit="")
    assert painted == ["curve:bce"]
    stage(lit="mark:optimum")
    stage(lit="curve:bce")
    assert painted == ["curve:bce", "mark:optimum"]
    assert isinstance(next(iter(window.plots.canvas._pictures.values())), QPixmap)


@pytest.mark.parametrize("lit", ["", "curve:bce", "mark:optimum", "mark:value", "mark:pi"])
def test_a_drag_paints_only_what_moves_whatever_is_lit(window, stack, stage, painted, lit):
    stage(lit=lit)
    painted.clear()
    seen = []
    canvas = window.plots.canvas
    update = canvas.viewport().update
    canvas.viewport().update = lambda *rect: (seen.append(rect), update(*rect))
    panel = window.plots.panels[0]
    press(stack, *plot_point(panel, 0.5))
    for pi in (0.51, 0.52, 0.53):
        move(stack, *plot_point(panel, pi))
        settle()
    release(stack, *plot_point(panel, 0.53))
    del canvas.viewport().update
    assert painted == []
    strips = [rect[0] for rect in seen if rect]
    assert len(strips) >= 3
    assert all(strip.width() < 0.4 * stack.width() for strip in strips)
