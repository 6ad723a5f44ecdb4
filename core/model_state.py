"""What the user chose in the Model view: the examples, w and b, and how they are climbed down."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from core import _arguments
from core.labelled import Labelled
from core.landscape import Region

METHODS = ("descent", "newton")
SLICES = ("w", "b")
PLOTS = ("prediction", "landscape")
LARGEST = 1e154
"""The largest |w| and |b|."""
RATES = (1e-12, 1e12)
"""The least and the largest learning rate."""
MOST_STEPS = 100_000
LARGEST_SEED = 2**63 - 1


@dataclass(frozen=True)
class Climber:
    """How w and b go down the landscape, step by step, and how far they have gone.

    Attributes:
        method: one of `METHODS`: gradient descent, or Newton's method.
        rate: the learning rate η of gradient descent, in `RATES`.
        single: whether each step of gradient descent looks at one example alone, in an order drawn
            from `seed`; else at all of them.
        seed: of that order, from 0 to 2⁶³ − 1.
        total: whether the gradient is that of the sum over the examples, not of their mean: N times
            the learning rate, and nothing else. It plays no part where `single`.
        standardised: whether gradient descent walks in (x − mean)/deviation; else in x as given.
        start: the (w, b) that the path begins with; None before the first step.
        step: how many steps have been gone, at most `MOST_STEPS`.
    """

    method: str = "descent"
    rate: float = 1.0
    single: bool = False
    seed: int = 1
    total: bool = False
    standardised: bool = True
    start: tuple[float, float] | None = None
    step: int = 0

    def __post_init__(self) -> None:
        """Check every field.

        Raises:
            ValueError: if a field is not as described.
        """
        if self.method not in METHODS:
            raise ValueError(f"method must be one of {', '.join(METHODS)}, got {self.method!r}")
        rate = _finite("rate", self.rate)
        if not RATES[0] <= rate <= RATES[1]:
            raise ValueError(f"rate must be in [{RATES[0]:g}, {RATES[1]:g}], got {rate!r}")
        object.__setattr__(self, "rate", rate)
        _arguments.whole("seed", self.seed, 0, LARGEST_SEED)
        _arguments.whole("step", self.step, 0, MOST_STEPS)
        for name in ("single", "total", "standardised"):
            if not isinstance(getattr(self, name), bool):
                raise ValueError(f"{name} must be True or False, got {getattr(self, name)!r}")
        if self.start is not None:
            object.__setattr__(self, "start", _weights("start", self.start))
        elif self.step:
            raise ValueError("start must be known when steps have been gone")


@dataclass(frozen=True)
class ModelLook:
    """How the Model view is looked at, which has no history.

    Attributes:
        slice_along: what the slice runs along, one of `SLICES`.
        region: the part of the landscape that was chosen to be seen; None for the usual one.
        plots: the plots shown, of `PLOTS`, at least one.
    """

    slice_along: str = "w"
    region: Region | None = None
    plots: tuple[str, ...] = PLOTS

    def __post_init__(self) -> None:
        """Check every field.

        Raises:
            ValueError: if a field is not as described.
        """
        if self.slice_along not in SLICES:
            raise ValueError(f"slice_along must be w or b, got {self.slice_along!r}")
        if self.region is not None and not isinstance(self.region, Region):
            raise ValueError(f"region must be a Region, got {_arguments.shown(self.region)}")
        given = self.plots if isinstance(self.plots, (tuple, list)) else ()
        ordered = tuple(kind for kind in PLOTS if kind in given)
        if not ordered or len(ordered) != len(given):
            shown = _arguments.shown(self.plots)
            raise ValueError(f"plots must be some of {', '.join(PLOTS)}, got {shown}")
        object.__setattr__(self, "plots", ordered)


@dataclass(frozen=True)
class ModelState:
    """All that the user chose in the Model view; equal states look the same.

    Attributes:
        data: the examples.
        source: where they come from, an example's id, "file:…" or "random:…"; "" for none.
        w: the weight of the model f(x) = σ(w·x + b).
        b: its bias.
        shared: whether all examples share one π: w counts as 0 then, whatever it is.
        climber: how w and b are moved by themselves.
        true: the (w, b) that the examples were drawn with; None where nobody knows.
    """

    data: Labelled = field(default_factory=Labelled)
    source: str = ""
    w: float = 0.0
    b: float = 0.0
    shared: bool = False
    climber: Climber = field(default_factory=Climber)
    true: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        """Check every field.

        Raises:
            ValueError: if a field is not as described.
        """
        if not isinstance(self.data, Labelled):
            raise ValueError(f"data must be Labelled, got {_arguments.shown(self.data)}")
        if not isinstance(self.climber, Climber):
            raise ValueError(f"climber must be a Climber, got {_arguments.shown(self.climber)}")
        if not isinstance(self.source, str):
            raise ValueError(f"source must be a string, got {_arguments.shown(self.source)}")
        if not isinstance(self.shared, bool):
            raise ValueError(f"shared must be True or False, got {self.shared!r}")
        object.__setattr__(self, "w", _weight("w", self.w))
        object.__setattr__(self, "b", _weight("b", self.b))
        if self.true is not None:
            object.__setattr__(self, "true", _weights("true", self.true))

    @property
    def weights(self) -> tuple[float, float]:
        """The (w, b) that count: w is 0 where all examples share one π."""
        return (0.0 if self.shared else self.w), self.b


def _finite(name: str, value: float) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError(f"{name} must be a number, got {_arguments.shown(value)}")
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise ValueError(f"{name} must be finite, got {_arguments.shown(value)}")
    return number + 0.0


def _weight(name: str, value: float) -> float:
    number = _finite(name, value)
    if abs(number) > LARGEST:
        raise ValueError(f"{name} must be at most {LARGEST:g} in size, got {number!r}")
    return number


def _weights(name: str, value: object) -> tuple[float, float]:
    if not isinstance(value, (tuple, list)) or len(value) != len(("w", "b")):
        raise ValueError(f"{name} must be a pair (w, b) or None, got {_arguments.shown(value)}")
    w, b = value
    return _weight(name, w), _weight(name, b)
