"""The formulas that a lesson can show in its box: in general, with numbers, and their value."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING

from core.evidence import inverse_integral, likelihood_integral
from core.scientific import format_count, format_number, format_probability, format_scaled
from gui import equations
from gui.equations import EQUALS, MEDIUM, PI_HAT, THIN, word
from gui.formula import BigOperator, Fraction, Lit, Node, Script, Text, italic, number, row
from gui.i18n import translate
from gui.plot_series import KINDS

if TYPE_CHECKING:
    from core.snapshot import Snapshot

Forms = tuple[Callable[[], Node], ...]
"""Makers of one line, the fullest first."""

# Their line of numbers has a term of the ones and one of the zeros.
HAS_TERMS = (*KINDS, "score", "information")

_PI = italic("π")
_K, _N = italic("k"), italic("n")
_ONE_MINUS_PI = row("1", THIN, "−", THIN, _PI)


def lines_of(name: str, snapshot: Snapshot, lit: int | None) -> list[Forms]:
    """The lines above the value: the formula, and what it is today.

    Args:
        name: of `core.lessons.lesson.FORMULAS`.
        snapshot: the numbers.
        lit: 1 or 0 puts a frame around the ones' or the zeros' term.
    """
    if name in KINDS:
        return [(lambda: equations.general(name),), equations.substituted(name, snapshot, lit)]
    if name == "decomposition":
        numbers = equations.decomposition_numbers(snapshot)
        lines: list[Forms] = [(equations.decomposition,)]
        if numbers is not None and not snapshot.state.hides("optimum"):
            lines.append((lambda: row("≈ ", numbers),))
        return lines
    if name in ("score", "information"):
        return [(lambda: _GENERAL[name]()[0],), (lambda: _shares(name, snapshot, lit),)]
    if name == "pmf":
        return [(lambda: _GENERAL[name]()[0],), (lambda: _both_cases(snapshot, lit),)]
    return [(partial(_same, node),) for node in _GENERAL[name]()]


def _same(node: Node) -> Node:
    return node


def value_of(name: str, snapshot: Snapshot) -> Node | None:
    """The last line: the value with its sign; None where the formula has none."""
    if name in KINDS:
        return equations.value_node(name, snapshot)[0]
    if name in ("pmf", "logistic"):
        return None
    if name == "score":
        # At π̂ the π that is meant is k/n itself, which need not be a float64.
        top = snapshot.pi == snapshot.mle and 0 < snapshot.k < snapshot.n
        return _value(0.0 if top else snapshot.score)
    if name == "information":
        return _value(snapshot.observed_information)
    if name == "integral":
        return _integral(snapshot)
    if snapshot.state.hides("optimum"):
        return row("= ", word("?", "current"))
    if name == "decomposition":
        return equations.value_node("bce", snapshot)[0]
    return equations.estimate(snapshot) or word(translate("Lessons", "undefined"), "current")


def _value(value: float) -> Node:
    if math.isnan(value):
        return word(translate("Lessons", "undefined"), "current")
    exact = math.isinf(value) or value == float(f"{value:.3e}")
    return row("= " if exact else "≈ ", number(format_number(value), strong=True))


def _integral(snapshot: Snapshot) -> Node:
    mantissa, exponent10 = likelihood_integral(snapshot.k, snapshot.n)
    whole = inverse_integral(snapshot.k, snapshot.n)
    text = number(format_scaled(mantissa, exponent10), strong=True)
    if whole is None or whole >= 10**12:
        return row("≈ ", text)
    if whole == 1:
        return row("= ", number("1", strong=True))
    return row("= ", Fraction(Text("1"), Text(str(whole))), " ≈ ", text)


def _term(node: Node, value: int, lit: int | None) -> Node:
    return Lit(node, "ones" if value else "zeros_text") if value == lit else node


def _shares(name: str, snapshot: Snapshot, lit: int | None) -> Node:
    """k/π − (n−k)/(1−π), or the squares of π and 1 − π with a plus, in numbers."""
    pi, complement = equations.pi_texts(snapshot)
    power = 2 if name == "information" else 1
    terms = []
    for count, base, role in (
        (snapshot.k, pi, "ones"),
        (snapshot.n - snapshot.k, complement, "zeros_text"),
    ):
        below: Node = number(base, role)
        if power == 2:
            below = Script(row(Text("(", role), below, Text(")", role)), above=Text("2", role))
        terms.append(
            Fraction(Text(format_count(count), role), below, role) if count else Text("0", role)
        )
    sign = "+" if power == 2 else "−"
    return row("= ", _term(terms[0], 1, lit), row(MEDIUM, sign, MEDIUM), _term(terms[1], 0, lit))


def _both_cases(snapshot: Snapshot, lit: int | None) -> Node:
    ones, zeros = format_probability(snapshot.pi), equations.pi_texts(snapshot)[1]
    return row(
        _term(row(italic("f", "ones"), Text("(1) = π = ", "ones"), number(ones, "ones")), 1, lit),
        Text(",    "),
        _term(
            row(
                italic("f", "zeros_text"),
                Text("(0) = 1−π = ", "zeros_text"),
                number(zeros, "zeros_text"),
            ),
            0,
            lit,
        ),
    )


@cache
def _score() -> tuple[Node, ...]:
    return (
        row(
            Text("ℓ′("),
            *(_PI, ")", EQUALS, Fraction(_K, _PI), MEDIUM, "−", MEDIUM),
            Fraction(row(_N, THIN, "−", THIN, _K), _ONE_MINUS_PI),
        ),
    )


@cache
def _information() -> tuple[Node, ...]:
    return (
        row(
            Text("−ℓ″("),
            *(_PI, ")", EQUALS, Fraction(_K, Script(_PI, above=Text("2"))), MEDIUM, "+", MEDIUM),
            Fraction(
                row(_N, THIN, "−", THIN, _K),
                Script(row("(", _ONE_MINUS_PI, ")"), above=Text("2")),
            ),
        ),
    )


@cache
def _pmf() -> tuple[Node, ...]:
    y = italic("y")
    return (
        row(
            *(italic("f"), "(", y, "; ", _PI, ")", EQUALS),
            Script(_PI, above=y),
            Script(row("(1", THIN, "−", THIN, _PI, ")"), above=row("1−", y)),
        ),
    )


@cache
def _estimate() -> tuple[Node, ...]:
    return (row(PI_HAT, EQUALS, Fraction(_K, _N)),)


@cache
def _area() -> tuple[Node, ...]:
    return (
        row(
            BigOperator("∫", Text("0"), Text("1")),
            *(THIN, italic("L"), "(", _PI, THIN, "|", THIN, italic("y"), ") d", _PI, EQUALS),
            Fraction(
                row(_K, "! (", _N, THIN, "−", THIN, _K, ")!"), row("(", _N, THIN, "+", THIN, "1)!")
            ),
        ),
    )


@cache
def _same_place() -> tuple[Node, ...]:
    return (
        row("argmax ", italic("L"), EQUALS, "argmax ℓ"),
        row("= ", "argmin (−ℓ)", EQUALS, "argmin BCE"),
    )


@cache
def _logistic() -> tuple[Node, ...]:
    x, w, b = italic("x"), italic("w"), italic("b")
    line = (w, THIN, x, THIN, "+", THIN, b)
    return (
        row(
            *(italic("f"), "(", x, ")", EQUALS, italic("σ"), "(", *line, ")", EQUALS),
            Fraction(
                Text("1"),
                row("1", THIN, "+", THIN, Script(italic("e"), above=row("−(", *line, ")"))),
            ),
        ),
    )


_GENERAL: dict[str, Callable[[], tuple[Node, ...]]] = {
    "score": _score,
    "information": _information,
    "pmf": _pmf,
    "mle": _estimate,
    "integral": _area,
    "argmax": _same_place,
    "logistic": _logistic,
}
