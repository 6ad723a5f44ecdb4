"""The preview: the figure as large as there is room, moving where it will move, to be pulled."""

import numpy as np
import pytest
from PyQt5.QtCore import QEvent, QSize, Qt
from PyQt5.QtGui import QColor, QPixmap
from PyQt5.QtWidgets import QApplication

from core.observations import Observations
from core.snapshot import evaluate
from core.state import State
from gui import theme
from gui.figures.figure import Figure
from gui.figures.moving import pixels_of
from gui.figures.options import FigureOptions, Motion
from gui.figures.preview import FigurePreview
from gui.figures.still_files import picture as figure_picture
from gui.theme import DARK, LIGHT
from tests.helpers import StillClock, difference, mouse, move, picture, press, release

DATA = evaluate(State(Observations((1, 0, 1, 1, 0, 1, 1, 1, 0, 1)), pi=0.5))
OPTIONS = FigureOptions(width=600, height=400)
MOTION = Motion(seconds=1.0, fps=10, ease=False)


@pytest.fixture
def preview(shown):
    preview = FigurePreview()
    preview._clock = StillClock()
    return shown(preview, 600, 400)


def ticks(preview):
    return preview._timer.isActive()


def rgb(name):
    colour = QColor(name)
    return [colour.blue(), colour.green(), colour.red()]


def ground_of(preview):
    """Where nothing of the figure stands."""
    return (picture(preview) == rgb(preview.palette().window().color())).all(axis=2)


def test_a_figure_of_the_same_size_is_shown_as_it_will_be(preview):
    preview.show_figure(OPTIONS, None, DATA)
    painted = pixels_of(figure_picture(Figure(OPTIONS), OPTIONS, DATA))[..., 2::-1]
    shown = picture(preview)
    # But for what a picture with alpha rounds otherwise.
    apart = np.abs(shown[1:-1, 1:-1].astype(int) - painted[1:-1, 1:-1])
    assert apart.max() < 8
    # A line around it tells its ground from the dialog's.
    assert (shown[0] == rgb(LIGHT.rule)).all()


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [
        (1200, 800, (600, 400)),
        (800, 800, (400, 400)),
        (1200, 300, (600, 150)),
        (30, 20, (600, 400)),
    ],
)
def test_a_figure_is_as_large_as_there_is_room_and_in_the_middle(preview, width, height, size):
    preview.show_figure(FigureOptions(width=width, height=height, theme="dark"), None, DATA)
    rows, columns = np.nonzero(~ground_of(preview))
    left, top = (600 - size[0]) // 2, (400 - size[1]) // 2
    assert (columns.min(), rows.min()) == (left, top)
    assert (columns.max() + 1, rows.max() + 1) == (left + size[0], top + size[1])


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_squares_show_through_where_a_figure_has_no_ground(preview, look):
    theme.set_look(theme=look)
    options = FigureOptions(width=600, height=400, transparent=True, theme="dark")
    preview.show_figure(options, None, DATA)
    clear = pixels_of(figure_picture(Figure(options), options, DATA))[..., 3] == 0
    assert clear.mean() > 0.01
    seen = picture(preview)[1:-1, 1:-1][clear[1:-1, 1:-1]]
    squares = [(seen == rgb(role)).all(axis=1).mean() for role in (look.card, look.rule)]
    assert min(squares) > 0.3
    assert sum(squares) > 0.99


def test_without_a_figure_it_paints_nothing(preview):
    assert ground_of(preview).all()


def test_other_numbers_are_shown_at_once(preview):
    preview.show_figure(OPTIONS, None, DATA)
    before = picture(preview)
    preview.show_figure(OPTIONS, None, evaluate(State(DATA.state.observations, pi=0.25), DATA))
    assert difference(before, picture(preview))


def test_it_is_painted_in_its_own_theme_and_leaves_the_windows_alone(preview):
    preview.show_figure(FigureOptions(width=600, height=400, theme="dark"), None, DATA)
    seen = picture(preview)
    assert (seen == rgb(DARK.ground)).all(axis=2).mean() > 0.05
    assert theme.look().theme is LIGHT


def test_a_motion_goes_on_with_the_clock_and_begins_anew_at_its_end(preview):
    preview.show_figure(OPTIONS, MOTION, DATA)
    frames = []
    for now in (0, 99, 100, 550, 999, 1000, 2350):
        preview._clock.now = now
        frames.append(preview.frame)
    assert frames == [0, 0, 1, 5, 9, 0, 3]


@pytest.mark.parametrize("kind", ["sweep", "replay"])
def test_every_moment_of_a_motion_shows_its_frame(preview, kind):
    motion = Motion(kind=kind, seconds=1.0, fps=10, ease=False)
    preview.show_figure(OPTIONS, motion, DATA)
    seen = []
    for now in (0, 400, 900):
        preview._clock.now = now
        seen.append(picture(preview))
    assert difference(seen[0], seen[1])
    assert difference(seen[1], seen[2])
    preview._clock.now = 400
    assert difference(seen[1], picture(preview)) == ""


def test_a_motion_is_painted_again_and_again_by_itself(preview, qtbot, monkeypatch):
    preview.show_figure(OPTIONS, MOTION, DATA)
    painted = []
    monkeypatch.setattr(preview._moving, "snapshot", lambda frame: painted.append(frame) or DATA)
    preview._clock.now = 500
    qtbot.waitUntil(lambda: len(painted) > 1)
    assert set(painted) == {5}


def test_the_clock_rests_while_nothing_moves(preview):
    assert not ticks(preview)
    preview.show_figure(OPTIONS, None, DATA)
    assert not ticks(preview)
    preview.show_figure(OPTIONS, MOTION, DATA)
    assert ticks(preview)
    preview.show_figure(OPTIONS, None, DATA)
    assert not ticks(preview)
    assert preview.frame == 0


def test_other_options_do_not_begin_a_motion_anew(preview):
    preview.show_figure(OPTIONS, MOTION, DATA)
    preview._clock.now = 500
    preview.show_figure(FigureOptions(width=600, height=400, title="t"), MOTION, DATA)
    assert preview.frame == 5


def test_a_motion_rests_while_nobody_looks_and_goes_on_afterwards(preview):
    preview.show_figure(OPTIONS, MOTION, DATA)
    preview.hide()
    assert not ticks(preview)
    preview.show_figure(OPTIONS, MOTION, DATA)
    assert not ticks(preview)
    preview.show()
    assert ticks(preview)


def test_a_still_figure_stays_still_when_it_is_shown_again(preview):
    preview.show_figure(OPTIONS, None, DATA)
    preview.hide()
    preview.show()
    assert not ticks(preview)


@pytest.mark.parametrize("size", [(1200, 800), (300, 100)])
def test_a_picture_stands_in_the_place_of_the_figure(preview, size):
    preview.show_figure(OPTIONS, MOTION, DATA)
    red = QPixmap(*size)
    red.fill(QColor(LIGHT.zeros))
    preview.show_picture(red)
    assert not ticks(preview)
    high = min(400, 600 * size[1] // size[0])
    seen = (picture(preview) == rgb(LIGHT.zeros)).all(axis=2)
    assert seen.sum() == 600 * high
    preview.show_figure(OPTIONS, None, DATA)
    assert not (picture(preview) == rgb(LIGHT.zeros)).all(axis=2).all()


def test_it_has_room_for_a_slide_in_every_look(preview):
    assert preview.sizeHint() == QSize(620, 460)
    theme.set_look(scale=2.0)
    assert preview.sizeHint() == QSize(1240, 920)


# Pulled away --------------------------------------------------------------------------------------


@pytest.fixture
def pulls(preview):
    asked = []
    preview.drag_asked.connect(lambda: asked.append(True))
    return asked


def test_the_figure_is_pulled_only_beyond_the_drag_distance(preview, pulls):
    far = QApplication.startDragDistance()
    press(preview, 100, 100)
    move(preview, 100 + far - 1, 100)
    assert pulls == []
    move(preview, 100 + far, 100)
    assert pulls == [True]


def test_one_press_pulls_once(preview, pulls):
    press(preview, 100, 100)
    for x in (200, 300, 400):
        move(preview, x, 100)
    assert pulls == [True]
    press(preview, 100, 100)
    move(preview, 200, 100)
    assert pulls == [True, True]


def test_a_click_pulls_nothing_and_neither_does_a_move_after_it(preview, pulls):
    press(preview, 100, 100)
    release(preview, 100, 100)
    move(preview, 300, 300)
    assert pulls == []


def test_only_the_left_button_pulls(preview, pulls):
    mouse(preview, QEvent.MouseButtonPress, 100, 100, Qt.RightButton, Qt.RightButton)
    mouse(preview, QEvent.MouseMove, 300, 100, Qt.RightButton, Qt.NoButton)
    assert pulls == []
