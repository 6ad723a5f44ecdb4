"""What is done to the observations as a whole: drawn, swapped, shuffled, doubled, counted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PyQt5.QtCore import QObject
from PyQt5.QtWidgets import QAction, QDialog, QInputDialog, QMenu, QWidget

from core.observations import MAX_SEQUENCE, Observations, random_observations
from core.scientific import format_count, format_probability
from gui.deleting import delete_later
from gui.draws import drawn, noted
from gui.i18n import language, translate
from gui.paths import EXAMPLES

if TYPE_CHECKING:
    from core.examples import Example
    from gui.long_work import LongWork
    from gui.session import Session

# A sequence up to here is drawn or shuffled before anybody could see a notice.
SMALL = 1_000_000
LARGEST_SEED = 10_000


class DataActions(QObject):
    """Changes all observations at once.

    Args:
        session: what they belong to.
        work: does what may take long.
        settle: ends whatever is going on, before a question or a change.
        window: the parent of the questions.
    """

    def __init__(
        self, session: Session, work: LongWork, settle: Callable[[], object], window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._work, self._settle, self._window = session, work, settle, window
        self._examples: tuple[Example, ...] = ()

    def take(
        self, observations: Observations, source: str = "", true_pi: float | None = None
    ) -> None:
        """Have these observations instead of those that are there, and of what is being made."""
        self._work.stop()
        self._settle()
        self._session.set_observations(observations, source, true_pi=true_pi)

    # Edits of the whole ------------------------------------------------------------------------

    def flip(self) -> None:
        """Swap zeros and ones."""
        observations = self._session.state.observations
        if observations.n:
            self.take(observations.invert())

    def reverse(self) -> None:
        """Turn the order round; k and n stay, and so do all three curves."""
        state = self._session.state
        if state.observations.has_sequence and state.observations.n > 1:
            self.take(state.observations.reverse(), _kept(state.source), state.true_pi)

    def shuffle(self) -> None:
        """Shuffle the order; k and n stay, and so do all three curves."""
        state = self._session.state
        observations, seed = state.observations, new_seed(2**31)
        if not observations.has_sequence or observations.n < 2:
            return

        def done(shuffled: Observations) -> None:
            # What was edited since it began is not shuffled away.
            if self._session.state.observations is observations:
                self.take(shuffled, _kept(state.source), state.true_pi)

        self._work.run(
            lambda: translate("Window", "Shuffling…"),
            lambda progress: observations.shuffle(seed, progress),
            done,
            small=observations.n <= SMALL,
        )

    def double(self) -> None:
        """The same data twice: π̂ stays where it is, and the curves grow sharper."""
        observations = self._session.state.observations
        if self.can_double:
            self.take(observations.repeat(2))

    @property
    def can_double(self) -> bool:
        """Whether there is something to double, and room for it."""
        observations = self._session.state.observations
        most = MAX_SEQUENCE if observations.has_sequence else 10**15
        return 0 < 2 * observations.n <= most

    def keep_first(self) -> None:
        """Ask how many, and keep the first so many observations."""
        self._settle()
        observations = self._session.state.observations
        if not observations.has_sequence or not observations.n:
            return
        n = observations.n
        first, chosen = QInputDialog.getInt(
            self._window,
            translate("Window", "Keep the first"),
            translate("Window", "how many of {n}:").format(n=format_count(n)),
            max(1, n // 2),
            0,
            n,
        )
        # What has come while it was asked is not cut by an answer about what was there.
        if chosen and first < n and self._session.state.observations is observations:
            self.take(observations.prefix(first))

    def enter_counts(self) -> None:
        """Ask for k and n, and have them without a sequence."""
        from gui.counts_dialog import CountsDialog

        self._settle()
        observations = self._session.state.observations
        dialog = CountsDialog(observations.k, observations.n, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.observations is not None:
            self.take(dialog.observations)
        delete_later(dialog)

    # Random ------------------------------------------------------------------------------------

    def draw_random(self) -> None:
        """Ask how, and draw observations at random."""
        from gui.random_dialog import RandomDialog

        self._settle()
        state = self._session.state
        n, pi = state.observations.n or 10, round(state.pi, 4)
        draw = drawn(state.source)
        if draw is not None:
            # A π that is kept back is not given away here either.
            n, pi = draw[0], draw[1] if state.shows_true_pi else pi
        dialog = RandomDialog(
            n, pi, new_seed(LARGEST_SEED), self._window, shows=state.shows_true_pi
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._draw(
                *(dialog.n.value(), dialog.pi.value(), dialog.seed.value()),
                shown=dialog.shows.isChecked(),
            )
        delete_later(dialog)

    def draw_again(self) -> None:
        """Draw as many again with the same true π and a new seed."""
        draw = drawn(self._session.state.source)
        if draw is not None:
            n, pi, seed = draw
            again = (seed + 1 + new_seed(LARGEST_SEED - 1)) % LARGEST_SEED  # never the same
            self._draw(n, pi, again, shown=self._session.state.shows_true_pi)

    def _draw(self, n: int, pi: float, seed: int, *, shown: bool) -> None:
        def done(made: Observations) -> None:
            self._settle()
            self._session.set_observations(
                made, noted(n, pi, seed), true_pi=pi, shows_true_pi=shown
            )

        self._work.run(
            lambda: translate("Window", "Drawing {n} observations…").format(n=format_count(n)),
            lambda progress: random_observations(n, pi, seed, progress),
            done,
            small=n <= SMALL,
        )

    # Examples ----------------------------------------------------------------------------------

    def _load_examples(self) -> tuple[Example, ...]:
        if not self._examples:
            from core.examples import load_examples

            self._examples = load_examples(EXAMPLES)
        return self._examples

    def fill_examples(self, menu: QMenu) -> None:
        """Put the examples into a menu."""
        menu.clear()
        for example in self._load_examples():
            action = QAction(_title(example), menu)
            action.setToolTip(example.source)
            action.triggered.connect(lambda _checked, one=example: self.open_example(one))
            menu.addAction(action)

    def open_example(self, example: Example) -> None:
        """Take an example's observations."""
        self.take(example.observations, f"example:{example.id}")

    def source_text(self) -> str:
        """Where the data come from, in the language of the moment."""
        state = self._session.state
        kind, _, rest = state.source.partition(":")
        if kind == "example":
            for example in self._load_examples():
                if example.id == rest:
                    return f"{_title(example)} — {example.source}"
        draw = drawn(state.source)
        if draw is not None:
            n, pi, seed = draw
            return (
                translate("Observations", "random: n = {n}, true π = {pi}, seed {seed}")
                if state.shows_true_pi
                else translate("Observations", "random: n = {n}, true π hidden, seed {seed}")
            ).format(n=format_count(n), pi=format_probability(pi), seed=seed)
        return rest if kind == "file" else ""


def _kept(source: str) -> str:
    """The source of data in another order: a draw is not the one that its seed draws any more."""
    return "" if source.startswith("random:") else source


def _title(example: Example) -> str:
    return example.title_ko if language() == "ko" else example.title_en


def new_seed(below: int) -> int:
    """A seed that nobody chose."""
    import secrets  # not before the first frame: it brings the hash functions along

    return secrets.randbelow(below)
