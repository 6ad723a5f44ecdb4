"""The labs of a window: which one is open, and what its intents become."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PyQt5.QtCore import QObject, pyqtSignal

if TYPE_CHECKING:
    from core.snapshot import Snapshot
    from gui.labs.frame import LabFrame
    from gui.labs.lab import Lab
    from gui.session import Session
    from gui.window_layout import WindowLayout


class LabBench(QObject):
    """Opens labs in place of the plots, and hands on what is done in them.

    Signals:
        pointed: the mouse is on the lab ("lab"), or not any more ("").

    Args:
        session: which the labs change.
        layout: of the window.
        settle: ends whatever is going on elsewhere, before something begins in a lab.
        parent: of this object.
    """

    pointed = pyqtSignal(str)

    def __init__(
        self,
        session: Session,
        layout: WindowLayout,
        settle: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._layout, self._settle = session, layout, settle
        self._frame: LabFrame | None = None
        self._token: object | None = None
        self._beginning = False

    @property
    def frame(self) -> LabFrame | None:
        """The place of the labs; None before the first one is opened."""
        return self._frame

    @property
    def shown(self) -> Lab | None:
        """The lab in the place of the plots; None for the plots."""
        return self._frame.lab if self._frame is not None else None

    def open(self, name: str) -> None:
        """Show a lab of `core.stage.LABS`."""
        self._settle()
        self._session.set_stage(lab=name)

    def close(self) -> None:
        """Show the plots again."""
        self.stop()
        self._session.set_stage(lab="")

    def stop(self) -> None:
        """End what moves and what is held in a lab."""
        if self._frame is not None and not self._beginning:
            self._frame.stop()
        self._end_gesture()

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot in the lab that is open, and open or close one if need be."""
        name = snapshot.state.stage.lab
        if self._frame is None and not name:
            return
        if self._frame is None:
            from gui.labs.frame import LabFrame

            self._frame = LabFrame(self._connect)
            self._frame.closed.connect(self.close)
            self._frame.pointed.connect(self.pointed)
            self._layout.take_lab(self._frame)
        self._frame.show_lab(name, can_close=self._session.desk == "explore")
        self._frame.render_snapshot(snapshot)

    def _connect(self, lab: Lab) -> None:
        session = self._session
        lab.edited.connect(lambda fields: session.set_lab(**fields))
        lab.pi_edited.connect(session.set_pi)
        lab.observations_edited.connect(session.set_observations)
        lab.gesture_started.connect(self._begin_gesture)
        lab.gesture_ended.connect(self._end_gesture)

    def _begin_gesture(self) -> None:
        # What goes on elsewhere ends; what begins here does not.
        self._beginning = True
        self._settle()
        self._beginning = False
        self._token = self._session.begin_gesture("lab")

    def _end_gesture(self) -> None:
        token, self._token = self._token, None
        if token is not None:
            self._session.end_gesture(token)
