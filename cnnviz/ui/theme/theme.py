"""Light, dark, or as the desktop has it: palette roles, no style sheets."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QStyleHints

from cnnviz.state.preferences import ThemeChoice

_Role = QPalette.ColorRole

# Every text role keeps a contrast of at least 4.5:1 on every ground that it meets
# (tests/gui/test_theme.py counts). The accent is an indigo that no data colour uses.
LIGHT: Final[Mapping[QPalette.ColorRole, str]] = {
    _Role.Window: "#f5f6f8",
    _Role.WindowText: "#1b1f27",
    _Role.Base: "#ffffff",
    _Role.AlternateBase: "#e9ebf0",
    _Role.Text: "#1b1f27",
    _Role.PlaceholderText: "#5c6472",
    _Role.Button: "#fbfbfd",
    _Role.ButtonText: "#1b1f27",
    _Role.BrightText: "#b3261e",
    _Role.ToolTipBase: "#1f2430",
    _Role.ToolTipText: "#f2f3f7",
    _Role.Highlight: "#4453c4",
    _Role.HighlightedText: "#ffffff",
    _Role.Accent: "#4453c4",
    _Role.Link: "#3a48b5",
    _Role.LinkVisited: "#6a3fa0",
    _Role.Light: "#ffffff",
    _Role.Midlight: "#eceef2",
    _Role.Mid: "#c9ced8",
    _Role.Dark: "#a6adba",
    _Role.Shadow: "#6f7787",
}
DARK: Final[Mapping[QPalette.ColorRole, str]] = {
    _Role.Window: "#1d2027",
    _Role.WindowText: "#e6e8ee",
    _Role.Base: "#2f3542",
    _Role.AlternateBase: "#252932",
    _Role.Text: "#e6e8ee",
    _Role.PlaceholderText: "#a9b2c1",
    _Role.Button: "#373e4c",
    _Role.ButtonText: "#e6e8ee",
    _Role.BrightText: "#ffb4ab",
    _Role.ToolTipBase: "#e6e8ee",
    _Role.ToolTipText: "#1b1f27",
    _Role.Highlight: "#5260d0",
    _Role.HighlightedText: "#ffffff",
    _Role.Accent: "#a3adff",
    _Role.Link: "#a3adff",
    _Role.LinkVisited: "#cdb0f5",
    _Role.Light: "#4a5263",
    _Role.Midlight: "#404756",
    _Role.Mid: "#4f5767",
    _Role.Dark: "#101216",
    _Role.Shadow: "#08090b",
}
_FADING: Final = (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.Highlight)


def palette(*, dark: bool) -> QPalette:
    """Return the whole palette of one theme; what is disabled fades to half."""
    made = QPalette()
    colours = DARK if dark else LIGHT
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in _FADING:
        faded = mixed(QColor(colours[role]), QColor(colours[_Role.Window]), 0.5)
        made.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return made


def mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """Return ``colour`` mixed into ``ground``; ``share`` 1 is the colour itself."""
    rest = 1 - share
    return QColor.fromRgbF(
        share * colour.redF() + rest * ground.redF(),
        share * colour.greenF() + rest * ground.greenF(),
        share * colour.blueF() + rest * ground.blueF(),
    )


def is_dark(of: QPalette) -> bool:
    """Whether a palette writes light on dark."""
    return of.color(_Role.Window).lightness() < of.color(_Role.WindowText).lightness()


class Theme(QObject):
    """Keep the application's palette what the user chose, live.

    Signals
    -------
    changed()
        The palette was replaced.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice: ThemeChoice = "system"
        self._hints: QStyleHints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._on_desktop_changed)

    @property
    def choice(self) -> ThemeChoice:
        """What is in force."""
        return self._choice

    def apply(self, choice: ThemeChoice) -> None:
        """Show the window in a theme from now on."""
        self._choice = choice
        match choice:
            case "light":
                self._hints.setColorScheme(Qt.ColorScheme.Light)
            case "dark":
                self._hints.setColorScheme(Qt.ColorScheme.Dark)
            case "system":
                self._hints.unsetColorScheme()
        self._put_palette()

    @Slot()
    def _on_desktop_changed(self) -> None:
        if self._choice == "system":
            self._put_palette()

    def _put_palette(self) -> None:
        dark = self._choice == "dark" or (
            self._choice == "system"
            and self._hints.colorScheme() == Qt.ColorScheme.Dark
        )
        wanted = palette(dark=dark)
        if QGuiApplication.palette() != wanted:
            QGuiApplication.setPalette(wanted)
            self.changed.emit()
