"""The landscape in the window: what stands still is painted once; the handle is moved over it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PyQt5.QtCore import QLineF, QPointF, QRectF, QSize, QSizeF, Qt
from PyQt5.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QRegion, QResizeEvent
from PyQt5.QtWidgets import QWidget

from gui.model import landscape_marks as marks
from gui.model.landscape_layout import LandscapeLayout
from gui.model.landscape_painter import layout_for, paint_still
from gui.model.landscape_path import Trail, trail
from gui.model.landscape_signs import Sign, signs
from gui.model.landscape_words import Placed, WordPlacer
from gui.theme import look

if TYPE_CHECKING:
    from core.landscape import Landscape
    from core.model_snapshot import ModelSnapshot
    from core.snapshot import Snapshot

CROSS = 1.3


class LandscapePicture(QWidget):
    """The axes with the landscape, its scale, the path and the handle.

    Attributes:
        still_paints: how often what stands still was painted.
        layout_now: where everything stands; None before the first snapshot.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.still_paints = 0
        self.layout_now: LandscapeLayout | None = None
        self._snapshot: Snapshot | None = None
        self._landscape: Landscape | None = None
        self._still: QPixmap | None = None
        self._still_key: object = None
        # Whose identity is compared must not go.
        self._still_of: tuple[object, ...] = ()
        self._signs: tuple[Sign, ...] = ()
        self._words: tuple[Placed, ...] = ()
        # Knows the marks and the path of the moment; None until words are placed among them.
        self._placer: WordPlacer | None = None
        self._trail: Trail | None = None
        self._handle: marks.Handle | None = None
        self._cross: QLineF | None = None
        # Whether the focus came by a key, and is to be seen.
        self._framed = False

    # What is shown ---------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot, landscape: Landscape | None) -> None:
        """Show a snapshot over a landscape, painting no more than what changed."""
        before, self._snapshot = self._snapshot, snapshot
        self._landscape = landscape
        model = snapshot.model
        if model is None:
            return
        key = self._key(model)
        if key != self._still_key:
            self._still_key, self._still_of = key, (landscape, model.state.data, model.fit)
            self._lay_out()
            return
        if before is None or before.model is None or before.model.path is not model.path:
            self._find_trail()
            self.update()
        self._move()

    def _key(self, model: ModelSnapshot) -> object:
        """All that stands still while (w, b) moves; the same objects are the same."""
        state, snapshot = model.state, self._snapshot
        unit = snapshot.state.log_base if snapshot is not None else None
        return (
            *(id(self._landscape), model.region, unit, id(state.data), id(model.fit)),
            *(state.shared, state.true),
        )

    def fit(self) -> None:
        """Fit everything to the size, the look and the language of the moment."""
        if self._snapshot is not None:
            self._lay_out()

    def _lay_out(self) -> None:
        snapshot, self._still = self._snapshot, None
        self._signs, self._words, self._handle, self._cross = (), (), None, None
        model = snapshot.model if snapshot is not None else None
        self.layout_now = None
        if snapshot is not None and model is not None and model.n and not self.size().isEmpty():
            place = QRectF(self.rect())
            self.layout_now = layout_for(place, snapshot, self._landscape, model.region)
            self._signs = signs(snapshot, self.layout_now)
        self._find_trail()
        self._move()
        self.update()

    def _find_trail(self) -> None:
        model, layout = self._model(), self.layout_now
        path = None if model is None else model.path
        self._trail = None if path is None or layout is None else trail(path, layout)
        self._placer = None

    def _move(self) -> None:
        """Bring the handle, the slice's line and the words to where they belong."""
        model, layout = self._model(), self.layout_now
        if model is None or layout is None:
            return
        before = self._moving()
        handle = marks.handle_of(model.w, model.b, layout)
        if self._placer is None:
            self._placer = WordPlacer(self._signs, layout, self._trail)
        words = self._placer.place([handle.covers()], self._words)
        if words != self._words:
            self._words = words
            self.update(layout.plot.toAlignedRect())
        self._handle, self._cross = handle, _cross(model, layout)
        for rect in (*before, *self._moving()):
            self.update(rect.toAlignedRect())

    def _model(self) -> ModelSnapshot | None:
        return None if self._snapshot is None else self._snapshot.model

    def _moving(self) -> list[QRectF]:
        """What the moving marks cover."""
        found = []
        if self._handle is not None:
            found.append(self._handle.covers())
        if self._cross is not None:
            line = QRectF(self._cross.p1(), self._cross.p2()).normalized()
            found.append(line.adjusted(-2, -2, 2, 2))
        return found

    # Painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Copy the still picture and paint what moves over it."""
        ratio = self.devicePixelRatioF()
        if self._still is None or self._still.devicePixelRatio() != ratio:
            self._still = self._paint_picture(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still)
        region = event.region() if event is not None else QRegion(self.rect())
        if self.layout_now is not None:
            self._paint_live(painter, self.layout_now, region, ratio)
        painter.end()

    def _paint_picture(self, ratio: float) -> QPixmap:
        self.still_paints += 1
        picture = QPixmap((QSizeF(self.size()) * ratio).toSize().expandedTo(QSize(1, 1)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(look().colour("card"))
        if self.layout_now is not None and self._snapshot is not None:
            painter = QPainter(picture)
            paint_still(painter, self.layout_now, self._snapshot, self._landscape, self._signs)
            painter.end()
        return picture

    def _paint_live(
        self, painter: QPainter, layout: LandscapeLayout, region: QRegion, ratio: float
    ) -> None:
        value = look()
        if self._cross is not None:
            # Upright or level: filled on whole pixels it is crisp, and quicker than a stroke.
            line, wide = self._cross, max(1, value.px(CROSS))
            colour = value.colour("current")
            level = line.dy() == 0
            at = round(line.y1() if level else line.x1())
            painter.setOpacity(0.55)
            if level:
                painter.fillRect(QRectF(line.x1(), at, line.dx(), wide), colour)
            else:
                painter.fillRect(QRectF(at, line.y2(), wide, -line.dy()), colour)
            painter.setOpacity(1.0)
        if self._trail is not None:
            marks.paint_trail(painter, layout, self._trail)
            marks.paint_marks_over(painter, self._signs)
        around = math.ceil(marks.HALO * value.scale)
        for words in self._words:
            marks.paint_leader(painter, words)
        for words in self._words:
            if region.intersects(words.rect.toAlignedRect().adjusted(-8, -8, 8, 8)):
                sprite = marks.words_sprite(
                    words.text, strong=words.strong, value=value, ratio=ratio
                )
                painter.drawPixmap(words.rect.topLeft() - QPointF(around, around), sprite)
        handle, focused = self._handle, self._framed
        if handle is not None and handle.out is None:
            sprite = marks.handle_sprite(value, ratio, focused=focused)
            half = sprite.width() / ratio / 2
            painter.drawPixmap(handle.at - QPointF(half, half), sprite)
        elif handle is not None:
            marks.paint_handle(painter, handle, focused=focused)
        if focused:
            # Whatever was painted before: its edges are the same in every frame.
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QPen(value.colour("ones"), 1.6 * value.scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(layout.plot.adjusted(-1, -1, 1, 1))

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Fit to the new size."""
        super().resizeEvent(event)
        self.fit()


def _cross(model: ModelSnapshot, layout: LandscapeLayout) -> QLineF | None:
    """The line along which the slice runs; None out of sight."""
    plot, at, region = layout.plot, layout.point(model.w, model.b), layout.region
    if model.look.slice_along == "w":
        seen = region.b_low <= model.b <= region.b_high
        return QLineF(plot.left(), at.y(), plot.right(), at.y()) if seen else None
    seen = region.w_low <= model.w <= region.w_high
    return QLineF(at.x(), plot.bottom(), at.x(), plot.top()) if seen else None
