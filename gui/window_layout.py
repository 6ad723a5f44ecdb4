"""Where the parts of the window stand, in each of its views."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PyQt5.QtCore import QEvent, QObject, QPoint, Qt
from PyQt5.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PyQt5.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.card import Label
from gui.theme import LOOK_CHANGED, look

if TYPE_CHECKING:
    from gui.calculation_panel import CalculationPanel
    from gui.notice import Notices
    from gui.observation_panel import ObservationPanel
    from gui.pi_bar import PiBar
    from gui.plot_stack import PlotStack
    from gui.top_bar import TopBar

LEFT_WIDTH = 396
MARGIN = 19
GAP = 15
# The left column takes at most this share of the window.
LEFT_SHARE = 0.44


class Arrangement(NamedTuple):
    """What decides where the parts stand.

    Attributes:
        view: "explore", "lessons" or "model".
        presenting: whether the window is before a class.
        tiles: in a lesson, or before a class, whether the observations stand over the plots.
        lab: whether a lab has the place of the plots.
        guessing: whether the calculation would give away what is to be guessed.
        slider: whether π can be moved.
        without: the controls that a teacher left out.
    """

    view: str
    presenting: bool
    tiles: bool
    lab: bool
    guessing: bool
    slider: bool
    without: frozenset[str]


class WindowLayout(QWidget):
    """The window's ground: a bar at the top, two columns, notices at the foot.

    Attributes:
        left_column: the scrolling column of Explore.
    """

    def __init__(
        self,
        top_bar: TopBar,
        observations: ObservationPanel,
        calculation: CalculationPanel,
        plots: PlotStack,
        pi_bar: PiBar,
        notices: Notices,
    ) -> None:
        super().__init__()
        self._top_bar, self._notices = top_bar, notices
        self._observations, self._calculation = observations, calculation
        self._plots, self._pi_bar = plots, pi_bar
        self._lessons: QWidget | None = None
        self._lab: QWidget | None = None
        self._model: QWidget | None = None
        self._model_parts: Sequence[QWidget] = ()
        self._shown: Arrangement | None = None
        self._left = QWidget()
        self._left_box = QVBoxLayout(self._left)
        self._left_box.addWidget(observations)
        self._left_box.addWidget(calculation)
        self._left_box.addStretch(1)
        self.left_column = QScrollArea()
        self.left_column.setWidget(self._left)
        self.left_column.setWidgetResizable(True)
        self.left_column.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.left_column.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._right_box = QVBoxLayout()
        # Between the observations, where they stand over the plots, and these.
        self._gap = QWidget()
        self._gap.hide()
        self._right_box.addWidget(self._gap)
        self._right_box.addWidget(plots, 1)
        self._right_box.addWidget(pi_bar)
        self._columns = QHBoxLayout()
        self._columns.addWidget(self.left_column)
        self._columns.addLayout(self._right_box, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(top_bar)
        whole.addLayout(self._columns, 1)
        # At the bottom: what comes and goes there moves no tile under the mouse.
        whole.addWidget(notices)
        LOOK_CHANGED.connect(self.restyle)
        self.restyle()

    def take_lessons(self, column: QWidget) -> None:
        """Have a place for the lessons."""
        self._lessons = column
        self._columns.insertWidget(0, column)
        column.setVisible(self._shown is not None and self._shown.view == "lessons")
        self.restyle()

    def take_model(self, page: QWidget, parts: Sequence[QWidget]) -> None:
        """Have a place for the Model view, whose parts are read in this order."""
        self._model, self._model_parts = page, parts
        page.hide()
        self._columns.addWidget(page, 1)

    def take_lab(self, frame: QWidget) -> None:
        """Have a place for the labs, where the plots are."""
        self._lab = frame
        self._right_box.insertWidget(self._right_box.indexOf(self._plots) + 1, frame, 1)

    def arrange(self, wanted: Arrangement) -> None:
        """Put every part where it belongs, and leave out what is not wanted."""
        if wanted == self._shown:
            return
        self._shown = wanted
        presenting, without = wanted.presenting, wanted.without
        exploring = wanted.view == "explore"
        self._top_bar.setVisible(not presenting)
        if self._model is not None:
            self._model.setVisible(wanted.view == "model")
        # A column without anything in it would keep its share of the width.
        self._columns.setStretchFactor(self._right_box, 0 if wanted.view == "model" else 1)
        if wanted.view == "model":
            self._hide_the_others()
            return
        strip = presenting or not exploring
        self._place_observations(strip=strip)
        self._observations.leave_out(without, strip=strip)
        shown = (wanted.tiles or not strip) and "observations" not in without
        self._observations.setVisible(shown)
        self._gap.setVisible(shown and strip)
        self._calculation.setVisible(not wanted.guessing and "calculation" not in without)
        self._calculation.leave_out(without)
        # In the game of guessing even the counts would give the answer away.
        left = not (strip or wanted.guessing) and not {"observations", "calculation"} <= without
        self.left_column.setVisible(left)
        if self._lessons is not None:
            self._lessons.setVisible(wanted.view == "lessons")
        self._plots.setVisible(not wanted.lab)
        if self._lab is not None:
            self._lab.setVisible(wanted.lab)
        self._pi_bar.leave_out(without, presenting=presenting, lab=wanted.lab)
        self._pi_bar.setVisible(wanted.slider and "slider" not in without)

    def _hide_the_others(self) -> None:
        """Leave the window to the Model view."""
        parts = (self.left_column, self._observations, self._gap, self._plots, self._pi_bar)
        for part in (*parts, self._lessons, self._lab):
            if part is not None:
                part.hide()

    def _place_observations(self, *, strip: bool) -> None:
        """The observations: in the left column, or as a strip over the plots."""
        box, other = (
            (self._right_box, self._left_box) if strip else (self._left_box, self._right_box)
        )
        if box.indexOf(self._observations) < 0:
            other.removeWidget(self._observations)
            box.insertWidget(0, self._observations)
            # A style sheet forgets what a widget's letters were when it gets another parent.
            for label in self._observations.findChildren(Label):
                label.restyle()

    # Keys ------------------------------------------------------------------------------------

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802, A002 - Qt's names
        """Tab and Shift+Tab go as one reads, whatever has come or gone since the last one."""
        self.follow_the_eye()
        return super().focusNextPrevChild(next)

    def showEvent(self, event: QShowEvent | None) -> None:  # noqa: N802 - Qt's name
        """Hear of Tab where no control has the keys, too."""
        super().showEvent(event)
        window = self.window()
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:  # noqa: N802
        """Bring the order up to date before the window itself reads Tab."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        ):
            self.follow_the_eye()
        return super().eventFilter(watched, event)

    def follow_the_eye(self) -> None:
        """Let the tab order be that of the places: the bar, the left column, the right, the foot.

        Qt's own is that in which the parts were made.
        """
        widgets = self.reading_order()
        for one, other in pairwise(widgets):
            QWidget.setTabOrder(one, other)

    def reading_order(self) -> list[QWidget]:
        """Every control to be seen that Tab can reach, as one reads."""
        parts = (
            *(self._top_bar, self._lessons, self.left_column),
            *(self._observations, self._plots, self._lab, self._pi_bar),
            *(*self._model_parts, self._notices),
        )
        found: list[QWidget] = []
        for part in parts:
            if part is None or (part is self._observations and self._left.isAncestorOf(part)):
                continue
            controls = [
                widget
                for widget in (part, *part.findChildren(QWidget))
                if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
                and widget.focusProxy() is None
                and widget.isVisibleTo(self)
                and widget.window() is self.window()
            ]
            found += self._as_read(controls, part)
        return found

    def _as_read(self, widgets: list[QWidget], ground: QWidget) -> list[QWidget]:
        """From top to bottom, and in a row from left to right; what scrolls keeps together."""
        blocks: dict[QWidget, list[QWidget]] = {}
        for widget in widgets:
            blocks.setdefault(_outermost(widget, ground), []).append(widget)
        places = {block: block.rect().translated(block.mapTo(self, QPoint())) for block in blocks}
        left = sorted(blocks, key=lambda block: places[block].top())
        found: list[QWidget] = []
        while left:
            first = places[left[0]]
            row = [b for b in left if first.top() <= places[b].center().y() <= first.bottom()]
            left = [block for block in left if block not in row]
            # By their middles: the button before the slider's groove lies within its widget.
            for block in sorted(row, key=lambda b: (places[b].center().x(), places[b].top())):
                inside = blocks[block]
                found += inside if inside == [block] else self._as_read(inside, block)
        return found

    # Look ------------------------------------------------------------------------------------

    def restyle(self) -> None:
        """Fit the distances to the look of the moment."""
        px = look().px
        self._columns.setContentsMargins(px(MARGIN), px(MARGIN), px(MARGIN), px(10))
        self._columns.setSpacing(2)
        self._right_box.setSpacing(px(2))
        self._gap.setFixedHeight(px(8))
        self._left_box.setContentsMargins(0, 0, 0, 0)
        self._left_box.setSpacing(px(GAP))
        self._left.setFixedWidth(px(LEFT_WIDTH))
        # The scrollbar has the gap between the columns to itself.
        self.left_column.setFixedWidth(px(LEFT_WIDTH) + px(GAP) - 2)
        if self._lessons is not None:
            self._lessons.setFixedWidth(self.lessons_width())

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """The lessons' column depends on the window's width."""
        super().resizeEvent(event)
        if self._lessons is not None:
            self._lessons.setFixedWidth(self.lessons_width())

    def lessons_width(self) -> int:
        """The width of the lessons' column, with the gap to its right."""
        px = look().px
        return min(px(LEFT_WIDTH), int(LEFT_SHARE * self.width())) + px(GAP) - 2


def _outermost(widget: QWidget, ground: QWidget) -> QWidget:
    """What scrolls with a widget in it, on some ground; the widget itself where nothing does."""
    found, parent = widget, widget
    while parent is not ground:
        if isinstance(parent, QScrollArea):
            found = parent
        above = parent.parentWidget()
        if above is None:
            break
        parent = above
    return found
