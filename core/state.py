"""The state of the program: what the user chose, and nothing derived from it."""

from __future__ import annotations

import enum
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core import _arguments
from core.lab_state import LabState
from core.observations import Observations
from core.stage import Stage

if TYPE_CHECKING:
    from core.model_state import ModelLook, ModelState


class LogBase(enum.Enum):
    """The unit in which information is shown."""

    NATS = "nats"
    BITS = "bits"

    @property
    def unit(self) -> float:
        """One unit in nats."""
        return 1.0 if self is LogBase.NATS else math.log(2.0)

    @property
    def other(self) -> LogBase:
        """The other unit: bits for nats, nats for bits."""
        return LogBase.BITS if self is LogBase.NATS else LogBase.NATS


def _first_observations() -> Observations:
    return Observations((1, 0, 1, 1, 0, 1, 1, 1, 0, 1))


@dataclass(frozen=True)
class State:
    """All that the user chose; equal states look the same on the screen.

    Attributes:
        observations: the data.
        pi: the current probability of a one, in [0, 1].
        log_base: the unit of information shown.
        source: where the data come from, an example's id or a file's name; "" for none.
        true_pi: the π that the data were drawn with, where it is known; None otherwise.
        shows_true_pi: whether it is shown, or kept back for the learner to guess.
        interval: the part of the π axis shown, (low, high) with 0 ≤ low < high ≤ 1.
        stage: what of all this is shown, and what is kept back.
        lab: what was set in the labs.
        model: what was chosen in the Model view; None at desks that have none.
        model_look: how the Model view is looked at; None where `model` is.
    """

    observations: Observations = field(default_factory=_first_observations)
    pi: float = 0.5
    log_base: LogBase = LogBase.NATS
    source: str = ""
    true_pi: float | None = None
    shows_true_pi: bool = False
    interval: tuple[float, float] = (0.0, 1.0)
    stage: Stage = field(default_factory=Stage)
    lab: LabState = field(default_factory=LabState)
    model: ModelState | None = None
    model_look: ModelLook | None = None

    def __post_init__(self) -> None:
        """Check every field.

        Raises:
            ValueError: if a field is not as described.
        """
        if not isinstance(self.observations, Observations):
            raise ValueError(f"observations must be Observations, got {self.observations!r}")
        if not isinstance(self.log_base, LogBase):
            raise ValueError(f"log_base must be a LogBase, got {self.log_base!r}")
        if not isinstance(self.source, str):
            raise ValueError(f"source must be a string, got {self.source!r}")
        if not isinstance(self.shows_true_pi, bool):
            raise ValueError(f"shows_true_pi must be True or False, got {self.shows_true_pi!r}")
        if not isinstance(self.stage, Stage):
            raise ValueError(f"stage must be a Stage, got {self.stage!r}")
        if not isinstance(self.lab, LabState):
            raise ValueError(f"lab must be a LabState, got {self.lab!r}")
        if (self.model is None) is not (self.model_look is None):
            raise ValueError("model and model_look must be given together, or neither")
        if self.true_pi is not None:
            true_pi = _arguments.scalar_probability("true_pi", self.true_pi)
            object.__setattr__(self, "true_pi", true_pi)
        object.__setattr__(self, "pi", _arguments.scalar_probability("pi", self.pi))
        object.__setattr__(self, "interval", _arguments.interval("interval", self.interval))

    def hides(self, what: str) -> bool:
        """Whether something of `core.stage.HIDEABLE` is kept back, by the stage or by a lab."""
        guessing = self.stage.lab == "guess" and self.lab.committed is None
        return self.stage.hides(what) or (guessing and what == "optimum")
