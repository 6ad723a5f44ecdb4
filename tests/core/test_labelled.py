"""Examples (x, y): an immutable value that is cheap to edit."""

import math
import tracemalloc

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import _labelled_parts, labelled
from core.labelled import LARGEST_X, Labelled, checked_x

XS = st.floats(-LARGEST_X, LARGEST_X)
EXAMPLES = st.lists(st.tuples(XS, st.integers(0, 1)), max_size=12)
FEW = Labelled((66, 70, 53), (0, 1, 1), "temperature", "damage")


def made(pairs):
    return Labelled([x for x, _y in pairs], [y for _x, y in pairs])


def pairs_of(data):
    return list(zip(data.x.tolist(), data.y.tolist(), strict=True))


def test_what_it_holds():
    assert (FEW.n, FEW.k, FEW.span) == (3, 2, (53.0, 70.0))
    assert (FEW.x.dtype, FEW.y.dtype) == (np.float64, np.uint8)
    assert repr(FEW) == "Labelled(n=3, k=2)"
    assert (Labelled().n, Labelled().k, Labelled().span) == (0, 0, None)


def test_nobody_changes_it():
    given_x, given_y = np.array([1.0, 2.0]), np.array([0, 1], np.uint8)
    data = Labelled(given_x, given_y)
    given_x[0], given_y[0] = 9.0, 1
    assert pairs_of(data) == [(1.0, 0), (2.0, 1)]
    for array in (data.x, data.y, data.changed(0, x=3.0).x, data.added(1, 1).y):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def test_there_is_one_zero():
    assert not np.signbit(Labelled([-0.0], [1]).x[0])
    assert not np.signbit(Labelled([1], [1]).changed(0, x=-0.0).x[0])


@pytest.mark.parametrize("y", [[True, False], [1.0, 0.0], np.array([1, 0], np.int64)])
def test_labels_of_any_kind_of_number(y):
    assert Labelled([1, 2], y).y.tolist() == [1, 0]


@pytest.mark.parametrize(
    ("x", "y", "words"),
    [
        ([1, 2], [0], "the same length"),
        ([[1], [2]], [[0], [1]], "the same length"),
        (1.0, 1, "the same length"),
        ([1, math.nan], [0, 1], r"x\[1\] must be finite .*, got nan"),
        ([math.inf], [0], r"x\[0\] must be finite"),
        ([1, 2, -1.1e150], [0, 0, 0], r"x\[2\] must be finite and at most 1e150"),
        ([1, 2], [0, 2], r"y\[1\] must be 0 or 1, got 2"),
        ([1], [math.nan], r"y\[0\] must be 0 or 1, got nan"),
        ([1], [-1], r"y\[0\] must be 0 or 1, got -1"),
        (["a"], [1], r"x must hold finite numbers, got \['a'\]"),
        ([10**400], [1], "x must hold finite numbers, got"),
        ([1j], [1], r"x must hold finite numbers, got \[1j\]"),
        ([None, {}], [1, 1], "x must hold finite numbers, got"),
        ([[1], [1, 2]], [1, 1], "x must hold finite numbers, got"),
        ([1, 2], [[1], [1, 2]], "y must hold labels, 0 or 1, got"),
        ([1], [1j], r"y must hold labels, 0 or 1, got \[1j\]"),
        ([1], [None], r"y\[0\] must be 0 or 1, got None"),
        ([1, 2], [1, 10**400], r"y\[1\] must be 0 or 1, got 1000"),
        ([1], ["1"], r"y\[0\] must be 0 or 1, got '1'"),
    ],
)
def test_what_is_no_example_is_refused(x, y, words):
    with pytest.raises(ValueError, match=words):
        Labelled(x, y)


@pytest.mark.parametrize("names", [{"x_name": 5}, {"y_name": None}])
def test_a_name_is_a_text(names):
    (name,) = names
    with pytest.raises(ValueError, match=f"{name} must be a string"):
        Labelled([1], [1], **names)


def test_more_than_are_held_are_refused(monkeypatch):
    monkeypatch.setattr(labelled, "MOST_EXAMPLES", 2)
    full = Labelled([1, 2], [0, 1])
    with pytest.raises(ValueError, match="at most 2 examples, got 3"):
        Labelled([1, 2, 3], [0, 1, 1])
    with pytest.raises(ValueError, match="at most 2 examples"):
        full.added(3, 1)
    assert full.removed([0]).added(5, 0).n == 2


@pytest.fixture(params=[2, 3, 5])
def small_parts(request, monkeypatch):
    """Even a few examples are in several parts."""
    monkeypatch.setattr(_labelled_parts, "SIZE", request.param)


@pytest.mark.usefixtures("small_parts")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EXAMPLES, st.data())
def test_edits_are_those_of_a_list(pairs, data):
    value, model = made(pairs), list(pairs)
    i = data.draw(st.integers(0, len(pairs)))
    x, y = data.draw(XS), data.draw(st.integers(0, 1))
    assert pairs_of(value.added(x, y, i)) == [*model[:i], (x, y), *model[i:]]
    assert pairs_of(value.added(x, y)) == [*model, (x, y)]
    if i < len(pairs):
        assert pairs_of(value.changed(i, x=x)) == [*model[:i], (x, model[i][1]), *model[i + 1 :]]
        assert pairs_of(value.changed(i, y=y)) == [*model[:i], (model[i][0], y), *model[i + 1 :]]
        assert value.changed(i) == value
    part = slice(*sorted((i, data.draw(st.integers(0, len(pairs))))))
    flipped = [(x, 1 - y) for x, y in model[part]]
    assert pairs_of(value.flipped(part)) == [*model[: part.start], *flipped, *model[part.stop :]]
    assert value.flipped() == made([(x, 1 - y) for x, y in model])
    ones = [(x, 1) for x, _y in model[part]]
    assert pairs_of(value.labelled(part, 1)) == [*model[: part.start], *ones, *model[part.stop :]]
    which = data.draw(st.sets(st.integers(0, max(0, len(pairs) - 1)))) if pairs else set()
    assert pairs_of(value.removed(which)) == [one for j, one in enumerate(model) if j not in which]
    assert pairs_of(value) == model


@pytest.mark.usefixtures("small_parts")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EXAMPLES, st.lists(st.tuples(st.integers(0, 30), XS, st.integers(0, 1)), max_size=30))
def test_a_run_of_edits_is_that_of_a_list(pairs, edits):
    """Parts grow, split and vanish; equal is equal, whatever the parts."""
    value, model = made(pairs), list(pairs)
    for place, x, y in edits:
        i = place % (len(model) + 1)
        if place % 3 == 0 and i < len(model):
            value, model = value.removed([i]), [*model[:i], *model[i + 1 :]]
        else:
            value, model = value.added(x, y, i), [*model[:i], (x, y), *model[i:]]
    assert pairs_of(value) == model
    assert value == made(model)
    assert (value.n, value.k) == (len(model), sum(y for _x, y in model))
    assert value.added(1.0, 0) != made([*model, (1.0, 1)])
    assert value.added(1.0, 0) != value


def test_five_hundred_edits_among_a_million_are_small():
    random = np.random.default_rng(1)
    value = Labelled(random.normal(size=10**6), random.integers(0, 2, 10**6))
    history = [value]
    tracemalloc.start()
    try:
        for i in random.integers(0, 10**6, 500).tolist():
            value = value.changed(i, x=1.5) if i % 2 else value.flipped(slice(i, i + 1))
            assert value.x[i] == 1.5 or value.y[i] != history[-1].y[i]
            history.append(value)
        assert tracemalloc.get_traced_memory()[0] < 80 * 2**20
    finally:
        tracemalloc.stop()


def test_edits_keep_the_names():
    for edited in (FEW.changed(0, x=1), FEW.added(1, 1), FEW.removed([0]), FEW.flipped()):
        assert (edited.x_name, edited.y_name) == ("temperature", "damage")


@pytest.mark.parametrize(
    "edit",
    [
        lambda: FEW.changed(3, x=1.0),
        lambda: FEW.changed(-1, y=1),
        lambda: FEW.added(1, 1, 4),
        lambda: FEW.added(1, 1, -1),
        lambda: FEW.removed([0, 3]),
        lambda: FEW.removed([-1]),
    ],
)
def test_a_place_that_is_not_there(edit):
    with pytest.raises(IndexError, match=r"must be in \[0, 3[\])], got"):
        edit()


@pytest.mark.parametrize("x", [math.nan, math.inf, -math.inf, 2e150, 10**400, "1", True])
def test_an_edit_takes_a_finite_number(x):
    for edit in (lambda: FEW.changed(0, x=x), lambda: FEW.added(x, 1), lambda: checked_x(x)):
        with pytest.raises(ValueError, match="x must be a finite number"):
            edit()


@pytest.mark.parametrize("y", [2, -1, 0.5, "1", True])
def test_an_edit_takes_a_label(y):
    with pytest.raises(ValueError, match="y must be a whole number"):
        FEW.changed(0, y=y)
    with pytest.raises(ValueError, match="y must be a whole number"):
        FEW.added(1.0, y)
    with pytest.raises(ValueError, match="y must be a whole number"):
        FEW.labelled(slice(0, 2), y)


def test_numbers_of_numpy_are_numbers():
    assert checked_x(np.float64(2.5)) == 2.5
    assert checked_x(np.int64(3)) == 3.0
    assert isinstance(checked_x(3), float)


@given(EXAMPLES)
def test_equal_in_content_is_equal(pairs):
    assert made(pairs) == made(pairs)
    assert hash(made(pairs)) == hash(made(pairs))


def test_what_differs_is_not_equal():
    assert FEW == FEW  # noqa: PLR0124 - the same object is compared at once
    others = (
        FEW.changed(0, x=66.5),
        FEW.changed(0, y=1),
        FEW.removed([0]),
        Labelled(FEW.x, FEW.y, "temperature"),
        Labelled(FEW.x, FEW.y, "", "damage"),
    )
    assert FEW not in others
    assert FEW != (66, 70, 53)
