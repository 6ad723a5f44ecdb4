"""What the plot of f(x) says: of one example, of one bin, of all, and when there is nothing."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from core import logistic
from core.scientific import MINUS, format_count, format_number
from gui.i18n import translate
from gui.model.example_words import (
    loss_texts,
    prediction_texts,
    tail_at,
    tail_in_unit,
    unit_name,
)
from gui.model.prediction_axis import x_equals, x_text
from gui.model.prediction_marks import Bins, Groups

if TYPE_CHECKING:
    from core.logistic import Fit
    from core.snapshot import Snapshot
    from gui.model.prediction_layout import PredictionLayout

DIGITS = 4


def equals(text: str, value: float) -> str:
    """A number's text with = or ≈ before it, as its digits are all or rounded."""
    if text.startswith("≈"):
        return text if text.startswith("≈ ") else f"≈ {text[1:]}"
    try:
        exact = Decimal(text.replace(MINUS, "-")) == Decimal(repr(value))
    except InvalidOperation:  # 1.2×10⁻⁴ or 1 − 10⁻⁵: rounded, all of them
        exact = False
    return f"{'=' if exact else '≈'} {text}"


def reading(snapshot: Snapshot, i: int, together: int = 1) -> str:
    """One example with its prediction and its loss.

    Args:
        snapshot: the numbers.
        i: the number of the example.
        together: how many examples have the same x and y.
    """
    model = snapshot.model
    assert model is not None  # noqa: S101 - who asks shows a model
    x, y = float(model.state.data.x[i]), int(model.state.data.y[i])
    prediction = float(model.predictions(i, i + 1)[0])
    rest = float(logistic.predict(x, -model.w, -model.b))
    loss = snapshot.in_unit(float(model.losses(i, i + 1)[0]))
    tail = tail_at(model, x)
    form = (
        translate("Model", "x {x}, y = {y}: ŷ {prediction}, loss {loss} {unit}")
        if together == 1
        else translate("Model", "{n} × (x {x}, y = {y}): ŷ {prediction}, loss {loss} {unit}")
    )
    return form.format(
        n=format_count(together),
        x=x_equals(x, model.state.data.span),
        y=y,
        prediction=equals(prediction_texts(prediction, rest, tail)[0], prediction),
        loss=equals(loss_texts(loss, tail_in_unit(snapshot, tail))[0], loss),
        unit=unit_name(snapshot.state.log_base),
    )


def bin_reading(snapshot: Snapshot, layout: PredictionLayout, place: int) -> str:
    """One bin, with the prediction in its middle."""
    model, marks, axis = snapshot.model, layout.marks, layout.axis
    assert model is not None  # noqa: S101 - who asks shows a model
    assert isinstance(marks, Bins)  # noqa: S101 - likewise
    step = axis.width / marks.ones.size
    low, high = axis.low + place * step, axis.low + (place + 1) * step
    ones, n = int(marks.ones[place]), int(marks.ones[place] + marks.zeros[place])
    middle = (low + high) / 2
    prediction = float(logistic.predict(middle, model.w, model.b))
    rest = float(logistic.predict(middle, -model.w, -model.b))
    return translate(
        "Model", "x ≈ {low} to {high}: {ones} ones among {n}; ŷ {prediction} in the middle"
    ).format(
        low=format_number(low, DIGITS),
        high=format_number(high, DIGITS),
        ones=format_count(ones),
        n=format_count(n),
        prediction=equals(
            prediction_texts(prediction, rest, tail_at(model, middle))[0], prediction
        ),
    )


def notes(snapshot: Snapshot, layout: PredictionLayout) -> tuple[str, ...]:
    """What must be said of the picture, the fullest form first; nothing mostly."""
    model, marks = snapshot.model, layout.marks
    assert model is not None  # noqa: S101 - who asks shows a model
    if isinstance(marks, Bins):
        n, bins, most = map(format_count, (model.n, marks.ones.size, marks.tallest))
        return (
            translate(
                "Model",
                "{n} examples, drawn in {bins} bins, at most {most} in one; "
                "dots: share of ones in a bin",
            ).format(n=n, bins=bins, most=most),
            translate("Model", "{n} examples in {bins} bins, at most {most} in one").format(
                n=n, bins=bins, most=most
            ),
            translate("Model", "{n} examples, in bins").format(n=n),
        )
    return _why_not(model.fit, model.k) if model.fit is not None else ()


def _why_not(fit: Fit, k: int) -> tuple[str, ...]:
    """Why no curve is the best one, or why many are; nothing where one is."""
    if fit.reason == "equal_x":
        return (
            translate("Model", "all x are equal: only how high the curve is there matters"),
            translate("Model", "all x are equal"),
        )
    if fit.reason in ("one_class", "single_point"):
        return (
            translate("Model", "every y is 1: the higher the curve, the smaller the loss")
            if k
            else translate("Model", "every y is 0: the lower the curve, the smaller the loss"),
            translate("Model", "every y is 1") if k else translate("Model", "every y is 0"),
        )
    if fit.boundary is None:
        return ()
    low, high = map(x_text, fit.boundary)
    steeper = translate("Model", "the steeper the curve, the smaller the loss")
    if fit.boundary[0] < fit.boundary[1]:
        part = translate("Model", "the classes part between x = {low} and x = {high}")
    else:
        part = translate("Model", "the classes only touch, at x = {low}")
    part = part.format(low=low, high=high)
    return f"{part}: {steeper}", part


def empty_text() -> tuple[str, ...]:
    """What stands in the plot where there are no examples."""
    return (
        translate("Model", "No examples. Double-click near y = 0 or y = 1 to add one."),
        translate("Model", "No examples"),
    )


def how_to() -> str:
    """What mouse and keys do here."""
    return translate(
        "Model",
        "Drag a point along x; click it to flip y; double-click an empty place to add one. "
        "← → choose, with Shift they move the point (with Ctrl ten steps), Space flips, "
        "Insert adds, Delete removes.",
    )


def summary(snapshot: Snapshot, layout: PredictionLayout | None) -> str:
    """The plot in words."""
    model = snapshot.model
    assert model is not None  # noqa: S101 - who asks shows a model
    w, b = (format_number(value, DIGITS) for value in (model.w, model.b))
    said = [
        translate("Model", "The curve f(x) = σ(w·x + b) at w {w}, b {b}.").format(
            w=equals(w, model.w), b=equals(b, model.b)
        )
    ]
    if not model.n:
        said.append(translate("Model", "There are no examples."))
        return " ".join(said)
    data = model.state.data
    low, high = data.span or (0.0, 0.0)
    said.append(
        translate("Model", "{n} examples from x = {low} to {high}, {k} of them ones.").format(
            n=format_count(model.n),
            k=format_count(model.k),
            low=x_equals(low, data.span)[2:],
            high=x_equals(high, data.span)[2:],
        )
    )
    if model.binary_cross_entropy is not None:
        loss = snapshot.in_unit(model.binary_cross_entropy)
        said.append(
            translate("Model", "Their mean loss, BCE, is {loss} {unit}.").format(
                loss=equals(format_number(loss, DIGITS), loss).removeprefix("= "),
                unit=unit_name(snapshot.state.log_base),
            )
        )
    fit = model.fit
    if fit is not None and fit.converged:
        said.append(
            translate("Model", "The fitted curve has w ≈ {w}, b ≈ {b}.").format(
                w=format_number(fit.w, DIGITS), b=format_number(fit.b, DIGITS)
            )
        )
    if layout is not None and isinstance(layout.marks, Bins | Groups):
        said.extend(notes(snapshot, layout)[:1])
    return " ".join(said)
