"""The checks that every public function makes of its arguments.

Each raises `ValueError` with the argument's name, its value and what is allowed.
"""

import operator
from reprlib import Repr
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

MAX_COUNT = 10**15
"""The largest number of observations: every count below it is a float64 exactly."""

Probability = TypeVar("Probability", float, NDArray[np.float64])
"""A number or an array of numbers: what is given back is of the same kind."""

_SHORT = Repr()
_SHORT.maxstring = _SHORT.maxother = _SHORT.maxlong = 40


def shown(value: object) -> str:
    """The value as it appears in an error message: never long, never an error itself."""
    try:
        return _SHORT.repr(value)
    except ValueError:  # an int of more digits than Python is willing to write
        return f"a {type(value).__name__} too long to print"


def probability(name: str, value: Probability) -> Probability:
    """Return a probability as a Python float, or an array of them as float64."""
    if isinstance(value, (float, int, np.floating, np.integer)) and not isinstance(value, bool):
        if 0 <= value <= 1:
            return float(value)
        raise ValueError(f"{name} must be in [0, 1], got {shown(value)}")
    if not isinstance(value, np.ndarray) or value.dtype.kind not in "fiu":
        raise ValueError(
            f"{name} must be a number or a numpy array of numbers in [0, 1], "
            f"got {_kind(value)} {shown(value)}"
        )
    wrong = ~((value >= 0) & (value <= 1))  # true for nan, too
    if wrong.any():
        place = np.unravel_index(int(np.argmax(wrong)), value.shape)
        index = "".join(f"[{i}]" for i in place)
        raise ValueError(f"{name} must be in [0, 1], got {name}{index} = {value[place]}")
    return np.asarray(value, dtype=np.float64)


def scalar_probability(name: str, value: Any) -> float:
    """Return a single probability as a Python float; arrays are refused."""
    if isinstance(value, np.ndarray):
        raise ValueError(f"{name} must be one number in [0, 1], got an array {shown(value)}")
    checked: float = probability(name, value)
    return checked


def interval(name: str, value: Any) -> tuple[float, float]:
    """Return an interval (low, high) of probabilities with low < high."""
    if not isinstance(value, tuple) or len(value) != len(("low", "high")):
        raise ValueError(f"{name} must be a pair (low, high), got {shown(value)}")
    low, high = (scalar_probability(f"{name}[{i}]", end) for i, end in enumerate(value))
    if low < high:
        return low, high
    raise ValueError(f"{name} must have low < high, got {shown(value)}")


def whole(name: str, value: Any, low: int, high: int) -> int:
    """Return a whole number in [low, high] as a Python int."""
    allowed = f"{name} must be a whole number in [{low}, {high}]"
    try:
        number = operator.index(value)
    except TypeError:
        raise ValueError(f"{allowed}, got {_kind(value)} {shown(value)}") from None
    if isinstance(value, (bool, np.bool_)):
        raise ValueError(f"{allowed}, got {_kind(value)} {shown(value)}")
    if not low <= number <= high:
        raise ValueError(f"{allowed}, got {shown(number)}")
    return number


def counts(k: object, n: object) -> tuple[int, int]:
    """Return k ones among n observations as Python ints with 0 ≤ k ≤ n ≤ 10**15."""
    total = whole("n", n, 0, MAX_COUNT)
    ones = whole("k", k, 0, MAX_COUNT)
    if ones > total:
        raise ValueError(f"k must be a whole number in [0, n] = [0, {total}], got {ones}")
    return ones, total


def outcomes(name: str, value: object) -> bool | NDArray[np.bool_]:
    """Return one outcome, or an array of them, as truth values."""
    array = np.asarray(value)
    if not isinstance(value, (int, float, np.number, np.bool_, np.ndarray)) or (
        array.dtype.kind not in "biuf"
    ):
        raise ValueError(
            f"{name} must be 0, 1 or a numpy array of them, got {_kind(value)} {shown(value)}"
        )
    wrong = (array != 0) & (array != 1)
    if wrong.any():
        raise ValueError(f"{name} must be 0 or 1, got {array[wrong].flat[0]}")
    return array == 1 if isinstance(value, np.ndarray) else bool(value)


def _kind(value: object) -> str:
    if isinstance(value, np.ndarray):
        return f"an array of {value.dtype}"
    return f"{type(value).__name__}"
