"""The lab of the table: rows are likelihoods, columns are distributions."""

from dataclasses import replace

import pytest
from PyQt5.QtCore import QPointF, Qt
from PyQt5.QtTest import QTest

from core import probability_table as table
from core.bernoulli import likelihood
from core.lab_state import LabState
from core.observations import Observations
from core.scientific import format_number
from core.stage import Stage
from core.state import State
from gui.labs.table_lab import TableLab
from tests.gui.labs.desk import SIZES, Desk, counts, covered, take_look
from tests.gui.labs.table_helpers import (
    click,
    crossed_chart_texts,
    cut_controls,
    cut_words,
    overlaps_in,
    texts_of,
    wheel,
)
from tests.helpers import drag, painted_texts, picture, settle

pytestmark = pytest.mark.usefixtures("look_of_the_start")

SEVEN = LabState(table_n=10, table_row=7)
COLUMNS = replace(SEVEN, reading="columns")


@pytest.fixture
def desk(shown, monkeypatch):
    monkeypatch.setattr("gui.pace.MILLISECONDS", 0)

    def desk(lab_state=SEVEN, size="design", language="en", **fields):
        width, height = take_look(size, language)
        fields = {"pi": 0.42, **fields}
        made = Desk(TableLab(), State(lab=lab_state, **fields))
        shown(made.lab, width, height)
        return made

    return desk


def test_the_entries_are_those_of_one_sequence(desk):
    lab = desk().lab
    assert lab.grid.layout_.columns == table.grid(10)
    texts = texts_of(lab.grid)
    for pi in (0.3, 0.5, 0.7):
        assert format_number(likelihood(pi, 7, 10), 3) in texts
    assert "×120" in texts
    assert "π = 0.42" in texts
    assert format_number(0.42**7 * 0.58**3, 3) in texts


def test_three_observations_have_a_row_for_each_sequence(desk):
    lab = desk(LabState(table_n=3, table_row=5)).lab
    texts = texts_of(lab.grid)
    assert "".join(t for t in texts if t in {"0", "1"}).count("1") >= 12
    assert not any(text.startswith("×") for text in texts)
    assert lab.words.text().startswith("Row y = 101:")


def test_a_row_says_that_its_integral_is_not_one(desk):
    words = desk().lab.words.text()
    assert "1/1320 ≈ 7.576×10⁻⁴, not 1" in words
    assert format_number(table.row_sum(7, 10, table.grid(10)), 4) in words


def test_an_integral_that_is_written_in_full_has_an_equals_sign(desk):
    assert "1/2 = 0.5000, not 1" in desk(LabState(table_n=1, table_row=1)).lab.words.text()


@pytest.mark.parametrize("pi", [0.0, 0.42, 1 / 3, 1e-7 / 3, 1.0])
@pytest.mark.parametrize("n", [3, 12])
def test_a_column_says_that_its_sum_is_one(desk, n, pi):
    lab = desk(LabState(table_n=n, reading="columns"), pi=pi).lab
    assert lab.words.text().endswith(": 1.")
    assert "a probability distribution over the data" in lab.words.text()
    assert lab.summary() == lab.words.text()


def test_the_column_and_the_bars_follow_pi(desk):
    made = desk(COLUMNS)
    before = picture(made.lab.bars)
    made.show(pi=0.6)
    settle()
    assert "π = 0.60" in texts_of(made.lab.grid)
    assert format_number(120 * likelihood(0.6, 7, 10), 3) in texts_of(made.lab.bars)
    assert (before != picture(made.lab.bars)).any()


def test_the_bars_are_as_high_as_the_probabilities(desk):
    bars = desk(COLUMNS).lab.bars
    heights = [bars.bar(i).height() / bars.plot.height() for i in range(11)]
    top = 0.3
    assert heights == pytest.approx([p / top for p in table.probabilities(10, 0.42)])
    assert sum(heights) * top == pytest.approx(1.0)


def test_the_chart_shows_the_row_with_its_area(desk):
    lab = desk().lab
    line = lab.chart.picture.lines[0]
    assert line.fill
    assert line.y == pytest.approx(likelihood(line.x, 7, 10))
    assert any("1/1320" in note.text for note in lab.chart.picture.notes)
    assert lab.chart.now.dots == ((0.42, likelihood(0.42, 7, 10)),)
    assert (lab.chart.isVisible(), lab.bars.isVisible()) == (True, False)


def test_an_optimum_that_is_kept_back_is_not_marked(desk):
    made = desk()
    assert made.lab.chart.picture.marks
    made.show(stage=Stage(hidden=frozenset({"optimum"})))
    assert not made.lab.chart.picture.marks
    assert not any("π̂" in note.text for note in made.lab.chart.picture.notes)


def test_a_click_on_a_cell_takes_its_row_and_its_pi_in_one_step(desk):
    made = desk()
    click(made.lab.grid, made.lab.grid.layout_.cell(4, 3).center())
    assert (made.state.lab.table_row, made.state.pi, made.steps) == (4, 0.3, 1)


def test_a_click_on_the_data_takes_the_row_alone(desk):
    made = desk()
    click(made.lab.grid, made.lab.grid.layout_.cell(2, -2).center())
    assert (made.state.lab.table_row, made.state.pi) == (2, 0.42)
    click(made.lab.grid, QPointF(200, 4))
    assert made.state.lab.table_row == 2


def test_arrows_go_from_cell_to_cell(desk):
    made = desk()
    grid = made.lab.grid
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key_Down)
    assert made.state.lab.table_row == 8
    QTest.keyClick(grid, Qt.Key_Up)
    QTest.keyClick(grid, Qt.Key_Right)
    assert (made.state.lab.table_row, made.state.pi) == (7, 0.5)
    QTest.keyClick(grid, Qt.Key_Left)
    QTest.keyClick(grid, Qt.Key_Left)
    assert made.state.pi == 0.3
    QTest.keyClick(grid, Qt.Key_End)
    assert made.state.pi == 1.0
    asked = len(made.asked)
    QTest.keyClick(grid, Qt.Key_Right)
    assert len(made.asked) == asked
    QTest.keyClick(grid, Qt.Key_Home)
    assert made.state.pi == 0.0
    assert not made.in_gesture


def test_the_rows_end_at_the_first_and_at_the_last(desk):
    made = desk(LabState(table_n=1, table_row=1))
    QTest.keyClick(made.lab.grid, Qt.Key_Down)
    assert made.state.lab.table_row == 1
    QTest.keyClick(made.lab.grid, Qt.Key_Up)
    QTest.keyClick(made.lab.grid, Qt.Key_Up)
    assert made.state.lab.table_row == 0


def test_the_readings_are_chosen_with_mouse_and_keys(desk):
    made = desk()
    made.lab.by_columns.click()
    assert made.state.lab.reading == "columns"
    assert (made.lab.chart.isVisible(), made.lab.bars.isVisible()) == (False, True)
    made.lab.by_columns.setFocus()
    QTest.keyClick(made.lab.by_columns, Qt.Key_Left)
    assert made.state.lab.reading == "rows"


def test_the_number_of_observations_is_chosen(desk):
    made = desk(LabState(table_n=12, table_row=12))
    assert not made.lab.more.isEnabled()
    click(made.lab.fewer, QPointF(6, 6))
    assert (made.state.lab.table_n, made.state.lab.table_row) == (11, 11)
    made.lab.count.setFocus()
    QTest.keyClick(made.lab.count, Qt.Key_Up)
    assert made.state.lab.table_n == 12
    made.lab.count.setValue(2)
    assert (made.state.lab.table_n, made.state.lab.table_row) == (2, 3)
    assert made.lab.grid.layout_.shown.rows[3].word == "11"


def test_my_data_find_their_row(desk):
    made = desk(LabState(), observations=Observations((1, 0, 1)))
    made.lab.mine.click()
    assert (made.state.lab.table_n, made.state.lab.table_row) == (3, 5)


@pytest.mark.parametrize("observations", [counts(0, 0), counts(9, 13), counts(1, 10**15)])
def test_data_without_a_row_cannot_be_asked_for(desk, observations):
    lab = desk(observations=observations).lab
    assert not lab.mine.isEnabled()
    assert "1 to 12" in lab.mine.toolTip()


def test_a_drag_in_the_chart_moves_pi_and_is_one_step(desk):
    made = desk()
    chart = made.lab.chart
    y = chart.plot.center().y()
    drag(chart, [(chart.x_of(0.3), y), (chart.x_of(0.5), y), (chart.x_of(0.6), y)])
    assert (made.state.pi, made.steps, made.in_gesture) == (0.6, 1, False)


def test_a_bar_takes_its_row(desk):
    made = desk(COLUMNS)
    click(made.lab.bars, made.lab.bars.slot(2).center())
    assert made.state.lab.table_row == 2


@pytest.mark.parametrize("lab_state", [SEVEN, COLUMNS])
def test_a_drag_of_pi_paints_nothing_that_stands_still(desk, lab_state):
    made = desk(lab_state)
    settle()
    lab = made.lab
    before = [part.still_paints for part in (lab.grid, lab.chart, lab.bars)]
    for i in range(30, 60):
        made.show(pi=i / 100)
        settle()
    assert [part.still_paints for part in (lab.grid, lab.chart, lab.bars)] == before
    assert not [a for a in made.asked if a[0] != "pi"]


def test_a_table_that_is_scrolled_comes_back_to_its_row(desk):
    made = desk(size="present")
    grid = made.lab.grid
    assert 7 in grid.layout_.sight
    for _ in range(12):
        wheel(grid, 120)
    assert grid.layout_.first == 0
    assert not any(text == "7" for text in texts_of(grid))
    wheel(grid, -120)
    assert grid.layout_.first == 1
    made.set_lab(table_row=8)
    assert 8 in grid.layout_.sight


def test_tools_are_told_what_is_read_once_the_picture_stands_still(desk, qtbot):
    made = desk()
    made.show(pi=0.5)
    assert made.lab.chart.accessibleDescription() == ""
    qtbot.waitUntil(lambda: made.lab.chart.accessibleDescription() == made.lab.summary())


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("lab_state", "pi"),
    [
        (SEVEN, 0.42),
        (COLUMNS, 0.42),
        (LabState(table_n=12, table_row=11, reading="columns"), 1e-7 / 3),
        (LabState(table_n=3, table_row=5), 1.0),
        (LabState(table_n=1, table_row=0, reading="columns"), 0.0),
    ],
)
def test_nothing_is_cut_and_nothing_overlaps(desk, lab_state, pi, size, language):
    lab = desk(lab_state, size, language, pi=pi).lab
    controls = (lab.by_rows, lab.by_columns, lab.fewer, lab.count, lab.more, lab.mine)
    assert cut_controls(*controls) == []
    assert cut_words(lab.words) == []
    assert covered(lab, [*controls, lab._sheet, lab.chart, lab.bars]) == []
    assert overlaps_in(lab.grid) == []
    if lab.bars.isVisible():
        assert overlaps_in(lab.bars) == []
    else:
        assert crossed_chart_texts(lab.chart) == []
        assert lab.chart.plot.height() >= 50
    assert lab.grid.layout_.visible >= min(3, len(lab.grid.layout_.shown.rows))


def test_words_of_another_language_are_shown_at_once(desk):
    lab = desk().lab
    lab.retranslate()
    assert any("by rows" in t.text for t in painted_texts(lab))
    assert lab.count.accessibleName()
