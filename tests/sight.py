"""What tests of the lessons look for on the screen: words that are cut, covered or out of reach."""

from itertools import combinations

from PyQt5.QtCore import QPoint, QPointF, QRect, QRectF
from PyQt5.QtWidgets import QAbstractScrollArea, QLabel, QPushButton, QWidget

from gui.lessons.desk import LEAST_LIST_HEIGHT
from gui.lessons.formula_box import FormulaBox
from gui.lessons.lesson_text import LessonText
from gui.lessons.option_button import OptionButton
from gui.theme import look
from tests.helpers import painted_texts
from tests.test_labels import crosses, label_problems, polyline, rectangles, sign_problems
from tests.test_languages import cut_off

# Texts of which no more than this share lies over each other are only neighbours: the widths of
# some letters are a little less than those that are measured here.
TOUCH, SHY = 0.2, 0.05
# So far a figure may reach out of its part, in pixels, for the same reason.
OUT = 4.0


def place_in(root, widget):
    """Where a widget stands in another."""
    return QRect(widget.mapTo(root, QPoint()), widget.size())


def faults(window):
    """Whatever cannot be read in the lesson that is shown, in words."""
    yield from cut_off(window)
    yield from cut_documents(window)
    yield from covered(window.lessons.column)
    yield from beyond_the_card(window.lessons.column.card)
    yield from painted_over(window)
    yield from plot_faults(window)


def cut_documents(window):
    """Words of a lesson, and options, that do not fit in their places."""
    column = window.lessons.column
    for widget in column.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, LessonText):
            document, room = widget.document(), widget.size()
        elif isinstance(widget, OptionButton):
            document, room = widget._document, widget.size()
        else:
            continue
        size = document.size()
        if size.height() > room.height() + 0.5 or document.idealWidth() > room.width() + 0.5:
            yield f"{document.toPlainText()[:30]!r} needs {size} of {room}"


def covered(column):
    """Parts of the column that lie over each other."""
    kinds = (LessonText, FormulaBox, OptionButton, QPushButton, QLabel)
    parts = [w for w in column.card.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible()]
    inside = [w for w in parts if column.card.area.isAncestorOf(w)]
    outside = [w for w in parts if w not in inside]
    sheet = column.card.area.widget()
    for group, root in ((inside, sheet), (outside, column.card)):
        for one, other in combinations(group, 2):
            both = place_in(root, one) & place_in(root, other)
            if both.width() > 1 and both.height() > 1:
                yield f"{said(one)!r} and {said(other)!r} lie over each other"
    for widget in inside:
        if not sheet.rect().contains(place_in(sheet, widget)):
            yield f"{said(widget)!r} reaches out of the card's words"
    if column.card.geometry().intersects(column.list.geometry()) and column.list.isVisible():
        yield "the list lies over the card"


def beyond_the_card(card):
    """Words of the card that are out of its width, and that no bar scrolls to."""
    area, sheet = card.area, card.area.widget()
    if sheet.width() > area.viewport().width():
        yield f"the words are {sheet.width()} wide, the card {area.viewport().width()}"
    bar, column = area.verticalScrollBar(), card.parentWidget()
    spare = column.list.height() - look().px(LEAST_LIST_HEIGHT)
    if bar.maximum() and column.list.isVisible() and spare > 0:
        yield f"{min(spare, bar.maximum())} more pixels of the card could be seen"
    if sheet.height() > area.viewport().height() + bar.maximum():
        yield "the last words cannot be scrolled to"


def said(widget):
    text = widget.toPlainText() if isinstance(widget, LessonText) else widget.text()
    return f"{type(widget).__name__} {widget.objectName()} {text[:24]}"


def stage_of(window):
    """What stands at the right: the parts that paint their own words."""
    frame = window.labs.frame
    parts = [window.observations.tiles, window.pi_bar]
    if frame is not None and frame.lab is not None:
        parts.append(frame)
    return [part for part in parts if part.isVisible()]


def in_sight(part):
    """What a part paints, without what is in it scrolled away."""
    scrolled = [
        painted._replace(rect=painted.rect.translated(QPointF(area.mapTo(part, QPoint()))))
        for area in part.findChildren(QAbstractScrollArea)
        for painted in painted_texts(area)
        if area.isVisible() and not QRectF(area.rect()).contains(painted.rect)
    ]
    return [
        painted
        for painted in painted_texts(part)
        if not any(painted.text == one.text and near(painted, one) for one in scrolled)
    ]


def area_of(rect):
    return max(0.0, rect.width()) * max(0.0, rect.height())


def near(one, other):
    gap = one.rect.center() - other.rect.center()
    return gap.manhattanLength() < 2.0


def painted_over(window):
    """Words that are painted out of their part, or over other words of it."""
    for part in (*stage_of(window), window.lessons.column.card.formula):
        if not part.isVisible():
            continue
        texts = in_sight(part)
        whole = QRectF(part.rect()).adjusted(-OUT, -OUT, OUT, OUT)
        for painted in texts:
            if not whole.contains(painted.rect):
                yield f"{painted.text!r} leaves {part.objectName()} at {painted.rect}"
        # How a formula is set has tests of its own.
        for one, other in combinations([] if isinstance(part, FormulaBox) else texts, 2):
            both = one.rect & other.rect
            if both.width() <= SHY * max(one.rect.width(), other.rect.width()):
                continue
            if area_of(both) > TOUCH * min(area_of(one.rect), area_of(other.rect)):
                yield f"{one.text!r} and {other.text!r} touch in {part.objectName()}"


def plot_faults(window):
    """Labels and signs in the plots that cover something."""
    if not window.plots.isVisible():
        return
    for panel in window.plots.canvas.shown:
        # Around the letters of a large line there is room that a curve may run through.
        yield from (words for words in label_problems(panel) if "is crossed by" not in words)
        yield from crossed_letters(panel)
        if panel.chip is not None and panel.chip[1]:
            yield from sign_problems(panel, *panel.chip)


def crossed_letters(panel):
    """Labels whose letters a curve runs through."""
    for rect, text in rectangles(panel):
        spare = 0.2 * rect.height()
        letters = rect.adjusted(1, spare, -1, -spare)
        for name, item in panel._items.items():
            line = polyline(panel, item)
            if line is not None and crosses(letters, line):
                yield f"{text!r} is crossed by the {name}"


# Where things stand ------------------------------------------------------------------------------


def place_of(window, target):
    """A point at which a target of a lesson is pointed at: (widget, point); None for none."""
    kind, _, name = target.partition(":")
    tiles, formula = window.observations.tiles, window.lessons.column.card.formula
    if kind in {"tile", "tiles"}:
        last = window.session.state.observations.n - 1
        return tiles, tiles.tile_rect(int(name) - 1 if name else last).center()
    if kind == "lab":
        frame = window.labs.frame
        return frame, QPointF(frame.rect().center())
    if kind == "formula":
        return formula, QPointF(formula.width() - 5, 5)
    if kind == "term":
        middle = formula.height() / 2
        heights = (middle + i for i in range(0, formula.height() // 2, 3))
        points = (QPointF(x, y) for y in heights for x in range(15, formula.width(), 10))
        return next(((formula, at) for at in points if formula._target_at(at) == target), None)
    for panel in window.plots.canvas.shown:
        for point in points_of(panel, name if kind == "mark" else ""):
            if panel.target_at(point) == target:
                return window.plots, point
    return None


def points_of(panel, mark):
    """Where a mark of a plot may be pointed at; along the curves for none."""
    layout, marks = panel.layout, panel._marks
    if mark == "optimum" and layout.optimum is not None:
        yield layout.optimum
    if mark == "value" and marks is not None and marks.dot is not None:
        yield marks.dot
    if mark == "tangent" and marks is not None and marks.tangent is not None:
        yield from (marks.tangent.pointAt(i / 20) for i in range(21))
    upright = {
        "pi": None if marks is None else marks.x,
        "true-pi": layout.truth,
        "prediction": layout.prediction,
        "optimum": None if layout.optimum is None else layout.optimum.x(),
    }.get(mark)
    if upright is not None:
        top, height = panel.plot.top(), panel.plot.height()
        yield from (QPointF(upright, top + height * i / 40) for i in range(1, 40))
    yield from (label.rect.center() for label in layout.labels)
    if not mark:
        for x, y in layout.lines.values():
            yield from map(QPointF, x[::5].tolist(), y[::5].tolist())
