"""Long work beside the window: the notice, its Cancel, and one piece of work at a time."""

import threading

import pytest

from gui import background, i18n, long_work
from gui.long_work import LongWork
from gui.notice import Notices
from tests.helpers import HANGUL


class Gated:
    """Work that goes on, step by step, only when it is told to."""

    def __init__(self, result="result", error=None):
        self.result, self.error = result, error
        self.begun, self.gate = threading.Event(), threading.Event()
        self.thread = None
        self.share = 0.0

    def __call__(self, progress):
        self.thread = threading.current_thread()
        progress(self.share)
        self.begun.set()
        while not self.gate.wait(0.002):
            progress(self.share)
        progress(1.0)
        if self.error is not None:
            raise self.error
        return self.result


@pytest.fixture
def work(shown, qapp, monkeypatch):
    monkeypatch.setattr(long_work, "PATIENCE", 1)
    monkeypatch.setattr(background, "TELL", 0.0)
    notices = shown(Notices(), 600, 200)
    work = LongWork(notices, notices)
    work.notices = notices
    work.done, work.failures, work.begun = [], [], []

    def begin(gated, **options):
        work.begun.append(gated)
        options = {"small": False, "failed": work.failures.append, **options}
        failed = options.pop("failed")
        work.run(lambda: "Working…", gated, work.done.append, failed, **options)
        if not options["small"]:
            assert gated.begun.wait(10)
        return gated

    work.begin = begin
    yield work
    for gated in work.begun:
        gated.gate.set()
    work.close()
    for gated in work.begun:
        if gated.thread is not None and gated.thread is not threading.main_thread():
            gated.thread.join(10)
    qapp.processEvents()


def notice(work, qtbot):
    qtbot.waitUntil(lambda: bool(work.notices.shown))
    (one,) = work.notices.shown
    return one


def at_once(result):
    gated = Gated(result)
    gated.gate.set()
    return gated


def test_small_work_is_done_at_once_and_here(work):
    gated = work.begin(at_once(3), small=True)
    assert work.done == [3]
    assert gated.thread is threading.main_thread()
    assert not work.running
    assert work.notices.shown == []


def test_a_failure_of_small_work_is_told(work):
    error = ValueError("bad")

    def fails(_progress):
        raise error

    work.run(str, fails, work.done.append, work.failures.append, small=True)
    assert work.failures == [error]
    with pytest.raises(ValueError, match="bad"):
        work.run(str, fails, work.done.append, small=True)
    assert work.done == []
    assert not work.running


def test_an_error_in_what_takes_the_result_is_not_the_works_own(work):
    def take(_result):
        raise KeyError

    with pytest.raises(KeyError):
        work.run(str, at_once(3), take, work.failures.append, small=True)
    assert work.failures == []


def test_large_work_is_done_beside_the_window(work, qtbot):
    gated = work.begin(Gated())
    assert work.running
    assert work.done == []
    assert gated.thread is not threading.main_thread()
    gated.gate.set()
    qtbot.waitUntil(lambda: work.done == ["result"])
    assert not work.running


def test_a_notice_says_what_is_going_on_and_how_far_it_is_and_goes_with_it(work, qtbot):
    gated = work.begin(Gated())
    one = notice(work, qtbot)
    assert one.label.text() == "Working…"
    assert one.bar.isVisible()
    for share in (0.25, 0.75):
        gated.share = share
        qtbot.waitUntil(lambda share=share: one.bar.value() == 1000 * share)
    gated.gate.set()
    qtbot.waitUntil(lambda: not work.notices.shown)
    assert work.done == ["result"]


def test_work_that_is_soon_done_shows_no_notice(work, qtbot):
    work._patience.setInterval(100_000)
    gated = work.begin(Gated())
    gated.gate.set()
    qtbot.waitUntil(lambda: bool(work.done))
    assert work.notices.shown == []
    assert not work._patience.isActive()


def test_cancel_stops_it_and_nothing_comes_of_it(work, qtbot):
    gated = work.begin(Gated())
    (button,) = notice(work, qtbot).buttons
    assert button.text() == "Cancel"
    button.click()
    assert not work.running
    assert work.notices.shown == []
    gated.thread.join(10)
    qtbot.wait(5)
    assert (work.done, work.failures) == ([], [])


def test_a_failure_is_told_and_takes_the_notice_away(work, qtbot):
    error = ValueError("bad")
    gated = work.begin(Gated(error=error))
    notice(work, qtbot)
    gated.gate.set()
    qtbot.waitUntil(lambda: work.failures == [error])
    assert work.notices.shown == []
    assert work.done == []
    assert not work.running


def test_a_failure_that_nobody_takes_reaches_the_last_resort(work, qtbot):
    with qtbot.captureExceptions() as uncaught:
        gated = work.begin(Gated(error=ValueError("bad")), failed=None)
        gated.gate.set()
        qtbot.waitUntil(lambda: bool(uncaught))
    assert [str(error) for _kind, error, _trace in uncaught] == ["bad"]
    assert not work.running


def test_a_second_piece_of_work_takes_the_place_of_the_first(work, qtbot):
    first = work.begin(Gated("first"))
    notice(work, qtbot)
    second = work.begin(Gated("second"))
    assert len(work.notices.shown) <= 1
    first.gate.set()
    second.gate.set()
    qtbot.waitUntil(lambda: bool(work.done))
    qtbot.wait(5)
    assert work.done == ["second"]
    assert work.notices.shown == []


def test_small_work_takes_the_place_of_large_work_too(work, qtbot):
    first = work.begin(Gated("first"))
    work.begin(at_once("small"), small=True)
    assert not work.running
    first.gate.set()
    first.thread.join(10)
    qtbot.wait(5)
    assert work.done == ["small"]


def test_a_result_that_was_on_its_way_when_it_was_cancelled_is_not_taken(work, qtbot):
    gated = work.begin(Gated())
    gated.gate.set()
    gated.thread.join(10)
    work.stop()
    qtbot.wait(5)
    assert work.done == []
    assert not work.running


def test_what_takes_a_result_may_begin_the_next_work(work, qtbot):
    first, second = Gated("first"), Gated("second")
    work.begun.append(first)
    work.run(lambda: "Working…", first, lambda _result: work.begin(second), small=False)
    first.gate.set()
    qtbot.waitUntil(lambda: work.running and second.begun.is_set())
    second.gate.set()
    qtbot.waitUntil(lambda: work.done == ["second"])


def test_the_notice_speaks_the_language_of_the_moment(work, qtbot):
    work.begin(Gated())
    one = notice(work, qtbot)
    i18n.set_language("ko")
    qtbot.waitUntil(lambda: bool(HANGUL.search(one.buttons[0].text())))
    assert one.buttons[0].accessibleName() == one.buttons[0].text()


def test_to_close_waits_for_the_thread(work):
    gated = work.begin(Gated())
    work.close()
    assert not gated.thread.is_alive()
    assert not work.running
    assert work.notices.shown == []
    work.close()


def test_to_close_waits_for_what_was_cancelled_too(work):
    begun, gate, ended = threading.Event(), threading.Event(), []

    def deaf(_progress):
        begun.set()
        gate.wait(0.5)
        ended.append(True)

    work.run(str, deaf, work.done.append, small=False)
    assert begun.wait(10)
    work.stop()
    threads = [one for one in threading.enumerate() if one.name == "job"]
    try:
        work.close()
        assert ended == [True]
    finally:
        gate.set()
        for thread in threads:
            thread.join(10)
