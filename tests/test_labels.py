"""Nothing in a plot covers anything else, whatever is shown in whatever size."""

import itertools

import numpy as np
import pytest
from PyQt5.QtCore import QRectF

from core.observations import Observations
from gui import i18n, theme
from gui.plot_series import LIKELIHOOD
from tests.helpers import settle

SIZES = [(1024, 700), (1440, 900), (1920, 1080), (3840, 2160)]
DATA = [
    (7, 10),
    (1, 1),
    (0, 1),
    (10, 10),
    (0, 10),
    (1, 10),
    (9, 10),
    (1, 2),
    (50, 100),
    (3, 100),
    (99, 100),
    (500, 1000),
    (0, 0),
    (123456789, 987654321),
    (5 * 10**8, 10**9),
    (1, 10**15),
]
PIS = [0.0, 1e-9, 0.02, 0.3, 0.5, 0.7, 0.98, 1.0]


def rectangles(panel):
    return [
        (label.rect if hasattr(label, "rect") else label[0], label[1]) for label in panel.labels
    ]


def polyline(panel, item):
    """A curve as it is painted, in the stack's pixels."""
    x, y = item.getData()
    if x is None or not len(x):
        return None
    (left, right), (low, high) = panel.interval, panel.layout.y_range
    plot = panel.plot
    # A curve begins at the left end of the axis, whatever its x are counted from.
    return (
        plot.left() + (x - x[0]) / (right - left) * plot.width(),
        plot.bottom() - (y - low) / (high - low) * plot.height(),
    )


def crosses(rect, line):
    """Whether a curve runs through a rectangle: its heights over the rectangle's width."""
    x, y = line
    first, last = max(rect.left(), x[0]), min(rect.right(), x[-1])
    if first > last:
        return False
    inside = (x > first) & (x < last)
    heights = np.concatenate((np.interp([first, last], x, y), y[inside]))
    return bool(heights.min() <= rect.bottom() and heights.max() >= rect.top())


def problems(panel, pi):
    """What is wrong with a plot's labels, in words."""
    yield from label_problems(panel)
    if panel.chip is None:
        yield f"no sign at π = {pi}"
    else:
        yield from sign_problems(panel, *panel.chip)


def label_problems(panel):
    labels = rectangles(panel)
    for rect, text in labels:
        if not panel.card.contains(rect):
            yield f"{text!r} leaves the card"
        if rect.left() < panel.plot.left() - 1:
            yield f"{text!r} lies over the axis"
    for (one, text), (other, second) in itertools.combinations(labels, 2):
        if one.intersects(other):
            yield f"{text!r} covers {second!r}"
    curves = {"curve": panel.curve, "ones": panel.ones, "zeros": panel.zeros}
    lines = {name: polyline(panel, item) for name, item in curves.items()}
    for (rect, text), (name, line) in itertools.product(labels, lines.items()):
        if line is not None and crosses(rect.adjusted(1, 2, -1, -2), line):
            yield f"{text!r} is crossed by the {name}"


def sign_problems(panel, chip, text):
    look = theme.look()
    if not panel.card.contains(chip):
        yield f"the sign {text!r} leaves the card"
    width = look.text_metrics(14, strong=True).horizontalAdvance(panel.layout.title)
    title = QRectF(panel.card.left() + look.px(20), chip.top(), width, chip.height())
    if chip.intersects(title):
        yield f"the sign {text!r} covers the heading"
    if look.text_metrics(13, strong=True).horizontalAdvance(text) > chip.width():
        yield f"the sign is too narrow for {text!r}"
    if chip.bottom() > panel.plot.top():
        yield f"the sign {text!r} hangs into the plot"


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("code", ["en", "ko"])
def test_no_label_covers_anything(start, size, code):
    window = start("1", "--lang", code, size=f"{size[0]}x{size[1]}")
    wrong = []
    for k, n in DATA:
        window.session.set_observations(Observations.from_counts(k, n))
        for pi in PIS:
            window.session.set_pi(pi)
            for panel in window.plots.panels:
                for words in problems(panel, pi):
                    # A label is the same for each π; say it once.
                    said = f"{k}/{n} {panel.kind}: {words}"
                    if said not in wrong:
                        wrong.append(said)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("base", ["natsButton", "bitsButton"])
@pytest.mark.parametrize("interval", [(0.6, 0.8), (0.69, 0.71), (0.0, 0.1), (0.9, 1.0), (0.7, 1.0)])
def test_no_label_covers_anything_when_zoomed(start, base, interval):
    window = start("1011011101", size="1024x700")
    getattr(window.calculation, base.removesuffix("Button")).click()
    window.session.set_interval(*interval)
    wrong = []
    for share in (0.0, 0.3, 1.0):
        pi = interval[0] + share * (interval[1] - interval[0])
        window.session.set_pi(min(1.0, pi))
        for panel in window.plots.panels:
            wrong += [f"{panel.kind} at {pi}: {words}" for words in problems(panel, pi)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("kind", ["likelihood", "log-likelihood", "bce"])
def test_no_label_covers_anything_in_a_plot_alone(start, kind):
    for size in ("1024x700", "1920x1080"):
        window = start("1011011101", "--panel", kind, size=size)
        (panel,) = window.plots.canvas.shown
        assert list(problems(panel, 0.5)) == []


def test_the_optimum_is_named_wherever_it_is_in_sight(start):
    window = start("1", size="1024x700")
    for k, n in DATA:
        window.session.set_observations(Observations.from_counts(k, n))
        for panel in window.plots.panels:
            texts = [text for _rect, text in rectangles(panel) if "π̂" in text]
            assert len(texts) == (1 if n else 0), (k, n, panel.kind)
    window.session.set_observations(Observations.from_counts(7, 10))
    window.session.set_interval(0.0, 0.5)
    for panel in window.plots.panels:
        assert not [text for _rect, text in rectangles(panel) if "π̂" in text]


def test_labels_speak_the_language_of_the_moment(window):
    before = [text for panel in window.plots.panels for _rect, text in rectangles(panel)]
    i18n.set_language("ko")
    settle()
    after = [text for panel in window.plots.panels for _rect, text in rectangles(panel)]
    assert "ones' part" in before
    assert len(after) >= len(before) - 2
    assert "ones' part" not in after


def test_an_end_that_runs_off_to_infinity_says_so(window):
    def infinities():
        return [
            sorted(text for _rect, text in rectangles(panel) if "∞" in text)
            for panel in window.plots.panels
        ]

    assert infinities() == [[], ["↓ −∞", "↓ −∞"], ["↑ ∞", "↑ ∞"]]
    window.session.set_observations(Observations([1, 1, 1]))
    assert infinities() == [[], ["↓ −∞"], ["↑ ∞"]]
    window.session.set_interval(0.5, 0.9)
    assert infinities() == [[], [], []]


def test_the_check_itself_can_fail(window):
    first = window.plots.panels[0]
    assert first.kind == LIKELIHOOD
    assert list(problems(first, 0.5)) == []
    x, y = polyline(first, first.curve)
    middle = len(x) // 2
    assert crosses(QRectF(x[middle] - 5, y[middle] - 5, 10, 10), (x, y))
    assert not crosses(QRectF(x[middle] - 5, y[middle] + 500, 10, 10), (x, y))
    first.labels.append(type(first.labels[0])(QRectF(0, 0, 5, 5), "lost", "muted"))
    assert any("lost" in words for words in problems(first, 0.5))
