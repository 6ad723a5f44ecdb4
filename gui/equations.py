"""The three formulas, in general and with the numbers of the moment in them."""

from __future__ import annotations

import math
from functools import lru_cache
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
    Node,
    Script,
    Text,
    italic,
    number,
    row,
)
from gui.plot_series import CROSS_ENTROPY, LIKELIHOOD, LOG_LIKELIHOOD

if TYPE_CHECKING:
    from core.snapshot import Snapshot

# U+200A is a thin space of the font, U+2005 one of a quarter em.
THIN, MEDIUM = "\u200a", "\u2005"
_Y_I = Script(italic("y"), below=italic("i"))
_PI = italic("π")
PI_HAT = Hat(_PI)
_ONE_MINUS_PI = row("(1", THIN, "−", THIN, _PI, ")")
_ONE_MINUS_Y = row("1−", _Y_I)
_LIMITS = {"below": row(italic("i"), "=1"), "above": italic("n")}
_GIVEN_Y = row("(", _PI, THIN, "|", THIN, italic("y"), ")")
EQUALS, ABOUT = row(MEDIUM, "=", MEDIUM), row(MEDIUM, "≈", MEDIUM)


@lru_cache(maxsize=None)
def general(kind: str) -> Node:
    """The formula of a quantity, as in a textbook."""
    if kind == LIKELIHOOD:
        return row(
            italic("L"),
            _GIVEN_Y,
            EQUALS,
            BigOperator("∏", **_LIMITS),
            THIN,
            Script(_PI, above=_Y_I),
            Script(_ONE_MINUS_PI, above=_ONE_MINUS_Y),
        )
    if kind == LOG_LIKELIHOOD:
        return row(
            "ℓ",
            _GIVEN_Y,
            EQUALS,
            BigOperator("∑", **_LIMITS),
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


@lru_cache(maxsize=None)
def decomposition() -> Node:
    """BCE as entropy plus divergence."""
    return row(
        "BCE(", _PI, ")", EQUALS, italic("H"), "(", PI_HAT, ")", MEDIUM, "+", MEDIUM,
        "KL(", PI_HAT, THIN, "‖", THIN, _PI, ")",
    )


def pi_texts(snapshot: Snapshot) -> tuple[str, str]:
    """π and 1 − π as the formulas write them."""
    text = format_probability(snapshot.pi, 2)
    return text, complement_text(snapshot.pi)


def substituted(kind: str, snapshot: Snapshot) -> list[Node]:
    """The formula with today's numbers, the fullest first, shorter ones for narrow places."""
    if snapshot.n == 0:
        return [_empty(kind)]
    if kind == LIKELIHOOD:
        return _likelihood(snapshot)
    if kind == LOG_LIKELIHOOD:
        return _log_likelihood(snapshot)
    return _cross_entropy(snapshot)


def _empty(kind: str) -> Node:
    if kind == LIKELIHOOD:
        return row("=", MEDIUM, Script(_PI, above=Text("0")), Script(_ONE_MINUS_PI, Text("0")))
    if kind == LOG_LIKELIHOOD:
        return row("=", MEDIUM, "0")
    return row("=", MEDIUM, "−", Fraction(Text("0"), Text("0")))


def _likelihood(snapshot: Snapshot) -> list[Node]:
    pi, complement = pi_texts(snapshot)
    sign = "=" if is_exact_text(snapshot.pi) else "≈"
    return [
        row(
            sign,
            MEDIUM,
            Script(number(pi, "ones"), above=Text(str(snapshot.k), "ones")),
            row(MEDIUM, "·", MEDIUM),
            Script(number(complement, "zeros"), above=Text(str(snapshot.n - snapshot.k), "zeros")),
        )
    ]


def _product(count: int, factor: str, role: str) -> Node:
    """count·(factor); nothing of the kind was observed: 0, also where its logarithm is −∞."""
    if count == 0:
        return Text("0", role)
    return row(Text(f"{count}·", role), _signed(factor, role))


def _signed(text: str, role: str) -> Node:
    return row(Text("(", role), number(text, role), Text(")", role))


def _log_likelihood(snapshot: Snapshot) -> list[Node]:
    log_one = format_number(snapshot.in_unit(0.0 - snapshot.loss_of_one))
    log_zero = format_number(snapshot.in_unit(0.0 - snapshot.loss_of_zero))
    shares = [
        format_number(snapshot.in_unit(snapshot.ones_log_likelihood)),
        format_number(snapshot.in_unit(snapshot.zeros_log_likelihood)),
    ]
    return [
        row(
            "≈",
            MEDIUM,
            _product(snapshot.k, log_one, "ones"),
            row(MEDIUM, "+", MEDIUM),
            _product(snapshot.n - snapshot.k, log_zero, "zeros"),
        ),
        row(
            "≈",
            MEDIUM,
            number(shares[0], "ones"),
            row(MEDIUM, "+", MEDIUM),
            _signed(shares[1], "zeros"),
        ),
    ]


def _cross_entropy(snapshot: Snapshot) -> list[Node]:
    n = str(snapshot.n)

    def share(count: int, loss: float, role: str) -> Node:
        if count == 0:
            return Text("0", role)
        return row(
            Fraction(Text(str(count), role), Text(n, role), role),
            Text("·", role),
            number(format_number(snapshot.in_unit(loss)), role),
        )

    return [
        row(
            "≈",
            MEDIUM,
            share(snapshot.k, snapshot.loss_of_one, "ones"),
            row(MEDIUM, "+", MEDIUM),
            share(snapshot.n - snapshot.k, snapshot.loss_of_zero, "zeros"),
        ),
        row(
            "≈",
            MEDIUM,
            number(format_number(snapshot.in_unit(snapshot.ones_cross_entropy or 0.0)), "ones"),
            row(MEDIUM, "+", MEDIUM),
            number(format_number(snapshot.in_unit(snapshot.zeros_cross_entropy or 0.0)), "zeros"),
        ),
    ]


def estimate(snapshot: Snapshot) -> Node | None:
    """The maximum likelihood estimate with its numbers; None without observations."""
    if snapshot.mle is None:
        return None
    text = format_probability(snapshot.mle)
    return row(
        Hat(italic("π", "optimum"), "optimum"),
        Text(" = ", "optimum"),
        Text(f"{snapshot.k}/{snapshot.n}", "optimum"),
        Text(" = " if is_exact_text(snapshot.mle) else " ≈ ", "optimum"),
        number(text, "optimum", strong=True),
    )


def word(text: str, role: str = "muted") -> Node:
    """A word in place of a number."""
    return Text(text, role, words=True)


def value(kind: str, snapshot: Snapshot, digits: int = 5) -> str:
    """The value of a quantity; "" where it is undefined."""
    if kind == LIKELIHOOD:
        return format_scaled(
            snapshot.likelihood_mantissa, snapshot.likelihood_exponent10, min(digits, 4)
        )
    if kind == LOG_LIKELIHOOD:
        return format_number(snapshot.in_unit(snapshot.log_likelihood), digits)
    if snapshot.binary_cross_entropy is None:
        return ""
    return format_number(snapshot.in_unit(snapshot.binary_cross_entropy), min(digits, 4))


def is_rounded(kind: str, snapshot: Snapshot) -> bool:
    """Whether the text of `value` is not the value itself, so that ≈ must stand before it."""
    if kind == LIKELIHOOD:
        number_, text = snapshot.likelihood_mantissa, format_number(snapshot.likelihood_mantissa)
    elif kind == LOG_LIKELIHOOD:
        number_ = snapshot.in_unit(snapshot.log_likelihood)
        text = value(kind, snapshot)
    else:
        number_ = snapshot.in_unit(snapshot.binary_cross_entropy or 0.0)
        text = value(kind, snapshot)
    if math.isinf(number_) or not text or "×" in text:
        return bool(text) and not math.isinf(number_)
    return float(text.replace("−", "-")) != number_
