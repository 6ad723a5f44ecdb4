"""The plots as a control, and as a picture of the core's curves."""

import math

import numpy as np
import pytest
from PyQt5.QtCore import QPoint, QPointF, Qt
from PyQt5.QtGui import QWheelEvent
from PyQt5.QtWidgets import QApplication

from core import bernoulli
from core.curves import peak_interval
from gui.plot_series import CROSS_ENTROPY, LIKELIHOOD, LOG_LIKELIHOOD
from tests.helpers import drag, find, move, plot_point, press, release, settle

BILLION = ("--counts", "500000000/1000000000")


@pytest.fixture
def stack(window):
    return find(window, "plotStack")


def panel_of(window, kind):
    return next(panel for panel in window.plots.panels if panel.kind == kind)


def wheel(stack, x, y, notches):
    pos = QPointF(x, y)
    screen = QPointF(stack.mapToGlobal(QPoint(0, 0))) + pos
    event = QWheelEvent(
        pos,
        screen,
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.NoButton,
        Qt.NoModifier,
        Qt.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(stack, event)
    settle()


# Curves ----------------------------------------------------------------------------------------


def exact(kind, pi, k, n):
    if kind == LIKELIHOOD:
        return bernoulli.likelihood(pi, k, n)
    if kind == LOG_LIKELIHOOD:
        return bernoulli.log_likelihood(pi, k, n)
    return bernoulli.binary_cross_entropy(pi, k, n)


@pytest.mark.parametrize("kind", [LIKELIHOOD, LOG_LIKELIHOOD, CROSS_ENTROPY])
def test_each_curve_drawn_is_the_function(window, kind):
    panel = panel_of(window, kind)
    x, y = panel.curve.getData()
    low, high = panel.layout.y_range
    scale = 10.0**panel.layout.shown.exponent10
    values = exact(kind, x.copy(), 7, 10)
    inside = (values >= low * scale) & (values <= high * scale)
    assert inside.sum() > 50
    np.testing.assert_allclose(y[inside] * scale, values[inside], rtol=1e-11)
    assert np.isfinite(y).all()
    assert ((y[~inside] < low) | (y[~inside] > high)).all()
    at = np.flatnonzero(x == 0.7)
    assert at.size == 1
    assert y[at[0]] == (y.min() if kind == CROSS_ENTROPY else y.max())


@pytest.mark.parametrize("kind", [LOG_LIKELIHOOD, CROSS_ENTROPY])
def test_the_dashed_parts_add_up_to_the_curve(window, kind):
    panel = panel_of(window, kind)
    x, whole = panel.curve.getData()
    (x_ones, ones), (x_zeros, zeros) = panel.ones.getData(), panel.zeros.getData()
    assert (x == x_ones).all()
    assert (x == x_zeros).all()
    low, high = panel.layout.y_range
    inside = (whole > low) & (whole < high)
    np.testing.assert_allclose(ones[inside] + zeros[inside], whole[inside], rtol=1e-12)


def test_the_peak_of_a_billion_observations_is_in_its_curve(start):
    window = start(*BILLION)
    for panel in window.plots.panels:
        x, y = panel.curve.getData()
        at = np.flatnonzero(x == 0.5)
        assert at.size == 1
        assert y[at[0]] == (y.min() if panel.kind == CROSS_ENTROPY else y.max())
    first = panel_of(window, LIKELIHOOD)
    assert first.layout.title == "Likelihood L(π) / L(π̂)"
    x, y = first.curve.getData()
    assert np.interp(0.5 + 1e-5, x, y) == pytest.approx(math.exp(-0.2), abs=0.01)


def test_zooming_shows_the_peak_in_full_width(start):
    window = start(*BILLION)
    find(window, "zoomButton").click()
    settle()
    low, high = peak_interval(5 * 10**8, 10**9)
    for panel in window.plots.panels:
        assert panel.interval == (low, high)
        x, y = panel.curve.getData()
        assert x[-1] - x[0] == pytest.approx(high - low, rel=1e-9)
        best, worst = (y.min(), y.max()) if panel.kind == CROSS_ENTROPY else (y.max(), y.min())
        bottom, top = panel.layout.y_range
        assert abs(best - worst) > 0.5 * (top - bottom)
        # The peak is a sample, whatever x is counted from.
        middle = np.flatnonzero(x - x[0] == 0.5 - low)
        assert y[middle[0]] == best
        assert panel.dot is not None
        assert panel.plot.contains(panel.dot)


def test_what_is_drawn_in_bits_is_the_nats_over_log_2(window):
    y = {panel.kind: panel.curve.getData()[1].copy() for panel in window.plots.panels}
    find(window, "bitsButton").click()
    settle()
    for kind in (LOG_LIKELIHOOD, CROSS_ENTROPY):
        got = panel_of(window, kind).curve.getData()[1]
        np.testing.assert_allclose(got, y[kind] / math.log(2), rtol=1e-12)
    assert (panel_of(window, LIKELIHOOD).curve.getData()[1] == y[LIKELIHOOD]).all()


# Marks -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("pi", [0.2, 0.5, 0.7, 0.9])
def test_the_dot_lies_on_the_line_and_on_the_curve(window, pi):
    window.session.set_pi(pi)
    settle()
    for panel in window.plots.panels:
        assert panel.dot.x() == pytest.approx(panel.line_x)
        assert panel.line_x == pytest.approx(plot_point(panel, pi)[0])
        x, y = panel.curve.getData()
        low, high = panel.layout.y_range
        height = float(np.interp(pi, x, y))
        drawn = panel.plot.bottom() - (height - low) / (high - low) * panel.plot.height()
        assert panel.dot.y() == pytest.approx(drawn, abs=0.5)


def test_the_sign_says_the_value(window):
    window.session.set_pi(0.42)
    settle()
    assert [panel.chip[1] for panel in window.plots.panels] == [
        "L ≈ 4.498×10⁻⁴",
        "ℓ ≈ −7.707",
        "BCE ≈ 0.7707",
    ]


def test_at_an_infinite_value_there_is_a_sign_but_no_dot(window):
    window.session.set_pi(1.0)
    settle()
    likelihood, log_likelihood, cross_entropy = window.plots.panels
    assert likelihood.dot is not None
    assert log_likelihood.dot is None
    assert cross_entropy.dot is None
    assert log_likelihood.chip[1] == "ℓ = −∞"
    assert cross_entropy.chip[1] == "BCE = ∞"


def test_a_pi_out_of_sight_has_no_marks(window):
    window.session.set_interval(0.6, 0.8)
    settle()
    for panel in window.plots.panels:
        assert panel.dot is None
        assert panel.line_x is None
        assert panel.chip is None


# Mouse and keys --------------------------------------------------------------------------------


@pytest.mark.parametrize("index", [0, 1, 2])
@pytest.mark.parametrize("pi", [0.0, 0.13, 0.5, 0.87, 1.0])
def test_a_click_in_a_plot_moves_pi_there(window, stack, index, pi):
    panel = window.plots.panels[index]
    drag(stack, [plot_point(panel, pi)])
    assert window.session.state.pi == pytest.approx(pi, abs=1 / panel.plot.width())


def test_a_drag_in_a_plot_is_one_step(window, stack):
    panel = window.plots.panels[1]
    drag(stack, [plot_point(panel, pi) for pi in (0.3, 0.4, 0.6, 0.65)])
    assert window.session.state.pi == pytest.approx(0.65, abs=0.002)
    assert window.session.undo_stack.count() == 1
    window.session.undo()
    assert window.session.state.pi == 0.5


def test_a_drag_that_ends_where_it_began_leaves_no_step(window, stack):
    panel = window.plots.panels[1]
    drag(stack, [plot_point(panel, pi) for pi in (0.5, 0.8, 0.5)])
    assert window.session.state.pi == 0.5
    assert window.session.undo_stack.count() == 0


def test_a_drag_beyond_the_plot_stops_at_its_ends(window, stack):
    panel = window.plots.panels[0]
    drag(stack, [plot_point(panel, 0.5), (-500, 40)])
    assert window.session.state.pi == 0.0
    drag(stack, [plot_point(panel, 0.5), (5000, 40)])
    assert window.session.state.pi == 1.0


def test_a_click_beside_the_plots_does_nothing(window, stack):
    panel = window.plots.panels[0]
    for point in ((5, panel.plot.center().y()), (panel.plot.center().x(), panel.card.top() + 8)):
        drag(stack, [point])
    assert window.session.undo_stack.count() == 0


def test_a_drag_of_the_line_itself_takes_it_along(window, stack):
    panel = window.plots.panels[2]
    x, y = plot_point(panel, 0.5)
    press(stack, x, y)
    assert window.session.state.pi == 0.5
    move(stack, x + panel.plot.width() / 4, y)
    release(stack, x + panel.plot.width() / 4, y)
    assert window.session.state.pi == pytest.approx(0.75, abs=0.002)


def test_the_cursor_says_what_can_be_dragged(window, stack, qtbot):
    panel = window.plots.panels[0]
    for pi, shape in ((0.5, Qt.SizeHorCursor), (0.2, Qt.CrossCursor)):
        qtbot.mouseMove(stack, QPointF(*plot_point(panel, pi)).toPoint())
        assert stack.cursor().shape() == shape
    qtbot.mouseMove(stack, QPoint(3, 3))
    assert stack.cursor().shape() == Qt.ArrowCursor


def test_arrows_move_pi_in_the_plots_too(window, stack, qtbot):
    stack.setFocus()
    qtbot.keyClick(stack, Qt.Key_Right)
    qtbot.keyClick(stack, Qt.Key_Left, Qt.ControlModifier)
    assert window.session.state.pi == 0.41
    assert window.session.undo_stack.count() == 2


def test_the_wheel_zooms_about_the_mouse_and_back(window, stack):
    panel = window.plots.panels[0]
    point = plot_point(panel, 0.7)
    wheel(stack, *point, 3)
    low, high = window.session.state.interval
    assert high - low == pytest.approx(0.8**3)
    assert plot_point(panel, 0.7)[0] == pytest.approx(point[0], abs=0.5)
    wheel(stack, *point, -9)
    assert window.session.state.interval == (0.0, 1.0)
    assert window.session.undo_stack.count() == 0


@pytest.mark.parametrize("counts", ["5/10", "500000000/1000000000", "0/10", "0/0"])
@pytest.mark.parametrize("about", [0.0, 0.5, 1.0])
def test_the_wheel_stops_before_there_is_nothing_left_to_show(start, counts, about):
    window = start("--counts", counts)
    stack = find(window, "plotStack")
    point = plot_point(window.plots.panels[0], about)
    for _ in range(6):
        wheel(stack, *point, 25)
    low, high = window.session.state.interval
    assert 0 < high - low < 1e-9
    for panel in window.plots.panels:
        assert np.isfinite(panel.curve.getData()[1]).all()


def test_a_drag_in_a_zoomed_plot_can_set_pi_finely(start):
    window = start(*BILLION)
    find(window, "zoomButton").click()
    settle()
    stack, panel = find(window, "plotStack"), window.plots.panels[0]
    drag(stack, [plot_point(panel, 0.50001)])
    assert window.session.state.pi == pytest.approx(0.50001, abs=2e-7)


# One plot alone --------------------------------------------------------------------------------


def double_click_heading(window, panel, qtbot):
    stack = find(window, "plotStack")
    qtbot.mouseDClick(
        stack,
        Qt.LeftButton,
        pos=QPoint(round(panel.card.left() + 60), round(panel.card.top() + 15)),
    )
    settle()


@pytest.mark.parametrize("index", [0, 1, 2])
def test_a_double_click_on_a_heading_shows_one_plot_and_all_again(window, qtbot, index):
    panel = window.plots.panels[index]
    height = panel.plot.height()
    double_click_heading(window, panel, qtbot)
    assert window.plots.canvas.shown == [panel]
    assert panel.plot.height() > 2 * height
    double_click_heading(window, panel, qtbot)
    assert window.plots.canvas.shown == window.plots.panels


def test_a_window_that_starts_with_one_plot_can_show_all(start, qtbot):
    window = start("1011011101", "--panel", "bce")
    (panel,) = window.plots.canvas.shown
    assert panel.kind == CROSS_ENTROPY
    double_click_heading(window, panel, qtbot)
    assert window.plots.canvas.shown == window.plots.panels


def test_changes_while_a_plot_was_away_are_there_when_it_comes_back(window, qtbot):
    first, last = window.plots.panels[0], window.plots.panels[2]
    double_click_heading(window, last, qtbot)
    find(window, "flipButton").click()
    settle()
    double_click_heading(window, last, qtbot)
    x, y = first.curve.getData()
    assert x[np.argmax(y)] == 0.3
    assert first.line_x == pytest.approx(last.line_x)
