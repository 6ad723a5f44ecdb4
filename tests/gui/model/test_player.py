"""The clock of the descent."""

import pytest

from gui.model import player as module
from gui.model.player import STEPS_PER_ONE_MORE, Player


def test_it_asks_at_once_and_then_with_each_tick(qtbot, monkeypatch):
    monkeypatch.setattr(module, "MILLISECONDS", 1)
    player, asked, said = Player(), [], []
    player.steps_asked.connect(asked.append)
    player.running_changed.connect(said.append)
    player.start()
    assert asked == [1]
    assert player.running
    qtbot.waitUntil(lambda: sum(asked) > 3 * STEPS_PER_ONE_MORE, timeout=10_000)
    player.stop()
    player.stop()
    assert said == [True, False]
    assert asked == sorted(asked)
    assert asked[:STEPS_PER_ONE_MORE] == [1] * STEPS_PER_ONE_MORE
    assert asked[STEPS_PER_ONE_MORE] == 2
    count = len(asked)
    qtbot.wait(10)
    assert len(asked) == count


@pytest.mark.usefixtures("qapp")
def test_it_begins_slowly_each_time():
    player, asked = Player(), []
    player.steps_asked.connect(asked.append)
    for _ in range(3):
        player.start()
        player.stop()
    assert asked == [1, 1, 1]
