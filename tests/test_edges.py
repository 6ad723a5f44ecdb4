"""The edges of the data and of π, each as the window shows it."""

import re

import numpy as np
import pytest

from core.observations import Observations
from gui.plot_series import CROSS_ENTROPY
from tests.helpers import drag, find, on_screen, painted_texts, picture, plot_point, settle

BOLD = {0x1D7CE + d: str(d) for d in range(10)}
VALUES = ("likelihoodValue", "logLikelihoodValue", "crossEntropyValue")


def values(window):
    return [find(window, name).text() for name in VALUES]


def said(window):
    """All that the cards paint, in plain digits and without spaces."""
    parts = (window.observations, window.calculation)
    texts = [painted.text for part in parts for painted in painted_texts(part)]
    return "".join("".join(texts).split()).translate(BOLD)


def curves(window):
    return {panel.kind: panel.curve.getData() for panel in window.plots.panels}


def use_everything(window):
    """Whatever the data, the controls work and leave the state whole."""
    for name in ("goToMleButton", "zoomButton", "wholeAxisButton", "flipButton", "bitsButton"):
        find(window, name).click()
        settle()
    for pi in (0.0, 1.0, 0.5):
        drag(find(window, "plotStack"), [plot_point(window.plots.panels[0], pi)])
    for panel in window.plots.panels:
        for item in (panel.curve, panel.ones, panel.zeros):
            x, y = item.getData()
            assert x is None or np.isfinite(y).all()
    while window.session.undo_stack.canUndo():
        window.session.undo()
    settle()


def test_no_observations(start):
    window = start("", "--pi", "0.42")
    likelihood, *others = values(window)
    assert float(likelihood) == 1
    assert others == ["0", "undefined"]
    assert find(window, "mleValue").text() == "undefined"
    text = said(window)
    for wrong in ("nan", "None", "inf", "∞"):
        assert wrong not in text
    for panel in window.plots.panels:
        assert not [label for label in panel.labels if "π̂" in label[1]]
        assert (panel.dot is None) is (panel.kind == CROSS_ENTROPY)
    assert [label[1] for label in window.plots.panels[2].labels] == [
        "undefined: there are no observations"
    ]
    x, _y = curves(window)["bce"]
    assert x is None or not len(x)
    use_everything(window)


@pytest.mark.parametrize(("sequence", "mle"), [("1", 1.0), ("0", 0.0)])
def test_one_observation(start, sequence, mle):
    window = start(sequence, "--pi", "0.25")
    x, y = curves(window)["likelihood"]
    slope = 1 if sequence == "1" else -1
    wanted = x if slope == 1 else 1 - x
    scale = 10.0 ** window.plots.panels[0].layout.shown.exponent10
    np.testing.assert_allclose(y * scale, wanted, atol=1e-12)
    find(window, "goToMleButton").click()
    assert window.session.state.pi == mle
    assert values(window)[1:] == ["0", "0"]
    assert float(values(window)[0]) == 1
    use_everything(window)


@pytest.mark.parametrize(("sequence", "mle"), [("1" * 12, 1.0), ("0" * 12, 0.0)])
def test_all_the_same(start, sequence, mle):
    window = start(sequence, "--pi", "0.5")
    assert window.session.snapshot.mle == mle
    for kind, (x, y) in curves(window).items():
        best = y.argmin() if kind == CROSS_ENTROPY else y.argmax()
        assert x[best] == mle
    for panel in window.plots.panels:
        (label,) = [label for label in panel.labels if "π̂" in label[1]]
        assert panel.card.contains(label[0])
    find(window, "goToMleButton").click()
    settle()
    assert "∞" not in "".join(values(window))
    for panel in window.plots.panels:
        assert panel.dot is not None
    use_everything(window)


@pytest.mark.parametrize(
    ("pi", "reason"),
    [(0.0, "a one was observed, yet π = 0"), (1.0, "a zero was observed, yet π = 1")],
)
def test_a_pi_at_the_end_is_shown_with_its_infinities(start, pi, reason):
    window = start("1011011101", "--pi", repr(pi))
    assert window.session.state.pi == pi
    assert values(window) == ["0", "−∞", "∞"]
    assert "".join(reason.split()) in said(window)
    for panel in window.plots.panels:
        assert panel.line_x == pytest.approx(plot_point(panel, pi)[0])
    use_everything(window)


def test_a_product_below_float64(start):
    window = start("0" * 1075, "--pi", "0.5")
    assert window.session.snapshot.likelihood == 0.0
    assert values(window)[0] == "2.470×10⁻³²⁴"
    assert "asafloat64product:0(underflow)" in said(window)
    assert window.plots.panels[0].chip[1] == "L ≈ 2.470×10⁻³²⁴"
    use_everything(window)


def test_a_billion_observations(start):
    window = start("--counts", "500000000/1000000000", "--pi", "0.5")
    mantissa, _, exponent = values(window)[0].partition("×10")
    assert exponent == "⁻³⁰¹⁰²⁹⁹⁹⁶"
    # 2⁻¹⁰⁰⁰⁰⁰⁰⁰⁰⁰ = 10^(−10⁹ · log₁₀ 2)
    assert float(mantissa) == pytest.approx(2.168, abs=1e-3)
    assert values(window)[2] == "0.6931"
    window.session.set_pi(0.50001)
    settle()
    dot, top = window.plots.panels[0].dot, window.plots.panels[0]
    low, high = top.layout.y_range
    share = (top.plot.bottom() - dot.y()) / top.plot.height() * (high - low) + low
    assert share == pytest.approx(np.exp(-0.2), abs=0.01)
    use_everything(window)


def test_as_many_observations_as_there_may_be(start):
    window = start("--counts", "1/1000000000000000", "--pi", "0.5")
    for panel in window.plots.panels:
        assert panel.chip is not None
    use_everything(window)


def test_a_million_tiles(start):
    window = start("1011011101")
    window.session.set_observations(Observations(np.tile([1, 0], 500_000)))
    settle()
    assert values(window)[2] == "0.6931"
    use_everything(window)


@pytest.mark.parametrize("pi", ["5e-324", "0.9999999999999999", "1e-16"])
def test_a_pi_next_to_the_ends_is_not_shown_as_the_end(start, pi):
    window = start("1011011101", "--pi", pi)
    assert window.session.state.pi == float(pi)
    assert find(window, "piSpinBox").lineEdit().text() not in ("0", "1")
    assert "∞" not in "".join(values(window))
    assert re.search(r"π=(0|1)(?![.0-9−×])", said(window)) is None


# What can be read ------------------------------------------------------------------------------


def luminance(colour):
    parts = [part / 255 for part in colour]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return float(np.dot(linear, (0.2126, 0.7152, 0.0722)))


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("data", [["1011011101"], ["--counts", "0/1075"], [""]], ids=str)
def test_every_painted_text_stands_out_from_what_is_behind_it(start, name, data):
    window = start(*data, "--theme", name, "--pi", "0.5")
    pixels = picture(window)[:, :, ::-1]
    assert (pixels == on_screen(window)[:, :, ::-1]).all()
    checked = 0
    for painted in painted_texts(window):
        rect = painted.rect.toAlignedRect().adjusted(-2, -2, 2, 2)
        part = pixels[max(0, rect.top()) : rect.bottom(), max(0, rect.left()) : rect.right()]
        if not part.size:
            continue
        colours, counts = np.unique(part.reshape(-1, 3), axis=0, return_counts=True)
        ground = colours[counts.argmax()]
        ink = [int(painted.colour[i : i + 2], 16) for i in (1, 3, 5)]
        if (ground == ink).all():
            continue  # letters so thick that there is more ink than ground
        checked += 1
        assert contrast(ink, ground) >= 4.5, f"{painted.text!r} {painted.colour} on {ground}"
    assert checked > 20
