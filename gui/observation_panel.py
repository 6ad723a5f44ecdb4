"""The card *Observations*: tiles, text, where they come from, and the estimate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import QEvent, QSize, Qt, pyqtSignal
from PyQt5.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PyQt5.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton, QWidget

from core.observations import Observations
from core.parsing import SequenceError, parse_sequence
from core.scientific import format_count
from gui import equations
from gui.card import Card, Label, Rule
from gui.formula import italic
from gui.formula_label import FormulaLabel
from gui.i18n import translate
from gui.icons import icon
from gui.observation_tiles import ObservationTiles
from gui.theme import look
from gui.wording import explain

if TYPE_CHECKING:
    from core.snapshot import Snapshot

# The field shows the whole sequence up to here; a longer one by its two ends.
LONGEST_TEXT = 5_000
END_SHOWN = 12


class SequenceField(QLineEdit):
    """The sequence as text. A valid text is taken at once; another one stays in the field.

    Signals:
        edited: the user wants these `Observations`; the second value marks one run of typing.
        refused: the text is not a sequence: the `SequenceError`.
        accepted: the text is a sequence again.
    """

    edited = pyqtSignal(object, object)
    refused = pyqtSignal(object)
    accepted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("observationText")
        self.setMaxLength(10 * LONGEST_TEXT)
        self._run: object = object()
        self._shown: Observations | None = None
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self._end_run)

    def show_observations(self, observations: Observations) -> None:
        """Show observations that were not typed here."""
        if observations is self._shown:
            return
        self._shown = observations
        whole = observations.has_sequence and observations.n <= LONGEST_TEXT
        self.setReadOnly(not whole)
        if not observations.has_sequence:
            text = ""
        elif whole:
            text = observations.text()
        else:
            text = _two_ends(observations)
        caret = self.cursorPosition()
        self.setText(text)
        self.setCursorPosition(min(caret, len(text)) if whole else 0)
        self.accepted.emit()

    def take(self, text: str) -> bool:
        """Use a text as the sequence.

        Returns:
            whether it is one; if not, `refused` has said why.
        """
        try:
            observations = parse_sequence(text)
        except SequenceError as error:
            self.refused.emit(error)
            return False
        # Typed text keeps its spaces: what is shown already says these observations.
        self._shown = observations
        self.accepted.emit()
        self.edited.emit(observations, self._run)
        return True

    def _typed(self, text: str) -> None:
        self.take(text)

    def _end_run(self) -> None:
        self._run = object()

    def paste(self) -> None:
        """Paste; a text longer than the field holds becomes the whole sequence."""
        clipboard = QGuiApplication.clipboard()
        text = clipboard.text() if clipboard is not None else ""
        too_long = len(text) + len(self.text()) > LONGEST_TEXT
        if not text or not (self.isReadOnly() or too_long):
            super().paste()
            return
        self._end_run()
        try:
            observations = parse_sequence(text)
        except SequenceError as error:
            self.refused.emit(error)
            return
        self.edited.emit(observations, None)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """Take a paste by the keyboard into our own hands."""
        if event is not None and event.matches(QKeySequence.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent | None) -> bool:
        """Leave Undo and Redo to the program: its history knows more than the field's."""
        if event is not None and event.type() == QEvent.ShortcutOverride:
            assert isinstance(event, QKeyEvent)  # noqa: S101 - for the type checker
            if event.matches(QKeySequence.Undo) or event.matches(QKeySequence.Redo):
                event.ignore()
                return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """A run of typing ends."""
        self._end_run()
        super().focusOutEvent(event)


def _two_ends(observations: Observations) -> str:
    first = Observations(observations.values[:END_SHOWN]).text()
    last = Observations(observations.values[-END_SHOWN:]).text()
    between = translate("Observations", "{count} between").format(
        count=format_count(observations.n - 2 * END_SHOWN)
    )
    return f"{first} … {last}  ({between})"


class ObservationPanel(Card):
    """The card with the data.

    Signals:
        edited: the user wants these `Observations`; the second value marks a run of typing.
        random_asked, open_asked: the user wants to draw, to open a file.
        flip_asked, shuffle_asked: the user wants 0 and 1 swapped, the order shuffled.
        mle_asked: the user wants π at π̂.
    """

    edited = pyqtSignal(object, object)
    random_asked = pyqtSignal()
    flip_asked = pyqtSignal()
    shuffle_asked = pyqtSignal()
    open_asked = pyqtSignal()
    mle_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label("current", 15, strong=True)
        self._symbol = FormulaLabel(15, 20)
        self._symbol.setFixedWidth(14)
        self._symbol.set_node(italic("y", "muted"))
        self._counts = FormulaLabel(12.5, 20, right=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._symbol)
        head.addWidget(self._counts, 1)
        self.body.addLayout(head)

        self.source = Label("muted", 12)
        self.source.setObjectName("sourceLabel")
        self.source.setWordWrap(True)
        self.body.addWidget(self.source)
        self.tiles = ObservationTiles()
        self.tiles.edited.connect(lambda observations: self.edited.emit(observations, None))
        self.body.addWidget(self.tiles)
        self._caption = Label("muted", 12)
        self.body.addWidget(self._caption)
        self.field = SequenceField()
        self.field.edited.connect(self.edited)
        self.field.refused.connect(self._show_error)
        self.field.accepted.connect(self._clear_error)
        self.body.addWidget(self.field)
        self.message = Label("warning", 12)
        self.message.setObjectName("observationMessage")
        self.message.setWordWrap(True)
        self.message.hide()
        self.body.addWidget(self.message)

        self.random, self.flip = QPushButton(), QPushButton()
        self.shuffle, self.open = QPushButton(), QPushButton()
        self.examples = QToolButton()
        self.examples.setPopupMode(QToolButton.InstantPopup)
        self.examples.setToolButtonStyle(Qt.ToolButtonTextBesideIcon)
        self.examples.setLayoutDirection(Qt.RightToLeft)
        self.example_menu = QMenu(self.examples)
        self.example_menu.setToolTipsVisible(True)
        self.examples.setMenu(self.example_menu)
        self._buttons = QHBoxLayout()
        for button, name, signal in (
            (self.random, "randomButton", self.random_asked),
            (self.flip, "flipButton", self.flip_asked),
            (self.shuffle, "shuffleButton", self.shuffle_asked),
            (self.examples, "examplesButton", None),
            (self.open, "openButton", self.open_asked),
        ):
            button.setObjectName(name)
            if signal is not None:
                button.clicked.connect(lambda _checked, signal=signal: signal.emit())
            self._buttons.addWidget(button, 1)
        self.body.addLayout(self._buttons)
        self.body.addWidget(Rule())

        self._mle_label = Label("muted", 13)
        self.estimate = FormulaLabel(16, 22)
        self.estimate.setObjectName("mleValue")
        self.go_to_mle = QPushButton()
        self.go_to_mle.setObjectName("goToMleButton")
        self.go_to_mle.setProperty("link", True)
        self.go_to_mle.setCursor(Qt.PointingHandCursor)
        self.go_to_mle.clicked.connect(lambda: self.mle_asked.emit())
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._mle_label)
        foot.addWidget(self.estimate, 1)
        foot.addWidget(self.go_to_mle)
        self.body.addLayout(foot)
        self._snapshot: Snapshot | None = None
        self.source_text = ""
        self.restyle()

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        super().restyle()
        px = look().px
        self._buttons.setSpacing(px(6))
        self._symbol.setFixedWidth(px(14))
        self.examples.setIcon(icon("down"))
        self.examples.setIconSize(QSize(px(11), px(11)))
        font = look().text_font(15)
        self.field.setFont(font)

    # Rendering -----------------------------------------------------------------------------

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot."""
        old, self._snapshot = self._snapshot, snapshot
        self.tiles.render_snapshot(snapshot)
        state = snapshot.state
        if old is not None and (
            old.state.observations is state.observations and old.state.source == state.source
        ):
            return
        self.field.show_observations(state.observations)
        self._show_data(snapshot)

    def _show_data(self, snapshot: Snapshot) -> None:
        observations = snapshot.state.observations
        k, zeros = snapshot.k, snapshot.n - snapshot.k
        ones_text = (
            translate("Observations", "{count} one") if k == 1
            else translate("Observations", "{count} ones")
        )
        zeros_text = (
            translate("Observations", "{count} zero") if zeros == 1
            else translate("Observations", "{count} zeros")
        )
        parts = (
            f"n = {format_count(snapshot.n)}",
            ones_text.format(count=format_count(k)),
            zeros_text.format(count=format_count(zeros)),
        )
        self._counts.set_node(equations.word(" · ".join(parts)))
        node = equations.estimate(snapshot)
        undefined = translate("Observations", "undefined")
        self.estimate.set_node(
            node if node is not None else equations.word(undefined),
            undefined if node is None else None,
        )
        self.go_to_mle.setEnabled(snapshot.mle is not None)
        self.shuffle.setEnabled(observations.has_sequence and observations.n > 1)
        self.flip.setEnabled(observations.n > 0)
        self.source.setText(self.source_text)
        self.source.setVisible(bool(self.source_text))
        self._show_caption(snapshot)
        self.field.setPlaceholderText(
            translate("Observations", "counts only: type a sequence to replace them")
            if not observations.has_sequence
            else translate("Observations", "for example 1011011101")
        )
        if not observations.has_sequence:
            self.field.setReadOnly(False)

    def _show_caption(self, snapshot: Snapshot) -> None:
        observations = snapshot.state.observations
        if not observations.has_sequence:
            text = translate("Observations", "counts only, the order is not known")
        elif observations.n == 0:
            text = translate("Observations", "an empty product is 1, an empty sum 0")
        elif self.tiles.grid().size.bar:
            text = translate("Observations", "bar = the loss of one observation, −log f(y; π)")
        else:
            text = translate("Observations", "one tile for each observation")
        self._caption.setText(text)

    def _show_error(self, error: SequenceError) -> None:
        self.show_message(explain(error))
        self._mark_field(invalid=True)

    def show_message(self, text: str) -> None:
        """Say something beside the field, until the next good sequence."""
        self.message.setText(text)
        self.message.show()

    def _clear_error(self) -> None:
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
            (self.random, translate("Observations", "Random…"),
             translate("Observations", "Draw observations at random (Ctrl+R)")),
            (self.flip, translate("Observations", "Flip"),
             translate("Observations", "Swap zeros and ones (Ctrl+I)")),
            (self.shuffle, translate("Observations", "Shuffle"),
             translate("Observations", "Shuffle the order: nothing else moves (Ctrl+H)")),
            (self.examples, translate("Observations", "Examples"),
             translate("Observations", "Real data (Alt+X)")),
            (self.open, translate("Observations", "Open…"),
             translate("Observations", "Open a text file of zeros and ones (Ctrl+O)")),
            (self.go_to_mle, translate("Observations", "go to π̂"),
             translate("Observations", "Move π to the optimum (M)")),
        ):
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(text)
        if self._snapshot is not None:
            self._show_data(self._snapshot)
