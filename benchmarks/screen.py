"""X servers of our own, so that no benchmark depends on, or disturbs, anybody's screen."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

WINDOW_SIZE = (1280, 800)


@contextmanager
def virtual_screen() -> Iterator[str]:
    """An Xvfb with room for one window; gives its DISPLAY.

    Raises:
        RuntimeError: there is no Xvfb, or it does not start.
    """
    program = shutil.which("Xvfb")
    if program is None:
        raise RuntimeError("Xvfb is not installed")
    read_end, write_end = os.pipe()
    command = [program, "-displayfd", str(write_end), "-screen", "0", "1440x1000x24"]
    server = subprocess.Popen(
        [*command, "-nolisten", "tcp", "-noreset"],
        pass_fds=[write_end],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    try:
        with os.fdopen(read_end) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def clean_environment() -> Iterator[dict[str, str]]:
    """The environment for a measured process: English, 96 dpi, and nobody's settings."""
    # Compiled modules are kept, as on a user's machine, whatever this shell is set to.
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        yield {
            **inherited,
            "LC_ALL": "C.UTF-8",
            "PYTHONUNBUFFERED": "1",
            "QT_API": "pyqt5",
            "QT_FONT_DPI": "96",
            "QT_QPA_PLATFORM": "xcb",
            "XDG_CONFIG_HOME": folder,
            "XDG_DATA_HOME": folder,
            "XDG_RUNTIME_DIR": folder,
        }
