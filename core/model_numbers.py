"""The numbers of the Model view, each with a name of its own: for tables."""

from core import logistic
from core.model_snapshot import ModelSnapshot


def flat_numbers(model: ModelSnapshot) -> dict[str, object]:
    """The numbers of a model by their names, in nats; nan and None are undefined.

    The fit is that of w and b, also where all share one π; that of many examples, which a snapshot
    may not have yet, is worked out.
    """
    data = model.state.data
    fit = model.fit or logistic.fit(data.x, data.y)
    slopes = model.gradient or (None, None)
    return {
        "n": model.n,
        "k": model.k,
        "w": model.w,
        "b": model.b,
        "binary_cross_entropy": model.binary_cross_entropy,
        "gradient_w": slopes[0],
        "gradient_b": slopes[1],
        "shared_pi_binary_cross_entropy": model.floor,
        "shared_pi_b": model.shared_b,
        "fit_w": fit.w,
        "fit_b": fit.b,
        "fit_binary_cross_entropy": fit.loss,
        "fit_converged": str(fit.converged).lower(),
        "fit_reason": fit.reason,
    }
