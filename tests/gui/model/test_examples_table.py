"""The table of examples, by the mouse and by keys."""

from dataclasses import replace

import pytest
from PyQt5.QtCore import QEvent, Qt
from PyQt5.QtWidgets import QApplication

from core import logistic
from core.labelled import Labelled
from core.snapshot import evaluate
from core.state import LogBase
from gui import theme
from gui.model import table_columns
from gui.model.example_words import loss_texts, prediction_texts, tail_at
from gui.model.examples_panel import ExamplesPanel
from gui.still_text import text_width
from tests.gui.model.examples_bench import FIVE, Bench, many, model_state
from tests.helpers import move, painted_texts, picture, settle


@pytest.fixture
def bench(shown, monkeypatch):
    monkeypatch.setattr("gui.pace.MILLISECONDS", 4)

    def bench(state=None, height=460):
        return Bench(shown(ExamplesPanel(), 396, height), state)

    return bench


def words(widget):
    return [painted.text for painted in painted_texts(widget)]


# What is shown -----------------------------------------------------------------------------------


def test_each_row_shows_x_y_the_prediction_and_the_loss_of_the_core(bench):
    desk = bench()
    said = words(desk.table)
    assert {"66", "70", "69.5", "−2.25", "57"} <= set(said)
    model = desk.snapshot.model
    for prediction, loss in zip(
        model.predictions()[:3].tolist(), model.losses()[:3].tolist(), strict=True
    ):
        assert f"{prediction:.3f}" in said
        assert f"{loss:.2f}" in said
    assert {"temperature", "x · temperature"} & set(said)
    assert {"loss", "y"} <= set(said)
    assert "ŷ = σ(wx+b)" in "".join(said)


def test_moving_w_paints_the_numbers_anew_and_leaves_x_and_y_alone(bench, monkeypatch):
    desk = bench()
    settle()
    dirty = []
    original = type(desk.table).paintEvent

    def paint(self, event):
        dirty.append(event.rect())
        original(self, event)

    monkeypatch.setattr(type(desk.table), "paintEvent", paint)
    desk.show(w=0.2)
    settle()
    assert dirty
    assert all(rect.left() >= desk.table.columns.live for rect in dirty)
    whole = picture(desk.table)
    desk.show(w=0.1)
    desk.show(w=0.2)
    settle()
    assert (picture(desk.table) == whole).all()


def test_one_shared_pi_changes_the_heading_and_makes_all_predictions_equal(bench):
    desk = bench()
    desk.show(shared=True, b=0.0)
    said = words(desk.table)
    assert "ŷ = σ(b)" in "".join(said)
    assert said.count("0.500") == 5


def test_losses_are_shown_in_the_unit_chosen(bench):
    desk = bench(model_state(w=0.0, b=0.0))
    assert words(desk.table).count("0.69") == 5
    desk.state = replace(desk.state, log_base=LogBase.BITS)
    desk.show()
    assert words(desk.table).count("1.00") == 5


def test_of_a_million_rows_only_those_in_sight_are_evaluated(bench, monkeypatch):
    from core.model_snapshot import ModelSnapshot

    desk = bench(model_state(many(1_000_000)))
    asked = []
    original = ModelSnapshot.predictions

    def predictions(self, start=0, stop=None):
        asked.append((start, stop))
        return original(self, start, stop)

    monkeypatch.setattr(ModelSnapshot, "predictions", predictions)
    desk.table.go_to(999_999)
    settle()
    assert asked
    assert all(stop - start <= desk.table.page() for start, stop in asked)
    assert desk.table.shown_rows().stop == 1_000_000
    assert "99999.9" in words(desk.table)


def test_without_examples_the_table_says_what_to_do(bench):
    desk = bench(model_state(Labelled()))
    said = " ".join(words(desk.table))
    assert "No examples." in said
    assert "Add a point" in said


@pytest.mark.parametrize("w", [1e154, -1e154, 1e-300, 40.0])
def test_huge_logits_are_shown_without_a_0_or_1_that_is_none(bench, w):
    data = Labelled([1e150, -1e150, 1.0, -1.0], [1, 1, 0, 1])
    desk = bench(model_state(data, w=w, b=0.0))
    said = words(desk.table)
    assert not {"0.000", "1.000", "0", "inf", "nan"} & {
        text for text in said if text not in ("0", "1")
    }


BELOW_FLOAT64 = Labelled([66.0, 69.0, 70.0, 70.0], [0, 0, 1, 0], "temperature")
BOUNCED = {"w": -10.782608695652158, "b": 0.15217391304347883}


def test_numbers_below_float64_have_their_own_digits_in_each_row(bench):
    desk = bench(model_state(BELOW_FLOAT64, **BOUNCED))
    said = words(desk.table)
    assert [said.count(text) for text in ("1.0×10⁻³⁰⁹", "8.9×10⁻³²⁴", "1.9×10⁻³²⁸")] == [2, 2, 3]
    assert "754.63" in said
    assert not any(text.startswith("≈") for text in said)
    desk.state = replace(desk.state, log_base=LogBase.BITS)
    desk.show()
    settle()
    said = words(desk.table)
    assert {"1.4×10⁻³⁰⁹", "1.3×10⁻³²³", "2.7×10⁻³²⁸"} <= set(said)


@pytest.mark.usefixtures("look_of_the_start")
@pytest.mark.parametrize("scale", [1.0, 1.75])
@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize("z", [-27.0, -178.0, -754.63, -5000.0, -1e5, -1e20, 40.0, 800.0, 1e20])
def test_of_each_number_a_form_has_room_in_its_column(z, shared, scale):
    theme.set_look(scale=scale)
    model = model_state(w=0.0, b=z, shared=shared)
    snapshot = evaluate(model)
    tail = tail_at(snapshot.model, 0.0)
    prediction, rest = logistic.predict(0.0, 0.0, z), logistic.predict(0.0, 0.0, -z)
    for width in range(200, 601, 20):
        columns = table_columns.lay_out(width * scale, shared=shared)
        reach = theme.look().px(table_columns.GAP) / 2
        forms = {columns.prediction: prediction_texts(prediction, rest, tail)}
        forms[columns.loss] = loss_texts(min(prediction, rest), tail)
        for (left, right), texts in forms.items():
            widths = [text_width(text, table_columns.SIZE) for text in texts]
            assert min(widths) <= right - left + reach, (width, texts)
            if width >= 340 and -760 < z < 0.0:
                assert widths[0] <= right - left + reach, (width, texts)


# y -----------------------------------------------------------------------------------------------


def test_a_click_on_the_chip_swaps_y(bench):
    desk = bench()
    desk.click(1, chip=True)
    assert desk.model.data.y.tolist() == [0, 0, 0, 0, 1]
    (step,) = desk.steps
    assert step[0] == "examples"
    assert step[1]["source"] == ""
    assert step[1]["true"] is None
    assert step[1]["data"].x_name == "temperature"


def test_two_quick_clicks_on_a_chip_are_two_swaps(bench):
    desk = bench()
    desk.click(1, chip=True, double=True)
    assert desk.model.data == FIVE
    assert len(desk.steps) == 2


def test_space_swaps_y_and_digits_set_it(bench):
    desk = bench()
    desk.table.setFocus()
    desk.key(Qt.Key_Down, Qt.Key_Space)
    assert desk.model.data.y.tolist() == [0, 0, 0, 0, 1]
    desk.key(Qt.Key_Right, "1")
    assert desk.model.data.y.tolist() == [0, 1, 0, 0, 1]
    desk.key("1")
    assert len(desk.steps) == 2, "what is so already is no step"


def test_space_swaps_all_selected_rows_in_one_step(bench):
    desk = bench()
    desk.click(1)
    desk.click(3, modifier=Qt.ShiftModifier)
    desk.key(Qt.Key_Space)
    assert desk.model.data.y.tolist() == [0, 0, 1, 1, 1]
    assert len(desk.steps) == 1


# x -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("begin", [Qt.Key_F2, Qt.Key_Return])
def test_an_x_is_edited_by_keys_and_enter_goes_down(bench, begin):
    desk = bench()
    desk.table.setFocus()
    desk.key(Qt.Key_Down, begin)
    assert desk.table.field.text() == "70"
    assert desk.table.field.selectedText() == "70"
    desk.key("-3.5", Qt.Key_Return)
    assert desk.model.data.x.tolist()[1] == -3.5
    assert desk.table.caret.row == 2
    assert desk.table.hasFocus()
    assert not desk.table.field.isVisible()


def test_a_digit_begins_another_x(bench):
    desk = bench()
    desk.table.setFocus()
    desk.key(Qt.Key_End, "4", "2", Qt.Key_Return)
    assert desk.model.data.x.tolist()[4] == 42.0


def test_a_double_click_edits_x(bench):
    desk = bench()
    desk.click(2, double=True)
    assert desk.table.field.text() == "69.5"
    desk.key("1/4", Qt.Key_Tab)
    assert desk.model.data.x.tolist()[2] == 0.25
    assert desk.table.caret.column == "y"
    assert desk.table.hasFocus()


def test_escape_gives_up_what_is_typed(bench):
    desk = bench()
    desk.table.setFocus()
    desk.key("9", "x")
    assert desk.panel.foot.message.isVisible()
    desk.key(Qt.Key_Escape)
    assert desk.model.data == FIVE
    assert not desk.panel.foot.message.isVisible()
    assert desk.table.hasFocus()


@pytest.mark.parametrize(
    ("text", "said"), [("6x", "6x"), ("1e151", "10¹⁵⁰"), ("1,234", "1,234"), ("nan", "nan")]
)
def test_bad_text_stays_in_its_cell_with_a_message_until_it_is_mended(bench, text, said):
    desk = bench()
    desk.table.edit_x(1)
    desk.table.field.selectAll()
    desk.key(text, Qt.Key_Return)
    assert desk.table.field.isVisible()
    assert desk.table.field.text() == text
    assert said in desk.panel.foot.message.text()
    # Whoever goes elsewhere finds it again.
    desk.panel.paste.setFocus()
    desk.click(4)
    desk.click(0, chip=True)
    assert desk.table.field.text() == text
    assert desk.table.field.isVisible()
    assert desk.steps == []
    desk.table.field.setFocus()
    desk.table.field.selectAll()
    desk.key("12", Qt.Key_Return)
    assert desk.model.data.x.tolist()[1] == 12.0
    assert not desk.panel.foot.message.isVisible()


def test_what_is_typed_is_taken_when_the_focus_goes(bench):
    desk = bench()
    desk.table.edit_x(1)
    desk.key("12")
    desk.panel.paste.setFocus()
    settle()
    assert desk.model.data.x.tolist()[1] == 12.0
    assert desk.panel.paste.hasFocus()


def test_an_x_typed_as_it_was_is_no_step(bench):
    desk = bench()
    desk.table.edit_x(1)
    desk.key("70.0", Qt.Key_Return)
    assert desk.steps == []


def test_a_field_over_an_example_that_another_hand_changes_goes(bench):
    desk = bench()
    desk.table.edit_x(1)
    desk.key("12")
    desk.show(data=FIVE.changed(1, x=5.0))
    assert not desk.table.field.isVisible()
    assert desk.model.data.x.tolist()[1] == 5.0
    desk.table.edit_x(1)
    desk.show(data=desk.model.data.changed(3, x=5.0))
    assert desk.table.field.isVisible()


# Pointing ----------------------------------------------------------------------------------------


def test_the_row_under_the_mouse_is_pointed_at(bench):
    desk, pointed = bench(), []
    desk.panel.pointed.connect(pointed.append)
    move(desk.table, 20, desk.table.row_rect(2).center().y())
    move(desk.table, 22, desk.table.row_rect(2).center().y())
    move(desk.table, 22, desk.table.row_rect(3).center().y())
    QApplication.sendEvent(desk.table, QEvent(QEvent.Leave))
    assert pointed == [2, 3, -1]


def test_an_example_that_is_pointed_at_elsewhere_is_lit_and_in_sight(bench):
    desk, pointed = bench(model_state(many(100))), []
    desk.panel.pointed.connect(pointed.append)
    before = picture(desk.table)
    desk.panel.point(50)
    assert 50 in desk.table.shown_rows()
    desk.panel.point(-1)
    desk.table.bring_into_sight(0)
    assert (picture(desk.table) == before).all()
    assert pointed == []


def test_what_was_pointed_at_and_is_gone_is_not_pointed_at(bench):
    desk, pointed = bench(), []
    desk.panel.pointed.connect(pointed.append)
    move(desk.table, 20, desk.table.row_rect(4).center().y())
    desk.show(data=FIVE.removed([0]))
    assert pointed == [4, -1]


# Locked ------------------------------------------------------------------------------------------


def test_locked_examples_can_be_looked_at_alone(bench):
    desk = bench()
    desk.state = replace(desk.state, stage=replace(desk.state.stage, locked=True))
    desk.show()
    desk.click(1, chip=True)
    desk.table.setFocus()
    desk.key(Qt.Key_Space, Qt.Key_Delete, Qt.Key_Insert, Qt.Key_Left, Qt.Key_Return, "5")
    desk.panel.add_point()
    assert desk.steps == []
    assert not desk.panel.open.isEnabled()


def test_only_the_rows_that_need_paint_are_evaluated(bench, monkeypatch):
    desk = bench(model_state(many(100)))
    settle()
    asked = []
    model = desk.snapshot.model
    original = type(model).losses

    def losses(self, start=0, stop=None):
        asked.append((start, stop))
        return original(self, start, stop)

    monkeypatch.setattr(type(model), "losses", losses)
    desk.table.repaint(desk.table.row_rect(3))
    assert asked == [(3, 4)]
