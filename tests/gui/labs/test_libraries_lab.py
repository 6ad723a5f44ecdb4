"""The lab of the libraries: who says ∞ at the edge, and who clips."""

import math
from types import SimpleNamespace

import numpy as np
import pytest
from PyQt5.QtCore import QEvent, QPoint, QPointF, Qt
from PyQt5.QtGui import QHelpEvent
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QApplication

from core import edge_rules
from core.edge_rules import RULES, mean_loss
from core.scientific import format_number
from core.state import State
from gui.labs import libraries_words as words
from gui.labs.libraries_lab import PLACES, LibrariesLab
from gui.labs.libraries_picture import TOP
from gui.labs.libraries_picture import picture as chart_picture
from tests.gui.labs.desk import SIZES, Desk, counts, covered, take_look
from tests.gui.labs.table_helpers import (
    click,
    crossed_chart_texts,
    cut_controls,
    cut_words,
    overlaps_in,
    texts_of,
)
from tests.helpers import drag, settle

pytestmark = pytest.mark.usefixtures("look_of_the_start")

NAMES = ("exact", "SciPy", "JAX", "scikit-learn", "scikit-learn", "PyTorch", "Keras")


@pytest.fixture
def desk(shown, monkeypatch):
    monkeypatch.setattr("gui.pace.MILLISECONDS", 0)

    def desk(pi=0.42, observations=None, size="design", language="en"):
        width, height = take_look(size, language)
        state = State(pi=pi, observations=observations or counts(7, 10))
        made = Desk(LibrariesLab(), state)
        shown(made.lab, width, height)
        return made

    return desk


def test_each_library_has_its_row(desk):
    texts = texts_of(desk().lab.table)
    for name in NAMES:
        assert any(text.startswith(name) for text in texts)
    # A text of two alphabets is painted in pieces.
    assert "clips π to [ε, 1−ε], ε = 2.2×10⁻¹⁶" in "".join(texts)


@pytest.mark.parametrize("pi", [0.0, 1e-20, 1e-5, 0.42, 1.0 - 1e-5, 1.0])
def test_the_losses_are_those_of_the_rules(desk, pi):
    shown = desk(pi).lab.table.texts()
    for row, rule in zip(shown, RULES, strict=True):
        values = rule.loss(1, pi), rule.loss(0, pi), mean_loss(rule, pi, 7, 10)
        assert [text.removeprefix("≠ ") for text in row] == [format_number(v, 4) for v in values]
    assert not any("≠" in text for text in shown[0] + shown[1])


def test_at_the_edge_the_exact_loss_is_infinite_and_libraries_clip(desk):
    shown = dict(zip(RULES, desk(0.0).lab.table.texts(), strict=True))
    assert shown[edge_rules.EXACT][0] == "∞"
    assert shown[edge_rules.JAX][0] == "∞"
    assert shown[edge_rules.SCIKIT_LEARN][0] == "≠ 36.04"
    assert shown[edge_rules.SCIKIT_LEARN_32][0] == "≠ 15.94"
    assert shown[edge_rules.PYTORCH][0] == "≠ 100.0"
    assert shown[edge_rules.KERAS][0] == "≠ 16.12"


def test_far_from_the_edge_all_agree(desk):
    assert not any("≠" in text for row in desk().lab.table.texts() for text in row)


def test_the_losses_follow_pi(desk):
    made = desk()
    made.show(pi=0.0)
    settle()
    assert "≠ 36.04" in texts_of(made.lab.table)
    assert made.lab.table.texts()[0] == ["∞", "0", "∞"]


def test_without_observations_there_is_no_mean(desk):
    assert {row[2] for row in desk(0.0, counts(0, 0)).lab.table.texts()} == {"–"}


def test_the_rules_in_words_are_the_rules():
    def text(rule):
        return words.rule_texts(rule)[0]

    flat = {rule: math.exp(-rule.loss(1, 0.0)) for rule in RULES}
    assert format_number(flat[edge_rules.SCIKIT_LEARN], 2) in text(edge_rules.SCIKIT_LEARN)
    assert format_number(flat[edge_rules.SCIKIT_LEARN_32], 2) in text(edge_rules.SCIKIT_LEARN_32)
    assert flat[edge_rules.KERAS] == pytest.approx(1e-7)
    assert "10⁻⁷" in text(edge_rules.KERAS)
    assert edge_rules.PYTORCH.loss(1, 0.0) == 100.0
    assert "−100" in text(edge_rules.PYTORCH)
    for rule in (edge_rules.EXACT, edge_rules.SCIPY, edge_rules.JAX):
        assert flat[rule] == 0.0
        assert "∞" in text(rule)
    for rule in RULES:
        assert ("float32" in text(rule) + words.name_texts(rule)[0]) is (rule.number == "float32")


def test_what_is_said_of_jax_in_the_chart_is_so():
    jax = edge_rules.JAX
    assert math.isinf(jax.loss(1, 1e-46))
    assert math.isfinite(jax.loss(1, 1e-44))
    assert math.isinf(jax.loss(0, 1.0 - 1e-8))
    assert math.isfinite(jax.loss(0, 1.0 - 1e-7))
    assert 1.0 - 1e-17 == 1.0 > 1.0 - 1.2e-16


def test_the_chart_bends_where_libraries_clip():
    shown = chart_picture(at_one=False)
    exact = shown.lines[-1]
    np.testing.assert_allclose(exact.y, exact.x * math.log(10), rtol=1e-12)
    heights = sorted(round(float(line.y[-1]), 2) for line in shown.lines[:-1] if line.y[-1] > 0)
    assert heights == [15.94, 16.12, 36.04, 100.0]
    assert all("nan" not in note.text for note in shown.notes)


def test_beside_one_float64_runs_out_of_numbers():
    shown = chart_picture(at_one=True)
    exact = shown.lines[-1]
    assert np.isnan(exact.y[exact.x == 17.0][0])
    assert shown.lines[0].dashed
    assert shown.lines[0].y[-1] == pytest.approx(50 * math.log(10))


@pytest.mark.parametrize("i", range(len(PLACES)))
def test_a_button_sets_pi(desk, i):
    made = desk()
    click(made.lab.places[i], QPointF(5, 5))
    assert made.state.pi == PLACES[i][2]


def test_buttons_are_pressed_with_keys(desk):
    made = desk()
    QTest.keyClick(made.lab.places[4], Qt.Key_Space)
    assert made.state.pi == 1.0


def test_the_marks_stand_on_the_losses_of_the_moment(desk):
    made = desk(1e-20)
    now = made.lab.chart.now
    assert now.x == pytest.approx(20.0)
    assert sorted(y for _x, y in now.dots) == pytest.approx(
        sorted({rule.loss(1, 1e-20) for rule in RULES})
    )
    made.lab.to_one.click()
    assert made.lab.chart.now.x == pytest.approx(0.0, abs=1e-12)
    made.lab.to_zero.click()
    made.show(pi=0.0)
    assert (made.lab.chart.now.x, made.lab.chart.now.arrow, made.lab.chart.now.chip) == (50, 1, "∞")
    assert all(y <= TOP for _x, y in made.lab.chart.now.dots)
    made.show(pi=1e-300)
    assert made.lab.chart.now.chip == "690.8 →"


def test_a_drag_in_the_chart_takes_pi_over_the_decades(desk):
    made = desk()
    chart = made.lab.chart
    y = chart.plot.center().y()
    drag(chart, [(chart.x_of(5.0), y), (chart.x_of(15.0), y), (chart.x_of(20.0), y)])
    assert made.state.pi == pytest.approx(1e-20, rel=0.6)
    assert (made.steps, made.in_gesture) == (1, False)
    made.lab.to_one.click()
    drag(chart, [(chart.x_of(3.0), y), (chart.x_of(5.0), y)])
    assert made.state.pi == pytest.approx(1 - 1e-5, abs=1e-5)


def test_all_ones_tell_of_the_loss_that_is_zero(desk):
    made = desk(1.0, counts(82, 82))
    assert made.lab.story.text().startswith("All 82 observations are ones: at π = π̂ = 1")
    assert made.lab.table.texts()[0] == ["0", "∞", "0"]
    made.show(observations=counts(7, 10))
    assert "Arbuthnot" in made.lab.story.text()
    assert "36.04, 100" in made.lab.story.text()


def test_a_tooltip_says_what_a_library_does(desk, monkeypatch):
    table = desk(size="present").lab.table
    said = []
    monkeypatch.setattr(
        "gui.labs.libraries_table.QToolTip",
        SimpleNamespace(showText=lambda _place, text, _widget: said.append(text)),
    )
    for y in (table._cell(5, 0).center().y(), 2):
        place = QPoint(20, round(y))
        QApplication.sendEvent(table, QHelpEvent(QEvent.ToolTip, place, table.mapToGlobal(place)))
    assert said == ["PyTorch BCELoss: clamps each log at −100, in float32"]


def test_a_drag_of_pi_paints_nothing_that_stands_still(desk):
    made = desk()
    settle()
    before = made.lab.table.still_paints, made.lab.chart.still_paints
    for i in range(1, 20):
        made.show(pi=10.0**-i)
        settle()
    assert (made.lab.table.still_paints, made.lab.chart.still_paints) == before


def test_where_there_is_no_room_for_both_one_is_chosen(desk):
    lab = desk(size="present").lab
    assert (lab.table.isVisible(), lab.chart.isVisible()) == (True, False)
    lab.see_chart.click()
    assert (lab.table.isVisible(), lab.chart.isVisible()) == (False, True)
    assert crossed_chart_texts(lab.chart) == []
    assert cut_controls(*lab.places, lab.to_zero, lab.to_one, lab.see_table, lab.see_chart) == []
    lab.to_one.click()
    assert crossed_chart_texts(lab.chart) == []
    assert covered(lab, [*lab.places, lab.to_zero, lab.to_one, lab.chart]) == []


def test_the_summary_names_what_is_not_exact(desk):
    said = desk(0.0).lab.summary()
    assert "exact: y = 1 ∞, y = 0 0, BCE ∞." in said
    assert "PyTorch BCELoss: y = 1 not exact: 100.0" in said


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("pi", "data"),
    [
        (0.42, counts(7, 10)),
        (1e-20, counts(10**14, 10**15)),
        (0.0, counts(0, 0)),
        (1.0, counts(82, 82)),
        (1.0 - 1e-5, counts(123456, 654321)),
    ],
)
def test_nothing_is_cut_and_nothing_overlaps(desk, pi, data, size, language):
    lab = desk(pi, data, size, language).lab
    controls = [*lab.places, lab.to_zero, lab.to_one, lab.see_table, lab.see_chart]
    assert cut_controls(*controls) == []
    assert cut_words(lab.legend, lab.story) == []
    assert covered(lab, [*controls, lab._sheet, lab.chart]) == []
    assert covered(lab, [lab.table, lab.legend, lab.story]) == []
    assert overlaps_in(lab.table) == []
    if lab.chart.isVisible():
        assert crossed_chart_texts(lab.chart) == []
        assert lab.chart.plot.height() >= 70
