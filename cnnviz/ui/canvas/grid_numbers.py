"""Numbers in cells: how many digits there is room for, and how clearly they show."""

import math
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QPainter

from cnnviz.engine.images.numbers.number_text import MINUS
from cnnviz.ui.canvas.grid_cells import Cells, Spot, numbers, spot, taken
from cnnviz.ui.canvas.grid_geometry import GridView
from cnnviz.ui.numbers import full, short
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold
from cnnviz.ui.theme.theme import theme_of

_SMALLEST_TEXT: Final = tokens.CELL_LEAST_PX
_READABLE_TEXT: Final = tokens.CELL_READABLE_PX
_LIFTED: Final = 0.06
"""Of a cell: by so much a number stands above its middle, where there is a foot."""

TEXT_MARGIN: Final = 5  # two pixels at each side, and the hairline
_TOO_WIDE = "…"
_NEARLY_NOTHING: Final = "≈0"
"""For a small number that has no room for its first digit: dots would say nothing."""

_SMALL: Final = 0.05

_NARROWEST: Final = 72
"""Percent of the usual width that the few that are too wide may be pressed to."""


def is_numbered(cell: float, enlarged: float = 1.0) -> bool:
    """Whether a cell of so many pixels has its number in it: the one rule of all grids.

    What counts is how large it is seen: a presentation has ``enlarged`` it.
    """
    return cell * enlarged >= tokens.CELL_NUMBERED


def written(value: float, digits: int = 4) -> str:
    """Write a number of a cell; nothing where there is none (NaN).

    Examples
    --------
    >>> written(float("-inf")), written(float("nan")), written(0.25)
    ('−∞', '', '0.25')
    """
    if math.isfinite(value):
        return short(value, digits)
    if math.isnan(value):
        return ""
    return "∞" if value > 0 else f"{MINUS}∞"


def written_in_full(value: float) -> str:
    """Write a number with all its digits, for hovering."""
    return full(value) if math.isfinite(value) else written(value)


def paint_numbers(
    painter: QPainter,
    cells: Cells,
    view: GridView,
    size: tuple[int, int],
    *,
    has_feet: bool = False,
) -> None:
    """Write the value of each visible cell; the cells are large enough for it.

    ``size`` is the viewport's width and height. Above the foot of a cell, where its
    weight's hue is, a number stands higher.
    """
    if cells.values_hw is None:
        return
    rows, columns = view.visible(*size, border=cells.blank is not None)
    shown = spot(cells, view.frame, rows, columns)
    values = numbers(cells, shown)
    room = view.scale - TEXT_MARGIN
    fitted = fitted_texts(values, room, half_bold(painter.font()))
    if fitted is None:
        return
    texts, font = fitted
    painter.save()
    painter.setFont(font)
    is_strong = theme_of(QGuiApplication.palette()) == "contrast"
    pens = _pens(cells, shown, view, rows, columns, values == 0)
    colours = _STRONG if is_strong else _INKS
    described, pixels = font.toString(), font.pixelSize()
    metrics = _sized(described, pixels)[1]
    # From the middle of a row of cells down to the line that letters stand on.
    down = (metrics.ascent() - metrics.descent()) / 2
    if has_feet:
        down -= view.scale * _LIFTED
    lines = [(view.row_edge(row) + view.row_edge(row + 1)) / 2 + down for row in rows]
    middles = [(view.column_edge(c) + view.column_edge(c + 1)) / 2 for c in columns]
    for y, line, inks in zip(lines, texts, pens, strict=True):
        for x, text, ink in zip(middles, line, inks, strict=True):
            if text:
                painter.setPen(colours[ink])
                half = _advance(described, pixels, text) / 2
                painter.drawText(QPointF(x - half, y), text)
    painter.restore()


_INKS: Final = (
    tokens.TEXT_ON_DARK,
    tokens.TEXT_ON_LIGHT,
    tokens.ZERO_ON_DARK,
    tokens.ZERO_ON_LIGHT,
    tokens.TEXT_ON_BLANK,
)
_STRONG: Final = tuple(
    tokens.BLACK if index % 2 else tokens.WHITE for index in range(5)
)
"""The same for black on white: nothing is faint there."""

_BLANK: Final = len(_INKS) - 1


def _pens(
    cells: Cells,
    shown: Spot,
    view: GridView,
    rows: range,
    columns: range,
    zeros: NDArray[np.bool_],
) -> list[list[int]]:
    """Return which ink reads best on each cell: a faint one for a zero.

    The border is dark, whatever it shows.
    """
    light = is_light(cells.lut).astype(np.intp)
    inks = light[taken(cells.indices_hw, shown)] + 2 * zeros
    frame = view.frame
    down, across = np.array(rows), np.array(columns)
    inks[(shown.rows < 0) | (down < 0) | (down >= frame.rows)] = _BLANK
    inks[:, (shown.columns < 0) | (across < 0) | (across >= frame.columns)] = _BLANK
    listed: list[list[int]] = inks.tolist()
    return listed


def text_pixels(cell: float) -> int:
    """Return how large numbers in cells of so many pixels are at most."""
    cells, texts = zip(*tokens.CELL_TEXTS_PX, strict=True)
    return int(np.interp(cell, cells, texts))


def fitted_texts(
    values_hw: NDArray[np.generic],
    room: float,
    font: QFont,
    most: int = tokens.SAY_PX,
) -> tuple[list[list[str]], QFont] | None:
    """Write numbers so that they fit ``room`` pixels, or return ``None``.

    Letters have ``most`` pixels at most.

    Digits are given up first (4 to 2), for a number too small to read says nothing;
    only the last two make the type smaller than is read at ease.
    Where some are still too wide the type is pressed; a few then keep one digit, or say
    that they are nearly 0. Where most have no room for that either, none is shown (zeros
    do not count: they fit anywhere, and there are many).
    """
    largest = min(text_pixels(room + TEXT_MARGIN), most)
    at_ease = min(largest, _READABLE_TEXT)
    values, described = values_hw.tolist(), font.toString()
    for digits, smallest in ((4, at_ease), (3, at_ease), (2, _SMALLEST_TEXT)):
        texts = [[written(value, digits) for value in row] for row in values]
        widest = _widest(texts, described, largest)
        for pixels in range(largest, smallest - 1, -1):
            if _advance(described, pixels, widest) <= room:
                return texts, _sized(described, pixels)[0]
    fitted = _mostly_fitted(values, texts, room, described)
    if fitted is not None and not any(map(_is_short_of_room, fitted[0])):
        return fitted
    narrow = QFont(font)
    narrow.setStretch(_NARROWEST)
    described = narrow.toString()
    widest = _widest(texts, described, largest)
    for pixels in range(at_ease, _SMALLEST_TEXT - 1, -1):
        if _advance(described, pixels, widest) <= room:
            return texts, _sized(described, pixels)[0]
    return _mostly_fitted(values, texts, room, described) or fitted


def _in_thousands(value: float) -> tuple[str, ...]:
    """Return shorter ways to write a large number: 1.2k, 1k."""
    for size, letter in ((1e6, "M"), (1e3, "k")):
        if size <= abs(value) < 1000 * size:
            return tuple(f"{written(value / size, n)}{letter}" for n in (2, 1))
    return ()


def _is_short_of_room(line: list[str]) -> bool:
    """Whether a line has a text that stands for a number which is too wide."""
    return _TOO_WIDE in line or _NEARLY_NOTHING in line


def _widest(texts: list[list[str]], described: str, pixels: int) -> str:
    """Return the text that takes most room: a minus is wider than a point."""
    different = {text for row in texts for text in row}
    return max(
        different, key=lambda text: _advance(described, pixels, text), default=""
    )


def _mostly_fitted(
    values: list[list[float]], texts: list[list[str]], room: float, described: str
) -> tuple[list[list[str]], QFont] | None:
    def fits(text: str) -> bool:
        """Whether a text fits in its cell at the smallest size of text."""
        return _advance(described, _SMALLEST_TEXT, text) <= room

    def fitted(text: str, value: float) -> str:
        """Return a text that fits: with one digit, or a sign for one too wide."""
        forms = [text, written(value, 1), *_in_thousands(value)]
        is_small = abs(value) < _SMALL
        forms.append(_NEARLY_NOTHING if is_small else written(round(value, 1), 1))
        return next(filter(fits, forms), _TOO_WIDE)

    made = [list(map(fitted, *lines)) for lines in zip(texts, values, strict=True)]
    shown = [
        text != _TOO_WIDE
        for whole_line, line in zip(texts, made, strict=True)
        for whole, text in zip(whole_line, line, strict=True)
        if whole not in ("", "0")
    ]
    if 2 * sum(shown) < len(shown):
        return None
    return made, _sized(described, _SMALLEST_TEXT)[0]


# Most texts of a step were measured at the last one.
@lru_cache(maxsize=16_384)
def _advance(described: str, pixels: int, text: str) -> float:
    return float(_sized(described, pixels)[1].horizontalAdvance(text))


@lru_cache(maxsize=64)
def _sized(described: str, pixels: int) -> tuple[QFont, QFontMetricsF]:
    """Return a font, told by ``QFont.toString``, at another size."""
    sized = QFont()
    sized.fromString(described)
    sized.setPixelSize(pixels)
    sized.setFeature(QFont.Tag("tnum"), 1)
    return sized, QFontMetricsF(sized)


def is_light(lut: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Tell for each colour whether black text reads better on it than white."""
    return _is_light(lut.tobytes())


@lru_cache(maxsize=16)
def _is_light(lut: bytes) -> NDArray[np.bool_]:
    linear = (np.frombuffer(lut, np.uint8).reshape(-1, 3) / 255.0) ** 2.2
    luminance = linear @ np.array([0.2126, 0.7152, 0.0722])
    light: NDArray[np.bool_] = luminance > 0.18
    light.flags.writeable = False
    return light
