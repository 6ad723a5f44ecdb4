"""The program's Model view with a thousand examples."""

from __future__ import annotations

import math

import numpy as np
from PyQt5.QtWidgets import QApplication, QWidget

from benchmarks.bernoulli_lab import BernoulliLab
from core.labelled import Labelled
from core.model_state import Climber, ModelState

EXAMPLES = 1000


def thousand() -> Labelled:
    """Examples that do not part, each with an x of its own."""
    x = np.linspace(-3.0, 3.0, EXAMPLES)
    share = 1.0 / (1.0 + np.exp(-1.5 * x))
    golden = (math.sqrt(5.0) - 1.0) / 2.0
    return Labelled(x, (np.arange(EXAMPLES) * golden % 1.0 < share).astype(int))


class BernoulliLabModel(BernoulliLab):
    """The main window in its Model view."""

    def __init__(self) -> None:
        super().__init__()
        self._session = self.root.session
        self.root.show_view("model")
        self._session.set_model("examples", data=thousand(), source="", climber=Climber())
        page = self.root.model.page
        page.landscape.feed.finish()
        self.canvases = [page, *page.findChildren(QWidget)]

    @property
    def _model(self) -> ModelState:
        model: ModelState | None = self._session.state.model
        if model is None:
            raise RuntimeError("the window has no model")
        return model

    def drag(self, position: float) -> None:
        """Move w and b together, as the handle in the landscape does."""
        self._session.set_model("weights", w=3.0 * position, b=2.0 * position - 1.0)

    def edit(self, index: int) -> None:
        """Move one example, to the first landscape on the screen."""
        data = self._model.data
        i = index % data.n
        self._session.set_model("examples", data=data.changed(i, x=float(data.x[i]) + 0.01))


def open_window() -> tuple[QApplication, BernoulliLabModel]:
    """The application and its window, shown."""
    subject = BernoulliLabModel()
    return subject.app, subject
