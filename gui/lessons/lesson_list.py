"""The list of lessons: nothing is locked, what is done is marked."""

from __future__ import annotations

from PyQt5.QtCore import QModelIndex, QRectF, QSize, Qt, pyqtSignal
from PyQt5.QtGui import QPainter, QPen
from PyQt5.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.card import Card, Label
from gui.i18n import translate
from gui.lessons.moment import Moment
from gui.theme import look

SIZE = 13.5
_ENTRY = int(Qt.ItemDataRole.UserRole)


class _Line(QStyledItemDelegate):
    """A lesson's number and title, and at the right what has become of it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:  # noqa: N802
        """A line of text, and some air."""
        return QSize(10, round(look().text_metrics(SIZE).height()) + look().px(9))

    def paint(
        self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        """Paint the line."""
        if painter is None:
            return
        value, px = look(), look().px
        entry, is_open = index.data(_ENTRY)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_open or hovered or focused:
            painter.setBrush(value.colour("control" if is_open else "field"))
            painter.setPen(QPen(value.colour("ones"), 1.5) if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), px(6), px(6))
        painter.setFont(value.text_font(SIZE, strong=is_open))
        painter.setPen(value.colour("current" if is_open or entry.mark else "muted"))
        words = rect.adjusted(px(10), 0, -px(34), 0)
        metrics = value.text_metrics(SIZE, strong=is_open)
        text = metrics.elidedText(
            f"{entry.number}  {entry.title}", Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        sign = QRectF(rect.right() - px(30), rect.top(), px(24), rect.height())
        if entry.mark == "done":
            painter.setPen(value.colour("optimum"))
            painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, "✓")
        elif is_open or entry.mark == "begun":
            painter.setPen(QPen(value.colour("ones"), 1.6 * value.scale))
            painter.setBrush(value.colour("ones") if is_open else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(sign.center(), px(4.5), px(4.5))
        painter.restore()


class LessonList(Card):
    """The card with all lessons.

    Signals:
        chosen: the user wants the lesson at this place of the list.
    """

    chosen = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=6)
        self._title = Label("current", 15, strong=True)
        self._count = Label("muted", 12.5)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._count)
        self.body.addLayout(head)
        self.list = QListWidget()
        self.list.setObjectName("lessonList")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setItemDelegate(_Line(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.body.addWidget(self.list, 1)
        self._moment: Moment | None = None
        self.restyle()

    def _choose(self, item: QListWidgetItem) -> None:
        row = self.list.row(item)
        if self._moment is None or row != self._moment.lesson:
            self.chosen.emit(row)

    def show_moment(self, moment: Moment) -> None:
        """Show the lessons, and which one is open."""
        old, self._moment = self._moment, moment
        if old is not None and (old.entries, old.lesson) == (moment.entries, moment.lesson):
            return
        self.retranslate()
        if old is None or old.lesson != moment.lesson:
            self.list.setCurrentRow(moment.lesson)
            item = self.list.item(moment.lesson)
            if item is not None:
                self.list.scrollToItem(item, QListWidget.ScrollHint.PositionAtCenter)

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        super().restyle()
        if self._moment is not None:
            self.list.doItemsLayout()

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self._title.setText(translate("Lessons", "Lessons"))
        self.list.setAccessibleName(self._title.text())
        moment = self._moment
        if moment is None:
            return
        done = sum(entry.mark == "done" for entry in moment.entries)
        self._count.setText(translate("Lessons", "{count} done").format(count=done))
        states = {
            "done": translate("Lessons", "done"),
            "begun": translate("Lessons", "begun"),
            "": translate("Lessons", "not begun"),
        }
        while self.list.count() > len(moment.entries):
            self.list.takeItem(self.list.count() - 1)
        for i, entry in enumerate(moment.entries):
            item = self.list.item(i)
            if item is None:
                item = QListWidgetItem()
                self.list.addItem(item)
            item.setData(_ENTRY, (entry, i == moment.lesson))
            words = f"{entry.number} {entry.title}, {states[entry.mark]}"
            item.setData(int(Qt.ItemDataRole.AccessibleTextRole), words)
            item.setToolTip(entry.about)
