"""The three formulas, in general and with the numbers of the moment in them."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from core.scientific import (
    complement_text,
    format_number,
    format_probability,
    format_scaled,
    is_exact_text,
)
from gui.formula import (
    BigOperator,
    Fraction,
    Hat,
    Lit,
    Node,
    Script,
    Text,
    italic,
    number,
    row,
)
from gui.i18n import translate
from gui.plot_series import CROSS_ENTROPY, LIKELIHOOD, LOG_LIKELIHOOD

if TYPE_CHECKING:
    from core.snapshot import Snapshot

# U+2009 is a thin space, U+2005 one of a quarter em.
THIN, MEDIUM = "\u2009", "\u2005"
_Y_I = Script(italic("y"), below=italic("i"))
_PI = italic("π")
PI_HAT = Hat(_PI)
_ONE_MINUS_PI = row("(1", THIN, "−", THIN, _PI, ")")
_ONE_MINUS_Y = row("1−", _Y_I)
_FROM, _TO = row(italic("i"), "=1"), italic("n")
_GIVEN_Y = row("(", _PI, THIN, "|", THIN, italic("y"), ")")
EQUALS = row(MEDIUM, "=", MEDIUM)


@cache
def general(kind: str) -> Node:
    """The formula of a quantity, as in a textbook."""
    if kind == LIKELIHOOD:
        return row(
            italic("L"),
            _GIVEN_Y,
            EQUALS,
            BigOperator("∏", _FROM, _TO),
            THIN,
            Script(_PI, above=_Y_I),
            Script(_ONE_MINUS_PI, above=_ONE_MINUS_Y),
        )
    if kind == LOG_LIKELIHOOD:
        return row(
            "ℓ",
            _GIVEN_Y,
            EQUALS,
            BigOperator("∑", _FROM, _TO),
            THIN,
            *("[", _Y_I, THIN, "log", THIN, _PI, MEDIUM, "+", MEDIUM),
            *("(1−", _Y_I, ")", THIN, "log(1−", _PI, ")]"),
        )
    return row(
        "BCE(",
        _PI,
        ")",
        EQUALS,
        "−",
        Fraction(Text("1"), italic("n")),
        THIN,
        "ℓ",
        _GIVEN_Y,
    )


@cache
def decomposition() -> Node:
    """BCE as entropy plus divergence."""
    return row(
        "BCE(",
        _PI,
        ")",
        EQUALS,
        italic("H"),
        "(",
        PI_HAT,
        ")",
        MEDIUM,
        "+",
        MEDIUM,
        "KL(",
        PI_HAT,
        THIN,
        "‖",
        THIN,
        _PI,
        ")",
    )


def pi_texts(snapshot: Snapshot) -> tuple[str, str]:
    """π and 1 − π as the formulas write them."""
    text = format_probability(snapshot.pi, 1)
    return text, complement_text(snapshot.pi)


def substituted(
    kind: str, snapshot: Snapshot, lit: int | None = None
) -> tuple[Callable[[], Node], ...]:
    """The formula with today's numbers: makers of it, the fullest first, then shorter forms.

    Args:
        kind: L, ℓ or BCE.
        snapshot: the numbers.
        lit: 1 or 0 puts a frame around the ones' or the zeros' term.
    """
    if snapshot.n == 0:
        return (lambda: _empty(kind),)
    if kind == LIKELIHOOD:
        return (lambda: _likelihood(snapshot, lit),)
    if kind == LOG_LIKELIHOOD:
        return (
            lambda: _log_likelihood(snapshot, lit),
            lambda: _two_shares(
                snapshot.ones_log_likelihood, snapshot.zeros_log_likelihood, snapshot, lit
            ),
        )
    return (
        lambda: _cross_entropy(snapshot, lit),
        lambda: _two_shares(
            snapshot.ones_cross_entropy or 0.0, snapshot.zeros_cross_entropy or 0.0, snapshot, lit
        ),
    )


def _term(node: Node, value: int, lit: int | None) -> Node:
    """The term of the ones or of the zeros, in a frame while one of them is pointed at."""
    return Lit(node, "ones" if value else "zeros_text") if value == lit else node


def _empty(kind: str) -> Node:
    if kind == LIKELIHOOD:
        return row("= ", Script(_PI, above=Text("0")), Script(_ONE_MINUS_PI, above=Text("0")))
    if kind == LOG_LIKELIHOOD:
        return Text("= 0")
    return row("= −", Fraction(Text("0"), Text("0")))


def _likelihood(snapshot: Snapshot, lit: int | None) -> Node:
    pi, complement = pi_texts(snapshot)
    zeros = snapshot.n - snapshot.k
    return row(
        "= " if is_exact_text(snapshot.pi) else "≈ ",
        _term(_power(pi, snapshot.k, "ones"), 1, lit),
        row(MEDIUM, "·", MEDIUM),
        _term(_power(complement, zeros, "zeros_text"), 0, lit),
    )


def _power(base: str, exponent: int, role: str) -> Node:
    """A number to a power; one that has a power of ten of its own is put in brackets."""
    node = number(base, role)
    if not isinstance(node, Text) or " " in base:
        node = row(Text("(", role), node, Text(")", role))
    return Script(node, above=Text(str(exponent), role))


def _factor(text: str, role: str) -> Node:
    """A number behind a · or a +: a negative one in brackets."""
    if not text.startswith("−"):
        return number(text, role)
    return row(Text("(", role), number(text, role), Text(")", role))


def _sign(*losses: float) -> str:
    """= where each factor is written exactly (0 and ∞ are), else ≈."""
    return "= " if all(loss in (0.0, math.inf) for loss in losses) else "≈ "


def _product(count: int, factor: str, role: str) -> Node:
    """count·(factor); where nothing of the kind was observed 0, also if its logarithm is −∞."""
    if count == 0:
        return Text("0", role)
    return row(Text(f"{count}·", role), _factor(factor, role))


def _log_likelihood(snapshot: Snapshot, lit: int | None) -> Node:
    # 0.0 − x, not −x: the logarithm of 1 is 0, not −0.
    log_one = format_number(snapshot.in_unit(0.0 - snapshot.loss_of_one))
    log_zero = format_number(snapshot.in_unit(0.0 - snapshot.loss_of_zero))
    return row(
        _sign(snapshot.loss_of_one, snapshot.loss_of_zero),
        _term(_product(snapshot.k, log_one, "ones"), 1, lit),
        row(MEDIUM, "+", MEDIUM),
        _term(_product(snapshot.n - snapshot.k, log_zero, "zeros_text"), 0, lit),
    )


def _two_shares(ones: float, zeros: float, snapshot: Snapshot, lit: int | None) -> Node:
    return row(
        _sign(abs(ones), abs(zeros)),
        _term(number(format_number(snapshot.in_unit(ones)), "ones"), 1, lit),
        row(MEDIUM, "+", MEDIUM),
        _term(_factor(format_number(snapshot.in_unit(zeros)), "zeros_text"), 0, lit),
    )


def _cross_entropy(snapshot: Snapshot, lit: int | None) -> Node:
    return row(
        _sign(snapshot.loss_of_one, snapshot.loss_of_zero),
        _term(_mean_share(snapshot.k, snapshot.loss_of_one, "ones", snapshot), 1, lit),
        row(MEDIUM, "+", MEDIUM),
        _term(
            _mean_share(snapshot.n - snapshot.k, snapshot.loss_of_zero, "zeros_text", snapshot),
            0,
            lit,
        ),
    )


def _mean_share(count: int, loss: float, role: str, snapshot: Snapshot) -> Node:
    if count == 0:
        return Text("0", role)
    return row(
        Fraction(Text(str(count), role), Text(str(snapshot.n), role), role),
        Text("·", role),
        number(format_number(snapshot.in_unit(loss)), role),
    )


def estimate(snapshot: Snapshot, *, fraction: bool = True) -> Node | None:
    """The maximum likelihood estimate, with k/n before its value; None without observations."""
    if snapshot.mle is None:
        return None
    text = format_probability(snapshot.mle)
    counts = f" = {snapshot.k}/{snapshot.n}" if fraction else ""
    return row(
        Hat(italic("π", "optimum"), "optimum"),
        Text(counts, "optimum"),
        Text(" = " if is_exact_text(snapshot.mle) else " ≈ ", "optimum"),
        number(text, "optimum", strong=True),
    )


def word(text: str, role: str = "muted") -> Node:
    """A word in place of a number."""
    return Text(text, role, words=True)


def value(kind: str, snapshot: Snapshot) -> tuple[str, bool]:
    """The value of a quantity as text, and whether that text is rounded.

    The text is "" where the value is undefined.
    """
    if kind == LIKELIHOOD:
        mantissa, exponent10 = snapshot.likelihood_mantissa, snapshot.likelihood_exponent10
        text = format_scaled(mantissa, exponent10)
        return text, mantissa != float(f"{mantissa:.3e}")
    if kind == LOG_LIKELIHOOD:
        exact, digits = snapshot.in_unit(snapshot.log_likelihood), 5
    elif snapshot.binary_cross_entropy is None:
        return "", False
    else:
        exact, digits = snapshot.in_unit(snapshot.binary_cross_entropy), 4
    return format_number(exact, digits), exact != float(f"{exact:.{digits - 1}e}")


def value_node(kind: str, snapshot: Snapshot) -> tuple[Node, str]:
    """The value of a quantity with its sign before it, and its text in plain characters."""
    text, rounded = value(kind, snapshot)
    if text:
        return row("≈ " if rounded else "= ", number(text, strong=True)), text
    text = translate("Calculation", "undefined")
    return row(word(text, "current")), text


def decomposition_numbers(snapshot: Snapshot) -> Node | None:
    """H(π̂) and KL(π̂‖π) with their numbers; None without observations."""
    if snapshot.entropy is None or snapshot.kl_divergence is None:
        return None
    entropy, divergence = map(
        format_number, map(snapshot.in_unit, (snapshot.entropy, snapshot.kl_divergence))
    )
    return row(number(entropy, "optimum"), " + ", number(divergence))


def note_text(kind: str, snapshot: Snapshot) -> str:
    """Why a value is infinite, or that float64 cannot hold it; "" where there is nothing to say."""
    if not snapshot.n:
        return (
            translate("Calculation", "no observations: nothing to average")
            if kind == CROSS_ENTROPY
            else ""
        )
    if snapshot.impossible == "one":
        return translate("Calculation", "a one was observed, yet π = 0")
    if snapshot.impossible == "zero":
        return translate("Calculation", "a zero was observed, yet π = 1")
    if kind == LIKELIHOOD and snapshot.underflowed:
        product = "0" if snapshot.likelihood == 0 else repr(snapshot.likelihood)
        return translate("Calculation", "as a float64 product: {product} (underflow)").format(
            product=product.replace("e-", "e−")
        )
    return ""
