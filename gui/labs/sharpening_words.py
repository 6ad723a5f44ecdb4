"""What the lab "Sharpening" says."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from core.scientific import format_count, format_number, format_probability
from core.sharpening import SHARE, Sharpness, can_double, sharpness
from gui.i18n import translate
from gui.labs.number_table import Cell
from gui.plot_layout import unit_text

if TYPE_CHECKING:
    from core.snapshot import Snapshot

MOST = 10**15
TINIEST = 1e-300


def rows(sharp: Sharpness, snapshot: Snapshot) -> list[list[Cell]]:
    """How sharp the likelihood is, how sharp that of twice the data, and the ratios."""
    curvature = translate("Sharpening lab", "curvature −ℓ″(π̂)")
    width = translate("Sharpening lab", "width at 1/{share}").format(share=SHARE)
    head = [
        Cell(""),
        Cell("π̂", "muted"),
        Cell("ℓ(π̂)", "muted"),
        Cell(curvature, "muted", shorter=(translate("Sharpening lab", "curvature"), "−ℓ″")),
        Cell(width, "muted", shorter=(translate("Sharpening lab", "width"),)),
    ]
    # Numbers stand in the width of the widest, so that no digit jumps.
    if not sharp.n or 2 * sharp.n > MOST:
        dashes = [Cell("—", "muted") for _ in range(4)]
        twice = [Cell(translate("Sharpening lab", "twice the data"), "muted"), *dashes]
        return [head, _numbers(sharp, snapshot), twice, [Cell("")] * 5]
    double = sharpness(2 * sharp.k, 2 * sharp.n)
    return [head, _numbers(sharp, snapshot), _numbers(double, snapshot), _ratios(sharp, double)]


def _numbers(sharp: Sharpness, snapshot: Snapshot) -> list[Cell]:
    count = format_count(sharp.n)
    n = Cell(f"n = {count}", strong=True, shorter=(f"n = {count}", count))
    if sharp.mle is None or sharp.curvature is None:
        return [n, *(Cell(text) for text in ("—", "0", "—", "1"))]
    height = snapshot.in_unit(sharp.log_likelihood)
    text, curvature = format_probability(sharp.mle), format_number(sharp.curvature)
    return [
        n,
        Cell(text, "optimum", strong=True, shorter=(text, format_number(sharp.mle))),
        Cell(format_number(height), shorter=(format_number(height, 3),)),
        Cell(curvature, shorter=(curvature, format_number(sharp.curvature, 3))),
        Cell(format_number(sharp.interval.width, 3)),
    ]


def _ratios(sharp: Sharpness, double: Sharpness) -> list[Cell]:
    words = translate("Sharpening lab", "twice the data")
    same = translate("Sharpening lab", "the same")
    times = "×2" if sharp.log_likelihood else "0"
    ratio = double.interval.width / sharp.interval.width
    near = abs(ratio * math.sqrt(2.0) - 1.0) < 0.01
    root = f"×{format_number(ratio, 3)}"
    return [
        Cell(words, "muted", shorter=("×2",)),
        Cell(same, "muted", shorter=("=",)),
        Cell(times, "muted"),
        Cell("×2", "muted"),
        Cell(f"{root} ≈ 1/√2" if near else root, "muted", shorter=(root,)),
    ]


def why_no_replay(snapshot: Snapshot) -> str:
    """Why the observations cannot come one by one; "" if they can."""
    if not snapshot.n:
        return translate("Sharpening lab", "There are no observations: L is 1 for every π.")
    if not snapshot.state.observations.has_sequence:
        return translate(
            "Sharpening lab",
            "Only the counts are known, not the order: there is nothing to replay.",
        )
    return ""


def why_no_double(snapshot: Snapshot) -> str:
    """Why the data cannot be doubled; "" if they can."""
    if snapshot.state.stage.locked:
        return translate("Sharpening lab", "The observations are protected here.")
    if snapshot.n and not can_double(snapshot.state.observations):
        return translate("Sharpening lab", "There is no room for twice as many observations.")
    return ""


def share_chip(sharp: Sharpness, relative: float, drop: float) -> str:
    """L/L(π̂) at the π of the moment."""
    if not sharp.n:
        return "L = 1"
    # What float64 cannot hold is not 0.
    if 0.0 <= relative < TINIEST and drop > -math.inf:
        return f"L/L(π̂) < {format_number(TINIEST, 1)}"
    return f"L/L(π̂) = {format_number(relative, 3)}"


def drop_chip(sharp: Sharpness, drop: float) -> str:
    """ℓ − ℓ(π̂) at the π of the moment."""
    return f"ℓ − ℓ(π̂) = {format_number(drop, 3)}" if sharp.n else "ℓ = 0"


def summary(sharp: Sharpness, snapshot: Snapshot) -> str:
    """The lab in sentences, for those who do not see it."""
    if sharp.mle is None or sharp.curvature is None:
        return translate("Sharpening lab", "There are no observations: L is 1 for every π.")
    text = translate(
        "Sharpening lab",
        "After {n} of {all} observations π̂ is {pi}, ℓ(π̂) {height} {unit}, the curvature there "
        "{curvature}; L is at least 1/{share} of its top from π = {low} to {high}.",
    )
    return text.format(
        n=format_count(sharp.n),
        all=format_count(snapshot.n),
        pi=format_probability(sharp.mle),
        height=format_number(snapshot.in_unit(sharp.log_likelihood)),
        unit=unit_text(snapshot),
        curvature=format_number(sharp.curvature),
        share=SHARE,
        low=format_probability(sharp.interval.low),
        high=format_probability(sharp.interval.high),
    )
