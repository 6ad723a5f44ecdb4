"""How a random draw is noted as the source of the data, and read again."""

from __future__ import annotations

from core.observations import MAX_SEQUENCE


def drawn(source: str) -> tuple[int, float, int] | None:
    """n, the true π and the seed of a source that was drawn; None for another."""
    kind, *parts = source.split(":")
    if kind != "random" or len(parts) != len(("n", "pi", "seed")):
        return None
    try:
        n, pi, seed = int(parts[0]), float(parts[1]), int(parts[2])
    except ValueError:
        return None  # from a session file that somebody edited
    return (n, pi, seed) if 0 < n <= MAX_SEQUENCE and 0 <= pi <= 1 and seed >= 0 else None


def noted(n: int, pi: float, seed: int) -> str:
    """The source of n observations drawn with the true π and the seed."""
    return f"random:{n}:{pi!r}:{seed}"
