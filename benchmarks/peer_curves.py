"""The three curves that the peers draw: those of 7 ones in 10 observations."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

K, N = 7, 10
POINTS = 401


@dataclass(frozen=True)
class PeerCurve:
    """One plot's curve and its dashed parts, y scaled to [0, 1] of the plot's height.

    Attributes:
        name: what the plot shows.
        x: π.
        y: the curve.
        parts: the ones' and the zeros' part of it.
    """

    name: str
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    parts: tuple[NDArray[np.float64], ...] = ()


def peer_curves() -> tuple[PeerCurve, PeerCurve, PeerCurve]:
    """Likelihood, log-likelihood and binary cross-entropy."""
    pi = np.linspace(0.0, 1.0, POINTS + 2)[1:-1]
    ones, zeros = K * np.log(pi), (N - K) * np.log1p(-pi)
    log_likelihood = ones + zeros
    height = 22.0  # nats of log-likelihood to a plot's height
    return (
        PeerCurve("Likelihood", pi, np.exp(log_likelihood - log_likelihood.max())),
        PeerCurve(
            "Log-likelihood",
            pi,
            1.0 + np.maximum(log_likelihood, -height) / height,
            tuple(1.0 + np.maximum(part, -height) / height for part in (ones, zeros)),
        ),
        PeerCurve(
            "Binary cross-entropy",
            pi,
            np.minimum(-log_likelihood, height) / height,
            tuple(np.minimum(-part, height) / height for part in (ones, zeros)),
        ),
    )
