"""What tests of the card *Examples* share: somebody who does what it asks, as the desk would."""

from dataclasses import replace

import numpy as np
from PyQt5.QtCore import QPoint, Qt
from PyQt5.QtTest import QTest

from core.labelled import Labelled
from core.model_state import ModelLook, ModelState
from core.snapshot import evaluate
from core.state import State
from tests.helpers import settle

FIVE = Labelled([66.0, 70.0, 69.5, -2.25, 57.0], [0, 1, 0, 0, 1], "temperature")


def model_state(data=FIVE, w=0.1, b=-6.0, **fields):
    return State(model=ModelState(data, w=w, b=b, **fields), model_look=ModelLook())


def many(n):
    """So many examples, each x another one."""
    return Labelled(np.arange(n) / 10, np.arange(n) % 2)


class Bench:
    """Keeps the state of one panel.

    Attributes:
        panel: the card.
        steps: every intent, in its order.
    """

    def __init__(self, panel, state=None):
        self.panel, self.state = panel, state or model_state()
        self.steps, self.before = [], []
        panel.edited.connect(self._edit)
        self.show()

    def _edit(self, step, fields):
        self.steps.append((step, fields))
        self.before.append(self.state)
        self.show(**fields)

    def show(self, **fields):
        """Show the model, with these fields changed by somebody else."""
        self.state = replace(self.state, model=replace(self.state.model, **fields))
        self.snapshot = evaluate(self.state)
        self.panel.render_snapshot(self.snapshot)

    def undo(self):
        self.state = self.before.pop()
        self.show()

    @property
    def model(self):
        return self.state.model

    @property
    def table(self):
        return self.panel.table

    @property
    def pairs(self):
        data = self.model.data
        return list(zip(data.x.tolist(), data.y.tolist(), strict=True))

    def key(self, *keys, modifier=Qt.NoModifier):
        """Press keys where the focus is."""
        for key in keys:
            widget = self.table.field if self.table.field.hasFocus() else self.table
            if isinstance(key, str):
                QTest.keyClicks(widget, key)
            else:
                QTest.keyClick(widget, key, modifier)
        settle()

    def click(self, row, *, chip=False, modifier=Qt.NoModifier, double=False):
        """Click a row: its chip, or its x."""
        if chip:
            place = self.table.chip_rect(row).center().toPoint()
        else:
            place = QPoint(20, self.table.row_rect(row).center().y())
        if double:
            QTest.mouseClick(self.table, Qt.LeftButton, modifier, place)
            QTest.mouseDClick(self.table, Qt.LeftButton, modifier, place)
        else:
            QTest.mouseClick(self.table, Qt.LeftButton, modifier, place)
        settle()
