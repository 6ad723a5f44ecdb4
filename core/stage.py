"""What of the picture is shown: a lesson's choice or a teacher's, never the learner's data."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core import _arguments

PLOTS = ("likelihood", "log-likelihood", "bce")
LABS = (
    "underflow",
    "chain",
    "table",
    "sharpening",
    "guess",
    "intervals",
    "libraries",
)
HIDEABLE = ("optimum", "curves", "parts", "tangent", "values", "slider")
"""What can be kept back: the optimum and all that gives it away, the curves, their dashed parts,
the tangents, the current values, the control of π."""

CONTROLS = (
    "observations",
    "sequence",
    "data-buttons",
    "estimate",
    "calculation",
    "unit",
    "slider",
    "zoom",
)
"""What a teacher can leave out of the window: the card of the observations, or its text field, its
buttons, its line with π̂; the card of the calculation, or its choice of the unit; the row under the
plots, or its buttons for the zoom."""

TARGETS = (
    "tiles",
    "tile:N",
    "curve:likelihood",
    "curve:log-likelihood",
    "curve:bce",
    "curve:ones",
    "curve:zeros",
    "mark:optimum",
    "mark:pi",
    "mark:tangent",
    "mark:value",
    "mark:prediction",
    "mark:true-pi",
    "term:ones",
    "term:zeros",
    "formula",
    "lab",
)
"""What words can point at; N counts the tiles from 1."""


def is_target(text: str) -> bool:
    """Whether words can point at it."""
    return text in TARGETS or bool(re.fullmatch(r"tile:[1-9][0-9]{0,8}", text))


@dataclass(frozen=True)
class Stage:
    """What is shown of the state, and what is kept back.

    Attributes:
        lab: the lab in place of the plots, one of `LABS`; "" for the plots.
        panels: the plots shown, of `PLOTS`, at least one.
        hidden: what is kept back, of `HIDEABLE`.
        lit: the target that is pointed at, of `TARGETS`; "" for none.
        asks_place: whether a click in a plot says where the learner expects something, instead of
            moving π.
        prediction: the π that the learner expects; None for none yet.
        locked: whether the observations are protected from changes.
        without: the controls that are left out, of `CONTROLS`.
    """

    lab: str = ""
    panels: tuple[str, ...] = PLOTS
    hidden: frozenset[str] = frozenset()
    lit: str = ""
    asks_place: bool = False
    prediction: float | None = None
    locked: bool = False
    without: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Check every field.

        Raises:
            ValueError: if a field is not as described.
        """
        if self.lab != "" and self.lab not in LABS:
            raise ValueError(f"lab must be '' or one of {', '.join(LABS)}, got {self.lab!r}")
        ordered = tuple(kind for kind in PLOTS if kind in self.panels)
        if not ordered or len(ordered) != len(self.panels):
            raise ValueError(f"panels must be some of {', '.join(PLOTS)}, got {self.panels!r}")
        object.__setattr__(self, "panels", ordered)
        for name, allowed in (("hidden", HIDEABLE), ("without", CONTROLS)):
            value = getattr(self, name)
            if not set(value) <= set(allowed):
                raise ValueError(f"{name} must be some of {', '.join(allowed)}, got {value!r}")
            object.__setattr__(self, name, frozenset(value))
        if self.lit != "" and not is_target(self.lit):
            raise ValueError(f"lit must be '' or one of {', '.join(TARGETS)}, got {self.lit!r}")
        for name in ("asks_place", "locked"):
            if not isinstance(getattr(self, name), bool):
                raise ValueError(f"{name} must be True or False, got {getattr(self, name)!r}")
        if self.prediction is not None:
            place = _arguments.scalar_probability("prediction", self.prediction)
            object.__setattr__(self, "prediction", place)

    def hides(self, what: str) -> bool:
        """Whether something of `HIDEABLE` is kept back."""
        return what in self.hidden
