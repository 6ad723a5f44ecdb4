"""The lab of the intervals: three ways, their numbers, and where one of them fails."""

import math

import numpy as np
import pytest
from PyQt5.QtCore import QPointF, Qt
from PyQt5.QtTest import QTest

from core.bernoulli import log_likelihood
from core.interval_set import interval_set
from core.intervals import Interval, likelihood_interval, wald, wilson
from core.lab_state import LabState
from core.scientific import format_number
from core.state import LogBase, State
from gui.labs import intervals_words as words
from gui.labs.intervals_lab import IntervalsLab
from tests.gui.labs.desk import SIZES, Desk, counts, covered, take_look
from tests.gui.labs.table_helpers import (
    click,
    crossed_chart_texts,
    cut_controls,
    cut_words,
    overlaps_in,
    texts_of,
)
from tests.helpers import drag, picture, settle

pytestmark = pytest.mark.usefixtures("look_of_the_start")

EDGE_DATA = {
    "seven of ten": counts(7, 10),
    "none": counts(0, 0),
    "all zeros": counts(0, 12),
    "all ones": counts(82, 82),
    "one": counts(1, 1),
    "million": counts(700_000, 10**6),
    "most": counts(7 * 10**14, 10**15),
}


@pytest.fixture
def desk(shown, monkeypatch):
    monkeypatch.setattr("gui.pace.MILLISECONDS", 0)

    def desk(observations=None, size="design", language="en", **fields):
        width, height = take_look(size, language)
        fields = {"pi": 0.42, **fields}
        made = Desk(IntervalsLab(), State(observations=observations or counts(7, 10), **fields))
        shown(made.lab, width, height)
        return made

    return desk


def test_each_interval_has_its_numbers(desk):
    texts = texts_of(desk().lab.rows)
    for interval in (wald(7, 10, 0.95), wilson(7, 10, 0.95), likelihood_interval(7, 10, 0.95)):
        assert f"{interval.low:.4f}" in texts
        assert f"{interval.high:.4f}" in texts
        assert format_number(interval.width) in texts
    assert {"Wald", "Wilson", "likelihood"} <= set(texts)


def test_a_hundred_times_the_data_stand_beside_them(desk):
    texts = texts_of(desk().lab.rows)
    assert "width with 100 n" in texts
    assert format_number(wald(700, 1000, 0.95).width) in texts
    assert wald(700, 1000, 0.95).width == pytest.approx(wald(7, 10, 0.95).width / 10)


def test_where_a_hundred_times_cannot_be_counted_it_is_said(desk):
    lab = desk(counts(7 * 10**14, 10**15)).lab
    assert "beyond 10¹⁵" in lab.lines[1].text()
    assert "–" in texts_of(lab.rows)


def test_the_bars_stand_where_the_intervals_are(desk):
    lab = desk().lab
    for i, interval in enumerate(interval_set(7, 10, 0.95).all()):
        bar = lab.rows.bar(i)
        assert bar.left() == pytest.approx(lab.rows.x_of(interval.low))
        assert bar.right() == pytest.approx(lab.rows.x_of(interval.high))
    # The axis is that of the chart above, and of the slider below.
    offset = lab._sheet.x() + lab.rows.x()
    assert lab.rows.x_of(0.5) + offset == pytest.approx(lab.chart.x_of(0.5), abs=1.01)


def test_the_level_line_cuts_curve_and_parabola_at_the_ends_of_the_intervals(desk):
    made = desk()
    shown = made.lab.chart.picture
    drop = 1.959964**2 / 2
    (rule,) = shown.rules
    assert rule.at == pytest.approx(-drop, rel=1e-6)
    assert format_number(rule.at) in rule.text
    dots = sorted(mark.x for mark in shown.marks if mark.kind == "dot")
    rings = sorted(mark.x for mark in shown.marks if mark.kind == "ring")
    assert dots == list(vars(likelihood_interval(7, 10, 0.95)).values())
    assert rings == list(vars(wald(7, 10, 0.95)).values())
    curve, parabola = shown.lines[0], shown.lines[1]
    assert (curve.dashed, parabola.dashed) == (False, True)
    assert np.interp(dots[0], curve.x, curve.y) == pytest.approx(rule.at, abs=5e-3)
    assert np.interp(rings[0], parabola.x, parabola.y) == pytest.approx(rule.at, abs=5e-3)


def test_bits_change_the_heights_and_no_interval(desk):
    made = desk()
    before = texts_of(made.lab.rows)
    nats = made.lab.chart.picture.rules[0].at
    made.show(log_base=LogBase.BITS)
    assert made.lab.chart.picture.rules[0].at == pytest.approx(nats / math.log(2))
    assert made.lab.chart.picture.unit == "bits"
    assert texts_of(made.lab.rows) == before


def test_the_current_pi_says_which_intervals_hold_it(desk):
    made = desk(pi=0.40)
    assert texts_of(made.lab.rows).count("✓ inside") == 2  # Wald begins at 0.416
    assert texts_of(made.lab.rows).count("✗ outside") == 1
    made.show(pi=0.1)
    settle()
    assert texts_of(made.lab.rows).count("✗ outside") == 3
    assert "π = 0.10" in texts_of(made.lab.rows)
    assert made.lab.chart.now.x == 0.1


def test_the_dot_is_on_the_curve_and_an_arrow_says_where_it_went(desk):
    made = desk()
    height = log_likelihood(0.42, 7, 10) - log_likelihood(0.7, 7, 10)
    assert made.lab.chart.now.dots == ((0.42, pytest.approx(height)),)
    assert made.lab.chart.now.chip == format_number(height)
    made.show(pi=0.0)
    assert (made.lab.chart.now.dots, made.lab.chart.now.arrow) == ((), -1)
    assert made.lab.chart.now.chip == "−∞"


@pytest.mark.parametrize(("k", "mle"), [(0, "0"), (12, "1")])
def test_at_the_edge_wald_collapses_and_the_others_do_not(desk, k, mle):
    lab = desk(counts(k, 12)).lab
    assert lab.lines[0].text().startswith(f"⚠ Wald has width 0, as if π̂ = {mle} were certain")
    assert lab.lines[0].role == "warning"
    assert "∞" in lab.lines[2].text()
    assert lab.rows.bar(0).width() == 0
    assert lab.rows.bar(1).width() > 0
    assert not [line for line in lab.chart.picture.lines if line.dashed and line.width > 2]


@pytest.mark.parametrize(
    ("k", "n", "level", "said"),
    [
        (1, 10, 0.95, "below 0"),
        (9, 10, 0.95, "above 1"),
        (2, 3, 0.99, "below 0 and above 1"),
    ],
)
def test_wald_beyond_the_axis_is_warned_of(desk, k, n, level, said):
    lab = desk(counts(k, n), lab=LabState(level=level)).lab
    assert lab.lines[0].text() == f"⚠ Wald reaches {said}, where no π is."


def test_where_nothing_is_wrong_nothing_is_warned_of(desk):
    lab = desk().lab
    assert lab.lines[0].role == "muted"
    assert "⚠" not in lab.lines[0].text()
    assert "47.62" in lab.lines[2].text()


def test_what_is_too_narrow_to_see_says_how_to_see_it(desk):
    made = desk(counts(700_000, 10**6))
    assert "zoom to the peak (Z)" in made.lab.lines[0].text()
    made.show(interval=(0.69, 0.71))
    assert "zoom" not in made.lab.lines[0].text()


def test_without_observations_there_is_no_interval(desk):
    made = desk(counts(0, 0))
    assert "No observations" in made.lab.lines[0].text()
    assert made.lab.summary() == made.lab.lines[0].text()
    assert texts_of(made.lab.rows) == []
    made.show(observations=counts(7, 10))
    assert "Wald" in texts_of(made.lab.rows)


def test_the_level_is_chosen_with_buttons_and_in_the_field(desk):
    made = desk()
    click(made.lab.levels[3], QPointF(5, 5))
    assert made.state.lab.level == 0.99
    assert [button.isChecked() for button in made.lab.levels] == [False, False, False, True]
    assert made.lab.box.text() == "0.99"
    click(made.lab.levels[3], QPointF(5, 5))
    assert made.lab.levels[3].isChecked()
    made.lab.box.setFocus()
    made.lab.box.selectAll()
    QTest.keyClicks(made.lab.box, "0.999")
    QTest.keyClick(made.lab.box, Qt.Key_Return)
    assert made.state.lab.level == 0.999
    assert made.lab.box.text() == "0.999"
    QTest.keyClick(made.lab.levels[0], Qt.Key_Space)
    assert made.state.lab.level == 0.8
    assert made.lab.box.text() == "0.80"


def test_a_higher_level_makes_wider_bars(desk):
    made = desk()
    before = [made.lab.rows.bar(i).width() for i in range(3)]
    made.set_lab(level=0.99)
    assert all(made.lab.rows.bar(i).width() > before[i] for i in range(3))


def test_a_drag_in_the_chart_moves_pi_and_is_one_step(desk):
    made = desk()
    chart = made.lab.chart
    y = chart.plot.center().y()
    drag(chart, [(chart.x_of(0.3), y), (chart.x_of(0.5), y), (chart.x_of(0.6), y)])
    assert (made.state.pi, made.steps, made.in_gesture) == (0.6, 1, False)


def test_a_drag_of_pi_paints_nothing_that_stands_still(desk):
    made = desk()
    settle()
    before = made.lab.rows.still_paints, made.lab.chart.still_paints
    for i in range(30, 60):
        made.show(pi=i / 100)
        settle()
    assert (made.lab.rows.still_paints, made.lab.chart.still_paints) == before


def test_what_moved_is_painted_as_if_everything_had_been(desk):
    made = desk()
    made.show(pi=0.8)
    settle()
    moved = picture(made.lab)
    made.lab.rows.fit()
    assert (moved == picture(made.lab)).all()


def test_a_zoomed_axis_is_that_of_the_bars(desk):
    lab = desk(counts(700_000, 10**6), interval=(0.69, 0.71)).lab
    shown = interval_set(700_000, 10**6, 0.95)
    left, right = lab.rows.axis()
    assert lab.rows.bar(0).left() == pytest.approx(
        left + (shown.wald.low - 0.69) / 0.02 * (right - left)
    )


@pytest.mark.parametrize(
    ("value", "interval", "text"),
    [
        (0.41597, Interval(0.416, 0.984), "0.4160"),
        (-0.0344, Interval(-0.0344, 1.3), "−0.0344"),
        (0.69999716, Interval(0.69999716, 0.70000284), "0.69999716"),
        (1.623e-9, Interval(1.623e-9, 1e-8), "1.623×10⁻⁹"),
        (0.0, Interval(0.0, 0.3), "0"),
        (1.0, Interval(0.9, 1.0), "1"),
        (0.99999999, Interval(0.9, 0.99999999), "0.99999999"),
    ],
)
def test_an_end_has_the_digits_that_tell_it_from_the_other(value, interval, text):
    assert words.end_text(value, interval) == text


def test_the_summary_names_the_three_intervals(desk):
    said = desk().lab.summary()
    assert "7 ones in 10, level 0.95." in said
    assert "Wald: 0.4160 to 0.9840, π inside." in said
    assert "likelihood: " in said


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("data", EDGE_DATA)
def test_nothing_is_cut_and_nothing_overlaps(desk, data, size, language):
    for level in (0.8, 0.999):
        made = desk(EDGE_DATA[data], size, language, lab=LabState(level=level))
        lab = made.lab
        assert cut_controls(lab.caption, *lab.levels, lab.box) == []
        assert cut_words(*lab.lines) == []
        assert covered(lab, [*lab.levels, lab.box, lab.chart, lab._sheet]) == []
        assert covered(lab, [lab.rows, *lab.lines]) == []
        assert overlaps_in(lab.rows) == []
        assert crossed_chart_texts(lab.chart) == []
        assert lab.chart.plot.height() >= 50
        assert lab.lines[0].isVisible() or lab.lines[2].isVisible()
