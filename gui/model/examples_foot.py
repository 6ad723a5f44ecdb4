"""What stands under the table of examples: how many there are, or what is wrong with others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from PyQt5.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.scientific import format_count
from gui.card import Label
from gui.i18n import Retranslated, translate
from gui.model import table_columns
from gui.model.example_words import counts_parts
from gui.model.labelled_words import explain_labelled
from gui.model.one_line import OneLine
from gui.theme import LOOK_CHANGED, look

if TYPE_CHECKING:
    from core.labelled import Labelled


class ExamplesFoot(Retranslated, QWidget):
    """One line of counts, to which a message takes the place as long as there is one.

    Attributes:
        counts: how many examples there are, or are selected.
        more: how many lie below those in sight.
        message: what is wrong, or how something was read.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: Labelled | None = None
        self._selection, self._shown = range(0), range(0)
        self._problem: Callable[[], str] | None = None
        self._note: Callable[[], str] | None = None
        self._typing: Exception | None = None
        self.counts = OneLine(12.5, "muted")
        self.counts.setObjectName("examplesCounts")
        self.more = OneLine(12.5, "muted", right=True)
        self.more.setObjectName("examplesMore")
        self.message = Label("warning", 12)
        self.message.setObjectName("examplesMessage")
        self.message.setWordWrap(True)
        self.message.hide()
        self._line = QHBoxLayout()
        self._line.addWidget(self.counts, 3)
        self._line.addWidget(self.more, 2)
        self._box = QVBoxLayout(self)
        self._box.setSpacing(0)
        self._box.addLayout(self._line)
        self._box.addWidget(self.message)
        LOOK_CHANGED.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        inset = look().px(table_columns.INSET)
        self._box.setContentsMargins(inset, 0, inset, 0)
        self._line.setSpacing(inset)

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self._show()

    def show_rows(self, data: Labelled, selection: range, shown: range) -> None:
        """Say how many examples there are.

        Args:
            data: the examples.
            selection: those selected.
            shown: those in sight.
        """
        self._data, self._selection, self._shown = data, selection, shown
        self._show_counts()

    # Messages ----------------------------------------------------------------------------------

    def show_error(self, error: Exception, where: str = "") -> None:
        """Say what is wrong with what was to come in, until something else is to."""
        self._problem = lambda: where + explain_labelled(error)
        self._show()

    def clear_error(self) -> None:
        """Take that away; how the examples were read that are there still holds."""
        if self._problem is not None:
            self._problem = None
            self._show()

    def show_note(self, text: Callable[[], str]) -> None:
        """Say how the examples were read, until there are others."""
        self._problem, self._note = None, text
        self._show()

    def clear(self) -> None:
        """Take away what was said of other examples."""
        if self._problem is not None or self._note is not None:
            self._problem = self._note = None
            self._show()

    def show_typing(self, error: Exception | None) -> None:
        """Say what is wrong with what is being typed; None: nothing is."""
        if error is not None or self._typing is not None:
            self._typing = error
            self._show()

    def _show(self) -> None:
        said = self._problem or self._note
        if self._typing is not None:
            text = explain_labelled(self._typing)
        else:
            text = said() if said is not None else ""
        is_note = said is self._note and self._typing is None
        self.message.set_role("muted" if is_note else "warning")
        self.message.setText(text)
        # The counts give their line to it.
        self.message.setVisible(bool(text))
        for part in (self.counts, self.more):
            part.setVisible(not text)
        self._show_counts()

    def _show_counts(self) -> None:
        data, selection = self._data, self._selection
        if data is None:
            return
        if len(selection) > 1:
            ones = int(np.count_nonzero(data.y[selection.start : selection.stop]))
            self.counts.say(
                translate("Model", "{count} selected, {ones} of them 1").format(
                    count=format_count(len(selection)), ones=format_count(ones)
                )
            )
        else:
            parts = counts_parts(data.n, data.k)
            self.counts.say(*(" · ".join(parts[:count]) for count in (3, 2, 1)))
        left = data.n - self._shown.stop if self._shown else 0
        text = translate("Model", "… {count} more").format(count=format_count(left))
        self.more.say(text if left > 0 else "")
