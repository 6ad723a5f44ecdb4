"""Frames painted here and taken in another thread: in order, a few in advance, to the end."""

import threading

import numpy as np
import pytest
from PyQt5.QtCore import QObject
from PyQt5.QtTest import QTest

from gui.figures import frame_feed
from gui.figures.frame_feed import IN_ADVANCE, FrameFeed


class Enough(Exception):  # noqa: N818 - nothing went wrong
    """Whoever waits was told to stop."""


class Taker(threading.Thread):
    """The other thread: it takes frames until they end, or until it is stopped."""

    def __init__(self, feed):
        super().__init__(name="taker", daemon=True)
        self.feed, self.asked_to_stop = feed, threading.Event()
        self.taken, self.error, self.waited = [], None, 0

    def run(self):
        try:
            for frame in self.feed.taken(self.wait_for_more):
                self.taken.append(int(frame[0]))
        except Exception as error:  # noqa: BLE001 - the test looks at it
            self.error = error

    def wait_for_more(self):
        self.waited += 1
        if self.asked_to_stop.is_set():
            raise Enough


class Frames:
    """Frames that say how many were painted, and in which thread."""

    def __init__(self, count, error=None):
        self.count, self.error = count, error
        self.painted, self.threads = 0, set()

    def __iter__(self):
        for number in range(self.count):
            self.painted += 1
            self.threads.add(threading.current_thread())
            yield np.array([number])
        if self.error is not None:
            raise self.error


@pytest.fixture
def feed(qapp, monkeypatch):
    """Begin to feed frames; what is still at work is stopped afterwards."""
    monkeypatch.setattr(frame_feed, "PATIENCE", 0.002)
    parent, takers, feeds = QObject(), [], []

    def feed(frames, *, taken=True):
        made = FrameFeed(iter(frames), parent)
        feeds.append(made)
        made.taker = Taker(made)
        made.start()
        if taken:
            takers.append(made.taker)
            made.taker.start()
        return made

    yield feed
    for made in feeds:
        made.stop()
    for taker in takers:
        taker.asked_to_stop.set()
        taker.join(10)
    parent.deleteLater()
    qapp.processEvents()


def gone(taker):
    return lambda: not taker.is_alive()


@pytest.mark.parametrize("count", [0, 1, IN_ADVANCE, 10 * IN_ADVANCE])
def test_every_frame_arrives_in_order_and_then_the_end(feed, qtbot, count):
    frames = Frames(count)
    made = feed(frames)
    qtbot.waitUntil(gone(made.taker))
    assert made.taker.error is None
    assert made.taker.taken == list(range(count))
    assert frames.threads <= {threading.main_thread()}
    assert not made._timer.isActive()


def test_no_more_frames_are_painted_in_advance_than_are_held(feed, qtbot):
    frames = Frames(10 * IN_ADVANCE)
    made = feed(frames, taken=False)
    qtbot.waitUntil(made._ready.full)
    QTest.qWait(20)  # time for frames that must not come
    assert frames.painted == IN_ADVANCE
    made.taker.start()
    qtbot.waitUntil(gone(made.taker))
    assert made.taker.taken == list(range(10 * IN_ADVANCE))


@pytest.mark.parametrize("after", [0, 3])
def test_what_goes_wrong_while_painting_reaches_whoever_waits(feed, qtbot, after):
    wrong = MemoryError("no room for a frame")
    made = feed(Frames(after, wrong))
    qtbot.waitUntil(gone(made.taker))
    assert made.taker.error is wrong
    assert made.taker.taken == list(range(after))
    assert not made._timer.isActive()


def test_whoever_waits_can_be_stopped_while_no_frame_comes(feed, qtbot):
    made = feed(Frames(5))
    made.stop()
    qtbot.waitUntil(lambda: made.taker.waited > 2)
    made.taker.asked_to_stop.set()
    qtbot.waitUntil(gone(made.taker))
    assert isinstance(made.taker.error, Enough)


def test_nothing_is_painted_once_it_is_stopped(feed, qtbot):
    frames = Frames(100)
    made = feed(frames, taken=False)
    qtbot.waitUntil(lambda: frames.painted > 0)
    made.stop()
    painted = frames.painted
    made.taker.start()
    qtbot.waitUntil(lambda: len(made.taker.taken) == painted)
    QTest.qWait(20)  # time for frames that must not come
    assert frames.painted == painted
    made.taker.asked_to_stop.set()
    qtbot.waitUntil(gone(made.taker))


def test_what_is_stopped_may_be_stopped_again(feed):
    made = feed(Frames(3), taken=False)
    made.stop()
    made.stop()
    assert not made._timer.isActive()
