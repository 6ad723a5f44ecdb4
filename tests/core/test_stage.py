"""What is shown and what is kept back, and its checks."""

import dataclasses
import math
from dataclasses import replace

import pytest

from core.lab_state import LabState
from core.stage import CONTROLS, HIDEABLE, LABS, PLOTS, TARGETS, Stage, is_target
from core.state import State


def test_at_first_everything_is_shown_and_nothing_is_asked():
    stage = Stage()
    assert (stage.lab, stage.panels, stage.lit) == ("", PLOTS, "")
    assert stage.hidden == stage.without == frozenset()
    assert (stage.asks_place, stage.prediction, stage.locked) == (False, None, False)
    assert not any(map(stage.hides, HIDEABLE))


def test_stages_are_values():
    assert Stage() == Stage()
    assert hash(Stage()) == hash(Stage())
    changed = replace(Stage(), lab="chain")
    assert changed != Stage()
    assert replace(changed, lab="") == Stage()
    with pytest.raises(dataclasses.FrozenInstanceError):
        changed.lab = "guess"


@pytest.mark.parametrize("lab", ["", *LABS])
def test_each_lab_and_none_can_be_shown(lab):
    assert Stage(lab=lab).lab == lab


@pytest.mark.parametrize("what", HIDEABLE)
def test_each_thing_can_be_kept_back_by_itself(what):
    stage = Stage(hidden={what})
    assert [name for name in HIDEABLE if stage.hides(name)] == [what]


@pytest.mark.parametrize("target", [*TARGETS, "tile:1", "tile:999999999", ""])
def test_each_target_can_be_lit(target):
    assert Stage(lit=target).lit == target
    assert is_target(target) is (target != "")


@pytest.mark.parametrize(
    "text", ["tile:0", "tile:01", "tile:-1", "tile:", "tile:1234567890", "tile:1\n", "tile: 1"]
)
def test_a_tile_has_a_number_from_one(text):
    assert not is_target(text)
    with pytest.raises(ValueError, match="lit must be"):
        Stage(lit=text)


@pytest.mark.parametrize(
    ("panels", "kept"),
    [
        (("bce", "likelihood"), ("likelihood", "bce")),
        (["log-likelihood"], ("log-likelihood",)),
        (tuple(reversed(PLOTS)), PLOTS),
    ],
)
def test_plots_stand_in_one_order_however_they_are_named(panels, kept):
    stage = Stage(panels=panels)
    assert stage.panels == kept
    assert stage == Stage(panels=kept)
    assert hash(stage) == hash(Stage(panels=kept))


@pytest.mark.parametrize("name", ["hidden", "without"])
def test_what_is_left_out_is_a_set_whatever_it_was_given_as(name):
    some = {"hidden": HIDEABLE, "without": CONTROLS}[name][:2]
    stages = [Stage(**{name: kind(some)}) for kind in (list, tuple, set, frozenset)]
    assert {type(getattr(stage, name)) for stage in stages} == {frozenset}
    assert len(set(stages)) == 1


@pytest.mark.parametrize("control", CONTROLS)
def test_each_control_can_be_left_out(control):
    assert Stage(without=[control]).without == {control}


@pytest.mark.parametrize(("given", "kept"), [(0, 0.0), (1, 1.0), (0.25, 0.25), (None, None)])
def test_a_prediction_is_a_float_or_none(given, kept):
    stage = Stage(prediction=given)
    assert stage.prediction == kept
    assert kept is None or type(stage.prediction) is float


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("lab", "Chain"),
        ("lab", None),
        ("lab", 0),
        ("panels", ()),
        ("panels", ("likelihood", "likelihood")),
        ("panels", ("likelihood", "kl")),
        ("panels", ("kl",)),
        ("hidden", {"optimum", "labels"}),
        ("hidden", "optimum"),
        ("without", {"zoom", "title"}),
        ("without", ["optimum"]),
        ("lit", "curve"),
        ("lit", "curve:kl"),
        ("asks_place", 1),
        ("asks_place", None),
        ("locked", 0),
        ("locked", "no"),
        ("prediction", -0.1),
        ("prediction", 1.5),
        ("prediction", math.nan),
        ("prediction", True),
        ("prediction", "0.5"),
    ],
)
def test_bad_fields_are_refused_by_name(field, value):
    with pytest.raises(ValueError, match=f"^{field} must be"):
        Stage(**{field: value})
    with pytest.raises(ValueError, match=f"^{field} must be"):
        replace(Stage(), **{field: value})


# The state -------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", HIDEABLE)
def test_a_state_hides_what_its_stage_hides(what):
    assert not State().hides(what)
    assert State(stage=Stage(hidden={what})).hides(what)


def test_who_guesses_does_not_see_the_optimum_before_the_guess_is_given():
    guessing = State(stage=Stage(lab="guess"))
    assert [what for what in HIDEABLE if guessing.hides(what)] == ["optimum"]
    given = replace(guessing, lab=LabState(committed=0.0))
    assert not given.hides("optimum")
    # A lesson may keep it back all the same.
    kept = replace(given, stage=Stage(lab="guess", hidden={"optimum"}))
    assert kept.hides("optimum")


@pytest.mark.parametrize("lab", [lab for lab in ("", *LABS) if lab != "guess"])
def test_no_other_lab_keeps_the_optimum_back(lab):
    assert not State(stage=Stage(lab=lab)).hides("optimum")


@pytest.mark.parametrize(("field", "value"), [("stage", None), ("stage", {}), ("lab", "guess")])
def test_a_state_has_a_stage_and_a_lab_state(field, value):
    with pytest.raises(ValueError, match=f"^{field} must be"):
        State(**{field: value})
