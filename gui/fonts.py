"""The bundled fonts, so that a picture is the same on every machine."""

from functools import lru_cache

from PyQt5.QtGui import QFont, QFontDatabase

from gui.paths import FONTS

TEXT_FAMILY = "Pretendard"
MATH_FAMILY = "STIX Two Math"
FILES = ("Pretendard-Regular.otf", "Pretendard-SemiBold.otf", "STIXTwoMath-Regular.ttf")

_loaded: list[int] = []


def load() -> None:
    """Make the bundled fonts known to Qt, once.

    Raises:
        RuntimeError: a font file is missing or broken.
    """
    if _loaded:
        return
    for name in FILES:
        identifier = QFontDatabase.addApplicationFont(str(FONTS / name))
        if identifier < 0:
            raise RuntimeError(f"the font {FONTS / name} is missing or broken")
        _loaded.append(identifier)


def is_loaded() -> bool:
    """Whether `load` has been here."""
    return bool(_loaded)


@lru_cache(maxsize=64)
def text_font(pixels: int, *, strong: bool = False) -> QFont:
    """The font of words; do not change the object, it is shared."""
    font = _unhinted(TEXT_FAMILY, pixels)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


@lru_cache(maxsize=64)
def math_font(pixels: int) -> QFont:
    """The font of mathematics; do not change the object, it is shared."""
    return _unhinted(MATH_FAMILY, pixels)


def _unhinted(family: str, pixels: int) -> QFont:
    """A font whose letters are as wide in print as on the screen, whatever the machine prefers."""
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
