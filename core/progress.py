"""How long work says how far it is, and how it is stopped."""

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[float], object]
"""Called now and then with the share that is done, from 0 to 1; what it raises ends the work."""


def nobody(_share: float) -> None:
    """The progress that nobody follows."""
