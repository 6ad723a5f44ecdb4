"""Where the parts of the Model view stand."""

from __future__ import annotations

from PyQt5.QtCore import Qt
from PyQt5.QtGui import QPaintEvent
from PyQt5.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.model_state import PLOTS
from gui import first_frame
from gui.model.class_strip import ClassStrip
from gui.model.examples_panel import ExamplesPanel
from gui.model.landscape_card import LandscapeCard
from gui.model.model_panel import ModelPanel
from gui.model.part import Part
from gui.model.prediction_card import PredictionCard
from gui.theme import LOOK_CHANGED, look

LEFT_WIDTH = 396
GAP = 15
# How the height is shared between the prediction and the landscape, as in the design.
PREDICTION_SHARE, LANDSCAPE_SHARE = 46, 50


class ModelPage(QWidget):
    """The examples and the model to the left, the two plots to the right.

    Before a class the plots have the window to themselves, side by side, over one line of numbers.

    Attributes:
        examples, model, prediction, landscape, strip: the parts.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("modelPage")
        self.examples, self.model = ExamplesPanel(), ModelPanel()
        self.prediction, self.landscape = PredictionCard(), LandscapeCard()
        self.strip = ClassStrip()
        left = QWidget()
        self._left_box = QVBoxLayout(left)
        self._left_box.addWidget(self.examples, 1)
        self._left_box.addWidget(self.model)
        self.left_column = QScrollArea()
        self.left_column.setWidget(left)
        self.left_column.setWidgetResizable(True)
        self.left_column.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.left_column.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._left = left
        self._plots_box = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._plots_box.addWidget(self.prediction)
        self._plots_box.addWidget(self.landscape)
        self._right_box = QVBoxLayout()
        self._right_box.addLayout(self._plots_box, 1)
        self._right_box.addWidget(self.strip)
        self._columns = QHBoxLayout(self)
        self._columns.addWidget(self.left_column)
        self._columns.addLayout(self._right_box, 1)
        self.arrange(PLOTS, presenting=False)
        LOOK_CHANGED.connect(self.restyle)
        self.restyle()

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts, in the order in which they are read."""
        return self.examples, self.model, self.prediction, self.landscape, self.strip

    def arrange(self, plots: tuple[str, ...], *, presenting: bool) -> None:
        """Show these plots, and what belongs beside them."""
        self.left_column.setVisible(not presenting)
        self.strip.setVisible(presenting)
        # Without the column to the left there is more room beside than below.
        shares = (1, 1) if presenting else (PREDICTION_SHARE, LANDSCAPE_SHARE)
        direction = QBoxLayout.Direction
        self._plots_box.setDirection(direction.LeftToRight if presenting else direction.TopToBottom)
        for i, share in enumerate(shares):
            self._plots_box.setStretch(i, share)
        self.prediction.setVisible("prediction" in plots)
        self.landscape.setVisible("landscape" in plots)

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Say that a frame is painted: a window may begin with this view, before a class."""
        super().paintEvent(event)
        first_frame.painted()

    def restyle(self) -> None:
        """Fit the distances to the look of the moment."""
        px = look().px
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(2)
        self._left_box.setContentsMargins(0, 0, 0, 0)
        for box in (self._left_box, self._right_box, self._plots_box):
            box.setSpacing(px(GAP))
        self._left.setFixedWidth(px(LEFT_WIDTH))
        # The scrollbar has the gap between the columns to itself.
        self.left_column.setFixedWidth(px(LEFT_WIDTH) + px(GAP) - 2)
