"""The hues of a kernel's weights, as Qt paints with them."""

from functools import lru_cache

from PySide6.QtGui import QColor

from cnnviz.engine.images import weight_hues as engine


@lru_cache(maxsize=64)
def weight_hues(rows: int, columns: int) -> tuple[tuple[QColor, ...], ...]:
    """Return a colour for each cell of a kernel: once round the wheel, row by row."""
    return tuple(
        tuple(QColor(*rgb) for rgb in line)
        for line in engine.weight_hues(rows, columns)
    )
