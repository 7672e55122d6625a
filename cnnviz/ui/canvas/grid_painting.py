"""What lies under the overlays of a grid: cells, border, hairlines.

All of it is painted once into a cached picture, and again only when the cells or the
view change; a step then costs one blit and its overlays.
"""

from collections.abc import Callable
from typing import Final

import numpy as np
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen

from cnnviz.ui.canvas.grid_cells import Cells, Indices, Spot, block_image, colours, spot
from cnnviz.ui.canvas.grid_geometry import CRISP_CELL, GridView
from cnnviz.ui.theme import tokens

Layer = Callable[[QPainter, GridView], None]
"""Paints over the cells, e.g. the window; gets the view to know where cells lie."""

_GAPS_FROM: Final = 2.0
"""Pixels a cell from which zeros between cells are drawn one by one."""

_MOST_RECTS: Final = 20_000
"""Cells that are painted one by one where a painting shall be scaled."""

_UNDER: Final = 1.0
"""Pixels that a cell reaches under the next: at a seam the ground would shine through."""


def sharp_pen(ink: QColor, width: float) -> QPen:
    """Return a pen whose frames have sharp corners."""
    pen = QPen(ink, width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def paint_base(
    painter: QPainter,
    cells: Cells,
    view: GridView,
    size: tuple[int, int],
    image: Callable[[], QImage],
    *,
    as_shapes: bool,
) -> None:
    """Paint border and cells; ``image`` gives the plain picture where one is needed.

    ``as_shapes`` paints rectangles where there are not too many cells, for a picture
    that is to be enlarged afterwards.
    """
    _paint_border(painter, cells, view, size)
    frame = view.frame
    # A picture of every n-th cell, or of one for all, has no cells to be shapes.
    has_all = cells.sources is not None or cells.size_hw == (frame.rows, frame.columns)
    if as_shapes and has_all:
        visible = view.visible(*size)
        _paint_gap_ground(painter, cells, view)
        _paint_shapes(painter, cells, view, visible)
    elif _has_gaps(cells, view):
        _paint_stretched(painter, cells, view, size)
    elif cells.rgb_chw is not None:
        _paint_block(painter, cells, view, view.visible(*size))
    else:
        _paint_image(painter, image(), view.rect(0, 0, frame.rows, frame.columns), view)


def paint_hairlines(
    painter: QPainter, view: GridView, width: int, height: int, *, as_shapes: bool
) -> None:
    """Paint the lines between cells where a cell is large enough to be seen."""
    if view.scale <= CRISP_CELL:
        return
    frame = view.frame
    x, y, w, h = view.rect(-frame.top, -frame.left, frame.height, frame.width)
    top, left = max(y, 0), max(x, 0)
    bottom, right = min(y + h, height), min(x + w, width)
    columns = range(-frame.left, frame.columns + frame.right + 1)
    across = [px for c in columns if 0 <= (px := view.column_edge(c)) <= width]
    rows = range(-frame.top, frame.rows + frame.bottom + 1)
    if as_shapes:
        for px in across:
            painter.fillRect(px, top, 1, bottom - top, tokens.HAIRLINE)
    elif across:
        # Blending many thin columns takes Qt as long as all the rest of a grid; a row
        # of their pixels, stretched over all rows, is blended in no time.
        strip = QImage(
            across[-1] + 1 - across[0], 1, QImage.Format.Format_ARGB32_Premultiplied
        )
        strip.fill(Qt.GlobalColor.transparent)
        for px in across:
            strip.setPixelColor(px - across[0], 0, tokens.HAIRLINE)
        place = QRect(across[0], top, strip.width(), bottom - top)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(place, strip)
    for row in rows:
        if 0 <= (py := view.row_edge(row)) <= height:
            painter.fillRect(left, py, right - left, 1, tokens.HAIRLINE)


def _paint_image(
    painter: QPainter, image: QImage, rect: tuple[int, int, int, int], view: GridView
) -> None:
    """Paint a picture: crisp when enlarged, smooth when made smaller."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, view.scale < 1)
    painter.drawImage(QRect(*rect), image)


def _paint_block(
    painter: QPainter, cells: Cells, view: GridView, block: tuple[range, range]
) -> None:
    """Paint some cells from their colours; of tiny ones every n-th row and column."""
    rows, columns = block
    if not rows or not columns:
        return
    step = max(1, int(1 / view.scale))
    image = block_image(colours(cells, spot(cells, view.frame, rows, columns, step)))
    rect = view.rect(rows.start, columns.start, len(rows), len(columns))
    _paint_image(painter, image, rect, view)


def _paint_border(
    painter: QPainter, cells: Cells, view: GridView, size: tuple[int, int]
) -> None:
    """Paint the padding as a hatched ring, over the copies of the picture if it has them."""
    frame = view.frame
    if (frame.height, frame.width) == (frame.rows, frame.columns):
        return
    whole = QRect(*view.rect(-frame.top, -frame.left, frame.height, frame.width))
    painter.fillRect(whole, tokens.BORDER)
    if cells.sources is not None and _border_copies(cells, view):
        for block in _border_blocks(view, size):
            _paint_block(painter, cells, view, block)
        painter.fillRect(whole, tokens.BORDER_VEIL)
    painter.fillRect(whole, QBrush(tokens.BORDER_HATCH, Qt.BrushStyle.BDiagPattern))


def _border_copies(cells: Cells, view: GridView) -> bool:
    assert cells.sources is not None
    frame, (down, across) = view.frame, cells.sources
    outer_rows = np.delete(down, slice(frame.top, frame.top + frame.rows))
    outer_columns = np.delete(across, slice(frame.left, frame.left + frame.columns))
    return bool((outer_rows >= 0).any() or (outer_columns >= 0).any())


def _border_blocks(
    view: GridView, size: tuple[int, int]
) -> tuple[tuple[range, range], ...]:
    """Return what is seen of the border: above, below, left and right."""
    frame = view.frame
    rows, columns = view.visible(*size, border=True)
    own_rows, _ = view.visible(*size)
    above = range(rows.start, min(rows.stop, 0))
    below = range(max(rows.start, frame.rows), rows.stop)
    before = range(columns.start, min(columns.stop, 0))
    after = range(max(columns.start, frame.columns), columns.stop)
    return (above, columns), (below, columns), (own_rows, before), (own_rows, after)


def _has_gaps(cells: Cells, view: GridView) -> bool:
    """Whether the picture's cells stand apart on this grid."""
    frame = view.frame
    return cells.sources is not None and cells.size_hw != (frame.rows, frame.columns)


def _paint_stretched(
    painter: QPainter, cells: Cells, view: GridView, size: tuple[int, int]
) -> None:
    """Paint cells that stand apart; tiny ones as a veiled picture without gaps."""
    block = view.visible(*size)
    if view.scale >= _GAPS_FROM:
        _paint_gap_ground(painter, cells, view)
        _paint_block(painter, cells, view, block)
        return
    _paint_together(painter, cells, view, block)
    rect = view.rect(0, 0, view.frame.rows, view.frame.columns)
    painter.fillRect(QRect(*rect), tokens.GAP_VEIL)


def _paint_together(
    painter: QPainter, cells: Cells, view: GridView, block: tuple[range, range]
) -> None:
    """Paint the picture's own cells of a block, each over the gap that follows it."""
    shown = spot(cells, view.frame, *block)
    down, row, height = _standing(shown.rows, view.scale)
    across, column, width = _standing(shown.columns, view.scale)
    if not height or not width:
        return
    image = block_image(colours(cells, Spot(down, across)))
    rows, columns = block
    rect = view.rect(rows.start + row, columns.start + column, height, width)
    _paint_image(painter, image, rect, view)


def _standing(sources: Indices, scale: float) -> tuple[Indices, int, int]:
    """Return which cells stand on a line (not more than pixels), from where, how far."""
    places = np.flatnonzero(sources >= 0)
    if len(places) < 2:
        return sources[places], int(places[0]) if len(places) else 0, len(places)
    apart = int(places[1] - places[0])
    places = places[:: max(1, int(1 / (scale * apart)))]
    length = int(places[-1] - places[0]) + apart
    return sources[places], int(places[0]), length


def _paint_gap_ground(painter: QPainter, cells: Cells, view: GridView) -> None:
    if _has_gaps(cells, view):
        whole = QRect(*view.rect(0, 0, view.frame.rows, view.frame.columns))
        painter.fillRect(whole, tokens.GAP)
        painter.fillRect(whole, QBrush(tokens.GAP_DOTS, Qt.BrushStyle.Dense7Pattern))


def _paint_shapes(
    painter: QPainter, cells: Cells, view: GridView, block: tuple[range, range]
) -> None:
    """Paint cells as rectangles, neighbours of one colour in a row as one."""
    rows, columns = block
    if not rows or not columns:
        return
    argb = colours(cells, spot(cells, view.frame, rows, columns))
    if argb.size > _MOST_RECTS:
        rect = view.rect(rows.start, columns.start, len(rows), len(columns))
        # Enlarged here: who reads a vector file may smooth what it enlarges.
        painter.drawImage(QRect(*rect), block_image(argb).scaled(rect[2], rect[3]))
        return
    last = (len(rows) - 1, len(columns))
    under = 0.0 if (argb == 0).any() else _UNDER
    for index, line in enumerate(argb):
        starts = np.flatnonzero(np.diff(line, prepend=line[0] ^ 1))
        ends = np.append(starts[1:], len(line))
        down = under if index < last[0] else 0.0
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
            colour = int(line[start])
            if colour:
                place = (rows[index], columns.start + start, 1, end - start)
                across = under if end < last[1] else 0.0
                box = QRectF(*view.rect(*place)).adjusted(0, 0, across, down)
                painter.fillRect(box, QColor(colour & 0xFFFFFF))
