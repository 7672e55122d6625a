"""A hue for each weight of a kernel: the cell that it meets wears the same one."""

from functools import cache

from PySide6.QtGui import QColor

_SATURATION, _LIGHTNESS = 0.72, 0.55


@cache
def weight_hues(rows: int, columns: int) -> tuple[tuple[QColor, ...], ...]:
    """Return a colour for each cell of a kernel: once round the wheel, row by row."""
    count = rows * columns
    return tuple(
        tuple(
            QColor.fromHslF((row * columns + column) / count, _SATURATION, _LIGHTNESS)
            for column in range(columns)
        )
        for row in range(rows)
    )
