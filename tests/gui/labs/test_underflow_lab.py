"""The lab "Underflow": factors, their products, and the two controls of their number."""

import numpy as np
import pytest
from PyQt5.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PyQt5.QtGui import QWheelEvent
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QApplication

from core.observations import Observations, random_observations
from core.underflow import dies, products
from gui import i18n, theme
from gui.labs.underflow_lab import REST, UnderflowLab
from gui.session import Session
from tests.helpers import PACE, find, move, painted_texts, press, release, settle

TEN = Observations((1, 0, 1, 1, 0, 1, 1, 1, 0, 1))
SIZES = [(940, 690, 1.0, 0), (590, 480, 1.0, 0), (1300, 900, 1.125, 0), (780, 560, 1.6, 27)]


class Bench:
    """A session and the lab, wired as the window wires them."""

    def __init__(self, lab):
        self.lab, self.session = lab, Session()
        self.tokens, self.edits = [], []
        lab.edited.connect(self._edited)
        lab.gesture_started.connect(lambda: self.tokens.append(self.session.begin_gesture("lab")))
        lab.gesture_ended.connect(lambda: self.session.end_gesture(self.tokens[-1]))
        self.session.snapshot_changed.connect(lab.render_snapshot)
        lab.render_snapshot(self.session.snapshot)

    def _edited(self, fields):
        self.edits.append(fields)
        self.session.set_lab(**fields)

    @property
    def factors(self):
        return self.session.state.lab.factors

    @property
    def steps(self):
        return self.session.undo_stack.count()


@pytest.fixture(autouse=True)
def _as_it_was(look_of_the_start):  # noqa: ARG001 - asked for by its name
    yield
    i18n.set_language("en")
    theme.set_look(theme=theme.LIGHT, scale=1.0, least_type=0)


@pytest.fixture
def bench(shown):
    made = Bench(UnderflowLab())
    shown(made.lab, 940, 690)
    return made


def rest():
    """Wait until the lab has looked further: its clock is one of those that are waited for."""
    assert REST <= PACE
    settle()


# Numbers -----------------------------------------------------------------------------------


def test_half_dies_at_150_in_float32_and_at_1075_in_float64(bench):
    bench.session.set_pi(0.5)
    bench.session.set_lab(factors=1075)
    rest()
    text = bench.lab.table.text()
    assert "float32 0 underflow: 0 from n = 150 on" in text
    assert "float64 0 underflow: 0 from n = 1,075 on" in text
    said = [words.text for words in bench.lab.chart.texts()]
    assert "float64: 0 from n = 1,075 on" in said
    assert "float32: 0 from n = 150 on" in said


def test_the_readings_are_those_of_the_core_at_each_number_of_factors(bench):
    made = products(TEN, 0.3, 3000)
    bench.session.set_pi(0.3)
    for m in (0, 1, 17, 250):
        bench.session.set_lab(factors=m)
        rest()
        (single, double, logs) = bench.lab.table.rows
        assert (float(to_float(double[1].text)), np.float32(to_float(single[1].text))) == (
            made.float64[m],
            made.float32[m],
        )
        value = f"{abs(made.log_likelihood[m]):.6g}" if m else "0"
        assert value in logs[1].text


def to_float(text):
    digits = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
    mantissa, _, exponent = text.partition("×10")
    return float(f"{mantissa}e{exponent.translate(digits) or 0}")


def test_the_dot_is_at_the_true_product_of_so_many_factors(bench):
    bench.session.set_pi(0.42)
    bench.session.set_lab(factors=700)
    made = products(TEN, 0.42, 3000)
    assert bench.lab.chart.now.dots == ((700.0, made.log10[700]),)
    assert bench.lab.chart.now.chip == "n = 700"


def test_a_product_that_dies_beyond_the_chart_is_followed(bench):
    bench.session.set_observations(Observations([1, 1, 1, 0]))
    bench.session.set_pi(0.9)
    at = dies(Observations([1, 1, 1, 0]), 0.9, np.float64)
    assert at is not None
    bench.session.set_observations(Observations([0, *[1] * 199]))
    bench.session.set_pi(0.98)
    at = dies(bench.session.state.observations, 0.98, np.float64)
    assert at > 3000
    rest()
    assert f"0 from n = {at:,} on" in bench.lab.table.text()
    assert f"0 from n = {at:,} on" in bench.lab.summary()


def test_a_product_that_never_dies_is_said_to_be_stuck_or_alive(bench):
    bench.session.set_observations(Observations([1]))
    bench.session.set_pi(0.6)
    bench.session.set_lab(factors=3000)
    rest()
    assert "float64 5×10⁻³²⁴ stuck" in bench.lab.table.text()
    assert "float64: stuck at 5×10⁻³²⁴" in [w.text for w in bench.lab.chart.texts()]
    bench.session.set_pi(0.99999)
    rest()
    assert "not 0 within 1,000,000 factors" in bench.lab.table.text()


@pytest.mark.parametrize(
    ("pi", "reason"),
    [(0.0, "a one was observed, yet π = 0"), (1.0, "a zero was observed, yet π = 1")],
)
def test_what_is_impossible_has_its_reason_and_no_format_is_blamed(bench, pi, reason):
    bench.session.set_pi(pi)
    rest()
    text = bench.lab.table.text()
    assert "ℓ = −∞" in text
    assert reason in text
    assert "underflow" not in text
    assert any(reason in words.text for words in bench.lab.chart.texts())
    assert reason in bench.lab.summary()


@pytest.mark.parametrize(
    "observations",
    [
        Observations(),
        Observations([0]),
        Observations([1, 1, 1]),
        Observations.from_counts(3, 10),
        Observations.from_counts(10**15 - 1, 10**15),
        random_observations(10**6, 0.7, 1),
    ],
)
def test_all_data_at_any_pi_are_shown(bench, observations):
    bench.session.set_observations(observations)
    for pi, m in ((0.0, 0), (1e-300, 1), (0.5, 3000), (1.0, 3000)):
        bench.session.set_pi(pi)
        bench.session.set_lab(factors=m)
        settle()
        assert bench.lab.summary()
        assert len(bench.lab.table.rows) == 3


def test_where_the_factors_come_from_is_said(bench):
    def heading():
        settle()
        return [words.text for words in bench.lab.chart.texts()][:2]

    assert "the 10 observations, again and again" in heading()
    bench.session.set_observations(Observations.from_counts(3, 10))
    assert any("the 3 ones first" in text for text in heading())
    bench.session.set_observations(random_observations(5000, 0.5, 1))
    assert "the first n of 5,000 observations" in heading()


# Controls ----------------------------------------------------------------------------------


def test_the_slider_stands_under_the_axis(bench):
    lab = bench.lab
    left, right = lab.slider.groove()
    assert (lab.chart.plot.left(), lab.chart.plot.right()) == (left, right)
    bench.session.set_lab(factors=1234)
    assert lab.slider.handle_x() == pytest.approx(lab.chart.x_of(1234))


def test_a_drag_in_the_chart_is_one_step_of_the_history(bench):
    chart = bench.lab.chart
    press(chart, chart.x_of(100), chart.y_of(-50))
    assert bench.factors == 100
    for m in (400, 800, 1200):
        move(chart, chart.x_of(m), chart.y_of(-50))
    release(chart, chart.x_of(1200), chart.y_of(-50))
    assert (bench.factors, bench.steps) == (1200, 1)
    bench.session.undo_stack.undo()
    assert bench.factors == 200


def test_a_drag_of_the_slider_is_one_step_and_taking_the_handle_moves_nothing(bench):
    slider = bench.lab.slider
    x = slider.handle_x()
    press(slider, x + 3, 15)
    assert bench.factors == 200
    move(slider, *point(slider, 1500))
    move(slider, *point(slider, 2000))
    release(slider, *point(slider, 2000))
    assert (bench.factors, bench.steps) == (2000, 1)


def point(slider, value):
    left, right = slider.groove()
    return left + value / 3000 * (right - left), 15


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key_Right, 201),
        (Qt.Key_Left, 199),
        (Qt.Key_Up, 201),
        (Qt.Key_Down, 199),
        (Qt.Key_PageUp, 300),
        (Qt.Key_PageDown, 100),
        (Qt.Key_Home, 0),
        (Qt.Key_End, 3000),
    ],
)
def test_keys_move_the_slider_and_each_press_is_one_step(bench, key, expected):
    QTest.keyClick(bench.lab.slider, key)
    assert (bench.factors, bench.steps) == (expected, 1)


def test_keys_stop_at_the_ends(bench):
    for key, end in ((Qt.Key_End, 3000), (Qt.Key_PageUp, 3000), (Qt.Key_Home, 0), (Qt.Key_Left, 0)):
        QTest.keyClick(bench.lab.slider, key)
        assert bench.factors == end


def test_turns_of_the_wheel_are_one_step(bench):
    slider = bench.lab.slider
    for _ in range(3):
        place = QPointF(200, 15)
        event = QWheelEvent(
            place,
            place,
            QPoint(),
            QPoint(0, 120),
            Qt.NoButton,
            Qt.NoModifier,
            Qt.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(slider, event)
    bench.lab.stop()
    assert (bench.factors, bench.steps) == (203, 1)


def test_a_number_can_be_typed(bench):
    field = bench.lab.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "1075")
    assert bench.factors == 200
    QTest.keyClick(field, Qt.Key_Return)
    assert bench.factors == 1075
    bench.session.undo_stack.undo()
    assert field.value() == bench.factors == 200


def test_what_is_shown_emits_nothing(bench):
    bench.session.set_lab(factors=777)
    assert not bench.edits
    assert (bench.lab.slider.value(), bench.lab.field.value()) == (777, 777)


def test_an_assistive_tool_can_move_the_slider(bench):
    bench.lab.slider.setValue(42)
    assert bench.factors == 42


def test_stopping_ends_the_gesture_that_is_held(bench):
    slider = bench.lab.slider
    press(slider, *point(slider, 500))
    bench.lab.stop()
    move(slider, *point(slider, 900))
    assert (bench.factors, bench.steps) == (500, 1)


# Painting ----------------------------------------------------------------------------------


def test_while_the_number_moves_the_still_picture_stays(bench):
    rest()
    chart = bench.lab.chart
    before, shown_picture = chart.still_paints, chart.picture
    for m in range(300, 900, 50):
        bench.session.set_lab(factors=m)
        settle()
    assert chart.still_paints == before
    assert chart.picture is shown_picture


def test_the_picture_is_the_path_of_each_product(bench):
    bench.session.set_pi(0.5)
    made = products(TEN, 0.5, 3000)
    by_role = {line.role: line for line in bench.lab.chart.picture.lines}
    for role, values in (
        ("zeros_soft", np.log10(made.float32[:150].astype(float))),
        ("ones_soft", np.log10(made.float64[:1075])),
        ("curve", made.log10),
    ):
        line = by_role[role]
        assert line.x[-1] == values.size - 1
        np.testing.assert_array_equal(line.y, values[line.x.astype(int)])


@pytest.mark.parametrize(("width", "height", "scale", "least"), SIZES)
@pytest.mark.parametrize("language", ["en", "ko"])
def test_nothing_is_cut_or_overlaps(shown, width, height, scale, least, language):
    theme.set_look(scale=scale, least_type=least)
    theme.dress_application()
    i18n.set_language(language)
    made = Bench(UnderflowLab())
    lab = shown(made.lab, width, height)
    for pi, factors in ((0.5, 1070), (0.01, 40), (1.0, 7), (0.93, 3000)):
        made.session.set_pi(pi)
        made.session.set_lab(factors=factors)
        rest()
        assert (lab.width(), lab.height()) == (width, height)
        assert lab.chart.plot.height() > 90
        chart, table = QRectF(lab.chart.rect()), QRectF(lab.table.rect())
        for words in lab.chart.texts():
            assert chart.contains(words.rect), words.text
        assert_apart([letters(words.rect) for words in lab.chart.texts()])
        places = [place for _cell, text, place in lab.table.places() if text]
        assert all(table.contains(place) for place in places)
        assert_apart([letters(place) for place in places])
        said = "".join(painted.text for painted in painted_texts(lab.table)).replace(" ", "")
        assert all(text.replace(" ", "") in said for _cell, text, _place in lab.table.places())


def letters(rect):
    room = 0.2 * rect.height()
    return rect.adjusted(1, room, -1, -room)


def assert_apart(rects):
    for i, one in enumerate(rects):
        for other in rects[i + 1 :]:
            assert not one.intersects(other), (one, other)


def test_every_control_has_a_name_and_a_tip(bench):
    for name in ("factorsSlider", "factorsField", "underflowChart", "underflowTable"):
        widget = find(bench.lab, name)
        assert widget.accessibleName()
    for name in ("factorsSlider", "factorsField"):
        assert find(bench.lab, name).toolTip()


def test_the_chart_is_described_when_it_is_at_rest(bench):
    bench.session.set_pi(0.5)
    bench.session.set_lab(factors=200)
    rest()
    said = bench.lab.chart.accessibleDescription()
    assert said == bench.lab.summary()
    assert "The float64 product is 0 from n = 1,075 on." in said
    assert "ℓ = −138.629 nats" in said


def test_undo_in_the_field_is_the_windows_while_nothing_is_typed(bench):
    from PyQt5.QtGui import QKeyEvent

    event = QKeyEvent(QEvent.ShortcutOverride, Qt.Key_Z, Qt.ControlModifier)
    event.setAccepted(True)
    bench.lab.field.event(event)
    assert not event.isAccepted()
