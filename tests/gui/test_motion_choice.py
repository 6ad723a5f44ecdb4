"""Less motion: the user's choice here first, else the system's, and never an error."""

import ctypes
import shutil
import subprocess
from types import SimpleNamespace

import pytest

from gui import motion_choice
from gui.motion_choice import choice, reduced, set_choice

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def nothing_chosen():
    set_choice(None)
    motion_choice._system_wish.cache_clear()
    yield
    set_choice(None)
    motion_choice._system_wish.cache_clear()


@pytest.fixture
def on(monkeypatch):
    """A machine of another kind."""

    def on(platform):
        monkeypatch.setattr(motion_choice.QGuiApplication, "platformName", lambda: platform)

    return on


@pytest.fixture
def answers(monkeypatch):
    """What the system's programs are asked, and what they answer."""
    asked, said = [], {}

    def run(command, **_options):
        asked.append(command)
        answer = said.get(command[0].rsplit("/", 1)[-1], "")
        if isinstance(answer, Exception):
            raise answer
        return subprocess.CompletedProcess(command, 0, stdout=f"{answer}\n", stderr="")

    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "run", run)
    return SimpleNamespace(asked=asked, said=said)


def test_without_a_desktop_all_moves_and_nobody_is_asked(answers):
    assert reduced() is False
    assert answers.asked == []


@pytest.mark.parametrize("wish", [True, False])
def test_the_choice_made_here_counts_whatever_the_system_says(on, answers, wish):
    on("xcb")
    answers.said["gsettings"] = "true" if wish else "false"
    set_choice(wish)
    assert reduced() is wish
    assert choice() is wish
    assert answers.asked == []
    set_choice(None)
    assert reduced() is not wish


def test_a_change_of_the_choice_is_told_once():
    told = []
    motion_choice.CHOICE_CHANGED.connect(lambda: told.append(choice()))
    for value in (None, True, True, False, None):
        set_choice(value)
    assert told == [True, False, None]


@pytest.mark.parametrize(("said", "wish"), [("false", True), ("true", False), ("", False)])
def test_gnome_is_asked_once_for_its_animations(on, answers, monkeypatch, said, wish):
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    on("wayland")
    answers.said["gsettings"] = said
    assert [reduced(), reduced()] == [wish, wish]
    assert answers.asked == [
        ["/usr/bin/gsettings", "get", "org.gnome.desktop.interface", "enable-animations"]
    ]


def test_a_relative_of_gnome_keeps_its_own_settings(on, answers, monkeypatch):
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "X-Cinnamon")
    on("xcb")
    answers.said["gsettings"] = "false"
    assert reduced() is True
    assert answers.asked[0][2] == "org.cinnamon.desktop.interface"


KDE = "[$Version]\nupdate_info=a.upd\n[KDE]\n{line}\nSingleClick=false\n[General]\nfont=x,10,50%\n"


@pytest.mark.parametrize(
    ("line", "wish"),
    [
        ("AnimationDurationFactor=0", True),
        ("AnimationDurationFactor=0.0", True),
        ("AnimationDurationFactor=0.5", False),
        ("AnimationDurationFactor=?", False),
        ("a line of nonsense", False),
    ],
)
def test_kde_says_it_in_its_file(on, answers, monkeypatch, tmp_path, line, wish):
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "KDE")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "kdeglobals").write_text(KDE.format(line=line), encoding="utf-8")
    on("xcb")
    assert reduced() is wish
    assert answers.asked == []


def test_kde_without_its_file_has_no_wish(on, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "KDE")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    on("xcb")
    assert reduced() is False


@pytest.mark.parametrize(("said", "wish"), [("1", True), ("true", True), ("0", False)])
def test_macos_is_asked_for_reduced_motion(on, answers, said, wish):
    on("cocoa")
    answers.said["defaults"] = said
    assert reduced() is wish
    assert answers.asked == [
        ["/usr/bin/defaults", "read", "com.apple.universalaccess", "reduceMotion"]
    ]


@pytest.mark.parametrize(
    ("answered", "animated", "wish"), [(1, 0, True), (1, 1, False), (0, 0, False)]
)
def test_windows_is_asked_for_its_animation_effects(on, monkeypatch, answered, animated, wish):
    asked = []

    def ask(what, size, place, update):
        asked.append((what, size, update))
        place._obj.value = animated
        return answered

    user32 = SimpleNamespace(SystemParametersInfoW=ask)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    on("windows")
    assert reduced() is wish
    assert asked == [(0x1042, 0, 0)]


@pytest.mark.parametrize("platform", ["windows", "cocoa", "xcb", "wayland", "something new"])
@pytest.mark.parametrize(
    "error", [OSError("no"), subprocess.TimeoutExpired("x", 1), RuntimeError("?")]
)
def test_a_system_that_cannot_be_asked_is_no_error(on, answers, monkeypatch, platform, error):
    monkeypatch.delenv("XDG_CURRENT_DESKTOP", raising=False)
    monkeypatch.delattr(ctypes, "windll", raising=False)
    answers.said.update({"gsettings": error, "defaults": error})
    on(platform)
    assert reduced() is False


def test_a_program_that_is_not_there_is_not_run(on, answers, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    on("xcb")
    assert reduced() is False
    assert answers.asked == []


def test_a_system_is_not_waited_for_for_long(on, monkeypatch):
    asked = {}
    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(
        subprocess,
        "run",
        lambda *_command, **options: asked.update(options) or SimpleNamespace(stdout=""),
    )
    on("xcb")
    reduced()
    assert 0 < asked["timeout"] <= 0.5
