"""The lab "Underflow": factor upon factor, until only the sum of their logarithms is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PyQt5.QtCore import QSize, QTimer
from PyQt5.QtGui import QResizeEvent
from PyQt5.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from core.factors import Reading, reading
from core.lab_state import MOST_FACTORS
from core.scientific import format_count
from core.underflow import MOST_SEARCHED, Products, dies, products
from gui.i18n import translate
from gui.labs import underflow_words as words
from gui.labs.chart import Chart, Now
from gui.labs.count_slider import RADIUS, CountField, CountSlider
from gui.labs.lab import Lab
from gui.labs.number_table import NumberTable
from gui.labs.underflow_picture import picture
from gui.pace import Pace
from gui.plot_layout import AXIS_WIDTH, RIGHT_MARGIN
from gui.theme import look

if TYPE_CHECKING:
    from core.snapshot import Snapshot

PAGE = 100
# After so many milliseconds without a change, what takes longer is worked out.
REST = 40


class _Row(QWidget):
    """The slider of n, and the field before its groove."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.slider = CountSlider(self, (AXIS_WIDTH, RIGHT_MARGIN))
        self.slider.setObjectName("factorsSlider")
        self.field = CountField(self)
        self.field.setObjectName("factorsField")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As tall as the taller of both."""
        height = max(self.field.sizeHint().height(), self.slider.sizeHint().height())
        return QSize(self.slider.sizeHint().width(), height)

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Keep the field before the groove."""
        super().resizeEvent(event)
        self.place()

    def place(self) -> None:
        """Fit to the look of the moment."""
        px, height = look().px, self.field.sizeHint().height()
        self.slider.setGeometry(0, 0, self.width(), self.height())
        room = px(AXIS_WIDTH) - px(RADIUS) - 2 * px(6)
        wide = round(look().text_metrics(13).horizontalAdvance(str(MOST_FACTORS))) + 2 * px(10)
        self.field.setGeometry(px(6), (self.height() - height) // 2, min(room, wide), height)


class UnderflowLab(Lab):
    """Multiplies the observations' factors, repeated as often as it needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("underflowLab")
        self._snapshot: Snapshot | None = None
        self._products: Products | None = None
        self._deaths = words.Deaths(None, None, MOST_FACTORS)
        self._made_for: tuple[object, float] | None = None
        self._reading: Reading | None = None
        self.table = NumberTable("lll", 3, 28, self)
        self.table.setObjectName("underflowTable")
        # The slider stands under the axis as that of π does under the plots'.
        self.chart = Chart(self, pi_axis=True)
        self.chart.setObjectName("underflowChart")
        self.chart.pressed.connect(self._press)
        self.chart.dragged.connect(self._drag)
        self.chart.released.connect(lambda: self.slider.end("mouse"))
        self._row = _Row(self)
        self.slider, self.field = self._row.slider, self._row.field
        self.slider.edited.connect(self._edit)
        self.slider.started.connect(self.gesture_started)
        self.slider.ended.connect(self.gesture_ended)
        self.field.edited.connect(self._edit)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.table)
        self._box.addWidget(self.chart, 1)
        self._box.addWidget(self._row)
        self._is_drawn = False
        self._pace = Pace(self, self._refresh)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._at_rest)
        self.restyle()
        self.retranslate()

    # Showing -------------------------------------------------------------------------------

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot; while only the number of factors moves, the marks alone.

        When π moves, so does all that the chart shows: the dot with each event, its curves as
        figures are, 30 times a second at most.
        """
        self._snapshot = snapshot
        self._reading = None
        if not self._is_made():
            self._make(snapshot)
        if self.chart.picture is not None:
            self._show_marks()
        m = snapshot.state.lab.factors
        self.slider.render_value(m, MOST_FACTORS, PAGE)
        self.field.render_value(m, MOST_FACTORS)
        self._pace.ask()
        self._rest.start()

    def _is_made(self) -> bool:
        """Whether the products are those of the snapshot."""
        s, before = self._snapshot, self._made_for
        if s is None or before is None:
            return False
        return before[0] is s.state.observations and before[1] == s.pi

    def _make(self, snapshot: Snapshot) -> None:
        observations, pi = snapshot.state.observations, snapshot.pi
        self._made_for = observations, pi
        made = self._products = products(observations, pi, MOST_FACTORS)
        self._deaths = words.Deaths(made.float32_dies, made.float64_dies, MOST_FACTORS)
        self._is_drawn = False

    def _draw(self) -> None:
        """Bring the curves up to date."""
        s = self._snapshot
        if s is not None and self._products is not None and not self._is_drawn:
            self._is_drawn = True
            self.chart.show_picture(picture(self._products, s))
            self._show_marks()

    def _show_marks(self) -> None:
        assert self._products is not None and self._snapshot is not None  # noqa: S101, PT018
        m = self._snapshot.state.lab.factors
        height = float(self._products.log10[m])
        axis = self.chart.picture.y if self.chart.picture is not None else None
        seen = axis is not None and axis.low <= height
        chip = f"n = {format_count(m)}"
        dots = ((float(m), height),) if seen else ()
        self.chart.show_now(Now(float(m), dots, chip, 0 if seen else -1))

    def _read(self) -> Reading | None:
        """The numbers after the factors of the moment."""
        s = self._snapshot
        if s is None or not self._is_made() or self._products is None:
            return None
        if self._reading is None:
            factors = s.state.lab.factors
            self._reading = reading(self._products, s.state.observations, s.pi, factors)
        return self._reading

    def _refresh(self) -> None:
        self._draw()
        read = self._read()
        if read is not None and self._snapshot is not None:
            self.table.set_rows(words.rows(read, self._deaths, self._snapshot))

    def _at_rest(self) -> None:
        """Look further for the end of the products, and say all that is seen."""
        if self._snapshot is None:
            return
        self._refresh()
        self._search()
        self._refresh()
        self.chart.setAccessibleDescription(self.summary())

    def _search(self) -> None:
        made, s = self._products, self._snapshot
        if made is None or s is None or self._deaths.searched == MOST_SEARCHED:
            return
        found = [
            here if here is not None else dies(s.state.observations, s.pi, kind)
            for here, kind in ((made.float32_dies, np.float32), (made.float64_dies, np.float64))
        ]
        self._deaths = words.Deaths(found[0], found[1], MOST_SEARCHED)

    def summary(self) -> str:
        """What becomes of the products, and the sum of logs, in sentences."""
        self._refresh()
        self._search()
        read = self._read()
        if read is None or self._snapshot is None:
            return ""
        return words.summary(read, self._deaths, self._snapshot)

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        self._box.setSpacing(look().px(6))
        self._row.updateGeometry()
        self._row.place()

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        name = translate("Underflow lab", "Number of factors n")
        self.slider.setAccessibleName(name)
        self.slider.setToolTip(
            translate("Underflow lab", "← → 1, Page Up and Page Down 100, Home 0, End 3,000")
        )
        self.field.setAccessibleName(name)
        self.field.setToolTip(translate("Underflow lab", "0 to 3,000; Enter takes it"))
        self.chart.setAccessibleName(
            translate("Underflow lab", "Chart of the product against the number of factors")
        )
        self.chart.setToolTip(translate("Underflow lab", "Click or drag: number of factors"))
        self.table.setAccessibleName(
            translate("Underflow lab", "The product in float32, in float64, and the sum of logs")
        )
        self.table.forget_widths()
        if self._snapshot is not None:
            self._made_for = None
            self.render_snapshot(self._snapshot)

    # Intents -------------------------------------------------------------------------------

    def _edit(self, m: int) -> None:
        if self._snapshot is None or m != self._snapshot.state.lab.factors:
            self.edited.emit({"factors": m})

    def _press(self, x: float, _y: float) -> None:
        self.slider.begin("mouse")
        self._edit(round(x))

    def _drag(self, x: float, _y: float) -> None:
        if self.slider.is_held:
            self._edit(round(x))

    def stop(self) -> None:
        """End what is held."""
        self.slider.end()
