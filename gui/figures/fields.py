"""The fields of the export dialog: what a figure is to look like, how it moves."""

from __future__ import annotations

from dataclasses import replace

from PyQt5.QtCore import QSignalBlocker, Qt, pyqtSignal
from PyQt5.QtWidgets import QComboBox, QWidget

from gui.figures import options as allowed
from gui.figures.field_widgets import FieldWidgets
from gui.figures.options import (
    ENDINGS,
    MOVING_ENDINGS,
    PRESETS,
    SCREEN,
    FigureOptions,
    Motion,
)
from gui.i18n import LANGUAGES
from gui.theme import THEMES

OWN = "own"
UNITS = ("px", "mm")
# π in these fields has six digits.
ROUNDED = 1e-6
# At fault where a figure is too large or too long.
SIZE_FAULTS = ("pixels", "shape")
# What a preset says; the rest is the user's.
OF_PRESET = ("width", "height", "unit", "scale", "dpi", "type_scale", "transparent")


class ExportFields(FieldWidgets):
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
        *,
        of_model: bool = False,
    ) -> None:
        super().__init__(of_model=of_model, parent=parent)
        self.options, self.motion, self._interval = options, motion, interval
        self._fault = ""
        self._fill(ending)
        self.show_what_matters()
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

    def _fill(self, ending: str) -> None:
        """Put the choices in that were made the last time."""
        for field, values in (
            (self.preset, (OWN, *PRESETS, SCREEN)),
            (self.format, ENDINGS),
            (self.unit, UNITS),
            (self.theme, tuple(THEMES)),
            (self.language, tuple(LANGUAGES)),
        ):
            for value in values:
                field.addItem("", value)
        self._offer()
        self.format.setCurrentIndex(ENDINGS.index(ending))
        self._show_options()
        self._take()

    def _offer(self) -> None:
        """Offer the plots and the motions of the view."""
        model = self._of_model
        panels = allowed.MODEL_PANELS if model else allowed.PANELS
        kinds = allowed.MODEL_KINDS if model else allowed.KINDS
        _refill(self.panel, panels)
        _refill(self.kind, kinds)
        if self.options.panel not in panels:
            self.options = replace(self.options, panel=panels[0])
        if self.motion.kind not in kinds:
            self.motion = replace(self.motion, kind=kinds[0])

    def show_view(self, *, of_model: bool) -> None:
        """Offer what another view has."""
        if of_model is not self._of_model:
            self._of_model = of_model
            blockers = [QSignalBlocker(box) for box in (self.panel, self.kind)]
            self._offer()
            for blocker in blockers:
                blocker.unblock()
            self._show_options()
            self.retranslate()
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
        self.panel.setCurrentIndex(self.panel.findData(options.panel))
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
        self.kind.setCurrentIndex(self.kind.findData(motion.kind))
        self.seconds.setValue(motion.seconds)
        self.fps.setValue(motion.fps)
        self.loops.setValue(motion.loops)
        self.ease.setChecked(motion.ease)
        self.preset.setCurrentIndex(self.preset.findData(self._preset()))
        for blocker in blockers:
            blocker.unblock()

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
            (self.kind, moving and self.kind.count() > 1),
            (self._sweep, moving and self.motion.kind == "sweep"),
            (self._time, moving),
            (self.loops, moving),
            (self.ease, moving),
        ):
            field.setVisible(matters)
            self._labels[field].setVisible(matters)
        self.scale.setVisible(self.options.unit == "px")
        self.dpi.setVisible(self.options.unit == "mm")


def _refill(box: QComboBox, values: tuple[str, ...]) -> None:
    """Let a list hold these and no others; what they are called is said later."""
    box.clear()
    for value in values:
        box.addItem("", value)
