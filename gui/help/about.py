"""The dialog that says what the program is, what it is built on, and under which licences."""

from __future__ import annotations

import platform
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from PyQt5.QtCore import QSize, Qt, qVersion
from PyQt5.QtGui import QGuiApplication
from PyQt5.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core import VERSION
from core.examples import load_examples
from gui.card import Label, Rule
from gui.help.copy_foot import CopyFoot
from gui.help.dialog_size import fitting
from gui.help.reading_area import ReadingArea
from gui.i18n import Retranslated, language, translate
from gui.paths import EXAMPLES, FONTS, RESOURCES
from gui.theme import LOOK_CHANGED, look

WIDTH, HEIGHT = 660, 760
# What the program stands on: its name in the package index, and its licence by SPDX's name.
LIBRARIES = (
    ("PyQt5", "GPL-3.0-only"),
    ("pyqtgraph", "MIT"),
    ("numpy", "BSD-3-Clause"),
    ("Pillow", "MIT-CMU"),
    ("contourpy", "BSD-3-Clause"),
    ("pypdf", "BSD-3-Clause"),
)
_SHOWN_AS = {"numpy": "NumPy"}


class Licence(NamedTuple):
    """A licence that comes with the program.

    Attributes:
        name: of what it is for; the same in every language.
        short: the licence by SPDX's name.
        path: the file with its text.
        home: where that thing comes from.
    """

    name: str
    short: str
    path: Path
    home: str = ""


PROGRAM_LICENCE = Licence("Bernoulli Lab", "GPL-3.0-or-later", RESOURCES.parent / "LICENSE")
FONT_LICENCES = (
    Licence(
        "Pretendard",
        "OFL-1.1",
        FONTS / "Pretendard-LICENSE.txt",
        "https://github.com/orioncactus/pretendard",
    ),
    Licence(
        "STIX Two Math",
        "OFL-1.1",
        FONTS / "STIXTwoMath-LICENSE.txt",
        "https://github.com/stipub/stixfonts",
    ),
)


def versions() -> list[tuple[str, str, str]]:
    """Name, version and licence of all that runs here; the version is "" where it is missing."""
    found = [
        ("Python", platform.python_version(), "PSF-2.0"),
        ("Qt", qVersion() or "", "LGPL-3.0-only"),
    ]
    for name, licence in LIBRARIES:
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            version = ""
        found.append((_SHOWN_AS.get(name, name), version, licence))
    return found


def versions_text() -> str:
    """What a bug report needs, in English whatever the window speaks."""
    lines = [f"{name} {version or 'not installed'}" for name, version, _licence in versions()]
    return "\n".join(
        [f"Bernoulli Lab {VERSION}", *lines, platform.platform(), f"Qt {_plugin()}", ""]
    )


def _plugin() -> str:
    return f"platform plugin {QGuiApplication.platformName()}"


class LicenceDialog(Retranslated, QDialog):
    """The text of one licence."""

    def __init__(self, licence: Licence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("licenceDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self._licence = licence
        self.text = QPlainTextEdit()
        self.text.setObjectName("licenceText")
        self.text.setReadOnly(True)
        # The keys move a caret, so that a part can be selected and the focus is seen.
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setTabChangesFocus(True)
        self.close_ = QPushButton()
        self.close_.setObjectName("licenceCloseButton")
        self.close_.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_)
        box = QVBoxLayout(self)
        box.addWidget(self.text, 1)
        box.addLayout(foot)
        self.retranslate()
        self.resize(fitting(self, 640, 620))

    def retranslate(self) -> None:
        """Set the texts in the language of the moment; the licence's own stays as it is."""
        self.setWindowTitle(f"{self._licence.name}: {self._licence.short}")
        self.text.setAccessibleName(self.windowTitle())
        try:
            text = self._licence.path.read_text(encoding="utf-8")
        except OSError:
            text = translate("About", "The file {name} is missing.").format(
                name=self._licence.path.name
            )
        self.text.setPlainText(text)
        self.close_.setText(translate("About", "Close"))
        self.close_.setAccessibleName(self.close_.text())


class AboutDialog(Retranslated, QDialog):
    """What the program is, and what it is built on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self._said: list[tuple[Label, Callable[[], str]]] = []
        self._licence_buttons: list[tuple[QPushButton, Licence]] = []
        self._grids: list[QGridLayout] = []
        self._inside = QWidget()
        self._body = QVBoxLayout(self._inside)
        self._fill()
        self.area = ReadingArea(self._inside)
        self.area.setObjectName("aboutArea")
        self.foot = CopyFoot(self, "about", versions_text)
        self._box = QVBoxLayout(self)
        self._box.setSpacing(0)
        self._box.addWidget(self.area, 1)
        self._box.addLayout(self.foot)
        LOOK_CHANGED.connect(self.restyle)
        self.retranslate()
        self.restyle()
        self.resize(fitting(self, WIDTH, HEIGHT))
        self.area.setFocus()

    # What stands in it -------------------------------------------------------------------------

    def _fill(self) -> None:
        self._add(lambda: "Bernoulli Lab", 22, strong=True)
        self._add(
            lambda: translate("About", "version {version}").format(version=VERSION),
            13,
            role="muted",
        )
        self._add(
            lambda: translate(
                "About",
                "See that maximising the likelihood, maximising the log-likelihood and minimising "
                "the binary cross-entropy (BCE) are one and the same thing.",
            ),
            14,
        )
        self._heading(lambda: translate("About", "Licence"))
        self._add(
            lambda: translate(
                "About",
                "Free software under the GNU General Public License, version 3 or any later one "
                "(GPL-3.0-or-later): you may use, study, change and share it, and what you share "
                "of it stays free in the same way. There is no warranty.",
            )
        )
        self._licence_row(PROGRAM_LICENCE)
        self._heading(lambda: translate("About", "Built on"))
        self._versions()
        self._heading(lambda: translate("About", "Fonts"))
        self._add(
            lambda: translate(
                "About",
                "Under the SIL Open Font License 1.1: free to use, embed and share, "
                "not to be sold by themselves.",
            )
        )
        for licence in FONT_LICENCES:
            self._licence_row(licence)
        self._heading(lambda: translate("About", "Data"))
        for example in load_examples(EXAMPLES):
            self._add(
                lambda example=example: "{}: {}".format(  # type: ignore[misc]
                    example.title_ko if language() == "ko" else example.title_en, example.source
                )
            )
        self._body.addStretch(1)

    def _label(
        self,
        text: Callable[[], str],
        size: float = 13,
        role: str = "current",
        *,
        strong: bool = False,
    ) -> Label:
        label = Label(role, size, strong=strong)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._said.append((label, text))
        return label

    def _add(
        self,
        text: Callable[[], str],
        size: float = 13,
        role: str = "current",
        *,
        strong: bool = False,
    ) -> None:
        label = self._label(text, size, role, strong=strong)
        label.setWordWrap(True)
        self._body.addWidget(label)

    def _heading(self, text: Callable[[], str]) -> None:
        self._body.addSpacing(10)
        self._add(text, 15, strong=True)
        self._body.addWidget(Rule())

    def _licence_row(self, licence: Licence) -> None:
        """What it is for, where it comes from, and a button that shows its text."""
        name = licence.name if licence.home else licence.path.name
        button = QPushButton()
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._show(licence))
        self._licence_buttons.append((button, licence))
        row = QHBoxLayout()
        text = f"{name}\n{licence.home}" if licence.home else name
        row.addWidget(self._label(lambda: text), 1)
        row.addWidget(button)
        self._body.addLayout(row)

    def _versions(self) -> None:
        grid = QGridLayout()
        for i, (name, version, licence) in enumerate(versions()):
            said: tuple[Callable[[], str], ...] = (
                lambda name=name: name,  # type: ignore[misc]
                lambda version=version: (  # type: ignore[misc]
                    version or translate("About", "not installed")
                ),
                lambda licence=licence: licence,  # type: ignore[misc]
            )
            for column, text in enumerate(said):
                role = "muted" if column == 2 else "current"
                grid.addWidget(self._label(text, role=role), i, column)
        grid.setColumnStretch(2, 1)
        self._grids.append(grid)
        self._body.addLayout(grid)

    # What it does ------------------------------------------------------------------------------

    def _show(self, licence: Licence) -> None:
        LicenceDialog(licence, self).open()

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        px = look().px
        self._box.setContentsMargins(0, 0, 0, 0)
        self._body.setContentsMargins(px(24), px(18), px(24), px(12))
        self._body.setSpacing(px(6))
        self.foot.restyle()
        for grid in self._grids:
            grid.setHorizontalSpacing(px(24))
            grid.setVerticalSpacing(px(4))
        self.setMinimumSize(QSize(420, 320))

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.setWindowTitle(translate("About", "About Bernoulli Lab"))
        self.area.setAccessibleName(self.windowTitle())
        for label, text in self._said:
            label.setText(text())
        for button, licence in self._licence_buttons:
            button.setText(translate("About", "Show the licence"))
            button.setAccessibleName(
                translate("About", "Show the licence of {name}").format(name=licence.name)
            )
        self.foot.say(
            translate("About", "Copy versions"),
            translate("About", "Copy all versions, for a bug report"),
            translate("About", "Close (Esc)"),
        )
