"""The lab "Sharpening": the replay, the doubling, and the numbers of both."""

import math

import numpy as np
import pytest
from PyQt5.QtCore import QRectF, Qt
from PyQt5.QtTest import QTest

from core import bernoulli, curves
from core.observations import Observations, random_observations
from core.sharpening import sharpness
from gui import i18n, theme
from gui.labs.sharpening_lab import SharpeningLab
from gui.pi_slider import PiSlider
from gui.session import Session
from tests.helpers import StillClock, move, painted_texts, press, release, settle

SIZES = [(940, 690, 1.0, 0), (590, 480, 1.0, 0), (1300, 900, 1.125, 0), (780, 560, 1.6, 27)]
BUTTONS = ("restart", "back", "play", "forward", "double")


class Bench:
    """A session and the lab, wired as the window wires them."""

    def __init__(self, lab):
        self.lab, self.session = lab, Session()
        self.tokens, self.said = [], []
        lab.edited.connect(lambda fields: self.session.set_lab(**fields))
        lab.pi_edited.connect(self.session.set_pi)
        lab.observations_edited.connect(self.session.set_observations)
        lab.gesture_started.connect(self._begin)
        lab.gesture_ended.connect(self._end)
        self.session.snapshot_changed.connect(lab.render_snapshot)
        lab.render_snapshot(self.session.snapshot)

    def _begin(self):
        self.said.append("started")
        self.tokens.append(self.session.begin_gesture("lab"))

    def _end(self):
        self.said.append("ended")
        self.session.end_gesture(self.tokens[-1])

    @property
    def replayed(self):
        return self.session.state.lab.replayed

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
    made = Bench(SharpeningLab())
    shown(made.lab, 940, 690)
    made.lab.replay._clock = StillClock()
    return made


def click(button):
    QTest.mouseClick(button, Qt.LeftButton)
    settle()


def run_to(bench, milliseconds):
    """Let the replay's clock say so, and tick."""
    bench.lab.replay._clock.now = milliseconds
    bench.lab.replay._tick()
    settle()


# Numbers -----------------------------------------------------------------------------------


def test_the_curve_is_that_of_the_first_observations(bench):
    bench.session.set_lab(replayed=5)
    line = next(line for line in bench.lab.chart.picture.lines if line.fill)
    expected = curves.sample(3, 5)
    np.testing.assert_array_equal(line.x, expected.pi)
    np.testing.assert_array_equal(line.y, expected.relative_likelihood)
    assert bench.lab.chart.picture.rules[0].at == 0.6


def test_ghosts_of_round_numbers_stay_behind(bench):
    ghosts = [line for line in bench.lab.chart.picture.lines if line.role == "muted"]
    expected = [curves.sample(k, n).relative_likelihood for k, n in ((1, 1), (1, 2), (3, 5))]
    assert len(ghosts) == 3
    for ghost, heights in zip(ghosts, expected, strict=True):
        np.testing.assert_array_equal(ghost.y, heights)


def test_twice_the_data_is_twice_the_curvature_on_the_screen(bench):
    settle()
    head, now, double, ratio = bench.lab.table.rows
    assert [cell.text for cell in now] == ["n = 10", "0.700", "−6.109", "47.62", "0.539"]
    assert [cell.text for cell in double] == ["n = 20", "0.700", "−12.22", "95.24", "0.399"]
    assert [cell.text for cell in ratio][1:4] == ["the same", "×2", "×2"]
    widths = [sharpness(k, n).interval.width for k, n in ((7, 10), (14, 20))]
    assert ratio[4].text == f"×{widths[1] / widths[0]:.3f}"
    assert "curvature" in head[3].text


def test_the_interval_is_drawn_where_an_eighth_is_reached(bench):
    expected = sharpness(7, 10).interval
    bar = next(line for line in bench.lab.chart.picture.lines if line.role == "optimum")
    assert bar.x.tolist() == [expected.low, expected.high]
    assert bar.y.tolist() == [0.125, 0.125]
    drop = next(line for line in bench.lab.drop_chart.picture.lines if line.role == "optimum")
    assert drop.y.tolist() == [-math.log(8), -math.log(8)]


def test_the_marks_stand_at_pi_with_the_values_of_the_core(bench):
    bench.session.set_pi(0.4)
    drop = bernoulli.log_likelihood(0.4, 7, 10) - bernoulli.log_likelihood(0.7, 7, 10)
    ((x, y),) = bench.lab.chart.now.dots
    assert (x, y) == (0.4, pytest.approx(math.exp(drop), rel=1e-12))
    ((x, y),) = bench.lab.drop_chart.now.dots
    assert (x, y) == (0.4, pytest.approx(drop, rel=1e-12))


def test_an_impossible_pi_is_pointed_to(bench):
    bench.session.set_pi(1.0)
    assert bench.lab.drop_chart.now.dots == ()
    assert bench.lab.drop_chart.now.arrow == -1
    assert "−∞" in bench.lab.drop_chart.now.chip
    assert bench.lab.chart.now.chip == "L/L(π̂) = 0"


def test_what_float64_cannot_hold_is_not_called_0(bench):
    bench.session.set_observations(Observations.from_counts(9 * 10**14, 10**15))
    bench.session.set_pi(0.98)
    assert bench.lab.chart.now.chip == "L/L(π̂) < 1×10⁻³⁰⁰"


@pytest.mark.parametrize(
    "observations",
    [
        Observations(),
        Observations([1]),
        Observations([0, 0, 0]),
        Observations.from_counts(3, 10),
        Observations.from_counts(9 * 10**14, 10**15),
        random_observations(10**6, 0.3, 5),
    ],
)
def test_all_data_at_any_pi_are_shown(bench, observations):
    bench.session.set_observations(observations)
    for pi in (0.0, 0.3, 1.0):
        bench.session.set_pi(pi)
        settle()
    for m in (0, 1, min(2, observations.n), observations.n):
        bench.session.set_lab(replayed=m)
        settle()
    assert bench.lab.summary()
    assert len(bench.lab.table.rows) == 4


def test_without_observations_every_pi_is_as_good(bench):
    bench.session.set_lab(replayed=0)
    settle()
    assert bench.lab.chart.now.chip == "L = 1"
    said = [words.text for words in bench.lab.chart.texts()]
    assert "no observations yet: L = 1 for every π" in said


def test_the_axis_is_the_part_of_pi_that_is_shown(bench):
    bench.session.set_interval(0.5, 0.9)
    axis = bench.lab.chart.picture.x
    assert (axis.low, axis.high) == (0.5, 0.9)


# Replaying ---------------------------------------------------------------------------------


def test_the_observations_come_one_by_one_and_all_are_there_at_the_end(bench):
    click(bench.lab.controls.play)
    assert bench.replayed == 0
    seen = []
    for now in range(0, 7000, 100):
        if bench.lab.replay.running:
            run_to(bench, now)
            seen.append(bench.lab.shown_count)
    assert sorted(set(seen)) == list(range(11))
    assert seen == sorted(seen)
    assert not bench.lab.replay.running
    assert bench.replayed is None


def test_a_play_is_one_step_of_the_history(bench):
    bench.session.set_lab(replayed=3)
    steps = bench.steps
    click(bench.lab.controls.play)
    run_to(bench, 10_000)
    assert bench.steps == steps + 1
    assert bench.said == ["started", "ended"]
    bench.session.undo_stack.undo()
    assert bench.replayed == 3


@pytest.mark.parametrize("n", [1, 10, 3000, 10**6])
def test_a_replay_takes_about_six_seconds_whatever_n_is(bench, n):
    bench.session.set_observations(random_observations(n, 0.4, 2))
    click(bench.lab.controls.play)
    run_to(bench, 5000)
    assert bench.lab.replay.running or n == 1
    run_to(bench, 6200)
    assert not bench.lab.replay.running


def test_a_pause_keeps_what_has_come_and_goes_on_from_there(bench):
    click(bench.lab.controls.play)
    run_to(bench, 3000)
    paused = bench.replayed
    assert 0 < paused < 10
    assert bench.lab.controls.play.accessibleName() == "Pause"
    click(bench.lab.controls.play)
    assert not bench.lab.replay.running
    assert bench.lab.controls.play.accessibleName().startswith("Play")
    click(bench.lab.controls.play)
    assert bench.lab.shown_count == paused
    run_to(bench, 900)
    assert bench.lab.shown_count > paused


def test_out_of_sight_nothing_moves(bench):
    click(bench.lab.controls.play)
    bench.lab.hide()
    assert not bench.lab.replay.running
    assert bench.said == ["started", "ended"]


def test_other_data_stop_the_replay(bench):
    click(bench.lab.controls.play)
    bench.session.set_observations(Observations([1, 0, 1]))
    assert not bench.lab.replay.running
    assert bench.said == ["started", "ended"]


def test_steps_forward_and_back(bench):
    click(bench.lab.controls.back)
    assert bench.replayed == 9
    click(bench.lab.controls.back)
    click(bench.lab.controls.forward)
    assert bench.replayed == 9
    click(bench.lab.controls.forward)
    assert bench.replayed is None
    assert not bench.lab.controls.forward.isEnabled()
    click(bench.lab.controls.restart)
    assert bench.replayed == 0
    assert not bench.lab.controls.back.isEnabled()
    assert not bench.lab.controls.restart.isEnabled()


def test_the_slider_follows_and_leads(bench):
    slider = bench.lab.controls.slider
    left, right = slider.groove()
    press(slider, left + 0.4 * (right - left), 15)
    move(slider, left + 0.6 * (right - left), 15)
    release(slider, left + 0.6 * (right - left), 15)
    assert (bench.replayed, bench.steps) == (6, 1)
    bench.session.set_lab(replayed=2)
    assert slider.value() == 2
    QTest.keyClick(slider, Qt.Key_End)
    assert bench.replayed is None


def test_taking_the_slider_stops_the_replay(bench):
    click(bench.lab.controls.play)
    press(bench.lab.controls.slider, bench.lab.controls.slider.handle_x(), 15)
    assert not bench.lab.replay.running
    release(bench.lab.controls.slider, bench.lab.controls.slider.handle_x(), 15)
    assert bench.said == ["started", "ended", "started", "ended"]


@pytest.mark.parametrize(
    ("observations", "reason"),
    [
        (Observations(), "There are no observations"),
        (Observations.from_counts(3, 10), "not the order"),
    ],
)
def test_what_cannot_be_replayed_says_why(bench, observations, reason):
    bench.session.set_observations(observations)
    settle()
    assert reason in bench.lab.message.text()
    assert bench.lab.message.isVisible()
    enabled = [
        name for name in (*BUTTONS, "slider") if getattr(bench.lab.controls, name).isEnabled()
    ]
    assert enabled == (["double"] if observations.n else [])
    bench.session.set_observations(Observations([1, 0]))
    assert not bench.lab.message.isVisible()


# Doubling ----------------------------------------------------------------------------------


def test_doubling_is_one_step_and_shows_all(bench):
    bench.session.set_lab(replayed=4)
    steps = bench.steps
    click(bench.lab.controls.double)
    assert bench.session.state.observations == Observations([1, 0, 1, 1, 0, 1, 1, 1, 0, 1] * 2)
    assert (bench.replayed, bench.steps) == (None, steps + 1)
    assert bench.lab.table.rows[1][3].text == "95.24"
    bench.session.undo_stack.undo()
    assert (bench.session.state.observations.n, bench.replayed) == (10, 4)


def test_counts_alone_are_doubled_as_long_as_there_is_room(bench):
    bench.session.set_observations(Observations.from_counts(1, 5 * 10**14))
    click(bench.lab.controls.double)
    assert bench.session.state.observations.n == 10**15
    assert not bench.lab.controls.double.isEnabled()
    assert "no room" in bench.lab.message.text()


def test_protected_observations_are_not_doubled(bench):
    bench.session.set_stage(locked=True)
    settle()
    assert not bench.lab.controls.double.isEnabled()
    assert "protected" in bench.lab.message.text()
    assert bench.lab.controls.play.isEnabled()


# Mouse, painting, words --------------------------------------------------------------------


@pytest.mark.parametrize("name", ["chart", "drop_chart"])
def test_a_drag_in_a_chart_moves_pi_in_one_step(bench, name):
    chart = getattr(bench.lab, name)
    y = chart.plot.center().y()
    press(chart, chart.x_of(0.2), y)
    move(chart, chart.x_of(0.4), y)
    release(chart, chart.x_of(0.61), y)
    assert bench.session.state.pi == pytest.approx(0.4, abs=0.002)
    assert bench.steps == 1


def test_a_drag_of_pi_paints_the_moving_marks_alone(bench):
    settle()
    charts = (bench.lab.chart, bench.lab.drop_chart)
    before = [chart.still_paints for chart in charts]
    for i in range(10):
        bench.session.set_pi(0.3 + 0.01 * i)
        settle()
    assert [chart.still_paints for chart in charts] == before


def test_the_charts_stand_over_the_slider_of_pi(bench, shown):
    slider = shown(PiSlider(), 940)
    for chart in (bench.lab.chart, bench.lab.drop_chart):
        assert (chart.plot.left(), chart.plot.right()) == slider.groove()


def test_the_second_chart_comes_where_there_is_room(bench):
    assert bench.lab.drop_chart.isVisible()
    bench.lab.resize(590, 480)
    settle()
    assert not bench.lab.drop_chart.isVisible()
    low = [w.text for w in bench.lab.chart.texts() if w.rect.top() > bench.lab.chart.plot.bottom()]
    assert "1.0" in low


@pytest.mark.parametrize(("width", "height", "scale", "least"), SIZES)
@pytest.mark.parametrize("language", ["en", "ko"])
def test_nothing_is_cut_or_overlaps(shown, width, height, scale, least, language):
    theme.set_look(scale=scale, least_type=least)
    theme.dress_application()
    i18n.set_language(language)
    made = Bench(SharpeningLab())
    lab = shown(made.lab, width, height)
    for observations, m in (
        (Observations([1, 0, 1, 1, 0, 1, 1, 1, 0, 1]), None),
        (random_observations(2000, 0.3, 3), 300),
        (random_observations(10**6, 0.3, 3), None),
        (Observations.from_counts(3, 10**6), None),
        (Observations(), None),
    ):
        made.session.set_observations(observations)
        made.session.set_lab(replayed=m)
        settle()
        assert (lab.width(), lab.height()) == (width, height)
        assert lab.chart.plot.height() > 60
        for chart in (lab.chart, lab.drop_chart):
            if chart.isVisible():
                whole = QRectF(chart.rect())
                for words in chart.texts():
                    assert whole.contains(words.rect), words.text
                assert_apart([letters(words.rect) for words in chart.texts()])
        table = QRectF(lab.table.rect())
        places = [place for _cell, text, place in lab.table.places() if text]
        assert all(table.contains(place) for place in places)
        assert_apart([letters(place) for place in places])
        said = "".join(painted.text for painted in painted_texts(lab.table)).replace(" ", "")
        assert all(text.replace(" ", "") in said for _cell, text, _place in lab.table.places())
        for name in BUTTONS:
            button = getattr(lab.controls, name)
            assert button.width() >= button.minimumSizeHint().width() or not button.text()
            assert button.geometry().right() < width


def letters(rect):
    room = 0.2 * rect.height()
    return rect.adjusted(1, room, -1, -room)


def assert_apart(rects):
    for i, one in enumerate(rects):
        for other in rects[i + 1 :]:
            assert not one.intersects(other), (one, other)


def test_every_control_has_a_name_and_a_tip(bench):
    lab = bench.lab
    controls = [getattr(lab.controls, name) for name in (*BUTTONS, "slider")]
    for widget in (*controls, lab.chart, lab.drop_chart):
        assert widget.accessibleName()
        assert widget.toolTip()
    assert bench.lab.table.accessibleName()


def test_the_summary_says_the_numbers(bench):
    settle()
    said = bench.lab.summary()
    for part in ("10 of 10", "π̂ is 0.700", "−6.109 nats", "47.62", "1/8"):
        assert part in said
    assert bench.lab.chart.accessibleDescription() == said
