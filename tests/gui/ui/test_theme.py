from collections.abc import Mapping, Sequence

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from pytestqt.qtbot import QtBot

from cnnviz.engine.images.ground_maps import ON_WHITE
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import look
from cnnviz.ui.theme.theme import Theme, is_dark, palette, theme_of
from cnnviz.ui.theme.tokens import ThemeName
from tests.helpers.shell import Shell

Role = QPalette.ColorRole
READABLE = 4.5
STRONG = 7.0

TEXT_ON_GROUND = [
    (text, ground)
    for text in (Role.WindowText, Role.Text, Role.ButtonText, Role.PlaceholderText)
    for ground in (Role.Window, Role.Base, Role.AlternateBase, Role.Button)
] + [
    (Role.HighlightedText, Role.Highlight),
    (Role.ToolTipText, Role.ToolTipBase),
    (Role.Link, Role.Window),
    (Role.Link, Role.Base),
    (Role.LinkVisited, Role.Base),
    (Role.BrightText, Role.Window),
    (Role.Accent, Role.Window),
    (Role.Accent, Role.Base),
]


def luminance(colour: QColor) -> float:
    """Return the relative luminance of WCAG 2."""

    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (
        linear(c) for c in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_that_black_on_white_has_the_published_contrast() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)


@pytest.mark.parametrize(
    ("theme", "least"),
    [("paper", READABLE), ("stage", READABLE), ("contrast", STRONG)],
)
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_that_text_is_readable(
    qapp: object,
    theme: ThemeName,
    least: float,
    text: QPalette.ColorRole,
    ground: QPalette.ColorRole,
) -> None:
    colours = palette(theme)
    assert contrast(colours.color(text), colours.color(ground)) >= least


@pytest.mark.parametrize("role", sorted(tokens.ROLES["contrast"]))
def test_that_every_ink_of_high_contrast_is_strong_on_every_ground(role: str) -> None:
    roles = {name: QColor(colour) for name, colour in tokens.ROLES["contrast"].items()}
    grounds = ("ground", "raised", "chosen")
    if role in grounds or role == "marker_edge":
        return
    on = ("accent",) if role == "on_accent" else grounds
    assert min(contrast(roles[role], roles[ground]) for ground in on) >= STRONG


@pytest.mark.parametrize("inks", [tokens.PLOT_INKS, tokens.LANE_INKS, tokens.CODE_INKS])
def test_that_curves_and_code_of_high_contrast_are_strong(
    inks: Mapping[ThemeName, Sequence[str] | Mapping[str, str]],
) -> None:
    found = inks["contrast"]
    colours = found.values() if isinstance(found, Mapping) else found
    assert min(contrast(QColor(each), QColor("white")) for each in colours) >= STRONG


@pytest.mark.parametrize("table", ["signed", "maps", "grey"])
def test_that_a_number_on_any_cell_of_high_contrast_can_be_strong(table: str) -> None:
    black, white = QColor("black"), QColor("white")
    for rgb in getattr(ON_WHITE, table).tolist():
        cell = QColor(*rgb)
        assert max(contrast(cell, black), contrast(cell, white)) >= STRONG


def test_that_high_contrast_is_chosen_in_the_menu_and_remembered(
    shell: Shell, qtbot: QtBot
) -> None:
    shell.window.actions_of_window.themes.values["contrast"].trigger()
    qtbot.waitUntil(lambda: theme_of(shell.window.palette()) == "contrast")
    assert shell.preferences.state.theme == "contrast"
    assert look(shell.window.palette()).ink == QColor("black")
    assert look(shell.window.palette()).ground == QColor("white")


def test_that_choosing_a_theme_changes_the_window_at_once(
    shell: Shell, qtbot: QtBot
) -> None:
    for choice, dark in (("dark", True), ("light", False)):
        shell.window.actions_of_window.themes.values[choice].trigger()
        qtbot.waitUntil(lambda dark=dark: is_dark(shell.window.palette()) is dark)
        assert shell.preferences.state.theme == choice


def test_that_the_theme_is_ticked_and_remembered(shell: Shell) -> None:
    shell.window.actions_of_window.themes.values["dark"].trigger()
    assert shell.window.actions_of_window.themes.values["dark"].isChecked()
    assert not shell.window.actions_of_window.themes.values["system"].isChecked()


def test_that_the_same_theme_twice_says_nothing(qtbot: QtBot, own_look: None) -> None:
    theme = Theme(QGuiApplication.instance())
    theme.apply("light")
    with qtbot.assertNotEmitted(theme.changed):
        theme.apply("light")
    theme.deleteLater()
