"""Colour roles and sizes: the one place that says how the program looks.

Widgets ask the current `Look` for a role (`look().ones`) or a length (`look().px(12)`) at the
moment they paint, and connect to `LOOK_CHANGED` to lay themselves out again. No widget names a
colour of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache

from PyQt5.QtCore import QObject, pyqtSignal
from PyQt5.QtGui import QColor, QFont, QFontMetricsF, QPalette
from PyQt5.QtWidgets import QApplication

from gui import fonts
from gui.paths import ICONS


@dataclass(frozen=True)
class Theme:
    """Colours by what they mean, as #RRGGBB."""

    name: str
    ones: str
    zeros: str
    optimum: str
    current: str
    on_accent: str
    on_zeros: str
    zeros_text: str
    curve: str
    ground: str
    card: str
    rule: str
    muted: str
    control: str
    control_hover: str
    field: str
    ones_soft: str
    zeros_soft: str
    warning: str
    truth: str
    lit: str


_SYSTEM_FACTOR = [1.0]
# The design at scale 1 needs this much of a window, in pixels.
LEAST_ROOM = (1024, 700)

LIGHT = Theme(
    name="light",
    ones="#0072B2",
    zeros="#D55E00",
    optimum="#00875F",
    current="#1B1F24",
    on_accent="#FFFFFF",
    # Neither white on the zeros' orange nor that orange on white reaches 4.5:1.
    on_zeros="#000000",
    zeros_text="#B54F00",
    curve="#3A4149",
    ground="#F6F5F1",
    card="#FFFFFF",
    rule="#E3E1DA",
    # The design's #6A7078 reaches 4.35:1 on the controls' ground; this reaches 4.5:1 on each.
    muted="#5F656D",
    control="#EFEDE6",
    control_hover="#E5E2D9",
    field="#F6F5F1",
    ones_soft="#B3D5E8",
    zeros_soft="#F2CFB3",
    warning="#A33A00",
    truth="#8A3FA0",
    lit="#FFE08F",
)

DARK = Theme(
    name="dark",
    ones="#56B4E9",
    zeros="#F08A3C",
    optimum="#2FCB97",
    current="#ECEEF0",
    on_accent="#14171A",
    on_zeros="#14171A",
    zeros_text="#F08A3C",
    curve="#C9D0D6",
    ground="#14171A",
    card="#1C2024",
    rule="#2E343A",
    muted="#9AA3AC",
    control="#262B30",
    control_hover="#30363D",
    field="#14171A",
    ones_soft="#2E4A5C",
    zeros_soft="#5A3F2C",
    warning="#F4A261",
    truth="#D29BE8",
    lit="#43380F",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


@dataclass(frozen=True)
class Look:
    """A theme at a scale: what every painting needs.

    Attributes:
        theme: the colour roles.
        scale: 1.0 for a window of up to 1440x900; larger windows get larger type.
        least_type: the smallest type, in pixels: 0 sets no bound, a room with a back row does.
    """

    theme: Theme = LIGHT
    scale: float = 1.0
    least_type: int = 0

    def px(self, length: float) -> int:
        """The design's length in pixels, at this scale."""
        return round(length * self.scale)

    def type_px(self, size: float) -> int:
        """Type of `size` (in the design's pixels), in pixels."""
        return max(self.least_type, self.px(size))

    def colour(self, role: str) -> QColor:
        """The colour of a role of `Theme`, by its name."""
        return _colours(self.theme.name)[role]

    def text_font(self, size: float = 13, *, strong: bool = False) -> QFont:
        """The font of words, `size` in the design's pixels."""
        return fonts.text_font(self.type_px(size), strong=strong)

    def text_metrics(self, size: float = 13, *, strong: bool = False) -> QFontMetricsF:
        """The measures of `text_font`; shared, do not change them."""
        return _metrics(self.type_px(size), strong)


@lru_cache(maxsize=64)
def _metrics(pixels: int, strong: bool) -> QFontMetricsF:
    return QFontMetricsF(fonts.text_font(pixels, strong=strong))


@cache
def _colours(name: str) -> dict[str, QColor]:
    # Asked for some hundred times in a frame; nobody changes the shared objects.
    return {role: QColor(colour) for role, colour in _colours_by_name(THEMES[name]).items()}


def _colours_by_name(theme: Theme) -> dict[str, str]:
    return {
        field.name: getattr(theme, field.name) for field in fields(Theme) if field.name != "name"
    }


def blend(role_a: str, role_b: str, share: float) -> QColor:
    """A colour of the look between those of two roles: the first's at 0, the second's at 1."""
    a, b = (look().colour(role) for role in (role_a, role_b))

    def mixed(one: float, other: float) -> float:
        return (1.0 - share) * one + share * other

    return QColor.fromRgbF(
        mixed(a.redF(), b.redF()), mixed(a.greenF(), b.greenF()), mixed(a.blueF(), b.blueF())
    )


def role_colours(theme: Theme) -> list[QColor]:
    """Every colour of a theme, each once."""
    return [QColor(name) for name in dict.fromkeys(_colours_by_name(theme).values())]


def role_of(theme: Theme, role: str) -> QColor:
    """The colour of a role in a theme that need not be the one on the screen."""
    return _colours(theme.name)[role]


class _LookHolder(QObject):
    """Holds the look that is on the screen and says when it changes."""

    changed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.value = Look()


_HOLDER = _LookHolder()
LOOK_CHANGED = _HOLDER.changed


def look() -> Look:
    """The look that is on the screen now."""
    return _HOLDER.value


def set_look(**changes: object) -> bool:
    """Change the theme or the scale; tell everybody if that changed anything.

    Returns:
        whether anything changed.
    """
    new = replace(_HOLDER.value, **changes)  # type: ignore[arg-type]
    if new == _HOLDER.value:
        return False
    _HOLDER.value = new
    # The application first: its style sheet, set later, would undo what widgets do of their own.
    dress_application()
    _HOLDER.changed.emit()
    return True


@contextmanager
def borrowed(value: Look) -> Iterator[None]:
    """Paint something in another look, while the window keeps its own: nobody is told."""
    own = _HOLDER.value
    _HOLDER.value = value
    try:
        yield
    finally:
        _HOLDER.value = own


def dress_application() -> None:
    """Give the whole application the palette, the font and the style sheet of the look."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        value = look()
        app.setPalette(palette(value.theme))
        app.setFont(value.text_font(13))
        app.setStyleSheet(stylesheet(value))


def set_system_factor(factor: float) -> None:
    """Say how much larger than usual the system's type is."""
    _SYSTEM_FACTOR[0] = factor


def scale_for(width: int, height: int) -> float:
    """The scale of type for a window of this size: steps of an eighth, so that it rarely jumps.

    Where the system's type is larger than usual, so is the program's, as far as there is room.

    Args:
        width: of the window, in pixels.
        height: likewise.
    """
    factor = _SYSTEM_FACTOR[0]
    usual = max(1.0, min(2.25, int(min(width / 1440, height / 900) * 8) / 8))
    if factor <= 1.0:
        return usual
    room = max(usual, int(min(width / LEAST_ROOM[0], height / LEAST_ROOM[1]) * 8) / 8)
    return min(usual * factor, room)


def palette(theme: Theme) -> QPalette:
    """Qt's own palette in the theme's colours, for dialogs and whatever has no style of ours."""
    roles = {
        QPalette.ColorRole.Window: theme.ground,
        QPalette.ColorRole.WindowText: theme.current,
        QPalette.ColorRole.Base: theme.card,
        QPalette.ColorRole.AlternateBase: theme.field,
        QPalette.ColorRole.Text: theme.current,
        QPalette.ColorRole.Button: theme.control,
        QPalette.ColorRole.ButtonText: theme.current,
        QPalette.ColorRole.Highlight: theme.ones,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.ToolTipBase: theme.current,
        QPalette.ColorRole.ToolTipText: theme.card,
        QPalette.ColorRole.Link: theme.ones,
        QPalette.ColorRole.PlaceholderText: theme.muted,
    }
    result = QPalette()
    for role, colour in roles.items():
        result.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    return result


def stylesheet(value: Look) -> str:
    """The style sheet of the controls, in the theme's colours and at its scale."""
    t, px = value.theme, value.px
    return f"""
    QToolTip {{ color: {t.card}; background: {t.current}; border: 0; padding: {px(4)}px; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: 0; }}
    QPushButton, QToolButton {{
        background: {t.control}; color: {t.current}; border: 1px solid transparent;
        border-radius: {px(6)}px; padding: {px(5)}px {px(8)}px;
    }}
    QPushButton[tight="true"], QToolButton[tight="true"] {{ padding: {px(5)}px {px(4)}px; }}
    QPushButton:hover, QToolButton:hover {{ background: {t.control_hover}; }}
    QPushButton:pressed, QToolButton:pressed {{ background: {t.rule}; }}
    QPushButton:focus, QToolButton:focus, QTabBar:focus {{ border: 1px solid {t.ones}; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {t.muted}; }}
    QToolButton::menu-indicator {{ image: none; width: 0; }}
    QPushButton::menu-indicator {{ image: none; width: 0; }}
    QPushButton[accent="true"], QToolButton[accent="true"] {{
        background: {t.ones}; color: {t.on_accent}; font-weight: 600;
    }}
    QPushButton[accent="true"]:disabled {{
        background: {t.control}; color: {t.muted}; font-weight: 400;
    }}
    QPushButton[accent="true"]:focus, QToolButton[accent="true"]:focus {{
        border: 1px solid {t.current};
    }}
    QPushButton[link="true"] {{ background: transparent; color: {t.ones}; padding: {px(2)}px; }}
    QPushButton[link="true"]:disabled {{ color: {t.muted}; }}
    QRadioButton::indicator {{
        width: {px(9)}px; height: {px(9)}px; border-radius: {px(9) // 2 + px(1.5)}px;
        border: {px(1.5)}px solid {t.muted}; background: {t.card};
    }}
    QRadioButton::indicator:checked {{ border-color: {t.ones}; background: {t.ones}; }}
    QRadioButton::indicator:focus {{ border-color: {t.current}; }}
    QLineEdit, QAbstractSpinBox {{
        background: {t.field}; color: {t.current}; border: 1px solid {t.rule};
        border-radius: {px(6)}px; padding: {px(4)}px {px(8)}px;
        selection-background-color: {t.ones}; selection-color: {t.on_accent};
    }}
    QLineEdit:focus, QAbstractSpinBox:focus {{ border: 1px solid {t.ones}; }}
    QAbstractSpinBox:disabled {{ color: {t.muted}; background: {t.card}; }}
    QLineEdit[invalid="true"], QAbstractSpinBox[invalid="true"] {{
        border: 1px solid {t.warning};
    }}
    QCheckBox {{ color: {t.current}; spacing: {px(6)}px; }}
    QCheckBox::indicator {{
        width: {px(12)}px; height: {px(12)}px; border-radius: {px(3)}px;
        border: {px(1.5)}px solid {t.muted}; background: {t.card};
    }}
    QCheckBox::indicator:checked {{
        border-color: {t.ones}; background: {t.ones};
        image: url("{(ICONS / f"check-{t.name}.svg").as_posix()}");
    }}
    QCheckBox::indicator:focus {{ border-color: {t.current}; }}
    QRadioButton {{ color: {t.current}; spacing: {px(6)}px; }}
    QMenu {{ background: {t.card}; color: {t.current}; border: 1px solid {t.rule}; }}
    QMenu::item {{ padding: {px(6)}px {px(22)}px; }}
    QMenu::item:selected {{ background: {t.ones}; color: {t.on_accent}; }}
    QMenu::item:disabled {{ color: {t.muted}; background: transparent; }}
    QFrame#notice {{ background: {t.field}; border: 0; border-top: 1px solid {t.rule}; }}
    QProgressBar {{ background: {t.control}; border: 0; border-radius: {px(4)}px; }}
    QProgressBar::chunk {{ background: {t.ones}; border-radius: {px(4)}px; }}
    QTabBar {{ qproperty-drawBase: 0; }}
    QTabBar::tab {{
        background: transparent; color: {t.muted}; border: 1px solid transparent;
        border-radius: {px(6)}px; padding: {px(5)}px {px(15)}px; margin-right: {px(4)}px;
    }}
    QTabBar::tab:selected {{ background: {t.control}; color: {t.current}; font-weight: 600; }}
    QScrollBar:vertical {{ background: transparent; width: {px(10)}px; margin: 0; }}
    QScrollBar::handle:vertical {{
        background: {t.rule}; border-radius: {px(3)}px; min-height: {px(28)}px;
        margin: {px(1)}px {px(2)}px;
    }}
    QScrollBar::handle:vertical:hover {{ background: {t.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
