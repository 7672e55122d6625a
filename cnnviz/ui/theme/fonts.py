"""Fonts made of others: bolder, or of another size."""

from PySide6.QtGui import QFont


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
