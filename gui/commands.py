"""Undoable changes of state, with no widget in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PyQt5.QtWidgets import QUndoCommand

from core.state import State


class ChangeState(QUndoCommand):
    """Some fields of the state, before and after.

    Only the fields that the user changed are kept, so that undoing a toggled tile does not also
    undo what has been done to fields that have no history (the zoom).

    It is made when the change has been done: Qt's first `redo` does nothing.

    Attributes:
        step: the key of its name, as its `text()`: the language may change while it waits.
        run: an edit of the same run (one word typed into a field) merges with the one before;
            None never merges.
    """

    def __init__(
        self,
        step: str,
        before: Mapping[str, Any],
        after: Mapping[str, Any],
        apply: Callable[[Callable[[State], State]], None],
        run: object | None = None,
    ) -> None:
        super().__init__(step)
        self.before = dict(before)
        self.after = dict(after)
        self.run = run
        self._apply = apply
        self._is_done = True

    def undo(self) -> None:
        """Put the fields back as they were."""
        self._apply(lambda state: replace(state, **self.before))

    def redo(self) -> None:
        """Set the fields again; the first time, when Qt takes the command in, they are set."""
        if self._is_done:
            self._is_done = False
            return
        self._apply(lambda state: replace(state, **self.after))

    def id(self) -> int:
        """One kind of command: Qt asks `mergeWith` of all pairs that could belong to a run."""
        return 1 if self.run is not None else -1

    def mergeWith(self, other: QUndoCommand | None) -> bool:  # noqa: N802 - Qt's name
        """Take in the next edit of the same run."""
        if not isinstance(other, ChangeState) or other.run is not self.run:
            return False
        if other.before.keys() != self.before.keys():
            return False
        self.after = other.after
        self.setObsolete(self.before == self.after)
        return True
