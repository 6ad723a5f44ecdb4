"""What a lab's chart shows: plain values, in the units of the data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from gui.ticks import Ticks

Kind = Literal["diamond", "dot", "ring", "cross", "tick"]


@dataclass(frozen=True, eq=False)
class Line:
    """A curve.

    Attributes:
        x: where it goes, in the units of the x axis.
        y: likewise; where either is not finite nothing is drawn.
        role: of the theme.
        width: of the pen, in the design's pixels.
        dashed: whether it is.
        fill: a role: the area between the curve and 0 (or the lower end of the axis, where 0 is
            not on it) is filled softly; "" fills nothing.
    """

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    role: str = "curve"
    width: float = 2.2
    dashed: bool = False
    fill: str = ""


@dataclass(frozen=True)
class Mark:
    """A sign at a point; out of sight it is not drawn."""

    x: float
    y: float
    kind: Kind = "diamond"
    role: str = "optimum"


@dataclass(frozen=True)
class Note:
    """Words near a point, where they cover nothing.

    Attributes:
        x: of the point.
        y: of the point.
        text: the words; they are set in two or three lines where one has no room.
        role: of the theme.
        strong: semi-bold.
        required: whether it goes to the least bad place where no free one is near; else it is
            left out.
        near: whether it stands right beside its point in one line, or is left out.
    """

    x: float
    y: float
    text: str
    role: str = "muted"
    strong: bool = False
    required: bool = False
    near: bool = False


@dataclass(frozen=True)
class Rule:
    """A line right across the chart.

    Attributes:
        at: its x, or its y.
        upright: whether it is an x.
        role: of the theme.
        dashed: whether it is.
        text: its name, which stands beside it where there is room; "" for none.
    """

    at: float
    upright: bool
    role: str = "muted"
    dashed: bool = False
    text: str = ""


@dataclass(frozen=True)
class Axis:
    """One of the two axes.

    Attributes:
        low: the lower end.
        high: the upper end.
        ticks: where it is labelled; None leaves that to the room there is.
        title: what is counted; of the x axis below it, of the y axis beside the heading.
    """

    low: float
    high: float
    ticks: Ticks | None = None
    title: str = ""


@dataclass(frozen=True, eq=False, kw_only=True)
class Picture:
    """All of a chart that stands still.

    Attributes:
        title: the heading.
        x: the x axis.
        y: the y axis.
        unit: of the values, beside the heading; "" for none.
        lines: the curves, from the lowest to the topmost.
        marks: the signs on them.
        notes: the words; those that come first choose their place first.
        rules: the lines right across.
    """

    title: str
    x: Axis
    y: Axis
    unit: str = ""
    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    notes: tuple[Note, ...] = ()
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True)
class Now:
    """What moves over the picture.

    Attributes:
        x: of the upright line; None, or out of sight: no line.
        dots: the points that move.
        chip: what the sign over the line says; "" for no sign.
        arrow: 1 where the value is above the chart, −1 where it is below, 0 for neither.
    """

    x: float | None = None
    dots: tuple[tuple[float, float], ...] = ()
    chip: str = ""
    arrow: int = 0
