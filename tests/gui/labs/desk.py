"""What tests of a lab share: somebody who does what the lab asks, as the session would."""

from dataclasses import replace
from itertools import combinations

from PyQt5.QtCore import QRectF

from core.observations import Observations
from core.snapshot import evaluate
from core.state import State
from gui import i18n, theme
from gui.still_text import text_width
from tests.helpers import settle

# Width, height, scale and least type: the window of the design, a small one, a large one, and the
# back row of a room.
SIZES = {
    "design": (940, 690, 1.0, 0),
    "small": (590, 480, 1.0, 0),
    "large": (1300, 900, 1.125, 0),
    "present": (780, 560, 1.6, 27),
}


def counts(k, n):
    return Observations.from_counts(k, n)


class Desk:
    """Keeps the state of one lab.

    Attributes:
        state: as the lab has asked for.
        asked: every intent, in its order.
        steps: how many steps of the history there would be.
    """

    def __init__(self, lab, state=None):
        self.lab, self.state = lab, state or State()
        self.asked, self.steps, self._open = [], 0, None
        lab.pi_edited.connect(lambda pi: self._change("pi", pi, pi=pi))
        lab.edited.connect(self._edit)
        lab.observations_edited.connect(lambda data: self._change("data", data, observations=data))
        lab.gesture_started.connect(self._begin)
        lab.gesture_ended.connect(self._end)
        self.show()

    def _edit(self, fields):
        self._change("lab", fields, lab=replace(self.state.lab, **fields))

    def _change(self, name, value, **fields):
        self.asked.append((name, value))
        before, self.state = self.state, replace(self.state, **fields)
        if before != self.state:
            self.steps += self._open is None
            self.show()

    def _begin(self):
        assert self._open is None, "a gesture began within a gesture"
        self._open = self.state

    def _end(self):
        assert self._open is not None, "a gesture ended that had not begun"
        self.steps += self._open != self.state
        self._open = None

    @property
    def in_gesture(self):
        return self._open is not None

    def show(self, **fields):
        """Show the state, with these fields changed by somebody else."""
        self.state = replace(self.state, **fields)
        self.snapshot = evaluate(self.state)
        self.lab.render_snapshot(self.snapshot)
        return self.snapshot

    def set_lab(self, **fields):
        return self.show(lab=replace(self.state.lab, **fields))


def take_look(size, language="en", dark=False):
    """Take the look of a size of `SIZES`; its width and height."""
    width, height, scale, least = SIZES[size]
    chosen = theme.DARK if dark else theme.LIGHT
    theme.set_look(theme=chosen, scale=scale, least_type=least)
    i18n.set_language(language)
    return width, height


def cut_texts(*labels):
    """The `FittedText`s of these that say less than one of their forms, or reach too far."""
    found = []
    for label in labels:
        if not label.isVisible() or not label.text():
            continue
        lines = label.shown_lines()
        wide = max(text_width(line, label.size_, strong=label.strong) for line in lines)
        high = len(lines) * label.line_height()
        whole = " ".join(lines) in label._texts
        if not whole or wide > label.width() or high > label.height() + 1:
            found.append((lines, label.size()))
    return found


def covered(lab, widgets):
    """The pairs of these widgets that overlap, and those that reach out of the lab."""
    settle()
    seen = [widget for widget in widgets if widget.isVisible()]
    rects = [
        (widget.objectName(), widget.rect().translated(widget.mapTo(lab, widget.rect().topLeft())))
        for widget in seen
    ]
    pairs = [(a, b) for (a, one), (b, two) in combinations(rects, 2) if one.intersects(two)]
    return pairs + [name for name, rect in rects if not lab.rect().contains(rect)]


def colliding_words(chart):
    """The pairs of a chart's texts that overlap, and those that reach out of it."""
    settle()
    found = chart.texts()
    frame = QRectF(chart.rect())
    # The height of a line has room to spare above and below its letters.
    rects = [
        (w.text, w.rect.adjusted(0, 0.2 * w.rect.height(), 0, -0.2 * w.rect.height()))
        for w in found
    ]
    pairs = [(a, b) for (a, one), (b, two) in combinations(rects, 2) if one.intersects(two)]
    return pairs + [text for text, rect in rects if not frame.contains(rect)]
