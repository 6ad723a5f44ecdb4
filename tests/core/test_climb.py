"""Paths down the landscape."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import _walk, climb, logistic
from core.climb import (
    VERDICTS,
    advanced,
    curvatures,
    largest_rate,
    path,
    run_to_end,
    steps_to_halve,
)
from core.labelled import Labelled
from core.model_state import LARGEST, MOST_STEPS, Climber, ModelState

CHALLENGER = Labelled(
    [66, 70, 69, 68, 67, 72, 73, 70, 57, 63, 70, 78, 67, 53, 67, 75, 70, 81, 76, 79, 75, 76, 58],
    [0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1],
)
TEN = Labelled(
    [-2.2, -1.4, -0.8, 0.2, 0.4, 0.8, 1.2, 2.2, 2.9, 4.6], [0, 0, 1, 0, 1, 1, 1, 1, 1, 1]
)
SEPARABLE = Labelled([1, 2, 3, 5, 6], [0, 0, 0, 1, 1])
ONES = Labelled([1, 2, 3], [1, 1, 1])
EQUAL = Labelled([2.0] * 5, [0, 1, 1, 0, 1])
ORIGIN = (0.0, 0.0)
FIRST_ORDER = [2, 4, 7, 5, 0, 6, 3, 1]

ALL_CLIMBERS = [
    Climber(),
    Climber(standardised=False, rate=1e-3),
    Climber(total=True, rate=0.1),
    Climber(single=True, rate=0.1, seed=5),
    Climber(single=True, rate=1e-4, standardised=False),
    Climber(method="newton"),
    Climber(rate=100.0),
]
names = [f"{c.method} {c.rate:g} {c.single} {c.total} {c.standardised}" for c in ALL_CLIMBERS]


@pytest.fixture(autouse=True)
def nothing_is_remembered(monkeypatch):
    monkeypatch.setattr(_walk, "_last_ground", None)
    monkeypatch.setattr(_walk, "_last_path", None)


def forget():
    _walk._last_ground = _walk._last_path = None


def started(climber, steps, start=ORIGIN):
    return replace(climber, start=start, step=steps)


def down(data, climber=ALL_CLIMBERS[0], steps=20, start=ORIGIN, **more):
    return path(data, started(climber, steps, start), **more)


def plain_descent(data, rate, steps, start, *, standardised, shared=False):
    """Gradient descent as a textbook writes it."""
    x, y = data.x, data.y.astype(float)
    mean, deviation = (x.mean(), x.std()) if standardised else (0.0, 1.0)
    t = (x - mean) / deviation
    u, v = start[0] * deviation, start[1] + start[0] * mean
    found = [start]
    for _ in range(steps):
        gap = 1.0 / (1.0 + np.exp(-(u * t + v))) - y
        u, v = u - rate * (0.0 if shared else np.mean(gap * t)), v - rate * np.mean(gap)
        found.append((u / deviation, v - u / deviation * mean))
    return np.array(found).T


def plain_newton(data, steps, start):
    x, y = data.x, data.y.astype(float)
    found = [np.array(start)]
    for _ in range(steps):
        w, b = found[-1]
        p = 1.0 / (1.0 + np.exp(-(w * x + b)))
        q = p * (1.0 - p)
        slope = np.array([np.mean((p - y) * x), np.mean(p - y)])
        bend = np.array([[np.mean(q * x * x), np.mean(q * x)], [np.mean(q * x), np.mean(q)]])
        found.append(found[-1] - np.linalg.solve(bend, slope))
    return np.array(found).T


# Where it leads ----------------------------------------------------------------------------------


def test_six_steps_on_the_shuttles():
    found = down(CHALLENGER, steps=6)
    assert found.w[-1] == pytest.approx(-0.131, abs=5e-4)
    assert found.b[-1] == pytest.approx(8.446, abs=5e-4)
    assert found.loss[[0, 5, 6]] == pytest.approx([math.log(2), 0.4824, 0.4727], abs=5e-5)
    assert found.verdict == "going"


@pytest.mark.parametrize("standardised", [True, False])
@pytest.mark.parametrize("start", [ORIGIN, (-0.4, 2.0)])
def test_descent_is_the_textbooks(standardised, start):
    for data, rate in ((TEN, 0.7), (CHALLENGER, 1e-3 if not standardised else 3.0)):
        climber = Climber(rate=rate, standardised=standardised)
        found = down(data, climber, 60, start)
        w, b = plain_descent(data, rate, 60, start, standardised=standardised)
        assert found.w == pytest.approx(w, rel=1e-9, abs=1e-12)
        assert found.b == pytest.approx(b, rel=1e-9, abs=1e-11)


def test_newton_is_the_textbooks():
    for data in (TEN, CHALLENGER):
        found = down(data, Climber(method="newton"), 5)
        w, b = plain_newton(data, 5, ORIGIN)
        assert found.w == pytest.approx(w, rel=1e-9)
        assert found.b == pytest.approx(b, rel=1e-9)


@pytest.mark.parametrize("climber", ALL_CLIMBERS, ids=names)
def test_the_loss_of_each_step_is_the_one_shown(climber):
    found = down(TEN, climber, 12)
    for w, b, loss in zip(found.w, found.b, found.loss, strict=True):
        assert loss == logistic.binary_cross_entropy(TEN.x, TEN.y, w, b)


def test_one_at_a_time_follows_the_slope_of_one_example():
    climber = Climber(single=True, rate=0.3, seed=9, standardised=False)
    found = down(TEN, climber, 3 * TEN.n)
    seen = []
    for w, b, w_after, b_after in zip(
        found.w[:-1], found.b[:-1], found.w[1:], found.b[1:], strict=True
    ):
        slopes = [logistic.gradient([x], [y], w, b) for x, y in zip(TEN.x, TEN.y, strict=True)]
        moves = [(w - 0.3 * dw, b - 0.3 * db) for dw, db in slopes]
        (fits,) = [
            i
            for i, move in enumerate(moves)
            if move == pytest.approx((w_after, b_after), abs=1e-13)
        ]
        seen.append(fits)
    epochs = [seen[i : i + TEN.n] for i in range(0, len(seen), TEN.n)]
    assert all(sorted(epoch) == list(range(TEN.n)) for epoch in epochs)
    assert epochs[0] != epochs[1] != epochs[2]


def test_the_order_of_a_seed_is_the_same_for_ever():
    assert (
        _walk._order(1, 0, 6).tolist()
        == np.argsort(np.random.PCG64(np.random.SeedSequence([1, 0])).random_raw(6)).tolist()
    )
    assert _walk._order(1, 0, 8).tolist() == FIRST_ORDER
    assert _walk._order(1, 1, 8).tolist() != FIRST_ORDER
    assert _walk._order(2, 0, 8).tolist() != FIRST_ORDER
    assert down(TEN, Climber(single=True, seed=2**63 - 1), 3).loss.size == 4


def test_the_sum_is_n_times_the_learning_rate_and_nothing_else():
    for standardised in (True, False):
        of_sum = down(TEN, Climber(rate=0.05, total=True, standardised=standardised), 50)
        of_mean = down(TEN, Climber(rate=0.05 * TEN.n, standardised=standardised), 50)
        assert of_sum.w.tolist() == of_mean.w.tolist()
        assert of_sum.loss.tolist() == of_mean.loss.tolist()
    single = Climber(single=True, rate=0.05)
    assert down(TEN, single).w.tolist() == down(TEN, replace(single, total=True)).w.tolist()


@pytest.mark.parametrize("climber", ALL_CLIMBERS, ids=names)
def test_with_one_pi_for_all_w_stays_0(climber):
    found = down(TEN, climber, 15, start=(3.0, 1.0), shared=True)
    assert not found.w.any()
    assert found.b[0] == 1.0
    assert found.b[1] != 1.0


def test_with_one_pi_for_all_it_is_descent_along_b():
    found = down(TEN, Climber(rate=2.0), 30, shared=True)
    _, b = plain_descent(TEN, 2.0, 30, ORIGIN, standardised=False, shared=True)
    assert found.b == pytest.approx(b, rel=1e-12)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from([1e-150, 1e-6, 1.0, 1e6, 1e140]), st.sampled_from([0.0, 3.0, 1e6]))
def test_standardised_steps_do_not_depend_on_the_unit_of_x(scale, offset):
    data = Labelled((TEN.x + offset) * scale, TEN.y)
    one, other = down(TEN, Climber(rate=2.0), 30), down(data, Climber(rate=2.0), 30)
    assert other.w * scale == pytest.approx(one.w, rel=1e-6, abs=1e-9)
    assert other.loss == pytest.approx(one.loss, rel=1e-7)
    newton = Climber(method="newton")
    one, other = down(TEN, newton, 4), down(data, newton, 4)
    assert other.w * scale == pytest.approx(one.w, rel=1e-6, abs=1e-9)


# Going on, and back ------------------------------------------------------------------------------


@pytest.mark.parametrize("climber", ALL_CLIMBERS, ids=names)
@pytest.mark.parametrize("data", [TEN, SEPARABLE], ids=repr)
@pytest.mark.parametrize("shared", [False, True])
def test_going_on_is_the_same_as_coming_from_the_start(climber, data, shared):
    whole = down(data, climber, 40, shared=shared)
    for first in (0, 1, 17, 40, 60):
        forget()
        before = down(data, climber, first, shared=shared)
        forget()
        found = down(data, climber, 40, shared=shared, before=before)
        assert found.w.tolist() == whole.w.tolist()
        assert found.b.tolist() == whole.b.tolist()
        assert found.loss.tolist() == whole.loss.tolist()
        assert (found.verdict, found.end) == (whole.verdict, whole.end)


def test_a_path_is_not_taken_for_that_of_another_climber():
    climbers = [*ALL_CLIMBERS, Climber(rate=0.5), Climber(single=True, rate=0.1, seed=6)]
    remembered = [down(TEN, climber, 10).w.tolist() for climber in climbers]
    other_data = down(SEPARABLE, climbers[0], 10).w.tolist()
    other_start = down(TEN, climbers[0], 10, start=(1.0, 1.0)).w.tolist()
    for i, climber in enumerate(climbers):
        forget()
        assert down(TEN, climber, 10).w.tolist() == remembered[i]
    assert other_data != remembered[0] != other_start


def test_a_path_cannot_be_written_to():
    found = down(TEN)
    for values in (found.w, found.b, found.loss):
        with pytest.raises(ValueError, match="read-only"):
            values[0] = 1.0


def test_the_state_goes_with_the_path():
    state = ModelState(data=TEN, w=0.5, b=-1.0)
    there = advanced(state, None, 3)
    found = path(TEN, there.climber)
    assert there.climber == replace(state.climber, start=(0.5, -1.0), step=3)
    assert (there.w, there.b) == (found.w[3], found.b[3])
    on = advanced(there, found, 4)
    assert on == advanced(state, None, 7)
    back = advanced(on, path(TEN, on.climber), -2)
    assert back == advanced(state, None, 5)
    home = advanced(on, path(TEN, on.climber), -100)
    assert (home.w, home.b, home.climber.step) == (0.5, -1.0, 0)
    assert advanced(home, path(TEN, home.climber), -1) is home
    assert advanced(state, None, -1) is state


def test_one_pi_leaves_the_w_that_was_put_aside():
    there = advanced(ModelState(data=TEN, w=2.5, shared=True), None, 5)
    assert there.w == 2.5
    assert there.climber.start == ORIGIN
    assert there.b > 0.0


def test_without_examples_nothing_moves():
    state = ModelState()
    assert advanced(state, None, 3) is state
    assert run_to_end(state, None) == (state, None)
    assert largest_rate(Labelled(), Climber(), shared=False) is None
    assert curvatures(Labelled(), Climber(), shared=False) is None


def test_where_nothing_more_happens_the_state_is_given_itself():
    state, found = run_to_end(ModelState(data=TEN), None)
    assert found.verdict == "settled"
    assert advanced(state, found, 1) is state
    assert run_to_end(state, found)[0] is state
    stuck = advanced(ModelState(data=TEN, w=5.0, climber=Climber(method="newton")), None, 50)
    assert stuck.climber.step < 5
    assert advanced(stuck, path(TEN, stuck.climber), 1) is stuck


def test_no_more_steps_than_are_allowed():
    climber = Climber(rate=1e-12, start=ORIGIN, step=MOST_STEPS)
    flat = np.zeros(MOST_STEPS + 1)
    before = climb.Path(flat, flat, flat + math.log(2), "going")
    state = ModelState(data=TEN, climber=climber)
    assert advanced(state, before, 1) is state


def test_the_way_to_the_end_says_how_far_it_is_and_can_be_stopped():
    shares = []
    state, found = run_to_end(ModelState(data=TEN), None, shares.append)
    assert state.climber.step == found.w.size - 1 > 500
    assert shares == sorted(shares)
    assert len(shares) > 10
    assert 0 < shares[0] < shares[-1] <= 1

    def stop(_share):
        raise InterruptedError

    forget()
    with pytest.raises(InterruptedError):
        run_to_end(ModelState(data=TEN), None, stop)


def test_the_way_to_the_end_has_an_end_where_the_path_has_none(monkeypatch):
    monkeypatch.setattr(climb, "MOST_AT_ONCE", 500)
    state, found = run_to_end(ModelState(data=SEPARABLE), None)
    assert state.climber.step == climb.MOST_AT_ONCE
    assert found.verdict == "running_off"
    onward, _ = run_to_end(state, found)
    assert onward.climber.step == 2 * climb.MOST_AT_ONCE


def test_many_examples_make_the_way_to_the_end_shorter(monkeypatch):
    monkeypatch.setattr(climb, "MOST_LOOKS", 1000)
    monkeypatch.setattr(climb, "MOST_AT_ONCE", 5)
    shares = []
    assert run_to_end(ModelState(data=TEN), None, shares.append)[0].climber.step == 5
    assert len(shares) == 6  # of many examples each step is told
    monkeypatch.setattr(climb, "MOST_AT_ONCE", 5000)
    slow = ModelState(data=TEN, climber=Climber(rate=1e-3))
    assert run_to_end(slow, None)[0].climber.step == 200


# What becomes of it ------------------------------------------------------------------------------


def verdict(data, climber, steps, start=ORIGIN, **more):
    found = down(data, climber, steps, start, **more)
    assert found.verdict in VERDICTS
    return found.verdict


@pytest.mark.parametrize("data", [TEN, CHALLENGER, EQUAL], ids=repr)
def test_settled_is_at_the_fit(data):
    fit = logistic.fit(data.x, data.y)
    for climber in (Climber(), Climber(rate=5.0), Climber(total=True, rate=0.1)):
        state, found = run_to_end(ModelState(data=data, climber=climber), None)
        assert found.verdict == "settled"
        assert found.loss[-1] == pytest.approx(fit.loss, rel=1e-15)
        assert state.w == pytest.approx(fit.w, rel=1e-6)
        assert state.b == pytest.approx(fit.b, rel=1e-6)
        assert path(data, replace(state.climber, step=state.climber.step - 1)).verdict == "going"


def test_newton_settles_in_a_few_steps():
    state, found = run_to_end(ModelState(data=CHALLENGER, climber=Climber(method="newton")), None)
    assert (found.verdict, state.climber.step) == ("settled", 5)


FAR = Labelled([1, 2, 3, 4, 1e20], [0, 1, 0, 1, 1])


@pytest.mark.parametrize(
    ("climber", "said"),
    [
        (Climber(standardised=False), "stuck"),
        (Climber(), "going"),  # for ever: its steps are a rounding of 0
        (Climber(method="newton"), "stuck"),
    ],
)
def test_what_one_far_x_hides_from_the_curvatures_is_not_settled(climber, said):
    # Standardised, all others are one: no slope is left there, yet the fit is far lower.
    found = run_to_end(ModelState(data=FAR, climber=climber), None)[1]
    assert found.loss[-1] > 1.1 * logistic.fit(FAR.x, FAR.y).loss
    assert found.verdict == said


def test_the_fit_is_settled_although_one_far_x_hides_it():
    data = Labelled([1, 2, 3, 4, -1e17], [0, 1, 0, 1, 0])
    fit = logistic.fit(data.x, data.y)
    newton = Climber(method="newton")
    assert verdict(data, newton, 0, start=(fit.w, fit.b)) == "settled"
    assert verdict(data, newton, 0, start=(fit.w * 1.01, fit.b)) == "stuck"


def test_the_best_floats_are_settled_where_b_is_a_large_number():
    data = Labelled(1e9 + np.array([0, 1, 2, 3.0]), [0, 1, 0, 1])
    for climber in (Climber(), Climber(method="newton")):
        assert run_to_end(ModelState(data=data, climber=climber), None)[1].verdict == "settled"


def test_the_shuttles_in_degrees_crawl_or_bounce():
    given = Climber(standardised=False)
    limit = largest_rate(CHALLENGER, given, shared=False)
    assert limit == pytest.approx(0.003033, rel=1e-3)
    assert verdict(CHALLENGER, given, 6) == "diverged"
    slow = replace(given, rate=1e-4)
    found = down(CHALLENGER, slow, 2000)
    assert found.verdict == "going"
    assert 0.59 < found.loss[-1] < found.loss[1]
    assert steps_to_halve(CHALLENGER, slow, shared=False) > 1e6
    least, largest = curvatures(CHALLENGER, given, shared=False)
    assert math.sqrt(largest / least) > 900
    assert steps_to_halve(CHALLENGER, Climber(), shared=False) < 10
    assert steps_to_halve(CHALLENGER, given, shared=False) is None


@pytest.mark.parametrize("climber", ALL_CLIMBERS[:3], ids=names[:3])
@pytest.mark.parametrize("data", [TEN, CHALLENGER], ids=repr)
def test_the_largest_rate_parts_settling_from_bouncing(climber, data):
    fit = logistic.fit(data.x, data.y)
    limit = largest_rate(data, climber, fit, shared=False)
    near = (fit.w * 1.0001, fit.b)
    fast = replace(climber, rate=limit * 1.1)
    assert run_to_end(at(data, fast, near), None)[1].verdict == "diverged"
    below = down(data, replace(climber, rate=limit * 0.9), 300, near)
    assert below.verdict in ("going", "settled")
    assert (np.diff(below.loss) <= 1e-15).all()


def at(data, climber, start):
    return ModelState(data=data, w=start[0], b=start[1], climber=climber)


def test_the_largest_rate_is_that_of_the_mean_or_of_the_sum():
    of_mean = largest_rate(TEN, Climber(), shared=False)
    of_sum = largest_rate(TEN, Climber(total=True), shared=False)
    assert of_sum == pytest.approx(of_mean / TEN.n, rel=1e-14)


@pytest.mark.parametrize("standardised", [True, False])
def test_curvatures_are_eigenvalues_of_the_hessian(standardised):
    for data in (TEN, CHALLENGER):
        fit = logistic.fit(data.x, data.y)
        t = (data.x - data.x.mean()) / data.x.std() if standardised else data.x
        p = logistic.predict(data.x, fit.w, fit.b)
        columns = np.array([t, np.ones(data.n)])
        bend = (columns * p * (1 - p)) @ columns.T / data.n
        found = curvatures(data, Climber(standardised=standardised), fit, shared=False)
        assert found == pytest.approx(np.linalg.eigvalsh(bend), rel=1e-8)


def test_with_one_pi_the_curvature_is_its_variance():
    found = curvatures(TEN, Climber(standardised=False), shared=True)
    assert found == pytest.approx((0.21, 0.21), rel=1e-14)
    assert largest_rate(TEN, Climber(), shared=True) == pytest.approx(2 / 0.21, rel=1e-14)


def test_there_is_no_largest_rate_where_nothing_settles():
    for data in (SEPARABLE, ONES, Labelled([1.0], [1])):
        assert largest_rate(data, Climber(), shared=False) is None
        assert curvatures(data, Climber(), shared=False) is None
        assert steps_to_halve(data, Climber(), shared=False) is None
    assert largest_rate(ONES, Climber(), shared=True) is None
    assert largest_rate(SEPARABLE, Climber(), shared=True) is not None
    assert largest_rate(TEN, Climber(single=True), shared=False) is None
    assert largest_rate(TEN, Climber(method="newton"), shared=False) is None


@pytest.mark.parametrize(
    "data",
    [
        Labelled([-1e102, -2e-54, 3e126, 3e-5, 4e149, -2e82], [0, 1, 1, 0, 1, 0]),
        Labelled([-5, 0, 0, 0, 5, -1e31], [0, 0, 1, 1, 0, 1]),
    ],
    ids=repr,
)
def test_nothing_is_said_of_half_the_way_where_float64_has_no_curvature(data):
    for standardised in (True, False):
        climber = Climber(rate=1e-3, standardised=standardised)
        said = steps_to_halve(data, climber, shared=False)
        found = curvatures(data, climber, shared=False)
        # Where the least is 0, or no float, nobody can say.
        assert said is None or (said > 1.0 and min(found) > 0.0)


def test_half_the_way_takes_as_many_steps_as_is_said():
    climber = Climber(rate=3.0)
    fit = logistic.fit(TEN.x, TEN.y)
    found = down(TEN, climber, 200)
    far = np.hypot(found.w - fit.w, found.b - fit.b)
    said = steps_to_halve(TEN, climber, fit, shared=False)
    assert math.log(2) / math.log(far[150] / far[151]) == pytest.approx(said, rel=0.01)
    # At 1/λ one step does it; above, it jumps over and back.
    once = Climber(rate=1 / 0.21)
    assert steps_to_halve(TEN, once, shared=True) == 1.0
    over = steps_to_halve(TEN, Climber(rate=1.99 / 0.21), shared=True)
    assert over == pytest.approx(math.log(2) / -math.log(0.99), rel=1e-9)
    assert steps_to_halve(EQUAL, Climber(), shared=False) == pytest.approx(
        math.log(2) / -math.log(1 - 0.24), rel=1e-9
    )


def test_too_large_a_step_rises_and_then_diverges():
    fast = Climber(rate=1000.0)
    assert [verdict(TEN, fast, i) for i in (0, 1)] == ["going", "rising"]
    assert verdict(TEN, fast, 30) == "diverged"


def test_a_rate_that_is_too_large_at_first_only_comes_back():
    climber = Climber(rate=15.0)  # below the largest that settles at the fit
    verdicts = {verdict(TEN, climber, i, start=(-6.0, 12.0)) for i in range(8)}
    assert "rising" in verdicts
    assert "diverged" not in verdicts
    assert run_to_end(at(TEN, climber, (-6.0, 12.0)), None)[1].verdict == "settled"


def test_what_leaves_the_numbers_of_the_program_has_diverged():
    data = Labelled([1e150, -1e150, 1e149, 5e149], [0, 1, 1, 0])
    fast = Climber(standardised=False, rate=1e12)
    found = down(data, fast, 5)
    assert (found.verdict, found.end) == ("diverged", 0)
    assert found.w.tolist() == [0.0] * 6
    assert found.loss.tolist() == [math.log(2)] * 6
    assert max(abs(found.w[-1]), abs(found.b[-1])) <= LARGEST
    there = advanced(ModelState(data=data, climber=fast), None, 3)
    assert there.climber == replace(fast, start=ORIGIN, step=0)


def test_where_there_is_no_minimum_it_runs_off():
    for data in (SEPARABLE, ONES, Labelled([3.0], [0]), Labelled([1, 2, 2, 3], [0, 0, 1, 1])):
        assert verdict(data, Climber(), 50) == "running_off"
        assert verdict(data, Climber(), 0) == "going"
        assert verdict(data, Climber(single=True), 5) == "running_off"
        assert verdict(data, Climber(single=True), 400) in ("running_off", "hovering")
    assert verdict(SEPARABLE, Climber(method="newton"), 20) == "running_off"
    assert verdict(ONES, Climber(), 50, shared=True) == "running_off"
    assert verdict(SEPARABLE, Climber(), 400, shared=True) == "settled"
    assert verdict(SEPARABLE, Climber(rate=1e4), 1, start=(-3.0, 0.0)) in ("rising", "running_off")


def test_newton_runs_off_until_float64_has_no_slope_left():
    state, found = run_to_end(ModelState(data=SEPARABLE, climber=Climber(method="newton")), None)
    assert found.verdict == "running_off"
    assert found.end == state.climber.step
    assert found.loss[-1] < 1e-300


def test_on_a_plain_it_is_stuck():
    newton = Climber(method="newton")
    assert verdict(EQUAL, newton, 0) == "stuck"  # along one line all is level
    assert verdict(EQUAL, newton, 10, shared=True) == "settled"
    far = down(TEN, newton, 3, start=(5e4, -1e4))
    assert (far.verdict, far.end) == ("stuck", 0)
    assert verdict(TEN, newton, 0, start=(0.0, 1e5), shared=True) == "stuck"
    # A step of 1 is nothing beside 1e150.
    assert verdict(TEN, Climber(), 10, start=(1e150, 0.0)) == "stuck"
    assert verdict(SEPARABLE, Climber(), 3, start=(1e6, -4e6)) == "stuck"


def test_newton_rises_where_it_overshoots():
    found = down(TEN, Climber(method="newton"), 1, start=(3.2, 0.0))
    assert found.loss[1] > found.loss[0]
    assert (found.verdict, found.end) == ("rising", None)


def test_newton_that_bounces_has_diverged(monkeypatch):
    monkeypatch.setattr(
        "core._ground.Ground.newton", lambda _self, w, _b, *, shared: (-2.0 * w, float(shared))
    )
    assert verdict(TEN, Climber(method="newton"), 8, start=(-3.0, 0.0)) == "diverged"


def test_one_example_at_a_time_hovers():
    climber = Climber(single=True, rate=0.5)
    assert verdict(TEN, climber, 15) == "going"
    _state, found = run_to_end(ModelState(data=TEN, climber=climber), None)
    assert found.verdict == "hovering"
    fit = logistic.fit(TEN.x, TEN.y)
    assert fit.loss < found.loss[-20:].mean() < fit.loss + 0.1
    assert verdict(TEN, replace(climber, rate=1e-3), 400) == "going"


def test_one_example_at_a_time_diverges_where_it_is_worse_than_no_x():
    fast = Climber(single=True, rate=50.0)
    assert "rising" in [verdict(TEN, fast, i, start=(1.6, 0.8)) for i in range(1, 6)]
    assert verdict(TEN, fast, 200) == "diverged"
    assert run_to_end(ModelState(data=TEN, climber=fast), None)[1].verdict == "diverged"


def test_one_example_at_a_time_can_leave_the_numbers_too():
    data = Labelled([1e150, 0.0, -1e150], [0, 1, 0])
    fast = Climber(single=True, standardised=False, rate=1e12, seed=1)
    assert data.x[_walk._order(1, 0, 3)[0]] != 0.0  # which alone would have let it go on
    found = down(data, fast, 6)
    assert (found.verdict, found.end) == ("diverged", 0)
    assert not found.w.any()
    assert not found.b.any()
    before = down(data, fast, 3)
    assert down(data, fast, 6, before=before).b.tolist() == found.b.tolist()


def test_a_long_way_says_how_far_it_is():
    said = []
    climber = Climber(start=(0.0, 0.0), step=100)
    found = climb.path(CHALLENGER, climber, progress=said.append)
    assert found.w.size == 101
    assert said == sorted(said)
    assert said[0] == 0.0
    assert 0.9 < said[-1] <= 1.0
    assert len(said) >= 3


@pytest.mark.parametrize(
    ("n", "steps", "single", "long"),
    [
        (23, climb.AT_ONCE, False, False),
        (23, climb.AT_ONCE + 1, False, True),
        (10**6, 10, False, False),
        (10**6, 11, False, True),
        (10**6, 11, True, False),
        (0, climb.AT_ONCE + 1, False, False),
    ],
)
def test_which_ways_take_long(n, steps, single, long):
    climber = Climber(start=(0.0, 0.0), step=steps, single=single)
    assert climb.takes_long(ModelState(Labelled(np.zeros(n), np.zeros(n)), climber=climber)) is long
