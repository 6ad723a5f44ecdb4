"""The card *Observations*: tiles, text, where they come from, and the estimate."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PyQt5.QtCore import Qt, pyqtBoundSignal, pyqtSignal
from PyQt5.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QMenu,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from core.parsing import SequenceError
from core.scientific import format_count
from gui import equations
from gui.card import Card, Label, Rule
from gui.data_words import counts_line
from gui.draws import drawn
from gui.formula import italic
from gui.formula_label import FormulaLabel
from gui.i18n import translate
from gui.icons import set_icon
from gui.observation_tiles import ObservationTiles
from gui.sequence_field import SequenceField
from gui.theme import look
from gui.wording import explain

if TYPE_CHECKING:
    from core.observations import Observations
    from core.snapshot import Snapshot


class ObservationPanel(Card):
    """The card with the data.

    Signals:
        edited: the user wants these `Observations`; the second value marks a run of typing.
        random_asked, open_asked: the user wants to draw, to open a file.
        flip_asked, shuffle_asked: the user wants 0 and 1 swapped, the order shuffled.
        mle_asked: the user wants π at π̂.
        again_asked, true_pi_asked: to draw again; to see the true π, or to hide it.
        text_asked: a text to be understood, and what takes the observations that it holds.
        copy_asked: the user wants the whole sequence copied.
        pointed: the value, 0 or 1, of the observation that is pointed at; None for none.
    """

    edited = pyqtSignal(object, object)
    text_asked = pyqtSignal(str, object)
    pointed = pyqtSignal(object)
    copy_asked = pyqtSignal()
    again_asked = pyqtSignal()
    true_pi_asked = pyqtSignal()
    random_asked = pyqtSignal()
    flip_asked = pyqtSignal()
    shuffle_asked = pyqtSignal()
    open_asked = pyqtSignal()
    mle_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build_head()
        self._build_data()
        self._build_buttons()
        self._foot_rule = Rule()
        self.body.addWidget(self._foot_rule)
        self._build_foot()
        self._strip = False
        self._snapshot: Snapshot | None = None
        self.source_text: Callable[[], str] = str
        self._error: tuple[str, Exception] | None = None
        self.restyle()

    def _build_head(self) -> None:
        self._title = Label("current", 15, strong=True)
        self._symbol = FormulaLabel(15, 20)
        self._symbol.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._symbol.set_node(italic("y", "muted"))
        self._counts = FormulaLabel(12.5, 20, right=True)
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(self._title)
        self._head.addWidget(self._symbol)
        self._head.addWidget(self._counts, 1)
        self.body.addLayout(self._head)
        self.source = Label("muted", 12)
        self.source.setObjectName("sourceLabel")
        self.source.setWordWrap(True)
        self.again, self.true_pi = QPushButton(), QPushButton()
        self._draw_row = QHBoxLayout()
        for button, name, signal in (
            (self.again, "drawAgainButton", self.again_asked),
            (self.true_pi, "truePiButton", self.true_pi_asked),
        ):
            _make_link(button, name, signal)
            self._draw_row.addWidget(button)
            button.hide()
        self._draw_row.addStretch(1)

    def _build_data(self) -> None:
        self.tiles = ObservationTiles()
        self.tiles.edited.connect(lambda observations: self.edited.emit(observations, None))
        self.tiles.pointed.connect(self._point)
        self.tiles.scrolled.connect(self._show_caption)
        self.tiles.selected.connect(self._show_caption)
        self.tiles.refused.connect(self.show_error)
        self.tile_menu = QMenu(self.tiles)
        self._pointed: int | None = None
        self._caption = Label("muted", 12)
        self._caption.setObjectName("tilesCaption")
        self.go_to = QPushButton()
        _make_link(self.go_to, "goToButton", None)
        self.go_to.clicked.connect(lambda _checked: self.go_to_dialog())
        self.go_to.hide()
        below = QHBoxLayout()
        below.addWidget(self._caption, 1)
        below.addWidget(self.go_to)
        self.field = SequenceField()
        self.field.edited.connect(self.edited)
        self.field.refused.connect(self._show_error)
        self.field.accepted.connect(self.clear_error)
        self.field.copy_asked.connect(self.copy_asked)
        self.field.words_given.connect(self.text_asked)
        self.message = Label("warning", 12)
        self.message.setObjectName("observationMessage")
        self.message.setWordWrap(True)
        self.message.hide()
        self.body.addWidget(self.tiles)
        self.body.addLayout(below)
        self.body.addWidget(self.field)
        self.body.addWidget(self.message)
        # Under the tiles: a tile must not move away under the mouse when its data become one's own.
        self.body.addWidget(self.source)
        self.body.addLayout(self._draw_row)

    def _build_buttons(self) -> None:
        self.random, self.flip = QPushButton(), QPushButton()
        self.shuffle, self.open = QPushButton(), QPushButton()
        self.examples = QPushButton()
        self.examples.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.example_menu = QMenu(self.examples)
        self.example_menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.example_menu.setToolTipsVisible(True)
        self.examples.setMenu(self.example_menu)
        self.more = QPushButton()
        self.more_menu = QMenu(self.more)
        self.more.setMenu(self.more_menu)
        self._buttons = QHBoxLayout()
        for button, name, signal in (
            (self.random, "randomButton", self.random_asked),
            (self.flip, "flipButton", self.flip_asked),
            (self.shuffle, "shuffleButton", self.shuffle_asked),
            (self.examples, "examplesButton", None),
            (self.open, "openButton", self.open_asked),
            (self.more, "moreButton", None),
        ):
            button.setObjectName(name)
            button.setProperty("tight", True)
            if signal is not None:
                button.clicked.connect(lambda _checked, signal=signal: signal.emit())
            self._buttons.addWidget(button, 0 if button is self.more else 1)
        self.body.addLayout(self._buttons)

    def _build_foot(self) -> None:
        self._mle_label = Label("muted", 13)
        self.estimate = FormulaLabel(16, 22)
        self.estimate.setObjectName("mleValue")
        self.go_to_mle = QPushButton()
        _make_link(self.go_to_mle, "goToMleButton", self.mle_asked)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._mle_label)
        foot.addWidget(self.estimate, 1)
        foot.addWidget(self.go_to_mle)
        self.body.addLayout(foot)

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        super().restyle()
        px = look().px
        self._buttons.setSpacing(px(5))
        set_icon(self.examples, "down", 11)
        set_icon(self.more, "more", 14)
        font = look().text_font(15)
        self.field.setFont(font)

    def leave_out(self, without: frozenset[str], *, strip: bool) -> None:
        """Show what is wanted of the card.

        Args:
            without: controls of `core.stage.CONTROLS` that are left out.
            strip: whether it is a strip over the plots: tiles, and what is done to them.
        """
        self._strip = strip
        self.field.setVisible(not strip and "sequence" not in without)
        for button in (self.random, self.examples, self.open, self.more):
            button.setVisible(not strip and "data-buttons" not in without)
        for i, button in enumerate((self.flip, self.shuffle)):
            button.setVisible("data-buttons" not in without)
            if strip:
                self._head.addWidget(button)
            else:
                self._buttons.insertWidget(1 + i, button, 1)
        self._caption.setVisible(not strip)
        # In large type the counts have the heading's room.
        for part in (self._title, self._symbol):
            part.setVisible(not (strip and look().least_type))
        foot = not strip and "estimate" not in without
        for part in (self._foot_rule, self._mle_label, self.estimate, self.go_to_mle):
            part.setVisible(foot)
        if self._snapshot is not None:
            self._show_data(self._snapshot)

    # Rendering -----------------------------------------------------------------------------

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot."""
        old, self._snapshot = self._snapshot, snapshot
        self.tiles.render_snapshot(snapshot)
        state = snapshot.state
        if old is not None and (
            old.state.observations is state.observations
            and old.state.source == state.source
            and old.state.true_pi == state.true_pi
            and old.state.shows_true_pi is state.shows_true_pi
            and old.state.hides("optimum") is state.hides("optimum")
            and old.state.stage.locked is state.stage.locked
        ):
            if self._pointed is not None:
                self._show_caption()
            return
        self.field.show_observations(state.observations)
        self._show_data(snapshot)

    def _show_data(self, snapshot: Snapshot) -> None:
        state = snapshot.state
        observations = state.observations
        # Without a sequence the two blocks say how many of each there are.
        text = counts_line(snapshot, each=observations.has_sequence)
        self._counts.set_node(equations.word(text))
        hidden = state.hides("optimum")
        node = None if hidden else equations.estimate(snapshot)
        undefined = (
            translate("Observations", "not shown yet")
            if hidden
            else translate("Observations", "undefined")
        )
        self.estimate.set_node(
            node if node is not None else equations.word(undefined),
            undefined if node is None else None,
        )
        self.go_to_mle.setEnabled(snapshot.mle is not None and not hidden)
        free = not state.stage.locked
        self.shuffle.setEnabled(free and observations.has_sequence and observations.n > 1)
        self.flip.setEnabled(free and observations.n > 0)
        for part in (self.field, self.random, self.examples, self.open):
            part.setEnabled(free)
        source = self.source_text()
        self.source.setText(source)
        self.source.setVisible(bool(source) and not self._strip)
        self.again.setVisible(drawn(state.source) is not None and not self._strip)
        self.true_pi.setVisible(state.true_pi is not None and not self._strip)
        self._show_true_pi(shown=state.shows_true_pi)
        self.go_to.setVisible(self.tiles.scrolls)
        self._point(self._pointed)
        self.field.setPlaceholderText(
            translate("Observations", "counts only: type a sequence to replace them")
            if not observations.has_sequence
            else translate("Observations", "for example 1011011101")
        )
        if not observations.has_sequence:
            self.field.setReadOnly(False)

    def _point(self, index: int | None) -> None:
        """Say which observation is pointed at, and what its term is."""
        observations = self.tiles.observations
        if index is not None and not (observations.has_sequence and index < observations.n):
            index = None
        self._pointed = index
        self._show_caption()
        self.pointed.emit(None if index is None else observations[index])

    def _show_caption(self) -> None:
        observations, selection = self.tiles.observations, self.tiles.selection
        if selection:
            text = self._selection_text(observations, selection)
        elif self._pointed is not None:
            text = self.tiles.describe(self._pointed)
        elif not observations.has_sequence:
            text = translate("Observations", "counts only, the order is not known")
        elif observations.n == 0:
            text = translate("Observations", "an empty product is 1, an empty sum 0")
        elif self.tiles.scrolls:
            shown = self.tiles.shown_range()
            text = translate("Observations", "observations {first} to {last} of {n}").format(
                first=format_count(shown.start + 1),
                last=format_count(shown.stop),
                n=format_count(observations.n),
            )
        elif self.tiles.grid().size.bar:
            text = translate("Observations", "bar = the loss of one observation, −log f(y; π)")
        else:
            text = translate("Observations", "one tile for each observation")
        self._caption.setText(text)

    def _selection_text(self, observations: Observations, selection: range) -> str:
        ones = observations.slice(selection.start, selection.stop).k
        return translate(
            "Observations", "{first} to {last}: {count} selected, {ones} of them 1"
        ).format(
            first=format_count(selection.start + 1),
            last=format_count(selection.stop),
            count=format_count(len(selection)),
            ones=format_count(ones),
        )

    def _show_true_pi(self, *, shown: bool) -> None:
        self.true_pi.setText(
            translate("Observations", "hide the true π")
            if shown
            else translate("Observations", "show the true π")
        )
        self.true_pi.setAccessibleName(self.true_pi.text())

    def go_to_dialog(self) -> None:
        """Ask for the number of an observation, and bring it into sight."""
        observations = self.tiles.observations
        if not observations.has_sequence or not observations.n:
            return
        number, chosen = QInputDialog.getInt(
            self,
            translate("Observations", "Go to observation"),
            translate("Observations", "number, from 1 to {n}:").format(
                n=format_count(observations.n)
            ),
            min(self.tiles.caret + 1, observations.n),
            1,
            observations.n,
        )
        if chosen:
            self.tiles.go_to(number - 1)

    def _show_error(self, error: SequenceError) -> None:
        self.show_error(error)
        self._mark_field(invalid=True)

    def show_error(self, error: Exception, where: str = "") -> None:
        """Say beside the field what is wrong, and in which file, until the next good sequence."""
        self._error = (where, error)
        self.message.setText(where + explain(error))
        self.message.show()

    def clear_error(self) -> None:
        """Take the message away."""
        self._error = None
        self.message.hide()
        self.message.clear()
        self._mark_field(invalid=False)

    def _mark_field(self, *, invalid: bool) -> None:
        if bool(self.field.property("invalid")) != invalid:
            self.field.setProperty("invalid", invalid)
            style = self.field.style()
            if style is not None:
                style.unpolish(self.field)
                style.polish(self.field)

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self._title.setText(translate("Observations", "Observations"))
        self._mle_label.setText(translate("Observations", "MLE"))
        self._mle_label.setToolTip(translate("Observations", "maximum likelihood estimate"))
        self.estimate.setAccessibleName(translate("Observations", "maximum likelihood estimate"))
        self.estimate.setToolTip(self.estimate.accessibleName())
        self.field.setAccessibleName(translate("Observations", "observations as text"))
        self.field.setToolTip(
            translate("Observations", "0 and 1, with or without spaces and commas between")
        )
        for button, text, tip in (
            (
                self.random,
                translate("Observations", "Random…"),
                translate("Observations", "Draw observations at random (Ctrl+R)"),
            ),
            (
                self.flip,
                translate("Observations", "Flip"),
                translate("Observations", "Swap zeros and ones (Ctrl+I)"),
            ),
            (
                self.shuffle,
                translate("Observations", "Shuffle"),
                translate("Observations", "Shuffle the order: nothing else moves (Ctrl+H)"),
            ),
            (
                self.examples,
                translate("Observations", "Examples"),
                translate("Observations", "Real data (Alt+X)"),
            ),
            (
                self.open,
                translate("Observations", "Open…"),
                translate("Observations", "Open a text, a table, a NumPy file, a session (Ctrl+O)"),
            ),
            (
                self.again,
                translate("Observations", "draw again"),
                translate("Observations", "As many again, with a new seed (Ctrl+Shift+R)"),
            ),
            (
                self.go_to,
                translate("Observations", "go to…"),
                translate("Observations", "Go to an observation by its number (Ctrl+G)"),
            ),
            (
                self.go_to_mle,
                translate("Observations", "go to π̂"),
                translate("Observations", "Move π to the optimum (M)"),
            ),
        ):
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(text)
        self.true_pi.setToolTip(
            translate("Observations", "The π that the data were drawn with (T)")
        )
        self.more.setAccessibleName(translate("Observations", "more"))
        self.more.setToolTip(translate("Observations", "Counts, order, copies …"))
        self.field.retranslate()
        if self._error is not None:
            self.message.setText(self._error[0] + explain(self._error[1]))
        if self._snapshot is not None:
            self._show_data(self._snapshot)


def _make_link(button: QPushButton, name: str, signal: pyqtBoundSignal | None) -> None:
    """A button that looks like a word of the text."""
    button.setObjectName(name)
    button.setProperty("link", True)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    if signal is not None:
        button.clicked.connect(lambda _checked: signal.emit())
