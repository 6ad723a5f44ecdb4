"""Words stand where they are told to, whatever was painted with them before."""

import pytest
from PyQt5.QtCore import QPointF, Qt
from PyQt5.QtGui import QPainter, QPixmap

from gui.still_text import draw_text
from tests.helpers import difference, pixels_of


def painted(place):
    picture = QPixmap(120, 60)
    picture.fill(Qt.white)
    painter = QPainter(picture)
    draw_text(painter, place, "argmax 0.3", 13, "optimum", strong=True)
    painter.end()
    return pixels_of(picture)


@pytest.mark.usefixtures("look_of_the_start")
@pytest.mark.parametrize("before", [10.0, 30.25, 30.499999999999968])
@pytest.mark.parametrize("y", [30.499999999999968, 30.50000000000003])
def test_a_hair_above_or_below_half_a_pixel_is_the_same_place(before, y):
    wanted = painted(QPointF(10.5, 30.5))
    painted(QPointF(10.5, before))
    assert difference(painted(QPointF(10.5, y)), wanted) == ""
    painted(QPointF(10.5, before + 1.0))
    assert difference(painted(QPointF(10.5, y)), wanted) == ""
