"""What is said of the way down: the step of the moment, and what becomes of it."""

from __future__ import annotations

import math
from decimal import ROUND_FLOOR, Context, Decimal
from typing import TYPE_CHECKING

from core import climb
from core.scientific import format_count, format_number
from gui.i18n import translate
from gui.model.typed_number import short_text

if TYPE_CHECKING:
    from core.labelled import Labelled
    from core.model_snapshot import ModelSnapshot
    from core.model_state import Climber
    from core.snapshot import Snapshot

# A valley so many times as long as it is wide is worth a word.
NARROW = 20.0
# From here on the thousands are not worth counting.
MANY = 1e5
# As many digits as are tried until a step shows in them.
DIGITS = (4, 6, 8)
# Of a limit: two digits, downwards, so that who types them stays below it.
_DOWN = Context(prec=2, rounding=ROUND_FLOOR)
_CLEARLY = 1.0 - 1e-9
# A share of the loss: what is left to fall is less than that of its sum.
_ROUNDING = 1e-13


class Limits:
    """What is worked out once for the same examples and the same way down."""

    def __init__(self) -> None:
        self._data: Labelled | None = None
        self._key: tuple[object, ...] = ()
        self._rate: float | None = None
        self._elongation: float | None = None

    def _work_out(self, model: ModelSnapshot) -> bool:
        """See to both; False where there is no minimum, or where it is not known yet."""
        state, fit = model.state, model.fit
        if fit is None or not fit.converged:
            return False
        climber = state.climber
        key = (climber.total, climber.standardised, climber.single, climber.method, state.shared)
        if state.data is not self._data or key != self._key:
            self._data, self._key = state.data, key
            self._rate = climb.largest_rate(state.data, climber, fit, shared=state.shared)
            bends = climb.curvatures(state.data, climber, fit, shared=state.shared)
            least, most = bends or (0.0, 0.0)
            self._elongation = math.sqrt(most / least) if least > 0.0 else None
        return True

    def largest_rate(self, model: ModelSnapshot) -> float | None:
        """The largest η that settles at the fit; None where there is none, or it is not known."""
        return self._rate if self._work_out(model) else None

    def elongation(self, model: ModelSnapshot) -> float | None:
        """How many times the valley around the fit is as long as wide; None likewise."""
        return self._elongation if self._work_out(model) else None


def status(snapshot: Snapshot) -> str:
    """The step of the moment: its number, and the loss before and after it."""
    model = snapshot.model
    if model is None or not model.n:
        return ""
    step, path = model.state.climber.step, model.path
    if path is None or step == 0 or len(path.loss) <= step:
        return at_rest(model) or translate("Model", "▶ goes down step by step from here.")
    losses = [snapshot.in_unit(float(path.loss[i])) for i in (step - 1, step)]
    # Where the step shows in no digits, the fewest say so.
    for digits in (*DIGITS, DIGITS[0]):
        before, after = (_loss_text(loss, digits) for loss in losses)
        if before != after:
            break
    return translate("Model", "step {step}, loss {before} → {after}").format(
        step=format_count(step), before=before, after=after
    )


def at_rest(model: ModelSnapshot) -> str:
    """That there is no way down, because w and b are at the minimum already; "" where they are not.

    Likewise b alone, where all examples share one π.
    """
    loss, fit, shared = model.binary_cross_entropy, model.fit, model.state.shared
    lowest = model.floor if shared else fit.loss if fit is not None and fit.converged else None
    if not loss or lowest is None or loss > lowest * (1.0 + _ROUNDING):
        return ""
    if shared:
        return translate("Model", "b is where one π does best: no step leads lower.")
    return translate("Model", "w and b are at the minimum: no step leads lower.")


def way(climber: Climber) -> str:
    """How it goes down: the method, and what is not as usual."""
    if climber.method == "newton":
        return translate("Model", "Newton's method")
    parts = [translate("Model", "gradient descent"), f"η = {short_text(climber.rate)}"]
    if climber.single:
        parts.append(translate("Model", "one at a time"))
    elif climber.total:
        parts.append(translate("Model", "sum"))
    if not climber.standardised:
        parts.append(translate("Model", "x as given"))
    return ", ".join(parts)


def class_line(snapshot: Snapshot, limits: Limits) -> tuple[tuple[str, ...], bool]:
    """How it goes down, the step, and what becomes of it, the fullest form first; for a class.

    Returns:
        the forms, and whether it is a warning.
    """
    model = snapshot.model
    if model is None or not model.n:
        return ("",), False
    how = way(model.state.climber)
    if model.path is None or model.state.climber.step == 0:
        rest = at_rest(model) or translate("Model", "Page Down: one step down.")
        return (f"{how} · {rest}", rest), False
    step = status(snapshot)
    forms, warns = verdict(snapshot, limits)
    shortest = forms[-1]
    found = [joined(f"{how} · {step}", form) for form in forms]
    found += [joined(step, shortest), shortest or step]
    return tuple(dict.fromkeys(found)), warns


def joined(status: str, verdict: str) -> str:
    """Two sentences; the first may have its full stop already."""
    if not (status and verdict):
        return status or verdict
    return f"{status} {verdict}" if status.endswith(".") else f"{status}. {verdict}"


def _loss_text(loss: float, digits: int) -> str:
    return "?" if math.isnan(loss) else format_number(loss, digits)


def verdict(snapshot: Snapshot, limits: Limits) -> tuple[tuple[str, ...], bool]:
    """What becomes of the way down, the fullest form first, and whether it is a warning."""
    model = snapshot.model
    if model is None or not model.n:
        return ("",), False
    climber, path = model.state.climber, model.path
    newton = climber.method == "newton"
    said = "going" if path is None or climber.step == 0 else path.verdict
    if said == "diverged":
        return ((_newton_diverged(),) if newton else _diverged(model, limits)), True
    if said == "rising":
        return ((_newton_rose(),) if newton else _rose(model, limits)), True
    if said == "settled":
        return (translate("Model", "Settled: what is left to fall is less than rounding."),), False
    if said == "running_off":
        return (
            translate("Model", "There is no minimum to settle at: the loss falls for ever."),
        ), False
    if said == "stuck":
        return (_newton_stuck() if newton else _stuck(),), True
    if said == "hovering":
        return (
            translate(
                "Model", "It hovers: each example pulls its own way. A smaller η comes nearer."
            ),
        ), False
    return (("",) if newton else _valley(model, limits)), False


def _newton_diverged() -> str:
    return translate(
        "Model", "Newton's steps overshoot. Begin nearer to the minimum, or descend first."
    )


def _newton_rose() -> str:
    return translate("Model", "Newton's step overshot: the loss rose.")


def _newton_stuck() -> str:
    return translate("Model", "Too flat here for a Newton step: the curvature is 0 to rounding.")


def _stuck() -> str:
    return translate("Model", "Stuck: the steps are too small to change anything here.")


def below(limit: float) -> str:
    """A rate just below a limit, as text; typed it is below it too."""
    return format_number(float(_DOWN.create_decimal(Decimal(limit * _CLEARLY))), 2)


def _limit(model: ModelSnapshot, limits: Limits) -> str:
    """The largest rate as text; "" where it would not help.

    It is that of the minimum: where one begins the landscape may be several times as steep.
    """
    rate = limits.largest_rate(model)
    if rate is None or not math.isfinite(rate) or rate >= model.state.climber.rate:
        return ""
    return below(rate)


def _diverged(model: ModelSnapshot, limits: Limits) -> tuple[str, ...]:
    rate = _limit(model, limits)
    if not rate:
        return (translate("Model", "The rate is too large: the loss bounces."),)
    forms = (
        translate(
            "Model",
            "The rate is too large: the loss bounces. Near the minimum it settles up to "
            "η = {rate}; on steeper ground it needs less.",
        ),
        translate("Model", "Too large: the loss bounces. Near the minimum η = {rate} settles."),
    )
    return tuple(form.format(rate=rate) for form in forms)


def _rose(model: ModelSnapshot, limits: Limits) -> tuple[str, ...]:
    if model.state.climber.single:
        return (translate("Model", "The loss rose: one example alone does not know the others."),)
    rate = _limit(model, limits)
    if not rate:
        return (translate("Model", "The loss rose in this step: the rate is large."),)
    forms = (
        translate(
            "Model",
            "The loss rose. Near the minimum it settles up to η = {rate}; on steeper ground it "
            "needs less.",
        ),
        translate("Model", "The loss rose. Near the minimum η = {rate} settles."),
    )
    return tuple(form.format(rate=rate) for form in forms)


def _valley(model: ModelSnapshot, limits: Limits) -> tuple[str, ...]:
    """With x as given: why it crawls."""
    climber = model.state.climber
    if climber.standardised or model.state.shared:
        return ("",)
    long, largest = limits.elongation(model), limits.largest_rate(model)
    if long is None or not NARROW <= long < math.inf:
        return ("",)
    times = _count(long)
    if largest is None:
        return (
            translate("Model", "x as given: a valley some {times} times as long as wide.").format(
                times=times
            ),
        )
    rate = below(largest)
    halving = climb.steps_to_halve(model.state.data, climber, model.fit, shared=False)
    if halving is None or not math.isfinite(halving):
        form = translate(
            "Model",
            "x as given: a valley some {times} times as long as wide. Near the minimum "
            "it settles up to η = {rate} only.",
        )
        return (form.format(times=times, rate=rate),)
    forms = (
        translate(
            "Model",
            "x as given: a valley some {times} times as long as wide. Near the minimum it settles "
            "up to η = {rate} only, and crawls: half of the way along takes {steps} steps.",
        ),
        translate(
            "Model", "A valley {times} times as long as wide: {steps} steps for half of the way."
        ),
    )
    steps = _count(halving)
    return tuple(form.format(times=times, rate=rate, steps=steps) for form in forms)


def _count(value: float) -> str:
    """A count in one or two digits."""
    return format_number(value, 1) if value >= MANY else format_count(_round(value))


def _round(value: float) -> int:
    """One significant digit."""
    return int(float(f"{value:.0e}"))


def rate_words(climber: Climber, n: int) -> str:
    """What 1/N or the sum mean for the learning rate."""
    if climber.single:
        return translate("Model", "One example at a time: 1/N plays no part.")
    if climber.total:
        return translate("Model", "η of the sum is η·N = {rate} of the mean.").format(
            rate=short_text(climber.rate * n)
        )
    if not n:
        return ""
    return translate("Model", "The sum takes the same steps at η/N = {rate}.").format(
        rate=short_text(climber.rate / n)
    )
