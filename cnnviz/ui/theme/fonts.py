"""The typeface of the window, and fonts made of others: bolder, or of another size."""

from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from cnnviz.engine.resources import resource
from cnnviz.ui.theme import tokens

_FILES: Final = (
    "Inter-Regular",
    "Inter-Medium",
    "Inter-SemiBold",
    "Inter-Bold",
    "InterDisplay-Bold",
)


def window_font() -> QFont:
    """Load the typeface that comes with the program; return the font of the window.

    Where the files are missing, the desktop's font stands in, as for letters that the
    typeface lacks.
    """
    for name in _FILES:
        file = resource("fonts", f"{name}.otf")
        if file.is_file():
            QFontDatabase.addApplicationFontFromData(file.read_bytes())
    font = QFont(tokens.TYPEFACE)
    font.setPointSizeF(tokens.TEXT_PT)
    return font


def bold(font: QFont, weight: QFont.Weight = QFont.Weight.Bold) -> QFont:
    """Return a font with heavier letters."""
    made = QFont(font)
    made.setWeight(weight)
    return made


def half_bold(font: QFont) -> QFont:
    """Return a font with letters of a heading's weight."""
    return bold(font, QFont.Weight.DemiBold)


def sized(font: QFont, factor: float) -> QFont:
    """Return a font whose letters are so many times as large; a factor of the tokens."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * factor)
    return made


def in_pixels(
    font: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal
) -> QFont:
    """Return a font of a size of the tokens, its figures all of one width."""
    made = bold(font, weight)
    made.setPixelSize(pixels)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def answer_font(font: QFont, pixels: int) -> QFont:
    """Return the font of the one large number of a page.

    Its figures have their own widths: in large ones of one width, a 1 stands alone. The
    largest have the cut that is drawn for them.
    """
    made = bold(font)
    made.setPixelSize(pixels)
    if pixels >= tokens.DISPLAY_FROM_PX:
        made.setFamilies([tokens.TYPEFACE_DISPLAY, *font.families()])
    return made
