"""Labelled examples: for each an x and a y that is 0 or 1; immutable, cheap to edit."""

# ruff: noqa: SLF001 - one Labelled fills another

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core import _arguments
from core._labelled_parts import Parts

MOST_EXAMPLES = 1_000_000
"""The most examples that one value holds."""

LARGEST_X = 1e150
"""The largest |x|: its square is a float64 still."""

EACH = slice(None)


class Labelled:
    """Examples (x, y) in their order, never changed; an edit gives another value.

    Equal in content is equal; what is the same object compares at once. An edited value shares what
    the edit left as it was.

    Attributes:
        x_name: what x is called, as in a table's header; "" for no name.
        y_name: likewise for y.

    Args:
        x: the numbers.
        y: as many labels, 0 or 1.
        x_name: the name of x.
        y_name: the name of y.

    Raises:
        ValueError: what is wrong with which of them, and what is allowed.
    """

    def __init__(
        self, x: ArrayLike = (), y: ArrayLike = (), x_name: str = "", y_name: str = ""
    ) -> None:
        # 0 is added so that what is 0 is not −0, and so that nobody else has this array.
        xs, labels = _row("x", x, "finite numbers") + 0.0, _row("y", y, "labels, 0 or 1")
        if xs.ndim != 1 or labels.shape != xs.shape:
            raise ValueError(
                f"x and y must be two rows of the same length, got {xs.shape} and {labels.shape}"
            )
        if xs.size > MOST_EXAMPLES:
            raise ValueError(f"there must be at most {MOST_EXAMPLES} examples, got {xs.size}")
        wrong = ~(np.abs(xs) <= LARGEST_X)
        if wrong.any():
            i = int(np.argmax(wrong))
            raise ValueError(f"x[{i}] must be finite and at most 1e150 in size, got {xs[i]}")
        bad = np.asarray(~((labels == 0) | (labels == 1)), dtype=bool)
        if bad.any():
            i = int(np.argmax(bad))
            raise ValueError(f"y[{i}] must be 0 or 1, got {_arguments.shown(labels.tolist()[i])}")
        for name, value in (("x_name", x_name), ("y_name", y_name)):
            if not isinstance(value, str):
                raise ValueError(f"{name} must be a string, got {_arguments.shown(value)}")
        self._take(Parts.of(xs, labels.astype(np.uint8)), x_name, y_name)

    def _take(self, parts: Parts, x_name: str, y_name: str) -> None:
        self._parts, self.x_name, self.y_name = parts, x_name, y_name

    def _with(self, parts: Parts) -> Labelled:
        made = Labelled.__new__(Labelled)
        made._take(parts, self.x_name, self.y_name)
        return made

    @property
    def x(self) -> NDArray[np.float64]:
        """The numbers: float64 of shape (n,), finite, |x| at most `LARGEST_X`; read-only."""
        return self._parts.columns()[0]

    @property
    def y(self) -> NDArray[np.uint8]:
        """The labels: uint8 of shape (n,), 0 or 1; read-only."""
        return self._parts.columns()[1]

    @property
    def n(self) -> int:
        """The number of examples."""
        return self._parts.n

    @cached_property
    def k(self) -> int:
        """The number of ones."""
        return int(np.count_nonzero(self.y))

    @cached_property
    def span(self) -> tuple[float, float] | None:
        """The least and the largest x; None without examples."""
        return (float(self.x.min()), float(self.x.max())) if self.n else None

    # Edits -----------------------------------------------------------------------------------

    def changed(self, i: int, *, x: float | None = None, y: int | None = None) -> Labelled:
        """Another x, another y, or both, for example ``i``.

        Raises:
            IndexError: there is no such example.
            ValueError: a value is not allowed.
        """
        if not 0 <= i < self.n:
            raise IndexError(f"i must be in [0, {self.n}), got {i}")
        new_x = None if x is None else checked_x(x)
        new_y = None if y is None else _arguments.whole("y", y, 0, 1)
        return self._with(self._parts.changed(i, new_x, new_y))

    def added(self, x: float, y: int, at: int | None = None) -> Labelled:
        """One example more, before number ``at``; None for the end.

        Raises:
            IndexError: unless 0 ≤ at ≤ n.
            ValueError: a value is not allowed, or there are `MOST_EXAMPLES` already.
        """
        if self.n >= MOST_EXAMPLES:
            raise ValueError(f"there must be at most {MOST_EXAMPLES} examples")
        at = self.n if at is None else at
        if not 0 <= at <= self.n:
            raise IndexError(f"at must be in [0, {self.n}], got {at}")
        label = _arguments.whole("y", y, 0, 1)
        return self._with(self._parts.added(at, checked_x(x), label))

    def removed(self, which: Iterable[int]) -> Labelled:
        """Without some examples, given by their numbers.

        Raises:
            IndexError: there is no such example.
        """
        places = np.unique(np.fromiter(which, dtype=np.intp))
        if places.size and not 0 <= places[0] <= places[-1] < self.n:
            wrong = places[0] if places[0] < 0 else places[-1]
            raise IndexError(f"i must be in [0, {self.n}), got {wrong}")
        return self._with(self._parts.removed(places))

    def flipped(self, which: slice = EACH) -> Labelled:
        """With the other label for a part of the examples, or for each."""
        labels = self.y.copy()
        labels[which] = 1 - labels[which]
        return self._with(self._parts.relabelled(labels))

    def labelled(self, which: slice, y: int) -> Labelled:
        """With this label for a part of the examples.

        Raises:
            ValueError: ``y`` is neither 0 nor 1.
        """
        labels = self.y.copy()
        labels[which] = _arguments.whole("y", y, 0, 1)
        return self._with(self._parts.relabelled(labels))

    # ---------------------------------------------------------------------------------------

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Labelled):
            return NotImplemented
        names, others = (self.x_name, self.y_name), (other.x_name, other.y_name)
        return names == others and self._parts.same(other._parts)

    def __hash__(self) -> int:
        return hash((self.n, self.k, self.span))

    def __repr__(self) -> str:
        return f"Labelled(n={self.n}, k={self.k})"


def _row(name: str, value: ArrayLike, allowed: str) -> NDArray[Any]:
    """An array of what was given; x as float64, labels of whatever they are."""
    try:
        array = np.asarray(value)
        if name == "x" and array.dtype.kind != "c":  # of which numpy would keep a part
            return array.astype(np.float64)
    except (TypeError, ValueError, OverflowError):
        array = np.asarray(0j)
    if array.dtype.kind == "c":
        raise ValueError(f"{name} must hold {allowed}, got {_arguments.shown(value)}")
    return array


def checked_x(value: Any) -> float:
    """Return an x as a float.

    Raises:
        ValueError: it is no number, not finite, or larger than `LARGEST_X`.
    """
    is_number = isinstance(value, (int, float, np.integer, np.floating))
    # No int is turned into a float that is not known to fit into one.
    if not is_number or isinstance(value, bool) or not abs(value) <= LARGEST_X:
        raise ValueError(
            f"x must be a finite number, at most 1e150 in size, got {_arguments.shown(value)}"
        )
    return float(value) + 0.0
