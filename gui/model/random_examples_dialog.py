"""The dialog that draws labelled examples at random."""

from __future__ import annotations

from PyQt5.QtCore import QLocale
from PyQt5.QtWidgets import (
    QAbstractSpinBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QSpinBox,
    QWidget,
)

from core.labelled import MOST_EXAMPLES
from core.scientific import format_count
from gui.card import Label
from gui.i18n import Retranslated, translate
from gui.random_dialog import LARGEST_SEED
from gui.theme import look

LARGEST_TRUE = 1000.0


class RandomExamplesDialog(Retranslated, QDialog):
    """Asks for n, the true w and b, and a seed, which makes the draw repeatable."""

    def __init__(
        self, n: int, w: float, b: float, seed: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("randomExamplesDialog")
        self.n, self.seed = QSpinBox(), QSpinBox()
        self.w, self.b = QDoubleSpinBox(), QDoubleSpinBox()
        self._boxes: tuple[QSpinBox | QDoubleSpinBox, ...] = (self.n, self.w, self.b, self.seed)
        names = ("randomExamplesCount", "randomExamplesW", "randomExamplesB", "randomExamplesSeed")
        for box, name in zip(self._boxes, names, strict=True):
            box.setObjectName(name)
            box.setLocale(QLocale.c())
            box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
            box.setMinimumWidth(look().px(150))
        self.n.setLocale(QLocale(QLocale.Language.English))
        self.n.setGroupSeparatorShown(True)
        self.n.setRange(1, MOST_EXAMPLES)
        self.n.setValue(n)
        for true, value in ((self.w, w), (self.b, b)):
            true.setRange(-LARGEST_TRUE, LARGEST_TRUE)
            true.setDecimals(4)
            true.setSingleStep(0.1)
            true.setValue(value)
        self.seed.setRange(0, LARGEST_SEED)
        self.seed.setValue(seed)
        self._labels = [Label("current", 13) for _ in self._boxes]
        self._hint = Label("muted", 12)
        self._hint.setWordWrap(True)
        form = QFormLayout(self)
        for label, box in zip(self._labels, self._boxes, strict=True):
            label.setBuddy(box)
            form.addRow(label, box)
        form.addRow(self._hint)
        self._buttons = QDialogButtonBox()
        self._buttons.addButton(QDialogButtonBox.StandardButton.Ok)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        form.addRow(self._buttons)
        self.retranslate()
        self.n.selectAll()

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.setWindowTitle(translate("Model", "Random examples"))
        texts = (
            translate("Model", "number of examples n"),
            translate("Model", "true weight w"),
            translate("Model", "true bias b"),
            translate("Model", "seed"),
        )
        for label, box, text in zip(self._labels, self._boxes, texts, strict=True):
            label.setText(text)
            box.setAccessibleName(text)
        self.n.setToolTip(translate("Random", "at most {n}").format(n=format_count(MOST_EXAMPLES)))
        self._hint.setText(
            translate(
                "Model",
                "Any x from −4 to 4 is as likely as another; y is 1 with probability σ(wx + b). "
                "The same seed draws the same examples on every machine.",
            )
        )
