"""The labelled data sets that come with the program, and where examples come from, in words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from gui.i18n import language, translate
from gui.model.typed_number import full_text
from gui.paths import EXAMPLES

if TYPE_CHECKING:
    from core.labelled import Labelled
    from core.labelled_examples import LabelledExample
    from core.model_state import ModelState

PREFIX = "example:"


@cache
def labelled_examples() -> tuple[LabelledExample, ...]:
    """The data sets, read once."""
    from core.labelled_examples import load_labelled

    return load_labelled(EXAMPLES)


def title(example: LabelledExample) -> str:
    """What a data set is called in the language of the moment."""
    return example.title_ko if language() == "ko" else example.title_en


def example_of(source: str) -> LabelledExample | None:
    """The data set that a source names; None for another source."""
    name = source.removeprefix(PREFIX)
    return next((one for one in labelled_examples() if one.id == name), None) if name else None


def fresh(
    state: ModelState, data: Labelled, source: str, true: tuple[float, float] | None = None
) -> dict[str, Any]:
    """The fields of a model that begins with other examples.

    w and b begin at 0: what they were says nothing about other data. No path has been gone.
    """
    from dataclasses import replace

    climber = replace(state.climber, start=None, step=0)
    return {"data": data, "source": source, "true": true, "w": 0.0, "b": 0.0, "climber": climber}


def source_forms(state: ModelState) -> tuple[str, ...]:
    """Where the examples come from, the fullest form first; one empty text if nobody knows."""
    kind, _, rest = state.source.partition(":")
    if kind == "file":
        return (rest,)
    if kind == "random":
        return _draw_forms(state.source)
    example = example_of(state.source)
    if example is None:
        return ("",)
    full = title(example)
    return (full, full.partition(":")[0])


def source_tip(state: ModelState) -> str:
    """The same in full, with where it was published."""
    example = example_of(state.source)
    forms = source_forms(state)
    return f"{title(example)} — {example.source}" if example is not None else forms[0]


def is_drawn(source: str) -> bool:
    """Whether examples were drawn at random, and so can be drawn again."""
    from core.labelled_examples import drawn

    return drawn(source) is not None


def _draw_forms(source: str) -> tuple[str, ...]:
    from core.labelled_examples import drawn

    draw = drawn(source)
    if draw is None:
        return ("",)
    _n, w, b, seed = draw
    numbers = {"w": full_text(w), "b": full_text(b), "seed": seed}
    return (
        translate("Model", "random: true w = {w}, b = {b}, seed {seed}").format(**numbers),
        translate("Model", "random: w = {w}, b = {b}").format(**numbers),
        translate("Model", "random"),
    )


def x_names(data: Labelled) -> tuple[str, ...]:
    """What x is called in a heading, the fullest form first."""
    name = _shown_name(data.x_name, "x")
    if not name or name == "x":
        return ("x",)
    return f"x · {name}", name


def y_name(data: Labelled) -> str:
    """What y is called; "" for no name."""
    return _shown_name(data.y_name, "y")


def _shown_name(name: str, which: str) -> str:
    """A name of a data set that comes with the program, in the language of the moment."""
    for example in labelled_examples() if name else ():
        names = _names(example, which)
        if name in names:
            return names[-1] if language() == "ko" else names[0]
    return name


def _names(example: LabelledExample, which: str) -> tuple[str, ...]:
    english = getattr(example, f"{which}_label", "")
    return english, getattr(example, f"{which}_label_ko", "") or english
