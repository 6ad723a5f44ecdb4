"""The formulas of the chain: of each step, and of the curve that it has come to."""

from __future__ import annotations

from functools import cache

from gui.equations import MEDIUM, THIN
from gui.formula import BigOperator, Fraction, Node, Script, Text, italic, row

_PI = italic("π")
_Y_I = Script(italic("y"), below=italic("i"))

Steps = tuple[bool, bool, bool, bool]
"""Whether the product, the logarithm, ×(−1) and ×1/N are on."""


@cache
def step_formulas(i: int) -> tuple[Node, ...]:
    """What step `i` does, in full and for narrow places."""
    return (
        (
            row(BigOperator("∏"), THIN, italic("f"), THIN, "(", _Y_I, ";", THIN, italic("π"), ")"),
            row(BigOperator("∏"), THIN, italic("f")),
        ),
        (Text("log"),),
        (Text("×(−1)"),),
        (row("×", THIN, _one_over_n()),),
    )[i]


def _one_over_n(role: str = "current") -> Node:
    return Fraction(Text("1", role), italic("N", role), role)


@cache
def operator(extremum: str | None) -> Node | None:
    """The argmax or the argmin over π, to stand before the expression; None for neither."""
    if extremum is None:
        return None
    sign = "▲" if extremum == "max" else "▼"
    name = BigOperator(f"arg{extremum}", below=italic("π", "optimum"), role="optimum")
    return row(Text(sign, "optimum"), THIN, name, MEDIUM)


@cache
def expression(steps: Steps) -> Node:
    """The curve of the moment; its parentheses let the minus reach both terms."""
    product, log, minus, mean = steps
    parts: list[Node | str] = []
    if minus:
        parts.append(Text("−", "warning"))
    if mean:
        parts += [_one_over_n(), THIN]
    if not product:
        one = Text("1")
        # A number of its own, or a factor in brackets.
        parts += ["log", THIN, one] if log else [row("·", THIN, one) if mean else one]
        return row(*parts)
    if not log:
        return row(*parts, *_product())
    return row(*parts, *_sum())


def _product() -> tuple[Node | str, ...]:
    factor = row(italic("f"), THIN, "(", _Y_I, ";", THIN, _PI, ")")
    return (BigOperator("∏", below=italic("i")), THIN, factor)


def _sum() -> tuple[Node | str, ...]:
    return (
        BigOperator("∑", below=italic("i")),
        THIN,
        *("[", THIN, _Y_I, THIN, "log", THIN, _PI, MEDIUM, "+", MEDIUM),
        *("(1−", _Y_I, ")", THIN, "log(1−", _PI, ")", THIN, "]"),
    )
