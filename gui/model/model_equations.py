"""The formulas of the model, in general and with the numbers of the moment in them."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING

import numpy as np

from core import logistic
from core.scientific import MINUS, format_number, format_power
from gui.equations import EQUALS, MEDIUM, THIN, word
from gui.formula import BigOperator, Fraction, Hat, Node, Script, Text, italic, number, row
from gui.i18n import translate
from gui.model.typed_number import is_exact, short_text

if TYPE_CHECKING:
    from core.model_snapshot import ModelSnapshot
    from core.snapshot import Snapshot

_I = italic("i")
_Y_I = Script(italic("y"), below=_I)
_Y_HAT_I = Script(Hat(italic("y")), below=_I)
_F_OF_X = row(italic("f"), "(", italic("x"), ")")
PLUS, DOT = row(MEDIUM, "+", MEDIUM), row(THIN, "·", THIN)
APPROXIMATELY = row(MEDIUM, "≈", MEDIUM)
SPACE = "\u2003"  # as wide as the type is tall
# Nearer to 0 or 1 than this, three digits of a probability say nothing.
NEAR = 5e-4
# What is smaller has lost digits, or is 0 although it is not.
NORMAL = sys.float_info.min
_DIGITS = 4  # of a slope, at most
# What rounds off of a slope, at most, in the mean size of its terms: three units in the last place
# of a residual, one of its product with x, and those of the sum.
ROUNDED_OFF = 8 * 2.0**-52


@cache
def model_general(*, shared: bool = False) -> Node:
    """The model as in a textbook: f(x) = σ(w·x + b); with one shared π, f(x) = σ(b)."""
    inner = () if shared else (italic("w"), DOT, italic("x"), PLUS)
    return row(_F_OF_X, EQUALS, "σ(", *inner, italic("b"), ")")


@cache
def loss_general() -> Node:
    """The binary cross-entropy; its brackets let the minus reach both terms."""
    return row(
        *("−", Fraction(Text("1"), italic("N")), THIN, BigOperator("∑"), THIN),
        *("[", _Y_I, THIN, "log", THIN, _Y_HAT_I, MEDIUM, "+", MEDIUM),
        *("(1−", _Y_I, ")", THIN, "log(1−", _Y_HAT_I, ")", THIN, "]"),
    )


def probability_text(w: float, b: float, x: float = 0.0) -> tuple[str, bool]:
    """σ(w·x + b) as text, and whether that is exact: near 1 its distance from 1 is written."""
    pi = float(logistic.predict(x, w, b))
    rest = float(logistic.predict(-x, w, -b))
    if pi == 0.5:
        return "0.5", True
    # Too near for a float64, it is still neither 0 nor 1.
    if rest < NEAR:
        return f"1 {MINUS} {_small(rest, 2, x, w, b)}", False
    return _small(pi, 3, x, w, b), False


def _small(value: float, digits: int, x: float, w: float, b: float) -> str:
    """The smaller of σ(w·x + b) and the rest, which float64 may not hold."""
    if value < NORMAL:
        return format_power(logistic.log10_tail(x, w, b), digits)
    return format_number(value, digits)


def _sum(w: str, b: str) -> Node:
    """w·x + b with numbers in it; a negative b is taken away."""
    sign = MINUS if b.startswith(MINUS) else "+"
    return row(
        *(number(w), DOT, italic("x"), MEDIUM, sign, MEDIUM),
        number(b.removeprefix(MINUS)),
    )


def model_numbers(model: ModelSnapshot, digits: int = 4) -> Node:
    """σ(−0.1314·x + 8.446) with = or ≈ before it; with one shared π its value."""
    w, b = model.w, model.b
    exact = is_exact(w, digits) and is_exact(b, digits)
    equals = EQUALS if exact else APPROXIMATELY
    if not model.state.shared:
        return row(equals, "σ(", _sum(short_text(w, digits), short_text(b, digits)), ")")
    text, exact = probability_text(0.0, b)
    return row(EQUALS, italic("π"), EQUALS if exact else APPROXIMATELY, number(text))


def model_line(model: ModelSnapshot) -> tuple[Callable[[], Node], ...]:
    """The model and its numbers in one line: makers of it, the fullest first."""
    general = model_general(shared=model.state.shared)
    return (
        lambda: row(general, model_numbers(model)),
        lambda: row(general, model_numbers(model, 3)),
        lambda: row(_F_OF_X, model_numbers(model, 3)),
        lambda: row(_F_OF_X, model_numbers(model, 2)),
    )


def loss_text(snapshot: Snapshot) -> tuple[str, bool]:
    """BCE in the unit shown, and whether that text is rounded; "" where it is undefined."""
    model = snapshot.model
    if model is None or model.binary_cross_entropy is None:
        return "", False
    exact = snapshot.in_unit(model.binary_cross_entropy)
    if model.binary_cross_entropy < NORMAL:
        # No loss of a finite w and b is 0: this one is too small for a float64.
        log10 = logistic.log10_mean_tail(model.state.data.x, model.w, model.b)
        return format_power(snapshot.log10_in_unit(log10)), True
    return format_number(exact), exact != float(f"{exact:.3e}")


def loss_value(snapshot: Snapshot) -> tuple[Node, str]:
    """BCE with its sign before it, and its text in plain characters."""
    text, rounded = loss_text(snapshot)
    if text:
        return row("≈ " if rounded else "= ", number(text, strong=True)), text
    text = translate("Model", "undefined")
    return word(text, "current"), text


def gradient_line(snapshot: Snapshot) -> tuple[Callable[[], Node], ...]:
    """∂BCE/∂w and ∂BCE/∂b, the former where w counts: makers, the fullest first."""
    model = snapshot.model
    if model is None or model.gradient is None:
        return ()
    right = right_digits(model)
    slopes = {
        name: (snapshot.in_unit(slope), digits)
        for name, slope, digits in zip("wb", model.gradient, right, strict=True)
    }
    if model.state.shared:
        del slopes["w"]
    return tuple(partial(_slopes, slopes, digits) for digits in (4, 3, 2))


def right_digits(model: ModelSnapshot) -> tuple[int, int]:
    """How many of the first four digits of ∂BCE/∂w and of ∂BCE/∂b are no rounding error.

    At the fit both are sums of terms that cancel, and what is left of them may have not one digit.
    """
    if model.gradient is None:
        return 0, 0
    data = model.state.data
    low, high = data.span or (0.0, 0.0)
    most = (max(high, -low), 1.0)
    # Away from the fit the largest that the terms may be says enough, without a look at them.
    found = [_digits(slope, size) for slope, size in zip(model.gradient, most, strict=True)]
    if min(found) < _DIGITS:
        sizes = np.abs(model.predictions() - data.y)
        mean = float((np.abs(data.x) / data.n * sizes).sum()), float(sizes.mean())
        found = [_digits(slope, size) for slope, size in zip(model.gradient, mean, strict=True)]
    return found[0], found[1]


def _digits(slope: float, size: float) -> int:
    error = ROUNDED_OFF * size
    if slope == 0.0 or error == 0.0 or not math.isfinite(slope):
        return _DIGITS
    return max(0, min(_DIGITS, math.floor(math.log10(abs(slope)) - math.log10(error))))


def _slopes(slopes: dict[str, tuple[float, int]], digits: int) -> Node:
    parts: list[Node | str] = []
    for name, (slope, right) in slopes.items():
        sign = EQUALS if slope == 0.0 else APPROXIMATELY
        if not math.isfinite(slope):
            text = short_text(slope)
        else:
            text = format_number(slope, min(digits, right)) if right else "0"
        parts += [
            *(SPACE if parts else "", Text("∂/∂", "muted"), italic(name, "muted"), sign),
            number(text),
        ]
    return row(*parts)
