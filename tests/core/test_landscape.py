"""The landscape BCE(w, b): its height, its bands, its slices."""

import math
import threading
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import logistic
from core.labelled import Labelled
from core.landscape import (
    BANDS,
    EXACT,
    HIGHEST,
    SIZES,
    Region,
    Terrain,
    band_levels,
    usual_region,
)

TEN = Labelled(
    [-2.2, -1.4, -0.8, 0.2, 0.4, 0.8, 1.2, 2.2, 2.9, 4.6], [0, 0, 1, 0, 1, 1, 1, 1, 1, 1]
)
SEPARABLE = Labelled([1, 2, 3, 5, 6], [0, 0, 0, 1, 1])
WIDE = Region(-3.0, 5.0, -4.0, 6.0)


def drawn(n, w=2.0, b=0.5, seed=1, x=None):
    numbers = np.random.Generator(np.random.PCG64(seed))
    x = numbers.normal(size=n) if x is None else x(numbers)
    with np.errstate(over="ignore"):
        return Labelled(x, numbers.random(n) < 1.0 / (1.0 + np.exp(-w * x - b)))


def direct(data, w, b):
    """The height at each place, straight from the formula."""
    sign = 1.0 - 2.0 * data.y
    return np.array(
        [np.logaddexp(0.0, sign * (u * data.x + v)).mean() for u, v in zip(w, b, strict=True)]
    )


def fitted(data):
    return logistic.fit(data.x, data.y)


# Height ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [TEN, SEPARABLE, drawn(1000), drawn(EXACT)], ids=repr)
def test_the_grid_is_the_mean_loss_of_each_place(data):
    found = Terrain(data).landscape(WIDE, (33, 25))
    w, b = np.meshgrid(found.w, found.b)
    some = slice(None, None, 7)
    assert found.loss.shape == (25, 33)
    assert found.loss.ravel()[some] == pytest.approx(
        direct(data, w.ravel()[some], b.ravel()[some]), rel=1e-12
    )
    assert (found.w[0], found.w[-1], found.b[0], found.b[-1]) == (-3.0, 5.0, -4.0, 6.0)


def test_it_is_the_loss_that_the_rest_of_the_program_shows():
    for w, b in ((0.0, 0.0), (1.6424, 0.8028), (-7.0, 30.0), (900.0, -3.0)):
        (height,) = Terrain(TEN).along(np.array([w]), np.array([b]))
        assert height == pytest.approx(logistic.binary_cross_entropy(TEN.x, TEN.y, w, b), rel=1e-13)


def test_examples_of_equal_x_count_as_often_as_they_occur():
    x = np.repeat([53.0, 70.0, 81.0, 66.5], (1, 5, 9, 1000))
    data = Labelled(x, np.arange(x.size) % 3 == 0)
    w, b = np.linspace(-0.4, 0.2, 9), np.linspace(25.0, -9.0, 9)
    terrain = Terrain(data)
    assert terrain._nodes.size < 40
    assert terrain.along(w, b) == pytest.approx(direct(data, w, b), rel=1e-12)


def test_small_losses_keep_their_digits():
    w = np.array([20.0, 60.0, 130.0])
    b = -4.0 * w
    low = Terrain(SEPARABLE).along(w, b)
    assert low == pytest.approx(direct(SEPARABLE, w, b), rel=1e-12)
    assert low[2] < 1e-50
    region = Region(10.0, 30.0, -120.0, -40.0)
    found = Terrain(SEPARABLE).landscape(region, (17, 17))
    exact = direct(SEPARABLE, *(axis.ravel() for axis in np.meshgrid(found.w, found.b)))
    assert found.loss.ravel() == pytest.approx(exact, rel=1e-12)


DRAWS = {
    "normal": drawn(20_000),
    "steep": drawn(20_000, 8.0, 0.0),
    "rare ones": drawn(20_000, 1.0, -6.0),
    "heavy tails": drawn(20_000, x=lambda numbers: numbers.standard_cauchy(20_000)),
    "far from 0": drawn(
        20_000, 1.0, -1000.0, x=lambda numbers: numbers.normal(1000.0, 2.0, 20_000)
    ),
    "two heaps": drawn(
        20_000,
        0.3,
        -1.0,
        x=lambda numbers: np.append(numbers.random(10_000), 9 + numbers.random(10_000)),
    ),
    "a few values": drawn(20_000, x=lambda numbers: numbers.normal(size=20_000).round(1)),
    "mostly one": drawn(
        20_000, x=lambda numbers: np.append(np.zeros(15_000), numbers.random(5000))
    ),
}


@pytest.mark.parametrize("name", DRAWS)
def test_bins_of_many_examples_differ_by_less_than_a_millionth(name):
    data = DRAWS[name]
    terrain = Terrain(data)
    assert terrain._nodes.size < 6000
    usual = usual_region(data, fitted(data))
    middle = usual.w_low / 2 + usual.w_high / 2, usual.b_low / 2 + usual.b_high / 2
    for region in (usual, usual.scaled(0.1, *middle), usual.scaled(8.0, *middle)):
        w = np.linspace(region.w_low, region.w_high, 9)
        w, b = np.meshgrid(w, np.linspace(region.b_low, region.b_high, 7))
        exact = direct(data, w.ravel(), b.ravel())
        assert terrain.along(w.ravel(), b.ravel()) == pytest.approx(exact, rel=1e-6)


sizes = st.sampled_from([1e-150, 1e-9, 1.0, 1e9, 1e150])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.floats(-1, 1), st.booleans()), min_size=1, max_size=40),
    sizes,
    sizes,
    sizes,
)
def test_no_scale_is_too_large(examples, scale, w_size, b_size):
    x, y = zip(*examples, strict=True)
    data = Labelled(np.array(x) * scale, y)
    region = Region(-w_size, 2 * w_size, -b_size, b_size)
    found = Terrain(data).landscape(region, (9, 7))
    assert np.isfinite(found.loss).all()
    assert (np.diff(found.levels) > 0).all()
    w, b = (axis.ravel() for axis in np.meshgrid(found.w, found.b))
    with np.errstate(all="ignore"):
        exact = direct(data, w, b)
    near = exact < HIGHEST / 10
    assert (found.loss.ravel()[~near] >= HIGHEST / 11).all()
    # What cancels between w·x and b is lost in either.
    blur = 1e-15 * (np.abs(w[near]) * np.abs(data.x).max() + np.abs(b[near]))
    wrong = np.abs(found.loss.ravel()[near] - exact[near])
    assert (wrong <= 1e-12 * exact[near] + blur + 1e-40).all()


def test_a_region_as_large_as_float64_is_finite():
    most = 1.7e308
    found = Terrain(TEN).landscape(Region(-most, most, -most, most), (9, 9))
    assert np.isfinite(found.loss).all()
    assert found.loss.max() <= HIGHEST
    assert (np.diff(found.levels) > 0).all()
    line = Terrain(TEN).slice("w", 0.0, 0.0, found.region)
    assert np.isfinite(line.loss).all()


def exact_heights(data, w, b):
    """The heights from logits that are rounded once."""
    sign = 1.0 - 2.0 * data.y
    x = [Fraction(value) for value in data.x.tolist()]
    found = []
    for u, v in zip(w.tolist(), b.tolist(), strict=True):
        z = [float(Fraction(u) * value + Fraction(v)) for value in x]
        found.append(np.logaddexp(0.0, sign * np.array(z)).mean())
    return np.array(found)


@pytest.mark.parametrize("offset", [1e9, -3e12])
def test_far_from_0_heights_keep_their_digits(offset):
    data = Labelled(offset + TEN.x, TEN.y)
    w = np.linspace(-1.0, 3.0, 12)
    b = 0.3 - offset * w
    terrain = Terrain(data)
    assert terrain.along(w, b) == pytest.approx(exact_heights(data, w, b), rel=1e-13)
    region = Region(1.5, 1.6, -1.5 * offset - 2.0, -1.5 * offset + 5.0)
    found = terrain.landscape(region, (9, 7))
    exact = exact_heights(data, *(axis.ravel() for axis in np.meshgrid(found.w, found.b)))
    assert found.loss.ravel() == pytest.approx(exact, rel=1e-13)
    line = terrain.slice("b", 1.5, 0.0, region)
    exact = exact_heights(data, np.full(line.t.size, 1.5), line.t)
    assert line.loss == pytest.approx(exact, rel=1e-13)
    assert line.least[1] <= exact.min() * (1.0 + 1e-13)


def test_far_from_0_a_region_may_be_as_large_as_float64_too():
    data = Labelled(1e149 + 1e140 * TEN.x, TEN.y)
    region = Region(-1e300, 1e300, -1e300, 1e300)
    terrain = Terrain(data)
    found = terrain.landscape(region, (8, 8))
    assert found.loss[0, 0] == pytest.approx(0.7 * HIGHEST)
    assert np.isfinite(terrain.slice("w", 0.0, 0.0, region).loss).all()
    assert np.isfinite(terrain.slice("b", 1e300, 0.0, region).loss).all()
    assert terrain.along(np.empty(0), np.empty(0)).size == 0


def test_without_examples_it_is_level():
    found = Terrain(Labelled()).landscape(usual_region(Labelled(), None), SIZES[0])
    assert not found.loss.any()
    assert found.levels.tolist() == [0.0, 1.0]
    assert Terrain(Labelled()).slice("w", 0.0, 0.0, WIDE).least is None


def test_only_the_finest_grid_is_final():
    terrain = Terrain(TEN)
    assert [terrain.landscape(WIDE, size).is_final for size in SIZES] == [False] * 3 + [True]


def test_it_says_how_far_it_is_and_can_be_stopped():
    shares = []
    Terrain(TEN).landscape(WIDE, SIZES[-1], shares.append)
    assert len(shares) > 20
    assert shares == sorted(shares)
    assert shares[-1] == 1.0

    def stop(_share):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        Terrain(TEN).landscape(WIDE, SIZES[0], stop)


def test_rows_that_are_far_apart_are_said_to_be_done_once():
    shares = []
    Terrain(TEN).landscape(Region(-1.0, 1.0, -1e5, 1e5), (9, 7), shares.append)
    assert len(shares) == 7
    assert shares == pytest.approx([(i + 1) / 7 for i in range(7)])


# Bands -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data", [TEN, SEPARABLE, Labelled([1, 2], [1, 1]), Labelled([2, 2], [0, 1])], ids=repr
)
def test_the_bands_hold_all_heights_and_stay_when_the_grid_is_refined(data):
    terrain = Terrain(data)
    region = usual_region(data, fitted(data))
    coarse, fine = (terrain.landscape(region, size) for size in (SIZES[0], SIZES[2]))
    assert coarse.levels == pytest.approx(fine.levels, rel=1e-9)
    for found in (coarse, fine):
        assert found.levels.size == BANDS + 1
        assert (np.diff(found.levels) > 0).all()
        assert found.levels[0] <= found.loss.min()
        assert found.levels[-1] >= found.loss.max()


def test_the_first_band_begins_at_the_minimum():
    fit = fitted(TEN)
    found = Terrain(TEN).landscape(usual_region(TEN, fit), SIZES[0])
    assert found.levels[0] == pytest.approx(fit.loss, rel=1e-12)
    assert found.loss.min() > fit.loss


def test_where_the_minimum_is_out_of_sight_the_bands_begin_at_the_edge():
    region = Region(-3.0, -1.0, -1.0, 1.0)
    terrain = Terrain(TEN)
    edge = terrain.along(np.full(20_001, -1.0), np.linspace(-1.0, 1.0, 20_001)).min()
    assert terrain.least(region) == pytest.approx(edge, rel=1e-8)
    assert terrain.least(region) > fitted(TEN).loss


def test_a_minimum_is_found_in_a_region_where_it_stands_in_a_corner():
    fit = fitted(TEN)
    for dw, db in ((-1, -1), (-1, 1), (1, -1), (1, 1)):
        ends = sorted((fit.w - 1e-3 * dw, fit.w + 40 * dw))
        region = Region(*ends, *sorted((fit.b - 1e-3 * db, fit.b + 40 * db)))
        assert Terrain(TEN).least(region) == pytest.approx(fit.loss, rel=1e-12)


@pytest.mark.parametrize("offset", [0.0, 3e6, 1e9, -1e12])
@pytest.mark.parametrize("n", [30, 200, EXACT + 1000])
def test_the_bands_begin_at_the_minimum_however_far_off_x_lies(n, offset):
    data = drawn(n, 1.5, 0.2, seed=n)
    far = Labelled(data.x + offset, data.y)
    fit = fitted(far)
    assert Terrain(far).least(usual_region(far, fit)) == pytest.approx(fit.loss, rel=1e-6)
    if n <= EXACT:
        assert Terrain(far).least(usual_region(far, fit)) == pytest.approx(fit.loss, rel=1e-12)


def test_an_example_far_from_the_others_moves_the_bands_nowhere():
    data = Labelled([*(1e9 + TEN.x), 0.0], [*TEN.y, 0])
    fit = fitted(data)
    terrain = Terrain(data)
    assert terrain._nodes.centre > 9e8
    assert terrain.least(usual_region(data, fit)) == pytest.approx(fit.loss, rel=1e-12)


def test_many_examples_without_a_minimum_have_their_least_on_an_edge():
    x = np.linspace(-1.0, 1.0, EXACT + 1000)
    for y in (np.ones(x.size), x > 0.0):
        terrain = Terrain(Labelled(x, y))
        line = np.linspace(-1.0, 1.0, 2001)
        right = terrain.along(np.full(2001, 3.0), line).min()
        top = terrain.along(2.0 * line + 1.0, np.full(2001, 1.0)).min()
        found = terrain.least(Region(-1.0, 3.0, -1.0, 1.0))
        assert found == pytest.approx(min(right, top), rel=1e-5)


def test_many_examples_of_equal_x_have_a_line_of_minima():
    data = Labelled(np.full(EXACT + 1000, 3.0), np.arange(EXACT + 1000) % 4 == 0)
    assert Terrain(data).least(Region(-1.0, 1.0, -2.0, 2.0)) == pytest.approx(
        -0.25 * math.log(0.25) - 0.75 * math.log(0.75), rel=1e-6
    )


def test_where_the_search_takes_too_long_the_fit_is_asked(monkeypatch):
    from core import _nodes

    data = drawn(EXACT + 1000)
    fit = fitted(data)
    monkeypatch.setattr(_nodes, "_ROUNDS", 1)
    assert Terrain(data).least(usual_region(data, fit)) == fit.loss


def test_a_search_whose_first_step_is_far_too_long_comes_back():
    # Ones are rare but at x = 1: where w is 0, little bends, and a whole step adds 19 logits.
    x = np.append(np.zeros(EXACT + 1000), np.ones(100))
    data = Labelled(x, np.append(np.arange(EXACT + 1000) < 50, np.arange(100) < 30))
    w, b, loss = Terrain(data)._nodes.minimum()
    fit = fitted(data)
    assert (w, b, loss) == pytest.approx((fit.w, fit.b, fit.loss), rel=1e-6)


def test_levels_of_a_plain_are_two_that_differ():
    for height in (0.0, 0.5, 3e200):
        low, high = band_levels(height, height)
        assert low == height < high


def test_lower_bands_are_narrower():
    for least, highest in ((0.44, 0.45), (0.71, 9.9), (0.44, 1e250)):
        levels = band_levels(least, highest)
        assert (levels[0], levels[-1]) == (least, highest)
        assert (np.diff(levels, 2) > 0).all()


# Slices ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("along", ["w", "b"])
def test_a_slice_is_the_landscape_cut(along):
    terrain = Terrain(TEN)
    line = terrain.slice(along, 0.7, -0.4, WIDE)
    held = np.full(line.t.size, line.at)
    places = (line.t, held) if along == "w" else (held, line.t)
    assert line.along == along
    assert line.at == (-0.4 if along == "w" else 0.7)
    assert line.loss == pytest.approx(direct(TEN, *places), rel=1e-12)
    ends = (-3.0, 5.0) if along == "w" else (-4.0, 6.0)
    assert (line.t[0], line.t[-1]) == ends


@pytest.mark.parametrize("along", ["w", "b"])
@pytest.mark.parametrize("data", [TEN, drawn(300, 1.0, -0.5)], ids=repr)
def test_the_least_of_a_slice_is_where_a_search_finds_it(along, data):
    line = Terrain(data).slice(along, 0.7, -0.4, WIDE)
    t, height = line.least
    fine = np.linspace(t - 1e-3, t + 1e-3, 2001)
    held = np.full(fine.size, line.at)
    near = direct(data, *((fine, held) if along == "w" else (held, fine)))
    assert fine[near.argmin()] == pytest.approx(t, abs=1e-6)
    assert height <= near.min() * (1 + 1e-14)
    assert height <= line.loss.min()


def test_the_least_of_a_slice_that_falls_on_beyond_its_end_is_not_in_sight():
    terrain = Terrain(SEPARABLE)
    assert terrain.slice("w", 0.0, -4.0, Region(-3.0, -1.0, -5.0, 5.0)).least is None
    assert terrain.slice("w", 0.0, 40.0, Region(5.0, 9.0, -5.0, 5.0)).least is None
    assert terrain.slice("b", 2.0, 0.0, Region(-3.0, 5.0, -5.0, -1.0)).least is None
    assert terrain.slice("b", 2.0, 0.0, Region(-3.0, 5.0, -9.0, -1.0)).least is not None
    flat = Terrain(Labelled([1, 2], [1, 1]))
    assert flat.slice("b", 0.0, 0.0, WIDE).least is None


def test_a_slice_through_a_plain_far_off_finds_its_dip():
    # The slope dies away on both sides as e^{−|z|} does: Newton's own steps are far too short.
    looks = []
    terrain = Terrain(SEPARABLE)
    slopes = terrain._nodes._slopes
    terrain._nodes._slopes = lambda *place: looks.append(place) or slopes(*place)
    line = terrain.slice("b", 3000.0, 0.0, Region(0.0, 1.0, -1e6, 1e6))
    assert line.least[0] == pytest.approx(-12000.0, abs=3000.0)
    assert line.least[1] < 1e-300
    line = terrain.slice("b", 30.0, 0.0, Region(0.0, 1.0, -1e6, 1e6))
    assert line.least[0] == pytest.approx(-120.0, abs=1.0)
    assert len(looks) < 120


def test_threads_share_a_terrain():
    terrain = Terrain(drawn(500))
    regions = [Region(-1.0 - i, 3.0, -2.0, 3.0 + i) for i in range(8)]
    expected = [terrain.least(region) for region in regions]
    found = {}

    def look(i):
        found[i] = [terrain.least(regions[i]) for _ in range(20)]

    threads = [threading.Thread(target=look, args=(i,)) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(set(found[i]) == {expected[i]} for i in range(8))
    assert not math.isnan(sum(expected))


@pytest.mark.parametrize("along", ["w", "b"])
@pytest.mark.parametrize("far", [0.0, 2000.0, 1e9])
def test_a_slice_has_its_least_point_however_narrow_the_valley_is(along, far):
    data = Labelled(far + np.arange(1.0, 5.0), [0, 1, 0, 1])
    fit = logistic.fit(data.x, data.y)
    region = usual_region(data, fit)
    line = Terrain(data).slice(along, fit.w, fit.b, region)
    assert (np.diff(line.t) > 0).all()
    assert line.loss.min() == line.least[1] == pytest.approx(fit.loss, rel=1e-6)
    assert line.t[line.loss.argmin()] == line.least[0]
    # Beside it there are points at several scales, so that its tip is no chord's.
    beside = np.sort(np.abs(line.t - line.least[0]))[1:]
    span = line.t[-1] - line.t[0]
    assert (beside < 1e-5 * span).any()
    assert ((beside > 1e-4 * span) & (beside < 1e-3 * span)).any()
    held = np.full(line.t.size, line.at)
    places = (line.t, held) if along == "w" else (held, line.t)
    assert line.loss == pytest.approx(direct(data, *places), rel=1e-6, abs=1e-6)
