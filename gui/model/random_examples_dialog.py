"""The dialog that draws labelled examples at random."""

from __future__ import annotations

import re

from PyQt5.QtCore import QEvent, QObject, Qt
from PyQt5.QtGui import QKeyEvent
from PyQt5.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QWidget

from core.labelled import MOST_EXAMPLES
from core.scientific import format_count
from gui.card import Label
from gui.i18n import Retranslated, translate
from gui.model.labelled_words import quoted
from gui.model.model_words import explain_number
from gui.model.typed_number import NumberError, parse_whole
from gui.model.weight_row import WeightField
from gui.number_field import NumberField
from gui.random_dialog import LARGEST_SEED
from gui.theme import look

# Commas, or blanks, between the thousands, as the program writes them.
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:[\s\u2009\u202f]\d{3})+")


class WholeField(NumberField):
    """A field for a whole number from a least one to a most.

    Args:
        least: that is allowed.
        most: likewise.
        grouped: whether commas stand between its thousands.
        parent: of the field.
    """

    # Qt asks for its text while the box is being built.
    _exact = 1
    _grouped = False

    def __init__(
        self, least: int, most: int, *, grouped: bool = False, parent: QWidget | None = None
    ) -> None:
        self.least, self.most, self._grouped = least, most, grouped
        super().__init__(float(least), float(most), parent)

    def value(self) -> int:
        """The number itself."""
        return int(self._exact)

    def parse(self, text: str) -> int:
        """Read a whole number, which may have commas between its thousands.

        Raises:
            NumberError: it is none, or not within the limits.
        """
        plain = text.strip()
        if _THOUSANDS.fullmatch(plain):
            plain = re.sub(r"\D", "", plain)
        try:
            value = parse_whole(plain, self.most)
        except NumberError as error:
            raise NumberError(text, error.reason, self.least, self.most) from None
        if value < self.least:
            raise NumberError(text, "range", self.least, self.most)
        return value

    def written(self, value: float) -> str:
        """All its digits."""
        return format_count(int(value)) if self._grouped else str(int(value))

    def stepped(self, value: float, steps: int) -> int:
        """The next whole number."""
        return min(self.most, max(self.least, int(value) + steps))


class RandomExamplesDialog(Retranslated, QDialog):
    """Asks for n, the true w and b, and a seed, which makes the draw repeatable.

    What is typed and is not allowed stays, with a message, and nothing is drawn until it is mended.

    Attributes:
        n, w, b, seed: the fields.
    """

    def __init__(
        self, n: int, w: float, b: float, seed: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("randomExamplesDialog")
        self.n = WholeField(1, MOST_EXAMPLES, grouped=True)
        self.w, self.b = WeightField(), WeightField()
        self.seed = WholeField(0, LARGEST_SEED)
        self._boxes: tuple[NumberField, ...] = (self.n, self.w, self.b, self.seed)
        self._errors: dict[NumberField, NumberError] = {}
        self._labels = [Label("current", 13) for _ in self._boxes]
        self._hint = Label("muted", 12)
        self._hint.setObjectName("randomExamplesHint")
        self._hint.setWordWrap(True)
        form = QFormLayout(self)
        names = ("randomExamplesCount", "randomExamplesW", "randomExamplesB", "randomExamplesSeed")
        for box, name, label, value in zip(
            self._boxes, names, self._labels, (n, w, b, seed), strict=True
        ):
            box.setObjectName(name)
            box.setMinimumWidth(look().px(150))
            self._connect(box)
            self._take(box, value)
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

    def _connect(self, box: NumberField) -> None:
        box.edited.connect(lambda value: self._take(box, value))
        box.refused.connect(lambda error: self._show_error(box, error))
        box.accepted.connect(lambda: self._show_error(box, None))
        box.installEventFilter(self)

    def _take(self, box: NumberField, value: float) -> None:
        box.render_value(value)
        box.flush()

    def accept(self) -> None:
        """Close, unless something that was typed is not allowed: the first of it is chosen."""
        for box in self._boxes:
            box.commit()
        wrong = next((box for box in self._boxes if box.is_typed()), None)
        if wrong is None:
            super().accept()
        else:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            wrong.selectAll()

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:  # noqa: N802
        """Enter in a field is OK, as in any dialog."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self.accept()
            return True
        return super().eventFilter(watched, event)

    # Words -------------------------------------------------------------------------------------

    def _show_error(self, box: NumberField, error: NumberError | None) -> None:
        if error is None:
            self._errors.pop(box, None)
        else:
            self._errors[box] = error
        box.mark(invalid=error is not None)
        self._say()

    def _say(self) -> None:
        """Say what is wrong with the first field that is not right, or else what a draw is."""
        wrong = next((box for box in self._boxes if box in self._errors), None)
        self._hint.set_role("muted" if wrong is None else "warning")
        if wrong is not None:
            self._hint.setText(self._explain(wrong, self._errors[wrong]))
            return
        self._hint.setText(
            translate(
                "Model",
                "Any x from −4 to 4 is as likely as another; y is 1 with probability σ(wx + b). "
                "The same seed draws the same examples on every machine.",
            )
        )

    def _explain(self, box: NumberField, error: NumberError) -> str:
        label = self._labels[self._boxes.index(box)].text()
        if isinstance(box, WholeField):
            said = translate(
                "Model", "A whole number from {least} to {most}, not “{text}”."
            ).format(
                least=format_count(box.least),
                most=format_count(box.most),
                text=quoted(error.text),
            )
        else:
            said = explain_number(
                NumberError(quoted(error.text), error.reason, error.least, error.most)
            )
        return f"{label}: {said}"

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
        for whole in (self.n, self.seed):
            whole.setToolTip(translate("Random", "at most {n}").format(n=format_count(whole.most)))
        self._say()
