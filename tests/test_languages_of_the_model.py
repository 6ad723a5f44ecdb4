"""The Model view in both languages: switched live, every text is that of a start in it."""

import functools
from collections import Counter

import pytest

from core.labelled import Labelled
from core.labelled_examples import load_labelled
from gui.model.random_examples_dialog import RandomExamplesDialog
from gui.paths import EXAMPLES
from tests.helpers import painted_texts, settle
from tests.test_languages import all_spoken, foreign, without_pictures

SOURCES = [example.source for example in load_labelled(EXAMPLES)]
# What these tell tools is told when they have stood still.
AT_REST = ("PredictionCard", "LandscapeCanvas")
LATER = ("painted", "accessible description")
PARTED = Labelled([1.0, 2.0, 3.0, 4.0], [0, 0, 1, 1])


def take(data):
    return lambda w: w.session.set_model("examples", data=data, source="", true=None, w=0.5)


SCENES = {
    "start": lambda _window: None,
    "fit": lambda w: w.model.go_to_fit(),
    "end": lambda w: (w.model.run_to_end(), w.work.finish()),
    "shared": lambda w: w.session.set_model("shared", shared=True),
    "bits": lambda w: w.model.act("unit"),
    "empty": take(Labelled()),
    "one point": take(Labelled([1.0], [1])),
    "one class": take(Labelled([1.0, 2.0], [0, 0])),
    "equal x": take(Labelled([2.0, 2.0, 2.0], [0, 1, 1])),
    "parted": take(PARTED),
    "touching": take(Labelled([1.0, 2.0, 2.0, 3.0], [0, 0, 1, 1])),
    "many": take(Labelled([i / 7 for i in range(3000)], [i % 2 for i in range(3000)])),
    "slice": lambda w: w.model.act("thirdPlot"),
    "no fit": lambda w: (take(PARTED)(w), w.model.go_to_fit()),
    "bad paste": lambda w: w.model.take_text("1\t0\nx\t1\n3\t7\n"),
    "class": lambda w: w.presentation.begin(full_screen=False),
}


def spoken(window):
    """Every text of the view and of the notices, held or painted."""
    yield from all_spoken(window.model.page)
    yield from all_spoken(window.notices)
    yield from (("painted", painted.text) for painted in painted_texts(window))


def without_names(texts):
    """The texts without what has one name in every language: the sources of the data."""
    for where, text in texts:
        if where.startswith(AT_REST) and where.endswith("accessible description"):
            continue
        yield where, functools.reduce(lambda left, one: left.replace(one, ""), SOURCES, text)


def climber(window, steps=30, **fields):
    from dataclasses import replace

    model = window.session.state.model
    given = replace(model.climber, start=None, step=0, **fields)
    window.session.set_model("climber", climber=given, w=0.0, b=0.0)
    window.model.go(steps)


SCENES["too large a rate"] = lambda w: climber(w, rate=50.0)
SCENES["as given"] = lambda w: climber(w, rate=0.001, standardised=False)
SCENES["one at a time"] = lambda w: climber(w, single=True, rate=0.3)
SCENES["sum"] = lambda w: climber(w, total=True, rate=0.02)
SCENES["newton"] = lambda w: climber(w, method="newton", steps=9)


def shown(start, scene, first, code):
    """What is said in a window that began in one language and speaks another."""
    window = start("--view", "model", "--lang", first)
    SCENES[scene](window)
    window.show_language(code)
    window.model.page.landscape.feed.finish()
    settle()
    texts = list(spoken(window))
    window.close()
    return texts


@pytest.mark.parametrize("scene", SCENES)
def test_switched_live_every_text_is_korean(start, scene):
    texts = shown(start, scene, "en", "ko")
    assert list(foreign(without_names(texts), "ko")) == []
    assert list(without_pictures(texts)) == []


@pytest.mark.parametrize("scene", ["start", "parted", "bad paste", "too large a rate", "class"])
def test_switched_live_every_text_is_english(start, scene):
    texts = shown(start, scene, "ko", "en")
    assert list(foreign(without_names(texts), "en")) == []
    # It is what a start in that language says; in a plot words stay where they are if they can.
    both = (texts, shown(start, scene, "en", "en"))
    held = [Counter(one for one in all_ if not one[0].endswith(LATER)) for all_ in both]
    assert held[0] == held[1]


@pytest.mark.parametrize("code", ["en", "ko"])
def test_the_dialog_of_a_draw_is_in_the_language_shown(start, code):
    window = start("--view", "model", "--lang", code)
    dialog = RandomExamplesDialog(100, 1.5, -0.5, 7, window)
    dialog.show()
    settle()
    texts = [pair for pair in all_spoken(dialog) if "qt_spinbox_lineedit" not in pair[0]]
    assert len(texts) > 3
    assert list(foreign(texts, code)) == []
    dialog.close()
    dialog.deleteLater()
