"""A lesson's states: as a step begins, once it is answered, and solved."""

from dataclasses import replace

import pytest

from core.lessons.expression import parse
from core.lessons.lesson import (
    names_after,
    names_before,
    solved,
    state_after,
    state_of,
)
from core.lessons.setting import SettingError
from core.observations import Observations, random_observations
from core.state import LogBase, State
from tests.core.lessons import writing
from tests.core.lessons.writing import step_of


def setting(*keys):
    """The state that a step with these keys begins with."""
    lines = "\n".join(keys)
    return state_of(*step_of(f"\n## Title\n\n```step\nid: a\n{lines}\n```\n\nWords.\n"))


def test_a_step_begins_with_the_programs_first_state():
    assert setting() == State()


@pytest.mark.parametrize(
    ("key", "observations"),
    [
        ("data: 110", Observations((1, 1, 0))),
        ("data: 1 1 0", Observations((1, 1, 0))),
        ("data: 7/10", Observations.from_counts(7, 10)),
        ("data: 10 * 3", Observations((1, 0, 1, 0, 1, 0))),
        ("data: 10 * 0", Observations()),
        ("data: draw 20:0.7:3", random_observations(20, 0.7, 3)),
        ("data: draw 20:7/10:3", random_observations(20, 0.7, 3)),
        ("data: empty", Observations()),
        ("data: example arbuthnot-years", Observations.from_counts(82, 82)),
    ],
)
def test_data(key, observations):
    assert setting(key).observations == observations


def test_an_example_is_named_and_drawn_data_know_their_pi():
    assert setting("data: example arbuthnot-years").source == "arbuthnot-years"
    drawn = setting("data: draw 20:0.7:3")
    assert (drawn.true_pi, drawn.shows_true_pi) == (0.7, False)


def test_each_key_sets_its_part():
    state = setting(
        "pi: mle / 2",
        "true-pi: K / N",
        "plots: bce, likelihood",
        "hide: optimum, slider",
        "light: mark:pi",
        "unit: bits",
        "axis: 0.1 to 7/10",
        "lock: data",
        "tiles: yes",
        "formula: score",
    )
    assert state.pi == 0.35
    assert (state.true_pi, state.shows_true_pi) == (0.7, True)
    assert state.stage.panels == ("likelihood", "bce")
    assert state.stage.hidden == {"optimum", "slider"}
    assert state.stage.lit == "mark:pi"
    assert state.stage.locked
    assert state.log_base is LogBase.BITS
    assert state.interval == (0.1, 0.7)
    assert setting("axis: all", "lock:", "light:", "hide:", "lab:", "formula:") == State()


def test_each_key_of_the_labs_sets_its_part():
    lab = setting(
        "lab: guess",
        "factors: N + 75",
        "chain: log, minus",
        "table-n: 10",
        "table-row: 10",
        "reading: columns",
        "replayed: n / 2",
        "tries: 0.1, mle",
        "committed: 0.3",
        "level: 0.9",
    ).lab
    assert (lab.factors, lab.table_n, lab.table_row) == (1075, 10, 10)
    assert lab.chain == (False, True, True, False)
    assert lab.reading == "columns"
    assert (lab.replayed, lab.tries, lab.committed, lab.level) == (5, (0.1, 0.7), 0.3, 0.9)
    assert setting("replayed: all", "chain:", "tries:").lab.chain == (False,) * 4


def test_a_place_is_asked_for_until_it_is_given():
    lesson, step = step_of(writing.PLACE)
    before = state_of(lesson, step)
    assert before.stage.asks_place
    assert before.stage.hidden == {"optimum"}
    after = state_after(lesson, step, prediction=0.6)
    assert not after.stage.asks_place
    assert after.stage.hidden == frozenset()
    assert after.stage.lit == "mark:optimum"
    assert after.pi == 0.7


def test_then_may_keep_things_hidden():
    text = writing.PLACE.replace("pi: mle\nlight: mark:optimum", "pi: mle\nhide: values")
    assert state_after(*step_of(text)).stage.hidden == {"values"}


def test_what_the_learner_changed_stays_where_then_says_nothing():
    lesson, step = step_of(writing.PLACE)
    now = replace(
        state_of(lesson, step), log_base=LogBase.BITS, pi=0.1, observations=Observations((1, 0))
    )
    after = state_after(lesson, step, now)
    assert (after.log_base, after.pi, after.observations.n) == (LogBase.BITS, 0.5, 2)


def test_without_then_only_the_question_ends():
    lesson, step = step_of(writing.NUMBER)
    now = replace(state_of(lesson, step), pi=0.1)
    assert state_after(lesson, step, now) == now


def test_then_goes_on_from_the_step_where_the_present_state_does_not_allow_it():
    lesson, step = step_of(writing.PLACE)
    nothing = replace(state_of(lesson, step), observations=Observations())
    after = state_after(lesson, step, nothing)
    assert (after.pi, after.observations.n) == (0.7, 10)


def test_new_data_forget_what_belonged_to_the_old():
    text = (
        "\n## T\n\n```step\nid: a\ndata: draw 20:0.7:3\ntrue-pi: 0.7\nlab: sharpening\n"
        "replayed: 15\n```\n\n### predict\n```ask\nkind: number\nanswer: n\n```\nHow many?\n"
        "### reveal\n```then\ndata: 101\n```\n{n}\n"
    )
    lesson, step = step_of(text)
    assert state_of(lesson, step).lab.replayed == 15
    after = state_after(lesson, step)
    assert (after.true_pi, after.shows_true_pi, after.lab.replayed) == (None, False, None)
    kept = step_of(text.replace("replayed: 15", "replayed: 3"))
    assert state_after(*kept).lab.replayed == 3


def test_show_me_solves_a_step():
    lesson, step = step_of(writing.DO)
    assert solved(lesson, step).pi == 0.7
    now = replace(state_of(lesson, step), log_base=LogBase.BITS)
    assert solved(lesson, step, now).log_base is LogBase.BITS


@pytest.mark.parametrize("observations", [Observations(), Observations((1,))])
def test_show_me_begins_anew_where_the_present_state_cannot_be_solved(observations):
    lesson, step = step_of(writing.DO.replace("kl < 0.01", "k == 7 and kl < 0.01"))
    now = replace(state_of(lesson, step), observations=observations)
    assert solved(lesson, step, now) == solved(lesson, step)


def test_a_step_with_nothing_to_do_has_no_solution():
    with pytest.raises(ValueError, match="'slope' asks nothing to do"):
        solved(*step_of(writing.PLACE))


def test_names_are_of_the_state_before_and_after():
    lesson, step = step_of(writing.PLACE)
    assert names_before(lesson, step).value("pi") == 0.42
    assert names_before(lesson, step).value("K") == 700
    now = replace(state_of(lesson, step), pi=0.1)
    assert names_before(lesson, step, now).value("pi") == 0.1
    assert names_before(lesson, step, now).value("start_pi") == 0.42
    after = names_after(lesson, step, 0.6)
    assert (after.value("pi"), after.value("prediction")) == (0.7, 0.6)


def test_after_something_done_names_are_of_the_solution_or_of_what_was_done():
    lesson, step = step_of(writing.DO)
    assert names_after(lesson, step).value("pi") == 0.7
    done = replace(state_of(lesson, step), pi=0.69)
    assert names_after(lesson, step, state=done).value("pi") == 0.69


def test_a_prediction_may_come_from_the_stage():
    lesson, step = step_of(writing.PLACE.replace("pi: mle\n", "pi: prediction\n"))
    state = state_of(lesson, step)
    now = replace(state, stage=replace(state.stage, prediction=0.25))
    assert state_after(lesson, step, now).pi == 0.25
    assert state_after(lesson, step, now, 0.5).pi == 0.5


def test_formula_and_tiles_change_only_where_then_says_so():
    _lesson, step = step_of(writing.PLACE)
    assert (step.formula, step.formula_after, step.tiles, step.tiles_after) == (
        "score", "score", False, False,
    )  # fmt: skip
    text = writing.PLACE.replace("pi: mle\n", "pi: mle\nformula: mle\ntiles: yes\n")
    _lesson, changed = step_of(text)
    assert (changed.formula_after, changed.tiles, changed.tiles_after) == ("mle", False, True)
    _lesson, gone = step_of(text.replace("id: slope", "id: a\ntiles: no"))
    assert not gone.tiles
    _lesson, told = step_of("\n## T\n```step\nid: a\ntiles: yes\n```\nWords.\n")
    assert (told.formula_after, told.tiles_after) == ("", True)


def test_words_come_in_the_order_of_the_file_with_their_lines():
    _lesson, step = step_of(writing.CHOICE)
    lines = (writing.HEAD + writing.CHOICE).split("\n")
    for part, line, text in step.words():
        shown = lines[line - 1].removeprefix("- [x] ").removeprefix("- [ ] ")
        assert shown == text.split("\n")[0], part
    parts = [part for part, _line, _text in step.words()]
    assert parts == ["text", "question", "options", "options"]


@pytest.mark.parametrize(
    ("key", "text", "words"),
    [
        ("pi", "1 + 1", r"pi must be in \[0, 1\]"),
        ("level", "1", "level must be between"),
        ("factors", "2.5", "it must be a whole number, got 2.5"),
        ("replayed", "1/0", "divides by zero"),
    ],
)
def test_a_setting_that_may_not_be_names_its_key(key, text, words):
    lesson, step = step_of(writing.NUMBER)
    wrong = replace(step, setting=replace(step.setting, **{key: parse(text)}))
    with pytest.raises(SettingError, match=words) as caught:
        state_of(lesson, wrong)
    assert caught.value.key == key
