"""The chart of the lab "Libraries at the edge": losses over the decades of the distance to it."""

from __future__ import annotations

import math

import numpy as np

from core import edge_rules
from core.edge_curves import FARTHEST, edge_curve, true_curve
from core.scientific import format_number, superscript
from gui.i18n import translate
from gui.labs.chart import Axis, Line, Note, Picture
from gui.ticks import Ticks

TOP = 112.0
STEP = 10


def decade_ticks(*, at_one: bool) -> Ticks:
    """The axis' labels: the π that stand there."""
    values = [float(x) for x in range(0, int(FARTHEST) + 1, STEP)]
    start = "1−" if at_one else ""
    texts = [f"{start}10{superscript(-int(x))}" for x in values]
    texts[0] = "0" if at_one else "1"
    return Ticks(values, texts)


def picture(*, at_one: bool) -> Picture:
    """All of the chart that stands still.

    Args:
        at_one: whether π goes to 1 and a zero is observed; else to 0 and a one.
    """
    lines: list[Line] = []
    if at_one:
        # What mathematics says where float64 has no π left.
        lines.append(Line(*true_curve(), "muted", 1.4, dashed=True))
    for rule, role, width, dashed in (
        (edge_rules.JAX, "optimum", 1.6, True),
        (edge_rules.PYTORCH, "zeros", 1.8, False),
        (edge_rules.SCIKIT_LEARN, "ones", 1.8, False),
        (edge_rules.SCIKIT_LEARN_32, "ones", 1.8, False),
        (edge_rules.KERAS, "truth", 1.8, True),
        # The topmost: what they share with it is right.
        (edge_rules.EXACT, "curve", 2.4, False),
    ):
        x, y = edge_curve(rule, at_one=at_one)
        lines.append(Line(x, np.where(np.isfinite(y), y, math.nan), role, width, dashed=dashed))
    return Picture(
        title=title(at_one=at_one),
        unit=translate("Plots", "nats"),
        x=Axis(0.0, FARTHEST, decade_ticks(at_one=at_one)),
        y=Axis(0.0, TOP),
        lines=tuple(lines),
        notes=end_notes(at_one=at_one),
    )


def title(*, at_one: bool) -> str:
    """What the chart shows."""
    if at_one:
        return translate("Libraries lab", "Loss of a zero, −log(1−π), as π → 1")
    return translate("Libraries lab", "Loss of a one, −log π, as π → 0")


def end_notes(*, at_one: bool) -> tuple[Note, ...]:
    """The lines' names at their ends, each with where it stays."""
    outcome, edge = (0, 1.0) if at_one else (1, 0.0)

    def flat(rule: edge_rules.Rule) -> float:
        return rule.loss(outcome, edge)

    torch, sklearn, single, keras = (
        flat(rule)
        for rule in (
            edge_rules.PYTORCH,
            edge_rules.SCIKIT_LEARN,
            edge_rules.SCIKIT_LEARN_32,
            edge_rules.KERAS,
        )
    )
    exact = (
        translate("Libraries lab", "exact, SciPy: ∞ from 1 − 10⁻¹⁷ on (float64)")
        if at_one
        else translate("Libraries lab", "exact, SciPy: rises for ever")
    )
    jax = (
        translate("Libraries lab", "JAX: ∞ from 1 − 10⁻⁸ on (float32)")
        if at_one
        else translate("Libraries lab", "JAX: ∞ from 10⁻⁴⁶ on (float32)")
    )
    x, y = (16.0, 36.8) if at_one else (27.0, 27.0 * math.log(10.0))
    return (
        Note(x, y, exact, "curve", strong=True, required=True),
        Note(
            44.0 if not at_one else 30.0,
            torch,
            f"PyTorch: {format_number(torch)}",
            "zeros_text",
        ),
        Note(38.0, sklearn, f"scikit-learn float64: {format_number(sklearn)}", "ones"),
        Note(
            34.0,
            single,
            f"scikit-learn float32: {format_number(single)}, Keras: {format_number(keras)}",
            "current",
        ),
        Note(8.0 if at_one else 45.0, 18.0 if at_one else 103.6, jax, "optimum"),
    )
