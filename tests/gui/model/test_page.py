"""Where the parts of the Model view stand: nothing that teaches is missing in any window."""

import pytest

from gui.model.page import ModelPage
from tests.helpers import find, settle

# The long and the short name of each curve that is shown.
CURVES = {
    "en": [("current curve", "now"), ("fitted curve", "fit")],
    "ko": [("현재의 곡선", "현재"), ("최적의 곡선", "최적")],
}


@pytest.fixture
def page(start):
    """The view in a window of a size, before a class or not."""

    def page(size, code, *arguments, presenting=False):
        window = start("--view", "model", "--lang", code, *arguments, size=size)
        if presenting:
            window.presentation.begin(full_screen=False)
        window.model.page.landscape.feed.finish()
        settle()
        return find(window, "modelPage", ModelPage)

    return page


def place(page, widget):
    """Where a widget is in the page."""
    return widget.rect().translated(widget.mapTo(page, widget.rect().topLeft()))


@pytest.mark.parametrize("code", ["en", "ko"])
@pytest.mark.parametrize("size", ["1024x700", "1440x900", "1920x1080"])
def test_both_charts_stand_beside_the_landscape(page, size, code):
    shown = page(size, code)
    card = shown.landscape
    canvas, above, below = (place(shown, one) for one in (card.canvas, card.slice, card.steps))
    assert card.slice.isVisible()
    assert card.steps.isVisible()
    assert canvas.right() < above.left() == below.left()
    assert above.bottom() < below.top()
    assert place(shown, shown.prediction).bottom() < place(shown, card).top()


@pytest.mark.parametrize("code", ["en", "ko"])
@pytest.mark.parametrize("size", ["1024x700", "1280x720", "1440x900", "1920x1080"])
def test_before_a_class_the_plots_stand_side_by_side(page, size, code):
    shown = page(size, code, presenting=True)
    card = shown.landscape
    left, right, strip = (place(shown, one) for one in (shown.prediction, card, shown.strip))
    assert (left.top(), left.bottom()) == (right.top(), right.bottom())
    assert abs(left.width() - right.width()) <= 1
    assert left.right() < right.left()
    assert right.bottom() < strip.top()
    canvas, first, second = (place(shown, one) for one in (card.canvas, card.slice, card.steps))
    assert card.slice.isVisible()
    assert card.steps.isVisible()
    assert canvas.bottom() < place(shown, card.along).top()
    assert place(shown, card.along).bottom() < first.top()
    assert first.right() < second.left()
    assert canvas.height() > first.height()


@pytest.mark.parametrize("plot", ["prediction", "landscape"])
def test_before_a_class_one_plot_has_all_the_width(page, plot):
    shown = page("1280x720", "en", "--panel", plot, presenting=True)
    parts = {"prediction": shown.prediction, "landscape": shown.landscape}
    one = parts.pop(plot)
    assert place(shown, one).width() > 0.97 * shown.width()
    assert not next(iter(parts.values())).isVisible()


@pytest.mark.parametrize("code", ["en", "ko"])
@pytest.mark.parametrize("size", ["1024x700", "1280x720", "1440x900", "1920x1080"])
def test_before_a_class_every_curve_has_its_name(page, size, code):
    shown = page(size, code, presenting=True)
    texts = [label.text for label in shown.prediction.picture.labels if label.rect is not None]
    for names in CURVES[code]:
        assert sum(text in names for text in texts) == 1, texts


@pytest.mark.parametrize("code", ["en", "ko"])
@pytest.mark.parametrize("size", ["1024x700", "1280x720", "1920x1080"])
def test_before_a_class_a_rate_that_is_too_large_is_said(page, size, code):
    way = ("--climb", "descent", "--rate", "40", "--steps", "12")
    shown = page(size, code, *way, presenting=True)
    words = find(shown.window(), "classWay")
    assert words.role == "warning"
    (line,) = words.lines()
    assert "η = 12" in line
    assert "η = 12" in shown.strip.summary()
    card = place(shown, shown.strip)
    shown.window().session.undo_stack.undo()
    settle()
    assert place(shown, shown.strip) == card


def test_after_the_class_the_plots_stand_as_before(page):
    shown = page("1440x900", "en")
    parts = shown.parts[:-1]
    before = [place(shown, one) for one in parts]
    window = shown.window()
    window.presentation.begin(full_screen=False)
    settle()
    window.presentation.end()
    settle()
    assert [place(shown, one) for one in parts] == before
    assert not shown.strip.isVisible()
