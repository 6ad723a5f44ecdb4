"""What is said of the fit: where there is no plain minimum, why, and what happens instead."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from core.scientific import INFINITY, MINUS, format_count, format_number, superscript
from gui.i18n import translate
from gui.model.typed_number import NumberError, short_text

if TYPE_CHECKING:
    from core.logistic import Fit
    from core.model_snapshot import ModelSnapshot

LONGEST_QUOTE = 16
NO_BREAK = "\u00a0"


def _in_nats(value: float) -> float:
    return value


def runs_to(value: float) -> str:
    """Where a weight runs off to: +∞ or −∞."""
    return ("+" if value > 0 else MINUS) + INFINITY


def explain_fit(model: ModelSnapshot, in_unit: Callable[[float], float] = _in_nats) -> str:
    """In one or two sentences what is the matter with the data; "" where nothing is.

    Args:
        model: the numbers.
        in_unit: turns nats into the unit shown.
    """
    fit = model.fit
    if fit is None:
        return translate("Model", "The fit is being worked out…")
    say = {
        "no_examples": _no_examples,
        "single_point": _single_point,
        "one_class": _one_class,
        "equal_x": _equal_x,
        "separable": _separable,
        "quasi_separable": _touching,
    }.get(fit.reason)
    return "" if say is None else unbroken(say(model, fit, in_unit))


def unbroken(text: str) -> str:
    """The same with x = 3 and w → +∞ kept on one line each."""
    for sign in ("=", "→", "≈"):
        text = text.replace(f" {sign} ", f"{NO_BREAK}{sign}{NO_BREAK}")
    return text


def _no_examples(_model: ModelSnapshot, _fit: Fit, _in_unit: Callable[[float], float]) -> str:
    return translate(
        "Model", "No examples: there is nothing to average, so BCE has no value and no minimum."
    )


def _single_point(model: ModelSnapshot, _fit: Fit, _in_unit: Callable[[float], float]) -> str:
    return translate(
        "Model",
        "A single example, y = {y}: each curve that comes near {y} at its x will do, so it says "
        "nothing about w. b → {b} alone brings BCE towards 0, which is never reached.",
    ).format(y=model.k, b=runs_to(model.k - 0.5))


def _one_class(model: ModelSnapshot, _fit: Fit, _in_unit: Callable[[float], float]) -> str:
    n = format_count(model.n)
    if model.k:
        return translate(
            "Model",
            "All {n} examples are ones: the larger b, the nearer every prediction comes to 1, "
            "whatever its x. b → +∞ alone brings BCE towards 0, which is never reached.",
        ).format(n=n)
    return translate(
        "Model",
        "All {n} examples are zeros: the smaller b, the nearer every prediction comes to 0, "
        "whatever its x. b → −∞ alone brings BCE towards 0, which is never reached.",
    ).format(n=n)


def _equal_x(model: ModelSnapshot, _fit: Fit, _in_unit: Callable[[float], float]) -> str:
    x = short_text(float(model.state.data.x[0]))
    return translate(
        "Model",
        "All examples have x = {x}, so x cannot tell them apart. Each w with the b that gives "
        "f({x}) = k/n is a minimum: a whole line of them, none below H(k/n).",
    ).format(x=x)


def _side(fit: Fit) -> bool:
    """Whether the ones lie to the right, so that w runs to +∞."""
    return (fit.w if fit.direction is None else fit.direction[0] or fit.w) > 0


def _separable(_model: ModelSnapshot, fit: Fit, _in_unit: Callable[[float], float]) -> str:
    low, high = _boundary(fit)
    sentence = (
        translate(
            "Model",
            "All zeros lie up to x = {low}, all ones from x = {high} on: any border between "
            "parts them. The steeper the curve there, the smaller the loss: w → +∞, and BCE "
            "falls towards 0, which is never reached.",
        )
        if _side(fit)
        else translate(
            "Model",
            "All ones lie up to x = {low}, all zeros from x = {high} on: any border between "
            "parts them. The steeper the curve there, the smaller the loss: w → −∞, and BCE "
            "falls towards 0, which is never reached.",
        )
    )
    return sentence.format(low=low, high=high)


def _touching(_model: ModelSnapshot, fit: Fit, in_unit: Callable[[float], float]) -> str:
    low, _high = _boundary(fit)
    return translate(
        "Model",
        "Ones and zeros meet at x = {x} alone; elsewhere this border parts them. The steeper "
        "the curve there, the smaller the loss: w → {w}, and BCE falls towards {loss}, which is "
        "never reached.",
    ).format(
        x=low,
        w=runs_to(1.0 if _side(fit) else -1.0),
        loss=format_number(in_unit(fit.loss)),
    )


def _boundary(fit: Fit) -> tuple[str, str]:
    """The two x between which the data part, with as many digits as tell them apart."""
    low, high = fit.boundary or (math.nan, math.nan)
    for digits in (4, 7, 10, 13, 17):
        texts = short_text(low, digits), short_text(high, digits)
        if texts[0] != texts[1]:
            break
    return texts


def why_no_fit(model: ModelSnapshot) -> str:
    """Why it is not possible to jump to the fit, in a few words."""
    fit = model.fit
    if fit is None:
        return translate("Model", "The fit is being worked out…")
    if fit.reason == "no_examples":
        return translate("Model", "Without examples there is no minimum to jump to.")
    return translate("Model", "There is no minimum to jump to: {why}").format(
        why=infimum_words(model)
    )


def infimum_words(model: ModelSnapshot, *, shared: bool = False) -> str:
    """Why a minimum is not reached, as short as can be; "" where it is.

    Args:
        model: the numbers.
        shared: of the models with one π for all examples, instead of all models.
    """
    fit = model.fit
    reason = "" if fit is None or fit.converged else fit.reason
    if shared:
        reason = "one_class" if model.n and model.k in (0, model.n) else ""
    return {
        "separable": translate("Model", "separable: not reached"),
        "quasi_separable": translate("Model", "nearly separable: not reached"),
        "one_class": translate("Model", "one class: not reached"),
        "single_point": translate("Model", "one point: not reached"),
    }.get(reason, "")


def explain_number(error: NumberError) -> str:
    """What a number that was typed must be."""
    text = error.text if len(error.text) <= LONGEST_QUOTE else error.text[:LONGEST_QUOTE] + "…"
    least, most = _limit(error.least), _limit(error.most)
    if error.least == 0 and isinstance(error.most, int):
        return translate(
            "Model", "A seed is a whole number from 0 to {most}, not “{text}”."
        ).format(most=format_count(error.most), text=text)
    if error.reason == "range":
        return translate("Model", "A number from {least} to {most}, not “{text}”.").format(
            least=least, most=most, text=text
        )
    return translate("Model", "A number such as −0.25, 1e−3 or 1/3, not “{text}”.").format(
        text=text
    )


def _limit(value: float) -> str:
    sign = MINUS if value < 0 else ""
    exponent = round(math.log10(abs(value))) if value else 0
    return f"{sign}10{superscript(exponent)}" if value else "0"
