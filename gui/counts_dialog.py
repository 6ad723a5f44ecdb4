"""The dialog that asks for two counts instead of a sequence."""

from __future__ import annotations

from PyQt5.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from core.observations import Observations
from core.parsing import CountsError, parse_counts
from core.scientific import format_count
from gui.card import Label
from gui.i18n import Retranslated, translate
from gui.theme import look
from gui.wording import explain


class CountsDialog(Retranslated, QDialog):
    """Asks for k and n, and says at once what is wrong with them."""

    def __init__(self, k: int, n: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("countsDialog")
        self.k, self.n = QLineEdit(str(k)), QLineEdit(str(n))
        self.k.setObjectName("countsOnes")
        self.n.setObjectName("countsAll")
        self._labels = [Label("current", 13) for _ in range(2)]
        self.message = Label("muted", 12)
        self.message.setWordWrap(True)
        self.message.setMinimumWidth(look().px(320))
        form = QFormLayout(self)
        for label, field in zip(self._labels, (self.k, self.n), strict=True):
            label.setBuddy(field)
            form.addRow(label, field)
            field.setMinimumWidth(look().px(190))
            field.textChanged.connect(self._check)
        form.addRow(self.message)
        self._buttons = QDialogButtonBox()
        ok = self._buttons.addButton(QDialogButtonBox.StandardButton.Ok)
        assert isinstance(ok, QPushButton)  # noqa: S101 - for the type checker
        self._ok = ok
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        form.addRow(self._buttons)
        self.observations: Observations | None = None
        self.retranslate()
        self.k.selectAll()

    def _check(self) -> None:
        # Digits in groups are how the program itself shows large counts.
        texts = [
            "".join(c for c in field.text() if c not in ", _'\u202f\u00a0")
            for field in (self.k, self.n)
        ]
        try:
            self.observations = parse_counts("/".join(texts))
        except CountsError as error:
            self.observations = None
            self.message.setText(explain(error))
        else:
            zeros = self.observations.n - self.observations.k
            self.message.setText(
                translate("Counts", "{k} ones and {zeros} zeros, in no known order.").format(
                    k=format_count(self.observations.k), zeros=format_count(zeros)
                )
            )
        self._ok.setEnabled(self.observations is not None)

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.setWindowTitle(translate("Counts", "Enter counts"))
        texts = (
            translate("Counts", "number of ones k"),
            translate("Counts", "number of observations n"),
        )
        for label, field, text in zip(self._labels, (self.k, self.n), texts, strict=True):
            label.setText(text)
            field.setAccessibleName(text)
        self._check()
