"""The fields of the export dialog: what a figure is to look like, how it moves."""

from __future__ import annotations

from dataclasses import replace

from PyQt5.QtCore import QEvent, QObject, QSignalBlocker, Qt, pyqtSignal
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
from gui.figures.options import (
    ENDINGS,
    MOVING_ENDINGS,
    PARTS,
    PRESETS,
    SCREEN,
    FigureOptions,
    Motion,
)
from gui.i18n import LANGUAGES, translate
from gui.theme import THEMES

OWN = "own"
UNITS = ("px", "mm")
KINDS = ("sweep", "replay")
# π in these fields has six digits.
ROUNDED, DIGITS = 1e-6, 6
# At fault where a figure is too large or too long.
SIZE_FAULTS = ("pixels", "shape")
# What a preset says; the rest is the user's.
OF_PRESET = ("width", "height", "unit", "scale", "dpi", "type_scale", "transparent")


class ExportFields(QWidget):
    """The fields, which hold the options, and show those that matter to the kind of file.

    Signals:
        edited: the options, the motion or the kind of file are others.

    Attributes:
        options: what the figure is to look like.
        motion: how it moves, where it does.
    """

    edited = pyqtSignal()

    def __init__(
        self,
        options: FigureOptions,
        motion: Motion,
        ending: str,
        interval: tuple[float, float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.options, self.motion, self._interval = options, motion, interval
        self._fault = ""
        self._build()
        self._build_motion()
        self._fill(ending)
        self._compose()
        self._connect()
        self.retranslate()

    @property
    def ending(self) -> str:
        """The kind of file, by its ending."""
        return str(self.format.currentData())

    @property
    def moves(self) -> bool:
        """Whether that kind of file moves."""
        return self.ending in MOVING_ENDINGS

    @property
    def of_window(self) -> bool:
        """Whether it is the window's picture that is wanted."""
        return self.preset.currentData() == SCREEN

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

    def _fill(self, ending: str) -> None:
        """Put the choices in that were made the last time."""
        for field, values in (
            (self.preset, (OWN, *PRESETS, SCREEN)),
            (self.format, ENDINGS),
            (self.panel, allowed.PANELS),
            (self.unit, UNITS),
            (self.theme, tuple(THEMES)),
            (self.language, tuple(LANGUAGES)),
            (self.kind, KINDS),
        ):
            for value in values:
                field.addItem("", value)
        self.format.setCurrentIndex(ENDINGS.index(ending))
        self._show_options()
        self._take()

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
        self.show_what_matters()

    def _connect(self) -> None:
        self.preset.currentIndexChanged.connect(self._choose_preset)
        self.unit.currentIndexChanged.connect(self._change_unit)
        for field in (self.panel, self.theme, self.language, self.kind, self.format):
            field.currentIndexChanged.connect(self._read)
        for spin in (
            *(self.width_, self.height_, self.scale, self.dpi, self.type_scale),
            *(self.start, self.stop, self.seconds, self.fps, self.loops),
        ):
            spin.valueChanged.connect(self._read)
        for box in (*self.parts.values(), self.transparent, self.editable, self.ease):
            box.toggled.connect(self._read)
        self.title_.textChanged.connect(self._read)
        for field in self._fields():
            # Who turns the wheel to see the fields below changes none on the way.
            field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            field.installEventFilter(self)

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

    # From the fields to the options, and back ----------------------------------------------

    def _choose_preset(self) -> None:
        name = self.preset.currentData()
        if name in PRESETS:
            usual = PRESETS[name]
            said = {key: getattr(usual, key) for key in OF_PRESET}
            if usual.unit == "mm":
                said["theme"] = usual.theme  # paper is white
            self.options = replace(self.options, **said)
            self._show_options()
            self._take()
        elif name == SCREEN:
            blocker = QSignalBlocker(self.format)
            self.format.setCurrentIndex(ENDINGS.index(".png"))
            blocker.unblock()
        self._tell()

    def _tell(self) -> None:
        self.show_what_matters()
        self.edited.emit()

    def _change_unit(self) -> None:
        """Keep the size on paper, at 96 pixels an inch."""
        inch = {"px": allowed.PIXELS_PER_INCH, "mm": allowed.MM_PER_INCH}
        old, new = self.options.unit, self.unit.currentData()
        share = inch[new] / inch[old]
        digits = 0 if new == "px" else 1
        self.options = replace(
            self.options,
            unit=new,
            width=round(self.options.width * share, digits),
            height=round(self.options.height * share, digits),
        )
        self._show_options()
        # Of what is too large or too small for the unit, the fields hold the nearest.
        self._take()
        self._name_numbers()
        self._tell()

    def _show_options(self) -> None:
        """Let the fields say what the options are."""
        options, motion = self.options, self.motion
        blockers = [QSignalBlocker(child) for child in self._fields()]
        digits, low, high = (
            (0, 1.0, float(allowed.LARGEST_SIDE))
            if options.unit == "px"
            else (1, *allowed.MILLIMETRES)
        )
        for spin, value in ((self.width_, options.width), (self.height_, options.height)):
            spin.setDecimals(digits)
            spin.setRange(low, high)
            spin.setValue(value)
        self.unit.setCurrentIndex(UNITS.index(options.unit))
        self.scale.setValue(options.scale)
        self.dpi.setValue(options.dpi)
        self.panel.setCurrentIndex(allowed.PANELS.index(options.panel))
        for part, box in self.parts.items():
            box.setChecked(options.has(part))
        self.title_.setText(options.title)
        self.type_scale.setValue(round(100 * options.type_scale))
        self.theme.setCurrentIndex(list(THEMES).index(options.theme))
        self.language.setCurrentIndex(list(LANGUAGES).index(options.language))
        self.transparent.setChecked(options.transparent)
        self.editable.setChecked(not options.outlines)
        low, high = self._interval
        self.start.setValue(low if motion.start is None else motion.start)
        self.stop.setValue(high if motion.stop is None else motion.stop)
        self.kind.setCurrentIndex(KINDS.index(motion.kind))
        self.seconds.setValue(motion.seconds)
        self.fps.setValue(motion.fps)
        self.loops.setValue(motion.loops)
        self.ease.setChecked(motion.ease)
        self.preset.setCurrentIndex(self.preset.findData(self._preset()))
        for blocker in blockers:
            blocker.unblock()

    def _fields(self) -> list[QWidget]:
        return [
            *(self.preset, self.format, self.panel, self.unit, self.kind),
            *(self.theme, self.language),
            *(self.width_, self.height_, self.scale, self.dpi, self.type_scale),
            *(self.start, self.stop, self.seconds, self.fps, self.loops, self.title_),
            *(*self.parts.values(), self.transparent, self.editable, self.ease),
        ]

    def _read(self) -> None:
        """Take what the fields say, and say so."""
        self._take()
        blocker = QSignalBlocker(self.preset)
        self.preset.setCurrentIndex(self.preset.findData(self._preset()))
        blocker.unblock()
        self._tell()

    def _take(self) -> None:
        old = self.options
        self.options = replace(
            old,
            panel=self.panel.currentData(),
            width=self.width_.value(),
            height=self.height_.value(),
            scale=round(self.scale.value(), 2),
            dpi=self.dpi.value(),
            theme=self.theme.currentData(),
            language=self.language.currentData(),
            type_scale=self.type_scale.value() / 100,
            title=" ".join(self.title_.text().split()),
            transparent=self.transparent.isChecked(),
            parts=frozenset(part for part, box in self.parts.items() if box.isChecked()),
            outlines=not self.editable.isChecked(),
        )
        low, high = self._interval
        start, stop = self.start.value(), self.stop.value()
        self.motion = Motion(
            kind=self.kind.currentData(),
            # The ends of the axis stay its ends, however many digits they have.
            start=None if abs(start - low) < ROUNDED else start,
            stop=None if abs(stop - high) < ROUNDED else stop,
            seconds=round(self.seconds.value(), 1),
            fps=self.fps.value(),
            loops=self.loops.value(),
            ease=self.ease.isChecked(),
        )

    def _preset(self) -> str:
        """The preset that the options are those of."""
        if self.of_window:
            return SCREEN
        for name, usual in PRESETS.items():
            if all(getattr(usual, key) == getattr(self.options, key) for key in OF_PRESET):
                return name
        return OWN

    def show_interval(self, interval: tuple[float, float]) -> None:
        """Take another part of the axis: a sweep over all of it follows."""
        if interval != self._interval:
            self._interval = interval
            self._show_options()

    def show_fault(self, reason: str) -> None:
        """Show the fields that are at fault too; "" for none.

        Args:
            reason: that of an `OptionsError`.
        """
        if reason != self._fault:
            self._fault = reason
            self.show_what_matters()

    @property
    def wanted_width(self) -> int:
        """Room for each field, also for those that are not shown now."""
        gap = self._form.horizontalSpacing()
        names = max(label.sizeHint().width() for label in self._labels.values())
        return names + gap + max(field.minimumSizeHint().width() for field in self._labels)

    def show_what_matters(self) -> None:
        """Show the fields that matter to the kind of file, and no others."""
        figure, table = not self.of_window, self.ending == ".csv"
        drawn = figure and not table
        moving = drawn and self.moves
        painted = self.ending not in (".svg", ".pdf")
        for field, matters in (
            (self.format, figure),
            (self._size, drawn or (figure and self._fault in SIZE_FAULTS)),
            (self._resolution, (drawn and painted) or (figure and self._fault == "pixels")),
            (self.panel, drawn),
            (self._shown, drawn),
            (self.title_, drawn),
            (self.type_scale, drawn),
            (self.theme, drawn),
            (self.language, drawn),
            (self.transparent, drawn),
            (self.editable, drawn and self.ending == ".svg"),
            (self.kind, moving),
            (self._sweep, moving and self.motion.kind == "sweep"),
            (self._time, moving),
            (self.loops, moving),
            (self.ease, moving),
        ):
            field.setVisible(matters)
            self._labels[field].setVisible(matters)
        self.scale.setVisible(self.options.unit == "px")
        self.dpi.setVisible(self.options.unit == "mm")

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        for name, text in field_words.labels().items():
            field = getattr(self, name)
            self._labels[field].setText(text)
            field.setAccessibleName(text)
        for name, text in field_words.boxes().items():
            box = self.parts.get(name) or getattr(self, name)
            box.setText(text)
            box.setAccessibleName(text)
        for name, texts in field_words.choices().items():
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
