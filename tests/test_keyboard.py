"""Keys with a real focus: on a screen of X with a window manager, in a process of its own."""

import json
import os
import shutil
import subprocess
import sys
import time

import pytest

from tests.helpers import ROOT

MISSING = [tool for tool in ("Xvfb", "openbox") if shutil.which(tool) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")

CONTROLS = {
    "observationTiles",
    "observationText",
    "piSlider",
    "piSpinBox",
    "goToMleButton",
    "sweepButton",
    "plotStack",
    "viewTabs",
    "languageButton",
    "themeButton",
    "presentButton",
    "exportButton",
    "randomButton",
    "flipButton",
    "shuffleButton",
    "examplesButton",
    "openButton",
    "zoomButton",
}

# Runs in the child: `press` sends keys to whatever has the focus, as the screen's user would.
CHILD = """
import json, sys
from PyQt5.QtCore import Qt
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QApplication, QWidget
from gui import i18n
from gui.app import start

app, window = start(["1011011101", "--lang", "en", "--theme", "light", "--size", "1100x750"])
assert QTest.qWaitForWindowActive(window, 10000), "the window never became active"
QTest.qWait(100)
session, found = window.session, {}

def press(key, modifiers=Qt.NoModifier):
    QTest.keyClick(app.focusWidget() or window, key, modifiers)
    QTest.qWait(50)

def focus(name):
    window.findChild(QWidget, name).setFocus(Qt.TabFocusReason)
    QTest.qWait(20)

def focused():
    widget = app.focusWidget()
    return widget.objectName() if widget else None

def here():
    return [session.state.pi, session.state.observations.text()]

focus("observationTiles")
for name, key in (("forward", Qt.Key_Tab), ("backward", Qt.Key_Backtab)):
    seen = []
    while focused() not in seen and len(seen) < 60:
        seen.append(focused())
        press(key)
    found[name] = seen
focus("plotStack")
press(Qt.Key_M)
found["M"] = here()
press(Qt.Key_Left, Qt.ShiftModifier)
found["Shift+Left"] = here()
for _ in range(2):
    press(Qt.Key_Z, Qt.ControlModifier)
found["undone"] = here()
press(Qt.Key_Z, Qt.ControlModifier | Qt.ShiftModifier)
found["redone"] = here()
press(Qt.Key_P)
found["P"] = focused()
QTest.keyClicks(app.focusWidget(), "7/20")
press(Qt.Key_Return)
found["typed"] = here()
focus("observationTiles")
press(Qt.Key_Space)
press(Qt.Key_0)
found["tiles"] = here()
focus("observationText")
app.focusWidget().selectAll()
QTest.keyClicks(app.focusWidget(), "0 1m")
QTest.qWait(20)
found["text"] = [*here(), app.focusWidget().text()]
press(Qt.Key_Z, Qt.ControlModifier)
found["undone text"] = here()
focus("piSlider")
press(Qt.Key_Space)
found["sweeping"] = window.sweep.running
press(Qt.Key_Space)
found["stopped"] = not window.sweep.running
press(Qt.Key_L, Qt.ControlModifier)
found["language"] = i18n.language()
press(Qt.Key_F5)
QTest.qWait(300)
found["full screen"] = window.isFullScreen()
press(Qt.Key_Escape)
QTest.qWait(300)
found["left"] = not window.isFullScreen()
window.close()
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def display():
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    name = f":{number}"
    manager = subprocess.Popen(
        ["openbox"],
        env={**os.environ, "DISPLAY": name},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(0.3)
    yield name
    for process in (manager, server):
        process.terminate()
        process.wait(10)


@pytest.fixture(scope="module")
def found(display, tmp_path_factory):
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    for home in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        environment[home] = str(tmp_path_factory.mktemp("home"))
    result = subprocess.run(
        [sys.executable, "-c", CHILD],
        capture_output=True,
        text=True,
        check=False,
        timeout=90,
        cwd=ROOT,
        env=environment,
    )
    assert result.returncode == 0, result.stderr
    assert "unexpected" not in result.stderr
    return json.loads(result.stdout)


@pytest.mark.parametrize("way", ["forward", "backward"])
def test_tab_reaches_every_control_and_comes_back(found, way):
    seen = found[way]
    assert set(seen) >= CONTROLS
    assert len(seen) == len(set(seen))
    assert "" not in seen
    assert None not in seen


def test_tab_goes_through_the_window_as_one_reads_it(found):
    seen = found["forward"]
    data = ["observationTiles", "observationText", "randomButton", "openButton", "goToMleButton"]
    places = [seen.index(name) for name in [*data, "plotStack", "piSlider", "piSpinBox"]]
    assert places == sorted(places)


def test_keys_move_pi_wherever_the_focus_is(found):
    assert found["M"] == [0.7, "1011011101"]
    assert found["Shift+Left"] == [0.699, "1011011101"]


def test_undo_and_redo_by_keys(found):
    assert found["undone"] == [0.5, "1011011101"]
    assert found["redone"] == [0.7, "1011011101"]


def test_p_leads_to_the_number_and_enter_takes_it(found):
    assert found["P"] == "piSpinBox"
    assert found["typed"] == [0.35, "1011011101"]


def test_tiles_take_keys(found):
    # What Space toggles and 0 inserts at the caret, which begins at the first tile.
    assert found["tiles"] == [0.35, "00011011101"]


def test_text_takes_letters_and_leaves_undo_to_the_program(found):
    pi, sequence, text = found["text"]
    assert (pi, sequence, text) == (0.35, "01", "0 1m")
    assert found["undone text"] == [0.35, "00011011101"]


def test_space_on_the_slider_sweeps_and_stops(found):
    assert found["sweeping"]
    assert found["stopped"]


def test_language_and_full_screen_by_keys(found):
    assert found["language"] == "ko"
    assert found["full screen"]
    assert found["left"]
