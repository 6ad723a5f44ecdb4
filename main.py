"""Bernoulli Lab: a window, a picture file, or numbers. `python main.py --help` says how."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from gui.command_line import Options, parse
from gui.usage_error import UsageError

NO_DISPLAY = "no display to show a window on; --export FILE and --json need none"


def main(arguments: list[str]) -> int:
    """Follow a command line; returns the exit status."""
    try:
        options = parse(arguments)
    except UsageError as error:
        return _say(str(error), 2)
    if options.note:
        _say(options.note, 0)
    if options.json:
        return _print_numbers(options)
    if options.export is not None:
        return _export(options)
    if not _has_display():
        return _say(NO_DISPLAY, 1)
    return _run(options)


def _say(message: str, status: int) -> int:
    line = " ".join(message.split())
    sys.stderr.write(f"main.py: {line}\n")
    return status


def _numbers(options: Options) -> dict[str, object]:
    from core.snapshot import evaluate

    snapshot = evaluate(options.shown_state)
    if snapshot.model is not None:
        from core.model_report import model_numbers

        return model_numbers(snapshot.model)
    from core.report import numbers

    return numbers(snapshot)


def _print_numbers(options: Options) -> int:
    if sys.stdout is None:
        return _say("the numbers could not be written: standard output is closed", 1)
    try:
        print(json.dumps(_numbers(options), indent=1, allow_nan=False))  # noqa: T201
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _say("--json: cancelled", 1)
    except BrokenPipeError:
        # Whoever read has seen enough; Python must not complain of it at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        return _say(f"the numbers could not be written: {error.strerror}", 1)
    return 0


def _export(options: Options) -> int:
    # A picture needs no screen, and the same fonts and sizes wherever it is made.
    for name in [name for name in os.environ if name.startswith("QT_")]:
        del os.environ[name]
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_FONT_DPI="96")
    try:
        return _write_pictures(options)
    except KeyboardInterrupt:
        return _say("--export: cancelled", 1)
    except Exception as error:  # noqa: BLE001 - the last resort: one line, never a traceback
        return _say(f"--export: the program made a mistake: {error!r:.200}", 1)


def _write_pictures(options: Options) -> int:
    from gui.errors import silence_harmless_messages
    from gui.figures.writing import ExportError

    silence_harmless_messages()
    try:
        if options.export is not None and options.export.window:
            from gui.app import export_window

            export_window(options)
        else:
            from gui.figures.headless import export_figures

            with _progress_on_terminal() as progress:
                export_figures(options, progress)
    except UsageError as error:
        return _say(str(error), 2)
    except ExportError as error:
        return _say(f"--export: {error}", 1)
    return 0


@contextmanager
def _progress_on_terminal() -> Iterator[Callable[[float], object]]:
    """How far long work is, where somebody looks on; the line is gone at the end."""
    shown = -1

    def show(share: float) -> None:
        nonlocal shown
        if sys.stderr.isatty() and int(100 * share) != shown:
            shown = int(100 * share)
            sys.stderr.write(f"\r{shown:3d} %")
            sys.stderr.flush()

    try:
        yield show
    finally:
        if shown >= 0:
            sys.stderr.write("\r     \r")


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _run(options: Options) -> int:
    from gui.app import open_window
    from gui.errors import silence_harmless_messages

    silence_harmless_messages(without_platform=lambda: _say(NO_DISPLAY, 1))
    try:
        app, _window = open_window(options)
    except UsageError as error:
        return _say(str(error), 2)
    return int(app.exec())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
