"""The card of the numbers: every digit right, infinities with their reason."""

# ruff: noqa: ARG001 - a fixture is asked for by its name, whether or not it is used

import pytest

from core.observations import Observations
from core.scientific import format_number
from core.snapshot import evaluate
from core.state import LogBase, State
from gui.equations import decomposition_numbers, note_text
from gui.formula import plain
from gui.plot_series import CROSS_ENTROPY, KINDS, LIKELIHOOD
from tests.helpers import find, painted_texts, settle

VALUES = ("likelihoodValue", "logLikelihoodValue", "crossEntropyValue")
BOLD = {0x1D7CE + d: str(d) for d in range(10)}


def values(window):
    return [find(window, name).text() for name in VALUES]


def painted(window):
    """All that the card paints, in plain digits and without spaces."""
    return squeezed("".join(one.text.translate(BOLD) for one in painted_texts(window.calculation)))


def squeezed(text):
    return "".join(text.split())


def test_the_numbers_of_the_start(window):
    window.session.set_pi(0.42)
    settle()
    assert values(window) == ["4.498×10⁻⁴", "−7.7067", "0.7707"]


def test_what_is_painted_is_what_is_said(window):
    window.session.set_pi(0.42)
    text = painted(window)
    for part in ("4.498×10", "−7.7067", "0.7707", "0.6109+0.1598", "0.420"):
        assert part in text, part


def test_the_formula_has_the_numbers_of_the_moment_in_it(window):
    window.session.set_pi(0.42)
    text = painted(window)
    assert "0.42" in text
    assert "0.58" in text
    assert "7·(−0.8675)" in text
    assert "3·(−0.5447)" in text


def test_a_text_asked_for_in_the_middle_of_a_drag_is_never_behind(window):
    for pi in (0.1, 0.2, 0.3):
        window.session.set_pi(pi)
        snapshot = window.session.snapshot
        assert values(window)[1] == format_number(snapshot.log_likelihood, 5)


def test_the_unit(window):
    nats, bits = find(window, "natsButton"), find(window, "bitsButton")
    assert nats.isChecked()
    bits.click()
    settle()
    assert window.session.state.log_base is LogBase.BITS
    assert values(window)[1:] == ["−10.000", "1.000"]
    window.session.undo()
    assert nats.isChecked()
    assert values(window)[1:] == ["−6.9315", "0.6931"]


def test_every_value_on_the_card_agrees_with_the_core(window):
    for sequence, pi in (("1", 0.9), ("0001", 0.25), ("11111", 0.001), ("10" * 200, 0.4)):
        window.session.set_observations(Observations([int(c) for c in sequence]))
        window.session.set_pi(pi)
        s = evaluate(window.session.state)
        said = values(window)
        assert said[1] == format_number(s.log_likelihood, 5)
        assert said[2] == format_number(s.binary_cross_entropy, 4)


@pytest.mark.parametrize("pi", [0.0, 1.0])
def test_an_infinite_value_is_shown_with_its_reason(window, pi):
    window.session.set_pi(pi)
    settle()
    assert values(window) == ["0", "−∞", "∞"]
    reason = "a one was observed, yet π = 0" if pi == 0 else "a zero was observed, yet π = 1"
    assert painted(window).count(squeezed(reason)) == 3


def test_no_observations(start):
    window = start("")
    likelihood, *others = values(window)
    assert float(likelihood) == 1
    assert others == ["0", "undefined"]
    text = painted(window)
    assert squeezed("no observations: nothing to average") in text
    assert "∞" not in text
    assert "nan" not in text


def test_beyond_float64_both_numbers_are_shown(start):
    window = start("--counts", "0/1075", "--pi", "0.5")
    assert values(window)[0] == "2.470×10⁻³²⁴"
    assert squeezed("as a float64 product: 0 (underflow)") in painted(window)


@pytest.mark.parametrize(
    ("n", "note"),
    [(1000, ""), (1022, ""), (1073, "as a float64 product: 1e−323 (underflow)"), (1074, "5e−324")],
)
def test_a_product_that_lost_its_digits_is_shown_as_what_it_is(qapp, n, note):
    snapshot = evaluate(State(Observations.from_counts(0, n), 0.5))
    said = note_text(LIKELIHOOD, snapshot)
    assert note in said
    assert bool(said) is bool(note)


def test_no_note_where_there_is_nothing_to_say(qapp):
    snapshot = evaluate(State())
    assert [note_text(kind, snapshot) for kind in KINDS] == ["", "", ""]
    empty = evaluate(State(Observations()))
    assert [bool(note_text(kind, empty)) for kind in KINDS] == [False, False, True]
    assert note_text(CROSS_ENTROPY, empty)


@pytest.mark.parametrize("pi", [0.5, 1e-12, 1 - 1e-12, 0.123456789])
@pytest.mark.parametrize("counts", ["7/10", "123456789/987654321", "1/1000000000000000"])
@pytest.mark.parametrize("size", ["1024x700", "1440x900"])
def test_the_numbers_stand_beside_each_other_and_inside_the_card(start, pi, counts, size):
    window = start("--counts", counts, "--pi", repr(pi), "--size", size)
    for name in VALUES:
        view = find(window, name)
        texts = painted_texts(view)
        for text in texts:
            assert text.rect.left() >= -2, (name, text)
            assert text.rect.right() <= view.width() + 2, (name, text)
        for i, one in enumerate(texts):
            for other in texts[i + 1 :]:
                # Limits of sums and scripts touch; words and figures must not.
                if one.rect.height() > 6 and other.rect.height() > 6:
                    both = one.rect.intersected(other.rect)
                    assert both.width() < 3 or both.height() < 3, (name, one, other)


def test_entropy_and_divergence_add_up(window):
    window.session.set_pi(0.42)
    entropy, divergence = plain(decomposition_numbers(window.session.snapshot)).split(" + ")
    assert float(entropy) + float(divergence) == pytest.approx(float(values(window)[2]), abs=2e-4)
    window.session.set_pi(0.7)
    assert plain(decomposition_numbers(window.session.snapshot)) == "0.6109 + 0"


def test_values_are_named_for_assistive_tools(window):
    names = [find(window, name).accessibleName() for name in VALUES]
    assert names == ["Likelihood", "Log-likelihood", "Binary cross-entropy"]
    window.session.set_pi(0.42)
    settle()
    assert find(window, "logLikelihoodValue").accessibleDescription() == "−7.7067"
