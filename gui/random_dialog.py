"""The dialog that draws observations at random."""

from __future__ import annotations

from PyQt5.QtCore import QLocale
from PyQt5.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QSpinBox,
    QWidget,
)

from core.observations import MAX_SEQUENCE
from core.scientific import format_count
from gui.card import Label
from gui.i18n import Retranslated, translate
from gui.theme import look

LARGEST_SEED = 2**31 - 1


class RandomDialog(Retranslated, QDialog):
    """Asks for n, the true π and a seed, which makes the draw repeatable."""

    def __init__(
        self,
        n: int,
        pi: float,
        seed: int,
        parent: QWidget | None = None,
        *,
        shows: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("randomDialog")
        self.n, self.pi, self.seed = QSpinBox(), QDoubleSpinBox(), QSpinBox()
        self.n.setObjectName("randomCount")
        self.pi.setObjectName("randomPi")
        self.seed.setObjectName("randomSeed")
        for box in (self.n, self.pi, self.seed):
            box.setLocale(QLocale.c())
            box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
            box.setMinimumWidth(look().px(150))
        self.n.setLocale(QLocale(QLocale.Language.English))
        self.n.setGroupSeparatorShown(True)
        self.n.setRange(1, MAX_SEQUENCE)
        self.n.setValue(max(1, min(MAX_SEQUENCE, n)))
        self.pi.setRange(0.0, 1.0)
        self.pi.setDecimals(4)
        self.pi.setSingleStep(0.05)
        self.pi.setValue(pi)
        self.seed.setRange(0, LARGEST_SEED)
        self.seed.setValue(seed)
        self._labels = [Label("current", 13) for _ in range(3)]
        self.shows = QCheckBox()
        self.shows.setObjectName("randomShows")
        self.shows.setChecked(shows)
        self._hint = Label("muted", 12)
        self._hint.setWordWrap(True)
        form = QFormLayout(self)
        for label, box in zip(self._labels, (self.n, self.pi, self.seed), strict=True):
            label.setBuddy(box)
            form.addRow(label, box)
        form.addRow(self.shows)
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
        self.setWindowTitle(translate("Random", "Random observations"))
        texts = (
            translate("Random", "number of observations n"),
            translate("Random", "true π"),
            translate("Random", "seed"),
        )
        for label, box, text in zip(self._labels, (self.n, self.pi, self.seed), texts, strict=True):
            label.setText(text)
            box.setAccessibleName(text)
        self.shows.setText(translate("Random", "show the true π in the plots"))
        self.n.setToolTip(translate("Random", "at most {n}").format(n=format_count(MAX_SEQUENCE)))
        self._hint.setText(
            translate("Random", "The same seed draws the same observations on every machine.")
        )
