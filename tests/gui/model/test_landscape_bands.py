import gc

import numpy as np
import pytest
from PyQt5.QtCore import QPointF, QRectF
from PyQt5.QtGui import QColor, QImage, QPainter

from core.labelled import Labelled
from core.landscape import SIZES, Landscape, Region, Terrain
from core.model_state import ModelLook, ModelState
from core.snapshot import evaluate
from core.state import State
from gui import theme
from gui.model import bands as bands_module
from gui.model.bands import band_colour, bands_of
from gui.model.landscape_painter import layout_for, paint_still

pytestmark = pytest.mark.usefixtures("look_of_the_start")

TEN = Labelled([-2, -1, -1, 0, 0, 1, 1, 2, 2, 3], [0, 0, 1, 0, 1, 0, 1, 1, 1, 1])
REGION = Region(-2.0, 4.0, -3.0, 4.0)


@pytest.fixture(scope="module")
def landscape():
    return Terrain(TEN).landscape(REGION, SIZES[1])


def test_a_place_is_below_an_edge_exactly_if_its_loss_is(landscape):
    bands = bands_of(landscape)
    chance = np.random.default_rng(1)
    edges = landscape.levels[1:-1]
    assert bands.count == len(landscape.levels) - 1
    looked = 0
    for across, up in chance.random((400, 2)):
        w = REGION.w_low + across * (REGION.w_high - REGION.w_low)
        b = REGION.b_low + up * (REGION.b_high - REGION.b_low)
        loss = float(Terrain(TEN).along(np.array([w]), np.array([b]))[0])
        for edge, below in zip(edges, bands.below, strict=True):
            # The contours are straight between the points of the grid.
            if abs(loss - edge) > 0.01 * edge:
                assert below.contains(QPointF(across, up)) == (loss < edge)
                looked += 1
    assert looked > 3000


def test_the_contour_lines_run_at_the_edges(landscape):
    for edge, line in zip(landscape.levels[1:-1], bands_of(landscape).lines, strict=True):
        for i in range(0, line.elementCount(), 9):
            at = line.elementAt(i)
            w = REGION.w_low + at.x * (REGION.w_high - REGION.w_low)
            b = REGION.b_low + at.y * (REGION.b_high - REGION.b_low)
            loss = float(Terrain(TEN).along(np.array([w]), np.array([b]))[0])
            assert loss == pytest.approx(edge, rel=0.02)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_no_seam_shows_between_two_bands(landscape, name):
    theme.set_look(theme=theme.THEMES[name])
    snapshot = evaluate(State(model=ModelState(data=TEN), model_look=ModelLook(region=REGION)))
    layout = layout_for(QRectF(0, 0, 600, 400), snapshot, landscape, REGION)
    image = QImage(600, 400, QImage.Format_RGB32)
    image.fill(QColor("#FF00FF"))
    painter = QPainter(image)
    paint_still(painter, layout, snapshot, landscape, ())
    painter.end()
    inside = layout.plot.adjusted(2, 2, -2, -2).toRect()
    blue, ground = (QColor(getattr(theme.look().theme, role)) for role in ("ones", "ground"))
    low, high = (min(blue.red(), ground.red()), max(blue.red(), ground.red()))
    line = round(layout.point(0.0, 0.0).x())
    for y in range(inside.top(), inside.bottom(), 7):
        for x in range(inside.left(), inside.right(), 3):
            if abs(x - line) < 4:
                continue
            red = QColor(image.pixel(x, y)).red()
            # A contour line darkens, in the dark brightens, what it runs over by a fifth.
            assert low - 45 <= red <= high + 45
            assert QColor(image.pixel(x, y)).green() > 0


def test_the_lowest_band_is_the_ones_blue_and_the_highest_the_ground():
    value = theme.look().theme
    assert band_colour(0, 11).name() == QColor(value.ones).name()
    assert band_colour(10, 11).name() == QColor(value.ground).name()
    assert band_colour(0, 1).name() == QColor(value.ones).name()


def test_bands_are_worked_out_once_for_each_landscape():
    made = Terrain(TEN).landscape(REGION, SIZES[0])
    assert bands_of(made) is bands_of(made)
    kept = len(bands_module._MADE)
    del made
    gc.collect()
    assert len(bands_module._MADE) < kept


def test_a_level_landscape_and_one_of_enormous_heights_have_bands():
    grid = np.linspace(0, 1, 3)
    for loss, levels in (
        (np.zeros((3, 3)), np.array([0.0, 1e-12, 1.0])),
        (np.outer(grid, grid) * 1e300, np.array([0.0, 1e10, 1e200, 1e300])),
    ):
        bands = bands_of(Landscape(Region(0, 1, 0, 1), grid, grid, loss, levels))
        assert bands.count == len(levels) - 1
        assert bands.below[0].contains(QPointF(0.01, 0.01))
