"""The start of the window."""

from __future__ import annotations

import sys

from PyQt5.QtCore import QCoreApplication, Qt, QTimer
from PyQt5.QtWidgets import QApplication

from gui import (
    errors,
    first_frame,
    fonts,
    i18n,
    motion_choice,
    system_type,
    theme,
    window_picture,
)
from gui.command_line import DEFAULT_SIZE, Options, parse, without_program
from gui.icons import program_icon
from gui.main_window import MainWindow
from gui.settings import Settings
from gui.usage_error import UsageError

# A title bar, in pixels, at the most.
FRAME = 40


def application() -> QApplication:
    """The one QApplication, with the bundled fonts and our style."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_EnableHighDpiScaling)
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_UseHighDpiPixmaps)
        app = QApplication(sys.argv[:1])
    app.setApplicationName("Bernoulli Lab")
    app.setStyle("Fusion")
    if not fonts.is_loaded():
        # Before the program's own letters take the place of the system's.
        theme.set_system_factor(system_type.factor())
    fonts.load()
    return app


def start(argv: list[str]) -> tuple[QApplication, MainWindow]:
    """Build and show the window; the event loop is the caller's.

    Args:
        argv: the command line, with or without the program's name in front.

    Raises:
        gui.command_line.UsageError: the command line cannot be followed.
    """
    return open_window(parse(without_program(argv)))


def open_window(options: Options) -> tuple[QApplication, MainWindow]:
    """Build and show the window that the options describe."""
    app = application()
    errors.install()
    settings = Settings()
    motion_choice.set_choice({"less": True, "full": False}.get(settings.motion))
    window = _window(options, settings)
    geometry = settings.geometry
    if options.size is not None:
        window.resize(*options.size)
    elif geometry is None or not window.restoreGeometry(geometry):
        window.resize(*_fitting(app))
    window.show()
    if options.present:
        window.presentation.begin()
    elif window.view == "explore":
        # No control has the keys before somebody gives them to one.
        window.setFocus()
    # Everything that the first frame can do without.
    QTimer.singleShot(0, lambda: app.setWindowIcon(program_icon()))
    QTimer.singleShot(0, window.keeper.offer_left_behind)
    if first_frame.passed():
        window.help.greet()
    else:
        first_frame.FIRST_FRAME_PASSED.connect(window.help.greet)
    if options.pending is not None:
        path, column = options.pending, options.column
        QTimer.singleShot(0, lambda: window.open_file(path, column))
    if options.model_pending is not None:
        table, columns = options.model_pending, options.model_columns
        QTimer.singleShot(0, lambda: window.model.open_path(table, *columns))
    return app, window


def _window(options: Options, settings: Settings | None) -> MainWindow:
    """A window as the options, then the settings, then the defaults have it."""
    language = options.language or (settings.language if settings else "en")
    name = options.theme or (settings.theme if settings else "light")
    if not theme.set_look(theme=theme.THEMES[name], scale=1.0):
        theme.dress_application()
    i18n.set_language(language)
    window = MainWindow(options.state, settings)
    if options.model_state is not None:
        window.session.open_state(options.model_state, desk="model")
    if options.session_file is not None:
        saved = options.session_state or options.state
        window.keeper.belongs_to(options.session_file, saved, options.session_model)
    panel = options.panel or (settings.panel if settings else "all")
    if panel != "all":
        window.explore.show_panel(panel)
    remembered = settings.view if settings and not options.has_work else "explore"
    view = options.view or remembered
    if options.lesson:
        try:
            window.begin_with(options.lesson)
        except ValueError:
            # A session may speak of a lesson that its author alone has.
            if options.session_file is None:
                raise UsageError(f"--lesson: there is no lesson {options.lesson}") from None
    if view != "explore":
        window.show_view(view, remember=False)
    if options.present and settings is None:
        window.presentation.begin(full_screen=False)
    return window


def _fitting(app: QApplication) -> tuple[int, int]:
    """The design's size, or as much of it as the screen has."""
    screen = app.primaryScreen()
    if screen is None:
        return DEFAULT_SIZE
    free = screen.availableGeometry()
    # The frame that a window manager puts around the window wants its room, too.
    room = free.height() - FRAME
    return min(DEFAULT_SIZE[0], free.width()), min(DEFAULT_SIZE[1], room)


def export_window(options: Options) -> None:
    """Write the window's picture; nothing of the machine's settings has a part in it.

    Raises:
        gui.figures.writing.ExportError: a file could not be written.
    """
    # A window that is shown has no use for these.
    from gui.figures.window_file import window_png
    from gui.figures.writing import ExportError, write_all

    assert options.export is not None  # noqa: S101 - the caller's contract
    app = application()
    first_frame.skip()
    picture = options.export.figure
    width, height = round(picture.width), round(picture.height)
    size, share = window_picture.layout_size(width, height)
    with errors.collected() as mistakes:
        window = _window(options, None)
        window.plots.canvas.resolution = share * picture.scale
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.show()
        window_picture.settle(window, size)
        if window.view == "model":
            window.model.page.landscape.feed.finish()
            window_picture.settle(window, size)
        image = window_picture.render(window, width, height, picture.scale)
        window.close()
        app.processEvents()
    if mistakes:
        raise ExportError(f"the program made a mistake: {mistakes[0]}")
    data, state = options.export.data, options.shown_state
    write_all(options.export, lambda path: window_png(image, picture, state, path.name, data))
