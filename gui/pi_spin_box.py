"""π as a number to type."""

from __future__ import annotations

from PyQt5.QtCore import pyqtSignal
from PyQt5.QtWidgets import QWidget

from core.parsing import parse_probability
from gui.number_field import NumberField
from gui.pi_gesture import STEP


class PiSpinBox(NumberField):
    """A field for π: any digits, a fraction, a power of ten.

    Signals:
        pi_edited: the user wants this π.
    """

    pi_edited = pyqtSignal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0.0, 1.0, parent)
        self.setObjectName("piSpinBox")
        self.setSingleStep(STEP)
        self.edited.connect(self._ask)

    def _ask(self, pi: float) -> None:
        self.pi_edited.emit(pi)

    def render_pi(self, pi: float) -> None:
        """Show π."""
        self.render_value(pi)

    def parse(self, text: str) -> float:
        """Read a probability.

        Raises:
            ProbabilityError: it is none.
        """
        return parse_probability(text)

    def written(self, value: float) -> str:
        """The shortest text of π that reads back as the same float."""
        text = repr(value)
        return {"0.0": "0", "1.0": "1"}.get(text, text)

    def stepped(self, value: float, steps: int) -> float:
        """π on the decimal grid."""
        return min(1.0, max(0.0, round(value + steps * STEP, 12)))
