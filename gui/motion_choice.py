"""Whether what could move by itself stands still: the user's choice here, else the system's.

`reduced()` is asked at the moment something is about to move that nobody asked to see moving: a
curve that slides to its next form then jumps to it. What somebody starts to see it move, a sweep
or a replay, moves, and stops when it is told to.

Where the system keeps the wish:

- Windows: "Animation effects" under Accessibility, SPI_GETCLIENTAREAANIMATION.
- macOS: "Reduce motion" under Accessibility, com.apple.universalaccess.
- KDE: the animation speed "Instant", AnimationDurationFactor=0 in kdeglobals.
- GNOME and its relatives: "Reduce animation", enable-animations of their desktop's settings.

Qt 5 knows none of them: `QApplication.isEffectEnabled` speaks of menus that fade or roll in, and
says False on machines that are merely remote or old.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from PyQt5.QtCore import QObject, pyqtSignal
from PyQt5.QtGui import QGuiApplication

# A system that does not answer in this time, in seconds, has no wish.
PATIENCE = 0.5
_SPI_GETCLIENTAREAANIMATION = 0x1042
# What the desktops that keep GNOME's settings under a name of their own call themselves.
_SCHEMAS = {"x-cinnamon": "org.cinnamon.desktop.interface"}
_SCHEMA = "org.gnome.desktop.interface"


class _Choice(QObject):
    """Holds the user's choice in this program and says when it changes."""

    changed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.value: bool | None = None


_HOLDER = _Choice()
CHOICE_CHANGED = _HOLDER.changed


def choice() -> bool | None:
    """What the user chose in this program: True for less motion; None for as the system has it."""
    return _HOLDER.value


def set_choice(value: bool | None) -> None:
    """Choose less motion (True), all motion (False), or what the system says (None)."""
    if value is not _HOLDER.value:
        _HOLDER.value = value
        _HOLDER.changed.emit()


def reduced() -> bool:
    """Whether the user wishes less motion.

    The system is asked once, when the answer is first needed; that may take some hundredths of a
    second. Without a desktop, nobody wishes anything.
    """
    if _HOLDER.value is not None:
        return _HOLDER.value
    if QGuiApplication.instance() is None:
        return False  # who paints is not known yet, and nothing moves
    return _system_wish(QGuiApplication.platformName())


@lru_cache(maxsize=8)
def _system_wish(platform: str) -> bool:
    """What the system says, by the name of Qt's platform plugin; False where it says nothing."""
    ask: Callable[[], bool] | None = {
        "windows": _windows,
        "cocoa": _macos,
        "xcb": _unix_desktop,
        "wayland": _unix_desktop,
        "wayland-egl": _unix_desktop,
    }.get(platform)
    if ask is None:
        return False
    try:
        return ask()
    except Exception:  # noqa: BLE001 - a wish that cannot be read is no reason to fail
        return False


def _windows() -> bool:
    import ctypes

    # Through vars(): the type checker knows of no such name on other systems.
    user32 = vars(ctypes)["windll"].user32
    animated = ctypes.c_int(1)
    answered = user32.SystemParametersInfoW(
        _SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(animated), 0
    )
    return bool(answered) and not animated.value


def _macos() -> bool:
    return _says("defaults", "read", "com.apple.universalaccess", "reduceMotion") in ("1", "true")


def _unix_desktop() -> bool:
    desktops = os.environ.get("XDG_CURRENT_DESKTOP", "").lower().split(":")
    if "kde" in desktops:
        return _kde()
    schema = next((_SCHEMAS[name] for name in desktops if name in _SCHEMAS), _SCHEMA)
    return _says("gsettings", "get", schema, "enable-animations") == "false"


def _kde() -> bool:
    import configparser

    folder = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    # Its values hold % and its files now and then a line twice.
    kept = configparser.RawConfigParser(strict=False, allow_no_value=True)
    kept.read(Path(folder) / "kdeglobals", encoding="utf-8")
    return float(kept.get("KDE", "AnimationDurationFactor", fallback="1")) == 0.0


def _says(program: str, *arguments: str) -> str:
    """What a program of the system answers, in one word; "" if it is not there."""
    # Not before the first frame: these bring much along.
    import shutil
    import subprocess

    path = shutil.which(program)
    if path is None:
        return ""
    answer = subprocess.run(  # noqa: S603 - a fixed program of the system, fixed arguments
        [path, *arguments],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    return answer.stdout.strip()
