"""The numbers of a snapshot as one flat object, for scripts."""

import math

from core.snapshot import Snapshot


def numbers(snapshot: Snapshot) -> dict[str, object]:
    """The numbers that ``--json`` prints, in its order.

    Floats are in full precision; an infinity is the string "inf" or "-inf", and what is
    undefined is None.
    """
    values: dict[str, float | None] = {
        "n": snapshot.n,
        "k": snapshot.k,
        "pi": snapshot.pi,
        "mle": snapshot.mle,
        "likelihood": snapshot.likelihood,
        "likelihood_mantissa": snapshot.likelihood_mantissa,
        "likelihood_exponent10": snapshot.likelihood_exponent10,
        "log_likelihood": snapshot.log_likelihood,
        "binary_cross_entropy": snapshot.binary_cross_entropy,
        "score": snapshot.score,
        "observed_information": snapshot.observed_information,
        "entropy": snapshot.entropy,
        "kl_divergence": snapshot.kl_divergence,
    }
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: float | None) -> object:
    return str(value) if value is not None and math.isinf(value) else value
