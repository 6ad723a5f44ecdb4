"""The row of controls over a replay: its buttons, its slider, and the one that doubles the data."""

from __future__ import annotations

from PyQt5.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui.i18n import translate
from gui.icons import set_icon
from gui.labs.count_slider import CountSlider
from gui.theme import look


class ReplayControls(QWidget):
    """Buttons and a slider; what they do is the lab's business.

    Attributes:
        restart, back, play, forward, double: the buttons.
        slider: how many observations count.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.restart = self._button("replayRestartButton")
        self.back = self._button("replayBackButton")
        self.play = self._button("replayPlayButton")
        self.forward = self._button("replayForwardButton")
        self.slider = CountSlider(self)
        self.slider.setObjectName("replaySlider")
        self.double = self._button("doubleButton")
        self._small = (self.restart, self.back, self.play, self.forward)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for button in self._small:
            self._row.addWidget(button)
        self._row.addWidget(self.slider, 1)
        self._row.addWidget(self.double)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        return button

    def enable(self, *, replays: bool, doubles: bool, m: int, n: int) -> None:
        """Enable what can be done; only what changes is touched."""
        for widget, enabled in (
            (self.restart, replays and m > 0),
            (self.back, replays and m > 0),
            (self.play, replays),
            (self.forward, replays and m < n),
            (self.slider, replays),
            (self.double, doubles),
        ):
            if widget.isEnabled() is not enabled:
                widget.setEnabled(enabled)

    def show_running(self, *, running: bool) -> None:
        """Show ▶ or, while the observations come, ⏸."""
        set_icon(self.play, "pause" if running else "play")
        name = (
            translate("Sharpening lab", "Pause")
            if running
            else translate("Sharpening lab", "Play: the observations come one by one")
        )
        self.play.setAccessibleName(name)
        self.play.setToolTip(name)

    def _name_double(self) -> None:
        """In large type a row of buttons has room for one word."""
        self.double.setText(
            translate("Sharpening lab", "Double")
            if look().least_type
            else translate("Sharpening lab", "Double the data")
        )

    def restyle(self) -> None:
        """Fit to the look of the moment; the play button has its picture already."""
        self._row.setSpacing(look().px(6))
        self._name_double()
        hints = (button.sizeHint() for button in self._small)
        wide = max(look().px(36), *(hint.width() for hint in hints))
        for button in self._small:
            button.setFixedWidth(wide)
        self.slider.updateGeometry()

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        for button, text, name in (
            (self.restart, "|←", translate("Sharpening lab", "Restart: no observations")),
            (self.back, "←", translate("Sharpening lab", "One observation less")),
            (self.forward, "→", translate("Sharpening lab", "One observation more")),
        ):
            button.setText(text)
            button.setAccessibleName(name)
            button.setToolTip(name)
        self._name_double()
        self.double.setAccessibleName(translate("Sharpening lab", "Double the data"))
        self.double.setToolTip(
            translate(
                "Sharpening lab",
                "The same observations once more: π̂ stays, ℓ and its curvature double, "
                "the width shrinks by about √2",
            )
        )
        self.slider.setAccessibleName(translate("Sharpening lab", "Observations that count"))
        self.slider.setToolTip(
            translate("Sharpening lab", "← → 1, Page Up and Page Down more, Home none, End all")
        )
