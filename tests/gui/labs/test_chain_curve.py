"""The family of curves of the chain, and how one becomes another."""

import math
from itertools import product

import numpy as np
import pytest

from core.chain import Chain, chain_curve, extremum
from core.lab_state import LabState
from core.snapshot import evaluate
from core.state import LogBase, State
from gui import theme
from gui.labs.chain_curve import (
    axis_range,
    between,
    bounded_ticks,
    curve,
    height_now,
    heights,
    hull,
    is_flat,
    mixed,
    steps_of,
)
from gui.labs.chain_motion import CLOSE, OPEN, Path
from tests.gui.labs.desk import counts

ON = list(product((False, True), repeat=4))
DATA = [(7, 10), (0, 10), (10, 10), (1, 1), (700, 1000), (700_000, 1_000_000), (7 * 10**14, 10**15)]


def snap(k=7, n=10, **fields):
    return evaluate(State(observations=counts(k, n), **fields))


def path(snapshot, start, end):
    start, end = steps_of(start), steps_of(end)
    axes = [axis_range(curve(snapshot, steps), snapshot) for steps in (start, end)]
    return Path(start, end, *axes)


@pytest.mark.parametrize(("k", "n"), [*DATA, (0, 0)])
def test_the_dot_stands_on_the_curve(k, n):
    for pi, on in product((0.0, 0.42, 0.7, 1.0), ON):
        snapshot = snap(k, n, pi=pi)
        drawn = float(heights(pi, snapshot, steps_of(on))[0])
        found = height_now(snapshot, steps_of(on))
        assert found == pytest.approx(drawn, rel=1e-12, abs=1e-300), (pi, on)


def test_the_dot_stands_on_the_curve_on_the_way_too():
    snapshot = snap(pi=0.42)
    steps = Chain(1.0, 0.3, 0.2, 0.1)
    assert height_now(snapshot, steps) == chain_curve(0.42, 7, 10, steps)


def test_in_bits_the_logarithm_is_that_of_base_two_and_the_likelihood_stays():
    snapshot = snap(log_base=LogBase.BITS, pi=0.42)
    assert height_now(snapshot, Chain(1.0, 0.0, 0.0, 0.0)) == pytest.approx(0.42**7 * 0.58**3)
    bits = 7 * math.log2(0.42) + 3 * math.log2(0.58)
    assert height_now(snapshot, Chain(1.0, 1.0, 0.0, 0.0)) == pytest.approx(bits)
    assert curve(snapshot, Chain()).optimum == pytest.approx(0.8812908992306927)


@pytest.mark.parametrize(("k", "n"), [*DATA, (0, 0)])
def test_the_axis_shows_the_optimum_and_more_than_a_line(k, n):
    snapshot = snap(k, n)
    for on in ON:
        shown = curve(snapshot, steps_of(on))
        low, high = axis_range(shown, snapshot)
        assert math.isfinite(low)
        assert math.isfinite(high)
        assert low < high, on
        if shown.optimum is not None:
            assert low < shown.optimum < high, on
        inside = shown.values[(shown.values >= low) & (shown.values <= high)]
        assert inside.size > 2
        # The curve fills the chart: it is no flat line in it.
        assert is_flat(snapshot, shown.steps) or np.ptp(inside) > 0.6 * (high - low), on


def test_the_axes_of_the_four_named_curves_are_those_of_the_plots():
    snapshot = snap()
    spans = {
        on: curve(snapshot, steps_of(on)).span
        for on in ((True, False, False, False), (True, True, False, False), (True,) * 4)
    }
    best = snapshot.optimum
    highest = best.mantissa * 10.0**best.exponent10
    assert spans[True, False, False, False] == pytest.approx((0.0, highest))
    top = best.log_likelihood
    assert spans[True, True, False, False] == pytest.approx((top - 16.0, top), rel=2e-3)
    assert spans[(True,) * 4] == pytest.approx((-top / 10, -top / 10 + 1.6), rel=2e-3)


@pytest.mark.parametrize(("k", "n"), DATA)
@pytest.mark.parametrize(
    ("start", "end"),
    [
        ((False, False, False, False), (True, False, False, False)),
        ((True, False, False, False), (True, True, False, False)),
        ((True, False, False, False), (True, False, True, True)),
        ((True, True, False, False), (True, True, True, False)),
        ((True, True, True, False), (True, True, True, True)),
        ((True, True, True, True), (True, False, False, False)),
    ],
)
def test_the_optimum_stands_still_in_every_frame(k, n, start, end):
    snapshot = snap(k, n)
    way = path(snapshot, start, end)
    for time in np.linspace(0.0, 1.0, 13):
        steps, (low, high) = way.at(
            float(time), lambda one: axis_range(curve(snapshot, one), snapshot)
        )
        assert low < high
        shown = curve(snapshot, steps)
        kind = extremum(steps)
        if kind is None:
            assert np.ptp(shown.values) == 0.0
            continue
        best = shown.values.max() if kind == "max" else shown.values.min()
        assert shown.optimum == pytest.approx(best, rel=1e-9)


def test_a_path_begins_and_ends_exactly_at_its_ends():
    snapshot = snap()
    for start, end in product(ON, repeat=2):
        way = path(snapshot, start, end)
        fit = lambda one: axis_range(curve(snapshot, one), snapshot)  # noqa: E731
        assert way.at(0.0, fit) == (way.start, pytest.approx(way.start_axis))
        assert way.at(1.0, fit) == (way.end, way.end_axis)


@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize("step", ["minus", "mean", "product"])
def test_the_axis_stands_still_and_holds_both_curves_while_the_curve_moves(step, log):
    snapshot = snap()
    start, end = {
        "minus": ((True, log, False, False), (True, log, True, False)),
        "mean": ((True, log, True, False), (True, log, True, True)),
        "product": ((False, log, False, False), (True, log, False, False)),
    }[step]
    way = path(snapshot, start, end)
    both = hull(way.start_axis, way.end_axis)
    moving = np.linspace(OPEN, CLOSE - 1e-9, 9)
    frames = [way.at(float(time), lambda _steps: (0.0, 1.0)) for time in moving]
    assert {axis for _steps, axis in frames} == {both}
    amounts = [getattr(steps, step) for steps, _axis in frames]
    assert amounts == sorted(amounts)
    assert amounts[0] == 0.0
    assert amounts[-1] > 0.99
    # Before and after, the axis alone moves.
    assert way.at(OPEN / 2, lambda _steps: (0.0, 1.0))[0] == way.start
    assert way.at((CLOSE + 1.0) / 2, lambda _steps: (0.0, 1.0))[0] == way.end


def test_while_the_logarithm_comes_the_axis_goes_along_with_the_curve():
    snapshot = snap()
    way = path(snapshot, (True, False, False, False), (True, True, False, False))
    fit = lambda one: axis_range(curve(snapshot, one), snapshot)  # noqa: E731
    for time in (0.3, 0.5, 0.8):
        steps, axis = way.at(time, fit)
        assert 0.0 < steps.log < 1.0
        assert axis == fit(steps)


def test_the_axis_does_not_jump_at_the_ends_of_the_logarithm():
    snapshot = snap()
    fit = lambda log: axis_range(curve(snapshot, Chain(1.0, log, 0.0, 0.0)), snapshot)  # noqa: E731
    for here, near in ((0.0, 1e-6), (1.0, 1.0 - 1e-6)):
        reach = fit(here)[1] - fit(here)[0]
        assert fit(near) == pytest.approx(fit(here), abs=0.01 * reach)


def test_a_motion_that_was_interrupted_goes_on_from_where_it_is():
    snapshot = snap()
    fit = lambda one: axis_range(curve(snapshot, one), snapshot)  # noqa: E731
    start, end = Chain(1.0, 0.4, 0.0, 0.0), steps_of((True, True, False, False))
    way = Path(start, end, (-50.0, 50.0), fit(end))
    assert way.at(0.0, fit) == (start, (-50.0, 50.0))
    assert way.at(1.0, fit) == (end, fit(end))


def test_the_axis_zooms_at_an_even_pace_about_one_point():
    spans = [np.ptp(mixed((0.0, 2.0), (0.0, 0.002), way)) for way in (0.0, 0.25, 0.5, 0.75)]
    assert np.diff(np.log(spans)) == pytest.approx(np.log(0.001) / 4)
    low, high = mixed((-2.0, 2.0), (-0.5, 1.5), 0.5)
    assert (0.5 - low) / (high - 0.5) == pytest.approx(2.5 / 1.5, rel=0.5)
    assert mixed((0.0, 1.0), (1.0, 2.0), 0.5) == (0.5, 1.5)


@pytest.mark.parametrize(
    ("axis", "below_zero", "ends"),
    [((-22.0, 2.0), True, (-20.0, 0.0)), ((-0.3, 1.9), False, (0.0, 1.5))],
)
def test_no_label_stands_where_the_curve_can_never_come(look_of_the_start, axis, below_zero, ends):
    assert look_of_the_start is not None
    labels = bounded_ticks(axis, below_zero=below_zero, height=300)
    assert (labels.values[0], labels.values[-1]) == pytest.approx(ends)


def test_an_axis_that_never_comes_to_where_the_curve_is_has_no_labels_of_its_own():
    assert bounded_ticks((1.0, 22.0), below_zero=True, height=300) is None


def test_labels_are_fewer_where_they_would_be_too_wide(look_of_the_start):
    assert look_of_the_start is not None
    theme.set_look(scale=1.6, least_type=27)
    labels = bounded_ticks((-1.4e15, -0.3e15), below_zero=True, height=300)
    theme.set_look(least_type=0)
    assert labels.texts == ["−1×10¹⁵"]


def test_a_share_of_the_way_is_exact_at_its_end():
    start, end = Chain(0.0, 0.1, 0.3, 0.7), Chain(1.0, 0.7, 0.9, 0.1)
    assert between(start, end, 0.0) == start
    assert between(start, end, 1.0) is end
    assert mixed((0.1, 0.7), (0.3, 0.2), 1.0) == (0.3, 0.2)


def test_a_zoomed_axis_shows_the_curve_there_without_an_optimum_out_of_sight():
    snapshot = snap(interval=(0.1, 0.3))
    shown = curve(snapshot, Chain(1.0, 1.0, 0.0, 0.0))
    assert shown.optimum is None
    low, high = axis_range(shown, snapshot)
    assert low < shown.values.min() < shown.values.max() < high


def test_far_zoomed_in_the_differences_to_the_optimum_are_drawn():
    k, n = 7 * 10**8, 10**9
    snapshot = snap(k, n, interval=(0.69995, 0.70005))
    shown = curve(snapshot, Chain(1.0, 1.0, 0.0, 0.0))
    assert shown.optimum == 0.0
    assert shown.values.max() == 0.0


def test_the_lab_begins_with_the_likelihood():
    assert LabState().chain == (True, False, False, False)
