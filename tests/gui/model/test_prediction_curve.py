"""The curve in pixels: on σ(w·x + b) at each point and between the points, however steep."""

import math

import numpy as np
import pytest
from PyQt5.QtCore import QRectF

from core import logistic
from gui.model.prediction_axis import XAxis
from gui.model.prediction_curve import curve_line

PLOT = QRectF(50, 20, 830, 270)


@pytest.mark.parametrize(
    ("w", "b", "axis"),
    [
        (0.0, 0.0, XAxis()),
        (0.0, -4.0, XAxis()),
        (1.0, 0.5, XAxis()),
        (-0.131, 8.446, XAxis(50, 84)),
        (30.0, -3.0, XAxis()),
        (-7.0, 2.0, XAxis(-1e3, 1e3)),
        (1e-3, 0.1, XAxis(-1e5, 1e5)),
        (2.0, -2e9, XAxis(1e9 - 5, 1e9 + 5)),
        (3e-150, 0.2, XAxis(-1e150, 1e150)),
    ],
)
def test_the_polyline_is_the_curve_to_a_fraction_of_a_pixel(w, b, axis):
    x, y = curve_line(w, b, axis, PLOT)
    assert x.size < 200
    assert (np.diff(x) >= 0).all()
    assert (x[0], x[-1]) == (PLOT.left(), PLOT.right())
    pixels = np.linspace(PLOT.left(), PLOT.right(), 3001)
    at = axis.low + (pixels - PLOT.left()) / PLOT.width() * axis.width
    expected = PLOT.bottom() - np.asarray(logistic.predict(at, w, b)) * PLOT.height()
    assert np.abs(np.interp(pixels, x, y) - expected).max() < 0.25


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize(("w", "b"), [(1e6, -5e6), (1e154, 0.0), (1e154, 1e154), (1e10, 3.0)])
def test_a_step_is_upright_and_runs_one_way(sign, w, b):
    x, y = curve_line(sign * w, sign * b, XAxis(-10.0, 10.0), PLOT)
    assert np.isfinite(x).all()
    assert np.isfinite(y).all()
    assert (sign * np.diff(y) <= 0).all()
    assert {round(float(y[0])), round(float(y[-1]))} == {20, 290}
    steep = (y > 30) & (y < 280)
    assert np.ptp(x[steep]) < 1.0
    assert math.isclose(float(x[steep].mean()), 465 - 41.5 * b / w, abs_tol=1.0)


def test_huge_logits_overflow_nowhere():
    for b in (1e154, -1e154):
        x, y = curve_line(1e154, b, XAxis(-1.2e150, 1.2e150), PLOT)
        assert np.isfinite(np.concatenate((x, y))).all()
