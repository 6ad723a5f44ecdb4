"""What stands under the mouse in a plot."""

from dataclasses import replace

import numpy as np
import pytest
from PyQt5.QtCore import QPointF, QRectF

from core.observations import Observations
from core.snapshot import evaluate
from core.stage import Stage, is_target
from core.state import State
from gui import i18n, plot_series, theme
from gui.i18n import translate
from gui.plot_layout import axes_in, lay_out
from gui.plot_targets import NEAR, target_at

pytestmark = pytest.mark.usefixtures("look_of_the_start")
KINDS = plot_series.KINDS
FAR = 40.0


class Plot:
    """One plot that is nowhere on a screen."""

    def __init__(self, kind, state=None, size=(900.0, 400.0)):
        snapshot = evaluate(state or State(pi=0.25))
        card = QRectF(10.0, 20.0, *size)
        self.layout = lay_out(plot_series.series(kind, snapshot), snapshot, card, axes_in(card))
        self.marks = self.layout.marks(snapshot)

    def at(self, x, y):
        target = target_at(self.layout, self.marks, QPointF(x, y))
        assert target == "" or is_target(target)
        return target

    def on(self, role, pi, dy=0.0):
        """At a point of a curve, or so much below it."""
        x = self.layout.x_of(pi)
        return self.at(x, float(np.interp(x, *self.layout.lines[role])) + dy)

    def label(self, role):
        return next(label.rect for label in self.layout.labels if label.role == role)


@pytest.fixture(params=KINDS)
def plot(request):
    return Plot(request.param)


def with_stage(kind, **fields):
    return Plot(kind, State(pi=0.25, stage=Stage(**fields)))


def test_the_optimum_is_its_diamond_its_line_and_its_label(plot):
    best = plot.layout.optimum
    assert plot.at(best.x(), best.y()) == "mark:optimum"
    assert plot.at(best.x() + 1.5 * NEAR, best.y()) == "mark:optimum"
    middle = plot.label("optimum").center()
    assert plot.at(middle.x(), middle.y()) == "mark:optimum"
    bottom = plot.layout.plot.bottom() if best.y() < 200 else plot.layout.plot.top() + 4
    assert plot.at(best.x(), (best.y() + bottom) / 2) == "mark:optimum"


def test_the_value_is_its_dot_and_its_sign_above_the_plot(plot):
    dot = plot.marks.dot
    assert plot.at(dot.x(), dot.y()) == "mark:value"
    assert plot.at(dot.x(), dot.y() + NEAR - 0.1) == "mark:value"
    sign = plot.marks.chip.center()
    assert sign.y() < plot.layout.plot.top()
    assert plot.at(sign.x(), sign.y()) == "mark:value"


def test_the_tangent_is_found_beside_its_dot(plot):
    line = plot.marks.tangent
    end = line.pointAt(0.95)
    assert (end.x() - plot.marks.dot.x()) > 2 * NEAR
    assert plot.at(end.x(), end.y()) == "mark:tangent"
    # It ends where it ends.
    beyond = line.pointAt(1.6)
    assert plot.at(beyond.x(), beyond.y()) != "mark:tangent"


def test_the_line_of_pi_is_found_where_nothing_else_is(plot):
    x, top, bottom = plot.marks.x, plot.layout.plot.top(), plot.layout.plot.bottom()
    found = {plot.at(x, y) for y in np.linspace(top + 1, bottom - 1, 60)}
    assert "mark:pi" in found
    assert "" not in found


@pytest.mark.parametrize("kind", KINDS)
def test_the_curve_is_the_one_that_this_plot_draws(kind):
    plot = Plot(kind)
    for pi in (0.45, 0.55, 0.85):
        assert plot.on("curve", pi) == f"curve:{kind}"
        assert plot.on("curve", pi, dy=NEAR - 0.5) == f"curve:{kind}"
        assert not plot.on("curve", pi, dy=3 * NEAR).startswith(f"curve:{kind}")


@pytest.mark.parametrize("kind", KINDS[1:])
@pytest.mark.parametrize(("role", "pi"), [("ones", 0.4), ("zeros", 0.92)])
def test_a_part_is_its_dashes_and_its_name(kind, role, pi):
    plot = Plot(kind)
    assert plot.on(role, pi) == f"curve:{role}"
    name = plot.label(role).center()
    assert plot.at(name.x(), name.y()) == f"curve:{role}"


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_predicted_and_the_true_pi_are_upright_lines(kind):
    stage = Stage(prediction=0.9)
    plot = Plot(kind, State(pi=0.25, true_pi=0.5, shows_true_pi=True, stage=stage))
    top = plot.layout.plot.top()
    bottom = plot.layout.plot.bottom()
    for target, x in (
        ("mark:prediction", plot.layout.prediction),
        ("mark:true-pi", plot.layout.truth),
    ):
        found = [plot.at(x + 1, y) for y in np.linspace(top + 1, bottom - 1, 60)]
        assert found.count(target) > 20, (target, found)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("code", ["en", "ko"])
def test_the_name_of_each_upright_line_is_that_line(kind, code):
    i18n.set_language(code)
    stage = Stage(prediction=0.9)
    plot = Plot(kind, State(pi=0.25, true_pi=0.5, shows_true_pi=True, stage=stage))
    named = {}
    for label in plot.layout.labels:
        if label.text.endswith(("0.500", "0.900")):
            named[label.text] = plot.at(label.rect.center().x(), label.rect.center().y())
    assert named == {
        translate("Plots", "true π = {pi}").format(pi="0.500"): "mark:true-pi",
        translate("Plots", "expected: {pi}").format(pi="0.900"): "mark:prediction",
    }


def test_nothing_is_found_where_nothing_is(plot):
    area = plot.layout.plot
    assert plot.at(area.left() - FAR, area.center().y()) == ""
    assert plot.at(area.center().x(), area.bottom() + FAR) == ""
    card = plot.layout.card
    assert plot.at(card.left() + 25, card.top() + 15) == ""
    empty = [
        place
        for place in (area.center() + QPointF(dx, dy) for dx in (-60, 90) for dy in (-120, 20, 150))
        if plot.at(place.x(), place.y()) == ""
    ]
    assert empty


CURVES = {*(f"curve:{kind}" for kind in (*KINDS, "ones", "zeros")), "mark:tangent"}
NEVER = {
    "optimum": {"mark:optimum"},
    "tangent": {"mark:tangent"},
    "parts": {"curve:ones", "curve:zeros"},
    "curves": CURVES,
}


@pytest.mark.parametrize(
    ("kind", "hidden"),
    # A product has no parts.
    [(kind, what) for kind in KINDS for what in NEVER if (kind, what) != (KINDS[0], "parts")],
)
def test_what_is_kept_back_is_nowhere_to_be_found(kind, hidden):
    usual, plot = Plot(kind), with_stage(kind, hidden={hidden})
    places = [
        (x, y)
        for x in np.linspace(usual.layout.card.left(), usual.layout.card.right(), 91)
        for y in np.linspace(usual.layout.card.top(), usual.layout.card.bottom(), 61)
    ]
    never = NEVER[hidden]
    assert never & {usual.at(*place) for place in places}
    assert not never & {plot.at(*place) for place in places}


def test_a_value_that_is_kept_back_has_no_sign_to_point_at(plot):
    sign = plot.marks.chip.center()
    kept = with_stage(plot.layout.shown.kind, hidden={"values"})
    assert kept.at(sign.x(), sign.y()) == ""
    assert kept.at(kept.marks.dot.x(), kept.marks.dot.y()) == "mark:value"


@pytest.mark.parametrize("kind", KINDS)
def test_where_pi_is_out_of_sight_the_rest_is_found(kind):
    plot = Plot(kind, State(pi=0.25, interval=(0.5, 0.9)))
    assert plot.marks is None
    assert plot.at(plot.layout.optimum.x(), plot.layout.optimum.y()) == "mark:optimum"
    assert plot.on("curve", 0.85) == f"curve:{kind}"


@pytest.mark.parametrize("kind", KINDS)
def test_no_observations_have_a_line_of_pi_and_no_optimum(kind):
    plot = Plot(kind, State(Observations(), pi=0.25))
    area = plot.layout.plot
    found = {
        plot.at(x, y)
        for x in np.linspace(area.left(), area.right(), 61)
        for y in np.linspace(area.top(), area.bottom(), 41)
    }
    assert "mark:pi" in found
    assert "mark:optimum" not in found


@pytest.mark.parametrize("kind", KINDS)
def test_a_flat_tangent_and_a_steep_one_are_both_found(kind):
    flat = Plot(kind, State(pi=0.7))
    line = flat.marks.tangent
    # The optimum's own mark lies over its middle.
    assert flat.at(line.x2() - 2, line.y2()) == "mark:tangent"
    steep = Plot(kind, State(pi=0.02), size=(400.0, 900.0))
    assert steep.marks is not None


@pytest.mark.parametrize("kind", KINDS)
def test_near_grows_with_the_type(kind):
    theme.set_look(scale=2.0)
    plot = Plot(kind)
    assert plot.on("curve", 0.85, dy=1.8 * NEAR) == f"curve:{kind}"


def test_a_value_out_of_the_plot_has_a_sign_and_a_line():
    state = State(Observations.from_counts(0, 10), pi=1.0)
    plot = Plot("log-likelihood", state)
    assert plot.marks.dot is None
    assert plot.at(plot.marks.chip.center().x(), plot.marks.chip.center().y()) == "mark:value"
    assert plot.at(plot.marks.x, plot.layout.plot.center().y()) == "mark:pi"


def test_a_plot_without_a_line_of_pi_has_no_value(plot):
    assert plot.marks.dot is not None
    dot = plot.marks.dot
    assert target_at(replace(plot.layout, optimum=None), None, dot) != "mark:value"
