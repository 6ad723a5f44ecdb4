"""Mistakes in a command line, each in one line: what, where, and what is allowed."""

from __future__ import annotations

import re

LONGEST_QUOTE = 40


class UsageError(Exception):
    """A mistake of the user's, in one line."""


def quoted(text: str) -> str:
    """What was given, shortened where it is long."""
    return repr(text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + "…")


def number_in(flag: str, text: str, low: float, high: float, *, example: str) -> float:
    """A number in a range.

    Raises:
        UsageError: it is none, or lies outside.
    """
    # float() takes 1_0, spaces and digits of other scripts as well.
    plain = re.fullmatch(r"[0-9]*\.?[0-9]*(?:[eE][+-]?[0-9]{1,3})?", text)
    try:
        value = float(text) if plain else float("nan")
    except ValueError:
        value = float("nan")
    if not low <= value <= high:
        raise UsageError(
            f"{flag}: {quoted(text)} is not such a number; allowed: from {low:g} to {high:g}, "
            f"as in {example}"
        )
    return value


def whole_number_in(flag: str, text: str, low: int, high: int) -> int:
    """A whole number in a range.

    Raises:
        UsageError: it is none, or lies outside.
    """
    # int() takes 1_0, spaces and digits of other scripts as well.
    plain = text.isascii() and text.isdigit() and len(text) <= len(str(high))
    if not plain or not low <= int(text) <= high:
        raise UsageError(
            f"{flag}: {quoted(text)} is not such a number; allowed: whole ones from {low} to {high}"
        )
    return int(text)
