import pytest
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from pytestqt.qtbot import QtBot

from cnnviz.ui.theme.theme import Theme, is_dark, palette
from tests.helpers.shell import Shell

Role = QPalette.ColorRole
READABLE = 4.5

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


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_that_text_is_readable(
    qapp: object, dark: bool, text: QPalette.ColorRole, ground: QPalette.ColorRole
) -> None:
    colours = palette(dark=dark)
    assert contrast(colours.color(text), colours.color(ground)) >= READABLE


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
