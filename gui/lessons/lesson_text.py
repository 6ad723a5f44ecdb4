"""Words of a lesson: Markdown in the program's letters, with places that point at the screen."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PyQt5.QtCore import QEvent, Qt, QUrl, pyqtSignal
from PyQt5.QtGui import (
    QFocusEvent,
    QMouseEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
)
from PyQt5.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QTextEdit, QWidget

from gui.fonts import text_font
from gui.theme import LOOK_CHANGED, look

if TYPE_CHECKING:
    from PyQt5.QtGui import QWheelEvent

# Per cent of the letters' own height; less in large type.
LINE_HEIGHT, PRESENTED_LINE_HEIGHT = 145, 122
PARAGRAPH_GAP = 0.5  # of the type's size


class LessonText(QTextBrowser):
    """A few paragraphs, as tall as they are.

    Attributes:
        size_: of the type, in the design's pixels.

    Signals:
        pointed: the mouse or the keys are on words that point at this target; "" for none.
    """

    pointed = pyqtSignal(str)

    def __init__(
        self, size: float = 15, role: str = "current", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.size_, self._role = size, role
        self._words, self._lit = "", ""
        # What the mouse or the keys are on here.
        self._target = ""
        self._share = 1.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self.setDocument(self._document)
        # qualified: QTextBrowser has two signals of this name
        self.highlighted[QUrl].connect(self._point)
        self.anchorClicked.connect(self._point)
        LOOK_CHANGED.connect(self.restyle)

    def show_words(self, markdown: str) -> None:
        """Show a text; "" hides the widget."""
        if markdown != self._words:
            self._words = markdown
            self._lit = self._target = ""
            self._set()
        self.setVisible(bool(markdown))
        links = bool(self.targets())
        # Nothing stops at words that point at nothing.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if links else Qt.FocusPolicy.NoFocus)

    def shrink(self, share: float) -> None:
        """Set the words in smaller type: this share of the usual."""
        if share != self._share:
            self._share = share
            self._set()

    def targets(self) -> set[str]:
        """What the words point at."""
        return {target for target, _cursor in self._links()}

    def light(self, target: str) -> None:
        """Light the words that point at a target; "" lights none."""
        if target != self._target:
            self._target = ""  # something else has been lit since
        if target == self._lit:
            return
        self._lit = target
        self._show_light()

    def _show_light(self) -> None:
        value = look()
        selections = []
        for found, cursor in self._links():
            if found == self._lit:
                selection = QTextEdit.ExtraSelection()
                selection.cursor = cursor
                selection.format.setBackground(value.colour("lit"))
                selection.format.setForeground(value.colour("current"))
                selections.append(selection)
        self.setExtraSelections(selections)

    def _links(self) -> list[tuple[str, QTextCursor]]:
        return [
            (fragment.charFormat().anchorHref()[1:], cursor)
            for fragment, cursor in self._fragments()
            if fragment.charFormat().anchorHref().startswith("#")
        ]

    def _fragments(self) -> list[tuple[QTextFragment, QTextCursor]]:
        """Every run of letters of one kind, with a cursor that selects it."""
        found = []
        block = self._document.begin()
        while block.isValid():
            fragments = block.begin()
            while not fragments.atEnd():
                fragment = fragments.fragment()
                cursor = QTextCursor(self._document)
                cursor.setPosition(fragment.position())
                end = fragment.position() + fragment.length()
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                found.append((fragment, cursor))
                fragments += 1
            block = block.next()
        return found

    def _point(self, url: QUrl) -> None:
        self._say(url.fragment())

    def _say(self, target: str) -> None:
        if target != self._target:
            self._target = target
            self.pointed.emit(target)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Say what the words under the mouse point at."""
        super().mouseMoveEvent(event)
        if event is not None:
            # Qt says nothing of a link that the mouse comes back to from outside.
            self._say(self.anchorAt(event.pos())[1:])

    def leaveEvent(self, event: QEvent | None) -> None:  # noqa: N802 - Qt's name
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._say("")

    def focusInEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Tab leads to the words that point at something, and not to the others."""
        super().focusInEvent(event)
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if event is not None and event.reason() in by_key:
            self.focusNextPrevChild(event.reason() == Qt.FocusReason.TabFocusReason)

    def focusNextPrevChild(self, next_: bool) -> bool:  # noqa: N802 - Qt's name
        """Say what the words that the keys come to point at."""
        went = super().focusNextPrevChild(next_)
        if self.hasFocus():
            cursor = self.textCursor()
            # Qt looks at the letter before a cursor: the last one, also where it went backwards.
            cursor.setPosition(cursor.selectionEnd())
            self._say(cursor.charFormat().anchorHref()[1:])
        return went

    def focusOutEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """The keys are on no words any more."""
        super().focusOutEvent(event)
        self._say("")

    # Look ------------------------------------------------------------------------------------

    def restyle(self) -> None:
        """Take the font and the colours of the look of the moment."""
        self._set()

    def _set(self) -> None:
        value = look()
        palette = QPalette(self.palette())
        for role, name in (
            (QPalette.ColorRole.Text, self._role),
            (QPalette.ColorRole.Link, "ones"),
            (QPalette.ColorRole.LinkVisited, "ones"),
            (QPalette.ColorRole.Base, "card"),
        ):
            palette.setColor(role, value.colour(name))
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        font = text_font(round(value.type_px(self.size_) * self._share))
        document = self._document
        document.setDefaultFont(font)
        document.setMarkdown(self._words, QTextDocument.MarkdownFeature.MarkdownNoHTML)
        self._set_strong()
        last = document.blockCount() - 1
        cursor = QTextCursor(document)
        for i in range(document.blockCount()):
            block = document.findBlockByNumber(i)
            cursor.setPosition(block.position())
            shape = QTextBlockFormat()
            high = LINE_HEIGHT if not value.least_type else PRESENTED_LINE_HEIGHT
            shape.setLineHeight(high, QTextBlockFormat.LineHeightTypes.ProportionalHeight)
            shape.setTopMargin(0)
            shape.setBottomMargin(0 if i == last else PARAGRAPH_GAP * font.pixelSize())
            cursor.mergeBlockFormat(shape)
        self._fit()
        self._show_light()

    def _set_strong(self) -> None:
        """Set strong words in the program's own strong letters; Qt would embolden these again."""
        weight = look().text_font(self.size_, strong=True).weight()
        for fragment, cursor in self._fragments():
            if fragment.charFormat().fontWeight() > weight:
                shape = QTextCharFormat()
                shape.setFontWeight(weight)
                cursor.mergeCharFormat(shape)

    def _fit(self) -> None:
        document = self._document
        document.setTextWidth(max(1, self.width()))
        height = math.ceil(document.size().height())
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Be as tall as the words are at this width."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent | None) -> None:  # noqa: N802 - Qt's name
        """What scrolls is the column, not the words in it."""
        if event is not None:
            event.ignore()
