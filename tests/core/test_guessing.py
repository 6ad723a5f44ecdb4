"""How a guess of π̂ is judged."""

import math

import pytest

from core import guessing
from core.guessing import GRADES, best_try, score


def test_the_score_of_a_guess_agrees_with_the_numbers_worked_out_by_hand():
    found = score(0.6, 7, 10)
    lost = 7 * math.log(0.7 / 0.6) + 3 * math.log(0.3 / 0.4)
    assert found.best == 0.7
    assert found.distance == pytest.approx(0.1)
    assert found.lost == pytest.approx(lost, rel=1e-14)
    assert found.ratio == pytest.approx((0.6 / 0.7) ** 7 * (0.4 / 0.3) ** 3, rel=1e-13)
    assert found.grade == "close"


def test_the_optimum_itself_loses_nothing():
    found = score(0.7, 7, 10)
    assert (found.distance, found.lost, found.ratio, found.grade) == (0.0, 0.0, 1.0, "exact")


@pytest.mark.parametrize(
    ("guess", "k", "n", "grade"),
    [
        (0.69, 7, 10, "exact"),
        (0.85, 7, 10, "near"),
        (0.05, 7, 10, "far"),
        # The same distance with a hundred times the data: ten standard errors.
        (0.6, 700, 1000, "far"),
        (0.68, 700, 1000, "near"),
        # Nearer than a hand can set it, however much the data know.
        (0.703, 700_000_000, 1_000_000_000, "exact"),
        (0.71, 700_000_000, 1_000_000_000, "far"),
    ],
)
def test_the_grade_follows_the_likelihood_that_is_lost(guess, k, n, grade):
    assert score(guess, k, n).grade == grade


def test_the_grades_stand_at_a_fifth_one_and_two_standard_errors():
    n, se = 1_000_000, 0.0005
    grades = [score(0.5 + 0.005 + z * se, 505_000, n).grade for z in (0.0, 0.1)]
    assert grades == ["exact", "exact"]
    k, n = 50_000, 100_000
    se = math.sqrt(0.25 / n)
    far = [score(0.5 + z * se, k, n).grade for z in (1.5, 3.0)]
    assert se * 3 < guessing.STEADY_HAND
    assert far == ["exact", "exact"]
    k, n = 50, 100
    found = [score(0.5 + z * 0.05, k, n).grade for z in (0.15, 0.9, 1.8, 2.2)]
    assert found == list(GRADES)


def test_a_guess_that_makes_the_data_impossible_is_far_however_near_it_is():
    found = score(1.0, 999, 1000)
    assert (found.lost, found.ratio, found.grade) == (math.inf, 0.0, "far")
    assert found.distance == pytest.approx(0.001)


def test_without_observations_there_is_no_score():
    assert score(0.3, 0, 0) is None


@pytest.mark.parametrize("guess", [-0.1, 1.5, math.nan, "0.5"])
def test_a_guess_that_is_no_probability_is_refused(guess):
    with pytest.raises(ValueError, match="guess"):
        score(guess, 7, 10)


@pytest.mark.parametrize(
    ("tries", "k", "n", "place"),
    [
        ((0.1, 0.6, 0.9), 7, 10, 1),
        ((0.6, 0.6), 7, 10, 0),
        ((0.0, 1.0), 7, 10, None),
        ((0.0, 0.2), 7, 10, 1),
        ((0.0, 1.0), 0, 10, 0),
        ((), 7, 10, None),
        ((0.5,), 0, 0, None),
    ],
)
def test_the_best_try_is_the_one_with_the_highest_log_likelihood(tries, k, n, place):
    assert best_try(tries, k, n) == place
