"""Rows of bars: numbers along one direction, above and below their zero line."""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from cnnviz.engine.animation.fitting import Lettered
from cnnviz.engine.animation.style import Look
from cnnviz.engine.animation.text import Colour, draw_text, line_height, text_width


@dataclass(frozen=True, slots=True)
class Bar:
    """One number; ``column`` is its place in cells, perhaps between two."""

    column: float
    value: float
    fill: Colour
    edge: Colour | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Where a row of bars is drawn, and on which scale.

    Attributes
    ----------
    x, y, width, height
        Its place in pixels, numbers included.
    cell
        Pixels from bar to bar.
    low, high
        The smallest number that may come, at most 0, and the largest, at least 0.
    how
        How the numbers are written; ``None`` when there is no room.
    """

    x: int
    y: int
    width: int
    height: int
    cell: float
    low: float
    high: float
    how: Lettered | None

    def level(self, value: float) -> int:
        """Return at which pixel a number is."""
        room = 0 if self.how is None else line_height(self.how.size)
        top = self.y + (room if self.high > 0 else 0)
        bottom = self.y + self.height - (room if self.low < 0 else 0)
        span = (self.high - self.low) or 1.0
        return round(top + (self.high - value) / span * (bottom - top))


def draw_bars(image: Image.Image, row: Row, bars: Sequence[Bar], look: Look) -> None:
    """Draw bars, their zero line, and their numbers at the far end of each."""
    draw = ImageDraw.Draw(image)
    zero = row.level(0)
    gap = max(1, round(row.cell * 0.08))
    for bar in bars:
        left = row.x + round(bar.column * row.cell) + gap
        right = row.x + round((bar.column + 1) * row.cell) - gap
        top, bottom = sorted((zero, row.level(bar.value)))
        draw.rectangle(
            (left, top, max(right, left + 1), max(bottom, top + 1)),
            fill=bar.fill,
            outline=bar.edge,
            width=2 if row.cell >= 8 else 1,
        )
    draw.line((row.x, zero, row.x + row.width, zero), look.faded, 1)
    if row.how is None:
        return
    size = row.how.size
    for bar in bars:
        text = row.how.text(bar.value, row.cell - 2)
        x = row.x + (bar.column + 0.5) * row.cell - text_width(text, size) / 2
        is_above = bar.value >= 0 and row.high > 0
        # Letters have a fourth of their size free above them.
        up = line_height(size) - 1 if is_above else size * 0.1
        draw_text(image, (x, row.level(bar.value) - up), text, size, look.ink)
