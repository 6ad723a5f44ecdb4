"""The guess lab: a hidden curve, tries, and a verdict."""

import math
import random

import numpy as np
import pytest
from PyQt5.QtCore import QEvent, Qt
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QPushButton

from core import bernoulli
from core.guessing import score
from core.lab_state import MOST_TRIES, LabState
from core.observations import Observations
from core.snapshot import evaluate
from core.stage import Stage
from core.state import LogBase, State
from gui import theme
from gui.labs import guess_words as words
from gui.labs.guess_lab import GuessLab
from gui.labs.guess_picture import heights_shown
from gui.theme import look
from tests.gui.labs.desk import SIZES, Desk, colliding_words, counts, covered, cut_texts, take_look
from tests.helpers import drag, find, move, picture, press, release, settle


@pytest.fixture(autouse=True)
def _motion_is_wanted(monkeypatch):
    monkeypatch.setattr("gui.motion_choice.reduced", lambda: False)


@pytest.fixture
def open_lab(shown):
    """Open the lab in a size of `SIZES`."""

    def open_lab(state=None, size="design", language="en", dark=False):
        width, height = take_look(size, language, dark)
        lab = GuessLab()
        lab.restyle()
        lab.retranslate()
        lab.desk = Desk(lab, state)
        return shown(lab, width, height)

    yield open_lab
    theme.set_look(least_type=0)


def game(*tries, k=7, n=10, committed=None, **fields):
    lab = LabState(tries=tries, committed=committed)
    return State(observations=counts(k, n), lab=lab, **{"pi": 0.42, **fields})


@pytest.fixture
def lab(open_lab):
    return open_lab(game())


def spot(lab, pi, share=0.5):
    plot = lab.chart.plot
    return lab.chart.x_of(pi), plot.top() + share * plot.height()


def click(lab, pi):
    press(lab.chart, *spot(lab, pi))
    release(lab.chart, *spot(lab, pi))
    settle()


def button(lab, name):
    return find(lab, name, QPushButton)


def arrive(lab):
    """Let the curve come to its end."""
    assert lab.clock.running
    lab.clock._timer.stop()
    lab.clock.ticked.emit(1.0)


def kinds(lab, kind):
    return [(mark.x, mark.y) for mark in lab.chart.picture.marks if mark.kind == kind]


# Tries -----------------------------------------------------------------------------------------


def test_a_click_in_the_chart_is_a_try_and_one_step_of_the_history(lab):
    click(lab, 0.3)
    assert lab.desk.asked == [("pi", 0.3), ("lab", {"tries": (0.3,)})]
    assert lab.desk.steps == 1
    assert kinds(lab, "dot") == [(0.3, bernoulli.log_likelihood(0.3, 7, 10))]


def test_a_drag_moves_pi_and_tries_nothing(lab):
    drag(lab.chart, [spot(lab, 0.3), spot(lab, 0.5), spot(lab, 0.6)])
    assert lab.desk.state.pi == 0.6
    assert lab.desk.state.lab.tries == ()
    assert lab.desk.steps == 1


def test_a_hand_that_trembles_still_clicks(lab):
    x, y = spot(lab, 0.3)
    press(lab.chart, x, y)
    move(lab.chart, x + 2, y + 1)
    release(lab.chart, x + 2, y + 1)
    assert lab.desk.state.lab.tries == (0.3,)


@pytest.mark.parametrize("key", [Qt.Key_Return, Qt.Key_Enter])
def test_enter_tries_the_pi_of_the_moment(lab, key):
    lab.chart.setFocus()
    QTest.keyClick(lab.chart, key)
    assert lab.desk.state.lab.tries == (0.42,)


def test_the_button_tries_the_pi_of_the_moment(lab):
    QTest.mouseClick(button(lab, "guessTry"), Qt.LeftButton)
    assert lab.desk.asked == [("lab", {"tries": (0.42,)})]


def test_enter_on_another_button_presses_that_button(lab):
    lab.activateWindow()
    commit = button(lab, "guessCommit")
    commit.setFocus()
    QTest.keyClick(commit, Qt.Key_Return)
    assert lab.desk.asked == [("lab", {"committed": 0.42})]


def test_the_arrows_in_the_chart_move_pi(lab):
    lab.chart.setFocus()
    QTest.keyClick(lab.chart, Qt.Key_Right)
    assert lab.desk.state.pi == 0.43
    assert not lab.desk.in_gesture


def test_the_tries_are_listed_with_their_height_and_the_best_has_a_star(open_lab):
    lab = open_lab(game(0.3, 0.6, 0.9))
    assert lab.panel.tries.texts() == (
        "1.  π 0.300   ℓ −9.498",
        "2.  π 0.600   ℓ −6.325",
        "3.  π 0.900   ℓ −7.645",
    )
    said = lab.panel.tries.accessibleDescription().split("; ")
    assert [text.startswith("★") for text in said] == [False, True, False]
    assert kinds(lab, "ring") == [(0.6, pytest.approx(-6.324652))]
    assert "★ Best so far: π = 0.600 (no. 2)" in lab.panel.message.text()
    # A thin line drops from each try to the axis.
    feet = [line.x.tolist() for line in lab.chart.picture.lines]
    assert feet == [[0.3, 0.3], [0.6, 0.6], [0.9, 0.9]]


def test_one_try_has_no_line(open_lab):
    assert open_lab(game(0.3)).chart.picture.lines == ()


def test_in_bits_the_heights_are_in_bits(open_lab):
    lab = open_lab(game(0.5, log_base=LogBase.BITS))
    assert lab.panel.tries.texts() == ("1.  π 0.500   ℓ −10.00",)
    assert kinds(lab, "dot") == [(0.5, -10.0)]


def test_tries_that_differ_have_texts_that_differ(look_of_the_start):
    assert look_of_the_start is not None
    state = game(0.6999, 0.7, 0.7001, k=700_000, n=1_000_000)
    texts = words.list_texts(evaluate(state))
    assert len({text.split("ℓ")[1] for text in texts}) == 3
    assert words.height_texts([-1.0, -1.0]) == ["−1.000", "−1.000"]


def test_what_has_been_tried_is_not_tried_again_but_pointed_at(open_lab):
    lab = open_lab(game(0.3, 0.42))
    QTest.mouseClick(button(lab, "guessTry"), Qt.LeftButton)
    assert lab.desk.asked == []
    assert lab.panel.message.text() == "π = 0.420 has been tried: see no. 2."
    lab.desk.show(pi=0.5)
    assert "Best so far" in lab.panel.message.text()


def test_after_the_last_try_one_is_asked_kindly_to_commit(open_lab):
    tries = tuple(i / 100 for i in range(1, MOST_TRIES + 1))
    lab = open_lab(game(*tries))
    assert not button(lab, "guessTry").isEnabled()
    assert button(lab, "guessCommit").isEnabled()
    assert "40 tries are plenty" in lab.panel.message.text()
    click(lab, 0.9)
    assert lab.desk.state.lab.tries == tries
    assert lab.desk.state.pi == 0.9


@pytest.mark.parametrize(
    ("pi", "why"), [(0.0, "a one was observed, yet π = 0"), (1.0, "a zero was observed, yet π = 1")]
)
def test_a_try_that_makes_the_data_impossible_says_why(open_lab, pi, why):
    lab = open_lab(game(pi))
    assert lab.panel.tries.texts()[0].endswith("ℓ −∞")
    assert why in lab.panel.message.text()
    assert kinds(lab, "cross") == [(pi, lab._axis[0])]
    assert [note.text for note in lab.chart.picture.notes] == ["↓ −∞"]


# What must not be given away ---------------------------------------------------------------------


@pytest.mark.parametrize("tries", [(), (0.1,), (0.2, 0.8), (0.0, 1.0, 0.55)])
def test_two_games_that_look_alike_so_far_are_shown_alike(open_lab, tries):
    """What is shown depends on n and the heights of the tries, not on where the top is."""
    lab = open_lab(game(*tries, k=7, pi=0.35))
    other = open_lab(game(*tries, k=2, pi=0.35))
    if not tries:
        assert lab._axis == other._axis
        # Which of two windows has the keys is no part of the game.
        for button_ in (*lab.findChildren(QPushButton), *other.findChildren(QPushButton)):
            button_.clearFocus()
        assert (picture(lab.chart) == picture(other.chart)).all()
    texts = [
        lab.summary(),
        lab.panel.message.text(),
        *(widget.toolTip() for widget in (*lab.panel.buttons, lab.chart)),
        *(note.text for note in lab.chart.picture.notes),
        lab.chart.now.chip,
        lab.chart.accessibleDescription(),
    ]
    assert not [text for text in texts if "0.7" in text or "−6.1" in text]
    assert lab.chart.picture.rules == ()
    assert lab.chart.now.dots == ()
    assert not [line for line in lab.chart.picture.lines if line.x.size > 2]


@pytest.mark.parametrize("k", [1, 7, 9])
def test_the_axis_follows_from_the_tries_alone(look_of_the_start, k):
    assert look_of_the_start is not None
    for tries in ((0.5,), (0.3, 0.5)):
        snapshot = evaluate(game(*tries, k=k))
        low, high = heights_shown(snapshot)
        best = max(words.heights(snapshot))
        assert low < best < high
        assert high - best >= min(-best, 0.2 * snapshot.n)


def test_the_axis_grows_with_the_tries(look_of_the_start):
    assert look_of_the_start is not None
    one = heights_shown(evaluate(game(0.5)))
    more = heights_shown(evaluate(game(0.5, 0.05)))
    assert more[0] < one[0]
    assert heights_shown(evaluate(game())) < (-30.0, math.inf)


def test_what_lies_far_below_is_marked_at_the_edge(open_lab):
    lab = open_lab(game(0.5, 1e-9))
    assert kinds(lab, "cross") == [(1e-9, lab._axis[0])]
    assert len(kinds(lab, "dot")) == 1


# Commitment --------------------------------------------------------------------------------------


def test_committing_reveals_the_curve_from_left_to_right_and_then_the_optimum(open_lab):
    lab = open_lab(game(0.3, 0.6, pi=0.65))
    QTest.mouseClick(button(lab, "guessCommit"), Qt.LeftButton)
    assert lab.desk.asked == [("lab", {"committed": 0.65})]
    ends = []
    for time in (0.0, 0.3, 0.6, 0.9):
        lab.clock.ticked.emit(time)
        assert kinds(lab, "diamond") == []
        ends.append(lab.chart.picture.lines[-1].x[-1])
    assert ends == sorted(set(ends))
    assert ends[-1] < 1.0
    arrive(lab)
    best = bernoulli.log_likelihood(0.7, 7, 10)
    assert kinds(lab, "diamond") == [(0.7, best)]
    assert kinds(lab, "ring") == [(0.65, bernoulli.log_likelihood(0.65, 7, 10))]
    assert [rule.at for rule in lab.chart.picture.rules] == [0.7]
    line = lab.chart.picture.lines[-1]
    drawn = bernoulli.log_likelihood(line.x, 7, 10)
    inside = drawn > lab._axis[0]
    assert np.allclose(line.y[inside], drawn[inside], rtol=1e-12)
    assert not button(lab, "guessTry").isEnabled()
    assert not button(lab, "guessCommit").isEnabled()


def test_the_score_is_that_of_the_core(open_lab):
    lab = open_lab(game(0.3, 0.6, committed=0.65))
    found = score(0.65, 7, 10)
    lost = 7 * math.log(0.7 / 0.65) + 3 * math.log(0.3 / 0.35)
    assert found.lost == pytest.approx(lost)
    assert lab.panel.message.text() == (
        "★★★☆  Close: the data can hardly tell your π̂ from the top."
    )
    first, second = (line.text() for line in lab.panel.details)
    assert first == "Yours: 0.650. The top: π̂ = 0.700. Distance 0.050, tries: 2."
    assert second == (
        "ℓ lost: n·KL ≈ 0.05630 nats. "
        "Your π̂ makes the data exp(−0.05630) ≈ 0.945 times as likely as the top does."
    )
    assert lab.summary().startswith("★★★☆  Close")


@pytest.mark.parametrize(
    ("committed", "k", "n", "begins", "lost"),
    [
        (0.7, 7, 10, "★★★★  Spot on", "ℓ lost: 0 nats."),
        (0.9, 7, 10, "★★☆☆  Not far", "ℓ lost: n·KL ≈ 1.537 nats."),
        (0.2, 7, 10, "★☆☆☆  Far off: n = 10 ", "ℓ lost: n·KL ≈ 5.827 nats."),
        (1.0, 7, 10, "★☆☆☆  Impossible: a zero", "ℓ lost: ∞ nats."),
        (0.0, 7, 10, "★☆☆☆  Impossible: a one", "ℓ lost: ∞ nats."),
        (0.69, 7 * 10**14, 10**15, "★☆☆☆  Far off: n = 1,000,0", "ℓ lost: n·KL ≈ 2.352×10¹¹"),
    ],
)
def test_the_verdict_has_four_grades_and_its_reason(open_lab, committed, k, n, begins, lost):
    lab = open_lab(game(k=k, n=n, committed=committed), size="small")
    assert lab.panel.message.text().startswith(begins)
    assert lab.panel.details[1].text().startswith(lost)
    assert cut_texts(lab.panel.message, *lab.panel.details) == []


def test_with_reduced_motion_the_curve_is_there_at_once(lab, monkeypatch):
    monkeypatch.setattr("gui.motion_choice.reduced", lambda: True)
    button(lab, "guessCommit").click()
    assert not lab.clock.running
    assert kinds(lab, "diamond") == [(0.7, bernoulli.log_likelihood(0.7, 7, 10))]


def test_a_lab_that_goes_shows_the_whole_curve(lab):
    button(lab, "guessCommit").click()
    assert lab.clock.running
    lab.stop()
    assert not lab.clock.running
    assert len(kinds(lab, "diamond")) == 1


def test_going_back_hides_the_curve_again(lab):
    lab.desk.set_lab(committed=0.5)
    arrive(lab)
    lab.desk.set_lab(committed=None)
    assert kinds(lab, "diamond") == []
    assert lab.chart.picture.rules == ()


def test_after_the_reveal_a_click_moves_pi_and_the_dot_runs_on_the_curve(open_lab):
    lab = open_lab(game(0.3, committed=0.65))
    click(lab, 0.5)
    assert lab.desk.asked == [("pi", 0.5)]
    assert lab.chart.now.dots == ((0.5, bernoulli.log_likelihood(0.5, 7, 10)),)


def test_again_begins_anew(open_lab):
    lab = open_lab(game(0.3, 0.6, committed=0.65))
    button(lab, "guessAgain").click()
    assert lab.desk.asked == [("lab", {"tries": (), "committed": None})]
    assert not button(lab, "guessAgain").isEnabled()


def test_secret_data_are_twenty_observations_and_a_new_game_in_one_step(open_lab):
    lab = open_lab(game(0.3, committed=0.65))
    lab.chance = random.Random(3)
    button(lab, "guessSecret").click()
    assert [name for name, _value in lab.desk.asked] == ["lab", "data"]
    assert lab.desk.steps == 1
    state = lab.desk.state
    assert (state.lab.tries, state.lab.committed) == ((), None)
    assert state.observations.n == 20
    assert state.observations.has_sequence
    first = state.observations
    button(lab, "guessSecret").click()
    assert lab.desk.state.observations != first


def test_secret_data_come_from_all_over_the_axis(lab):
    lab.chance = random.Random(1)
    counted = []
    for _draw in range(60):
        button(lab, "guessSecret").click()
        counted.append(lab.desk.state.observations.k)
    assert min(counted) <= 4
    assert max(counted) >= 16


def test_data_that_a_lesson_protects_are_not_replaced(open_lab):
    lab = open_lab(game(stage=Stage(locked=True)))
    assert not button(lab, "guessSecret").isEnabled()


def test_a_lesson_that_hides_the_optimum_keeps_it_hidden_after_the_commitment(open_lab):
    lab = open_lab(game(committed=0.65, stage=Stage(hidden=frozenset({"optimum"}))))
    assert lab.chart.picture.rules == ()
    assert lab.panel.message.text() == "Your π̂ is given."
    assert "0.7" not in lab.summary()


# Data at the edge ------------------------------------------------------------------------------


def test_without_observations_there_is_nothing_to_guess(open_lab):
    lab = open_lab(game(k=0, n=0))
    assert not button(lab, "guessTry").isEnabled()
    assert not button(lab, "guessCommit").isEnabled()
    assert button(lab, "guessSecret").isEnabled()
    assert lab.panel.message.text().startswith("No observations")
    click(lab, 0.3)
    lab.chart.setFocus()
    QTest.keyClick(lab.chart, Qt.Key_Return)
    assert lab.desk.state.lab.tries == ()


@pytest.mark.parametrize(("k", "n"), [(0, 10), (10, 10), (700_000, 10**6), (7 * 10**14, 10**15)])
@pytest.mark.parametrize("pi", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("committed", [None, 0.0, 0.7, 1.0])
def test_data_at_the_edge_are_shown_and_spoken_of(open_lab, k, n, pi, committed):
    lab = open_lab(game(0.0, 0.2, 0.7, 1.0, k=k, n=n, committed=committed, pi=pi), size="small")
    picture(lab)
    assert lab.summary()
    assert "nan" not in lab.summary()
    assert cut_texts(lab.panel.message, *lab.panel.details) == []
    low, high = lab._axis
    assert math.isfinite(low)
    assert low < high
    if committed is not None:
        ((x, y),) = kinds(lab, "diamond")
        assert x == k / n
        assert low < y < high


def test_a_zoomed_axis_shows_the_tries_that_are_in_it(open_lab):
    lab = open_lab(game(0.3, 0.6, interval=(0.5, 0.8)))
    assert [x for x, _y in kinds(lab, "dot")] == [0.6]
    assert len(lab.panel.tries.texts()) == 2


# Speed -------------------------------------------------------------------------------------------


def test_a_drag_paints_the_moving_part_alone(open_lab):
    lab = open_lab(game(0.3, 0.6, 0.9))
    settle()
    lab.chart.grab()
    painted = lab.chart.still_paints
    drag(lab.chart, [spot(lab, float(pi)) for pi in np.linspace(0.3, 0.8, 20)])
    lab.chart.grab()
    assert lab.chart.still_paints == painted
    assert lab.chart.now.x == 0.8
    assert lab.chart.now.chip == "π = 0.800"


def test_rendering_a_snapshot_asks_for_nothing(lab):
    for tries in ((0.1,), (0.1, 0.2), ()):
        lab.desk.set_lab(tries=tries)
        lab.desk.show(pi=0.3)
    assert lab.desk.asked == []


# Places ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "ko"])
def test_nothing_is_cut_and_nothing_overlaps(open_lab, size, language):
    lab = open_lab(game(), size, language, dark=size == "large")
    panel = lab.panel
    widgets = [*panel.buttons, panel.message, *panel.details, panel.tries, lab.chart]
    many = tuple(i / 41 for i in range(1, 41))
    for tries, committed in (
        ((), None),
        ((0.3, 0.5, 0.0), None),
        (many, None),
        ((0.3,), 0.66),
        (many, 0.2),
        ((1.0,), 1.0),
    ):
        lab.desk.set_lab(tries=tries, committed=committed)
        lab.stop()
        assert covered(lab, widgets) == []
        assert cut_texts(panel.message, *panel.details) == []
        assert colliding_words(lab.chart) == []
        for one in panel.buttons:
            assert one.width() >= one.sizeHint().width()
        assert panel.tries.height() >= panel.tries.row_height()
    assert lab.chart.plot.height() > 3 * look().text_metrics(12).height()


def test_a_long_list_scrolls_by_the_keys_and_shows_the_last_try(open_lab):
    lab = open_lab(game(*(i / 41 for i in range(1, 41))), size="small")
    tries = lab.panel.tries
    bar = tries.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    last = picture(tries)
    QTest.keyClick(tries, Qt.Key_Up)
    assert bar.value() < bar.maximum()
    assert (picture(tries) != last).any()


def test_the_tab_key_goes_through_the_buttons_to_the_list_and_the_chart(open_lab):
    lab = open_lab(game(0.3))
    lab.activateWindow()
    lab.panel.buttons[0].setFocus()
    names = []
    for _step in range(6):
        names.append(lab.focusWidget().objectName())
        QTest.keyClick(lab.focusWidget(), Qt.Key_Tab)
    assert names == [
        *("guessTry", "guessCommit", "guessAgain", "guessSecret", "guessTries", "guessChart")
    ]


def test_every_control_has_a_name_and_a_tooltip(lab):
    for widget in (*lab.panel.buttons, lab.chart):
        assert widget.accessibleName()
        assert widget.toolTip()
    assert lab.panel.tries.accessibleName()


def test_the_language_changes_while_the_lab_is_open(lab, monkeypatch):
    monkeypatch.setattr("gui.labs.guess_panel.translate", lambda _context, text: text.upper())
    lab.changeEvent(QEvent(QEvent.LanguageChange))
    assert button(lab, "guessTry").text() == "TRY THIS Π"


def test_the_whole_game_can_be_played_with_the_sequence_of_the_start(open_lab):
    lab = open_lab(State(observations=Observations((1, 0, 1, 1, 0, 1, 1, 1, 0, 1)), pi=0.5))
    for pi in (0.4, 0.6, 0.8, 0.7):
        click(lab, pi)
    assert lab.desk.state.lab.tries == (0.4, 0.6, 0.8, 0.7)
    button(lab, "guessCommit").click()
    arrive(lab)
    assert lab.panel.message.text().startswith("★★★★")
    heights = words.heights(lab.desk.snapshot)
    assert all(one < heights[-1] for one in heights[:-1])
