"""One weight of the model: its letter, a slider over the landscape's range, and a field."""

from __future__ import annotations

from PyQt5.QtCore import Qt, pyqtSignal
from PyQt5.QtGui import QPainter, QPaintEvent
from PyQt5.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from core.model_state import LARGEST
from core.scientific import format_number
from gui.decimal_steps import round_step, stepped
from gui.formula import italic
from gui.formula_label import FormulaLabel
from gui.model.range_slider import RangeSlider
from gui.model.scrolled_field import ScrolledField
from gui.model.typed_number import full_text, parse_number, short_text
from gui.still_text import text_width
from gui.theme import look

# In the design's pixels.
SYMBOL_WIDTH, FIELD_WIDTH, FIELD_INSET = 18, 98, 22


def limited(value: float) -> float:
    """The nearest weight that is allowed."""
    return min(LARGEST, max(-LARGEST, value))


class WeightField(ScrolledField):
    """A field for w or b: any number up to `LARGEST` in size.

    Attributes:
        step: what the arrows add.
    """

    # A weight begins at 0, and Qt asks for its text while the box is being built.
    _exact = 0.0
    step = 0.1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(-LARGEST, LARGEST, parent)

    def parse(self, text: str) -> float:
        """Read a weight.

        Raises:
            NumberError: it is none.
        """
        return parse_number(text, -LARGEST, LARGEST)

    def written(self, value: float) -> str:
        """All its digits."""
        return full_text(value)

    def shortened(self, value: float) -> str:
        """As many of four digits as have room."""
        room = self.width() - look().px(FIELD_INSET)
        texts = [short_text(value), *(format_number(value, digits) for digits in (3, 2, 1))]
        return next((text for text in texts if text_width(text, 13) <= room), texts[-1])

    def stepped(self, value: float, steps: int) -> float:
        """A step of the slider's."""
        return limited(stepped(value, self.step, steps))


class WeightRow(QWidget):
    """A letter, a slider and a field, which say the same.

    Signals:
        edited: the user wants this number.
        started, ended: a drag or a held key begins, ends; always in pairs.

    Attributes:
        slider, field: the controls.
    """

    edited = pyqtSignal(float)
    started = pyqtSignal()
    ended = pyqtSignal()

    def __init__(self, letter: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = letter
        # What its parts leave free it paints itself: a drag then leaves the card behind alone.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._symbol = FormulaLabel(20, 26)
        self._symbol.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.slider = RangeSlider(self)
        self.slider.setObjectName(f"{name}Slider")
        self.field = WeightField(self)
        self.field.setObjectName(f"{name}SpinBox")
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._symbol)
        self._box.addWidget(self.slider, 1)
        self._box.addWidget(self.field)
        gesture = self.slider.gesture
        gesture.edited.connect(self._edit)
        gesture.started.connect(self.started)
        gesture.ended.connect(self.ended)
        self.field.edited.connect(self._edit)
        self.restyle()

    def _edit(self, value: float) -> None:
        self.edited.emit(limited(value))

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        value, px = look(), look().px
        self._box.setSpacing(px(4))
        self._symbol.setFixedWidth(max(px(SYMBOL_WIDTH), round(0.8 * value.type_px(20))))
        # The font counts where type is larger than the design's.
        wide = round(px(FIELD_WIDTH) * value.type_px(13) / px(13))
        self.field.setFixedWidth(min(wide, px(FIELD_WIDTH + 42)))
        self.slider.updateGeometry()
        self._paint_symbol()

    def _paint_symbol(self) -> None:
        role = "current" if self.slider.isEnabled() else "muted"
        self._symbol.set_node(italic(self._letter, role))

    def enable(self, enabled: bool) -> None:
        """Let it be moved, or not."""
        if self.slider.isEnabled() is not enabled:
            self.slider.gesture.end()
            self.slider.setEnabled(enabled)
            self.field.setEnabled(enabled)
            self._paint_symbol()

    def render_value(self, value: float, low: float, high: float) -> None:
        """Show the number, on a groove from low to high; the field follows at its own pace."""
        self.slider.render_value(value, low, high)
        self.field.step = round_step(low, high)
        self.field.render_value(value)

    def stop(self) -> None:
        """End what is held."""
        self.slider.gesture.end()

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the ground."""
        if event is not None:
            painter = QPainter(self)
            painter.fillRect(event.rect(), look().colour("card"))
            painter.end()
