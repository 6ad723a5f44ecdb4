"""Landscapes for the window: a coarse one at once, finer ones from a thread beside it."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PyQt5.QtCore import QObject, QTimer, pyqtSignal

from core import logistic
from core.landscape import SIZES, Landscape, Region, SliceLine, Terrain
from core.model_snapshot import AT_ONCE as FIT_AT_ONCE
from core.progress import Progress
from gui.background import Job
from gui.deleting import delete_later

if TYPE_CHECKING:
    from core.labelled import Labelled
    from core.logistic import Fit
    from core.model_snapshot import ModelSnapshot
    from core.snapshot import Snapshot

# Of so many examples the first landscape is worked out before the window goes on.
AT_ONCE = 20_000
# Finer ones come when nothing has been changed for so many milliseconds.
REST = 150
# After so many seconds it is worth saying how far it is.
PATIENCE = 0.3


class LandscapeFeed(QObject):
    """Keeps the landscape of the moment: that of the newest examples in the region seen.

    One thing is worked out at a time, and what is newer ends what is older.

    Signals:
        changed: a landscape is there, a `Landscape`, or none is (None).
        progressed: the share done of what takes long; 1 when it is done.
        fit_found: the examples and their `Fit`, where there were too many to have it at once.

    Attributes:
        landscape: the best one of the examples of the moment, perhaps still of another region;
            None before the first.
        terrain: the examples, prepared; None before that.
    """

    changed = pyqtSignal(object)
    progressed = pyqtSignal(float)
    fit_found = pyqtSignal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.landscape: Landscape | None = None
        self.terrain: Terrain | None = None
        self._data: Labelled | None = None
        self._region: Region | None = None
        self._wants_fit = False
        self._job: Job | None = None
        self._job_region: Region | None = None
        self._take: Callable[[Any], None] | None = None
        self._is_stopped = False
        self._since = 0.0
        self._part = (0.0, 1.0)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._go_on)

    # What is wanted --------------------------------------------------------------------------

    def render(self, snapshot: Snapshot) -> None:
        """Take what is wanted from a snapshot; nothing happens where that is the same."""
        model = snapshot.model
        if model is None:
            return
        data = model.state.data
        resumed, self._is_stopped = self._is_stopped, False
        self._wants_fit = self._wants_fit and model.fit is None
        if data is not self._data:
            self._begin(model)
        elif model.region != self._region:
            self._look_at(model.region)
        elif resumed:
            self._rest.start(0)

    def _begin(self, model: ModelSnapshot) -> None:
        """Other examples: what there was is of no use."""
        self._halt()
        self._data, self._region = model.state.data, model.region
        self.terrain = None
        self._wants_fit = model.fit is None and model.n > FIT_AT_ONCE
        if not model.n:
            self._show(None)
            return
        if model.n <= AT_ONCE:
            self.terrain = Terrain(model.state.data)
            self._show(self.terrain.landscape(model.region, SIZES[0]))
        else:
            self._show(None)
        self._since = time.monotonic()
        self._rest.start(REST if model.n <= AT_ONCE else 0)

    def _look_at(self, region: Region) -> None:
        """The same examples, seen elsewhere: the old picture stays until there is a better one."""
        self._halt(all_of_it=False)
        self._region = region
        if self.terrain is None or self._wants_fit:
            self._rest.start(0)
            return
        if not self._holds_enough(region):
            # The terrain is prepared: as quick for many examples as for few.
            self._show(self.terrain.landscape(region, SIZES[0]))
        self._since = time.monotonic()
        self._rest.start(REST // 3)

    def _holds_enough(self, region: Region) -> bool:
        """Whether the landscape there is shows this region at least as well as a coarse one."""
        old = self.landscape
        if old is None:
            return False
        own = old.region
        if not (own.holds(region.w_low, region.b_low) and own.holds(region.w_high, region.b_high)):
            return False
        share = (region.w_high - region.w_low) / (own.w_high - own.w_low)
        return share * old.w.size >= SIZES[0][0]

    def slice(self, model: ModelSnapshot) -> SliceLine | None:
        """The slice through the (w, b) of the moment; None while the examples are prepared."""
        if self.terrain is None or not model.n or model.state.data is not self._data:
            return None
        return self.terrain.slice(model.look.slice_along, model.w, model.b, model.region)

    # What is worked out ----------------------------------------------------------------------

    def _go_on(self) -> None:
        """Begin with what is missing next, if nothing else is at work."""
        data, region = self._data, self._region
        if self._job is not None or data is None or region is None or not data.n:
            return
        size = self._missing()
        if self.terrain is None:
            self._start(partial(_prepared, data), partial(self._take_terrain, data), (0.0, 0.05))
        elif self._wants_fit:
            self._start(partial(_fit, data), partial(self._take_fit, data), (0.05, 0.15))
        elif size is not None:
            work = partial(_landscape, self.terrain, region, size)
            self._start(work, self._show, _shares(size), region)
        else:
            self.progressed.emit(1.0)

    def _missing(self) -> tuple[int, int] | None:
        """The next finer grid; None if all is there."""
        done = self.landscape
        if done is None:
            return SIZES[0]
        if done.region != self._region:
            # What is seen now, stretched, is better than the coarsest.
            return SIZES[1]
        finer = [size for size in SIZES if size[0] > done.w.size]
        return finer[0] if finer else None

    def _start(
        self,
        work: Callable[[Progress], object],
        take: Callable[[Any], None],
        shares: tuple[float, float],
        region: Region | None = None,
    ) -> None:
        job = Job(work, self)
        self._job, self._take, self._job_region = job, take, region

        self._part = shares
        # Each job lives until its last signal has come.
        job.progressed.connect(lambda share: self._tell(job, share))
        job.finished.connect(lambda _result: self._ended(job))
        job.failed.connect(lambda _error: self._ended(job))
        job.stopped.connect(lambda: self._ended(job))
        job.start()

    def _tell(self, job: Job, share: float) -> None:
        if job is self._job and time.monotonic() - self._since > PATIENCE:
            begin, end = self._part
            self.progressed.emit(begin + share * (end - begin))

    def _ended(self, job: Job) -> None:
        """A job has ended; what came of it is taken if it is wanted still."""
        if job is not self._job:
            return  # it was waited for
        take, self._job, self._take = self._take, None, None
        job.wait()
        delete_later(job)
        if job.error is not None:
            raise job.error
        if take is not None and job.result is not None:
            take(job.result)
        if not self._rest.isActive() and not self._is_stopped:
            self._go_on()

    def _take_terrain(self, data: Labelled, terrain: Terrain) -> None:
        self.terrain = terrain
        # Whoever waits for a slice, or for the first colours, gets them now.
        if data is self._data and self._region is not None and not self._wants_fit:
            self._show(terrain.landscape(self._region, SIZES[0]))

    def _take_fit(self, data: Labelled, fit: Fit) -> None:
        self._wants_fit = False
        self.fit_found.emit(data, fit)

    def _show(self, landscape: Landscape | None) -> None:
        self.landscape = landscape
        self.changed.emit(landscape)

    # Its end ---------------------------------------------------------------------------------

    def _halt(self, *, all_of_it: bool = True) -> None:
        """What is worked out is not wanted any more; of the same examples, a landscape is not."""
        self._rest.stop()
        if self._job is not None and (all_of_it or self._job_region is not None):
            self._take = None
            self._job.stop()

    def stop(self) -> None:
        """End all work; the next snapshot goes on with it."""
        self._is_stopped = True
        job = self._job
        self._halt()
        if job is not None:
            job.wait()
            self._ended(job)

    def finish(self) -> None:
        """Wait until the final landscape is there."""
        while True:
            if self._rest.isActive():
                self._rest.stop()
                self._go_on()
            job = self._job
            if job is None:
                return
            job.wait()
            self._ended(job)


def _prepared(data: Labelled, progress: Progress) -> Terrain:
    progress(0.0)
    return Terrain(data)


def _fit(data: Labelled, progress: Progress) -> Fit:
    progress(0.0)
    return logistic.fit(data.x, data.y)


def _landscape(
    terrain: Terrain, region: Region, size: tuple[int, int], progress: Progress
) -> Landscape:
    return terrain.landscape(region, size, progress)


def _shares(size: tuple[int, int]) -> tuple[float, float]:
    """From where to where a landscape is of all the work."""
    cells = [columns * rows for columns, rows in SIZES]
    i = SIZES.index(size)
    return tuple(0.15 + 0.85 * sum(cells[:j]) / sum(cells) for j in (i, i + 1))  # type: ignore[return-value]
