"""What the lab "Libraries at the edge" says: rules in words, losses, sentences."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from core import edge_rules
from core.edge_curves import differs
from core.edge_rules import RULES, Rule, mean_loss
from core.scientific import format_count, format_number
from gui.i18n import translate

if TYPE_CHECKING:
    from core.snapshot import Snapshot

DIFFERS = "≠"
DIGITS = 4


def name_texts(rule: Rule) -> tuple[str, ...]:
    """A rule's name, the fullest form first."""
    if rule is edge_rules.EXACT:
        return (translate("Libraries lab", "exact"),)
    function = {
        edge_rules.SCIPY: "bernoulli.logpmf",
        edge_rules.JAX: "bernoulli.logpmf",
        edge_rules.SCIKIT_LEARN: "log_loss, float64",
        edge_rules.SCIKIT_LEARN_32: "log_loss, float32",
        edge_rules.PYTORCH: "BCELoss",
        edge_rules.KERAS: "BinaryCrossentropy",
    }[rule]
    # The two of scikit-learn need their kind of number, however narrow the room.
    one_of_two = rule in (edge_rules.SCIKIT_LEARN, edge_rules.SCIKIT_LEARN_32)
    library, bits = _library(rule), rule.number.removeprefix("float")
    short = (f"{library} {rule.number}", f"{library} {bits}") if one_of_two else (library,)
    return f"{library} {function}", *short


def _library(rule: Rule) -> str:
    return rule.name.split(",", maxsplit=1)[0].split(" (", maxsplit=1)[0]


def rule_texts(rule: Rule) -> tuple[str, ...]:
    """What a rule does at the edge, the fullest form first."""
    return {
        edge_rules.EXACT: (
            translate("Libraries lab", "−log f(y; π), ∞ where f is 0"),
            translate("Libraries lab", "∞ at the edge"),
        ),
        edge_rules.SCIPY: (
            translate("Libraries lab", "nothing clipped: ∞ at the edge"),
            translate("Libraries lab", "∞ at the edge"),
        ),
        edge_rules.JAX: (
            translate("Libraries lab", "nothing clipped, in float32: ∞"),
            translate("Libraries lab", "∞, in float32"),
        ),
        edge_rules.SCIKIT_LEARN: (
            translate("Libraries lab", "clips π to [ε, 1−ε], ε = 2.2×10⁻¹⁶"),
            translate("Libraries lab", "clips at 2.2×10⁻¹⁶"),
        ),
        edge_rules.SCIKIT_LEARN_32: (
            translate("Libraries lab", "clips π to [ε, 1−ε], ε = 1.2×10⁻⁷"),
            translate("Libraries lab", "clips at 1.2×10⁻⁷"),
        ),
        edge_rules.PYTORCH: (
            translate("Libraries lab", "clamps each log at −100, in float32"),
            translate("Libraries lab", "log ≥ −100"),
        ),
        edge_rules.KERAS: (
            translate("Libraries lab", "clips π to [10⁻⁷, 1−10⁻⁷], in float32"),
            translate("Libraries lab", "clips at 10⁻⁷"),
        ),
    }[rule]


def loss_text(value: float, exact: float, digits: int = DIGITS) -> str:
    """A loss in nats; one that is not the exact one is marked."""
    if math.isnan(value):
        return "–"
    text = format_number(value, digits)
    return f"{DIFFERS} {text}" if differs(value, exact) else text


def losses(rule: Rule, snapshot: Snapshot) -> tuple[float, float, float]:
    """The loss of a one, that of a zero, and the mean of the session's data (nan for none)."""
    pi = snapshot.pi
    return (
        rule.loss(1, pi),
        rule.loss(0, pi),
        mean_loss(rule, pi, snapshot.k, snapshot.n),
    )


def heads(snapshot: Snapshot) -> tuple[tuple[str, ...], ...]:
    """What heads the columns, the fullest forms first."""
    counts = f"{format_count(snapshot.k)}/{format_count(snapshot.n)}"
    return (
        (translate("Libraries lab", "loss of y = 1"), "y = 1"),
        (translate("Libraries lab", "loss of y = 0"), "y = 0"),
        (
            translate("Libraries lab", "BCE of your {counts}").format(counts=counts),
            translate("Libraries lab", "your BCE"),
            "BCE",
        ),
    )


def legend_texts() -> tuple[str, ...]:
    """What the sign means."""
    return (
        translate("Libraries lab", "≠ differs from the exact value. Losses in nats at this π."),
        translate("Libraries lab", "≠ differs from the exact value"),
    )


def story_texts(snapshot: Snapshot) -> tuple[str, ...]:
    """Where the loss is exactly 0, and what one more zero costs there."""
    clipped = format_number(edge_rules.SCIKIT_LEARN.loss(0, 1.0))
    clamped = format_number(edge_rules.PYTORCH.loss(0, 1.0), 3)
    gaps = {"n": format_count(snapshot.n), "clipped": clipped, "clamped": clamped}
    if snapshot.n and snapshot.k == snapshot.n:
        return (
            translate(
                "Libraries lab",
                "All {n} observations are ones: at π = π̂ = 1 the loss is exactly 0. One later "
                "zero costs ∞ there, unless a library clips: then {clipped}, {clamped}, …",
            ).format(**gaps),
            translate(
                "Libraries lab",
                "All {n} are ones: at π = 1 the loss is 0, and one later zero costs ∞, unless "
                "a library clips.",
            ).format(**gaps),
        )
    return (
        translate(
            "Libraries lab",
            "In Arbuthnot’s 82 years all are ones: at π = 1 the loss is exactly 0. One later "
            "zero costs ∞ there, unless a library clips: then {clipped}, {clamped}, …",
        ).format(**gaps),
        translate(
            "Libraries lab",
            "Arbuthnot: 82 ones, so at π = 1 the loss is 0; one later zero costs ∞, unless "
            "a library clips.",
        ),
    )


def summary(snapshot: Snapshot) -> str:
    """The losses of each library at the current π."""
    one, zero, mean = losses(edge_rules.EXACT, snapshot)
    parts = []
    for rule in RULES:
        values = losses(rule, snapshot)
        texts = [
            loss_text(value, exact).replace(
                f"{DIFFERS} ", translate("Libraries lab", "not exact:") + " "
            )
            for value, exact in zip(values, (one, zero, mean), strict=True)
        ]
        parts.append(
            translate("Libraries lab", "{name}: y = 1 {one}, y = 0 {zero}, BCE {mean}.").format(
                name=name_texts(rule)[0], one=texts[0], zero=texts[1], mean=texts[2]
            )
        )
    return " ".join(parts)
