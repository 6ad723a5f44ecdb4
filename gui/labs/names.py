"""What the labs are called, and what to try in them."""

from __future__ import annotations

from gui.i18n import translate


def lab_name(lab: str) -> str:
    """What a lab of `core.stage.LABS` is called."""
    return {
        "underflow": translate("Labs", "Underflow"),
        "chain": translate("Labs", "The chain"),
        "table": translate("Labs", "Probability ↔ likelihood"),
        "sharpening": translate("Labs", "Sharpening"),
        "guess": translate("Labs", "Guess"),
        "intervals": translate("Labs", "Intervals"),
        "libraries": translate("Labs", "Libraries at the edge"),
    }[lab]


def lab_hint(lab: str) -> str:
    """What to try in a lab."""
    return {
        "underflow": translate("Labs", "Multiply more and more factors, and see what is left."),
        "chain": translate("Labs", "Turn the steps on one by one, and watch the dashed line."),
        "table": translate("Labs", "One table: read its rows, then its columns."),
        "sharpening": translate("Labs", "Let the observations come one by one; double them."),
        "guess": translate("Labs", "Try some values of π, then say where the top is."),
        "intervals": translate("Labs", "Three ways to say how sure we are of π̂."),
        "libraries": translate("Labs", "Take π to the edge: who says ∞, and who does not?"),
    }[lab]
