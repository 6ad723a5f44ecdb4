"""The functions that an expression of a lesson may call."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any, TypeAlias

from core import bernoulli
from core.lessons import number
from core.lessons.errors import ExpressionError, quoted
from core.lessons.number import Number
from core.observations import Observations

Value: TypeAlias = bool | Number
"""What an expression can be."""

_MOST_ARGUMENTS = 8


@dataclass(frozen=True)
class Function:
    """A function of the table.

    Attributes:
        parameters: the ways to call it: the names of what it takes, which say what kind each is.
        call: what it does with the observations and the arguments.
    """

    parameters: tuple[tuple[str, ...], ...]
    call: Callable[..., Any]

    def __call__(self, observations: Observations, arguments: tuple[Any, ...]) -> Value:
        """Return the function's value.

        Raises:
            ExpressionError: for arguments that it does not take.
        """
        for parameters in self.parameters:
            if len(parameters) == len(arguments):
                pairs = zip(parameters, arguments, strict=True)
                checked = [_KINDS[name](name, argument) for name, argument in pairs]
                break
        else:
            taken = " or ".join(f"({', '.join(names)})" for names in self.parameters[:2])
            raise ExpressionError("arguments", f"it takes {taken}", allowed=taken)
        try:
            value: Value = self.call(observations, *checked)
        except ExpressionError:
            raise
        except ValueError as error:
            raise ExpressionError("arguments", str(error)) from None
        return number.settled(value)


def likelihood(pi: float, k: int, n: int) -> Number:
    """Likelihood of k ones in n, with all its digits however small it is."""
    return number.scaled(*bernoulli.scaled_likelihood(pi, k, n))


def integral(k: int, n: int) -> Number:
    """Integral of the likelihood over all π."""
    from core.evidence import likelihood_integral

    return number.scaled(*likelihood_integral(k, n))


def _inverse_integral(k: int, n: int) -> Number:
    from core.evidence import inverse_integral

    exact = inverse_integral(k, n)
    return number.combined("/", 1, integral(k, n)) if exact is None else exact


def _choose(n: int, k: int) -> Number:
    inverse = _inverse_integral(k, n)
    if isinstance(inverse, int):
        return inverse // (n + 1)
    return number.combined("/", inverse, n + 1)


def _dies(single: bool, observations: Observations, pi: float, *counts: int) -> Number:
    import numpy as np

    from core.underflow import dies

    if counts:
        observations = Observations.from_counts(*counts)
    found = dies(observations, pi, np.float32 if single else np.float64)
    return math.inf if found is None else found


def _product(single: bool, observations: Observations, pi: float, m: int) -> float:
    from core.underflow import products

    made = products(observations, pi, m)
    return float((made.float32 if single else made.float64)[m])


def _end(kind: str, end: str, k: int, n: int, level: float) -> float:
    from core import intervals

    made = getattr(intervals, kind)(k, n, level)
    return float(getattr(made, end))


def _library(name: str, y: int, pi: float) -> float:
    from core.edge_rules import RULES

    rules = {rule.name.lower().replace(",", ""): rule for rule in RULES}
    if name not in rules:
        allowed = ", ".join(rules)
        words = f"{quoted(name)} is not a library; allowed: {allowed}"
        raise ExpressionError("arguments", words, name, allowed)
    if y not in {0, 1}:
        raise ExpressionError("arguments", f"y must be 0 or 1, got {y}")
    return rules[name].loss(y, bernoulli.pmf(1, pi))


def _sigmoid(z: float) -> float:
    # The exponent is never above 0, so that nothing overflows.
    small = math.exp(-abs(z))
    return (1.0 if z >= 0 else small) / (1.0 + small)


def _round(x: Number, digits: int = 0) -> Number:
    if not 0 <= digits <= 17:
        raise ExpressionError("arguments", "it rounds to 0 to 17 decimals")
    if isinstance(x, Decimal):  # far beyond any decimal, or far below
        return x if number.magnitude(x) > 1 else 0
    if isinstance(x, int) or number.is_infinite(x):
        return x
    return round(x, digits) if digits else round(x)


def _number(name: str, value: Any) -> Number:
    if isinstance(value, (bool, str)):
        raise ExpressionError("arguments", f"{name} must be a number, got {quoted(str(value))}")
    checked: Number = value
    return checked


def _real(name: str, value: Any) -> float:
    return float(_number(name, value))


def _whole(name: str, value: Any) -> int:
    checked = _number(name, value)
    if isinstance(checked, int):
        return checked
    if isinstance(checked, float) and checked.is_integer():
        return int(checked)
    raise ExpressionError("arguments", f"{name} must be a whole number, got {checked}")


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise ExpressionError("arguments", f"{name} must be in quotation marks, got {value}")
    return value


_KINDS: dict[str, Callable[[str, Any], Any]] = {
    "k": _whole,
    "n": _whole,
    "m": _whole,
    "y": _whole,
    "digits": _whole,
    "pi": _real,
    "p": _real,
    "q": _real,
    "z": _real,
    "level": _real,
    "nats": _number,
    "x": _number,
    "name": _text,
}


def _plain(parameters: str, call: Callable[..., Any]) -> Function:
    """A function of its arguments alone."""
    ways = tuple(tuple(way.split()) for way in parameters.split("|"))
    return Function(ways, lambda _observations, *arguments: call(*arguments))


def _of_many(call: Callable[..., Any]) -> Function:
    ways = tuple(("x",) * count for count in range(2, _MOST_ARGUMENTS + 1))
    return Function(ways, lambda _observations, *arguments: call(arguments))


_SEQUENCE = (("pi",), ("pi", "k", "n"))

FUNCTIONS: dict[str, Function] = {
    "likelihood": _plain("pi k n", likelihood),
    "log_likelihood": _plain("pi k n", bernoulli.log_likelihood),
    "bce_of": _plain("pi k n", bernoulli.binary_cross_entropy),
    "score_of": _plain("pi k n", bernoulli.score),
    "information_of": _plain("pi k n", bernoulli.observed_information),
    "fisher_of": _plain("pi n", bernoulli.fisher_information),
    "entropy_of": _plain("p", bernoulli.entropy),
    "kl_of": _plain("p q", bernoulli.kl_divergence),
    "pmf": _plain("y pi", bernoulli.pmf),
    "integral_of": _plain("k n", integral),
    "inverse_integral": _plain("k n", _inverse_integral),
    "dies64": Function(_SEQUENCE, partial(_dies, False)),
    "dies32": Function(_SEQUENCE, partial(_dies, True)),
    "product64": Function((("pi", "m"),), partial(_product, False)),
    "product32": Function((("pi", "m"),), partial(_product, True)),
    **{
        f"{name}_{end}": _plain("k n level", partial(_end, kind, end))
        for name, kind in (
            ("wald", "wald"),
            ("wilson", "wilson"),
            ("likelihood", "likelihood_interval"),
        )
        for end in ("low", "high")
    },
    "library": _plain("name y pi", _library),
    "sigmoid": _plain("z", _sigmoid),
    "log": _plain("x", number.logarithm),
    "exp": _plain("x", number.exponential),
    "sqrt": _plain("x", number.root),
    "abs": _plain("x", number.magnitude),
    "min": _of_many(min),
    "max": _of_many(max),
    "round": _plain("x|x digits", _round),
    "in_bits": _plain("nats", lambda nats: number.combined("/", nats, math.log(2.0))),
    "choose": _plain("n k", _choose),
    "isinf": _plain("x", number.is_infinite),
}
"""All of them, by the name that an expression calls them."""
