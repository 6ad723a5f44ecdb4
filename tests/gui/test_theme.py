"""Colour roles: readable on every ground they stand on, and named in one place."""

# ruff: noqa: ARG001 - a fixture is asked for by its name, whether or not it is used

import re
from dataclasses import fields

import pytest
from PyQt5.QtGui import QColor, QPalette

from gui import theme
from gui.theme import DARK, LIGHT, Look, Theme, palette, scale_for, stylesheet

THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=lambda t: t.name)
ROLES = [field.name for field in fields(Theme) if field.name != "name"]

# Every role that words or figures are written in, and the grounds they are written on.
TEXT_ON_GROUND = [
    ("current", "card", "headings, formulas, values"),
    ("current", "ground", "dialogs"),
    ("current", "control", "buttons"),
    ("current", "control_hover", "a button under the mouse"),
    ("current", "rule", "a button that is pressed"),
    ("current", "field", "fields"),
    ("card", "current", "the signs of the current values, tooltips"),
    ("muted", "card", "captions, tick labels"),
    ("current", "lit", "words that point, and what they point at"),
    ("muted", "lit", "the loss under a tile that words point at"),
    ("muted", "ground", "the axis, the label of π"),
    ("muted", "field", "a field's hint"),
    ("muted", "control", "a disabled button"),
    ("ones", "card", "the ones' share, links"),
    ("zeros_text", "card", "the zeros' share"),
    ("optimum", "card", "the optimum"),
    ("warning", "card", "what is wrong with a sequence"),
    ("warning", "ground", "what is wrong with a π"),
    ("on_accent", "ones", "a one's tile, Export, what is selected"),
    ("on_zeros", "zeros", "a zero's tile"),
]


def luminance(colour):
    """The relative luminance of WCAG 2."""

    def linear(part):
        part /= 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@THEMES
@pytest.mark.parametrize(("role", "ground", "what"), TEXT_ON_GROUND)
def test_text_can_be_read(colours, role, ground, what):
    found = contrast(getattr(colours, role), getattr(colours, ground))
    assert found >= 4.5, f"{what}: {role} on {ground} reaches {found:.2f}:1 of 4.5:1"


@THEMES
def test_the_style_sheet_has_no_colour_outside_the_theme(colours):
    allowed = {getattr(colours, role).upper() for role in ROLES}
    sheet = stylesheet(Look(colours, 1.0))
    used = {colour.upper() for colour in re.findall(r"#[0-9A-Fa-f]{3,8}\b", sheet)}
    assert used
    assert used <= allowed
    declarations = re.findall(r"(?:color|background|border)\s*:\s*([^;]+);", sheet)
    words = {word for value in declarations for word in re.findall(r"\b[a-z]+\b", value)}
    assert words <= {"px", "solid", "transparent", "none"} | set(re.findall(r"\d+px", sheet)), words


@THEMES
def test_the_palette_has_no_colour_outside_the_theme(colours):
    allowed = {QColor(getattr(colours, role)).name() for role in ROLES}
    made = palette(colours)
    for role in (
        QPalette.Window,
        QPalette.WindowText,
        QPalette.Base,
        QPalette.Text,
        QPalette.Button,
        QPalette.ButtonText,
        QPalette.ToolTipBase,
        QPalette.ToolTipText,
        QPalette.PlaceholderText,
        QPalette.Link,
    ):
        assert made.color(role).name() in allowed


@THEMES
def test_every_role_is_a_colour_in_full(colours):
    for role in ROLES:
        assert re.fullmatch(r"#[0-9A-F]{6}", getattr(colours, role)), role


def test_the_design_s_colours_keep_their_meaning():
    wanted = {
        "ones": ("#0072B2", "#56B4E9"),
        "zeros": ("#D55E00", "#F08A3C"),
        "optimum": ("#00875F", "#2FCB97"),
        "current": ("#1B1F24", "#ECEEF0"),
        "curve": ("#3A4149", "#C9D0D6"),
        "ground": ("#F6F5F1", "#14171A"),
        "card": ("#FFFFFF", "#1C2024"),
        "rule": ("#E3E1DA", "#2E343A"),
    }
    for role, pair in wanted.items():
        assert (getattr(LIGHT, role), getattr(DARK, role)) == pair, role


def test_the_type_grows_with_the_window():
    assert scale_for(1024, 700) == 1.0
    assert scale_for(1440, 900) == 1.0
    assert scale_for(1920, 1080) > 1.0
    assert scale_for(3840, 2160) > scale_for(1920, 1080)
    assert scale_for(10**5, 10**5) == scale_for(10**6, 10**6)
    assert scale_for(3840, 700) == 1.0


def test_a_change_of_look_is_told_once_and_no_change_not_at_all(look_of_the_start):
    heard = []

    def listen():
        heard.append(theme.look().theme.name)

    theme.LOOK_CHANGED.connect(listen)
    try:
        assert theme.set_look(theme=DARK)
        assert not theme.set_look(theme=DARK)
        assert not theme.set_look(scale=1.0)
    finally:
        theme.LOOK_CHANGED.disconnect(listen)
    assert heard == ["dark"]


@THEMES
def test_a_look_gives_colours_and_lengths(qapp, colours):
    look = Look(colours, 1.5)
    for role in ROLES:
        assert look.colour(role).name().upper() == getattr(colours, role)
    assert look.px(10) == 15
    assert look.text_font(20).pixelSize() == 30
    assert look.text_font(20, strong=True).weight() > look.text_font(20).weight()
    assert look.text_metrics(20).height() > Look(colours, 1.0).text_metrics(20).height()
