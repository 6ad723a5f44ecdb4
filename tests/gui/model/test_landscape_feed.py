from dataclasses import replace

import numpy as np
import pytest
from PyQt5 import sip
from PyQt5.QtTest import QSignalSpy, QTest
from PyQt5.QtWidgets import QApplication

from core.labelled import Labelled
from core.landscape import SIZES, Region, Terrain
from core.logistic import fit
from core.model_state import ModelLook, ModelState
from core.snapshot import evaluate
from core.state import State
from gui.model import landscape_feed
from gui.model.landscape_feed import LandscapeFeed

pytestmark = pytest.mark.usefixtures("look_of_the_start")

TEN = Labelled([-2, -1, -1, 0, 0, 1, 1, 2, 2, 3], [0, 0, 1, 0, 1, 0, 1, 1, 1, 1])
REGION = Region(-2.0, 4.0, -3.0, 4.0)


def snap(data=TEN, region=REGION, **fields):
    return evaluate(
        State(model=ModelState(data=data, **fields), model_look=ModelLook(region=region))
    )


@pytest.fixture
def feed():
    made = LandscapeFeed()
    yield made
    made.stop()
    QApplication.processEvents()
    # Not in whatever thread Python happens to collect its garbage.
    sip.delete(made)


@pytest.fixture
def many(monkeypatch):
    """Examples that count as too many to be worked out at once."""
    monkeypatch.setattr(landscape_feed, "AT_ONCE", 50)
    monkeypatch.setattr(landscape_feed, "FIT_AT_ONCE", 50)
    monkeypatch.setattr("core.model_snapshot.AT_ONCE", 50)
    chance = np.random.default_rng(2)
    x = chance.normal(0, 2, 200)
    return Labelled(x, chance.random(200) < 1 / (1 + np.exp(-x)))


def test_a_coarse_landscape_is_there_at_once_and_finer_ones_follow(feed):
    spy = QSignalSpy(feed.changed)
    feed.render(snap())
    assert [len(call[0].w) for call in spy] == [SIZES[0][0]]
    feed.finish()
    assert [len(call[0].w) for call in spy] == [columns for columns, _rows in SIZES]
    assert feed.landscape.is_final
    direct = Terrain(TEN).landscape(REGION, SIZES[-1])
    assert np.array_equal(feed.landscape.loss, direct.loss)


def test_they_come_by_themselves(feed, monkeypatch):
    monkeypatch.setattr(landscape_feed, "REST", 1)
    feed.render(snap())
    for _ in range(500):
        QTest.qWait(5)
        if feed.landscape.is_final:
            break
    assert feed.landscape.is_final


def test_while_examples_are_dragged_only_coarse_ones_are_made(feed, monkeypatch):
    monkeypatch.setattr(landscape_feed, "REST", 10_000)
    spy = QSignalSpy(feed.changed)
    for i in range(20):
        feed.render(snap(TEN.changed(0, x=-2 + 0.1 * i)))
        QApplication.processEvents()
    assert [len(call[0].w) for call in spy] == [SIZES[0][0]] * 20
    feed.finish()
    assert np.array_equal(
        feed.landscape.loss,
        Terrain(TEN.changed(0, x=-2 + 0.1 * 19)).landscape(REGION, SIZES[-1]).loss,
    )


def test_the_weights_change_no_landscape(feed):
    feed.render(snap())
    feed.finish()
    spy = QSignalSpy(feed.changed)
    for w in (0.1, 0.2, 5.0):
        feed.render(snap(w=w))
        feed.finish()
    assert len(spy) == 0


def test_zooming_in_keeps_what_is_there_until_a_better_one_comes(feed):
    feed.render(snap())
    feed.finish()
    old = feed.landscape
    closer = REGION.scaled(0.5, 1.0, 1.0)
    feed.render(snap(region=closer))
    assert feed.landscape is old
    feed.finish()
    assert feed.landscape.region == closer
    assert feed.landscape.is_final


def test_what_is_not_seen_yet_is_there_at_once(feed):
    feed.render(snap())
    feed.finish()
    aside = REGION.moved(3.0, 0.0)
    feed.render(snap(region=aside))
    assert feed.landscape.region == aside
    feed.finish()
    assert feed.landscape.is_final


def test_without_examples_there_is_none(feed):
    feed.render(snap())
    spy = QSignalSpy(feed.changed)
    feed.render(snap(Labelled()))
    feed.finish()
    assert [call[0] for call in spy] == [None]
    assert feed.landscape is None
    assert feed.slice(snap(Labelled()).model) is None


def test_of_many_examples_the_fit_is_found_beside_the_window(feed, many):
    found, told = [], []
    feed.fit_found.connect(lambda data, one: found.append((data, one)))
    feed.progressed.connect(told.append)
    snapshot = snap(many)
    assert snapshot.model.fit is None
    feed.render(snapshot)
    assert feed.landscape is None
    assert feed.slice(snapshot.model) is None
    feed.finish()
    assert found == [(many, fit(many.x, many.y))]
    assert feed.landscape.is_final
    assert feed.slice(snapshot.model) is not None
    assert told[-1] == 1.0


def test_the_region_that_the_fit_brings_is_the_one_worked_out(feed, many):
    snapshot = snap(many, region=None)

    def take(_data, one):
        feed.render(replaced(snapshot, one))

    feed.fit_found.connect(take)
    feed.render(snapshot)
    feed.finish()
    best = fit(many.x, many.y)
    assert feed.landscape.region.holds(best.w, best.b)
    assert feed.landscape.region == snapshot.model.with_fit(best).region


def replaced(snapshot, one):
    return replace(snapshot, model=snapshot.model.with_fit(one))


def test_the_newest_wins(feed, many):
    other = many.changed(0, x=1.0)
    found = []
    feed.fit_found.connect(lambda data, _one: found.append(data))
    feed.render(snap(many))
    feed._rest.stop()
    feed._go_on()
    feed.render(snap(other))
    feed.finish()
    assert found == [other]
    direct = Terrain(other).landscape(REGION, SIZES[-1])
    assert np.array_equal(feed.landscape.loss, direct.loss)


def test_what_was_ended_goes_on_with_the_next_snapshot(feed):
    snapshot = snap()
    feed.render(snapshot)
    feed._rest.stop()
    feed._go_on()
    feed.stop()
    assert feed._job is None
    QTest.qWait(5)
    assert not feed.landscape.is_final
    feed.render(snapshot)
    feed.finish()
    assert feed.landscape.is_final


def test_what_goes_wrong_is_not_kept_back(feed, monkeypatch):
    def broken(*_arguments):
        raise RuntimeError("broken")

    feed.render(snap())
    monkeypatch.setattr(feed.terrain, "landscape", broken)
    with pytest.raises(RuntimeError, match="broken"):
        feed.finish()
