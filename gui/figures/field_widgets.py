"""The widgets of the export dialog's form: a field a line, its name before it."""

from __future__ import annotations

from PyQt5.QtCore import QEvent, QObject
from PyQt5.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from gui.card import Label
from gui.figures import field_words
from gui.figures import options as allowed
from gui.figures.field_kinds import choice, number, side_by_side, whole
from gui.figures.options import PARTS
from gui.i18n import translate

# π in these fields has six digits.
DIGITS = 6


class FieldWidgets(QWidget):
    """The fields, which say nothing yet.

    Args:
        of_model: whether the figures are of the Model view.
        parent: of this widget.
    """

    def __init__(self, *, of_model: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._of_model = of_model
        self._build()
        self._build_motion()
        self._compose()

    def _build(self) -> None:
        self.preset, self.format, self.panel = (
            choice("Preset"),
            choice("Format"),
            choice("Panel"),
        )
        self.width_, self.height_ = number("Width"), number("Height")
        self.unit = choice("Unit")
        self.scale = number("Scale")
        self.scale.setRange(*allowed.SCALES)
        self.scale.setSingleStep(0.5)
        self.scale.setPrefix("× ")
        self.dpi = whole("Dpi")
        self.dpi.setRange(*allowed.DPIS)
        self.dpi.setSuffix(" dpi")
        self.parts = {part: QCheckBox() for part in PARTS}
        for part, box in self.parts.items():
            box.setObjectName(f"export{part.capitalize()}")
        self.title_ = QLineEdit()
        self.title_.setObjectName("exportTitle")
        self.title_.setMaxLength(allowed.LONGEST_TITLE)
        self.title_.setClearButtonEnabled(True)
        self.type_scale = whole("TypeScale")
        low, high = allowed.TYPE_SCALES
        self.type_scale.setRange(round(100 * low), round(100 * high))
        self.type_scale.setSingleStep(5)
        self.type_scale.setSuffix(" %")
        self.theme, self.language = choice("Theme"), choice("Language")
        self.transparent, self.editable = QCheckBox(), QCheckBox()
        self.transparent.setObjectName("exportTransparent")
        self.editable.setObjectName("exportSvgText")

    def _build_motion(self) -> None:
        self.kind = choice("Kind")
        self.start, self.stop = number("From"), number("To")
        for box in (self.start, self.stop):
            box.setRange(0.0, 1.0)
            box.setDecimals(DIGITS)
            box.setSingleStep(0.05)
        self.seconds = number("Seconds")
        self.seconds.setRange(*allowed.SECONDS)
        self.seconds.setDecimals(1)
        self.seconds.setSingleStep(0.5)
        self.fps, self.loops = whole("Fps"), whole("Loops")
        self.fps.setRange(*allowed.FRAME_RATES)
        self.loops.setRange(0, allowed.MOST_LOOPS)
        self.ease = QCheckBox()
        self.ease.setObjectName("exportEase")
        self._numbers: tuple[QSpinBox | QDoubleSpinBox, ...] = (
            *(self.width_, self.height_, self.scale, self.dpi),
            *(self.start, self.stop, self.seconds, self.fps),
        )

    def _compose(self) -> None:
        self._size = side_by_side(self.width_, self.height_, self.unit)
        self._resolution = side_by_side(self.scale, self.dpi)
        self._sweep = side_by_side(self.start, self.stop)
        self._time = side_by_side(self.seconds, self.fps)
        self._shown = side_by_side(*self.parts.values())
        self._form = form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._labels: dict[QWidget, Label] = {}
        for field in (
            *(self.preset, self.format, self._size, self._resolution, self.panel, self._shown),
            *(self.title_, self.type_scale, self.theme, self.language),
            *(self.transparent, self.editable, self.kind, self._sweep, self._time, self.loops),
            self.ease,
        ):
            label = Label("muted", 13)
            label.setBuddy(field)
            self._labels[field] = label
            form.addRow(label, field)

    def eventFilter(self, field: QObject | None, event: QEvent | None) -> bool:  # noqa: N802
        """Leave the wheel to the list of the fields, but over the one that is at work."""
        if (
            event is not None
            and event.type() == QEvent.Type.Wheel
            and isinstance(field, QWidget)
            and not field.hasFocus()
        ):
            event.ignore()
            return True
        return super().eventFilter(field, event)

    def _fields(self) -> list[QWidget]:
        return [
            *(self.preset, self.format, self.panel, self.unit, self.kind),
            *(self.theme, self.language),
            *(self.width_, self.height_, self.scale, self.dpi, self.type_scale),
            *(self.start, self.stop, self.seconds, self.fps, self.loops, self.title_),
            *(*self.parts.values(), self.transparent, self.editable, self.ease),
        ]

    @property
    def wanted_width(self) -> int:
        """Room for each field, also for those that are not shown now."""
        gap = self._form.horizontalSpacing()
        names = max(label.sizeHint().width() for label in self._labels.values())
        return names + gap + max(field.minimumSizeHint().width() for field in self._labels)

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        for name, text in field_words.labels().items():
            field = getattr(self, name)
            self._labels[field].setText(text)
            field.setAccessibleName(text)
        for name, text in field_words.boxes(of_model=self._of_model).items():
            box = self.parts.get(name) or getattr(self, name)
            box.setText(text)
            box.setAccessibleName(text)
        for name, texts in field_words.choices(of_model=self._of_model).items():
            for i, text in enumerate(texts):
                getattr(self, name).setItemText(i, text)
        self._name_numbers()

    def _name_numbers(self) -> None:
        self.loops.setSpecialValueText(translate("Export", "for ever"))
        self.loops.setPrefix("× ")
        self.seconds.setSuffix(" " + translate("Export", "s"))
        self.fps.setSuffix(" " + translate("Export", "frames/s"))
        for name, text in field_words.numbers().items():
            field = getattr(self, name)
            field.setAccessibleName(text)
            field.setToolTip(text)
        for spin in (*self._numbers, self.type_scale, self.loops):
            # What lies outside cannot be typed: the field says what can.
            low, high = (f"{end:g}" for end in (spin.minimum(), spin.maximum()))
            name = spin.accessibleName()
            spin.setToolTip(
                translate("Export", "{name}: {low} to {high}").format(name=name, low=low, high=high)
            )
