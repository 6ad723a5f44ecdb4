"""Work in a thread of its own: one end, in the window's thread, and no thread left behind."""

import gc
import threading

import pytest
from PyQt5 import sip
from PyQt5.QtCore import QObject, QThread

from gui import background
from gui.background import Job


class Heard:
    """What came of a job, in order, and in which thread it was heard."""

    def __init__(self, job):
        self.said, self.shares, self.threads = [], [], set()
        for name in ("finished", "failed"):
            getattr(job, name).connect(lambda value, name=name: self.hear(name, value))
        job.stopped.connect(lambda: self.hear("stopped"))
        job.progressed.connect(self.follow)

    def follow(self, share):
        self.shares.append(share)
        self.threads.add(QThread.currentThread())

    def hear(self, name, *value):
        self.said.append((name, *value))
        self.threads.add(QThread.currentThread())


@pytest.fixture
def job(qapp, monkeypatch):
    """Make a job; those that are left are stopped at the end."""
    monkeypatch.setattr(background, "TELL", 0.0)
    jobs, gates = [], []

    def job(work):
        made = Job(work)
        made.heard = Heard(made)
        jobs.append(made)
        return made

    job.gates = gates
    yield job
    for gate in gates:
        gate.set()
    for made in jobs:
        made.stop()
        made.wait()
    qapp.processEvents()


def heard(qtbot, made):
    qtbot.waitUntil(lambda: bool(made.heard.said))
    made.wait()
    qtbot.wait(5)
    return made.heard.said


def test_the_result_is_handed_back_in_the_thread_of_the_window(job, qtbot):
    threads = []

    def work(_progress):
        threads.append(threading.current_thread())
        return [1, 2]

    made = job(work)
    made.start()
    assert heard(qtbot, made) == [("finished", [1, 2])]
    assert threads != [threading.main_thread()]
    assert made.heard.threads == {QThread.currentThread()}
    assert not made.running


def test_nothing_is_done_before_the_start(job):
    made = job(lambda _progress: pytest.fail("it began"))
    assert not made.running
    made.wait()
    made.stop()
    assert made.heard.said == []


@pytest.mark.parametrize("error", [ValueError("bad"), OSError(28, "full"), MemoryError()])
def test_a_failure_is_handed_on_whatever_it_is(job, qtbot, error):
    def work(_progress):
        raise error

    made = job(work)
    made.start()
    assert heard(qtbot, made) == [("failed", error)]


def test_it_says_how_far_it_is(job, qtbot):
    made = job(lambda progress: [progress(i / 10) for i in range(11)])
    made.start()
    heard(qtbot, made)
    assert made.heard.shares == [i / 10 for i in range(11)]
    assert made.heard.threads == {QThread.currentThread()}


def test_it_does_not_say_so_oftener_than_an_eye_sees(job, qtbot, monkeypatch):
    monkeypatch.setattr(background, "TELL", 3600.0)
    made = job(lambda progress: [progress(i / 10_000) for i in range(10_000)])
    made.start()
    heard(qtbot, made)
    assert len(made.heard.shares) <= 1


def test_it_stops_when_it_next_says_how_far_it_is(job, qtbot):
    begun, gate, steps = threading.Event(), threading.Event(), []
    job.gates.append(gate)

    def work(progress):
        progress(0.1)
        begun.set()
        gate.wait(10)
        progress(0.5)
        steps.append("beyond")

    made = job(work)
    made.start()
    assert begun.wait(10)
    assert made.running
    made.stop()
    gate.set()
    assert heard(qtbot, made) == [("stopped",)]
    assert steps == []


def test_what_ends_after_it_was_asked_to_stop_has_no_result(job, qtbot):
    begun, gate = threading.Event(), threading.Event()
    job.gates.append(gate)

    def work(_progress):
        begun.set()
        gate.wait(10)
        return "too late"

    made = job(work)
    made.start()
    assert begun.wait(10)
    made.stop()
    made.stop()
    gate.set()
    assert heard(qtbot, made) == [("stopped",)]


def test_a_failure_after_it_was_asked_to_stop_is_one_end_and_no_more(job, qtbot):
    begun, gate = threading.Event(), threading.Event()
    job.gates.append(gate)

    def work(_progress):
        begun.set()
        gate.wait(10)
        raise ValueError

    made = job(work)
    made.start()
    assert begun.wait(10)
    made.stop()
    gate.set()
    assert len(heard(qtbot, made)) == 1


def test_waiting_ends_when_the_thread_has(job, qtbot):
    gate = threading.Event()
    job.gates.append(gate)
    made = job(lambda _progress: gate.wait(10))
    made.start()
    assert made.running
    gate.set()
    made.wait()
    assert not made.running
    made.wait()
    assert heard(qtbot, made) == [("finished", True)]


def test_a_job_whose_owner_is_gone_ends_in_silence(qtbot):
    begun, gate = threading.Event(), threading.Event()

    def work(progress):
        begun.set()
        gate.wait(10)
        progress(0.5)
        return "nobody wants it"

    owner = QObject()
    made = Job(work, owner)
    thread = made._thread
    made.start()
    assert begun.wait(10)
    owner.deleteLater()
    qtbot.waitUntil(lambda: _is_gone(made))
    gate.set()
    thread.join(10)
    assert not thread.is_alive()


def _is_gone(made):
    try:
        made.objectName()
    except RuntimeError:
        return True
    return False


def test_many_jobs_side_by_side_each_end_once(job, qtbot):
    jobs = [
        job(lambda progress, i=i: [progress(j / 50) for j in range(50)] and i) for i in range(8)
    ]
    for made in jobs:
        made.start()
    for made in jobs[::2]:
        made.stop()
    for i, made in enumerate(jobs):
        (end,) = heard(qtbot, made)
        assert end in ([("finished", i)] if i % 2 else [("finished", i), ("stopped",)])


def test_the_collector_rests_while_any_thread_is_at_work(job, qtbot):
    gates = [threading.Event(), threading.Event()]
    job.gates.extend(gates)
    one, other = (job(lambda _progress, gate=gate: gate.wait()) for gate in gates)
    assert gc.isenabled()
    one.start()
    other.start()
    assert not gc.isenabled()
    gates[0].set()
    heard(qtbot, one)
    assert not gc.isenabled()
    gates[1].set()
    heard(qtbot, other)
    qtbot.waitUntil(gc.isenabled)


def test_the_collector_goes_on_when_nobody_is_left_to_hear_of_the_end(job, qtbot):
    gate = threading.Event()
    job.gates.append(gate)
    parent = QObject()
    made = Job(lambda _progress: gate.wait(), parent)
    made.start()
    sip.delete(parent)
    gate.set()
    qtbot.waitUntil(gc.isenabled)


def test_a_collector_that_was_off_stays_off(job, qtbot):
    gc.disable()
    try:
        made = job(lambda _progress: 1)
        made.start()
        heard(qtbot, made)
        qtbot.wait(5)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_hears_of_a_job_outlives_a_collection_before_its_end(job, qtbot):
    said = []

    def begin():
        gate = threading.Event()
        job.gates.append(gate)
        made = Job(lambda _progress: gate.wait())
        # Nothing but the job's own signals holds this, and the job.
        made.finished.connect(lambda _result, made=made: said.append(made))
        made.start()
        gate.set()
        made._thread.join()

    begin()
    gc.collect()
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].result is True
