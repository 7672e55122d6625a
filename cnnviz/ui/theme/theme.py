"""Light, dark, black on white, or as the desktop has it: palette roles, no style sheets."""

from PySide6.QtCore import QObject, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPalette, QStyleHints

from cnnviz.state.preferences import ThemeChoice
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.tokens import ThemeName

_Role = QPalette.ColorRole


def palette(theme: ThemeName) -> QPalette:
    """Return the whole palette of one theme; what is disabled is in the faintest ink."""
    made = QPalette()
    inks = {role: QColor(colour) for role, colour in tokens.ROLES[theme].items()}
    inks["hairline"] = mixed(inks["ink"], inks["ground"], tokens.MIX_GROOVE)
    for role, name in tokens.PALETTE.items():
        colour = inks[name] if isinstance(name, str) else QColor(name[theme])
        made.setColor(role, colour)
    off = QPalette.ColorGroup.Disabled
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        made.setColor(off, role, inks["ink_3"])
    made.setColor(off, _Role.Highlight, inks["chosen"])
    made.setColor(off, _Role.HighlightedText, inks["ink_3"])
    return made


def mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """Return ``colour`` mixed into ``ground``; ``share`` 1 is the colour itself."""
    rest = 1 - share
    return QColor.fromRgbF(
        share * colour.redF() + rest * ground.redF(),
        share * colour.greenF() + rest * ground.greenF(),
        share * colour.blueF() + rest * ground.blueF(),
    )


def paint_rounded(painter: QPainter, box: QRect | QRectF, radius: float) -> None:
    """Paint a box with round corners; a radius of the tokens."""
    painter.drawRoundedRect(QRectF(box), radius, radius)


def is_dark(of: QPalette) -> bool:
    """Whether a palette writes light on dark."""
    return of.color(_Role.Window).lightness() < of.color(_Role.WindowText).lightness()


def theme_of(of: QPalette) -> ThemeName:
    """Return the theme that a palette belongs to."""
    if is_dark(of):
        return "stage"
    ground = tokens.ROLES["contrast"]["ground"]
    return "contrast" if of.color(_Role.Window).name() == ground else "paper"


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
            case "light" | "contrast":
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
        light: ThemeName = "contrast" if self._choice == "contrast" else "paper"
        wanted = palette("stage" if dark else light)
        if QGuiApplication.palette() != wanted:
            QGuiApplication.setPalette(wanted)
            self.changed.emit()
