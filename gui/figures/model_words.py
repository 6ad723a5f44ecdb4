"""A model as the command line takes it: its examples, its w and b, its way down; it needs no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.model_state import Climber, ModelLook, ModelState


def model_words(model: ModelState, look: ModelLook, given: Sequence[str]) -> list[str]:
    """The arguments that a window with this model begins with.

    A path is told by where it begins and by its steps, which are the same each time.

    Args:
        model: the model.
        look: how it is looked at; which plots are shown is said elsewhere.
        given: what stands for examples that are too many for a command.
    """
    climber = model.climber
    # The w that one shared π puts aside is in no path.
    w, b = climber.start or (model.w, model.b)
    words = [*_examples(model, given), "--w", repr(model.w if model.shared else w), "--b", repr(b)]
    if model.shared:
        words.append("--shared")
    words += _climber(climber)
    if look.slice_along != "w":
        words += ["--slice", look.slice_along]
    if look.region is not None:
        region = look.region
        edges = region.w_low, region.w_high, region.b_low, region.b_high
        words += ["--region", ":".join(map(repr, edges))]
    return words


def _examples(model: ModelState, given: Sequence[str]) -> list[str]:
    # Only a command about a model needs these.
    from core.labelled_draws import drawn
    from core.labelled_points import points_text

    kind, _, name = model.source.partition(":")
    if kind == "example":
        return ["--model", name]
    if drawn(model.source) is not None:
        return ["--model", model.source]
    points = points_text(model.data)
    if points is None:
        return list(given)
    words = ["--points", points]
    for flag, called in (("--x", model.data.x_name), ("--y", model.data.y_name)):
        if called:
            words += [flag, called]
    return words


def _climber(climber: Climber) -> list[str]:
    """How it goes down, as far as that is not the usual way, and how far it has gone."""
    words: list[str] = []
    newton = climber.method == "newton"
    if newton or climber.start is not None:
        words += ["--climb", climber.method]
    if climber.rate != 1.0 and not newton:
        words += ["--rate", repr(climber.rate)]
    if climber.single:
        words += ["--single", str(climber.seed)]
    if climber.total:
        words.append("--sum")
    if not climber.standardised:
        words.append("--as-given")
    return words if climber.start is None else [*words, "--steps", str(climber.step)]
